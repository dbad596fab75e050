//! Text for a terminal: entries of the codebook, and the little layout that they need.
//!
//! Nothing here is coloured, and no character of a model reaches the terminal as a command to it.

mod entry;
mod layout;

pub use self::entry::{Entry, entry};
pub use self::layout::{Columns, visible, wrap};
