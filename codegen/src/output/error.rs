//! Why a folder was not written, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

/// Why a folder was not written. What stood there is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// The path has no last part that a folder could be named by.
    #[error("`{}` names no folder: write the path of a folder, such as `handout`", dir.display())]
    NoName {
        /// The path.
        dir: PathBuf,
    },
    /// The folder that should hold the output does not exist.
    #[error("`{}` is no folder that the output could be put into: create it first, or write another path", parent.display())]
    NoParent {
        /// The folder that was expected.
        parent: PathBuf,
    },
    /// The path is a file.
    #[error("`{}` is a file, and the output is a folder: write another path, or move the file away", dir.display())]
    NotAFolder {
        /// The path.
        dir: PathBuf,
    },
    /// The path is a symbolic link.
    #[error("`{}` is a symbolic link, which would be replaced: write the path of the folder that it points to", dir.display())]
    Symlink {
        /// The path.
        dir: PathBuf,
    },
    /// The folder is not one that we wrote.
    #[error("`{}` exists, is not empty and has no `.beraad` file, so it was not written by this programme: write the path of a folder that does not exist or is empty", dir.display())]
    NotOurs {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder is ours, and somebody put files of their own into it.
    #[error("`{}` would be replaced as a whole, and holds what this programme did not write: move `{}` to another folder, or write another path", dir.display(), first(files))]
    OthersFiles {
        /// The folder.
        dir: PathBuf,
        /// The paths within it that are not ours; a folder ends in `/`.
        files: Vec<String>,
    },
    /// What a call that did not finish left is not as it left it.
    #[error("`{}` is in the way: this programme uses that name while it writes `{}`, and cannot tell that all of it is its own; move it away", path.display(), goal.display())]
    InTheWay {
        /// The path.
        path: PathBuf,
        /// The folder that was to be written.
        goal: PathBuf,
    },
    /// An artefact has a path that leads out of the folder, or that another one has.
    #[error(
        "`{path}` is no path for a file of the output: expected parts joined by `/`, none of them `.` or `..`, none used twice"
    )]
    Path {
        /// The path.
        path: String,
    },
    /// The system refused.
    #[error("cannot {action} `{}`: {source}; see that the disk has room and that you may write there, or write another path", path.display())]
    System {
        /// What was to be done.
        action: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl OutputError {
    pub(super) fn system(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::System {
            action,
            path: path.to_owned(),
            source,
        }
    }
}

/// The first few, and how many more there are.
fn first(files: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = files.get(..SHOWN).unwrap_or(files).join("`, `");
    match files.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown}` and {more} more, such as `{}", files[SHOWN]),
    }
}
