//! The rows of a group as Arrow arrays, in the types of the model.

use std::sync::Arc;

use beraad_schema::arrow::arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type,
};
use beraad_schema::arrow::arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, ListArray, PrimitiveArray,
};
use beraad_schema::arrow::arrow_buffer::{BooleanBuffer, NullBuffer, OffsetBuffer};
use beraad_schema::arrow::arrow_schema::{DataType, Field, FieldRef};
use beraad_schema::arrow::{ArrowError, SchemaOptions, SchemaRef, schema_with_fingerprint};
use beraad_schema::describe::{CalendarType, CodeIndex, Grain, Year};

use super::codes::{ClosedList, Dictionary, stored};
use super::groups::{Group, Slice};
use crate::column::{VALUE, Values};
use crate::period::period_of;
use crate::plan::BlockPlan;

/// The columns of a block, prepared for arrays.
pub(super) struct BlockArrays<'m> {
    pub(super) schema: SchemaRef,
    columns: Vec<ColumnArrays<'m>>,
}

struct ColumnArrays<'m> {
    /// The field of the column, or of an item of its lists.
    item: FieldRef,
    is_list: bool,
    nullable: bool,
    is_year: bool,
    index: Option<&'m CodeIndex<'m>>,
    closed: Option<ClosedList>,
}

/// A column of a group. The keys of codes are those of the group alone, unless the list is closed.
pub(super) struct GroupColumn {
    values: GroupValues,
    /// The lists, if the column has several values in a row.
    lists: Option<(OffsetBuffer<i32>, Option<NullBuffer>)>,
}

enum GroupValues {
    Array(ArrayRef),
    Codes {
        keys: Vec<u32>,
        nulls: Option<NullBuffer>,
        dictionary: Dictionary,
    },
}

impl<'m> BlockArrays<'m> {
    pub(super) fn new(plan: &'m BlockPlan<'m>, fingerprint: &str) -> Self {
        let options = SchemaOptions::default();
        let schema = schema_with_fingerprint(plan.model, fingerprint, plan.block, options);
        let columns = plan.columns.iter().zip(schema.fields());
        let columns = columns.map(|(column, field)| {
            let (item, is_list) = match field.data_type() {
                DataType::List(item) => (Arc::clone(item), true),
                _ => (Arc::clone(field), false),
            };
            let is_short = matches!(
                item.data_type(),
                DataType::Dictionary(key, _) if **key == DataType::UInt8
            );
            let closed = column.codes.as_ref().filter(|_| is_short);
            ColumnArrays {
                is_list,
                nullable: field.is_nullable(),
                is_year: column.value_type.item().grain() == Some(Grain::Year),
                index: column.codes.as_ref(),
                closed: closed.map(ClosedList::new),
                item,
            }
        });
        Self {
            columns: columns.collect(),
            schema: Arc::new(schema),
        }
    }

    /// Builds the columns of a group.
    pub(super) fn build(&self, group: &Group) -> Result<Vec<GroupColumn>, ArrowError> {
        let columns = self.columns.iter().enumerate();
        let columns = columns.map(|(place, column)| column.build(&group.slices, place));
        columns.collect()
    }

    /// Returns the array of a column. `shared` has the key of each code of the group in a dictionary of all groups, and that dictionary.
    pub(super) fn array(
        &self,
        place: usize,
        column: GroupColumn,
        shared: Option<(&[u32], ArrayRef)>,
    ) -> Result<ArrayRef, ArrowError> {
        let of_block = &self.columns[place];
        let items = match column.values {
            GroupValues::Array(array) => array,
            GroupValues::Codes {
                keys,
                nulls,
                dictionary,
            } => {
                let (map, values) = match (&of_block.closed, shared) {
                    (Some(closed), _) => (None, Arc::clone(&closed.array)),
                    (None, Some((map, values))) => (Some(map), values),
                    (None, None) => (None, dictionary.array()),
                };
                let data_type = of_block.item.data_type();
                dictionary_array(&keys, map, nulls, values, data_type)?
            }
        };
        let Some((offsets, nulls)) = column.lists else {
            return Ok(items);
        };
        let item = Arc::clone(&of_block.item);
        Ok(Arc::new(ListArray::try_new(item, offsets, items, nulls)?))
    }
}

impl GroupColumn {
    /// Returns the codes of the group by their keys; `None` of a column without codes, or of a closed list.
    pub(super) fn texts(&self) -> Option<&[String]> {
        match &self.values {
            GroupValues::Codes { dictionary, .. } if !dictionary.texts.is_empty() => {
                Some(&dictionary.texts)
            }
            _ => None,
        }
    }
}

impl ColumnArrays<'_> {
    fn build(&self, slices: &[Slice], place: usize) -> Result<GroupColumn, ArrowError> {
        if self.is_list {
            return self.build_lists(slices, place);
        }
        let nulls = nulls(slices, place);
        if nulls.is_some() && !self.nullable {
            return Err(ArrowError::InvalidArgumentError(
                "a required column has a row without a value".to_owned(),
            ));
        }
        let pieces: Vec<_> = slices
            .iter()
            .map(|slice| {
                let column = &slice.part.columns[place];
                Piece {
                    values: &column.values,
                    items: slice.rows.clone(),
                    states: Some(&column.states),
                }
            })
            .collect();
        Ok(GroupColumn {
            values: self.values(&pieces, nulls)?,
            lists: None,
        })
    }

    fn build_lists(&self, slices: &[Slice], place: usize) -> Result<GroupColumn, ArrowError> {
        let (mut pieces, mut offsets, mut end) = (Vec::new(), vec![0_i32], 0_usize);
        let empty = Values::default();
        for slice in slices {
            let column = &slice.part.columns[place];
            let (rows, items) = match &column.values {
                Values::Lists { rows, items } => (&**rows, &**items),
                Values::Numbers(_) | Values::Codes { .. } => (&[][..], &empty),
            };
            let first = rows.partition_point(|row| *row < slice.rows.start);
            let mut item = first;
            for row in slice.rows.clone() {
                let before = item;
                while rows.get(item) == Some(&row) {
                    item += 1;
                }
                end += item - before;
                offsets.push(i32::try_from(end).map_err(|_| {
                    ArrowError::InvalidArgumentError(
                        "the lists of a record batch have too many values".to_owned(),
                    )
                })?);
            }
            pieces.push(Piece {
                values: items,
                items: first..item,
                states: None,
            });
        }
        let nulls = if self.nullable {
            nulls(slices, place)
        } else {
            None
        };
        Ok(GroupColumn {
            values: self.values(&pieces, None)?,
            lists: Some((OffsetBuffer::new(offsets.into()), nulls)),
        })
    }

    fn values(
        &self,
        pieces: &[Piece<'_>],
        nulls: Option<NullBuffer>,
    ) -> Result<GroupValues, ArrowError> {
        let data_type = self.item.data_type();
        if let DataType::Dictionary(..) = data_type {
            return self.codes(pieces, nulls);
        }
        // A row without a value has a day that is in no year, and so the year 0.
        let missing = if self.is_year { i64::MIN } else { 0 };
        let numbers = pieces.iter().flat_map(|piece| piece.numbers(missing));
        let array = match data_type {
            DataType::Boolean => {
                let flags: BooleanBuffer = numbers.map(|number| number != 0).collect();
                Arc::new(BooleanArray::new(flags, nulls))
            }
            _ if self.is_year => {
                let mut years = Years::default();
                primitive::<Int16Type>(numbers.map(|day| years.year(day)), nulls, data_type)
            }
            DataType::Date32 => primitive::<Date32Type>(numbers, nulls, data_type),
            DataType::Int8 => primitive::<Int8Type>(numbers, nulls, data_type),
            DataType::Int16 => primitive::<Int16Type>(numbers, nulls, data_type),
            DataType::Int32 => primitive::<Int32Type>(numbers, nulls, data_type),
            DataType::Int64 => primitive::<Int64Type>(numbers, nulls, data_type),
            DataType::UInt32 => primitive::<UInt32Type>(numbers, nulls, data_type),
            DataType::Decimal128(..) => primitive::<Decimal128Type>(numbers, nulls, data_type),
            other => {
                return Err(ArrowError::NotYetImplemented(format!(
                    "a column of type {other}"
                )));
            }
        };
        Ok(GroupValues::Array(array))
    }

    /// The keys of codes: of a closed list the positions in it, of another list the order in which they first occur in the group.
    fn codes(
        &self,
        pieces: &[Piece<'_>],
        nulls: Option<NullBuffer>,
    ) -> Result<GroupValues, ArrowError> {
        const NOT_SEEN: u32 = u32::MAX;
        let mut dictionary = Dictionary::default();
        let count = pieces.iter().map(|piece| piece.items.len()).sum();
        let mut all = Vec::with_capacity(count);
        for piece in pieces {
            let Values::Codes { keys, texts } = piece.values else {
                // No row of the part has a value.
                all.extend(piece.items.clone().map(|_| 0));
                continue;
            };
            let mut key_of = vec![NOT_SEEN; texts.len()];
            for item in piece.items.clone() {
                if piece.states.is_some_and(|states| states[item] != VALUE) {
                    all.push(0);
                    continue;
                }
                let part_key = usize::try_from(keys[item]).unwrap_or_default();
                if key_of[part_key] == NOT_SEEN {
                    let text = stored(self.index, &texts[part_key]);
                    key_of[part_key] = match &self.closed {
                        None => dictionary.key(text),
                        Some(closed) => *closed.positions.get(text).ok_or_else(|| {
                            ArrowError::InvalidArgumentError(
                                "a closed code list does not have a code".to_owned(),
                            )
                        })?,
                    };
                }
                all.push(key_of[part_key]);
            }
        }
        Ok(GroupValues::Codes {
            keys: all,
            nulls,
            dictionary,
        })
    }
}

/// Values of a part, or the items of its lists.
struct Piece<'p> {
    values: &'p Values,
    items: std::ops::Range<usize>,
    /// The states of the rows; `None` of items, which are all there.
    states: Option<&'p [u8]>,
}

impl<'p> Piece<'p> {
    /// Returns the numbers. A row without a value has the number `missing`: a number that was removed must not be in a file.
    fn numbers(&self, missing: i64) -> impl Iterator<Item = i64> + use<'p> {
        let numbers = match self.values {
            Values::Numbers(numbers) => numbers.get(self.items.clone()).unwrap_or_default(),
            Values::Codes { .. } | Values::Lists { .. } => &[],
        };
        let states = self
            .states
            .and_then(|states| states.get(self.items.clone()));
        let numbers = numbers.iter().enumerate();
        numbers.map(move |(place, number)| match states {
            Some(states) if states[place] != VALUE => missing,
            _ => *number,
        })
    }
}

fn nulls(slices: &[Slice], place: usize) -> Option<NullBuffer> {
    let states = || {
        slices.iter().flat_map(|slice| {
            let states = &slice.part.columns[place].states;
            states[slice.rows.clone()].iter()
        })
    };
    if states().all(|state| *state == VALUE) {
        return None;
    }
    let buffer: BooleanBuffer = states().map(|state| *state == VALUE).collect();
    Some(NullBuffer::new(buffer))
}

/// Converts numbers to an array of a data type. Every value fits: it is within the bounds for which the type was chosen.
fn primitive<T: ArrowPrimitiveType<Native: TryFrom<i64>>>(
    numbers: impl Iterator<Item = i64>,
    nulls: Option<NullBuffer>,
    data_type: &DataType,
) -> ArrayRef {
    let natives = numbers.map(|number| T::Native::try_from(number).unwrap_or_default());
    let natives: Vec<_> = natives.collect();
    let array = PrimitiveArray::<T>::new(natives.into(), nulls);
    Arc::new(array.with_data_type(data_type.clone()))
}

fn dictionary_array(
    keys: &[u32],
    map: Option<&[u32]>,
    nulls: Option<NullBuffer>,
    values: ArrayRef,
    data_type: &DataType,
) -> Result<ArrayRef, ArrowError> {
    let keys = keys.iter().map(|key| match map {
        Some(map) => usize::try_from(*key)
            .ok()
            .and_then(|key| map.get(key))
            .map_or(0, |key| i64::from(*key)),
        None => i64::from(*key),
    });
    let is_short = matches!(data_type, DataType::Dictionary(key, _) if **key == DataType::UInt8);
    Ok(if is_short {
        let keys: Vec<_> = keys
            .map(|key| u8::try_from(key).unwrap_or_default())
            .collect();
        let keys = PrimitiveArray::<UInt8Type>::new(keys.into(), nulls);
        Arc::new(DictionaryArray::try_new(keys, values)?)
    } else {
        let keys: Vec<_> = keys
            .map(|key| u16::try_from(key).unwrap_or_default())
            .collect();
        let keys = PrimitiveArray::<UInt16Type>::new(keys.into(), nulls);
        Arc::new(DictionaryArray::try_new(keys, values)?)
    })
}

/// Converts the first days of years to years. Rows of one year are often together.
#[derive(Default)]
struct Years {
    last: Option<(i64, i64)>,
}

impl Years {
    fn year(&mut self, day: i64) -> i64 {
        match self.last {
            Some((known, year)) if known == day => year,
            _ => {
                let year = period_of(Grain::Year, day).and_then(Year::from_period);
                let year = year.map_or(0, |year| i64::from(year.get()));
                self.last = Some((day, year));
                year
            }
        }
    }
}

/// Returns true if a field is of codes, also of several in a row.
pub(super) fn is_of_codes(field: &Field) -> bool {
    match field.data_type() {
        DataType::List(item) => is_of_codes(item),
        data_type => matches!(data_type, DataType::Dictionary(..)),
    }
}
