//! Drafts of a register: no text causes a panic, and a draft is always a valid register.
#![cfg(feature = "draft")]

use beraad_describe::{Language, ValueKind};
use beraad_register::Register;
use beraad_register::draft::{Draft, DraftError, Guess, periods};
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
    assert_eq!(Draft::read(""), Err(DraftError::Empty));
}

/// The terms under each heading of a draft, as `title: term; term < phrase that contains it`.
fn headings(text: &str) -> Vec<String> {
    let draft = Draft::read(text).expect("a draft");
    let headings = draft.register.deliberation.headings.iter();
    let headings = headings.map(|heading| {
        let terms = heading.terms.iter().map(|term| match &term.of {
            Some(of) => format!("{} < {of}", term.term),
            None => term.term.to_string(),
        });
        format!(
            "{}: {}",
            heading.title,
            terms.collect::<Vec<_>>().join("; ")
        )
    });
    headings.collect()
}

fn in_dutch(list: &str) -> Vec<String> {
    headings(&format!(
        "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken, met de maand van elke datum.\n\n{list}"
    ))
}

fn in_french(list: &str) -> Vec<String> {
    headings(&format!(
        "1. La bibliothèque communiquerait les données suivantes des lecteurs, avec le mois et l’année des dates.\n\n{list}"
    ))
}

#[test]
fn list_is_split_at_commas_and_the_last_and() {
    assert_eq!(
        in_dutch(
            "Lezers: de naam van de vader en de moeder, de relatie tussen de lezer en de gever en het geslacht. Hierna volgt meer."
        ),
        [
            "Lezers: vader < de naam van de vader en de moeder; moeder < de naam van de vader en de moeder; de relatie tussen de lezer en de gever; het geslacht"
        ]
    );
    assert_eq!(
        in_french(
            "Lecteurs: le sexe, la relation entre le lecteur et le donneur, l’âge au moment du prêt et l'état civil."
        ),
        [
            "Lecteurs: le sexe; la relation entre le lecteur et le donneur; l’âge au moment du prêt; l'état civil"
        ]
    );
}

#[test]
fn list_in_brackets_is_nested() {
    assert_eq!(
        in_dutch(
            "Werken: de aard (op niveau van de afdeling en het vak), de prijs (in klassen), de titel, de toestand (al dan niet nieuw, hersteld of verloren) en de uitgever."
        ),
        [
            "Werken: afdeling < de aard; vak < de aard; de prijs (in klassen); de titel; nieuw < de toestand; hersteld < de toestand; verloren < de toestand; de uitgever"
        ]
    );
    assert_eq!(
        in_french(
            "Ouvrages: la nature (au niveau de la section, du rayon et de l’étagère), le prix (en classes), le code de l’auteur et de l’éditeur, le titre."
        ),
        [
            "Ouvrages: section < la nature; rayon < la nature; étagère < la nature; le prix (en classes); auteur < le code de l’auteur et de l’éditeur; éditeur < le code de l’auteur et de l’éditeur; le titre"
        ]
    );
}

#[test]
fn begin_and_end_are_two_terms() {
    assert_eq!(
        in_dutch(
            "Leningen: de begindatum en einddatum van de lening, het beginjaar/eindjaar van de kaart, de soort."
        ),
        [
            "Leningen: begindatum < de begindatum en einddatum van de lening; einddatum < de begindatum en einddatum van de lening; beginjaar < het beginjaar/eindjaar van de kaart; eindjaar < het beginjaar/eindjaar van de kaart; de soort"
        ]
    );
    assert_eq!(
        in_french("Prêts: la date de début et de fin du prêt, le genre."),
        [
            "Prêts: début < la date de début et de fin du prêt; fin < la date de début et de fin du prêt; le genre"
        ]
    );
}

#[test]
fn combination_has_a_term_for_each_object() {
    assert_eq!(
        in_dutch(
            "Kaarten: het al dan niet combineren van een kaart met een abonnement, een pas of de leeskring, het jaar en de prijs."
        ),
        [
            "Kaarten: een abonnement < het al dan niet combineren van een kaart met; een pas < het al dan niet combineren van een kaart met; de leeskring < het al dan niet combineren van een kaart met; het jaar; de prijs"
        ]
    );
}

#[test]
fn items_of_a_list_are_terms() {
    let expected = ["Lezers: geslacht; het jaar van geboorte; de gemeente"];
    assert_eq!(
        in_dutch("Lezers:\n- geslacht;\n- het jaar van\n  geboorte;\n- de gemeente.\n"),
        expected
    );
    assert_eq!(
        in_dutch("Lezers\n\n• geslacht\n• het jaar van geboorte\n• de gemeente\n"),
        expected
    );
    assert_eq!(
        in_french(
            "- Lecteurs: le sexe et l’année de naissance;\n- Prêts: le mois du prêt, le genre.\n"
        ),
        [
            "Lecteurs: le sexe; l’année de naissance",
            "Prêts: le mois du prêt; le genre"
        ]
    );
    assert_eq!(
        headings(
            "1. Les données suivantes sont communiquées par la bibliothèque pour les lecteurs:\n- le sexe;\n- le nom.\n"
        ),
        [
            "Les données suivantes sont communiquées par la bibliothèque pour les lecteurs: le sexe; le nom"
        ]
    );
}

#[test]
fn decision_as_a_whole_is_read() {
    let text = "Comité de lecture\n\nDÉLIBÉRATION N° 42/007 DU 1ER MARS 2042, MODIFIÉE LE 2 AVRIL 2043, RELATIVE À LA COMMUNICATION DE DONNÉES PAR LA BIBLIOTHÈQUE À L’INSTITUT DE LECTURE EN VUE DE L’ÉTUDE DES LECTEURS\n\n\
        1. L’Institut de Lecture étudie les lecteurs pour la période 2040-2041.\n\n\
        2. La Bibliothèque (BIB) communiquerait les données suivantes. Les dates sont limitées au mois et à l’année.\n\n\
        Prêts: le trimestre du prêt, la date du retour et le genre.\n\n\
        3. L’Institut conserve les données jusqu’au 31 décembre 2045.\n";
    let draft = Draft::read(text).expect("a draft");
    let decision = &draft.register.deliberation;
    assert_eq!(decision.number, "42/007");
    assert_eq!(decision.dated.to_string(), "2042-03-01");
    assert_eq!(decision.amended[0].to_string(), "2043-04-02");
    assert_eq!(decision.committee.get(Language::FR), "Comité de lecture");
    assert_eq!(decision.recipient.get(Language::FR), "Institut de Lecture");
    assert_eq!(decision.window.to_string(), "2040-2041");
    let paragraph = &decision.paragraphs[0];
    assert_eq!(paragraph.provider.as_deref(), Some("BIB"));
    assert_eq!(
        paragraph.dates.map(|grain| grain.to_string()).as_deref(),
        Some("month")
    );
    let precisions: Vec<_> = decision.headings[0]
        .terms
        .iter()
        .map(|term| term.precision.map(|grain| grain.to_string()))
        .collect();
    assert_eq!(precisions, [Some("quarter".to_owned()), None, None]);
    assert!(
        draft
            .doubts
            .iter()
            .any(|doubt| doubt.line == 3 && doubt.message.contains("capitals"))
    );
}

fn guesses(text: &str) -> Vec<String> {
    let draft = Draft::read(text).expect("a draft");
    let register = &draft.register;
    let mut guesses = Vec::new();
    for heading in &register.deliberation.headings {
        for term in &heading.terms {
            let guess = Guess::of(register, heading, term);
            let list = if guess.is_list { "list of " } else { "" };
            guesses.push(format!(
                "{}: {list}{}, {}",
                term.term, guess.kind, guess.measurement
            ));
        }
    }
    guesses
}

#[test]
fn values_are_guessed_from_the_words_of_a_phrase() {
    let dutch = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken, met het kwartaal van elke datum.\n\n\
        Lezers: het identificatienummer van de werkgever, de geboortejaren van de kinderen, de boete (in klassen), het bedrag (in klassen), \
        het aantal dagen, de duur, het percentage boeken en het al dan niet lid zijn.";
    assert_eq!(
        guesses(dutch),
        [
            "het identificatienummer van de werkgever: serial_number, identifier",
            "de geboortejaren van de kinderen: list of year, metric",
            "de boete (in klassen): code, nominal",
            "het bedrag (in klassen): amount_class, ordinal",
            "het aantal dagen: days, metric",
            "de duur: months, metric",
            "het percentage boeken: percentage, metric",
            "het al dan niet lid zijn: flag, nominal",
        ]
    );
    let french = "1. La bibliothèque communiquerait les données suivantes des lecteurs, avec le trimestre des dates.\n\n\
        Lecteurs: la date de début et de fin du prêt, le nombre d’heures par semaine, le nombre de prêts (par tranche), les langues et le fait d’être membre.";
    assert_eq!(
        guesses(french),
        [
            "début: year_quarter, metric",
            "fin: year_quarter, metric",
            "le nombre d’heures par semaine: hours_per_week, metric",
            "le nombre de prêts (par tranche): amount_class, ordinal",
            "les langues: list of code, nominal",
            "le fait d’être membre: flag, nominal",
        ]
    );
}

#[test]
fn begin_and_end_of_a_period_are_paired() {
    let pairs = |text: &str| {
        let draft = Draft::read(text).expect("a draft");
        periods(&draft.register, &draft.register.deliberation.headings[0])
    };
    let dutch = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\n\
        Leningen: de startdatum van de lening, de begindatum van de kaart, de einddatum van de lening, de einddatum van de kaart, de einddatum van het jaar en het begin van het verhaal.";
    assert_eq!(pairs(dutch), [(0, 2), (1, 3)]);
    let french = "1. La bibliothèque communiquerait les données suivantes des lecteurs.\n\n\
        Prêts: le mois de début du prêt, la date de début et de fin de la carte et le mois de fin du prêt.";
    assert_eq!(pairs(french), [(0, 3), (1, 2)]);
}

#[test]
fn word_for_a_paragraph_is_that_of_the_text() {
    let word = |text: &str| {
        let draft = Draft::read(text).expect("a draft");
        let words = &draft.register.deliberation.words;
        let language = draft.register.deliberation.languages.decision;
        words.paragraph.get(language).to_owned()
    };
    let french = "La Bibliothèque communiquerait les données suivantes.\n\nPrêts: le mois du prêt, la nature de l'ouvrage et le statut.\n";
    let introduction = "DÉLIBÉRATION N° 42/007 DU 1ER MARS 2042\n\n";
    let with = |mark: &str| word(&format!("{introduction}{mark} {french}"));
    assert_eq!(with("1."), "point");
    assert_eq!(with("Article 1er."), "article");
    assert_eq!(with("ARTICLE 1ER."), "article");
    assert_eq!(with("Art. 2."), "article");
    assert_eq!(with("§ 2."), "paragraphe");
    let dutch = "De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\nLezers: de naam, het jaar en de soort.\n";
    assert_eq!(word(&format!("1. {dutch}")), "punt");
    assert_eq!(word(&format!("Artikel 1. {dutch}")), "artikel");
}

#[test]
fn amount_in_a_currency_is_a_doubt_unless_it_is_in_classes() {
    let doubts = |text: &str| {
        let draft = Draft::read(text).expect("a draft");
        let doubts = draft.doubts.into_iter();
        let doubts = doubts.filter(|doubt| doubt.message.contains("exact amount"));
        doubts.map(|doubt| doubt.term).collect::<Vec<_>>()
    };
    let french = "1. La Bibliothèque communiquerait les données suivantes.\n\nPrêts: le mois du prêt, le montant de l'amende en euros et le statut.\n";
    assert_eq!(doubts(french), [Some(1)]);
    let dutch = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\nLezers: de naam, de boete in euro, de prijs in euro (in klassen) en de soort.\n";
    assert_eq!(doubts(dutch), [Some(1)]);
}

#[test]
fn identification_number_is_guessed_in_every_language() {
    let text = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\nLezers: de Nummer, het jaar en de soort.\n";
    let mut register = Draft::read(text).expect("a draft").register;
    register.wording.identifier = vec!["de Nummer".into()];
    register.deliberation.languages.decision = Language::DE;
    let heading = &register.deliberation.headings[0];
    let terms = heading.terms.iter();
    let guesses = terms.map(|term| Guess::of(&register, heading, term).kind);
    let (number, code) = (ValueKind::SerialNumber, ValueKind::Code);
    assert_eq!(guesses.collect::<Vec<_>>(), [number, code, code]);
}

#[test]
fn empty_text_is_an_error_that_names_it() {
    for text in ["", " \n\n\t"] {
        assert_eq!(Draft::read(text), Err(DraftError::Empty));
    }
}
