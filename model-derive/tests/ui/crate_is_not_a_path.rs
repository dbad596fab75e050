use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part, crate = "beraad-schema")]
struct Enrolment {}

fn main() {}
