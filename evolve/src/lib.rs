//! The changes between two versions of a data model: what each of them breaks, for whom, and how to make it compatible.
//!
//! ```
//! use beraad_describe::{Label, Language, example_model};
//! use beraad_evolve::{Class, Diff};
//!
//! let old = example_model();
//! let mut new = old.clone();
//! let sex = new.code_lists.iter_mut().find(|list| list.id == "sex").unwrap();
//! // The codes and all schemas are the same, and each code means what the other one meant.
//! sex.codes.swap(0, 1);
//! let (man, woman) = (sex.codes[0].code.take(), sex.codes[1].code.take());
//! (sex.codes[0].code, sex.codes[1].code) = (woman, man);
//!
//! let diff = Diff::new(&old, &new);
//! assert_eq!(diff.worst(), Some(Class::Semantic));
//! for finding in &diff.findings {
//!     println!("{}: {finding}", finding.class());
//! }
//! ```
//!
//! Every difference between two models is explained by one [`Rule`]. [`RULES`] has them all, each with a class, verdicts from four
//! viewpoints, a reason, advice, and a pair of models on which it fires. This crate reads descriptions alone: no rows, no Arrow, no
//! format.
//!
//! A version of a model is kept as a [`KeptVersion`]. [`Accepted`] has the findings that a person has judged.

mod sorted;
mod class;
mod shown;
mod item;
mod former_names;
mod change;
mod moves;
mod text_change;
mod limits;
mod rule;
mod type_change;
mod texts;
mod texts_of_decision;
mod observed;
mod truth;
mod implication;
mod condition;
mod stated;
mod other_id;
mod example;
mod bound;
mod class_text;
mod code_labels;
mod code_lists;
mod code_groups;
mod code_periods;
mod label_moves;
mod aliases;
mod class_bounds;
mod code_parts;
mod list_parts;
mod reused_names;
mod condition_columns;
mod rename;
mod changed_conditions;
mod followers;
mod rules;
mod accepted;
mod finding;
mod accept;
mod duplicates;
mod references;
mod kept;
mod print;
mod report;
#[cfg(feature = "schemas")]
pub mod schemas;
mod canonical;
#[cfg(feature = "testing")]
pub mod testing;

pub use crate::accepted::{Accepted, AcceptedChange, AcceptedError};
pub use crate::canonical::canonical_text;
pub use crate::class::{Class, Verdict, Viewpoints};
pub use crate::finding::{Diff, Difference, Finding, NamedItem, Section};
pub use crate::item::Kind;
pub use crate::kept::{
    KeptVersion, ReadVersionError, read_model, version_numbers, versions_of_files,
};
pub use crate::report::Report;
pub use crate::rule::Rule;
pub use crate::rules::{RULES, rule};
