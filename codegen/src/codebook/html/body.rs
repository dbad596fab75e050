//! The document within the page: sections, their elements, and the spans of text in these.

use super::page::EditionWriter;
use super::writer::Html;
use crate::codebook::document::{
    Element, Fact, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
    is_web_address,
};

impl EditionWriter<'_> {
    /// Writes a section with those below it.
    pub(super) fn section(&self, html: &mut Html, section: &Section, level: u8) {
        let id = self.id(&section.anchor);
        let class = match &section.kind {
            SectionKind::General => "matter",
            SectionKind::Heading { .. } => "heading",
            SectionKind::Block { .. } => "block",
            SectionKind::Variable { .. } => "variable",
            SectionKind::Role { .. } => "role",
        };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            let href = format!("#{id}");
            match &section.kind {
                SectionKind::General => html.leaf(heading_tag(level), &[], &section.title),
                SectionKind::Heading { paragraph, .. } => {
                    html.leaf("p", &[("class", "eyebrow")], paragraph);
                    html.leaf(heading_tag(level), &[], &section.title);
                }
                SectionKind::Block { id: name }
                | SectionKind::Variable { column: name }
                | SectionKind::Role { column: name } => {
                    html.element(heading_tag(level), &[], |html| {
                        html.leaf("span", &[("class", "label")], &section.title);
                        html.text(" ");
                        html.element("a", &[("class", "name"), ("href", &href)], |html| {
                            html.leaf("code", &[], name);
                        });
                    });
                }
            }
            self.elements(html, &section.body);
            for below in &section.sections {
                self.section(html, below, level + 1);
            }
        });
    }

    fn elements(&self, html: &mut Html, elements: &[Element]) {
        for element in elements {
            self.body_element(html, element);
        }
    }

    fn body_element(&self, html: &mut Html, element: &Element) {
        match element {
            Element::Lead(line) => {
                html.element("p", &[("class", "lead")], |html| self.inline(html, line));
            }
            Element::Paragraph(line) => html.element("p", &[], |html| self.inline(html, line)),
            Element::Notice(line) => {
                html.element("p", &[("class", "notice")], |html| self.inline(html, line));
            }
            Element::Facts(facts) => html.element("dl", &[], |html| {
                for fact in facts {
                    self.fact(html, fact);
                }
            }),
            Element::List(items) => html.element("ul", &[], |html| {
                for item in items {
                    html.element("li", &[], |html| self.inline(html, item));
                }
            }),
            Element::Table(table) => self.table(html, table),
            Element::Disclosure { summary, body } => {
                html.element("details", &[("class", "disclosure")], |html| {
                    html.leaf("summary", &[], summary);
                    self.elements(html, body);
                });
            }
        }
    }

    fn fact(&self, html: &mut Html, fact: &Fact) {
        html.element("div", &[], |html| {
            html.leaf("dt", &[], &fact.name);
            html.element("dd", &[], |html| self.elements(html, &fact.body));
        });
    }

    fn table(&self, html: &mut Html, table: &Table) {
        let class = match table.kind {
            TableKind::Changes => "changes",
            TableKind::Codes => "codes",
            TableKind::Columns => "columns",
            TableKind::Formats => "formats",
            TableKind::Trace => "trace",
        };
        html.element("div", &[("class", "scroll")], |html| {
            html.element("table", &[("class", class)], |html| {
                html.leaf("caption", &[("class", "unseen")], &table.caption);
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        for name in &table.column_names {
                            html.leaf("th", &[("scope", "col")], name);
                        }
                    });
                });
                html.element("tbody", &[], |html| {
                    for row in &table.rows {
                        html.element("tr", &[], |html| {
                            self.table_row(html, row, table.column_names.len());
                        });
                    }
                });
            });
        });
    }

    fn table_row(&self, html: &mut Html, row: &[TableCell], width: usize) {
        for (position, cell) in row.iter().enumerate() {
            let row_span = cell.row_span.to_string();
            // The first cell names its row. A shorter row lacks that cell: one of a row above spans it.
            let names_row = position == 0 && row.len() == width && width > 1;
            let mut attributes = Vec::new();
            if names_row {
                let scope = if cell.row_span > 1 { "rowgroup" } else { "row" };
                attributes.push(("scope", scope));
            }
            if cell.row_span > 1 {
                attributes.push(("rowspan", &row_span));
            }
            let tag = if names_row { "th" } else { "td" };
            html.element(tag, &attributes, |html| self.inline(html, &cell.content));
        }
    }

    fn inline(&self, html: &mut Html, line: &Inline) {
        for span in &line.0 {
            self.span(html, span);
        }
    }

    fn span(&self, html: &mut Html, span: &Span) {
        match span {
            Span::Text(text) => html.text(text),
            Span::Strong(text) => html.leaf("strong", &[], text),
            Span::Code(text) => html.element("code", &[], |html| html.data(text)),
            // A screen reader pronounces the words of the decision in its language, also in other editions.
            Span::Quote(text) => html.leaf("q", &[("lang", self.quoted.as_str())], text),
            Span::InLanguage(language, text) => {
                html.leaf("span", &[("lang", language.as_str())], text);
            }
            Span::Mark(mark, text) => {
                let class = match mark {
                    Mark::Caution => "mark caution",
                    Mark::Plain => "mark",
                };
                html.leaf("span", &[("class", class)], text);
            }
            Span::Link { text, url } if is_web_address(url) => {
                html.leaf("a", &[("href", url), ("rel", "external noreferrer")], text);
            }
            Span::Link { text, url } => {
                html.text(text);
                html.text(": ");
                html.element("code", &[], |html| html.data(url));
            }
            Span::Reference { anchor, text } => {
                html.leaf("a", &[("href", &self.href(anchor))], text);
            }
            Span::Column { anchor, name } => {
                let href = self.href(anchor);
                html.element("a", &[("class", "column"), ("href", &href)], |html| {
                    html.leaf("code", &[], name);
                });
            }
            Span::Unbroken(text) => html.leaf("span", &[("class", "whole")], text),
            Span::Break => html.void("br", &[]),
        }
    }
}

fn heading_tag(level: u8) -> &'static str {
    match level {
        2 => "h2",
        3 => "h3",
        4 => "h4",
        _ => "h5",
    }
}
