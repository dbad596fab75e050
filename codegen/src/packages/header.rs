//! The lines at the top of a script.

use beraad_schema::describe::{Block, Language};

use crate::format::Selection;
use crate::message;
use crate::messages::Messages;
use crate::retention::retention;

/// Returns the label of the block, the decision, the fingerprint, the date of destruction, and the files that the script reads and
/// writes.
pub(crate) fn header(
    selection: &Selection<'_>,
    block: &Block,
    language: Language,
    written: &str,
) -> [String; 4] {
    let model = selection.model;
    let deliberation = &model.deliberation;
    let preferred = deliberation.languages.preferred(language);
    let messages = Messages::of(language);
    let source = messages.with(
        message!("script-source"),
        &[
            ("decision", &*deliberation.number),
            ("block", &*block.id),
            ("fingerprint", &model.block_fingerprint(block)),
        ],
    );
    let read = format!("{}.csv", block.id);
    let files = messages.with(
        message!("script-files"),
        &[("read", &read), ("written", written)],
    );
    [
        block.label.first_of(&preferred).1.to_owned(),
        source,
        retention(deliberation, language),
        files,
    ]
}
