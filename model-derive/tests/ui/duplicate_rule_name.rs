include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    rule(order: books > 0, nl = "minstens één boek", en = "at least one book"),
    rule(order: lent <= returned, nl = "eerst geleend", en = "first lent"),
}

fn main() {}
