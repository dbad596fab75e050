//! Years as values of a row.

use super::markers::{form, grain};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{CalendarType, ValueType, Year};

impl Scalar for Year {
    const TYPE: ValueType = ValueType::Year {};
    type Kind = Self;
    type Grain = grain::Year;
    type Form = form::Calendar;
    type Stored = stored::form::Plain<i16>;

    fn datum(&self) -> Datum {
        Datum::Period((*self).into())
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            // What readers find in data is a number.
            Datum::Whole(year) => return Ok(Self::try_from(year)?),
            Datum::Period(period) => Self::from_period(period),
            _ => None,
        }
        .ok_or_else(|| ValueError::wrong_type(&<Self as Scalar>::TYPE, &datum))
    }
}

impl stored::Plain for Year {
    type Number = i16;

    #[inline]
    fn number(&self) -> i16 {
        self.get()
    }

    #[inline]
    fn is_number(year: i16) -> bool {
        (Self::MIN.get()..=Self::MAX.get()).contains(&year)
    }

    #[inline]
    fn of_number(year: i16) -> Self {
        Self::__from_number(year)
    }
}
