include!("shared/loan.rs");

loan! {
    key = "person",
}

fn main() {}
