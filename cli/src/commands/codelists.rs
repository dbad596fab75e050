//! `codelists`: lists the code lists, writes templates for those that are still to come, and checks what a provider sent.

use std::path::{Path, PathBuf};

use beraad_codegen::Artefact;
use beraad_register::{Template, TemplateWorkbook};
use beraad_schema::describe::{CodeList, Language, ListKind, Model};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::command::{Answer, Command, Context};
use crate::comments::{Saved, comments};
use crate::csv_text;
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder;
use crate::json;
use crate::list_check::{check, message_language};
use crate::list_use::ListUse;
use crate::output::Output;
use crate::template_workbook::template_workbook;

/// List the code lists: published, supplied with the delivery, or still to come
///
/// With `--codelists DIR`, the code lists in that folder count as supplied.
///
/// Two words describe a list. The first is its kind: `closed` (another code is an error), `open` (other codes may occur) or `supplied` (its codes come with the delivery). The second says how the published list relates to the data: `delivered` (the data use this list), `reference` (a standard, for reference only) or `related` (the list of a related variable).
#[derive(Debug, Args)]
pub(crate) struct Codelists {
    #[command(subcommand)]
    action: Option<Action>,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CodelistsFormat::Text)]
    format: CodelistsFormat,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write an empty file for each code list that is still to come, and a workbook with all of them
    ///
    /// The provider completes either the CSV file of a list or its sheet in `codelists.xlsx`. Both start with comments that explain what to write. A folder that contains a completed file, or a file that this program did not write, is an error.
    Template {
        /// Output folder; its parent must exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Languages of the comments; the editions of the model if not given
        #[arg(long, alias = "language", value_name = "LANG", value_delimiter = ',')]
        lang: Vec<Language>,
    },
    /// Check the code lists in a folder, and report all errors and warnings in Dutch, French or English
    ///
    /// Nothing is merged or written. The exit code is 1 if there is an error, or with `--strict` also if there is a warning.
    Check {
        /// Folder with one `<list id>.csv` per list
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        /// Language of the messages: `nl`, `fr` or `en`; by default the language of the codebook
        #[arg(long, alias = "language", value_name = "LANG")]
        lang: Option<Language>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CodelistsFormat {
    /// Text for people
    Text,
    /// An array of objects, with null for a missing value
    Json,
    /// A header and rows, with an empty field for a missing value
    Csv,
}

/// A code list, as programs read it.
#[derive(Serialize)]
struct ListLine<'a> {
    id: &'a str,
    /// The label of the list in English, otherwise that of the first variable that uses it.
    label: Option<String>,
    kind: &'a str,
    role: Option<&'a str>,
    /// `published`, `supplied`, `awaited`, or `unlisted` if no code is listed.
    state: &'static str,
    codes: usize,
    labels_without_code: usize,
    file: Option<&'a str>,
    sha256: Option<&'a str>,
    /// True if the file says that it has every code.
    file_is_complete: Option<bool>,
    variables: Vec<String>,
    /// The institutions that deliver the variables.
    providers: Vec<&'a str>,
    /// The institutions that are responsible for the sources of the variables.
    source_institutions: Vec<&'a str>,
    /// The phrases of the decision that authorise the variables.
    phrases: Vec<&'a str>,
}

impl Command for Codelists {
    const NAME: &'static str = "codelists";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("codelists", "list the code lists"),
            Example::new(
                "codelists template --out codelists",
                "write empty files for the provider to complete",
            ),
            Example::new(
                "codelists check codelists --lang nl",
                "check the completed files, in Dutch for the provider",
            ),
            Example::new(
                "codelists --codelists codelists --format json",
                "list them with the code lists of a delivery, for programs",
            ),
            Example::new(
                "codelists --format csv > codelists.csv",
                "write them with provider, institution and phrase, for a letter",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        if let Some(action) = &self.action {
            if self.format != CodelistsFormat::Text {
                let error = match action {
                    Action::Template { .. } => {
                        "`--format` cannot be used with `template`, which writes CSV files"
                    }
                    Action::Check { .. } => {
                        "`--format` cannot be used with `check`, which prints text"
                    }
                };
                return Err(Error::CommandLine(vec![error.to_owned()]));
            }
            return match action {
                Action::Template { out, lang } => {
                    for language in lang {
                        message_language(context.model, Some(*language))?;
                    }
                    write_templates(context, out, lang, output)
                }
                Action::Check { dir, lang } => {
                    let language = message_language(context.model, *lang)?;
                    check(context, dir, language, output)
                }
            };
        }
        let lists = context.model.code_lists.iter();
        let lines: Vec<_> = lists
            .map(|list| ListLine::new(context.model, list))
            .collect();
        match self.format {
            CodelistsFormat::Text => print_text(&lines, output),
            CodelistsFormat::Json => output.print(&json::array(&lines)),
            CodelistsFormat::Csv => output.print(&csv(&lines)),
        }
        Ok(Answer::Done)
    }
}

impl<'a> ListLine<'a> {
    fn new(model: &'a Model, list: &'a CodeList) -> Self {
        let codes = list.published_codes().count();
        let language = model.deliberation.languages.main_edition();
        let of_list = ListUse::of(model, list);
        let supplied = list.supplied_by.as_ref();
        Self {
            id: &list.id,
            label: of_list.label.map(|label| label.get(language).to_owned()),
            kind: list.kind.into(),
            role: list.status.map(Into::into),
            // In this order: a list that was supplied is no longer awaited, although its kind does not change.
            state: if supplied.is_some() {
                "supplied"
            } else if list.is_unlisted() {
                "unlisted"
            } else if list.codes.is_empty() || list.kind == ListKind::Supplied {
                "awaited"
            } else {
                "published"
            },
            codes,
            labels_without_code: list.codes.len() - codes,
            file: supplied.map(|supplied| &*supplied.file),
            sha256: supplied.map(|supplied| &*supplied.sha256),
            file_is_complete: supplied.map(|supplied| supplied.complete),
            variables: of_list.variables,
            providers: of_list.providers,
            source_institutions: of_list.source_institutions,
            phrases: of_list.phrases,
        }
    }

    fn description(&self) -> String {
        let labels = (
            self.labels_without_code,
            "label without its code",
            "labels without their codes",
        );
        let content: Vec<_> = [(self.codes, "code", "codes"), labels]
            .into_iter()
            .filter_map(|(count, one, several)| match count {
                0 => None,
                1 => Some(format!("1 {one}")),
                count => Some(format!("{count} {several}")),
            })
            .collect();
        let content = content.join(", ");
        match (self.file, self.state) {
            (Some(file), _) if self.file_is_complete == Some(true) => {
                format!("supplied in {file}: {content}; another code is an error")
            }
            (Some(file), _) => format!("supplied in {file}: {content}"),
            (None, "unlisted") => "no code is listed".to_owned(),
            (None, "awaited") if content.is_empty() => "comes with the delivery".to_owned(),
            (None, "awaited") => format!("comes with the delivery; published: {content}"),
            _ => format!("published: {content}"),
        }
    }
}

/// Writes a row for each list. Several texts are in one field, with semicolons.
fn csv(lines: &[ListLine<'_>]) -> String {
    let header = [
        "id",
        "label",
        "kind",
        "role",
        "state",
        "codes",
        "labels_without_code",
        "providers",
        "source_institutions",
        "variables",
        "phrases",
        "file",
        "sha256",
    ];
    let rows = lines.iter().map(|line| {
        [
            line.id.to_owned(),
            line.label.clone().unwrap_or_default(),
            line.kind.to_owned(),
            line.role.unwrap_or_default().to_owned(),
            line.state.to_owned(),
            line.codes.to_string(),
            line.labels_without_code.to_string(),
            line.providers.join("; "),
            line.source_institutions.join("; "),
            line.variables.join("; "),
            line.phrases.join("; "),
            line.file.unwrap_or_default().to_owned(),
            line.sha256.unwrap_or_default().to_owned(),
        ]
    });
    csv_text::csv(std::iter::once(header.map(str::to_owned)).chain(rows))
}

fn print_text(lines: &[ListLine<'_>], output: &mut Output<'_>) {
    for line in lines {
        let role = line.role.map(|role| format!(", {role}"));
        let role = role.unwrap_or_default();
        output.sentence(0, &format!("{}: {}{role}", line.id, line.kind));
        output.sentence(2, &line.description());
        if line.variables.is_empty() {
            output.sentence(2, "not used by any variable");
        } else {
            output.sentence(2, &format!("used by {}", line.variables.join(", ")));
        }
    }
    let count = |state| lines.iter().filter(|line| line.state == state).count();
    let unlisted = match count("unlisted") {
        0 => String::new(),
        unlisted => format!(", {unlisted} not listed"),
    };
    let summary = format!(
        "{} code lists: {} published, {} supplied, {} to come with the delivery{unlisted}.",
        lines.len(),
        count("published"),
        count("supplied"),
        count("awaited"),
    );
    output.paragraph_break();
    output.sentence(0, &summary);
}

fn write_templates(
    context: &Context<'_>,
    out: &Path,
    languages: &[Language],
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    let model = context.model;
    let lists = model.code_lists.iter();
    let lists: Vec<_> = lists.filter(|list| list.awaits_codes()).collect();
    if lists.is_empty() {
        output.sentence(0, "All code lists are complete: nothing was written.");
        return Ok(Answer::Done);
    }
    let languages = match languages {
        [] => &*model.deliberation.languages.editions,
        languages => languages,
    };
    let templates = lists
        .iter()
        .map(|list| Template::new(model, list, comments(model, list, languages, Saved::AsCsv)));
    let mut artefacts: Vec<_> = templates
        .map(|template| Artefact::new(template.file_name, template.text))
        .collect();
    let workbook = template_workbook(model, &lists, languages)?;
    artefacts.push(Artefact::new(TemplateWorkbook::FILE_NAME, workbook));
    let (written, _) = folder::write(out, "templates of code lists", artefacts, output)?;
    output.sentence(
        0,
        &format!("{written}: a CSV file for each code list that is still to come or may be incomplete, and `{}` with a sheet for each.", TemplateWorkbook::FILE_NAME),
    );
    output.sentence(
        0,
        "Ask the provider to complete either; a file or a sheet without codes has no effect.",
    );
    let (program, dir) = (context.program, out.display());
    output.sentence(
        0,
        &format!("Then run: {program} codebook --codelists {dir} --out handout"),
    );
    Ok(Answer::Done)
}
