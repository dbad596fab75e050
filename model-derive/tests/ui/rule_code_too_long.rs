include!("shared/loan.rs");

loan! {
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    rule(order: reason == Code::<Reason>::new("123456789012345678901234567890123"), nl = "eerst geleend", en = "first lent"),
}

fn main() {}
