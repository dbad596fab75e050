//! A file with its hash.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

/// A file whose bytes are hashed as they are read.
pub(crate) struct HashedFile {
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl HashedFile {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        // A pipe without a writer would wait for one for ever.
        if !std::fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is not a file with bytes of its own"));
        }
        Ok(Self {
            file: File::open(path)?,
            hash: Sha256::new(),
            bytes: 0,
        })
    }

    /// Reads what is left, and returns the number of bytes and their hash.
    pub(crate) fn finish(mut self) -> io::Result<(u64, String)> {
        io::copy(&mut self, &mut io::sink())?;
        let hash = self.hash.finalize();
        let digits = hash.iter().map(|byte| format!("{byte:02x}"));
        Ok((self.bytes, digits.collect()))
    }
}

impl Read for HashedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}
