//! The formatted output of the macros, as files in `tests/snapshots`: so that a reviewer sees it.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use proc_macro2::TokenStream;
use syn::{DeriveInput, parse_str};

use crate::register::Register;
use crate::{expand_block, expand_code_list};

const UPDATE: &str = "INSTA_UPDATE=always cargo test -p beraad-model-derive --lib expansion_tests";

/// Compares the expansion of a struct with its file, or writes the file if the environment says `INSTA_UPDATE=always`.
fn assert_expansion(name: &str, input: &str, expansion: &TokenStream) {
    let file = syn2::parse_file(&expansion.to_string()).expect("an expansion is Rust");
    let commented = input
        .lines()
        .fold(String::new(), |text, line| text + "// " + line + "\n");
    let text = format!("{commented}\n{}", prettyplease::unparse(&file));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{name}.rs"));
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        fs::write(&path, &text).expect("the file can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let first = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(
        kept == text,
        "{} is not what the macro writes; run `{UPDATE}` and read the difference, which starts with {first:#?}",
        path.display()
    );
}

fn parse(input: &str) -> DeriveInput {
    parse_str(input).expect("the input is a struct or an enum")
}

/// The decision of the compile-fail cases.
fn register() -> Rc<Register> {
    let text = include_str!("../tests/ui/deliberation.toml");
    Rc::new(Register::parse(Path::new("deliberation.toml"), text))
}

#[test]
fn expansion_of_a_small_block() {
    let input = r#"/// Visits of one reader in one month.
///
/// nl: Bezoeken van één lezer in één maand.
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één lezer in één maand", en = "one reader in one month"),
    analysis_unit(nl = "lezer", en = "reader"),
    temporality = accumulated,
    key(reader, month),
)]
pub struct Visit {
    #[block(role = subject)]
    pub reader: SerialNumber<Person>,
    #[block(role = observation_period)]
    pub month: YearMonth,
    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits"),
        term = "het aantal bezoeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub visits: Option<Count>,
}"#;
    let expansion = expand_block(&parse(input), Ok(register()));
    assert_expansion("small_block", input, &expansion);
}

#[test]
fn expansion_of_a_block_with_a_part_a_rule_and_constants() {
    let input = r#"/// Career of one pupil.
///
/// nl: Loopbaan van één leerling.
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Schoolloopbaan", en = "School career"),
    row_unit(nl = "één leerling", en = "one pupil"),
    analysis_unit(nl = "leerling", en = "pupil"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
    rule(order: enrolled <= left || left.is_none(), nl = "eerst ingeschreven", en = "first enrolled"),
    note = PUBLIC_SCHOOLS,
)]
pub struct Career {
    /// Quarter of enrolment.
    ///
    /// nl: Kwartaal van inschrijving.
    #[variable(
        label(nl = "Inschrijving", en = "Enrolment"),
        term = "de datum van inschrijving",
        match_quality = likely,
        certainty = documented,
        measurement = metric,
        note(nl = "eerste", en = "first"),
        note = PUBLIC_SCHOOLS,
        series_break = NEW_SYSTEM,
    )]
    pub enrolled: YearQuarter,
    /// Month of leaving.
    ///
    /// nl: Maand van vertrek.
    #[variable(
        label(nl = "Vertrek", en = "Leaving"),
        term = "de maand van vertrek",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        null(nl = "nog op school", en = "still at school"),
    )]
    pub left: Option<YearMonth>,
    #[block(prefix = "parent_", relative = "ouder")]
    pub parent: Languages,
}"#;
    let expansion = expand_block(&parse(input), Ok(register()));
    assert_expansion("block_with_a_part_a_rule_and_constants", input, &expansion);
}

#[test]
fn expansion_of_an_enum_of_codes() {
    let input = r#"/// Genres of books.
///
/// nl: Genres van boeken.
#[codes(closed, status = delivered)]
pub enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("P", alias = "PO", from = "2012-01-01", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}"#;
    let expansion = expand_code_list(&parse(input), Ok(register()));
    assert_expansion("enum_of_codes", input, &expansion);
}
