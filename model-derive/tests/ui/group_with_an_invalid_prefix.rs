use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Family {
    #[block(prefix = "Parent-", relative = "ouder")]
    parent: Enrolment,
}

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Enrolment {}

fn main() {}
