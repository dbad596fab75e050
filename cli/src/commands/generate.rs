//! `generate`: some formats, of some blocks.

use std::path::{Path, PathBuf};

use beraad_codegen::supplied::filled_in;
use beraad_codegen::{
    Artefact, FORMATS, Format, Options, OutputError, Selection, find, write_folder,
};
use clap::Args;

use super::{Answer, Context};
use crate::failure::Failure;
use crate::names::block_errors;
use crate::options::{Example, Words};
use crate::page::Page;

/// Write some formats, of some blocks
///
/// The folder is written as a whole, as `codebook` does: what an earlier call wrote into it is replaced.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// A format to write, may be repeated; all of them if it is left out
    #[arg(long = "format", value_name = "F")]
    formats: Vec<String>,
    /// A block to write, may be repeated; all of them if it is left out
    #[arg(long = "block", value_name = "B")]
    blocks: Vec<String>,
    /// The folder to write; the folder that it stands in must exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Generate {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        let mut mistakes = Vec::new();
        for id in &self.formats {
            mistakes.extend(find(id).err().map(|error| error.to_string()));
        }
        mistakes.extend(block_errors(context.model, &self.blocks));
        if !mistakes.is_empty() {
            return Err(Failure::Names(mistakes));
        }
        let all = self.formats.is_empty();
        let chosen = |format: &&&Format| all || self.formats.iter().any(|id| id == format.id);
        let formats: Vec<_> = FORMATS.iter().filter(chosen).copied().collect();
        let options = Options {
            blocks: (!self.blocks.is_empty()).then(|| self.blocks.clone()),
        };
        let page = write(context, &formats, &options, &self.out)?;
        Ok(Answer::yes(page.finish()))
    }
}

/// Refuses a folder of templates that somebody has begun to fill in: it carries our marker, and its files are on our list,
/// but what is in them by now is not ours.
pub(super) fn refuse_filled_in(dir: &Path) -> Result<(), Failure> {
    let files = filled_in(dir).map_err(|source| OutputError::System {
        action: "read",
        path: dir.to_owned(),
        source,
    })?;
    if files.is_empty() {
        return Ok(());
    }
    let dir = dir.to_owned();
    Err(Failure::FilledIn { dir, files })
}

/// Writes formats into a folder, and says which.
pub(super) fn write(
    context: &Context<'_>,
    formats: &[&Format],
    options: &Options,
    dir: &Path,
) -> Result<Page, Failure> {
    let model = context.model;
    let mut artefacts: Vec<Artefact> = Vec::new();
    let mut rows = Vec::new();
    for format in formats {
        let written = format.emit(model, options)?;
        let count = written.len();
        let size: usize = written.iter().map(|artefact| artefact.bytes.len()).sum();
        rows.push([
            format.id.to_owned(),
            files(count),
            kilobytes(size),
            format.writes.join(", "),
        ]);
        artefacts.extend(written);
    }
    refuse_filled_in(dir)?;
    let summary = write_folder(dir, &artefacts)?;
    let verb = if summary.replaced {
        "Replaced"
    } else {
        "Wrote"
    };
    let size = kilobytes(usize::try_from(summary.bytes).unwrap_or(usize::MAX));
    let selection = Selection::new(model, options)?;
    let headings = model.deliberation.headings.iter();
    let described = headings.filter(|heading| {
        let mut blocks = model.blocks_of(heading);
        blocks.any(|block| selection.has(block))
    });
    let variables = selection
        .blocks
        .iter()
        .map(|block| block.variables().count());
    let mut page = Page::new(context.width);
    page.say(
        0,
        &format!(
            "{verb} {}: {}, {size}.",
            dir.display(),
            files(summary.files)
        ),
    )
    .gap()
    .table(2, &rows)
    .gap()
    .say(
        0,
        &format!(
            "Model {} of deliberation {}: {} of {} headings, {} blocks, {} variables.",
            model.version,
            model.deliberation.number,
            described.count(),
            model.deliberation.headings.len(),
            selection.blocks.len(),
            variables.sum::<usize>(),
        ),
    )
    .say(
        0,
        &format!(
            "The data must be destroyed after {}.",
            model.deliberation.keep_until
        ),
    );
    let supplied = model
        .code_lists
        .iter()
        .filter_map(|list| list.supplied_by.as_ref());
    let supplied: Vec<_> = supplied.map(|supplied| &*supplied.file).collect();
    if !supplied.is_empty() {
        page.say(
            0,
            &format!("Code lists as supplied: {}.", supplied.join(", ")),
        );
    }
    Ok(page)
}

fn files(count: usize) -> String {
    match count {
        1 => "1 file".to_owned(),
        _ => format!("{count} files"),
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

pub(crate) fn examples(words: &Words) -> Vec<Example> {
    vec![
        (
            "generate --format json_schema --out schemas".into(),
            "the JSON Schema of every block",
        ),
        (
            format!(
                "generate --block {} --block {} --out part",
                words.block, words.other_block
            ),
            "every format, of two blocks",
        ),
    ]
}
