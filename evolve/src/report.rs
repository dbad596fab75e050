//! Findings as data for programs: what `beraad diff --format json` prints.

use serde::Serialize;

use crate::accepted::AcceptedChange;
use crate::class::{Class, Viewpoints};
use crate::finding::{Diff, Difference, Finding, Section};

/// The comparison of two models, as data for a program. It is serialized only.
///
/// ```
/// use beraad_describe::example_model;
/// use beraad_evolve::{Class, Diff, Report};
///
/// let model = example_model();
/// let diff = Diff::new(&model, &model);
/// let json = serde_json::to_value(Report::new(&diff, Class::Disclosure))?;
/// assert_eq!(json["failures"], 0);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Report<'d> {
    /// The version of the old model.
    old_version: &'d str,
    /// The version of the new model.
    new_version: &'d str,
    /// The next version that the findings suggest; null if nothing changed, or the old version is not of three numbers.
    next_version: Option<String>,
    /// The number of findings at or above the bar that are not accepted.
    failures: usize,
    /// The findings: by part of the model, the worst first.
    findings: Vec<ReportedFinding<'d>>,
}

/// A finding, as data for a program.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
struct ReportedFinding<'d> {
    /// Twelve hexadecimal digits: the same for the same change in the same place, in whatever version.
    fingerprint: &'d str,
    /// The id of the rule.
    rule: &'d str,
    /// The change, in a few words.
    title: &'d str,
    /// The classes, the worst first.
    classes: &'d [Class],
    /// The part of the model.
    section: &'d Section,
    /// The name of the part that changed.
    place: &'d str,
    /// The old and the new value, or what else there is to know.
    message: &'d str,
    /// The advice for this change.
    remedy: &'d str,
    /// The verdicts.
    viewpoints: Viewpoints,
    /// The acceptance by a person; null if there is none.
    accepted: Option<&'d AcceptedChange>,
    /// The differences that the finding explains.
    differences: &'d [Difference],
}

impl<'d> Report<'d> {
    /// Creates the report; findings of the class `bar` or a worse one that are not accepted are failures.
    #[must_use]
    pub fn new(diff: &'d Diff, bar: Class) -> Self {
        Self {
            old_version: &diff.old_version,
            new_version: &diff.new_version,
            next_version: diff.next_version(),
            failures: diff.failures(bar).count(),
            findings: diff.findings.iter().map(ReportedFinding::new).collect(),
        }
    }
}

impl<'d> ReportedFinding<'d> {
    fn new(finding: &'d Finding) -> Self {
        Self {
            fingerprint: &finding.fingerprint,
            rule: finding.rule.id,
            title: finding.rule.title,
            classes: &finding.classes,
            section: &finding.section,
            place: &finding.place,
            message: &finding.message,
            remedy: finding.remedy,
            viewpoints: finding.viewpoints,
            accepted: finding.accepted.as_ref(),
            differences: &finding.differences,
        }
    }
}
