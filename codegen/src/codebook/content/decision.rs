//! The decision: its number and dates, until when the data may be kept, and what else it says about the data.

use beraad_schema::describe::Language;

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Section, SectionKind};

pub(super) fn section(edition: Edition<'_>) -> Section {
    let deliberation = edition.deliberation();
    let model = edition.selection.model;
    let mut facts = vec![
        Fact::new(edition.pick("Nummer", "Number"), &*deliberation.number),
        Fact::new(edition.pick("Datum", "Date"), dates(edition)),
        Fact::new(
            edition.pick("Genomen door", "Taken by"),
            edition.foreign(Language::Nl, &deliberation.committee),
        ),
        Fact::new(
            edition.pick("Ontvanger", "Recipient"),
            edition.foreign(Language::Nl, &deliberation.recipient),
        ),
        Fact::new(
            edition.pick("Doel", "Purpose"),
            edition.label(&deliberation.purpose),
        ),
    ];
    facts.extend(Fact::from_items(
        edition.pick("Leveranciers", "Providers"),
        providers(edition),
    ));
    facts.extend([
        Fact::new(
            edition.pick("Waarnemingsvenster", "Observation window"),
            format!("{} – {}", deliberation.first_year, deliberation.last_year),
        ),
        Fact::new(
            edition.pick("In dit codeboek", "In this codebook"),
            counts(edition),
        ),
        Fact::new(
            edition.pick("Model", "Model"),
            Inline::from(edition.pick("versie ", "version "))
                .text(&*model.version)
                .text(edition.pick(", vingerafdruk ", ", fingerprint "))
                .code(edition.selection.fingerprint()),
        ),
    ]);
    Section {
        anchor: "the-decision".into(),
        kind: SectionKind::General,
        title: edition.pick("De beraadslaging", "The deliberation").into(),
        body: vec![Element::Notice(keep_until(edition)), Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// The statements of the decision about the data as a whole; without a body if there are none.
pub(super) fn statements_section(edition: Edition<'_>) -> Section {
    let statements = &edition.deliberation().statements;
    let items = statements.iter().map(|statement| {
        let paragraph = edition.pick("paragraaf", "paragraph");
        Inline::new()
            .strong(edition.label(&statement.topic))
            .text(". ")
            .text(edition.label(&statement.text))
            .text(format!(" ({paragraph} {})", statement.paragraph))
    });
    Section {
        anchor: "what-it-says".into(),
        kind: SectionKind::General,
        title: edition
            .pick(
                "Wat de beraadslaging over de gegevens zegt",
                "What the deliberation says about the data",
            )
            .into(),
        body: if statements.is_empty() {
            Vec::new()
        } else {
            vec![Element::List(items.collect())]
        },
        sections: Vec::new(),
    }
}

fn keep_until(edition: Edition<'_>) -> Inline {
    Inline::from(edition.pick(
        "De gegevens moeten vernietigd worden na ",
        "The data must be destroyed after ",
    ))
    .strong(edition.deliberation().keep_until.to_string())
    .text(".")
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
    let amended = edition.pick("gewijzigd op", "amended on");
    format!("{dated}, {amended} {}", days.join(", "))
}

fn providers(edition: Edition<'_>) -> Vec<Inline> {
    let paragraphs = edition.deliberation().paragraphs.iter();
    let line = |paragraph: &beraad_schema::describe::Paragraph| {
        let dates_by = edition.pick("datums per ", "dates by ");
        let grain = paragraph.dates.label();
        Inline::new().strong(&*paragraph.provider).text(format!(
            " ({} {}), {dates_by}{}",
            edition.pick("paragraaf", "paragraph"),
            paragraph.number,
            edition.label(&grain)
        ))
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
    format!(
        "{described} {} {} {}, {} {}, {} {}, {} {}, {codes} {}",
        edition.pick("van", "of"),
        headings.len(),
        edition.pick("rubrieken", "headings"),
        blocks.len(),
        edition.pick("blokken", "blocks"),
        variables.len(),
        edition.pick("variabelen", "variables"),
        lists.len(),
        edition.pick("codelijsten", "code lists"),
        edition.pick("codes", "codes"),
    )
}
