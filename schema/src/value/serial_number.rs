//! Serial numbers: meaningless numbers in place of the identification numbers of persons, employers and other units.

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
use crate::describe::__private::subject_id;
use crate::describe::{self, Text, ValueType, WHOLE_MAX, subject};

/// A subject of serial numbers: a kind of unit with a numbering of its own. The same subject means the same numbering in
/// every block.
///
/// [`Person`] and [`Employer`] exist already. Write another subject as a type without values and its description: an id,
/// and the name of one unit in each language of the model.
///
/// ```
/// use beraad_schema::{SerialNumber, Subject, describe, subject};
///
/// /// Hospitals.
/// pub enum Hospital {}
///
/// impl Subject for Hospital {
///     const DESCRIPTION: describe::Subject = subject! {
///         id: "hospital",
///         name: { nl: "ziekenhuis", en: "hospital" },
///     };
/// }
///
/// let hospital = SerialNumber::<Hospital>::new(12);
/// assert_eq!(hospital.get(), 12);
/// assert_eq!(Hospital::DESCRIPTION.name.get(describe::Language::EN), "hospital");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a subject of serial numbers",
    label = "does not implement `Subject`",
    note = "write `impl Subject for {Self}` with the constant `DESCRIPTION`, made by `subject! {{ id: \"..\", name: {{ nl: \"..\", en: \"..\" }} }}`"
)]
pub trait Subject: 'static {
    /// The description, written with [`subject!`](crate::subject). Two subjects have two ids.
    const DESCRIPTION: describe::Subject;
}

/// Persons: sample persons, the members of their households, their relatives.
///
/// ```
/// use beraad_schema::{Person, SerialNumber};
///
/// let person = SerialNumber::<Person>::new(1047);
/// assert_eq!(person.to_string(), "1047");
/// ```
#[derive(Debug)]
pub enum Person {}

impl Subject for Person {
    const DESCRIPTION: describe::Subject = subject! {
        id: "person",
        name: { nl: "persoon", en: "person", fr: "personne" },
        definition: {
            nl: "De persoon over wie de rij gaat, als betekenisloos volgnummer.",
            en: "The person that the row is about, as a meaningless serial number.",
            fr: "La personne que la ligne décrit, sous la forme d’un numéro d’ordre sans signification.",
        },
    };
}

/// Employers.
///
/// ```
/// use beraad_schema::{Employer, SerialNumber};
///
/// assert_eq!("12".parse(), Ok(SerialNumber::<Employer>::new(12)));
/// ```
#[derive(Debug)]
pub enum Employer {}

impl Subject for Employer {
    const DESCRIPTION: describe::Subject = subject! {
        id: "employer",
        name: { nl: "werkgever", en: "employer", fr: "employeur" },
        definition: {
            nl: "De werkgever over wie de rij gaat, als betekenisloos volgnummer.",
            en: "The employer that the row is about, as a meaningless serial number.",
            fr: "L’employeur que la ligne décrit, sous la forme d’un numéro d’ordre sans signification.",
        },
    };
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
        // As readers ask for it: formats without types store a signed number in another way.
        serializer.serialize_i64(self.get().into())
    }
}

impl<'de, S: Subject> Deserialize<'de> for SerialNumber<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

impl<S: Subject> Scalar for SerialNumber<S> {
    const TYPE: ValueType = ValueType::SerialNumber {
        of: Text::Borrowed(subject_id(const { &S::DESCRIPTION })),
    };
    type Kind = Self;
    type Grain = grain::Undated;
    type Form = form::Serial<S>;
    type Stored = stored::form::Plain<u32>;
    const __SUBJECT: Option<&'static describe::Subject> = Some(const { &S::DESCRIPTION });

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
