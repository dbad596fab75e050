//! Reads `deliberation.toml`, or reports every error in it.

use std::ops::RangeInclusive;

use beraad_describe::{Date, Deliberation, Heading, Label, Paragraph, Statement, Term};
use toml::de::DeTable;

use super::values::{Reader, Table};
use super::{Register, Wording};
use crate::error::{Error, Errors};

/// The numbers that a paragraph may have.
const PARAGRAPHS: RangeInclusive<u8> = u8::MIN..=u8::MAX;

/// The years that an observation window may have.
const YEARS: RangeInclusive<i16> = 1000..=9999;

/// The register that a text contains, or the errors in the order of the text.
pub(super) fn register(text: &str) -> Result<Register, Errors> {
    let (document, syntax_errors) = DeTable::parse_recoverable(text);
    if !syntax_errors.is_empty() {
        // The part of the document that the parser could save would bring further errors, such as missing keys.
        let errors = syntax_errors.iter().map(|error| {
            let start = error.span().unwrap_or_default().start;
            Error::at_offset(text, start, error.message().to_owned())
        });
        return Errors::check(None, errors.collect());
    }
    let mut reader = Reader::new(text);
    let register = reader.register(document.get_ref());
    Errors::check(register, reader.errors)
}

impl<'t> Reader<'t> {
    fn register(&mut self, document: &'t DeTable<'t>) -> Option<Register> {
        let root = self.open(
            document,
            0..0,
            &[
                "deliberation",
                "wording",
                "paragraph",
                "statement",
                "heading",
            ],
        );
        let wording = self.wording(&root);
        // Before the headings, which refer to paragraphs.
        let (paragraphs, numbers) = self.paragraphs(&root);
        let statements = self.statements(&root);
        let headings = self.headings(&root, &numbers);
        // Last, because of the `?`: the errors in all other tables have been reported by now.
        let mut deliberation = self.deliberation(&root)?;
        deliberation.paragraphs = paragraphs;
        deliberation.statements = statements;
        deliberation.headings = headings;
        Some(Register {
            deliberation,
            wording,
        })
    }

    /// The decision as a whole; the lists that are tables of their own are still empty.
    fn deliberation(&mut self, root: &Table<'t>) -> Option<Deliberation> {
        let table = self.table(
            root,
            "deliberation",
            &[
                "number",
                "title",
                "dated",
                "amended",
                "committee",
                "recipient",
                "purpose",
                "first_year",
                "last_year",
                "keep_until",
            ],
        )?;
        // Every key is read before the first `?`, so that all errors of the table are reported.
        let number = self.text(&table, "number");
        let title = self.label(&table, "title");
        let dated = self.day(&table, "dated");
        let amended = self.days(&table, "amended");
        let committee = self.text(&table, "committee");
        let recipient = self.text(&table, "recipient");
        let purpose = self.label(&table, "purpose");
        let first_year = self.integer(&table, "first_year", &YEARS);
        let last_year = self.integer(&table, "last_year", &YEARS);
        let keep_until = self.day(&table, "keep_until");
        self.check_window(&table, first_year, last_year, keep_until);
        let mut decision = Deliberation::new(number?, title?, dated?, first_year?, last_year?);
        decision.amended = amended;
        decision.committee = committee?;
        decision.recipient = recipient?;
        decision.purpose = purpose?;
        decision.keep_until = keep_until?;
        Some(decision)
    }

    /// Checks that the window does not end before it begins, and that the data are kept until its end at least.
    fn check_window(
        &mut self,
        table: &Table<'t>,
        first_year: Option<i16>,
        last_year: Option<i16>,
        keep_until: Option<Date>,
    ) {
        let Some(last_year) = last_year else { return };
        if let Some(first_year) = first_year.filter(|first| *first > last_year) {
            let message = format!("`last_year` {last_year} is before `first_year` {first_year}");
            self.error(&table.span_of("last_year"), message);
            // Nobody knows which of the two years is wrong, and so neither until when the data must be kept.
            return;
        }
        let end = Date::ymd(last_year.into(), 12, 31);
        if let Some(day) = keep_until.filter(|day| *day < end) {
            let message =
                format!("`keep_until` {day} is before the end of `last_year` {last_year}");
            self.error(&table.span_of("keep_until"), message);
        }
    }

    fn wording(&mut self, root: &Table<'t>) -> Wording {
        if !root.has("wording") {
            return Wording::default();
        }
        let Some(table) = self.table(root, "wording", &["classed", "identifier"]) else {
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
    fn paragraphs(&mut self, root: &Table<'t>) -> (Vec<Paragraph>, Vec<u8>) {
        let (mut paragraphs, mut numbers) = (Vec::new(), Vec::new());
        for table in self.tables(root, "paragraph", &["number", "provider", "dates"]) {
            let number = self.integer(&table, "number", &PARAGRAPHS);
            if let Some(number) = number {
                if numbers.contains(&number) {
                    self.error(&table.span, format!("duplicate paragraph {number}"));
                }
                numbers.push(number);
            }
            let provider = self.text(&table, "provider");
            let dates = self.variant(&table, "dates");
            if let (Some(number), Some(provider), Some(dates)) = (number, provider, dates) {
                paragraphs.push(Paragraph::new(number, provider, dates));
            }
        }
        (paragraphs, numbers)
    }

    fn statements(&mut self, root: &Table<'t>) -> Vec<Statement> {
        let mut statements = Vec::new();
        for table in self.tables(root, "statement", &["paragraph", "topic", "text"]) {
            let paragraph = self.integer(&table, "paragraph", &PARAGRAPHS);
            let topic = self.label(&table, "topic");
            let text = self.label(&table, "text");
            if let (Some(paragraph), Some(topic), Some(text)) = (paragraph, topic, text) {
                statements.push(Statement::new(paragraph, topic, text));
            }
        }
        statements
    }

    fn headings(&mut self, root: &Table<'t>, paragraphs: &[u8]) -> Vec<Heading> {
        let tables = self.tables(
            root,
            "heading",
            &["paragraph", "title", "nl", "en", "fr", "relatives", "terms"],
        );
        let mut headings: Vec<Heading> = Vec::new();
        for table in tables {
            let Some(heading) = self.heading(&table) else {
                continue;
            };
            let Heading {
                paragraph, title, ..
            } = &heading;
            if !paragraphs.contains(paragraph) {
                let message = format!(
                    "unknown paragraph {paragraph}; write a `[[paragraph]]` with this number"
                );
                self.error(&table.span, message);
            }
            if headings.iter().any(|other| other.title == *title) {
                self.error(&table.span, format!("duplicate heading `{title}`"));
            }
            headings.push(heading);
        }
        headings
    }

    fn heading(&mut self, table: &Table<'t>) -> Option<Heading> {
        let paragraph = self.integer(table, "paragraph", &PARAGRAPHS);
        let title = self.text(table, "title");
        let nl = self.optional_text(table, "nl");
        let en = self.text(table, "en");
        let fr = self.optional_text(table, "fr");
        let relatives = self.texts(table, "relatives");
        let terms = self.terms(table);
        let title = title?;
        let mut label = Label::new(nl.unwrap_or_else(|| title.clone()), en?);
        label.fr = fr;
        let mut heading = Heading::new(paragraph?, title, label);
        heading.relatives = relatives;
        heading.terms = terms;
        Some(heading)
    }

    fn terms(&mut self, heading: &Table<'t>) -> Vec<Term> {
        let tables = self.tables(
            heading,
            "terms",
            &["term", "of", "relatives", "precision", "disputed"],
        );
        if heading.lacks_items("terms") {
            let message = "a heading has at least one term; write `terms = [{ term = \"..\" }]`";
            self.error(&heading.span, message.to_owned());
        }
        let mut terms: Vec<Term> = Vec::new();
        for table in tables {
            let Some(term) = self.term(&table) else {
                continue;
            };
            let is_same = |other: &Term| other.term == term.term && other.of == term.of;
            if terms.iter().any(is_same) {
                self.error(&table.span, format!("duplicate term `{}`", term.term));
            }
            terms.push(term);
        }
        terms
    }

    fn term(&mut self, table: &Table<'t>) -> Option<Term> {
        let phrase = self.text(table, "term");
        let of = self.optional_text(table, "of");
        let relatives = self.texts(table, "relatives");
        let precision = self.optional_variant(table, "precision");
        let disputed = self.optional_label(table, "disputed");
        let mut term = Term::new(phrase?);
        term.of = of;
        term.relatives = relatives;
        term.precision = precision;
        term.disputed = disputed;
        Some(term)
    }
}
