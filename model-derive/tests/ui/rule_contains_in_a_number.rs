include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    rule(order: books.contains(1), nl = "eerst geleend", en = "first lent"),
}

fn main() {}
