//! The columns of record batches as data, for a program that has a model and no row type.

use std::fmt;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::Field;

use super::columns::{
    Nulls, dates_of_periods, nulls_of, read_codes, read_flags, read_numbers, split_lists, unpacked,
    validate_kind, wrong_item, wrong_type,
};
#[cfg(any(feature = "ipc", feature = "parquet"))]
use super::path_columns::constant;
use super::schema::to_field;
use crate::describe::{Block, Model, Representation};
use crate::physical::{PhysicalType, physical_fields};
use crate::schema_options::SchemaOptions;
use crate::value::CodeText;
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// The columns of a block, as readers of record batches that may come from another program. Each column is found by its name, and every type
/// that represents its values losslessly is accepted, as for rows: see [`arrow`](mod@crate::arrow).
///
/// Whether a code is one of its list is not checked.
pub struct BatchColumns {
    columns: Vec<(String, bool, ColumnPlan)>,
}

/// The values of a column of a record batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ColumnData {
    /// The rows without a value; `None` if every row has one.
    pub nulls: Option<NullBuffer>,
    /// The values. Where a row does not have one, it may be any.
    pub values: ColumnValues,
}

/// The values of a column, in the form of its type.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ColumnValues {
    /// A whole number itself, a number with decimals in its smallest unit, a period as the days from 1 January 1970 to its first day, a
    /// year as its number.
    Numbers(Vec<i64>),
    /// True or false.
    Flags(BooleanBuffer),
    /// The position of the code of each row in `texts`.
    Codes {
        /// The positions.
        keys: Vec<u32>,
        /// The codes, each once.
        texts: Vec<CodeText>,
    },
    /// Several values in a row.
    Lists {
        /// The row of each item.
        rows: Vec<usize>,
        /// The items, one after the other.
        items: Box<Self>,
    },
    /// No row has a value.
    None,
}

impl BatchColumns {
    /// Prepares the columns of a block of a model.
    #[must_use]
    pub fn of_block(model: &Model, block: &Block) -> Self {
        let fields = physical_fields(block, |id| model.code_list(id));
        let columns = block.columns().into_iter().zip(fields);
        let columns = columns.map(|(column, physical)| {
            let item = match &physical.physical_type {
                PhysicalType::List(item) => item,
                _ => &physical,
            };
            let plan = ColumnPlan {
                // Messages name the column otherwise.
                name: "",
                item_field: Arc::new(to_field(item, SchemaOptions::default())),
                value_type: column.value_type().clone(),
                formed_list: None,
                closed_list: None,
                physical_type: physical.physical_type,
            };
            let nullable = column.nullable();
            (column.name, nullable, plan)
        });
        Self {
            columns: columns.collect(),
        }
    }

    /// Reads a column of a record batch, by its position in the block.
    ///
    /// # Errors
    /// The first error of the column. To find all invalid rows, read the batch row by row.
    pub fn read(&self, batch: &RecordBatch, column: usize) -> Result<ColumnData, ColumnErrorKind> {
        let (name, nullable, plan) = &self.columns[column];
        let schema = batch.schema_ref();
        let places = schema.fields().iter().enumerate();
        let mut places = places.filter(|(_, field)| field.name() == name);
        let place = match (places.next(), places.next()) {
            (Some((place, _)), None) => place,
            (Some(_), Some(_)) => return Err(ColumnErrorKind::Duplicate),
            (None, _) if *nullable => return Ok(ColumnData::without_values(batch.num_rows())),
            (None, _) => {
                return Err(ColumnErrorKind::Missing {
                    expected: plan.physical_type.to_string(),
                    advice: String::new(),
                });
            }
        };
        self.read_array(schema.field(place), batch.column(place), column)
    }

    fn read_array(
        &self,
        field: &Field,
        array: &ArrayRef,
        column: usize,
    ) -> Result<ColumnData, ColumnErrorKind> {
        let (_, nullable, plan) = &self.columns[column];
        validate_kind(field, &plan.value_type)?;
        match dates_of_periods(field, array, plan) {
            Some(dates) => read_cells(&dates?, *nullable, plan),
            None => read_cells(array, *nullable, plan),
        }
    }

    /// Reads a text as a column of one row, such as the value of a folder `year=2010`; `None` is null.
    ///
    /// # Errors
    /// If the text is not a value of the column.
    #[cfg(any(feature = "ipc", feature = "parquet"))]
    pub fn read_text(
        &self,
        text: Option<&str>,
        column: usize,
    ) -> Result<ColumnData, ColumnErrorKind> {
        let (name, _, plan) = &self.columns[column];
        let array = constant(text, plan.value_type.representation(), 1);
        let field = Field::new(name, array.data_type().clone(), true);
        self.read_array(&field, &array, column)
    }
}

impl fmt::Debug for BatchColumns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.columns.iter().map(|(name, ..)| name);
        f.debug_list().entries(names).finish()
    }
}

impl ColumnData {
    fn without_values(rows: usize) -> Self {
        Self {
            nulls: Some(NullBuffer::new_null(rows)),
            values: ColumnValues::None,
        }
    }
}

fn read_cells(
    array: &ArrayRef,
    nullable: bool,
    plan: &ColumnPlan,
) -> Result<ColumnData, ColumnErrorKind> {
    let is_list = matches!(
        plan.value_type.representation(),
        Representation::List { .. }
    );
    let missing = |row, count| {
        if is_list {
            ColumnErrorKind::MissingList { row, count }
        } else {
            ColumnErrorKind::MissingValue { row, count }
        }
    };
    let nulls = match nulls_of(array) {
        Nulls::All if nullable || array.is_empty() => {
            return Ok(ColumnData::without_values(array.len()));
        }
        Nulls::All => return Err(missing(0, array.len())),
        Nulls::Compressed => return Err(wrong_type(array.data_type(), plan)),
        Nulls::Some(nulls) => nulls,
    };
    if let Some(nulls) = nulls.as_ref().filter(|_| !nullable) {
        let first = (0..nulls.len()).find(|row| nulls.is_null(*row));
        return Err(missing(first.unwrap_or_default(), nulls.null_count()));
    }
    let values = if is_list {
        read_lists(array, plan)?
    } else {
        read_values(array, nulls.as_ref(), plan)?
    };
    Ok(ColumnData { nulls, values })
}

fn read_lists(array: &ArrayRef, plan: &ColumnPlan) -> Result<ColumnValues, ColumnErrorKind> {
    let (items, lists) = split_lists(array).ok_or_else(|| wrong_type(array.data_type(), plan))?;
    let rows = (0..items.len()).map(|item| lists.row_of(item)).collect();
    let wrong = || wrong_item(array.data_type(), items.data_type(), plan);
    let items = match nulls_of(&items) {
        Nulls::All if items.is_empty() => ColumnValues::None,
        Nulls::All if !items.data_type().is_null() => {
            return Err(ColumnErrorKind::MissingValue {
                row: lists.row_of(0),
                count: items.len(),
            });
        }
        Nulls::All | Nulls::Compressed => return Err(wrong()),
        Nulls::Some(Some(nulls)) => {
            let first = (0..nulls.len()).find(|item| nulls.is_null(*item));
            return Err(ColumnErrorKind::MissingValue {
                row: lists.row_of(first.unwrap_or_default()),
                count: nulls.null_count(),
            });
        }
        Nulls::Some(None) => read_values(&items, None, plan)
            .map_err(|kind| kind.map_row(|item| lists.row_of(item)))?,
    };
    Ok(ColumnValues::Lists {
        rows,
        items: Box::new(items),
    })
}

fn read_values(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
) -> Result<ColumnValues, ColumnErrorKind> {
    let values = unpacked(array);
    let array = values.as_ref().unwrap_or(array);
    match plan.value_type.item().representation() {
        Representation::Code { .. } => {
            let (keys, texts) = read_codes(array, nulls, plan, CodeText::try_new)?;
            Ok(ColumnValues::Codes { keys, texts })
        }
        Representation::Flag => {
            let flags = arrow_array::cast::AsArray::as_boolean_opt(array.as_ref());
            match flags {
                Some(flags) => Ok(ColumnValues::Flags(flags.values().clone())),
                None => read_flags(array, nulls, plan).map(ColumnValues::Flags),
            }
        }
        _ => read_numbers(array, nulls, plan).map(ColumnValues::Numbers),
    }
}
