//! What VDAB delivers, by paragraph 3 of the deliberation.

mod profile;
mod shared;
mod training;
mod trajectory;
mod trajectory_month;
mod workplace_learning;

pub use crate::codes::{
    ActionOccupationCluster, DesiredOccupationCluster, DrivingLicenceType, EducationLevel,
    EducationLevelAtInflow, EmployerSector, InternshipType, LanguageKnowledge, TraineeStatus,
    WorkDisability,
};
pub use profile::{DesiredEmployment, DesiredWorkRegime, DiplomaEuropeanRecognition, Profile};
pub use training::{
    ConvertedToGuidanceLine, Training, TrainingCluster, TrainingMethod, TrainingModule,
    TrainingResult, TrainingSection, TrainingSector, TrainingState,
};
pub use trajectory::{ServiceNeedAssessment, Trajectory, TrajectoryExecutor, VdabOffice};
pub use trajectory_month::TrajectoryMonth;
pub use workplace_learning::{
    ActionSituation, ActionState, CompanySize, LanguageSupport, WorkplaceLearning,
};
