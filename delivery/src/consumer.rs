//! The interface of a thread that takes the rows of files.

use crate::part::Part;
use crate::tally::Tally;

/// A taker of the parts of files, in one thread.
pub(crate) trait Consumer: Send {
    /// Returns the findings so far, to which a reader adds those about texts that are not values.
    fn tally(&mut self) -> &mut Tally;

    /// Takes a part. `number` is its position among the parts of all files of the block, from 0.
    fn take(&mut self, part: Part, number: u64);
}
