//! Deliberation 17/047 as Rust types: every variable block that it names is a struct, one kind of row.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`vdab`] | what VDAB delivers, by paragraph 3 |
//! | [`ksz`] | what the Crossroads Bank for Social Security (KSZ) delivers, by paragraph 4 |
//! | [`codes`] | the code lists that are published |
//!
//! [`model()`] describes all of it for formats and checks; its `deliberation` is the decision itself.
//!
//! ```
//! use beraad_model::vdab::TrajectoryMonth;
//! use beraad_schema::Row;
//!
//! let row: TrajectoryMonth = serde_json::from_str(r#"{"person": 17, "month": "2013-05", "notifications_per_month": 3}"#)?;
//! assert_eq!(row.month.to_string(), "2013-05");
//! assert_eq!(row.application_assignments_per_month, None, "not the same as none at all");
//! assert_eq!(TrajectoryMonth::block().heading, "Traject");
//! # Ok::<(), serde_json::Error>(())
//! ```

pub mod codes;
pub mod ksz;
pub mod vdab;

/// What every block and code list of this crate is written with.
mod prelude {
    pub(crate) use beraad_model_derive::{Block, CodeList};
    pub(crate) use beraad_schema::{
        AmountClass, Code, Count, Employer, Hours, Months, Note, Origin, Percentage, Person,
        SerialNumber, SeriesBreak, Weeks, Year, YearMonth, YearQuarter, note, origin, series_break,
    };

    pub(crate) use crate::codes::*;
}

beraad_model_derive::deliberation! {
    version = "0.1.0",
    blocks = [
        vdab::Profile,
        vdab::Trajectory,
        vdab::TrajectoryMonth,
        ksz::Household,
        ksz::Pay,
        ksz::Income,
        ksz::UnemploymentStatus,
        ksz::JobSeekerRegistration,
        ksz::UnemploymentPayment,
        ksz::UnemploymentSanction,
        ksz::CrossBorderWork,
    ],
    unmodelled = [
        "Opleiding",
        "Werkplekleren",
        "Persoonskenmerken",
        "Arbeidsregime en arbeidsvolume",
        "Kinderbijslag",
        "Loopbaanonderbreking en tijdskrediet",
        "Opleiding (per gehaald kwalificatiebewijs)",
        "Leefloon en gewaarborgd inkomen",
        "Activeringsmaatregelen (zowel voor de betrokkene als voor de partner)",
        "Uittrede",
        "Invaliditeit en beroepsziekten",
        "Woonplaats",
    ],
}
