//! The codebook as GitHub-flavoured Markdown: an index, and a page for each block.

mod escape;
mod pages;

use self::escape::{at_line_start, code, text, url};
pub(crate) use self::pages::Page;
use self::pages::{Draft, destination};
use super::document::{
    Document, Element, Fact, Inline, Section, SectionKind, Span, Table, TableCell, fragment,
    is_web_address,
};
use crate::message;
use crate::messages::Messages;

/// The document as Markdown files, each of them small enough to be shown by GitHub.
///
/// The index comes first. Its path is `codebook-<language>.md`; that of a block is `codebook-<language>/<block>.md`. A page that
/// would be too large continues in `<page>-2.md`.
pub(crate) fn markdown(document: &Document) -> Vec<Page> {
    let stem = format!("codebook-{}", document.language);
    let mut out = Markdown {
        index: Draft::new(stem, document.title.clone()),
        blocks: Vec::new(),
        messages: Messages::of(document.language),
        is_in_block: false,
    };
    out.push(format!(
        "# {}\n\n{}\n",
        text(&document.title),
        text(&document.subtitle)
    ));
    write_contents(&mut out, document);
    for section in &document.sections {
        write_section(&mut out, section, 2);
    }
    let mut drafts = vec![out.index];
    drafts.extend(out.blocks);
    pages::lay_out(&drafts)
}

/// The pages that have been written so far.
struct Markdown {
    index: Draft,
    blocks: Vec<Draft>,
    messages: &'static Messages,
    /// True while a block is written: its text goes to the last of `blocks`.
    is_in_block: bool,
}

impl Markdown {
    fn draft(&mut self) -> &mut Draft {
        match self.blocks.last_mut() {
            Some(block) if self.is_in_block => block,
            _ => &mut self.index,
        }
    }

    /// Adds text to the current piece, which is never divided between two files.
    fn push(&mut self, text: impl AsRef<str>) {
        self.draft().push(text.as_ref());
    }

    /// Begins a piece: the page may continue in another file from here.
    fn begin_piece(&mut self) {
        self.draft().begin_piece("");
    }

    fn inline(&self, line: &Inline) -> String {
        at_line_start(line.0.iter().map(|span| self.span(span)).collect())
    }

    fn span(&self, span: &Span) -> String {
        match span {
            Span::Text(it) | Span::Unbroken(it) | Span::InLanguage(_, it) => text(it),
            Span::Strong(it) => strong(it),
            Span::Mark(_, it) => format!("*[{}]*", text(it.trim())),
            Span::Code(it) => code(it),
            Span::Quote(it) => self
                .messages
                .with(message!("quotation"), &[("text", &text(it))]),
            Span::Link { text: it, url: to } if is_web_address(to) => {
                format!("[{}](<{}>)", text(it), url(to))
            }
            Span::Link { text: it, url: to } => format!("{}: {}", text(it), code(to)),
            Span::Reference { anchor, text: it } => {
                format!("[{}]({})", text(it), destination(anchor))
            }
            Span::Column { anchor, name } => format!("[{}]({})", code(name), destination(anchor)),
            // Two spaces at a line end would also break the line, but not within a table.
            Span::Break => "<br>".to_owned(),
        }
    }
}

/// A table of contents of two levels: headings, and the blocks below them.
fn write_contents(out: &mut Markdown, document: &Document) {
    let title = out.messages.text(message!("contents"));
    out.push(format!("\n## {title}\n\n"));
    for section in &document.sections {
        out.begin_piece();
        out.push(format!("- {}\n", section_link(section)));
        let is_block = |below: &&Section| matches!(below.kind, SectionKind::Block { .. });
        for block in section.sections.iter().filter(is_block) {
            out.begin_piece();
            out.push(format!("  - {}\n", section_link(block)));
        }
    }
}

fn section_link(section: &Section) -> String {
    let to = destination(&section.anchor);
    format!("[{}]({to})", text(&section.title))
}

/// Writes a block to a page of its own, and any other section below what was written before.
fn write_section(out: &mut Markdown, section: &Section, level: usize) {
    if let (SectionKind::Block { id }, false) = (&section.kind, out.is_in_block) {
        let stem = format!("{}/{}", out.index.stem(), fragment(id));
        let mut page = Draft::new(stem, section.title.clone());
        let index = destination(pages::TOP);
        page.push(&format!("[{}]({index})\n", text(out.index.title())));
        out.blocks.push(page);
        out.is_in_block = true;
        write_section(out, section, 1);
        out.is_in_block = false;
        return;
    }
    out.begin_piece();
    out.draft().anchor(&section.anchor);
    out.push(format!(
        "\n<a id=\"{}\"></a>\n\n",
        fragment(&section.anchor)
    ));
    out.push(format!("{} {}", "#".repeat(level), text(&section.title)));
    match &section.kind {
        SectionKind::General => out.push("\n"),
        SectionKind::Heading { paragraph, .. } => {
            out.push(format!("\n\n*{}*\n", text(paragraph)));
        }
        SectionKind::Block { id: name }
        | SectionKind::Variable { column: name }
        | SectionKind::Role { column: name } => out.push(format!(" ({})\n", code(name))),
    }
    write_elements(out, &section.body);
    let mut blocks = section
        .sections
        .iter()
        .filter(|below| is_block(below))
        .peekable();
    if blocks.peek().is_some() {
        out.push("\n");
    }
    for block in blocks {
        out.begin_piece();
        out.push(format!("- {}\n", section_link(block)));
    }
    for below in &section.sections {
        write_section(out, below, level + 1);
    }
}

fn is_block(section: &Section) -> bool {
    matches!(section.kind, SectionKind::Block { .. })
}

fn write_elements(out: &mut Markdown, elements: &[Element]) {
    for element in elements {
        out.begin_piece();
        out.push("\n");
        match element {
            Element::Lead(line) | Element::Paragraph(line) => {
                out.push(format!("{}\n", out.inline(line)));
            }
            Element::Notice(line) => out.push(format!("> {}\n", out.inline(line))),
            Element::Facts(facts) => write_facts(out, facts),
            Element::List(items) => write_list(out, items, ""),
            Element::Table(table) => write_table(out, table),
            Element::Disclosure { summary, body } => {
                out.push(format!("**{}**\n", text(summary)));
                write_elements(out, body);
            }
        }
    }
}

/// Facts of text are items of one list. A fact with a table interrupts the list, because many Markdown readers do not
/// accept a table within a list.
fn write_facts(out: &mut Markdown, facts: &[Fact]) {
    let mut in_list = true;
    for fact in facts {
        out.begin_piece();
        let messages = out.messages;
        let name = text(&fact.name);
        let name_before = text(&messages.with(message!("fact-name"), &[("name", &fact.name)]));
        match &*fact.body {
            [Element::Paragraph(line)] => {
                if !in_list {
                    out.push("\n");
                }
                out.push(format!("- **{name_before}** {}\n", out.inline(line)));
                in_list = true;
            }
            [Element::List(items)] => {
                if !in_list {
                    out.push("\n");
                }
                out.push(format!("- **{name_before}**\n"));
                write_list(out, items, "  ");
                in_list = true;
            }
            body => {
                out.push(format!("\n**{name}**\n"));
                write_elements(out, body);
                in_list = false;
            }
        }
    }
}

fn write_list(out: &mut Markdown, items: &[Inline], indent: &str) {
    for item in items {
        out.begin_piece();
        out.push(format!("{indent}- {}\n", out.inline(item)));
    }
}

fn write_table(out: &mut Markdown, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let width = table.column_names.len();
    let names = table.column_names.iter().map(|name| text(name));
    let head = line(names.collect()) + &line(vec!["---".to_owned(); width]);
    out.push(&head);
    let mut spanning: Option<&TableCell> = None;
    for row in &table.rows {
        // A row without its first cell is spanned by that of a row above. Markdown cannot span rows, so the cell is
        // repeated.
        if row.len() == width {
            spanning = row.first();
        }
        let repeated = spanning.filter(|_| row.len() < width);
        let cells = repeated.into_iter().chain(row);
        // Last, and in code spans too: GitHub splits a row into cells before it reads anything within them.
        let cell_text = |cell: &TableCell| out.inline(&cell.content).replace('|', "\\|");
        let cells = line(cells.map(cell_text).collect());
        // A file that begins within a table repeats its head.
        out.draft().begin_piece(&head);
        out.push(cells);
    }
}

/// Strong text. A space at either end goes outside of the stars: Markdown does not recognise `** a **`.
fn strong(it: &str) -> String {
    let trimmed = it.trim();
    if trimmed.is_empty() {
        return text(it);
    }
    let before = if it.starts_with(' ') { " " } else { "" };
    let after = if it.ends_with(' ') { " " } else { "" };
    format!("{before}**{}**{after}", text(trimmed))
}
