//! What the tests of several crates share: made-up rows, ways to spoil them, and the canonical text of a block.
//!
//! Tests that need one crate only stand in that crate.
#![forbid(unsafe_code)]

pub mod canonical;
pub mod csv;
pub mod rows;
pub mod spoiled;

/// Calls a function that is generic over a row once for each block of the model, in its order.
///
/// That the list is complete is a test (`tests/blocks.rs`).
#[macro_export]
macro_rules! each_block {
    ($check:ident) => {{
        use beraad_model::{ksz, vdab};
        $check::<vdab::Profile>();
        $check::<vdab::Trajectory>();
        $check::<vdab::TrajectoryMonth>();
        $check::<vdab::Training>();
        $check::<vdab::WorkplaceLearning>();
        $check::<ksz::PersonYear>();
        $check::<ksz::Descent>();
        $check::<ksz::Death>();
        $check::<ksz::LegalCohabitation>();
        $check::<ksz::SocioEconomicPosition>();
        $check::<ksz::Household>();
        $check::<ksz::SelfEmployment>();
        $check::<ksz::Job>();
        $check::<ksz::WorkQuarter>();
        $check::<ksz::EmploymentLine>();
        $check::<ksz::JobVolume>();
        $check::<ksz::Pay>();
        $check::<ksz::Income>();
        $check::<ksz::ChildBenefitAmount>();
        $check::<ksz::ChildBenefitActor>();
        $check::<ksz::CareerBreakStatus>();
        $check::<ksz::CareerBreakPayment>();
        $check::<ksz::Qualification>();
        $check::<ksz::UnemploymentStatus>();
        $check::<ksz::JobSeekerRegistration>();
        $check::<ksz::UnemploymentPayment>();
        $check::<ksz::UnemploymentSanction>();
        $check::<ksz::LivingWageStatus>();
        $check::<ksz::LivingWagePayment>();
        $check::<ksz::Activation>();
        $check::<ksz::RetirementStatus>();
        $check::<ksz::InvalidityStatus>();
        $check::<ksz::CrossBorderWork>();
        $check::<ksz::Residence>();
    }};
}

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> std::path::PathBuf {
    // The package's folder stands in the workspace's.
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Collects every file in a folder and its subfolders, except hidden files and build output.
///
/// # Panics
/// If a folder cannot be read.
pub fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<std::path::PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}
