//! What must hold between the lines of a supplied list, and between it and what is published.
//!
//! Every check is a sort and a pass: a file of a million lines must not take a million times as long as one of a thousand.

use std::collections::{BTreeMap, BTreeSet};

use beraad_schema::describe::{ClosedSide, CodeEntry, CodeList, Meaning, Period};

use super::decimal::Decimal;
use super::mistake::{Found, shown};
use super::row::Row;

/// Finds all that is wrong with the lines together.
pub(super) fn check(list: &CodeList, rows: &[Row], found: &mut Found) {
    let all_read = found.is_empty();
    let repeated = duplicates(rows, found);
    meanings(rows, &repeated, found);
    classes(rows, &repeated, all_read, found);
    if list.rejects_unknown_codes() {
        for row in rows {
            against_closed(list, row, found);
        }
    }
}

/// The lines that say once more what an earlier one says.
fn duplicates(rows: &[Row], found: &mut Found) -> BTreeSet<usize> {
    let mut seen = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    for row in rows {
        let period = row.meaning.period;
        let key = (
            &*row.code,
            row.meaning.source.as_deref(),
            period.from,
            period.to,
            says(row),
        );
        match seen.get(&key) {
            None => {
                seen.insert(key, row.line);
            }
            Some(first) => {
                repeated.insert(row.line);
                found.add(row.line, || {
                    format!("says the same as line {first}; leave it out")
                });
            }
        }
    }
    repeated
}

/// What a line says of its code: the label, and between which amounts the class lies.
type Says<'a> = (
    &'a str,
    &'a str,
    Option<Decimal>,
    Option<Decimal>,
    Option<ClosedSide>,
);

fn says(row: &Row) -> Says<'_> {
    let (label, class) = (&row.meaning.label, &row.meaning.class);
    let closed = class.as_ref().map(|class| class.closed);
    (&label.nl, &label.en, row.lower, row.upper, closed)
}

/// The first day of a period as something to sort by.
fn start(period: Period) -> i64 {
    period
        .from
        .map_or(i64::MIN, |day| day.to_epoch_days().into())
}

/// The last day of a period as something to sort by.
fn end(period: Period) -> i64 {
    period.to.map_or(i64::MAX, |day| day.to_epoch_days().into())
}

/// One code with different meanings in overlapping periods of one source.
fn meanings(rows: &[Row], repeated: &BTreeSet<usize>, found: &mut Found) {
    let mut of_code: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !repeated.contains(&row.line)) {
        let key = (&*row.code, row.meaning.source.as_deref());
        of_code.entry(key).or_default().push(row);
    }
    for ((code, _), mut rows) in of_code {
        rows.sort_by_key(|row| (start(row.meaning.period), row.line));
        // The meaning that lasts longest so far, and the one that lasts longest of all others.
        let (mut longest, mut other): (Option<&Row>, Option<&Row>) = (None, None);
        for row in rows {
            let differs = |known: &&Row| says(known) != says(row);
            let rival = longest.filter(differs).or(other.filter(differs));
            let overlaps = |known: &&Row| end(known.meaning.period) >= start(row.meaning.period);
            if let Some(rival) = rival.filter(overlaps) {
                let (later, earlier) = if rival.line > row.line {
                    (rival, row)
                } else {
                    (row, rival)
                };
                found.add(later.line, || {
                    let (code, one, two) =
                        (shown(code), meaning_of(later), meaning_of(earlier));
                    let line = earlier.line;
                    format!("code `{code}` means {one} here and {two} in line {line}, in periods that overlap; give each its `valid_from` and `valid_to`, or its `source`")
                });
            }
            let lasts = |known: Option<&Row>| {
                known.is_none_or(|it| end(row.meaning.period) > end(it.meaning.period))
            };
            if lasts(longest) {
                if longest.is_some_and(|it| differs(&it)) {
                    other = longest;
                }
                longest = Some(row);
            } else if longest.is_some_and(|it| differs(&it)) && lasts(other) {
                other = Some(row);
            }
        }
    }
}

fn meaning_of(row: &Row) -> String {
    in_words(row, row.nl.as_ref().or(row.en.as_ref()))
}

fn in_words(row: &Row, label: Option<&String>) -> String {
    let label = shown(label.map_or("", String::as_str));
    match (row.lower, row.upper) {
        (None, None) => format!("`{label}`"),
        _ => format!("`{label}` ({})", amounts(row)),
    }
}

fn amounts(row: &Row) -> String {
    match (row.lower, row.upper) {
        (Some(lower), Some(upper)) => format!("{lower} to {upper}"),
        (Some(lower), None) => format!("from {lower}"),
        (None, Some(upper)) => format!("to {upper}"),
        (None, None) => String::new(),
    }
}

/// Gaps and overlaps between classes that hold at the same time, by source and unit.
///
/// Without `all_read`, a gap may be the place of a line that could not be read, and only overlaps are told.
fn classes(rows: &[Row], repeated: &BTreeSet<usize>, all_read: bool, found: &mut Found) {
    let mut scales: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let Some(class) = &row.meaning.class else {
            continue;
        };
        let bounded = row.lower.is_some() || row.upper.is_some();
        if bounded && !repeated.contains(&row.line) {
            let key = (
                row.meaning.source.as_deref(),
                class.currency.as_deref(),
                class.unit.as_deref(),
            );
            scales.entry(key).or_default().push(row);
        }
    }
    for rows in scales.into_values() {
        scale(&rows, all_read, found);
    }
}

/// Passes through time with the classes that hold, and compares neighbours whenever one begins or ends.
fn scale(rows: &[&Row], all_read: bool, found: &mut Found) {
    let mut days: BTreeMap<i64, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let period = row.meaning.period;
        days.entry(start(period)).or_default().0.push(index);
        if period.to.is_some() {
            days.entry(end(period) + 1).or_default().1.push(index);
        }
    }
    let key = |index: usize| {
        (
            rows[index].lower,
            rows[index].upper.is_none(),
            rows[index].upper,
            index,
        )
    };
    let mut holding = BTreeSet::new();
    let mut told = BTreeSet::new();
    for (begin, over) in days.into_values() {
        let mut changed = Vec::with_capacity(begin.len() + over.len());
        for index in over {
            holding.remove(&key(index));
            changed.push(key(index));
        }
        for index in begin {
            holding.insert(key(index));
            changed.push(key(index));
        }
        for at in changed {
            let mut before = holding.range(..at).rev();
            let mut after = holding.range(at..);
            let mut around = vec![before.next(), after.next(), after.next()];
            around.retain(Option::is_some);
            for pair in around.windows(2) {
                let (Some(a), Some(b)) = (pair[0], pair[1]) else {
                    continue;
                };
                if told.insert((a.3, b.3)) {
                    neighbours(rows[a.3], rows[b.3], all_read, found);
                }
            }
        }
    }
}

/// Compares two classes of which no other lies between them.
fn neighbours(a: &Row, b: &Row, all_read: bool, found: &mut Found) {
    let closed = |row: &Row| {
        row.meaning
            .class
            .as_ref()
            .map(|class| class.closed)
            .unwrap_or_default()
    };
    // Whether a bound belongs to the class; `None` where that is not known.
    let upper_in = match closed(a) {
        ClosedSide::Right | ClosedSide::Both => Some(true),
        ClosedSide::Left => Some(false),
        _ => None,
    };
    let lower_in = match closed(b) {
        ClosedSide::Left | ClosedSide::Both => Some(true),
        ClosedSide::Right => Some(false),
        _ => None,
    };
    let (later, earlier) = if a.line > b.line { (a, b) } else { (b, a) };
    let told = |what: &str, mend: &str| {
        let (one, two) = (shown(&later.code), shown(&earlier.code));
        let (here, there) = (amounts(later), amounts(earlier));
        let line = earlier.line;
        format!("class `{one}` ({here}) and class `{two}` ({there}, line {line}) {what}; {mend}")
    };
    let overlap = || {
        told(
            "overlap",
            "mend a bound or `closed`, or give each its `valid_from` and `valid_to`",
        )
    };
    let gap = || {
        told(
            "leave a gap",
            "mend a bound or `closed`, or write the class between them",
        )
    };
    let Some((upper, lower)) = a.upper.zip(b.lower) else {
        found.add(later.line, overlap);
        return;
    };
    let neither = if upper == lower {
        upper_in == Some(false) && lower_in == Some(false)
    } else {
        !upper.is_next(lower) || upper_in == Some(false) || lower_in == Some(false)
    };
    if upper > lower || (upper == lower && upper_in == Some(true) && lower_in == Some(true)) {
        found.add(later.line, overlap);
    } else if neither && all_read {
        found.add(later.line, gap);
    }
}

/// A closed list has no other codes, and its codes no other meanings.
fn against_closed(list: &CodeList, row: &Row, found: &mut Found) {
    let id = &list.id;
    let Some(code) = list.find(&row.code) else {
        found.add(row.line, || {
            let known: Vec<_> = list.published_codes().map(|(text, _)| text).collect();
            let code = shown(&row.code);
            let known = some_of(&known);
            format!("`{code}` is no code of the closed list `{id}`: write one of {known}; if the data hold `{code}`, the model must be changed first")
        });
        return;
    };
    let known = published(code, row);
    if !known.iter().any(|meaning| same_label(meaning, row)) {
        found.add(row.line, || {
            // In the language in which they differ: a line may have the published Dutch and English of its own.
            let nl = row.nl.as_ref().filter(|nl| known.iter().all(|it| it.label.nl.trim() != **nl));
            let mut labels: Vec<_> = known.iter().map(|meaning| match nl {
                Some(_) => &*meaning.label.nl,
                None => &*meaning.label.en,
            }).collect();
            labels.dedup();
            let (text, here) = (shown(&row.code), in_words(row, nl.or(row.en.as_ref())));
            let published = some_of(&labels);
            format!("code `{text}` of the closed list `{id}` means {published}, and {here} here; write the published label, or have the model changed first")
        });
    }
}

/// The published meanings that a line speaks of: those of its period and source, or all where there is none.
fn published<'a>(code: &'a CodeEntry, row: &Row) -> Vec<&'a Meaning> {
    let meanings = || code.meanings.iter();
    let same_source = |meaning: &&Meaning| {
        let (one, two) = (&meaning.source, &row.meaning.source);
        one.is_none() || two.is_none() || one == two
    };
    let then = |meaning: &&Meaning| meaning.period.overlaps(row.meaning.period);
    let of_both: Vec<_> = meanings().filter(same_source).filter(then).collect();
    if of_both.is_empty() {
        meanings().collect()
    } else {
        of_both
    }
}

/// Whether a line gives a published meaning, in the languages that it has.
pub(super) fn same_label(meaning: &Meaning, row: &Row) -> bool {
    let same = |known: &str, written: &Option<String>| {
        written
            .as_deref()
            .is_none_or(|written| known.trim() == written)
    };
    same(&meaning.label.nl, &row.nl) && same(&meaning.label.en, &row.en)
}

/// The first few of some texts.
fn some_of(texts: &[&str]) -> String {
    const FEW: usize = 8;
    let few: Vec<_> = texts
        .iter()
        .take(FEW)
        .map(|text| format!("`{}`", shown(text)))
        .collect();
    match texts.len().saturating_sub(FEW) {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}
