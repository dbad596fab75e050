include!("shared/wage.rs");

wage! {
    rule(part: euros < francs, nl = "deel", en = "part"),
}

fn main() {}
