//! `trace`: every phrase of the decision, in the order of the text, and the variable that carries it out.

use std::process::ExitCode;

use serde_json::Value;

use crate::{printed, run};

const COLUMNS: [&str; 7] = [
    "paragraph",
    "heading",
    "term",
    "of",
    "relative",
    "block",
    "variable",
];

/// A row, with an empty text for a missing value.
type Row = [String; 7];

fn json() -> Vec<Row> {
    let Ok(Value::Array(rows)) = serde_json::from_str(&printed(&["trace", "--format", "json"]))
    else {
        panic!("an array");
    };
    let row = |row: Value| {
        let fields = row.as_object().expect("an object");
        assert_eq!(fields.len(), COLUMNS.len());
        COLUMNS.map(|name| match &fields[name] {
            Value::Null => String::new(),
            Value::String(text) => {
                assert!(!text.is_empty(), "a missing value is null");
                text.clone()
            }
            Value::Number(number) => number.to_string(),
            other => panic!("{name} is {other}"),
        })
    };
    rows.into_iter().map(row).collect()
}

/// The phrases of the decision: each term, and each term for each person to whom it is extended.
fn named() -> Vec<[String; 5]> {
    let mut named = Vec::new();
    for heading in &beraad_model::model().deliberation.headings {
        for term in &heading.terms {
            let others = heading.relatives.iter().chain(term.relatives.iter());
            for relative in std::iter::once("").chain(others.map(|it| &**it)) {
                named.push([
                    heading.paragraph.to_string(),
                    heading.title.to_string(),
                    term.term.to_string(),
                    term.of.as_deref().unwrap_or_default().to_owned(),
                    relative.to_owned(),
                ]);
            }
        }
    }
    named
}

#[test]
fn phrases_are_listed_in_the_order_of_the_text() {
    let named = named();
    let own = named.iter().filter(|row| row[4].is_empty()).count();
    assert_eq!(own, 174, "terms");
    let mut traced: Vec<[String; 5]> = json()
        .into_iter()
        .map(|[paragraph, heading, term, of, relative, ..]| {
            [paragraph, heading, term, of, relative]
        })
        .collect();
    // A phrase with several variables has several rows.
    traced.dedup();
    assert_eq!(traced, named);
}

#[test]
fn every_variable_is_listed_once() {
    let mut traced: Vec<_> = json()
        .into_iter()
        .filter(|row| !row[6].is_empty())
        .map(|[.., block, variable]| (block, variable))
        .collect();
    let blocks = beraad_model::model().blocks.iter();
    let mut described: Vec<_> = blocks
        .flat_map(|block| {
            let columns = block.variables();
            columns.map(|(column, _)| (block.id.to_string(), column.name))
        })
        .collect();
    traced.sort();
    described.sort();
    assert_eq!(traced, described);
}

#[test]
fn csv_and_json_contain_the_same_rows() {
    let text = printed(&["trace", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("a header"), &COLUMNS[..]);
    let rows: Vec<Row> = reader
        .records()
        .map(|record| {
            let record = record.expect("seven fields");
            std::array::from_fn(|index| record[index].to_owned())
        })
        .collect();
    assert_eq!(rows, json());
}

#[test]
fn strict_fails_if_a_phrase_has_no_variable() {
    let missing = json().iter().filter(|row| row[6].is_empty()).count();
    assert_eq!(run(["trace"]).code, Some(0));
    for style in ["text", "json", "csv"] {
        let strict = run(["trace", "--strict", "--format", style]);
        assert_eq!(strict.code, Some(i32::from(missing > 0)));
        assert_eq!(
            strict.out,
            printed(&["trace", "--format", style]),
            "the rows are the same"
        );
        assert_eq!(
            strict.err.contains(&format!("{missing} of")),
            missing > 0,
            "{}",
            strict.err
        );
    }
}

#[test]
fn strict_fails_for_a_model_without_a_block() {
    let mut model = beraad_model::model().clone();
    let code = |model: &beraad_schema::describe::Model| {
        beraad::run(model, ["beraad", "trace", "--strict", "--format", "csv"])
    };
    assert_eq!(
        format!("{:?}", code(&model)),
        format!("{:?}", ExitCode::SUCCESS)
    );
    model.blocks.pop();
    assert_eq!(
        format!("{:?}", code(&model)),
        format!("{:?}", ExitCode::from(1))
    );
}

#[test]
fn first_rows_as_text() {
    let text = printed(&["trace"]);
    let head: Vec<_> = text.lines().take(30).collect();
    insta::assert_snapshot!("trace", head.join("\n"));
}

/// Runs `trace --text` with the register of the model on the text of the decision, in which `old` is replaced by `new`.
fn compared(old: &str, new: &str) -> crate::Run {
    let workspace = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let conformance = workspace.join("tests/conformance");
    let mut texts = std::fs::read_dir(conformance).expect("a folder of sources");
    let decision = texts.find_map(|entry| {
        let path = entry.expect("an entry").path();
        (path.extension()? == "txt").then_some(path)
    });
    let text = std::fs::read_to_string(decision.expect("a decision")).expect("a text");
    let changed = text.replace(old, new);
    assert!(changed != text || old == new, "`{old}` is in the text");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("decision.txt"), changed).expect("a file");
    let register = workspace.join("model/deliberation.toml");
    std::fs::copy(register, folder.path().join("deliberation.toml")).expect("a register");
    let output = crate::command()
        .args(["trace", "--text", "decision.txt"])
        .current_dir(&folder)
        .output();
    crate::Run::of(output.expect("the binary starts"))
}

#[test]
fn text_of_the_decision_has_every_phrase_in_order() {
    let run = compared("", "");
    assert_eq!((run.code, &*run.err), (Some(0), ""), "{}", run.out);
    assert!(run.out.starts_with("All "), "{}", run.out);
}

#[test]
fn changed_phrase_is_listed_with_its_line() {
    let run = compared("de uitvoerder", "de uitvoering");
    assert_eq!(run.code, Some(1), "{}", run.out);
    let register = include_str!("../../../model/deliberation.toml");
    let line = register
        .lines()
        .position(|line| line.contains("\"de uitvoerder\""));
    let line = line.expect("a term") + 1;
    assert_eq!(
        run.out,
        format!("deliberation.toml:{line}: missing: de uitvoerder\n")
    );
    assert!(run.err.starts_with("no: 1 of "), "{}", run.err);
}

#[test]
fn phrase_at_another_place_is_listed_and_the_others_are_not() {
    let run = compared(
        "Traject: de begindatum, de einddatum",
        "Traject: de einddatum, de begindatum",
    );
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(run.out.contains(": at another place: de "), "{}", run.out);
}

#[test]
fn difference_in_typography_is_named() {
    let run = compared("de uitvoerder", "de uit-\nvoerder");
    assert_eq!(run.code, Some(1), "{}", run.out);
    // Lines are broken at the width of the output.
    let line = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let expected = ": differs only in soft hyphens or hyphens at a line end: de uitvoerder";
    assert!(line.ends_with(expected), "{}", run.out);
}

#[test]
fn unreadable_text_and_invalid_register_are_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let run_here = |args: &[&str]| {
        let output = crate::command().args(args).current_dir(&folder).output();
        crate::Run::of(output.expect("the binary starts"))
    };
    let both = run_here(&["trace", "--text", "decision.txt"]);
    assert_eq!(both.code, Some(2));
    for file in ["decision.txt", "deliberation.toml"] {
        let message = format!("error: cannot read `{file}`");
        assert!(both.err.contains(&message), "{}", both.err);
    }
    std::fs::write(folder.path().join("decision.txt"), b"\xff").expect("a file");
    std::fs::write(folder.path().join("deliberation.toml"), "[words]\n").expect("a file");
    let invalid = run_here(&["trace", "--text", "decision.txt"]);
    assert!(
        invalid.err.contains("is not text in UTF-8"),
        "{}",
        invalid.err
    );
    std::fs::write(folder.path().join("decision.txt"), "text").expect("a file");
    let invalid = run_here(&["trace", "--text", "decision.txt"]);
    assert_eq!(invalid.code, Some(2));
    assert!(
        invalid
            .err
            .contains("deliberation.toml:1:1: missing key `deliberation`"),
        "{}",
        invalid.err
    );
    let with_format = run_here(&["trace", "--text", "decision.txt", "--format", "csv"]);
    assert_eq!(with_format.code, Some(2));
}
