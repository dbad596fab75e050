//! Warnings about supplied files: what is well-formed, and probably not what its author meant.

use std::fmt;
use std::path::{Path, PathBuf};

use beraad_describe::{Language, excerpt_of, visible};

use super::message::{ListMessage, Place, texts};

/// The number of characters of the name of a file that a message shows; the ids of lists are shorter.
const NAME_CHARS: usize = 80;

/// Returns the path of a file as a message shows it. The caller named the folder; anybody may have named the file.
pub(super) fn shown_path(path: &Path) -> String {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return visible(&path.display().to_string());
    };
    let name = excerpt_of(&name.to_string_lossy(), NAME_CHARS);
    visible(&folder.join(name).display().to_string())
}

/// Returns the name of a file as a message shows it.
pub(super) fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    excerpt_of(&name.to_string_lossy(), NAME_CHARS)
}

/// A warning about a supplied code list. It does not keep the list from being used.
///
/// It names values of the list. A list contains no data about persons.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListWarning {
    /// The file, with the folder as the caller named it.
    pub file: PathBuf,
    /// The sheet, if the file is a workbook.
    pub sheet: Option<String>,
    /// The line or the row, counted from 1; `None` if the warning concerns the whole file or sheet.
    pub line: Option<usize>,
    /// The kind.
    pub kind: ListWarningKind,
    /// The implausible value, and what to write instead.
    pub message: ListMessage,
}

/// The kinds of warnings about supplied code lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ListWarningKind {
    /// A code differs from another one by leading zeros only.
    LeadingZeros,
    /// A code differs from another one by capitals only.
    Capitals,
    /// A code differs from a published one by a space, or by a letter that looks like a digit.
    SimilarCode,
    /// A label is the published label of another code.
    LabelOfOtherCode,
    /// A label or a reason for a missing value contradicts what is published of the code.
    ContradictsPublished,
    /// A label is the published one in another language.
    OtherLanguage,
    /// The labels are in the column of the codes.
    SwappedColumns,
    /// A label nearly equals the published one.
    NearLabel,
    /// A text is a missing value in some program, such as `NA`.
    Placeholder,
    /// A spreadsheet changed a code, or could not compute it.
    Spreadsheet,
    /// A row or a sheet is hidden, or a text is struck through or white.
    Hidden,
    /// Letters were read in another encoding than they were written in.
    Encoding,
    /// A label contains a character that is not visible.
    InvisibleCharacter,
    /// A label is longer than a statistical package keeps it.
    LongLabel,
    /// A day or a bound is an open end in some program, such as `9999-12-31` or `999999`.
    OpenEnd,
    /// The last day of a period is the first day of the next one.
    HalfOpenPeriod,
    /// A code has no meaning for a few days between two periods.
    PeriodGap,
    /// Classes of one period have bounds in different units or currencies.
    OtherUnit,
    /// A source differs from another one by capitals, spaces or punctuation only.
    SimilarSource,
    /// A day or a bound is far outside anything plausible.
    FarOutside,
    /// The file says that it is complete, and lacks a published code, or has no code.
    LacksPublishedCode,
    /// The file confirms a value that no warning is about.
    UnusedConfirmation,
}

impl ListWarning {
    /// Returns the place and the message in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let file = shown_path(&self.file);
        let place = Place::new(self.sheet.as_deref(), self.line);
        texts(language).placed(&file, place, &self.message.text(language))
    }
}

/// `file:line: message`, or `file, sheet name, row 5: message`, in English.
impl fmt::Display for ListWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
    }
}

/// The warnings about a folder of supplied code lists, by file and line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListWarnings {
    /// The first warnings.
    pub first: Vec<ListWarning>,
    /// The number of all warnings.
    pub count: usize,
}

/// A file in a folder of supplied code lists that was not read, since a system or an editor left it there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SkippedFile {
    /// The file, with the folder as the caller named it.
    pub file: PathBuf,
    /// The reason: the kind of the file.
    pub reason: ListMessage,
}

impl SkippedFile {
    /// Returns the file and the reason in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let texts = texts(language);
        let reason = texts.skipped(&self.reason.text(language));
        texts.placed(&shown_path(&self.file), Place::default(), &reason)
    }
}

/// `file: skipped, since it is ..`, in English.
impl fmt::Display for SkippedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
    }
}
