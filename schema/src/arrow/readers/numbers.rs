//! Columns of numbers: years, serial numbers, whole numbers, decimals, and the first days of months and quarters.

use std::marker::PhantomData;

use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray};
use arrow_buffer::{NullBuffer, ScalarBuffer};

use crate::arrow::columns::read_numbers;
use crate::arrow::fitted;
use crate::arrow::number::ArrowNumber;
use crate::value::Scalar;
use crate::value::column::{ColumnErrorKind, ColumnPlan, ColumnReader};
use crate::value::stored::Plain;

/// Reads a column of numbers.
pub struct NumberReader<N: ArrowNumber>(
    ScalarBuffer<<N::Arrow as ArrowPrimitiveType>::Native>,
    PhantomData<N>,
);

impl<N: ArrowNumber, S: Scalar + Plain<Number = N>> ColumnReader<S> for NumberReader<N> {
    fn empty() -> Self {
        Self(Vec::new().into(), PhantomData)
    }

    fn try_new(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind> {
        let numbers = array.as_any().downcast_ref::<PrimitiveArray<N::Arrow>>();
        // Decimals of another scale have the same Rust type.
        let numbers = numbers.filter(|array| array.data_type() == plan.item_field.data_type());
        let Some(numbers) = numbers else {
            let numbers = read_numbers(array, nulls, plan)?.into_iter();
            // `columns` has checked the bounds of the type, which its number can hold.
            let numbers = numbers.map(|number| N::try_from(number).unwrap_or_default().to_arrow());
            return Ok(Self(numbers.collect(), PhantomData));
        };
        let is_valid = |native| N::from_arrow(native).is_some_and(S::is_number);
        if !all_valid(numbers.values(), nulls, is_valid) {
            // The slower way finds the first invalid value, and returns an error.
            read_numbers(array, nulls, plan)?;
        }
        Ok(Self(numbers.values().clone(), PhantomData))
    }

    #[inline]
    fn value(&self, index: usize) -> S {
        S::of_number(N::from_arrow(self.0[index]).unwrap_or_default())
    }

    #[inline]
    fn value_if(&self, is_present: bool, index: usize) -> Option<S> {
        // Without a branch: where the array has a null, it still has a number.
        let value = self.value(index);
        is_present.then_some(value)
    }
}

/// Reads a column of numbers in the type that the column states.
pub struct FittedReader(Vec<i64>);

impl<S: Scalar + Plain<Number = i64>> ColumnReader<S> for FittedReader {
    fn empty() -> Self {
        Self(Vec::new())
    }

    fn try_new(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind> {
        let numbers = fitted::from_array(array, plan.item_field.data_type());
        let numbers = numbers.filter(|numbers| all_valid(numbers, nulls, S::is_number));
        // The slower way reads the types of other programs, and finds the first invalid value.
        let numbers = numbers.map_or_else(|| read_numbers(array, nulls, plan), Ok);
        numbers.map(Self)
    }

    #[inline]
    fn value(&self, index: usize) -> S {
        S::of_number(self.0[index])
    }
}

/// The number of values that are validated at once.
const CHUNK: usize = 64;

/// Returns whether all values are valid, except where they are null.
fn all_valid<N: Copy>(
    values: &[N],
    nulls: Option<&NullBuffer>,
    is_valid: impl Fn(N) -> bool,
) -> bool {
    values.chunks(CHUNK).enumerate().all(|(number, chunk)| {
        // The loop has no early exit, so that the compiler can compare several values with one instruction.
        let all = chunk.iter().fold(true, |all, value| all & is_valid(*value));
        let is_null = |place| nulls.is_some_and(|nulls| nulls.is_null(CHUNK * number + place));
        all || (chunk.iter().enumerate()).all(|(place, value)| is_valid(*value) || is_null(place))
    })
}
