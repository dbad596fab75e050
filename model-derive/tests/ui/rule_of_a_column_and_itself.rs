use beraad_model_derive::{Block, CodeList};
use beraad_schema::{Code, Count, Person, SerialNumber, YearMonth};

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
    rule(
        order: books <= books,
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
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub books: Count,

    /// Month of the loan.
    ///
    /// nl: Maand van de uitlening.
    #[variable(
        label(nl = "Maand van de uitlening", en = "Month of the loan"),
        term = "de uitleendatum",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub lent: YearMonth,

    /// Month of return.
    ///
    /// nl: Maand van teruggave.
    #[variable(
        label(nl = "Maand van teruggave", en = "Month of return"),
        term = "de inleverdatum",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub returned: Option<YearMonth>,

    /// Reason.
    ///
    /// nl: Reden.
    #[variable(
        label(nl = "Reden", en = "Reason"),
        term = "de reden",
        of = "de weigering",
        matched = none,
        certainty = phrase,
        level = nominal,
    )]
    pub reason: Option<Code<Reason>>,
}

/// Why a loan was refused.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Reason {}

fn main() {}
