//! The notation of SAS: texts, numbers, names of formats and expressions.

use beraad_schema::describe::{
    Date, Dialect, Form, Grain, Literal, ObservationPeriod, Operator, visible, visible_code,
};

use crate::packages::{LabelledCode, cut};

/// The maximum length of a text in a script, in bytes. A line of SAS has 32,767 bytes, and quotes may double the length.
pub(super) const MAX_TEXT: usize = 16_000;

/// The letters of the missing values from `.A` to `.Z`.
const MISSING_LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Returns a text of the model in single quotes, in which SAS expands no macro.
pub(super) fn quoted(text: &str) -> String {
    let text = visible(text);
    format!("'{}'", cut(&text, MAX_TEXT).replace('\'', "''"))
}

/// Returns a code as a text of SAS. If a character of it could not be seen, the bytes are written as digits: the code stays the
/// same.
pub(super) fn code(text: &str) -> String {
    if visible_code(text) == text {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let bytes: Vec<_> = text.bytes().map(|byte| format!("{byte:02X}")).collect();
    format!("'{}'x", bytes.concat())
}

/// The number of a code: a missing code has a letter as long as there are letters.
pub(super) fn number(code: &LabelledCode) -> String {
    let letter = code
        .missing
        .and_then(|(place, _)| MISSING_LETTERS.chars().nth(place));
    letter.map_or_else(|| code.number.to_string(), |letter| format!(".{letter}"))
}

/// Returns the name of a format: at most 31 bytes, and no digit at its end. The number makes it unique.
pub(super) fn format_name(number: usize, column: &str) -> String {
    let start: String = column.chars().take(22).collect();
    format!("f{number}_{start}_f")
}

/// Returns a day as a constant.
pub(super) fn day(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ];
    let month = usize::try_from(day.month()).unwrap_or(1) - 1;
    format!("'{:02}{}{:04}'d", day.day(), MONTHS[month], day.year())
}

/// The expressions of SAS. Its `not` binds more tightly than a comparison.
pub(super) const SAS: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0} or {1}", 1),
        Operator::And => Form::infix("{0} and {1}", 2),
        Operator::Equal => Form::comparison("{0} = {1}", 3),
        Operator::NotEqual => Form::comparison("{0} ne {1}", 3),
        Operator::Less => Form::comparison("{0} < {1}", 3),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 3),
        Operator::Greater => Form::comparison("{0} > {1}", 3),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 3),
        Operator::Plus => Form::infix("{0} + {1}", 4),
        Operator::Minus => Form::infix("{0} - {1}", 4),
    },
    not: Form::prefix("not {0}", 6),
    is_null: Form::call("missing({0})"),
    is_not_null: Some(Form::prefix("not missing({0})", 6)),
    // Lists and the periods that contain another one are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |_| Form::call("{0}"),
    contains: Form::call("{0}"),
    one_of: Form {
        template: "{0} in ({1})",
        precedence: 3,
        operands: [4, 0],
    },
    separator: ", ",
    column: str::to_owned,
    literal: |literal| match literal {
        Literal::Flag(flag) => u8::from(*flag).to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code: text, .. } => code(text),
        Literal::Period(period) => match period.grain() {
            Grain::Year => period.first_day().year().to_string(),
            _ => day(period.first_day()),
        },
    },
};
