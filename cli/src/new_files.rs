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

/// Writes files to a folder. The folder may exist, and its parent must.
pub(crate) fn write(dir: &Path, files: &[NewFile]) -> Result<(), Error> {
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
        let write = create_folders(dir, path, &mut created).and_then(|()| {
            // Between the check above and this line, another program may have created the file.
            let mut target = OpenOptions::new().write(true).create_new(true).open(path)?;
            created.push(path.clone());
            target.write_all(file.text.as_bytes())
        });
        write.map_err(|source| {
            Error::from(OutputError::System {
                action: "write",
                path: path.clone(),
                source,
            })
        })
    });
    if written.is_err() {
        // In reverse order, so that a folder is empty when its turn comes. What cannot be removed stays.
        for path in created.iter().rev() {
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
    written
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
