//! Whole numbers of a quantity that may be negative.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::signed_from_text;
use super::markers::{NumberOf, QuantityType, form, grain};
use super::number_type::{number_of_quantity, number_type, whole_number};
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
}

whole_number!(Signed, i32, signed_from_text, stored::form::Fitted);

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
