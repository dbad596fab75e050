//! Rules: what must hold within a row, as data.

use serde::{Deserialize, Serialize};

use crate::expr::Expr;
use crate::label::{Label, Text};

/// A condition that every row of a block fulfils. It is violated only if it is *false*: with a null in it, it is unknown, as in SQL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Rule {
    /// The id, unique in the block.
    pub id: Text,
    /// What it says.
    pub message: Label,
    /// The fact that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
    /// The condition.
    pub expression: Expr,
}

impl Rule {
    /// A rule without a stated basis.
    #[must_use]
    pub fn new(id: impl Into<Text>, message: Label, expression: Expr) -> Self {
        Self {
            id: id.into(),
            message,
            basis: None,
            expression,
        }
    }
}
