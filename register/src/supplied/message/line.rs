//! Messages about the fields of one line.

use beraad_describe::{CodeForm, CodeTextError, Date};

/// A message about the fields of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineMessage {
    /// A published label of a template still lacks its code, and other rows have one.
    LabelWithoutCode {
        /// The label.
        label: String,
    },
    /// A comment is below the header.
    CommentBelowHeader,
    /// The line has more or fewer fields than the header.
    FieldCount {
        /// The number of fields of the header.
        expected: usize,
        /// The number of fields of the line.
        found: usize,
        /// The sign between the fields.
        separator: char,
    },
    /// A text is in a column without a name.
    UnnamedColumn {
        /// The text.
        text: String,
    },
    /// The line has no code.
    MissingCode,
    /// The text cannot be a code.
    InvalidCode {
        /// The code.
        code: String,
        /// The reason.
        error: CodeTextError,
        /// The first character that is not ASCII.
        other: Option<char>,
    },
    /// The code does not have the form of the codes of the list.
    OtherForm {
        /// The code.
        code: String,
        /// The form.
        form: CodeForm,
        /// The id of the list.
        list: String,
    },
    /// The line has no label.
    MissingLabel {
        /// The columns that are expected.
        languages: Vec<String>,
    },
    /// The period ends before it begins.
    PeriodBackwards {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// The text is not a day.
    InvalidDay {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text may be two days.
    AmbiguousDay {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The day, if the day is before the month.
        one: Date,
        /// The day, if the month is before the day.
        other: Date,
        /// Two lines that show both orders.
        lines: Option<(usize, usize)>,
    },
    /// The text is not a word of this column.
    UnknownWord {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The values that are expected.
        known: Vec<String>,
    },
    /// The text is not a number.
    InvalidNumber {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text may be two numbers.
    AmbiguousNumber {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The number, if the sign is a decimal sign.
        one: String,
        /// The number, if the sign separates groups of digits.
        other: String,
        /// The one that is a whole number.
        whole: String,
    },
    /// The number has another decimal sign than a line before it.
    OtherDecimalSign {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The other line.
        line: usize,
    },
    /// The list is not of amount classes.
    NotAmountClasses {
        /// The name of the column.
        column: String,
    },
    /// The text is not a currency.
    InvalidCurrency {
        /// The text.
        text: String,
    },
    /// The lower bound is above the upper one.
    BoundsBackwards {
        /// The lower bound.
        lower: String,
        /// The upper bound.
        upper: String,
    },
    /// There is no amount between the bounds.
    EmptyClass {
        /// The lower bound.
        lower: String,
        /// The upper bound.
        upper: String,
    },
}
