//! A block or column of the codebook as text. The content comes from `content`; this module only lays it out.

use beraad_schema::describe::{Block, Language, Model, visible, visible_code};

use super::layout::{Columns, width_of, wrap};
use crate::codebook::content::{block_section, reference_date};
use crate::codebook::document::{
    Element, Fact, Inline, Section, SectionKind, Span, Table, TableCell,
};
use crate::format::Selection;
use crate::message;
use crate::messages::Messages;

/// A space that no line is broken at. It becomes an ordinary space when the line is written.
const NO_BREAK_SPACE: &str = "\u{a0}";

/// The part of the codebook to show.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Entry<'a> {
    /// A block, with an overview of its columns.
    Block(&'a Block),
    /// A block, with all facts of each of its columns.
    Whole(&'a Block),
    /// A column of a block, by its name.
    Column(&'a Block, &'a str),
}

/// Lays out a part of the codebook in lines of at most `width` characters.
///
/// The text is empty if the block does not have the column.
#[must_use]
pub fn entry(model: &Model, entry: Entry<'_>, language: Language, width: usize) -> String {
    let selection = Selection::all(model);
    let (Entry::Block(block) | Entry::Whole(block) | Entry::Column(block, _)) = entry;
    let section = block_section(&selection, language, block);
    let mut out = TextWriter {
        text: String::new(),
        messages: Messages::of(language),
        width,
    };
    if let Entry::Column(_, name) = entry {
        let mut columns = section.sections.iter();
        if let Some(column) = columns.find(|it| column_name(&it.kind) == Some(name)) {
            out.section(column, block);
        }
        return out.text;
    }
    out.section(&section, block);
    if block.observation_period.is_some() {
        let date = reference_date(&selection, language);
        out.text.push('\n');
        out.fact(&date.name, &date.body, width_of(&date.name) + 2);
    }
    if matches!(entry, Entry::Whole(_)) {
        for column in &section.sections {
            let rule = "-".repeat(width);
            out.text.extend(["\n", &rule, "\n\n"]);
            out.section(column, block);
        }
    }
    out.text
}

fn column_name(kind: &SectionKind) -> Option<&str> {
    match kind {
        SectionKind::Variable { column } | SectionKind::Role { column } => Some(column),
        SectionKind::General | SectionKind::Heading { .. } | SectionKind::Block { .. } => None,
    }
}

/// A writer of lines that are at most `width` characters wide.
struct TextWriter {
    text: String,
    messages: &'static Messages,
    width: usize,
}

impl TextWriter {
    fn section(&mut self, section: &Section, block: &Block) {
        let name = match column_name(&section.kind) {
            Some(column) => format!("{}.{column}", block.id),
            None => block.id.to_string(),
        };
        self.line(0, &visible_code(&name));
        self.line(0, &visible(&section.title));
        // The margin is as wide as the longest name of this section, so that all facts begin in one column.
        let names = section.body.iter().flat_map(names_in_margin);
        let indent = names.map(width_of).max().unwrap_or_default() + 2;
        for element in &section.body {
            if !matches!(element, Element::Disclosure { .. }) {
                self.text.push('\n');
            }
            self.element(element, indent);
        }
    }

    /// Writes an element. Names of facts stay in a margin of `indent` characters.
    fn element(&mut self, element: &Element, indent: usize) {
        match element {
            Element::Lead(line) | Element::Paragraph(line) | Element::Notice(line) => {
                self.paragraph(0, "", &self.plain_text(line));
            }
            Element::List(items) => {
                for item in items {
                    self.paragraph(0, "- ", &self.plain_text(item));
                }
            }
            Element::Table(table) => self.table(0, table),
            Element::Facts(facts) => {
                for fact in facts {
                    self.fact(&fact.name, &fact.body, indent);
                }
            }
            Element::Disclosure { summary, body } => self.fact(summary, body, indent),
        }
    }

    /// Writes a name in the margin and the content beside it. A table goes below the name, at full width.
    fn fact(&mut self, name: &str, body: &[Element], indent: usize) {
        let start = self.text.len();
        for element in body {
            match element {
                Element::Lead(line) | Element::Paragraph(line) | Element::Notice(line) => {
                    self.paragraph(indent, "", &self.plain_text(line));
                }
                Element::List(items) => {
                    for item in items {
                        self.paragraph(indent, "- ", &self.plain_text(item));
                    }
                }
                Element::Facts(facts) => {
                    for Fact { name, body } in facts {
                        self.fact(name, body, indent);
                    }
                }
                Element::Disclosure { summary, body } => self.fact(summary, body, indent),
                Element::Table(table) => {
                    self.text.push('\n');
                    self.table(2, table);
                    self.text.push('\n');
                }
            }
        }
        // The content was written with an empty margin: the name now replaces the indentation of its first line.
        let name = format!("{name:indent$}");
        // The content does not begin with the margin if it is a table, or if there is none: the name is then a line of
        // its own.
        if self.text[start..].starts_with(&" ".repeat(indent)) {
            self.text.replace_range(start..start + indent, &name);
        } else {
            self.text
                .insert_str(start, &format!("{}\n", name.trim_end()));
        }
    }

    fn paragraph(&mut self, indent: usize, bullet: &str, text: &str) {
        let hanging_indent = indent + bullet.len();
        let lines = wrap(text, self.width.saturating_sub(hanging_indent));
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                self.line(indent, &format!("{bullet}{line}"));
            } else {
                self.line(hanging_indent, line);
            }
        }
    }

    fn table(&mut self, indent: usize, table: &Table) {
        let column_names = table.column_names.iter();
        let head: Vec<String> = column_names.map(ToString::to_string).collect();
        // For each column, how many of the next rows a cell above still spans: these rows leave the cell out.
        let mut spanned = vec![0_usize; head.len()];
        let mut rows = vec![head];
        for row in &table.rows {
            let mut cells = row.iter();
            let mut texts = Vec::with_capacity(spanned.len());
            // `cells` advances only for columns that no cell above spans.
            for rows_left in &mut spanned {
                if *rows_left > 0 {
                    *rows_left -= 1;
                    texts.push(String::new());
                } else if let Some(TableCell { content, row_span }) = cells.next() {
                    *rows_left = row_span.saturating_sub(1);
                    texts.push(self.plain_text(content));
                }
            }
            rows.push(texts);
        }
        let columns = Columns::fit(&rows, self.width.saturating_sub(indent));
        let mut lines = rows.iter().map(|row| columns.row(row)).collect::<Vec<_>>();
        lines.insert(1, columns.rule());
        for line in lines.concat().lines() {
            self.line(indent, line);
        }
    }

    fn line(&mut self, indent: usize, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.text.push_str(&line.replace(NO_BREAK_SPACE, " "));
        }
        self.text.push('\n');
    }

    /// A line as plain text. Addresses are written out, because a terminal has no links.
    fn plain_text(&self, line: &Inline) -> String {
        let mut text = String::new();
        for span in &line.0 {
            match span {
                Span::Text(part)
                | Span::Strong(part)
                | Span::InLanguage(_, part)
                | Span::Reference { text: part, .. } => text.push_str(&visible(part)),
                // A mark at the start of a line or after a dash needs no brackets.
                Span::Mark(_, part) if text.is_empty() || text.ends_with("– ") => {
                    text.push_str(&visible(part));
                }
                Span::Mark(_, part) => text.extend(["[", &visible(part), "]"]),
                Span::Unbroken(part) => text.push_str(&visible(part).replace(' ', NO_BREAK_SPACE)),
                Span::Code(part) | Span::Column { name: part, .. } => {
                    text.push_str(&visible_code(part));
                }
                Span::Quote(part) => {
                    let quoted = [("text", &*visible(part))];
                    text.push_str(&self.messages.with(message!("quotation"), &quoted));
                }
                Span::Link { url, .. } => text.push_str(&visible_code(url)),
                Span::Break => text.push('\n'),
            }
        }
        text
    }
}

/// The names that the element has in its margin.
fn names_in_margin(element: &Element) -> Vec<&str> {
    match element {
        Element::Facts(facts) => facts.iter().map(|fact| &*fact.name).collect(),
        Element::Disclosure { summary, .. } => vec![summary],
        Element::Lead(_)
        | Element::Paragraph(_)
        | Element::Notice(_)
        | Element::List(_)
        | Element::Table(_) => Vec::new(),
    }
}
