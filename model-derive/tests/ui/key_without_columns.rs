include!("shared/loan.rs");

loan! {
    key(),
}

fn main() {}
