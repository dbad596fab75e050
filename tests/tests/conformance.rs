//! The model held against the evidence: the text of the decision, and the facts about the variables of its headings.
//!
//! The evidence is a copy in `conformance/`; the facts are read by structs that refuse a key they do not know.

mod facts;

use std::path::Path;

use beraad_model::model;
use beraad_schema::describe::{Heading, Term};

/// The text of the decision, line breaks folded.
fn decision() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/17-047.txt");
    let text = std::fs::read_to_string(path).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text from the one phrase to the other, which both occur once after it.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text
        .find(from)
        .unwrap_or_else(|| panic!("`{from}` stands in the text"));
    let rest = &text[start + from.len()..];
    let end = rest
        .find(to)
        .unwrap_or_else(|| panic!("`{to}` stands in the text after `{from}`"));
    &rest[..end]
}

/// What the text says under each heading, in the order of the text.
fn headings(text: &str) -> Vec<(&'static Heading, String)> {
    let all = &model().deliberation.headings;
    let mut said = Vec::new();
    for (index, heading) in all.iter().enumerate() {
        let number = heading.paragraph;
        let paragraph = between(
            text,
            &format!(" {number}. D"),
            &format!(" {}. D", number + 1),
        );
        let from = format!(" {}: ", heading.title);
        assert_eq!(
            paragraph.matches(&from).count(),
            1,
            "`{}` in paragraph {number}",
            heading.title
        );
        let next = all.get(index + 1).filter(|next| next.paragraph == number);
        let under = match next {
            Some(next) => between(paragraph, &from, &format!(" {}: ", next.title)),
            None => &paragraph[paragraph.find(&from).unwrap() + from.len()..],
        };
        said.push((heading, under.to_owned()));
    }
    said
}

/// Takes the phrases out of the text in their order, and returns what is left, a `_` for each.
fn without_terms(heading: &Heading, text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    let mut take = |phrase: &str| {
        let at = rest.find(phrase).unwrap_or_else(|| {
            panic!(
                "`{phrase}` stands under `{}`, in this order: {rest}",
                heading.title
            )
        });
        left.push_str(&rest[..at]);
        left.push('_');
        rest = &rest[at + phrase.len()..];
    };
    let mut within: Option<&str> = None;
    for Term { term, of, .. } in &heading.terms {
        // A phrase may hold the terms that are nested in it, or stand before them.
        if let Some(of) = of.as_deref().filter(|of| within != Some(of)) {
            let holds = |term: &Term| term.of.as_deref() != Some(of) || of.contains(&*term.term);
            if heading.terms.iter().all(holds) {
                assert!(text.contains(of), "`{of}` stands under `{}`", heading.title);
            } else {
                take(of);
            }
        }
        within = of.as_deref();
        take(term);
    }
    left + rest
}

#[test]
fn every_phrase_stands_in_the_text_in_order_and_nothing_else_does() {
    let text = decision();
    let mut page = Vec::new();
    let mut terms = 0;
    for (heading, under) in headings(&text) {
        terms += heading.terms.len();
        let left = without_terms(heading, under.trim());
        page.push(format!("{}: {left}", heading.title));
    }
    println!(
        "{terms} terms under {} headings",
        model().deliberation.headings.len()
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // What is left of the text is read by people: it holds no phrase that names a variable.
    settings.bind(|| insta::assert_snapshot!("phrases", page.join("\n")));
}

#[test]
fn the_order_of_the_phrases_is_that_of_the_text() {
    let text = decision();
    let (heading, under) = &headings(&text)[0];
    let mut swapped = (*heading).clone();
    swapped.terms.swap(0, 1);
    assert!(std::panic::catch_unwind(|| without_terms(&swapped, under)).is_err());
}

#[test]
fn what_the_decision_says_of_itself_stands_in_its_text() {
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
    assert!(text.contains(&format!("bijhouden tot {}", day(&deliberation.keep_until))));
    assert!(text.contains(&format!(
        "in de periode {}-{}",
        deliberation.first_year, deliberation.last_year
    )));
    assert!(text.contains(&*deliberation.recipient));
    for paragraph in &deliberation.paragraphs {
        let said = between(
            &text,
            &format!(" {}. D", paragraph.number),
            &format!(" {}. D", paragraph.number + 1),
        );
        let grain = paragraph.dates.label().nl;
        let article = if grain == "maand" { "de" } else { "het" };
        assert!(said.contains(&format!(
            "Datums zouden worden aangeduid met {article} {grain} en het jaar"
        )));
    }
}

#[test]
fn every_phrase_has_its_columns_and_every_column_its_phrase() {
    let model = model();
    let modelled = |heading: &Heading| model.blocks_of(heading).next().is_some();
    let mut columns = 0;
    for trace in model.trace() {
        assert_eq!(
            trace.column.is_some(),
            modelled(trace.heading),
            "{} | {}",
            trace.heading.title,
            trace.term.term
        );
        columns += usize::from(trace.column.is_some());
    }
    // A column whose phrase the register does not have would be in no row of the trace.
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
                (phrase.paragraph, &phrase.heading),
                (block.paragraph, &block.heading),
                "{}",
                column.name
            );
        }
    }
}

#[test]
fn the_model_says_what_the_facts_say() {
    let counts = facts::hold_against(model());
    println!("{counts}");
    // Counted when the facts were copied: a model of fewer facts does not pass.
    assert_eq!(
        counts.to_string(),
        "174 terms, 195 variables in 203 columns, 2 umbrellas, 408 codes (350 in use, 7 outside the window, 51 as label only), 736 notes, 127 breaks, 585 lines of evidence, 185 origins"
    );
}
