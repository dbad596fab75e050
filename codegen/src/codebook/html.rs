//! The codebook as one HTML page for all its languages, which loads nothing.
//!
//! Tags are written by [`writer::Html`], whose only ways to add a text escape it. There is no template language: a
//! document has about a dozen shapes, and each of them is written once.

mod writer;
mod security;
mod page;
mod body;

pub(crate) use self::page::html;
