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

/// Implements a whole number of a quantity with bounds: a struct with the fields `number` and `quantity`, whose constant `ERROR`
/// has the error in the bounds. It takes the type of the field, the function that reads a text, and how columns store it.
macro_rules! whole_number {
    ($name:ident, $primitive:ty, $from_text:ident, $stored:ty) => {
        impl<Q, const MIN: i64, const MAX: i64> $name<Q, MIN, MAX> {
            const HAS_VALUES: () = super::markers::has_values(Self::ERROR);

            /// Creates the number `number`.
            ///
            /// # Panics
            /// If it is not `MIN` to `MAX`; in a constant, that is a compile error.
            #[must_use]
            pub const fn new(number: $primitive) -> Self {
                const { Self::HAS_VALUES }
                assert!(
                    MIN <= number as i64 && number as i64 <= MAX,
                    "the number is outside the bounds of its type"
                );
                Self {
                    number,
                    quantity: PhantomData,
                }
            }

            /// Creates the number `number`.
            ///
            /// # Errors
            /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX`.
            pub fn try_new(number: $primitive) -> Result<Self, ValueError> {
                Self::try_from(i64::from(number))
            }

            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> $primitive {
                self.number
            }
        }

        number_type!([Q, const MIN: i64, const MAX: i64] $name<Q, MIN, MAX>);
        number_of_quantity!([const MIN: i64, const MAX: i64] $name<Q, MIN, MAX>);

        impl<Q, const MIN: i64, const MAX: i64> TryFrom<i64> for $name<Q, MIN, MAX> {
            type Error = ValueError;

            fn try_from(number: i64) -> Result<Self, ValueError> {
                const { Self::HAS_VALUES }
                match <$primitive>::try_from(number) {
                    Ok(whole) if MIN <= number && number <= MAX => Ok(Self {
                        number: whole,
                        quantity: PhantomData,
                    }),
                    _ => Err(ValueError::OutOfBounds { min: MIN, max: MAX }),
                }
            }
        }

        impl<Q, const MIN: i64, const MAX: i64> fmt::Display for $name<Q, MIN, MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.number.fmt(f)
            }
        }

        impl<Q, const MIN: i64, const MAX: i64> FromStr for $name<Q, MIN, MAX> {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                Self::try_from($from_text(text)?)
            }
        }

        impl<Q, const MIN: i64, const MAX: i64> Serialize for $name<Q, MIN, MAX> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // As readers ask for it: formats without types store a signed number in another way.
                serializer.serialize_i64(self.number.into())
            }
        }

        impl<Q: QuantityType, const MIN: i64, const MAX: i64> Scalar for $name<Q, MIN, MAX> {
            const TYPE: ValueType = {
                // Checked here too, so that a description cannot have bounds that no value meets.
                const { Self::HAS_VALUES }
                ValueType::Number {
                    quantity: Q::QUANTITY,
                    min: MIN,
                    max: MAX,
                    decimals: 0,
                }
            };
            type Kind = NumberOf<Q>;
            type Grain = grain::Undated;
            type Form = form::Plain;
            type Stored = $stored;
            const __ERROR: Option<&'static str> = Self::ERROR;

            fn datum(&self) -> Datum {
                Datum::Whole(i64::from(self.number))
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::Whole(number) => Self::try_from(number),
                    other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
                }
            }
        }
    };
}
pub(super) use whole_number;
