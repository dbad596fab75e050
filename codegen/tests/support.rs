//! The support table of each format, and its page in the codebook.

mod common;

use beraad_codegen::messages::Messages;
use beraad_codegen::testing::check_format;
use beraad_codegen::{Carries, FORMATS, Feature, find_format};
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
    for format in FORMATS {
        let row = page
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", format.id)));
        let row = row.expect("a row for each format");
        for &feature in Feature::ALL {
            let name = Messages::of(Language::EN).text(feature.label());
            let is_named = row.contains(name);
            assert_eq!(
                is_named,
                format.support.get(feature) != Carries::Carried,
                "{name}: {row}"
            );
        }
    }
    for format in FORMATS {
        assert!(
            page.contains(&format!("- `{}`", format.id)),
            "{}",
            format.id
        );
    }
}
