//! Limits that become wider or narrower: first and last days, bounds, precision of dates.

use beraad_describe::{Grain, IntegerSize, Representation, ValueType};
use serde_json::Value;

use crate::class::Verdict;

/// The direction in which a limit moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Wider,
    Narrower,
}

impl Direction {
    /// Returns the direction of a changed first day, in the form `2016-03-01`; without one there is no limit.
    pub(crate) fn of_first_day(old: Option<&Value>, new: Option<&Value>) -> Self {
        match (day(old), day(new)) {
            (Some(old), Some(new)) if old < new => Self::Narrower,
            (None, Some(_)) => Self::Narrower,
            _ => Self::Wider,
        }
    }

    /// Returns the direction of a changed last day.
    pub(crate) fn of_last_day(old: Option<&Value>, new: Option<&Value>) -> Self {
        match (day(old), day(new)) {
            (Some(old), Some(new)) if old > new => Self::Narrower,
            (None, Some(_)) => Self::Narrower,
            _ => Self::Wider,
        }
    }

    /// Returns the direction of an attribute `from` or `to` of a period.
    pub(crate) fn of_period(attribute: &str, old: Option<&Value>, new: Option<&Value>) -> Self {
        if attribute.ends_with("from") {
            Self::of_first_day(old, new)
        } else {
            Self::of_last_day(old, new)
        }
    }
}

/// Returns whether a bound of numbers, `min` or `max`, moved outwards.
pub(crate) fn is_wider(attribute: &str, old: Option<&Value>, new: Option<&Value>) -> bool {
    let number = |value: Option<&Value>| value.and_then(Value::as_i64).unwrap_or_default();
    let (old, new) = (number(old), number(new));
    if attribute.ends_with("min") {
        new < old
    } else {
        new > old
    }
}

fn day(value: Option<&Value>) -> Option<&str> {
    value.and_then(Value::as_str)
}

/// Returns the place of a precision, from the coarsest to the finest.
pub(crate) fn fineness(grain: Grain) -> u8 {
    match grain {
        Grain::Year => 0,
        Grain::Quarter => 1,
        Grain::Month => 2,
        Grain::Day => 3,
    }
}

/// Returns the integer type that stores whole numbers of a type; `None` for other values.
pub(crate) fn size(of: &ValueType) -> Option<IntegerSize> {
    match of.item().representation() {
        Representation::Whole { size, .. } => Some(size),
        _ => None,
    }
}

/// Returns whether each value of the one type, as it is written, is a value of the other one.
pub(crate) fn fits(of: &ValueType, into: &ValueType) -> Verdict {
    let yes_or_no = |fits: bool| if fits { Verdict::Yes } else { Verdict::No };
    match (of.representation(), into.representation()) {
        (Representation::Period(of), Representation::Period(into)) => yes_or_no(of == into),
        (
            Representation::Whole { min, max, .. },
            Representation::Whole {
                min: least,
                max: most,
                ..
            }
            | Representation::Decimal {
                min: least,
                max: most,
                ..
            },
        ) => yes_or_no(least <= min && max <= most),
        (
            Representation::Decimal { min, max, decimals },
            Representation::Decimal {
                min: least,
                max: most,
                decimals: into,
            },
        ) => yes_or_no(least <= min && max <= most && decimals <= into),
        (Representation::Whole { min, max, .. }, Representation::Flag) => {
            yes_or_no(0 <= min && max <= 1)
        }
        (Representation::Flag, Representation::Flag) => Verdict::Yes,
        (Representation::Code { list: of }, Representation::Code { list: into }) => {
            if of == into {
                Verdict::Yes
            } else {
                Verdict::Undecided
            }
        }
        // A stored list may lack its item: then it is its own.
        (Representation::List { item: of }, Representation::List { item: into })
            if !of.is_list() && !into.is_list() =>
        {
            fits(of, into)
        }
        // Texts may look like the values of another type.
        (Representation::Code { .. }, Representation::Flag | Representation::Period(_))
        | (Representation::Period(_), Representation::Code { .. }) => Verdict::Undecided,
        _ => Verdict::No,
    }
}
