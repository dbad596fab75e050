//! Reads `deliberation.toml`, or reports every error in it.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use beraad_describe::{
    Date, Deliberation, Heading, Languages, Paragraph, Period, Retention, Statement, Term, Text,
    Window, Words, one_of,
};
use toml::de::DeTable;

use super::values::{Reader, Table};
use super::{Lines, Register, Wording, keys};
use crate::error::{Errors, Positions};

/// The years that an observation window may have.
const YEARS: RangeInclusive<i16> = 1000..=9999;

/// The register that a text contains, or the errors in the order of the text.
pub(super) fn register(text: &str) -> Result<(Register, Lines), Errors> {
    // Git for Windows may write these line ends, also within a text of several lines, where TOML would keep them: the same
    // register would have another fingerprint in another checkout.
    let text = text.replace("\r\n", "\n");
    let text = text.as_str();
    let (document, syntax_errors) = DeTable::parse_recoverable(text);
    if !syntax_errors.is_empty() {
        // The part of the document that the parser could save would bring further errors, such as missing keys.
        let positions = Positions::new(text);
        let errors = syntax_errors.iter().map(|error| {
            let start = error.span().unwrap_or_default().start;
            (start, error.message().to_owned())
        });
        return Errors::check(None, positions.errors(errors.collect()));
    }
    let mut reader = Reader::new(text);
    let register = reader.register(document.get_ref());
    let (lines, errors) = reader.finish();
    Errors::check(register.map(|register| (register, lines)), errors)
}

impl<'t> Reader<'t> {
    fn register(&mut self, document: &'t DeTable<'t>) -> Option<Register> {
        let root = self.open(document, 0..0, keys::ROOT);
        // The languages come first: every label is checked against them.
        let decision = self.table(&root, "deliberation", keys::DELIBERATION);
        let languages = decision.as_ref().and_then(|table| self.languages(table));
        // Without its languages, each label would bring an error that is none.
        let languages = languages?;
        self.languages = languages.clone();
        let wording = self.wording(&root);
        let words = self.words(&root);
        let (paragraphs, numbers) = self.paragraphs(&root);
        let statements = self.statements(&root);
        let headings = self.headings(&root, &numbers);
        // Last, because of the `?`: the errors in all other tables have been reported by now.
        let mut deliberation = self.deliberation(&decision?, words?)?;
        deliberation.languages = languages;
        deliberation.paragraphs = paragraphs;
        deliberation.statements = statements;
        deliberation.headings = headings;
        Some(Register {
            deliberation,
            wording,
        })
    }

    fn languages(&mut self, table: &Table<'t>) -> Option<Languages> {
        let decision = self.language(table, "language");
        let editions = self.language_list(table, "editions");
        let others = self.language_list(table, "other_languages");
        if table.lacks_items("editions") {
            let message = "a model has at least one edition; write `editions = [\"nl\", \"en\"]`";
            self.error(&table.span_of("editions"), message.to_owned());
            return None;
        }
        let (decision, editions, others) = (decision?, editions?, others?);
        for language in &others {
            if editions.contains(language) {
                let message = format!("duplicate language `{language}`: it is in `editions`");
                self.error(&table.span_of("other_languages"), message);
            }
        }
        let mut languages = Languages::new(decision, editions);
        languages.others = others;
        // A key that is misspelt was reported.
        (!languages.editions.is_empty()).then_some(languages)
    }

    fn words(&mut self, root: &Table<'t>) -> Option<Words> {
        let table = self.table(root, "words", keys::WORDS)?;
        let decision = self.label(&table, "decision");
        let paragraph = self.label(&table, "paragraph");
        Some(Words::new(decision?, paragraph?))
    }

    /// The decision as a whole; the lists that are tables of their own are still empty.
    fn deliberation(&mut self, table: &Table<'t>, words: Words) -> Option<Deliberation> {
        // Every key is read before the first `?`, so that all errors of the table are reported.
        let number = self.text(table, "number");
        let title = self.label(table, "title");
        let dated = self.day(table, "dated");
        let amended = self.days(table, "amended");
        let committee = self.name(table, "committee");
        let recipient = self.name(table, "recipient");
        let purpose = self.label(table, "purpose");
        let window = self.window(table);
        let keep_until = self.optional_retention(table, "keep_until");
        self.check_retention(table, window.as_ref(), keep_until.as_ref());
        let mut decision = Deliberation::new(number?, title?, dated?, window?);
        decision.words = words;
        decision.amended = amended;
        decision.committee = committee?;
        decision.recipient = recipient?;
        decision.purpose = purpose?;
        decision.keep_until = keep_until;
        Some(decision)
    }

    /// The observation window: single years, or a period whose ends are years or days.
    fn window(&mut self, table: &Table<'t>) -> Option<Window> {
        const RANGE: [&str; 4] = ["first_year", "last_year", "first_day", "last_day"];
        if table.has("years") {
            let years = self.years(table, "years", &YEARS);
            for key in RANGE.iter().filter(|key| table.has(key)) {
                self.error(
                    &table.span_of(key),
                    format!("`{key}` cannot be used with `years`"),
                );
            }
            if table.lacks_items("years") {
                self.error(&table.span_of("years"), "`years` is empty".to_owned());
            }
            return (!years.is_empty()).then_some(Window::Years(years));
        }
        for [year, day] in [["first_year", "first_day"], ["last_year", "last_day"]] {
            if table.has(year) && table.has(day) {
                let message = format!("`{day}` cannot be used with `{year}`");
                self.error(&table.span_of(day), message);
            }
        }
        let from = if table.has("first_day") {
            self.day(table, "first_day")
        } else if table.has("first_year") {
            let year = self.integer(table, "first_year", &YEARS);
            year.map(|year| Date::ymd(year.into(), 1, 1))
        } else {
            const FIRST: [&str; 3] = ["first_year", "first_day", "years"];
            if !FIRST.iter().any(|key| table.is_misspelt(key)) {
                let message = format!("missing key {}", one_of(&FIRST));
                self.error(&table.span, message);
            }
            None
        };
        let to = if table.has("last_day") {
            Some(self.day(table, "last_day")?)
        } else if table.has("last_year") {
            let year = self.integer(table, "last_year", &YEARS)?;
            Some(Date::ymd(year.into(), 12, 31))
        } else {
            None
        };
        let from = from?;
        if to.is_some_and(|to| to < from) {
            let [last, first] = [["last_year", "last_day"], ["first_year", "first_day"]]
                .map(|keys| if table.has(keys[0]) { keys[0] } else { keys[1] });
            let message = format!("`{last}` is before `{first}`");
            self.error(&table.span_of(last), message);
            return None;
        }
        Some(Window::Period { from, to })
    }

    /// Checks that the data are kept until the end of the window at least, or until its beginning if it has no end.
    fn check_retention(
        &mut self,
        table: &Table<'t>,
        window: Option<&Window>,
        keep_until: Option<&Retention>,
    ) {
        // Nobody knows which of the two years is wrong, and so neither until when the data must be kept.
        let Some(Retention::Until(day)) = keep_until else {
            return;
        };
        let Some(Period { from, to }) = window.map(Window::span) else {
            return;
        };
        let end = to.map(|to| (to, "end"));
        let end = end.or_else(|| from.map(|from| (from, "beginning")));
        if let Some((end, name)) = end.filter(|(end, _)| day < end) {
            let message =
                format!("`keep_until` {day} is before the {name} of the observation window, {end}");
            self.error(&table.span_of("keep_until"), message);
        }
    }

    fn wording(&mut self, root: &Table<'t>) -> Wording {
        if !root.has("wording") {
            return Wording::default();
        }
        let Some(table) = self.table(root, "wording", keys::WORDING) else {
            return Wording::default();
        };
        // An empty text would be in every phrase, and is refused as everywhere.
        let mut words = |key| {
            let texts = self.texts(&table, key);
            texts.into_iter().map(Into::into).collect()
        };
        Wording {
            classed: words("classed"),
            identifier: words("identifier"),
        }
    }

    /// The paragraphs that are valid, and the numbers of all: a heading of an invalid paragraph brings no further error.
    fn paragraphs(&mut self, root: &Table<'t>) -> (Vec<Paragraph>, BTreeSet<Text>) {
        let (mut paragraphs, mut numbers) = (Vec::new(), BTreeSet::new());
        for table in self.tables(root, "paragraph", keys::PARAGRAPH) {
            let number = self.text(&table, "number");
            if let Some(number) = &number
                && !numbers.insert(number.clone())
            {
                self.error(&table.span, format!("duplicate paragraph `{number}`"));
            }
            let provider = self.optional_text(&table, "provider");
            let dates = self.optional_variant(&table, "dates");
            let amounts = self.optional_variant(&table, "amounts");
            let yearly_states = self.optional_variant(&table, "yearly_states");
            if let Some(number) = number {
                let mut paragraph = Paragraph::new(number);
                paragraph.provider = provider;
                paragraph.dates = dates;
                paragraph.amounts = amounts;
                paragraph.yearly_states = yearly_states;
                paragraphs.push(paragraph);
            }
        }
        (paragraphs, numbers)
    }

    fn statements(&mut self, root: &Table<'t>) -> Vec<Statement> {
        let mut statements = Vec::new();
        for table in self.tables(root, "statement", keys::STATEMENT) {
            let paragraph = self.optional_text(&table, "paragraph");
            let topic = self.label(&table, "topic");
            let text = self.label(&table, "text");
            if let (Some(topic), Some(text)) = (topic, text) {
                statements.push(Statement::new(paragraph, topic, text));
            }
        }
        statements
    }

    fn headings(&mut self, root: &Table<'t>, paragraphs: &BTreeSet<Text>) -> Vec<Heading> {
        let tables = self.tables(root, "heading", keys::HEADING);
        let mut headings = Vec::new();
        let mut titles = BTreeSet::new();
        for table in tables {
            let Some(heading) = self.heading(&table) else {
                continue;
            };
            let Heading {
                paragraph, title, ..
            } = &heading;
            if !paragraphs.contains(paragraph) {
                let message = format!(
                    "unknown paragraph `{paragraph}`; write a `[[paragraph]]` with this number"
                );
                self.error(&table.span, message);
            }
            if !titles.insert((paragraph.clone(), title.clone())) {
                let message = format!("duplicate heading `{title}` in paragraph `{paragraph}`");
                self.error(&table.span, message);
            }
            headings.push(heading);
            let line = self.line_of(&table.span);
            self.lines.headings.push(line);
        }
        headings
    }

    fn heading(&mut self, table: &Table<'t>) -> Option<Heading> {
        let paragraph = self.text(table, "paragraph");
        let title = self.text(table, "title");
        // The title is the text in the language of the decision, unless the heading gives another one.
        let decision = self.languages.decision;
        let is_declared = self.languages.all().any(|language| language == decision);
        let given = is_declared.then(|| (decision, title.clone()));
        let keys = self.language_keys(table);
        let label = self.texts_in_languages(table, keys, given);
        let provider = self.optional_text(table, "provider");
        let dates = self.optional_variant(table, "dates");
        let amounts = self.optional_variant(table, "amounts");
        let yearly_states = self.optional_variant(table, "yearly_states");
        let relatives = self.texts(table, "relatives");
        let terms = self.terms(table);
        let mut heading = Heading::new(paragraph?, title?, label?);
        heading.provider = provider;
        heading.dates = dates;
        heading.amounts = amounts;
        heading.yearly_states = yearly_states;
        heading.relatives = relatives;
        heading.terms = terms;
        Some(heading)
    }

    fn terms(&mut self, heading: &Table<'t>) -> Vec<Term> {
        let tables = self.tables(heading, "terms", keys::TERM);
        if heading.lacks_items("terms") {
            let message = "a heading has at least one term; write `terms = [{ term = \"..\" }]`";
            self.error(&heading.span, message.to_owned());
        }
        let mut terms = Vec::new();
        let mut phrases = BTreeSet::new();
        let mut lines = Vec::new();
        for table in tables {
            let Some(term) = self.term(&table) else {
                continue;
            };
            if !phrases.insert((term.term.clone(), term.of.clone())) {
                self.error(&table.span, format!("duplicate term `{}`", term.term));
            }
            terms.push(term);
            lines.push(self.line_of(&table.span));
        }
        self.lines.terms.push(lines);
        terms
    }

    fn term(&mut self, table: &Table<'t>) -> Option<Term> {
        let phrase = self.text(table, "term");
        let of = self.optional_text(table, "of");
        let relatives = self.texts(table, "relatives");
        let precision = self.optional_variant(table, "precision");
        let disputed = self.optional_label(table, "disputed");
        let amounts = self.optional_variant(table, "amounts");
        let mut term = Term::new(phrase?);
        term.of = of;
        term.relatives = relatives;
        term.precision = precision;
        term.disputed = disputed;
        term.amounts = amounts;
        Some(term)
    }
}
