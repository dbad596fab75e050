//! Reads and writes the files that a model is made from.
//!
//! | file | contents | see |
//! | --- | --- | --- |
//! | `deliberation.toml` | the register: a decision in machine-readable form | [`Register`] |
//! | `codelists/<list>.csv` | a code table: the published codes of a list | [`CodeTable`] |
//! | the text of a decision | a draft of the register is read from it | `draft::Draft`, with the feature `draft` |
//! | a folder of `<list id>.csv` | the code lists that a provider supplies with a delivery | [`SuppliedLists`], [`Template`] |
//!
//! Every reader reports all errors of a file at once, each with its line. Every writer gives the same bytes for the same
//! description.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod words;
mod csv;
mod overlap;
mod register;
mod code_table;
mod supplied;
#[cfg(feature = "draft")]
pub mod draft;

pub use crate::code_table::{
    CodeError, CodeTable, LocatedCode, WriteCodeError, check_codes, check_form,
};
pub use crate::csv::CsvError;
pub use crate::error::{Error, Errors};
pub use crate::register::{
    Lines, Misquotation, Quotation, QuotationKind, Register, Typography, Wording, toml_string,
};
pub use crate::supplied::{
    Amounts, CodeDifference, CodeMessage, CodeShape, DescribedLine, FileAdvice, FileSummary,
    Finding, FolderMessage, LabelDifference, LabelMessage, LayoutMessage, LineMessage,
    LinesMessage, ListError, ListErrors, ListMessage, ListWarning, ListWarningKind, ListWarnings,
    Litter, PeriodMessage, ProgramDay, SkippedFile, SuppliedLists, SupplyError, Template,
    WorkbookMessage,
};
#[cfg(feature = "workbook")]
pub use crate::supplied::{TemplateError, TemplateWorkbook};
