//! Labelled numbers for the codes of a column.

use std::collections::{BTreeMap, BTreeSet};

use beraad_schema::describe::{
    Block, CodeEntry, CodeList, Column, Date, Language, Meaning, MissingReason, Period, ReadAt,
    WHOLE_MAX,
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
    /// Returns the message for rows whose code has no label: the period of the list decides only where labels change.
    pub(crate) fn unlabelled(&self) -> Message {
        match self.period {
            Some(_) => message!("script-unlabelled.of-period"),
            None => message!("script-unlabelled"),
        }
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
}

/// Returns the companions of a column: none if no code with its text is known, one if no label changes, otherwise one for each
/// period in which none does.
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
    let epochs = if reads_periods(selection, block, list) {
        epochs(&texts, selection.model.deliberation.window.span())
    } else {
        vec![(None, texts.of_all_periods())]
    };
    let count = epochs.len();
    let is_free = |name: &str| block.column(name).is_none();
    (1..)
        .zip(epochs)
        .map(|(number, (period, labels))| Companion {
            name: companion_name(&column.name, (count > 1).then_some(number), is_free),
            period: period.filter(|_| count > 1),
            codes: texts.labelled(&labels, column.nullable()),
        })
        .collect()
}

/// Returns true if the observation period of a row decides, without doubt, what a code of the list means in it.
fn reads_periods(selection: &Selection<'_>, block: &Block, list: &CodeList) -> bool {
    let observation = selection.model.deliberation.observation(block);
    // The state at midnight is that of two days.
    observation.is_some_and(|observation| !observation.is_year_end())
        && list.read_at == ReadAt::ObservationPeriod
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

    /// Returns the labels on a day.
    fn on(&self, day: Date) -> Labels<'a> {
        let codes = self.list.published_codes();
        let labels = codes.filter_map(|(code, entry)| {
            let meanings = entry.meanings.iter();
            let meanings = meanings.filter(|meaning| meaning.holds_on(day));
            Some((code, self.joined(meanings, false)?))
        });
        labels.collect()
    }

    /// Returns the codes with a label. In a column that may be null, an empty field of a CSV file means that there is none, and not the empty code.
    fn labelled(&self, labels: &Labels<'a>, nullable: bool) -> Vec<LabelledCode> {
        // Counted and placed once: a list may have 100,000 codes.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for label in labels.values() {
            *counts.entry(label).or_default() += 1;
        }
        let missing = self.missing.iter().enumerate();
        let missing: BTreeMap<_, _> = missing
            .map(|(place, (code, reason))| (*code, (place, *reason)))
            .collect();
        let mut codes = Vec::new();
        for (code, _) in self.list.published_codes() {
            let Some(label) = labels.get(code).filter(|_| !(nullable && code.is_empty())) else {
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
            });
        }
        codes
    }
}

/// Divides the observation window into as few periods as possible in which no code changes its label.
fn epochs<'a>(texts: &Texts<'a>, window: Period) -> Vec<(Option<Period>, Labels<'a>)> {
    let meanings = texts.list.codes.iter().flat_map(|code| &code.meanings);
    let mut starts: Vec<Date> = Vec::new();
    for meaning in meanings {
        starts.extend(meaning.period.from);
        starts.extend(meaning.period.to.map(|last| day_from(last, 1)));
    }
    let first = window.from.or_else(|| starts.iter().min().copied());
    let Some(first) = first else {
        return vec![(None, texts.of_all_periods())];
    };
    starts.push(first);
    starts.retain(|day| *day >= first && window.to.is_none_or(|last| *day <= last));
    starts.sort_unstable();
    starts.dedup();
    let mut epochs: Vec<(Date, Labels<'a>)> = Vec::new();
    for start in starts {
        let labels = texts.on(start);
        match epochs.last_mut() {
            Some((_, known)) if agree(known, &labels) => {
                for (code, label) in labels {
                    known.entry(code).or_insert(label);
                }
            }
            _ => epochs.push((start, labels)),
        }
    }
    let ends: Vec<_> = epochs
        .iter()
        .skip(1)
        .map(|(start, _)| Some(day_from(*start, -1)))
        .collect();
    let ends = ends.into_iter().chain([window.to]);
    epochs
        .into_iter()
        .zip(ends)
        .map(|((start, labels), end)| (Some(Period::new(Some(start), end)), labels))
        .collect()
}

/// Returns the day that is so many days after another one.
fn day_from(day: Date, days: i32) -> Date {
    Date::from_epoch_days(day.to_epoch_days().saturating_add(days))
}

/// Returns true if no code has another label in the second labels than in the first.
fn agree(first: &Labels<'_>, second: &Labels<'_>) -> bool {
    second
        .iter()
        .all(|(code, label)| first.get(code).is_none_or(|known| known == label))
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
                lines.push(format!(
                    "{} = {}: {}{missing}",
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
