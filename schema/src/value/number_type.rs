//! Code that whole numbers, numbers with decimals and amounts share.

/// Implements order, equality and hash for a number type with the field `number`. Its parameters come first.
macro_rules! number_type {
    ([$($parameters:tt)*] $type:ty) => {
        // Written out because a derive would demand the same traits of the quantity, which has no values.
        impl<$($parameters)*> Clone for $type {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<$($parameters)*> Copy for $type {}
        impl<$($parameters)*> PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.number == other.number
            }
        }
        impl<$($parameters)*> Eq for $type {}
        impl<$($parameters)*> PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<$($parameters)*> Ord for $type {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.number.cmp(&other.number)
            }
        }
        impl<$($parameters)*> Hash for $type {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.number.hash(state);
            }
        }
    };
}
pub(super) use number_type;

/// Implements `Debug` for a number of a quantity, and deserialization for any number.
macro_rules! number_of_quantity {
    ([$($parameters:tt)*] $type:ty) => {
        impl<Q: QuantityType, $($parameters)*> fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match Q::QUANTITY {
                    NumberQuantity::BuiltIn(quantity) => write!(f, "{quantity:?}({self})"),
                    NumberQuantity::Own(own) => write!(f, "{}({self})", own.id()),
                }
            }
        }

        impl<'de, Q: QuantityType, $($parameters)*> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_scalar(deserializer)
            }
        }
    };
}
pub(super) use number_of_quantity;
