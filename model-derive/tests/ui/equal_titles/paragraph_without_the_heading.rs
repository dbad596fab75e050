use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Bezoek", paragraph = "3", part)]
struct Visit {}

fn main() {}
