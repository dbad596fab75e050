include!("shared/visit.rs");

deliberation! {
    version = "../0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {}
