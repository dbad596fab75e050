//! Conditions that follow from others by their form: `a <= b` follows from `a < b`.

use std::cmp::Ordering;

use beraad_describe::{Expr, Literal, Operator};

/// Returns an expression in a form in which more of them are alike: negations at the comparisons, a constant on the right, and
/// `<` instead of `>`. With three truth values it is the same condition.
pub(crate) fn normal(expression: &Expr, is_negated: bool) -> Expr {
    match expression {
        Expr::Not(operand) => normal(operand, !is_negated),
        Expr::Binary {
            operator: operator @ (Operator::And | Operator::Or),
            left,
            right,
        } => {
            let operator = match (operator, is_negated) {
                (Operator::And, false) | (Operator::Or, true) => Operator::And,
                _ => Operator::Or,
            };
            Expr::binary(
                operator,
                normal(left, is_negated),
                normal(right, is_negated),
            )
        }
        Expr::Binary {
            operator,
            left,
            right,
        } if !matches!(operator, Operator::Plus | Operator::Minus) => {
            let operator = if is_negated {
                opposite(*operator)
            } else {
                *operator
            };
            comparison(operator, left, right)
        }
        other if is_negated => Expr::not(other.clone()),
        other => other.clone(),
    }
}

fn comparison(operator: Operator, left: &Expr, right: &Expr) -> Expr {
    let is_constant = |expression: &Expr| matches!(expression, Expr::Literal(_));
    let is_turned = match (is_constant(left), is_constant(right)) {
        (true, false) => true,
        (false, true) => false,
        _ => match operator {
            Operator::Greater | Operator::GreaterOrEqual => true,
            Operator::Equal | Operator::NotEqual => left.to_string() > right.to_string(),
            _ => false,
        },
    };
    if is_turned {
        Expr::binary(turned(operator), right.clone(), left.clone())
    } else {
        Expr::binary(operator, left.clone(), right.clone())
    }
}

fn opposite(operator: Operator) -> Operator {
    match operator {
        Operator::Equal => Operator::NotEqual,
        Operator::NotEqual => Operator::Equal,
        Operator::Less => Operator::GreaterOrEqual,
        Operator::LessOrEqual => Operator::Greater,
        Operator::Greater => Operator::LessOrEqual,
        Operator::GreaterOrEqual => Operator::Less,
        other => other,
    }
}

/// Returns the operator for the operands in the other order.
fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        other => other,
    }
}

/// Returns true if a row that violates a condition violates one of several others.
pub(crate) fn follows(condition: &Expr, others: &[&Expr]) -> bool {
    match condition {
        Expr::Binary {
            operator: Operator::And,
            left,
            right,
        } if follows(left, others) && follows(right, others) => true,
        _ => others.iter().any(|other| implies(other, condition)),
    }
}

/// Returns true if a row that violates `second` violates `first` too, by the form of the two, which are [`normal`].
fn implies(first: &Expr, second: &Expr) -> bool {
    if first == second {
        return true;
    }
    // Taking a condition apart is right in each order, but only all orders find what there is to find.
    if let Expr::Binary {
        operator: Operator::And,
        left,
        right,
    } = second
        && implies(first, left)
        && implies(first, right)
    {
        return true;
    }
    if let Expr::Binary {
        operator: Operator::Or,
        left,
        right,
    } = first
        && implies(left, second)
        && implies(right, second)
    {
        return true;
    }
    if let Expr::Binary {
        operator: Operator::And,
        left,
        right,
    } = first
        && (implies(left, second) || implies(right, second))
    {
        return true;
    }
    if let Expr::Binary {
        operator: Operator::Or,
        left,
        right,
    } = second
        && (implies(first, left) || implies(first, right))
    {
        return true;
    }
    if let (Some((first, some)), Some((second, more))) = (options(first), options(second)) {
        return first == second && some.iter().all(|option| more.contains(option));
    }
    if let (Expr::Not(first), Expr::Not(second)) = (first, second)
        && let (Some((first, many)), Some((second, some))) = (options(first), options(second))
    {
        return first == second && some.iter().all(|option| many.contains(option));
    }
    match (first, second) {
        (
            Expr::Binary {
                operator: first_operator,
                left: first_left,
                right: first_right,
            },
            Expr::Binary {
                operator: second_operator,
                left: second_left,
                right: second_right,
            },
        ) => {
            // `a == b` is turned by the order of the names, and `a <= b` is not.
            let is_turned = first_left == second_right && first_right == second_left;
            let (second_operator, second_left, second_right) = if is_turned {
                (turned(*second_operator), second_right, second_left)
            } else {
                (*second_operator, second_left, second_right)
            };
            let order = if first_right == second_right {
                Some(Ordering::Equal)
            } else {
                order_of_constants(first_right, second_right)
            };
            first_left == second_left
                && order.is_some_and(|order| is_narrower(*first_operator, second_operator, order))
        }
        _ => false,
    }
}

/// Returns the value and the constants of a test that the value is one of them.
fn options(expression: &Expr) -> Option<(&Expr, Vec<&Literal>)> {
    match expression {
        Expr::OneOf { value, options } => Some((value, options.iter().collect())),
        Expr::Binary {
            operator: Operator::Equal,
            left,
            right,
        } => match &**right {
            Expr::Literal(literal) => Some((left, vec![literal])),
            _ => None,
        },
        _ => None,
    }
}

fn order_of_constants(first: &Expr, second: &Expr) -> Option<Ordering> {
    match (first, second) {
        (Expr::Literal(Literal::Number(first)), Expr::Literal(Literal::Number(second))) => {
            Some(first.cmp(second))
        }
        (Expr::Literal(Literal::Period(first)), Expr::Literal(Literal::Period(second))) => {
            first.partial_cmp(second)
        }
        _ => None,
    }
}

/// Returns true if `x first a` follows from `x second b`'s violation: where `b` is violated, `a` is too. `order` is that of `a`
/// and `b`.
fn is_narrower(first: Operator, second: Operator, order: Ordering) -> bool {
    use Operator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual};
    match (first, second) {
        (Less | LessOrEqual | Equal, LessOrEqual) | (Less, Less) => order.is_le(),
        (LessOrEqual | Equal, Less) => order.is_lt(),
        (Greater | GreaterOrEqual | Equal, GreaterOrEqual) | (Greater, Greater) => order.is_ge(),
        (GreaterOrEqual | Equal, Greater) => order.is_gt(),
        _ => false,
    }
}
