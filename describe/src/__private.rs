//! Not public API: used by the macros of this crate and by `beraad-schema`.
//!
//! The macros call these functions instead of writing structs, since a struct that may grow has no literal in another
//! crate. They are `const`, so that a description can be a constant that several variables name.

pub use crate::calendar::without_value;
use crate::constraint::{AppliesTo, Constraint, Severity};
use crate::label::{Label, List, Text};
use crate::period::Moment;
use crate::provenance::{Note, Origin, SeriesBreak};

/// A text in Dutch and in English.
type Bilingual = [&'static str; 2];

/// A note.
#[must_use]
pub const fn note(text: Bilingual) -> Note {
    Note::new(label(text))
}

/// A break in series.
///
/// # Panics
/// If `from` is not a year, a quarter or a day; in a constant, that is a compile error.
#[must_use]
#[track_caller]
pub const fn series_break(
    from: &'static str,
    what: Bilingual,
    advice: Option<Bilingual>,
) -> SeriesBreak {
    SeriesBreak {
        from: Moment::from_static(from),
        what: label(what),
        advice: optional_label(advice),
    }
}

/// An origin.
#[must_use]
pub const fn origin(
    name: &'static str,
    abbreviation: Option<&'static str>,
    institution: &'static str,
    file: &'static str,
    stated_validity: Option<&'static str>,
    stated_level: Option<&'static str>,
    page: Option<&'static str>,
) -> Origin {
    Origin {
        name: Text::Borrowed(name),
        abbreviation: text(abbreviation),
        institution: Text::Borrowed(institution),
        file: Text::Borrowed(file),
        stated_validity: text(stated_validity),
        stated_level: text(stated_level),
        page: text(page),
    }
}

/// A constraint.
#[must_use]
pub const fn constraint(
    id: &'static str,
    severity: Severity,
    message: Bilingual,
    applies_to: AppliesTo,
    reads: &'static [Text],
    tolerates: Option<Bilingual>,
    basis: &'static str,
) -> Constraint {
    Constraint {
        id: Text::Borrowed(id),
        severity,
        message: label(message),
        applies_to,
        reads: List::Borrowed(reads),
        tolerates: optional_label(tolerates),
        basis: Text::Borrowed(basis),
    }
}

const fn label([nl, en]: Bilingual) -> Label {
    Label {
        nl: Text::Borrowed(nl),
        en: Text::Borrowed(en),
        fr: None,
    }
}

const fn optional_label(text: Option<Bilingual>) -> Option<Label> {
    match text {
        Some(text) => Some(label(text)),
        None => None,
    }
}

const fn text(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Text::Borrowed(text)),
        None => None,
    }
}
