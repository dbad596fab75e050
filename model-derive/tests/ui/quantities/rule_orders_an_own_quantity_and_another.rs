include!("shared/wage.rs");

wage! {
    rule(part: distance <= days, nl = "deel", en = "part"),
}

fn main() {}
