include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    valid(from = "2015-02-29"),
}

fn main() {}
