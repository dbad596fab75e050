//! Code tables: the published codes of a list as CSV, one line for each meaning.

mod check;
mod read;
mod write;

use beraad_describe::{CodeEntry, Languages};

pub use self::check::{CodeError, check_codes, check_form};
pub use self::write::WriteCodeError;

use crate::error::Errors;

/// The published codes of a list, as a code table (`codelists/<list>.csv`) stores them.
///
/// # File format
///
/// CSV in UTF-8, separated by commas. The first line is the header, which is that of [`columns`](Self::columns). Each other line is one meaning of
/// a code; lines with the same `code` are meanings of one code, in the order of the file.
///
/// | column | contents |
/// | --- | --- |
/// | `code` | the stored text, at most 32 printable ASCII characters without a space before or after them; `""` is the empty text, an empty field a meaning whose code is not published |
/// | `nl`, `en` | the meaning in each language of the model's editions; required |
/// | `fr` | the meaning in each other language of the model |
/// | `valid_from`, `valid_to` | the first and last day on which the code has this meaning, of the form `2013-01-31`; empty if no source states it |
/// | `documented_from` | the first day of the file that documents the code, if the start itself is not known; such a day never makes a code invalid, and cannot be used with `valid_from` |
/// | `missing` | why the code is not a substantive value: `not_applicable`, `unknown`, `not_asked`, `refused`, `suppressed` or `unspecified`; empty if it is one |
/// | `source` | the institution in which the code has this meaning, if institutions differ |
/// | `aliases` | other spellings of the same stored value, separated by vertical bars |
/// | `short_nl`, `short_en` | a shorter text, in each edition or in none |
/// | `remark_nl`, `remark_en` | what else a reader must know, in each edition or in none |
///
/// In periods that overlap, a code has one meaning for each source. An alias belongs to one code, and is not itself a code.
/// Several lines of one code may each name some of its aliases.
///
/// # Example
/// ```
/// use beraad_describe::{Language, Languages};
/// use beraad_register::CodeTable;
///
/// let mut languages = Languages::new(Language::NL, [Language::NL, Language::EN]);
/// languages.others = vec![Language::FR];
/// let csv = "\
/// code,nl,en,fr,valid_from,valid_to,documented_from,missing,source,aliases,short_nl,short_en,remark_nl,remark_en
/// 1,ongehuwd,unmarried,,,2011-12-31,,,,01,,,,
/// 1,alleenstaand,single,,2012-01-01,,,,,,,,,
/// 9,onbekend,unknown,,,,2010-01-01,unknown,,,,,,
/// ";
/// let table = CodeTable::parse(csv, &languages)?;
/// assert_eq!(table.codes.len(), 2);
/// assert_eq!(table.codes[0].entry.meanings.len(), 2);
/// assert_eq!(table.codes[0].lines, [2, 3]);
/// assert_eq!(CodeTable::to_csv(&table.into_entries(), &languages)?, csv);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeTable {
    /// The codes, in the order of their first lines.
    pub codes: Vec<LocatedCode>,
}

/// A code, and where its meanings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedCode {
    /// The code.
    pub entry: CodeEntry,
    /// The line of each of its meanings, counted from 1; empty if the code does not come from a table.
    pub lines: Vec<usize>,
}

impl From<CodeEntry> for LocatedCode {
    fn from(entry: CodeEntry) -> Self {
        Self {
            entry,
            lines: Vec::new(),
        }
    }
}

impl CodeTable {
    /// Returns the names of the columns, in their order: the header of every code table of a model in these languages.
    ///
    /// ```
    /// use beraad_describe::{Language, Languages};
    /// use beraad_register::CodeTable;
    ///
    /// let languages = Languages::new(Language::FR, [Language::FR]);
    /// assert_eq!(
    ///     CodeTable::columns(&languages).join(","),
    ///     "code,fr,valid_from,valid_to,documented_from,missing,source,aliases,short_fr,remark_fr"
    /// );
    /// ```
    #[must_use]
    pub fn columns(languages: &Languages) -> Vec<String> {
        let editions = || languages.editions.iter();
        let mut columns = vec!["code".to_owned()];
        columns.extend(languages.all().map(|language| language.to_string()));
        columns.extend(Self::FIXED_COLUMNS.map(str::to_owned));
        columns.extend(editions().map(|language| format!("short_{language}")));
        columns.extend(editions().map(|language| format!("remark_{language}")));
        columns
    }

    /// The columns between the labels and the shorter texts.
    const FIXED_COLUMNS: [&'static str; 6] = [
        "valid_from",
        "valid_to",
        "documented_from",
        "missing",
        "source",
        "aliases",
    ];

    /// Reads the text of a code table of a model in these languages.
    ///
    /// # Errors
    /// All errors in the text, each with its line. If the header is not that of a code table, no other line is read. What
    /// [`check_codes`] finds is only reported if each line is valid.
    pub fn parse(text: &str, languages: &Languages) -> Result<Self, Errors> {
        read::table(text, languages)
    }

    /// Writes the text of a code table of a model in these languages.
    ///
    /// [`parse`](Self::parse) reads it back as equal codes if [`check_codes`] finds no error in them. Equal codes give the same bytes.
    ///
    /// # Errors
    /// If a code table cannot express one of the codes, such as an amount class, or a text in another language.
    pub fn to_csv(codes: &[CodeEntry], languages: &Languages) -> Result<String, WriteCodeError> {
        write::to_csv(codes, languages)
    }

    /// The codes without their lines.
    #[must_use]
    pub fn into_entries(self) -> Vec<CodeEntry> {
        self.codes.into_iter().map(|code| code.entry).collect()
    }
}
