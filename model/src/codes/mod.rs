//! Code lists of which codes or labels are published.

mod compensation_category;
mod desired_occupation_cluster;
mod driving_licence_type;
mod education_level;
mod education_level_at_inflow;
mod exclusion_reason;
mod exempt_from_registration;
mod job_seeker_category;
mod language_knowledge;
mod lea_employed;
mod lipro_position;
mod relation_to_reference_person;
mod second_entitled_code;
mod work_disability;

pub use compensation_category::CompensationCategory;
pub use desired_occupation_cluster::DesiredOccupationCluster;
pub use driving_licence_type::DrivingLicenceType;
pub use education_level::EducationLevel;
pub use education_level_at_inflow::EducationLevelAtInflow;
pub use exclusion_reason::ExclusionReason;
pub use exempt_from_registration::ExemptFromRegistration;
pub use job_seeker_category::JobSeekerCategory;
pub use language_knowledge::LanguageKnowledge;
pub use lea_employed::LeaEmployed;
pub use lipro_position::LiproPosition;
pub use relation_to_reference_person::RelationToReferencePerson;
pub use second_entitled_code::SecondEntitledCode;
pub use work_disability::WorkDisability;
