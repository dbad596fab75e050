//! Columns whose value is in the path of a file: `year=2010/part-0.parquet`.

use std::path::{Component, Path};
use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Decimal128Array, RecordBatch, RecordBatchOptions, StringArray,
    new_null_array,
};
use arrow_schema::{DECIMAL128_MAX_PRECISION, DataType, Field, Schema};

use super::plan::BlockPlan;
use crate::describe::{Day, Representation};
use crate::row::Block;
use crate::value::WrittenNumber;

/// The name of the folder of the rows without a value, as Hive, Spark, pyarrow and DuckDB write it.
const NULL: &str = "__HIVE_DEFAULT_PARTITION__";

/// The columns that the folders of a path name, each with the value of all rows of the file: `year=2010/part-0.parquet`.
#[derive(Clone, Debug, Default)]
pub struct PathColumns(Vec<(String, Option<String>)>);

impl PathColumns {
    /// Returns the columns of a path: one for each folder of the form `name=value`, as Hive, Spark, pyarrow, polars and DuckDB write them.
    ///
    /// `%2F` is decoded, and the value `__HIVE_DEFAULT_PARTITION__` is null.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use beraad_schema::arrow::PathColumns;
    ///
    /// let columns = PathColumns::of_path(Path::new("loan/year=2010/region=a%2Fb/part-0.parquet"));
    /// let columns: Vec<_> = columns.iter().collect();
    /// assert_eq!(columns, [("year", Some("2010")), ("region", Some("a/b"))]);
    /// ```
    #[must_use]
    pub fn of_path(path: &Path) -> Self {
        let folders = path.parent().into_iter().flat_map(Path::components);
        let folders = folders.filter_map(|folder| match folder {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        let columns = folders.filter_map(|folder| {
            let (name, value) = folder.split_once('=')?;
            Some((decode(name), (value != NULL).then(|| decode(value))))
        });
        Self(columns.collect())
    }

    /// Returns the name and the value of each column, in the order of the path; `None` is null.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let columns = self.0.iter();
        columns.map(|(name, value)| (name.as_str(), value.as_deref()))
    }

    /// Returns the record batch with these columns, of which each row has the same value. A column that the block does not
    /// have is left out: it sorts files for another purpose.
    pub(super) fn append_to<R: Block>(&self, batch: RecordBatch) -> RecordBatch {
        let plans = &BlockPlan::of_block::<R>().columns;
        let rows = batch.num_rows();
        let columns = self.0.iter().filter_map(|(name, value)| {
            let plan = plans.iter().find(|plan| plan.name == name)?;
            let array = constant(value.as_deref(), plan.value_type.representation(), rows);
            Some((
                Arc::new(Field::new(name, array.data_type().clone(), true)),
                array,
            ))
        });
        let (fields, arrays): (Vec<_>, Vec<_>) = columns.unzip();
        if fields.is_empty() {
            return batch;
        }
        let schema = batch.schema_ref();
        let fields: Vec<_> = schema.fields().iter().cloned().chain(fields).collect();
        let schema = Schema::new_with_metadata(fields, schema.metadata().clone());
        let arrays = batch.columns().iter().cloned().chain(arrays).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(Arc::new(schema), arrays, &options)
            .expect("all columns have the type of their field and as many rows as the batch")
    }
}

/// Returns a column that has one value in all rows. A number that is none stays a text, which the reader of the column reports.
pub(super) fn constant(
    value: Option<&str>,
    representation: Representation<'_>,
    rows: usize,
) -> ArrayRef {
    let Some(value) = value else {
        return new_null_array(&DataType::Utf8, rows);
    };
    if let Representation::Period(_) = representation
        && let Some(day) = day(value)
    {
        return Arc::new(Date32Array::from_value(day, rows));
    }
    let is_number = matches!(
        representation,
        Representation::Whole { .. } | Representation::Decimal { .. }
    );
    match decimal(value, rows).filter(|_| is_number) {
        Some(numbers) => Arc::new(numbers),
        None => Arc::new(StringArray::from_iter_values(std::iter::repeat_n(
            value, rows,
        ))),
    }
}

/// Returns a day as programs write the first day of a period, in days from 1 January 1970: `2011-03-01`, `2011-03-01 00:00:00`.
fn day(value: &str) -> Option<i32> {
    let (day, time) = value.split_once([' ', 'T']).unwrap_or((value, ""));
    let time = time.trim_end_matches('Z').trim_end_matches(['0', '.', ':']);
    let day: Day = day.parse().ok().filter(|_| time.is_empty())?;
    Some(day.to_epoch_days())
}

/// Returns a column of one number, exactly; `None` if the text is not a number, or has more digits than a decimal of 38.
fn decimal(value: &str, rows: usize) -> Option<Decimal128Array> {
    let number = WrittenNumber::parse(value)?;
    let scale = u8::try_from(number.decimals()).ok()?;
    let units = number.to_units(scale).ok()?;
    // At the ends of 64 bits the number may be a larger one, which every column refuses too.
    let numbers = Decimal128Array::from_value(i128::from(units), rows);
    numbers
        .with_precision_and_scale(DECIMAL128_MAX_PRECISION, scale.try_into().ok()?)
        .ok()
}

/// Decodes `%2F`, which is written for `/` in the name of a folder. Other texts stay as they are.
fn decode(value: &str) -> String {
    let mut decoded = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let byte = (*first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|digits| str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_may_have_a_time_at_its_start() {
        let days = [
            "2011-03-01",
            "2011-03-01 00:00:00",
            "2011-03-01T00:00:00.000Z",
        ];
        assert_eq!(days.map(day), [Some(15_034); 3]);
        let others = ["2011-03", "2011-03-01 00:00:01", "2011-02-29"];
        assert_eq!(others.map(day), [None; 3]);
    }

    #[test]
    fn folders_of_the_form_name_and_value_are_columns() {
        let columns = |path: &str| PathColumns::of_path(Path::new(path)).0;
        let some = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
        assert_eq!(columns("person_year.parquet"), []);
        assert_eq!(columns("/data/a=b.parquet"), []);
        assert_eq!(
            columns("../d/year=2010/region=a%2Fb=%C3%A9/x.parquet"),
            [some("year", "2010"), some("region", "a/b=é")]
        );
        assert_eq!(columns("a%3Db=1/x"), [some("a=b", "1")]);
        assert_eq!(
            columns("year=__HIVE_DEFAULT_PARTITION__/x"),
            [("year".to_owned(), None)]
        );
        // Neither two digits nor UTF-8.
        assert_eq!(
            columns("a=50%/b=%FF/x"),
            [some("a", "50%"), some("b", "%FF")]
        );
    }
}
