//! The part of a supplied file above its header: comments, titles, and what they state.

use beraad_describe::excerpt;

use super::complete::{completeness, misspelt_completeness};
use super::confirmed::{Statement, confirmation};
use super::error::Report;
use super::header_line::{HeaderNames, SEPARATORS};
use super::message::LayoutMessage;
use crate::csv::{CsvError, Lines};

/// The number of lines above the header that are searched for a header. Comments do not count.
const MAX_TITLE_LINES: usize = 20;

/// The part of a text above its header.
pub(super) struct Top<'a> {
    pub(super) rest: &'a str,
    /// The number of the first line of `rest`.
    pub(super) number: usize,
    /// The separator that a line such as `sep=;` declares.
    pub(super) declared: Option<char>,
    /// The line that states that the list is complete or is not, and which of these.
    complete: Option<(usize, bool)>,
    pub(super) has_error: bool,
    /// True if a line confirms a value.
    pub(super) has_confirmation: bool,
}

impl<'a> Top<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: text.strip_prefix('\u{feff}').unwrap_or(text),
            number: 1,
            declared: None,
            complete: None,
            has_error: false,
            has_confirmation: false,
        }
    }

    /// The first line of the rest: a line of the text, not of the CSV. A comment is free text, and a quotation mark in it is not an
    /// error.
    pub(super) fn line(&self) -> &'a str {
        self.rest.split('\n').next().unwrap_or_default()
    }

    fn skip_line(&mut self) {
        // `get`, since there may be no line break behind the last line.
        let next = self.line().len() + 1;
        self.rest = self.rest.get(next..).unwrap_or_default();
        self.number += 1;
    }

    fn error(&mut self, report: &mut Report, message: impl FnOnce() -> LayoutMessage) {
        self.has_error = true;
        report.error(self.number, message);
    }

    /// The line that says that the list is complete.
    pub(super) fn complete_line(&self) -> Option<usize> {
        self.complete
            .filter(|(_, is_complete)| *is_complete)
            .map(|(line, _)| line)
    }

    /// Skips comments, empty lines and titles, and reads what they state. Stops at the line that may be the header.
    pub(super) fn skip_to_header(&mut self, columns: &[&str], report: &mut Report) {
        let header = self.position_of_header(columns);
        while !self.rest.is_empty() && header.is_none_or(|header| self.number < header) {
            let line = self.line();
            // A spreadsheet puts a comment that contains a separator in quotes.
            let is_comment = is_comment(line);
            let statement = completeness(line);
            // A carriage return within the line is an error below.
            let confirmation = Some(line)
                .filter(|line| !has_lone_carriage_return(line))
                .and_then(confirmation);
            if let Some(confirmation) = confirmation {
                self.confirm(confirmation, report);
            } else if let Some(key) = misspelt_completeness(line) {
                self.error(report, || LayoutMessage::MisspeltCompleteness {
                    found: excerpt(key),
                });
            } else if let Some(statement) = statement {
                self.state_completeness(statement, report);
            } else if let Some(sign) = declared_separator(line) {
                self.declared = Some(sign);
            } else if is_comment && has_lone_carriage_return(line) {
                // Otherwise the codes behind it would be a part of the comment.
                self.error(report, || LayoutMessage::InvalidCsv {
                    error: CsvError::CarriageReturn,
                });
            } else if !is_comment && !is_blank(line) {
                if header.is_none() {
                    return;
                }
                if cells(line) > 1 {
                    self.error(report, || LayoutMessage::AboveHeader {
                        text: excerpt(line.trim_end()),
                    });
                }
            }
            self.skip_line();
        }
    }

    /// The number of the line that is a header, among the first ones that are not comments.
    fn position_of_header(&self, columns: &[&str]) -> Option<usize> {
        let lines = (self.number..).zip(self.rest.split('\n'));
        let mut lines = lines
            .filter(|(_, line)| !is_comment(line) && !is_blank(line))
            .take(MAX_TITLE_LINES);
        let (number, _) = lines.find(|(_, line)| HeaderNames::find(line, columns).is_some())?;
        Some(number)
    }

    fn confirm(&mut self, statement: Statement, report: &mut Report) {
        match statement {
            Statement::Of(values) => {
                self.has_confirmation |= !values.trim().is_empty();
                report.confirm(self.number, &values);
            }
            Statement::Misspelt(key) => self.error(report, || {
                let found = excerpt(&key);
                LayoutMessage::MisspeltConfirmation { found }
            }),
        }
    }

    fn state_completeness(&mut self, statement: Result<Option<bool>, &str>, report: &mut Report) {
        match statement {
            Ok(None) => {}
            Ok(Some(is_complete)) => match self.complete {
                Some((line, known)) if known != is_complete => {
                    self.error(report, || LayoutMessage::OppositeCompleteness { line });
                }
                _ => self.complete = Some((self.number, is_complete)),
            },
            Err(found) => self.error(report, || {
                let found = excerpt(found);
                LayoutMessage::UnknownCompleteness { found }
            }),
        }
    }
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#') || line.starts_with("\"#")
}

fn has_lone_carriage_return(line: &str) -> bool {
    line.strip_suffix('\r').unwrap_or(line).contains('\r')
}

/// The number of cells of a line that contain something, by the separator that finds the most; many if none can read the line.
fn cells(line: &str) -> usize {
    let of = |sign: char| {
        let (_, fields) = Lines::of_part(line, 1, sign).next()?;
        let fields = fields.ok()?;
        Some(fields.iter().filter(|it| it.trimmed().is_some()).count())
    };
    let counts = SEPARATORS.into_iter().filter_map(of);
    counts.max().unwrap_or(usize::MAX)
}

/// The separator that a line such as `sep=;` declares to a spreadsheet.
fn declared_separator(line: &str) -> Option<char> {
    let line = line.trim_end_matches('\r').trim_matches('"');
    let start = line.get(..4)?;
    let sign = line[4..].chars().next()?;
    let is_known = SEPARATORS.contains(&sign);
    let is_alone = is_blank(&line[4 + sign.len_utf8()..].replace('"', ""));
    (start.eq_ignore_ascii_case("sep=") && is_known && is_alone).then_some(sign)
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim_matches([',', ';', ' ', '\t', '\r']).is_empty()
}
