//! What kind of value a variable holds.

use serde::{Deserialize, Serialize};

use crate::label::{Label, List, Text};

/// The largest whole number that every target can hold: Stata's `long` and R's `integer` end here.
pub const WHOLE_MAX: i64 = 2_147_483_620;

/// The largest magnitude of a number with decimals: with four decimals it fits fifteen digits, which a double keeps exactly.
pub const SCALED_MAX: i64 = 99_999_999_999;

/// Decimals of a percentage, a ratio or a number of hours. More decimals are refused, never rounded away.
pub const DECIMALS: u8 = 4;

/// The type of a variable's values, with all that a format needs to write them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ValueType {
    /// A month and year, as [`YearMonth`](crate::YearMonth).
    YearMonth {},
    /// A quarter and year, as [`YearQuarter`](crate::YearQuarter).
    YearQuarter {},
    /// A calendar year, as [`Year`](crate::Year).
    Year {},
    /// A meaningless number for a person or an employer, as [`SerialNumber`](crate::SerialNumber).
    SerialNumber {
        /// Whom it numbers: the same word means the same numbering in every block.
        of: Text,
    },
    /// Yes or no.
    Flag {},
    /// A code of a list, as text.
    Code {
        /// The id of the code list.
        list: Text,
    },
    /// The code of a class of amounts.
    AmountClass {
        /// The id of the code list that holds the classes.
        list: Text,
    },
    /// A number.
    Number {
        /// What it counts or measures.
        quantity: Quantity,
        /// The smallest value, in whole units.
        min: i64,
        /// The largest value, in whole units.
        max: i64,
        /// Decimals; 0 for a whole number.
        decimals: u8,
    },
    /// Several values at once.
    List {
        /// The type of each of them: exactly one.
        item: List<Self>,
    },
}

impl ValueType {
    /// The word for it, as in the facts.
    #[must_use]
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::YearMonth {} => ValueKind::YearMonth,
            Self::YearQuarter {} => ValueKind::YearQuarter,
            Self::Year {} => ValueKind::Year,
            Self::SerialNumber { .. } => ValueKind::SerialNumber,
            Self::Flag {} => ValueKind::Flag,
            Self::Code { .. } => ValueKind::Code,
            Self::AmountClass { .. } => ValueKind::AmountClass,
            Self::Number { quantity, .. } => quantity.kind(),
            Self::List { .. } => ValueKind::List,
        }
    }

    /// The type of one value: of an item if it is a list, else itself.
    #[must_use]
    pub fn item(&self) -> &Self {
        match self {
            Self::List { item } => item.first().map_or(self, Self::item),
            other => other,
        }
    }

    /// Whether several values stand in one cell.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List { .. })
    }

    /// The id of the code list of a code or an amount class.
    #[must_use]
    pub fn code_list(&self) -> Option<&str> {
        match self.item() {
            Self::Code { list } | Self::AmountClass { list } => Some(list),
            _ => None,
        }
    }

    /// The bounds that a source documents: those of the type itself (a count is never negative, a number fits its column) are left out.
    #[must_use]
    pub fn documented_bounds(&self) -> (Option<i64>, Option<i64>) {
        match self.item() {
            Self::Number {
                quantity, min, max, ..
            } => {
                let (least, most) = quantity.natural_bounds();
                (
                    (*min > least).then_some(*min),
                    (*max < most).then_some(*max),
                )
            }
            _ => (None, None),
        }
    }
}

vocabulary_enum! {
    /// The kinds of values, as one word each.
    pub enum ValueKind {
        /// A month and year.
        YearMonth,
        /// A quarter and year.
        YearQuarter,
        /// A calendar year.
        Year,
        /// A meaningless number.
        SerialNumber,
        /// Yes or no.
        Flag,
        /// A code of a list.
        Code,
        /// A class of amounts.
        AmountClass,
        /// A number of things.
        Count,
        /// A number of days.
        Days,
        /// A number of weeks.
        Weeks,
        /// A number of months.
        Months,
        /// A number of hours.
        Hours,
        /// A number of hours per week.
        HoursPerWeek,
        /// Parts per hundred.
        Percentage,
        /// One number by another.
        Ratio,
        /// Several values at once.
        List,
    }
}

impl ValueKind {
    /// The kind in words for researchers.
    #[must_use]
    pub fn label(self) -> Label {
        let (nl, en) = match self {
            Self::YearMonth => ("maand en jaar", "month and year"),
            Self::YearQuarter => ("kwartaal en jaar", "quarter and year"),
            Self::Year => ("jaar", "year"),
            Self::SerialNumber => ("volgnummer", "serial number"),
            Self::Flag => ("ja of nee", "yes or no"),
            Self::Code => ("code", "code"),
            Self::AmountClass => ("bedragklasse", "class of amounts"),
            Self::Count => ("aantal", "count"),
            Self::Days => ("aantal dagen", "number of days"),
            Self::Weeks => ("aantal weken", "number of weeks"),
            Self::Months => ("aantal maanden", "number of months"),
            Self::Hours => ("aantal uren", "number of hours"),
            Self::HoursPerWeek => ("aantal uren per week", "number of hours per week"),
            Self::Percentage => ("percentage", "percentage"),
            Self::Ratio => ("verhouding", "ratio"),
            Self::List => ("meerdere waarden", "several values"),
        };
        Label::new(nl, en)
    }
}

vocabulary_enum! {
    /// What a number counts or measures.
    pub enum Quantity {
        /// Things: persons, jobs, notifications.
        Count,
        /// Days.
        Days,
        /// Weeks.
        Weeks,
        /// Months.
        Months,
        /// Hours.
        Hours,
        /// Hours per week.
        HoursPerWeek,
        /// Parts per hundred.
        Percentage,
        /// One number by another.
        Ratio,
    }
}

impl Quantity {
    /// The same as a kind of value.
    #[must_use]
    pub const fn kind(self) -> ValueKind {
        match self {
            Self::Count => ValueKind::Count,
            Self::Days => ValueKind::Days,
            Self::Weeks => ValueKind::Weeks,
            Self::Months => ValueKind::Months,
            Self::Hours => ValueKind::Hours,
            Self::HoursPerWeek => ValueKind::HoursPerWeek,
            Self::Percentage => ValueKind::Percentage,
            Self::Ratio => ValueKind::Ratio,
        }
    }

    /// Whether its values are whole numbers.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Days | Self::Weeks | Self::Months)
    }

    /// The widest bounds of its type, in whole units.
    #[must_use]
    pub const fn natural_bounds(self) -> (i64, i64) {
        if self.is_whole() {
            (0, WHOLE_MAX)
        } else {
            (-SCALED_MAX, SCALED_MAX)
        }
    }
}
