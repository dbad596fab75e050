//! Inspects a path: is there nothing, a folder of ours, or something that must be left alone?

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use beraad_schema::describe::Fingerprint;

use super::error::OutputError;
use super::marker::{MARKER, Marker};

/// The state of a path.
pub(super) enum State {
    Absent,
    /// An empty folder, or one with only a marker whose first line was not written completely.
    Empty(Folder),
    /// A folder with our marker, with nothing in it but the files that the marker lists, as they were written.
    Ours(Folder, Marker),
    /// As [`Ours`](Self::Ours), but not all files were written.
    Unfinished(Folder),
    /// A folder with our marker, in which somebody added or changed files.
    Mixed {
        added: Vec<String>,
        changed: Vec<String>,
    },
    /// A folder without our marker.
    Foreign,
    File,
    Symlink,
}

/// A folder, with its files and folders as they were found.
pub(super) struct Folder {
    root: PathBuf,
    files: Vec<PathBuf>,
    /// Each folder comes after the one that contains it.
    folders: Vec<PathBuf>,
}

impl Folder {
    /// Inspects a path without following links. The entry `without` of the folder is not looked at.
    pub(super) fn inspect(root: &Path, without: Option<&Path>) -> Result<State, OutputError> {
        let kind = match fs::symlink_metadata(root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Absent),
            Err(error) => return Err(OutputError::system("read", root, error)),
            Ok(metadata) => metadata.file_type(),
        };
        if kind.is_symlink() {
            return Ok(State::Symlink);
        }
        if !kind.is_dir() {
            return Ok(State::File);
        }
        let mut found = Self {
            root: root.to_owned(),
            files: Vec::new(),
            folders: Vec::new(),
        };
        found
            .walk(root, without)
            .map_err(|error| OutputError::system("read", root, error))?;
        let Some(marker) = Marker::read(root) else {
            return Ok(if found.is_barely_started() {
                State::Empty(found)
            } else {
                State::Foreign
            });
        };
        found.compare(marker)
    }

    /// Returns true if there is nothing, or only a marker whose first line was not written completely.
    fn is_barely_started(&self) -> bool {
        let marker = self.root.join(MARKER);
        self.folders.is_empty()
            && match &*self.files {
                [] => true,
                [file] => *file == marker && Marker::is_barely_started(&self.root),
                _ => false,
            }
    }

    fn walk(&mut self, folder: &Path, without: Option<&Path>) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.retain(|entry| Some(&*entry.path()) != without);
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            // This is the type of the entry itself: a link to a folder counts as a file, and is not followed.
            if entry.file_type()?.is_dir() {
                self.folders.push(entry.path());
                self.walk(&entry.path(), without)?;
            } else {
                self.files.push(entry.path());
            }
        }
        Ok(())
    }

    /// Compares the folder with its marker.
    fn compare(self, marker: Marker) -> Result<State, OutputError> {
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for file in &self.files {
            let path = self.relative(file);
            match marker.files.get(&path) {
                _ if path == MARKER => {}
                None => added.push(path),
                // It was still being written.
                Some(None) => {}
                Some(Some(written)) => {
                    let hash = hash_of_file(file);
                    let hash = hash.map_err(|error| OutputError::system("read", file, error))?;
                    if hash.as_ref() != Some(written) {
                        changed.push(path);
                    }
                }
            }
        }
        added.extend(self.folders.iter().filter_map(|folder| {
            // A folder that we made contains at least one file that is listed; an empty one may be somebody's.
            let inside = self.relative(folder) + "/";
            let is_ours = marker.files.keys().any(|path| path.starts_with(&inside));
            (!is_ours).then_some(inside)
        }));
        Ok(if !added.is_empty() || !changed.is_empty() {
            State::Mixed { added, changed }
        } else if marker.files.values().all(Option::is_some) {
            State::Ours(self, marker)
        } else {
            State::Unfinished(self)
        })
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }

    /// Deletes what was found in the folder, and fails if something was added since. The marker goes last: if the call is
    /// killed, the rest of the folder is still recognised as ours.
    pub(super) fn empty(&self) -> Result<(), OutputError> {
        let marker = self.root.join(MARKER);
        for file in self.files.iter().filter(|file| **file != marker) {
            deleted(file, fs::remove_file(file))?;
        }
        // From the inside out. `remove_dir` fails on a folder into which somebody has put a file since.
        for folder in self.folders.iter().rev() {
            deleted(folder, fs::remove_dir(folder))?;
        }
        deleted(&marker, fs::remove_file(&marker))
    }

    /// Deletes the folder with what was found in it, and fails if something was added since.
    pub(super) fn delete(&self) -> Result<(), OutputError> {
        self.empty()?;
        deleted(&self.root, fs::remove_dir(&self.root))
    }
}

/// The result of a deletion. If something is gone already, it was to be deleted anyway.
fn deleted(path: &Path, result: io::Result<()>) -> Result<(), OutputError> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(OutputError::system("delete", path, error))
        }
        _ => Ok(()),
    }
}

/// The hash of a file; `None` if it is not a file any more, but a link or a pipe.
fn hash_of_file(path: &Path) -> io::Result<Option<String>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(None);
    }
    let mut hash = Fingerprint::default();
    io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(Some(hash.finish()))
}
