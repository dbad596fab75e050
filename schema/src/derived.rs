//! The implementations that the derive macros write as one call each.

/// Implements serde and schemars for a row type, over its description.
#[doc(hidden)]
#[macro_export]
// Macros of this crate, because only here it is known whether the feature `schemars` is enabled.
macro_rules! __row_impls {
    ($row:ident, $name:literal) => {
        impl $crate::__private::serde::Serialize for $row {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $row {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
        $crate::__json_schema_impl!($row, $name);
    };
}

/// Implements `schemars::JsonSchema` for a row type.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($row:ident, $name:literal) => {
        impl $crate::__private::schemars::JsonSchema for $row {
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Borrowed($name)
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schemars_schema::<Self>()
            }
        }
    };
}

/// Without the feature `schemars`, a row type has no `JsonSchema`.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($row:ident, $name:literal) => {};
}

/// Implements conversions from and to text, and serde, for an enum that derives `CodeList`.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_impls {
    ($list:ident) => {
        impl ::core::fmt::Display for $list {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(Self::as_str(self))
            }
        }
        impl ::core::str::FromStr for $list {
            type Err = $crate::ValueError;
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ValueError> {
                Self::__nth($crate::__private::parse_position(
                    text,
                    <Self as $crate::CodeList>::description(),
                )?)
            }
        }
        impl<'text> ::core::convert::TryFrom<&'text ::core::primitive::str> for $list {
            type Error = $crate::ValueError;
            fn try_from(
                text: &'text ::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ValueError> {
                <Self as ::core::str::FromStr>::from_str(text)
            }
        }
        impl $crate::__private::serde::Serialize for $list {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::as_str(self))
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $list {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_scalar(deserializer)
            }
        }
    };
}
