//! The codebook as GitHub-flavoured Markdown, one file a language.

mod escape;

use beraad_schema::describe::Language;

use self::escape::{at_start, code, text, url};
use crate::codebook::{
    self, Cell, Document, Element, Fact, Inline, Kind, Section, Span, Table, document, fragment,
    is_web_address,
};
use crate::format::{Artefact, EmitError, Format, Selection, Words};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_md",
    writes: &["codebook-nl.md", "codebook-en.md"],
    summary: Words::new(
        "het codeboek als Markdown (GitHub), één bestand per taal",
        "the codebook as Markdown (GitHub), one file a language",
    ),
    support: codebook::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "every format has this shape, and some can fail"
)]
fn write(selection: &Selection<'_>) -> Result<Vec<Artefact>, EmitError> {
    let artefact = |language: Language| {
        let document = document(selection, language);
        Artefact::new(format!("codebook-{language}.md"), markdown(&document))
    };
    Ok(codebook::LANGUAGES.into_iter().map(artefact).collect())
}

/// A text in the making.
struct Markdown(String);

impl Markdown {
    fn put(&mut self, text: impl AsRef<str>) {
        self.0.push_str(text.as_ref());
    }
}

fn markdown(document: &Document) -> String {
    let mut out = Markdown(format!(
        "# {}\n\n{}\n",
        text(&document.title),
        text(&document.subtitle)
    ));
    index(&mut out, document);
    for part in &document.sections {
        section(&mut out, part, 2);
    }
    out.0
}

fn index(out: &mut Markdown, document: &Document) {
    out.put(match document.language {
        Language::En => "\n## Contents\n\n",
        _ => "\n## Inhoud\n\n",
    });
    for part in &document.sections {
        out.put(format!(
            "- [{}](#{})\n",
            text(&part.title),
            fragment(&part.anchor)
        ));
        for block in &part.sections {
            out.put(format!(
                "  - [{}](#{})\n",
                text(&block.title),
                fragment(&block.anchor)
            ));
        }
    }
}

fn section(out: &mut Markdown, part: &Section, level: usize) {
    out.put(format!("\n<a id=\"{}\"></a>\n\n", fragment(&part.anchor)));
    out.put(format!("{} {}", "#".repeat(level), text(&part.title)));
    if let Kind::Block { id: name }
    | Kind::Variable { column: name }
    | Kind::Role { column: name } = &part.kind
    {
        out.put(format!(" ({})", code(name)));
    }
    out.put("\n");
    if let Kind::Heading { paragraph, .. } = &part.kind {
        out.put(format!("\n*{}*\n", text(paragraph)));
    }
    elements(out, &part.body);
    for below in &part.sections {
        section(out, below, level + 1);
    }
}

fn elements(out: &mut Markdown, elements: &[Element]) {
    for element in elements {
        out.put("\n");
        match element {
            Element::Lead(line) | Element::Paragraph(line) => {
                out.put(format!("{}\n", inline(line)));
            }
            Element::Notice(line) => out.put(format!("> {}\n", inline(line))),
            Element::Facts(facts) => self::facts(out, facts),
            Element::List(items) => list(out, items, ""),
            Element::Table(table) => self::table(out, table),
            Element::Disclosure { summary, body } => {
                out.put(format!("**{}**\n", text(summary)));
                self::elements(out, body);
            }
        }
    }
}

/// A fact of one line is an item of a list; one with a table stands by itself, since a table in a list is read by few.
fn facts(out: &mut Markdown, facts: &[Fact]) {
    let mut in_list = true;
    for fact in facts {
        let name = text(fact.name);
        match &*fact.body {
            [Element::Paragraph(line)] => {
                if !in_list {
                    out.put("\n");
                }
                out.put(format!("- **{name}:** {}\n", inline(line)));
                in_list = true;
            }
            [Element::List(items)] => {
                if !in_list {
                    out.put("\n");
                }
                out.put(format!("- **{name}:**\n"));
                list(out, items, "  ");
                in_list = true;
            }
            body => {
                out.put(format!("\n**{name}**\n"));
                elements(out, body);
                in_list = false;
            }
        }
    }
}

fn list(out: &mut Markdown, items: &[Inline], indent: &str) {
    for item in items {
        out.put(format!("{indent}- {}\n", inline(item)));
    }
}

fn table(out: &mut Markdown, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.put(line(table.head.iter().map(|name| text(name)).collect()));
    out.put(line(vec!["---".to_owned(); table.head.len()]));
    let mut above: Option<&Cell> = None;
    for row in &table.rows {
        // A shorter row stands beside a cell of a row above it, which Markdown cannot span: it is repeated.
        if row.len() == table.head.len() {
            above = row.first();
        }
        let spanned = above.filter(|_| row.len() < table.head.len());
        let cells = spanned.into_iter().chain(row);
        let in_cell = |cell: &Cell| inline(&cell.content).replace('|', "\\|");
        out.put(line(cells.map(in_cell).collect()));
    }
}

fn inline(line: &Inline) -> String {
    at_start(line.0.iter().map(span).collect())
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(it) | Span::Whole(it) | Span::In(_, it) => text(it),
        Span::Strong(it) => strong(it),
        Span::Mark(_, it) => format!("*[{}]*", text(it.trim())),
        Span::Code(it) => code(it),
        Span::Quote(it) => format!("“{}”", text(it)),
        Span::Link { text: it, url: to } if is_web_address(to) => {
            format!("[{}](<{}>)", text(it), url(to))
        }
        Span::Link { text: it, url: to } => format!("{}: {}", text(it), code(to)),
        Span::Reference { anchor, text: it } => format!("[{}](#{})", text(it), fragment(anchor)),
        Span::Column { anchor, name } => format!("[{}](#{})", code(name), fragment(anchor)),
        Span::Break => "<br>".to_owned(),
    }
}

/// Strong text; the spaces at its ends stand outside of the stars, where Markdown wants them.
fn strong(it: &str) -> String {
    let trimmed = it.trim();
    if trimmed.is_empty() {
        return text(it);
    }
    let (before, after) = (it.starts_with(' '), it.ends_with(' '));
    let space = |there: bool| if there { " " } else { "" };
    format!("{}**{}**{}", space(before), text(trimmed), space(after))
}
