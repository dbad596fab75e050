//! Months, quarters and years as values of a row: dates as coarse as a decision delivers them.

use crate::check;
use crate::describe::{CalendarError, ValueType, Year, YearMonth, YearQuarter};

use super::{Datum, Scalar, ValueError, stored};

impl From<CalendarError> for ValueError {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::Form { expected } => Self::Form { expected },
            CalendarError::NotFirstDay { of } => Self::NotFirstDay { of },
            CalendarError::OutOfBounds { min, max } => Self::OutOfBounds { min, max },
        }
    }
}

macro_rules! first_day_scalar {
    ($type:ident, $grain:ident) => {
        impl Scalar for $type {
            const TYPE: ValueType = ValueType::$type {};
            type Kind = Self;
            type Grain = check::by::$grain;
            type Form = check::form::Calendar;
            type Stored = stored::form::Plain<i32>;

            fn datum(&self) -> Datum {
                Datum::$type(*self)
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::$type(value) => Ok(value),
                    other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
                }
            }
        }

        impl stored::Plain for $type {
            type Number = i32;

            #[inline]
            fn number(&self) -> i32 {
                self.to_epoch_days()
            }

            #[inline]
            fn is_number(days: i32) -> bool {
                Self::__is_first_day(days)
            }

            #[inline]
            fn of_number(days: i32) -> Self {
                Self::__from_first_day(days)
            }
        }
    };
}

first_day_scalar!(YearMonth, Monthly);
first_day_scalar!(YearQuarter, Quarterly);

impl Scalar for Year {
    const TYPE: ValueType = ValueType::Year {};
    type Kind = Self;
    type Grain = check::by::Yearly;
    type Form = check::form::Calendar;
    type Stored = stored::form::Plain<i16>;

    fn datum(&self) -> Datum {
        Datum::Year(*self)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Year(year) => Ok(year),
            Datum::Whole(year) => Ok(Self::try_new(year)?),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
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
        Self::try_new(i64::from(year)).is_ok()
    }

    #[inline]
    fn of_number(year: i16) -> Self {
        Self::__from_number(year)
    }
}
