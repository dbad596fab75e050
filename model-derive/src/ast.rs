//! The content of an input, with the spans that later messages need. Understanding stops here: later stages parse nothing.
//!
//! A part that could not be understood was reported, and is `None` or `Invalid`; the others are still checked.

mod id;
mod lineage;
mod rule;
mod field;
mod block;
mod code_list;

pub(crate) use self::block::{BlockAst, IdentityAst};
pub(crate) use self::code_list::{CodeAst, CodeListAst, TableAst};
pub(crate) use self::field::{FieldAst, FieldContent, RoleAst, VariableAst};
pub(crate) use self::rule::{RuleAst, SUPPORTED_EXPRESSIONS};
