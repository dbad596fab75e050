//! Constants of descriptions: texts in any language, and none of them twice.

use beraad_describe::{
    Constraint, Label, Language, Note, SeriesBreak, constraint, note, series_break,
};

const NOTE: Note = note! { fr_BE: "Livré par mois.", sr_Latn: "Isporučeno po mesecu." };
const BREAK: SeriesBreak = series_break! {
    from: "2006",
    de: "Ab 2006.",
    fr: "À partir de 2006.",
    advice: { fr: "Ne pas comparer." },
};
const CONSTRAINT: Constraint = constraint! {
    id: "known_reader",
    severity: Warning,
    message: { de: "jeder Leser ist bekannt" },
    applies_to: subject "person",
    tolerates: { de: "Leser ohne Karte" },
    basis: "paragraph 2",
};

#[test]
fn text_of_a_constant_may_be_in_any_language() {
    let [belgian, latin] = ["fr-BE", "sr-Latn"].map(Language::new);
    assert_eq!(NOTE.text.text(belgian), Some("Livré par mois."));
    assert_eq!(NOTE.text.text(latin), Some("Isporučeno po mesecu."));
    let what = [
        (Language::FR, "À partir de 2006."),
        (Language::DE, "Ab 2006."),
    ];
    assert_eq!(BREAK.what, Label::new(what));
    let advice = Label::new([(Language::FR, "Ne pas comparer.")]);
    assert_eq!(BREAK.advice, Some(advice));
    let message = Label::new([(Language::DE, "jeder Leser ist bekannt")]);
    assert_eq!(CONSTRAINT.message, message);
    let tolerates = CONSTRAINT.tolerates.expect("a text");
    assert_eq!(tolerates.text(Language::DE), Some("Leser ohne Karte"));
}

// In a constant, these are errors of the compiler: see `model-derive/tests/ui`.

#[test]
#[should_panic(expected = "duplicate text in one language")]
fn duplicate_language_is_an_error() {
    let _ = note! { nl: "Per maand.", en: "By month.", nl: "Per kwartaal." };
}

#[test]
#[should_panic(expected = "duplicate text in one language")]
fn languages_that_differ_in_case_only_are_duplicates() {
    let _ = series_break! { from: "2006", fr_be: "En 2006.", fr_BE: "En 2006." };
}

#[test]
#[should_panic(expected = "unknown key: expected a language such as `nl`, `en` or `fr_BE`")]
fn key_that_is_not_a_language_is_an_error() {
    let _ = beraad_describe::__private::language("advise");
}
