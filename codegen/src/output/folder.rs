//! Inspects a path: is there nothing, a folder of ours, or something that must be left alone?

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{CLAIM, MARKER, OutputError, is_inside};

/// The state of a path.
pub(super) enum State {
    Absent,
    /// An empty folder, or one with only a marker whose first line was not written completely.
    Empty(Folder),
    /// A folder with our marker, which lists all of its files.
    Ours(Folder),
    /// A folder with our marker, which does not list these paths.
    Mixed(Vec<String>),
    /// A folder without our marker.
    Foreign,
    File,
    Symlink,
}

/// A folder of ours, with its files and folders as they were found.
pub(super) struct Folder {
    root: PathBuf,
    files: Vec<PathBuf>,
    /// Each folder comes after the one that contains it.
    folders: Vec<PathBuf>,
}

impl Folder {
    /// Inspects a path without following links.
    pub(super) fn inspect(root: &Path) -> Result<State, OutputError> {
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
            .walk(root)
            .map_err(|error| OutputError::system("read", root, error))?;
        let Some(listed) = read_marker(root) else {
            return Ok(if found.is_barely_started() {
                State::Empty(found)
            } else {
                State::Foreign
            });
        };
        let others = found.others(&listed);
        Ok(if others.is_empty() {
            State::Ours(found)
        } else {
            State::Mixed(others)
        })
    }

    /// Returns true if there is nothing, or only a marker whose first line was not written completely.
    fn is_barely_started(&self) -> bool {
        let marker = self.root.join(MARKER);
        let is_started_marker = |path: &PathBuf| {
            *path == marker && fs::read_to_string(path).is_ok_and(|text| CLAIM.starts_with(&text))
        };
        self.folders.is_empty() && self.files.iter().all(is_started_marker)
    }

    fn walk(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            // This is the type of the entry itself: a link to a folder counts as a file, and is not followed.
            if entry.file_type()?.is_dir() {
                self.folders.push(entry.path());
                self.walk(&entry.path())?;
            } else {
                self.files.push(entry.path());
            }
        }
        Ok(())
    }

    /// The paths that the marker does not list. A folder is among them if it contains no file that the marker lists.
    fn others(&self, listed: &BTreeSet<String>) -> Vec<String> {
        let relative = |path: &PathBuf| {
            let path = path.strip_prefix(&self.root).unwrap_or(path);
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        };
        let files = self.files.iter().map(relative);
        let files = files.filter(|path| path != MARKER && !listed.contains(path));
        let folders = self.folders.iter().map(relative).filter(|folder| {
            // A folder that we made contains at least one file that is listed; an empty one may be somebody's.
            let inside = format!("{folder}/");
            !listed.iter().any(|path| path.starts_with(&inside))
        });
        files.chain(folders.map(|folder| folder + "/")).collect()
    }

    /// Deletes the files and folders that were found, and fails if something was added since. The marker goes last: if the
    /// call is killed, the rest of the folder is still recognised as ours.
    pub(super) fn delete(self) -> Result<(), OutputError> {
        let check = |path: &Path, deleted: io::Result<()>| match deleted {
            // What is gone already was to be deleted anyway.
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(OutputError::system("delete", path, error))
            }
            _ => Ok(()),
        };
        let marker = self.root.join(MARKER);
        for file in self.files.iter().filter(|file| **file != marker) {
            check(file, fs::remove_file(file))?;
        }
        // From the inside out. `remove_dir` fails on a folder into which somebody has put a file since.
        for folder in self.folders.iter().rev() {
            check(folder, fs::remove_dir(folder))?;
        }
        check(&marker, fs::remove_file(&marker))?;
        check(&self.root, fs::remove_dir(&self.root))
    }
}

/// The paths that the marker lists; `None` if there is no marker, or it is not ours.
fn read_marker(root: &Path) -> Option<BTreeSet<String>> {
    let path = root.join(MARKER);
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    (lines.next() == Some(CLAIM)).then(|| {
        lines
            // The marker is a file that anybody can edit: a path that leads elsewhere is not in the list of what may be
            // deleted.
            .filter(|path| is_inside(path))
            .map(str::to_owned)
            .collect()
    })
}
