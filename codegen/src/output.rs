//! Puts artefacts into a folder, whole or not at all.
//!
//! Everything is written to a folder beside the goal and renamed into place, so that a reader sees the old folder or the
//! new one and never a part. Where the programme is killed between the two renames that this takes, the old folder
//! still lies beside the goal, and the next call puts it back first.
//! Nothing is deleted that is not on the list that was written with it.

mod error;
mod folder;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;

pub use self::error::OutputError;
use self::folder::{Folder, State};
use crate::format::Artefact;

/// The file that says that a folder is ours: a sentence, and on each further line the path of a file that we wrote.
pub const MARKER: &str = ".beraad";

/// What the first line of the marker says.
const CLAIM: &str =
    "Written by beraad, which replaces this folder as a whole; the files that it wrote:";

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// How many files, the marker not counted.
    pub files: usize,
    /// How many bytes they hold.
    pub bytes: u64,
    /// Whether there was an older folder, which is now gone.
    pub replaced: bool,
}

/// Writes `artefacts` as the folder `dir`, in place of an older one that this function wrote.
///
/// A folder that is empty is taken as well. Two calls with the same parent folder wait for each other,
/// where the system can lock a folder.
///
/// # Errors
/// If `dir` is something else than a folder of ours, or holds files that are not; if its parent folder does not exist;
/// if an artefact has a path that leads elsewhere; or if the system refuses. The older folder is then as it was.
pub fn write_folder(dir: &Path, artefacts: &[Artefact]) -> Result<Summary, OutputError> {
    check_paths(artefacts)?;
    let places = Places::around(dir)?;
    let _lock = lock(&places.parent);
    places.recover()?;
    let old = places.inspect_goal()?;
    let bytes = places.write_aside(artefacts)?;
    let replaced = matches!(old, State::Ours(_));
    places.swap(old)?;
    Ok(Summary {
        files: artefacts.len(),
        bytes,
        replaced,
    })
}

/// Refuses paths that lead out of the folder, or that two artefacts share.
fn check_paths(artefacts: &[Artefact]) -> Result<(), OutputError> {
    let mut seen = BTreeSet::new();
    for artefact in artefacts {
        // Lower case, since some systems do not tell `A` from `a`.
        if !is_inside(&artefact.path) || !seen.insert(artefact.path.to_lowercase()) {
            return Err(OutputError::Path {
                path: artefact.path.clone(),
            });
        }
    }
    Ok(())
}

/// Whether a path stays within its folder on every system, and is not the marker.
fn is_inside(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.contains(|char: char| char.is_control() || "\\:*?\"<>|".contains(char))
    };
    path != MARKER && path.split('/').all(plain)
}

/// Keeps others from writing beside us while it lives. Where a folder cannot be locked, there is none.
fn lock(parent: &Path) -> Option<File> {
    let folder = File::open(parent).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

/// The goal, and what lies beside it for a moment.
struct Places {
    goal: PathBuf,
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
        let parent = match dir.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        if !parent.is_dir() {
            return Err(OutputError::NoParent { parent });
        }
        // `handout/../handout` would lead nowhere once `handout` is renamed, and `link/` would follow the link.
        let parent = if parent.components().any(|part| part == Component::ParentDir) {
            fs::canonicalize(&parent)
                .map_err(|error| OutputError::system("read", &parent, error))?
        } else {
            parent
        };
        let beside = |what: &str| {
            let mut beside = std::ffi::OsString::from(".");
            beside.push(name);
            beside.push(what);
            parent.join(beside)
        };
        Ok(Self {
            goal: parent.join(name),
            new: beside(".beraad-new"),
            old: beside(".beraad-old"),
            parent,
        })
    }

    /// Clears what a killed call left: an unfinished new folder, and an old one that was not put back or not deleted.
    fn recover(&self) -> Result<(), OutputError> {
        match Folder::inspect(&self.new)? {
            State::Absent => {}
            State::Empty(unfinished) | State::Ours(unfinished) => unfinished.delete()?,
            _ => return Err(self.in_the_way(&self.new)),
        }
        match Folder::inspect(&self.old)? {
            State::Absent => Ok(()),
            State::Empty(left) => left.delete(),
            State::Ours(left) => match Folder::inspect(&self.goal)? {
                State::Absent => rename(&self.old, &self.goal),
                State::Empty(empty) => {
                    empty.delete()?;
                    rename(&self.old, &self.goal)
                }
                // Our new folder is in place: the old one is what the killed call did not get to delete.
                State::Ours(_) => left.delete(),
                _ => Err(self.in_the_way(&self.old)),
            },
            _ => Err(self.in_the_way(&self.old)),
        }
    }

    fn in_the_way(&self, path: &Path) -> OutputError {
        OutputError::InTheWay {
            path: path.to_owned(),
            goal: self.goal.clone(),
        }
    }

    /// What stands at the goal, if it may be replaced.
    fn inspect_goal(&self) -> Result<State, OutputError> {
        let dir = || self.goal.clone();
        match Folder::inspect(&self.goal)? {
            State::Symlink => Err(OutputError::Symlink { dir: dir() }),
            State::File => Err(OutputError::NotAFolder { dir: dir() }),
            State::Foreign => Err(OutputError::NotOurs { dir: dir() }),
            State::Mixed(files) => Err(OutputError::OthersFiles { dir: dir(), files }),
            free => Ok(free),
        }
    }

    fn write_aside(&self, artefacts: &[Artefact]) -> Result<u64, OutputError> {
        let new = &self.new;
        fs::create_dir(new).map_err(|error| OutputError::system("create", new, error))?;
        let written = write_files(new, artefacts);
        if written.is_err() {
            // The folder as it was is untouched; what was begun goes, as far as it can.
            let _ = self.recover();
        }
        written
    }

    fn swap(&self, old: State) -> Result<(), OutputError> {
        match old {
            State::Empty(empty) => empty.delete()?,
            State::Ours(_) => rename(&self.goal, &self.old)?,
            _ => {}
        }
        if let Err(error) = rename(&self.new, &self.goal) {
            // Back to what was there; if that fails too, the next call does it.
            let _ = self.recover();
            return Err(error);
        }
        sync_folder(&self.parent);
        match Folder::inspect(&self.old)? {
            State::Ours(old) => old.delete(),
            _ => Ok(()),
        }
    }
}

/// Writes the marker first: whatever is there after a kill is on its list.
///
/// All is written before any of it is made durable, so that the system can do that in one go.
fn write_files(dir: &Path, artefacts: &[Artefact]) -> Result<u64, OutputError> {
    let mut marker = format!("{CLAIM}\n");
    for artefact in artefacts {
        marker += &artefact.path;
        marker.push('\n');
    }
    let mut files = vec![dir.join(MARKER)];
    write_file(&files[0], marker.as_bytes())?;
    let mut bytes = 0;
    let mut folders = BTreeSet::from([dir.to_owned()]);
    for artefact in artefacts {
        let path = dir.join(&artefact.path);
        if let Some(folder) = path.parent()
            && folders.insert(folder.to_owned())
        {
            fs::create_dir_all(folder)
                .map_err(|error| OutputError::system("create", folder, error))?;
        }
        write_file(&path, &artefact.bytes)?;
        bytes += artefact.bytes.len() as u64;
        files.push(path);
    }
    sync_files(&files)?;
    for folder in &folders {
        sync_folder(folder);
    }
    Ok(bytes)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    File::create_new(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| OutputError::system("write", path, error))
}

/// Makes files durable, several at a time: the disk takes what is waiting in one go, and one by one is twenty times as slow.
fn sync_files(files: &[PathBuf]) -> Result<(), OutputError> {
    const AT_A_TIME: usize = 8;
    let sync = |files: &[PathBuf]| {
        files.iter().try_for_each(|file| {
            sync_file(file).map_err(|error| OutputError::system("write", file, error))
        })
    };
    thread::scope(|scope| {
        let share = files.len().div_ceil(AT_A_TIME).max(1);
        let workers: Vec<_> = files
            .chunks(share)
            .map(|files| scope.spawn(move || sync(files)))
            .collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or(Ok(())))
    })
}

fn sync_file(path: &Path) -> io::Result<()> {
    // Some systems make durable only what is open for writing.
    File::options().write(true).open(path)?.sync_all()
}

/// Makes the names in a folder durable. Not every system can, and none needs it for what is read back at once.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), OutputError> {
    fs::rename(from, to).map_err(|error| OutputError::system("rename", from, error))
}
