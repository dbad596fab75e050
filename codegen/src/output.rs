//! Writes artefacts to a folder, completely or not at all.
//!
//! Everything is written to a new folder beside the target, which is then renamed into place: a reader sees the old folder
//! or the new one, and never a part of either. This takes two renames. If the program is killed between them, the old
//! folder is still beside the target, and the next call puts it back first. A mount point cannot be renamed: the new files
//! are written within it and moved one by one, and the next call completes what was interrupted.
//!
//! A marker in the folder has the hash of every file that was written. A file that differs belongs to the user: a folder
//! with such a file, or with any other file, is left alone.

mod error;
mod marker;
mod folder;
mod new_files;
mod lock;
mod mount;
mod places;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

pub use self::error::OutputError;
use self::folder::State;
use self::lock::lock;
pub use self::marker::MARKER;
use self::marker::is_inside;
use self::new_files::FINISHED_MARKER;
use self::places::Places;
use crate::artefact::Artefact;

/// The files that were written.
#[derive(Debug)]
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
    /// The reason why an older folder is left beside the new one, if it is. The new folder is complete.
    pub left_behind: Option<OutputError>,
}

/// A folder to write to.
///
/// ```
/// use beraad_codegen::{Artefact, OutputFolder};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let parent = tempfile::tempdir()?;
/// let path = parent.path().join("handout");
/// let summary = OutputFolder::new(&path).write("handout", vec![Artefact::new("a.txt", "text")])?;
/// assert_eq!((summary.files, summary.replaced), (1, false));
/// # Ok(())
/// # }
/// ```
pub struct OutputFolder<'a> {
    path: &'a Path,
    on_wait: Box<dyn FnMut(&Path) + 'a>,
}

impl<'a> OutputFolder<'a> {
    /// The folder with this path. Its parent folder must exist.
    #[must_use]
    pub fn new(path: &'a Path) -> Self {
        Self {
            path,
            on_wait: Box::new(|_| {}),
        }
    }

    /// Calls `on_wait` with the parent folder if another program has locked that for half a second. [`write`](Self::write) and
    /// [`create`](Self::create) then wait up to a minute: two calls with the same parent folder wait for each other, if the
    /// system can lock a folder.
    #[must_use]
    pub fn on_wait(mut self, on_wait: impl FnMut(&Path) + 'a) -> Self {
        self.on_wait = Box::new(on_wait);
        self
    }

    /// Writes `artefacts` as this folder, in place of an older one that this function wrote with the same `contents`, or of an
    /// empty one. `contents` is a noun for messages, such as `handout`.
    ///
    /// # Errors
    /// If the path is not a folder that this function wrote, or the folder has other contents; if somebody added files to it
    /// or changed some; if its parent folder does not exist, or is locked for more than a minute; if the path of an artefact
    /// leads out of the folder; if the content of an artefact cannot be produced; or if the system reports an error. The older
    /// folder is then unchanged, unless the message says where it is.
    pub fn write(
        mut self,
        contents: &str,
        artefacts: Vec<Artefact<'_>>,
    ) -> Result<Summary, OutputError> {
        check_paths(&artefacts)?;
        let places = Places::around(self.path)?;
        // Held until the function returns.
        let _lock = lock(&places.parent, &mut self.on_wait)?;
        // First: only then is the target what its readers last saw, and are the names beside it free.
        places.recover()?;
        let old = places.inspect_replaceable()?;
        if let State::Ours(_, marker) = &old
            && marker.contents != contents
        {
            return Err(OutputError::OtherContents {
                dir: self.path.to_owned(),
                found: marker.contents.clone(),
                wanted: contents.to_owned(),
            });
        }
        places.replace(&old, contents, artefacts)
    }

    /// Writes `artefacts` as this folder, which must not exist or be empty. The folder then belongs to its user: it has no
    /// marker, so that no later call replaces it.
    ///
    /// # Errors
    /// If the folder is not empty, or is not a folder; otherwise as for [`write`](Self::write).
    pub fn create(mut self, artefacts: Vec<Artefact<'_>>) -> Result<Summary, OutputError> {
        check_paths(&artefacts)?;
        let places = Places::around(self.path)?;
        let _lock = lock(&places.parent, &mut self.on_wait)?;
        let not_empty = || OutputError::NotEmpty {
            dir: self.path.to_owned(),
        };
        // Before anything is put back or deleted: this call also leaves a folder of ours as it is.
        if matches!(
            places.inspect()?,
            State::Ours(..) | State::Unfinished(_) | State::Mixed { .. } | State::Foreign
        ) {
            return Err(not_empty());
        }
        places.recover()?;
        let old = match places.inspect_replaceable()? {
            // An older folder that `recover` put back.
            State::Ours(..) => return Err(not_empty()),
            old => old,
        };
        let summary = places.replace(&old, "new files", artefacts)?;
        let marker = places.target.join(MARKER);
        fs::remove_file(&marker).map_err(|error| OutputError::system("delete", &marker, error))?;
        Ok(summary)
    }
}

impl Places {
    /// Writes the new files, and puts them in place of what is at the target.
    fn replace(
        &self,
        old: &State,
        contents: &str,
        artefacts: Vec<Artefact<'_>>,
    ) -> Result<Summary, OutputError> {
        let sizes = self.write_new(contents, artefacts)?;
        let left_behind = self.swap(old)?;
        Ok(Summary {
            files: sizes.len(),
            bytes: sizes.iter().sum(),
            sizes,
            replaced: matches!(old, State::Ours(..)),
            left_behind,
        })
    }
}

/// Rejects paths that lead out of the folder, and duplicate paths.
fn check_paths(artefacts: &[Artefact<'_>]) -> Result<(), OutputError> {
    let mut seen = BTreeSet::new();
    for artefact in artefacts {
        let path = &artefact.path;
        // In lower case, because some systems do not distinguish `A` from `a`.
        if !is_inside(path) || path == FINISHED_MARKER || !seen.insert(path.to_lowercase()) {
            return Err(OutputError::Path { path: path.clone() });
        }
    }
    Ok(())
}
