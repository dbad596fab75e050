//! The shape of the document: sections, elements and spans, with texts as the model has them.
//!
//! Nothing here is escaped: every renderer escapes all text in its own way, in one place.

use beraad_schema::describe::{Language, Text, visible_code};

/// A codebook in one language.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) language: Language,
    /// The language of quotations of the decision.
    pub(crate) quoted: Language,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) sections: Vec<Section>,
}

/// A titled part of the document.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Unique in the document. Anchors of general sections contain a hyphen, which no id of a block or column can.
    pub(crate) anchor: String,
    pub(crate) kind: SectionKind,
    pub(crate) title: String,
    pub(crate) body: Vec<Element>,
    pub(crate) sections: Vec<Self>,
}

/// The subject of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SectionKind {
    /// The decision or the codebook as a whole: before the headings, or after them.
    General,
    /// A heading of the decision, in the paragraph with this name; `modelled` if any block carries it out.
    Heading { paragraph: String, modelled: bool },
    /// The block with this id.
    Block { id: String },
    /// The column with this name, which holds a variable.
    Variable { column: String },
    /// The column with this name, which holds no variable of the decision.
    Role { column: String },
}

/// One element in the body of a section.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    /// The definition of the subject, in one paragraph.
    Lead(Inline),
    Paragraph(Inline),
    /// A paragraph that a reader must not overlook.
    Notice(Inline),
    Facts(Vec<Fact>),
    List(Vec<Inline>),
    Table(Table),
    /// Details that are hidden until a reader asks for them, where the format can hide them.
    Disclosure {
        summary: String,
        body: Vec<Element>,
    },
}

/// A fact about the subject of a section: a name, and the content below or beside it.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: Text,
    pub(crate) body: Vec<Element>,
}

/// A table with one line of column names.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) kind: TableKind,
    /// The caption, for readers who do not see the text around the table.
    pub(crate) caption: String,
    pub(crate) column_names: Vec<Text>,
    pub(crate) rows: Vec<Vec<TableCell>>,
}

/// The content of a table. The first column of each kind names its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableKind {
    Changes,
    Codes,
    Columns,
    Formats,
    Trace,
}

/// A cell of a table. Rows that it spans below its own leave it out.
#[derive(Clone, Debug)]
pub(crate) struct TableCell {
    pub(crate) content: Inline,
    /// The number of rows that the cell spans; 1 for an ordinary cell.
    pub(crate) row_span: usize,
}

/// A line of text, made of spans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inline(pub(crate) Vec<Span>);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Text(String),
    Strong(String),
    /// A name or value exactly as the data have it.
    Code(String),
    /// A quotation of the decision, in the language of the decision.
    Quote(String),
    /// A text in another language than the document's.
    InLanguage(Language, String),
    /// A text that readers should notice.
    Mark(Mark, String),
    /// A page elsewhere.
    Link {
        text: String,
        url: String,
    },
    /// A section of the document.
    Reference {
        anchor: String,
        text: String,
    },
    /// The section of a column, shown as the column's name.
    Column {
        anchor: String,
        name: String,
    },
    /// A text that is kept on one line.
    Unbroken(String),
    Break,
}

/// The reason why a piece of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The reader should be careful here.
    Caution,
    /// The reader should know this.
    Plain,
}

impl Inline {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }

    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.with(Span::Text(text.into()))
    }

    pub(crate) fn strong(self, text: impl Into<String>) -> Self {
        self.with(Span::Strong(text.into()))
    }

    pub(crate) fn code(self, text: impl Into<String>) -> Self {
        self.with(Span::Code(text.into()))
    }

    pub(crate) fn mark(self, mark: Mark, text: impl Into<String>) -> Self {
        self.with(Span::Mark(mark, text.into()))
    }

    /// This line with its plain text set in bold.
    pub(crate) fn emphasised(self) -> Self {
        let spans = self.0.into_iter().map(|span| match span {
            Span::Text(text) => Span::Strong(text),
            other => other,
        });
        Self(spans.collect())
    }

    pub(crate) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Joins lines to one, with `separator` between them.
    pub(crate) fn join(lines: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut joined = Self::new();
        for line in lines {
            if !joined.0.is_empty() {
                joined = joined.text(separator);
            }
            joined = joined.then(line);
        }
        joined
    }

    /// Names or values as the data have them, separated by commas.
    pub(crate) fn code_enumeration<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        Self::join(codes.into_iter().map(|code| Self::new().code(code)), ", ")
    }
}

impl<T: Into<String>> From<T> for Inline {
    fn from(text: T) -> Self {
        Self::from(Span::Text(text.into()))
    }
}

impl From<Span> for Inline {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl Fact {
    /// A fact of one line.
    pub(crate) fn new(name: impl Into<Text>, content: impl Into<Inline>) -> Self {
        Self {
            name: name.into(),
            body: vec![Element::Paragraph(content.into())],
        }
    }

    /// A fact with one line for each item; `None` if there are no items.
    pub(crate) fn from_items(name: impl Into<Text>, items: Vec<Inline>) -> Option<Self> {
        let body = match items.len() {
            0 => return None,
            1 => items.into_iter().map(Element::Paragraph).collect(),
            2.. => vec![Element::List(items)],
        };
        Some(Self {
            name: name.into(),
            body,
        })
    }
}

impl<T: Into<Inline>> From<T> for TableCell {
    fn from(content: T) -> Self {
        Self {
            content: content.into(),
            row_span: 1,
        }
    }
}

/// The anchor as a URL fragment and as the value of an attribute: only letters, digits and `_-./~`, and still unique.
pub(crate) fn fragment(anchor: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "_-./".contains(char);
    let mut fragment = String::with_capacity(anchor.len());
    for char in anchor.chars() {
        if is_plain(char) {
            fragment.push(char);
        } else {
            // The tilde is not a plain character itself, so that no two anchors get the same fragment.
            fragment.extend(format!("~{:x}~", u32::from(char)).chars());
        }
    }
    fragment
}

/// Returns true if an address may become a link: `http` or `https`, and no character that an address cannot contain.
pub(crate) fn is_web_address(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        // Everything else, such as `javascript:`, is shown as text.
        scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
    }) && visible_code(url) == url
        && !url.contains([' ', '<', '>', '"', '\\'])
}
