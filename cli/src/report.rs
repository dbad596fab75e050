//! The findings of `diff` in forms for programs that show them in their own way.

mod github;
mod markdown;
mod sarif;

pub(crate) use self::github::github;
pub(crate) use self::markdown::markdown;
pub(crate) use self::sarif::sarif;

use beraad_evolve::{Diff, Finding, Kind, Section};

use crate::source_place::{Place, RustSource};

/// A comparison of two models, with the names by which the command line called them.
pub(crate) struct Comparison {
    pub(crate) diff: Diff,
    pub(crate) old: String,
    pub(crate) new: String,
}

impl Comparison {
    /// Returns the name of the old and of the new model: the versions, or what the command line called them if these are equal.
    pub(crate) fn names(&self) -> [String; 2] {
        let (old, new) = (&self.diff.old_version, &self.diff.new_version);
        let name = |name: &String, version: &String| {
            if old != new || name == version {
                version.clone()
            } else {
                format!("{name} ({version})")
            }
        };
        [name(&self.old, old), name(&self.new, new)]
    }
}

/// A finding, with each old model in which the new one differs in the same way.
struct Merged<'c> {
    finding: &'c Finding,
    /// The names of the old models.
    since: Vec<String>,
}

/// Returns the findings of several comparisons, each once: the new model is the same in all of them.
fn merged(comparisons: &[Comparison]) -> Vec<Merged<'_>> {
    let mut all: Vec<Merged<'_>> = Vec::new();
    for comparison in comparisons {
        let [old, _] = comparison.names();
        for finding in &comparison.diff.findings {
            match all.iter_mut().find(|it| it.finding == finding) {
                Some(known) => known.since.push(old.clone()),
                None => all.push(Merged {
                    finding,
                    since: vec![old.clone()],
                }),
            }
        }
    }
    all
}

/// Returns the place of what a finding is about in the source of the model, if it is known.
fn place(finding: &Finding, source: &RustSource) -> Option<Place> {
    let items = finding.differences.first().map(|first| &*first.items);
    let name = |kind: Kind| {
        let mut items = items.unwrap_or_default().iter();
        items.find(|item| item.kind == kind).map(|item| &*item.name)
    };
    match &finding.section {
        Section::Block(id) => {
            let column = finding.place.split(',').next();
            let column = column.and_then(|place| place.split_once('.'));
            source.place(id, column.map(|(_, column)| column))
        }
        Section::CodeList(id) => {
            let of_code = name(Kind::Code)
                .and_then(|code| source.place_of_code(id, code, name(Kind::Meaning)));
            of_code.or_else(|| source.place(id, None))
        }
        Section::Model => source.place_of_constraint(name(Kind::Constraint)?),
        Section::Decision => None,
    }
}
