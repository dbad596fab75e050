// The block `Wage`, for cases about rules over quantities and currencies: `wage! { rule(..) }`.
//
// The entries are tokens of the case, so that messages about them are at the case.

use beraad_schema::currency::{Bef, Eur};
use beraad_schema::describe::NumberQuantity;
use beraad_schema::{
    Age, Amount, Block, Days, Hours, Person, QuantityType, SerialNumber, Signed, Weeks, Whole, Years, own_quantity,
    quantity,
};

/// Kilometres.
#[derive(Debug)]
pub enum Kilometres {}

impl QuantityType for Kilometres {
    const QUANTITY: NumberQuantity = own_quantity! {
        id: "kilometres",
        nl: "aantal kilometer",
        en: "number of kilometres",
    };
}

macro_rules! wage {
    ($($entries:tt)*) => {
        wage_block! {
            [$($entries)*]
            euros: Amount<Eur>,
            bonus: Amount<Eur, 0, 1_000>,
            francs: Amount<Bef>,
            days: Days,
            weeks: Weeks,
            delay: Signed<quantity::Days>,
            hours: Hours,
            age: Age,
            seniority: Years,
            distance: Whole<Kilometres>,
        }
    };
}

macro_rules! wage_block {
    ([$($entries:tt)*] $($field:ident: $type:ty,)*) => {
        /// One wage.
        ///
        /// nl: Eén loon.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Loon",
            label(nl = "Loon", en = "Wage"),
            row_unit(nl = "één loon", en = "one wage"),
            analysis_unit(nl = "loon", en = "wage"),
            temporality = event,
            no_known_key(nl = "er zijn meer lonen", en = "there are several wages"),
            $($entries)*
        )]
        pub struct Wage {
            #[block(role = subject)]
            pub person: SerialNumber<Person>,

            $(
                /// Part of the wage.
                ///
                /// nl: Deel van het loon.
                #[variable(
                    label(nl = "Deel", en = "Part"), term = "het loon",
                    match_quality = none, certainty = phrase, measurement = metric,
                )]
                pub $field: Option<$type>,
            )*
        }
    };
}
