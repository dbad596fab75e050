//! The place of a change in words of an edition: the part of the model, and the items in it, as links to their sections.

use beraad_evolve::{Finding, Kind, NamedItem, Section as Part};
use beraad_schema::describe::{Block, CodeList};

use super::changed_value::meaning_name;
use super::decision;
use super::edition::{Edition, column_anchor};
use crate::codebook::document::{Inline, Span};
use crate::format::Selection;
use crate::message;

/// Returns true if the codebook contains the part that changed. A codebook of all blocks contains the removed ones too.
pub(super) fn is_of_selection(edition: Edition<'_>, finding: &Finding) -> bool {
    let selection = edition.selection;
    if selection.blocks.len() == selection.model.blocks.len() {
        return true;
    }
    match &finding.section {
        Part::Block(id) => block_named(edition, id).is_some_and(|block| selection.has(block)),
        Part::CodeList(id) => list_named(edition, id)
            .and_then(|list| list_anchor(edition, list))
            .is_some(),
        Part::Decision | Part::Model => true,
    }
}

/// The part of the model, as a link to its section.
pub(super) fn part(edition: Edition<'_>, part: &Part) -> Inline {
    let link = |anchor: Option<String>, name: &str| match anchor {
        Some(anchor) => Inline::from(Span::Column {
            anchor,
            name: name.to_owned(),
        }),
        None => Inline::new().code(name),
    };
    match part {
        Part::Decision => Inline::from(Span::Reference {
            anchor: decision::ANCHOR.to_owned(),
            text: edition.text(message!("the-decision")).to_owned(),
        }),
        Part::Model => edition.text(message!("changed-item.model")).into(),
        Part::Block(id) => {
            let block = block_named(edition, id).filter(|block| has_section(edition, block));
            let name = link(block.map(|block| block.id.to_string()), id);
            edition.line(message!("changed-item.block"), [("name", name)])
        }
        Part::CodeList(id) => {
            let list = list_named(edition, id);
            let name = link(list.and_then(|list| list_anchor(edition, list)), id);
            edition.line(message!("changed-item.code-list"), [("name", name)])
        }
    }
}

/// Returns true if the codebook has a section for the block: it is selected, and below a heading of the decision.
fn has_section(edition: Edition<'_>, block: &Block) -> bool {
    let Selection { model, .. } = edition.selection;
    let mut headings = model.deliberation.headings.iter();
    edition.selection.has(block)
        && headings.any(|heading| model.blocks_of(heading).any(|it| it.id == block.id))
}

/// The block that has or had this id.
fn block_named<'a>(edition: Edition<'a>, id: &str) -> Option<&'a Block> {
    let model = edition.selection.model;
    let former = |block: &&Block| block.renamed_from.iter().any(|name| *name == id);
    model.block(id).or_else(|| model.blocks.iter().find(former))
}

/// The code list that has or had this id.
fn list_named<'a>(edition: Edition<'a>, id: &str) -> Option<&'a CodeList> {
    let model = edition.selection.model;
    let former = |list: &&CodeList| list.renamed_from.iter().any(|name| *name == id);
    model
        .code_list(id)
        .or_else(|| model.code_lists.iter().find(former))
}

/// The first column that shows the list: a list has no section of its own.
fn list_anchor(edition: Edition<'_>, list: &CodeList) -> Option<String> {
    let blocks = edition.selection.blocks.iter();
    let mut blocks = blocks.filter(|block| has_section(edition, block));
    blocks.find_map(|block| {
        let columns = block.columns().into_iter();
        let mut columns = columns.filter(|column| column.code_list() == Some(&*list.id));
        Some(column_anchor(&block.id, &columns.next()?))
    })
}

/// The items of a path below its part. An item without a name is left out.
pub(super) fn items_line(edition: Edition<'_>, finding: &Finding, items: &[NamedItem]) -> Inline {
    let names = items.iter().filter_map(|item| {
        let name = match &*item.name {
            "" if item.kind == Kind::Code => Inline::from(edition.text(message!("code.empty"))),
            "" => return None,
            name => Inline::new().code(name),
        };
        Some(item_line(edition, finding, item, name))
    });
    Inline::join(names, ", ")
}

fn item_line(edition: Edition<'_>, finding: &Finding, item: &NamedItem, name: Inline) -> Inline {
    let message = match item.kind {
        Kind::Column => return column(edition, &finding.section, &item.name),
        Kind::Meaning => return meaning_name(edition, &item.name),
        Kind::Model | Kind::Decision => return edition.text(message!("the-decision")).into(),
        Kind::Paragraph => message!("changed-item.paragraph"),
        Kind::Statement => message!("changed-item.statement"),
        Kind::Heading => message!("changed-item.heading"),
        Kind::Term => message!("changed-item.term"),
        Kind::Subject => message!("changed-item.subject"),
        Kind::GlossaryEntry => message!("changed-item.glossary-entry"),
        Kind::Block => message!("changed-item.block"),
        Kind::Rule => message!("changed-item.rule"),
        Kind::Break => message!("changed-item.break"),
        Kind::CodeList => message!("changed-item.code-list"),
        Kind::Code => message!("changed-item.code"),
        Kind::Constraint => message!("changed-item.constraint"),
    };
    edition.line(message, [("name", name)])
}

/// The name of a column, as a link if the codebook has a section for it.
fn column(edition: Edition<'_>, part: &Part, name: &str) -> Inline {
    let anchor = match part {
        Part::Block(id) => block_named(edition, id)
            .filter(|block| has_section(edition, block))
            .and_then(|block| {
                let columns = block.columns();
                let named = columns.iter().find(|column| column.name == name);
                let column = named.or_else(|| {
                    let mut columns = columns.iter();
                    columns.find(|column| column.former_names().any(|former| former == name))
                });
                column.map(|column| column_anchor(&block.id, column))
            }),
        _ => None,
    };
    match anchor {
        Some(anchor) => Inline::from(Span::Column {
            anchor,
            name: name.to_owned(),
        }),
        None => Inline::new().code(name),
    }
}
