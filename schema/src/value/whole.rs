//! Numbers: counts and durations in whole units, percentages, ratios and hours with four decimals.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Datum, Number, Scalar, ValueError, stored};
use crate::check;
use crate::describe::{DECIMALS, Quantity, SCALED_MAX, ValueType, WHOLE_MAX};

/// What a number counts or measures, as a type.
pub trait Unit: 'static {
    /// The quantity.
    const QUANTITY: Quantity;
}

/// The units of numbers.
pub mod unit {
    use super::{Quantity, Unit};

    macro_rules! units {
        ($($(#[$doc:meta])* $unit:ident,)*) => {
            $(
                $(#[$doc])*
                #[derive(Debug)]
                pub enum $unit {}

                impl Unit for $unit {
                    const QUANTITY: Quantity = Quantity::$unit;
                }
            )*
        };
    }

    units! {
        /// Things.
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

/// A number of things.
pub type Count<const MIN: i64 = 0, const MAX: i64 = WHOLE_MAX> = Whole<unit::Count, MIN, MAX>;
/// A number of days.
pub type Days<const MIN: i64 = 0, const MAX: i64 = WHOLE_MAX> = Whole<unit::Days, MIN, MAX>;
/// A number of weeks.
pub type Weeks<const MIN: i64 = 0, const MAX: i64 = WHOLE_MAX> = Whole<unit::Weeks, MIN, MAX>;
/// A number of months.
pub type Months<const MIN: i64 = 0, const MAX: i64 = WHOLE_MAX> = Whole<unit::Months, MIN, MAX>;
/// A number of hours.
pub type Hours<const MIN: i64 = { -SCALED_MAX }, const MAX: i64 = SCALED_MAX> =
    Scaled<unit::Hours, MIN, MAX>;
/// A number of hours per week.
pub type HoursPerWeek<const MIN: i64 = { -SCALED_MAX }, const MAX: i64 = SCALED_MAX> =
    Scaled<unit::HoursPerWeek, MIN, MAX>;
/// Parts per hundred.
pub type Percentage<const MIN: i64 = { -SCALED_MAX }, const MAX: i64 = SCALED_MAX> =
    Scaled<unit::Percentage, MIN, MAX>;
/// One number by another.
pub type Ratio<const MIN: i64 = { -SCALED_MAX }, const MAX: i64 = SCALED_MAX> =
    Scaled<unit::Ratio, MIN, MAX>;

/// A whole number of `U`, from `MIN` to `MAX`: 0 to 2,147,483,620 where no source documents bounds.
///
/// ```
/// use beraad_schema::Months;
///
/// type Duration = Months<1>; // a source documents that it starts at 1
/// assert_eq!(Duration::try_new(7).unwrap().get(), 7);
/// assert!(Duration::try_new(0).is_err());
/// ```
pub struct Whole<U, const MIN: i64, const MAX: i64> {
    number: u32,
    unit: PhantomData<fn() -> U>,
}

impl<U, const MIN: i64, const MAX: i64> Whole<U, MIN, MAX> {
    const MISTAKE: Option<&'static str> = mistake(
        0 <= MIN && MIN <= MAX && MAX <= WHOLE_MAX,
        "the bounds of a whole number lie within 0 to 2147483620, the least first",
    );
    const BOUNDS: () = check::has_values(Self::MISTAKE);

    /// The number.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn try_new(number: i64) -> Result<Self, ValueError> {
        const { Self::BOUNDS }
        match u32::try_from(number) {
            Ok(whole) if MIN <= number && number <= MAX => Ok(Self {
                number: whole,
                unit: PhantomData,
            }),
            _ => Err(ValueError::OutOfBounds { min: MIN, max: MAX }),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.number
    }
}

/// A number of `U` with four decimals, from `MIN` to `MAX` whole units. More decimals are refused, never rounded away.
///
/// ```
/// use beraad_schema::Percentage;
///
/// let half: Percentage = "50.25".parse().unwrap();
/// assert_eq!(half.to_string(), "50.25");
/// assert_eq!(half.to_f64(), 50.25);
/// assert!("33.33333".parse::<Percentage>().is_err());
/// ```
// In units of a ten-thousandth.
pub struct Scaled<U, const MIN: i64, const MAX: i64> {
    number: i64,
    unit: PhantomData<fn() -> U>,
}

const fn mistake(holds: bool, message: &'static str) -> Option<&'static str> {
    if holds { None } else { Some(message) }
}

const SCALE: i64 = 10_i64.pow(DECIMALS as u32);

impl<U, const MIN: i64, const MAX: i64> Scaled<U, MIN, MAX> {
    const MISTAKE: Option<&'static str> = mistake(
        -SCALED_MAX <= MIN && MIN <= MAX && MAX <= SCALED_MAX,
        "the bounds of a number lie within plus and minus 99999999999, the least first",
    );
    const BOUNDS: () = check::has_values(Self::MISTAKE);

    /// The number that is `ten_thousandths` / 10,000.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn from_ten_thousandths(ten_thousandths: i64) -> Result<Self, ValueError> {
        const { Self::BOUNDS }
        if ten_thousandths < MIN * SCALE || ten_thousandths > MAX * SCALE {
            return Err(ValueError::OutOfBounds { min: MIN, max: MAX });
        }
        Ok(Self {
            number: ten_thousandths,
            unit: PhantomData,
        })
    }

    /// The number that a double stands for: the one with at most four decimals whose nearest double it is.
    ///
    /// # Errors
    /// [`ValueError::Decimals`] if there is none; [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn from_f64(number: f64) -> Result<Self, ValueError> {
        Self::from_ten_thousandths(ten_thousandths(number, MIN, MAX)?)
    }

    /// Ten-thousandths of it.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.number
    }

    /// The nearest double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Below 2^53, and so exact before the division.
        #[expect(clippy::cast_precision_loss, reason = "the bounds keep it below 2^53")]
        let number = self.number as f64;
        number / SCALE_F64
    }
}

const SCALE_F64: f64 = 10_000.0;

macro_rules! number_type {
    ($type:ident) => {
        // Written out, since a derive would ask the same of the unit, which has no values.
        impl<U, const MIN: i64, const MAX: i64> Clone for $type<U, MIN, MAX> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<U, const MIN: i64, const MAX: i64> Copy for $type<U, MIN, MAX> {}
        impl<U, const MIN: i64, const MAX: i64> PartialEq for $type<U, MIN, MAX> {
            fn eq(&self, other: &Self) -> bool {
                self.number == other.number
            }
        }
        impl<U, const MIN: i64, const MAX: i64> Eq for $type<U, MIN, MAX> {}
        impl<U, const MIN: i64, const MAX: i64> PartialOrd for $type<U, MIN, MAX> {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<U, const MIN: i64, const MAX: i64> Ord for $type<U, MIN, MAX> {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.number.cmp(&other.number)
            }
        }
        impl<U, const MIN: i64, const MAX: i64> Hash for $type<U, MIN, MAX> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.number.hash(state);
            }
        }
        impl<U: Unit, const MIN: i64, const MAX: i64> fmt::Debug for $type<U, MIN, MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}({self})", U::QUANTITY)
            }
        }
    };
}

number_type!(Whole);
number_type!(Scaled);

impl<U, const MIN: i64, const MAX: i64> fmt::Display for Whole<U, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl<U, const MIN: i64, const MAX: i64> fmt::Display for Scaled<U, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, number) = (
            if self.number < 0 { "-" } else { "" },
            self.number.unsigned_abs(),
        );
        let scale = SCALE.unsigned_abs();
        let text = format!(
            "{sign}{}.{:0width$}",
            number / scale,
            number % scale,
            width = usize::from(DECIMALS)
        );
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl<U, const MIN: i64, const MAX: i64> FromStr for Whole<U, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_new(whole_from_text(text)?)
    }
}

impl<U, const MIN: i64, const MAX: i64> FromStr for Scaled<U, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::Form { expected: "`38.5`" };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let is_number =
            |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(unsigned) || (text.contains('.') && !is_number(decimals)) {
            return Err(FORM);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > usize::from(DECIMALS) {
            return Err(ValueError::Decimals { kept: DECIMALS });
        }
        let out_of_bounds = ValueError::OutOfBounds { min: MIN, max: MAX };
        let digits = format!(
            "{unsigned}{decimals:0<width$}",
            width = usize::from(DECIMALS)
        );
        let number: i64 = digits.parse().map_err(|_| out_of_bounds)?;
        Self::from_ten_thousandths(if whole.starts_with('-') {
            -number
        } else {
            number
        })
    }
}

impl<U, const MIN: i64, const MAX: i64> Serialize for Whole<U, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number)
    }
}

impl<U, const MIN: i64, const MAX: i64> Serialize for Scaled<U, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

impl<'de, U: Unit, const MIN: i64, const MAX: i64> Deserialize<'de> for Whole<U, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::deserialize_scalar(deserializer)
    }
}

impl<'de, U: Unit, const MIN: i64, const MAX: i64> Deserialize<'de> for Scaled<U, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::deserialize_scalar(deserializer)
    }
}

impl<U: Unit, const MIN: i64, const MAX: i64> Scalar for Whole<U, MIN, MAX> {
    const TYPE: ValueType = {
        // Also where no value is ever made: a description must not carry bounds that nothing meets.
        const { Self::BOUNDS }
        ValueType::Number {
            quantity: U::QUANTITY,
            min: MIN,
            max: MAX,
            decimals: 0,
        }
    };
    type Kind = Number;
    type Grain = check::by::Dateless;
    type Form = check::form::Plain;
    type Stored = stored::form::Plain<u32>;
    const __MISTAKE: Option<&'static str> = Self::MISTAKE;

    fn datum(&self) -> Datum {
        Datum::Whole(i64::from(self.number))
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Whole(number) => Self::try_new(number),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<U: Unit, const MIN: i64, const MAX: i64> Scalar for Scaled<U, MIN, MAX> {
    const TYPE: ValueType = {
        // Also where no value is ever made: a description must not carry bounds that nothing meets.
        const { Self::BOUNDS }
        ValueType::Number {
            quantity: U::QUANTITY,
            min: MIN,
            max: MAX,
            decimals: DECIMALS,
        }
    };
    type Kind = Number;
    type Grain = check::by::Dateless;
    type Form = check::form::Plain;
    type Stored = stored::form::Plain<i64>;
    const __MISTAKE: Option<&'static str> = Self::MISTAKE;

    fn datum(&self) -> Datum {
        Datum::Scaled(self.number)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Scaled(number) => Self::from_ten_thousandths(number),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<U: Unit, const MIN: i64, const MAX: i64> stored::Plain for Whole<U, MIN, MAX> {
    type Number = u32;

    #[inline]
    fn number(&self) -> u32 {
        self.number
    }

    #[inline]
    fn is_number(number: u32) -> bool {
        (MIN..=MAX).contains(&i64::from(number))
    }

    #[inline]
    fn of_number(number: u32) -> Self {
        Self {
            number,
            unit: PhantomData,
        }
    }
}

impl<U: Unit, const MIN: i64, const MAX: i64> stored::Plain for Scaled<U, MIN, MAX> {
    type Number = i64;

    #[inline]
    fn number(&self) -> i64 {
        self.number
    }

    #[inline]
    fn is_number(ten_thousandths: i64) -> bool {
        (MIN * SCALE..=MAX * SCALE).contains(&ten_thousandths)
    }

    #[inline]
    fn of_number(ten_thousandths: i64) -> Self {
        Self {
            number: ten_thousandths,
            unit: PhantomData,
        }
    }
}

/// The whole number that digits write.
pub(crate) fn whole_from_text(text: &str) -> Result<i64, ValueError> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.ok_or(ValueError::Form {
        expected: "`42`, digits only",
    })
}

/// Ten-thousandths of the number with at most four decimals whose nearest double is `number`.
pub(crate) fn ten_thousandths(number: f64, min: i64, max: i64) -> Result<i64, ValueError> {
    #[expect(clippy::cast_precision_loss, reason = "it is below 2^53")]
    let most = SCALED_MAX as f64;
    if number.is_nan() || number.abs() > most {
        return Err(ValueError::OutOfBounds { min, max });
    }
    let scaled = (number * SCALE_F64).round();
    #[expect(
        clippy::float_cmp,
        reason = "the question is whether it is this very double"
    )]
    if scaled / SCALE_F64 != number {
        return Err(ValueError::Decimals { kept: DECIMALS });
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number within 2^53"
    )]
    Ok(scaled as i64)
}

/// The whole number that a double stands for.
pub(crate) fn whole(number: f64) -> Option<i64> {
    // 2^53, up to which every whole number is a double.
    if number.fract() != 0.0 || number.abs() > 9_007_199_254_740_992.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number within 2^53"
    )]
    Some(number as i64)
}
