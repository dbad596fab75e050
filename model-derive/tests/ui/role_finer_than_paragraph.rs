use beraad_schema::{Block, YearMonth};

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Loan {
    #[block(role = observation_period)]
    month: YearMonth,
}

fn main() {}
