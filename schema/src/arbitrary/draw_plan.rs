//! Plans that draw random values for a column.

use std::ops::RangeInclusive;

use proptest::strategy::{BoxedStrategy, Just, Strategy};
use proptest::{bool, collection, num, prop_oneof, sample};

use super::codes::CodeChoices;
use super::neighbours::units_per_whole;
use crate::describe::{
    self, CalendarPeriod, CodeForm, Column, Date, Deliberation, Grain, Model, ObservationPeriod,
    PLAUSIBLE_YEARS, Period, PeriodEnd, Representation, ValueType, Year, is_missing_mark,
    is_missing_sign,
};
use crate::row::{Block, plausible_bounds};
use crate::value::{CodeText, Datum};

/// The maximum number of values in a list. Longer lists would not find more errors.
const MAX_ITEMS: usize = 4;

/// The plan of a column.
#[derive(Debug)]
pub(super) struct DrawPlan {
    pub(super) value_type: ValueType,
    pub(super) nullable: bool,
    /// True if the column is the observation period, on which the codes of the row depend. The repair does not change it.
    pub(super) is_observation_period: bool,
    codes: Option<CodeChoices>,
    /// The values of an observation period; empty for any other column.
    observation_periods: Vec<Datum>,
    /// The first and last calendar year of the observation window.
    window: (i32, i32),
}

/// A cell that was drawn before the rest of the row was known.
#[derive(Clone, Debug)]
pub(super) struct DrawnCell {
    /// True if the cell has a value, for the case that the column is nullable.
    is_present: bool,
    value: DrawnValue,
}

#[derive(Clone, Debug)]
enum DrawnValue {
    Datum(Datum),
    /// A code. It is chosen when the period is known in which codes are read.
    Code {
        /// True to choose a published code.
        is_published: bool,
        /// Selects the published code.
        index: u32,
        /// The text to use otherwise.
        other_text: CodeText,
    },
    List(Vec<Self>),
}

/// Returns the plans of the columns of a block, in declaration order.
pub(super) fn draw_plans<R: Block>(model: &Model) -> Vec<DrawPlan> {
    let block = R::description();
    let type_lists = R::code_lists();
    let observation_period = R::described().observation_period;
    let deliberation = &model.deliberation;
    let columns = block.columns();
    let plan = |(index, column): (usize, &Column<'_>)| {
        let value_type = column.value_type();
        let is_observation_period = observation_period == Some(index);
        let codes = value_type.code_list().and_then(|id| {
            let type_list = type_lists.iter().copied().find(|list| list.id == id);
            // As `Checks` does: the list of the model, else the one of the type.
            CodeChoices::new(model.code_list(id).or(type_list)?, type_list)
        });
        let observation_periods = if is_observation_period {
            observation_periods(deliberation, block, value_type)
        } else {
            Vec::new()
        };
        DrawPlan {
            value_type: value_type.clone(),
            nullable: column.nullable(),
            is_observation_period,
            codes,
            observation_periods,
            window: years(deliberation),
        }
    };
    columns.iter().enumerate().map(plan).collect()
}

/// Returns the first and the last calendar year of the observation window; of a window without an end, ten years.
fn years(deliberation: &Deliberation) -> (i32, i32) {
    let first = deliberation.window.first_year();
    (first, deliberation.window.last_year().unwrap_or(first + 9))
}

/// Returns the observation periods within the window of a decision.
fn observation_periods(
    deliberation: &Deliberation,
    block: &describe::Block,
    value_type: &ValueType,
) -> Vec<Datum> {
    let (Some(grain), Some(observation)) = (value_type.grain(), deliberation.observation(block))
    else {
        return Vec::new();
    };
    // One year earlier than the window: the row of that year may have the state on the first day of the window.
    let (first_year, last_year) = years(deliberation);
    let first_day = Date::try_ymd(first_year - 1, 1, 1);
    let first = first_day.and_then(|day| CalendarPeriod::containing(grain, day));
    std::iter::successors(first, |period| period.next())
        .take_while(|period| period.first_day().year() <= last_year)
        .filter(|period| observation.contains(*period))
        .map(Datum::Period)
        .collect()
}

impl DrawPlan {
    /// Returns the strategy that draws a cell.
    pub(super) fn strategy(&self) -> BoxedStrategy<DrawnCell> {
        let value = if self.observation_periods.is_empty() {
            self.value_strategy(&self.value_type)
        } else {
            sample::select(self.observation_periods.clone())
                .prop_map(DrawnValue::Datum)
                .boxed()
        };
        // Shrinks to `false`, which is null.
        (bool::weighted(0.75), value)
            .prop_map(|(is_present, value)| DrawnCell { is_present, value })
            .boxed()
    }

    fn value_strategy(&self, value_type: &ValueType) -> BoxedStrategy<DrawnValue> {
        // A year is a period too, although it is stored as a whole number.
        if let Some(grain) = value_type.grain().filter(|_| !value_type.is_list()) {
            return self.periods(grain);
        }
        match value_type.representation() {
            Representation::Period(grain) => self.periods(grain),
            Representation::Whole { min, max, .. } => {
                let (min, max) = plausible_bounds(value_type, min, max);
                whole_numbers(min..=max, near_zero(min, max))
            }
            Representation::Flag => bool::ANY
                .prop_map(|flag| DrawnValue::Datum(Datum::Flag(flag)))
                .boxed(),
            Representation::Decimal { min, max, decimals } => {
                let (min, max) = plausible_bounds(value_type, min, max);
                let near = near_zero(min, max);
                let scale = units_per_whole(decimals);
                // Hundredths, or tenths where there are no hundredths.
                let parts = scale.min(100);
                prop_oneof![
                    // Small whole numbers, hundredths and units; any number; the bounds.
                    3 => near.clone().prop_map(move |number| number * scale),
                    3 => (near.start() * parts..=near.end() * parts).prop_map(move |number| number * (scale / parts)),
                    3 => near.start() * scale..=near.end() * scale,
                    1 => min * scale..=max * scale,
                    1 => prop_oneof![Just(min * scale), Just(max * scale)],
                ]
                .prop_map(move |units| DrawnValue::Datum(Datum::Scaled { units, decimals }))
                .boxed()
            }
            Representation::Code { .. } => codes(self.codes.as_ref().and_then(CodeChoices::form)),
            Representation::List { item } => {
                let items = collection::vec(self.value_strategy(item), 0..=MAX_ITEMS);
                items.prop_map(DrawnValue::List).boxed()
            }
        }
    }

    /// Draws periods of a grain, most of them in or shortly before the window, some in any plausible year.
    fn periods(&self, grain: Grain) -> BoxedStrategy<DrawnValue> {
        // A day is drawn, and its period taken: the number of months or quarters in a range of years need not be known
        // here.
        let first_day = |year: i32| Date::ymd(year, 1, 1).to_epoch_days();
        let years = |years: RangeInclusive<i32>| {
            first_day(*years.start())..=Date::ymd(*years.end(), 12, 31).to_epoch_days()
        };
        let all = i32::from(Year::MIN.get())..=i32::from(Year::MAX.get());
        let within = |year: i32| year.clamp(*all.start(), *all.end());
        let (first, last) = self.window;
        // A window that ends before it starts is an error in the decision, which this code does not report.
        let (first, last) = (within(first.min(last)), within(first.max(last)));
        prop_oneof![
            6 => years(first..=last),
            3 => years(within(first - 10)..=last),
            1 => years(PLAUSIBLE_YEARS),
        ]
        .prop_filter_map("a year of four digits", move |day| {
            let period = CalendarPeriod::containing(grain, Date::from_epoch_days(day))?;
            let is_open = |day| PeriodEnd::left_open_by(day).is_some();
            let is_plausible = !is_open(period.first_day()) && !is_open(period.last_day());
            let period = Some(period).filter(|_| is_plausible);
            period.map(|period| DrawnValue::Datum(Datum::Period(period)))
        })
        .boxed()
    }

    /// Returns whether a cell has a value.
    pub(super) fn has_value(&self, cell: &DrawnCell) -> bool {
        cell.is_present || !self.nullable
    }

    /// Returns the value of a cell, in a row whose codes are read in `code_period`; `None` if no code is valid then.
    pub(super) fn resolve(&self, cell: &DrawnCell, code_period: Option<Period>) -> Option<Datum> {
        self.resolve_value(&cell.value, code_period)
    }

    fn resolve_value(&self, value: &DrawnValue, code_period: Option<Period>) -> Option<Datum> {
        Some(match value {
            DrawnValue::Datum(datum) => datum.clone(),
            DrawnValue::Code {
                is_published,
                index,
                other_text,
            } => {
                let text = match &self.codes {
                    None => *other_text,
                    Some(codes) => codes.choose(*is_published, *index, *other_text, code_period)?,
                };
                Datum::Code(text)
            }
            DrawnValue::List(items) => {
                // If no code is valid in the period, the list is empty.
                let items = items.iter();
                let items = items.filter_map(|item| self.resolve_value(item, code_period));
                Datum::List(items.collect())
            }
        })
    }

    /// Returns whether the column may hold the value, in a row whose codes are read in `code_period`.
    pub(super) fn accepts(&self, value: &Datum, code_period: Option<Period>) -> bool {
        match value {
            Datum::Null => self.nullable,
            Datum::List(items) => {
                let item = self.value_type.item();
                self.value_type.is_list()
                    && items
                        .iter()
                        .all(|value| self.accepts_item(item, value, code_period))
            }
            value => self.accepts_item(&self.value_type, value, code_period),
        }
    }

    fn accepts_item(
        &self,
        value_type: &ValueType,
        value: &Datum,
        code_period: Option<Period>,
    ) -> bool {
        match (value_type.representation(), value) {
            // First, since a year has the representation of a whole number.
            (_, Datum::Period(period)) => value_type.grain() == Some(period.grain()),
            (Representation::Flag, Datum::Flag(_)) => true,
            (Representation::Whole { min, max, .. }, Datum::Whole(number)) => {
                value_type.grain().is_none() && (min..=max).contains(number)
            }
            (
                Representation::Decimal { min, max, decimals },
                Datum::Scaled {
                    units,
                    decimals: own,
                },
            ) => {
                let scale = units_per_whole(decimals);
                decimals == *own && (min * scale..=max * scale).contains(units)
            }
            (Representation::Code { .. }, Datum::Code(text)) => {
                let codes = self.codes.as_ref();
                codes.is_none_or(|codes| codes.accepts(*text, code_period))
            }
            _ => false,
        }
    }

    /// Returns the published codes that the column may hold, in a row whose codes are read in `code_period`.
    pub(super) fn valid_codes(&self, code_period: Option<Period>) -> Vec<Datum> {
        let codes = self.codes.iter();
        codes
            .flat_map(|codes| codes.valid_codes(code_period))
            .map(Datum::Code)
            .collect()
    }
}

/// Draws codes, three in four of them published.
fn codes(form: Option<&CodeForm>) -> BoxedStrategy<DrawnValue> {
    let other_text = if let Some(form) = form.cloned() {
        // No code needs more choices: two for each of its characters, and a few for each element of the pattern.
        collection::vec(num::u32::ANY, 4 * CodeText::MAX_LEN)
            .prop_filter_map("a code of the form", move |numbers| {
                let mut numbers = numbers.into_iter();
                let mut choose = |count| numbers.next().map_or(0, |number| number as usize % count);
                CodeText::try_new(&form.code(&mut choose)?).ok()
            })
            .boxed()
    } else {
        let bytes = |max| collection::vec(b' '..=b'~', 0..=max);
        prop_oneof![3 => bytes(8), 1 => bytes(CodeText::MAX_LEN)]
            .prop_filter_map("the text of a code", |mut bytes| {
                // Replaced and not rejected: a draw of many columns would hardly ever pass.
                for index in [0, bytes.len().saturating_sub(1)] {
                    if let Some(end) = bytes.get_mut(index).filter(|end| **end == b' ') {
                        *end = b'_';
                    }
                }
                let mut text = String::from_utf8(bytes).ok()?;
                // A mark of a missing value is not a code.
                if is_missing_mark(&text) || is_missing_sign(&text) {
                    text.push('_');
                }
                CodeText::try_new(&text).ok()
            })
            .boxed()
    };
    // Shrinks to a published code: a reader knows it, and does not know a short text.
    let is_published = bool::weighted(0.25).prop_map(|is_other| !is_other);
    (is_published, num::u32::ANY, other_text)
        .prop_map(|(is_published, index, other_text)| DrawnValue::Code {
            is_published,
            index,
            other_text,
        })
        .boxed()
}

/// Draws whole numbers, most of them small.
fn whole_numbers(
    all: RangeInclusive<i64>,
    small: RangeInclusive<i64>,
) -> BoxedStrategy<DrawnValue> {
    let bounds = prop_oneof![Just(*all.start()), Just(*all.end())];
    prop_oneof![8 => small, 2 => all, 1 => bounds]
        .prop_map(|number| DrawnValue::Datum(Datum::Whole(number)))
        .boxed()
}

/// Returns the hundred numbers nearest to zero, or fewer if the bounds are closer.
fn near_zero(min: i64, max: i64) -> RangeInclusive<i64> {
    let zero = 0.clamp(min, max);
    min.max(zero - 50)..=max.min(zero + 50)
}
