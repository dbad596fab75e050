//! What VDAB delivers, by paragraph 3 of the deliberation.

mod profile;
mod trajectory;
mod trajectory_month;

pub use crate::codes::{
    DesiredOccupationCluster, DrivingLicenceType, EducationLevel, EducationLevelAtInflow,
    LanguageKnowledge, WorkDisability,
};
pub use profile::{DesiredEmployment, DesiredWorkRegime, DiplomaEuropeanRecognition, Profile};
pub use trajectory::{ServiceNeedAssessment, Trajectory, TrajectoryExecutor, VdabOffice};
pub use trajectory_month::TrajectoryMonth;
