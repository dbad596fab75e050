//! The output folder of a command.

use std::path::Path;

use beraad_codegen::{
    Artefact, Format, History, MODEL_FILE, Options, OutputFolder, README_FILE, Selection, Summary,
    model_file, readme_file, retention,
};
use beraad_schema::describe::{Language, Model};

use crate::error::Error;
use crate::output::Output;
use crate::terminal;
use crate::versions;
use beraad_schema::describe::counted;

/// Writes formats of the model to the folder `dir`, the codebook with what changed since the kept versions, and prints a summary.
pub(crate) fn write_with_history(
    model: &Model,
    formats: &[&'static Format],
    options: Options,
    versions: Option<&Path>,
    dir: &Path,
    output: &mut Output<'_>,
) -> Result<(), Error> {
    let history = versions::history(versions).map_err(Error::Input)?;
    let is_found = history.is_some();
    let options = options.with_history(history.unwrap_or_else(History::none));
    write_formats(model, formats, &options, dir, output)?;
    if !is_found {
        let folders = versions::FOLDERS.join("` or `");
        output.sentence(
            0,
            &format!(
                "There is no folder `{folders}` here: the codebook names no earlier version. Name the folder with `--versions`."
            ),
        );
    }
    Ok(())
}

/// Writes formats of the model to the folder `dir`, and prints a summary.
pub(crate) fn write_formats(
    model: &Model,
    formats: &[&'static Format],
    options: &Options,
    dir: &Path,
    output: &mut Output<'_>,
) -> Result<(), Error> {
    let mut artefacts: Vec<Artefact<'_>> = Vec::new();
    let mut counts = Vec::new();
    for (index, format) in formats.iter().enumerate() {
        // Most content is produced only when it is written: these lines pass quickly, the one in `write` stays.
        output.progress(format_args!(
            "writing format {} of {}: {}",
            index + 1,
            formats.len(),
            format.id
        ));
        let emitted = format.emit(model, options)?;
        counts.push((format, emitted.len()));
        artefacts.extend(emitted);
    }
    let selection = Selection::new(model, options)?;
    artefacts.push(readme_file(&selection, formats));
    artefacts.push(model_file(&selection));
    let (written, summary) = write(dir, "a codebook or schemas", artefacts, output)?;
    // The sizes are in the order of the artefacts, which are in the order of the formats.
    let mut sizes = summary.sizes.iter();
    let row = |(format, count): (&&Format, usize)| {
        [
            format.id.to_owned(),
            files(count),
            kilobytes(sizes.by_ref().take(count).sum()),
            format.writes.join(", "),
        ]
    };
    let mut rows: Vec<_> = counts.into_iter().map(row).collect();
    // What every folder has, after the files of the formats.
    let of_all = [("read-me", README_FILE), ("model", MODEL_FILE)];
    let sizes = summary
        .sizes
        .iter()
        .skip(summary.sizes.len() - of_all.len());
    rows.extend(of_all.iter().zip(sizes).map(|((name, path), size)| {
        [
            (*name).to_owned(),
            files(1),
            kilobytes(*size),
            (*path).to_owned(),
        ]
    }));
    output.sentence(0, &format!("{written}, {}.", kilobytes(summary.bytes)));
    output.paragraph_break();
    output.table(2, &rows);
    output.paragraph_break();
    describe_selection(&selection, output);
    Ok(())
}

/// Writes artefacts to the folder `dir`, and returns the start of a sentence, `Wrote handout: 3 files`, with the summary.
/// `contents` is a noun for messages: a folder with other contents is not replaced.
pub(crate) fn write(
    dir: &Path,
    contents: &str,
    artefacts: Vec<Artefact<'_>>,
    output: &mut Output<'_>,
) -> Result<(String, Summary), Error> {
    let count = files(artefacts.len());
    output.progress(format_args!("writing {count} to {}", dir.display()));
    write_silently(dir, contents, artefacts)
}

/// As [`write`], for artefacts that report their progress themselves.
pub(crate) fn write_silently(
    dir: &Path,
    contents: &str,
    artefacts: Vec<Artefact<'_>>,
) -> Result<(String, Summary), Error> {
    let count = files(artefacts.len());
    let summary = OutputFolder::new(dir)
        .on_wait(terminal::print_waiting)
        .write(contents, artefacts)?;
    if let Some(left) = &summary.left_behind {
        terminal::print_remark(&format!(
            "warning: `{}` is written, but an older folder is left: {left}\n",
            dir.display()
        ));
    }
    let verb = if summary.replaced {
        "Replaced"
    } else {
        "Wrote"
    };
    Ok((format!("{verb} {}: {count}", dir.display()), summary))
}

/// Prints which part of the decision was written, and the obligations that come with it.
fn describe_selection(selection: &Selection<'_>, output: &mut Output<'_>) {
    let model = selection.model;
    let deliberation = &model.deliberation;
    let headings = deliberation.headings.iter().filter(|heading| {
        let mut blocks = model.blocks_of(heading);
        blocks.any(|block| selection.has(block))
    });
    let blocks = selection.blocks.iter();
    let variables: usize = blocks.map(|block| block.variables().count()).sum();
    output.sentence(
        0,
        &format!(
            "Model {} of {} {}: {} of {}, {}, {}.",
            model.version,
            deliberation.words.decision.get(Language::EN),
            deliberation.number,
            headings.count(),
            counted(deliberation.headings.len() as u64, "heading"),
            counted(selection.blocks.len() as u64, "block"),
            counted(variables as u64, "variable"),
        ),
    );
    output.sentence(0, &retention(deliberation, Language::EN));
    let lists = model.code_lists.iter();
    let mut supplied: Vec<_> = lists
        .filter_map(|list| list.supplied_by.as_ref())
        .map(|supplied| &*supplied.file)
        .collect();
    // A workbook supplies several lists.
    supplied.dedup();
    if !supplied.is_empty() {
        let files = supplied.join(", ");
        output.sentence(0, &format!("Supplied code lists: {files}."));
    }
}

fn files(count: usize) -> String {
    match count {
        1 => "1 file".to_owned(),
        _ => format!("{count} files"),
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
