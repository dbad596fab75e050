//! The words that a file may contain for a variant of a description enum.

use std::fmt::Display;

use beraad_describe::one_of;
use strum::VariantArray;

/// "`year`, `quarter` or `month`": the words for all variants, as an error message lists them.
pub(crate) fn expected<T: VariantArray + Display>() -> String {
    let words: Vec<_> = T::VARIANTS.iter().map(ToString::to_string).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    one_of(&words)
}
