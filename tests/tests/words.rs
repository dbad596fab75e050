//! Nothing but the model knows which decision it is: no other crate names it, its institutions or its sources.

use std::collections::BTreeSet;

use beraad_codegen::{FORMATS, Options};
use beraad_model::model;
use beraad_tests::{files, workspace};

/// Folders that may name it: the model, and what holds it against evidence, measures it and fuzzes it.
const EXEMPT: [&str; 5] = ["model", "tests", "benches", "fuzz", "target"];

/// Words that only this decision and its sources use.
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
            .map(|paragraph| paragraph.provider.to_string()),
    );
    words.insert(deliberation.recipient.to_string());
    words
}

/// Whether the text has the word on its own, in any case: `ksz` and `beraad_model::ksz`, not `taksz`.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let is_letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    text.match_indices(&word).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back())
            && !is_letter(text[at + word.len()..].chars().next())
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
        // A crate, or a folder of crates: what stands loose in the workspace is prose or configuration.
        if !path.is_dir() || name.starts_with('.') || EXEMPT.contains(&&*name) {
            continue;
        }
        let mut found = Vec::new();
        files(&path, &mut found);
        if !found.iter().any(|file| file.ends_with("Cargo.toml")) {
            continue;
        }
        folders.push(name);
        for file in found {
            // A snapshot is no source: it is what a program says of the model.
            if file.extension().is_some_and(|of| of == "snap") {
                continue;
            }
            // What is no text names nothing.
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
fn no_format_knows_another_decision_than_the_one_it_is_given() {
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
fn a_word_is_found_on_its_own() {
    assert!(has_word("the KSZ delivers", "KSZ"));
    assert!(has_word("beraad_model::ksz::Pay", "KSZ"));
    assert!(has_word("of 17/047.", "17/047"));
    assert!(!has_word("taksz", "KSZ"));
    // The model's own source has all the words that are looked for, so that none of them is misspelt.
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
