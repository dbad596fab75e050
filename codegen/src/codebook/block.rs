//! A heading of the decision, and each block that carries it out.

use beraad_schema::describe::OBSERVATION_PERIOD_IN_WINDOW;
use beraad_schema::describe::{Block, Heading, Identity, Rule, Term};

use super::constraint;
use super::expression::expression;
use super::variable::{breaks, column_section, evidence, notes, origins};
use super::{
    Author, Cell, Element, Fact, Inline, Kind, Mark, Section, Span, Table, TableKind, anchor,
    reading, words,
};

/// A heading with its blocks; `None` where its blocks exist and none of them was chosen.
pub(super) fn heading(author: Author<'_>, heading: &Heading) -> Option<Section> {
    let selection = author.selection;
    let modelled = selection.model.blocks_of(heading).next().is_some();
    let chosen: Vec<_> = selection
        .model
        .blocks_of(heading)
        .filter(|block| selection.has(block))
        .collect();
    let whole = selection.blocks.len() == selection.model.blocks.len();
    if chosen.is_empty() && (modelled || !whole) {
        return None;
    }
    let mut body = vec![Element::Paragraph(heading_words(author, heading))];
    if !modelled {
        body.push(Element::Notice(Inline::from(author.say(
            "Deze rubriek is nog niet gemodelleerd. De beraadslaging noemt:",
            "This heading is not modelled yet. The deliberation names:",
        ))));
        body.push(Element::List(
            heading
                .terms
                .iter()
                .map(|term| term_words(author, term))
                .collect(),
        ));
    }
    Some(Section {
        anchor: heading_anchor(author, heading),
        kind: Kind::Heading {
            paragraph: paragraph_name(author, heading.paragraph),
            modelled,
        },
        title: author.heading_title(heading),
        body,
        sections: chosen.iter().map(|block| section(author, block)).collect(),
    })
}

/// A title may occur in two paragraphs; the position in the text is the heading's own.
fn heading_anchor(author: Author<'_>, heading: &Heading) -> String {
    let headings = &author.deliberation().headings;
    let position = headings
        .iter()
        .position(|other| other == heading)
        .unwrap_or_default();
    format!("heading-{}", position + 1)
}

fn paragraph_name(author: Author<'_>, number: u8) -> String {
    let paragraph = author.say("Paragraaf", "Paragraph");
    match author.deliberation().paragraph(number) {
        Some(found) => format!("{paragraph} {number} · {}", found.provider),
        None => format!("{paragraph} {number}"),
    }
}

/// The title as it stands in the text, and to whom the text extends the heading.
fn heading_words(author: Author<'_>, heading: &Heading) -> Inline {
    let mut line = Inline::from(author.say("In de tekst: ", "In the text: "))
        .with(Span::Quote(heading.title.to_string()));
    if !heading.relatives.is_empty() {
        line = line
            .text(author.say(", ook van: ", ", also of: "))
            .text(heading.relatives.join(", "));
    }
    line
}

/// A phrase as the text has it, with what it is nested in and to whom it is extended.
pub(super) fn term_words(author: Author<'_>, term: &Term) -> Inline {
    let mut line = Inline::of(Span::Quote(term.term.to_string()));
    if let Some(of) = &term.of {
        line = line
            .text(author.say(" van ", " of "))
            .with(Span::Quote(of.to_string()));
    }
    if !term.relatives.is_empty() {
        line = line
            .text(author.say(", ook van: ", ", also of: "))
            .text(term.relatives.join(", "));
    }
    line
}

pub(super) fn section(author: Author<'_>, block: &Block) -> Section {
    let mut facts = vec![
        Fact::new(
            author.say("Eén rij", "One row"),
            author.label(&block.row_unit),
        ),
        Fact::new(
            author.say("Beschreven eenheid", "Unit described"),
            author.label(&block.analysis_unit),
        ),
    ];
    if let Some(universe) = &block.universe {
        facts.push(Fact::new(
            author.say("Over wie", "About whom"),
            author.label(universe),
        ));
    }
    let temporality = block.temporality.label();
    facts.push(Fact::new(
        author.say("Tijd", "Time"),
        author.label(&temporality),
    ));
    if let Some(column) = &block.observation_period {
        facts.push(Fact::new(
            author.say("Waarnemingsperiode", "Observation period"),
            observation_period(author, block, column),
        ));
    }
    facts.push(Fact::new(
        author.say("Sleutel", "Key"),
        identity(author, &block.identity),
    ));
    if !block.valid.is_always() {
        let period = author.period(block.valid);
        facts.push(Fact::new(author.say("Rijen bestaan", "Rows exist"), period));
    }
    facts.extend(Fact::list(
        author.say("Regels", "Rules"),
        observation_rule(author, block)
            .into_iter()
            .chain(block.rules.iter().map(|rule| rule_words(author, rule)))
            .collect(),
    ));
    facts.extend(constraint::references(author, block));
    facts.extend(constraint::constraints(author, block));
    facts.extend(notes(author, &block.notes));
    facts.extend(breaks(author, &block.breaks));
    facts.extend(Fact::list(
        author.say("Bron", "Source"),
        origins(author, &block.origins),
    ));
    let mut body = vec![
        Element::Lead(author.label(&block.definition).into()),
        Element::Facts(facts),
    ];
    body.extend(evidence(author, &block.evidence));
    body.push(Element::Table(overview(author, block)));
    let columns = block.columns();
    let sections = columns
        .iter()
        .map(|column| column_section(author, block, column));
    Section {
        anchor: block.id.to_string(),
        kind: Kind::Block {
            id: block.id.to_string(),
        },
        title: author.label(&block.label).to_owned(),
        body,
        sections: sections.collect(),
    }
}

fn observation_period(author: Author<'_>, block: &Block, column: &str) -> Inline {
    let mut line = Inline::new().with(Span::Column {
        anchor: format!("{}/{column}", block.id),
        name: column.to_owned(),
    });
    if let Some(column) = block.column(column) {
        line = line.text(format!(
            ", {}",
            words::short_type(author, column.value_type())
        ));
    }
    line.text(author.say("; zie ", "; see "))
        .with(Span::Reference {
            anchor: reading::ANCHOR.to_owned(),
            text: author.say("peildatum", "reference date").to_owned(),
        })
}

fn identity(author: Author<'_>, identity: &Identity) -> Inline {
    match identity {
        Identity::Key(columns) => Inline::codes(columns.iter().map(|column| &**column))
            .text(author.say(" komt samen één keer voor", " occur together once")),
        Identity::NoKnownKey(why) => Inline::new()
            .mark(
                Mark::Caution,
                author.say("geen sleutel bekend", "no key is known"),
            )
            .text(": ")
            .text(author.label(why)),
        _ => Inline::new(),
    }
}

/// The rule that holds for every block with an observation period.
fn observation_rule(author: Author<'_>, block: &Block) -> Option<Inline> {
    let says = author.deliberation().observation_rule(block)?;
    let line = Inline::from(author.label(&says)).with(Span::Break);
    Some(line.code(OBSERVATION_PERIOD_IN_WINDOW))
}

fn rule_words(author: Author<'_>, rule: &Rule) -> Inline {
    let line = Inline::from(author.label(&rule.message))
        .with(Span::Break)
        .code(expression(&rule.expression));
    match &rule.basis {
        None => line,
        Some(basis) => line
            .with(Span::Break)
            .text(author.say("Berust op: ", "Rests on: "))
            .with(Span::In(
                beraad_schema::describe::Language::En,
                basis.to_string(),
            )),
    }
}

/// The columns at a glance.
fn overview(author: Author<'_>, block: &Block) -> Table {
    let rows = block.columns().into_iter().map(|column| {
        let name = Span::Column {
            anchor: anchor(&block.id, &column),
            name: column.name.clone(),
        };
        let empty = if column.nullable() {
            author.say("ja", "yes")
        } else {
            author.say("nee", "no")
        };
        let label = column.label();
        vec![
            Cell::from(Inline::of(name)),
            author.label(&label).into(),
            words::short_type(author, column.value_type()).into(),
            empty.into(),
        ]
    });
    Table {
        kind: TableKind::Columns,
        caption: format!("{} {}", author.say("Kolommen van", "Columns of"), block.id),
        head: vec![
            author.say("Kolom", "Column"),
            author.say("Label", "Label"),
            author.say("Soort waarde", "Type"),
            author.say("Kan leeg zijn", "May be empty"),
        ],
        rows: rows.collect(),
    }
}
