include!("shared/loan.rs");

loan! {
    key(person),
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
}

fn main() {}
