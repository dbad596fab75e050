//! Numbers of a quantity with decimals.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::{
    double_of_units, text_of_units, units_from_text, units_of_double, units_per_whole,
};
use super::markers::{NumberOf, QuantityType, form, grain};
use super::number_type::{number_of_quantity, number_type};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{
    self, DECIMALS_MAX, NumberQuantity, SCALED_MAX, ValueType, largest_with_decimals,
};

/// A number of the quantity `Q` with at most `DECIMALS` decimals, from `MIN` to `MAX` whole units, which are included.
///
/// More decimals are an error, never rounded away. A type has four decimals unless it states another number, 1 to 14. A
/// number has at most fifteen digits, with its decimals, because a double keeps these exactly: with nine decimals, the bounds
/// are within plus and minus 999,999. Where no source documents bounds, the aliases ([`Percentage`](crate::Percentage),
/// [`Hours`](crate::Hours) and others) stand for -99,999,999,999 to 99,999,999,999, which have fifteen digits with four
/// decimals. Columns store the number as `Decimal128(15, DECIMALS)`.
///
/// ```
/// use beraad_schema::{Percentage, Ratio};
///
/// let half: Percentage = "50.25".parse()?;
/// assert_eq!(half, Percentage::try_new(50.25)?);
/// assert_eq!(half.to_string(), "50.25");
/// assert_eq!(half.ten_thousandths(), 502_500);
/// assert!("33.33333".parse::<Percentage>().is_err());
///
/// type Weight = Ratio<0, 999_999, 9>; // the weight of a person in a survey
/// let weight: Weight = "1024.123456789".parse()?;
/// assert_eq!(weight.units(), 1_024_123_456_789);
/// assert_eq!(Weight::try_new(weight.get())?, weight);
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Scaled<
    Q,
    const MIN: i64 = { -SCALED_MAX },
    const MAX: i64 = SCALED_MAX,
    const DECIMALS: u8 = { describe::DECIMALS },
> {
    /// In units of 10^-`DECIMALS`.
    number: i64,
    quantity: PhantomData<fn() -> Q>,
}

impl<Q, const MIN: i64, const MAX: i64, const DECIMALS: u8> Scaled<Q, MIN, MAX, DECIMALS> {
    /// The error in the parameters, if no number has them.
    const ERROR: Option<&'static str> = {
        let limit = largest_with_decimals(DECIMALS);
        if DECIMALS == 0 || DECIMALS > DECIMALS_MAX {
            Some(
                "a number has 1 to 14 decimals; a number without decimals is a `Whole` or a `Signed`",
            )
        } else if -limit <= MIN && MIN <= MAX && MAX <= limit {
            None
        } else if limit == SCALED_MAX {
            Some(
                "the bounds of a number are within plus and minus 99999999999, the smaller one first",
            )
        } else {
            Some(
                "the bounds of a number have at most fifteen digits, with its decimals, the smaller one first",
            )
        }
    };
    const HAS_VALUES: () = super::markers::has_values(Self::ERROR);
    const SCALE: i64 = units_per_whole(DECIMALS);

    /// Creates the number with at most `DECIMALS` decimals whose nearest double is `number`.
    ///
    /// # Errors
    /// [`ValueError::Decimals`] if there is no such number; [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`, or not a
    /// number.
    pub fn try_new(number: f64) -> Result<Self, ValueError> {
        Self::try_from_units(units_of_double(number, DECIMALS, MIN, MAX)?)
    }

    /// Creates the number `units` * 10^-`DECIMALS`.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn try_from_units(units: i64) -> Result<Self, ValueError> {
        const { Self::HAS_VALUES }
        if units < MIN * Self::SCALE || units > MAX * Self::SCALE {
            return Err(ValueError::OutOfBounds { min: MIN, max: MAX });
        }
        Ok(Self {
            number: units,
            quantity: PhantomData,
        })
    }

    /// Returns the number as the nearest double, in whole units. Nothing is lost: [`try_new`](Self::try_new) turns the double
    /// back into the same number.
    #[must_use]
    pub fn get(self) -> f64 {
        double_of_units(self.number, DECIMALS)
    }

    /// Returns the number in units of 10^-`DECIMALS`: 385,000 for 38.5 with four decimals.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.number
    }
}

impl<Q, const MIN: i64, const MAX: i64> Scaled<Q, MIN, MAX> {
    /// Creates the number `ten_thousandths` / 10,000.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn try_from_ten_thousandths(ten_thousandths: i64) -> Result<Self, ValueError> {
        Self::try_from_units(ten_thousandths)
    }

    /// Returns the number in ten-thousandths: 385,000 for 38.5.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.number
    }
}

number_type!([Q, const MIN: i64, const MAX: i64, const DECIMALS: u8] Scaled<Q, MIN, MAX, DECIMALS>);
number_of_quantity!([const MIN: i64, const MAX: i64, const DECIMALS: u8] Scaled<Q, MIN, MAX, DECIMALS>);

impl<Q, const MIN: i64, const MAX: i64, const DECIMALS: u8> TryFrom<f64>
    for Scaled<Q, MIN, MAX, DECIMALS>
{
    type Error = ValueError;

    fn try_from(number: f64) -> Result<Self, ValueError> {
        Self::try_new(number)
    }
}

impl<Q, const MIN: i64, const MAX: i64, const DECIMALS: u8> fmt::Display
    for Scaled<Q, MIN, MAX, DECIMALS>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = text_of_units(self.number, DECIMALS);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl<Q, const MIN: i64, const MAX: i64, const DECIMALS: u8> FromStr
    for Scaled<Q, MIN, MAX, DECIMALS>
{
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_from_units(units_from_text(text, DECIMALS, MIN, MAX)?)
    }
}

impl<Q, const MIN: i64, const MAX: i64, const DECIMALS: u8> Serialize
    for Scaled<Q, MIN, MAX, DECIMALS>
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64, const DECIMALS: u8> Scalar
    for Scaled<Q, MIN, MAX, DECIMALS>
{
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
    type Kind = NumberOf<Q>;
    type Grain = grain::Undated;
    type Form = form::Plain;
    type Stored = stored::form::Plain<i64>;
    const __ERROR: Option<&'static str> = Self::ERROR;

    fn datum(&self) -> Datum {
        Datum::Scaled {
            units: self.number,
            decimals: DECIMALS,
        }
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Scaled { units, decimals } if decimals == DECIMALS => {
                Self::try_from_units(units)
            }
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64, const DECIMALS: u8> stored::Plain
    for Scaled<Q, MIN, MAX, DECIMALS>
{
    type Number = i64;

    #[inline]
    fn number(&self) -> i64 {
        self.number
    }

    #[inline]
    fn is_number(units: i64) -> bool {
        (MIN * Self::SCALE..=MAX * Self::SCALE).contains(&units)
    }

    #[inline]
    fn of_number(units: i64) -> Self {
        Self {
            number: units,
            quantity: PhantomData,
        }
    }
}
