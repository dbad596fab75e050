//! What the KSZ delivers, by paragraph 4 of the deliberation.

mod activation;
mod career_break_payment;
mod career_break_status;
mod child_benefit_actor;
mod child_benefit_amount;
mod cross_border_work;
mod death;
mod descent;
mod employment_line;
mod household;
mod income;
mod invalidity_status;
mod job;
mod job_seeker_registration;
mod job_volume;
mod legal_cohabitation;
mod living_wage_payment;
mod living_wage_status;
mod pay;
mod person_year;
mod qualification;
mod residence;
mod retirement_status;
mod self_employment;
mod shared;
mod socio_economic_position;
mod unemployment_payment;
mod unemployment_sanction;
mod unemployment_status;
mod work_quarter;

pub use crate::codes::{
    ApplicableLegislation, ApprenticeshipType, Art60EmploymentType, Art61Accepted,
    CareerBreakScheme, ChildBenefitActorRole, CivilStatus, CompensationCategory,
    EarlyRetiredWithIncomeSupport, EmployeeClass, EmployeeCode, EmployerNaceCode, EmployerSizeCode,
    EquivalentLivingWageStatus, EstablishmentNaceCode, ExclusionReason, ExemptFromRegistration,
    GpmiType, JobImportanceOrder, JobSeekerCategory, LeaEmployed, LegalCohabitationEvent,
    LiproPosition, NomenclaturePosition, PartTimeClass, PartnerArt60Accepted, PartnerGpmiType,
    PerformanceType, Region, RelationToReferencePerson, ResidenceReason, SecondEntitledCode,
    SelfEmployedContributionCategory, SelfEmployedQualityCode, SelfEmployedSector,
    SocioprofessionalIntegrationType, WorkStatus, WorkWithHalfTimeEarlyRetirement,
};
pub use activation::{
    Activation, ActivationType, Art60Accepted, Art60ConditionsMet, Art60WorkSchedule,
    Art61StateRefund, EmploymentType, PartnerActivation, PartnerActivationType,
    PartnerArt60ConditionsMet, PartnerArt60EmploymentType, PartnerArt60WorkSchedule,
    PartnerArt61Accepted, PartnerArt61StateRefund, PartnerEmploymentType,
    PartnerPartnershipAgreementType, PartnerSocioprofessionalIntegrationType,
    PartnershipAgreementType,
};
pub use career_break_payment::{
    AllowanceAdjustmentKind, CareerBreakMotive, CareerBreakPayment, CareerBreakReason,
    CareerBreakSector, CareerBreakStatusCode,
};
pub use career_break_status::{
    CareerBreakStatus, CareerBreakWithPcswSupport, WorkWithFullTimeCareerBreak,
    WorkWithPartTimeCareerBreak,
};
pub use child_benefit_actor::{ChildBenefitActor, RecipientToBeneficiaryRelation};
pub use child_benefit_amount::{ChildBenefitAmount, ChildBenefitAmountClass};
pub use cross_border_work::{CrossBorderWork, FirstEntitledCode};
pub use death::Death;
pub use descent::{BirthCountryClass, Descent, FirstNationalityClass};
pub use employment_line::{ContractType, EmploymentLine};
pub use household::Household;
pub use income::{
    BenefitIncome, GrossWage, Income, SelfEmployedFiscalAnnualIncome, SelfEmployedIncome,
};
pub use invalidity_status::{
    InvalidityStatus, InvalidityWithEntitledChild, InvalidityWithPension, InvalidityWithWork,
    OccupationalDiseaseWithCareerBreak, OccupationalDiseaseWithEarlyRetirement,
    OccupationalDiseaseWithJobSeekerExemption, OccupationalDiseaseWithJobSeeking,
    OccupationalDiseaseWithPcswSupport, OccupationalDiseaseWithPension,
    OccupationalDiseaseWithWork,
};
pub use job::{EmployeeKeyNumber, EmployerSectorCode, Job};
pub use job_seeker_registration::JobSeekerRegistration;
pub use job_volume::JobVolume;
pub use legal_cohabitation::LegalCohabitation;
pub use living_wage_payment::LivingWagePayment;
pub use living_wage_status::{
    EmployedWithIncomeSupport, JobSeekerWithIncomeSupport, LivingWageStatus,
};
pub use pay::{AverageGrossDailyWage, DailyWageClass, OrdinaryGrossPayQuarter, Pay};
pub use person_year::{CurrentNationalityClass, PersonYear, RegionWithinFlanders, Sex};
pub use qualification::{Qualification, StudyDomain, StudyField, StudyLevel};
pub use residence::{MunicipalitySize, MunicipalityType, Residence, UrbanHierarchy};
pub use retirement_status::{
    PensionWithPermittedWork, RetirementStatus, WorkWithFullTimeEarlyRetirement,
};
pub use self_employment::{SelfEmployedOccupation, SelfEmployment};
pub use socio_economic_position::SocioEconomicPosition;
pub use unemployment_payment::{
    AwardConditions, InterventionBeneficiary, SelectionMethod, StatusBeforeActivation,
    UnemploymentBenefitClass, UnemploymentPayment,
};
pub use unemployment_sanction::UnemploymentSanction;
pub use unemployment_status::{
    BenefitAndSelfEmployment, JobSeeker, UnemployedWithPcswSupport, UnemploymentActivated,
    UnemploymentStatus,
};
pub use work_quarter::WorkQuarter;
