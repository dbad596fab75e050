//! Days as values of a row.

use super::first_day::first_day_scalar;
use super::markers::{form, grain};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{CalendarType, Day, ValueType};

first_day_scalar!(Day, Day);
