//! Behaviour of every format.

mod common;

use std::path::Path;

use beraad_codegen::{EmitError, FORMATS, Options, find_format};
use beraad_schema::describe::Language;
use common::{emit, emit_with, small_model};

#[test]
fn file_of_a_format_is_named_after_its_id() {
    for format in FORMATS {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/formats/{}.rs", format.id));
        assert!(file.is_file(), "no file {}", file.display());
    }
}

#[test]
fn only_the_selected_blocks_are_written() {
    let model = small_model();
    let options = Options::new(FORMATS).with_blocks(["member", "member"]);
    for format in FORMATS {
        let mut texts = String::new();
        for (path, content) in emit_with(format, &model, &options) {
            assert!(!path.contains("loan"), "{path}");
            let text = String::from_utf8_lossy(&content);
            assert!(!text.contains("The month in which"), "{path}");
            texts += &text;
        }
        // The content of a workbook is compressed; its sheets are compared with the tables.
        assert!(
            format.id == "workbook" || texts.contains("languages"),
            "{}",
            format.id
        );
    }
}

#[test]
fn every_format_writes_each_variable_alone() {
    let model = small_model();
    for block in &model.blocks {
        for (wanted, _) in block.variables() {
            let part = model.part(|of, column| of.id != block.id || column.name == wanted.name);
            let options = Options::new(FORMATS).with_blocks([&*block.id]);
            let options = options.for_part_of(&model);
            for format in FORMATS {
                for (path, content) in emit_with(format, &part, &options) {
                    let text = String::from_utf8_lossy(&content);
                    for (other, variable) in block.variables() {
                        let definition = variable.definition.get(Language::EN);
                        let is_wanted = other.name == wanted.name;
                        assert!(
                            is_wanted || !text.contains(definition),
                            "{path}: {definition}"
                        );
                    }
                    assert!(!text.contains(&part.fingerprint()), "{path}");
                }
            }
        }
    }
}

#[test]
fn error_for_an_unknown_block_suggests_a_name() {
    let options = Options::new(FORMATS).with_blocks(["laon"]);
    for format in FORMATS {
        let error = format.emit(&small_model(), &options).unwrap_err();
        assert!(matches!(error, EmitError::UnknownBlock { .. }));
        assert_eq!(
            error.to_string(),
            "there is no block `laon`: did you mean `loan`?"
        );
    }
    let options = Options::new(FORMATS).with_blocks(["wages"]);
    let error = FORMATS[0].emit(&small_model(), &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no block `wages`: there are `loan`, `member`"
    );
}

#[test]
fn error_for_an_unknown_format_suggests_an_id() {
    let found = find_format(FORMATS, "codebook_html").unwrap();
    assert_eq!(found.id, "codebook_html");
    let error = find_format(FORMATS, "codebook-md").unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no format `codebook-md`: did you mean `codebook_md`?"
    );
    let error = find_format(FORMATS, "R").unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no format `R`: did you mean `r`?"
    );
}

#[test]
fn script_of_a_variable_names_all_columns_of_the_file() {
    let whole = small_model();
    let part = whole.part(|_, column| column.name == "renewals");
    let options = Options::new(FORMATS).for_part_of(&whole);
    let columns = whole.blocks[0].columns();
    for id in ["r", "spss", "stata", "sas", "python"] {
        let format = find_format(FORMATS, id).unwrap();
        for (path, content) in emit_with(format, &part, &options) {
            let text = String::from_utf8_lossy(&content);
            // Not the dataset of Stata, which has no rows.
            if !path.contains("/en/loan") || text.contains("<stata_dta>") {
                continue;
            }
            for column in &columns {
                assert!(text.contains(&*column.name), "{path}: {}", column.name);
            }
            let kept = "The file has all columns of the block; this script keeps person, renewals";
            let text = text.replace(".\n* ", " ");
            assert!(text.contains(kept), "{path}: {text}");
        }
        // A script of the whole block does not say which columns it keeps.
        for (path, content) in emit_with(format, &whole, &Options::new(FORMATS)) {
            let text = String::from_utf8_lossy(&content);
            assert!(!text.contains("this script keeps"), "{path}");
        }
    }
}

#[cfg(feature = "arrow")]
#[test]
fn arrow_file_contains_the_schema_and_no_rows() {
    let model = small_model();
    let files = emit(find_format(FORMATS, "arrow").unwrap(), &model);
    let (_, content) = files
        .iter()
        .find(|(path, _)| path == "arrow/loan.arrow")
        .unwrap();
    let reader =
        arrow_ipc::reader::FileReader::try_new(std::io::Cursor::new(content), None).unwrap();
    let expected = beraad_schema::arrow::schema(&model, &model.blocks[0]);
    assert_eq!(*reader.schema(), expected);
    assert_eq!(reader.num_batches(), 0);
}

#[cfg(feature = "arrow")]
#[test]
fn arrow_json_is_readable() {
    let files = emit(find_format(FORMATS, "arrow").unwrap(), &small_model());
    let text = common::text(&files, "arrow/member.json");
    assert!(text.starts_with("{\n  \"fields\": [\n    {\n      \"name\": \"person\",\n"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let types: Vec<_> = json["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| {
            format!(
                "{}: {}",
                field["name"].as_str().unwrap(),
                field["type"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        types,
        [
            "person: uint32",
            "year: int16",
            "sex: dictionary<uint8, utf8>",
            "languages: list<dictionary<uint16, utf8>>",
            "parent_1_sex: dictionary<uint8, utf8>",
        ]
    );
}

#[test]
fn json_schema_has_the_fingerprint_of_its_block() {
    let model = small_model();
    let files = emit(find_format(FORMATS, "json_schema").unwrap(), &model);
    let schema: serde_json::Value =
        serde_json::from_str(&common::text(&files, "json-schema/loan.schema.json")).unwrap();
    assert_eq!(
        schema["$comment"],
        format!(
            "block loan, fingerprint {}, decision 20/001. The data must be destroyed after 2029-12-31. Annotations: annotations/loan.beraad.json",
            model.block_fingerprint(&model.blocks[0])
        )
    );
}
