include!("shared/wage.rs");

wage! {
    rule(part: days <= weeks, nl = "deel", en = "part"),
}

fn main() {}
