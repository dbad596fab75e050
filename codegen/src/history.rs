//! The earlier versions of a model: an input of the codebook, which says what changed.

use std::sync::Arc;

use beraad_evolve::{Accepted, Diff, KeptVersion, version_numbers};
use beraad_schema::describe::{Date, Model};

/// The kept versions of a model, and the changes that a person has accepted.
///
/// ```
/// use beraad_codegen::testing::small_model;
/// use beraad_codegen::{FORMATS, History, Options};
/// use beraad_evolve::{Accepted, KeptVersion};
/// use beraad_schema::describe::Date;
///
/// let kept = KeptVersion::new(small_model(), Date::ymd(2026, 11, 29));
/// let options = Options::new(FORMATS).with_history(History::new([kept], Accepted::default()));
/// # let _ = options;
/// ```
#[derive(Clone, Debug)]
pub struct History {
    versions: Arc<[KeptVersion]>,
    accepted: Arc<Accepted>,
}

/// The changes from one version to the next one.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) diff: Diff,
    /// The day on which the newer version was kept; `None` for the model at hand.
    pub(crate) kept: Option<Date>,
}

impl History {
    /// The history with these kept versions, in any order, and the accepted changes between any two of them.
    #[must_use]
    pub fn new(versions: impl IntoIterator<Item = KeptVersion>, accepted: Accepted) -> Self {
        let mut versions: Vec<_> = versions.into_iter().collect();
        versions.sort_by_key(|version| version_numbers(&version.model.version));
        Self {
            versions: versions.into(),
            accepted: Arc::new(accepted),
        }
    }

    /// A history without an earlier version.
    #[must_use]
    pub fn none() -> Self {
        Self::new([], Accepted::default())
    }

    /// Compares each version with the next one, and the last one with `model`; without the accepted changes.
    #[must_use]
    pub fn diffs(&self, model: &Model) -> Vec<Diff> {
        let pairs = self.pairs(model);
        pairs.map(|(old, new, _)| Diff::new(old, new)).collect()
    }

    /// The changes from each version to the next one, and from the last one to `model`; the newest first. Equal models have no step.
    pub(crate) fn steps(&self, model: &Model) -> Vec<Step> {
        let steps = self.pairs(model).map(|(old, new, kept)| {
            let mut diff = Diff::new(old, new);
            // The errors are those of other steps, and of changes that `beraad diff` does not accept either.
            let _ = diff.accept(&self.accepted);
            // The heading of a step has the version: its number says nothing about the data.
            diff.findings.retain(|finding| finding.rule.id != "M001");
            Step { diff, kept }
        });
        let mut steps: Vec<_> = steps
            .filter(|step| !step.diff.findings.is_empty())
            .collect();
        steps.reverse();
        steps
    }

    /// Each version with the next one, and the last one with `model`: the old model, the new one, and the day on which that was kept.
    fn pairs<'m>(
        &'m self,
        model: &'m Model,
    ) -> impl Iterator<Item = (&'m Model, &'m Model, Option<Date>)> {
        let newer = self.versions.iter().skip(1);
        let newer = newer.map(|version| (&version.model, Some(version.frozen)));
        let newer = newer.chain([(model, None)]);
        let pairs = self.versions.iter().zip(newer);
        pairs.map(|(old, (new, kept))| (&old.model, new, kept))
    }
}
