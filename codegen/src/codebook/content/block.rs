//! A heading of the decision, and each block that carries it out.

use beraad_schema::describe::{
    Block, Heading, Identity, Language, OBSERVATION_PERIOD_IN_WINDOW, Rule, Term,
};

use super::constraint::{constraints_fact, foreign_keys_fact};
use super::edition::{Edition, column_anchor};
use super::expression::expression;
use super::provenance::{breaks_fact, evidence_disclosure, notes_fact, origin_lines};
use super::variable::column_section;
use super::{reading, words};
use crate::codebook::document::{
    Element, Fact, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
};

/// A heading with its selected blocks; `None` if it has blocks and none of them was selected.
pub(super) fn heading_section(edition: Edition<'_>, heading: &Heading) -> Option<Section> {
    let selection = edition.selection;
    let blocks: Vec<_> = selection.model.blocks_of(heading).collect();
    let selected: Vec<_> = blocks.iter().filter(|block| selection.has(block)).collect();
    let modelled = !blocks.is_empty();
    // A heading that is not modelled is shown in the whole codebook only: a selection of blocks does not select it.
    let everything_is_selected = selection.blocks.len() == selection.model.blocks.len();
    if selected.is_empty() && (modelled || !everything_is_selected) {
        return None;
    }
    let mut body = vec![Element::Paragraph(heading_in_text(edition, heading))];
    if !modelled {
        body.push(Element::Notice(Inline::from(edition.pick(
            "Deze rubriek is nog niet gemodelleerd. De beraadslaging noemt:",
            "This heading is not modelled yet. The deliberation names:",
        ))));
        let terms = heading.terms.iter().map(|term| term_line(edition, term));
        body.push(Element::List(terms.collect()));
    }
    Some(Section {
        anchor: heading_anchor(edition, heading),
        kind: SectionKind::Heading {
            paragraph: paragraph_name(edition, heading.paragraph),
            modelled,
        },
        title: edition.heading_title(heading),
        body,
        sections: selected
            .iter()
            .map(|block| section(edition, block))
            .collect(),
    })
}

/// The position of the heading in the text: its title may occur in two paragraphs.
fn heading_anchor(edition: Edition<'_>, heading: &Heading) -> String {
    let headings = &edition.deliberation().headings;
    let position = headings
        .iter()
        .position(|other| other == heading)
        .unwrap_or_default();
    format!("heading-{}", position + 1)
}

fn paragraph_name(edition: Edition<'_>, number: u8) -> String {
    let paragraph = edition.pick("Paragraaf", "Paragraph");
    match edition.deliberation().paragraph(number) {
        Some(found) => format!("{paragraph} {number} · {}", found.provider),
        None => format!("{paragraph} {number}"),
    }
}

/// The title as the decision has it, and the relatives to whom the decision extends the heading.
fn heading_in_text(edition: Edition<'_>, heading: &Heading) -> Inline {
    let mut line = Inline::from(edition.pick("In de tekst: ", "In the text: "))
        .with(Span::Quote(heading.title.to_string()));
    if !heading.relatives.is_empty() {
        line = line
            .text(edition.pick(", ook van: ", ", also for: "))
            .text(heading.relatives.join(", "));
    }
    line
}

/// A phrase as the decision has it, with the phrase that it is part of and the relatives to whom it is extended.
fn term_line(edition: Edition<'_>, term: &Term) -> Inline {
    let mut line = Inline::from(Span::Quote(term.term.to_string()));
    if let Some(of) = &term.of {
        line = line
            .text(edition.pick(" van ", " of "))
            .with(Span::Quote(of.to_string()));
    }
    if !term.relatives.is_empty() {
        line = line
            .text(edition.pick(", ook van: ", ", also for: "))
            .text(term.relatives.join(", "));
    }
    line
}

pub(super) fn section(edition: Edition<'_>, block: &Block) -> Section {
    let mut body = vec![
        Element::Lead(edition.label(&block.definition).into()),
        Element::Facts(facts(edition, block)),
    ];
    body.extend(evidence_disclosure(edition, &block.evidence));
    body.push(Element::Table(overview(edition, block)));
    let columns = block.columns();
    let sections = columns
        .iter()
        .map(|column| column_section(edition, block, column));
    Section {
        anchor: block.id.to_string(),
        kind: SectionKind::Block {
            id: block.id.to_string(),
        },
        title: edition.label(&block.label).to_owned(),
        body,
        sections: sections.collect(),
    }
}

fn facts(edition: Edition<'_>, block: &Block) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(
            edition.pick("Eén rij", "One row"),
            edition.label(&block.row_unit),
        ),
        Fact::new(
            edition.pick("Analyse-eenheid", "Unit of analysis"),
            edition.label(&block.analysis_unit),
        ),
    ];
    if let Some(universe) = &block.universe {
        facts.push(Fact::new(
            edition.pick("Populatie", "Universe"),
            edition.label(universe),
        ));
    }
    let temporality = block.temporality.label();
    facts.push(Fact::new(
        edition.pick("Tijd", "Time"),
        edition.label(&temporality),
    ));
    if let Some(column) = &block.observation_period {
        facts.push(Fact::new(
            edition.pick("Waarnemingsperiode", "Observation period"),
            observation_period(edition, block, column),
        ));
    }
    facts.push(Fact::new(
        edition.pick("Sleutel", "Key"),
        identity(edition, &block.identity),
    ));
    if !block.valid.is_always() {
        let period = edition.period(block.valid);
        facts.push(Fact::new(
            edition.pick("Rijen bestaan", "Rows exist"),
            period,
        ));
    }
    facts.extend(Fact::from_items(
        edition.pick("Regels", "Rules"),
        observation_rule(edition, block)
            .into_iter()
            .chain(block.rules.iter().map(|rule| rule_lines(edition, rule)))
            .collect(),
    ));
    facts.extend(foreign_keys_fact(edition, block));
    facts.extend(constraints_fact(edition, block));
    facts.extend(notes_fact(edition, &block.notes));
    facts.extend(breaks_fact(edition, &block.breaks));
    facts.extend(Fact::from_items(
        edition.pick("Bron", "Source"),
        origin_lines(edition, &block.origins),
    ));
    facts
}

fn observation_period(edition: Edition<'_>, block: &Block, column: &str) -> Inline {
    let mut line = Inline::new().with(Span::Column {
        anchor: format!("{}/{column}", block.id),
        name: column.to_owned(),
    });
    if let Some(column) = block.column(column) {
        line = line.text(format!(
            ", {}",
            words::short_type(edition, column.value_type())
        ));
    }
    line.text(edition.pick("; zie ", "; see "))
        .with(Span::Reference {
            anchor: reading::ANCHOR.to_owned(),
            text: edition.pick("peildatum", "reference date").to_owned(),
        })
}

fn identity(edition: Edition<'_>, identity: &Identity) -> Inline {
    match identity {
        Identity::Key(columns) => {
            let names = columns.iter().map(|column| &**column);
            let uniqueness = if columns.len() == 1 {
                edition.pick(
                    "; elke waarde komt hoogstens één keer voor",
                    "; each value occurs at most once",
                )
            } else {
                edition.pick(
                    "; elke combinatie komt hoogstens één keer voor",
                    "; each combination occurs at most once",
                )
            };
            Inline::code_enumeration(names).text(uniqueness)
        }
        Identity::NoKnownKey(why) => Inline::new()
            .mark(
                Mark::Caution,
                edition.pick("geen sleutel bekend", "no key is known"),
            )
            .text(": ")
            .text(edition.label(why)),
    }
}

/// The rule that applies to every block with an observation period.
fn observation_rule(edition: Edition<'_>, block: &Block) -> Option<Inline> {
    let message = edition.deliberation().observation_rule(block)?;
    let line = Inline::from(edition.label(&message)).with(Span::Break);
    Some(line.code(OBSERVATION_PERIOD_IN_WINDOW))
}

fn rule_lines(edition: Edition<'_>, rule: &Rule) -> Inline {
    let line = Inline::from(edition.label(&rule.message))
        .with(Span::Break)
        .code(expression(&rule.expression));
    match &rule.basis {
        None => line,
        Some(basis) => line
            .with(Span::Break)
            .text(edition.pick("Berust op: ", "Based on: "))
            .with(Span::InLanguage(Language::En, basis.to_string())),
    }
}

/// A table with one row for each column of the block.
fn overview(edition: Edition<'_>, block: &Block) -> Table {
    let rows = block.columns().into_iter().map(|column| {
        let name = Span::Column {
            anchor: column_anchor(&block.id, &column),
            name: column.name.clone(),
        };
        let may_be_empty = if column.nullable() {
            edition.pick("ja", "yes")
        } else {
            edition.pick("nee", "no")
        };
        let label = column.label();
        vec![
            TableCell::from(name),
            edition.label(&label).into(),
            words::short_type(edition, column.value_type()).into(),
            may_be_empty.into(),
        ]
    });
    Table {
        kind: TableKind::Columns,
        caption: format!(
            "{} {}",
            edition.pick("Kolommen van", "Columns of"),
            block.id
        ),
        column_names: vec![
            edition.pick("Kolom", "Column").into(),
            edition.pick("Label", "Label").into(),
            edition.pick("Soort waarde", "Type").into(),
            edition.pick("Kan leeg zijn", "May be empty").into(),
        ],
        rows: rows.collect(),
    }
}
