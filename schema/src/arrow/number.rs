//! The numbers that a value is stored as, and the Arrow types that hold them.

use arrow_array::ArrowPrimitiveType;
use arrow_array::types::{Date32Type, Decimal128Type, Int16Type, UInt32Type};

/// A number that has an Arrow type.
pub trait ArrowNumber: Copy + Default + TryFrom<i64> + Send + 'static {
    /// The Arrow type.
    type Arrow: ArrowPrimitiveType;

    /// Converts the number to Arrow's form.
    fn to_arrow(self) -> <Self::Arrow as ArrowPrimitiveType>::Native;

    /// Converts the number back, if it fits.
    fn from_arrow(native: <Self::Arrow as ArrowPrimitiveType>::Native) -> Option<Self>;
}

macro_rules! same_in_arrow {
    ($($number:ty => $arrow:ty,)*) => {
        $(
            impl ArrowNumber for $number {
                type Arrow = $arrow;

                #[inline]
                fn to_arrow(self) -> Self {
                    self
                }

                #[inline]
                fn from_arrow(native: Self) -> Option<Self> {
                    Some(native)
                }
            }
        )*
    };
}

same_in_arrow! {
    u32 => UInt32Type,
    i16 => Int16Type,
    i32 => Date32Type,
}

/// A number with decimals, in its smallest unit.
impl ArrowNumber for i64 {
    type Arrow = Decimal128Type;

    #[inline]
    fn to_arrow(self) -> i128 {
        i128::from(self)
    }

    #[inline]
    fn from_arrow(native: i128) -> Option<Self> {
        native.try_into().ok()
    }
}
