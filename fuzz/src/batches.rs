//! Batches of Arrow that are nearly one of a block, or not at all.

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
use beraad_schema::describe::Block;

use crate::arrays::array;
use crate::others::{as_other, as_texts, keyed, texts};
use crate::{made, types};

/// The rows that a batch is cut from.
const ROWS: usize = 200;

/// What is known of a block before any input: made once.
#[derive(Clone)]
struct Written {
    /// Rows as the library writes them.
    batch: RecordBatch,
    /// Codes of all of its lists.
    codes: Arc<[String]>,
}

thread_local! {
    static WRITTEN: RefCell<HashMap<TypeId, Written>> = RefCell::default();
}

fn written<R: Block + Any + Debug>() -> Written {
    let new = || Written {
        batch: R::to_batch(&made(ROWS)).expect("rows make a batch"),
        codes: R::code_lists()
            .into_iter()
            .flat_map(CodeList::stored)
            .map(|(text, _)| text.to_owned())
            .collect(),
    };
    WRITTEN.with_borrow_mut(|all| all.entry(TypeId::of::<R>()).or_insert_with(new).clone())
}

/// A batch: rows of the block, and what the input makes of them.
///
/// # Errors
/// If the input does not say what, or Arrow has no such batch.
pub fn batch<R: Block + Debug>(u: &mut Unstructured<'_>) -> Result<RecordBatch> {
    let Written { batch, codes } = written::<R>();
    // Few, as a rule: what happens at the ends of words and chunks happens seldom.
    let most = if u.ratio(7, 8)? { 9 } else { 130_u8 };
    let rows = usize::from(u.int_in_range(0..=most)?);
    let batch = batch.slice(u.int_in_range(0..=ROWS - rows)?, rows);
    let mut columns = Vec::new();
    let names = batch.schema();
    for (field, column) in names.fields().iter().zip(batch.columns()) {
        let column = changed(u, column, &codes)?;
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

/// A column as it is, as others write it, or with anything else in it.
fn changed(u: &mut Unstructured<'_>, column: &ArrayRef, codes: &[String]) -> Result<ArrayRef> {
    let (written, rows) = (column.data_type(), column.len());
    Ok(match u.int_in_range(0..=19)? {
        0..=11 => column.clone(),
        12..=14 => as_other(column, &types::same(u, written)?).unwrap_or_else(|| column.clone()),
        15 => other_dictionary(u, column, codes)?,
        16 => array(u, written, rows, codes)?,
        17 => {
            let data_type = types::same(u, written)?;
            array(u, &data_type, rows, codes)?
        }
        18 => new_null_array(&DataType::Null, rows),
        _ => {
            let data_type = types::any(u, 2)?;
            array(u, &data_type, rows, codes)?
        }
    })
}

/// The same texts by other keys, among others that are not used, and nulls as values.
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
    // Where there is no text, the key is null, or one of a null.
    let place = |text| values.iter().position(|value| value == text);
    let places: Vec<_> = texts.iter().map(place).collect();
    let (key, text) = (u.choose(types::WHOLES)?, u.choose(types::TEXTS)?);
    let values = as_texts(&values, text).ok_or(Error::IncorrectFormat)?;
    keyed(&places, &values, key).ok_or(Error::IncorrectFormat)
}

/// Columns in another order, gone, twice, of other names, or one more.
fn rearrange(
    u: &mut Unstructured<'_>,
    columns: &mut Vec<(String, ArrayRef)>,
    rows: usize,
    codes: &[String],
) -> Result<()> {
    let names = model().blocks.iter().map(|block| block.id.to_string());
    let data_type = types::any(u, 2)?;
    let (Some(one), Some(other)) = (place(u, columns)?, place(u, columns)?) else {
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
            let odd: Vec<String> = names
                .chain(["", "Person", "\u{1b}[31m"].map(str::to_owned))
                .collect();
            columns[one].0.clone_from(u.choose(&odd)?);
        }
        _ => {
            let new = array(u, &data_type, rows, codes)?;
            columns.insert(one, ("new".to_owned(), new));
        }
    }
    Ok(())
}

fn place<T>(u: &mut Unstructured<'_>, among: &[T]) -> Result<Option<usize>> {
    match among.len() {
        0 => Ok(None),
        length => u.int_in_range(0..=length - 1).map(Some),
    }
}
