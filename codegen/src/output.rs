//! Writes artefacts to a folder, completely or not at all.
//!
//! Everything is written to a new folder beside the target, which is then renamed into place: a reader sees the old folder
//! or the new one, and never a part of either. This takes two renames. If the program is killed between them, the old
//! folder is still beside the target, and the next call puts it back first.
//! Only files that are on the list in the marker are deleted.

mod error;
mod folder;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;

pub use self::error::OutputError;
use self::folder::{Folder, State};
use crate::artefact::Artefact;

/// The file that marks a folder as ours: a sentence, and on each further line the path of a file that we wrote.
pub const MARKER: &str = ".beraad";

/// The first line of the marker. A folder whose marker begins differently is left alone.
const CLAIM: &str =
    "Written by beraad, which replaces this folder as a whole; the files that it wrote:";

/// The files that were written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The number of files, without the marker.
    pub files: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// The size of each file in bytes, in the order of the artefacts.
    pub sizes: Vec<u64>,
    /// True if they replaced an older folder.
    pub replaced: bool,
}

/// Writes `artefacts` as the folder `dir`, in place of an older one that this function wrote.
///
/// An empty folder is replaced as well. Two calls with the same parent folder wait for each other, if the system can
/// lock a folder.
///
/// # Errors
/// If `dir` is not a folder that this function wrote, or contains other files; if its parent folder does not exist; if
/// the path of an artefact leads out of the folder; if the content of an artefact cannot be produced; or if the system
/// reports an error. The older folder is then unchanged.
pub fn write_folder(dir: &Path, artefacts: Vec<Artefact<'_>>) -> Result<Summary, OutputError> {
    check_paths(&artefacts)?;
    let places = Places::around(dir)?;
    // Held until the function returns: two calls must neither recover nor rename at the same time.
    let _lock = lock(&places.parent);
    // First: only then is the target what its readers last saw, and are the names beside it free.
    places.recover()?;
    let old = places.inspect_target()?;
    let sizes = places.write_aside(artefacts)?;
    let replaced = matches!(old, State::Ours(_));
    places.swap(old)?;
    Ok(Summary {
        files: sizes.len(),
        bytes: sizes.iter().sum(),
        sizes,
        replaced,
    })
}

/// Writes `artefacts` as the folder `dir`, which must not exist or be empty. The folder then belongs to its user: it has no
/// marker, so that no later call replaces it.
///
/// # Errors
/// If `dir` is not empty, or is not a folder; otherwise as for [`write_folder`].
pub fn create_folder(dir: &Path, artefacts: Vec<Artefact<'_>>) -> Result<Summary, OutputError> {
    check_paths(&artefacts)?;
    let places = Places::around(dir)?;
    let _lock = lock(&places.parent);
    let not_empty = || OutputError::NotEmpty {
        dir: dir.to_owned(),
    };
    let state = Folder::inspect(&places.target)?;
    // Before anything is put back or deleted: this call also leaves a folder of ours as it is.
    if matches!(state, State::Ours(_) | State::Mixed(_) | State::Foreign) {
        return Err(not_empty());
    }
    places.recover()?;
    let old = match places.inspect_target()? {
        // An older folder that `recover` put back.
        State::Ours(_) => return Err(not_empty()),
        old => old,
    };
    let sizes = places.write_aside(artefacts)?;
    // Before the rename: the folder of the user never has a marker. A call that is killed just here leaves a folder beside
    // the target, which the next call reports.
    let marker = places.new.join(MARKER);
    fs::remove_file(&marker).map_err(|error| OutputError::system("delete", &marker, error))?;
    places.swap(old)?;
    Ok(Summary {
        files: sizes.len(),
        bytes: sizes.iter().sum(),
        sizes,
        replaced: false,
    })
}

/// Rejects paths that lead out of the folder, and duplicate paths.
fn check_paths(artefacts: &[Artefact<'_>]) -> Result<(), OutputError> {
    let mut seen = BTreeSet::new();
    for artefact in artefacts {
        // In lower case, because some systems do not distinguish `A` from `a`.
        if !is_inside(&artefact.path) || !seen.insert(artefact.path.to_lowercase()) {
            return Err(OutputError::Path {
                path: artefact.path.clone(),
            });
        }
    }
    Ok(())
}

/// Returns true if a path stays within its folder on every system, and is not that of the marker.
fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.contains(|char: char| char.is_control() || "\\:*?\"<>|".contains(char))
    };
    path != MARKER && path.split('/').all(is_plain)
}

/// Locks the folder until the returned file is dropped. `None` if the system cannot lock a folder.
fn lock(parent: &Path) -> Option<File> {
    let folder = File::open(parent).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

/// The target folder, and the folders beside it that exist while it is written.
struct Places {
    target: PathBuf,
    parent: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Places {
    fn around(dir: &Path) -> Result<Self, OutputError> {
        let Some(name) = dir.file_name() else {
            return Err(OutputError::NoName {
                dir: dir.to_owned(),
            });
        };
        // A relative path of one part has the empty path as its parent, which is not a folder to the system.
        let parent = match dir.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        if let Some(error) = OutputError::of_parent(&parent) {
            return Err(error);
        }
        // `handout/../handout` is not a path any more once `handout` has been renamed.
        let parent = if parent.components().any(|part| part == Component::ParentDir) {
            fs::canonicalize(&parent)
                .map_err(|error| OutputError::system("read", &parent, error))?
        } else {
            parent
        };
        // Beside the target and not in a folder for temporary files: a rename is atomic within one file system only.
        let beside = |what: &str| {
            let mut beside = std::ffi::OsString::from(".");
            beside.push(name);
            beside.push(what);
            parent.join(beside)
        };
        Ok(Self {
            target: parent.join(name),
            new: beside(".beraad-new"),
            old: beside(".beraad-old"),
            parent,
        })
    }

    /// Cleans up after a call that was killed: it may have left an unfinished new folder, and an old folder that it did not
    /// put back or did not delete.
    fn recover(&self) -> Result<(), OutputError> {
        match Folder::inspect(&self.new)? {
            State::Absent => {}
            // Only its own files: whatever else somebody put there makes it `Mixed`.
            State::Empty(unfinished) | State::Ours(unfinished) => unfinished.delete()?,
            State::Mixed(_) | State::Foreign | State::File | State::Symlink => {
                return Err(self.in_the_way(&self.new));
            }
        }
        match Folder::inspect(&self.old)? {
            State::Absent => Ok(()),
            State::Empty(left) => left.delete(),
            State::Ours(left) => match Folder::inspect(&self.target)? {
                // The call was killed between the two renames.
                State::Absent => rename(&self.old, &self.target),
                // Somebody created the target anew in between. An empty folder has nothing to lose.
                State::Empty(empty) => {
                    empty.delete()?;
                    rename(&self.old, &self.target)
                }
                // The new folder is in place: the call was killed before it deleted the old one.
                State::Ours(_) => left.delete(),
                State::Mixed(_) | State::Foreign | State::File | State::Symlink => {
                    Err(self.in_the_way(&self.old))
                }
            },
            State::Mixed(_) | State::Foreign | State::File | State::Symlink => {
                Err(self.in_the_way(&self.old))
            }
        }
    }

    fn in_the_way(&self, path: &Path) -> OutputError {
        OutputError::InTheWay {
            path: path.to_owned(),
            target: self.target.clone(),
        }
    }

    /// Inspects the target, and fails if it must not be replaced.
    fn inspect_target(&self) -> Result<State, OutputError> {
        let dir = || self.target.clone();
        match Folder::inspect(&self.target)? {
            State::Symlink if !self.target.exists() => {
                Err(OutputError::DanglingLink { path: dir() })
            }
            State::Symlink => Err(OutputError::Symlink { dir: dir() }),
            State::File => Err(OutputError::NotAFolder { dir: dir() }),
            State::Foreign => Err(OutputError::NotOurs { dir: dir() }),
            State::Mixed(files) => Err(OutputError::OthersFiles { dir: dir(), files }),
            replaceable @ (State::Absent | State::Empty(_) | State::Ours(_)) => Ok(replaceable),
        }
    }

    /// Writes the new folder, and returns the size of each file.
    fn write_aside(&self, artefacts: Vec<Artefact<'_>>) -> Result<Vec<u64>, OutputError> {
        let new = &self.new;
        fs::create_dir(new).map_err(|error| OutputError::system("create", new, error))?;
        let written = write_files(new, artefacts);
        if written.is_err() {
            // The old folder is untouched. The unfinished one is deleted if possible; otherwise the next call deletes it.
            let _ = self.recover();
        }
        written
    }

    /// Renames the new folder into place and deletes the old one.
    fn swap(&self, old: State) -> Result<(), OutputError> {
        match old {
            // Not moved aside: there is nothing to put back, and some systems refuse to rename onto a folder.
            State::Empty(empty) => empty.delete()?,
            State::Ours(_) => rename(&self.target, &self.old)?,
            _ => {}
        }
        if let Err(error) = rename(&self.new, &self.target) {
            // Put the old folder back; if that fails too, the next call does it.
            let _ = self.recover();
            return Err(error);
        }
        // The new name must be on the disk before the old folder is deleted.
        sync_folder(&self.parent);
        match Folder::inspect(&self.old)? {
            // If somebody added a file to it meanwhile, it is `Mixed` and stays: the next call reports it.
            State::Ours(old) => old.delete(),
            _ => Ok(()),
        }
    }
}

/// Writes the marker and then the files, and returns the size of each file.
///
/// The marker comes first: if the call is killed, every file in the folder is on its list. All files are written before
/// any is synced, so that the system can sync them together.
fn write_files(dir: &Path, artefacts: Vec<Artefact<'_>>) -> Result<Vec<u64>, OutputError> {
    let mut marker = format!("{CLAIM}\n");
    for artefact in &artefacts {
        marker += &artefact.path;
        marker.push('\n');
    }
    let mut files = vec![dir.join(MARKER)];
    write_file(&files[0], Artefact::new(MARKER, marker))?;
    let mut sizes = Vec::with_capacity(artefacts.len());
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
        sizes.push(write_file(&path, artefact)?);
        files.push(path);
    }
    sync_files(&files)?;
    for folder in &folders {
        sync_folder(folder);
    }
    Ok(sizes)
}

/// Writes one file and returns its size.
fn write_file(path: &Path, artefact: Artefact<'_>) -> Result<u64, OutputError> {
    let refused = |error| OutputError::system("write", path, error);
    let mut file = NewFile {
        // `create_new` fails if the file exists: nothing in the new folder is overwritten or followed as a link.
        file: BufWriter::new(File::create_new(path).map_err(refused)?),
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
    Ok(metadata.len())
}

/// A file that remembers whether the system refused a write: an error of an artefact's content is another error.
struct NewFile {
    file: BufWriter<File>,
    has_refused: bool,
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes);
        self.has_refused |= written.is_err();
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.file.flush();
        self.has_refused |= flushed.is_err();
        flushed
    }
}

/// Syncs files to the disk, several at a time: one after the other is twenty times as slow.
fn sync_files(files: &[PathBuf]) -> Result<(), OutputError> {
    const THREADS: usize = 8;
    let sync = |files: &[PathBuf]| {
        files.iter().try_for_each(|file| {
            sync_file(file).map_err(|error| OutputError::system("write", file, error))
        })
    };
    thread::scope(|scope| {
        let share = files.len().div_ceil(THREADS).max(1);
        let workers: Vec<_> = files
            .chunks(share)
            .map(|files| scope.spawn(move || sync(files)))
            .collect();
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
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), OutputError> {
    fs::rename(from, to).map_err(|error| OutputError::system("rename", from, error))
}
