include!("shared/wage.rs");

wage! {
    rule(part: 1 + days <= weeks, nl = "deel", en = "part"),
}

fn main() {}
