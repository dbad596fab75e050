include!("shared/visit.rs");

deliberation! {
    version = "0.1.0",
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {}
