//! What a column may hold, and how that is drawn.

use std::ops::RangeInclusive;

use proptest::strategy::{BoxedStrategy, Just, Strategy};
use proptest::{bool, collection, num, prop_oneof, sample};

use super::codes::Codes;
use super::near::SCALE;
use crate::describe::{Column, Deliberation, Model, Period, Temporality, ValueType, WHOLE_MAX};
use crate::row::Block;
use crate::value::{CodeText, Datum, Year, YearMonth, YearQuarter};

/// The largest number of values in a list, since more of them show nothing new.
const MOST_ITEMS: usize = 4;

/// How a column is drawn.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) value_type: ValueType,
    pub(super) nullable: bool,
    /// Whether it holds the observation period, which codes depend on and rules do not move.
    pub(super) observed: bool,
    codes: Option<Codes>,
    /// What an observation period may be; of any other column nothing.
    periods: Vec<Datum>,
    /// The calendar years of the observation window.
    window: (i16, i16),
}

/// What was drawn for a column, before the rest of the row is known.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    /// Whether a column that may be null has a value.
    pub(super) present: bool,
    value: Raw,
}

#[derive(Clone, Debug)]
enum Raw {
    Value(Datum),
    /// A code, which is chosen when the moment is known at which it is read.
    Code {
        /// Whether it is to be one of the list.
        known: bool,
        /// Which one.
        at: u32,
        /// The text otherwise.
        free: CodeText,
    },
    Several(Vec<Self>),
}

/// The plans of the columns of a block, in their order.
pub(super) fn plans<R: Block>(model: &Model) -> Vec<Plan> {
    let block = R::description();
    let own = R::code_lists();
    let observed = R::described().observation_period;
    let deliberation = &model.deliberation;
    let columns = block.columns();
    let plan = |(place, column): (usize, &Column<'_>)| {
        let value_type = column.value_type();
        let is_observed = observed == Some(place);
        let codes = value_type.code_list().and_then(|id| {
            let own = own.iter().copied().find(|list| list.id == id);
            Codes::of(model.code_list(id).or(own)?, own)
        });
        let periods = if is_observed {
            periods(deliberation, block.temporality, value_type)
        } else {
            Vec::new()
        };
        Plan {
            value_type: value_type.clone(),
            nullable: column.nullable(),
            observed: is_observed,
            codes,
            periods,
            window: (deliberation.first_year, deliberation.last_year),
        }
    };
    columns.iter().enumerate().map(plan).collect()
}

/// The observation periods within the window.
fn periods(of: &Deliberation, temporality: Temporality, value_type: &ValueType) -> Vec<Datum> {
    // A year earlier, since a state may stand in the year before.
    let years = of.first_year.saturating_sub(1)..=of.last_year;
    let years = years.filter_map(|year| Year::try_new(i64::from(year)).ok());
    let each = |year: Year, parts: u32| (1..=parts).map(move |part| (i32::from(year.get()), part));
    match value_type {
        ValueType::Year {} => years
            .filter(|year| of.observes(temporality, *year))
            .map(Datum::Year)
            .collect(),
        ValueType::YearQuarter {} => years
            .flat_map(|year| each(year, 4))
            .filter_map(|(year, quarter)| YearQuarter::try_new(year, quarter).ok())
            .filter(|quarter| of.observes(temporality, *quarter))
            .map(Datum::YearQuarter)
            .collect(),
        ValueType::YearMonth {} => years
            .flat_map(|year| each(year, 12))
            .filter_map(|(year, month)| YearMonth::try_new(year, month).ok())
            .filter(|month| of.observes(temporality, *month))
            .map(Datum::YearMonth)
            .collect(),
        _ => Vec::new(),
    }
}

impl Plan {
    pub(super) fn strategy(&self) -> BoxedStrategy<Drawn> {
        let value = if self.periods.is_empty() {
            self.raw(&self.value_type)
        } else {
            sample::select(self.periods.clone())
                .prop_map(Raw::Value)
                .boxed()
        };
        // Shrinks to `false`, and so to null.
        (bool::weighted(0.75), value)
            .prop_map(|(present, value)| Drawn { present, value })
            .boxed()
    }

    fn raw(&self, value_type: &ValueType) -> BoxedStrategy<Raw> {
        match value_type {
            ValueType::YearMonth {} => self
                .dates(12, |year, month| {
                    YearMonth::try_new(year, month).map(Datum::YearMonth).ok()
                })
                .boxed(),
            ValueType::YearQuarter {} => self
                .dates(4, |year, quarter| {
                    YearQuarter::try_new(year, quarter)
                        .map(Datum::YearQuarter)
                        .ok()
                })
                .boxed(),
            ValueType::Year {} => self
                .dates(1, |year, _| {
                    Year::try_new(i64::from(year)).map(Datum::Year).ok()
                })
                .boxed(),
            ValueType::SerialNumber { .. } => whole(1..=WHOLE_MAX, 1..=100),
            ValueType::Flag {} => bool::ANY
                .prop_map(|flag| Raw::Value(Datum::Flag(flag)))
                .boxed(),
            ValueType::Number {
                min,
                max,
                decimals: 0,
                ..
            } => whole(*min..=*max, near_zero(*min, *max)),
            ValueType::Number { min, max, .. } => {
                let near = near_zero(*min, *max);
                prop_oneof![
                    // Whole numbers, hundredths and ten-thousandths nearby.
                    3 => near.clone().prop_map(move |number| number * SCALE),
                    3 => (near.start() * 100..=near.end() * 100).prop_map(move |number| number * (SCALE / 100)),
                    3 => near.start() * SCALE..=near.end() * SCALE,
                    1 => min * SCALE..=max * SCALE,
                    1 => prop_oneof![Just(min * SCALE), Just(max * SCALE)],
                ]
                .prop_map(|number| Raw::Value(Datum::Scaled(number)))
                .boxed()
            }
            ValueType::Code { .. } | ValueType::AmountClass { .. } => codes(),
            ValueType::List { .. } => {
                let items = collection::vec(self.raw(value_type.item()), 0..=MOST_ITEMS);
                items.prop_map(Raw::Several).boxed()
            }
        }
    }

    /// Dates by `parts` of a year: mostly around the window, and now and then of any year.
    fn dates(
        &self,
        parts: i32,
        of: fn(i32, u32) -> Option<Datum>,
    ) -> impl Strategy<Value = Raw> + use<> {
        let (first, last) = (i32::from(self.window.0), i32::from(self.window.1));
        let within =
            |years: RangeInclusive<i32>| years.start() * parts..=years.end() * parts + parts - 1;
        // A window that ends before it starts is a mistake in the decision, which this is not the place to tell.
        let around = first.min(last)..=first.max(last);
        let near = around.start().max(&1010) - 10..=*around.end().min(&9999);
        prop_oneof![
            6 => within(around),
            3 => within(near),
            1 => within(1000..=9999),
        ]
        .prop_filter_map("a year of four digits", move |number| {
            let part = number.rem_euclid(parts).cast_unsigned() + 1;
            of(number.div_euclid(parts), part).map(Raw::Value)
        })
    }

    /// The value that was drawn, now that the moment is known at which codes are read; `None` if there is none.
    pub(super) fn settle(&self, drawn: &Drawn, moment: Option<Period>) -> Option<Datum> {
        self.settle_raw(&drawn.value, moment)
    }

    fn settle_raw(&self, raw: &Raw, moment: Option<Period>) -> Option<Datum> {
        Some(match raw {
            Raw::Value(value) => value.clone(),
            Raw::Code { known, at, free } => {
                let text = match &self.codes {
                    None => *free,
                    Some(codes) => codes.choose(*known, *at, *free, moment)?,
                };
                Datum::Code(text)
            }
            Raw::Several(items) => {
                // A list of codes of which none has a meaning then is empty.
                let items = items.iter().filter_map(|raw| self.settle_raw(raw, moment));
                Datum::List(items.collect())
            }
        })
    }

    /// Whether the column may hold the value at this moment.
    pub(super) fn accepts(&self, value: &Datum, moment: Option<Period>) -> bool {
        match value {
            Datum::Null => self.nullable,
            Datum::List(items) => {
                let item = self.value_type.item();
                self.value_type.is_list()
                    && items
                        .iter()
                        .all(|value| self.item_accepts(item, value, moment))
            }
            value => self.item_accepts(&self.value_type, value, moment),
        }
    }

    fn item_accepts(&self, value_type: &ValueType, value: &Datum, moment: Option<Period>) -> bool {
        match (value_type, value) {
            (ValueType::Flag {}, Datum::Flag(_))
            | (ValueType::Year {}, Datum::Year(_))
            | (ValueType::YearQuarter {}, Datum::YearQuarter(_))
            | (ValueType::YearMonth {}, Datum::YearMonth(_)) => true,
            (ValueType::SerialNumber { .. }, Datum::Whole(number)) => {
                (1..=WHOLE_MAX).contains(number)
            }
            (
                ValueType::Number {
                    min,
                    max,
                    decimals: 0,
                    ..
                },
                Datum::Whole(number),
            ) => (min..=max).contains(&number),
            (
                ValueType::Number {
                    min,
                    max,
                    decimals: 1..,
                    ..
                },
                Datum::Scaled(number),
            ) => (min * SCALE..=max * SCALE).contains(number),
            (ValueType::Code { .. } | ValueType::AmountClass { .. }, Datum::Code(text)) => {
                let codes = self.codes.as_ref();
                codes.is_none_or(|codes| codes.may_be(*text, moment))
            }
            _ => false,
        }
    }

    /// Codes that the column may hold at this moment.
    pub(super) fn codes(&self, moment: Option<Period>) -> Vec<Datum> {
        let codes = self.codes.as_ref();
        let codes = codes.map(|codes| codes.valid(moment)).unwrap_or_default();
        codes.into_iter().map(Datum::Code).collect()
    }
}

/// A code that is mostly one of its list.
fn codes() -> BoxedStrategy<Raw> {
    let text = collection::vec(b' '..=b'~', 0..=CodeText::MOST);
    let text = text.prop_filter_map("the text of a code", |bytes| {
        let text = String::from_utf8(bytes).ok()?;
        CodeText::new(&text).ok()
    });
    // Shrinks to a code of the list: what is known is easier to read than a text that is short.
    let known = bool::weighted(0.25).prop_map(|free| !free);
    (known, num::u32::ANY, text)
        .prop_map(|(known, at, free)| Raw::Code { known, at, free })
        .boxed()
}

fn whole(all: RangeInclusive<i64>, near: RangeInclusive<i64>) -> BoxedStrategy<Raw> {
    let ends = prop_oneof![Just(*all.start()), Just(*all.end())];
    prop_oneof![8 => near, 2 => all, 1 => ends]
        .prop_map(|number| Raw::Value(Datum::Whole(number)))
        .boxed()
}

/// The hundred numbers that are nearest to zero, within bounds.
fn near_zero(min: i64, max: i64) -> RangeInclusive<i64> {
    let zero = 0.clamp(min, max);
    min.max(zero - 50)..=max.min(zero + 50)
}
