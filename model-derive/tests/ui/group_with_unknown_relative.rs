use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Family {
    #[block(prefix = "parent_", relative = "buur")]
    parent: Enrolment,
}

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Enrolment {}

fn main() {}
