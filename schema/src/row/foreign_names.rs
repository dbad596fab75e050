//! Names of columns in a file of another program: what they may mean, for messages.

use crate::describe::{excerpt, nearest};

/// The number of unknown columns that a message names. A file may have any number of them.
pub(crate) const MAX_NAMED: usize = 5;

/// The ways to write a CSV file in UTF-8.
pub(crate) const IN_UTF8: &str = "in pandas `x.to_csv(encoding=\"utf-8\")`, in R `write.csv(x, fileEncoding = \"UTF-8\")`, in Stata \
    `export delimited`";

/// Returns whether a name is one of the known ones, perhaps in capitals.
pub(crate) fn is_known(name: &str, known: &[&str]) -> bool {
    known.contains(&name.to_lowercase().as_str())
}

/// Returns the known name that is probably meant.
pub(crate) fn suggestion<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // The names of columns are in lower case; SAS and some databases write capitals, and R writes points for spaces.
    let name = name.trim().to_lowercase().replace([' ', '.', '-'], "_");
    nearest(&name, known.iter().copied())
}

/// Returns the advice on an unknown column; empty if nothing is known.
pub(crate) fn advice_on_unknown(name: &str, known: &[&str]) -> String {
    if let Some(advice) = advice_on_separator(name, known) {
        return advice;
    }
    match suggestion(name, known) {
        Some(known) => format!("did you mean `{known}`?"),
        None => String::new(),
    }
}

/// Returns the advice on a name that is a header of several columns with another separator.
fn advice_on_separator(name: &str, known: &[&str]) -> Option<String> {
    let separator = other_separator(name, |part| is_known(part, known))?;
    let shown = match separator {
        '\t' => "tabs".to_owned(),
        sign => format!("`{sign}`"),
    };
    Some(format!(
        "the columns are separated by {shown}, not by commas: set the delimiter of the `csv` crate to {separator:?}, or write \
         commas, in pandas `x.to_csv(sep=\",\")`, in R `write.csv` and not `write.csv2`, in Stata \
         `export delimited, delimiter(\",\")`"
    ))
}

/// Returns the sign that separates known names in a name that should be one.
pub(crate) fn other_separator(name: &str, is_known: impl Fn(&str) -> bool) -> Option<char> {
    [';', '\t', '|', ','].into_iter().find(|separator| {
        let mut parts = name.split(*separator);
        name.contains(*separator) && parts.any(|part| is_known(part.trim_matches([' ', '"'])))
    })
}

/// Returns a name for a message, up to the first sign that ends a name in a file. If a quote sign is not closed, the values of a row are a part of
/// a name: the rows after a header, or in JSON the rest of the row. They are about persons.
pub(crate) fn shown(name: &str) -> String {
    let ends_name = |sign: char| "\r\n\":,;{}[]".contains(sign);
    match name.split_once(ends_name) {
        Some((start, _)) => excerpt(start) + "…",
        None => excerpt(name),
    }
}

/// Returns the names of unknown columns for a message: the first [`MAX_NAMED`], with their number if there are more.
///
/// If no name of the file is known, none is shown: they may be the values of the first row, which are about a person.
#[cfg(feature = "csv")]
pub(crate) fn named(unknown: &[&str]) -> String {
    let names = unknown.iter().take(MAX_NAMED);
    let names: Vec<_> = names.map(|name| format!("`{}`", shown(name))).collect();
    let names = names.join(", ");
    match unknown.len().checked_sub(MAX_NAMED) {
        None | Some(0) => names,
        Some(more) => format!("{names} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["person", "part_time_percentage", "year"];

    #[test]
    fn name_in_capitals_or_with_other_signs_is_recognised() {
        for name in ["Person", "person ", "PERSON", "persn"] {
            assert_eq!(suggestion(name, &KNOWN), Some("person"), "{name}");
        }
        assert_eq!(
            suggestion("Part.Time.Percentage", &KNOWN),
            Some("part_time_percentage")
        );
        assert_eq!(suggestion("salary", &KNOWN), None);
    }

    #[test]
    fn header_with_another_separator_is_recognised() {
        for (name, separator) in [
            ("person;year", "`;`"),
            ("\"person\";\"year\"", "`;`"),
            ("x\tYEAR", "tabs"),
            ("person|year", "`|`"),
        ] {
            let advice = advice_on_unknown(name, &KNOWN);
            assert!(advice.contains(separator), "{name}: {advice}");
        }
        assert_eq!(advice_on_unknown("a;b", &KNOWN), "");
    }

    #[test]
    fn name_ends_before_the_values_of_a_row() {
        assert_eq!(
            shown("career_break_reaso\":null,1234"),
            "career_break_reaso…"
        );
        assert_eq!(shown("yeaX:2014,\"sex"), "yeaX…");
        assert_eq!(shown("first name (short)"), "first name (short)");
    }

    #[cfg(feature = "csv")]
    #[test]
    fn message_names_a_few_columns_and_counts_the_others() {
        let long = "x".repeat(1000);
        let names = [&long[..], "b\u{202e}", "c", "d", "e", "f", "g"];
        let shown = named(&names);
        assert!(shown.ends_with("`e` and 2 more"), "{shown}");
        assert!(
            shown.contains("`b⟨U+202E⟩`") && shown.len() < 150,
            "{shown}"
        );
        assert_eq!(named(&["a", "b"]), "`a`, `b`");
    }
}
