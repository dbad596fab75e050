use beraad_model_derive::Block;
use beraad_schema::{Count, Person, SerialNumber, YearMonth};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row(nl = "één uitlening", en = "one loan"),
    unit_type(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
pub struct Loan {
    #[block(role = employer)]
    pub person: SerialNumber<Person>,

    /// Number of books.
    ///
    /// nl: Aantal boeken.
    #[variable(
        label(nl = "Aantal boeken", en = "Number of books"),
        term = "het aantal boekn",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub books: Count,

    /// Day of the loan.
    ///
    /// nl: Dag van de uitlening.
    #[variable(
        label(nl = "Dag van de uitlening", en = "Day of the loan"),
        term = "de uitleendatum",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub lent: String,

    /// Month of return.
    #[variable(
        label(nl = "Maand van teruggave", en = "Month of return"),
        term = "de inleverdatum",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub returned: Option<YearMonth>,

    pub colour: Count,
}

fn main() {}
