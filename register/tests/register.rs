//! The register: every error is reported at its place, and what is written reads back equal.

#[path = "register/errors.rs"]
mod errors;
#[path = "register/written.rs"]
mod written;

use beraad_describe::Grain;
use beraad_register::Register;

/// A register without errors.
const TEXT: &str = include_str!("deliberation.toml");

#[test]
fn register_without_errors_is_read_whole() {
    let register = Register::parse(TEXT).expect("no errors");
    let headings = &register.deliberation.headings;
    assert_eq!(register.deliberation.number, "99/001");
    assert_eq!(headings.len(), 4);
    assert_eq!(headings[2].label.nl, "Schoolloopbaan");
    assert_eq!(headings[2].label.en, "School career");
    assert_eq!(headings[2].relatives[..], ["ouder"]);
    assert_eq!(headings[2].terms[2].relatives[..], ["grootouder"]);
    assert!(headings[2].terms[1].disputed.is_some());
    assert_eq!(headings[0].terms[7].of.as_deref(), Some("de verlenging"));
    let statement = &register.deliberation.statements[0];
    assert_eq!((statement.paragraph, &*statement.topic.en), (1, "Sample"));
}

#[test]
fn precision_is_that_of_the_term_else_of_the_paragraph() {
    let register = Register::parse(TEXT).expect("no errors");
    let school = &register.deliberation.headings[2];
    assert_eq!(register.dates(school, None), Grain::Quarter);
    let of_term = |index: usize| register.dates(school, Some(&school.terms[index]));
    assert_eq!((of_term(0), of_term(1)), (Grain::Quarter, Grain::Month));
}

#[test]
fn wording_decides_which_terms_are_classed_or_identifiers() {
    let register = Register::parse(TEXT).expect("no errors");
    let [loan, .., grant] = &*register.deliberation.headings else {
        panic!("there are four headings");
    };
    assert!(
        register.is_classed(grant, &grant.terms[0]),
        "by its heading"
    );
    assert!(register.is_classed(loan, &loan.terms[5]), "by its term");
    assert!(!register.is_classed(loan, &loan.terms[3]));
    assert!(register.is_identifier(&loan.terms[0]));
    assert!(!register.is_identifier(&loan.terms[1]));
}

#[test]
fn keys_that_may_be_left_out_are_left_out() {
    let (before, after) = TEXT.split_once("[wording]").expect("the wording");
    let (_, after) = after.split_once("[[paragraph]]").expect("a paragraph");
    let text = format!("{before}[[paragraph]]{after}").replace("amended = [\"2021-03-01\"]\n", "");
    let register = Register::parse(&text).expect("no errors");
    assert!(register.deliberation.amended.is_empty());
    assert_eq!(register.wording, beraad_register::Wording::default());
}

#[test]
fn title_in_another_language_has_a_dutch_label_of_its_own() {
    let title = "title = \"Bezoek\"";
    let french = "title = \"Visite\"\nnl = \"Bezoek\"\nfr = \"Visite\"";
    let register = Register::parse(&TEXT.replace(title, french)).expect("no errors");
    let heading = register
        .deliberation
        .heading("Visite")
        .expect("the heading");
    assert_eq!(
        (&*heading.label.nl, &*heading.label.en),
        ("Bezoek", "Visit")
    );
    assert_eq!(heading.label.fr.as_deref(), Some("Visite"));
}
