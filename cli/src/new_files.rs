//! Files that must not exist yet: they are written completely or not at all, and nothing is overwritten.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use beraad_codegen::OutputError;

use crate::error::Error;

/// The number of existing files that an error names.
const MAX_NAMED: usize = 10;

/// A text file, with its path from the folder that it is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Writes one file. Its folder must exist.
pub(crate) fn write_one(path: &Path, text: &str) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Existing(vec![path.to_owned()]));
    }
    if let Some(error) = OutputError::of_parent(&parent_of(path)) {
        return Err(error.into());
    }
    let mut is_created = false;
    let written = write_new(path, text, |_| is_created = true);
    if written.is_err() && is_created {
        // What cannot be removed stays.
        let _ = fs::remove_file(path);
    }
    written.map_err(|source| not_written(path, source))
}

/// Writes files to a folder. The folder may exist, and its parent must.
pub(crate) fn write(dir: &Path, files: &[NewFile]) -> Result<(), Error> {
    let unusable = match OutputError::of_parent(dir) {
        Some(OutputError::NoParent { .. }) => OutputError::of_parent(&parent_of(dir)),
        other => other,
    };
    if let Some(error) = unusable {
        return Err(error.into());
    }
    let paths: Vec<_> = files.iter().map(|file| dir.join(&file.path)).collect();
    // A symbolic link that leads nowhere is there as well.
    let exists = |path: &&PathBuf| path.symlink_metadata().is_ok();
    let existing: Vec<_> = paths
        .iter()
        .filter(exists)
        .take(MAX_NAMED)
        .cloned()
        .collect();
    if !existing.is_empty() {
        return Err(Error::Existing(existing));
    }
    let mut created = Vec::new();
    let written = files.iter().zip(&paths).try_for_each(|(file, path)| {
        let write = create_folders(dir, path, &mut created)
            .and_then(|()| write_new(path, &file.text, |path| created.push(path.to_owned())));
        write.map_err(|source| not_written(path, source))
    });
    if written.is_err() {
        // In reverse order, so that a folder is empty when its turn comes. What cannot be removed stays.
        for path in created.iter().rev() {
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
    written
}

/// Creates a file, calls a function, and writes the text.
fn write_new(path: &Path, text: &str, is_created: impl FnOnce(&Path)) -> io::Result<()> {
    // Since it was checked that there is none, another program may have created the file.
    let mut target = OpenOptions::new().write(true).create_new(true).open(path)?;
    is_created(path);
    target.write_all(text.as_bytes())
}

fn not_written(path: &Path, source: io::Error) -> Error {
    Error::from(OutputError::System {
        action: "write",
        path: path.to_owned(),
        source,
    })
}

/// Returns the folder that contains a path. The parent of a relative path of one part is the current folder.
fn parent_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Creates the folder and those below it that lead to a path, and notes those that it created.
fn create_folders(dir: &Path, path: &Path, created: &mut Vec<PathBuf>) -> io::Result<()> {
    let folders = path
        .ancestors()
        .skip(1)
        .take_while(|folder| folder.starts_with(dir));
    let folders: Vec<_> = folders.collect();
    for folder in folders.into_iter().rev() {
        match fs::create_dir(folder) {
            Ok(()) => created.push(folder.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
