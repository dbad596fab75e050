//! The read-me of an output folder: what each file is for, which model it is of, and until when the data may be kept.

use beraad_schema::describe::{Language, visible};

use crate::artefact::Artefact;
use crate::format::{Format, Selection};
use crate::message;
use crate::messages::{Messages, capitalised};
use crate::model_file::MODEL_FILE;
use crate::retention::retention;

/// The path of the file that [`readme_file`] writes.
pub const README_FILE: &str = "README.md";

/// Returns the file that says, in each edition of the model, what the files of the formats are for.
///
/// The commands write it beside the files of the formats.
#[must_use]
pub fn readme_file<'a>(selection: &Selection<'a>, formats: &[&'static Format]) -> Artefact<'a> {
    let selection = selection.clone();
    let formats = formats.to_vec();
    Artefact::lazy(README_FILE, move |out| {
        let editions = selection.model.deliberation.languages.editions.iter();
        let parts: Vec<_> = editions
            .map(|&language| part(&selection, &formats, language))
            .collect();
        out.write_all(parts.join("\n").as_bytes())
    })
}

/// Returns the text in one language.
fn part(selection: &Selection<'_>, formats: &[&Format], language: Language) -> String {
    let messages = Messages::of(language);
    let model = selection.model;
    let deliberation = &model.deliberation;
    let preferred = deliberation.languages.preferred(language);
    let shown = |text: &str| escaped(&visible(text));
    let decision = deliberation.words.decision.first_of(&preferred).1;
    let title = deliberation.title.first_of(&preferred).1;
    let mut text = format!(
        "# {} {}: {}\n\n",
        capitalised(&shown(decision)),
        shown(&deliberation.number),
        shown(title)
    );
    let version = messages.with(
        message!("readme-version"),
        &[
            ("version", &shown(&model.version)),
            ("fingerprint", selection.fingerprint()),
        ],
    );
    text.extend([&*version, " ", &*retention(deliberation, language), "\n\n"]);
    let row = |cells: [&str; 2]| format!("| {} | {} |\n", cells[0], cells[1]);
    text += &row([
        messages.text(message!("readme-files")),
        messages.text(message!("readme-content")),
    ]);
    text += "| --- | --- |\n";
    for format in formats {
        let paths = format.writes.iter().map(|path| format!("`{path}`"));
        let paths: Vec<_> = paths.collect();
        text += &row([&paths.join(", "), &escaped(format.summary.get(language))]);
    }
    text += &row([
        &format!("`{MODEL_FILE}`"),
        messages.text(message!("readme-model-file")),
    ]);
    text
}

/// Escapes what Markdown would take for a sign of its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if "\\<>&[]|*_#~".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
