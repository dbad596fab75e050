//! The shape of the document: sections, elements and spans, with the text as the model has it.
//!
//! Nothing here is escaped: every format escapes all text in its own way, in one place.

use beraad_schema::describe::Language;
use beraad_schema::describe::visible_code;

/// A codebook in one language.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) sections: Vec<Section>,
}

/// A titled part of the document.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Unique in the document; one that no block or column can have holds a hyphen.
    pub(crate) anchor: String,
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) body: Vec<Element>,
    pub(crate) sections: Vec<Section>,
}

/// What a section is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The document as a whole: before the headings, or after them.
    Matter,
    /// A heading of the decision, in a paragraph with this name; whether any block of it is modelled.
    Heading { paragraph: String, modelled: bool },
    /// A block with this id.
    Block { id: String },
    /// A variable in a column with this name.
    Variable { column: String },
    /// A column with this name that is no variable.
    Role { column: String },
}

/// Something in the body of a section.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    /// What the section is about, in one paragraph.
    Lead(Inline),
    Paragraph(Inline),
    /// What a reader must not overlook.
    Notice(Inline),
    Facts(Vec<Fact>),
    List(Vec<Inline>),
    Table(Table),
    /// What is read on demand.
    Disclosure {
        summary: String,
        body: Vec<Element>,
    },
}

/// A name and what there is to say under it.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: &'static str,
    pub(crate) body: Vec<Element>,
}

/// A table with one line of headers.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) kind: TableKind,
    /// What it shows, for those who do not see what stands around it.
    pub(crate) caption: String,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What a table shows; the first column of each names its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableKind {
    Codes,
    Columns,
    Formats,
    Trace,
}

/// A cell, and how many rows it spans; the rows below it leave it out.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) content: Inline,
    pub(crate) rows: usize,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline(pub(crate) Vec<Span>);

/// A piece of a line.
#[derive(Clone, Debug)]
pub(crate) enum Span {
    Text(String),
    Strong(String),
    /// A name or value as data have it.
    Code(String),
    /// Words of the decision, in its own language.
    Quote(String),
    /// Text in another language than the document's.
    In(Language, String),
    /// What is to be noticed; the mark says so in words.
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
    /// The section of a column, by the column's name.
    Column {
        anchor: String,
        name: String,
    },
    /// Text that is not broken over two lines.
    Whole(String),
    Break,
}

/// Why a piece of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// To be handled with care.
    Caution,
    /// To be known.
    Plain,
}

impl Inline {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn of(span: Span) -> Self {
        Self(vec![span])
    }

    pub(crate) fn push(&mut self, span: Span) -> &mut Self {
        self.0.push(span);
        self
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

    pub(crate) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Several lines as one, with `between` between them.
    pub(crate) fn join(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::new();
        for line in lines {
            if !joined.0.is_empty() {
                joined.push(Span::Text(between.to_owned()));
            }
            joined.0.extend(line.0);
        }
        joined
    }

    /// Names as data have them, with commas.
    pub(crate) fn codes<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::join(texts.into_iter().map(|text| Self::new().code(text)), ", ")
    }
}

impl<T: Into<String>> From<T> for Inline {
    fn from(text: T) -> Self {
        Self::new().text(text)
    }
}

impl Fact {
    pub(crate) fn new(name: &'static str, content: impl Into<Inline>) -> Self {
        Self {
            name,
            body: vec![Element::Paragraph(content.into())],
        }
    }

    pub(crate) fn list(name: &'static str, items: Vec<Inline>) -> Option<Self> {
        let body = match items.len() {
            0 => return None,
            1 => items.into_iter().map(Element::Paragraph).collect(),
            _ => vec![Element::List(items)],
        };
        Some(Self { name, body })
    }
}

impl<T: Into<Inline>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self {
            content: content.into(),
            rows: 1,
        }
    }
}

/// An anchor as a fragment and as the value of an attribute: letters, digits and little else, and as unique as before.
pub(crate) fn fragment(anchor: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || "_-./".contains(char);
    let mut fragment = String::with_capacity(anchor.len());
    for char in anchor.chars() {
        if plain(char) {
            fragment.push(char);
        } else {
            fragment.extend(format!("~{:x}~", u32::from(char)).chars());
        }
    }
    fragment
}

/// Whether an address may be followed: the web and nothing else, and no character that an address cannot have.
pub(crate) fn is_web_address(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
    }) && visible_code(url) == url
        && !url.contains([' ', '<', '>', '"', '\\'])
}
