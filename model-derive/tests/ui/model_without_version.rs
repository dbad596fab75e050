include!("shared/visit.rs");

deliberation! {
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {}
