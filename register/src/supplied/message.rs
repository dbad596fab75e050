//! Messages about supplied lists, as data, and their texts in each language.
//!
//! A message has the values that it shows: excerpts that are safe to print, and numbers. Each language is a file with one text for
//! each message, so that the compiler finds a message or a value that a language lacks.

mod folder;
mod layout;
mod line;
mod lines;
mod code;
mod label;
mod period;
mod workbook;
mod en;
mod nl;
mod fr;

use std::fmt;

use beraad_describe::{Language, excerpt};

pub use self::code::{CodeDifference, CodeMessage, CodeShape};
pub use self::folder::{FileAdvice, FolderMessage, Litter};
pub use self::label::{LabelDifference, LabelMessage};
pub use self::layout::LayoutMessage;
pub use self::line::LineMessage;
pub use self::lines::{Amounts, DescribedLine, LinesMessage};
pub use self::period::{PeriodMessage, ProgramDay};
pub use self::workbook::WorkbookMessage;

use self::en::English;
use self::fr::French;
use self::nl::Dutch;

/// A message about a supplied code list: what is wrong or implausible, and what to write instead.
///
/// ```
/// use beraad_describe::Language;
/// use beraad_register::{LineMessage, ListMessage};
///
/// let message = ListMessage::Line(LineMessage::CommentBelowHeader);
/// assert_eq!(
///     message.to_string(),
///     "comment below the header; move it above the header, or remove it"
/// );
/// assert_eq!(
///     message.text(Language::NL),
///     "onder de kopregel staat een opmerking; zet ze erboven, of verwijder ze"
/// );
/// assert_eq!(message.text(Language::DE), message.to_string());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListMessage {
    /// The message is about the files of the folder.
    Folder(FolderMessage),
    /// The message is about the layout of a file.
    Layout(LayoutMessage),
    /// The message is about the fields of a line.
    Line(LineMessage),
    /// The message is about lines that contradict each other, or a closed list.
    Lines(LinesMessage),
    /// The message is about a code that is probably not meant.
    Code(CodeMessage),
    /// The message is about a label or another text that is probably not meant.
    Label(LabelMessage),
    /// The message is about a period or bounds that are probably not meant.
    Period(PeriodMessage),
    /// The message is about a workbook or one of its sheets.
    Workbook(WorkbookMessage),
    /// The message is about a value that may be right, and says how to confirm it.
    Confirmable {
        /// The message.
        message: Box<Self>,
        /// The value to confirm.
        value: String,
    },
    /// A value is confirmed, and no warning is about it.
    UnusedConfirmation {
        /// The value.
        value: String,
    },
}

impl ListMessage {
    /// Returns the text of the message in a language: Dutch, French, or English for any other language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let texts = texts(language);
        match self {
            Self::Folder(message) => texts.folder(message),
            Self::Layout(message) => texts.layout(message),
            Self::Line(message) => texts.line(message),
            Self::Lines(message) => texts.lines(message),
            Self::Code(message) => texts.code(message),
            Self::Label(message) => texts.label(message),
            Self::Period(message) => texts.period(message),
            Self::Workbook(message) => texts.workbook(message),
            Self::Confirmable { message, value } => {
                texts.confirmable(&message.text(language), value)
            }
            Self::UnusedConfirmation { value } => texts.unused_confirmation(value),
        }
    }
}

/// The text in English.
impl fmt::Display for ListMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
    }
}

macro_rules! from_message {
    ($($variant:ident($message:ident)),*) => {
        $(
            impl From<$message> for ListMessage {
                fn from(message: $message) -> Self {
                    Self::$variant(message)
                }
            }
        )*
    };
}

from_message!(
    Folder(FolderMessage),
    Layout(LayoutMessage),
    Line(LineMessage),
    Lines(LinesMessage),
    Code(CodeMessage),
    Label(LabelMessage),
    Period(PeriodMessage),
    Workbook(WorkbookMessage)
);

/// The kind of a finding.
#[derive(Clone, Copy)]
pub(super) enum FindingWord {
    Note,
    Error,
    Warning,
}

/// The place of a finding within its file.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The name of the sheet, safe to print, if the file is a workbook.
    sheet: Option<String>,
    /// The line, or the row of the sheet.
    line: Option<usize>,
}

impl Place {
    pub(super) fn new(sheet: Option<&str>, line: Option<usize>) -> Self {
        Self {
            sheet: sheet.map(excerpt),
            line,
        }
    }
}

/// The texts of one language.
pub(super) trait Texts {
    fn folder(&self, message: &FolderMessage) -> String;
    fn layout(&self, message: &LayoutMessage) -> String;
    fn line(&self, message: &LineMessage) -> String;
    fn lines(&self, message: &LinesMessage) -> String;
    fn code(&self, message: &CodeMessage) -> String;
    fn label(&self, message: &LabelMessage) -> String;
    fn period(&self, message: &PeriodMessage) -> String;
    fn workbook(&self, message: &WorkbookMessage) -> String;

    /// A message about a value, and how to confirm that the value is right.
    fn confirmable(&self, message: &str, value: &str) -> String;

    fn unused_confirmation(&self, value: &str) -> String;

    /// A text with its place before it.
    fn placed(&self, file: &str, place: Place, text: &str) -> String;

    /// A text with its place before it, in a file that is known.
    fn in_line(&self, place: Place, text: &str) -> String;

    /// The sentence about a file that was not read.
    fn skipped(&self, kind: &str) -> String;

    fn word(&self, word: FindingWord) -> &'static str;

    /// A text with the word for its kind before it.
    fn with_word(&self, word: FindingWord, text: &str) -> String;

    /// The sentence about so many errors and warnings that are not shown; there is at least one.
    fn more(&self, errors: usize, warnings: usize) -> String;
}

/// Returns the texts of a language; those in English if there are none.
pub(super) fn texts(language: Language) -> &'static dyn Texts {
    match language.base() {
        Language::NL => &Dutch,
        Language::FR => &French,
        _ => &English,
    }
}

/// Returns values in backticks, with this word before the last one; `none` if there are none.
fn alternatives(values: &[String], or: &str, none: &str) -> String {
    let quoted: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
    match quoted.split_last() {
        None => none.to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {or} {last}", rest.join(", ")),
    }
}

/// Returns values in backticks, and the number of those that are not named.
fn named(values: &[String], more: usize, and_more: impl Fn(usize) -> String) -> String {
    let quoted: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
    match more {
        0 => quoted.join(", "),
        more => format!("{} {}", quoted.join(", "), and_more(more)),
    }
}

#[cfg(test)]
mod tests;
