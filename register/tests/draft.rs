//! Drafts of a register: no text causes a panic, and a draft is always a valid register.
#![cfg(feature = "draft")]

use beraad_register::Register;
use beraad_register::draft::{Draft, DraftError, Guess};
use proptest::prelude::*;

/// Parts of texts of decisions, in Dutch and French, and characters that programs stumble over.
const PARTS: &[&str] = &[
    "BERAADSLAGING NR. 42/007 VAN 1 MAART 2042, GEWIJZIGD OP 3 APRIL 2043, OVER DE MEDEDELING AAN DE HOGESCHOOL VOOR HET ONDERZOEK",
    "DÉLIBÉRATION N° 42/007 DU 1ER MARS 2042 RELATIVE À LA COMMUNICATION À L’INSTITUT",
    "1. ",
    "2. ",
    "3. ",
    "Artikel 3. ",
    "- ",
    "• ",
    "a) ",
    ": ",
    ", ",
    "; ",
    ".\n",
    "\n\n",
    "\n",
    " ",
    "\u{c}",
    "-\n",
    "De bibliotheek zou de volgende gegevens verstrekken",
    "de volgende gegevens:",
    "les données suivantes:",
    "Lezers",
    "Prêts",
    "de begindatum en einddatum van de uitlening",
    "het beginkwartaal/eindkwartaal",
    "la date de début et de fin du prêt",
    "het al dan niet combineren van een abonnement met",
    "een pas",
    " of ",
    " en ",
    " et ",
    " ou ",
    "het ",
    "de ",
    "l’",
    "(",
    ")",
    "(in klassen, ook van ouders en grootouders)",
    "(op niveau van de sectie, de sector en de cluster)",
    "tussen de lezer en de bibliotheek",
    "entre le lecteur et la bibliothèque",
    "periode 2040-2041",
    "tot 31 december 2045",
    "İ",
    "ﬁ",
    "\u{202e}",
    "\u{feff}",
    "\"",
    "\\",
    "'''",
    "]]",
    "{",
    "\r",
    "\t",
    "\0",
    "ẞ",
    "😀",
    "nl: ",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(PARTS), 0..60).prop_map(|parts| parts.concat()),
        // A text that certainly has a heading, with parts in it.
        prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| {
            format!(
                "1. De bibliotheek zou de volgende gegevens van en voor de lezers verstrekken.\n\nLezers: {}, de naam en het jaar.",
                parts.concat()
            )
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn draft_of_any_text_is_a_valid_register(text in texts()) {
        if let Ok(draft) = Draft::read(&text) {
            let toml = draft.to_toml();
            let read = Register::parse(&toml);
            prop_assert_eq!(read.as_ref(), Ok(&draft.register), "{}", toml);
            let lines = text.lines().count();
            prop_assert!(draft.doubts.iter().all(|doubt| (1..=lines).contains(&doubt.line)));
            prop_assert!(draft.doubts.is_sorted());
            for heading in &draft.register.deliberation.headings {
                for term in &heading.terms {
                    let _ = Guess::of(&draft.register, heading, term);
                }
            }
            prop_assert_eq!(Draft::read(&text), Ok(draft));
        }
    }
}

#[test]
fn text_without_list_or_in_another_language_is_an_error() {
    let none = Draft::read(
        "De wet van 1990 is van toepassing op het onderzoek en de gegevens van de personen.",
    );
    assert_eq!(none, Err(DraftError::NoHeadings));
    assert_eq!(
        Draft::read("The law of 1990 applies."),
        Err(DraftError::Language)
    );
    assert_eq!(Draft::read(""), Err(DraftError::Language));
}
