//! Findings are shown in Dutch and French too, with the values that the English text shows.

use std::fs;

use beraad_describe::Language;
use beraad_register::{Finding, SuppliedLists, SupplyError};

use super::{errors, small_model};

/// Checks that the text of each finding is translated, and shows each value in backticks that the English text shows.
pub(crate) fn check(findings: &[Finding<'_>]) {
    for finding in findings {
        let english = finding.text(Language::EN);
        for (language, confirmed, words) in [
            (
                Language::NL,
                "# bevestigd:",
                ["eigen betekenissen", "volledig"],
            ),
            (
                Language::FR,
                "# confirmé:",
                ["significations propres", "complet"],
            ),
        ] {
            let text = finding.text(language);
            assert_ne!(text, english);
            for value in english.split('`').skip(1).step_by(2) {
                // The keywords of the file format have a name in each language.
                let value = match value {
                    "# confirmed: own meanings" => format!("{confirmed} {}", words[0]),
                    "# confirmed: complete" => format!("{confirmed} {}", words[1]),
                    value => value.replace("# confirmed:", confirmed),
                };
                let is_shown = value == "yes" || value == "no" || text.contains(&value);
                assert!(is_shown, "{value}\n{english}\n{text}");
            }
        }
    }
}

#[test]
fn place_and_kind_are_shown_in_the_language() {
    let found = errors(&[("department.csv", "code,nl,valid_from\n09,een,\n2,twee,x\n")]);
    let texts = |language| {
        let findings = found.findings().into_iter();
        findings
            .map(|it| it.text_in_file(language))
            .collect::<Vec<_>>()
    };
    let starts = |language, expected: [&str; 2]| {
        for (text, start) in texts(language).iter().zip(expected) {
            assert!(text.starts_with(start), "{text}");
        }
    };
    starts(Language::EN, ["warning: line 2: ", "error: line 3: "]);
    starts(Language::NL, ["waarschuwing: regel 2: ", "fout: regel 3: "]);
    starts(
        Language::FR,
        [
            "avertissement\u{a0}: ligne 2\u{a0}: ",
            "erreur\u{a0}: ligne 3\u{a0}: ",
        ],
    );
    let text = found.text(Language::FR);
    assert!(
        text.starts_with("avertissement\u{a0}: department.csv, ligne 2\u{a0}: "),
        "{text}"
    );
}

#[test]
fn folder_that_cannot_be_read_is_reported_in_the_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("lists");
    let error = SuppliedLists::read(&missing, &small_model()).expect_err("no folder");
    assert!(matches!(error, SupplyError::Folder { .. }));
    assert_eq!(error.to_string(), error.text(Language::EN));
    let path = missing.to_str().expect("a text");
    for (language, words) in [
        (Language::NL, "kan niet gelezen worden als een map"),
        (Language::FR, "comme dossier de listes de codes"),
    ] {
        let text = error.text(language);
        assert!(text.contains(path) && text.contains(words), "{text}");
    }
    fs::write(&missing, "").expect("a file");
    let file = SuppliedLists::read(&missing, &small_model()).expect_err("a file");
    assert!(file.text(Language::NL).contains("geef het pad op"));
}
