//! Code lists in both models: which texts each of them accepts in a row, and when.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use beraad_describe::{
    Block, CalendarPeriod, CodeEntry, CodeForm, CodeIndex, CodeLength, CodeList, Column, Date,
    MeasurementLevel, Model, ObservationPeriod, Period, ReadAt, ValueType, is_missing_mark,
};

use crate::change::Change;
use crate::class::{
    Class,
    Verdict::{self, No, Undecided, Yes},
    Viewpoints,
};
use crate::item::Kind;
use crate::rule::Changes;

/// A code list in the old and in the new model.
#[derive(Clone, Copy)]
pub(crate) struct Lists<'m> {
    pub(crate) old: Side<'m>,
    pub(crate) new: Side<'m>,
}

/// A code list in one of the models.
#[derive(Clone, Copy)]
pub(crate) struct Side<'m> {
    model: &'m Model,
    pub(crate) list: &'m CodeList,
}

impl<'m> Changes<'m> {
    /// Returns the list in which a change is; `None` if it is elsewhere, or if only one model has the list.
    pub(crate) fn lists(&self, change: &Change<'_>) -> Option<Lists<'m>> {
        let pair = change.pair(Kind::CodeList)?;
        self.lists_of(pair.old.text("id"), pair.new.text("id"))
    }
}

impl<'m> Changes<'m> {
    /// Returns a list of the old model and one of the new model; `None` if one of them does not exist.
    pub(crate) fn lists_of(&self, old: &str, new: &str) -> Option<Lists<'m>> {
        Some(Lists {
            old: Side::of(self.old, old)?,
            new: Side::of(self.new, new)?,
        })
    }
}

/// The verdicts about rows: the old ones in the new model, and the new ones in the old model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Data {
    pub(crate) old: Verdict,
    pub(crate) new: Verdict,
}

impl Data {
    /// All rows are valid in both models.
    pub(crate) const VALID: Self = Self { old: Yes, new: Yes };

    /// Returns the verdicts from all viewpoints.
    pub(crate) fn with(self, rust_api: Verdict, series_comparable: Verdict) -> Viewpoints {
        Viewpoints::new(self.old, self.new, rust_api, series_comparable)
    }

    /// Returns the classes of a change that lets a list reject other codes.
    pub(crate) fn classes_of_rejection(self) -> &'static [Class] {
        match (self.old, self.new) {
            (No, _) => &[Class::Breaking],
            (Yes, Yes) => &[Class::Compatible],
            _ => &[Class::Risky],
        }
    }

    /// Returns the verdicts about the rows of both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            old: worse(self.old, other.old),
            new: worse(self.new, other.new),
        }
    }
}

fn worse(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (No, _) | (_, No) => No,
        (Undecided, _) | (_, Undecided) => Undecided,
        (Yes, Yes) => Yes,
    }
}

impl Lists<'_> {
    /// Returns the verdicts about rows with these texts.
    pub(crate) fn of_texts<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Data {
        let texts: Vec<_> = texts.into_iter().collect();
        self.finder().of_texts(&texts)
    }

    /// Returns what finds many texts in both lists.
    pub(crate) fn finder(&self) -> Finder<'_> {
        Finder {
            lists: *self,
            indexes: [self.old, self.new].map(|side| CodeIndex::new(side.list)),
            periods: [OnceCell::new(), OnceCell::new()],
        }
    }

    /// Returns the verdicts about rows with any code or alias that both lists have.
    pub(crate) fn of_common_texts(&self) -> Data {
        let old: BTreeSet<_> = self.old.texts().collect();
        let new: BTreeSet<_> = self.new.texts().collect();
        self.of_texts(old.intersection(&new).copied())
    }

    /// Returns the verdicts about rows with codes that neither list has, by whether the lists reject such codes.
    pub(crate) fn of_rejection(&self) -> Data {
        let [old, new] = [self.old, self.new].map(|side| side.list.rejects_unknown_codes());
        let verdict = |from: bool, to: bool| if to && !from { No } else { Yes };
        Data {
            old: verdict(old, new),
            new: verdict(new, old),
        }
    }

    /// Returns the verdicts about rows with codes that neither list has, by the forms that the lists require.
    pub(crate) fn of_forms(&self) -> Data {
        let verdict = |from: &CodeList, to: &CodeList| {
            if from.rejects_unknown_codes() {
                // There are no such rows.
                Yes
            } else {
                form_within(from.required_form(), to.required_form())
            }
        };
        Data {
            old: verdict(self.old.list, self.new.list),
            new: verdict(self.new.list, self.old.list),
        }
    }

    /// Returns the verdict about Rust code that names each code of the list: only a closed list can be an enum with a variant for each.
    pub(crate) fn rust_names_codes(&self) -> Verdict {
        let is_enum = |side: Side<'_>| {
            side.list.is_closed_as_published() && side.list.codes.len() <= MAX_VARIANTS
        };
        if is_enum(self.old) && is_enum(self.new) {
            No
        } else {
            Yes
        }
    }

    /// Returns true if a column of yes and no uses the list in one of the models: its codes are how a source writes them.
    pub(crate) fn is_of_flag(&self) -> bool {
        let is_flag = |side: Side<'_>| {
            side.model.blocks.iter().any(|block| {
                block.columns().iter().any(|column| {
                    column.code_list() == Some(&*side.list.id)
                        && matches!(column.value_type().item(), ValueType::Flag { .. })
                })
            })
        };
        is_flag(self.old) || is_flag(self.new)
    }

    /// Returns true if a variable with an ordinal level of measurement uses the list in one of the models.
    pub(crate) fn is_ordinal(&self) -> bool {
        let is_ordinal = |side: Side<'_>| {
            let mut variables = side.model.blocks.iter().flat_map(Block::variables);
            variables.any(|(column, variable)| {
                column.code_list() == Some(&*side.list.id)
                    && variable.measurement == MeasurementLevel::Ordinal
            })
        };
        is_ordinal(self.old) || is_ordinal(self.new)
    }
}

/// Both lists with what is the same for all texts, so that the verdicts about many texts do not take time for each pair of them.
pub(crate) struct Finder<'m> {
    lists: Lists<'m>,
    /// The texts of the old and of the new list.
    indexes: [CodeIndex<'m>; 2],
    /// The days that decide about the rows of the old and of the new model.
    periods: [OnceCell<Vec<RowPeriods>>; 2],
}

impl Finder<'_> {
    /// Returns the verdicts about rows with these texts.
    pub(crate) fn of_texts(&self, texts: &[&str]) -> Data {
        let verdict = |from: usize| {
            let is_accepted = |text: &&str| self.accepts_too(from, text);
            if texts.iter().all(is_accepted) {
                Yes
            } else {
                No
            }
        };
        Data {
            old: verdict(0),
            new: verdict(1),
        }
    }

    /// Returns true if every row that one model accepts with a text is one that the other model accepts; `from` is 0 for the old model.
    fn accepts_too(&self, from: usize, text: &str) -> bool {
        let sides = [self.lists.old, self.lists.new];
        let (side, other) = (sides[from], sides[1 - from]);
        let (entry, other_entry) = (
            self.indexes[from].find(text),
            self.indexes[1 - from].find(text),
        );
        let periods = self.periods[from].get_or_init(|| side.periods(other));
        periods.iter().all(|[then, there]| {
            !side.accepts(text, entry, *then) || other.accepts(text, other_entry, *there)
        })
    }
}

/// The days that may decide about a code in a row, in the model of the row and in the other one.
type RowPeriods = [Option<Period>; 2];

/// The maximum number of variants of an enum of codes.
const MAX_VARIANTS: usize = 256;

impl<'m> Side<'m> {
    fn of(model: &'m Model, id: &str) -> Option<Self> {
        let list = model.code_list(id)?;
        Some(Self { model, list })
    }

    /// Returns the codes and their aliases.
    fn texts(self) -> impl Iterator<Item = &'m str> {
        let codes = self.list.published_codes();
        codes.flat_map(|(code, entry)| {
            let aliases = entry.aliases.iter().map(|alias| &**alias);
            std::iter::once(code).chain(aliases)
        })
    }

    /// Returns true if a row may contain the text; `period` contains the days on which its codes may be read, if it has any.
    ///
    /// As the reader and the check of a row decide it.
    fn accepts(self, text: &str, entry: Option<&CodeEntry>, period: Option<Period>) -> bool {
        let list = self.list;
        let has_form = |code: &str| list.required_form().is_none_or(|form| form.accepts(code));
        let Some(entry) = entry else {
            return !list.rejects_unknown_codes() && !is_missing_mark(text) && has_form(text);
        };
        let is_read_then = list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only();
        let has_meaning = match period.filter(|_| is_read_then) {
            Some(period) => entry.meanings.is_empty() || entry.is_valid(period),
            None => true,
        };
        has_meaning && has_form(entry.code.as_deref().unwrap_or(text))
    }

    /// Returns the days that may decide about a code of the list, in the rows of all blocks that use it, in this model and in another
    /// one. `None` is a row without an observation period.
    fn periods(self, other: Self) -> Vec<RowPeriods> {
        let mut periods = Vec::new();
        for block in &self.model.blocks {
            let uses =
                |column: &Column<'_>| column.value_type().code_list() == Some(&*self.list.id);
            if !block.columns().iter().any(uses) {
                continue;
            }
            let Some(observation) = self.model.deliberation.observation(block) else {
                periods.push([None, None]);
                continue;
            };
            let column = block
                .observation_period
                .as_deref()
                .and_then(|name| block.column(name));
            if column.as_ref().is_none_or(Column::nullable) {
                periods.push([None, None]);
            }
            let Some(grain) = column.and_then(|column| column.value_type().grain()) else {
                continue;
            };
            // The state at the end of the year before the window may be observed too.
            let first_year = self.model.deliberation.window.first_year() - 1;
            let last_year = self.model.deliberation.window.last_year();
            let last_year = last_year.unwrap_or_else(|| last_named_year(self.list, other.list) + 1);
            let first = Date::try_ymd(first_year.max(1000), 1, 1);
            let mut next = first.and_then(|day| CalendarPeriod::containing(grain, day));
            let there = other.model.block(&block.id);
            let there = there.and_then(|block| other.model.deliberation.observation(block));
            while let Some(period) = next.filter(|period| first_day(*period).year() <= last_year) {
                if observation.contains(period) {
                    let there = there.as_ref().unwrap_or(&observation);
                    let days = [&observation, there].map(|it| Some(it.code_period(period)));
                    periods.push(days);
                }
                next = period.next();
            }
        }
        periods
    }
}

fn first_day(period: CalendarPeriod) -> Date {
    ObservationPeriod::first_day(period)
}

/// Returns the last year that a meaning of one of the lists names: nothing changes after it.
fn last_named_year(one: &CodeList, other: &CodeList) -> i32 {
    let codes = one.codes.iter().chain(&other.codes);
    let meanings = codes.flat_map(|code| &code.meanings);
    let days = meanings.flat_map(|meaning| [meaning.period.from, meaning.period.to]);
    days.flatten().map(Date::year).max().unwrap_or(0)
}

/// Returns the answer to the question: has each code of the first form the second one too?
fn form_within(form: Option<&CodeForm>, other: Option<&CodeForm>) -> Verdict {
    let Some(other) = other else {
        return Yes;
    };
    let Some(form) = form else {
        // Any text may be a code.
        return No;
    };
    let (bounds, limits) = (form.length_bounds(), other.length_bounds());
    let is_within = |length: Option<CodeLength>| {
        length.is_none_or(|length| length.min() <= bounds.min() && bounds.max() <= length.max())
    };
    if other
        .pattern()
        .is_none_or(|pattern| form.pattern() == Some(pattern))
        && is_within(other.length())
    {
        return Yes;
    }
    if bounds.max() < limits.min() || limits.max() < bounds.min() {
        return No;
    }
    // Codes of the first form: if the other one does not accept one of them, that is certain.
    if sample(form).iter().any(|code| !other.accepts(code)) {
        No
    } else {
        Undecided
    }
}

/// Returns some codes of a form, the same ones each time.
fn sample(form: &CodeForm) -> Vec<String> {
    let mut codes = Vec::new();
    for round in 0..400_usize {
        let mut state = round;
        // The first rounds choose the first and the last of everything; later ones choose by a linear congruential generator.
        let code = form.code(&mut |choices| match round {
            0 => 0,
            1 => choices.saturating_sub(1),
            _ => {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
                (state >> 8) % choices.max(1)
            }
        });
        codes.extend(code);
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(length: Option<&str>, pattern: Option<&str>) -> CodeForm {
        let length = length.map(|length| length.parse().unwrap());
        let pattern = pattern.map(|pattern| pattern.parse().unwrap());
        CodeForm::new(length, pattern).unwrap()
    }

    #[test]
    fn form_is_within_another_one_or_not_or_nobody_knows() {
        let two = form(Some("2"), None);
        let one_to_three = form(Some("1..=3"), None);
        let digits = form(None, Some("[0-9]{2}"));
        let digit = form(None, Some("[0-9]"));
        let spelled = form(None, Some("[0-9][0-9]"));
        let within = |form, other| form_within(Some(form), Some(other));
        assert_eq!(within(&two, &one_to_three), Yes);
        assert_eq!(within(&one_to_three, &two), No);
        assert_eq!(within(&digits, &two), Yes);
        assert_eq!(within(&two, &digits), No);
        assert_eq!(within(&digits, &digit), No);
        // The same form in another way: no code contradicts it, and nothing proves it.
        assert_eq!(within(&digits, &spelled), Undecided);
        assert_eq!(form_within(Some(&two), None), Yes);
        assert_eq!(form_within(None, Some(&two)), No);
    }
}
