//! JSON for people.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `value` as indented JSON with a line end.
pub(crate) fn write_pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}
