use beraad_schema::{Block, Year, YearMonth};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = observation_period)]
    month: YearMonth,

    #[block(role = observation_period)]
    year: Year,
}

fn main() {}
