include!("shared/wage.rs");

wage! {
    rule(part: euros - francs >= 0, nl = "deel", en = "part"),
}

fn main() {}
