//! The printer of expressions: a language is a record, and brackets are where the record asks for them.

use beraad_describe::Operator::{
    And, Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Minus, NotEqual, Or, Plus,
};
use beraad_describe::{
    Dialect, Expr, Form, Grain, Literal, ObservationPeriod, Year, YearMonth, YearQuarter,
};
use proptest::prelude::*;

/// SQL as PostgreSQL reads it: `NOT` binds less tightly than a comparison, and comparisons do not chain.
const SQL: Dialect = Dialect {
    operator: |operator| match operator {
        Or => Form::infix("{0} OR {1}", 1),
        And => Form::infix("{0} AND {1}", 2),
        Equal => Form::comparison("{0} = {1}", 4),
        NotEqual => Form::comparison("{0} <> {1}", 4),
        Less => Form::comparison("{0} < {1}", 4),
        LessOrEqual => Form::comparison("{0} <= {1}", 4),
        Greater => Form::comparison("{0} > {1}", 4),
        GreaterOrEqual => Form::comparison("{0} >= {1}", 4),
        Plus => Form::infix("{0} + {1}", 5),
        Minus => Form::infix("{0} - {1}", 5),
    },
    not: Form::prefix("NOT {0}", 3),
    is_null: Form::comparison("{0} IS NULL", 4),
    is_not_null: Some(Form::comparison("{0} IS NOT NULL", 4)),
    len: Form::call("cardinality({0})"),
    is_empty: None,
    containing: |grain| match grain {
        Grain::Year => Form::call("year({0})"),
        Grain::Quarter => Form::call("quarter({0})"),
        Grain::Month => Form::call("month({0})"),
        Grain::Day => Form::call("day({0})"),
    },
    contains: Form {
        template: "{1} = ANY ({0})",
        precedence: 4,
        operands: [0, 5],
    },
    one_of: Form {
        template: "{0} IN ({1})",
        precedence: 4,
        operands: [5, 0],
    },
    separator: ", ",
    column: |name| format!("\"{name}\""),
    literal: |literal| match literal {
        Literal::Flag(true) => "TRUE".to_owned(),
        Literal::Flag(false) => "FALSE".to_owned(),
        Literal::Number(number) => number.to_string(),
        Literal::Period(year) if year.grain() == Grain::Year => year.to_string(),
        Literal::Period(period) => format!("DATE '{}'", period.first_day()),
        Literal::Code { code, .. } => format!("'{}'", code.replace('\'', "''")),
    },
};

fn column(name: &'static str) -> Expr {
    Expr::column(name)
}

fn number(number: i64) -> Expr {
    Literal::Number(number).into()
}

fn code(code: &'static str) -> Literal {
    Literal::Code {
        list: "branch".into(),
        code: code.into(),
    }
}

#[test]
fn sql_is_written_by_a_record_of_its_own() {
    let binary = Expr::binary;
    let start = || Expr::from(Literal::from(YearMonth::new(2016, 3)));
    let cases = [
        (
            binary(Or, binary(And, column("a"), column("b")), column("c")),
            r#""a" AND "b" OR "c""#,
        ),
        (
            binary(And, column("a"), binary(Or, column("b"), column("c"))),
            r#""a" AND ("b" OR "c")"#,
        ),
        (
            Expr::not(binary(Less, column("a"), number(3))),
            r#"NOT "a" < 3"#,
        ),
        (
            binary(Equal, Expr::not(column("a")), column("b")),
            r#"(NOT "a") = "b""#,
        ),
        (
            binary(And, Expr::not(column("a")), column("b")),
            r#"NOT "a" AND "b""#,
        ),
        (
            Expr::not(binary(And, column("a"), column("b"))),
            r#"NOT ("a" AND "b")"#,
        ),
        (Expr::not(Expr::not(column("a"))), r#"NOT NOT "a""#),
        (Expr::is_null(column("a")), r#""a" IS NULL"#),
        (Expr::not(Expr::is_null(column("a"))), r#""a" IS NOT NULL"#),
        (
            Expr::is_null(binary(Less, column("a"), column("b"))),
            r#"("a" < "b") IS NULL"#,
        ),
        (
            Expr::is_null(Expr::is_null(column("a"))),
            r#"("a" IS NULL) IS NULL"#,
        ),
        (
            binary(Minus, column("a"), binary(Minus, column("b"), number(-1))),
            r#""a" - ("b" - -1)"#,
        ),
        (
            binary(
                LessOrEqual,
                binary(Minus, binary(Plus, column("a"), column("b")), number(1)),
                column("c"),
            ),
            r#""a" + "b" - 1 <= "c""#,
        ),
        (
            binary(
                NotEqual,
                binary(Less, column("a"), column("b")),
                column("c"),
            ),
            r#"("a" < "b") <> "c""#,
        ),
        (
            Expr::one_of(column("branch"), vec![code("1"), code("it's")]),
            r#""branch" IN ('1', 'it''s')"#,
        ),
        (Expr::one_of(column("branch"), Vec::new()), "FALSE"),
        (
            binary(Equal, Expr::len(column("years")), number(0)),
            r#"cardinality("years") = 0"#,
        ),
        (
            Expr::contains(column("years"), Literal::from(Year::new(2016)).into()),
            r#"2016 = ANY ("years")"#,
        ),
        (
            Expr::contains(column("sums"), binary(Plus, column("a"), number(1))),
            r#""a" + 1 = ANY ("sums")"#,
        ),
        (
            binary(GreaterOrEqual, column("month"), start()),
            r#""month" >= DATE '2016-03-01'"#,
        ),
        (
            binary(
                Equal,
                column("quarter"),
                Literal::from(YearQuarter::new(2016, 2)).into(),
            ),
            r#""quarter" = DATE '2016-04-01'"#,
        ),
    ];
    for (expression, text) in cases {
        assert_eq!(SQL.print(&expression), text);
    }
}

#[test]
fn display_is_the_rust_dialect() {
    let present = Expr::not(Expr::is_null(column("a")));
    assert_eq!(present.to_string(), "a.is_some()");
    assert_eq!(present.to_string(), Dialect::RUST.print(&present));
    let opposite = Expr::is_null(Expr::not(column("a")));
    assert_eq!(opposite.to_string(), "(!a).is_none()");
    let negative = Expr::is_null(number(-1));
    assert_eq!(negative.to_string(), "(-1).is_none()");
    let empty = Expr::binary(Equal, Expr::len(column("years")), number(0));
    assert_eq!(empty.to_string(), "years.is_empty()");
    let year = Expr::containing(Grain::Year, column("day"));
    assert_eq!(year.to_string(), "day.year()");
    assert_eq!(SQL.print(&year), "year(\"day\")");
    assert_eq!(code("\"").to_string(), r#"Code::<Branch>::new("\"")"#);
}

fn expression() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        proptest::sample::select(vec!["a", "b", "c"]).prop_map(column),
        (-2..3_i64).prop_map(number),
    ];
    leaf.prop_recursive(6, 40, 2, |inner| {
        let operator = proptest::sample::select(vec![Or, And, Equal, Less, Plus, Minus]);
        prop_oneof![
            inner.clone().prop_map(Expr::not),
            inner.clone().prop_map(Expr::is_null),
            inner.clone().prop_map(Expr::len),
            inner
                .clone()
                .prop_map(|value| Expr::one_of(value, vec![code("1"), code("2")])),
            (inner.clone(), inner.clone()).prop_map(|(list, item)| Expr::contains(list, item)),
            (operator, inner.clone(), inner).prop_map(|(o, l, r)| Expr::binary(o, l, r)),
        ]
    })
}

proptest! {
    /// A reader that knows the grammar of SQL and not the printer finds the expression that was written.
    #[test]
    fn sql_reads_back_as_the_expression_that_it_was_written_from(expression in expression()) {
        let text = SQL.print(&expression);
        prop_assert_eq!(reader::read(&text), expression, "{}", text);
    }

    /// Without its brackets the text means something else, or there is no text without them.
    #[test]
    fn no_pair_of_brackets_is_superfluous(expression in expression()) {
        let text = SQL.print(&expression);
        for open in text.match_indices('(').map(|(at, _)| at) {
            // The brackets of a call and of a list belong to their keyword.
            if text[..open].ends_with("cardinality") || text[..open].ends_with("ANY ") || text[..open].ends_with("IN ") {
                continue;
            }
            let close = reader::closing(&text, open);
            let without = format!("{}{}{}", &text[..open], &text[open + 1..close], &text[close + 1..]);
            prop_assert_ne!(reader::try_read(&without), Some(expression.clone()), "{}", text);
        }
    }
}

/// A reader of the part of SQL that the test writes: one function per level of precedence.
mod reader {
    use super::*;

    pub(super) fn read(text: &str) -> Expr {
        try_read(text).unwrap_or_else(|| panic!("not SQL: {text}"))
    }

    pub(super) fn try_read(text: &str) -> Option<Expr> {
        let mut reader = Reader(text);
        let expression = reader.disjunction()?;
        reader.0.is_empty().then_some(expression)
    }

    pub(super) fn closing(text: &str, open: usize) -> usize {
        let mut depth = 0;
        for (at, char) in text.char_indices().skip_while(|(at, _)| *at < open) {
            match char {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        text.len()
    }

    struct Reader<'a>(&'a str);

    impl Reader<'_> {
        fn eat(&mut self, token: &str) -> bool {
            let rest = self.0.strip_prefix(token);
            self.0 = rest.unwrap_or(self.0);
            rest.is_some()
        }

        fn disjunction(&mut self) -> Option<Expr> {
            let mut left = self.conjunction()?;
            while self.eat(" OR ") {
                left = Expr::binary(Or, left, self.conjunction()?);
            }
            Some(left)
        }

        fn conjunction(&mut self) -> Option<Expr> {
            let mut left = self.negation()?;
            while self.eat(" AND ") {
                left = Expr::binary(And, left, self.negation()?);
            }
            Some(left)
        }

        fn negation(&mut self) -> Option<Expr> {
            if self.eat("NOT ") {
                return Some(Expr::not(self.negation()?));
            }
            self.comparison()
        }

        fn comparison(&mut self) -> Option<Expr> {
            let left = self.sum()?;
            if self.eat(" IS NULL") {
                return Some(Expr::is_null(left));
            }
            if self.eat(" IS NOT NULL") {
                return Some(Expr::not(Expr::is_null(left)));
            }
            if self.eat(" IN ('1', '2')") {
                return Some(Expr::one_of(left, vec![code("1"), code("2")]));
            }
            if self.eat(" = ANY (") {
                let list = self.disjunction()?;
                return self.eat(")").then(|| Expr::contains(list, left));
            }
            for (token, operator) in [(" = ", Equal), (" < ", Less)] {
                if self.eat(token) {
                    return Some(Expr::binary(operator, left, self.sum()?));
                }
            }
            Some(left)
        }

        fn sum(&mut self) -> Option<Expr> {
            let mut left = self.primary()?;
            loop {
                let operator = if self.eat(" + ") {
                    Plus
                } else if self.eat(" - ") {
                    Minus
                } else {
                    return Some(left);
                };
                left = Expr::binary(operator, left, self.primary()?);
            }
        }

        fn primary(&mut self) -> Option<Expr> {
            if self.eat("cardinality(") {
                let list = self.disjunction()?;
                return self.eat(")").then(|| Expr::len(list));
            }
            if self.eat("(") {
                let inner = self.disjunction()?;
                return self.eat(")").then_some(inner);
            }
            for name in ["a", "b", "c"] {
                if self.eat(&format!("\"{name}\"")) {
                    return Some(column(name));
                }
            }
            (-2..3)
                .find(|known| self.eat(&known.to_string()))
                .map(number)
        }
    }
}
