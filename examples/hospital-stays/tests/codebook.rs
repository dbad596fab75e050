//! The codebook and the other formats: French first, and true for this decision.

use std::collections::BTreeMap;

use beraad_codegen::{FORMATS, Options};
use hospital_stays::model;

/// Returns the text of each file of every format.
fn artefacts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for format in FORMATS {
        for artefact in format.emit(model(), &Options::new(FORMATS)).unwrap() {
            let path = artefact.path.clone();
            let bytes = artefact.into_bytes().unwrap();
            texts.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    texts
}

/// Returns the text of all Markdown files of one language.
fn codebook(artefacts: &BTreeMap<String, String>, language: &str) -> String {
    let index = format!("codebook-{language}.md");
    let pages = format!("codebook-{language}/");
    let pages = artefacts
        .iter()
        .filter(|(path, _)| path.starts_with(&pages));
    let pages = pages.map(|(_, text)| &**text);
    [&*artefacts[&index]].into_iter().chain(pages).collect()
}

/// Returns the part of a text from a mark up to another one.
fn part<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[test]
fn every_format_is_written() {
    let artefacts = artefacts();
    let paths: Vec<_> = artefacts.keys().map(String::as_str).collect();
    for path in [
        "index.html",
        "codebook-fr.md",
        "codebook-en.md",
        "codebook-fr/stay.md",
        "annotations/stay.beraad.json",
        "json-schema/stay.schema.json",
        "arrow/bill.arrow",
    ] {
        assert!(paths.contains(&path), "{path} is not in {paths:?}");
    }
}

#[test]
fn page_has_the_french_edition_first() {
    let artefacts = artefacts();
    let page = &artefacts["index.html"];
    assert!(page.contains("<html lang=\"fr\">"));
    let (french, english) = (
        page.find("<div class=\"edition\" id=\"fr\" lang=\"fr\""),
        page.find("<div class=\"edition\" id=\"en\" lang=\"en\""),
    );
    assert!(french.unwrap() < english.unwrap());
    // A quotation of the decision is French in both editions.
    assert!(page.contains("<q lang=\"fr\">le numéro SIRET</q>"));
    assert!(artefacts["codebook-fr.md"].starts_with("# Arrêté inventé"));
    assert!(artefacts["codebook-en.md"].starts_with("# Invented order"));
}

#[test]
fn hospital_is_neither_a_person_nor_an_employer() {
    let artefacts = artefacts();
    for (path, words) in [
        ("fr", ["personne", "employeur"]),
        ("en", ["person", "employer"]),
    ] {
        let hospitals = &artefacts[&format!("codebook-{path}/hospital_year.md")];
        let codebook = codebook(&artefacts, path);
        for word in words {
            assert!(!hospitals.to_lowercase().contains(word), "{path}: {word}");
        }
        assert!(
            !codebook.to_lowercase().contains(words[1]),
            "{path}: {}",
            words[1]
        );
        for column in ["stay/hospital", "stay/transfer_hospital", "bill/hospital"] {
            let column = part(&codebook, &format!("<a id=\"{column}\"></a>"), "<a id=");
            assert!(
                !column.to_lowercase().contains(words[0]),
                "{path}: {column}"
            );
        }
    }
    for path in [
        "json-schema/hospital_year.schema.json",
        "arrow/hospital_year.json",
    ] {
        let text = artefacts[path].to_lowercase();
        assert!(
            !text.contains("person") && !text.contains("employ"),
            "{path}"
        );
    }
}

#[test]
fn no_format_states_a_day_of_destruction() {
    for (path, text) in artefacts() {
        for word in ["détrui", "destruction", "destroy", "vernietig"] {
            assert!(!text.to_lowercase().contains(word), "{path}: {word}");
        }
    }
    let french = codebook(&artefacts(), "fr");
    assert!(french.contains("jusqu’à\u{a0}: **douze mois après la réception des données**"));
    assert!(french.contains("**Fenêtre d’observation\u{a0}:** à partir de 2041-07-01"));
}

#[test]
fn codebook_names_no_language_but_its_own() {
    let artefacts = artefacts();
    for (path, words) in [
        ("fr", ["néerlandais", "(nl, en, fr)", "anglais"]),
        ("en", ["Dutch", "(nl, en, fr)", "French only"]),
    ] {
        // Each edition says that the evidence is in English, and nothing else about languages.
        let text = codebook(&artefacts, path).replace("Les justifications sont en anglais.", "");
        for word in words {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn block_without_an_observation_period_does_not_speak_of_one() {
    let artefacts = artefacts();
    let stays = &artefacts["codebook-fr/stay.md"];
    assert!(!stays.contains("période d’observation"));
    let patients = &artefacts["codebook-fr/patient.md"];
    assert!(
        patients
            .contains("La période d’observation de la ligne détermine la signification d’un code.")
    );
}

#[test]
fn providers_of_one_article_are_named_with_their_headings() {
    let french = codebook(&artefacts(), "fr");
    for line in [
        "**Agence inventée des séjours de Valbrume** (article 2), dates fournies par jour",
        "**Répertoire inventé des établissements de Valbrume** (article 2, Établissements), dates fournies par année",
        "**Caisse inventée de remboursement de Valbrume** (article 2, Facturation), dates fournies par mois",
        "**Institut inventé de statistique de Valbrume** (article 3)",
        "montant en `EUR`, avec au maximum 2 décimales",
        "montant en `XPF`, valeur entière",
        "rapport, avec au maximum 6 décimales",
        "Liste ouverte\u{a0}: aucun code n’est connu à l’avance. Forme des codes\u{a0}: 14 caractères selon le modèle `[0-9]{14}`.",
        "la période d’observation ne commence pas avant 2041-07-01<br>",
    ] {
        assert!(french.contains(line), "{line}");
    }
}
