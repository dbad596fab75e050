//! Codes: what a row stores is the text of the code; what it means is read at a period.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Datum, ObservationPeriod, Scalar, ValueError, stored};
use crate::check;
use crate::describe::{self, Literal, Meaning, Text, ValueType};

/// The text of a code: at most eight printable ASCII characters, held in place.
///
/// ```
/// use beraad_schema::CodeText;
///
/// assert_eq!(CodeText::new("01").unwrap().as_str(), "01", "text, so that the zero stays");
/// assert!(CodeText::new("123456789").is_err());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeText([u8; Self::MOST]);

impl CodeText {
    /// The largest length of a code in bytes.
    pub const MOST: usize = describe::CodeEntry::MAX_CODE_BYTES;

    /// The code with this text.
    ///
    /// # Errors
    /// [`ValueError::CodeTooLong`] above eight bytes, [`ValueError::Form`] if a character is not printable ASCII.
    pub fn new(text: &str) -> Result<Self, ValueError> {
        Self::checked(text).ok_or(match text.len() {
            ..=Self::MOST => ValueError::Form {
                expected: "`01`: printable ASCII characters",
            },
            found => ValueError::CodeTooLong {
                found,
                most: Self::MOST,
            },
        })
    }

    const fn checked(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() > Self::MOST {
            return None;
        }
        let mut code = [0; Self::MOST];
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] < b' ' || bytes[at] > b'~' {
                return None;
            }
            code[at] = bytes[at];
            at += 1;
        }
        Some(Self(code))
    }

    /// The text as one number, another for every text.
    #[cfg(feature = "arrow")]
    #[inline]
    pub(crate) fn word(self) -> u64 {
        u64::from_le_bytes(self.0)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self
            .0
            .iter()
            .position(|&byte| byte == 0)
            .unwrap_or(Self::MOST);
        // The bytes came from a `str`, whole.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Debug for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A code list as a type: an enum that derives `CodeList`, with a variant for each code or with none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no code list",
    label = "does not derive `CodeList`",
    note = "a code list is an enum with `#[derive(describe::CodeList)]`"
)]
pub trait CodeList: 'static {
    /// The id of the list.
    const ID: &'static str;

    /// The list.
    fn description() -> &'static describe::CodeList;
}

/// The code that `text` stands for in a list: itself, or the code that has it as an alias.
///
/// # Errors
/// [`ValueError::UnknownCode`] if the list rejects what it does not have, and [`ValueError::EmptyCode`] if that is the
/// empty text; [`ValueError::CodeTooLong`] and [`ValueError::Form`] if the text is no code.
pub(crate) fn codes_text(list: &describe::CodeList, text: &str) -> Result<CodeText, ValueError> {
    let known = if list.is_reference_only() {
        None
    } else {
        list.find(text)
    };
    match known {
        Some(code) => CodeText::new(code.code.as_deref().unwrap_or(text)),
        None if list.rejects_unknown_codes() && text.is_empty() => Err(ValueError::EmptyCode),
        None if list.rejects_unknown_codes() => Err(ValueError::unknown_code(list)),
        None => CodeText::new(text),
    }
}

macro_rules! code_type {
    ($type:ident, $kind:ident, $name:literal) => {
        impl<L: CodeList> $type<L> {
            /// The code with this text, in a rule or a test. It is not looked up in the list: data are read with
            /// [`parse`](Self::parse), which resolves aliases and refuses what a closed list does not have.
            ///
            /// # Panics
            /// If it is not at most eight printable ASCII characters; in a constant, that is a compile error.
            #[must_use]
            pub const fn new(text: &str) -> Self {
                match CodeText::checked(text) {
                    Some(text) => Self {
                        text,
                        list: PhantomData,
                    },
                    None => panic!("a code has at most eight printable ASCII characters"),
                }
            }

            /// The code that `text` stands for: itself, or the code that has it as an alias.
            ///
            /// The empty text is a code as any other: a list that is not wholly known may turn out to have it.
            ///
            /// # Errors
            /// [`ValueError::UnknownCode`] if the list is closed and does not have it, or [`ValueError::EmptyCode`] where
            /// it is empty; [`ValueError::CodeTooLong`] and [`ValueError::Form`] if it is not at most eight printable ASCII
            /// characters.
            pub fn parse(text: &str) -> Result<Self, ValueError> {
                let text = codes_text(L::description(), text)?;
                Ok(Self {
                    text,
                    list: PhantomData,
                })
            }

            /// The stored text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.text.as_str()
            }

            /// What the code means in a period, by every source that gives it a meaning then; empty if none does, or none is published.
            #[must_use]
            pub fn at(&self, period: impl ObservationPeriod) -> Vec<&'static Meaning> {
                let code = L::description().find(self.as_str());
                code.map(|code| code.meanings_at(period.period()))
                    .unwrap_or_default()
            }
        }

        // Written out, since a derive would ask the same of the list, which may have no values.
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
            /// By the text of the code, which says nothing of its meaning.
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.text.cmp(&other.text)
            }
        }
        impl<L> fmt::Debug for $type<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($name, "({:?})"), self.text)
            }
        }
        impl<L> fmt::Display for $type<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.text.fmt(f)
            }
        }

        impl<L: CodeList> FromStr for $type<L> {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                Self::parse(text)
            }
        }

        impl<L> Serialize for $type<L> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.text.as_str())
            }
        }

        impl<'de, L: CodeList> Deserialize<'de> for $type<L> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize_scalar(deserializer)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<L: CodeList> Scalar for $type<L> {
            const TYPE: ValueType = ValueType::$kind {
                list: Text::Borrowed(L::ID),
            };
            type Kind = Self;
            type Grain = check::by::Dateless;
            type Form = check::form::Classed;
            type Stored = stored::form::Text;

            fn code_list() -> Option<&'static describe::CodeList> {
                Some(L::description())
            }

            fn datum(&self) -> Datum {
                Datum::Code(self.text)
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::Code(text) => Self::parse(text.as_str()),
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

/// A code of the list `L`, which may be open, supplied with the delivery, or closed with codes that change their meaning.
///
/// ```
/// # use beraad_schema::describe::{self, CodeEntry, Date, Label, ListKind, Meaning, Period};
/// # use beraad_schema::{Code, CodeList, YearQuarter};
/// # use std::sync::LazyLock;
/// # enum Category {}
/// # impl CodeList for Category {
/// #     const ID: &'static str = "category";
/// #     fn description() -> &'static describe::CodeList {
/// #         static LIST: LazyLock<describe::CodeList> = LazyLock::new(|| {
/// #             let mut meaning = Meaning::new(Label::new("tweede periode", "second period"));
/// #             meaning.period = Period::new(Some(Date::ymd(2012, 1, 1)), None);
/// #             let mut list = describe::CodeList::new("category", "", ListKind::Open);
/// #             list.codes.push(CodeEntry::new("2", vec![meaning]));
/// #             list
/// #         });
/// #         &LIST
/// #     }
/// # }
/// let code: Code<Category> = "2".parse().unwrap();
/// assert_eq!(code.as_str(), "2");
/// let meanings = code.at(YearQuarter::new(2012, 1));
/// assert_eq!(meanings[0].label.en, "second period");
/// assert!(code.at(YearQuarter::new(2011, 4)).is_empty());
/// ```
pub struct Code<L> {
    text: CodeText,
    list: PhantomData<fn() -> L>,
}

code_type!(Code, Code, "Code");

impl<L: CodeList> Code<L> {
    /// The code as a constant of a rule.
    #[must_use]
    pub fn literal(self) -> Literal {
        Literal::Code {
            list: Text::Borrowed(L::ID),
            code: Text::Owned(self.as_str().to_owned()),
        }
    }
}

/// The code of a class of amounts; its boundaries come with the delivery.
pub struct AmountClass<L> {
    text: CodeText,
    list: PhantomData<fn() -> L>,
}

code_type!(AmountClass, AmountClass, "AmountClass");
