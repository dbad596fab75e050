//! The options of a conversion.

use super::format::ConvertFormat;
use crate::options::Options;

/// The options of [`Delivery::convert`](crate::Delivery::convert).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConvertOptions {
    /// The options of the check, which is made in the same pass.
    pub check: Options,
    /// The format of the files that are written.
    pub to: ConvertFormat,
    /// True if a value with an error is written as null, instead of refusing the conversion.
    pub null_on_error: bool,
}

impl ConvertOptions {
    /// The options of a check as [`Options::new`] has them, and no change to any value.
    #[must_use]
    pub fn new(to: ConvertFormat) -> Self {
        Self {
            check: Options::new(),
            to,
            null_on_error: false,
        }
    }

    /// Sets the options of the check: the way in which files are written, the blocks and the number of threads.
    #[must_use]
    pub fn check(mut self, check: Options) -> Self {
        self.check = check;
        self
    }

    /// Writes null for a value with an error, as [`Repair`](crate::Repair) describes.
    #[must_use]
    pub fn null_on_error(mut self) -> Self {
        self.null_on_error = true;
        self
    }
}
