//! The printer of expressions: one function that writes an expression in any language, and a record per language.

use std::fmt;

use super::{Expr, Literal, Operator};
use crate::calendar::Grain;

/// The notation of a language for expressions.
///
/// A new language is a new record. The printer puts brackets where the precedences of the record ask for them, and
/// nowhere else.
///
/// A dialect translates the text of an expression, not its logic. In a language that computes a comparison with a null
/// in another way than SQL, build another [`Expr`] first.
///
/// ```
/// use beraad_describe::{Dialect, Expr, Form, Grain, Literal, Operator};
///
/// /// The part of SQL that these examples need.
/// const SQL: Dialect = Dialect {
///     operator: |operator| match operator {
///         Operator::Or => Form::infix("{0} OR {1}", 1),
///         Operator::And => Form::infix("{0} AND {1}", 2),
///         Operator::Equal => Form::comparison("{0} = {1}", 4),
///         _ => unimplemented!(),
///     },
///     not: Form::prefix("NOT {0}", 3),
///     is_null: Form::comparison("{0} IS NULL", 4),
///     is_not_null: Some(Form::comparison("{0} IS NOT NULL", 4)),
///     len: Form::call("cardinality({0})"),
///     is_empty: None,
///     containing: |grain| match grain {
///         Grain::Year => Form::call("extract(year from {0})"),
///         _ => unimplemented!(),
///     },
///     contains: Form { template: "{1} = ANY ({0})", precedence: 4, operands: [0, 5] },
///     one_of: Form { template: "{0} IN ({1})", precedence: 4, operands: [5, 0] },
///     separator: ", ",
///     column: |name| format!("\"{name}\""),
///     literal: |literal| match literal {
///         Literal::Code { code, .. } => format!("'{code}'"),
///         other => other.to_string(),
///     },
/// };
///
/// let unknown = Expr::is_null(Expr::column("branch"));
/// let code = |code| Literal::Code { list: "branch".into(), code };
/// let known = Expr::one_of(Expr::column("branch"), vec![code("1".into()), code("2".into())]);
/// let rule = Expr::not(Expr::binary(Operator::Or, unknown, known));
/// assert_eq!(SQL.print(&rule), r#"NOT ("branch" IS NULL OR "branch" IN ('1', '2'))"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// The form of each operator: `{0}` is the left operand, `{1}` the right one.
    pub operator: fn(Operator) -> Form,
    /// The form of a negation; `{0}` is the operand.
    pub not: Form,
    /// The form of a test that `{0}` is null.
    pub is_null: Form,
    /// The form of a test that `{0}` is not null; `None` to write the negation of a null test.
    pub is_not_null: Option<Form>,
    /// The form of the number of values in the list `{0}`.
    pub len: Form,
    /// The form of a test that the list `{0}` has no values; `None` to write that its length equals zero.
    pub is_empty: Option<Form>,
    /// The form of the year, quarter or month that contains the date `{0}`.
    pub containing: fn(Grain) -> Form,
    /// The form of a test that the list `{0}` contains `{1}`.
    pub contains: Form,
    /// The form of a test that `{0}` is one of the constants `{1}`.
    ///
    /// Where there are no constants, the printer writes the constant `false` instead, since few languages accept an empty
    /// list there.
    pub one_of: Form,
    /// The text between two constants of [`one_of`](Self::one_of).
    pub separator: &'static str,
    /// Returns the name of a column, with quotation marks where the language needs them.
    pub column: fn(&str) -> String,
    /// Returns the text of a constant: a number, a code, a month and so on.
    ///
    /// The text must not need brackets. The printer itself puts them around a negative number.
    pub literal: fn(&Literal) -> String,
}

/// The form of one kind of expression in a [`Dialect`].
///
/// A precedence is any number from 1 up: where an operator binds more tightly than another one, its number is higher.
/// [`ATOM`](Self::ATOM) is the highest and never needs brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The text, with `{0}` and `{1}` where the operands go.
    pub template: &'static str,
    /// The precedence of the whole. The printer brackets it where its surroundings ask for a higher one.
    pub precedence: u8,
    /// The lowest precedence that each operand may have without brackets; 0 where none needs brackets.
    pub operands: [u8; 2],
}

impl Form {
    /// The precedence of a name, a constant, a call and everything else that never needs brackets.
    pub const ATOM: u8 = u8::MAX;

    /// Creates the form of a call such as `len({0})`: neither the whole nor an operand needs brackets.
    #[must_use]
    pub const fn call(template: &'static str) -> Self {
        Self {
            template,
            precedence: Self::ATOM,
            operands: [0, 0],
        }
    }

    /// Creates the form of an operator with one operand, before or after it, such as `!{0}` or `{0}.len()`. An operand
    /// of the same or a higher precedence gets no brackets: `!!a`.
    #[must_use]
    pub const fn prefix(template: &'static str, precedence: u8) -> Self {
        Self {
            template,
            precedence,
            operands: [precedence, precedence],
        }
    }

    /// Creates the form of an operator between two operands. A right operand of the same precedence gets brackets, a
    /// left one does not: `a - b - c` is `(a - b) - c`.
    #[must_use]
    pub const fn infix(template: &'static str, precedence: u8) -> Self {
        Self {
            template,
            precedence,
            operands: [precedence, precedence.saturating_add(1)],
        }
    }

    /// Creates the form of an operator that cannot be followed by another one of its precedence: `(a < b) == c` keeps its brackets.
    #[must_use]
    pub const fn comparison(template: &'static str, precedence: u8) -> Self {
        Self {
            template,
            precedence,
            operands: [precedence.saturating_add(1), precedence.saturating_add(1)],
        }
    }
}

impl Dialect {
    /// Rust, as rules are written in the attribute `rule` of a block.
    pub const RUST: Self = Self {
        operator: |operator| match operator {
            Operator::Or => Form::infix("{0} || {1}", 1),
            Operator::And => Form::infix("{0} && {1}", 2),
            Operator::Equal => Form::comparison("{0} == {1}", 3),
            Operator::NotEqual => Form::comparison("{0} != {1}", 3),
            Operator::Less => Form::comparison("{0} < {1}", 3),
            Operator::LessOrEqual => Form::comparison("{0} <= {1}", 3),
            Operator::Greater => Form::comparison("{0} > {1}", 3),
            Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 3),
            Operator::Plus => Form::infix("{0} + {1}", 4),
            Operator::Minus => Form::infix("{0} - {1}", 4),
        },
        not: Form::prefix("!{0}", 5),
        is_null: Form::prefix("{0}.is_none()", 6),
        is_not_null: Some(Form::prefix("{0}.is_some()", 6)),
        len: Form::prefix("{0}.len()", 6),
        is_empty: Some(Form::prefix("{0}.is_empty()", 6)),
        containing: |grain| match grain {
            Grain::Year => Form::prefix("{0}.year()", 6),
            Grain::Quarter => Form::prefix("{0}.quarter()", 6),
            Grain::Month => Form::prefix("{0}.month()", 6),
            Grain::Day => Form::prefix("{0}.day()", 6),
        },
        contains: Form {
            template: "{0}.contains({1})",
            precedence: 6,
            operands: [6, 0],
        },
        one_of: Form::call("matches!({0}, {1})"),
        separator: " | ",
        column: str::to_owned,
        literal: rust_literal,
    };

    /// Writes `expression` in this dialect.
    #[must_use]
    pub fn print(&self, expression: &Expr) -> String {
        let mut text = String::new();
        self.expression(&mut text, expression, 0);
        text
    }

    /// Appends `expression`, in brackets if its precedence is below `lowest`.
    fn expression(&self, text: &mut String, expression: &Expr, lowest: u8) {
        match expression {
            Expr::Column(name) => text.push_str(&(self.column)(name)),
            Expr::Literal(literal) => self.literal(text, literal, lowest),
            // `not (a is null)` is how a test for a value is stored; most languages have a form of their own for it.
            Expr::Not(operand) => match (&**operand, self.is_not_null) {
                (Expr::IsNull(tested), Some(form)) => {
                    self.form(text, form, lowest, [Some(tested), None]);
                }
                _ => self.form(text, self.not, lowest, [Some(operand), None]),
            },
            Expr::IsNull(operand) => self.form(text, self.is_null, lowest, [Some(operand), None]),
            Expr::Len(list) => self.form(text, self.len, lowest, [Some(list), None]),
            Expr::Containing { grain, date } => {
                self.form(text, (self.containing)(*grain), lowest, [Some(date), None]);
            }
            Expr::Contains { list, item } => {
                self.form(text, self.contains, lowest, [Some(list), Some(item)]);
            }
            Expr::OneOf { options, .. } if options.is_empty() => {
                self.literal(text, &Literal::Flag(false), lowest);
            }
            Expr::OneOf { value, options } => {
                // The second operand is a list of constants and not an expression, so that `form` cannot write it.
                let write = |text: &mut String, operand: usize, lowest: u8| {
                    if operand == 0 {
                        self.expression(text, value, lowest);
                    } else {
                        // The function of the dialect, and not the method: between separators, a negative number needs
                        // no brackets.
                        let options: Vec<_> = options.iter().map(self.literal).collect();
                        text.push_str(&options.join(self.separator));
                    }
                };
                fill(text, self.one_of, lowest, write);
            }
            Expr::Binary {
                operator,
                left,
                right,
            } => {
                // There is no variant for an empty list: the derive stores `list.is_empty()` as `list.len() == 0`.
                if let (Operator::Equal, Expr::Len(list), Expr::Literal(Literal::Number(0))) =
                    (operator, &**left, &**right)
                    && let Some(form) = self.is_empty
                {
                    return self.form(text, form, lowest, [Some(list), None]);
                }
                let form = (self.operator)(*operator);
                self.form(text, form, lowest, [Some(left), Some(right)]);
            }
        }
    }

    fn form(&self, text: &mut String, form: Form, lowest: u8, operands: [Option<&Expr>; 2]) {
        fill(text, form, lowest, |text, operand, lowest| {
            if let Some(operand) = operands[operand] {
                self.expression(text, operand, lowest);
            }
        });
    }

    /// Appends a constant. A negative number has the precedence of its sign: higher than a difference, and lower than a
    /// call of a method.
    fn literal(&self, text: &mut String, literal: &Literal, lowest: u8) {
        let precedence = match literal {
            Literal::Number(..0) => (self.operator)(Operator::Minus)
                .precedence
                .saturating_add(1),
            _ => Form::ATOM,
        };
        bracketed(text, precedence < lowest, |text| {
            text.push_str(&(self.literal)(literal));
        });
    }
}

/// Appends a form; `write` appends the operand with this number, in brackets if its precedence is below the third argument.
fn fill(text: &mut String, form: Form, lowest: u8, write: impl Fn(&mut String, usize, u8)) {
    bracketed(text, form.precedence < lowest, |text| {
        let mut rest = form.template;
        // Every brace begins a hole of three characters: a template cannot contain a brace of the language itself.
        while let Some(start) = rest.find('{') {
            let (before, hole) = rest.split_at(start);
            text.push_str(before);
            let operand = usize::from(hole.starts_with("{1}"));
            write(text, operand, form.operands[operand]);
            rest = hole.get("{0}".len()..).unwrap_or_default();
        }
        text.push_str(rest);
    });
}

fn bracketed(text: &mut String, brackets: bool, write: impl FnOnce(&mut String)) {
    if brackets {
        text.push('(');
    }
    write(text);
    if brackets {
        text.push(')');
    }
}

impl fmt::Display for Expr {
    /// The expression in Rust, as [`Dialect::RUST`] writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Dialect::RUST.print(self))
    }
}

impl fmt::Display for Literal {
    /// The constant in Rust, as [`Dialect::RUST`] writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&rust_literal(self))
    }
}

fn rust_literal(literal: &Literal) -> String {
    match literal {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Period(period) => period.rust_expression(),
        Literal::Code { list, code } => format!("Code::<{}>::new({code:?})", type_name(list)),
    }
}

/// The name of the Rust type of a code list, whose id is the same name in snake case.
fn type_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for word in id.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
