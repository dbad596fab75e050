//! Templates: files for the lists that a provider still has to send, with a header that explains what to fill in.

use beraad_describe::{CodeList, Model, visible};

use super::header::{CLASS_COLUMNS, columns};
use super::is_of_amount_classes;

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
}
