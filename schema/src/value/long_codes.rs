//! The codes that are too long to be stored in place: each text is stored once, and has a number.
//!
//! A number is what keeps a code as small as an integer, and `Copy`. The texts are never freed, so that a code needs no
//! reference count. Their number is limited, since a program may read files that it does not trust.

use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

/// The maximum number of texts.
pub(super) const MAX: usize = CHUNKS * CHUNK;

/// The number of texts that one chunk holds.
const CHUNK: usize = 1 << 10;

/// The number of chunks.
const CHUNKS: usize = 1 << 10;

/// A text, once it is there.
type Slot = OnceLock<&'static str>;

/// The texts by their numbers. They are read without a lock, and a chunk stays where it is when others are added.
static TEXTS: [OnceLock<Box<[Slot]>>; CHUNKS] = [const { OnceLock::new() }; CHUNKS];

/// The numbers of the texts.
static NUMBERS: OnceLock<RwLock<HashMap<&'static str, u32>>> = OnceLock::new();

/// Returns the number of a text, which it gets if it does not have one; `None` if there are too many texts.
pub(super) fn number_of(text: &str) -> Option<u32> {
    let numbers = NUMBERS.get_or_init(RwLock::default);
    let known = numbers.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(number) = known.get(text) {
        return Some(*number);
    }
    drop(known);
    let mut numbers = numbers.write().unwrap_or_else(PoisonError::into_inner);
    // Another thread may have been faster.
    if let Some(number) = numbers.get(text) {
        return Some(*number);
    }
    let index = numbers.len();
    let chunk = TEXTS.get(index / CHUNK)?;
    let slots = chunk.get_or_init(|| vec![Slot::new(); CHUNK].into_boxed_slice());
    let number = u32::try_from(index).ok()?;
    let text: &'static str = Box::leak(Box::from(text));
    slots[index % CHUNK].get_or_init(|| text);
    numbers.insert(text, number);
    Some(number)
}

/// Returns the text that has a number.
pub(super) fn text_of(number: u32) -> &'static str {
    let index = number as usize;
    let slots = TEXTS.get(index / CHUNK).and_then(OnceLock::get);
    let text = slots.and_then(|slots| slots[index % CHUNK].get());
    text.copied().expect("a number comes from `number_of`")
}
