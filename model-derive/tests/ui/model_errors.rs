include!("shared/visit.rs");

deliberation! {
    blocks = Visit,
    unmodeled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
    blocks = [Visit],
    glossary,
}

fn model_is_there() {
    model();
}

fn main() {}
