//! The file that identifies the model of an output folder: its version and its fingerprints.
//!
//! The files of a block contain the fingerprint of the block alone, so that they change with the block. What every change of the
//! model changes is in this file, and on the first page of the codebook.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::artefact::Artefact;
use crate::format::Selection;
use crate::json::write_pretty;

/// The path of the file that [`model_file`] writes.
pub const MODEL_FILE: &str = "model.beraad.json";

/// The content of the file, its keys in the order in which a person wants to read them.
#[derive(Serialize)]
struct ModelFile<'a> {
    deliberation: &'a str,
    model_version: &'a str,
    fingerprint: &'a str,
    /// The fingerprint of each selected block, by its id.
    blocks: BTreeMap<&'a str, String>,
}

/// Returns the file that identifies the model: its version, its fingerprint, and the fingerprint of each selected block.
///
/// The commands write it beside the files of the formats.
#[must_use]
pub fn model_file<'a>(selection: &Selection<'a>) -> Artefact<'a> {
    let selection = selection.clone();
    Artefact::lazy(MODEL_FILE, move |out| {
        let model = selection.model;
        let blocks = selection.blocks.iter();
        let file = ModelFile {
            deliberation: &model.deliberation.number,
            model_version: &model.version,
            fingerprint: selection.fingerprint(),
            blocks: blocks
                .map(|block| (&*block.id, model.block_fingerprint(block)))
                .collect(),
        };
        write_pretty(out, &file)
    })
}
