//! Only the model names its decision: no other crate contains the number of the decision, its institutions or its sources.

use std::collections::BTreeSet;
use std::path::PathBuf;

use beraad_codegen::{FORMATS, Options};
use beraad_model::model;
use beraad_tests::{files, workspace};

/// Folders that may name the decision: the model, its tests, its measurements and its fuzz targets.
const EXEMPT: [&str; 5] = ["model", "tests", "benches", "fuzz", "target"];

/// The examples that use the model.
const EXEMPT_EXAMPLES: [&str; 4] = ["analysis", "importer", "schema-watch", "service"];

/// Returns the words that only this decision and its sources use.
fn words() -> BTreeSet<String> {
    let deliberation = &model().deliberation;
    let mut words: BTreeSet<String> = [
        "KSZ", "BCSS", "RVA", "ONEM", "RSZ", "ONSS", "RSZPPO", "RIZIV", "LIPRO", "DMFA", "INSZ",
    ]
    .map(str::to_owned)
    .into();
    words.insert(deliberation.number.to_string());
    words.insert(deliberation.number.replace('/', "-"));
    words.extend(
        deliberation
            .paragraphs
            .iter()
            .filter_map(|paragraph| Some(paragraph.provider.as_ref()?.to_string())),
    );
    words.extend(
        deliberation
            .recipient
            .iter()
            .map(|(_, text)| text.to_owned()),
    );
    words
}

/// Returns `true` if the text contains the word, in any case, between characters that are not letters: in `ksz` and in
/// `beraad_model::ksz`, but not in `taksz`.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let is_letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    text.match_indices(&word).any(|(start, _)| {
        !is_letter(text[..start].chars().next_back())
            && !is_letter(text[start + word.len()..].chars().next())
    })
}

#[test]
fn only_the_model_names_the_decision() {
    let root = workspace();
    let words = words();
    let mut folders = Vec::new();
    let mut findings = Vec::new();
    for entry in std::fs::read_dir(&root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // Only crates and folders of crates are read. Other files of the workspace are prose or configuration.
        if !path.is_dir() || name.starts_with('.') || EXEMPT.contains(&&*name) {
            continue;
        }
        let mut found = Vec::new();
        files(&path, &mut found);
        let uses_model = |file: &PathBuf| {
            EXEMPT_EXAMPLES
                .iter()
                .any(|example| file.starts_with(root.join("examples").join(example)))
        };
        found.retain(|file| !uses_model(file));
        if !found.iter().any(|file| file.ends_with("Cargo.toml")) {
            continue;
        }
        folders.push(name);
        for file in found {
            // A snapshot is not source code: it is the output of a program that describes the model.
            if file.extension().is_some_and(|of| of == "snap") {
                continue;
            }
            // A file that is not text is skipped.
            let Ok(text) = std::fs::read_to_string(&file) else {
                continue;
            };
            for (number, line) in text.lines().enumerate() {
                for word in words.iter().filter(|word| has_word(line, word)) {
                    let file = file.strip_prefix(&root).unwrap().display();
                    findings.push(format!("{file}:{}: names {word}", number + 1));
                }
            }
        }
    }
    for expected in ["schema", "model-derive", "codegen", "cli", "examples"] {
        assert!(
            folders.iter().any(|folder| folder == expected),
            "{expected} was read"
        );
    }
    assert!(
        findings.is_empty(),
        "only `model` names the decision:\n{}",
        findings.join("\n")
    );
}

#[test]
fn formats_name_only_the_decision_of_their_model() {
    let words = words();
    for format in FORMATS {
        for artefact in format
            .emit(library_loans::model(), &Options::new(FORMATS))
            .unwrap()
        {
            let path = artefact.path.clone();
            let bytes = artefact.into_bytes().unwrap();
            let text = String::from_utf8_lossy(&bytes);
            let named = words.iter().find(|word| has_word(&text, word));
            assert_eq!(named, None, "{path}");
        }
    }
}

#[test]
fn word_is_found_between_other_characters() {
    assert!(has_word("the KSZ delivers", "KSZ"));
    assert!(has_word("beraad_model::ksz::Pay", "KSZ"));
    assert!(has_word("of 17/047.", "17/047"));
    assert!(!has_word("taksz", "KSZ"));
    // The source of the model contains all words of the search, so none of them is misspelt.
    let mut found = Vec::new();
    files(&workspace().join("model"), &mut found);
    let text: String = found
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .collect();
    for word in [
        "17/047",
        "VDAB",
        "KSZ",
        "RVA",
        "LIPRO",
        "Universiteit Antwerpen",
    ] {
        assert!(words().contains(word) && has_word(&text, word), "{word}");
    }
}
