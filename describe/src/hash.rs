//! SHA-256 in hexadecimal.

use std::io;

use sha2::{Digest, Sha256};

/// The SHA-256 of the bytes that are written to it.
///
/// ```
/// use beraad_describe::Fingerprint;
///
/// let mut written = Fingerprint::default();
/// std::io::Write::write_all(&mut written, b"text")?;
/// assert_eq!(written.finish(), Fingerprint::of(b"text"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Returns the SHA-256 of some bytes, as 64 hexadecimal digits in small letters.
    #[must_use]
    pub fn of(bytes: &[u8]) -> String {
        let mut hash = Self::default();
        hash.0.update(bytes);
        hash.finish()
    }

    /// Returns the SHA-256 of everything that was written, as 64 hexadecimal digits in small letters.
    #[must_use]
    pub fn finish(self) -> String {
        let digest = self.0.finalize();
        let digits = digest.iter().map(|byte| format!("{byte:02x}"));
        digits.collect()
    }
}

// A writer, so that a model is hashed while it is serialised, without its JSON in memory.
impl io::Write for Fingerprint {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
