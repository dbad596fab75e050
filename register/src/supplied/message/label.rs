//! Messages about a label or another text that is probably not meant.

use beraad_describe::Language;

/// A message about a label or another text that is probably not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LabelMessage {
    /// The label is longer than a statistical package keeps it.
    Long {
        /// The start of the label.
        text: String,
        /// The language of the column.
        language: Language,
        /// The length in bytes.
        bytes: usize,
        /// The largest length that every package keeps.
        max: usize,
    },
    /// The label nearly equals the published one.
    Near {
        /// The label.
        label: String,
        /// The language of the column.
        language: Language,
        /// The published label.
        published: String,
        /// The difference.
        difference: LabelDifference,
        /// True if the code of the published label is published.
        has_code: bool,
    },
    /// The label is that of another code.
    OfOtherCode {
        /// The code.
        code: String,
        /// The label.
        label: String,
        /// The language of the column.
        language: Language,
        /// The other code.
        other: String,
    },
    /// The label is the published one in another language.
    OtherLanguage {
        /// The code.
        code: String,
        /// The label.
        label: String,
        /// The language of the column.
        language: Language,
        /// The other language.
        of: Language,
        /// The published label.
        published: String,
    },
    /// The label is not the published one.
    Contradiction {
        /// The code.
        code: String,
        /// The label.
        label: String,
        /// The language of the column.
        language: Language,
        /// The published label.
        published: String,
    },
    /// The label is not the one of a reference-only list.
    ReferenceContradiction {
        /// The code.
        code: String,
        /// The label.
        label: String,
        /// The language of the column.
        language: Language,
        /// The published label.
        published: String,
        /// The number of other lines with another label.
        others: usize,
    },
    /// The reason for a missing value is not the published one.
    OtherMissingReason {
        /// The code.
        code: String,
        /// The reason in the file.
        missing: String,
        /// The published reason.
        published: String,
    },
    /// A spreadsheet probably changed the label.
    ChangedLabel {
        /// The label.
        label: String,
    },
    /// A spreadsheet could not compute the text.
    Computed {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text is a missing value in some programs.
    Placeholder {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text is a note that words are still to come.
    Note {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text was written in UTF-8 and read in another encoding.
    ReadAsOtherEncoding {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The text that was probably meant.
        meant: String,
    },
    /// The text was written in another encoding than it was read in.
    WrittenInOtherEncoding {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The texts that may be meant, each with the name of an encoding.
        readings: Vec<(String, String)>,
    },
    /// The text contains a sign as a program writes it.
    Escape {
        /// The sign.
        escape: String,
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// A letter of the text was lost.
    LostLetter {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// A question mark is within a word.
    QuestionMark {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
    },
    /// The text contains a character that is not visible.
    InvisibleCharacter {
        /// The text.
        text: String,
        /// The name of the column.
        column: String,
        /// The character.
        char: char,
    },
    /// The source is probably another spelling of another one.
    SimilarSource {
        /// The source.
        source: String,
        /// The other source.
        other: String,
    },
}

/// The difference between a label and the published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LabelDifference {
    /// A no-break space.
    NoBreakSpace,
    /// A doubled space.
    DoubledSpace,
    /// A character that is not visible.
    InvisibleCharacter,
    /// Punctuation at the end.
    PunctuationAtEnd,
    /// Capitals.
    Capitals,
    /// Capitals, accents, quotes, hyphens, spaces or punctuation.
    Signs,
    /// One letter.
    OneLetter,
}
