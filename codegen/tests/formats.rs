//! What holds for every format.

mod common;

use std::path::Path;

use beraad_codegen::{EmitError, FORMATS, Options, find};
use common::{emit, small_model};

#[test]
fn a_format_has_its_id_for_a_file_name() {
    for format in FORMATS {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/formats/{}.rs", format.id));
        assert!(file.is_file(), "no file {}", file.display());
    }
}

#[test]
fn a_format_writes_the_paths_that_it_names() {
    let model = small_model();
    for format in FORMATS {
        let mut named = Vec::new();
        for path in format.writes {
            if path.contains("<block>") {
                named.extend(
                    model
                        .blocks
                        .iter()
                        .map(|block| path.replace("<block>", &block.id)),
                );
            } else {
                named.push((*path).to_owned());
            }
        }
        let mut written: Vec<_> = emit(format, &model).into_iter().map(|it| it.path).collect();
        named.sort();
        written.sort();
        assert_eq!(written, named, "{}", format.id);
    }
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let (first, second) = (small_model(), small_model());
    for format in FORMATS {
        assert_eq!(emit(format, &first), emit(format, &second), "{}", format.id);
    }
}

#[test]
fn only_the_blocks_that_are_asked_for() {
    let model = small_model();
    let options = Options {
        blocks: Some(vec!["member".into(), "member".into()]),
    };
    for format in FORMATS {
        for artefact in format.emit(&model, &options).unwrap() {
            assert!(!artefact.path.contains("loan"), "{}", artefact.path);
            let text = String::from_utf8_lossy(&artefact.bytes).into_owned();
            assert!(text.contains("languages"), "{}", artefact.path);
            assert!(!text.contains("The month in which"), "{}", artefact.path);
        }
    }
}

#[test]
fn an_unknown_block_is_an_error_that_helps() {
    let options = Options {
        blocks: Some(vec!["lone".into()]),
    };
    for format in FORMATS {
        let error = format.emit(&small_model(), &options).unwrap_err();
        assert!(matches!(error, EmitError::UnknownBlock { .. }));
        assert_eq!(
            error.to_string(),
            "there is no block `lone`: did you mean `loan`?"
        );
    }
    let options = Options {
        blocks: Some(vec!["wages".into()]),
    };
    let error = FORMATS[0].emit(&small_model(), &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no block `wages`: there are `loan`, `member`"
    );
}

#[test]
fn an_unknown_format_is_an_error_that_helps() {
    assert_eq!(find("codebook_html").unwrap().id, "codebook_html");
    let error = find("codebook-md").unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no format `codebook-md`: did you mean `codebook_md`?"
    );
}

#[cfg(feature = "arrow")]
#[test]
fn an_arrow_file_holds_the_schema_and_no_rows() {
    let model = small_model();
    let artefacts = emit(find("arrow").unwrap(), &model);
    let file = artefacts
        .iter()
        .find(|it| it.path == "arrow/loan.arrow")
        .unwrap();
    let reader =
        arrow_ipc::reader::FileReader::try_new(std::io::Cursor::new(&file.bytes), None).unwrap();
    let expected = beraad_schema::arrow::schema(&model, &model.blocks[0]);
    assert_eq!(*reader.schema(), expected);
    assert_eq!(reader.num_batches(), 0);
}

#[cfg(feature = "arrow")]
#[test]
fn arrow_as_json_is_read_by_a_person() {
    let artefacts = emit(find("arrow").unwrap(), &small_model());
    let json: serde_json::Value =
        serde_json::from_str(&common::text(&artefacts, "arrow/member.json")).unwrap();
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
fn a_json_schema_says_which_model_it_is_of() {
    let artefacts = emit(find("json_schema").unwrap(), &small_model());
    let schema: serde_json::Value =
        serde_json::from_str(&common::text(&artefacts, "json-schema/loan.schema.json")).unwrap();
    assert_eq!(
        schema["$comment"],
        format!(
            "model 1.2.0, fingerprint {}, deliberation 20/001; the data must be destroyed after 2029-12-31",
            small_model().fingerprint()
        )
    );
}
