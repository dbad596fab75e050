//! What the KSZ delivers, by paragraph 4 of the deliberation.

mod cross_border_work;
mod household;
mod income;
mod job_seeker_registration;
mod pay;
mod shared;
mod unemployment_payment;
mod unemployment_sanction;
mod unemployment_status;

pub use crate::codes::{
    CompensationCategory, ExclusionReason, ExemptFromRegistration, JobSeekerCategory, LeaEmployed,
    LiproPosition, RelationToReferencePerson, SecondEntitledCode,
};
pub use cross_border_work::{CrossBorderWork, FirstEntitledCode};
pub use household::{Household, Sex};
pub use income::{
    BenefitIncome, GrossWage, Income, SelfEmployedFiscalAnnualIncome, SelfEmployedIncome,
};
pub use job_seeker_registration::JobSeekerRegistration;
pub use pay::{AverageGrossDailyWage, DailyWageClass, OrdinaryGrossPayQuarter, Pay};
pub use unemployment_payment::{
    AwardConditions, InterventionBeneficiary, SelectionMethod, StatusBeforeActivation,
    UnemploymentBenefitClass, UnemploymentPayment,
};
pub use unemployment_sanction::UnemploymentSanction;
pub use unemployment_status::{
    BenefitAndSelfEmployment, JobSeeker, UnemployedWithPcswSupport, UnemploymentActivated,
    UnemploymentStatus,
};
