//! The type of a variable's values: its kind, its limits, and how its values are represented.
//!
//! A kind of value is declared here, in one record ([`ValueKind::record`]), and answers with one of few representations
//! ([`ValueType::representation`]). Code that writes or reads values (JSON, JSON Schema, Arrow, the codebook) switches on the
//! representation only, and so does not change when a kind is added.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::calendar::{Grain, Year};
use crate::quantity::{NumberQuantity, OwnQuantity, Quantity};
use crate::text::{List, Text};

/// The largest whole number that every target can hold: Stata's `long` and R's `integer` end here.
pub const WHOLE_MAX: i64 = 2_147_483_620;

/// The largest magnitude of a number with decimals, in whole units: with four decimals it has fifteen digits, which a
/// double keeps exactly.
pub const SCALED_MAX: i64 = 99_999_999_999;

/// The number of decimals of a percentage, a ratio or a number of hours, unless its type states another one: four. A value
/// with more decimals is an error; none is rounded.
pub const DECIMALS: u8 = 4;

/// The number of digits that a number with decimals has at most, with those after the point: a double keeps fifteen exactly.
pub const DIGITS_MAX: u8 = 15;

/// The largest number of decimals: it leaves one digit before the point.
pub const DECIMALS_MAX: u8 = DIGITS_MAX - 1;

/// Returns the largest magnitude of a number with so many decimals, in whole units: fifteen digits together. Zero if there
/// are more decimals than [`DECIMALS_MAX`].
///
/// ```
/// use beraad_describe::{SCALED_MAX, largest_with_decimals};
///
/// assert_eq!(largest_with_decimals(4), SCALED_MAX);
/// assert_eq!(largest_with_decimals(9), 999_999);
/// ```
#[must_use]
pub const fn largest_with_decimals(decimals: u8) -> i64 {
    match DIGITS_MAX.checked_sub(decimals) {
        Some(digits) => 10_i64.pow(digits as u32) - 1,
        None => 0,
    }
}

/// The type of a variable's values, with everything that a format needs to write them.
///
/// ```
/// use beraad_describe::{Grain, Representation, ValueType};
///
/// let month = ValueType::YearMonth {};
/// assert_eq!(month.kind().name(), "month and year");
/// assert_eq!(month.representation(), Representation::Period(Grain::Month));
/// assert_eq!(serde_json::to_string(&month).unwrap(), r#"{"kind":"year_month"}"#);
/// ```
// The variants without data have braces because serde lets a unit variant of an internally tagged enum accept unknown
// fields, in spite of `deny_unknown_fields`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ValueType {
    /// A day, as [`Day`](crate::Day).
    Day {},
    /// A month and year, as [`YearMonth`](crate::YearMonth).
    YearMonth {},
    /// A quarter and year, as [`YearQuarter`](crate::YearQuarter).
    YearQuarter {},
    /// A calendar year, as [`Year`].
    Year {},
    /// A meaningless number for a unit, such as a person or a hospital, as `SerialNumber` of `beraad_schema`.
    SerialNumber {
        /// The [`id`](crate::Subject::id) of the subject that is numbered: the same id means the same numbering in every
        /// block.
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
    /// An exact amount of money between two bounds, which are included.
    Amount {
        /// The currency, as a code of ISO 4217: `EUR`.
        currency: Text,
        /// The number of decimals of the currency: 2 for a currency with a hundred cents, 0 for one without a smaller unit.
        decimals: u8,
        /// The smallest amount, in whole units of the currency.
        min: i64,
        /// The largest amount, in whole units of the currency.
        max: i64,
    },
    /// A number between two bounds, which are included.
    Number {
        /// The quantity that it counts or measures.
        quantity: NumberQuantity,
        /// The smallest value, in whole units.
        min: i64,
        /// The largest value, in whole units.
        max: i64,
        /// The number of decimals; 0 for a whole number.
        decimals: u8,
    },
    /// Several values at once.
    List {
        /// The type of each of them. The list has exactly one item: it takes the place of a box, which a constant of this
        /// type could not contain.
        #[serde(deserialize_with = "one_item")]
        item: List<Self>,
    },
}

/// The form in which the values of a type are written and stored.
///
/// Every kind of value has one of these representations.
///
/// A format that writes any block matches on it, and knows no kinds of values:
///
/// ```
/// use beraad_describe::{Representation, ValueType};
///
/// /// Returns the type of a column in SQL.
/// fn sql(value_type: &ValueType) -> String {
///     match value_type.representation() {
///         Representation::Period(_) => "date".to_owned(),
///         Representation::Whole { .. } => "bigint".to_owned(),
///         Representation::Decimal { decimals, .. } => format!("decimal(15, {decimals})"),
///         Representation::Flag => "boolean".to_owned(),
///         Representation::Code { .. } => "varchar(32)".to_owned(),
///         Representation::List { item, .. } => format!("{}[]", sql(item)),
///     }
/// }
///
/// assert_eq!(sql(&ValueType::YearMonth {}), "date");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Representation<'a> {
    /// A period of the calendar: a text of the form of its grain (`2016-03`), stored as its first day, in days since
    /// 1 January 1970.
    Period(Grain),
    /// A whole number between two bounds, which are included.
    Whole {
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
        /// The integer type that stores it.
        size: IntegerSize,
    },
    /// A number with decimals between two bounds, which are included.
    Decimal {
        /// The smallest value, in whole units.
        min: i64,
        /// The largest value, in whole units.
        max: i64,
        /// The number of decimals.
        decimals: u8,
    },
    /// True or false.
    Flag,
    /// A short text that has a meaning in a list.
    Code {
        /// The id of the code list.
        list: &'a str,
    },
    /// A list of values of one type.
    List {
        /// The type of each value.
        item: &'a ValueType,
    },
}

/// The integer types that store whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerSize {
    /// 8 bits with a sign.
    Int8,
    /// 16 bits with a sign.
    Int16,
    /// 32 bits with a sign.
    Int32,
    /// 64 bits with a sign.
    Int64,
    /// 32 bits without a sign.
    UInt32,
}

impl IntegerSize {
    /// Returns the smallest integer type with a sign that holds all numbers between two bounds.
    #[must_use]
    pub fn signed(min: i64, max: i64) -> Self {
        let fits = |least: i64, most: i64| least <= min && max <= most;
        if fits(i8::MIN.into(), i8::MAX.into()) {
            Self::Int8
        } else if fits(i16::MIN.into(), i16::MAX.into()) {
            Self::Int16
        } else if fits(i32::MIN.into(), i32::MAX.into()) {
            Self::Int32
        } else {
            Self::Int64
        }
    }
}

/// Reads the type of the values in a list: one type, which is not a list itself.
fn one_item<'de, D: Deserializer<'de>>(deserializer: D) -> Result<List<ValueType>, D::Error> {
    let item = List::<ValueType>::deserialize(deserializer)?;
    match &*item {
        [of] if !of.is_list() => Ok(item),
        [_] => Err(de::Error::custom(
            "a list of lists, which no format can write",
        )),
        _ => Err(de::Error::invalid_length(
            item.len(),
            &"one type of the values in the list",
        )),
    }
}

impl ValueType {
    /// Returns the kind of value.
    #[must_use]
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Day {} => ValueKind::Day,
            Self::YearMonth {} => ValueKind::YearMonth,
            Self::YearQuarter {} => ValueKind::YearQuarter,
            Self::Year {} => ValueKind::Year,
            Self::SerialNumber { .. } => ValueKind::SerialNumber,
            Self::Flag {} => ValueKind::Flag,
            Self::Code { .. } => ValueKind::Code,
            Self::AmountClass { .. } => ValueKind::AmountClass,
            Self::Amount { .. } => ValueKind::Amount,
            Self::Number { quantity, .. } => match quantity {
                NumberQuantity::BuiltIn(quantity) => ValueKind::Number(*quantity),
                NumberQuantity::Own(_) => ValueKind::OwnQuantity,
            },
            Self::List { .. } => ValueKind::List,
        }
    }

    /// Returns the form in which the values are written and stored.
    ///
    /// ```
    /// use beraad_describe::{Grain, Representation, ValueType};
    ///
    /// assert_eq!(ValueType::YearMonth {}.representation(), Representation::Period(Grain::Month));
    /// ```
    #[must_use]
    #[inline]
    pub fn representation(&self) -> Representation<'_> {
        match self {
            Self::Day {} => Representation::Period(Grain::Day),
            Self::YearMonth {} => Representation::Period(Grain::Month),
            Self::YearQuarter {} => Representation::Period(Grain::Quarter),
            // Not a period: a year is written as a number, in JSON as in Arrow.
            Self::Year {} => Representation::Whole {
                min: i64::from(Year::MIN.get()),
                max: i64::from(Year::MAX.get()),
                size: IntegerSize::Int16,
            },
            Self::SerialNumber { .. } => Representation::Whole {
                min: 1,
                max: WHOLE_MAX,
                size: IntegerSize::UInt32,
            },
            Self::Flag {} => Representation::Flag,
            Self::Code { list } | Self::AmountClass { list } => Representation::Code { list },
            Self::Number {
                min,
                max,
                decimals: 0,
                ..
            } => Representation::Whole {
                min: *min,
                max: *max,
                size: if *min >= 0 {
                    IntegerSize::UInt32
                } else {
                    IntegerSize::signed(*min, *max)
                },
            },
            Self::Amount {
                min,
                max,
                decimals: 0,
                ..
            } => Representation::Whole {
                min: *min,
                max: *max,
                size: IntegerSize::signed(*min, *max),
            },
            Self::Number {
                min, max, decimals, ..
            }
            | Self::Amount {
                min, max, decimals, ..
            } => Representation::Decimal {
                min: *min,
                max: *max,
                decimals: *decimals,
            },
            Self::List { .. } => Representation::List { item: self.item() },
        }
    }

    /// Returns the grain of dates, or `None` if the values (or the items of a list) are not dates.
    #[must_use]
    pub fn grain(&self) -> Option<Grain> {
        match self.item() {
            Self::Day {} => Some(Grain::Day),
            Self::YearMonth {} => Some(Grain::Month),
            Self::YearQuarter {} => Some(Grain::Quarter),
            Self::Year {} => Some(Grain::Year),
            Self::SerialNumber { .. }
            | Self::Flag {}
            | Self::Code { .. }
            | Self::AmountClass { .. }
            | Self::Amount { .. }
            | Self::Number { .. }
            | Self::List { .. } => None,
        }
    }

    /// Returns the type of one value: of an item if the type is a list, otherwise the type itself.
    #[must_use]
    pub fn item(&self) -> &Self {
        match self {
            // A stored list may lack its item, or contain a list: the result is a type in any case.
            Self::List { item } => item.first().map_or(self, Self::item),
            other => other,
        }
    }

    /// Returns true if a row holds a list of values.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List { .. })
    }

    /// Returns the id of the code list of a code or an amount class, also within a list of values.
    #[must_use]
    pub fn code_list(&self) -> Option<&str> {
        match self.item().representation() {
            Representation::Code { list } => Some(list),
            Representation::Period(_)
            | Representation::Whole { .. }
            | Representation::Decimal { .. }
            | Representation::Flag
            | Representation::List { .. } => None,
        }
    }

    /// Returns the currency of an amount, as a code of ISO 4217, also within a list of values.
    #[must_use]
    pub fn currency(&self) -> Option<&str> {
        match self.item() {
            Self::Amount { currency, .. } => Some(currency),
            _ => None,
        }
    }

    /// Returns the quantity of a number that the model declares, also within a list of values.
    #[must_use]
    pub fn own_quantity(&self) -> Option<&OwnQuantity> {
        match self.item() {
            Self::Number { quantity, .. } => quantity.own(),
            _ => None,
        }
    }

    /// Returns the smallest and the largest value that a source documents, in whole units; `None` for an end that no source
    /// documents, and for types other than numbers.
    ///
    /// The limits of the type itself (a count is never negative, a number fits its column) are not documented bounds.
    #[must_use]
    pub fn documented_bounds(&self) -> (Option<i64>, Option<i64>) {
        // A bound that no source states is stored as the limit of the type, since a type always has both.
        let (min, max, limit, is_signed) = match self.item() {
            Self::Number {
                min, max, decimals, ..
            } => match decimals {
                0 => (*min, *max, WHOLE_MAX, *min < 0),
                _ => (
                    *min,
                    *max,
                    SCALED_MAX.min(largest_with_decimals(*decimals)),
                    true,
                ),
            },
            Self::Amount { min, max, .. } => (*min, *max, SCALED_MAX, true),
            _ => return (None, None),
        };
        let least = if is_signed { -limit } else { 0 };
        ((min > least).then_some(min), (max < limit).then_some(max))
    }
}

/// The kinds of values, each with one word: `year_month`, `code`, `count`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// A day.
    Day,
    /// A month and year.
    YearMonth,
    /// A quarter and year.
    YearQuarter,
    /// A calendar year.
    Year,
    /// A meaningless number for a subject.
    SerialNumber,
    /// Yes or no.
    Flag,
    /// A code of a list.
    Code,
    /// A class of amounts.
    AmountClass,
    /// An exact amount of money.
    Amount,
    /// A number of a quantity.
    Number(Quantity),
    /// A number of a quantity that the model itself declares, and labels: see [`OwnQuantity`](crate::OwnQuantity).
    OwnQuantity,
    /// Several values at once.
    List,
}

/// Everything that is the same for all values of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KindRecord {
    /// The word for the kind in JSON and in metadata: `year_month`.
    pub id: &'static str,
    /// The name of the kind in English, for error messages.
    pub name: &'static str,
    /// Examples of values as they are written in JSON; empty where an example would not help.
    pub examples: &'static [&'static str],
    /// The name of the Arrow extension type, such as `beraad.year_month`; `None` for kinds whose stored values show what they
    /// mean.
    pub extension: Option<&'static str>,
}

impl KindRecord {
    const fn new(id: &'static str, name: &'static str) -> Self {
        Self {
            id,
            name,
            examples: &[],
            extension: None,
        }
    }

    fn examples(self, examples: &'static [&'static str]) -> Self {
        Self { examples, ..self }
    }

    fn extension(self, name: &'static str) -> Self {
        Self {
            extension: Some(name),
            ..self
        }
    }
}

impl ValueKind {
    /// All kinds that every model has. [`OwnQuantity`](Self::OwnQuantity) is not among them: without the quantity, it says
    /// nothing about a value.
    pub const ALL: &'static [Self] = &[
        Self::Day,
        Self::YearMonth,
        Self::YearQuarter,
        Self::Year,
        Self::SerialNumber,
        Self::Flag,
        Self::Code,
        Self::AmountClass,
        Self::Amount,
        Self::Number(Quantity::Count),
        Self::Number(Quantity::Days),
        Self::Number(Quantity::Weeks),
        Self::Number(Quantity::Months),
        Self::Number(Quantity::Years),
        Self::Number(Quantity::Minutes),
        Self::Number(Quantity::Hours),
        Self::Number(Quantity::HoursPerWeek),
        Self::Number(Quantity::Percentage),
        Self::Number(Quantity::Ratio),
        Self::List,
    ];

    /// Returns everything that is the same for all values of this kind.
    #[must_use]
    pub fn record(self) -> KindRecord {
        match self {
            Self::Day => KindRecord::new("day", "day").examples(&["2016-03-17"]),
            Self::YearMonth => KindRecord::new("year_month", "month and year")
                .extension("beraad.year_month")
                .examples(&["2016-03"]),
            Self::YearQuarter => KindRecord::new("year_quarter", "quarter and year")
                .extension("beraad.year_quarter")
                .examples(&["2016-Q1"]),
            Self::Year => KindRecord::new("year", "year").examples(&["2016"]),
            Self::SerialNumber => {
                KindRecord::new("serial_number", "serial number").extension("beraad.serial_number")
            }
            Self::Flag => KindRecord::new("flag", "yes or no").examples(&["true", "false"]),
            Self::Code => KindRecord::new("code", "code"),
            Self::AmountClass => KindRecord::new("amount_class", "class of amounts"),
            Self::Amount => KindRecord::new("amount", "amount of money"),
            Self::Number(quantity) => KindRecord::new(quantity.into(), quantity.name()),
            Self::OwnQuantity => KindRecord::new("own_quantity", "number"),
            Self::List => KindRecord::new("list", "several values"),
        }
    }

    /// Returns the word for the kind in JSON and in metadata: `year_month`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.record().id
    }

    /// The name of the kind in English, for error messages: `month and year`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.record().name
    }
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl From<ValueKind> for &'static str {
    fn from(kind: ValueKind) -> Self {
        kind.id()
    }
}

impl FromStr for ValueKind {
    type Err = UnknownKind;

    fn from_str(id: &str) -> Result<Self, UnknownKind> {
        let known = Self::ALL.iter().find(|kind| kind.id() == id);
        known.copied().ok_or(UnknownKind)
    }
}

impl strum::VariantArray for ValueKind {
    const VARIANTS: &'static [Self] = Self::ALL;
}

/// A word that is not the id of a kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of value")]
pub struct UnknownKind;

impl Serialize for ValueKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for ValueKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Text::deserialize(deserializer)?;
        id.parse().map_err(|UnknownKind| {
            let ids: Vec<_> = Self::ALL.iter().map(|kind| format!("`{kind}`")).collect();
            de::Error::custom(format_args!(
                "unknown kind of value `{id}`, expected one of {}",
                ids.join(", ")
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_quantity_is_a_kind() {
        for quantity in Quantity::VARIANTS {
            assert!(ValueKind::ALL.contains(&ValueKind::Number(*quantity)));
        }
    }

    #[test]
    fn list_without_one_type_of_values_is_an_error() {
        let read = |item: &str| {
            let json = format!(r#"{{"kind":"list","item":{item}}}"#);
            serde_json::from_str::<ValueType>(&json).map_err(|error| error.to_string())
        };
        let flag = r#"{"kind":"flag"}"#;
        assert!(read(&format!("[{flag}]")).is_ok());
        for item in ["[]".to_owned(), format!("[{flag},{flag}]")] {
            let error = read(&item).unwrap_err();
            assert!(error.contains("expected one type"), "{error}");
        }
        let error = read(&format!(r#"[{{"kind":"list","item":[{flag}]}}]"#)).unwrap_err();
        assert!(error.contains("a list of lists"), "{error}");
    }

    #[test]
    fn bounds_that_no_source_states_are_not_documented() {
        let number = |quantity: Quantity, min, max, decimals| ValueType::Number {
            quantity: quantity.into(),
            min,
            max,
            decimals,
        };
        let amount = |min, max, decimals| ValueType::Amount {
            currency: "EUR".into(),
            decimals,
            min,
            max,
        };
        let cases = [
            (number(Quantity::Days, 0, WHOLE_MAX, 0), (None, None)),
            (number(Quantity::Days, 0, 31, 0), (None, Some(31))),
            (
                number(Quantity::Days, -WHOLE_MAX, WHOLE_MAX, 0),
                (None, None),
            ),
            (number(Quantity::Days, -5, 0, 0), (Some(-5), Some(0))),
            (
                number(Quantity::Ratio, -SCALED_MAX, SCALED_MAX, 4),
                (None, None),
            ),
            (number(Quantity::Ratio, 0, 999_999, 9), (Some(0), None)),
            (amount(-SCALED_MAX, SCALED_MAX, 2), (None, None)),
            (amount(0, SCALED_MAX, 0), (Some(0), None)),
        ];
        for (value_type, bounds) in cases {
            assert_eq!(value_type.documented_bounds(), bounds, "{value_type:?}");
        }
    }

    #[test]
    fn whole_number_is_stored_in_the_smallest_type_with_a_sign_if_it_may_be_negative() {
        let sizes = [
            (0, 5, IntegerSize::UInt32),
            (0, WHOLE_MAX, IntegerSize::UInt32),
            (-1, 127, IntegerSize::Int8),
            (-128, 128, IntegerSize::Int16),
            (-32_769, 0, IntegerSize::Int32),
            (-WHOLE_MAX, WHOLE_MAX, IntegerSize::Int32),
        ];
        for (min, max, size) in sizes {
            let number = ValueType::Number {
                quantity: Quantity::Years.into(),
                min,
                max,
                decimals: 0,
            };
            assert_eq!(
                number.representation(),
                Representation::Whole { min, max, size }
            );
        }
        assert_eq!(
            IntegerSize::signed(0, i64::from(i32::MAX) + 1),
            IntegerSize::Int64
        );
    }

    #[test]
    fn example_of_a_date_is_that_of_its_grain() {
        for kind in [
            ValueType::Day {},
            ValueType::YearMonth {},
            ValueType::YearQuarter {},
            ValueType::Year {},
        ] {
            let grain = kind.grain().expect("a date");
            assert_eq!(kind.kind().record().examples, [grain.text_form().example]);
        }
    }
}
