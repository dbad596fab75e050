//! The implementations that the derive macros write as one call each.

/// Implements serde and schemars for a row type, over its description.
#[doc(hidden)]
#[macro_export]
// Macros of this crate, because only here it is known whether the feature `schemars` is enabled.
macro_rules! __row_impls {
    ($row:ident, $name:literal, $decision:literal) => {
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
        $crate::__json_schema_impl!(
            $row,
            $name,
            schemars_schema,
            ::core::concat!(::core::module_path!(), "::", $name, " of ", $decision)
        );
    };
}

/// Implements `schemars::JsonSchema` for a row type or an enum of codes. The id has the path of the type: two crates may have types
/// of one name.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($type:ident, $name:literal, $schema:ident, $id:expr) => {
        impl $crate::__private::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Borrowed($name)
            }
            fn schema_id() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Borrowed($id)
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::$schema::<Self>()
            }
        }
    };
}

/// Without the feature `schemars`, no type has `JsonSchema`.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($type:ident, $name:literal, $schema:ident, $id:expr) => {};
}

/// Implements conversions from and to text, serde and schemars for an enum that derives `CodeList`.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_impls {
    ($list:ident, $name:literal) => {
        $crate::__json_schema_impl!(
            $list,
            $name,
            schemars_schema_of_value,
            ::core::concat!(::core::module_path!(), "::", $name)
        );
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
