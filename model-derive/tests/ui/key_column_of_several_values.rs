include!("shared/loan.rs");

loan! {
    key(person, genres),
}

fn main() {}
