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
