//! Not public API: used by the macros of this crate and by `beraad-schema`.
//!
//! The macros call these functions instead of writing structs, since a struct that may grow has no literal in another
//! crate. They are `const`, so that a description can be a constant that several variables name.

pub use crate::calendar::without_value;
use crate::condition::Condition;
use crate::constraint::{AppliesTo, Constraint, Severity};
use crate::glossary::GlossaryEntry;
use crate::label::Label;
use crate::language::Language;
use crate::period::Moment;
use crate::provenance::{Note, Origin, SeriesBreak};
use crate::quantity::{NumberQuantity, OwnQuantity};
use crate::subject::Subject;
pub use crate::text::Text;
use crate::text::{List, is_same, is_snake_case};

/// The texts of a label in a constant.
type Texts = &'static [(Language, Text)];

/// A language that is written as an identifier, as in `note! { nl: ".." }`.
///
/// # Panics
/// If the identifier is not a language; in a constant, that is a compile error.
#[must_use]
#[track_caller]
pub const fn language(identifier: &'static str) -> Language {
    // The compiler interprets this for each text of each constant: the usual languages are recognised in one step.
    match identifier.as_bytes() {
        b"nl" => return Language::NL,
        b"en" => return Language::EN,
        b"fr" => return Language::FR,
        b"de" => return Language::DE,
        _ => {}
    }
    match Language::from_identifier(identifier) {
        Ok(language) => language,
        Err(_) => panic!("unknown key: expected a language such as `nl`, `en` or `fr_BE`"),
    }
}

/// A note.
#[must_use]
#[track_caller]
pub const fn note(texts: Texts) -> Note {
    Note::new(label(texts))
}

/// A quantity that a model declares.
///
/// # Panics
/// If `id` is not the word for such a quantity; in a constant, that is a compile error.
#[must_use]
#[track_caller]
pub const fn own_quantity(id: &'static str, texts: Texts) -> NumberQuantity {
    NumberQuantity::Own(OwnQuantity::of_constant(id, label(texts)))
}

/// A break in series.
///
/// # Panics
/// If `from` is not a year, a quarter or a day; in a constant, that is a compile error.
#[must_use]
#[track_caller]
pub const fn series_break(from: &'static str, what: Texts, advice: Option<Texts>) -> SeriesBreak {
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
#[track_caller]
#[expect(clippy::too_many_arguments, reason = "the macro names each of them")]
pub const fn constraint(
    id: &'static str,
    severity: Severity,
    message: Texts,
    applies_to: AppliesTo,
    reads: &'static [Text],
    tolerates: Option<Texts>,
    condition: Option<Condition>,
    basis: &'static str,
) -> Constraint {
    Constraint {
        id: Text::Borrowed(id),
        severity,
        message: label(message),
        applies_to,
        reads: List::Borrowed(reads),
        tolerates: optional_label(tolerates),
        condition,
        basis: Text::Borrowed(basis),
    }
}

/// An entry of the glossary.
#[must_use]
#[track_caller]
pub const fn glossary_entry(
    id: &'static str,
    forms: &'static [Text],
    name: Texts,
    explanation: Option<Texts>,
) -> GlossaryEntry {
    assert!(
        is_snake_case(id),
        "invalid id of this entry of the glossary; expected lower-case letters, digits and underscores, a letter first"
    );
    GlossaryEntry {
        id: Text::Borrowed(id),
        forms: List::Borrowed(forms),
        name: label(name),
        explanation: optional_label(explanation),
    }
}

/// A subject.
#[must_use]
#[track_caller]
pub const fn subject(id: &'static str, name: Texts, definition: Option<Texts>) -> Subject {
    Subject {
        id: Text::Borrowed(id),
        name: label(name),
        definition: optional_label(definition),
    }
}

/// Returns the id of a constant subject.
///
/// # Panics
/// If the subject is not a constant.
#[must_use]
pub const fn subject_id(subject: &'static Subject) -> &'static str {
    match &subject.id {
        Text::Borrowed(id) => id,
        Text::Owned(_) => panic!("a subject is a constant"),
    }
}

/// # Panics
/// If the id of a subject is not in snake case, or if it has no name in one of these languages; in a constant, that is a
/// compile error.
#[track_caller]
pub const fn check_subject(subject: Option<&'static Subject>, editions: &[Language]) {
    let Some(subject) = subject else {
        // A type without a subject was reported at the field.
        return;
    };
    assert!(
        is_snake_case(subject_id(subject)),
        "invalid id of the subject of this serial number; expected lower-case letters, digits and underscores, a letter first"
    );
    let mut at = 0;
    while at < editions.len() {
        let has_definition = match &subject.definition {
            Some(definition) => definition.has(editions[at]),
            None => true,
        };
        if !subject.name.has(editions[at]) || !has_definition {
            panic_about(
                "a text of the subject of this serial number is missing or empty in `",
                editions[at],
                "`, which is one of the `editions` of `deliberation.toml`; add it to `subject! { .. }`, and instead of `Person` or `Employer`, whose texts are in `nl`, `en` and `fr`, declare a subject of your own",
            );
        }
        at += 1;
    }
}

/// # Panics
/// If two columns identify units of one subject; in a constant, that is a compile error.
#[track_caller]
pub const fn check_distinct_subjects(
    first: Option<&'static Subject>,
    second: Option<&'static Subject>,
) {
    if let (Some(first), Some(second)) = (first, second) {
        assert!(
            !is_same(subject_id(first), subject_id(second)),
            "duplicate subject; another column with the role `subject` has this numbering, so write `role = reference` for a unit that the row is not about"
        );
    }
}

/// # Panics
/// If a note constant has no text in one of these languages; in a constant, that is a compile error.
#[track_caller]
pub const fn check_note(note: &Note, editions: &[Language]) {
    check(&note.text, editions);
}

/// # Panics
/// If the constant of a break in series has no text in one of these languages; in a constant, that is a compile error.
#[track_caller]
pub const fn check_series_break(series_break: &SeriesBreak, editions: &[Language]) {
    check(&series_break.what, editions);
    if let Some(advice) = &series_break.advice {
        check(advice, editions);
    }
}

/// # Panics
/// If a constraint has no text in one of these languages; in a constant, that is a compile error.
#[track_caller]
pub const fn check_constraint(constraint: &Constraint, editions: &[Language]) {
    check(&constraint.message, editions);
    if let Some(tolerates) = &constraint.tolerates {
        check(tolerates, editions);
    }
}

/// # Panics
/// If an entry of the glossary has no text in one of these languages; in a constant, that is a compile error.
#[track_caller]
pub const fn check_glossary(glossary: &[GlossaryEntry], editions: &[Language]) {
    let mut at = 0;
    while at < glossary.len() {
        check(&glossary[at].name, editions);
        if let Some(explanation) = &glossary[at].explanation {
            check(explanation, editions);
        }
        at += 1;
    }
}

/// Panics with a message about a language.
///
/// A constant cannot format, so that the message is put together byte by byte.
#[track_caller]
const fn panic_about(before: &str, language: Language, after: &str) -> ! {
    const MAX_LEN: usize = 512;
    let tag = language.padded();
    let parts = [before.as_bytes(), &tag, after.as_bytes()];
    let (mut message, mut len) = ([0; MAX_LEN], 0);
    let mut part = 0;
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            // Zeros pad the tag.
            if parts[part][at] != 0 {
                message[len] = parts[part][at];
                len += 1;
            }
            at += 1;
        }
        part += 1;
    }
    match str::from_utf8(message.split_at(len).0) {
        Ok(message) => panic!("{}", message),
        Err(_) => panic!("the parts of the message are UTF-8"),
    }
}

#[track_caller]
const fn check(label: &Label, editions: &[Language]) {
    let mut at = 0;
    while at < editions.len() {
        if !label.has(editions[at]) {
            panic_about(
                "a text of this constant is missing in `",
                editions[at],
                "`, which is one of the `editions` of `deliberation.toml`; add it",
            );
        }
        at += 1;
    }
}

#[track_caller]
const fn label(texts: Texts) -> Label {
    let mut at = 1;
    while at < texts.len() {
        let mut before = 0;
        while before < at {
            assert!(
                !texts[before].0.is(texts[at].0),
                "duplicate text in one language"
            );
            before += 1;
        }
        at += 1;
    }
    Label::of_constant(texts)
}

#[track_caller]
const fn optional_label(texts: Option<Texts>) -> Option<Label> {
    match texts {
        Some(texts) => Some(label(texts)),
        None => None,
    }
}

const fn text(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Text::Borrowed(text)),
        None => None,
    }
}
