//! The report of a check.

use std::collections::BTreeMap;
use std::fmt;

use beraad_schema::describe::{CalendarPeriod, Date};
use serde::Serialize;

use crate::block_file::FileRead;
use crate::check::Check;
use crate::checks::{
    CHECKS, FILE_WITHOUT_ROWS, INVALID_RECORD, UNREADABLE_FILE, had_something_to_examine,
};
use crate::constraints::{ConstraintNotComputed, Constraints};
use crate::line::{Line, lines_of};
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;
use crate::severity::Severity;
use crate::tally::Tally;
use crate::used_options::UsedOptions;

/// The format of a report as JSON.
pub(crate) const FORMAT: u32 = 1;

/// The findings of a delivery, and the files that were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// The format of the report as JSON: 1.
    pub format: u32,
    /// The number of the decision.
    pub deliberation: String,
    /// The version of the model.
    pub model_version: String,
    /// The fingerprint of the model, with the code lists that were supplied.
    pub fingerprint: String,
    /// The version of this library.
    pub program_version: &'static str,
    /// The day of the check, if the caller states it: the library does not ask for the clock.
    #[cfg_attr(feature = "schemas", schemars(with = "Option<String>"))]
    pub day: Option<Date>,
    /// The options of the check.
    pub options: UsedOptions,
    /// The blocks that have a file, in the order of the model.
    pub blocks: Vec<BlockReport>,
    /// The ids of the blocks that have no file.
    pub blocks_without_file: Vec<String>,
    /// The options about columns that no file has, each with what to do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unused_options: Vec<String>,
    /// The constraints that were not computed, each with the block and the reason.
    pub constraints_not_computed: Vec<ConstraintNotComputed>,
}

/// The findings of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BlockReport {
    /// The id.
    pub block: String,
    /// The files that were read.
    pub files: Vec<FileReceipt>,
    /// The number of rows.
    pub rows: u64,
    /// The findings, errors first.
    pub findings: Vec<Finding>,
    /// The ids of the checks that found nothing.
    pub passed: Vec<&'static str>,
    /// The ids of the checks that had nothing to examine: no row was read, or the block has no key, no rule, no codes.
    pub not_run: Vec<&'static str>,
}

/// All findings of one check in one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// The check.
    #[cfg_attr(feature = "schemas", schemars(with = "String"))]
    pub check: &'static Check,
    /// The severity of the check.
    pub severity: Severity,
    /// The id of the block.
    pub block: String,
    /// The name of the column, if it is about one.
    pub column: Option<String>,
    /// The number of rows; of violations of rules and constraints, of which a row may have several; of periods, if it is about these as a whole; or 1 if it is about the column as a whole.
    pub count: u64,
    /// The first lines.
    pub lines: Vec<Line>,
    /// The number of rows in each observation period.
    pub periods: BTreeMap<String, u64>,
    /// The number of rows with each form of a text or each rule: texts by their shape, rules by their id.
    pub details: BTreeMap<String, u64>,
    /// The number of rows without a detail.
    pub without_detail: u64,
}

impl Report {
    /// Returns all findings, block by block, errors first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.blocks.iter().flat_map(|block| &block.findings)
    }

    /// Returns the most serious finding; `None` if there is none.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings().map(|finding| finding.severity).max()
    }

    /// Returns the number of rows of all blocks.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.blocks.iter().map(|block| block.rows).sum()
    }
}

impl BlockReport {
    pub(crate) fn new(
        plan: &BlockPlan<'_>,
        files: Vec<FileRead>,
        rows: u64,
        tally: Tally,
        constraints: &Constraints<'_>,
    ) -> Self {
        let name = |column: usize| plan.columns[column].name.clone();
        let period = |day: i64| {
            let period = plan.grain().and_then(|grain| period_of(grain, day));
            period.as_ref().map(CalendarPeriod::to_string)
        };
        let mut findings: Vec<_> = tally
            .into_groups()
            .into_iter()
            .map(|group| Finding {
                check: group.check,
                severity: group.check.severity,
                block: plan.block.id.to_string(),
                column: group.column.map(name),
                count: group.count,
                lines: lines_of(&group.lines, &files),
                periods: group
                    .periods
                    .into_iter()
                    .filter_map(|(day, count)| Some((period(day)?, count)))
                    .collect(),
                details: with_reason(group.check, group.column, group.count, group.details),
                without_detail: group.without_detail,
            })
            .collect();
        // Errors first, and otherwise in the order in which a row meets the checks.
        let place = |check: &Check| CHECKS.iter().position(|it| it.id == check.id);
        findings.sort_by_key(|it| (std::cmp::Reverse(it.severity), place(it.check)));
        let without_finding = CHECKS
            .iter()
            .copied()
            .filter(|check| !findings.iter().any(|it| it.check == *check));
        let has_header = files.iter().any(|file| file.columns.is_some());
        let (passed, not_run): (Vec<_>, Vec<_>) = without_finding.partition(|check| {
            let has_constraint = |severity| constraints.has(&plan.block.id, severity);
            had_something_to_examine(check, plan, rows, has_header, has_constraint)
        });
        let ids = |checks: Vec<&'static Check>| checks.iter().map(|check| check.id).collect();
        Self {
            block: plan.block.id.to_string(),
            files: files.into_iter().map(|file| file.receipt).collect(),
            rows,
            passed: ids(passed),
            not_run: ids(not_run),
            findings,
        }
    }
}

/// Returns the details of a finding. Of bytes that are not in UTF-8 no form is made, and all of them have one reason.
fn with_reason(
    check: &Check,
    column: Option<usize>,
    count: u64,
    details: BTreeMap<String, u64>,
) -> BTreeMap<String, u64> {
    // A record that is not a row has no column.
    if *check == INVALID_RECORD && column.is_some() {
        let reason = "the bytes are not UTF-8: state the encoding of the file, such as `Dialect::encoding(WINDOWS_1252)`";
        return BTreeMap::from([(reason.to_owned(), count)]);
    }
    details
}

/// For a log: ``error unknown-code `loan.department`: 12 rows, lines 3, 9``.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} `{}", self.severity, self.check.id, self.block)?;
        if let Some(column) = &self.column {
            write!(f, ".{column}")?;
        }
        write!(f, "`: {}", self.check.title)?;
        if [&UNREADABLE_FILE, &FILE_WITHOUT_ROWS].contains(&self.check) {
            let details: Vec<_> = self.details.keys().map(String::as_str).collect();
            return write!(f, "; {}", details.join("; "));
        }
        if !self.lines.is_empty() {
            let lines: Vec<_> = self.lines.iter().map(Line::to_string).collect();
            let noun = self.line_noun();
            let (rows, lines_word) = if self.count == 1 {
                ("row", noun.to_owned())
            } else {
                ("rows", format!("{noun}s"))
            };
            let more = if self.count > self.lines.len() as u64 {
                " .."
            } else {
                ""
            };
            write!(
                f,
                "; {} {rows}, {lines_word} {}{more}",
                self.count,
                lines.join(", ")
            )?;
        }
        Ok(())
    }
}
