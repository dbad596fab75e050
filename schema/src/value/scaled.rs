//! Numbers of a quantity with four decimals.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::{SCALE, SCALE_F64, ten_thousandths};
use super::markers::{Number, QuantityType, form, grain};
use super::number_type::number_type;
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{DECIMALS, SCALED_MAX, ValueType};

/// A number of the quantity `Q` with four decimals, from `MIN` to `MAX` whole units, which are included.
///
/// More decimals are refused, never rounded away. Where no source documents bounds, the aliases
/// ([`Percentage`](crate::Percentage), [`Hours`](crate::Hours) and others) stand for -99,999,999,999 to 99,999,999,999:
/// fifteen digits with the decimals, which a double keeps exactly.
///
/// ```
/// use beraad_schema::Percentage;
///
/// let half: Percentage = "50.25".parse()?;
/// assert_eq!(half, Percentage::try_new(50.25)?);
/// assert_eq!(half.to_string(), "50.25");
/// assert_eq!(half.ten_thousandths(), 502_500);
/// assert!("33.33333".parse::<Percentage>().is_err());
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Scaled<Q, const MIN: i64, const MAX: i64> {
    /// In ten-thousandths.
    number: i64,
    quantity: PhantomData<fn() -> Q>,
}

impl<Q, const MIN: i64, const MAX: i64> Scaled<Q, MIN, MAX> {
    /// The error in the bounds, if they are not bounds of a number with decimals.
    const ERROR: Option<&'static str> = if -SCALED_MAX <= MIN && MIN <= MAX && MAX <= SCALED_MAX {
        None
    } else {
        Some("the bounds of a number are within plus and minus 99999999999, the smaller one first")
    };
    const HAS_VALUES: () = super::markers::has_values(Self::ERROR);

    /// Creates the number with at most four decimals whose nearest double is `number`.
    ///
    /// # Errors
    /// [`ValueError::Decimals`] if there is no such number; [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`, or not a
    /// number.
    pub fn try_new(number: f64) -> Result<Self, ValueError> {
        Self::try_from_ten_thousandths(ten_thousandths(number, MIN, MAX)?)
    }

    /// Creates the number `ten_thousandths` / 10,000.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn try_from_ten_thousandths(ten_thousandths: i64) -> Result<Self, ValueError> {
        const { Self::HAS_VALUES }
        if ten_thousandths < MIN * SCALE || ten_thousandths > MAX * SCALE {
            return Err(ValueError::OutOfBounds { min: MIN, max: MAX });
        }
        Ok(Self {
            number: ten_thousandths,
            quantity: PhantomData,
        })
    }

    /// Returns the number as the nearest double, in whole units. Nothing is lost: [`try_new`](Self::try_new) turns the double
    /// back into the same number.
    #[must_use]
    pub fn get(self) -> f64 {
        // The bounds keep the number below 2^53, so the conversion is exact and only the division rounds.
        #[expect(clippy::cast_precision_loss, reason = "the bounds keep it below 2^53")]
        let number = self.number as f64;
        number / SCALE_F64
    }

    /// Returns the number in ten-thousandths: 385,000 for 38.5.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.number
    }
}

number_type!(Scaled);

impl<Q, const MIN: i64, const MAX: i64> TryFrom<f64> for Scaled<Q, MIN, MAX> {
    type Error = ValueError;

    fn try_from(number: f64) -> Result<Self, ValueError> {
        Self::try_new(number)
    }
}

impl<Q, const MIN: i64, const MAX: i64> fmt::Display for Scaled<Q, MIN, MAX> {
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

impl<Q, const MIN: i64, const MAX: i64> FromStr for Scaled<Q, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::Form { expected: "`38.5`" };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        // The sign is taken off first and put back at the end: `-0.5` has no sign in its whole part `0`.
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let is_number =
            |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(unsigned) || (text.contains('.') && !is_number(decimals)) {
            return Err(FORM);
        }
        // `38.50000` has one decimal, not five.
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > usize::from(DECIMALS) {
            return Err(ValueError::Decimals { kept: DECIMALS });
        }
        let out_of_bounds = ValueError::OutOfBounds { min: MIN, max: MAX };
        // The digits of the number in ten-thousandths: the point is left out, and zeros fill the missing decimals. No
        // double is involved.
        let digits = format!(
            "{unsigned}{decimals:0<width$}",
            width = usize::from(DECIMALS)
        );
        // Too many digits for 64 bits are far beyond the bounds of every type.
        let number: i64 = digits.parse().map_err(|_| out_of_bounds)?;
        Self::try_from_ten_thousandths(if whole.starts_with('-') {
            -number
        } else {
            number
        })
    }
}

impl<Q, const MIN: i64, const MAX: i64> Serialize for Scaled<Q, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<'de, Q: QuantityType, const MIN: i64, const MAX: i64> Deserialize<'de>
    for Scaled<Q, MIN, MAX>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64> Scalar for Scaled<Q, MIN, MAX> {
    const TYPE: ValueType = {
        // Checked here too, so that a description cannot have bounds that no value meets.
        const { Self::HAS_VALUES }
        ValueType::Number {
            quantity: Q::QUANTITY,
            min: MIN,
            max: MAX,
            decimals: DECIMALS,
        }
    };
    type Kind = Number;
    type Grain = grain::Undated;
    type Form = form::Plain;
    type Stored = stored::form::Plain<i64>;
    const __ERROR: Option<&'static str> = Self::ERROR;

    fn datum(&self) -> Datum {
        Datum::Scaled(self.number)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Scaled(number) => Self::try_from_ten_thousandths(number),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64> stored::Plain for Scaled<Q, MIN, MAX> {
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
            quantity: PhantomData,
        }
    }
}
