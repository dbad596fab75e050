//! Comparison of the model with its sources: the text of the decision, and the facts of the research notes.
//!
//! `conformance/` contains copies of the sources.

mod facts;

use std::path::Path;

use beraad_model::model;
use beraad_register::{Quotation, QuotationKind};
use beraad_schema::describe::{Grain, Heading, Language, Paragraph, Retention};

/// Returns the text of the decision with single spaces instead of line breaks.
fn decision() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/17-047.txt");
    let text = std::fs::read_to_string(path).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text between the first occurrence of one phrase and the next occurrence of another.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text
        .find(from)
        .unwrap_or_else(|| panic!("`{from}` is missing in the text"));
    let rest = &text[start + from.len()..];
    let end = rest
        .find(to)
        .unwrap_or_else(|| panic!("`{to}` is missing in the text after `{from}`"));
    &rest[..end]
}

/// Returns the text of a paragraph that provides data, up to the next one. The paragraphs of this decision are integers.
fn paragraph<'a>(text: &'a str, number: &str) -> &'a str {
    let next = number.parse::<u8>().unwrap() + 1;
    between(text, &format!(" {number}. D"), &format!(" {next}. D"))
}

/// Returns the text under each heading, in the order of the decision.
fn headings(text: &str) -> Vec<(&'static Heading, String)> {
    let all = &model().deliberation.headings;
    let mut sections = Vec::new();
    for (index, heading) in all.iter().enumerate() {
        let number = &heading.paragraph;
        let paragraph = paragraph(text, number);
        let from = format!(" {}: ", heading.title);
        assert_eq!(
            paragraph.matches(&from).count(),
            1,
            "`{}` in paragraph {number}",
            heading.title
        );
        let next = all.get(index + 1).filter(|next| next.paragraph == *number);
        let section = match next {
            Some(next) => between(paragraph, &from, &format!(" {}: ", next.title)),
            None => &paragraph[paragraph.find(&from).unwrap() + from.len()..],
        };
        sections.push((heading, section.to_owned()));
    }
    sections
}

/// Replaces the phrases of a heading, in their order, with `_` in the text.
fn without_terms(heading: &Heading, text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    let mut remove = |phrase: &str| {
        let start = rest.find(phrase).unwrap_or_else(|| {
            panic!(
                "`{phrase}` is missing under `{}`, or in another order: {rest}",
                heading.title
            )
        });
        result.push_str(&rest[..start]);
        result.push('_');
        rest = &rest[start + phrase.len()..];
    };
    for Quotation {
        text: phrase, kind, ..
    } in Quotation::under(0, heading)
    {
        if kind == QuotationKind::Around {
            assert!(
                text.contains(phrase),
                "`{phrase}` is missing under `{}`",
                heading.title
            );
        } else {
            remove(phrase);
        }
    }
    result + rest
}

#[test]
fn text_contains_every_phrase_in_order_and_no_other_phrases() {
    let text = decision();
    let mut page = Vec::new();
    let mut terms = 0;
    for (heading, section) in headings(&text) {
        terms += heading.terms.len();
        let rest = without_terms(heading, section.trim());
        page.push(format!("{}: {rest}", heading.title));
    }
    println!(
        "{terms} terms under {} headings",
        model().deliberation.headings.len()
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // A reviewer reads the rest of the text: it must not contain another phrase that names a variable.
    settings.bind(|| insta::assert_snapshot!("phrases", page.join("\n")));
}

#[test]
fn phrases_in_another_order_are_found() {
    let text = decision();
    let (heading, section) = &headings(&text)[0];
    let mut swapped = (*heading).clone();
    swapped.terms.swap(0, 1);
    assert!(std::panic::catch_unwind(|| without_terms(&swapped, section)).is_err());
}

#[test]
fn no_phrase_of_the_decision_allows_an_exact_amount() {
    let deliberation = &model().deliberation;
    for heading in &deliberation.headings {
        for term in &heading.terms {
            let is_exact = deliberation.allows_exact_amounts(heading, term);
            assert!(!is_exact, "`{}` under `{}`", term.term, heading.title);
        }
    }
}

#[test]
fn text_contains_the_dates_the_recipient_and_the_precision_of_the_decision() {
    let text = decision();
    let deliberation = &model().deliberation;
    let month = |number: usize| {
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ][number - 1]
    };
    let day = |date: &beraad_schema::describe::Date| {
        let text = date.to_string();
        let parts: Vec<usize> = text.split('-').map(|part| part.parse().unwrap()).collect();
        format!("{} {} {}", parts[2], month(parts[1]), parts[0])
    };
    let title = text.to_lowercase();
    assert!(title.contains(&format!(
        "beraadslaging nr. {} van {}",
        deliberation.number,
        day(&deliberation.dated)
    )));
    for amended in &deliberation.amended {
        assert!(title.contains(&day(amended)), "{amended}");
    }
    let Some(Retention::Until(keep_until)) = &deliberation.keep_until else {
        panic!("the decision states a day");
    };
    assert!(text.contains(&format!("bijhouden tot {}", day(keep_until))));
    assert!(text.contains(&format!("in de periode {}", deliberation.window)));
    assert!(text.contains(deliberation.recipient.get(Language::NL)));
    for Paragraph { number, dates, .. } in &deliberation.paragraphs {
        let section = paragraph(&text, number);
        let precision = match dates.unwrap() {
            Grain::Year => "het jaar",
            Grain::Quarter => "het kwartaal en het jaar",
            Grain::Month => "de maand en het jaar",
            Grain::Day => "de dag",
        };
        assert!(section.contains(&format!("Datums zouden worden aangeduid met {precision}")));
    }
}

#[test]
fn text_contains_every_quotation_of_a_statement() {
    let text = decision();
    let (mut quotations, mut quoting) = (0, 0);
    for statement in &model().deliberation.statements {
        let dutch = statement.text.get(Language::NL);
        let quoted: Vec<_> = dutch.split('“').skip(1).collect();
        for quotation in &quoted {
            let (quotation, _) = quotation.split_once('”').expect("a quotation ends");
            assert!(text.contains(quotation), "`{quotation}` is not in the text");
        }
        quotations += quoted.len();
        quoting += usize::from(!quoted.is_empty());
        // What the codebook adds itself is not a statement of the decision, and has no quotation.
        let is_own = dutch.starts_with("Opmerking van dit codeboek, niet van de beraadslaging");
        assert!(!is_own || quoted.is_empty(), "{dutch}");
    }
    println!("{quotations} quotations in {quoting} statements");
    assert_eq!((quotations, quoting), (16, 10));
}

#[test]
fn every_phrase_has_columns_and_every_column_has_a_phrase() {
    let model = model();
    let is_modelled = |heading: &Heading| model.blocks_of(heading).next().is_some();
    let mut columns = 0;
    for trace in model.trace() {
        assert_eq!(
            trace.column.is_some(),
            is_modelled(trace.heading),
            "{} | {}",
            trace.heading.title,
            trace.term.term
        );
        columns += usize::from(trace.column.is_some());
    }
    // A column whose phrase is not in the register would be missing in the trace.
    let variables: usize = model
        .blocks
        .iter()
        .map(|block| block.variables().count())
        .sum();
    assert_eq!(columns, variables);
    for block in &model.blocks {
        for (column, variable) in block.variables() {
            let phrase = &variable.phrase;
            assert_eq!(
                (&phrase.paragraph, &phrase.heading),
                (&block.paragraph, &block.heading),
                "{}",
                column.name
            );
        }
    }
}

#[test]
fn model_contains_all_facts_of_the_research_notes() {
    let counts = facts::assert_same(model());
    println!("{counts}");
    // These numbers were counted when the facts were copied or corrected, so that a lost fact is found.
    assert_eq!(
        counts.to_string(),
        "174 terms, 195 variables in 203 columns, 2 umbrellas, 592 codes (524 in use, 9 outside the window, 59 as label only), 741 notes, 127 breaks, 597 lines of evidence, 187 origins"
    );
}
