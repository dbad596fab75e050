use beraad_schema::Block;

#[derive(Block)]
#[block(
    heading = "Schoolloopbaan",
    part,
    id = "enrolment_of_a_pupil_in_a_school_for_the_first_time_in_the_school_year",
)]
struct Enrolment {}

fn main() {}
