//! Periods, origins, evidence, notes and breaks in series: what blocks and variables share.

use std::fmt::Display;
use std::str::FromStr;

use syn::{Expr, Path};

use crate::attr::{Entries, EntryValue};
use crate::label::{inline_label, label};
use crate::text::Text;
use beraad_describe::{Date, Note, Origin, Period, SeriesBreak};

/// Takes `valid(from = "2013-01-01", to = "2016-12-31")`.
pub(crate) fn valid(entries: &mut Entries<'_>) -> Period {
    let cx = entries.cx();
    let Some(mut inner) = entries.one("valid").and_then(|entry| entry.entries(cx)) else {
        return Period::ALWAYS;
    };
    let period = inline_period(&mut inner);
    inner.finish();
    period
}

/// Takes `from = "2013-01-01", to = "2016-12-31"` among other entries.
pub(crate) fn inline_period(entries: &mut Entries<'_>) -> Period {
    let cx = entries.cx();
    let (from, to) = (entries.text("from"), entries.text("to"));
    // After an error the day is unknown, and the period is not compared.
    let day = |text: &Option<Text>| parse::<Date>(entries, text.as_ref()?);
    let period = Period::new(day(&from), day(&to));
    if let (Some(first), Some(last), Some(to)) = (period.from, period.to, to)
        && last < first
    {
        cx.error(to.span(), "the period ends before it starts");
    }
    period
}

/// Takes `documented_from = "2017-01-01"`: the first day of the file that documents a code whose start is not known.
pub(crate) fn documented_from(entries: &mut Entries<'_>, period: Period) -> Option<Date> {
    let text = entries.text("documented_from")?;
    let day = parse::<Date>(entries, &text)?;
    if period.from.is_some() {
        entries.cx().error(
            text.span(),
            "`documented_from` cannot be used with `from`; write the first day of the code, or that of the file that documents it",
        );
    } else if period.to.is_some_and(|to| to < day) {
        entries
            .cx()
            .error(text.span(), "the period ends before it is documented");
    }
    Some(day)
}

/// Parses a text, and reports the error at the text.
fn parse<T: FromStr<Err: Display>>(entries: &Entries<'_>, text: &Text) -> Option<T> {
    let parsed = text.as_str().parse();
    parsed
        .map_err(|error| entries.cx().error(text.span(), error))
        .ok()
}

/// A description in the attribute itself, or the path of a constant.
pub(crate) enum InlineOrConst<T> {
    Inline(T),
    Const(Path),
}

/// The origins, evidence, notes and breaks in series of a block or a variable.
#[derive(Default)]
pub(crate) struct Provenance {
    pub(crate) origins: Vec<InlineOrConst<Origin>>,
    pub(crate) evidence: Vec<String>,
    pub(crate) notes: Vec<InlineOrConst<Note>>,
    pub(crate) breaks: Vec<InlineOrConst<SeriesBreak>>,
}

impl Provenance {
    pub(crate) fn take(entries: &mut Entries<'_>) -> Self {
        let cx = entries.cx();
        Self {
            origins: take_all(entries, "origin", origin),
            evidence: entries
                .all("evidence")
                .into_iter()
                .filter_map(|entry| entry.text(cx))
                .map(|text| text.value())
                .collect(),
            notes: take_all(entries, "note", |entries| {
                inline_label(entries).map(Note::new)
            }),
            breaks: take_all(entries, "series_break", series_break),
        }
    }
}

/// Takes all entries `key(..)` and `key = CONSTANT`, in their order.
fn take_all<T>(
    entries: &mut Entries<'_>,
    key: &'static str,
    read: impl Fn(&mut Entries<'_>) -> Option<T>,
) -> Vec<InlineOrConst<T>> {
    let cx = entries.cx();
    let found = entries.all(key).into_iter();
    found
        .filter_map(|entry| {
            // The compiler checks that the constant exists and has the right type: the macro writes its path into a
            // list of the right type.
            if let EntryValue::Expr(Expr::Path(path)) = entry.value {
                return Some(InlineOrConst::Const(path.path));
            }
            let mut inner = entry.entries(cx)?;
            let value = read(&mut inner);
            inner.finish();
            value.map(InlineOrConst::Inline)
        })
        .collect()
}

fn origin(entries: &mut Entries<'_>) -> Option<Origin> {
    let name = entries.required_text("name");
    let abbreviation = entries.text("abbreviation");
    let institution = entries.required_text("institution");
    let file = entries.required_text("file");
    let stated_validity = entries.text("stated_validity");
    let stated_level = entries.text("stated_level");
    let page = entries.text("page");
    // All keys are read before the first `?`, so that every missing one is noted; the caller then reports them
    // together.
    let owned = |text: Option<Text>| text.map(|text| text.value().into());
    let mut origin = Origin::new(name?.value(), institution?.value(), file?.value());
    origin.abbreviation = owned(abbreviation);
    origin.stated_validity = owned(stated_validity);
    origin.stated_level = owned(stated_level);
    origin.page = owned(page);
    Some(origin)
}

fn series_break(entries: &mut Entries<'_>) -> Option<SeriesBreak> {
    let from = entries.required_text("from");
    let what = inline_label(entries);
    let advice = label(entries, "advice");
    let from = parse(entries, &from?)?;
    let mut series_break = SeriesBreak::new(from, what?);
    series_break.advice = advice;
    Some(series_break)
}
