//! Text for a terminal: blocks and columns of the codebook, and the layout of paragraphs and tables.
//!
//! Nothing here is coloured, and no text of a model reaches the terminal as a control sequence.

mod layout;
mod entry;

pub use beraad_schema::describe::visible;

pub use self::entry::{Entry, entry};
pub use self::layout::{Columns, wrap};
