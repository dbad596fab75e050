//! Flags: the texts of yes and no in a CSV file, and their labels.

use beraad_schema::describe::{Column, Language};

use crate::format::Selection;
use crate::message;
use crate::messages::Messages;

/// Returns the texts that a CSV file may have for no and for yes: `true` and `false`, and the digits.
pub(crate) const fn flag_texts() -> [[&'static str; 2]; 2] {
    [["false", "0"], ["true", "1"]]
}

/// Returns the labels of no and yes: those of the code list that explains the flag, otherwise the words of the language.
pub(crate) fn flag_labels(
    selection: &Selection<'_>,
    column: &Column<'_>,
    language: Language,
) -> [String; 2] {
    let preferred = selection.model.deliberation.languages.preferred(language);
    let list = column
        .code_list()
        .and_then(|id| selection.model.code_list(id));
    let entries = list.and_then(|list| list.flag_entries());
    let words = [message!("no"), message!("yes")];
    let mut labels = words.map(|word| Messages::of(language).text(word).to_owned());
    if let Some(entries) = entries {
        for (label, entry) in labels.iter_mut().zip(entries) {
            // With several meanings, none of them is certain: the word alone is.
            if let [meaning] = &*entry.meanings {
                meaning.label.first_of(&preferred).1.clone_into(label);
            }
        }
    }
    labels
}
