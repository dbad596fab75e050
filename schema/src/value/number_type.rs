//! Code that whole numbers and numbers with decimals share.

/// Implements order, equality, hash and `Debug` for a number type with the field `number`.
macro_rules! number_type {
    ($type:ident) => {
        // Written out because a derive would demand the same traits of the quantity, which has no values.
        impl<Q, const MIN: i64, const MAX: i64> Clone for $type<Q, MIN, MAX> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<Q, const MIN: i64, const MAX: i64> Copy for $type<Q, MIN, MAX> {}
        impl<Q, const MIN: i64, const MAX: i64> PartialEq for $type<Q, MIN, MAX> {
            fn eq(&self, other: &Self) -> bool {
                self.number == other.number
            }
        }
        impl<Q, const MIN: i64, const MAX: i64> Eq for $type<Q, MIN, MAX> {}
        impl<Q, const MIN: i64, const MAX: i64> PartialOrd for $type<Q, MIN, MAX> {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<Q, const MIN: i64, const MAX: i64> Ord for $type<Q, MIN, MAX> {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.number.cmp(&other.number)
            }
        }
        impl<Q, const MIN: i64, const MAX: i64> Hash for $type<Q, MIN, MAX> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.number.hash(state);
            }
        }
        impl<Q: QuantityType, const MIN: i64, const MAX: i64> fmt::Debug for $type<Q, MIN, MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}({self})", Q::QUANTITY)
            }
        }
    };
}
pub(super) use number_type;
