use beraad_schema::{Block, Code, CodeList, Count, Person, SerialNumber, YearMonth};

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
    rule(
        order: books.contains(1),
        nl = "een boek wordt geleend voor het terugkomt",
        en = "a book is lent before it returns",
    ),
)]
pub struct Loan {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

    /// Number of books.
    ///
    /// nl: Aantal boeken.
    #[variable(
        label(nl = "Aantal boeken", en = "Number of books"),
        term = "het aantal boeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub books: Count,

    /// Month of the loan.
    ///
    /// nl: Maand van de uitlening.
    #[variable(
        label(nl = "Maand van de uitlening", en = "Month of the loan"),
        term = "de uitleendatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub lent: YearMonth,

    /// Month of return.
    ///
    /// nl: Maand van teruggave.
    #[variable(
        label(nl = "Maand van teruggave", en = "Month of return"),
        term = "de inleverdatum",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub returned: Option<YearMonth>,

    /// Reason.
    ///
    /// nl: Reden.
    #[variable(
        label(nl = "Reden", en = "Reason"),
        term = "de reden",
        of = "de weigering",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub reason: Option<Code<Reason>>,
}

/// Why a loan was refused.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Reason {}

fn main() {}
