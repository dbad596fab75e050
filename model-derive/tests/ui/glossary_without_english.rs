include!("shared/visit.rs");

use beraad_schema::describe::GlossaryEntry;
use beraad_schema::glossary_entry;

const GLOSSARY: &[GlossaryEntry] = &[glossary_entry! {
    id: "isbn",
    forms: ["ISBN"],
    name: { nl: "Internationaal Standaard Boeknummer" },
}];

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
    glossary = GLOSSARY,
}

fn main() {}
