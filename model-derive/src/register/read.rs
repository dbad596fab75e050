//! Reads `deliberation.toml`, or says all that is wrong with it.

use std::fmt;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Heading, Paragraph, Register, Statement, Term};
use crate::describe::{Day, Label};
use beraad_describe::{did_you_mean, nearest, one_of};

const GRAINS: &[&str] = &["year", "quarter", "month"];

/// What is wrong, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mistake {
    line: usize,
    column: usize,
    message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            message,
        } = self;
        write!(f, "{line}:{column}: {message}")
    }
}

/// The decision that the text of a file says, or its mistakes in the order of the text.
pub(super) fn register(path: &Path, text: &str) -> Result<Register, Vec<Mistake>> {
    let mut reader = Reader {
        text,
        mistakes: Vec::new(),
        misspelt: Vec::new(),
        numbers: Vec::new(),
    };
    let register = match DeTable::parse(text) {
        Ok(table) => reader.register(path, table.get_ref()),
        Err(error) => {
            reader.mistake(error.span().unwrap_or_default(), error.message().to_owned());
            None
        }
    };
    let mut mistakes = reader.mistakes;
    mistakes.sort();
    match register {
        Some(register) if mistakes.is_empty() => Ok(register),
        _ => Err(mistakes),
    }
}

/// Reads values, and collects what is wrong with them by line and column.
struct Reader<'t> {
    text: &'t str,
    mistakes: Vec<Mistake>,
    /// Where there are unknown keys, and which was probably meant.
    misspelt: Vec<(Range<usize>, String)>,
    /// The numbers of the paragraphs, those with mistakes too.
    numbers: Vec<u8>,
}

type Table<'a, 'i> = &'a DeTable<'i>;

impl Reader<'_> {
    fn mistake(&mut self, span: Range<usize>, message: String) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .chars()
            .rev()
            .take_while(|letter| *letter != '\n')
            .count()
            + 1;
        self.mistakes.push(Mistake {
            line,
            column,
            message,
        });
    }

    fn register(&mut self, path: &Path, root: Table<'_, '_>) -> Option<Register> {
        self.known(
            root,
            &[
                "deliberation",
                "wording",
                "paragraph",
                "statement",
                "heading",
            ],
        );
        let top = 0..0;
        let decision = self.table(root, "deliberation", &top);
        let (classed, identifier) = self.wording(root);
        let paragraphs: Vec<_> = self
            .tables(root, "paragraph")
            .into_iter()
            .filter_map(|(table, at)| self.paragraph(table, &at))
            .collect();
        let statements = self
            .tables(root, "statement")
            .into_iter()
            .filter_map(|(table, at)| self.statement(table, &at))
            .collect();
        let mut headings: Vec<Heading> = Vec::new();
        for (table, at) in self.tables(root, "heading") {
            let Some(heading) = self.heading(table, &at) else {
                continue;
            };
            if !self.numbers.contains(&heading.paragraph) {
                self.mistake(
                    at.clone(),
                    format!(
                        "there is no `[[paragraph]]` with the number {}",
                        heading.paragraph
                    ),
                );
            }
            if headings.iter().any(|other| other.title == heading.title) {
                self.mistake(
                    at,
                    format!("two headings have the title `{}`", heading.title),
                );
            }
            headings.push(heading);
        }
        let (decision, at) = decision?;
        self.known(
            decision,
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
        );
        let number = self.text(decision, "number", &at);
        let title = self.label(decision, "title", &at);
        let dated = self.day(decision, "dated", &at);
        let amended = self.days(decision, "amended");
        let committee = self.text(decision, "committee", &at);
        let recipient = self.text(decision, "recipient", &at);
        let purpose = self.label(decision, "purpose", &at);
        let first_year = self.number(decision, "first_year", &at);
        let last_year = self.number(decision, "last_year", &at);
        let keep_until = self.day(decision, "keep_until", &at);
        self.window(decision, first_year, last_year, keep_until);
        Some(Register {
            path: path.to_owned(),
            number: number?,
            title: title?,
            dated: dated?,
            amended,
            committee: committee?,
            recipient: recipient?,
            purpose: purpose?,
            first_year: first_year?,
            last_year: last_year?,
            keep_until: keep_until?,
            classed,
            identifier,
            paragraphs,
            statements,
            headings,
        })
    }

    /// That the years follow one another, and that the data is kept until their end at least.
    fn window(
        &mut self,
        decision: Table<'_, '_>,
        first_year: Option<i16>,
        last_year: Option<i16>,
        keep_until: Option<Day>,
    ) {
        let span = |key: &str| decision.get(key).map(Spanned::span).unwrap_or_default();
        let Some(last_year) = last_year else { return };
        if let Some(first_year) = first_year.filter(|first| *first > last_year) {
            self.mistake(
                span("last_year"),
                format!("`last_year` is before `first_year`, which is {first_year}"),
            );
        } else if keep_until.is_some_and(|day| day < Day::last_of(last_year)) {
            self.mistake(
                span("keep_until"),
                format!("`keep_until` is before the end of `last_year`, which is {last_year}"),
            );
        }
    }

    /// The words by which a phrase says that it is delivered in classes, and those for an identification number.
    fn wording(&mut self, root: Table<'_, '_>) -> (Vec<String>, Vec<String>) {
        let wording = root.get("wording").map(Spanned::get_ref);
        let Some(wording) = wording.and_then(DeValue::as_table) else {
            return (Vec::new(), Vec::new());
        };
        self.known(wording, &["classed", "identifier"]);
        (
            self.texts(wording, "classed"),
            self.texts(wording, "identifier"),
        )
    }

    fn paragraph(&mut self, table: Table<'_, '_>, at: &Range<usize>) -> Option<Paragraph> {
        self.known(table, &["number", "provider", "dates"]);
        let number: Option<u8> = self.number(table, "number", at);
        if let Some(number) = number {
            if self.numbers.contains(&number) {
                self.mistake(
                    at.clone(),
                    format!("two paragraphs have the number {number}"),
                );
            }
            self.numbers.push(number);
        }
        let provider = self.text(table, "provider", at);
        let dates = self
            .text(table, "dates", at)
            .and_then(|word| self.grain(table, "dates", word));
        Some(Paragraph {
            number: number?,
            provider: provider?,
            dates: dates?,
        })
    }

    fn statement(&mut self, table: Table<'_, '_>, at: &Range<usize>) -> Option<Statement> {
        self.known(table, &["paragraph", "topic", "text"]);
        let paragraph = self.number(table, "paragraph", at);
        let topic = self.label(table, "topic", at);
        let text = self.label(table, "text", at);
        Some(Statement {
            paragraph: paragraph?,
            topic: topic?,
            text: text?,
        })
    }

    fn heading(&mut self, table: Table<'_, '_>, at: &Range<usize>) -> Option<Heading> {
        self.known(table, &["paragraph", "title", "en", "relatives", "terms"]);
        let paragraph = self.number(table, "paragraph", at);
        let title = self.text(table, "title", at);
        let en = self.text(table, "en", at);
        let relatives = self.texts(table, "relatives");
        let mut terms: Vec<Term> = Vec::new();
        for (term, at) in self.tables(table, "terms") {
            let Some(term) = self.term(term, &at) else {
                continue;
            };
            if terms
                .iter()
                .any(|other| other.term == term.term && other.of == term.of)
            {
                self.mistake(at, format!("the term `{}` stands here twice", term.term));
            }
            terms.push(term);
        }
        let named = table.get("terms").map(Spanned::get_ref);
        if named.is_none_or(|terms| terms.as_array().is_some_and(|terms| terms.is_empty())) {
            self.mistake(at.clone(), "a heading has `terms`".to_owned());
        }
        Some(Heading {
            paragraph: paragraph?,
            title: title?,
            en: en?,
            relatives,
            terms,
        })
    }

    fn term(&mut self, table: Table<'_, '_>, at: &Range<usize>) -> Option<Term> {
        self.known(table, &["term", "of", "relatives", "precision", "disputed"]);
        let term = self.text(table, "term", at);
        let of = table
            .contains_key("of")
            .then(|| self.text(table, "of", at))
            .flatten();
        let relatives = self.texts(table, "relatives");
        let precision = table
            .contains_key("precision")
            .then(|| self.text(table, "precision", at))
            .flatten();
        let precision = precision.and_then(|word| self.grain(table, "precision", word));
        let disputed = table
            .contains_key("disputed")
            .then(|| self.label(table, "disputed", at))
            .flatten();
        Some(Term {
            term: term?,
            of,
            relatives,
            precision,
            disputed,
        })
    }

    fn known(&mut self, table: Table<'_, '_>, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&&**key.get_ref())) {
            let hint = did_you_mean(key.get_ref(), keys.iter().copied());
            if let Some(meant) = nearest(key.get_ref(), keys.iter().copied()) {
                self.misspelt.push((key.span(), meant.to_owned()));
            }
            self.mistake(
                key.span(),
                format!(
                    "unknown key `{}`; {hint}expected {}",
                    key.get_ref(),
                    one_of(keys)
                ),
            );
        }
    }

    fn value<'a, 'i>(
        &mut self,
        table: Table<'a, 'i>,
        key: &str,
        at: &Range<usize>,
    ) -> Option<&'a Spanned<DeValue<'i>>> {
        let value = table.get(key);
        // A key that is there misspelt is reported as an unknown one.
        let misspelt = self
            .misspelt
            .iter()
            .any(|(place, meant)| meant == key && table.keys().any(|own| own.span() == *place));
        if value.is_none() && !misspelt {
            self.mistake(at.clone(), format!("`{key}` is missing here"));
        }
        value
    }

    fn table<'a, 'i>(
        &mut self,
        table: Table<'a, 'i>,
        key: &str,
        at: &Range<usize>,
    ) -> Option<(Table<'a, 'i>, Range<usize>)> {
        let value = self.value(table, key, at)?;
        if let Some(inner) = value.get_ref().as_table() {
            Some((inner, value.span()))
        } else {
            self.mistake(value.span(), format!("`{key}` is a table"));
            None
        }
    }

    fn tables<'a, 'i>(
        &mut self,
        table: Table<'a, 'i>,
        key: &str,
    ) -> Vec<(Table<'a, 'i>, Range<usize>)> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.mistake(value.span(), format!("`{key}` is a list of tables"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => tables.push((table, item.span())),
                None => self.mistake(item.span(), format!("`{key}` holds tables")),
            }
        }
        tables
    }

    fn text(&mut self, table: Table<'_, '_>, key: &str, at: &Range<usize>) -> Option<String> {
        let value = self.value(table, key, at)?;
        if let Some(text) = value
            .get_ref()
            .as_str()
            .filter(|text| !text.trim().is_empty())
        {
            Some(text.to_owned())
        } else {
            self.mistake(value.span(), format!("`{key}` is a text that is not empty"));
            None
        }
    }

    fn texts(&mut self, table: Table<'_, '_>, key: &str) -> Vec<String> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let items = value.get_ref().as_array();
        // An empty text would stand in every phrase.
        let text = |item: &Spanned<DeValue<'_>>| {
            let text = item.get_ref().as_str()?;
            (!text.trim().is_empty()).then(|| text.to_owned())
        };
        let texts = items.and_then(|items| items.iter().map(text).collect());
        if let Some(texts) = texts {
            texts
        } else {
            self.mistake(
                value.span(),
                format!("`{key}` is a list of texts that are not empty"),
            );
            Vec::new()
        }
    }

    fn number<T: TryFrom<i64>>(
        &mut self,
        table: Table<'_, '_>,
        key: &str,
        at: &Range<usize>,
    ) -> Option<T> {
        let value = self.value(table, key, at)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if let Some(number) = number.and_then(|number| T::try_from(number).ok()) {
            Some(number)
        } else {
            self.mistake(value.span(), format!("`{key}` is a small whole number"));
            None
        }
    }

    fn day(&mut self, table: Table<'_, '_>, key: &str, at: &Range<usize>) -> Option<Day> {
        let value = self.value(table, key, at)?;
        let day = value.get_ref().as_str().and_then(Day::parse);
        if day.is_none() {
            self.mistake(
                value.span(),
                format!("`{key}` is a day, in quotes: \"2017-07-04\""),
            );
        }
        day
    }

    fn days(&mut self, table: Table<'_, '_>, key: &str) -> Vec<Day> {
        let texts = self.texts(table, key);
        let days: Vec<_> = texts.iter().filter_map(|text| Day::parse(text)).collect();
        if days.len() < texts.len() {
            let span = table.get(key).map(Spanned::span).unwrap_or_default();
            self.mistake(
                span,
                format!("`{key}` is a list of days, in quotes: [\"2017-12-05\"]"),
            );
        }
        days
    }

    fn label(&mut self, table: Table<'_, '_>, key: &str, at: &Range<usize>) -> Option<Label> {
        let (inner, at) = self.table(table, key, at)?;
        self.known(inner, &["nl", "en", "fr"]);
        let nl = self.text(inner, "nl", &at);
        let en = self.text(inner, "en", &at);
        let fr = inner
            .contains_key("fr")
            .then(|| self.text(inner, "fr", &at))
            .flatten();
        Some(Label::elsewhere(nl?, en?, fr))
    }

    fn grain(&mut self, table: Table<'_, '_>, key: &str, word: String) -> Option<String> {
        if GRAINS.contains(&&*word) {
            return Some(word);
        }
        let span = table.get(key).map(Spanned::span).unwrap_or_default();
        self.mistake(span, format!("`{key}` is {}", one_of(GRAINS)));
        None
    }
}

#[cfg(test)]
mod tests;
