//! Code lists that come with a delivery.

mod error;
mod decimal;
mod header;
mod line;
mod check;
mod merge;
mod read;
mod template;

use std::fmt;
use std::path::Path;

use beraad_describe::{CodeList, Model, SuppliedFile, ValueType};

pub use self::error::{ListError, ListErrors, SupplyError};
pub use self::template::Template;

use self::line::SuppliedMeaning;

/// The code lists that a provider supplies with a delivery: a folder with a file `<list id>.csv` for each list.
///
/// They belong to the delivery, not to the decision: [`merge_into`](Self::merge_into) adds them to a model.
///
/// # File format
///
/// Files whose names begin with a dot are not read: systems leave them in folders. Every other file is a list.
///
/// CSV in UTF-8, with a header, and below it one line for each meaning of a code. Commas or semicolons separate the fields: semicolons
/// if the header contains one. Lines above the header that begin with `#` are comments. The columns may be in any order.
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
/// # Errors
/// A folder is read as a whole: if there is any error in it, nothing of it is used. All errors are counted, and the first twenty
/// are shown.
///
/// The files are not trusted. Their size, their lines and their fields are limited, each check takes a sort and one pass over the
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

    /// The name of a file in the folder that is not read: the marker of the command that writes the folder of templates.
    pub const MARKER: &'static str = ".beraad";

    /// Reads the lists in a folder, and checks them against the model.
    ///
    /// A file with a header and no codes, such as a [`Template`], supplies nothing.
    ///
    /// # Errors
    /// If the folder cannot be read, or if there is an error in one of its files.
    pub fn read(dir: &Path, model: &Model) -> Result<Self, SupplyError> {
        read::folder(dir, model)
    }

    /// Adds the codes to the lists of the model.
    ///
    /// A published code stays as it is. A published label without a code gets the code that was supplied with that label.
    /// No list rejects a code because a file lacks it, since a file may not contain all codes that occur. But a period that a file
    /// states applies as any other: a check of rows reports a code outside it as a code without meaning.
    pub fn merge_into(&self, model: &mut Model) {
        for list in &self.lists {
            merge::merge(model, list);
        }
    }

    /// The id of each list, with the file that supplied it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SuppliedFile)> {
        self.lists.iter().map(|list| (&*list.id, &list.file))
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
