//! The decision: its number and dates, until when the data may be kept, and what else it says about the data.

use beraad_schema::describe::{Date, Grain, Retention, Window};

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Section, SectionKind};
use crate::message;

/// The anchor of the section about the decision.
pub(super) const ANCHOR: &str = "the-decision";

pub(super) fn section(edition: Edition<'_>) -> Section {
    let deliberation = edition.deliberation();
    let model = edition.selection.model;
    let mut facts = vec![
        Fact::new(
            edition.text(message!("decision-number")),
            &*deliberation.number,
        ),
        Fact::new(edition.text(message!("decision-date")), dates(edition)),
        Fact::new(
            edition.text(message!("decision-committee")),
            edition.label(&deliberation.committee),
        ),
        Fact::new(
            edition.text(message!("decision-recipient")),
            edition.label(&deliberation.recipient),
        ),
        Fact::new(
            edition.text(message!("decision-purpose")),
            edition.label(&deliberation.purpose),
        ),
    ];
    facts.extend(Fact::from_items(
        edition.text(message!("decision-providers")),
        providers(edition),
    ));
    facts.extend([
        Fact::new(edition.text(message!("decision-window")), window(edition)),
        Fact::new(edition.text(message!("decision-counts")), counts(edition)),
        Fact::new(
            edition.text(message!("decision-model")),
            edition.line(
                message!("decision-model.version"),
                [
                    ("version", (&*model.version).into()),
                    (
                        "fingerprint",
                        Inline::new().code(edition.selection.fingerprint()),
                    ),
                ],
            ),
        ),
    ]);
    Section {
        anchor: ANCHOR.into(),
        kind: SectionKind::General,
        title: edition.text(message!("the-decision")).into(),
        body: vec![Element::Notice(keep_until(edition)), Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// The statements of the decision about the data as a whole; without a body if there are none.
pub(super) fn statements_section(edition: Edition<'_>) -> Section {
    let statements = &edition.deliberation().statements;
    let items = statements.iter().map(|statement| {
        let topic = ("topic", edition.label(&statement.topic).emphasised());
        let text = ("text", edition.label(&statement.text));
        match &statement.paragraph {
            Some(paragraph) => {
                let paragraph = ("paragraph", edition.paragraph(paragraph).into());
                edition.line(message!("statements.statement"), [topic, text, paragraph])
            }
            None => edition.line(message!("statements.without-paragraph"), [topic, text]),
        }
    });
    Section {
        anchor: "what-it-says".into(),
        kind: SectionKind::General,
        title: edition.text(message!("statements")).into(),
        body: if statements.is_empty() {
            Vec::new()
        } else {
            vec![Element::List(items.collect())]
        },
        sections: Vec::new(),
    }
}

fn keep_until(edition: Edition<'_>) -> Inline {
    match &edition.deliberation().keep_until {
        Some(Retention::Until(day)) => edition.line(
            message!("keep-until"),
            [("date", Inline::new().strong(day.to_string()))],
        ),
        Some(Retention::Words(words)) => edition.line(
            message!("keep-until.words"),
            [("until", edition.label(words).emphasised())],
        ),
        None => edition.text(message!("keep-until.unlimited")).into(),
    }
}

/// The observation window: its years, or its days if it does not begin and end with a year.
fn window(edition: Edition<'_>) -> String {
    let window = &edition.deliberation().window;
    let Window::Period { from, to } = window else {
        return window.to_string();
    };
    let of_years = window.is_of_whole_years();
    let text = |date: &Date| {
        if of_years {
            date.year().to_string()
        } else {
            date.to_string()
        }
    };
    match to {
        Some(to) => format!("{} – {}", text(from), text(to)),
        None => edition.text_with(message!("window-open"), &[("from", &text(from))]),
    }
}

fn dates(edition: Edition<'_>) -> String {
    let deliberation = edition.deliberation();
    let dated = deliberation.dated.to_string();
    if deliberation.amended.is_empty() {
        return dated;
    }
    let days: Vec<_> = deliberation
        .amended
        .iter()
        .map(ToString::to_string)
        .collect();
    edition.text_with(
        message!("decision-date.amended"),
        &[("dated", &dated), ("amended", &days.join(", "))],
    )
}

/// Each provider, with the precision of its dates and where the decision names it: at a paragraph, or at a heading.
fn providers(edition: Edition<'_>) -> Vec<Inline> {
    let deliberation = edition.deliberation();
    let line = |provider: &str, place: String, dates: Option<Grain>| {
        let provider = Inline::new().strong(provider);
        let place = ("paragraph", place.into());
        match dates {
            Some(dates) => edition.line(
                message!("decision-providers.provider"),
                [
                    ("provider", provider),
                    place,
                    ("dates", edition.word(dates).into()),
                ],
            ),
            None => edition.line(
                message!("decision-providers.without-dates"),
                [("provider", provider), place],
            ),
        }
    };
    let paragraphs = deliberation.paragraphs.iter().filter_map(|paragraph| {
        let provider = paragraph.provider.as_ref()?;
        let place = edition.paragraph(&paragraph.number);
        Some(line(provider, place, paragraph.dates))
    });
    let headings = deliberation.headings.iter().filter_map(|heading| {
        let provider = heading.provider.as_ref()?;
        let paragraph = edition.paragraph(&heading.paragraph);
        let place = format!("{paragraph}, {}", edition.heading_title(heading));
        Some(line(
            provider,
            place,
            Some(deliberation.dates(heading, None)),
        ))
    });
    paragraphs.chain(headings).collect()
}

/// The numbers of headings, blocks, variables, code lists and codes that are selected.
fn counts(edition: Edition<'_>) -> String {
    let selection = edition.selection;
    let headings = &edition.deliberation().headings;
    let has_selected_block = |heading: &&_| {
        let mut blocks = selection.model.blocks_of(heading);
        blocks.any(|block| selection.has(block))
    };
    let described = headings.iter().filter(has_selected_block).count();
    let blocks = &selection.blocks;
    let columns: Vec<_> = blocks.iter().flat_map(|block| block.columns()).collect();
    let variables = columns.iter().filter(|it| it.variable().is_some()).count();
    let is_used = |id: &str| columns.iter().any(|it| it.code_list() == Some(id));
    let lists = &selection.model.code_lists;
    let lists: Vec<_> = lists.iter().filter(|list| is_used(&list.id)).collect();
    let codes: usize = lists.iter().map(|list| list.codes.len()).sum();
    edition.text_with(
        message!("decision-counts.counts"),
        &[
            ("described", &described.to_string()),
            ("headings", &headings.len().to_string()),
            ("blocks", &blocks.len().to_string()),
            ("variables", &variables.to_string()),
            ("lists", &lists.len().to_string()),
            ("codes", &codes.to_string()),
        ],
    )
}
