//! The fields of a column as data, for a program that has a model and no row type.

use std::borrow::Cow;
use std::fmt;

use ::csv::ByteRecord;

use super::columns::BlockColumns;
use super::dialect::Dialect;
use super::error::{CellAdvice, CellErrorKind};
use super::header::{Header, HeaderError};
use super::record::ColumnPlan;
use super::scanned_text::QuoteError;
use crate::describe::{Block, Model, Representation, Text, ValueType};
use crate::value::{Datum, ExpectedValue, Scalar, ValueError, Year};

/// Reads the fields of one column of a file as data. [`Dialect::field_readers`] returns those of a block.
///
/// A value is one of the type of its column: a number is within its bounds, and a period exists. Whether a code is one of its list is
/// not checked.
pub struct FieldReader<'m> {
    name: Text,
    plan: ColumnPlan,
    value_type: Cow<'m, ValueType>,
    nullable: bool,
}

impl Dialect {
    /// Returns the readers of the columns of a block, in its order, for a file with this header.
    ///
    /// ```
    /// use beraad_schema::Datum;
    /// use beraad_schema::csv::{Dialect, Records};
    /// use beraad_schema::describe::example_model;
    ///
    /// let model = example_model();
    /// let block = model.block("loan").unwrap();
    /// let names: Vec<_> = block.columns().into_iter().map(|column| column.name).collect();
    /// let file = names.join(",") + "\n";
    /// let dialect = Dialect::new();
    /// let mut records = Records::new(&dialect, file.as_bytes());
    /// let (header, quote_error) = records.header()?;
    /// let readers = dialect.field_readers(&model, block, &header, quote_error)?;
    /// let renewals = readers.iter().find(|reader| reader.name() == "renewals").unwrap();
    /// assert_eq!(renewals.read("2")?, Datum::Whole(2));
    /// assert!(renewals.read("two").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the first line is not a header of the block.
    pub fn field_readers<'m>(
        &self,
        model: &'m Model,
        block: &'m Block,
        header: &ByteRecord,
        quote_error: Option<QuoteError>,
    ) -> Result<Vec<FieldReader<'m>>, HeaderError> {
        self.field_readers_without(model, block, header, quote_error, |_| false)
    }

    /// Returns the readers of the columns of a block, as [`field_readers`](Self::field_readers), for a file in which columns may lack.
    ///
    /// `is_elsewhere` returns true for the name of a column whose value is not in the file, but for example in its path. The reader of such a
    /// column reads texts, and has no field.
    ///
    /// # Errors
    /// If the first line is not a header of the block without these columns.
    pub fn field_readers_without<'m>(
        &self,
        model: &'m Model,
        block: &'m Block,
        header: &ByteRecord,
        quote_error: Option<QuoteError>,
        is_elsewhere: impl Fn(&str) -> bool,
    ) -> Result<Vec<FieldReader<'m>>, HeaderError> {
        let mut in_file = BlockColumns::of_model(block, model);
        for column in &mut in_file.columns {
            column.nullable |= is_elsewhere(&column.name);
        }
        let header = Header::try_new(&in_file, header, quote_error, self)?;
        let block = BlockColumns::of_model(block, model);
        let plans = ColumnPlan::of_block(&block, self, &header);
        let columns = block.columns.into_iter().zip(plans);
        let readers = columns.map(|(column, plan)| FieldReader {
            name: column.name,
            plan,
            value_type: column.value_type,
            nullable: column.nullable,
        });
        Ok(readers.collect())
    }
}

impl FieldReader<'_> {
    /// Returns the name of the column in the block.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the number of the field in its line, from 1, and the name of the column in the file; `None` if the file does not have
    /// the column, which is allowed where it may be null.
    #[must_use]
    pub fn field_in_file(&self) -> Option<(usize, &str)> {
        self.plan.field_in_file()
    }

    /// Returns true if the dialect changes nothing about the fields: they are read in the form of this library.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.plan.is_plain()
    }

    /// Returns the type of the values.
    #[must_use]
    pub fn value_type(&self) -> &ValueType {
        &self.value_type
    }

    /// Returns true if the column may be null.
    #[must_use]
    pub fn nullable(&self) -> bool {
        self.nullable
    }

    /// Reads a field as a value of the column.
    ///
    /// # Errors
    /// If the text is not a value of the type, or is empty where the column is never null.
    pub fn read(&self, field: &str) -> Result<Datum, CellErrorKind> {
        Ok(of_type(
            self.plan.datum(field, self.expected())?,
            &self.value_type,
        )?)
    }

    /// Returns the method of the dialect that would read an invalid field, or may do so.
    #[must_use]
    pub fn advice(&self, field: &str) -> Option<CellAdvice> {
        self.plan.advice(field, self.expected())
    }

    fn expected(&self) -> ExpectedValue<'_> {
        ExpectedValue {
            value_type: &self.value_type,
            nullable: self.nullable,
        }
    }
}

/// Returns a value that is one of its type: a year is a period, and a number is within its bounds.
fn of_type(datum: Datum, value_type: &ValueType) -> Result<Datum, ValueError> {
    match datum {
        Datum::List(items) => {
            let items = items
                .into_iter()
                .map(|item| of_type(item, value_type.item()));
            Ok(Datum::List(items.collect::<Result<_, _>>()?))
        }
        // A year is written as a number.
        Datum::Whole(_) if *value_type == (ValueType::Year {}) => {
            Ok(Year::from_datum(datum)?.datum())
        }
        datum => {
            check_bounds(&datum, value_type)?;
            Ok(datum)
        }
    }
}

fn check_bounds(datum: &Datum, value_type: &ValueType) -> Result<(), ValueError> {
    let (found, min, max, unit) = match (datum, value_type.representation()) {
        (Datum::Whole(found), Representation::Whole { min, max, .. }) => (*found, min, max, 1),
        (Datum::Scaled { units, .. }, Representation::Decimal { min, max, decimals }) => {
            (*units, min, max, 10_i64.pow(decimals.into()))
        }
        _ => return Ok(()),
    };
    if (min.saturating_mul(unit)..=max.saturating_mul(unit)).contains(&found) {
        Ok(())
    } else {
        Err(ValueError::OutOfBounds { min, max })
    }
}

impl fmt::Debug for FieldReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldReader")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
