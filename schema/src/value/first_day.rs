//! Code that days, months and quarters share as value types: a column stores their first day.

/// Implements `Scalar` for a calendar type that is stored as its first day.
macro_rules! first_day_scalar {
    ($type:ident, $grain:ident) => {
        impl Scalar for $type {
            const TYPE: ValueType = ValueType::$type {};
            type Kind = Self;
            type Grain = grain::$grain;
            type Form = form::Calendar;
            type Stored = stored::form::Plain<i32>;
            const __IS_DAY: bool = matches!(Self::GRAIN, crate::describe::Grain::Day);

            fn datum(&self) -> Datum {
                Datum::Period((*self).into())
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::Period(period) => Self::from_period(period),
                    _ => None,
                }
                .ok_or_else(|| ValueError::wrong_type(&<Self as Scalar>::TYPE, &datum))
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
pub(super) use first_day_scalar;
