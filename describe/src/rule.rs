//! Rules: conditions on one row.

use serde::{Deserialize, Serialize};

use crate::expr::Expr;
use crate::label::Label;
use crate::text::Text;

/// A condition that every row of a block fulfils.
///
/// A row violates a rule only if the condition is *false*. With a null in it, a condition may be unknown, as in SQL, and
/// an unknown condition is not a violation. Conditions on several rows are a [`Constraint`](crate::Constraint).
///
/// ```
/// use beraad_describe::{Expr, Label, Language, Operator, Rule};
///
/// let condition = Expr::binary(Operator::LessOrEqual, Expr::column("late"), Expr::column("books"));
/// let rule = Rule::new("late", Label::new([(Language::EN, "no more late than lent")]), condition);
/// assert_eq!(rule.id, "late");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Rule {
    /// The id in snake case, unique in the block.
    pub id: Text,
    /// The condition in words, for researchers: what holds for every row, not what is wrong with one that violates it.
    pub message: Label,
    /// The fact or the paragraph of the decision from which the rule follows, where one is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
    /// The condition as an expression.
    pub expression: Expr,
}

impl Rule {
    /// Creates a rule without a stated basis.
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
