//! The line of a supplied file that is its header, whatever separates its fields.

use crate::csv::Field;

/// The signs that may separate fields.
pub(super) const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// A line that is a header: the names of its columns.
pub(super) struct HeaderNames<'a> {
    pub(super) names: Vec<&'a str>,
    pub(super) separator: char,
    /// True if the line is one cell of a file with another separator: such a file adds its own separators at the end, or quotes.
    pub(super) is_in_one_cell: bool,
}

impl<'a> HeaderNames<'a> {
    /// The header in this line; `None` unless it has `code` and another known column.
    pub(super) fn find(line: &'a str, columns: &[&str]) -> Option<Self> {
        let is_known = |name: &&str| columns.iter().any(|it| it.eq_ignore_ascii_case(name));
        let end = |char: char| char.is_whitespace() || SEPARATORS.contains(&char);
        let cell = line.trim_end_matches(end);
        let (inside, is_quoted) = match cell.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
            Some(inside) if !inside.contains('"') => (inside, true),
            _ => (cell, false),
        };
        let found = SEPARATORS.map(|separator| {
            let names = inside.split(separator).take(64);
            let names: Vec<_> = names
                .map(|name| name.trim().trim_matches('"').trim())
                .collect();
            let known = names.iter().filter(|it| is_known(it)).count();
            let has_code = names.iter().any(|it| it.eq_ignore_ascii_case("code"));
            let header = Self {
                names,
                separator,
                is_in_one_cell: false,
            };
            (known, has_code, header)
        });
        let headers = found
            .into_iter()
            .filter(|(known, has_code, _)| *has_code && *known >= 2);
        let (_, _, mut header) = headers.max_by_key(|(known, _, _)| *known)?;
        let behind: Vec<_> = line[cell.len()..].chars().collect();
        // A tab may be a slip of the keyboard, as a space.
        let is_foreign = |sign: char| matches!(sign, ',' | ';') && sign != header.separator;
        header.is_in_one_cell = is_quoted || behind.into_iter().any(is_foreign);
        Some(header)
    }

    pub(super) fn fields(&self) -> Vec<Field> {
        let names = self.names.iter();
        names.map(|name| Field::of_text(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 3] = ["code", "nl", "remark"];

    #[test]
    fn header_is_found_with_any_separator() {
        for (line, separator, is_in_one_cell) in [
            ("code,nl", ',', false),
            ("remark;code", ';', false),
            ("\"code\"\tnl\t", '\t', false),
            ("Code , NL", ',', false),
            ("code,nl;;", ',', true),
            ("\"code;nl\",,", ';', true),
        ] {
            let header = HeaderNames::find(line, &COLUMNS).expect(line);
            assert_eq!(
                (header.separator, header.is_in_one_cell),
                (separator, is_in_one_cell),
                "{line}"
            );
            assert_eq!(header.names.len(), 2, "{line}");
        }
    }

    #[test]
    fn line_without_code_and_another_column_is_not_a_header() {
        for line in ["", "code", "nl,remark", "1,een", "codes of nl, by code"] {
            assert!(HeaderNames::find(line, &COLUMNS).is_none(), "{line}");
        }
    }
}
