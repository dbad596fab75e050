//! What a column may hold, and how that is drawn.

use std::ops::RangeInclusive;

use proptest::strategy::{BoxedStrategy, Just, Strategy};
use proptest::{bool, collection, num, prop_oneof, sample};

use super::codes::Codes;
use super::near::SCALE;
use crate::describe::{
    CalendarPeriod, Column, Date, Deliberation, Grain, Model, ObservationPeriod, Period,
    Representation, Temporality, ValueType, Year,
};
use crate::row::Block;
use crate::value::{CodeText, Datum};

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
    let Some(grain) = value_type.grain() else {
        return Vec::new();
    };
    // From a year earlier on: the row of the year before may hold the state on the first day of the window.
    let first_day = Date::try_ymd(i32::from(of.first_year) - 1, 1, 1);
    let first = first_day.and_then(|day| CalendarPeriod::containing(grain, day));
    std::iter::successors(first, |period| period.next())
        .take_while(|period| period.first_day().year() <= i32::from(of.last_year))
        .filter(|period| of.observes(temporality, *period))
        .map(Datum::Period)
        .collect()
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
        if let Some(grain) = value_type.grain().filter(|_| !value_type.is_list()) {
            return self.dates(grain);
        }
        match value_type.representation() {
            Representation::Period(grain) => self.dates(grain),
            Representation::Whole { min, max, .. } => whole(min..=max, near_zero(min, max)),
            Representation::Flag => bool::ANY
                .prop_map(|flag| Raw::Value(Datum::Flag(flag)))
                .boxed(),
            Representation::Decimal { min, max, .. } => {
                let near = near_zero(min, max);
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
            Representation::Code { .. } => codes(),
            Representation::List { item } => {
                let items = collection::vec(self.raw(item), 0..=MOST_ITEMS);
                items.prop_map(Raw::Several).boxed()
            }
        }
    }

    /// Periods of a grain: mostly around the window, and now and then of any year.
    fn dates(&self, grain: Grain) -> BoxedStrategy<Raw> {
        let first_day = |year: i32| Date::ymd(year, 1, 1).to_epoch_days();
        let years = |years: RangeInclusive<i32>| {
            first_day(*years.start())..=Date::ymd(*years.end(), 12, 31).to_epoch_days()
        };
        let all = i32::from(Year::MIN.get())..=i32::from(Year::MAX.get());
        let within = |year: i32| year.clamp(*all.start(), *all.end());
        let (first, last) = (i32::from(self.window.0), i32::from(self.window.1));
        // A window that ends before it starts is an error in the decision, which this code does not report.
        let (first, last) = (within(first.min(last)), within(first.max(last)));
        prop_oneof![
            6 => years(first..=last),
            3 => years(within(first - 10)..=last),
            1 => years(all.clone()),
        ]
        .prop_filter_map("a year of four digits", move |day| {
            let period = CalendarPeriod::containing(grain, Date::from_epoch_days(day));
            period.map(|period| Raw::Value(Datum::Period(period)))
        })
        .boxed()
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
        match (value_type.representation(), value) {
            (_, Datum::Period(period)) => value_type.grain() == Some(period.grain()),
            (Representation::Flag, Datum::Flag(_)) => true,
            (Representation::Whole { min, max, .. }, Datum::Whole(number)) => {
                value_type.grain().is_none() && (min..=max).contains(number)
            }
            (Representation::Decimal { min, max, .. }, Datum::Scaled(number)) => {
                (min * SCALE..=max * SCALE).contains(number)
            }
            (Representation::Code { .. }, Datum::Code(text)) => {
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
    let text = collection::vec(b' '..=b'~', 0..=CodeText::MAX_LEN);
    let text = text.prop_filter_map("the text of a code", |bytes| {
        let text = String::from_utf8(bytes).ok()?;
        CodeText::try_new(&text).ok()
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
