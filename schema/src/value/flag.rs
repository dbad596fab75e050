//! Yes or no as a value of a row: `bool`.

use super::markers::{Flag, form, grain};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::ValueType;

impl Scalar for bool {
    const TYPE: ValueType = ValueType::Flag {};
    type Kind = Flag;
    type Grain = grain::Undated;
    type Form = form::Plain;
    type Stored = stored::form::Bit;

    fn datum(&self) -> Datum {
        Datum::Flag(*self)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Flag(flag) => Ok(flag),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}
