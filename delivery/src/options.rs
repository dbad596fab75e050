//! The options of a check.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::thread;

use beraad_schema::csv::Dialect;

use crate::renames::Renames;

/// The options of [`Delivery::check`](crate::Delivery::check). Everything that a file may have otherwise than this library writes it is
/// stated, and nothing is guessed; the report has the options.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The way in which CSV files are written.
    pub dialect: Dialect,
    /// The columns that files have under another name. The abbreviations of the source need no rename.
    pub renames: Renames,
    /// True if the report shows texts that are not values, and codes that no list has. They may be about persons.
    pub show_values: bool,
    /// The number of threads that read and check.
    pub threads: NonZeroUsize,
    /// The blocks that are checked; all that have a file if `None`.
    pub blocks: Option<BTreeSet<String>>,
}

impl Options {
    /// The dialect of this library, no values in the report, and a thread for each processor.
    #[must_use]
    pub fn new() -> Self {
        Self {
            dialect: Dialect::new(),
            renames: Renames::default(),
            show_values: false,
            threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            blocks: None,
        }
    }

    /// Sets the way in which CSV files are written.
    #[must_use]
    pub fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// Sets the columns that files have under another name.
    #[must_use]
    pub fn renames(mut self, renames: Renames) -> Self {
        self.renames = renames;
        self
    }

    /// Shows texts that are not values, and codes that no list has.
    #[must_use]
    pub fn show_values(mut self) -> Self {
        self.show_values = true;
        self
    }

    /// Sets the number of threads.
    #[must_use]
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads;
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}
