//! The comparison of two deliveries.

use beraad_schema::describe::Date;
use serde::Serialize;

use crate::receipt::FileReceipt;
use crate::used_options::UsedOptions;

/// The format of a comparison as JSON.
pub(crate) const COMPARISON_FORMAT: u32 = 1;

/// The change of the share of the rows without a value that counts as a shift, in hundredths.
const NULL_SHIFT: u128 = 5;

/// A value of the old delivery and one of the new delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Sides<T> {
    /// That of the old delivery.
    pub old: T,
    /// That of the new delivery.
    pub new: T,
}

/// The differences between two deliveries of one model, and the files that were read.
///
/// It has numbers, published codes and periods, and no value of a person. The numbers may be as small as 1: a comparison is for the person
/// who manages the data, and should stay where the data are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Comparison {
    /// The format of the comparison as JSON: 1.
    pub format: u32,
    /// The number of the decision.
    pub deliberation: String,
    /// The version of the model.
    pub model_version: String,
    /// The fingerprint of the model, with the code lists that were supplied.
    pub fingerprint: String,
    /// The version of this library.
    pub program_version: &'static str,
    /// The day of the comparison, if the caller states it: the library does not ask for the clock.
    #[cfg_attr(feature = "schemas", schemars(with = "Option<String>"))]
    pub day: Option<Date>,
    /// The options, which apply to the files of both deliveries.
    pub options: UsedOptions,
    /// The blocks of which either delivery has a file, in the order of the model.
    pub blocks: Vec<BlockComparison>,
    /// The units of each subject over all columns of all these blocks.
    pub subjects: Vec<SubjectComparison>,
}

/// The differences of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BlockComparison {
    /// The id.
    pub block: String,
    /// The files that were read; none on the side of a delivery that does not have the block.
    pub files: Sides<Vec<FileReceipt>>,
    /// The number of rows.
    pub rows: Sides<u64>,
    /// The number of files that were not read, or not to their end; [`FileReceipt::unread`] has the reason. A block with such a file is not
    /// compared: its rows would count as gone or new.
    pub unread_files: Sides<u64>,
    /// The number of records that are not rows, such as those with a field too many. They are in no other number.
    pub unread_records: Sides<u64>,
    /// The rows of each observation period that either delivery has, in the order of the periods.
    pub periods: Vec<PeriodComparison>,
    /// The units of each column of serial numbers.
    pub units: Vec<UnitComparison>,
    /// The columns, in the order of the block.
    pub columns: Vec<ColumnComparison>,
    /// The keys; null if the block has no known key, is not compared, or if only one delivery has the block.
    pub keys: Option<KeyComparison>,
    /// The rows by all of their columns; null if the block has a known key, is not compared, or if only one delivery has the block.
    pub whole_rows: Option<RowComparison>,
}

/// The rows of an observation period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PeriodComparison {
    /// The period.
    pub period: String,
    /// The number of its rows.
    pub rows: Sides<u64>,
}

/// Different units, such as persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnitCounts {
    /// The number of units of each delivery.
    pub units: Sides<u64>,
    /// The number of units that only the old delivery has.
    pub gone: u64,
    /// The number of units that only the new delivery has.
    pub added: u64,
}

/// The units of a column of serial numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnitComparison {
    /// The name of the column.
    pub column: String,
    /// The id of the subject, such as `person`.
    pub subject: String,
    /// True if the row is about the unit itself.
    pub is_own: bool,
    /// The number of different units.
    #[serde(flatten)]
    pub counts: UnitCounts,
}

/// The units of a subject in a whole delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubjectComparison {
    /// The id of the subject, such as `person`.
    pub subject: String,
    /// The number of different units.
    #[serde(flatten)]
    pub counts: UnitCounts,
}

/// The differences of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ColumnComparison {
    /// The name.
    pub column: String,
    /// True if a file of the delivery has the column.
    pub is_in_file: Sides<bool>,
    /// The number of rows without a value.
    pub without_value: Sides<u64>,
    /// The number of rows with a text that is not a value, or without a value where the column requires one. Two such rows count as equal
    /// in this column.
    pub invalid: Sides<u64>,
    /// The number of keys whose value of this column changed; null for a column of the key or of one delivery
    /// alone, and where keys are not compared.
    pub changed: Option<u64>,
    /// The codes; null for a column that has neither codes nor flags.
    pub codes: Option<CodeComparison>,
}

/// The codes of a column, or its flags as the codes `true` and `false`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodeComparison {
    /// The id of the code list; null for flags.
    pub list: Option<String>,
    /// The number of values.
    pub values: Sides<u64>,
    /// The index of dissimilarity, in hundredths of a per cent and rounded up: the share of the values that would need another code for
    /// the shares of all codes to be equal. Null if a delivery has no value.
    pub dissimilarity: Option<u32>,
    /// The codes that appeared, vanished, or whose share of the values changed by at least 5 percentage points, the largest change first;
    /// none if a delivery has no value.
    pub differences: Vec<CodeDifference>,
    /// The number of smaller differences that are not named.
    pub unnamed: u64,
    /// The number of values with codes that are not compared one by one: there are too many different codes that the list does not have.
    pub others: Sides<u64>,
}

/// A code that appeared, vanished or shifted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CodeDifference {
    /// The code, or the form of codes that the list does not have.
    pub code: String,
    /// The meaning of `code`: a code, or a form.
    pub shown_as: ShownAs,
    /// True if the list has the code.
    pub is_listed: bool,
    /// The kind of the difference.
    pub change: CodeChange,
    /// The number of values with the code.
    pub values: Sides<u64>,
}

/// The way in which codes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ShownAs {
    /// As they are.
    Code,
    /// By their form, in which every digit is a 9 and every letter an a or A: they may be about persons.
    Form,
}

/// The kind of a difference of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum CodeChange {
    /// Only the new delivery has the code.
    Appeared,
    /// Only the old delivery has the code.
    Vanished,
    /// The share of the values changed by at least 5 percentage points.
    Shifted,
}

/// The keys of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KeyComparison {
    /// The columns of the key.
    pub columns: Vec<String>,
    /// The number of keys that only the old delivery has.
    pub gone: u64,
    /// The number of keys that only the new delivery has.
    pub added: u64,
    /// The number of keys of which another column changed.
    pub changed: u64,
    /// The number of keys of which nothing changed.
    pub unchanged: u64,
    /// The number of keys that the delivery has more than once. They are not comparable, and in none of the numbers above.
    pub repeated: Sides<u64>,
    /// The number of rows that lack a value of a column of the key. They are not comparable either.
    pub without_key: Sides<u64>,
}

/// The rows of a block without a known key. Of three equal rows of the old delivery and two of the new one, one is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RowComparison {
    /// The number of rows that only the old delivery has.
    pub gone: u64,
    /// The number of rows that only the new delivery has.
    pub added: u64,
    /// The number of rows that both have.
    pub unchanged: u64,
}

impl<T> Sides<T> {
    /// Applies a function to both values.
    pub(crate) fn map<'s, O>(&'s self, function: impl Fn(&'s T) -> O) -> Sides<O> {
        Sides {
            old: function(&self.old),
            new: function(&self.new),
        }
    }
}

impl<T: PartialEq> Sides<T> {
    /// Returns true if both values are equal.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.old == self.new
    }
}

impl Comparison {
    /// Returns true if a difference was found, in the blocks that are compared. Two deliveries with the same rows in another order have none.
    #[must_use]
    pub fn has_differences(&self) -> bool {
        self.blocks.iter().any(BlockComparison::has_differences)
    }

    /// Returns the number of files of both deliveries that were not read, or not to their end. Their blocks are not compared.
    #[must_use]
    pub fn unread_files(&self) -> u64 {
        let blocks = self.blocks.iter();
        blocks
            .map(|block| block.unread_files.old + block.unread_files.new)
            .sum()
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn rows(&self) -> Sides<u64> {
        let blocks = self.blocks.iter();
        blocks.fold(Sides::default(), |sum, block| Sides {
            old: sum.old + block.rows.old,
            new: sum.new + block.rows.new,
        })
    }
}

impl BlockComparison {
    /// Returns true for each delivery that has a file of the block.
    #[must_use]
    pub fn has_file(&self) -> Sides<bool> {
        self.files.map(|files| !files.is_empty())
    }

    /// Returns true if all files of both deliveries were read. Otherwise the block is not compared, and has no differences.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.unread_files == Sides::default()
    }

    /// Returns the files that were not read, or not to their end.
    #[must_use]
    pub fn unread(&self) -> Sides<Vec<&FileReceipt>> {
        self.files.map(|files| {
            let unread = files.iter().filter(|file| file.unread.is_some());
            unread.collect()
        })
    }

    /// Returns true if a difference was found.
    #[must_use]
    pub fn has_differences(&self) -> bool {
        if !self.is_compared() {
            return false;
        }
        let keys = self.keys.as_ref().is_some_and(|keys| {
            keys.gone + keys.added + keys.changed > 0
                || !keys.repeated.is_equal()
                || !keys.without_key.is_equal()
        });
        let rows = self.whole_rows.is_some_and(|it| it.gone + it.added > 0);
        let is_equal = self.has_file().is_equal()
            && [self.rows, self.unread_records].iter().all(Sides::is_equal);
        let periods = self.periods.iter().any(|it| !it.rows.is_equal());
        let units = self.units.iter().any(|it| it.counts.has_differences());
        keys || rows
            || !is_equal
            || periods
            || units
            || self.columns.iter().any(ColumnComparison::has_differences)
    }
}

impl UnitCounts {
    /// Returns true if a unit is gone or new.
    #[must_use]
    pub fn has_differences(&self) -> bool {
        self.gone + self.added > 0
    }
}

impl ColumnComparison {
    /// Returns true if a difference was found.
    #[must_use]
    pub fn has_differences(&self) -> bool {
        let codes = self.codes.as_ref();
        !self.is_in_file.is_equal()
            || !self.without_value.is_equal()
            || !self.invalid.is_equal()
            || self.changed.is_some_and(|changed| changed > 0)
            || codes.is_some_and(|codes| codes.dissimilarity.is_some_and(|it| it > 0))
    }

    /// Returns true for each delivery in which no row of so many has a value. A delivery without rows says nothing about a column.
    #[must_use]
    pub fn is_empty(&self, rows: Sides<u64>) -> Sides<bool> {
        Sides {
            old: rows.old > 0 && self.without_value.old == rows.old,
            new: rows.new > 0 && self.without_value.new == rows.new,
        }
    }

    /// Returns true if the share of the rows without a value changed by at least 5 percentage points.
    #[must_use]
    pub fn has_shift_of_missing_values(&self, rows: Sides<u64>) -> bool {
        let all = u128::from(rows.old) * u128::from(rows.new);
        let old = u128::from(self.without_value.old) * u128::from(rows.new);
        let new = u128::from(self.without_value.new) * u128::from(rows.old);
        all > 0 && old.abs_diff(new) * 100 >= NULL_SHIFT * all
    }
}
