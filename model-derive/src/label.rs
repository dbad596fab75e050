//! Labels in attributes, and definitions in doc comments.

use proc_macro2::Span;
use syn::{Attribute, Expr, Lit, Meta};

use crate::attr::{Entries, Entry};
use crate::ctxt::Ctxt;
use crate::text::Text;
use beraad_describe::Label;

/// The longest short label, in bytes: the limit of Stata for the label of a variable.
const MAX_SHORT_LABEL_BYTES: usize = 80;

/// Takes `key(nl = "..", en = "..")`.
pub(crate) fn label(entries: &mut Entries<'_>, key: &'static str) -> Option<Label> {
    let entry = entries.one(key)?;
    of_entry(entries.cx(), entry)
}

/// Takes `key(nl = "..", en = "..")`, which must be there.
pub(crate) fn required_label(entries: &mut Entries<'_>, key: &'static str) -> Option<Label> {
    let entry = required_entry(entries, key)?;
    of_entry(entries.cx(), entry)
}

/// Takes `label(nl = "..", en = "..")`, which must be there and short enough for every output format.
pub(crate) fn required_short_label(entries: &mut Entries<'_>) -> Option<Label> {
    let cx = entries.cx();
    let mut inner = required_entry(entries, "label")?.entries(cx)?;
    let texts = Texts::take(&mut inner);
    inner.finish();
    texts.check_length(cx);
    texts.into_label()
}

/// Returns the label of an entry `key(nl = "..", en = "..")`.
pub(crate) fn of_entry(cx: &Ctxt, entry: Entry) -> Option<Label> {
    let mut entries = entry.entries(cx)?;
    let label = inline_label(&mut entries);
    entries.finish();
    label
}

/// Takes `nl = "..", en = ".."` among other entries.
pub(crate) fn inline_label(entries: &mut Entries<'_>) -> Option<Label> {
    Texts::take(entries).into_label()
}

fn required_entry(entries: &mut Entries<'_>, key: &'static str) -> Option<Entry> {
    let entry = entries.one(key);
    if entry.is_none() {
        entries.missing(&[key], format!("{key}(nl = \"..\", en = \"..\")"));
    }
    entry
}

/// The texts of a label, each with its span.
struct Texts {
    nl: Option<Text>,
    en: Option<Text>,
    fr: Option<Text>,
}

impl Texts {
    fn take(entries: &mut Entries<'_>) -> Self {
        Self {
            nl: entries.required_text("nl"),
            en: entries.required_text("en"),
            fr: entries.text("fr"),
        }
    }

    fn check_length(&self, cx: &Ctxt) {
        for (language, text) in [("nl", &self.nl), ("en", &self.en), ("fr", &self.fr)] {
            let Some(text) = text else { continue };
            let length = text.as_str().len();
            if length > MAX_SHORT_LABEL_BYTES {
                cx.error(
                    text.span(),
                    format_args!("label `{language}` is {length} bytes long; the limit is {MAX_SHORT_LABEL_BYTES} (Stata)"),
                );
            }
        }
    }

    fn into_label(self) -> Option<Label> {
        let mut label = Label::new(self.nl?.value(), self.en?.value());
        label.fr = self.fr.map(|fr| fr.value().into());
        Some(label)
    }
}

/// The doc comment of an item: the definition in English, and in Dutch after `nl:`.
pub(crate) struct Docs {
    pub(crate) en: String,
    pub(crate) nl: Option<String>,
}

impl Docs {
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        // Each `///` line is an attribute of its own. Lines of a paragraph are one line in the codebook.
        let lines: Vec<_> = attributes.iter().filter_map(doc_line).collect();
        // An empty `///` line separates paragraphs, as in Markdown.
        let text = lines.join("\n");
        let paragraphs = text
            .split("\n\n")
            .map(|paragraph| paragraph.trim().replace('\n', " "))
            .filter(|paragraph| !paragraph.is_empty());
        let (mut en, mut nl) = (Vec::new(), None);
        for paragraph in paragraphs {
            match paragraph.strip_prefix("nl:") {
                Some(dutch) => nl = Some(dutch.trim().to_owned()),
                None => en.push(paragraph),
            }
        }
        Self {
            en: en.join("\n\n"),
            nl,
        }
    }

    /// Returns the definition in both languages. `span` and `of_what` are for the message if one is missing.
    pub(crate) fn definition(self, cx: &Ctxt, span: Span, of_what: &str) -> Option<Label> {
        if self.en.is_empty() {
            cx.error(span, format_args!("missing definition of {of_what}; write a doc comment: English, an empty line, and a paragraph that starts with `nl: `"));
            return None;
        }
        let Some(nl) = self.nl.filter(|nl| !nl.is_empty()) else {
            cx.error(span, format_args!("missing Dutch definition of {of_what}; end the doc comment with a paragraph that starts with `nl: `"));
            return None;
        };
        Some(Label::new(nl, self.en))
    }
}

/// Returns the text of `#[doc = ".."]`, which is what a line `/// ..` becomes.
fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    // `#[doc = include_str!(..)]` is not a literal. Its text is not known here, and so cannot be a definition.
    let Expr::Lit(literal) = &meta.value else {
        return None;
    };
    let Lit::Str(text) = &literal.lit else {
        return None;
    };
    if !meta.path.is_ident("doc") {
        return None;
    }
    Text::from_literal(&text.token()).map(|text| text.as_str().trim().to_owned())
}
