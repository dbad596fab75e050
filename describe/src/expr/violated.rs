//! The negation of a condition for languages without a third truth value.

use super::{Expr, Literal, Operator};

impl Expr {
    /// Returns the condition that a row violates this one: it is true where this one is false, and false where it is true or
    /// unknown. It is itself never unknown.
    ///
    /// In SQL, a row violates a condition only if the condition is false. Few other languages know an unknown condition: in Stata a
    /// missing value is the largest number, in R it spreads, in Python it is less than nothing. There, write the violation.
    ///
    /// ```
    /// use beraad_describe::{Expr, Operator};
    ///
    /// let in_order = Expr::binary(Operator::LessOrEqual, Expr::column("start"), Expr::column("end"));
    /// assert_eq!(
    ///     in_order.violated().to_string(),
    ///     "start.is_some() && end.is_some() && !(start <= end)"
    /// );
    /// ```
    #[must_use]
    pub fn violated(&self) -> Self {
        self.certainly(false)
    }

    /// The condition that this one certainly has the truth value `truth`.
    fn certainly(&self, truth: bool) -> Self {
        match self {
            Self::Not(operand) => operand.certainly(!truth),
            Self::IsNull(_) => negated_unless(self.clone(), truth),
            Self::Binary {
                operator: operator @ (Operator::And | Operator::Or),
                left,
                right,
            } => {
                // A disjunction is false where both sides are, and a conjunction where one is.
                let operator = match (operator, truth) {
                    (Operator::And, true) | (Operator::Or, false) => Operator::And,
                    _ => Operator::Or,
                };
                Self::binary(operator, left.certainly(truth), right.certainly(truth))
            }
            Self::Literal(Literal::Flag(flag)) => Self::Literal(Literal::Flag(*flag == truth)),
            // A comparison, a flag, a test of a list: known where each of its columns is.
            _ => {
                let known = self.columns().into_iter().map(|column| {
                    let is_null = Self::is_null(Self::Column(column));
                    Self::not(is_null)
                });
                let parts = known.chain([negated_unless(self.clone(), truth)]);
                let joined = parts.reduce(|left, right| Self::binary(Operator::And, left, right));
                joined.unwrap_or_else(|| self.clone())
            }
        }
    }
}

fn negated_unless(condition: Expr, truth: bool) -> Expr {
    if truth {
        condition
    } else {
        Expr::not(condition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Evaluates a condition on columns of small numbers, as SQL does.
    fn truth(condition: &Expr, row: &[(&str, Option<i64>)]) -> Option<bool> {
        let number = |operand: &Expr| match operand {
            Expr::Column(name) => row.iter().find(|(known, _)| name == known).unwrap().1,
            Expr::Literal(Literal::Number(number)) => Some(*number),
            other => panic!("not a number: {other}"),
        };
        match condition {
            Expr::Literal(Literal::Flag(flag)) => Some(*flag),
            Expr::Not(operand) => truth(operand, row).map(|it| !it),
            Expr::IsNull(operand) => Some(number(operand).is_none()),
            Expr::OneOf { value, options } => {
                let value = number(value)?;
                Some(options.contains(&Literal::Number(value)))
            }
            Expr::Binary {
                operator,
                left,
                right,
            } => match operator {
                Operator::And => match (truth(left, row), truth(right, row)) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                },
                Operator::Or => match (truth(left, row), truth(right, row)) {
                    (Some(true), _) | (_, Some(true)) => Some(true),
                    (Some(false), Some(false)) => Some(false),
                    _ => None,
                },
                Operator::LessOrEqual => Some(number(left)? <= number(right)?),
                Operator::Equal => Some(number(left)? == number(right)?),
                other => panic!("not in the tests: {other:?}"),
            },
            other => panic!("not in the tests: {other}"),
        }
    }

    #[test]
    fn violation_is_true_exactly_where_the_condition_is_false() {
        let (a, b) = (|| Expr::column("a"), || Expr::column("b"));
        let less = Expr::binary(Operator::LessOrEqual, a(), b());
        let equal = Expr::binary(Operator::Equal, b(), Literal::Number(1).into());
        let one_of = Expr::one_of(a(), vec![Literal::Number(0), Literal::Number(2)]);
        let atoms = [
            less,
            equal,
            one_of,
            Expr::is_null(a()),
            Literal::Flag(true).into(),
        ];
        let mut conditions = atoms.to_vec();
        for left in &atoms {
            for right in &atoms {
                for operator in [Operator::And, Operator::Or] {
                    let both = Expr::binary(operator, left.clone(), Expr::not(right.clone()));
                    conditions.extend([Expr::not(both.clone()), both]);
                }
            }
        }
        let values = [None, Some(0), Some(1), Some(2)];
        for condition in &conditions {
            let violated = condition.violated();
            for a in values {
                for b in values {
                    let row = [("a", a), ("b", b)];
                    let expected = truth(condition, &row) == Some(false);
                    assert_eq!(
                        truth(&violated, &row),
                        Some(expected),
                        "{condition} {row:?}"
                    );
                }
            }
        }
    }
}
