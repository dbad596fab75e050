use beraad_schema::{Block, Code, CodeList, Person, SerialNumber};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
pub struct Loan {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

    /// Language at home.
    ///
    /// nl: Thuistaal.
    #[variable(
        label(nl = "Thuistaal", en = "Language at home"),
        term = "de thuistaal",
        relative = "groot-ouder",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub language: Option<Code<Language>>,
}

/// Languages.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Language {}

fn main() {}
