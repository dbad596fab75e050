//! A model whose labels and codes are hostile to scripts.

use beraad_schema::describe::{CodeEntry, Label, Language, Meaning, MissingReason, Model};

/// The labels, each with its code.
const LABELS: &[(&str, &str)] = &[
    (".", "it's \"quoted\" `here` \\n"),
    ("'", "%put _all_; &sysuserid $x */ /* // ///"),
    ("\"", "a\nb"),
    ("\\", "a b"),
    ("NA", "=cmd|' /C calc'!A0"),
    ("a\u{202e}b", "left \u{202e}right"),
    ("9", "<script>alert(1)</script>"),
];

/// Returns the small model with hostile labels and codes of the sexes, of which the last one is a missing value.
pub(crate) fn hostile_model() -> Model {
    let mut model = super::small_model();
    let list = super::code_list(&mut model, "sex");
    let entry = |(code, label): &(&'static str, &'static str)| {
        let label = Label::new([(Language::EN, *label), (Language::NL, *label)]);
        let mut meaning = Meaning::new(label);
        meaning.missing = (*code == "9").then_some(MissingReason::Unknown);
        CodeEntry::new(*code, vec![meaning])
    };
    list.codes = LABELS.iter().map(entry).collect();
    model
}
