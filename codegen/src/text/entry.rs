//! An entry of the codebook as text: what it says is said in one place for all formats, here it is only laid out.

use beraad_schema::describe::{Block, Language, Model};
use beraad_schema::describe::{visible, visible_code};

use super::layout::{Columns, length, wrap};
use crate::codebook::{self, Cell, Element, Fact, Inline, Kind, Section, Span, Table};
use crate::format::Selection;

/// A space at which a line is not broken; what is printed has a common one.
const TIE: &str = "\u{a0}";

/// What is shown of a model.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Entry<'a> {
    /// A block, with its columns at a glance.
    Block(&'a Block),
    /// A block, with everything that is known of each of its columns.
    Whole(&'a Block),
    /// A column of a block, by its name.
    Column(&'a Block, &'a str),
}

/// The codebook's entry in lines of at most `width` characters; empty if the block has no such column.
#[must_use]
pub fn entry(model: &Model, entry: Entry<'_>, language: Language, width: usize) -> String {
    let selection = Selection::all(model);
    let (Entry::Block(block) | Entry::Whole(block) | Entry::Column(block, _)) = entry;
    let section = codebook::block_section(&selection, language, block);
    let mut page = Page {
        text: String::new(),
        width,
    };
    if let Entry::Column(_, name) = entry {
        let mut columns = section.sections.iter();
        if let Some(column) = columns.find(|it| column_name(&it.kind) == Some(name)) {
            page.section(column, block);
        }
        return page.text;
    }
    page.section(&section, block);
    if block.observation_period.is_some() {
        let date = codebook::reference_date(&selection, language);
        page.text.push('\n');
        page.fact(date.name, &date.body, length(date.name) + 2);
    }
    if matches!(entry, Entry::Whole(_)) {
        for column in &section.sections {
            let rule = "-".repeat(width);
            page.text.extend(["\n", &rule, "\n\n"]);
            page.section(column, block);
        }
    }
    page.text
}

fn column_name(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Variable { column } | Kind::Role { column } => Some(column),
        _ => None,
    }
}

/// What is written so far.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn section(&mut self, section: &Section, block: &Block) {
        let name = match column_name(&section.kind) {
            Some(column) => format!("{}.{column}", block.id),
            None => block.id.to_string(),
        };
        self.line(0, &visible_code(&name));
        self.line(0, &visible(&section.title));
        let names = section.body.iter().flat_map(names).map(length);
        let indent = names.max().unwrap_or_default() + 2;
        for element in &section.body {
            if !matches!(element, Element::Disclosure { .. }) {
                self.text.push('\n');
            }
            self.element(element, indent);
        }
    }

    fn element(&mut self, element: &Element, indent: usize) {
        match element {
            Element::Lead(line) | Element::Paragraph(line) | Element::Notice(line) => {
                self.paragraph(0, "", &plain(line));
            }
            Element::List(items) => {
                for item in items {
                    self.paragraph(0, "- ", &plain(item));
                }
            }
            Element::Table(rows) => self.table(0, rows),
            Element::Facts(facts) => {
                for fact in facts {
                    self.fact(fact.name, &fact.body, indent);
                }
            }
            Element::Disclosure { summary, body } => self.fact(summary, body, indent),
        }
    }

    /// A name, and beside it what there is to say; a table stands below, as wide as the page.
    fn fact(&mut self, name: &str, body: &[Element], indent: usize) {
        let start = self.text.len();
        for element in body {
            match element {
                Element::Lead(line) | Element::Paragraph(line) | Element::Notice(line) => {
                    self.paragraph(indent, "", &plain(line));
                }
                Element::List(items) => {
                    for item in items {
                        self.paragraph(indent, "- ", &plain(item));
                    }
                }
                Element::Facts(facts) => {
                    for fact in facts {
                        let Fact { name, body } = fact;
                        self.fact(name, body, indent);
                    }
                }
                Element::Disclosure { summary, body } => self.fact(summary, body, indent),
                Element::Table(rows) => {
                    self.text.push('\n');
                    self.table(2, rows);
                    self.text.push('\n');
                }
            }
        }
        // The name takes the place of the first line's indent.
        let name = format!("{name:indent$}");
        if self.text[start..].starts_with(&" ".repeat(indent)) {
            self.text.replace_range(start..start + indent, &name);
        } else {
            self.text
                .insert_str(start, &format!("{}\n", name.trim_end()));
        }
    }

    fn paragraph(&mut self, indent: usize, bullet: &str, text: &str) {
        let hang = indent + bullet.len();
        let lines = wrap(text, self.width.saturating_sub(hang));
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                self.line(indent, &format!("{bullet}{line}"));
            } else {
                self.line(hang, line);
            }
        }
    }

    fn table(&mut self, indent: usize, table: &Table) {
        let head: Vec<String> = table.head.iter().map(|&name| name.to_owned()).collect();
        // A cell that spans rows leaves its place in those below it free.
        let mut spans = vec![0_usize; head.len()];
        let mut rows = vec![head];
        for row in &table.rows {
            let mut cells = row.iter();
            let mut texts = Vec::with_capacity(spans.len());
            for span in &mut spans {
                if *span > 0 {
                    *span -= 1;
                    texts.push(String::new());
                } else if let Some(Cell { content, rows }) = cells.next() {
                    *span = rows.saturating_sub(1);
                    texts.push(plain(content));
                }
            }
            rows.push(texts);
        }
        let columns = Columns::fit(&rows, self.width.saturating_sub(indent));
        let mut shown = rows.iter().map(|row| columns.row(row)).collect::<Vec<_>>();
        shown.insert(1, columns.rule());
        for line in shown.concat().lines() {
            self.line(indent, line);
        }
    }

    fn line(&mut self, indent: usize, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.text.push_str(&line.replace(TIE, " "));
        }
        self.text.push('\n');
    }
}

/// What stands in the margin of an element.
fn names(element: &Element) -> Vec<&str> {
    match element {
        Element::Facts(facts) => facts.iter().map(|fact| fact.name).collect(),
        Element::Disclosure { summary, .. } => vec![summary],
        _ => Vec::new(),
    }
}

/// A line as text: an address is written out, since a terminal has no links.
fn plain(line: &Inline) -> String {
    let mut text = String::new();
    for span in &line.0 {
        match span {
            Span::Text(part)
            | Span::Strong(part)
            | Span::In(_, part)
            | Span::Reference { text: part, .. } => text.push_str(&visible(part)),
            // A mark among other words is set apart; one that begins the line stands for itself.
            Span::Mark(_, part) if text.is_empty() || text.ends_with("– ") => {
                text.push_str(&visible(part));
            }
            Span::Mark(_, part) => text.extend(["[", &visible(part), "]"]),
            Span::Whole(part) => text.push_str(&visible(part).replace(' ', TIE)),
            Span::Code(part) | Span::Column { name: part, .. } => {
                text.push_str(&visible_code(part));
            }
            Span::Quote(part) => {
                text.push('‘');
                text.push_str(&visible(part));
                text.push('’');
            }
            Span::Link { url, .. } => text.push_str(&visible_code(url)),
            Span::Break => text.push('\n'),
        }
    }
    text
}
