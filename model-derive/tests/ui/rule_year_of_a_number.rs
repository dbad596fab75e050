include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    rule(order: books.year() == beraad_schema::Year::new(2010), nl = "eerst geleend", en = "first lent"),
}

fn main() {}
