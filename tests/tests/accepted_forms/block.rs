//! Two blocks of an invented decision: one with a column of each kind of value, one with a column of lists.

use beraad_schema::currency::Eur;
use beraad_schema::{
    Amount, Block, Code, CodeList, Count, Day, Percentage, Person, SerialNumber, Year, YearMonth,
    YearQuarter, deliberation,
};

macro_rules! block {
    ($name:ident: $($field:ident: $type:ty,)*) => {
        /// A row.
        ///
        /// nl: Een rij.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Vorm",
            label(nl = "Vorm", en = "Form"),
            row_unit(nl = "één vorm", en = "one form"),
            analysis_unit(nl = "vorm", en = "form"),
            temporality = event,
            no_known_key(nl = "er zijn meer vormen", en = "there are several forms"),
        )]
        pub(crate) struct $name {
            /// The person.
            #[block(role = subject)]
            pub(crate) person: SerialNumber<Person>,
            $(
                /// A value.
                ///
                /// nl: Een waarde.
                #[variable(
                    label(nl = "Waarde", en = "Value"), term = "de vorm",
                    match_quality = none, certainty = phrase, measurement = metric,
                )]
                pub(crate) $field: $type,
            )*
        }
    };
}

block! {
    Form:
    day: Option<Day>,
    month: Option<YearMonth>,
    quarter: Option<YearQuarter>,
    year: Option<Year>,
    count: Option<Count<0, 20_000_000>>,
    percentage: Option<Percentage>,
    amount: Option<Amount<Eur>>,
    flag: Option<bool>,
    letter: Option<Letter>,
    number: Option<Code<Numbers>>,
}

block! {
    Lists:
    years: Vec<Year>,
}

/// Letters.
///
/// nl: Letters.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, complete)]
pub(crate) enum Letter {
    #[code("A", label(nl = "A", en = "A"))]
    A,
    #[code("01", label(nl = "Eén", en = "One"))]
    One,
}

/// Numbers.
///
/// nl: Nummers.
#[derive(CodeList, Debug)]
#[codes(supplied)]
pub(crate) enum Numbers {}

deliberation! {
    version = "1.0.0",
    blocks = [Form, Lists],
}
