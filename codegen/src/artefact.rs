//! A file that a format writes.

use std::fmt;
use std::io::{self, Write};

type WriteContent<'a> = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'a>;

/// One file that a format writes: a path, and the content, which is produced only when it is written.
///
/// A format therefore holds at most one file in memory, and a file that is larger than the memory can be written in
/// parts.
///
/// ```
/// use beraad_codegen::Artefact;
///
/// let ids = ["loan", "member"];
/// let artefact = Artefact::lazy("blocks.txt", move |out| {
///     for id in ids {
///         writeln!(out, "{id}")?;
///     }
///     Ok(())
/// });
/// assert_eq!(artefact.into_bytes()?, b"loan\nmember\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[non_exhaustive]
pub struct Artefact<'a> {
    /// The path within the output folder, with `/` between folders.
    pub path: String,
    write: WriteContent<'a>,
}

impl<'a> Artefact<'a> {
    /// A file whose content is at hand.
    #[must_use]
    pub fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        let content = content.into();
        Self::lazy(path, move |out| out.write_all(&content))
    }

    /// A file whose content `write` produces.
    ///
    /// `write` has to produce the same bytes each time that the format is run on the same model.
    #[must_use]
    pub fn lazy(
        path: impl Into<String>,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()> + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            write: Box::new(write),
        }
    }

    /// Writes the content to `out`.
    ///
    /// # Errors
    /// If `out` cannot be written to, or the content cannot be produced.
    pub fn write_to(self, out: &mut dyn Write) -> io::Result<()> {
        (self.write)(out)
    }

    /// The content, in memory.
    ///
    /// # Errors
    /// If the content cannot be produced.
    pub fn into_bytes(self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes)?;
        Ok(bytes)
    }
}

impl fmt::Debug for Artefact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Artefact")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
