//! SHA-256 in hexadecimal.

use std::io;

use sha2::{Digest, Sha256};

/// A hash of the bytes that are written to it.
#[derive(Default)]
pub(crate) struct Hash(Sha256);

impl Hash {
    /// The SHA-256 of some bytes, in hexadecimal.
    pub(crate) fn of(bytes: &[u8]) -> String {
        let mut hash = Self::default();
        hash.0.update(bytes);
        hash.finish()
    }

    /// The SHA-256 of everything that was written, in hexadecimal.
    pub(crate) fn finish(self) -> String {
        let digest = self.0.finalize();
        let digits = digest.iter().map(|byte| format!("{byte:02x}"));
        digits.collect()
    }
}

// A writer, so that a model is hashed while it is serialised, without its JSON in memory.
impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
