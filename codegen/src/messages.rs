//! The texts of the program itself, in each language of the message catalogue `messages/*.ftl`.
//!
//! Texts of a model are [`Label`](beraad_schema::describe::Label)s. Everything else that a researcher reads is a message:
//! `messages/<language>.ftl` has it in the syntax of [Fluent](https://projectfluent.org). Code names a message with
//! [`message!`](crate::message), which does not compile if the English catalogue does not have it.
//!
//! A text of a model never passes through Fluent: a message is split at its placeholders, and values are put between the
//! parts. A value can therefore contain markup, and it cannot be mistaken for a placeholder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use beraad_schema::describe::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../messages/en.ftl");
const DUTCH: &str = include_str!("../messages/nl.ftl");
const FRENCH: &str = include_str!("../messages/fr.ftl");

/// The catalogues. A language that has none gets the first one.
const CATALOGUES: [(&str, &str); 3] = [("en", ENGLISH), ("nl", DUTCH), ("fr", FRENCH)];

static MESSAGES: [LazyLock<Messages>; CATALOGUES.len()] = [
    LazyLock::new(|| Messages::read(CATALOGUES[0])),
    LazyLock::new(|| Messages::read(CATALOGUES[1])),
    LazyLock::new(|| Messages::read(CATALOGUES[2])),
];

/// The ids of all messages and attributes of the English catalogue, in their order.
static IDS: [Id; COUNT] = read_ids::<COUNT>(ENGLISH).0;
const COUNT: usize = read_ids::<0>(ENGLISH).1;

/// The positions of the messages by their ids, without attributes.
static POSITIONS: LazyLock<BTreeMap<&str, usize>> = LazyLock::new(|| {
    let messages = IDS.iter().enumerate();
    let messages = messages.filter(|(_, id)| id.attribute.is_empty());
    messages.map(|(index, id)| (id.message, index)).collect()
});

/// The id of a message, or of an attribute of a message.
#[derive(Clone, Copy)]
struct Id {
    message: &'static str,
    /// Empty for the message itself.
    attribute: &'static str,
}

impl Id {
    /// Returns true if `id` is this id: `message`, or `message.attribute`.
    const fn is(self, id: &str) -> bool {
        let (message, attribute) = (self.message.as_bytes(), self.attribute.as_bytes());
        let id = id.as_bytes();
        if attribute.is_empty() {
            return id.len() == message.len() && has_at(id, 0, message);
        }
        id.len() == message.len() + 1 + attribute.len()
            && has_at(id, 0, message)
            && id[message.len()] == b'.'
            && has_at(id, message.len() + 1, attribute)
    }
}

/// Returns true if `text` contains `part` at the position `at`; the text must be long enough.
const fn has_at(text: &[u8], at: usize, part: &[u8]) -> bool {
    let mut index = 0;
    while index < part.len() {
        if text[at + index] != part[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Reads the first `N` ids of a catalogue, and counts all of them.
///
/// A message starts a line, and an attribute has four spaces and a point before it. The compiler runs this function, which
/// is why it does not call a parser.
const fn read_ids<const N: usize>(catalogue: &'static str) -> ([Id; N], usize) {
    let bytes = catalogue.as_bytes();
    let none = Id {
        message: "",
        attribute: "",
    };
    let (mut ids, mut count) = ([none; N], 0);
    let mut message = "";
    let mut start = 0;
    while start < bytes.len() {
        let is_attribute = start + 5 < bytes.len() && has_at(bytes, start, b"    .");
        let is_message = bytes[start].is_ascii_lowercase();
        if is_message {
            message = word_at(catalogue, start);
        }
        if is_message || is_attribute {
            let attribute = if is_attribute {
                word_at(catalogue, start + 5)
            } else {
                ""
            };
            if count < N {
                ids[count] = Id { message, attribute };
            }
            count += 1;
        }
        while start < bytes.len() && bytes[start] != b'\n' {
            start += 1;
        }
        start += 1;
    }
    (ids, count)
}

/// Returns the word that starts at this position and ends before the next space.
const fn word_at(text: &'static str, start: usize) -> &'static str {
    let (_, text) = text.split_at(start);
    let mut end = 0;
    while end < text.len() && text.as_bytes()[end] != b' ' {
        end += 1;
    }
    text.split_at(end).0
}

/// A message of the catalogue. Write it as [`message!`](crate::message).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Message(usize);

impl Message {
    /// Finds the message or the attribute with this id: `codes-of`, or `no-known-key.mark`.
    ///
    /// # Panics
    /// If the catalogue does not have it. [`message!`](crate::message) makes this a compile error.
    #[must_use]
    pub const fn find(id: &str) -> Self {
        let mut index = 0;
        while index < IDS.len() {
            if IDS[index].is(id) {
                return Self(index);
            }
            index += 1;
        }
        panic!("unknown message: `messages/en.ftl` does not have it");
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> String {
        let Id { message, attribute } = IDS[self.0];
        if attribute.is_empty() {
            message.to_owned()
        } else {
            format!("{message}.{attribute}")
        }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Message").field(&self.id()).finish()
    }
}

/// Names a [message](crate::messages::Message) of the catalogue by its id; an unknown id does not compile.
///
/// ```
/// use beraad_codegen::message;
/// use beraad_codegen::messages::Messages;
/// use beraad_schema::describe::Language;
///
/// let messages = Messages::of(Language::FR);
/// assert_eq!(messages.text(message!("contents")), "Table des matières");
/// ```
///
/// ```compile_fail
/// let message = beraad_codegen::message!("no-such-message");
/// ```
#[macro_export]
macro_rules! message {
    ($id:literal) => {
        const { $crate::messages::Message::find($id) }
    };
}

/// A text of the program that a [`Format`](crate::Format) of this crate or of another one has.
///
/// ```
/// use beraad_codegen::messages::ProgramText;
/// use beraad_schema::describe::Language;
///
/// const SUMMARY: ProgramText =
///     ProgramText::Texts(&[("en", "the names of the blocks"), ("nl", "de namen van de blokken")]);
/// assert_eq!(SUMMARY.get(Language::NL), "de namen van de blokken");
/// assert_eq!(SUMMARY.get(Language::FR), "the names of the blocks", "there is no French text");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramText {
    /// A message of the catalogue of this crate, without placeholders.
    Message(Message),
    /// Pairs of a language tag (`en`) and the text in that language. Other languages get the English text, or the first
    /// one if no text is in English.
    Texts(&'static [(&'static str, &'static str)]),
}

impl ProgramText {
    /// Creates the text of the message with this id. In a constant, an unknown id does not compile.
    ///
    /// # Panics
    /// If the catalogue does not have the message.
    #[must_use]
    pub const fn of(id: &str) -> Self {
        Self::Message(Message::find(id))
    }

    /// Returns the text in `language`.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        let texts = match self {
            Self::Message(message) => return Messages::of(language).text(message),
            Self::Texts(texts) => texts,
        };
        let in_language = |tag: &str| texts.iter().find(|(of, _)| of.eq_ignore_ascii_case(tag));
        let found = in_language(language.as_str())
            .or_else(|| in_language(language.base().as_str()))
            .or_else(|| in_language("en"))
            .or_else(|| texts.first());
        found.map_or("", |(_, text)| text)
    }
}

/// Returns a text with a capital letter at its start.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// The place of the value with this name.
    Placeholder(String),
}

/// All messages in one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// In the order of the ids.
    entries: Vec<Entry>,
}

/// A message that is split at its placeholders.
#[derive(Debug, Default)]
struct Entry {
    /// The names of the placeholders, each once.
    placeholders: Vec<String>,
    /// Those whose number selects a variant of the message.
    selectors: Vec<String>,
    /// The parts, if there are no selectors.
    pieces: Vec<Piece>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("entries", &self.entries)
            .finish_non_exhaustive()
    }
}

impl Messages {
    /// Returns the messages in `language`; in English if there is no catalogue in that language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        &MESSAGES[catalogue_of(language).unwrap_or_default()]
    }

    /// Returns the name of a language in that language itself, or its tag if there is no catalogue in it.
    #[must_use]
    pub fn name_of(language: Language) -> String {
        match catalogue_of(language) {
            Some(index) => MESSAGES[index].text(message!("language-name")).to_owned(),
            None => language.to_string(),
        }
    }

    fn read((tag, catalogue): (&str, &str)) -> Self {
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        let read = FluentResource::try_new(catalogue.to_owned());
        // The tests of the catalogues find every error.
        bundle.add_resource_overriding(read.unwrap_or_else(|(valid_part, _)| valid_part));
        let entries = IDS.iter().map(|id| Entry::new(&bundle, *id)).collect();
        Self { bundle, entries }
    }

    /// Returns a message that has no placeholders.
    #[must_use]
    pub fn text(&self, message: Message) -> &str {
        let [Piece::Text(text)] = &*self.entries[message.0].pieces else {
            debug_assert!(false, "{message:?} has placeholders or no text");
            return "";
        };
        text
    }

    /// Returns a message with these values, each with the name of its placeholder.
    #[must_use]
    pub fn with(&self, message: Message, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(of, _)| *of == name).map(|it| it.1);
        self.assert_placeholders(message, values.iter().map(|(name, _)| *name));
        let mut text = String::new();
        for piece in &*self.pieces(message, |name| value(name)?.parse().ok()) {
            match piece {
                Piece::Text(part) => text.push_str(part),
                Piece::Placeholder(name) => text.push_str(value(name).unwrap_or_default()),
            }
        }
        text
    }

    /// Returns a message with each placeholder as its name in braces, for a script that puts the values in place itself.
    pub(crate) fn template(&self, message: Message) -> String {
        let pieces = self.pieces(message, |_| None);
        let pieces = pieces.iter().map(|piece| match piece {
            Piece::Text(part) => part.clone(),
            Piece::Placeholder(name) => format!("{{{name}}}"),
        });
        pieces.collect()
    }

    /// Returns the message `<prefix>-<word>`, such as `temporality-event`; `None` if there is no such message.
    ///
    /// The word is that of an enum of the description, such as `year_month`: an underscore becomes a hyphen.
    #[must_use]
    pub fn word(&self, prefix: &str, word: &str) -> Option<&str> {
        let id = format!("{prefix}-{}", word.replace('_', "-"));
        let index = POSITIONS.get(&*id)?;
        Some(self.text(Message(*index)))
    }

    /// Returns the parts of a message. `number` returns the value of a placeholder that is a number.
    pub(crate) fn pieces(
        &self,
        message: Message,
        number: impl Fn(&str) -> Option<u64>,
    ) -> Cow<'_, [Piece]> {
        let entry = &self.entries[message.0];
        if entry.selectors.is_empty() {
            return Cow::Borrowed(&entry.pieces);
        }
        let numbers = entry.selectors.iter();
        let numbers = numbers.filter_map(|name| Some((&**name, number(name)?)));
        Cow::Owned(entry.split(&self.bundle, IDS[message.0], &numbers.collect::<Vec<_>>()))
    }

    /// Asserts, in a debug build, that these are the placeholders of the message.
    pub(crate) fn assert_placeholders<'a>(
        &self,
        message: Message,
        names: impl Iterator<Item = &'a str>,
    ) {
        if cfg!(debug_assertions) {
            let (mut given, mut expected) = (names.collect::<Vec<_>>(), Vec::new());
            expected.extend(self.entries[message.0].placeholders.iter().map(|it| &**it));
            given.sort_unstable();
            expected.sort_unstable();
            assert_eq!(given, expected, "placeholders of {message:?}");
        }
    }
}

/// The position of the catalogue in `language`. This is the only place that depends on the form of [`Language`].
fn catalogue_of(language: Language) -> Option<usize> {
    let base = language.base();
    CATALOGUES.iter().position(|(tag, _)| *tag == base.as_str())
}

/// Characters that are reserved for use within a program: the first is the mark of the first placeholder, and so on.
const FIRST_MARK: u32 = 0xfdd0;

impl Entry {
    fn new(bundle: &FluentBundle<FluentResource>, id: Id) -> Self {
        let mut entry = Self::default();
        if let Some(pattern) = pattern(bundle, id) {
            entry.collect(bundle, pattern);
        }
        if entry.selectors.is_empty() {
            entry.pieces = entry.split(bundle, id, &[]);
        }
        entry
    }

    /// Collects the names of the placeholders of a pattern and of the messages that it refers to.
    fn collect(&mut self, bundle: &FluentBundle<FluentResource>, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.collect_expression(bundle, expression);
            }
        }
    }

    fn collect_expression(
        &mut self,
        bundle: &FluentBundle<FluentResource>,
        expression: &ast::Expression<&str>,
    ) {
        match expression {
            ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                add(&mut self.placeholders, id.name);
            }
            ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
                self.collect_expression(bundle, expression);
            }
            ast::Expression::Inline(ast::InlineExpression::MessageReference { id, attribute }) => {
                let message = bundle.get_message(id.name);
                let pattern = message.and_then(|message| match attribute {
                    None => message.value(),
                    Some(of) => message.get_attribute(of.name).map(|it| it.value()),
                });
                if let Some(pattern) = pattern {
                    self.collect(bundle, pattern);
                }
            }
            ast::Expression::Inline(_) => {}
            ast::Expression::Select { selector, variants } => {
                if let ast::InlineExpression::VariableReference { id } = selector {
                    add(&mut self.placeholders, id.name);
                    add(&mut self.selectors, id.name);
                }
                for variant in variants {
                    self.collect(bundle, &variant.value);
                }
            }
        }
    }

    /// Formats the message with a mark for each placeholder whose number is not given, and splits it at the marks.
    fn split(
        &self,
        bundle: &FluentBundle<FluentResource>,
        id: Id,
        numbers: &[(&str, u64)],
    ) -> Vec<Piece> {
        let mut arguments = FluentArgs::with_capacity(self.placeholders.len());
        for (mark, name) in (FIRST_MARK..).zip(&self.placeholders) {
            let number = numbers.iter().find(|(of, _)| of == name);
            let value = match number {
                Some((_, number)) => FluentValue::from(*number),
                None => FluentValue::from(char::from_u32(mark).map(String::from)),
            };
            arguments.set(name.as_str(), value);
        }
        let Some(pattern) = pattern(bundle, id) else {
            return Vec::new();
        };
        let formatted = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        let mut pieces = Vec::new();
        let mut text = String::new();
        for char in formatted.chars() {
            let position = u32::from(char).checked_sub(FIRST_MARK);
            let position = position.and_then(|it| usize::try_from(it).ok());
            match position.and_then(|position| self.placeholders.get(position)) {
                None => text.push(char),
                Some(name) => {
                    if !text.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut text)));
                    }
                    pieces.push(Piece::Placeholder(name.clone()));
                }
            }
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        pieces
    }
}

fn add(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

fn pattern(bundle: &FluentBundle<FluentResource>, id: Id) -> Option<&ast::Pattern<&str>> {
    let message = bundle.get_message(id.message)?;
    if id.attribute.is_empty() {
        message.value()
    } else {
        Some(message.get_attribute(id.attribute)?.value())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::codebook::word_ids;

    /// The ids of the messages and attributes of a catalogue, in their order.
    fn ids_of(catalogue: &str) -> Vec<String> {
        let resource = FluentResource::try_new(catalogue.to_owned());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let mut ids = Vec::new();
        for entry in resource.entries() {
            match entry {
                ast::Entry::Message(message) => {
                    let id = message.id.name;
                    assert!(message.value.is_some(), "{id} has no text of its own");
                    ids.push(id.to_owned());
                    let attributes = message.attributes.iter();
                    ids.extend(attributes.map(|it| format!("{id}.{}", it.id.name)));
                }
                ast::Entry::Term(term) => panic!("a term: {}", term.id.name),
                ast::Entry::Junk { content } => panic!("not a message: {content}"),
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_) => {}
            }
        }
        ids
    }

    fn known_ids() -> Vec<String> {
        (0..COUNT).map(|index| Message(index).id()).collect()
    }

    #[test]
    fn each_catalogue_has_the_same_messages_once() {
        assert_eq!(
            ids_of(ENGLISH),
            known_ids(),
            "the compiler reads what the parser reads"
        );
        let known: BTreeSet<_> = known_ids().into_iter().collect();
        for (tag, catalogue) in CATALOGUES {
            let ids = ids_of(catalogue);
            let unique: BTreeSet<_> = ids.iter().cloned().collect();
            assert_eq!(unique.len(), ids.len(), "{tag}: duplicate message");
            let missing: Vec<_> = known.difference(&unique).collect();
            let unknown: Vec<_> = unique.difference(&known).collect();
            assert!(
                missing.is_empty() && unknown.is_empty(),
                "{tag}: missing {missing:?}, unknown {unknown:?}"
            );
        }
    }

    #[test]
    fn each_message_has_the_same_placeholders_in_each_language() {
        for index in 0..COUNT {
            let names = |messages: &Messages| {
                let mut names = messages.entries[index].placeholders.clone();
                names.sort();
                names
            };
            let english = names(&MESSAGES[0]);
            for (messages, (tag, _)) in MESSAGES.iter().zip(CATALOGUES) {
                assert_eq!(names(messages), english, "{tag}: {:?}", Message(index));
            }
        }
    }

    #[test]
    fn each_message_is_used_and_each_word_has_its_message() {
        let words = word_ids();
        let known: BTreeSet<_> = known_ids().into_iter().collect();
        for word in &words {
            assert!(known.contains(word), "no message for {word}");
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut sources = String::new();
        for folder in ["src", "../cli/src"] {
            read_sources(&root.join(folder), &mut sources);
        }
        for id in known.iter().filter(|id| !words.contains(id)) {
            assert!(sources.contains(&format!("\"{id}\"")), "{id} is not used");
        }
    }

    fn read_sources(folder: &Path, sources: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                read_sources(&path, sources);
            } else if path.extension().is_some_and(|it| it == "rs") {
                *sources += &fs::read_to_string(&path).expect("a source file");
            }
        }
    }

    #[test]
    fn french_signs_have_a_space_that_is_not_broken() {
        let mut wrong = Vec::new();
        for entry in FRENCH.lines().filter(|line| !line.starts_with('#')) {
            // Braces contain names and choices.
            let mut depth = 0;
            let mut before = '\u{a0}';
            let mut chars = entry.chars().peekable();
            while let Some(char) = chars.next() {
                depth += i32::from(char == '{') - i32::from(char == '}');
                let ends_clause = chars.peek().is_none_or(|next| " \u{a0}".contains(*next));
                let is_sign = ";?!".contains(char) || (char == ':' && ends_clause);
                let is_quoted = char == '»' || before == '«';
                if depth == 0 && (is_sign || is_quoted) {
                    let space = if before == '«' { char } else { before };
                    if space != '\u{a0}' {
                        wrong.push(entry);
                    }
                }
                before = char;
            }
        }
        assert!(
            wrong.is_empty(),
            "expected U+00A0 before : ; ? ! » and after «: {wrong:#?}"
        );
    }

    #[test]
    fn number_chooses_the_form_of_the_word() {
        let kind = ("kind", "k");
        let text = |language, decimals| {
            let values = [kind, ("decimals", decimals)];
            Messages::of(language).with(message!("decimal-number"), &values)
        };
        assert_eq!(text(Language::EN, "1"), "k, with at most 1 decimal");
        assert_eq!(text(Language::EN, "0"), "k, with at most 0 decimals");
        assert_eq!(text(Language::FR, "0"), "k, avec au maximum 0 décimale");
        assert_eq!(text(Language::NL, "4"), "k, met hoogstens 4 decimalen");
        let hostile = "\u{fdd0}";
        assert_eq!(
            text(Language::EN, hostile),
            "k, with at most \u{fdd0} decimals"
        );
    }

    #[test]
    fn value_is_not_read_as_a_message() {
        let hostile = "{ $host } \u{fdd0} { page-on }";
        let text = Messages::of(Language::NL).with(message!("page-on"), &[("host", hostile)]);
        assert_eq!(text, format!("pagina op {hostile}"));
    }

    #[test]
    fn foreign_text_falls_back_to_english() {
        let text = ProgramText::Texts(&[("de", "Blöcke"), ("en", "blocks"), ("nl", "blokken")]);
        assert_eq!(text.get(Language::NL), "blokken");
        assert_eq!(text.get(Language::FR), "blocks");
        assert_eq!(
            ProgramText::Texts(&[("de", "Blöcke")]).get(Language::FR),
            "Blöcke"
        );
        assert_eq!(ProgramText::Texts(&[]).get(Language::FR), "");
    }
}
