use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part, id = "../enrolment")]
struct Enrolment {}

fn main() {}
