use beraad_schema::{Block, Count, Person, SerialNumber};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Schooltoelage (in klassen)",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
pub struct Loan {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

    /// Amount.
    ///
    /// nl: Bedrag.
    #[variable(
        label(nl = "Bedrag", en = "Amount"),
        term = "het bedrag",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub amount: Count,
}

fn main() {}
