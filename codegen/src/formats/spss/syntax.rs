//! Texts, names and widths in the syntax of SPSS.

use beraad_schema::describe::{
    CodeEntry, CodeList, Column, Grain, PACKAGE_LABEL_BYTES, Representation, ValueType, visible,
};

use crate::packages::cut;

/// The maximum length of a variable label, in bytes.
pub(super) const VARIABLE_LABEL_MAX: usize = 256;

/// The maximum length of a value label, in bytes.
pub(super) const VALUE_LABEL_MAX: usize = PACKAGE_LABEL_BYTES;

/// The maximum length of the label of a file, in bytes.
pub(super) const FILE_LABEL_MAX: usize = 60;

/// The maximum length of an attribute, in bytes, below the 32,767 of a string.
pub(super) const ATTRIBUTE_MAX: usize = 30_000;

/// The maximum length of a number, a period or a flag in the file, in bytes: that of a numeric format.
pub(super) const NUMBER_MAX: usize = 40;

/// The width in which a field that is not a list is read.
pub(super) const FIELD_WIDTH: usize = 64;

/// The maximum length of a list in the file, in bytes.
pub(super) const LIST_MAX: usize = 2_000;

/// The maximum length of a line of the file, in bytes, below the 32,767 of a string.
pub(super) const LINE_MAX: usize = 32_000;

/// The maximum length of a part of a string, in bytes: a string has at most 255.
const PART_MAX: usize = 160;

/// The words that cannot be names.
const RESERVED: [&str; 13] = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
];

/// Returns the name of the variable of a column.
pub(super) fn name_of(column: &str) -> String {
    if RESERVED.contains(&column) {
        format!("{column}_")
    } else {
        column.to_owned()
    }
}

/// Returns the width of a column as it is read: so wide that a value that is too long is seen, and not cut in silence.
pub(super) fn width_in_file(column: &Column<'_>) -> usize {
    if column.value_type().is_list() {
        LIST_MAX + 8
    } else {
        FIELD_WIDTH
    }
}

/// Returns the width of the codes of a list, in bytes.
pub(super) fn code_width(list: Option<&CodeList>) -> usize {
    let width = list.and_then(|list| {
        let published = list.published_codes().map(|(code, _)| code.len()).max();
        match list.required_form() {
            _ if list.rejects_unknown_codes() => published,
            Some(form) => Some(form.length_bounds().max().max(published.unwrap_or(0))),
            None => None,
        }
    });
    let width = width.unwrap_or(CodeEntry::MAX_CODE_BYTES);
    // Strings are stored in parts of eight bytes.
    width.max(1).next_multiple_of(8)
}

/// Returns the format of a number between two bounds.
pub(super) fn number_format(value_type: &ValueType) -> String {
    // A value outside the bounds must be readable too.
    let digits = |min: i64, max: i64| min.to_string().len().max(max.to_string().len()).max(8);
    match value_type.representation() {
        Representation::Whole { .. } if value_type.grain() == Some(Grain::Year) => {
            "F4.0".to_owned()
        }
        Representation::Whole { min, max, .. } => format!("F{}.0", digits(min, max)),
        Representation::Decimal { min, max, decimals } => {
            format!(
                "F{}.{decimals}",
                digits(min, max) + 1 + usize::from(decimals)
            )
        }
        _ => "F8.0".to_owned(),
    }
}

/// Returns a text as a string, exactly as it is.
pub(super) fn literal(text: &str) -> String {
    let parts = parts(text).into_iter();
    let parts = parts.map(|part| format!("\"{}\"", part.replace('"', "\"\"")));
    parts.collect::<Vec<_>>().join(" +\n    ")
}

/// Returns a text of the model as a string of at most so many bytes.
pub(super) fn quoted(text: &str, max: usize) -> String {
    literal(&cut(&visible(text), max))
}

/// Returns a message as a string of one part, for a script that this one writes.
pub(super) fn quoted_within(message: &str) -> String {
    literal(&cut(&visible(message), PART_MAX))
}

/// Returns a text as comments, each of one line that ends in a full stop.
pub(super) fn comment(text: &str) -> String {
    // Within a comment, `/*` begins another one, and a quotation mark may begin a string.
    let text = visible(text)
        .replace('/', "\u{2215}")
        .replace('\'', "\u{2019}")
        .replace('"', "\u{201d}");
    let mut lines = vec![String::from("*")];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for part in parts(word) {
            let line = lines.last().map_or(0, String::len);
            if line > 1 && line + part.len() > PART_MAX {
                lines.push(String::from("*"));
            }
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(part);
            }
        }
    }
    let lines = lines.iter().map(|line| {
        if line.ends_with('.') {
            line.clone()
        } else {
            format!("{line}.")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the parts of a text that fit in a line, at least one.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > PART_MAX {
        let fits = |end: &usize| rest.is_char_boundary(*end);
        // A character has at most four bytes, so that there is an end.
        let end = (1..=PART_MAX).rev().find(fits).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}
