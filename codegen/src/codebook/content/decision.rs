//! The decision: its number and dates, until when the data may be kept, and what else it says about the data.

use beraad_schema::describe::Language;

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Section, SectionKind};
use crate::message;

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
            edition.foreign(Language::Nl, &deliberation.committee),
        ),
        Fact::new(
            edition.text(message!("decision-recipient")),
            edition.foreign(Language::Nl, &deliberation.recipient),
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
        Fact::new(
            edition.text(message!("decision-window")),
            format!("{} – {}", deliberation.first_year, deliberation.last_year),
        ),
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
        anchor: "the-decision".into(),
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
        edition.line(
            message!("statements.statement"),
            [
                (
                    "topic",
                    Inline::new().strong(edition.label(&statement.topic)),
                ),
                ("text", edition.label(&statement.text).into()),
                ("paragraph", statement.paragraph.to_string().into()),
            ],
        )
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
    let date = edition.deliberation().keep_until.to_string();
    edition.line(
        message!("keep-until"),
        [("date", Inline::new().strong(date))],
    )
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

fn providers(edition: Edition<'_>) -> Vec<Inline> {
    let paragraphs = edition.deliberation().paragraphs.iter();
    let line = |paragraph: &beraad_schema::describe::Paragraph| {
        edition.line(
            message!("decision-providers.provider"),
            [
                ("provider", Inline::new().strong(&*paragraph.provider)),
                ("paragraph", paragraph.number.to_string().into()),
                ("dates", edition.word(paragraph.dates).into()),
            ],
        )
    };
    paragraphs.map(line).collect()
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
    let variables: Vec<_> = blocks.iter().flat_map(|block| block.variables()).collect();
    let is_used = |id: &str| {
        variables
            .iter()
            .any(|(_, variable)| variable.code_list.as_deref() == Some(id))
    };
    let lists = &selection.model.code_lists;
    let lists: Vec<_> = lists.iter().filter(|list| is_used(&list.id)).collect();
    let codes: usize = lists.iter().map(|list| list.codes.len()).sum();
    edition.text_with(
        message!("decision-counts.counts"),
        &[
            ("described", &described.to_string()),
            ("headings", &headings.len().to_string()),
            ("blocks", &blocks.len().to_string()),
            ("variables", &variables.len().to_string()),
            ("lists", &lists.len().to_string()),
            ("codes", &codes.to_string()),
        ],
    )
}
