//! The support table of each format, and its page in the codebook.

mod common;

use beraad_codegen::messages::Messages;
use beraad_codegen::testing::check_format;
use beraad_codegen::{FORMATS, Feature, find_format};
use beraad_schema::describe::Language;
use common::{emit, small_model};

#[test]
fn each_format_keeps_its_promises() {
    let broken: Vec<_> = FORMATS
        .iter()
        .flat_map(|format| check_format(format))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn codebook_prints_what_each_format_carries() {
    let codebook = find_format(FORMATS, "codebook_md").unwrap();
    let page = common::text(&emit(codebook, &small_model()), "codebook-en.md");
    for feature in Feature::ALL {
        let row = format!("| {} |", Messages::of(Language::EN).text(feature.label()));
        assert!(page.contains(&row), "{row}");
    }
    for format in FORMATS {
        assert!(
            page.contains(&format!("- `{}`", format.id)),
            "{}",
            format.id
        );
    }
}
