//! One edition of the codebook: the selected blocks in one language, with the texts that every part needs.

use beraad_schema::describe::{Column, Deliberation, Heading, Label, Language, Period};

use crate::codebook::document::{Inline, Mark, Span};
use crate::format::Selection;
use crate::message;
use crate::messages::{Message, Messages, Piece, capitalised};

/// An enum of the description whose values have a message `<prefix>-<word>`, with the word of their JSON form.
pub(super) trait Word: Copy + Into<&'static str> {
    const PREFIX: &'static str;
}

/// The selected blocks and the language of the text: every part of the codebook is written from these two.
#[derive(Clone, Copy)]
pub(super) struct Edition<'a> {
    pub(super) selection: &'a Selection<'a>,
    pub(super) language: Language,
    messages: &'static Messages,
}

impl<'a> Edition<'a> {
    pub(super) fn new(selection: &'a Selection<'a>, language: Language) -> Self {
        Self {
            selection,
            language,
            messages: Messages::of(language),
        }
    }

    pub(super) fn deliberation(self) -> &'a Deliberation {
        &self.selection.model.deliberation
    }

    pub(super) fn window(self) -> Period {
        self.deliberation().window.span()
    }

    /// A text of the model in this edition's language, as a title.
    pub(super) fn title(self, label: &Label) -> String {
        label.first_of(&self.preferred()).1.to_owned()
    }

    /// A text of the model in this edition's language. A text in another one is marked as such.
    pub(super) fn label(self, label: &Label) -> Inline {
        let (language, text) = label.first_of(&self.preferred());
        self.foreign(language, text)
    }

    /// The languages in which a reader of this edition is shown a text, the best first.
    fn preferred(self) -> Vec<Language> {
        self.deliberation().languages.preferred(self.language)
    }

    /// A message without placeholders, in this edition's language.
    pub(super) fn text(self, message: Message) -> &'static str {
        self.messages.text(message)
    }

    /// A message with these values, as a plain text.
    pub(super) fn text_with(self, message: Message, values: &[(&str, &str)]) -> String {
        self.messages.with(message, values)
    }

    /// A message with these values, which may contain links and other markup.
    pub(super) fn line<const N: usize>(
        self,
        message: Message,
        mut values: [(&str, Inline); N],
    ) -> Inline {
        self.messages
            .assert_placeholders(message, values.iter().map(|(name, _)| *name));
        let number = |name: &str| {
            let (_, value) = values.iter().find(|(of, _)| *of == name)?;
            match &*value.0 {
                [Span::Text(text)] => text.parse().ok(),
                _ => None,
            }
        };
        let pieces = self.messages.pieces(message, number);
        let mut line = Inline::new();
        for (index, piece) in pieces.iter().enumerate() {
            let name = match piece {
                Piece::Text(text) => {
                    line = line.text(text);
                    continue;
                }
                Piece::Placeholder(name) => name,
            };
            if let Some((_, value)) = values.iter_mut().find(|(of, _)| of == name) {
                let is_used_again = pieces[index + 1..].contains(piece);
                line = line.then(if is_used_again {
                    value.clone()
                } else {
                    std::mem::take(value)
                });
            }
        }
        line
    }

    /// A message whose only value is a marked text, which is another message.
    pub(super) fn marked(self, message: Message, mark: Mark, marked: Message) -> Inline {
        let marked = Inline::new().mark(mark, self.text(marked));
        self.line(message, [("mark", marked)])
    }

    /// The word for a value of a description enum, in this edition's language.
    pub(super) fn word<W: Word>(self, value: W) -> &'static str {
        let word: &'static str = value.into();
        self.messages.word(W::PREFIX, word).unwrap_or(word)
    }

    /// The word for a value of a description enum by its JSON form; `None` if it has no word.
    pub(super) fn word_of(self, prefix: &str, word: &str) -> Option<&'static str> {
        self.messages.word(prefix, word)
    }

    /// A text that exists in one language only, marked as such where the edition is in another.
    pub(super) fn foreign(self, language: Language, text: &str) -> Inline {
        if language == self.language {
            Inline::from(text)
        } else {
            Inline::from(Span::InLanguage(language, text.to_owned()))
        }
    }

    /// The texts of a label in the languages that are not editions, such as the French name in a source.
    pub(super) fn other_texts(self, label: &Label) -> Vec<Inline> {
        let others = self.deliberation().languages.others.iter();
        let others = others.filter(|language| **language != self.language);
        let texts = others.filter_map(|language| Some((*language, label.text(*language)?)));
        texts
            .map(|(language, text)| self.foreign(language, text))
            .collect()
    }

    /// The decision by its kind and number: "Deliberation 99/001".
    pub(super) fn decision_name(self) -> String {
        let deliberation = self.deliberation();
        let kind = capitalised(&self.title(&deliberation.words.decision));
        self.text_with(
            message!("decision-name"),
            &[("decision", &kind), ("number", &deliberation.number)],
        )
    }

    /// A paragraph by its number: "paragraph 3".
    pub(super) fn paragraph(self, number: &str) -> String {
        format!(
            "{} {number}",
            self.title(&self.deliberation().words.paragraph)
        )
    }

    /// A text in the language of the decision.
    pub(super) fn of_decision(self, text: &str) -> Inline {
        self.foreign(self.deliberation().languages.decision, text)
    }

    /// The title of a heading in this edition's language.
    pub(super) fn heading_title(self, heading: &Heading) -> String {
        self.title(&heading.label)
    }

    /// A phrase as the decision has it, with the phrase that it is part of.
    pub(super) fn quoted_term(self, term: &str, whole: Option<&str>) -> Inline {
        let quote = |text: &str| Inline::from(Span::Quote(text.to_owned()));
        match whole {
            None => quote(term),
            Some(whole) => self.line(
                message!("term-of-term"),
                [("term", quote(term)), ("whole", quote(whole))],
            ),
        }
    }

    /// A period in words; empty if neither end is stated.
    pub(super) fn period(self, period: Period) -> Inline {
        let unbroken = |text: String| Inline::from(Span::Unbroken(text));
        match (period.from, period.to) {
            (None, None) => Inline::new(),
            (Some(from), None) => self.line(
                message!("period-from"),
                [("from", unbroken(from.to_string()))],
            ),
            (None, Some(to)) => {
                self.line(message!("period-until"), [("to", unbroken(to.to_string()))])
            }
            (Some(from), Some(to)) => unbroken(format!("{from} –"))
                .text(" ")
                .then(unbroken(to.to_string())),
        }
    }
}

/// The anchor of a column.
pub(super) fn column_anchor(block_id: &str, column: &Column<'_>) -> String {
    format!("{block_id}/{}", column.name)
}
