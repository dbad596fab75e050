//! The target folder, and the folders that exist while it is written.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::error::OutputError;
use super::folder::{Folder, State};
use super::marker::{MARKER, Marker};
use super::mount::is_mount_point;
use super::new_files::{rename, sync_folder, write_files};
use crate::artefact::Artefact;

const NEW: &str = ".beraad-new";
const OLD: &str = ".beraad-old";
/// The maximum length of the name of a file in most file systems, in bytes.
const LONGEST_NAME: usize = 255;

/// The target folder, and where its new and its old contents are meanwhile.
pub(super) struct Places {
    pub(super) target: PathBuf,
    pub(super) parent: PathBuf,
    /// Contains the new files until they are in place.
    pub(super) new: PathBuf,
    /// The way in which the new files get into place.
    way: Way,
}

enum Way {
    /// The target is moved to `old`, and the new folder is renamed to the target. All three are in the same folder.
    Rename { old: PathBuf },
    /// The target is a mount point, which cannot be renamed: the old files in it are deleted, and the new ones moved out of a
    /// folder within it.
    Refill,
}

impl Places {
    pub(super) fn around(dir: &Path) -> Result<Self, OutputError> {
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
        let target = parent.join(name);
        if is_mount_point(&target, &parent) {
            return Ok(Self {
                new: target.join(NEW),
                way: Way::Refill,
                target,
                parent,
            });
        }
        let most = LONGEST_NAME - NEW.len() - 1;
        if name.len() > most {
            return Err(OutputError::LongName {
                dir: dir.to_owned(),
                most,
            });
        }
        Ok(Self {
            new: beside(&parent, name, NEW),
            way: Way::Rename {
                old: beside(&parent, name, OLD),
            },
            target,
            parent,
        })
    }

    /// Cleans up after a call that was killed: it may have left an unfinished new folder, and an old folder that it did not
    /// put back or did not delete.
    pub(super) fn recover(&self) -> Result<(), OutputError> {
        match &self.way {
            Way::Rename { old } => {
                self.delete_new()?;
                self.recover_old(old)
            }
            Way::Refill => match Folder::inspect(&self.new, None)? {
                // The call was killed while it moved the files.
                State::Ours(_, marker) => self.refill(&marker),
                _ => self.delete_new(),
            },
        }
    }

    /// Deletes the new folder, if there is one.
    fn delete_new(&self) -> Result<(), OutputError> {
        match Folder::inspect(&self.new, None)? {
            State::Absent => Ok(()),
            // Only its own files: whatever else somebody put there makes it `Mixed`.
            State::Empty(unfinished)
            | State::Unfinished(unfinished)
            | State::Ours(unfinished, _) => unfinished.delete(),
            State::Mixed { .. } | State::Foreign | State::File | State::Symlink => {
                Err(self.in_the_way(&self.new))
            }
        }
    }

    fn recover_old(&self, old: &Path) -> Result<(), OutputError> {
        match Folder::inspect(old, None)? {
            State::Absent => Ok(()),
            State::Empty(left) => delete_old(old, &left),
            State::Ours(left, _) => match self.inspect()? {
                // The call was killed between the two renames.
                State::Absent => rename(old, &self.target),
                // Somebody created the target anew in between. An empty folder has nothing to lose.
                State::Empty(empty) => {
                    empty.delete()?;
                    rename(old, &self.target)
                }
                // The new folder is in place: the call was killed before it deleted the old one.
                State::Ours(..) => delete_old(old, &left),
                _ => Err(self.in_the_way(old)),
            },
            _ => Err(self.in_the_way(old)),
        }
    }

    fn in_the_way(&self, path: &Path) -> OutputError {
        OutputError::InTheWay {
            path: path.to_owned(),
            target: self.target.clone(),
        }
    }

    /// Inspects the target.
    pub(super) fn inspect(&self) -> Result<State, OutputError> {
        Folder::inspect(&self.target, Some(&self.new))
    }

    /// Inspects the target, and fails if it must not be replaced.
    pub(super) fn inspect_replaceable(&self) -> Result<State, OutputError> {
        let dir = || self.target.clone();
        match self.inspect()? {
            State::Symlink if !self.target.exists() => {
                Err(OutputError::DanglingLink { path: dir() })
            }
            State::Symlink => Err(OutputError::Symlink { dir: dir() }),
            State::File => Err(OutputError::NotAFolder { dir: dir() }),
            // A folder in its place is always finished: somebody has changed its marker.
            State::Foreign | State::Unfinished(_) => Err(OutputError::NotOurs { dir: dir() }),
            State::Mixed { added, changed } => Err(OutputError::OthersFiles {
                dir: dir(),
                added,
                changed,
            }),
            replaceable @ (State::Absent | State::Empty(_) | State::Ours(..)) => Ok(replaceable),
        }
    }

    /// Writes the new folder, and returns the size of each file.
    pub(super) fn write_new(
        &self,
        contents: &str,
        artefacts: Vec<Artefact<'_>>,
    ) -> Result<Vec<u64>, OutputError> {
        let new = &self.new;
        fs::create_dir(new).map_err(|error| OutputError::system("create", new, error))?;
        let written = write_files(new, contents, artefacts);
        if written.is_err() {
            // The old folder is untouched. The unfinished one is deleted if possible; otherwise the next call deletes it.
            let _ = self.delete_new();
        }
        written
    }

    /// Puts the new files into place and deletes the old ones. Returns the reason if an older folder is left beside the target.
    pub(super) fn swap(&self, replaced: &State) -> Result<Option<OutputError>, OutputError> {
        match &self.way {
            Way::Rename { old } => self.rename_into_place(old, replaced),
            Way::Refill => {
                if let Some(marker) = Marker::read(&self.new) {
                    self.refill(&marker)?;
                }
                Ok(None)
            }
        }
    }

    fn rename_into_place(
        &self,
        old: &Path,
        replaced: &State,
    ) -> Result<Option<OutputError>, OutputError> {
        let moved_aside = match replaced {
            // Not moved aside: there is nothing to put back, and some systems refuse to rename onto a folder.
            State::Empty(empty) => empty.delete(),
            State::Ours(..) => {
                // Who may read the old folder may read the new one, and nobody else.
                if let Ok(metadata) = self.target.metadata() {
                    let _ = fs::set_permissions(&self.new, metadata.permissions());
                }
                rename(&self.target, old)
            }
            _ => Ok(()),
        };
        if let Err(error) = moved_aside {
            let _ = self.delete_new();
            return Err(error);
        }
        if let Err(error) = rename(&self.new, &self.target) {
            if matches!(replaced, State::Ours(..)) && rename(old, &self.target).is_err() {
                return Err(OutputError::NotPutBack {
                    target: self.target.clone(),
                    aside: old.to_owned(),
                    cause: Box::new(error),
                });
            }
            let _ = self.delete_new();
            return Err(error);
        }
        // The new name must be on the disk before the old folder is deleted.
        sync_folder(&self.parent);
        let deleted = match Folder::inspect(old, None) {
            Ok(State::Absent) => Ok(()),
            Ok(State::Ours(left, _)) => delete_old(old, &left),
            // Somebody added or changed a file in it meanwhile.
            Ok(State::Mixed { added, changed }) => Err(OutputError::OthersFiles {
                dir: old.to_owned(),
                added,
                changed,
            }),
            Ok(_) => Err(self.in_the_way(old)),
            Err(error) => Err(error),
        };
        Ok(deleted.err())
    }

    /// Deletes the old files in the target, and moves the new ones out of the folder within it. Goes on where an earlier call
    /// was killed.
    fn refill(&self, new: &Marker) -> Result<(), OutputError> {
        match self.inspect()? {
            State::Ours(old, _) | State::Unfinished(old) | State::Empty(old) => old.empty()?,
            // Without a marker: some of the new files are in place already.
            State::Foreign => {}
            _ => return Err(self.in_the_way(&self.new)),
        }
        let mut entries: Vec<&str> = new
            .files
            .keys()
            .filter_map(|path| path.split('/').next())
            .collect();
        entries.dedup();
        // The marker last: without it, the next call knows that it has to go on.
        for entry in entries.into_iter().chain([MARKER]) {
            let (from, to) = (self.new.join(entry), self.target.join(entry));
            if from.symlink_metadata().is_ok() {
                if to.symlink_metadata().is_ok() {
                    return Err(self.in_the_way(&to));
                }
                rename(&from, &to)?;
            }
        }
        fs::remove_dir(&self.new)
            .map_err(|error| OutputError::system("delete", &self.new, error))?;
        sync_folder(&self.target);
        Ok(())
    }
}

/// The path of a folder with a longer name. Beside the target and not in a folder for temporary files: a rename is atomic
/// within one file system only.
fn beside(parent: &Path, name: &OsStr, suffix: &str) -> PathBuf {
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(suffix);
    parent.join(beside)
}

fn delete_old(path: &Path, folder: &Folder) -> Result<(), OutputError> {
    folder.delete().map_err(|cause| OutputError::NotDeleted {
        path: path.to_owned(),
        cause: Box::new(cause),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A target that is filled as if it were a mount point.
    fn mounted(target: &Path) -> Places {
        Places {
            target: target.to_owned(),
            parent: target.parent().expect("a parent").to_owned(),
            new: target.join(NEW),
            way: Way::Refill,
        }
    }

    fn artefacts(of: &str) -> Vec<Artefact<'static>> {
        let paths = ["a.txt", "part/b.txt", "part/c.txt", "z.txt"];
        let artefact = |path: &str| Artefact::new(path, format!("{of} {path}"));
        paths.map(artefact).into()
    }

    fn write(places: &Places, of: &str) {
        places.recover().expect("nothing is in the way");
        let old = places.inspect_replaceable().expect("a folder of ours");
        places
            .write_new("pages", artefacts(of))
            .expect("it is written");
        let left = places.swap(&old).expect("it is moved");
        assert!(left.is_none());
    }

    fn assert_contains(places: &Places, of: &str) {
        assert!(matches!(places.inspect(), Ok(State::Ours(..))));
        assert!(!places.new.exists());
        let text = fs::read_to_string(places.target.join("part/c.txt"));
        assert_eq!(text.expect("it was written"), format!("{of} part/c.txt"));
    }

    #[test]
    fn mount_point_is_filled_and_filled_again() {
        let target = tempfile::tempdir().expect("a folder");
        let places = mounted(target.path());
        for of in ["first", "second"] {
            write(&places, of);
            assert_contains(&places, of);
        }
        fs::write(target.path().join("notes.txt"), "mine").expect("a file");
        assert!(matches!(
            places.inspect_replaceable(),
            Err(OutputError::OthersFiles { .. })
        ));
    }

    #[test]
    fn next_call_completes_a_mount_point_at_every_point_of_interruption() {
        // The number of entries that were moved before the interruption, the marker included.
        for moved in 0..=4 {
            let target = tempfile::tempdir().expect("a folder");
            let places = mounted(target.path());
            write(&places, "old");
            places
                .write_new("pages", artefacts("new"))
                .expect("it is written");
            if moved > 0 {
                let Ok(State::Ours(old, _)) = places.inspect() else {
                    panic!("the old files are there")
                };
                old.empty().expect("they are deleted");
            }
            for entry in ["a.txt", "part", "z.txt", MARKER].into_iter().take(moved) {
                rename(&places.new.join(entry), &places.target.join(entry)).expect("it is moved");
            }
            places.recover().expect("nothing is in the way");
            assert_contains(&places, "new");
            write(&places, "newer");
            assert_contains(&places, "newer");
        }
    }
}
