//! The findings that a person has accepted.

use crate::accepted::Accepted;
use crate::class::Class;
use crate::finding::{Diff, Finding};

impl Diff {
    /// Marks the findings that are accepted, and returns what is wrong with the accepted changes: those that are not findings of these
    /// two models, and those that are accepted without what their class needs, which then count as not accepted.
    pub fn accept(&mut self, accepted: &Accepted) -> Vec<String> {
        let mut errors = Vec::new();
        for change in &accepted.changes {
            let fingerprint = &change.fingerprint;
            let mut findings = self.findings.iter_mut();
            let Some(finding) = findings.find(|it| it.fingerprint == *fingerprint) else {
                errors.push(format!(
                    "`{fingerprint}` is accepted, and is not a finding about these two models: remove it"
                ));
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
