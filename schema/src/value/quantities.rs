//! The quantities that numbers count or measure. One line declares a quantity: its marker type and its number type.

use super::markers::QuantityType;
use super::{Scaled, Whole};
use crate::describe::{Quantity, SCALED_MAX, WHOLE_MAX};

/// Declares for each quantity a marker type and an alias of the number type that holds it.
macro_rules! quantities {
    ($($(#[$doc:meta])* $quantity:ident: $number:ident from $min:expr, to $max:expr;)*) => {
        /// The quantities as types; see [`QuantityType`](crate::QuantityType).
        pub mod quantity {
            $(
                $(#[$doc])*
                #[derive(Debug)]
                pub enum $quantity {}

                impl super::QuantityType for $quantity {
                    const QUANTITY: super::Quantity = super::Quantity::$quantity;
                }
            )*
        }

        $(
            $(#[$doc])*
            ///
            /// `MIN` and `MAX` are the smallest and the largest value, in whole units; both are included.
            #[doc = concat!("See [`", stringify!($number), "`](crate::", stringify!($number), ") for its values.")]
            pub type $quantity<const MIN: i64 = { $min }, const MAX: i64 = { $max }> =
                $number<quantity::$quantity, MIN, MAX>;
        )*
    };
}

quantities! {
    /// A number of things: persons, jobs, notifications.
    Count: Whole from 0, to WHOLE_MAX;
    /// A number of days.
    Days: Whole from 0, to WHOLE_MAX;
    /// A number of weeks.
    Weeks: Whole from 0, to WHOLE_MAX;
    /// A number of months.
    Months: Whole from 0, to WHOLE_MAX;
    /// A number of hours.
    Hours: Scaled from -SCALED_MAX, to SCALED_MAX;
    /// A number of hours per week.
    HoursPerWeek: Scaled from -SCALED_MAX, to SCALED_MAX;
    /// A percentage: parts per hundred.
    Percentage: Scaled from -SCALED_MAX, to SCALED_MAX;
    /// A ratio: one number divided by another.
    Ratio: Scaled from -SCALED_MAX, to SCALED_MAX;
}
