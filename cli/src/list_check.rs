//! The check of the code lists in a folder, for the provider who completes them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_register::{Finding, SuppliedLists, SupplyError};
use beraad_schema::describe::{Language, Model, one_of};

use crate::command::{Answer, Context};
use crate::error::Error;
use crate::output::Output;

/// The languages of the messages about code lists.
const LANGUAGES: [Language; 3] = [Language::NL, Language::FR, Language::EN];

/// The number of errors that are shown, and that of warnings: a file of random bytes has a million.
const MAX_SHOWN: usize = 1_000;

/// Returns the language that was asked for, which must be one of the messages; otherwise that of the codebook.
pub(crate) fn message_language(
    model: &Model,
    language: Option<Language>,
) -> Result<Language, Error> {
    let Some(language) = language else {
        return Ok(model.deliberation.languages.main_edition());
    };
    if LANGUAGES.contains(&language.base()) {
        return Ok(language);
    }
    let known = LANGUAGES.each_ref().map(Language::as_str);
    Err(Error::CommandLine(vec![format!(
        "there are no messages in `{language}`; expected {}",
        one_of(&known)
    )]))
}

/// Prints the errors and warnings of the code lists in a folder by file, and a summary. Merges nothing.
pub(crate) fn check(
    context: &Context<'_>,
    dir: &Path,
    language: Language,
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    let model = context.model;
    let counts = match SuppliedLists::read_with_limit(dir, model, MAX_SHOWN) {
        Ok(lists) => {
            print_findings(
                &lists.findings(),
                lists.more_text(language),
                language,
                output,
            );
            Counts {
                codes: lists.code_counts(),
                errors: 0,
                warnings: lists.warnings().count,
                invalid: BTreeSet::new(),
            }
        }
        Err(SupplyError::Lists(errors)) => {
            print_findings(
                &errors.findings(),
                errors.more_text(language),
                language,
                output,
            );
            Counts {
                codes: errors.summary.valid,
                errors: errors.count,
                warnings: errors.warnings.count,
                invalid: errors.summary.invalid,
            }
        }
        Err(other) => return Err(Error::Input(vec![other.text(language)])),
    };
    output.paragraph_break();
    output.sentence(0, &counts.summary(language));
    output.sentence(0, &counts.awaited(model, language));
    let is_error = counts.errors > 0 || (context.is_strict && counts.warnings > 0);
    Ok(if is_error {
        Answer::NoAsShown
    } else {
        Answer::Done
    })
}

/// Prints findings under the names of their files.
fn print_findings(
    findings: &[Finding<'_>],
    more: Option<String>,
    language: Language,
    output: &mut Output<'_>,
) {
    for of_file in findings.chunk_by(|one, other| one.file_name() == other.file_name()) {
        output.paragraph_break();
        for (index, finding) in of_file.iter().enumerate() {
            if index == 0 {
                output.sentence(0, &finding.file_name());
            }
            output.sentence(2, &finding.text_in_file(language));
        }
    }
    if let Some(more) = more {
        output.paragraph_break();
        output.sentence(0, &more);
    }
}

/// The numbers of a summary.
struct Counts {
    /// The number of codes of each list without errors.
    codes: BTreeMap<String, usize>,
    errors: usize,
    warnings: usize,
    /// The names of the files and sheets that have errors.
    invalid: BTreeSet<String>,
}

impl Counts {
    fn summary(&self, language: Language) -> String {
        let codes: usize = self.codes.values().sum();
        let [lists, codes, errors, warnings] =
            [self.codes.len(), codes, self.errors, self.warnings].map(|count| count.to_string());
        Messages::of(language).with(
            message!("check-lists"),
            &[
                ("lists", &lists),
                ("codes", &codes),
                ("errors", &errors),
                ("warnings", &warnings),
            ],
        )
    }

    /// Returns the sentence about the lists that still await codes, and have no file with codes.
    fn awaited(&self, model: &Model, language: Language) -> String {
        let lists = model.code_lists.iter().filter(|list| list.awaits_codes());
        let missing = lists.filter(|list| !self.codes.contains_key(&*list.id));
        let awaited = missing.filter(|list| !self.invalid.contains(&*list.id));
        let messages = Messages::of(language);
        match awaited.count() {
            0 => messages.text(message!("check-lists.complete")).to_owned(),
            count => messages.with(
                message!("check-lists.awaited"),
                &[("awaited", &count.to_string())],
            ),
        }
    }
}
