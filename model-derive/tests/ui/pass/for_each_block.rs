//! `for_each_block!` names the types of the blocks where `deliberation!` is in a module, and where the blocks are in others.

use beraad_schema::Block;

pub mod visits {
    use super::*;
    use beraad_schema::Count;

    /// Visits.
    ///
    /// nl: Bezoeken.
    #[derive(Block, Clone, Debug, PartialEq)]
    #[block(
        heading = "Bezoek",
        label(nl = "Bezoek", en = "Visit"),
        row_unit(nl = "één lezer", en = "one reader"),
        analysis_unit(nl = "lezer", en = "reader"),
        temporality = fixed,
        key(visits),
    )]
    pub struct Visit {
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
        pub visits: Count,
    }

    pub mod departments {
        use super::*;

        /// Departments.
        ///
        /// nl: Afdelingen.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Bezoek",
            label(nl = "Afdeling", en = "Department"),
            row_unit(nl = "één afdeling", en = "one department"),
            analysis_unit(nl = "afdeling", en = "department"),
            temporality = fixed,
            key(department),
        )]
        pub struct Department {
            /// Number of the department.
            ///
            /// nl: Nummer van de afdeling.
            #[variable(
                label(nl = "Afdeling", en = "Department"),
                term = "de bezochte afdeling",
                match_quality = none,
                certainty = phrase,
                measurement = nominal,
            )]
            pub department: Count,
        }
    }
}

pub mod model {
    beraad_schema::deliberation! {
        version = "0.1.0",
        blocks = [crate::visits::Visit, crate::visits::departments::Department],
        unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
    }
}

/// Where the names of the blocks mean something else.
mod dependent {
    use beraad_schema::Block;

    use super::model::for_each_block;

    struct Visit;

    pub trait Named {
        fn name() -> &'static str;
    }

    macro_rules! implement_named {
        ($($block:ty),*) => {
            $(impl Named for $block {
                fn name() -> &'static str {
                    <$block as Block>::ID
                }
            })*
        };
    }
    for_each_block!(implement_named);

    macro_rules! count {
        ($($block:ty),*) => { [$(stringify!($block)),*].len() };
    }
    pub(super) use count;

    pub fn ids() -> Vec<&'static str> {
        let _ = Visit;
        let mut ids = Vec::new();
        for_each_block!(|AnyName| ids.push(AnyName::name()));
        ids
    }
}

fn main() {
    assert_eq!(dependent::ids(), ["visit", "department"]);
    assert_eq!(model::for_each_block!(dependent::count), 2);
    assert_eq!(model::model().blocks.len(), 2);
}
