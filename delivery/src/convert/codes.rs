//! The codes of a column as keys of a dictionary.

use std::sync::Arc;

use beraad_schema::arrow::arrow_array::{ArrayRef, StringArray};
use beraad_schema::describe::CodeIndex;
use hashbrown::HashMap;

/// The number of codes of a column: keys have at most 16 bits.
pub(super) const MAX_CODES: usize = 1 << u16::BITS;

/// The codes of a column, in the order in which they first occurred.
#[derive(Default)]
pub(super) struct Dictionary {
    pub(super) texts: Vec<String>,
    keys: HashMap<String, u32>,
}

impl Dictionary {
    /// Returns the key of a code, which is a new one if the code did not occur yet.
    pub(super) fn key(&mut self, text: &str) -> u32 {
        if let Some(key) = self.keys.get(text) {
            return *key;
        }
        let key = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text.to_owned());
        self.keys.insert(text.to_owned(), key);
        key
    }

    /// Returns the codes as an array.
    pub(super) fn array(&self) -> ArrayRef {
        Arc::new(StringArray::from_iter_values(&self.texts))
    }
}

/// The codes of a closed list, whose keys are their positions in it.
pub(super) struct ClosedList {
    pub(super) positions: HashMap<String, u32>,
    pub(super) array: ArrayRef,
}

impl ClosedList {
    pub(super) fn new(index: &CodeIndex<'_>) -> Self {
        let codes = || index.list().published_codes().map(|(text, _)| text);
        Self {
            positions: codes().map(str::to_owned).zip(0..).collect(),
            array: Arc::new(StringArray::from_iter_values(codes())),
        }
    }
}

/// Returns the code that rows store for a text: that of which it is an alias, or the text itself.
pub(super) fn stored<'t>(index: Option<&'t CodeIndex<'_>>, text: &'t str) -> &'t str {
    let index = index.filter(|index| !index.list().is_reference_only());
    let entry = index.and_then(|index| index.find(text));
    entry
        .and_then(|entry| entry.code.as_deref())
        .unwrap_or(text)
}
