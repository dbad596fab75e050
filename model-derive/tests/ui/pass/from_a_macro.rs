//! A struct that a macro of the user's writes, with names and types from outside of it.
use beraad_schema::{Block, Count};

macro_rules! visit {
    ($name:ident, $column:ident: $type:ty, $other:ident) => {
        /// One visit.
        ///
        /// nl: Eén bezoek.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Bezoek",
            label(nl = "Bezoek", en = "Visit"),
            row_unit(nl = "één bezoek", en = "one visit"),
            analysis_unit(nl = "bezoek", en = "visit"),
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
                match_quality = none,
                certainty = phrase,
                measurement = metric,
            )]
            pub $column: $type,

            /// Number of visits.
            ///
            /// nl: Aantal bezoeken.
            #[variable(
                label(nl = "Aantal bezoeken", en = "Number of visits"),
                term = "het aantal bezoeken",
                match_quality = none,
                certainty = phrase,
                measurement = metric,
            )]
            pub $other: Count,

            /// Number of visits.
            ///
            /// nl: Aantal bezoeken.
            #[variable(
                label(nl = "Aantal bezoeken", en = "Number of visits"),
                term = "het aantal bezoeken",
                match_quality = none,
                certainty = phrase,
                measurement = metric,
            )]
            pub inner: Option<$type>,
        }
    };
}

visit!(Visit, row: Count, source);

fn main() {
    assert_eq!(Visit::column_names(), ["row", "source", "inner"]);
}
