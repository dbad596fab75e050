//! Labels in attributes, and definitions in doc comments.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Lit, Meta};

use crate::attr::{Entries, Entry};
use crate::ctxt::Ctxt;
use crate::text::Text;
use beraad_describe::{Label, Language, one_of};

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
        let example = entries.cx().languages().example();
        entries.missing(&[key], format!("{key}({example})"));
    }
    entry
}

/// The texts of a label, each with its span.
struct Texts {
    texts: Vec<(Language, Text)>,
    /// False if a text is missing, or is not valid.
    is_complete: bool,
}

impl Texts {
    fn take<'c>(entries: &mut Entries<'c>) -> Self {
        let cx: &'c Ctxt = entries.cx();
        let (mut texts, mut is_complete) = (Vec::new(), true);
        for (language, key, is_required) in cx.languages().keys() {
            let text = if is_required {
                entries.required_text(key)
            } else {
                entries.text(key)
            };
            match text {
                Some(text) => texts.push((language, text)),
                None => is_complete &= !is_required,
            }
        }
        Self { texts, is_complete }
    }

    fn check_length(&self, cx: &Ctxt) {
        for (language, text) in &self.texts {
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
        let texts = self.texts.into_iter();
        let label = Label::try_new(texts.map(|(language, text)| (language, text.value())));
        label.ok().filter(|_| self.is_complete)
    }
}

/// The doc comment of an item: the definition, with a paragraph for each language (`nl: ..`). The other paragraphs are in
/// the language of doc comments: English, unless the model has no English edition.
pub(crate) struct Docs {
    /// The paragraphs in each language, joined.
    texts: Vec<(Language, String)>,
}

impl Docs {
    /// Reads a doc comment, and reports paragraphs in a language that the model does not have.
    pub(crate) fn read(cx: &Ctxt, attributes: &[Attribute]) -> Self {
        // Each `///` line is an attribute of its own. Lines of a paragraph are one line in the codebook.
        let mut docs = Self { texts: Vec::new() };
        let mut lines: Vec<(String, Span)> = Vec::new();
        for attribute in attributes {
            let Some(line) = doc_line(attribute) else {
                continue;
            };
            // A block comment is one attribute with all its lines.
            for line in line.lines() {
                if line.trim().is_empty() {
                    docs.add_paragraph(cx, std::mem::take(&mut lines));
                } else {
                    lines.push((line.trim().to_owned(), attribute.span()));
                }
            }
            if line.is_empty() {
                docs.add_paragraph(cx, std::mem::take(&mut lines));
            }
        }
        docs.add_paragraph(cx, lines);
        docs
    }

    /// Adds a paragraph to the text in its language: a second paragraph in a language continues the first.
    fn add_paragraph(&mut self, cx: &Ctxt, lines: Vec<(String, Span)>) {
        let Some(span) = lines.first().map(|(_, span)| *span) else {
            return;
        };
        let lines: Vec<_> = lines.into_iter().map(|(line, _)| line).collect();
        let paragraph = lines.join(" ");
        let (language, text) = match marked_language(&paragraph) {
            None => (cx.languages().of_docs, &*paragraph),
            Some((language, text)) => {
                if !cx.languages().allows(language) {
                    let known: Vec<_> = cx.languages().keys().map(|(_, key, _)| key).collect();
                    cx.error(
                        span,
                        format_args!(
                            "unknown language `{language}` of a paragraph; expected {}, or another language in `editions` or `other_languages` of `deliberation.toml`",
                            one_of(&known)
                        ),
                    );
                    return;
                }
                (language, text)
            }
        };
        match self.texts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, known)) => {
                known.push_str("\n\n");
                known.push_str(text);
            }
            None => self.texts.push((language, text.to_owned())),
        }
    }

    /// Returns the text in the language of doc comments.
    pub(crate) fn main_text(&self, cx: &Ctxt) -> String {
        let of_docs = cx.languages().of_docs;
        let found = self.texts.iter().find(|(language, _)| *language == of_docs);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// Returns the definition. `span` and `of_what` are for the message if a language is missing.
    pub(crate) fn definition(self, cx: &Ctxt, span: Span, of_what: &str) -> Option<Label> {
        let mut is_complete = true;
        for language in cx.languages().required() {
            let has_text =
                |(known, text): &(Language, String)| *known == language && !text.is_empty();
            if self.texts.iter().any(has_text) {
                continue;
            }
            is_complete = false;
            let write = if language == cx.languages().of_docs {
                "write it as a doc comment".to_owned()
            } else {
                format!("add a paragraph to the doc comment that starts with `{language}: `")
            };
            cx.error(
                span,
                format_args!("missing definition of {of_what} in `{language}`; {write}"),
            );
        }
        let texts = self.texts.into_iter().filter(|(_, text)| !text.is_empty());
        Label::try_new(texts).ok().filter(|_| is_complete)
    }
}

/// Returns the language that a paragraph begins with, as in `nl: ..`, and the rest of the paragraph.
///
/// Only two lower-case letters, with a region if needed, are a language here: other words before a colon are common.
fn marked_language(paragraph: &str) -> Option<(Language, &str)> {
    let (tag, text) = paragraph.split_once(':')?;
    let base = tag.split('-').next()?;
    let is_marked = base.len() == 2 && base.bytes().all(|byte| byte.is_ascii_lowercase());
    let language = Language::try_new(tag).ok().filter(|_| is_marked)?;
    // `a::b` is a path.
    (!text.starts_with(':')).then_some((language, text.trim()))
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
