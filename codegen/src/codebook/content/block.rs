//! A heading of the decision, and each block that carries it out.

use beraad_schema::describe::{Block, Heading, Identity, OBSERVATION_PERIOD_IN_WINDOW, Rule, Term};

use super::constraint::{based_on, constraints_fact, foreign_keys_fact};
use super::edition::{Edition, column_anchor};
use super::expression::expression;
use super::provenance::{breaks_fact, evidence_disclosure, notes_fact, origin_lines};
use super::variable::column_section;
use super::{reading, words};
use crate::codebook::document::{
    Element, Fact, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
};
use crate::message;
use crate::messages::capitalised;

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
    let in_text = heading_in_text(edition, heading).map(Element::Paragraph);
    let mut body: Vec<_> = in_text.into_iter().collect();
    if !modelled {
        let notice = edition.text(message!("heading-not-modelled"));
        body.push(Element::Notice(notice.into()));
        let terms = heading.terms.iter().map(|term| term_line(edition, term));
        body.push(Element::List(terms.collect()));
    }
    Some(Section {
        anchor: heading_anchor(edition, heading),
        kind: SectionKind::Heading {
            paragraph: paragraph_name(edition, heading),
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

/// The paragraph of a heading, with the institution that provides its variables.
fn paragraph_name(edition: Edition<'_>, heading: &Heading) -> String {
    let paragraph = capitalised(&edition.paragraph(&heading.paragraph));
    match edition.deliberation().provider(heading) {
        Some(provider) => edition.text_with(
            message!("paragraph-of-provider"),
            &[("paragraph", &paragraph), ("provider", provider)],
        ),
        None => paragraph,
    }
}

/// The title as the decision has it, if the section has another one, and the relatives to whom the decision extends the heading.
fn heading_in_text(edition: Edition<'_>, heading: &Heading) -> Option<Inline> {
    let is_title = edition.heading_title(heading) == *heading.title;
    let title = ("title", Span::Quote(heading.title.to_string()).into());
    let relatives = ("relatives", heading.relatives.join(", ").into());
    match (is_title, heading.relatives.is_empty()) {
        (true, true) => None,
        (true, false) => {
            Some(edition.line(message!("heading-in-text.only-relatives"), [relatives]))
        }
        (false, true) => Some(edition.line(message!("heading-in-text"), [title])),
        (false, false) => {
            Some(edition.line(message!("heading-in-text.relatives"), [title, relatives]))
        }
    }
}

/// A phrase as the decision has it, with the phrase that it is part of and the relatives to whom it is extended.
fn term_line(edition: Edition<'_>, term: &Term) -> Inline {
    let line = edition.quoted_term(&term.term, term.of.as_deref());
    if term.relatives.is_empty() {
        return line;
    }
    let relatives = term.relatives.join(", ");
    edition.line(
        message!("term-with-relatives"),
        [("term", line), ("relatives", relatives.into())],
    )
}

pub(super) fn section(edition: Edition<'_>, block: &Block) -> Section {
    let mut body = vec![
        Element::Lead(edition.label(&block.definition)),
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
        title: edition.title(&block.label),
        body,
        sections: sections.collect(),
    }
}

fn facts(edition: Edition<'_>, block: &Block) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(
            edition.text(message!("row-unit")),
            edition.label(&block.row_unit),
        ),
        Fact::new(
            edition.text(message!("analysis-unit")),
            edition.label(&block.analysis_unit),
        ),
    ];
    if let Some(universe) = &block.universe {
        facts.push(Fact::new(
            edition.text(message!("universe")),
            edition.label(universe),
        ));
    }
    facts.push(Fact::new(
        edition.text(message!("time")),
        edition.word(block.temporality),
    ));
    if let Some(column) = &block.observation_period {
        facts.push(Fact::new(
            edition.text(message!("observation-period")),
            observation_period(edition, block, column),
        ));
    }
    facts.push(Fact::new(
        edition.text(message!("key")),
        identity(edition, &block.identity),
    ));
    if !block.valid.is_always() {
        let period = edition.period(block.valid);
        facts.push(Fact::new(edition.text(message!("rows-exist")), period));
    }
    facts.extend(Fact::from_items(
        edition.text(message!("rules")),
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
        edition.text(message!("source")),
        origin_lines(edition, &block.origins),
    ));
    facts
}

fn observation_period(edition: Edition<'_>, block: &Block, column: &str) -> Inline {
    let name = Inline::from(Span::Column {
        anchor: format!("{}/{column}", block.id),
        name: column.to_owned(),
    });
    let reference_date = Inline::from(Span::Reference {
        anchor: reading::ANCHOR.to_owned(),
        text: edition.text(message!("reference-date.link")).to_owned(),
    });
    match block.column(column) {
        None => edition.line(
            message!("observation-period.column"),
            [("column", name), ("reference-date", reference_date)],
        ),
        Some(column) => edition.line(
            message!("observation-period.column-with-type"),
            [
                ("column", name),
                (
                    "type",
                    words::short_type(edition, column.value_type()).into(),
                ),
                ("reference-date", reference_date),
            ],
        ),
    }
}

fn identity(edition: Edition<'_>, identity: &Identity) -> Inline {
    match identity {
        Identity::Key(columns) => {
            let names = columns.iter().map(|column| &**column);
            let message = if columns.len() == 1 {
                message!("key.one-column")
            } else {
                message!("key.columns")
            };
            edition.line(message, [("columns", Inline::code_enumeration(names))])
        }
        Identity::NoKnownKey(why) => {
            let mark = edition.text(message!("no-known-key.mark"));
            edition.line(
                message!("no-known-key"),
                [
                    ("mark", Inline::new().mark(Mark::Caution, mark)),
                    ("why", edition.label(why)),
                ],
            )
        }
    }
}

/// The rule that applies to every block with an observation period.
fn observation_rule(edition: Edition<'_>, block: &Block) -> Option<Inline> {
    let observation = edition.deliberation().observation(block)?;
    let line = edition.label(&observation.message()).with(Span::Break);
    Some(line.code(OBSERVATION_PERIOD_IN_WINDOW))
}

fn rule_lines(edition: Edition<'_>, rule: &Rule) -> Inline {
    let line = edition
        .label(&rule.message)
        .with(Span::Break)
        .code(expression(&rule.expression));
    match &rule.basis {
        None => line,
        Some(basis) => line.with(Span::Break).then(based_on(edition, basis)),
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
            edition.text(message!("yes"))
        } else {
            edition.text(message!("no"))
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
        caption: edition.text_with(message!("columns-of"), &[("block", &block.id)]),
        column_names: vec![
            edition.text(message!("column")).into(),
            edition.text(message!("label")).into(),
            edition.text(message!("type-of-values")).into(),
            edition.text(message!("may-be-empty")).into(),
        ],
        rows: rows.collect(),
    }
}
