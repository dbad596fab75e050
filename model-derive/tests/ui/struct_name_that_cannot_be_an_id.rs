use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Élève {}

fn main() {}
