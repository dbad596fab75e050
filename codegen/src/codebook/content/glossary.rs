//! The glossary of the model: a section with one entry for each institution and term, and links to it from every text.

use std::collections::BTreeMap;

use beraad_schema::describe::GlossaryEntry;

use super::edition::Edition;
use crate::codebook::document::{
    Document, Element, Fact, Inline, Section, SectionKind, Span, TableCell,
};
use crate::message;

/// The anchor of the section, which is also the beginning of the anchors of its entries.
const ANCHOR: &str = "institutions-and-terms";

/// The section with all entries; without a body if the model has no glossary.
pub(super) fn section(edition: Edition<'_>) -> Section {
    let glossary = &edition.selection.model.glossary;
    let introduction = edition.text(message!("glossary.introduction"));
    Section {
        anchor: ANCHOR.into(),
        kind: SectionKind::General,
        title: edition.text(message!("glossary")).into(),
        body: if glossary.is_empty() {
            Vec::new()
        } else {
            vec![Element::Paragraph(introduction.into())]
        },
        sections: glossary
            .iter()
            .map(|entry| entry_section(edition, entry))
            .collect(),
    }
}

fn entry_section(edition: Edition<'_>, entry: &GlossaryEntry) -> Section {
    let mut body = vec![Element::Lead(edition.label(&entry.name))];
    let explanation = entry.explanation.as_ref();
    body.extend(explanation.map(|text| Element::Paragraph(edition.label(text))));
    Section {
        anchor: anchor(entry),
        kind: SectionKind::General,
        title: entry.forms.join(", "),
        body,
        sections: Vec::new(),
    }
}

fn anchor(entry: &GlossaryEntry) -> String {
    format!("{ANCHOR}/{}", entry.id)
}

/// Turns each form of an entry of the glossary that is a word of a text into a link to the entry.
///
/// Titles, names of the data, quotations and texts that are links already stay as they are, and so does the glossary itself.
pub(super) fn link(document: &mut Document, glossary: &[GlossaryEntry]) {
    let linker = Linker::new(glossary);
    for section in &mut document.sections {
        if section.anchor != ANCHOR {
            linker.section(section);
        }
    }
}

/// The forms of all entries by their first words, the longest form first.
struct Linker<'a> {
    forms: BTreeMap<&'a str, Vec<(&'a str, String)>>,
}

impl<'a> Linker<'a> {
    fn new(glossary: &'a [GlossaryEntry]) -> Self {
        let mut forms: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
        for entry in glossary {
            for form in &*entry.forms {
                let known = forms.entry(first_word(form)).or_default();
                known.push((form, anchor(entry)));
            }
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        Self { forms }
    }

    fn section(&self, section: &mut Section) {
        self.elements(&mut section.body);
        for below in &mut section.sections {
            self.section(below);
        }
    }

    fn elements(&self, elements: &mut [Element]) {
        for element in elements {
            match element {
                Element::Lead(line) | Element::Paragraph(line) | Element::Notice(line) => {
                    self.line(line);
                }
                Element::List(lines) => lines.iter_mut().for_each(|line| self.line(line)),
                Element::Facts(facts) => {
                    for Fact { body, .. } in facts {
                        self.elements(body);
                    }
                }
                Element::Disclosure { body, .. } => self.elements(body),
                Element::Table(table) => {
                    for TableCell { content, .. } in table.rows.iter_mut().flatten() {
                        self.line(content);
                    }
                }
            }
        }
    }

    fn line(&self, line: &mut Inline) {
        let mut spans = Vec::with_capacity(line.0.len());
        for span in std::mem::take(&mut line.0) {
            match span {
                Span::Text(text) => self.text(&text, &mut spans, Span::Text),
                Span::InLanguage(language, text) => {
                    self.text(&text, &mut spans, |part| Span::InLanguage(language, part));
                }
                Span::Strong(_)
                | Span::Code(_)
                | Span::Quote(_)
                | Span::Mark(..)
                | Span::Link { .. }
                | Span::Reference { .. }
                | Span::Column { .. }
                | Span::Unbroken(_)
                | Span::Break => spans.push(span),
            }
        }
        line.0 = spans;
    }

    /// Splits a text at the forms in it, in one pass over its words.
    fn text(&self, text: &str, spans: &mut Vec<Span>, plain: impl Fn(String) -> Span) {
        let (mut written, mut at) = (0, 0);
        while let Some(start) = next_word(text, at) {
            let rest = &text[start..];
            let word = first_word(rest);
            at = start + word.len();
            let forms = self.forms.get(word).into_iter().flatten();
            let mut forms = forms.filter(|(form, _)| starts_with_words(rest, form));
            if let Some((form, anchor)) = forms.next() {
                if written < start {
                    spans.push(plain(text[written..start].to_owned()));
                }
                spans.push(Span::Reference {
                    anchor: anchor.clone(),
                    text: (*form).to_owned(),
                });
                at = start + form.len();
                written = at;
            }
        }
        if written < text.len() {
            spans.push(plain(text[written..].to_owned()));
        }
    }
}

/// An underscore is part of a name of the data, such as `DWH_FILE`.
fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The position of the next word of a text, from a position that is not within a word.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let found = text[from..].find(is_of_word);
    found.map(|offset| from + offset)
}

/// The word at the start of a text.
///
/// A hyphen joins two words to one, as in `NACE-BEL` and `EU-15`, unless a small letter follows it: `EU-rules` are rules of
/// the `EU`.
fn first_word(text: &str) -> &str {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        end += rest.find(|char| !is_of_word(char)).unwrap_or(rest.len());
        match text[end..].strip_prefix('-') {
            Some(rest) if joins(rest) => end += 1,
            _ => return &text[..end],
        }
    }
}

/// Returns true if a hyphen before this text joins it to the word before the hyphen.
fn joins(text: &str) -> bool {
    text.starts_with(|char: char| is_of_word(char) && !char.is_lowercase())
}

/// Returns true if a text starts with a form, and the form ends with a word of the text.
fn starts_with_words(text: &str, form: &str) -> bool {
    let Some(rest) = text.strip_prefix(form) else {
        return false;
    };
    match rest.strip_prefix('-') {
        Some(rest) => !joins(rest),
        None => !rest.starts_with(is_of_word),
    }
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::{Label, Language};

    use super::*;

    fn glossary() -> Vec<GlossaryEntry> {
        let entry = |id: &'static str, forms: &[&'static str]| {
            let forms = forms.iter().map(|form| (*form).into()).collect();
            GlossaryEntry::new(id, forms, Label::new([(Language::EN, "a name")]))
        };
        vec![
            entry("eu", &["EU", "European Union"]),
            entry("parliament", &["EU Parliament"]),
        ]
    }

    /// The links in a text, as `text -> anchor`, and the text without its links.
    fn links(text: &str) -> (Vec<String>, String) {
        let glossary = glossary();
        let mut line = Inline::from(text);
        Linker::new(&glossary).line(&mut line);
        let (mut links, mut whole) = (Vec::new(), String::new());
        for span in line.0 {
            match span {
                Span::Reference { anchor, text } => {
                    links.push(format!("{text} -> {anchor}"));
                    whole.push_str(&text);
                }
                Span::Text(text) => whole.push_str(&text),
                other => panic!("{other:?}"),
            }
        }
        (links, whole)
    }

    #[test]
    fn form_is_a_link_where_it_is_a_word() {
        for (text, expected) in [
            ("EU", vec!["EU -> institutions-and-terms/eu"]),
            ("the EU, (EU)", vec!["EU -> institutions-and-terms/eu"; 2]),
            (
                "the European Union is",
                vec!["European Union -> institutions-and-terms/eu"],
            ),
            (
                "the EU Parliament",
                vec!["EU Parliament -> institutions-and-terms/parliament"],
            ),
            (
                "the EU Parliamentarian",
                vec!["EU -> institutions-and-terms/eu"],
            ),
            ("the EU-rules", vec!["EU -> institutions-and-terms/eu"]),
            (
                "EU-15, EU-Parliament, DWH_EU, EU_DWH, EUR, eu, é-, European unions",
                vec![],
            ),
        ] {
            let (links, whole) = links(text);
            assert_eq!(links, expected, "{text}");
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn only_plain_texts_get_links() {
        let glossary = glossary();
        let spans = vec![
            Span::Code("EU".into()),
            Span::Quote("EU".into()),
            Span::Strong("EU".into()),
            Span::InLanguage(Language::EN, "EU law".into()),
        ];
        let mut line = Inline(spans);
        Linker::new(&glossary).line(&mut line);
        let is_link = |span: &Span| matches!(span, Span::Reference { .. });
        let found: Vec<_> = line.0.iter().map(is_link).collect();
        assert_eq!(found, [false, false, false, true, false]);
        assert!(matches!(&line.0[4], Span::InLanguage(_, text) if text == " law"));
    }
}
