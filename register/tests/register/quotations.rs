//! Comparison of a register with the text of its decision.

use beraad_register::{QuotationKind, Register, Typography};

use super::TEXT;

/// A text in which the phrases of the register occur in its order.
fn decision(register: &Register) -> String {
    let quotations = register.quotations().into_iter();
    let texts = quotations.map(|quotation| match quotation.kind {
        QuotationKind::Title => format!("\n\n{}\n\n", quotation.text),
        // The terms that follow are inside this phrase.
        QuotationKind::Around => String::new(),
        QuotationKind::Before | QuotationKind::Term => format!("{},\n", quotation.text),
    });
    texts.collect()
}

/// A register with these terms under one heading; `(of, term)` is a nested one.
fn register(terms: &[(&str, &str)]) -> Register {
    let mut register = Register::parse(TEXT).expect("no errors");
    let headings = &mut register.deliberation.headings;
    headings.truncate(1);
    headings[0].title = "Bezoek".into();
    headings[0].terms = terms
        .iter()
        .map(|(of, term)| {
            let mut term = beraad_describe::Term::new((*term).to_owned());
            term.of = (!of.is_empty()).then(|| (*of).to_owned().into());
            term
        })
        .collect();
    register
}

/// The misquoted words, and true for those that occur elsewhere.
fn misquoted(register: &Register, text: &str) -> Vec<(String, bool)> {
    let misquotations = register.misquotations(text).into_iter();
    misquotations
        .map(|it| (it.quotation.text.to_owned(), it.occurs_elsewhere))
        .collect()
}

#[test]
fn each_phrase_is_quoted_once_with_its_line() {
    let (register, lines) = Register::parse_with_lines(TEXT).expect("no errors");
    let quotations = register.quotations();
    let headings = &register.deliberation.headings;
    let terms: usize = headings.iter().map(|heading| heading.terms.len()).sum();
    let count = |kind| quotations.iter().filter(|it| it.kind == kind).count();
    assert_eq!(count(QuotationKind::Title), headings.len());
    assert_eq!(count(QuotationKind::Term), terms);
    for quotation in &quotations {
        let line = TEXT.lines().nth(lines.of(quotation) - 1);
        let line = line.expect("a line of the register");
        let has_words = line.contains(quotation.text) || line.contains("[[heading]]");
        assert!(has_words, "{line} has {}", quotation.text);
    }
}

#[test]
fn white_space_does_not_count() {
    let register = register(&[("", "de duur van het  bezoek"), ("", "de reden")]);
    let text = "Bezoek:\tde duur\n van\u{a0}het bezoek, de\r\nreden.";
    assert_eq!(misquoted(&register, text), []);
}

#[test]
fn difference_that_is_typography_only_is_named() {
    use Typography::{Hyphens, Quotes, QuotesAndHyphens};
    let differs = |phrase: &str, text: &str| {
        let register = register(&[("", phrase)]);
        let text = format!("Bezoek: {text}.");
        let misquotations = register.misquotations(&text);
        assert_eq!(misquotations.len(), 1, "{phrase} in {text}");
        assert!(!misquotations[0].occurs_elsewhere);
        misquotations[0].typography
    };
    let cases = [
        ("l'état civil", "l’état civil", Some(Quotes)),
        ("de “foto’s”", "de \"foto's\"", Some(Quotes)),
        ("le \"prêt\"", "le «\u{a0}prêt\u{a0}»", Some(Quotes)),
        ("de arbeidsmarkt", "de arbeids-\n  markt", Some(Hyphens)),
        ("de socio-economie", "de socio-\r\neconomie", Some(Hyphens)),
        ("de arbeidsmarkt", "de arbeids\u{ad}markt", Some(Hyphens)),
        ("de arbeidsmarkt", "de arbeids\u{ad}\nmarkt", Some(Hyphens)),
        ("l'arrêt", "l’ar-\nrêt", Some(QuotesAndHyphens)),
        ("de arbeidsmarkt", "de arbeids-markt", None),
        ("de woonplaats", "de woon- en\nwerkplaats", None),
        ("de reden", "de redenen", None),
    ];
    for (phrase, text, expected) in cases {
        assert_eq!(differs(phrase, text), expected, "{phrase} in {text}");
    }
}

#[test]
fn phrase_is_found_as_whole_words_only() {
    let register = register(&[("", "de reden")]);
    for text in ["Bezoek: de redenen", "Bezoek: wijde reden", "Bezoek: de"] {
        assert_eq!(misquoted(&register, text), [("de reden".to_owned(), false)]);
    }
}

#[test]
fn nested_terms_are_in_the_phrase_or_behind_it() {
    let register = register(&[
        ("de duur en de reden van het bezoek", "de duur"),
        ("de duur en de reden van het bezoek", "de reden"),
        ("de gids", "zijn naam"),
        ("de gids", "zijn taal"),
    ]);
    let text = "Bezoek: de duur en de reden van het bezoek, de gids: zijn naam, zijn taal";
    assert_eq!(misquoted(&register, text), []);
    let text = "Bezoek: de duur en de reden van het bezoek, zijn naam, zijn taal";
    assert_eq!(misquoted(&register, text), [("de gids".to_owned(), false)]);
}

#[test]
fn as_few_phrases_as_possible_are_at_another_place() {
    let register = register(&[("", "een"), ("", "twee"), ("", "drie"), ("", "vier")]);
    let text = "Bezoek: twee, drie, vier, een";
    assert_eq!(misquoted(&register, text), [("een".to_owned(), true)]);
    // An earlier occurrence of a phrase in other text is not its place.
    let text = "vier: zie onder. Bezoek: een, twee, vijf, vier";
    assert_eq!(misquoted(&register, text), [("drie".to_owned(), false)]);
}

#[test]
fn empty_text_has_no_phrase() {
    let register = Register::parse(TEXT).expect("no errors");
    assert_eq!(
        register.misquotations(" \n").len(),
        register.quotations().len()
    );
    assert_eq!(misquoted(&register, &decision(&register)), []);
}
