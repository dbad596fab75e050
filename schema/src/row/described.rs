//! The description of a row type at run time, and functions that the generated code calls.

use super::Block;
use super::compiled_rule::CompiledRule;
use crate::describe::{self, Deliberation, Field, ValueType};

/// The description of a block and what is derived from it, made once per type.
pub struct Described {
    pub(crate) block: describe::Block,
    /// The names of the columns, groups flattened.
    pub(crate) names: Vec<&'static str>,
    /// The columns, in the same order: readers of rows need them for every row.
    pub(crate) columns: Vec<DescribedColumn>,
    /// The rules of the block, in the same order.
    pub(crate) rules: Vec<CompiledRule>,
    /// The index of the column that holds the observation period.
    pub(crate) observation_period: Option<usize>,
    /// The indexes of the columns of the key; `None` if no key is known.
    pub(crate) key: Option<Vec<usize>>,
}

/// A column as readers of rows need it.
pub(crate) struct DescribedColumn {
    pub(crate) name: &'static str,
    pub(crate) value_type: ValueType,
    /// True if null is allowed.
    pub(crate) nullable: bool,
}

/// The fields of a block. A function instead of a method of `Block`, so that a struct that is not a block gets one message.
#[must_use]
pub fn fields<R: Block>() -> Vec<Field> {
    R::description().fields.clone()
}

/// The decision as `deliberation!` writes it.
///
/// # Panics
/// If the text is not one that the macro of the same version writes.
#[must_use]
pub fn deliberation(text: &'static str) -> Deliberation {
    serde_json::from_str(text).expect("the macro writes a decision of this version")
}
