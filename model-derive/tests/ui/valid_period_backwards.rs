include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    valid(from = "2015-01-01", to = "2010-12-31"),
}

fn main() {}
