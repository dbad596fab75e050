use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Bezoek", part)]
struct Visit {}

fn main() {}
