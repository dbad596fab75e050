use beraad_schema::Block;

/// One loan.
///
/// nl: Eén uitlening.
#[derive(Block, Clone)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan", de = "Ausleihe"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
struct Loan {}

fn main() {}
