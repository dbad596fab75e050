//! Code that codes and classes of amounts share: both are a short text that refers to an entry of a list.

/// Implements a code type with the fields `text` and `list` for the kind of value of the same name.
macro_rules! code_type {
    ($type:ident) => {
        impl<L: CodeList> $type<L> {
            /// Creates the code with this text, for a rule or a test.
            ///
            /// The code is not looked up in the list. To read data, parse the text (`text.parse()`): that resolves aliases
            /// and refuses what a closed list does not have.
            ///
            /// # Panics
            /// If it is not a code, see [`try_new`](Self::try_new).
            #[must_use]
            #[track_caller]
            pub fn new(text: &str) -> Self {
                Self::of_text(CodeText::new(text))
            }

            /// Creates the code with this text, for a rule or a test; as by [`new`](Self::new), it is not looked up in the list.
            ///
            /// # Errors
            /// [`ValueError::CodeTooLong`] above [`CodeText::MAX_LEN`] bytes, [`ValueError::Form`] if a character is not printable
            /// ASCII, [`ValueError::SurroundingSpace`] if the text begins or ends with a space.
            pub fn try_new(text: &str) -> Result<Self, ValueError> {
                CodeText::try_new(text).map(Self::of_text)
            }

            const fn of_text(text: CodeText) -> Self {
                Self {
                    text,
                    // A code has no value of its list: `fn() -> L` makes it `Send` and `Sync` whatever `L` is.
                    list: PhantomData,
                }
            }

            /// Returns the stored text, which may be empty.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.text.as_str()
            }
        }

        // Written out because a derive would demand the same traits of the list, which may have no values.
        impl<L> Clone for $type<L> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<L> Copy for $type<L> {}
        impl<L> PartialEq for $type<L> {
            fn eq(&self, other: &Self) -> bool {
                self.text == other.text
            }
        }
        impl<L> Eq for $type<L> {}
        impl<L> Hash for $type<L> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.text.hash(state);
            }
        }
        impl<L> PartialOrd for $type<L> {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<L> Ord for $type<L> {
            /// The order of the texts, which says nothing about the meanings.
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.text.cmp(&other.text)
            }
        }
        impl<L> AsRef<str> for $type<L> {
            fn as_ref(&self) -> &str {
                self.text.as_str()
            }
        }
        impl<L> fmt::Debug for $type<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($type), "({:?})"), self.text)
            }
        }
        impl<L> fmt::Display for $type<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.text.fmt(f)
            }
        }

        impl<L: CodeList> FromStr for $type<L> {
            type Err = ValueError;

            /// Reads a code from data: the code itself, or the code that has the text as an alias.
            ///
            /// The empty text is a code like any other, since a list that is not completely known may turn out to have it.
            ///
            /// # Errors
            /// [`ValueError::UnknownCode`] if the list is closed and does not have the code, or [`ValueError::EmptyCode`] if
            /// the text is empty; [`ValueError::CodeTooLong`], [`ValueError::Form`] or [`ValueError::SurroundingSpace`] if it is not
            /// a code of any list; [`ValueError::CodeForm`] if it does not have the form that the list declares.
            fn from_str(text: &str) -> Result<Self, ValueError> {
                resolve(L::description(), text).map(Self::of_text)
            }
        }

        impl<L: CodeList> TryFrom<&str> for $type<L> {
            type Error = ValueError;

            /// Reads a code from data, as `text.parse()` does.
            fn try_from(text: &str) -> Result<Self, ValueError> {
                text.parse()
            }
        }

        impl<L> Serialize for $type<L> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.text.as_str())
            }
        }

        impl<'de, L: CodeList> Deserialize<'de> for $type<L> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_scalar(deserializer)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<L: CodeList> Scalar for $type<L> {
            const TYPE: ValueType = ValueType::$type {
                list: Text::Borrowed(L::ID),
            };
            type Kind = Self;
            type Grain = grain::Undated;
            type Form = form::Classed;
            type Stored = stored::form::Text;

            fn code_list() -> Option<&'static describe::CodeList> {
                Some(L::description())
            }

            fn datum(&self) -> Datum {
                Datum::Code(self.text)
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::Code(text) => text.as_str().parse(),
                    other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
                }
            }
        }

        impl<L: CodeList> stored::Texted for $type<L> {
            #[inline]
            fn text(&self) -> CodeText {
                self.text
            }
        }
    };
}
pub(super) use code_type;
