//! The files of a package: one or more for each edition and block.

use beraad_schema::describe::{Block, Language};

use crate::artefact::Artefact;
use crate::format::Selection;

/// The function that makes the content of a file.
pub(crate) type Content = for<'a> fn(&Selection<'a>, &'a Block, Language) -> Vec<u8>;

/// Returns the files `<folder>/<language>/<block><ending>`, where each ending has a content of its own.
pub(crate) fn files<'a>(
    selection: &Selection<'a>,
    folder: &str,
    endings: &[(&str, Content)],
) -> Vec<Artefact<'a>> {
    let mut artefacts = Vec::new();
    for &language in &selection.model.deliberation.languages.editions {
        for &block in &selection.blocks {
            for &(ending, content) in endings {
                let selection = selection.clone();
                let path = format!("{folder}/{language}/{}{ending}", block.id);
                artefacts.push(Artefact::lazy(path, move |out| {
                    out.write_all(&content(&selection, block, language))
                }));
            }
        }
    }
    artefacts
}
