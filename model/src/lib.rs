//! Deliberation 17/047 as Rust types: every block of variables that it names is a struct, one kind of row.
//!
//! | module | content |
//! | --- | --- |
//! | [`vdab`] | the blocks that VDAB delivers (paragraph 3) |
//! | [`ksz`] | the blocks that the Crossroads Bank for Social Security (KSZ) delivers (paragraph 4) |
//! | [`codes`] | the code lists, published or not |
//! | [`constraints`] | the constraints between rows |
//! | [`glossary`] | the institutions and terms of the texts |
//!
//! [`model()`] returns the description of the blocks, the code lists and the decision, for formats and checks.
//!
//! The documentation of a block, a column or a code list is its definition in the codebook: English first, then Dutch after
//! `nl:`. The other facts of a column (the phrase that authorises it, its unit, the meaning of a missing value, its source) are
//! in its description: `TrajectoryMonth::description()`, or `beraad show trajectory_month` on the command line.
//!
//! ```
//! use beraad_model::vdab::TrajectoryMonth;
//! use beraad_schema::Block;
//!
//! let row: TrajectoryMonth = serde_json::from_str(r#"{"person": 17, "month": "2013-05", "notifications_per_month": 3}"#)?;
//! assert_eq!(row.month.to_string(), "2013-05");
//! assert_eq!(row.assignments_per_month, None, "unknown, which differs from 0");
//! assert_eq!(TrajectoryMonth::description().heading, "Traject");
//! # Ok::<(), serde_json::Error>(())
//! ```
#![cfg_attr(
    feature = "proptest",
    doc = "
With the feature `proptest`, `arbitrary` generates random rows of any block for tests:

```
use beraad_model::{model, vdab::Trajectory};
use beraad_schema::{Block, arbitrary};

let row: Trajectory = arbitrary::from_seed(model(), 2017);
assert!(row.check(model()).is_empty());
```"
)]
#![forbid(unsafe_code)]
#![expect(
    clippy::doc_markdown,
    reason = "a definition is a text of the codebook, where backticks would be printed"
)]

pub mod codes;
pub mod ksz;
pub mod constraints;
pub mod glossary;
pub mod vdab;

/// The names that the definitions of blocks and code lists use.
mod prelude {
    pub(crate) use beraad_schema::{
        AmountClass, Block, Code, CodeList, Count, Days, Employer, Hours, HoursPerWeek, Months,
        Percentage, Person, Ratio, SerialNumber, Weeks, Year, YearMonth, YearQuarter, note, origin,
        series_break,
    };

    pub(crate) use beraad_schema::describe::{Note, Origin, SeriesBreak};

    pub(crate) use crate::codes::*;
}

/// The kept versions of the model, from the first to the latest: the version, and the file that `beraad version new` wrote.
///
/// `read_model` of `beraad-evolve` reads them, and its `Diff` says what changed since.
pub const VERSIONS: &[(&str, &str)] = &[
    ("0.1.0", include_str!("../versions/0.1.0.json")),
    ("0.2.0", include_str!("../versions/0.2.0.json")),
];

beraad_schema::deliberation! {
    version = "0.2.0",
    blocks = [
        vdab::Profile,
        vdab::Trajectory,
        vdab::TrajectoryMonth,
        vdab::Training,
        vdab::WorkplaceLearning,
        ksz::PersonYear,
        ksz::Descent,
        ksz::Death,
        ksz::LegalCohabitation,
        ksz::SocioEconomicPosition,
        ksz::Household,
        ksz::SelfEmployment,
        ksz::Job,
        ksz::WorkQuarter,
        ksz::EmploymentLine,
        ksz::JobVolume,
        ksz::Pay,
        ksz::Income,
        ksz::ChildBenefitAmount,
        ksz::ChildBenefitActor,
        ksz::CareerBreakStatus,
        ksz::CareerBreakPayment,
        ksz::Qualification,
        ksz::UnemploymentStatus,
        ksz::JobSeekerRegistration,
        ksz::UnemploymentPayment,
        ksz::UnemploymentSanction,
        ksz::LivingWageStatus,
        ksz::LivingWagePayment,
        ksz::Activation,
        ksz::RetirementStatus,
        ksz::InvalidityStatus,
        ksz::CrossBorderWork,
        ksz::Residence,
    ],
    unmodelled = [],
    constraints = [
        constraints::PERSON_IS_KNOWN,
        constraints::SAMPLE_PERSON_ONLY,
        constraints::SAMPLE_PERSON_AGE,
        constraints::REFERENCE_PERSON_IN_HOUSEHOLD,
        constraints::PARTNER_IS_MUTUAL,
        constraints::ONE_ACT,
    ],
    glossary = glossary::GLOSSARY,
}
