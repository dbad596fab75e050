//! Templates: files for the lists that a provider still has to send, with a header that explains what to fill in.

use std::fs;
use std::io;
use std::path::Path;

use beraad_describe::{CodeList, ListKind, Model, visible};

use super::header::{CLASS_COLUMNS, columns};
use super::is_of_amount_classes;
use super::layout::has_rows;
use super::litter::litter;

/// A file for a code list that the provider of the data still has to send.
///
/// It contains comments that explain what to fill in, and the header. A folder of templates is valid as
/// [`SuppliedLists`](super::SuppliedLists), and supplies nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Template {
    /// The name of the file: `<list id>.csv`.
    pub file_name: String,
    /// The contents of the file.
    pub text: String,
}

impl Template {
    /// The template for a list of a model, with these lines as comments above the header.
    #[must_use]
    pub fn new(
        model: &Model,
        list: &CodeList,
        comments: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let mut text = String::new();
        for line in comments {
            text.push('#');
            if !line.as_ref().is_empty() {
                text.extend([" ", &visible(line.as_ref())]);
            }
            text.push('\n');
        }
        // In the form in which the reader finds it, also after a spreadsheet has saved the file.
        text.push_str("# complete: no\n");
        let mut columns = columns(&model.deliberation.languages);
        if Self::has_class_columns(model, list) {
            columns.extend(CLASS_COLUMNS.map(str::to_owned));
        }
        text.extend([&*columns.join(","), "\n"]);
        Self {
            file_name: format!("{}.csv", list.id),
            text,
        }
    }

    /// Returns whether the template of a list has columns for the bounds of classes of amounts.
    #[must_use]
    pub fn has_class_columns(model: &Model, list: &CodeList) -> bool {
        is_of_amount_classes(model, list)
    }

    /// Returns whether the provider still has to send a list: it comes with the delivery, or only some of its codes are known.
    /// Nobody sends a list of which no code [is listed](CodeList::is_unlisted).
    #[must_use]
    pub fn is_needed_for(list: &CodeList) -> bool {
        let lacks_codes = || !list.complete || list.codes.iter().any(|code| code.code.is_none());
        let is_incomplete = match list.kind {
            ListKind::Supplied => true,
            ListKind::Open => !list.is_unlisted() && lacks_codes(),
            ListKind::Closed => false,
        };
        list.supplied_by.is_none() && is_incomplete
    }

    /// The names of the completed files in a folder, sorted: the `.csv` files that contain more than comments and a header.
    /// None if there is no such folder.
    ///
    /// A template that somebody has begun to fill in must not be replaced by an empty one.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read.
    pub fn completed_files_in(dir: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(dir) {
            Err(error) if is_missing_folder(&error) => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry?;
            let is_file = entry.file_type()?.is_file();
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_list = is_file && is_csv(&entry.path()) && litter(&name).is_none();
            if is_list && is_completed(&fs::read(entry.path())?) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Returns whether there is no folder, or a file instead: the caller reports that when it writes the folder.
fn is_missing_folder(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn is_csv(path: &Path) -> bool {
    let extension = path.extension();
    // In any case of letters, unlike the reader: a file that somebody saved as `.CSV` must not be lost either.
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

/// Returns whether a file contains a line below its header; also if it cannot be read as text, since somebody changed it then.
fn is_completed(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes);
    text.map_or(true, has_rows)
}
