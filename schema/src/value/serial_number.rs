//! Serial numbers: meaningless numbers in place of the identification numbers of persons and employers.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::whole_from_text;
use super::markers::{form, grain};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{Text, ValueType, WHOLE_MAX};

/// A subject of serial numbers. The same subject means the same numbering in every block.
pub trait Subject: 'static {
    /// One word for the subject, in metadata and in the codebook: `person`. Two subjects have two words.
    const NAME: &'static str;
}

/// Persons: sample persons, the members of their households, their relatives.
#[derive(Debug)]
pub enum Person {}

impl Subject for Person {
    const NAME: &'static str = "person";
}

/// Employers.
#[derive(Debug)]
pub enum Employer {}

impl Subject for Employer {
    const NAME: &'static str = "employer";
}

/// A unique, meaningless number in place of the identification number of a subject: 1 to 2,147,483,620.
///
/// Stata and R can hold every number up to that limit ([`WHOLE_MAX`]).
///
/// ```
/// use beraad_schema::{Person, SerialNumber};
///
/// let person = SerialNumber::<Person>::try_new(1047).unwrap();
/// assert_eq!(person.to_string(), "1047");
/// assert!(SerialNumber::<Person>::try_new(0).is_err());
/// ```
///
/// The compiler does not let the number of a person stand for that of an employer:
///
/// ```compile_fail
/// # use beraad_schema::{Employer, Person, SerialNumber};
/// let same = SerialNumber::<Person>::new(1) == SerialNumber::<Employer>::new(1);
/// ```
pub struct SerialNumber<S> {
    number: NonZeroU32,
    subject: PhantomData<fn() -> S>,
}

impl<S> SerialNumber<S> {
    /// Creates the serial number `number`.
    ///
    /// # Panics
    /// If it is 0 or above 2,147,483,620; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        match NonZeroU32::new(number) {
            Some(number) if number.get() as i64 <= WHOLE_MAX => Self {
                number,
                subject: PhantomData,
            },
            _ => panic!("a serial number is 1 to 2147483620"),
        }
    }

    /// Creates the serial number `number`.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not 1 to 2,147,483,620.
    pub fn try_new(number: u32) -> Result<Self, ValueError> {
        match NonZeroU32::new(number) {
            Some(number) if i64::from(number.get()) <= WHOLE_MAX => Ok(Self {
                number,
                subject: PhantomData,
            }),
            _ => Err(ValueError::OutOfBounds {
                min: 1,
                max: WHOLE_MAX,
            }),
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.number.get()
    }
}

impl<S> TryFrom<i64> for SerialNumber<S> {
    type Error = ValueError;

    fn try_from(number: i64) -> Result<Self, ValueError> {
        // A number that does not fit 32 bits is out of bounds, as 0 is.
        Self::try_new(u32::try_from(number).unwrap_or_default())
    }
}

// Written out because a derive would demand the same trait of the subject, which has no values.
impl<S> Clone for SerialNumber<S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<S> Copy for SerialNumber<S> {}
impl<S> PartialEq for SerialNumber<S> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<S> Eq for SerialNumber<S> {}
impl<S> PartialOrd for SerialNumber<S> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<S> Ord for SerialNumber<S> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.number.cmp(&other.number)
    }
}
impl<S> Hash for SerialNumber<S> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}
impl<S> fmt::Debug for SerialNumber<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SerialNumber({})", self.number)
    }
}
impl<S> fmt::Display for SerialNumber<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl<S> FromStr for SerialNumber<S> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_from(whole_from_text(text)?)
    }
}

impl<S> Serialize for SerialNumber<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.serialize_u32(self.get())
    }
}

impl<'de, S: Subject> Deserialize<'de> for SerialNumber<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

impl<S: Subject> Scalar for SerialNumber<S> {
    const TYPE: ValueType = ValueType::SerialNumber {
        of: Text::Borrowed(S::NAME),
    };
    type Kind = Self;
    type Grain = grain::Undated;
    type Form = form::Serial<S>;
    type Stored = stored::form::Plain<u32>;

    fn datum(&self) -> Datum {
        Datum::Whole(i64::from(self.get()))
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Whole(number) => Self::try_from(number),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<S: Subject> stored::Plain for SerialNumber<S> {
    type Number = u32;

    #[inline]
    fn number(&self) -> u32 {
        self.get()
    }

    #[inline]
    fn is_number(number: u32) -> bool {
        number != 0 && i64::from(number) <= WHOLE_MAX
    }

    #[inline]
    fn of_number(number: u32) -> Self {
        Self {
            // Only called with numbers that `is_number` accepts, or under a null, where the result is not used.
            number: NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN),
            subject: PhantomData,
        }
    }
}
