//! Rows about units that are not persons: every format uses the words of their subject.

mod common;

use beraad_codegen::FORMATS;
use beraad_schema::describe::{
    Block, Field, Label, Language, Model, Quantity, Role, RoleColumn, Subject, ValueType,
};
use common::{emit, small_model};

fn label(nl: &str, en: &str) -> Label {
    Label::new([(Language::NL, nl.to_owned()), (Language::EN, en.to_owned())])
}

/// The small model with a block about hospitals, and no other.
fn model_of_hospitals() -> Model {
    let mut model = small_model();
    let hospital = Subject::new("hospital", label("ziekenhuis", "hospital"));
    let mut block = Block::new("stay", label("Verblijf", "Stay"));
    let heading = &model.deliberation.headings[0];
    block.paragraph.clone_from(&heading.paragraph);
    block.heading.clone_from(&heading.title);
    let count = ValueType::Number {
        quantity: Quantity::Count.into(),
        min: 0,
        max: 9,
        decimals: 0,
    };
    let mut rank = RoleColumn::new("rank", Role::Technical, label("Rang", "Rank"), count);
    rank.definition = label("Rang van het verblijf.", "Rank of the stay.");
    rank.why = Some(label("elk verblijf telt", "each stay counts"));
    let of = hospital.id.clone();
    let mut sent_by = RoleColumn::new(
        "sent_by",
        Role::Reference,
        label("Verwezen door", "Sent by"),
        ValueType::SerialNumber { of },
    );
    sent_by.why = Some(label("om verwijzingen te volgen", "to follow referrals"));
    block.fields = vec![
        Field::Role(RoleColumn::subject("place", &hospital)),
        Field::Role(sent_by),
        Field::Role(rank),
    ];
    model.blocks = vec![block];
    model.constraints = Vec::new();
    model.subjects = vec![hospital];
    model
}

/// The text of all files of a format.
fn text_of(format: &str, model: &Model) -> String {
    let format = FORMATS.iter().find(|known| known.id == format);
    let files = emit(format.expect("a format"), model);
    files
        .iter()
        .map(|(_, content)| String::from_utf8_lossy(content))
        .collect()
}

#[test]
fn codebook_uses_the_name_of_the_subject_in_its_own_language() {
    let text = text_of("codebook_md", &model_of_hospitals());
    for expected in [
        "Ziekenhuis (volgnummer)",
        "De eenheid waarover de rij gaat (ziekenhuis), als betekenisloos volgnummer.",
        "volgnummer, in de nummering ziekenhuis (`hospital`)",
        "nummer van de eenheid waarover de rij gaat (nummering ziekenhuis)",
        "verwijst naar rijen met dit nummer (nummering ziekenhuis)",
        "**Reden voor de kolom:** elk verblijf telt",
        "Hospital (serial number)",
        "serial number, in the numbering `hospital`",
        "refers to rows with this number (numbering hospital)",
        "**Reason for the column:** each stay counts",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn no_format_calls_a_hospital_a_person_or_an_employer() {
    let model = model_of_hospitals();
    for format in FORMATS {
        let text = text_of(format.id, &model).to_lowercase();
        for word in ["person", "persoon", "employer", "werkgever"] {
            assert!(!text.contains(word), "{}: {word}", format.id);
        }
    }
}

#[test]
fn schemas_carry_the_role_the_subject_and_the_reason() {
    for (format, expected) in [
        (
            "json_schema",
            [
                "\"role\": \"technical\"",
                "\"of\": \"hospital\"",
                "each stay counts",
            ],
        ),
        ("arrow", ["technical", "hospital", "each stay counts"]),
    ] {
        let text = text_of(format, &model_of_hospitals());
        for expected in expected {
            assert!(text.contains(expected), "{format}: {expected}\n{text}");
        }
    }
}
