use beraad_schema::{Block, Count, Person, SerialNumber, YearMonth};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
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
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub books: Count,

    /// Day of the loan.
    ///
    /// nl: Dag van de uitlening.
    #[variable(
        label(nl = "Dag van de uitlening", en = "Day of the loan"),
        term = "de uitleendatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub lent: String,

    /// Month of return.
    #[variable(
        label(nl = "Maand van teruggave", en = "Month of return"),
        term = "de inleverdatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub returned: Option<YearMonth>,

    pub colour: Count,
}

fn main() {}
