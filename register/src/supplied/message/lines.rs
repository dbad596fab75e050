//! Messages about a line that contradicts another one, or a closed list.

use beraad_describe::Date;

/// A message about a line that contradicts another one, or a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinesMessage {
    /// The line repeats another one.
    DuplicateLine {
        /// The other line.
        line: usize,
    },
    /// A code has two meanings on the last day of a period.
    MeaningsOnLastDay {
        /// The code.
        code: String,
        /// The meaning in this line.
        here: DescribedLine,
        /// The meaning in the other line.
        there: DescribedLine,
        /// The other line.
        line: usize,
        /// The line of the period.
        first: usize,
        /// The day before.
        before: Date,
    },
    /// A code has two meanings in overlapping periods.
    Meanings {
        /// The code.
        code: String,
        /// The meaning in this line.
        here: DescribedLine,
        /// The meaning in the other line.
        there: DescribedLine,
        /// The other line.
        line: usize,
    },
    /// Two classes overlap.
    Overlap {
        /// The code.
        code: String,
        /// The amounts of the class.
        amounts: Amounts,
        /// The code of the other class.
        other: String,
        /// The amounts of the other class.
        other_amounts: Amounts,
        /// The other line.
        line: usize,
    },
    /// There is a gap between two classes.
    Gap {
        /// The code.
        code: String,
        /// The amounts of the class.
        amounts: Amounts,
        /// The code of the other class.
        other: String,
        /// The amounts of the other class.
        other_amounts: Amounts,
        /// The other line.
        line: usize,
    },
    /// The closed list does not have the code.
    UnknownCode {
        /// The code.
        code: String,
        /// The id of the list.
        list: String,
        /// The values that are expected.
        known: Vec<String>,
        /// The number of values that are not named.
        more: usize,
    },
    /// The code of a closed list has another meaning.
    OtherMeaning {
        /// The code.
        code: String,
        /// The id of the list.
        list: String,
        /// The published labels.
        known: Vec<String>,
        /// The number of values that are not named.
        more: usize,
        /// The meaning in this line.
        found: DescribedLine,
    },
}

/// The label of a line, and the amounts of its class.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DescribedLine {
    /// The label.
    pub label: String,
    /// The amounts; `None` if the line has no bounds.
    pub amounts: Option<Amounts>,
}

/// The amounts of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amounts {
    /// The lower bound.
    pub lower: Option<String>,
    /// The upper bound.
    pub upper: Option<String>,
}
