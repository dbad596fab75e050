//! Messages about a period or the bounds of a class that are probably not meant.

use beraad_describe::Date;

/// A message about a period or the bounds of a class that are probably not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeriodMessage {
    /// The day is one by which programs write an open end.
    OpenEnd {
        /// The name of the column.
        column: String,
        /// The day.
        day: Date,
        /// True if programs write an open beginning by it.
        is_beginning: bool,
        /// True if the end is read as open.
        is_open: bool,
    },
    /// The day is one that programs write for an empty field.
    ProgramDay {
        /// The name of the column.
        column: String,
        /// The day.
        day: Date,
        /// The programs.
        program: ProgramDay,
    },
    /// The day is far outside of the plausible years.
    FarDay {
        /// The name of the column.
        column: String,
        /// The day.
        day: Date,
        /// The first plausible year.
        first: i32,
        /// The last plausible year.
        last: i32,
    },
    /// The bound is far outside of the plausible numbers.
    FarBound {
        /// The name of the column.
        column: String,
        /// The bound.
        bound: String,
        /// The smallest plausible number.
        smallest: i64,
        /// The largest plausible number.
        largest: i64,
        /// The unit.
        unit: String,
    },
    /// The period ends on the first day of the next one.
    HalfOpen {
        /// The last day of the period.
        end: Date,
        /// The code.
        code: String,
        /// The other line.
        line: usize,
        /// The day before.
        before: Date,
    },
    /// The period ends on a day on which another code begins.
    EndIsOtherBeginning {
        /// The last day of the period.
        end: Date,
        /// The day before.
        before: Date,
    },
    /// The period of whole years ends on the first day of the next year.
    EndIsFirstOfYear {
        /// The last day of the period.
        end: Date,
        /// The day before.
        before: Date,
    },
    /// The code has no meaning for a few days.
    Gap {
        /// The code.
        code: String,
        /// The first day of the gap.
        first: Date,
        /// The last day of the gap.
        last: Date,
        /// The last day of the period.
        end: Date,
        /// The first day of the next period.
        from: Date,
        /// The other line.
        line: usize,
    },
    /// Two classes have different units or currencies.
    OtherUnit {
        /// The name of the column.
        column: String,
        /// The code.
        code: String,
        /// The value in this line.
        here: Option<String>,
        /// The value in the other line.
        there: Option<String>,
        /// The other line.
        line: usize,
    },
    /// The upper bound is of nines.
    Nines {
        /// The bound.
        upper: String,
        /// The code.
        code: String,
    },
}

/// The programs that count days from a day, or to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProgramDay {
    /// MUMPS.
    Mumps,
    /// Old spreadsheets.
    OldSpreadsheets,
    /// SAS and Stata.
    SasAndStata,
    /// Unix.
    Unix,
    /// The last day of Unix.
    EndOfUnix,
}
