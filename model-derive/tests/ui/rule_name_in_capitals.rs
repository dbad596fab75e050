include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    rule(Order: lent <= returned, nl = "eerst geleend", en = "first lent"),
}

fn main() {}
