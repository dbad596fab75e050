//! Whole numbers of a quantity.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::whole_from_text;
use super::markers::{NumberOf, QuantityType, form, grain};
use super::number_type::{number_of_quantity, number_type};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{NumberQuantity, ValueType, WHOLE_MAX};

/// A whole number of the quantity `Q`, from `MIN` to `MAX`, which are included.
///
/// A number that may be negative is a [`Signed`](crate::Signed). Where no source documents bounds, the aliases
/// ([`Count`](crate::Count), [`Days`](crate::Days) and others) stand for 0 to 2,147,483,620, the largest whole number that
/// Stata and R can hold.
///
/// ```
/// use beraad_schema::Months;
///
/// type Duration = Months<1>; // a source documents that it starts at 1
/// assert_eq!(Duration::try_new(7)?.get(), 7);
/// assert!(Duration::try_new(0).is_err());
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Whole<Q, const MIN: i64 = 0, const MAX: i64 = WHOLE_MAX> {
    number: u32,
    quantity: PhantomData<fn() -> Q>,
}

impl<Q, const MIN: i64, const MAX: i64> Whole<Q, MIN, MAX> {
    /// The error in the bounds, if they are not bounds of a whole number.
    const ERROR: Option<&'static str> = if 0 <= MIN && MIN <= MAX && MAX <= WHOLE_MAX {
        None
    } else {
        Some("the bounds of a whole number are within 0 to 2147483620, the smaller one first")
    };
    const HAS_VALUES: () = super::markers::has_values(Self::ERROR);

    /// Creates the number `number`.
    ///
    /// # Panics
    /// If it is not `MIN` to `MAX`; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(number: u32) -> Self {
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
    pub fn try_new(number: u32) -> Result<Self, ValueError> {
        Self::try_from(i64::from(number))
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.number
    }
}

number_type!([Q, const MIN: i64, const MAX: i64] Whole<Q, MIN, MAX>);
number_of_quantity!([const MIN: i64, const MAX: i64] Whole<Q, MIN, MAX>);

impl<Q, const MIN: i64, const MAX: i64> TryFrom<i64> for Whole<Q, MIN, MAX> {
    type Error = ValueError;

    fn try_from(number: i64) -> Result<Self, ValueError> {
        const { Self::HAS_VALUES }
        match u32::try_from(number) {
            Ok(whole) if MIN <= number && number <= MAX => Ok(Self {
                number: whole,
                quantity: PhantomData,
            }),
            _ => Err(ValueError::OutOfBounds { min: MIN, max: MAX }),
        }
    }
}

impl<Q, const MIN: i64, const MAX: i64> fmt::Display for Whole<Q, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl<Q, const MIN: i64, const MAX: i64> FromStr for Whole<Q, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_from(whole_from_text(text)?)
    }
}

impl<Q, const MIN: i64, const MAX: i64> Serialize for Whole<Q, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number)
    }
}

impl<Q: QuantityType, const MIN: i64, const MAX: i64> Scalar for Whole<Q, MIN, MAX> {
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
    type Stored = stored::form::Plain<u32>;
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

impl<Q: QuantityType, const MIN: i64, const MAX: i64> stored::Plain for Whole<Q, MIN, MAX> {
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
            quantity: PhantomData,
        }
    }
}
