//! Labelled numbers for the codes of a column.

use std::collections::{BTreeMap, BTreeSet};

use beraad_schema::describe::{
    Block, CalendarPeriod, CodeEntry, CodeList, Column, Date, Grain, Language, Meaning,
    MissingReason, ObservationPeriod, Period, ReadAt, WHOLE_MAX,
};

use crate::format::Selection;
use crate::message;
use crate::messages::Message;

/// The codes of a column as labelled numbers, for the rows of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Companion {
    /// The name of the companion: that of the column with a short ending, at most 32 characters.
    pub(crate) name: String,
    /// The rows to which it applies: those whose observation period ends within it. `None` for all rows.
    pub(crate) period: Option<Period>,
    pub(crate) codes: Vec<LabelledCode>,
}

impl Companion {
    /// Returns true if the period of a row decides which label a code has, or if it has one.
    pub(crate) fn reads_period(&self) -> bool {
        self.period.is_some() || self.codes.iter().any(|code| !code.periods.is_empty())
    }

    /// Returns the message for rows whose code has no label.
    pub(crate) fn unlabelled(&self) -> Message {
        if self.reads_period() {
            message!("script-unlabelled.of-period")
        } else {
            message!("script-unlabelled")
        }
    }

    /// Returns the codes that have their labels in the same periods, with these periods; none for all rows of the companion.
    pub(crate) fn groups(&self) -> Vec<(&[Period], Vec<&LabelledCode>)> {
        let mut groups: Vec<(&[Period], Vec<&LabelledCode>)> = Vec::new();
        for code in &self.codes {
            match groups.iter_mut().find(|(of, _)| *of == code.periods) {
                Some((_, codes)) => codes.push(code),
                None => groups.push((&code.periods, vec![code])),
            }
        }
        groups
    }
}

/// A code with its number and its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LabelledCode {
    pub(crate) code: String,
    /// The number: the code itself, without leading zeros, if all codes are different whole numbers, otherwise its position in the list.
    pub(crate) number: i64,
    pub(crate) label: String,
    /// The reason, if the code is a missing value, with its place among the missing codes: 0, 1, 2.
    pub(crate) missing: Option<(usize, MissingReason)>,
    /// True if another code has the same label at the same time: the label then has its code at its end.
    pub(crate) shares_label: bool,
    /// The rows in which the code has this label: those whose observation period ends within one of them. Empty for all rows of
    /// the companion.
    pub(crate) periods: Vec<Period>,
}

/// Returns the companions of a column: none if no code with its text is known, one if no label changes, otherwise one for each
/// period in which none does. A code that has a label in a part of that period only has none in the other rows.
pub(crate) fn companions(
    selection: &Selection<'_>,
    block: &Block,
    column: &Column<'_>,
    language: Language,
) -> Vec<Companion> {
    let list = column.value_type().code_list();
    let Some(list) = list.and_then(|id| selection.model.code_list(id)) else {
        return Vec::new();
    };
    if list.published_codes().next().is_none() {
        return Vec::new();
    }
    let preferred = selection.model.deliberation.languages.preferred(language);
    let texts = Texts {
        list,
        preferred: &preferred,
        numbers: numbers(list),
        missing: missing_codes(list),
    };
    let epochs = match Reading::of(selection, block, list) {
        Some(reading) => epochs(&texts, selection.model.deliberation.window.span(), reading),
        None => vec![Epoch::of_all_periods(texts.of_all_periods())],
    };
    let count = epochs.len();
    let is_free = |name: &str| block.column(name).is_none();
    (1..)
        .zip(epochs)
        .filter(|(_, epoch)| !epoch.labels.is_empty())
        .map(|(number, epoch)| Companion {
            name: companion_name(&column.name, (count > 1).then_some(number), is_free),
            period: epoch.period.filter(|_| count > 1),
            codes: texts.labelled(&epoch.labels, column.nullable()),
        })
        .collect()
}

/// The way in which the observation period of a row decides what a code means in it.
#[derive(Clone, Copy)]
struct Reading {
    grain: Grain,
    /// True if a row holds the state at midnight, which is that of two days.
    is_year_end: bool,
}

impl Reading {
    /// Returns `None` if the observation period of a row does not decide it.
    fn of(selection: &Selection<'_>, block: &Block, list: &CodeList) -> Option<Self> {
        if list.read_at != ReadAt::ObservationPeriod {
            return None;
        }
        let observation = selection.model.deliberation.observation(block)?;
        let column = block.column(block.observation_period.as_deref()?)?;
        Some(Self {
            grain: column.value_type().grain()?,
            is_year_end: observation.is_year_end(),
        })
    }

    /// Returns the observation period of a row that contains a day.
    fn containing(self, day: Date) -> Option<CalendarPeriod> {
        CalendarPeriod::containing(self.grain, day)
    }

    /// Returns true if an observation period ends within two days.
    fn has_end_within(self, first: Date, last: Option<Date>) -> bool {
        let period = self.containing(first);
        period.is_none_or(|period| last.is_none_or(|last| period.last_day() <= last))
    }

    /// Returns the period from the first day of the first observation period that ends within two days to the last day of the last one.
    fn of_rows(self, first: Option<Date>, last: Option<Date>) -> Period {
        let from = first.map(|day| {
            self.containing(day)
                .map_or(day, ObservationPeriod::first_day)
        });
        let to = last.map(|day| match self.containing(day) {
            Some(period) if period.last_day() > day => day_from(period.first_day(), -1),
            _ => day,
        });
        Period::new(from, to)
    }
}

/// Returns the name of a companion, which no column of the block has.
fn companion_name(column: &str, number: Option<usize>, is_free: impl Fn(&str) -> bool) -> String {
    let number = number.map_or_else(String::new, |number| number.to_string());
    let mut endings = ["_n", "_c", "_k", "_x"].into_iter();
    let name = endings.find_map(|ending| {
        let name = format!("{column}{ending}{number}");
        is_free(&name).then_some(name)
    });
    name.unwrap_or_else(|| format!("{column}_{number}z"))
}

/// Returns a number for each code of a list.
///
/// They are the codes themselves, without leading zeros, if each of them that is a value is a whole number and no two are the same: the number
/// of `10` is 10. A missing code that is not a number then gets a negative one. Otherwise they are positions in the list.
fn numbers(list: &CodeList) -> BTreeMap<&str, i64> {
    let whole = |code: &str| {
        let digits = code.strip_prefix('-').unwrap_or(code);
        let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = code.parse().ok().filter(|_| is_whole)?;
        (number.abs() <= WHOLE_MAX).then_some(number)
    };
    let codes = || list.published_codes();
    let found: BTreeSet<_> = codes().filter_map(|(code, _)| whole(code)).collect();
    let are_different = found.len() == codes().filter(|(code, _)| whole(code).is_some()).count();
    let are_whole =
        are_different && codes().all(|(code, entry)| whole(code).is_some() || is_missing(entry));
    let mut numbers = BTreeMap::new();
    let smallest = list.published_codes().filter_map(|(code, _)| whole(code));
    let mut free = smallest.min().unwrap_or(0).min(0);
    for (position, (code, _)) in (1..).zip(list.published_codes()) {
        let number = match whole(code) {
            _ if !are_whole => position,
            Some(number) => number,
            None => {
                free -= 1;
                free
            }
        };
        numbers.insert(code, number);
    }
    numbers
}

/// Returns the missing codes of a list, each with its reason.
pub(crate) fn missing_codes(list: &CodeList) -> Vec<(&str, MissingReason)> {
    let codes = list
        .published_codes()
        .filter(|(_, entry)| is_missing(entry));
    let reason = |entry: &CodeEntry| entry.meanings.first()?.missing;
    codes
        .filter_map(|(code, entry)| Some((code, reason(entry)?)))
        .collect()
}

/// Returns true if a code is a missing value in each of its meanings.
fn is_missing(entry: &CodeEntry) -> bool {
    !entry.meanings.is_empty()
        && entry
            .meanings
            .iter()
            .all(|meaning| meaning.missing.is_some())
}

/// The labels of the codes that have one at some time.
type Labels<'a> = BTreeMap<&'a str, String>;

/// The labels of codes, each with the periods or the numbers of the segments in which it holds.
type LabelsIn<'a, T> = BTreeMap<&'a str, (String, Vec<T>)>;

/// The labels of the codes in the rows of a period, each with the periods in which it holds; none for all rows.
struct Epoch<'a> {
    period: Option<Period>,
    labels: LabelsIn<'a, Period>,
}

impl<'a> Epoch<'a> {
    fn of_all_periods(labels: Labels<'a>) -> Self {
        let labels = labels.into_iter();
        Self {
            period: None,
            labels: labels
                .map(|(code, label)| (code, (label, Vec::new())))
                .collect(),
        }
    }
}

/// The texts of a list in a language.
struct Texts<'a> {
    list: &'a CodeList,
    preferred: &'a [Language],
    numbers: BTreeMap<&'a str, i64>,
    missing: Vec<(&'a str, MissingReason)>,
}

impl<'a> Texts<'a> {
    /// Joins the labels of meanings, each with its source if sources differ, and with its period if `with_period`.
    fn joined<'m>(
        &self,
        meanings: impl Iterator<Item = &'m Meaning>,
        with_period: bool,
    ) -> Option<String> {
        let mut texts: Vec<(&str, String)> = Vec::new();
        for meaning in meanings {
            let label = meaning.label.first_of(self.preferred).1;
            if texts.iter().any(|(known, _)| *known == label) {
                continue;
            }
            let source = meaning.source.as_deref();
            let period = Some(meaning.period).filter(|period| with_period && !period.is_always());
            let period = period.map(|period| period.to_string());
            let of: Vec<_> = source.into_iter().chain(period.as_deref()).collect();
            texts.push((label, of.join(", ")));
        }
        match &*texts {
            [] => None,
            [(label, _)] => Some((*label).to_owned()),
            _ => {
                let texts = texts.iter().map(|(label, of)| match &**of {
                    "" => (*label).to_owned(),
                    of => format!("{label} ({of})"),
                });
                Some(texts.collect::<Vec<_>>().join(" / "))
            }
        }
    }

    /// Returns the labels for rows whose period does not decide: those of all periods, with the periods.
    fn of_all_periods(&self) -> Labels<'a> {
        let codes = self.list.published_codes();
        codes
            .filter_map(|(code, entry)| Some((code, self.joined(entry.meanings.iter(), true)?)))
            .collect()
    }

    /// Returns the labels in the rows whose observation period ends on a day.
    fn in_rows(&self, last: Date, reading: Reading) -> Labels<'a> {
        let codes = self.list.published_codes();
        codes
            .filter_map(|(code, entry)| Some((code, self.in_row(entry, last, reading)?)))
            .collect()
    }

    /// Returns the label of a code in a row: that on its last day, otherwise the last one within its period. A state at midnight
    /// is that of two days: a code that has another label on each of them has none.
    fn in_row(&self, entry: &CodeEntry, last: Date, reading: Reading) -> Option<String> {
        let on = |day: Date| {
            let meanings = entry.meanings.iter();
            self.joined(meanings.filter(|meaning| meaning.holds_on(day)), false)
        };
        let next = reading.is_year_end.then(|| on(day_from(last, 1))).flatten();
        match (on(last), next) {
            (Some(label), Some(next)) if label != next => None,
            (Some(label), _) | (None, Some(label)) => Some(label),
            (None, None) => {
                let first = reading.containing(last)?.first_day();
                let ends = entry.meanings.iter().filter_map(|it| it.period.to);
                on(ends.filter(|day| (first..last).contains(day)).max()?)
            }
        }
    }

    /// Returns the codes with a label. In a column that may be null, an empty field of a CSV file means that there is none, and not the empty code.
    fn labelled(&self, labels: &LabelsIn<'a, Period>, nullable: bool) -> Vec<LabelledCode> {
        // Counted and placed once: a list may have 100,000 codes.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (label, _) in labels.values() {
            *counts.entry(label).or_default() += 1;
        }
        let missing = self.missing.iter().enumerate();
        let missing: BTreeMap<_, _> = missing
            .map(|(place, (code, reason))| (*code, (place, *reason)))
            .collect();
        let mut codes = Vec::new();
        for (code, _) in self.list.published_codes() {
            let known = labels.get(code);
            let Some((label, periods)) = known.filter(|_| !(nullable && code.is_empty())) else {
                continue;
            };
            let shares_label = counts[&**label] > 1;
            codes.push(LabelledCode {
                code: code.to_owned(),
                number: self.numbers.get(code).copied().unwrap_or_default(),
                label: if shares_label {
                    format!("{label} [{code}]")
                } else {
                    label.clone()
                },
                missing: missing.get(code).copied(),
                shares_label,
                periods: periods.clone(),
            });
        }
        codes
    }
}

/// The days from one to another on each of which the same labels hold, as far as a row can end on it.
struct Segment<'a> {
    from: Date,
    to: Option<Date>,
    labels: Labels<'a>,
}

/// Divides the observation window into as few periods as possible in which no code changes its label.
///
/// Of rows outside the window, the script counts that they are there.
fn epochs<'a>(texts: &Texts<'a>, window: Period, reading: Reading) -> Vec<Epoch<'a>> {
    let Some(segments) = segments(texts, window, reading) else {
        return vec![Epoch::of_all_periods(texts.of_all_periods())];
    };
    // Each with its labels, and the numbers of the segments in which a code has its label.
    let mut parts: Vec<(usize, LabelsIn<'a, usize>)> = Vec::new();
    for (number, segment) in segments.iter().enumerate() {
        let agrees = parts.last().is_some_and(|(_, known)| {
            let mut labels = segment.labels.iter();
            labels.all(|(code, label)| known.get(code).is_none_or(|(it, _)| it == label))
        });
        if !agrees {
            parts.push((number, BTreeMap::new()));
        }
        if let Some((_, known)) = parts.last_mut() {
            for (code, label) in &segment.labels {
                let (_, numbers) = known
                    .entry(*code)
                    .or_insert_with(|| (label.clone(), Vec::new()));
                numbers.push(number);
            }
        }
    }
    let ends = parts.iter().skip(1).map(|(first, _)| *first);
    let ends: Vec<_> = ends.chain([segments.len()]).collect();
    let parts = parts.into_iter().zip(ends);
    parts
        .map(|((first, labels), end)| {
            let periods = |numbers: &[usize]| runs(numbers, first, end, &segments, reading);
            let labels = labels.into_iter();
            Epoch {
                period: segments.get(first).map(|segment| {
                    let to = segments.get(end).map(|next| day_from(next.from, -1));
                    reading.of_rows(Some(segment.from), to.or(window.to))
                }),
                labels: labels
                    .map(|(code, (label, numbers))| (code, (label, periods(&numbers))))
                    .collect(),
            }
        })
        .collect()
}

/// Returns the segments of the window in their order; `None` if the window and the list have no first day.
fn segments<'a>(texts: &Texts<'a>, window: Period, reading: Reading) -> Option<Vec<Segment<'a>>> {
    let meanings = texts.list.codes.iter().flat_map(|code| &code.meanings);
    let mut starts: Vec<Date> = Vec::new();
    for meaning in meanings {
        starts.extend(meaning.period.from);
        if let Some(last) = meaning.period.to {
            starts.push(day_from(last, 1));
            // A row that ends later may have the meaning too.
            let of_row = reading.containing(last);
            starts.extend(of_row.map(ObservationPeriod::next_day));
        }
    }
    if reading.is_year_end {
        let before: Vec<_> = starts.iter().map(|day| day_from(*day, -1)).collect();
        starts.extend(before);
    }
    let first = window.from.or_else(|| starts.iter().min().copied())?;
    // The state at midnight before the window is that of its first day too.
    let first = day_from(first, -i32::from(reading.is_year_end));
    starts.push(first);
    starts.retain(|day| *day >= first && window.to.is_none_or(|last| *day <= last));
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|day| Some(day_from(*day, -1)));
    let ends: Vec<_> = ends.chain([window.to]).collect();
    let days = starts.into_iter().zip(ends);
    let days = days.filter(|(from, to)| reading.has_end_within(*from, *to));
    let segments = days.map(|(from, to)| Segment {
        from,
        to,
        labels: texts.in_rows(
            reading
                .containing(from)
                .map_or(from, ObservationPeriod::last_day),
            reading,
        ),
    });
    Some(segments.collect())
}

/// Returns the periods of the segments with these numbers, of those from `first` to before `end`; none if they are all of them.
///
/// The first and the last segment are open: other rows are outside the window, or of another companion.
fn runs(
    numbers: &[usize],
    first: usize,
    end: usize,
    segments: &[Segment<'_>],
    reading: Reading,
) -> Vec<Period> {
    if numbers.len() == end - first {
        return Vec::new();
    }
    let runs = numbers.chunk_by(|number, next| number + 1 == *next);
    let runs = runs.filter_map(|run| run.first().copied().zip(run.last().copied()));
    runs.map(|(start, last)| {
        let from = segments.get(start).filter(|_| start > first);
        let to = segments.get(last).filter(|_| last + 1 < end);
        reading.of_rows(from.map(|it| it.from), to.and_then(|it| it.to))
    })
    .collect()
}

/// Returns the day that is so many days after another one.
fn day_from(day: Date, days: i32) -> Date {
    Date::from_epoch_days(day.to_epoch_days().saturating_add(days))
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::Label;

    use super::*;
    use crate::testing::small_model;

    /// The companions of the first column of the small model with the list, after a change to the list.
    fn companions_of(list: &str, change: impl FnOnce(&mut CodeList)) -> Vec<Companion> {
        let mut model = small_model();
        let changed = model.code_lists.iter_mut().find(|known| known.id == list);
        change(changed.expect("the list"));
        // Rows that the month of the loan dates.
        let loan = model.blocks.iter_mut().find(|block| block.id == "loan");
        loan.expect("the block").observation_period = Some("loan_month".into());
        let selection = Selection::all(&model);
        for block in &model.blocks {
            for column in block.columns() {
                if column.value_type().code_list() == Some(list) {
                    return companions(&selection, block, &column, Language::EN);
                }
            }
        }
        panic!("no column has the list");
    }

    fn meaning(label: &'static str, from: Option<Date>, to: Option<Date>) -> Meaning {
        let mut meaning = Meaning::new(Label::new([(Language::EN, label)]));
        meaning.period = Period::new(from, to);
        meaning
    }

    fn shown(companions: &[Companion]) -> Vec<String> {
        let mut lines = Vec::new();
        for companion in companions {
            let period = companion.period.map(|period| period.to_string());
            lines.push(format!("{} {}", companion.name, period.unwrap_or_default()));
            for code in &companion.codes {
                let missing = code.missing.map(|(place, _)| format!(" missing {place}"));
                let missing = missing.unwrap_or_default();
                let periods = code.periods.iter().map(|period| format!(" in {period}"));
                let periods: String = periods.collect();
                lines.push(format!(
                    "{} = {}: {}{missing}{periods}",
                    code.code, code.number, code.label
                ));
            }
        }
        lines
    }

    #[test]
    fn label_that_changes_within_the_window_has_two_companions() {
        let last = Date::ymd(2011, 12, 31);
        let companions = companions_of("department", |list| {
            list.read_at = ReadAt::ObservationPeriod;
            list.codes = vec![
                CodeEntry::new(
                    "1",
                    vec![
                        meaning("old", None, Some(last)),
                        meaning("new", Some(Date::ymd(2012, 1, 1)), None),
                    ],
                ),
                CodeEntry::new("2", vec![meaning("always", None, None)]),
                CodeEntry::new(
                    "3",
                    vec![meaning("only later", Some(Date::ymd(2013, 1, 1)), None)],
                ),
            ];
        });
        insta::assert_snapshot!(shown(&companions).join("\n"));
    }

    #[test]
    fn code_of_a_part_of_the_window_has_a_label_in_that_part_only() {
        let companions = companions_of("department", |list| {
            list.read_at = ReadAt::ObservationPeriod;
            let last = Date::ymd(2011, 12, 18);
            list.codes = vec![
                CodeEntry::new("1", vec![meaning("ended", None, Some(last))]),
                CodeEntry::new("2", vec![meaning("of each row", None, None)]),
                CodeEntry::new(
                    "3",
                    vec![
                        meaning("again", None, Some(last)),
                        meaning("again", Some(Date::ymd(2013, 1, 1)), None),
                    ],
                ),
            ];
        });
        insta::assert_snapshot!(shown(&companions).join("\n"));
    }

    #[test]
    fn codes_of_letters_get_positions_and_a_shared_label_gets_its_code() {
        let companions = companions_of("department", |list| {
            let mut unknown = meaning("same", None, None);
            unknown.missing = Some(MissingReason::Unknown);
            list.codes = vec![
                CodeEntry::new("01", vec![meaning("same", None, None)]),
                CodeEntry::new("X", vec![meaning("same", None, None)]),
                CodeEntry::new("9", vec![unknown]),
            ];
        });
        insta::assert_snapshot!(shown(&companions).join("\n"));
    }

    #[test]
    fn missing_code_among_whole_numbers_gets_a_number_of_its_own() {
        let companions = companions_of("department", |list| {
            let mut none = meaning("does not apply", None, None);
            none.missing = Some(MissingReason::NotApplicable);
            list.codes = vec![
                CodeEntry::new("1", vec![meaning("one", None, None)]),
                CodeEntry::new("10", vec![meaning("ten", None, None)]),
                CodeEntry::new(".", vec![none]),
            ];
        });
        insta::assert_snapshot!(shown(&companions).join("\n"));
    }
}
