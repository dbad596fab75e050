use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part, id = "com1")]
struct Enrolment {}

fn main() {}
