//! `deliberation.toml`: the decision that structs are held against.

use std::ops::Range;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::describe::{Day, Label};
use crate::json::{Object, Raw, ToJson};
use crate::suggest::{did_you_mean, one_of};

/// The name of the file.
const FILE: &str = "deliberation.toml";

const GRAINS: &[&str] = &["year", "quarter", "month"];

/// The decision, as its file says it.
pub(crate) struct Register {
    pub(crate) path: PathBuf,
    pub(crate) number: String,
    title: Label,
    dated: Day,
    amended: Vec<Day>,
    committee: String,
    recipient: String,
    purpose: Label,
    first_year: i16,
    last_year: i16,
    keep_until: Day,
    /// The words by which a phrase says that it is delivered in classes.
    classed: Vec<String>,
    /// The words by which a phrase names an identification number.
    identifier: Vec<String>,
    paragraphs: Vec<Paragraph>,
    statements: Vec<Statement>,
    pub(crate) headings: Vec<Heading>,
}

struct Paragraph {
    number: u8,
    provider: String,
    dates: String,
}

struct Statement {
    paragraph: u8,
    topic: Label,
    text: Label,
}

pub(crate) struct Heading {
    pub(crate) paragraph: u8,
    pub(crate) title: String,
    en: String,
    pub(crate) relatives: Vec<String>,
    pub(crate) terms: Vec<Term>,
}

pub(crate) struct Term {
    pub(crate) term: String,
    pub(crate) of: Option<String>,
    pub(crate) relatives: Vec<String>,
    precision: Option<String>,
    pub(crate) disputed: Option<Label>,
}

impl Register {
    /// Reads the nearest `deliberation.toml` at or above the source file of `span`, else that of the package.
    pub(crate) fn load(span: Span) -> syn::Result<Self> {
        let fail = |message: String| syn::Error::new(span, message);
        let path = find(span).ok_or_else(|| {
            fail(format!(
                "there is no `{FILE}` at or above this source file; transcribe the decision into one, beside the package's Cargo.toml"
            ))
        })?;
        let text = std::fs::read_to_string(&path)
            .map_err(|error| fail(format!("`{}` cannot be read: {error}", path.display())))?;
        let mut reader = Reader {
            text: &text,
            mistakes: Vec::new(),
        };
        let register = match DeTable::parse(&text) {
            Ok(table) => reader.register(&path, table.get_ref()),
            Err(error) => {
                reader.mistake(error.span().unwrap_or_default(), error.message().to_owned());
                None
            }
        };
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mistakes: Vec<_> = reader
            .mistakes
            .iter()
            .map(|(line, column, message)| format!("{name}:{line}:{column}: {message}"))
            .collect();
        match register {
            Some(register) if mistakes.is_empty() => Ok(register),
            _ => Err(fail(mistakes.join("\n"))),
        }
    }

    /// The folder of the file, from which code list tables are named.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// How precise a date under a phrase may be: its own precision, else that of its paragraph.
    pub(crate) fn dates<'a>(&'a self, heading: &Heading, term: Option<&'a Term>) -> &'a str {
        let own = term.and_then(|term| term.precision.as_deref());
        let paragraph = self
            .paragraphs
            .iter()
            .find(|paragraph| paragraph.number == heading.paragraph);
        own.or(paragraph.map(|paragraph| &*paragraph.dates))
            .unwrap_or("year")
    }

    /// Whether the words of a phrase, or of what it stands under, say that it is delivered in classes.
    pub(crate) fn is_classed(&self, heading: &Heading, term: &Term) -> bool {
        let texts = [Some(&*heading.title), Some(&*term.term), term.of.as_deref()];
        self.classed
            .iter()
            .any(|words| texts.iter().flatten().any(|text| text.contains(&**words)))
    }

    /// Whether a phrase names an identification number.
    pub(crate) fn is_identifier(&self, term: &Term) -> bool {
        self.identifier
            .iter()
            .any(|words| term.term.contains(&**words))
    }
}

/// The nearest file at or above the source file; a file above the workspace is not ours.
fn find(span: Span) -> Option<PathBuf> {
    let source = span
        .unwrap()
        .local_file()
        .and_then(|file| std::path::absolute(file).ok());
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in source.iter().flat_map(|file| file.ancestors().skip(1)) {
        folders.push(folder.to_owned());
        if folder.join("Cargo.lock").is_file() {
            break;
        }
    }
    folders
        .into_iter()
        .chain(package)
        .map(|folder| folder.join(FILE))
        .find(|file| file.is_file())
}

/// Reads values, and collects what is wrong with them by line and column.
struct Reader<'t> {
    text: &'t str,
    mistakes: Vec<(usize, usize, String)>,
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
        self.mistakes.push((line, column, message));
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
        let wording = root
            .get("wording")
            .and_then(|wording| wording.get_ref().as_table());
        let (classed, identifier) = match wording {
            Some(wording) => {
                self.known(wording, &["classed", "identifier"]);
                (
                    self.texts(wording, "classed"),
                    self.texts(wording, "identifier"),
                )
            }
            None => (Vec::new(), Vec::new()),
        };
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
            if !paragraphs
                .iter()
                .any(|paragraph| paragraph.number == heading.paragraph)
            {
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

    fn paragraph(&mut self, table: Table<'_, '_>, at: &Range<usize>) -> Option<Paragraph> {
        self.known(table, &["number", "provider", "dates"]);
        let number = self.number(table, "number", at);
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
        if terms.is_empty() {
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
        if value.is_none() {
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
        match value.get_ref().as_table() {
            Some(inner) => Some((inner, value.span())),
            None => {
                self.mistake(value.span(), format!("`{key}` is a table"));
                None
            }
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
        match value
            .get_ref()
            .as_str()
            .filter(|text| !text.trim().is_empty())
        {
            Some(text) => Some(text.to_owned()),
            None => {
                self.mistake(value.span(), format!("`{key}` is a text that is not empty"));
                None
            }
        }
    }

    fn texts(&mut self, table: Table<'_, '_>, key: &str) -> Vec<String> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let items = value.get_ref().as_array();
        let texts = items.and_then(|items| {
            items
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect()
        });
        match texts {
            Some(texts) => texts,
            None => {
                self.mistake(value.span(), format!("`{key}` is a list of texts"));
                Vec::new()
            }
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
        match number.and_then(|number| T::try_from(number).ok()) {
            Some(number) => Some(number),
            None => {
                self.mistake(value.span(), format!("`{key}` is a small whole number"));
                None
            }
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
        Some(Label {
            nl: nl?,
            en: en?,
            fr,
        })
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

impl ToJson for Register {
    fn to_json(&self) -> String {
        Object::new()
            .put("number", &self.number)
            .put("title", &self.title)
            .put("dated", &self.dated)
            .put("amended", &self.amended)
            .put("committee", &self.committee)
            .put("recipient", &self.recipient)
            .put("purpose", &self.purpose)
            .put("first_year", &Raw(self.first_year.to_string()))
            .put("last_year", &Raw(self.last_year.to_string()))
            .put("keep_until", &self.keep_until)
            .put("paragraphs", &self.paragraphs)
            .put("statements", &self.statements)
            .put("headings", &self.headings)
            .to_json()
    }
}

impl ToJson for Paragraph {
    fn to_json(&self) -> String {
        Object::new()
            .put("number", &self.number)
            .put("provider", &self.provider)
            .put("dates", &self.dates)
            .to_json()
    }
}

impl ToJson for Statement {
    fn to_json(&self) -> String {
        Object::new()
            .put("paragraph", &self.paragraph)
            .put("topic", &self.topic)
            .put("text", &self.text)
            .to_json()
    }
}

impl ToJson for Heading {
    fn to_json(&self) -> String {
        let label = Label {
            nl: self.title.clone(),
            en: self.en.clone(),
            fr: None,
        };
        Object::new()
            .put("paragraph", &self.paragraph)
            .put("title", &self.title)
            .put("label", &label)
            .put("relatives", &self.relatives)
            .put("terms", &self.terms)
            .to_json()
    }
}

impl ToJson for Term {
    fn to_json(&self) -> String {
        Object::new()
            .put("term", &self.term)
            .put_some("of", self.of.as_ref())
            .put("relatives", &self.relatives)
            .put_some("precision", self.precision.as_ref())
            .put_some("disputed", self.disputed.as_ref())
            .to_json()
    }
}

/// The heading for the compiler, which holds the blocks against it.
impl ToTokens for Heading {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            paragraph,
            title,
            relatives,
            ..
        } = self;
        let terms = self.terms.iter().map(
            |Term {
                 term,
                 of,
                 relatives,
                 ..
             }| {
                let of = of.as_deref().unwrap_or_default();
                quote!((#term, #of, &[#(#relatives),*]))
            },
        );
        tokens.extend(quote!(__b::__private::HeadingRef { heading: (#paragraph, #title), relatives: &[#(#relatives),*], terms: &[#(#terms),*] }));
    }
}
