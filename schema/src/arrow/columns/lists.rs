//! Columns of lists: where each list begins and ends among the items of all lists.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};

/// Where each list of a column begins and ends among the items of all lists.
pub(in crate::arrow) enum ListBounds {
    /// A list ends where the next one begins. Begins with 0, and has one bound more than there are lists.
    Offsets(Vec<usize>),
    /// Every list has this number of items. If it is 0, there may be any number of lists.
    FixedSize(usize),
}

impl ListBounds {
    /// Returns the items of a row.
    pub(in crate::arrow) fn items_of(&self, row: usize) -> Range<usize> {
        match self {
            Self::Offsets(bounds) => bounds[row]..bounds[row + 1],
            Self::FixedSize(length) => row * length..(row + 1) * length,
        }
    }

    /// Returns the row of an item.
    pub(in crate::arrow) fn row_of(&self, item: usize) -> usize {
        match self {
            Self::Offsets(bounds) => bounds[1..].partition_point(|end| *end <= item),
            Self::FixedSize(length) => item.checked_div(*length).unwrap_or_default(),
        }
    }
}

/// Returns the items of all lists of an array, and the bounds of each list; `None` if the array does not hold lists.
pub(in crate::arrow) fn split_lists(array: &ArrayRef) -> Option<(ArrayRef, ListBounds)> {
    // The offsets of a slice need not begin with 0.
    let slice_items = |items: &ArrayRef, offsets: Vec<usize>| {
        let (first, last) = (*offsets.first()?, *offsets.last()?);
        let bounds = offsets.into_iter().map(|offset| offset - first).collect();
        Some((
            items.slice(first, last - first),
            ListBounds::Offsets(bounds),
        ))
    };
    if let Some(array) = array.as_list_opt::<i32>() {
        let offsets = array.offsets().iter();
        let offsets = offsets.map(|offset| offset.cast_unsigned() as usize);
        return slice_items(array.values(), offsets.collect());
    }
    if let Some(array) = array.as_list_opt::<i64>() {
        let offsets = array.offsets().iter();
        let offsets = offsets.map(|offset| usize::try_from(*offset));
        return slice_items(array.values(), offsets.collect::<Result<_, _>>().ok()?);
    }
    let array = array.as_fixed_size_list_opt()?;
    let length = usize::try_from(array.value_length()).ok()?;
    let items = array.values().slice(0, array.len() * length);
    Some((items, ListBounds::FixedSize(length)))
}
