//! A column: how it grows from values, and how it is kept while values are taken from it.
//!
//! Every way of storing a scalar has one [`Growing`] and one [`Kept`]; what a cell holds (one value, perhaps one, several)
//! is the business of [`Column`](super::batches) and [`Opened`](super::rows), which add nulls and offsets.

use std::marker::PhantomData;
use std::mem::take;
use std::sync::Arc;

use arrow_array::types::{Date32Type, Decimal128Type, Int16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, BooleanArray, PrimitiveArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};

use super::accept;
use super::codes::{Coded, Positions, Texts};
use super::error::Fault;
use super::plan::Planned;
use crate::value::Scalar;
use crate::value::stored::{Plain, Positioned, Texted, form};

/// The number of values that a column takes at once: as many as a word has bits.
pub(super) const WORD: usize = 64;

/// A way of storing values of `S`.
pub trait Stored<S> {
    /// A column that grows.
    type Growing: Growing<S>;
    /// A column whose values are taken.
    type Kept: Kept<S>;
}

/// A column that grows.
pub trait Growing<S>: Send + 'static {
    /// An empty one.
    fn new(planned: &Planned) -> Self;

    /// Makes room.
    fn reserve(&mut self, more: usize);

    /// Takes at most [`WORD`] values; where there is none, anything may stand.
    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a;

    /// What was taken since the last time.
    ///
    /// # Errors
    /// If a value has no place in the column.
    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, Fault>;
}

/// A column whose values were all found to be values of `S`.
pub trait Kept<S>: Sized + Send + 'static {
    /// A column without any value.
    fn empty() -> Self;

    /// The column of an array.
    ///
    /// # Errors
    /// If it is of another type, or holds what is no value.
    fn open(array: &ArrayRef, nulls: Option<&NullBuffer>, planned: &Planned)
    -> Result<Self, Fault>;

    /// The value at `index`, where there is one.
    fn get(&self, index: usize) -> S;

    /// The value at `index`, if there is one.
    #[inline]
    fn get_if(&self, present: bool, index: usize) -> Option<S> {
        present.then(|| self.get(index))
    }
}

impl<S: Plain> Stored<S> for form::Plain<S::Number>
where
    S::Number: Number,
{
    type Growing = Numbers<S::Number>;
    type Kept = KeptNumbers<S::Number>;
}

impl Stored<bool> for form::Bit {
    type Growing = Bits;
    type Kept = BooleanBuffer;
}

impl<S: Scalar + Positioned> Stored<S> for form::Position {
    type Growing = Positions;
    type Kept = Coded<S>;
}

impl<S: Scalar + Texted> Stored<S> for form::Text {
    type Growing = Texts;
    type Kept = Coded<S>;
}

/// A number as Arrow stores it.
pub trait Number: Copy + Default + Send + 'static {
    /// Arrow's type.
    type Arrow: ArrowPrimitiveType;

    /// As Arrow stores it.
    fn store(self) -> <Self::Arrow as ArrowPrimitiveType>::Native;

    /// What Arrow stores, if it fits.
    fn load(stored: <Self::Arrow as ArrowPrimitiveType>::Native) -> Option<Self>;
}

macro_rules! stored_as_is {
    ($($number:ty => $arrow:ty,)*) => {
        $(
            impl Number for $number {
                type Arrow = $arrow;

                #[inline]
                fn store(self) -> Self {
                    self
                }

                #[inline]
                fn load(stored: Self) -> Option<Self> {
                    Some(stored)
                }
            }
        )*
    };
}

stored_as_is! {
    u32 => UInt32Type,
    i16 => Int16Type,
    i32 => Date32Type,
}

/// Ten-thousandths.
impl Number for i64 {
    type Arrow = Decimal128Type;

    #[inline]
    fn store(self) -> i128 {
        i128::from(self)
    }

    #[inline]
    fn load(stored: i128) -> Option<Self> {
        stored.try_into().ok()
    }
}

/// Numbers.
pub struct Numbers<N: Number> {
    data_type: arrow_schema::DataType,
    values: Vec<<N::Arrow as ArrowPrimitiveType>::Native>,
}

impl<N: Number, S: Plain<Number = N>> Growing<S> for Numbers<N> {
    fn new(planned: &Planned) -> Self {
        Self {
            data_type: planned.item.data_type().clone(),
            values: Vec::new(),
        }
    }

    fn reserve(&mut self, more: usize) {
        self.values.reserve(more);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>) {
        self.values
            .extend(values.map(|value| value.map(Plain::number).unwrap_or_default().store()));
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, Fault> {
        let array = PrimitiveArray::<N::Arrow>::new(take(&mut self.values).into(), nulls);
        Ok(Arc::new(array.with_data_type(self.data_type.clone())))
    }
}

/// Numbers as Arrow stores them.
pub struct KeptNumbers<N: Number>(
    ScalarBuffer<<N::Arrow as ArrowPrimitiveType>::Native>,
    PhantomData<N>,
);

impl<N: Number, S: Plain<Number = N>> Kept<S> for KeptNumbers<N> {
    fn empty() -> Self {
        Self(Vec::new().into(), PhantomData)
    }

    fn open(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        planned: &Planned,
    ) -> Result<Self, Fault> {
        let keep = |values| Ok(Self(values, PhantomData));
        let as_written = array.as_any().downcast_ref::<PrimitiveArray<N::Arrow>>();
        let Some(as_written) =
            as_written.filter(|array| array.data_type() == planned.item.data_type())
        else {
            let numbers = accept::numbers::<S>(array, nulls, planned)?;
            return keep(numbers.into_iter().map(Number::store).collect());
        };
        let is_value = |stored| N::load(stored).is_some_and(S::is_number);
        if !accept::all(as_written.values(), nulls, is_value) {
            // What is wrong with it, the longer way says.
            accept::numbers::<S>(array, nulls, planned)?;
        }
        keep(as_written.values().clone())
    }

    #[inline]
    fn get(&self, index: usize) -> S {
        S::of_number(N::load(self.0[index]).unwrap_or_default())
    }

    #[inline]
    fn get_if(&self, present: bool, index: usize) -> Option<S> {
        // Without a branch: where there is no value there is still a number.
        let value = self.get(index);
        present.then_some(value)
    }
}

/// Bits, gathered in words.
#[derive(Default)]
pub struct Bits {
    words: Vec<u64>,
    bits: usize,
}

impl Bits {
    /// Takes the lowest `count` bits of a word, at most [`WORD`]; those above them are 0.
    #[inline]
    pub(super) fn push(&mut self, word: u64, count: usize) {
        let filled = self.bits % WORD;
        if filled == 0 {
            if count > 0 {
                self.words.push(word);
            }
        } else {
            if let Some(last) = self.words.last_mut() {
                *last |= word << filled;
            }
            if filled + count > WORD {
                self.words.push(word >> (WORD - filled));
            }
        }
        self.bits += count;
    }

    pub(super) fn reserve(&mut self, more: usize) {
        self.words.reserve(more.div_ceil(WORD));
    }

    pub(super) fn take(&mut self) -> BooleanBuffer {
        let words = Buffer::from_vec(take(&mut self.words));
        BooleanBuffer::new(words, 0, take(&mut self.bits))
    }
}

impl Growing<bool> for Bits {
    fn new(_: &Planned) -> Self {
        Self::default()
    }

    fn reserve(&mut self, more: usize) {
        self.reserve(more);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a bool>>) {
        let (mut word, mut count) = (0, 0);
        for value in values {
            word |= u64::from(value.copied().unwrap_or_default()) << count;
            count += 1;
        }
        self.push(word, count);
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, Fault> {
        Ok(Arc::new(BooleanArray::new(self.take(), nulls)))
    }
}

impl Kept<bool> for BooleanBuffer {
    fn empty() -> Self {
        Self::new_unset(0)
    }

    fn open(array: &ArrayRef, _: Option<&NullBuffer>, planned: &Planned) -> Result<Self, Fault> {
        let bits = array.as_any().downcast_ref::<BooleanArray>();
        let bits = bits.ok_or_else(|| accept::wrong_type(array.data_type(), planned))?;
        Ok(bits.values().clone())
    }

    #[inline]
    fn get(&self, index: usize) -> bool {
        self.value(index)
    }
}
