//! Tables of codes: `codelists/<list>.csv`, one line a meaning.

use std::path::Path;

use proc_macro2::Span;

use crate::code_list::{CodeAst, MISSING, MeaningAst};
use crate::describe::{Day, Label, Period};
use beraad_describe::one_of;

/// The columns, in their order.
const HEADER: [&str; 13] = [
    "code",
    "nl",
    "en",
    "fr",
    "valid_from",
    "valid_to",
    "missing",
    "source",
    "aliases",
    "short_nl",
    "short_en",
    "remark_nl",
    "remark_en",
];

/// One field: its text, and whether it was quoted. A quoted empty field is an empty text, an unquoted one is no text.
#[derive(Debug, PartialEq)]
pub(crate) struct Cell {
    text: String,
    quoted: bool,
}

impl Cell {
    fn some(&self) -> Option<&str> {
        (self.quoted || !self.text.is_empty()).then_some(&*self.text)
    }

    fn not_empty(&self) -> Option<&str> {
        Some(&*self.text).filter(|text| !text.is_empty())
    }
}

/// Reads a table, or says all that is wrong with it, line by line.
pub(crate) fn read(path: &Path, name: &str, span: Span) -> Result<Vec<CodeAst>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        format!(
            "`{name}` cannot be read: {error}; it is sought from the folder of deliberation.toml"
        )
    })?;
    let lines = split(&text).map_err(|(line, message)| format!("{name}:{line}: {message}"))?;
    let mut mistakes = Vec::new();
    let mut lines = lines.into_iter();
    match lines.next() {
        Some((_, header)) if header.iter().map(|cell| &*cell.text).eq(HEADER) => {}
        _ => {
            return Err(format!(
                "{name}:1: expected the header `{}`",
                HEADER.join(",")
            ));
        }
    }
    let mut codes: Vec<CodeAst> = Vec::new();
    for (line, cells) in lines {
        let Ok(cells) = <[Cell; 13]>::try_from(cells) else {
            mistakes.push(format!("{name}:{line}: expected {} fields", HEADER.len()));
            continue;
        };
        match code(&cells, format!("{name}:{line}"), span) {
            Err(found) => mistakes.extend(
                found
                    .into_iter()
                    .map(|mistake| format!("{name}:{line}: {mistake}")),
            ),
            Ok(read) => match codes
                .iter_mut()
                .find(|known| known.code.is_some() && known.code == read.code)
            {
                Some(known) => {
                    for alias in read.aliases {
                        if !known.aliases.contains(&alias) {
                            known.aliases.push(alias);
                        }
                    }
                    known.meanings.extend(read.meanings);
                }
                None => codes.push(read),
            },
        }
    }
    if mistakes.is_empty() {
        Ok(codes)
    } else {
        Err(mistakes.join("\n"))
    }
}

fn code(cells: &[Cell; 13], place: String, span: Span) -> Result<CodeAst, Vec<String>> {
    let [
        code,
        nl,
        en,
        fr,
        from,
        to,
        missing,
        source,
        aliases,
        short_nl,
        short_en,
        remark_nl,
        remark_en,
    ] = cells;
    let mut mistakes = Vec::new();
    let mut day = |name: &str, cell: &Cell| {
        let text = cell.not_empty()?;
        let day = Day::parse(text);
        if day.is_none() {
            mistakes.push(format!(
                "`{name}`: `{text}` is no day; expected the form `2013-01-31`"
            ));
        }
        day
    };
    let period = Period {
        from: day("valid_from", from),
        to: day("valid_to", to),
    };
    if matches!((period.from, period.to), (Some(from), Some(to)) if to < from) {
        mistakes.push("`valid_to` lies before `valid_from`".to_owned());
    }
    let missing = missing.not_empty().and_then(|word| {
        let known = MISSING.iter().find(|known| **known == word).copied();
        if known.is_none() {
            mistakes.push(format!(
                "`missing`: `{word}` is none of {}",
                one_of(MISSING)
            ));
        }
        known
    });
    let mut both = |name: &str, nl: &Cell, en: &Cell| match (nl.not_empty(), en.not_empty()) {
        (Some(nl), Some(en)) => Some(Label::elsewhere(nl.to_owned(), en.to_owned(), None)),
        (None, None) => None,
        _ => {
            mistakes.push(format!(
                "`{name}` stands in one language only; write it in both, or in none"
            ));
            None
        }
    };
    let (short, remark) = (
        both("short", short_nl, short_en),
        both("remark", remark_nl, remark_en),
    );
    let Some(mut label) = both("label", nl, en) else {
        if nl.not_empty().or(en.not_empty()).is_none() {
            mistakes.push("a meaning has a label in `nl` and `en`".to_owned());
        }
        return Err(mistakes);
    };
    label.fr = fr.not_empty().map(str::to_owned);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let aliases = match aliases.some() {
        None => Vec::new(),
        Some(aliases) => aliases.split('|').map(str::to_owned).collect(),
    };
    Ok(CodeAst {
        span,
        code: code.some().map(str::to_owned),
        aliases,
        meanings: vec![MeaningAst {
            place: Some(place),
            period,
            source: source.not_empty().map(str::to_owned),
            label,
            short,
            missing,
            remark,
        }],
    })
}

/// The number of a line, and its cells.
type Line = (usize, Vec<Cell>);

/// Splits RFC 4180 text into lines of cells, each with the number of its first line.
///
/// Own code, since readers of CSV do not tell a quoted empty field from a missing one, and here one is the empty code.
pub(crate) fn split(text: &str) -> Result<Vec<Line>, (usize, String)> {
    let mut lines = Vec::new();
    let (mut number, mut rest) = (1, text.strip_prefix('\u{feff}').unwrap_or(text));
    while !rest.is_empty() {
        let start = number;
        let mut cells = Vec::new();
        loop {
            let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
                quoted_cell(quoted).ok_or((start, "a quoted field that does not end".to_owned()))?
            } else {
                let end = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                if text.contains('"') {
                    return Err((
                        number,
                        "a quote within a field that does not start with one".to_owned(),
                    ));
                }
                (
                    Cell {
                        text: text.to_owned(),
                        quoted: false,
                    },
                    after,
                )
            };
            number += cell.text.matches('\n').count();
            cells.push(cell);
            if let Some(next) = after.strip_prefix(',') {
                rest = next;
                continue;
            }
            let next = after
                .strip_prefix("\r\n")
                .or_else(|| after.strip_prefix('\n'));
            match next {
                Some(next) => rest = next,
                None if after.is_empty() => rest = after,
                None => return Err((number, "text behind the end of a quoted field".to_owned())),
            }
            number += 1;
            break;
        }
        lines.push((start, cells));
    }
    Ok(lines)
}

/// The cell behind an opening quote, and what follows its closing one.
fn quoted_cell(mut rest: &str) -> Option<(Cell, &str)> {
    let mut text = String::new();
    loop {
        let end = rest.find('"')?;
        text.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                text.push('"');
                rest = next;
            }
            None => return Some((Cell { text, quoted: true }, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<Option<String>>> {
        let lines = split(text).expect("well formed").into_iter();
        lines
            .map(|(_, cells)| {
                cells
                    .iter()
                    .map(|cell| cell.some().map(str::to_owned))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_quoted_empty_field_is_a_text_and_an_unquoted_one_is_none() {
        assert_eq!(
            texts("\"\",a,\n"),
            [[Some(String::new()), Some("a".into()), None]]
        );
    }

    #[test]
    fn quotes_commas_and_line_ends_stay_in_a_quoted_field() {
        assert_eq!(
            texts("\"a,\"\"b\"\"\nc\",d\r\n"),
            [[Some("a,\"b\"\nc".into()), Some("d".into())]]
        );
    }

    #[test]
    fn what_is_not_csv_is_refused_with_its_line() {
        assert_eq!(split("a\n\"b").unwrap_err().0, 2);
        assert_eq!(split("a\n\"b\"c").unwrap_err().0, 2);
        assert_eq!(split("a\nb\"c").unwrap_err().0, 2);
    }
}
