include!("shared/loan.rs");

loan! {
    key(person, returned),
}

fn main() {}
