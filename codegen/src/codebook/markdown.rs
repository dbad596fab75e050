//! The codebook as GitHub-flavoured Markdown.

mod escape;

use self::escape::{at_line_start, code, text, url};
use super::document::{
    Document, Element, Fact, Inline, Section, SectionKind, Span, Table, TableCell, fragment,
    is_web_address,
};
use crate::message;
use crate::messages::Messages;

/// The document as one Markdown file.
pub(crate) fn markdown(document: &Document) -> String {
    let mut out = Markdown {
        text: String::new(),
        messages: Messages::of(document.language),
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
    out.text
}

/// The text that has been written so far.
struct Markdown {
    text: String,
    messages: &'static Messages,
}

impl Markdown {
    fn push(&mut self, text: impl AsRef<str>) {
        self.text.push_str(text.as_ref());
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
                format!("[{}](#{})", text(it), fragment(anchor))
            }
            Span::Column { anchor, name } => format!("[{}](#{})", code(name), fragment(anchor)),
            // Two spaces at a line end would also break the line, but not within a table.
            Span::Break => "<br>".to_owned(),
        }
    }
}

/// A table of contents of two levels: headings, and the blocks below them.
fn write_contents(out: &mut Markdown, document: &Document) {
    let title = out.messages.text(message!("contents"));
    out.push(format!("\n## {title}\n\n"));
    let link = |section: &Section| {
        let (title, anchor) = (text(&section.title), fragment(&section.anchor));
        format!("[{title}](#{anchor})")
    };
    for section in &document.sections {
        out.push(format!("- {}\n", link(section)));
        for block in &section.sections {
            out.push(format!("  - {}\n", link(block)));
        }
    }
}

fn write_section(out: &mut Markdown, section: &Section, level: usize) {
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
    for below in &section.sections {
        write_section(out, below, level + 1);
    }
}

fn write_elements(out: &mut Markdown, elements: &[Element]) {
    for element in elements {
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
        out.push(format!("{indent}- {}\n", out.inline(item)));
    }
}

fn write_table(out: &mut Markdown, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let width = table.column_names.len();
    out.push(line(
        table.column_names.iter().map(|name| text(name)).collect(),
    ));
    out.push(line(vec!["---".to_owned(); width]));
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
        out.push(line(cells.map(cell_text).collect()));
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
