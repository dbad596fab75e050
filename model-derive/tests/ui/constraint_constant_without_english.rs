include!("shared/visit.rs");

use beraad_schema::constraint;
use beraad_schema::describe::Constraint;

const KNOWN_READER: Constraint = constraint! {
    id: "known_reader",
    severity: Warning,
    message: { nl: "elke lezer is gekend" },
    applies_to: ["visit.visits"],
    basis: "paragraph 2",
};

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
    constraints = [KNOWN_READER],
}

fn main() {}
