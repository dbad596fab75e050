//! The variables of a dataset as they are at the end of the script.

use std::fmt;

use beraad_schema::describe::{
    Block, CodeEntry, CodeForm, CodeLength, Column, Grain, Language, Representation,
};

use super::text::plain;
use crate::format::Selection;
use crate::packages::{Companion, companions, flag_labels};

/// The maximum length of a variable label and of the label of a dataset, in bytes.
const MAX_VARIABLE_LABEL: usize = 80;

/// The maximum length of a value label, in bytes.
const MAX_VALUE_LABEL: usize = 32_000;

/// The maximum length of a note, in bytes: Stata cuts it at 67,784.
const MAX_NOTE: usize = 60_000;

/// The variables of a block in a language, in the order of the dataset.
pub(super) struct Variables<'a> {
    pub(super) block: &'a Block,
    pub(super) language: Language,
    pub(super) preferred: Vec<Language>,
    /// The label of the dataset.
    pub(super) label: String,
    pub(super) all: Vec<Variable<'a>>,
}

/// A variable.
pub(super) struct Variable<'a> {
    pub(super) name: String,
    pub(super) storage: Storage,
    /// The format in which Stata shows the values.
    pub(super) format: String,
    pub(super) label: String,
    /// The value label, which has the name of the variable.
    pub(super) values: Vec<(Number, String)>,
    pub(super) notes: Vec<String>,
    pub(super) column: Column<'a>,
    /// The labelled numbers of the codes of the column; `None` for the column itself.
    pub(super) companion: Option<Companion>,
}

/// The type in which Stata stores a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Storage {
    Byte,
    Int,
    Long,
    Double,
    /// Texts of at most this length, in bytes.
    Text(u16),
    LongText,
}

impl Storage {
    /// Returns the smallest type that holds all whole numbers between two bounds. The largest numbers of each type are missing
    /// values.
    fn of_whole(min: i64, max: i64) -> Self {
        let fits = |least: i64, most: i64| least <= min && max <= most;
        if fits(-127, 100) {
            Self::Byte
        } else if fits(-32_767, 32_740) {
            Self::Int
        } else if fits(-2_147_483_647, 2_147_483_620) {
            Self::Long
        } else {
            Self::Double
        }
    }

    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text(_) | Self::LongText)
    }

    /// Returns the format in which Stata shows a new variable of this type.
    fn format(self) -> String {
        match self {
            Self::Byte | Self::Int => "%8.0g".to_owned(),
            Self::Long => "%12.0g".to_owned(),
            Self::Double => "%10.0g".to_owned(),
            Self::Text(length) => format!("%{}s", length.max(9)),
            Self::LongText => "%9s".to_owned(),
        }
    }
}

impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Byte => f.write_str("byte"),
            Self::Int => f.write_str("int"),
            Self::Long => f.write_str("long"),
            Self::Double => f.write_str("double"),
            Self::Text(length) => write!(f, "str{length}"),
            Self::LongText => f.write_str("strL"),
        }
    }
}

/// A number, or a missing value from `.a` to `.z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Number {
    Value(i64),
    Missing(u8),
}

impl Number {
    /// The number of a code: a missing code has a letter as long as there are letters.
    pub(super) fn of(number: i64, missing: Option<usize>) -> Self {
        let letter = missing.and_then(|place| u8::try_from(place).ok());
        match letter {
            Some(place) if place < 26 => Self::Missing(place),
            _ => Self::Value(number),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(number) => write!(f, "{number}"),
            Self::Missing(place) => write!(f, ".{}", char::from(b'a' + place)),
        }
    }
}

impl<'a> Variables<'a> {
    pub(super) fn of(selection: &Selection<'a>, block: &'a Block, language: Language) -> Self {
        let preferred = selection.model.deliberation.languages.preferred(language);
        let mut variables = Self {
            block,
            language,
            label: plain(block.label.first_of(&preferred).1, MAX_VARIABLE_LABEL),
            preferred,
            all: Vec::new(),
        };
        for column in block.columns() {
            let of_codes = matches!(
                column.value_type().representation(),
                Representation::Code { .. }
            );
            let companions = if of_codes {
                companions(selection, block, &column, language)
            } else {
                Vec::new()
            };
            let variable = variables.of_column(selection, column.clone());
            variables.all.push(variable);
            for companion in companions {
                let variable = variables.of_companion(column.clone(), companion);
                variables.all.push(variable);
            }
        }
        variables
    }

    fn of_column(&self, selection: &Selection<'a>, column: Column<'a>) -> Variable<'a> {
        let storage = storage(selection, &column);
        let format = match column.value_type().representation() {
            Representation::Period(Grain::Day) => "%td".to_owned(),
            Representation::Period(Grain::Month) => "%tm".to_owned(),
            Representation::Period(Grain::Quarter) => "%tq".to_owned(),
            Representation::Period(Grain::Year) => "%ty".to_owned(),
            _ => storage.format(),
        };
        let values = match column.value_type().representation() {
            Representation::Flag => {
                let labels = flag_labels(selection, &column, self.language);
                let labels = labels.map(|label| plain(&label, MAX_VALUE_LABEL));
                let numbers = (0..).map(Number::Value);
                numbers.zip(labels).collect()
            }
            _ => Vec::new(),
        };
        let mut notes = Vec::new();
        let definition = column.definition();
        let definition = definition.first_of(&self.preferred).1;
        if !definition.is_empty() {
            notes.push(plain(definition, MAX_NOTE));
        }
        if let Some(variable) = column.variable() {
            notes.push(plain(&variable.phrase.term, MAX_NOTE));
        }
        Variable {
            name: column.name.clone(),
            storage,
            format,
            label: plain(
                column.label().first_of(&self.preferred).1,
                MAX_VARIABLE_LABEL,
            ),
            values,
            notes,
            column,
            companion: None,
        }
    }

    fn of_companion(&self, column: Column<'a>, companion: Companion) -> Variable<'a> {
        let label = column.label();
        let label = label.first_of(&self.preferred).1;
        let label = match companion.period {
            Some(period) => format!("{label} ({period})"),
            None => label.to_owned(),
        };
        let values = companion.codes.iter().map(|code| {
            let number = Number::of(code.number, code.missing.map(|(place, _)| place));
            (number, plain(&code.label, MAX_VALUE_LABEL))
        });
        Variable {
            name: companion.name.clone(),
            storage: Storage::Long,
            format: Storage::Long.format(),
            label: plain(&label, MAX_VARIABLE_LABEL),
            values: values.collect(),
            notes: Vec::new(),
            column,
            companion: Some(companion),
        }
    }
}

fn storage(selection: &Selection<'_>, column: &Column<'_>) -> Storage {
    match column.value_type().representation() {
        Representation::Whole { min, max, .. } => Storage::of_whole(min, max),
        Representation::Decimal { .. } => Storage::Double,
        Representation::Period(_) => Storage::Long,
        Representation::Flag => Storage::Byte,
        Representation::Code { list } => {
            let list = selection.model.code_list(list);
            let closed = list.filter(|list| list.rejects_unknown_codes());
            let longest =
                closed.and_then(|list| list.published_codes().map(|(code, _)| code.len()).max());
            let form = list
                .and_then(|list| list.required_form())
                .map(CodeForm::length_bounds);
            let longest = longest.or(form.map(CodeLength::max));
            let longest = longest.unwrap_or(CodeEntry::MAX_CODE_BYTES).max(1);
            Storage::Text(u16::try_from(longest).unwrap_or(u16::MAX))
        }
        Representation::List { .. } => Storage::LongText,
    }
}
