use beraad_model_derive::{Block, CodeList};
use beraad_schema::{Code, Person, SerialNumber};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Uitlening", en = "Loan"),
    row(nl = "één uitlening", en = "one loan"),
    unit_type(nl = "uitlening", en = "loan"),
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
        matched = none,
        certainty = phrase,
        level = nominal,
    )]
    pub language: Option<Code<Language>>,
}

/// Languages.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Language {}

fn main() {}
