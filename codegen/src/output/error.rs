//! The reasons why a folder was not written, and what to do about each.

use std::io;
use std::path::{Path, PathBuf};

use beraad_schema::describe::visible_code;

/// The reason why a folder was not written. An older folder is unchanged, unless the message says where it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// The path does not end in a name.
    #[error(
        "`{}` is not the path of a folder: write one that ends in a name, such as `handout`",
        shown(dir)
    )]
    NoName {
        /// The path.
        dir: PathBuf,
    },
    /// The name of the folder is too long for the names of the folders that are written beside it.
    #[error(
        "the name `{}` is too long: write one of at most {most} bytes",
        shown(dir)
    )]
    LongName {
        /// The path.
        dir: PathBuf,
        /// The maximum length of a name, in bytes.
        most: usize,
    },
    /// The parent folder does not exist.
    #[error(
        "the parent folder `{}` does not exist: create it first, or write another path",
        shown(parent)
    )]
    NoParent {
        /// The parent folder.
        parent: PathBuf,
    },
    /// Another program holds a lock on the folder in which the output folder is.
    #[error(
        "another program has locked `{}` for more than {seconds} seconds: wait until it is done, or write a path in another folder",
        shown(parent)
    )]
    Locked {
        /// The parent folder.
        parent: PathBuf,
        /// The time for which the program waited, in seconds.
        seconds: u64,
    },
    /// The path is a file.
    #[error(
        "`{}` is a file, and not a folder: write another path, or move the file away",
        shown(dir)
    )]
    NotAFolder {
        /// The path.
        dir: PathBuf,
    },
    /// The path is a symbolic link.
    #[error(
        "`{}` is a symbolic link, and would be replaced: write the path of the folder that it points to",
        shown(dir)
    )]
    Symlink {
        /// The path.
        dir: PathBuf,
    },
    /// The path is a symbolic link to something that does not exist.
    #[error(
        "`{}` is a symbolic link that leads nowhere: delete it, or write another path",
        shown(path)
    )]
    DanglingLink {
        /// The path.
        path: PathBuf,
    },
    /// The folder was not written by this crate.
    #[error(
        "`{}` exists, is not empty and has no `.beraad` file of this version, so this program did not write it: write the path of a folder that does not exist or is empty",
        shown(dir)
    )]
    NotOurs {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder was to be new, but is not empty.
    #[error(
        "`{}` exists and is not empty: write the path of a folder that does not exist or is empty",
        shown(dir)
    )]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder was written by this crate, and contains something else than what would be written.
    #[error(
        "`{}` contains {found}, which would be replaced by {wanted}: write another path, or delete the folder first",
        shown(dir)
    )]
    OtherContents {
        /// The folder.
        dir: PathBuf,
        /// The contents of the folder.
        found: String,
        /// The contents that were to be written.
        wanted: String,
    },
    /// The folder was written by this crate, but somebody has added files to it or changed some.
    #[error(
        "`{}` would be replaced as a whole, but {}: move them to another folder, or write another path",
        shown(dir),
        others(added, changed)
    )]
    OthersFiles {
        /// The folder.
        dir: PathBuf,
        /// The paths of the files that were added, within the folder; the path of a folder ends in `/`.
        added: Vec<String>,
        /// The paths of the files whose contents are not those that were written, such as a template that somebody completed.
        changed: Vec<String>,
    },
    /// A temporary folder of a call that did not finish contains other files.
    #[error(
        "`{}` is in the way: this program uses that name while it writes `{}`, but did not write everything in it; move it away",
        shown(path),
        shown(target)
    )]
    InTheWay {
        /// The path.
        path: PathBuf,
        /// The folder that was to be written.
        target: PathBuf,
    },
    /// An older folder that was moved aside is complete, but not in its place.
    #[error(
        "`{}` is now `{}`, and could not be moved back: {cause}; rename it",
        shown(target),
        shown(aside)
    )]
    NotPutBack {
        /// The folder that was to be written.
        target: PathBuf,
        /// The place where the older folder is.
        aside: PathBuf,
        /// The reason why the new folder is not in place, and the older one was not moved back.
        cause: Box<OutputError>,
    },
    /// An older folder that is no longer needed could not be deleted.
    #[error(
        "`{}` is an older folder that is no longer needed, and could not be deleted: {cause}",
        shown(path)
    )]
    NotDeleted {
        /// The older folder.
        path: PathBuf,
        /// The reason.
        cause: Box<OutputError>,
    },
    /// The path of an artefact leads out of the folder, or is a duplicate.
    #[error(
        "`{}` is not a valid path of an output file: expected parts joined by `/`, none of them `.` or `..`, and no duplicates",
        visible_code(path)
    )]
    Path {
        /// The path.
        path: String,
    },
    /// The content of an artefact could not be produced.
    #[error("the content of `{}` cannot be produced: {source}", visible_code(path))]
    Content {
        /// The path of the artefact.
        path: String,
        /// The reason.
        source: io::Error,
    },
    /// The system reported an error.
    #[error(
        "cannot {action} `{}`: {source}; {}, or write another path",
        shown(path),
        remedy(action)
    )]
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

/// A path that is safe to print: the name of a file may contain a line end.
fn shown(path: &Path) -> String {
    visible_code(&path.display().to_string())
}

/// Returns what to check if the system refuses an action.
fn remedy(action: &str) -> &'static str {
    if action == "read" {
        "check that you may read it"
    } else {
        "check that the disk has space and that you may write there"
    }
}

/// The changes that somebody else made in a folder.
fn others(added: &[String], changed: &[String]) -> String {
    let contains = format!(
        "contains files that this program did not write, `{}`",
        first(added)
    );
    let was_changed = format!("files in it were changed since, `{}`", first(changed));
    match (added, changed) {
        (_, []) => contains,
        ([], _) => was_changed,
        _ => format!("{contains}, and {was_changed}"),
    }
}

/// The first few files, and how many more there are.
fn first(files: &[String]) -> String {
    const SHOWN: usize = 5;
    // The message has a backtick on either side of this text.
    let few = files.get(..SHOWN).unwrap_or(files);
    let shown: Vec<_> = few.iter().map(|file| visible_code(file)).collect();
    let shown = shown.join("`, `");
    match files.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!(
            "{shown}` and {more} more, such as `{}",
            visible_code(&files[SHOWN])
        ),
    }
}
