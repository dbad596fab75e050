//! Code lists that come with a delivery.

mod confirm_words;
mod message;
mod warning;
mod confirmed;
mod error;
mod litter;
mod disguise;
mod charset;
mod letters;
mod not_utf8;
mod complete;
mod header_line;
mod top;
mod layout;
mod decimal;
mod number_style;
mod days;
mod half_open;
mod header;
mod line;
mod check;
mod plausible;
mod merge;
#[cfg(feature = "workbook")]
mod sheet_names;
#[cfg(feature = "workbook")]
mod workbook;
mod read;
mod template;
#[cfg(feature = "workbook")]
mod template_workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use beraad_describe::{CodeList, Language, Model, SuppliedFile, ValueType};

pub use self::error::{FileSummary, Finding, ListError, ListErrors, SupplyError};
pub use self::message::{
    Amounts, CodeDifference, CodeMessage, CodeShape, DescribedLine, FileAdvice, FolderMessage,
    LabelDifference, LabelMessage, LayoutMessage, LineMessage, LinesMessage, ListMessage, Litter,
    PeriodMessage, ProgramDay, WorkbookMessage,
};
pub use self::template::Template;
#[cfg(feature = "workbook")]
pub use self::template_workbook::{TemplateError, TemplateWorkbook};
pub use self::warning::{ListWarning, ListWarningKind, ListWarnings, SkippedFile};

use self::line::SuppliedMeaning;

/// The code lists that a provider supplies with a delivery: a folder with a file `<list id>.csv` for each list.
///
/// They belong to the delivery, not to the decision: [`merge_into`](Self::merge_into) adds them to a model.
///
/// # File format
///
/// Every file is a list, except those that systems and editors leave in folders ([`skipped`](Self::skipped)).
///
/// CSV in UTF-8, with a header, and below it one line for each meaning of a code. Commas, semicolons or tabs separate the fields.
/// Lines above the header that begin with `#` are comments. The columns may be in any order.
///
/// | column | contents |
/// | --- | --- |
/// | `code` | required: the stored text, at most 32 printable ASCII characters without a space before or after them, of the form that the list declares; `""` is the empty text, an empty field an error |
/// | `nl`, `en`, .. | the meaning in each language of the model; a line needs it in one of them |
/// | `valid_from`, `valid_to` | the first and last day on which the code has this meaning, of the form `2013-01-31`; empty if it is not known |
/// | `missing` | why the code is not a substantive value: `not_applicable`, `unknown`, `not_asked`, `refused`, `suppressed` or `unspecified`; empty if it is one |
/// | `source` | the institution in which the code has this meaning, if institutions differ |
/// | `remark` | what else a reader must know |
///
/// A list of amount classes may have these columns too. Each class begins where another one ends, for each source, currency
/// and unit, on every day.
///
/// | column | contents |
/// | --- | --- |
/// | `lower`, `upper` | the bounds of the class: at most 15 digits, then optionally a point and at most 6 decimals; empty if there is no such bound |
/// | `closed` | the bounds that belong to the class: `left`, `right`, `both` or `unknown`, which an empty field means too |
/// | `unit` | what the amount is for, such as `per day` |
/// | `currency` | three capital letters, such as `EUR` |
///
/// The line `# complete: yes` above the header says that the file has every code that occurs in the data. Another code in a row is
/// an error then, as with a closed list. `volledig: ja` and `complet: oui` say the same.
///
/// # What a spreadsheet makes of it
/// A form that has one reading is read: a line `sep=;`, a title above the header, a header with another separator than the
/// lines below it, carriage returns as line ends, `31/12/2011` if a day of the file shows the order of day and month, `1.239,47` if
/// a number of the file shows the decimal sign. Where two readings are possible, the error names both.
///
/// # Warnings
/// A value that is well-formed and probably not meant is a [`ListWarning`]: a code that lost its leading zeros, `NA`, a date as a code, a
/// label that is nearly the published one, letters in another encoding, the day `9999-12-31`, periods that exclude their last day,
/// days and bounds outside ranges that this program assumes. The lists can be used; [`strict`](Self::strict) makes errors of the
/// warnings. Published codes give no warning.
///
/// The line `# confirmed: NA, Aa` above the header says that these values are right although they look wrong: no check warns of
/// them, also with `strict`. Each warning ends with the line that confirms its value. `bevestigd` and `confirmé` say the same. A
/// confirmed value that no check asks for is a warning itself.
///
/// # Errors
/// A folder is read as a whole: if there is any error in it, nothing of it is used. All errors are counted, and the first twenty
/// are shown. Each message is a [`ListMessage`], with a text in English, Dutch and French.
///
/// The files are not trusted. Their number, their size, their lines and their fields are limited, for each file and for all of them
/// together ([`MAX_TOTAL_LINES`](Self::MAX_TOTAL_LINES), [`MAX_TOTAL_BYTES`](Self::MAX_TOTAL_BYTES)): nothing is read beyond the
/// limits, and the error says how much each part has. Each check takes a sort and one pass over the
/// lines, and a message shows at most 40 characters of a file, made safe to print.
///
/// # Example
/// ```no_run
/// # fn model() -> beraad_describe::Model { unimplemented!() }
/// use beraad_register::SuppliedLists;
///
/// let mut model = model();
/// let lists = SuppliedLists::read(std::path::Path::new("codelists"), &model)?;
/// lists.merge_into(&mut model);
/// # Ok::<(), beraad_register::SupplyError>(())
/// ```
#[derive(Default)]
pub struct SuppliedLists {
    lists: Vec<SuppliedList>,
    warnings: ListWarnings,
    skipped: Vec<SkippedFile>,
}

/// One list, read and checked.
struct SuppliedList {
    id: String,
    file: SuppliedFile,
    meanings: Vec<SuppliedMeaning>,
}

impl SuppliedLists {
    /// The number of bytes that a file may have: ten thousand times as many as a list of codes usually has.
    pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

    /// The number of lines that a file may have below its header.
    pub const MAX_LINES: usize = 100_000;

    /// The number of bytes that all files of a folder may have together.
    pub const MAX_TOTAL_BYTES: u64 = 64 * 1024 * 1024;

    /// The number of lines that all files of a folder may have together: a codebook of so many codes takes about 1 GB of memory.
    pub const MAX_TOTAL_LINES: usize = 400_000;

    /// The number of files that a folder may contain.
    pub const MAX_FILES: usize = 10_000;

    /// The name of a file in the folder that is not read: the marker of the command that writes the folder of templates.
    pub const MARKER: &'static str = ".beraad";

    /// Reads the lists in a folder, and checks them against the model.
    ///
    /// A file with a header and no codes, such as a [`Template`], supplies nothing.
    ///
    /// # Errors
    /// If the folder cannot be read, or if there is an error in one of its files.
    pub fn read(dir: &Path, model: &Model) -> Result<Self, SupplyError> {
        Self::read_with_limit(dir, model, error::MAX_SHOWN)
    }

    /// Reads the lists in a folder as [`read`](Self::read) does, and shows at most so many errors and so many warnings.
    ///
    /// # Errors
    /// If the folder cannot be read, or if there is an error in one of its files.
    pub fn read_with_limit(
        dir: &Path,
        model: &Model,
        max_shown: usize,
    ) -> Result<Self, SupplyError> {
        read::folder(dir, model, max_shown)
    }

    /// Adds the codes to the lists of the model.
    ///
    /// A published code stays as it is. A published label without a code gets the code that was supplied with that label.
    /// No list rejects a code because a file lacks it, unless the file says that it is complete. But a period that a file states
    /// applies as any other: a check of rows reports a code outside it as a code without meaning.
    pub fn merge_into(&self, model: &mut Model) {
        for list in &self.lists {
            merge::merge(model, list);
        }
    }

    /// The warnings about the files.
    #[must_use]
    pub fn warnings(&self) -> &ListWarnings {
        &self.warnings
    }

    /// The files that were not read, since a system or an editor left them in the folder.
    #[must_use]
    pub fn skipped(&self) -> &[SkippedFile] {
        &self.skipped
    }

    /// The warnings that are shown, and the files that were not read, in the order of files and lines.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding<'_>> {
        Finding::sorted(&[], &self.warnings.first, &self.skipped)
    }

    /// The number of warnings that are not shown, as a sentence in English; `None` if all are.
    #[must_use]
    pub fn more(&self) -> Option<String> {
        self.more_text(Language::EN)
    }

    /// The number of warnings that are not shown, as a sentence in a language; `None` if all are.
    #[must_use]
    pub fn more_text(&self, language: Language) -> Option<String> {
        error::more(0, &self.warnings, language)
    }

    /// Returns the lists if there is no warning.
    ///
    /// # Errors
    /// Each warning, as an error.
    pub fn strict(self) -> Result<Self, SupplyError> {
        if self.warnings.count == 0 {
            return Ok(self);
        }
        let valid = self.code_counts();
        let errors = ListErrors::of_warnings(self.warnings, self.skipped, valid);
        Err(SupplyError::Lists(errors))
    }

    /// The id of each list, with the file that supplied it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SuppliedFile)> {
        self.lists.iter().map(|list| (&*list.id, &list.file))
    }

    /// The number of codes of each list, by the id of the list.
    #[must_use]
    pub fn code_counts(&self) -> BTreeMap<String, usize> {
        code_counts(&self.lists)
    }

    /// Returns whether no file contains a code.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

impl fmt::Debug for SuppliedLists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.files()).finish()
    }
}

/// Returns the number of codes of each list: a code may have several meanings.
fn code_counts(lists: &[SuppliedList]) -> BTreeMap<String, usize> {
    let lists = lists.iter().map(|list| {
        let codes = list.meanings.iter().map(|meaning| &meaning.code);
        (list.id.clone(), codes.collect::<BTreeSet<_>>().len())
    });
    lists.collect()
}

/// Returns whether a variable contains amount classes of the list.
fn is_of_amount_classes(model: &Model, list: &CodeList) -> bool {
    let is_class = |value_type: &ValueType| match value_type.item() {
        ValueType::AmountClass { list: id } => *id == list.id,
        _ => false,
    };
    let blocks = model.blocks.iter();
    let mut columns = blocks.flat_map(beraad_describe::Block::columns);
    columns.any(|column| is_class(column.value_type()))
}
