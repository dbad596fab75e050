//! Subjects: the kinds of unit that serial numbers identify.

use serde::{Deserialize, Serialize};

use crate::label::Label;
use crate::language::Language;
use crate::text::Text;

/// A subject: a kind of unit with a numbering of its own, such as persons, households, hospitals or schools.
///
/// The same subject means the same numbering in every block. Write a subject as a constant with
/// [`subject!`](crate::subject).
///
/// ```
/// use beraad_describe::{Label, Language, Subject};
///
/// let hospital = Subject::new("hospital", Label::new([(Language::EN, "hospital")]));
/// assert_eq!(hospital.column_label().get(Language::EN), "Hospital (serial number)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Subject {
    /// The id in snake case, unique in the model: `person`. Types, foreign keys and constraints name it.
    pub id: Text,
    /// The name of one unit, in the singular and without an article: "hospital".
    pub name: Label,
    /// The definition of the column that identifies the unit of a row, as a sentence. `None` for the general one, in which
    /// the name is in brackets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Label>,
}

/// The texts of a column with serial numbers in one language.
struct ColumnTexts {
    /// The words for a serial number, which follow the name of the subject in the label.
    serial_number: &'static str,
    /// The words before the name of the subject in the definition.
    before: &'static str,
    /// The words after it.
    after: &'static str,
}

impl ColumnTexts {
    /// Returns the texts in a language; `None` for a language that the program does not speak.
    fn of(language: Language) -> Option<Self> {
        Some(match language {
            Language::NL => Self {
                serial_number: "volgnummer",
                before: "De eenheid waarover de rij gaat (",
                after: "), als betekenisloos volgnummer.",
            },
            Language::EN => Self {
                serial_number: "serial number",
                before: "The unit that the row is about (",
                after: "), as a meaningless serial number.",
            },
            Language::FR => Self {
                serial_number: "numéro d’ordre",
                before: "L’unité que la ligne décrit (",
                after: "), sous la forme d’un numéro d’ordre sans signification.",
            },
            _ => return None,
        })
    }
}

impl Subject {
    /// Creates a subject without a definition of its own.
    #[must_use]
    pub fn new(id: impl Into<Text>, name: Label) -> Self {
        Self {
            id: id.into(),
            name,
            definition: None,
        }
    }

    /// Returns the label of the column that identifies the unit of a row: "Hospital (serial number)".
    #[must_use]
    pub fn column_label(&self) -> Label {
        self.name.map(|language, name| {
            let name = capitalised(name);
            match ColumnTexts::of(language) {
                Some(texts) => format!("{name} ({})", texts.serial_number),
                None => name,
            }
        })
    }

    /// Returns the definition of the column that identifies the unit of a row.
    ///
    /// In a language other than Dutch, English and French, a subject without a definition of its own gives its name only.
    #[must_use]
    pub fn column_definition(&self) -> Label {
        let general = self
            .name
            .map(|language, name| match ColumnTexts::of(language) {
                Some(ColumnTexts { before, after, .. }) => format!("{before}{name}{after}"),
                None => capitalised(name),
            });
        let own = self.definition.iter().flat_map(Label::iter);
        own.fold(general, |label, (language, text)| {
            label.with(language, text.to_owned())
        })
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
