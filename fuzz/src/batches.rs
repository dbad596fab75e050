//! Random Arrow batches, most of them close to a batch of the block.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::Arc;

use arbitrary::{Error, Result, Unstructured};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchOptions, new_null_array};
use arrow_schema::{DataType, Field, Metadata, Schema};
use beraad_model::model;
use beraad_schema::describe::CodeList;
use beraad_schema::{Block, arrow};

use crate::arrays::array;
use crate::others::{as_other, as_texts, keyed, texts};
use crate::{fixed_rows, types};

/// The number of rows of the valid batch, from which every other batch is a slice.
const ROWS: usize = 200;

/// The data of a block that does not depend on the input. It is created once.
#[derive(Clone)]
struct Template {
    /// Rows as the library writes them.
    batch: RecordBatch,
    /// The published codes of all code lists of the block.
    codes: Arc<[String]>,
}

thread_local! {
    static TEMPLATES: RefCell<HashMap<TypeId, Template>> = RefCell::default();
}

fn template<R: Block + Any + Debug>() -> Template {
    let new = || Template {
        batch: arrow::to_batch(&fixed_rows::<R>(ROWS)).expect("valid rows"),
        codes: R::code_lists()
            .into_iter()
            .flat_map(CodeList::published_codes)
            .map(|(text, _)| text.to_owned())
            .collect(),
    };
    TEMPLATES.with_borrow_mut(|all| all.entry(TypeId::of::<R>()).or_insert_with(new).clone())
}

/// Generates a batch: rows of the block, with changes that the input chooses.
///
/// # Errors
/// Returns an error if the input is exhausted, or if Arrow rejects the batch.
pub fn batch<R: Block + Debug>(u: &mut Unstructured<'_>) -> Result<RecordBatch> {
    let Template { batch, codes } = template::<R>();
    // Most batches are short: few errors occur only at the end of a word of null bits or of a chunk.
    let max_rows = if u.ratio(7, 8)? { 9 } else { 130_u8 };
    let rows = usize::from(u.int_in_range(0..=max_rows)?);
    let batch = batch.slice(u.int_in_range(0..=ROWS - rows)?, rows);
    let mut columns = Vec::new();
    let names = batch.schema();
    for (field, column) in names.fields().iter().zip(batch.columns()) {
        let column = changed_column(u, column, &codes)?;
        columns.push((field.name().clone(), column));
    }
    for _ in 0..u.int_in_range(0..=6_u8)?.saturating_sub(3) {
        rearrange(u, &mut columns, rows, &codes)?;
    }
    let mut metadata = HashMap::new();
    if u.ratio(1, 8)? {
        let block = *u.choose(&[R::ID, "pay", "", "\n"])?;
        metadata.insert("beraad.block".to_owned(), block.to_owned());
    }
    let (fields, arrays): (Vec<_>, Vec<_>) = columns
        .into_iter()
        .map(|(name, array)| (Field::new(name, array.data_type().clone(), true), array))
        .unzip();
    let schema = Schema::new(fields).with_metadata(metadata.into_iter().collect::<Metadata>());
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    RecordBatch::try_new_with_options(Arc::new(schema), arrays, &options)
        .map_err(|_| Error::IncorrectFormat)
}

/// Returns a column unchanged, in a type of other programs, or with random values.
fn changed_column(
    u: &mut Unstructured<'_>,
    column: &ArrayRef,
    codes: &[String],
) -> Result<ArrayRef> {
    let (written, rows) = (column.data_type(), column.len());
    Ok(match u.int_in_range(0..=19)? {
        0..=11 => column.clone(),
        12..=14 => {
            let data_type = types::equivalent(u, written)?;
            as_other(column, &data_type).unwrap_or_else(|| column.clone())
        }
        15 => other_dictionary(u, column, codes)?,
        16 => array(u, written, rows, codes)?,
        17 => {
            let data_type = types::equivalent(u, written)?;
            array(u, &data_type, rows, codes)?
        }
        18 => new_null_array(&DataType::Null, rows),
        _ => {
            let data_type = types::any(u, 2)?;
            array(u, &data_type, rows, codes)?
        }
    })
}

/// Returns a dictionary column with the same texts under other keys, with unused texts, and with nulls among its values.
fn other_dictionary(
    u: &mut Unstructured<'_>,
    column: &ArrayRef,
    codes: &[String],
) -> Result<ArrayRef> {
    let DataType::Dictionary(..) = column.data_type() else {
        return Ok(column.clone());
    };
    let texts = texts(column);
    let mut values: Vec<Option<String>> = Vec::new();
    for _ in 0..u.int_in_range(0..=5)? {
        values.push(u.arbitrary::<Option<&str>>()?.map(str::to_owned));
        values.push(u.choose(codes).ok().cloned());
    }
    for text in &texts {
        if text.is_some() && !values.contains(text) {
            values.push(text.clone());
        }
    }
    // A missing text is a null key, or the key of a null value.
    let index_of = |text| values.iter().position(|value| value == text);
    let indices: Vec<_> = texts.iter().map(index_of).collect();
    let (key, text) = (u.choose(types::INTEGERS)?, u.choose(types::TEXTS)?);
    let values = as_texts(&values, text).ok_or(Error::IncorrectFormat)?;
    keyed(&indices, &values, key).ok_or(Error::IncorrectFormat)
}

/// Swaps, removes, duplicates, renames or adds a column.
fn rearrange(
    u: &mut Unstructured<'_>,
    columns: &mut Vec<(String, ArrayRef)>,
    rows: usize,
    codes: &[String],
) -> Result<()> {
    let names = model().blocks.iter().map(|block| block.id.to_string());
    let data_type = types::any(u, 2)?;
    let (Some(one), Some(other)) = (random_index(u, columns)?, random_index(u, columns)?) else {
        let new = array(u, &data_type, rows, codes)?;
        columns.push(("person".to_owned(), new));
        return Ok(());
    };
    match u.int_in_range(0..=6)? {
        0 | 1 => columns.swap(one, other),
        2 => drop(columns.remove(one)),
        3 => columns.insert(one, columns[other].clone()),
        4 => {
            let name = columns[other].0.clone();
            columns[one].0 = name;
        }
        5 => {
            let other_names: Vec<String> = names
                .chain(["", "Person", "\u{1b}[31m"].map(str::to_owned))
                .collect();
            columns[one].0.clone_from(u.choose(&other_names)?);
        }
        _ => {
            let new = array(u, &data_type, rows, codes)?;
            columns.insert(one, ("new".to_owned(), new));
        }
    }
    Ok(())
}

fn random_index<T>(u: &mut Unstructured<'_>, items: &[T]) -> Result<Option<usize>> {
    match items.len() {
        0 => Ok(None),
        length => u.int_in_range(0..=length - 1).map(Some),
    }
}
