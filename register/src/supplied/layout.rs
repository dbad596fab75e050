//! The layout of a supplied file: its line ends, what is above the header, and the signs that separate fields.
//!
//! A spreadsheet decides most of this by the settings of the computer, not by what a person wrote. So a layout is read where only
//! one reading is possible, and is an error that names the readings where there are several.

use std::borrow::Cow;

use super::error::Report;
use super::header_line::{HeaderNames, SEPARATORS};
use super::message::LayoutMessage;
use super::top::Top;
use crate::csv::{Field, Line, Lines};

/// A file as lines of fields.
pub(super) struct Sheet {
    /// The number of the header's line, and its fields or what is wrong with it.
    pub(super) header: Line,
    /// The lines below the header, each with as many fields as the file has for it.
    pub(super) rows: Vec<Line>,
    /// The sign that separates the fields of the rows.
    pub(super) separator: char,
    /// The line that says that the list is complete, if there is one.
    pub(super) complete: Option<usize>,
}

/// The text with line feeds, if it has only carriage returns: the line ends of old systems, and of `CSV (Macintosh)`.
pub(super) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n").into()
    } else {
        text.into()
    }
}

/// The layout of a text whose columns may have these names; `None` if it has no header, or an error in what is above it.
///
/// `max_rows` is the number of rows after which no more are read.
pub(super) fn sheet(
    text: &str,
    columns: &[&str],
    max_rows: usize,
    report: &mut Report,
) -> Option<Sheet> {
    let mut top = Top::new(text);
    top.skip_to_header(columns, report);
    if top.rest.is_empty() || top.has_error {
        return None;
    }
    let (line, number) = (top.line(), top.number);
    let below = &top.rest[line.len()..];
    let below = below.strip_prefix('\n').unwrap_or(below);
    let rows = |separator| {
        let lines = Lines::of_part(below, number + 1, separator);
        lines.take(max_rows + 1).collect::<Vec<_>>()
    };
    let Some(names) = HeaderNames::find(line, columns) else {
        // Not a header. It is read as one, so that its columns are reported.
        let separator = top.declared.unwrap_or_else(|| likely_separator(line));
        let mut lines = Lines::of_part(top.rest, number, separator);
        let header = lines.next()?;
        return Some(Sheet {
            header,
            rows: lines.take(max_rows + 1).collect(),
            separator,
            complete: top.complete_line(),
        });
    };
    let complete = top.complete_line();
    let in_one_cell = names.is_in_one_cell || top.declared.is_some_and(|it| it != names.separator);
    let separator = if in_one_cell {
        let others = SEPARATORS.into_iter();
        let others = others.filter(|sign| *sign != names.separator);
        match only_fit(others, &names, rows) {
            Fit::One(sign) => sign,
            Fit::NoRows => names.separator,
            Fit::None | Fit::Several => {
                report.error(number, || LayoutMessage::HeaderInOneCell {
                    separator: names.separator,
                });
                return None;
            }
        }
    } else {
        row_separator(&names, rows)
    };
    let is_padded = separator != names.separator;
    let header = if is_padded || in_one_cell {
        (number, Ok(names.fields()))
    } else {
        Lines::of_part(top.rest, number, separator).next()?
    };
    let width = header.1.as_ref().map_or(0, Vec::len);
    let mut rows = rows(separator);
    if is_padded {
        fit_to_width(&mut rows, width);
    }
    Some(Sheet {
        header,
        rows,
        separator,
        complete,
    })
}

/// The separator of a line that is not a header.
fn likely_separator(line: &str) -> char {
    // The name of no column contains a semicolon.
    let is_in = |sign: &char| line.contains(*sign);
    [';', ','].into_iter().find(is_in).unwrap_or_else(
        || {
            if line.contains('\t') { '\t' } else { ',' }
        },
    )
}

/// The separators among some that fit all lines below a header.
enum Fit {
    NoRows,
    None,
    One(char),
    Several,
}

/// The only separator by which each line has between two fields and as many as the header names, of which the first contains no
/// other separator.
fn only_fit(
    signs: impl Iterator<Item = char>,
    names: &HeaderNames<'_>,
    rows: impl Fn(char) -> Vec<Line>,
) -> Fit {
    let mut found = Fit::None;
    for sign in signs {
        let mut is_empty = true;
        let mut fits = true;
        for (_, fields) in rows(sign) {
            let Ok(fields) = fields else {
                fits = false;
                break;
            };
            let Some(last) = fields.iter().rposition(|field| field.exact().is_some()) else {
                continue;
            };
            is_empty = false;
            let first = fields[0].exact().unwrap_or_default();
            let is_split = !first.contains(SEPARATORS);
            fits &= fields.len() >= 2 && last < names.names.len() && is_split;
        }
        if is_empty {
            return Fit::NoRows;
        }
        found = match (fits, found) {
            (false, found) => found,
            (true, Fit::None) => Fit::One(sign),
            (true, _) => Fit::Several,
        };
    }
    found
}

/// The separator of the rows below a header that has its own: another one only if no row has the width of the header by that.
fn row_separator(names: &HeaderNames<'_>, rows: impl Fn(char) -> Vec<Line>) -> char {
    let own = names.separator;
    let of_width = |(_, fields): &Line| match fields {
        Ok(fields) => fields.len() > 1 && fields.len() >= names.names.len(),
        Err(_) => false,
    };
    if rows(own).iter().any(of_width) {
        return own;
    }
    let others = SEPARATORS.into_iter().filter(|sign| *sign != own);
    match only_fit(others, names, rows) {
        Fit::One(sign) => sign,
        Fit::NoRows | Fit::None | Fit::Several => own,
    }
}

/// Gives each row as many fields as the header has: a spreadsheet whose header is one cell writes fewer, or empty ones.
fn fit_to_width(rows: &mut [Line], width: usize) {
    for (_, fields) in rows {
        let Ok(fields) = fields else { continue };
        let last = fields.iter().rposition(|field| field.exact().is_some());
        let used = last.map_or(0, |last| last + 1);
        fields.resize(used.max(width), Field::default());
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::error::Reports;
    use super::*;

    const COLUMNS: [&str; 5] = ["code", "nl", "en", "valid_from", "remark"];

    /// The rows of a text as texts, each with its line; the error if there is one.
    fn rows(text: &str) -> Result<Vec<(usize, Vec<String>)>, String> {
        let mut report = Report::new(Path::new("x.csv"));
        let text = with_line_feeds(text);
        let sheet = sheet(&text, &COLUMNS, 100, &mut report);
        let mut reports = Reports::new(20);
        reports.add(report);
        if let Err(errors) = reports.into_warnings(Vec::new(), std::collections::BTreeMap::new) {
            return Err(errors.to_string());
        }
        let sheet = sheet.expect("a header");
        let header = sheet.header.1.expect("a valid header");
        let row = |(line, fields): Line| {
            let fields = fields.expect("a valid row");
            assert_eq!(fields.len(), header.len(), "{line}");
            let texts = fields
                .iter()
                .map(|it| it.exact().unwrap_or_default().to_owned());
            (line, texts.collect())
        };
        Ok(sheet.rows.into_iter().map(row).collect())
    }

    fn row(line: usize, texts: [&str; 3]) -> (usize, Vec<String>) {
        (line, texts.map(str::to_owned).to_vec())
    }

    #[test]
    fn layout_with_one_reading_is_read() {
        for (text, line) in [
            ("code,nl,en\n1,een,one\n", 2),
            ("\u{feff}code;nl;en\r\n1;een;one\r\n", 2),
            ("code\tnl\ten\n1\teen\tone\n", 2),
            ("sep=;\ncode;nl;en\n1;een;one\n", 3),
            ("\"sep=,\"\r\ncode,nl,en\r\n1,een,one\r\n", 3),
            ("sep=;\ncode,nl,en\n1;een;one\n", 3),
            ("# a, b; c\r# d\rcode,nl,en\r1,een,one\r", 4),
            ("code,nl,en\n1;een;one\n", 2),
            ("code;nl;en,,\n1,een,one\n", 2),
            ("# a\ncode,nl,en;;\r\n1;een;one\r\n", 3),
            ("\"code,nl,en\";;\n1;een;one\n", 2),
            ("Codes of an office\n\ncode,nl,en\n1,een,one\n", 4),
            ("Codes of an office;;\ncode,nl,en\n1,een,one\n", 3),
            ("\"Codes, of an office\",,\ncode,nl,en\n1,een,one\n", 3),
        ] {
            assert_eq!(
                rows(text),
                Ok(vec![row(line, ["1", "een", "one"])]),
                "{text}"
            );
        }
    }

    #[test]
    fn separator_in_a_text_does_not_change_the_separator_of_the_file() {
        let found = rows("code;nl;en\n1,een,one\n2,\"twee; drie\",two\n");
        let expected = vec![
            row(2, ["1", "een", "one"]),
            row(3, ["2", "twee; drie", "two"]),
        ];
        assert_eq!(found, Ok(expected));
        let found = rows("code,nl,en\n1,een; twee,one\n");
        assert_eq!(found, Ok(vec![row(2, ["1", "een; twee", "one"])]));
        let found = rows("code,nl,en;;\n1;een, twee;one\n2;drie;\n");
        let expected = vec![row(2, ["1", "een, twee", "one"]), row(3, ["2", "drie", ""])];
        assert_eq!(found, Ok(expected));
    }

    #[test]
    fn layout_with_several_readings_is_an_error() {
        for (text, error) in [
            (
                "1,een,one\ncode,nl,en\n2,twee,two\n",
                "x.csv:1: the line `1,een,one` is above the header",
            ),
            (
                "1;een;one\ncode,nl,en;;\n2;twee;two\n",
                "x.csv:1: the line `1;een;one` is above the header",
            ),
            (
                "code,nl,en;;\n1,een,one;;\n",
                "x.csv:1: the header is in one cell",
            ),
            (
                "code,nl,en;;\n1;een,one\ttwo\n2\tdrie;x\n3,een;one,two;x\n",
                "x.csv:1: the header is in one cell",
            ),
            (
                "# a\rcode,nl,en\r1,\"a\nb\",c\r",
                "x.csv:1: carriage return without a line feed",
            ),
            (
                "# complete: yes\n# complete: no\ncode,nl,en\n",
                "x.csv:2: line 1 says",
            ),
            (
                "# compleet: ja\ncode,nl,en\n",
                "x.csv:1: unknown statement `compleet`; did you mean `complete`?",
            ),
            (
                "# complete: perhaps\ncode,nl,en\n",
                "x.csv:1: unknown value `perhaps`",
            ),
        ] {
            let found = rows(text).expect_err(text);
            assert!(found.starts_with(error), "{found}");
        }
    }
}
