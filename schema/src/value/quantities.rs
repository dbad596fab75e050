//! The quantities that numbers count or measure. One line declares a quantity: its marker type and its number type.

use super::markers::QuantityType;
use super::{Scaled, Whole};
use crate::describe::{NumberQuantity, Quantity, SCALED_MAX, WHOLE_MAX};

/// Declares the type of a quantity.
macro_rules! marker {
    ($(#[$doc:meta])* $quantity:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $quantity {}

        impl super::QuantityType for $quantity {
            const QUANTITY: super::NumberQuantity =
                super::NumberQuantity::BuiltIn(super::Quantity::$quantity);
        }
    };
}

/// Declares for each quantity a marker type and an alias of the number type that holds it.
macro_rules! quantities {
    (
        whole { $($(#[$whole_doc:meta])* $whole:ident,)* }
        scaled { $($(#[$scaled_doc:meta])* $scaled:ident,)* }
    ) => {
        /// The quantities that every model has, as types; see [`QuantityType`](crate::QuantityType).
        pub mod quantity {
            $(marker!($(#[$whole_doc])* $whole);)*
            $(marker!($(#[$scaled_doc])* $scaled);)*
        }

        $(
            $(#[$whole_doc])*
            ///
            /// `MIN` and `MAX` are the smallest and the largest value; both are included. See [`Whole`](crate::Whole) for its
            /// values.
            pub type $whole<const MIN: i64 = 0, const MAX: i64 = { WHOLE_MAX }> =
                Whole<quantity::$whole, MIN, MAX>;
        )*

        $(
            $(#[$scaled_doc])*
            ///
            /// `MIN` and `MAX` are the smallest and the largest value, in whole units; both are included. `DECIMALS` is the
            /// number of decimals. See [`Scaled`](crate::Scaled) for its values.
            pub type $scaled<
                const MIN: i64 = { -SCALED_MAX },
                const MAX: i64 = { SCALED_MAX },
                const DECIMALS: u8 = { crate::describe::DECIMALS },
            > = Scaled<quantity::$scaled, MIN, MAX, DECIMALS>;
        )*
    };
}

quantities! {
    whole {
        /// A number of things: persons, jobs, notifications.
        Count,
        /// A number of days.
        Days,
        /// A number of weeks.
        Weeks,
        /// A number of months.
        Months,
        /// A number of years: a duration, or an age.
        Years,
        /// A number of minutes.
        Minutes,
    }
    scaled {
        /// A number of hours.
        Hours,
        /// A number of hours per week.
        HoursPerWeek,
        /// A percentage: parts per hundred.
        Percentage,
        /// A ratio: one number divided by another.
        Ratio,
    }
}

/// An age in years: the same quantity as [`Years`], so that a rule can compare an age with a duration.
///
/// ```
/// use beraad_schema::Age;
///
/// let age: Age = "64".parse().unwrap();
/// assert_eq!(age.get(), 64);
/// ```
pub type Age<const MIN: i64 = 0, const MAX: i64 = { WHOLE_MAX }> = Years<MIN, MAX>;
