//! Writes the implementations. This stage cannot fail: everything was checked before it.

mod description;
mod docs;
mod values;
mod block;
mod code_list;

pub(crate) use self::block::{expand_block, fallback_block};
pub(crate) use self::code_list::{expand_code_list, fallback_code_list};
