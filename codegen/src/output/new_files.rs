//! Writes the files of a new folder, and its marker.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread;

use beraad_schema::describe::Fingerprint;

use super::error::OutputError;
use super::marker::{MARKER, Marker};
use crate::artefact::Artefact;

/// The marker with all hashes, until it replaces the one without.
pub(super) const FINISHED_MARKER: &str = ".beraad.new";

/// Writes the files of a new folder, and returns the size of each.
///
/// A marker without hashes comes first: if the call is killed, every file in the folder is on its list. All files are written
/// before any is synced, so that the system can sync them together.
pub(super) fn write_files(
    dir: &Path,
    contents: &str,
    artefacts: Vec<Artefact<'_>>,
) -> Result<Vec<u64>, OutputError> {
    let paths = artefacts.iter().map(|artefact| artefact.path.clone());
    let paths = paths.chain([FINISHED_MARKER.to_owned()]);
    let unfinished = Marker {
        contents: contents.to_owned(),
        files: paths.map(|path| (path, None)).collect(),
    };
    write_file(&dir.join(MARKER), Artefact::new(MARKER, unfinished.text()))?;
    let mut sizes = Vec::with_capacity(artefacts.len());
    let mut hashes = BTreeMap::new();
    let mut files = Vec::new();
    let mut folders = BTreeSet::from([dir.to_owned()]);
    for artefact in artefacts {
        let path = dir.join(&artefact.path);
        if let Some(folder) = path.parent()
            // The set spares a call for each file, and is the list of folders to sync.
            && folders.insert(folder.to_owned())
        {
            fs::create_dir_all(folder)
                .map_err(|error| OutputError::system("create", folder, error))?;
        }
        let key = artefact.path.clone();
        let (size, hash) = write_file(&path, artefact)?;
        sizes.push(size);
        hashes.insert(key, Some(hash));
        files.push(path);
    }
    let finished = Marker {
        contents: contents.to_owned(),
        files: hashes,
    };
    let path = dir.join(FINISHED_MARKER);
    write_file(&path, Artefact::new(FINISHED_MARKER, finished.text()))?;
    files.push(path.clone());
    sync_files(&files)?;
    rename(&path, &dir.join(MARKER))?;
    for folder in &folders {
        sync_folder(folder);
    }
    Ok(sizes)
}

/// Writes one file, and returns its size and hash.
fn write_file(path: &Path, artefact: Artefact<'_>) -> Result<(u64, String), OutputError> {
    let refused = |error| OutputError::system("write", path, error);
    let mut file = NewFile {
        // `create_new` fails if the file exists: nothing in the new folder is overwritten or followed as a link.
        file: BufWriter::new(File::create_new(path).map_err(refused)?),
        hash: Fingerprint::default(),
        has_refused: false,
    };
    let artefact_path = artefact.path.clone();
    let written = artefact.write_to(&mut file).and_then(|()| file.flush());
    match written {
        Ok(()) => {}
        Err(error) if file.has_refused => return Err(refused(error)),
        Err(source) => {
            return Err(OutputError::Content {
                path: artefact_path,
                source,
            });
        }
    }
    let metadata = file.file.get_ref().metadata().map_err(refused)?;
    Ok((metadata.len(), file.hash.finish()))
}

/// A file that hashes what is written, and remembers whether the system refused a write: an error of an artefact's content is
/// another error.
struct NewFile {
    file: BufWriter<File>,
    hash: Fingerprint,
    has_refused: bool,
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes);
        self.has_refused |= written.is_err();
        let written = written?;
        self.hash.write_all(&bytes[..written])?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.file.flush();
        self.has_refused |= flushed.is_err();
        flushed
    }
}

/// Syncs files to the disk, several at a time: one after the other is twenty times as slow. Where the system refuses to start a
/// thread, its share is synced by this one.
fn sync_files(files: &[PathBuf]) -> Result<(), OutputError> {
    const THREADS: usize = 8;
    let sync = |files: &[PathBuf]| {
        files.iter().try_for_each(|file| {
            sync_file(file).map_err(|error| OutputError::system("write", file, error))
        })
    };
    thread::scope(|scope| {
        let share = files.len().div_ceil(THREADS).max(1);
        let mut workers = Vec::new();
        for files in files.chunks(share) {
            match thread::Builder::new().spawn_scoped(scope, move || sync(files)) {
                Ok(worker) => workers.push(worker),
                Err(_) => sync(files)?,
            }
        }
        workers.into_iter().try_for_each(|worker| {
            let synced = worker.join();
            synced.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })
}

fn sync_file(path: &Path) -> io::Result<()> {
    // Some systems sync only files that are open for writing.
    File::options().write(true).open(path)?.sync_all()
}

/// Syncs the names in a folder to the disk. Not every system can, and the files are readable without it.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), OutputError> {
    fs::rename(from, to).map_err(|error| OutputError::system("rename", from, error))
}
