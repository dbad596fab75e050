use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part, crate = "crate::facade")]
struct Enrolment {}

fn main() {}
