//! Dictionary keys for the codes of an open list.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use arrow_array::types::UInt16Type;
use arrow_array::{ArrayRef, StringArray};
use beraad_schema::{CodeList, CodeText};

use super::{dictionary, primitive};
use crate::hand::Opt;

/// The codes that occurred so far, with their keys.
///
/// This is a hash table with open addressing over the eight bytes of a code, read as one number, so that no text is hashed.
pub(super) struct OpenList {
    slots: Vec<(u64, u16)>,
    codes: Vec<u64>,
}

/// The number that represents a missing code. No code has these bytes, since all characters of a code are ASCII.
const NONE: u64 = u64::MAX;

/// The key of an empty slot. No code gets this key, since a list has fewer codes.
const EMPTY: u16 = u16::MAX;

impl OpenList {
    /// Creates a list from its published codes, which get the first keys.
    pub(super) fn new<'a>(known: impl Iterator<Item = &'a str>) -> Self {
        let mut list = Self {
            slots: vec![(0, EMPTY); 64],
            codes: Vec::new(),
        };
        let none = list.home(NONE);
        list.slots[none] = (NONE, 0);
        for code in known {
            list.key(eight(&CodeText::new(code)));
        }
        list
    }

    /// Returns the key of a code. A code that did not occur before gets the next key.
    #[inline]
    pub(super) fn key(&mut self, code: u64) -> u16 {
        let mut slot = self.home(code);
        loop {
            match self.slots[slot] {
                (_, EMPTY) => return self.insert(slot, code),
                (found, key) if found == code => return key,
                _ => slot = (slot + 1) % self.slots.len(),
            }
        }
    }

    #[inline]
    fn home(&self, code: u64) -> usize {
        let spread = code.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        usize::try_from(spread).unwrap_or_default() & (self.slots.len() - 1)
    }

    #[cold]
    fn insert(&mut self, slot: usize, code: u64) -> u16 {
        let key = u16::try_from(self.codes.len())
            .ok()
            .filter(|key| *key != EMPTY)
            .expect("at most 65,535 codes");
        self.codes.push(code);
        self.slots[slot] = (code, key);
        if self.codes.len() * 2 > self.slots.len() {
            self.grow();
        }
        key
    }

    fn grow(&mut self) {
        let slots = vec![(0, EMPTY); self.slots.len() * 2];
        for (code, key) in std::mem::replace(&mut self.slots, slots) {
            if key != EMPTY {
                let mut slot = self.home(code);
                while self.slots[slot].1 != EMPTY {
                    slot = (slot + 1) % self.slots.len();
                }
                self.slots[slot] = (code, key);
            }
        }
    }

    /// Returns the texts of the codes in the order of their keys.
    pub(super) fn texts(&self) -> ArrayRef {
        let texts = self.codes.iter().map(|code| {
            let bytes = code.to_le_bytes();
            let length = bytes.iter().position(|byte| *byte == 0).unwrap_or(8);
            String::from_utf8_lossy(&bytes[..length]).into_owned()
        });
        Arc::new(StringArray::from_iter_values(texts))
    }
}

/// A builder of a nullable column of codes.
pub(super) struct OpenColumn {
    list: OpenList,
    keys: Opt<u16>,
    last: u64,
}

impl OpenColumn {
    pub(super) fn new<L: CodeList>(rows: usize) -> Self {
        Self {
            list: OpenList::new(L::description().published_codes().map(|(code, _)| code)),
            keys: Opt::new(rows),
            last: NONE,
        }
    }

    /// Appends the codes of a chunk, like `Opt::ext`. For a missing code, the previous code is looked up again: that costs less
    /// than a branch that the processor cannot predict.
    #[inline]
    pub(super) fn ext<R, C: Hash>(&mut self, rows: &[R], get: impl Fn(&R) -> Option<C>) {
        for rows in rows.chunks(64) {
            let mut valid = 0;
            self.keys
                .v
                .extend(rows.iter().enumerate().map(|(index, row)| {
                    let code = get(row);
                    valid |= u64::from(code.is_some()) << index;
                    self.last = code.map_or(self.last, |code| eight(&code));
                    self.list.key(self.last)
                }));
            self.keys.w.push(valid);
        }
    }

    pub(super) fn finish(self) -> ArrayRef {
        dictionary(
            primitive::<UInt16Type>(self.keys.v, self.keys.w),
            self.list.texts(),
        )
    }
}

/// Returns the eight bytes of a code as one number. The type of a code shows these bytes to a hasher only.
#[inline]
pub(super) fn eight(code: &impl Hash) -> u64 {
    let mut hasher = LastEight(0);
    code.hash(&mut hasher);
    hasher.0
}

/// A hasher that keeps the eight bytes that it receives.
struct LastEight(u64);

impl Hasher for LastEight {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        if let Ok(bytes) = bytes.try_into() {
            self.0 = u64::from_le_bytes(bytes);
        }
    }

    /// Ignores the length of the code's array, which is the same for all codes.
    #[inline]
    fn write_usize(&mut self, _: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
