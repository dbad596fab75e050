//! A format that is defined outside the crate: Beraad's description as CSV, one line for each column.

mod common;

use beraad_codegen::Carries::{Carried, Lost, Partly};
use beraad_codegen::messages::Messages;
use beraad_codegen::testing::{check_format, small_model};
use beraad_codegen::{
    Artefact, EmitError, FORMATS, Feature, Format, Options, OutputFolder, ProgramText, Selection,
    Support, find_format,
};
use beraad_schema::describe::{Block, Language};
use common::{emit_with, text};

const COLUMN_LIST: Format = Format {
    id: "column_list",
    writes: &["columns/<block>.csv"],
    summary: ProgramText::Texts(&[
        ("nl", "de kolommen van elk blok als CSV"),
        ("en", "the columns of each block as CSV"),
    ]),
    support: Support {
        labels: Partly(ProgramText::Texts(&[
            ("nl", "van kolommen, niet van blokken"),
            ("en", "of columns, not of blocks"),
        ])),
        languages: Partly(ProgramText::Texts(&[
            ("nl", "alleen Engelse labels"),
            ("en", "English labels only"),
        ])),
        definitions: Lost,
        phrases: Lost,
        value_types: Partly(ProgramText::Texts(&[
            ("nl", "de soort, zonder nummering"),
            ("en", "the kind, without the numbering"),
        ])),
        certainty: Lost,
        nulls: Partly(ProgramText::Texts(&[
            (
                "nl",
                "wel of een waarde kan ontbreken, niet wat dat betekent",
            ),
            (
                "en",
                "whether a value may be missing, but not what that means",
            ),
        ])),
        universe: Lost,
        keys: Lost,
        measurement: Lost,
        units: Lost,
        bounds: Lost,
        codes: Lost,
        code_periods: Lost,
        missing_codes: Lost,
        validity: Lost,
        rules: Lost,
        provenance: Lost,
        evidence: Lost,
        notes: Lost,
        breaks: Lost,
        glossary: Lost,
    },
    write,
};

fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    for block in &selection.blocks {
        if let Some(column) = block
            .columns()
            .iter()
            .find(|it| it.label().get(Language::EN).contains('"'))
        {
            return Err(EmitError::Block {
                format: COLUMN_LIST.id,
                block: block.id.to_string(),
                source: format!("the label of `{}` contains a quotation mark", column.name).into(),
            });
        }
    }
    let artefact = |block: &&'a Block| {
        let block = *block;
        Artefact::lazy(format!("columns/{}.csv", block.id), move |out| {
            writeln!(out, "name,label,type,nullable")?;
            for column in block.columns() {
                let (label, kind) = (column.label(), column.value_type().kind());
                let (name, nullable) = (&column.name, column.nullable());
                writeln!(
                    out,
                    "{name},\"{}\",{kind},{nullable}",
                    label.get(Language::EN)
                )?;
            }
            Ok(())
        })
    };
    Ok(selection.blocks.iter().map(artefact).collect())
}

fn all_formats() -> Vec<&'static Format> {
    [FORMATS, &[&COLUMN_LIST]].concat()
}

#[test]
fn foreign_format_keeps_the_promises_of_every_format() {
    let broken = check_format(&COLUMN_LIST);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn check_reports_a_table_that_claims_too_much_or_too_little() {
    const WRONG: Format = Format {
        writes: &["columns.csv"],
        support: Support {
            notes: Carried,
            nulls: Lost,
            ..COLUMN_LIST.support
        },
        ..COLUMN_LIST
    };
    let broken = check_format(&WRONG);
    assert_eq!(broken.len(), 3, "{broken:?}");
    assert!(broken[0].contains("names the paths [\"columns.csv\"]"));
    assert!(broken[1].contains("Nulls is Lost, but [\"nullable\"] are carried"));
    assert!(broken[2].contains("Notes is Carried, but [] are carried"));
}

#[test]
fn foreign_format_is_found_and_written_beside_the_others() {
    let model = small_model();
    let formats = all_formats();
    let found = find_format(&formats, "column_list").unwrap();
    let options = Options::new(&formats).with_blocks(["member"]);
    let files = emit_with(found, &model, &options);
    assert_eq!(
        text(&files, "columns/member.csv").lines().nth(1),
        Some("person,\"Person (serial number)\",serial_number,false")
    );

    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("handout");
    let mut artefacts = Vec::new();
    for format in &formats {
        artefacts.extend(format.emit(&model, &options).unwrap());
    }
    let summary = OutputFolder::new(&dir).write("tables", artefacts).unwrap();
    let written = std::fs::read(dir.join("columns/member.csv")).unwrap();
    assert_eq!(written, files[0].1);
    assert_eq!(summary.sizes.last(), Some(&(written.len() as u64)));
}

#[test]
fn codebook_lists_the_formats_that_it_is_given() {
    let model = small_model();
    let codebook = find_format(FORMATS, "codebook_md").unwrap();
    let page = |formats: &[&'static Format]| {
        text(
            &emit_with(codebook, &model, &Options::new(formats)),
            "codebook-en.md",
        )
    };
    let with_foreign = page(&all_formats());
    assert!(with_foreign.contains("- `column_list`: the columns of each block as CSV"));
    let nulls = Messages::of(Language::EN).text(Feature::Nulls.label());
    let part = format!("{nulls} (whether a value may be missing, but not what that means)");
    let row = with_foreign
        .lines()
        .find(|line| line.starts_with("| `column_list` |"));
    let row = row.expect("a row for the format");
    assert!(row.contains(&part), "{row}");
    assert!(!page(FORMATS).contains("column_list"));
    assert!(!page(&[]).contains("What the formats carry"));
}

#[test]
fn foreign_format_can_report_a_model_that_it_cannot_represent() {
    let mut model = small_model();
    common::variable(&mut model, "loan", "renewals")
        .label
        .set(Language::EN, "a \"quoted\" word");
    let error = COLUMN_LIST
        .emit(&model, &Options::new(FORMATS))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "block `loan` cannot be written as `column_list`"
    );
    let error = EmitError::Model {
        format: "column_list",
        source: "too many blocks".into(),
    };
    assert_eq!(
        error.to_string(),
        "the model cannot be written as `column_list`"
    );
}
