//! The blocks that VDAB delivers (paragraph 3 of the deliberation).

// Constants that several blocks share.
mod shared;

mod profile;
mod training;
mod trajectory;
mod trajectory_month;
mod workplace_learning;

pub use profile::Profile;
pub use training::Training;
pub use trajectory::Trajectory;
pub use trajectory_month::TrajectoryMonth;
pub use workplace_learning::WorkplaceLearning;
