//! The former names of a block, a column or a code list, and the reason not to use it any more.

use crate::attr::Entries;
use crate::label::label;
use beraad_describe::{Label, Text};

/// The connections of a part of a model with earlier and later versions.
#[derive(Default)]
pub(crate) struct Lineage {
    /// The latest name first.
    pub(crate) renamed_from: Vec<Text>,
    pub(crate) deprecated: Option<Label>,
}

impl Lineage {
    /// Takes each `renamed_from = ".."`, and `deprecated(..)`. `name` is the present name, and `error_of` says what is wrong with a
    /// name of this kind.
    pub(super) fn take(
        entries: &mut Entries<'_>,
        name: &str,
        error_of: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let renamed_from = former_names(entries, name, error_of);
        Self {
            renamed_from,
            deprecated: label(entries, "deprecated"),
        }
    }
}

/// Takes each `renamed_from = ".."`.
pub(super) fn former_names(
    entries: &mut Entries<'_>,
    name: &str,
    error_of: impl Fn(&str) -> Option<String>,
) -> Vec<Text> {
    let cx = entries.cx();
    let mut names: Vec<Text> = Vec::new();
    for entry in entries.all("renamed_from") {
        let Some(text) = entry.text(cx) else { continue };
        if let Some(error) = error_of(text.as_str()) {
            cx.error(text.span(), error);
        } else if text.as_str() == name {
            cx.error(
                text.span(),
                format_args!(
                    "`{name}` is the present name; write the name that an earlier version had"
                ),
            );
        } else if names.iter().any(|other| *other == text.as_str()) {
            cx.error(
                text.span(),
                format_args!("`{}` is there twice", text.as_str()),
            );
        } else {
            names.push(text.value().into());
        }
    }
    names
}
