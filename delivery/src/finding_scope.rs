//! The scope of a finding: rows, headers, files, periods or a column.

use crate::checks::{
    CONSTRAINT_UNMET, CONSTRAINT_VIOLATED, FILE_WITHOUT_ROWS, INVALID_HEADER, RULE_VIOLATED,
    UNREADABLE_FILE,
};
use crate::report::{BlockReport, Finding};

/// The part of a block that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingScope {
    /// Rows: [`Finding::count`] is their number.
    Rows,
    /// The headers of files: [`Finding::count`] is their number.
    Headers,
    /// Files as a whole: [`Finding::count`] is their number, and [`Finding::details`] names them.
    Files,
    /// Observation periods as a whole: [`Finding::count`] is their number, and [`Finding::periods`] has the number of rows of each.
    Periods,
    /// A column as a whole.
    Column,
}

impl Finding {
    /// Returns the part of the block that the finding is about.
    #[must_use]
    pub fn scope(&self) -> FindingScope {
        if *self.check == INVALID_HEADER {
            FindingScope::Headers
        } else if [&UNREADABLE_FILE, &FILE_WITHOUT_ROWS].contains(&self.check) {
            FindingScope::Files
        } else if self.lines.is_empty() && !self.periods.is_empty() {
            FindingScope::Periods
        } else if self.lines.is_empty() {
            FindingScope::Column
        } else {
            FindingScope::Rows
        }
    }

    /// Returns the noun for what [`Finding::count`] counts: rows, or violations, of which a row may have several.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        let of_rules = [&RULE_VIOLATED, &CONSTRAINT_VIOLATED, &CONSTRAINT_UNMET];
        if of_rules.contains(&self.check) {
            "violation"
        } else {
            "row"
        }
    }

    /// Returns the noun for [`Finding::lines`]: a line, or a row if all of them are of Parquet and Arrow files.
    #[must_use]
    pub fn line_noun(&self) -> &'static str {
        let is_row = !self.lines.is_empty() && self.lines.iter().all(|line| line.is_row);
        if is_row { "row" } else { "line" }
    }

    /// Returns the rows of the block of which [`Finding::count`] is a part. It is `None` if the finding is not about rows, and if a row
    /// may be counted more than once.
    #[must_use]
    pub fn rows_of(&self, block: &BlockReport) -> Option<u64> {
        let is_part =
            self.scope() == FindingScope::Rows && self.unit() == "row" && self.count <= block.rows;
        is_part.then_some(block.rows)
    }

    /// Returns the details, the most frequent first.
    #[must_use]
    pub fn details_by_count(&self) -> Vec<(&str, u64)> {
        let details = self.details.iter();
        let mut details: Vec<_> = details.map(|(text, count)| (&**text, *count)).collect();
        // A stable sort: details of one number stay in the order of their texts.
        details.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        details
    }
}
