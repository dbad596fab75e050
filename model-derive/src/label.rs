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
        let (language, text) = match marked_language(cx, &paragraph) {
            None => (cx.languages().of_docs, &*paragraph),
            Some((language, text)) => {
                if !cx.languages().allows(language) {
                    let languages: Vec<_> = cx.languages().all().collect();
                    let tags: Vec<_> = languages.iter().map(Language::as_str).collect();
                    cx.error(
                        span,
                        format_args!(
                            "unknown language `{language}` of a paragraph; expected {}, or add it to `other_languages` in `deliberation.toml`",
                            one_of(&tags)
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

    /// Returns the definition. `span` and `of_what` are for the message if a language is missing.
    pub(crate) fn definition(self, cx: &Ctxt, span: Span, of_what: &str) -> Option<Label> {
        let has_text = |language: Language| {
            let mut texts = self.texts.iter();
            texts.any(|(known, text)| *known == language && !text.is_empty())
        };
        let of_docs = cx.languages().of_docs;
        let required = cx.languages().required();
        let missing: Vec<_> = required.filter(|language| !has_text(*language)).collect();
        if !missing.is_empty() {
            let (mut names, mut paragraphs) = (Vec::new(), Vec::new());
            for language in &missing {
                names.push(format!("`{language}`"));
                if *language != of_docs {
                    paragraphs.push(format!("`{language}: `"));
                }
            }
            let (names, paragraphs) = (names.join(" and "), paragraphs.join(" and "));
            let write = match (missing.contains(&of_docs), paragraphs.is_empty()) {
                (true, true) => "write it as a doc comment".to_owned(),
                (true, false) => format!(
                    "write a doc comment: the text in `{of_docs}`, an empty line, and a paragraph that starts with {paragraphs}"
                ),
                (false, _) => {
                    format!("end the doc comment with a paragraph that starts with {paragraphs}")
                }
            };
            cx.error(
                span,
                format_args!("missing definition of {of_what} in {names}; {write}"),
            );
            return None;
        }
        let texts = self.texts.into_iter().filter(|(_, text)| !text.is_empty());
        Label::try_new(texts).ok()
    }
}

/// Returns the language that a paragraph begins with, as in `nl: ..`, and the rest of the paragraph.
///
/// Only a language of the model and two lower-case letters, with a region if needed, are a language here: other words
/// before a colon are common.
fn marked_language<'p>(cx: &Ctxt, paragraph: &'p str) -> Option<(Language, &'p str)> {
    let (tag, text) = paragraph.split_once(':')?;
    let base = tag.split('-').next()?;
    let is_marked = base.len() == 2 && base.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_declared = |language| {
        cx.languages()
            .all()
            .any(|it| it.as_str() == tag && it == language)
    };
    let language = Language::try_new(tag).ok()?;
    if !is_marked && !is_declared(language) {
        return None;
    }
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

#[cfg(test)]
mod tests {
    use beraad_describe::Languages;
    use syn::{DeriveInput, parse_str};

    use super::*;
    use crate::languages::ModelLanguages;

    fn cx(languages: &Languages) -> Ctxt {
        Ctxt::new(ModelLanguages::of(languages))
    }

    /// Dutch and English editions, and texts in French and in two languages with longer tags.
    fn bilingual() -> Ctxt {
        let mut languages = Languages::new(Language::NL, [Language::NL, Language::EN]);
        languages.others = ["fr", "fr-BE", "gsw"].map(Language::new).to_vec();
        cx(&languages)
    }

    /// The definition in a doc comment, or the errors in it.
    fn definition(cx: Ctxt, docs: &str) -> Result<Label, String> {
        let item: DeriveInput = parse_str(&format!("{docs}\nstruct A;")).expect("an item");
        let docs = Docs::read(&cx, &item.attrs);
        let label = docs.definition(&cx, Span::call_site(), "this block");
        match cx.check() {
            Ok(()) => Ok(label.expect("a definition")),
            Err(errors) => Err(errors.to_string()),
        }
    }

    fn label<const N: usize>(texts: [(&'static str, &'static str); N]) -> Label {
        Label::new(texts.map(|(tag, text)| (Language::new(tag), text)))
    }

    #[test]
    fn paragraph_in_another_language_does_not_become_english() {
        let docs = "/// Visits.\n///\n/// fr: Visites.\n///\n/// nl: Bezoeken.";
        let expected = label([("en", "Visits."), ("fr", "Visites."), ("nl", "Bezoeken.")]);
        assert_eq!(definition(bilingual(), docs), Ok(expected));
    }

    #[test]
    fn second_paragraph_in_a_language_continues_the_first() {
        let docs = "/// Visits\n/// of readers.\n///\n/// nl: Bezoeken.\n///\n/// By month.\n///\n/// nl: Per maand.\n///\n/// en: No days.";
        let expected = label([
            ("en", "Visits of readers.\n\nBy month.\n\nNo days."),
            ("nl", "Bezoeken.\n\nPer maand."),
        ]);
        assert_eq!(definition(bilingual(), docs), Ok(expected));
    }

    #[test]
    fn block_comment_is_read_as_lines_are() {
        let docs = "/** Visits\nof readers.\n\nnl: Bezoeken\nvan lezers. */";
        let expected = label([("en", "Visits of readers."), ("nl", "Bezoeken van lezers.")]);
        assert_eq!(definition(bilingual(), docs), Ok(expected));
    }

    #[test]
    fn only_a_language_tag_before_a_colon_names_a_language() {
        let docs = "/// std::fmt: a path.\n///\n/// Note: a word.\n///\n/// NL: capitals.\n///\n/// the: an article.\n///\n/// nl::a is a path.\n///\n/// nl: Bezoeken.\n///\n/// gsw: Bsüech.\n///\n/// fr-BE: Visites.";
        let english = "std::fmt: a path.\n\nNote: a word.\n\nNL: capitals.\n\nthe: an article.\n\nnl::a is a path.";
        let expected = label([
            ("en", english),
            ("nl", "Bezoeken."),
            ("gsw", "Bsüech."),
            ("fr-BE", "Visites."),
        ]);
        assert_eq!(definition(bilingual(), docs), Ok(expected));
    }

    #[test]
    fn undeclared_language_and_missing_text_are_errors() {
        for (docs, message) in [
            (
                "/// Visits.\n///\n/// nl: Bezoeken.\n///\n/// de: Besuche.",
                "unknown language `de` of a paragraph; expected `nl`, `en`, `fr`, `fr-BE` or `gsw`",
            ),
            (
                "/// Visits.",
                "missing definition of this block in `nl`; end",
            ),
            (
                "/// Visits.\n///\n/// nl:",
                "missing definition of this block in `nl`; end",
            ),
            (
                "/// nl: Bezoeken.",
                "missing definition of this block in `en`; write it",
            ),
            (
                "",
                "missing definition of this block in `nl` and `en`; write",
            ),
        ] {
            let errors = definition(bilingual(), docs).expect_err(docs);
            assert!(errors.contains(message), "{docs}: {errors}");
        }
    }

    #[test]
    fn other_paragraphs_are_in_the_first_edition_if_none_is_english() {
        let french = || cx(&Languages::new(Language::NL, [Language::FR]));
        let expected = label([("fr", "Visites.")]);
        assert_eq!(definition(french(), "/// Visites."), Ok(expected.clone()));
        assert_eq!(definition(french(), "/// fr: Visites."), Ok(expected));
        let british = cx(&Languages::new(
            Language::FR,
            ["fr", "en-GB"].map(Language::new),
        ));
        let expected = label([("fr", "Couleurs."), ("en-GB", "Colours.")]);
        let docs = "/// Colours.\n///\n/// fr: Couleurs.";
        assert_eq!(definition(british, docs), Ok(expected));
    }

    #[test]
    fn register_that_cannot_be_read_brings_no_error_about_languages() {
        let cx = Ctxt::new(ModelLanguages::unknown());
        let docs = "/// Visits.\n///\n/// it: Visite.";
        assert!(definition(cx, docs).is_ok());
    }
}
