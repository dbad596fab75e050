//! Columns of numbers: years, serial numbers, whole numbers, decimals, and the first days of months and quarters.

use std::mem::take;
use std::sync::Arc;

use arrow_array::{ArrayRef, ArrowPrimitiveType, PrimitiveArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use crate::arrow::fitted;
use crate::arrow::number::ArrowNumber;
use crate::value::column::{ColumnBuilder, ColumnErrorKind, ColumnPlan};
use crate::value::stored::Plain;

/// Builds a column of numbers.
pub struct NumberBuilder<N: ArrowNumber> {
    data_type: DataType,
    values: Vec<<N::Arrow as ArrowPrimitiveType>::Native>,
}

impl<N: ArrowNumber, S: Plain<Number = N>> ColumnBuilder<S> for NumberBuilder<N> {
    fn new(plan: &ColumnPlan) -> Self {
        Self {
            data_type: plan.item_field.data_type().clone(),
            values: Vec::new(),
        }
    }

    fn reserve(&mut self, additional: usize) {
        self.values.reserve(additional);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        self.values.extend(values.map(|value| {
            let number = value.map(Plain::number).unwrap_or_default();
            number.to_arrow()
        }));
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind> {
        // A new decimal array has the precision and scale that Arrow assumes; the data type of the plan replaces them.
        let array = PrimitiveArray::<N::Arrow>::new(take(&mut self.values).into(), nulls);
        Ok(Arc::new(array.with_data_type(self.data_type.clone())))
    }
}

/// Builds a column of numbers in the type that the column states.
pub struct FittedBuilder {
    data_type: DataType,
    values: Vec<i64>,
}

impl<S: Plain<Number = i64>> ColumnBuilder<S> for FittedBuilder {
    fn new(plan: &ColumnPlan) -> Self {
        Self {
            data_type: plan.item_field.data_type().clone(),
            values: Vec::new(),
        }
    }

    fn reserve(&mut self, additional: usize) {
        self.values.reserve(additional);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        let values = values.map(|value| value.map(Plain::number).unwrap_or_default());
        self.values.extend(values);
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind> {
        let array = fitted::to_array(&take(&mut self.values), nulls, &self.data_type);
        // The type is that of the plan, so this error does not occur.
        array.ok_or_else(|| ColumnErrorKind::WrongType {
            expected: "a type of numbers".to_owned(),
            found: self.data_type.to_string(),
            advice: String::new(),
        })
    }
}
