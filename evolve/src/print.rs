//! Findings as text for people.

use std::fmt;

use beraad_describe::visible;

use crate::class::Class;
use crate::finding::{Diff, Finding, Section};
use crate::kept::version_numbers;

impl Diff {
    /// Returns the findings of each part of the model, the part with the worst class first.
    pub fn sections(&self) -> impl Iterator<Item = (&Section, &[Finding])> {
        let sections = self
            .findings
            .chunk_by(|one, next| one.section == next.section);
        sections.map(|findings| (&findings[0].section, findings))
    }

    /// Returns the number of findings of each class that occurs, the worst class first.
    #[must_use]
    pub fn counts(&self) -> Vec<(Class, usize)> {
        let classes = <Class as strum::VariantArray>::VARIANTS.iter().rev();
        let count = |class: &Class| {
            self.findings
                .iter()
                .filter(|it| it.class() == *class)
                .count()
        };
        classes
            .map(|class| (*class, count(class)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Returns the next version of the model, by the worst class: a new first number after a change that breaks something, a new second
    /// one after an addition, a new third one after a change of words. Before 1.0.0, the second and the third number take these places.
    /// `None` if nothing changed, or if the old version is not of three numbers.
    #[must_use]
    pub fn next_version(&self) -> Option<String> {
        let [major, minor, patch] = version_numbers(&self.old_version)?;
        let step = match self.worst()? {
            Class::Semantic | Class::Breaking | Class::Disclosure => 0,
            Class::Risky | Class::Compatible => 1,
            Class::Doc => 2,
        };
        // Before the first stable version, each number does the work of the one before it.
        let step = if major == 0 { (step + 1).min(2) } else { step };
        let (major, minor, patch) = match step {
            0 => (major.checked_add(1)?, 0, 0),
            1 => (major, minor.checked_add(1)?, 0),
            _ => (major, minor, patch.checked_add(1)?),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

/// The name of the part, with its kind: ``block `loan` ``.
impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decision => f.write_str("the decision"),
            Self::Block(id) => write!(f, "block `{}`", visible(id)),
            Self::CodeList(id) => write!(f, "code list `{}`", visible(id)),
            Self::Model => f.write_str("the model"),
        }
    }
}

/// On one line, without the part of the model: ``V020 loan.renewals: the unit changed: en "days" -> "weeks"``.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, title) = (self.rule.id, self.rule.title);
        write!(f, "{id} {}: {title}", visible(&self.place))?;
        if self.message.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", visible(&self.message))
        }
    }
}

/// By part, each finding on a line after its classes, with its fingerprint and what to do:
///
/// ```text
/// block `loan`
///   SEMANTIC V020 loan.renewals: the unit changed: en "days" -> "weeks" [a1b2c3d4e5f6]
///     Add a variable with the new unit, and record a break in series.
/// ```
impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (section, findings)) in self.sections().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            writeln!(f, "{section}")?;
            for finding in findings {
                let classes: Vec<_> = finding.classes.iter().map(ToString::to_string).collect();
                let classes = classes.join("+");
                writeln!(f, "  {classes} {finding} [{}]", finding.fingerprint)?;
                writeln!(f, "    {}", finding.remedy)?;
            }
        }
        Ok(())
    }
}
