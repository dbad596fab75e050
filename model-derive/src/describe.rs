//! The pieces of a description that several attributes share.

use proc_macro2::Span;
use syn::{Attribute, Expr, Lit, Meta, Path};

use crate::attr::{Entries, Entry, EntryValue};
use crate::ctxt::Ctxt;
use crate::json::{Object, Raw, ToJson};
use crate::text::Text;

/// The longest short name in bytes: Stata's limit for the label of a variable.
pub(crate) const LABEL_BYTES: usize = 80;

/// A text in Dutch and English, and perhaps French.
#[derive(Clone)]
pub(crate) struct Label {
    pub(crate) nl: String,
    pub(crate) en: String,
    pub(crate) fr: Option<String>,
    /// Where each of them stands, if that is Rust source.
    places: [Option<Span>; 3],
}

impl Label {
    /// A text that stands in no Rust source.
    pub(crate) fn elsewhere(nl: String, en: String, fr: Option<String>) -> Self {
        Self {
            nl,
            en,
            fr,
            places: [None; 3],
        }
    }

    /// `key(nl = "..", en = "..")`.
    pub(crate) fn take(entries: &mut Entries<'_>, cx: &Ctxt, key: &'static str) -> Option<Self> {
        entries.one(key).and_then(|entry| Self::of_entry(cx, entry))
    }

    /// `key(nl = "..", en = "..")`, which must be there.
    pub(crate) fn require(entries: &mut Entries<'_>, cx: &Ctxt, key: &'static str) -> Option<Self> {
        if let Some(entry) = entries.one(key) {
            Self::of_entry(cx, entry)
        } else {
            entries.missing(&[key], format!("{key}(nl = \"..\", en = \"..\")"));
            None
        }
    }

    pub(crate) fn of_entry(cx: &Ctxt, entry: Entry) -> Option<Self> {
        let mut entries = entry.entries(cx)?;
        let label = Self::inline(&mut entries);
        entries.finish();
        label
    }

    /// `nl = "..", en = ".."` among other entries.
    pub(crate) fn inline(entries: &mut Entries<'_>) -> Option<Self> {
        let nl = entries.required_text("nl", "\"..\"");
        let en = entries.required_text("en", "\"..\"");
        let fr = entries.text("fr");
        let places = [nl.as_ref(), en.as_ref(), fr.as_ref()].map(|text| text.map(Text::span));
        Some(Self {
            nl: nl?.value(),
            en: en?.value(),
            fr: fr.map(|fr| fr.value()),
            places,
        })
    }

    /// The text as the description has it.
    pub(crate) fn described(self) -> beraad_describe::Label {
        let mut label = beraad_describe::Label::new(self.nl, self.en);
        label.fr = self.fr.map(Into::into);
        label
    }

    /// The languages in which the text is longer than `most` bytes, with its place and length.
    pub(crate) fn too_long(&self, most: usize) -> Vec<(&'static str, Span, usize)> {
        let texts = [
            ("nl", Some(&self.nl)),
            ("en", Some(&self.en)),
            ("fr", self.fr.as_ref()),
        ];
        let lengths = texts
            .into_iter()
            .zip(self.places)
            .filter_map(|((language, text), place)| Some((language, place?, text?.len())));
        lengths.filter(|(_, _, length)| *length > most).collect()
    }
}

impl ToJson for Label {
    fn to_json(&self) -> String {
        Object::new()
            .put("nl", &self.nl)
            .put("en", &self.en)
            .put_some("fr", self.fr.as_ref())
            .to_json()
    }
}

/// A period, as `from = "2013-01-01", to = "2016-12-31"`.
#[derive(Clone, Copy, Default)]
pub(crate) struct Period {
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
}

impl Period {
    pub(crate) fn inline(entries: &mut Entries<'_>, cx: &Ctxt) -> Self {
        let mut last = entries.span();
        let mut day = |key| {
            let text = entries.text(key)?;
            last = text.span();
            let day = Day::parse(text.as_str());
            if day.is_none() {
                cx.error(
                    text.span(),
                    format_args!(
                        "`{}` is no day; expected the form `2013-01-31`",
                        text.as_str()
                    ),
                );
            }
            day
        };
        let period = Self {
            from: day("from"),
            to: day("to"),
        };
        if let (Some(from), Some(to)) = (period.from, period.to)
            && to < from
        {
            cx.error(last, "the period ends before it starts");
        }
        period
    }

    /// The period as the description has it.
    pub(crate) fn described(self) -> beraad_describe::Period {
        let day = |day: Option<Day>| {
            day.map(|day| beraad_describe::Date::ymd(day.year, day.month, day.day))
        };
        beraad_describe::Period::new(day(self.from), day(self.to))
    }
}

impl ToJson for Period {
    fn to_json(&self) -> String {
        Object::new()
            .put_some("from", self.from.as_ref())
            .put_some("to", self.to.as_ref())
            .to_json()
    }
}

/// A calendar day.
#[expect(clippy::struct_field_names, reason = "a day has a day of the month")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: i32,
    month: u32,
    day: u32,
}

impl Day {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let form = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let digits = bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| at == 4 || at == 7 || byte.is_ascii_digit());
        if !form || !digits {
            return None;
        }
        let day = Self {
            year: text[..4].parse().ok()?,
            month: text[5..7].parse().ok()?,
            day: text[8..].parse().ok()?,
        };
        let leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
        let length = match day.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(leap),
            _ => return None,
        };
        (1..=length).contains(&day.day).then_some(day)
    }
}

impl ToJson for Day {
    fn to_json(&self) -> String {
        format!("\"{:04}-{:02}-{:02}\"", self.year, self.month, self.day)
    }
}

/// Either written out in the attribute, or a constant by its name.
pub(crate) enum OrConst<T> {
    Here(T),
    Const(Path),
}

/// All entries `key(..)` and `key = CONST`, in their order.
pub(crate) fn take_all<T>(
    entries: &mut Entries<'_>,
    cx: &Ctxt,
    key: &'static str,
    read: impl Fn(&mut Entries<'_>, &Ctxt) -> Option<T>,
) -> Vec<OrConst<T>> {
    let found = entries.all(key).into_iter();
    found
        .filter_map(|entry| {
            if let EntryValue::Is(Expr::Path(path)) = entry.value {
                Some(OrConst::Const(path.path))
            } else {
                let mut inner = entry.entries(cx)?;
                let value = read(&mut inner, cx);
                inner.finish();
                value.map(OrConst::Here)
            }
        })
        .collect()
}

/// A note.
pub(crate) struct Note(Label);

impl Note {
    pub(crate) fn read(entries: &mut Entries<'_>, _: &Ctxt) -> Option<Self> {
        Label::inline(entries).map(Self)
    }
}

impl ToJson for Note {
    fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// A break in series.
pub(crate) struct SeriesBreak {
    from: String,
    what: Label,
    advice: Option<Label>,
}

impl SeriesBreak {
    pub(crate) fn read(entries: &mut Entries<'_>, cx: &Ctxt) -> Option<Self> {
        let from = entries.required_text("from", "\"2013-01-01\"");
        let what = Label::inline(entries);
        let advice = Label::take(entries, cx, "advice");
        let from = from?;
        if !is_moment(from.as_str()) {
            cx.error(from.span(), "a break in series starts at a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`");
        }
        Some(Self {
            from: from.value(),
            what: what?,
            advice,
        })
    }
}

impl ToJson for SeriesBreak {
    fn to_json(&self) -> String {
        Object::new()
            .put("from", &self.from)
            .put("what", &self.what)
            .put_some("advice", self.advice.as_ref())
            .to_json()
    }
}

fn is_moment(text: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once("-Q") {
        Some((year, quarter)) => {
            year.len() == 4 && is_number(year) && matches!(quarter, "1" | "2" | "3" | "4")
        }
        None => (text.len() == 4 && is_number(text)) || Day::parse(text).is_some(),
    }
}

/// Where a variable comes from.
pub(crate) struct Origin {
    name: Text,
    abbreviation: Option<Text>,
    institution: Text,
    file: Text,
    valid: Option<Text>,
    level: Option<Text>,
    page: Option<Text>,
}

impl Origin {
    pub(crate) fn read(entries: &mut Entries<'_>, _: &Ctxt) -> Option<Self> {
        let name = entries.required_text("name", "\"..\"");
        let abbreviation = entries.text("abbreviation");
        let institution = entries.required_text("institution", "\"..\"");
        let file = entries.required_text("file", "\"..\"");
        let (valid, level, page) = (
            entries.text("stated_validity"),
            entries.text("stated_level"),
            entries.text("page"),
        );
        Some(Self {
            name: name?,
            abbreviation,
            institution: institution?,
            file: file?,
            valid,
            level,
            page,
        })
    }
}

impl ToJson for Origin {
    fn to_json(&self) -> String {
        Object::new()
            .put("name", &self.name)
            .put_some("abbreviation", self.abbreviation.as_ref())
            .put("institution", &self.institution)
            .put("file", &self.file)
            .put_some("stated_validity", self.valid.as_ref())
            .put_some("stated_level", self.level.as_ref())
            .put_some("page", self.page.as_ref())
            .to_json()
    }
}

/// Origins, evidence, notes and breaks of a block or a variable.
pub(crate) struct Provenance {
    pub(crate) origins: Vec<OrConst<Origin>>,
    pub(crate) evidence: Vec<Text>,
    pub(crate) notes: Vec<OrConst<Note>>,
    pub(crate) breaks: Vec<OrConst<SeriesBreak>>,
}

impl Provenance {
    pub(crate) fn take(entries: &mut Entries<'_>, cx: &Ctxt) -> Self {
        Self {
            origins: take_all(entries, cx, "origin", Origin::read),
            evidence: entries
                .all("evidence")
                .into_iter()
                .filter_map(|entry| entry.text(cx))
                .collect(),
            notes: take_all(entries, cx, "note", Note::read),
            breaks: take_all(entries, cx, "series_break", SeriesBreak::read),
        }
    }
}

impl Provenance {
    /// Puts it into a description; a constant leaves its number, and its name in `constants`.
    pub(crate) fn describe(&self, into: Object, constants: &mut Constants) -> Object {
        into.put("origins", &number(&self.origins, &mut constants.origins))
            .put("evidence", &self.evidence)
            .put("notes", &number(&self.notes, &mut constants.notes))
            .put("breaks", &number(&self.breaks, &mut constants.breaks))
    }
}

/// The constants that a description names, in the order of their numbers.
#[derive(Default)]
pub(crate) struct Constants {
    pub(crate) origins: Vec<Path>,
    pub(crate) notes: Vec<Path>,
    pub(crate) breaks: Vec<Path>,
}

fn number<T: ToJson>(items: &[OrConst<T>], constants: &mut Vec<Path>) -> Vec<Raw> {
    let mut number = |item: &OrConst<T>| match item {
        OrConst::Here(value) => value.to_json(),
        OrConst::Const(path) => {
            constants.push(path.clone());
            (constants.len() - 1).to_string()
        }
    };
    items.iter().map(|item| Raw(number(item))).collect()
}

/// The doc comment of an item: the definition in English, and in Dutch behind `nl:`.
pub(crate) struct Docs {
    pub(crate) en: String,
    pub(crate) nl: Option<String>,
}

impl Docs {
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        let lines = attributes
            .iter()
            .filter_map(|attribute| match &attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                    Expr::Lit(syn::ExprLit {
                        lit: Lit::Str(text),
                        ..
                    }) => Text::of(&text.token()).map(|text| text.value()),
                    _ => None,
                },
                _ => None,
            });
        let text = lines
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
            .join("\n");
        let paragraphs = text
            .split("\n\n")
            .map(|paragraph| paragraph.trim().replace('\n', " "));
        let (mut en, mut nl) = (Vec::new(), None);
        for paragraph in paragraphs.filter(|paragraph| !paragraph.is_empty()) {
            match paragraph.strip_prefix("nl:") {
                Some(dutch) => nl = Some(dutch.trim().to_owned()),
                None => en.push(paragraph),
            }
        }
        Self {
            en: en.join("\n\n"),
            nl,
        }
    }

    /// The definition in both languages.
    pub(crate) fn label(self, cx: &Ctxt, span: Span, what: &str) -> Option<Label> {
        if self.en.is_empty() {
            cx.error(span, format_args!("{what} has no definition; write a doc comment: English, an empty line, and a paragraph that starts with `nl: `"));
            return None;
        }
        let Some(nl) = self.nl.filter(|nl| !nl.is_empty()) else {
            cx.error(span, format_args!("the definition of {what} is missing in Dutch; end the doc comment with a paragraph that starts with `nl: `"));
            return None;
        };
        Some(Label::elsewhere(nl, self.en, None))
    }
}

/// A variant of an enum of the vocabulary, from its word: `year_month` is `YearMonth`.
pub(crate) fn variant(word: &str) -> proc_macro2::Ident {
    let camel: String = word
        .split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect();
    proc_macro2::Ident::new(&camel, Span::call_site())
}

/// `TrajectoryMonth` as `trajectory_month`.
pub(crate) fn snake_case(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    let mut snake = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
