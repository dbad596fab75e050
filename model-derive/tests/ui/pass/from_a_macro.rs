//! A struct that a macro of the user's writes, with names and types from outside of it.

use beraad_model_derive::Block;
use beraad_schema::{Count, Row};

macro_rules! visit {
    ($name:ident, $column:ident: $type:ty, $other:ident) => {
        /// One visit.
        ///
        /// nl: Eén bezoek.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Bezoek",
            label(nl = "Bezoek", en = "Visit"),
            row(nl = "één bezoek", en = "one visit"),
            unit_type(nl = "bezoek", en = "visit"),
            temporality = event,
            key($column),
            rule(order: $column <= $other && $other >= $column && inner > $column, nl = "orde", en = "order"),
        )]
        pub struct $name {
            /// Number of visits.
            ///
            /// nl: Aantal bezoeken.
            #[variable(
                label(nl = "Aantal bezoeken", en = "Number of visits"),
                term = "het aantal bezoeken",
                matched = none,
                certainty = phrase,
                level = metric,
            )]
            pub $column: $type,

            /// Number of visits.
            ///
            /// nl: Aantal bezoeken.
            #[variable(
                label(nl = "Aantal bezoeken", en = "Number of visits"),
                term = "het aantal bezoeken",
                matched = none,
                certainty = phrase,
                level = metric,
            )]
            pub $other: Count,

            /// Number of visits.
            ///
            /// nl: Aantal bezoeken.
            #[variable(
                label(nl = "Aantal bezoeken", en = "Number of visits"),
                term = "het aantal bezoeken",
                matched = none,
                certainty = phrase,
                level = metric,
            )]
            pub inner: Option<$type>,
        }
    };
}

visit!(Visit, row: Count, source);

fn main() {
    assert_eq!(Visit::column_names(), ["row", "source", "inner"]);
}
