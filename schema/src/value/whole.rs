//! Whole numbers of a quantity.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::whole_from_text;
use super::markers::{NumberOf, QuantityType, form, grain};
use super::number_type::{number_of_quantity, number_type, whole_number};
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
}

whole_number!(Whole, u32, whole_from_text, stored::form::Plain<u32>);

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
