//! The words of the codebook for the values of the description enums.

use beraad_schema::describe::{
    Grain, MatchQuality, MeasurementLevel, MissingReason, Severity, Temporality, TypeCertainty,
    ValueKind, ValueType,
};

use super::edition::{Edition, Word};
use crate::codebook::document::Inline;
use crate::message;

macro_rules! words {
    ($($name:ident => $prefix:literal,)+) => {
        $(impl Word for $name {
            const PREFIX: &'static str = $prefix;
        })+

        /// The id of the message for each value of each enum.
        #[cfg(test)]
        pub(crate) fn word_ids() -> Vec<String> {
            fn ids<W: Word + strum::VariantArray>() -> impl Iterator<Item = String> {
                W::VARIANTS.iter().map(|value| {
                    let word: &str = (*value).into();
                    format!("{}-{}", W::PREFIX, word.replace('_', "-"))
                })
            }
            let mut all = Vec::new();
            $(all.extend(ids::<$name>());)+
            all
        }
    };
}

words! {
    Grain => "dates-by",
    MatchQuality => "match-quality",
    MeasurementLevel => "measurement",
    MissingReason => "missing",
    Severity => "severity",
    Temporality => "temporality",
    TypeCertainty => "certainty",
    ValueKind => "value-kind",
}

/// The type of the values in a word or two, for overviews.
pub(super) fn short_type(edition: Edition<'_>, value_type: &ValueType) -> String {
    let item = value_type.item();
    let kind = match (item.own_quantity(), item.currency()) {
        (Some(quantity), _) => edition.title(quantity.label()),
        (None, Some(currency)) => edition.text_with(
            message!("value-kind-amount.values"),
            &[("currency", currency)],
        ),
        (None, None) => edition.word(item.kind()).to_owned(),
    };
    if value_type.is_list() {
        edition.text_with(message!("several-values-short"), &[("kind", &kind)])
    } else {
        kind
    }
}

/// The type of the values, and how they are written.
pub(super) fn value_type(edition: Edition<'_>, value_type: &ValueType) -> Inline {
    let values = item_type(edition, value_type.item());
    if value_type.is_list() {
        return edition.line(message!("several-values"), [("values", values)]);
    }
    values
}

/// The name of a subject, such as hospital; the id of a subject that the model does not have.
pub(super) fn subject(edition: Edition<'_>, id: &str) -> Inline {
    match edition.selection.model.subject(id) {
        Some(subject) => edition.label(&subject.name),
        None => Inline::new().code(id),
    }
}

/// The name of a subject with its id, by which the metadata of files name it. A name that is the id is given once.
fn subject_with_id(edition: Edition<'_>, id: &str) -> Inline {
    match edition.selection.model.subject(id) {
        Some(subject) if edition.title(&subject.name) != id => {
            let name = edition.label(&subject.name).text(" (");
            name.code(id).text(")")
        }
        _ => Inline::new().code(id),
    }
}

fn item_type(edition: Edition<'_>, value_type: &ValueType) -> Inline {
    let kind = value_type.kind();
    let examples = kind.record().examples;
    let example = |index: usize| {
        let example = examples.get(index).copied().unwrap_or_default();
        Inline::new().code(example)
    };
    match value_type {
        ValueType::SerialNumber { of } => edition.line(
            message!("value-kind-serial-number.values"),
            [("subject", subject_with_id(edition, of))],
        ),
        ValueType::Number { decimals, .. } => {
            let kind = match value_type.own_quantity() {
                Some(quantity) => edition.label(quantity.label()),
                None => edition.word(kind).into(),
            };
            number(edition, kind, *decimals)
        }
        ValueType::Amount {
            currency, decimals, ..
        } => {
            let kind = edition.line(
                message!("value-kind-amount.values"),
                [("currency", Inline::new().code(&**currency))],
            );
            number(edition, kind, *decimals)
        }
        ValueType::Day {} => {
            edition.line(message!("value-kind-day.values"), [("example", example(0))])
        }
        ValueType::YearMonth {} => edition.line(
            message!("value-kind-year-month.values"),
            [("example", example(0))],
        ),
        ValueType::YearQuarter {} => edition.line(
            message!("value-kind-year-quarter.values"),
            [("example", example(0))],
        ),
        ValueType::Year {} => edition.line(
            message!("value-kind-year.values"),
            [("example", example(0))],
        ),
        ValueType::Flag {} => edition.line(
            message!("value-kind-flag.values"),
            [("example", example(0)), ("other", example(1))],
        ),
        ValueType::Code { .. } => edition.text(message!("value-kind-code.values")).into(),
        ValueType::AmountClass { .. } => edition
            .text(message!("value-kind-amount-class.values"))
            .into(),
        // `item` flattens lists of lists, so that only a list without an item type arrives here.
        ValueType::List { .. } => edition.word(kind).into(),
    }
}

/// A number of a kind, with its decimals.
fn number(edition: Edition<'_>, kind: Inline, decimals: u8) -> Inline {
    match decimals {
        0 => edition.line(message!("whole-number"), [("kind", kind)]),
        _ => edition.line(
            message!("decimal-number"),
            [("kind", kind), ("decimals", decimals.to_string().into())],
        ),
    }
}
