//! `codelists`: what is known of every code list, and empty files for those that are still to come.

use std::path::{Path, PathBuf};

use beraad_codegen::supplied::templates;
use beraad_codegen::write_folder;
use beraad_schema::describe::{CodeList, ListKind, Model};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::generate::refuse_filled_in;
use super::trace::escape;
use super::{Answer, Context};
use crate::failure::Failure;
use crate::options::Example;
use crate::page::Page;

/// List the code lists: what is published, what came with the delivery and what is still to come
///
/// With `--codelists DIR` the lists in that folder count as supplied.
#[derive(Debug, Args)]
pub(crate) struct Codelists {
    #[command(subcommand)]
    action: Option<Action>,
    /// How to write the lists
    #[arg(long, value_enum, value_name = "F", default_value_t = Style::Text)]
    format: Style,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write an empty file for each list that is still to come
    ///
    /// Each begins with a comment, in Dutch and English, that says what the provider should send. A folder in which a file was filled in is refused, as is one that this programme did not write.
    Template {
        /// The folder to write; the folder that it stands in must exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Style {
    /// For people
    Text,
    /// One array of objects; null where there is nothing
    Json,
}

/// A list, as programmes read it.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: &'a str,
    role: Option<&'a str>,
    /// `published`, `supplied` or `awaited`.
    state: &'static str,
    codes: usize,
    labels_without_code: usize,
    file: Option<&'a str>,
    sha256: Option<&'a str>,
    variables: Vec<String>,
}

impl Codelists {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        if let Some(Action::Template { out }) = &self.action {
            if self.format != Style::Text {
                let mistake = "`--format` is how the lists are shown, and `template` writes files: leave it out";
                return Err(Failure::Names(vec![mistake.to_owned()]));
            }
            return template(context, out);
        }
        let lists = context.model.code_lists.iter();
        let rows: Vec<_> = lists.map(|list| row(context.model, list)).collect();
        let text = match self.format {
            Style::Text => text(context, &rows),
            Style::Json => json(&rows)?,
        };
        Ok(Answer::yes(text))
    }
}

fn row<'a>(model: &'a Model, list: &'a CodeList) -> Row<'a> {
    let codes = list.published_codes().count();
    let of_list = |name: &str, block: &str| format!("{block}.{name}");
    let variables = model.blocks.iter().flat_map(|block| {
        block
            .variables()
            .filter(|(_, variable)| variable.code_list.as_ref() == Some(&list.id))
            .map(move |(column, _)| of_list(&column.name, &block.id))
    });
    let supplied = list.supplied_by.as_ref();
    Row {
        id: &list.id,
        kind: list.kind.into(),
        role: list.status.map(Into::into),
        state: if supplied.is_some() {
            "supplied"
        } else if list.codes.is_empty() || list.kind == ListKind::Supplied {
            "awaited"
        } else {
            "published"
        },
        codes,
        labels_without_code: list.codes.len() - codes,
        file: supplied.map(|supplied| &*supplied.file),
        sha256: supplied.map(|supplied| &*supplied.sha256),
        variables: variables.collect(),
    }
}

fn text(context: &Context<'_>, rows: &[Row<'_>]) -> String {
    let mut page = Page::new(context.width);
    for row in rows {
        let role = row.role.map(|role| format!(", {role}"));
        let head = format!("{}: {}{}", row.id, row.kind, role.unwrap_or_default());
        page.say(0, &head).say(2, &state(row));
        if row.variables.is_empty() {
            page.say(2, "used by no variable");
        } else {
            page.say(2, &format!("used by {}", row.variables.join(", ")));
        }
    }
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let summary = format!(
        "{} lists: {} published, {} supplied, {} to come with the delivery.",
        rows.len(),
        count("published"),
        count("supplied"),
        count("awaited"),
    );
    page.gap().say(0, &summary);
    page.finish()
}

fn state(row: &Row<'_>) -> String {
    let count = |count, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let known: Vec<_> = [
        count(row.codes, "code", "codes"),
        count(
            row.labels_without_code,
            "label without its code",
            "labels without their codes",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    let known = known.join(", ");
    match (row.file, row.state) {
        (Some(file), _) => format!("supplied from {file}: {known}"),
        (None, "awaited") if known.is_empty() => "comes with the delivery".to_owned(),
        (None, "awaited") => format!("comes with the delivery; published: {known}"),
        _ => format!("published: {known}"),
    }
}

fn json(rows: &[Row<'_>]) -> Result<String, Failure> {
    let json = serde_json::to_string_pretty(rows);
    let json = json.map_err(|error| Failure::StandardOutput(error.into()))?;
    Ok(escape(&(json + "\n")))
}

fn template(context: &Context<'_>, out: &Path) -> Result<Answer, Failure> {
    let mut page = Page::new(context.width);
    let artefacts = templates(context.model);
    if artefacts.is_empty() {
        page.say(0, "No list is still to come: nothing was written.");
        return Ok(Answer::yes(page.finish()));
    }
    refuse_filled_in(out)?;
    let summary = write_folder(out, &artefacts)?;
    let verb = if summary.replaced {
        "Replaced"
    } else {
        "Wrote"
    };
    let dir = out.display();
    let files = match summary.files {
        1 => "1 file".to_owned(),
        files => format!("{files} files"),
    };
    let programme = context.programme;
    page.say(
        0,
        &format!("{verb} {dir}: {files}, one for each list that is still to come or not known to be complete."),
    )
    .say(
        0,
        "Ask the provider to fill them in; a file that stays empty supplies nothing.",
    )
    .say(
        0,
        &format!("Then: {programme} codebook --codelists {dir} --out handout"),
    );
    Ok(Answer::yes(page.finish()))
}

pub(crate) fn examples() -> Vec<Example> {
    vec![
        ("codelists".into(), "what is known of every list"),
        (
            "codelists template --out codelists".into(),
            "empty files for the provider to fill in",
        ),
        (
            "codelists --codelists codelists --format json".into(),
            "the same with the lists of a delivery, for programmes",
        ),
    ]
}
