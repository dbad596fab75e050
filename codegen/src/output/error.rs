//! The reasons why a folder was not written, and what to do about each.

use std::io;
use std::path::{Path, PathBuf};

/// The reason why a folder was not written. An older folder is unchanged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// The path does not end in a name.
    #[error("`{}` is not the path of a folder: write one that ends in a name, such as `handout`", dir.display())]
    NoName {
        /// The path.
        dir: PathBuf,
    },
    /// The parent folder does not exist.
    #[error("the parent folder `{}` does not exist: create it first, or write another path", parent.display())]
    NoParent {
        /// The parent folder.
        parent: PathBuf,
    },
    /// The path is a file.
    #[error("`{}` is a file, and not a folder: write another path, or move the file away", dir.display())]
    NotAFolder {
        /// The path.
        dir: PathBuf,
    },
    /// The path is a symbolic link.
    #[error("`{}` is a symbolic link, and would be replaced: write the path of the folder that it points to", dir.display())]
    Symlink {
        /// The path.
        dir: PathBuf,
    },
    /// The path is a symbolic link to something that does not exist.
    #[error("`{}` is a symbolic link that leads nowhere: delete it, or write another path", path.display())]
    DanglingLink {
        /// The path.
        path: PathBuf,
    },
    /// The folder was not written by this crate.
    #[error("`{}` exists, is not empty and has no `.beraad` file, so this program did not write it: write the path of a folder that does not exist or is empty", dir.display())]
    NotOurs {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder was to be new, but is not empty.
    #[error("`{}` exists and is not empty: write the path of a folder that does not exist or is empty", dir.display())]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder was written by this crate, but somebody has added other files to it.
    #[error("`{}` would be replaced as a whole, but contains files that this program did not write: move `{}` to another folder, or write another path", dir.display(), first(files))]
    OthersFiles {
        /// The folder.
        dir: PathBuf,
        /// The paths of the other files within it; the path of a folder ends in `/`.
        files: Vec<String>,
    },
    /// A temporary folder of a call that did not finish contains other files.
    #[error("`{}` is in the way: this program uses that name while it writes `{}`, but did not write everything in it; move it away", path.display(), target.display())]
    InTheWay {
        /// The path.
        path: PathBuf,
        /// The folder that was to be written.
        target: PathBuf,
    },
    /// The path of an artefact leads out of the folder, or is a duplicate.
    #[error(
        "`{path}` is not a valid path of an output file: expected parts joined by `/`, none of them `.` or `..`, and no duplicates"
    )]
    Path {
        /// The path.
        path: String,
    },
    /// The content of an artefact could not be produced.
    #[error("the content of `{path}` cannot be produced: {source}")]
    Content {
        /// The path of the artefact.
        path: String,
        /// The reason.
        source: io::Error,
    },
    /// The system reported an error.
    #[error("cannot {action} `{}`: {source}; {}, or write another path", path.display(), remedy(action))]
    System {
        /// The action that failed, as a verb.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
}

impl OutputError {
    /// Returns the reason why a path is not a folder in which something can be created; `None` if it is one.
    #[must_use]
    pub fn of_parent(path: &Path) -> Option<Self> {
        let path = path.to_owned();
        if path.is_dir() {
            return None;
        }
        Some(match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() && !path.exists() => Self::DanglingLink { path },
            Ok(_) => Self::NotAFolder { dir: path },
            Err(_) => Self::NoParent { parent: path },
        })
    }

    pub(super) fn system(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::System {
            action,
            path: path.to_owned(),
            source,
        }
    }
}

/// Returns what to check if the system refuses an action.
fn remedy(action: &str) -> &'static str {
    if action == "read" {
        "check that you may read it"
    } else {
        "check that the disk has space and that you may write there"
    }
}

/// The first few files, and how many more there are.
fn first(files: &[String]) -> String {
    const SHOWN: usize = 5;
    // The message has a backtick on either side of this text.
    let shown = files.get(..SHOWN).unwrap_or(files).join("`, `");
    match files.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown}` and {more} more, such as `{}", files[SHOWN]),
    }
}
