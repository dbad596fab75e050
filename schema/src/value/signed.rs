//! Whole numbers of a quantity that may be negative.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::signed_from_text;
use super::markers::{NumberOf, QuantityType, form, grain};
use super::number_type::{number_of_quantity, number_type};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{NumberQuantity, ValueType, WHOLE_MAX};

/// A whole number of the quantity `Q` that may be negative, from `MIN` to `MAX`, which are included.
///
/// It is for a difference, such as the days between two dates; what cannot be negative is a [`Whole`](crate::Whole). Without
/// bounds, it is -2,147,483,620 to 2,147,483,620, the largest whole number that Stata and R can hold. Columns store it in
/// the smallest type that holds its bounds: `Int8`, `Int16` or `Int32`; if `MIN` is not negative, in `UInt32`, as a `Whole`.
///
/// ```
/// use beraad_schema::{Signed, quantity};
///
/// type Delay = Signed<quantity::Days, -31, 366>;
/// assert_eq!(Delay::try_new(-7)?.get(), -7);
/// assert_eq!("-7".parse::<Delay>()?, Delay::new(-7));
/// assert!(Delay::try_new(-32).is_err());
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Signed<Q, const MIN: i64 = { -WHOLE_MAX }, const MAX: i64 = WHOLE_MAX> {
    number: i32,
    quantity: PhantomData<fn() -> Q>,
}

impl<Q, const MIN: i64, const MAX: i64> Signed<Q, MIN, MAX> {
    /// The error in the bounds, if they are not bounds of a whole number.
    const ERROR: Option<&'static str> = if -WHOLE_MAX <= MIN && MIN <= MAX && MAX <= WHOLE_MAX {
        None
    } else {
        Some(
            "the bounds of a signed whole number are within plus and minus 2147483620, the smaller one first",
        )
    };
    const HAS_VALUES: () = super::markers::has_values(Self::ERROR);

    /// Creates the number `number`.
    ///
    /// # Panics
    /// If it is not `MIN` to `MAX`; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(number: i32) -> Self {
        const { Self::HAS_VALUES }
        assert!(
            MIN <= number as i64 && number as i64 <= MAX,
            "the number is outside the bounds of its type"
        );
        Self {
            number,
            quantity: PhantomData,
        }
    }

    /// Creates the number `number`.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
    pub fn try_new(number: i32) -> Result<Self, ValueError> {
        Self::try_from(i64::from(number))
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i32 {
        self.number
    }
}

number_type!([Q, const MIN: i64, const MAX: i64] Signed<Q, MIN, MAX>);
number_of_quantity!([const MIN: i64, const MAX: i64] Signed<Q, MIN, MAX>);

impl<Q, const MIN: i64, const MAX: i64> TryFrom<i64> for Signed<Q, MIN, MAX> {
    type Error = ValueError;

    fn try_from(number: i64) -> Result<Self, ValueError> {
        const { Self::HAS_VALUES }
        match i32::try_from(number) {
            Ok(whole) if MIN <= number && number <= MAX => Ok(Self {
                number: whole,
                quantity: PhantomData,
            }),
            _ => Err(ValueError::OutOfBounds { min: MIN, max: MAX }),
        }
    }
}

impl<Q, const MIN: i64, const MAX: i64> fmt::Display for Signed<Q, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl<Q, const MIN: i64, const MAX: i64> FromStr for Signed<Q, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_from(signed_from_text(text)?)
    }
}

impl<Q, const MIN: i64, const MAX: i64> Serialize for Signed<Q, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.number)
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64> Scalar for Signed<Q, MIN, MAX> {
    const TYPE: ValueType = {
        // Checked here too, so that a description cannot have bounds that no value meets.
        const { Self::HAS_VALUES }
        ValueType::Number {
            quantity: Q::QUANTITY,
            min: MIN,
            max: MAX,
            decimals: 0,
        }
    };
    type Kind = NumberOf<Q>;
    type Grain = grain::Undated;
    type Form = form::Plain;
    type Stored = stored::form::Fitted;
    const __ERROR: Option<&'static str> = Self::ERROR;

    fn datum(&self) -> Datum {
        Datum::Whole(i64::from(self.number))
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Whole(number) => Self::try_from(number),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64> stored::Plain for Signed<Q, MIN, MAX> {
    type Number = i64;

    #[inline]
    fn number(&self) -> i64 {
        i64::from(self.number)
    }

    #[inline]
    fn is_number(number: i64) -> bool {
        (MIN..=MAX).contains(&number)
    }

    #[inline]
    fn of_number(number: i64) -> Self {
        Self {
            number: i32::try_from(number).unwrap_or_default(),
            quantity: PhantomData,
        }
    }
}
