//! The findings that a person has accepted.

use std::collections::BTreeSet;

use crate::accepted::{Accepted, AcceptedChange};
use crate::class::Class;
use crate::finding::{Diff, Finding};

impl Diff {
    /// Marks the findings that are accepted. Returns the errors: changes that are accepted without what their class needs, which then
    /// count as not accepted. An accepted change that is not a finding of these two models belongs to two other ones, and is ignored:
    /// see [`Accepted::unmatched`].
    pub fn accept(&mut self, accepted: &Accepted) -> Vec<String> {
        let mut errors = Vec::new();
        for change in &accepted.changes {
            let fingerprint = &change.fingerprint;
            let mut findings = self.findings.iter_mut();
            let Some(finding) = findings.find(|it| it.fingerprint == *fingerprint) else {
                continue;
            };
            if change.editorial && !finding.rule.is_about_words {
                errors.push(format!(
                    "`{fingerprint}` is accepted as editorial, and {finding}: that is not a change of words"
                ));
            } else if finding.classes.contains(&Class::Disclosure)
                && change.decision.is_none()
                && !change.editorial
            {
                errors.push(format!(
                    "`{fingerprint}` is accepted without a decision, and {finding}: name the decision that authorises it as `decision`"
                ));
            } else {
                finding.accepted = Some(change.clone());
            }
        }
        errors
    }

    /// Returns the findings at or above a class that are not accepted. Those that are accepted as editorial count as
    /// [`Class::Doc`].
    pub fn failures(&self, bar: Class) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| match &finding.accepted {
                None => finding.class() >= bar,
                Some(_) => false,
            })
    }
}

impl Accepted {
    /// Returns the accepted changes that are not a finding of any of these comparisons.
    ///
    /// An accepted change belongs to the two versions between which it happened. So it is outdated only if no step from one version to
    /// the next one has it.
    #[must_use]
    pub fn unmatched<'a>(
        &'a self,
        diffs: impl IntoIterator<Item = &'a Diff>,
    ) -> Vec<&'a AcceptedChange> {
        let found: BTreeSet<&str> = diffs
            .into_iter()
            .flat_map(|diff| &diff.findings)
            .map(|finding| finding.fingerprint.as_str())
            .collect();
        let changes = self.changes.iter();
        changes
            .filter(|change| !found.contains(change.fingerprint.as_str()))
            .collect()
    }
}
