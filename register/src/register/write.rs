//! Writes `deliberation.toml` for people to read and to edit.
//!
//! Own code, since the serializer of the crate `toml` neither breaks long texts into lines nor chooses between a table on one
//! line and one line for each language. All that it writes is TOML 1.0.

use std::fmt::Write as _;

use beraad_describe::{
    Amounts, Date, Grain, Heading, Label, Language, Languages, Retention, Term, Text, Window,
    YearlyStates, visible_code,
};

use super::Register;

/// The length at which a text, or a label, is broken into several lines.
const LINE_WIDTH: usize = 120;

const HEAD: &str = "\
# What the decision authorises, phrase by phrase, in the order of its text.
#
# `term` is the phrase exactly as in the text, line breaks folded; `of` is the phrase that it is nested in; `relatives` are
# the persons to whom the text extends it, each with a column of its own; `precision` is given only where the phrase itself
# names a month, a quarter or a year, and is `disputed` where the paragraph gives another one.
# All keys: https://github.com/beraad/beraad/blob/main/docs/deliberation-toml.md
";

/// The text of a register.
pub(super) fn to_toml(register: &Register) -> String {
    let mut toml = Toml {
        text: HEAD.to_owned(),
        languages: register.deliberation.languages.all().collect(),
    };
    toml.deliberation(register);
    toml.words(register);
    toml.wording(register);
    for paragraph in &register.deliberation.paragraphs {
        toml.table("[[paragraph]]");
        toml.text("number", &paragraph.number);
        toml.delivery(
            paragraph.provider.as_ref(),
            paragraph.dates,
            paragraph.amounts,
            paragraph.yearly_states,
        );
    }
    for statement in &register.deliberation.statements {
        toml.table("[[statement]]");
        if let Some(paragraph) = &statement.paragraph {
            toml.text("paragraph", paragraph);
        }
        toml.label("topic", &statement.topic);
        toml.label("text", &statement.text);
    }
    for heading in &register.deliberation.headings {
        toml.heading(register, heading);
    }
    toml.text
}

/// The text written so far.
struct Toml {
    text: String,
    /// The languages in the order in which labels are written.
    languages: Vec<Language>,
}

impl Toml {
    fn deliberation(&mut self, register: &Register) {
        let deliberation = &register.deliberation;
        self.table("[deliberation]");
        self.text("number", &deliberation.number);
        let Languages {
            decision,
            editions,
            others,
            ..
        } = &deliberation.languages;
        self.text("language", decision.as_str());
        self.entry("editions", array(editions));
        self.texts("other_languages", others);
        self.label("title", &deliberation.title);
        self.text("dated", &deliberation.dated.to_string());
        let amended: Vec<_> = deliberation
            .amended
            .iter()
            .map(ToString::to_string)
            .collect();
        self.entry("amended", array(&amended));
        self.name("committee", &deliberation.committee, *decision);
        self.name("recipient", &deliberation.recipient, *decision);
        self.label("purpose", &deliberation.purpose);
        self.window(&deliberation.window);
        match &deliberation.keep_until {
            None => {}
            Some(Retention::Until(day)) => self.text("keep_until", &day.to_string()),
            Some(Retention::Words(words)) => self.label("keep_until", words),
        }
    }

    /// A name that has a text in the language of the decision only is that text; another one is a label.
    fn name(&mut self, key: &str, name: &Label, decision: Language) {
        let mut texts = name.iter();
        match (texts.next(), texts.next()) {
            (Some((language, text)), None) if language == decision => self.text(key, text),
            _ => self.label(key, name),
        }
    }

    fn window(&mut self, window: &Window) {
        match window {
            Window::Years(years) => {
                let years: Vec<_> = years.iter().map(ToString::to_string).collect();
                self.entry("years", format!("[{}]", years.join(", ")));
            }
            Window::Period { from, to } => {
                // A key for a year does not allow earlier ones.
                let is_year = |day: &Date| day.year() >= 1000;
                match (from.month(), from.day()) {
                    (1, 1) if is_year(from) => self.entry("first_year", from.year()),
                    _ => self.text("first_day", &from.to_string()),
                }
                match to.map(|to| (to, (to.month(), to.day()))) {
                    None => {}
                    Some((to, (12, 31))) if is_year(&to) => self.entry("last_year", to.year()),
                    Some((to, _)) => self.text("last_day", &to.to_string()),
                }
            }
        }
    }

    fn words(&mut self, register: &Register) {
        let words = &register.deliberation.words;
        self.table("[words]");
        self.label("decision", &words.decision);
        self.label("paragraph", &words.paragraph);
    }

    /// The statements of a paragraph or a heading about the delivery of its variables.
    fn delivery(
        &mut self,
        provider: Option<&Text>,
        dates: Option<Grain>,
        amounts: Option<Amounts>,
        yearly_states: Option<YearlyStates>,
    ) {
        if let Some(provider) = provider {
            self.text("provider", provider);
        }
        if let Some(dates) = dates {
            self.text("dates", &dates.to_string());
        }
        if let Some(amounts) = amounts {
            self.text("amounts", &amounts.to_string());
        }
        if let Some(states) = yearly_states {
            self.text("yearly_states", &states.to_string());
        }
    }

    fn wording(&mut self, register: &Register) {
        let wording = &register.wording;
        if wording.classed.is_empty() && wording.identifier.is_empty() {
            return;
        }
        self.table("# Words by which a phrase says how a variable is delivered.\n[wording]");
        self.texts("classed", &wording.classed);
        self.texts("identifier", &wording.identifier);
    }

    fn heading(&mut self, register: &Register, heading: &Heading) {
        let label = &heading.label;
        self.table("[[heading]]");
        self.text("paragraph", &heading.paragraph);
        self.text("title", &heading.title);
        let decision = register.deliberation.languages.decision;
        for (language, text) in in_order(label, &self.languages) {
            if language != decision || text != heading.title {
                self.text(language.as_str(), text);
            }
        }
        self.delivery(
            heading.provider.as_ref(),
            heading.dates,
            heading.amounts,
            heading.yearly_states,
        );
        self.texts("relatives", &heading.relatives);
        self.text.push_str("terms = [\n");
        for term in &heading.terms {
            let term = inline_term(term, &self.languages);
            self.line(&format!("  {term},"));
        }
        self.line("]");
    }

    /// Starts a table, after an empty line.
    fn table(&mut self, header: &str) {
        self.text.push('\n');
        self.line(header);
    }

    fn entry(&mut self, key: &str, value: impl std::fmt::Display) {
        self.line(&format!("{key} = {value}"));
    }

    fn text(&mut self, key: &str, text: &str) {
        let line = format!("{key} = {}", toml_string(text));
        if line.chars().count() <= LINE_WIDTH {
            self.line(&line);
        } else {
            self.entry(key, folded(text));
        }
    }

    /// An array of texts on one line; nothing if it is empty.
    fn texts<T: AsRef<str>>(&mut self, key: &str, texts: &[T]) {
        if !texts.is_empty() {
            self.entry(key, array(texts));
        }
    }

    /// A label as a table on one line, or if it is too long as dotted keys: `title.nl = ..`, `title.en = ..`.
    fn label(&mut self, key: &str, label: &Label) {
        let line = format!("{key} = {}", inline_label(label, &self.languages));
        if line.chars().count() <= LINE_WIDTH {
            self.line(&line);
            return;
        }
        // Dotted keys, since TOML 1.0 allows no line break between the entries of an inline table.
        for (language, text) in in_order(label, &self.languages) {
            self.text(&format!("{key}.{language}"), text);
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// The texts of a label: first in the declared languages, in their order, then in all others.
fn in_order<'l>(label: &'l Label, declared: &[Language]) -> Vec<(Language, &'l str)> {
    let mut texts: Vec<_> = label.iter().collect();
    let position = |language: &Language| declared.iter().position(|it| it == language);
    texts.sort_by_key(|(language, _)| position(language).unwrap_or(declared.len()));
    texts
}

fn inline_label(label: &Label, languages: &[Language]) -> String {
    let texts = in_order(label, languages).into_iter();
    inline_table(texts.map(|(language, text)| format!("{language} = {}", toml_string(text))))
}

fn inline_term(term: &Term, languages: &[Language]) -> String {
    let mut entries = vec![format!("term = {}", toml_string(&term.term))];
    if let Some(of) = &term.of {
        entries.push(format!("of = {}", toml_string(of)));
    }
    if !term.relatives.is_empty() {
        entries.push(format!("relatives = {}", array(&term.relatives)));
    }
    if let Some(precision) = term.precision {
        entries.push(format!("precision = \"{precision}\""));
    }
    if let Some(disputed) = &term.disputed {
        entries.push(format!("disputed = {}", inline_label(disputed, languages)));
    }
    if let Some(amounts) = term.amounts {
        entries.push(format!("amounts = \"{amounts}\""));
    }
    inline_table(entries)
}

fn inline_table(entries: impl IntoIterator<Item = String>) -> String {
    let entries: Vec<_> = entries.into_iter().collect();
    format!("{{ {} }}", entries.join(", "))
}

fn array<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<_> = texts
        .iter()
        .map(|text| toml_string(text.as_ref()))
        .collect();
    format!("[{}]", texts.join(", "))
}

/// Returns a text as a TOML string on one line, with its quotes. Characters that cannot be seen are escaped.
///
/// ```
/// assert_eq!(beraad_register::toml_string("a \"b\"\n"), r#""a \"b\"\n""#);
/// ```
#[must_use]
pub fn toml_string(text: &str) -> String {
    let mut string = String::from("\"");
    text.chars()
        .for_each(|char| push_escaped(&mut string, char));
    string + "\""
}

/// A text as a string of several lines.
///
/// The line break behind the opening quotes is not part of the text. A backslash at the end of a line removes the line break and
/// all white space that follows it. So a line is broken only between a space and a character that is not white space.
/// A line break of the text itself is written as it is.
fn folded(text: &str) -> String {
    let mut string = String::from("\"\"\"\n");
    let mut width = 0;
    for word in text.split_inclusive([' ', '\n']) {
        let length = word.chars().count();
        let can_break = string.ends_with(' ') && !word.starts_with([' ', '\t', '\n']);
        if can_break && width + length > LINE_WIDTH {
            string.push_str("\\\n");
            width = 0;
        }
        width += length;
        for char in word.chars() {
            match char {
                '\n' => {
                    string.push('\n');
                    width = 0;
                }
                _ => push_escaped(&mut string, char),
            }
        }
    }
    string + "\"\"\""
}

/// Pushes a character of a basic string. Characters that cannot be seen are escaped, since people edit the file.
fn push_escaped(string: &mut String, char: char) {
    match char {
        '"' => string.push_str("\\\""),
        '\\' => string.push_str("\\\\"),
        '\n' => string.push_str("\\n"),
        '\t' => string.push_str("\\t"),
        '\r' => string.push_str("\\r"),
        _ if is_hidden(char) => {
            // Writing to a string cannot fail.
            let _ = write!(string, "\\U{:08X}", u32::from(char));
        }
        _ => string.push(char),
    }
}

fn is_hidden(char: char) -> bool {
    let text = char.to_string();
    visible_code(&text) != text
}
