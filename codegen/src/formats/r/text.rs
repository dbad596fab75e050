//! The notation of R: texts, names, vectors and expressions.

use beraad_schema::describe::{
    Dialect, Form, Grain, Literal, ObservationPeriod, Operator, visible, visible_code,
};

/// Returns a text of the model as a text of R.
pub(super) fn quoted(text: &str) -> String {
    escaped(&visible(text))
}

/// Returns a code as a text of R: every character is part of it.
pub(super) fn code(text: &str) -> String {
    // A character that could not be seen is written by its number: the code stays the same.
    let mut shown = String::new();
    for char in text.chars() {
        let written = visible_code(char.encode_utf8(&mut [0; 4]));
        if written.starts_with('⟨') && char != '⟨' {
            shown.extend(format!("\\U{{{:x}}}", u32::from(char)).chars());
        } else {
            push_escaped(&mut shown, char);
        }
    }
    format!("\"{shown}\"")
}

fn escaped(text: &str) -> String {
    let mut shown = String::new();
    text.chars().for_each(|char| push_escaped(&mut shown, char));
    format!("\"{shown}\"")
}

fn push_escaped(shown: &mut String, char: char) {
    if matches!(char, '"' | '\\') {
        shown.push('\\');
    }
    shown.push(char);
}

/// Returns a name, in quotes if it is a word of R.
pub(super) fn name(name: &str) -> String {
    const WORDS: &[&str] = &[
        "break", "else", "for", "function", "if", "in", "next", "repeat", "while",
    ];
    if WORDS.contains(&name) {
        format!("`{name}`")
    } else {
        name.to_owned()
    }
}

/// Returns a vector, with each item on a line of its own if it has more than a few.
pub(super) fn vector(items: &[String]) -> String {
    let joined = items.join(", ");
    if items.len() <= 4 && joined.len() <= 60 {
        format!("c({joined})")
    } else {
        format!("c(\n    {}\n  )", items.join(",\n    "))
    }
}

/// The expressions of R.
pub(super) const R: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0} | {1}", 1),
        Operator::And => Form::infix("{0} & {1}", 2),
        Operator::Equal => Form::comparison("{0} == {1}", 4),
        Operator::NotEqual => Form::comparison("{0} != {1}", 4),
        Operator::Less => Form::comparison("{0} < {1}", 4),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 4),
        Operator::Greater => Form::comparison("{0} > {1}", 4),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 4),
        Operator::Plus => Form::infix("{0} + {1}", 5),
        Operator::Minus => Form::infix("{0} - {1}", 5),
    },
    not: Form {
        template: "!{0}",
        precedence: 3,
        operands: [6, 0],
    },
    is_null: Form::call("is.na({0})"),
    is_not_null: Some(Form::prefix("!is.na({0})", 3)),
    // Lists and the periods that contain another one are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |_| Form::call("{0}"),
    contains: Form::call("{0}"),
    one_of: Form {
        template: "{0} %in% c({1})",
        precedence: 4,
        operands: [6, 0],
    },
    separator: ", ",
    column: name,
    literal: |literal| match literal {
        Literal::Flag(true) => "TRUE".to_owned(),
        Literal::Flag(false) => "FALSE".to_owned(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code: text, .. } => code(text),
        Literal::Period(period) => match period.grain() {
            Grain::Year => period.first_day().year().to_string(),
            _ => format!("as.Date(\"{}\")", period.first_day()),
        },
    },
};
