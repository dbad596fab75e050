include!("shared/loan.rs");

loan! {
    key(persn),
}

fn main() {}
