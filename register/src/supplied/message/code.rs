//! Messages about a code that is probably not meant.

/// A message about a code that is probably not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeMessage {
    /// The code differs little from that of another line.
    LikeLine {
        /// The code.
        code: String,
        /// The other code.
        other: String,
        /// The other line.
        line: usize,
        /// The difference.
        difference: CodeDifference,
    },
    /// The code differs by zeros or capitals from a published one.
    LikePublished {
        /// The code.
        code: String,
        /// The published code.
        other: String,
        /// The difference.
        difference: CodeDifference,
    },
    /// The code looks like a published one.
    SimilarToPublished {
        /// The code.
        code: String,
        /// The published code.
        other: String,
        /// The difference.
        difference: CodeDifference,
    },
    /// The code has fewer digits than all published ones.
    FewerDigits {
        /// The code.
        code: String,
        /// The number of digits of the published codes.
        width: usize,
    },
    /// The labels are in the column of the codes.
    SwappedColumns {
        /// The code.
        code: String,
        /// The label.
        label: String,
    },
    /// A spreadsheet or another program changed the code, or the line is not a code.
    Changed {
        /// The code.
        code: String,
        /// The form of the code.
        form: CodeShape,
    },
    /// The code is a missing value in some programs.
    Placeholder {
        /// The code.
        code: String,
    },
    /// The file says that it is complete, and has no code.
    LacksAll,
    /// The file says that it is complete, and lacks published codes.
    LacksPublished {
        /// The first codes.
        codes: Vec<String>,
        /// The number of codes that are not named.
        more: usize,
    },
}

/// The difference between two codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeDifference {
    /// Zeros at the start.
    LeadingZeros,
    /// Capitals.
    Capitals,
    /// A space.
    Space,
    /// A letter that looks like a digit.
    LetterLikeDigit,
}

/// The form of a code that a program probably changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeShape {
    /// The text of a value that could not be computed.
    Error,
    /// A comment.
    Comment,
    /// The name of the column.
    Header,
    /// The word of a line of totals.
    Total,
    /// A formula.
    Formula,
    /// A shortened number.
    Exponent,
    /// A number of which 15 digits were kept.
    CutDigits,
    /// A date.
    Date,
    /// A truth value in another language than English.
    TranslatedBoolean,
    /// A whole number with decimals.
    WholeWithDecimals,
    /// A truth value.
    Boolean,
    /// A time.
    Time,
    /// A percentage.
    Percentage,
    /// A month of a year.
    YearAndMonth,
}
