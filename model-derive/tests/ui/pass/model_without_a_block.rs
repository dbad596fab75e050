//! A model whose headings are all still to come.

beraad_schema::deliberation! {
    version = "0.1.0",
    blocks = [],
    unmodelled = ["Bezoek", "Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {
    assert!(model().blocks.is_empty());
    assert!(model().code_lists.is_empty());
}
