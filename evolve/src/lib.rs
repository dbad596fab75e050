#![doc = include_str!("../README.md")]

mod class;
mod item;
mod change;
mod rename;
mod text_change;
mod limits;
mod rule;
mod type_change;
mod texts;
mod example;
mod rules;
mod finding;
mod kept;
mod print;

pub use crate::class::{Class, Verdict, Viewpoints};
pub use crate::finding::{Diff, Difference, Finding, Section};
pub use crate::kept::{KeptVersion, ReadVersionError, read_model, version_numbers};
pub use crate::rule::Rule;
pub use crate::rules::{RULES, rule};
