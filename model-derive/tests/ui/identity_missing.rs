use beraad_schema::Block;

/// One loan.
///
/// nl: Eén uitlening.
#[derive(Block, Clone)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
)]
struct Loan {}

fn main() {}
