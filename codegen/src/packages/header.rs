//! The lines at the top of a script.

use beraad_schema::describe::{Block, Language};

use crate::format::Selection;
use crate::message;
use crate::messages::Messages;
use crate::retention::retention;

/// Returns the label of the block, the decision, the fingerprint, the date of destruction, the supplied code lists, the files
/// that the script reads and writes, if it writes one, and the columns that a script of some variables keeps.
pub(crate) fn header(
    selection: &Selection<'_>,
    block: &Block,
    language: Language,
    written: Option<&str>,
) -> Vec<String> {
    let deliberation = &selection.model.deliberation;
    let preferred = deliberation.languages.preferred(language);
    let messages = Messages::of(language);
    let mut lines = vec![
        block.label.first_of(&preferred).1.to_owned(),
        source(selection, block, language),
        retention(deliberation, language),
    ];
    lines.extend(supplied_lists(selection, block, messages));
    if let Some(written) = written {
        let read = format!("{}.csv", block.id);
        let files = [("read", &*read), ("written", written)];
        lines.push(messages.with(message!("script-files"), &files));
    }
    let columns = block.columns();
    if columns.len() < selection.columns_of_file(block).len() {
        let kept: Vec<_> = columns.iter().map(|column| &*column.name).collect();
        let kept = kept.join(", ");
        lines.push(messages.with(message!("script-part"), &[("columns", &kept)]));
    }
    lines
}

/// Returns a line with the decision, the block and its fingerprint.
pub(crate) fn source(selection: &Selection<'_>, block: &Block, language: Language) -> String {
    let model = selection.model;
    Messages::of(language).with(
        message!("script-source"),
        &[
            ("decision", &*model.deliberation.number),
            ("block", &*block.id),
            ("fingerprint", &model.block_fingerprint(block)),
        ],
    )
}

/// Returns a line for each code list of the block that a provider supplied: the file, and its hash.
fn supplied_lists(selection: &Selection<'_>, block: &Block, messages: &Messages) -> Vec<String> {
    let columns = block.columns();
    let lists = selection.model.code_lists.iter();
    let lists = lists.filter(|list| columns.iter().any(|it| it.code_list() == Some(&*list.id)));
    let lines = lists.filter_map(|list| {
        let supplied = list.supplied_by.as_ref()?;
        let values = [
            ("list", &*list.id),
            ("file", &*supplied.file),
            ("sha256", &*supplied.sha256),
        ];
        Some(messages.with(message!("script-supplied"), &values))
    });
    lines.collect()
}
