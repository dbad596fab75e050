//! Empty files for the lists that a provider is still to send, each with a header that says what.

use std::fs;
use std::io;
use std::path::Path;

use beraad_schema::describe::{CodeList, ListKind, Model};

use super::csv::Lines;
use super::is_of_classes;
use super::row::{CLASS_COLUMNS, COLUMNS};
use crate::format::Artefact;
use beraad_schema::describe::visible;

/// Whether the provider is still to send a list: it comes with the delivery, or not all of its codes are known.
#[must_use]
pub fn is_open(list: &CodeList) -> bool {
    let lacks_codes = || !list.complete || list.codes.iter().any(|code| code.code.is_none());
    list.supplied_by.is_none()
        && (list.kind == ListKind::Supplied || (list.kind == ListKind::Open && lacks_codes()))
}

/// A file without codes for each list that is open. A folder of them is read as one that supplies nothing.
#[must_use]
pub fn templates(model: &Model) -> Vec<Artefact> {
    let lists = model.code_lists.iter().filter(|list| is_open(list));
    lists
        .map(|list| Artefact::new(format!("{}.csv", list.id), template(model, list)))
        .collect()
}

/// The `.csv` files in a folder that hold more than comments and a header, by name; none where there is no folder.
///
/// A template that somebody has begun to fill in must not be replaced by an empty one.
///
/// # Errors
/// If the system refuses to show what is there.
pub fn filled_in(dir: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        // A file is no folder to fill in; what writes the folder says so.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_csv(&entry.path()) || !entry.file_type()?.is_file() {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let lines = std::str::from_utf8(&bytes).map(|text| Lines::new(text).count());
        if lines.is_ok_and(|lines| lines <= 1) {
            continue;
        }
        names.push(name);
    }
    names.sort();
    Ok(names)
}

fn is_csv(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

fn template(model: &Model, list: &CodeList) -> String {
    let classes = is_of_classes(model, list);
    let mut page = Page(String::new());
    nl(&mut page, model, list, classes);
    page.say("");
    en(&mut page, model, list, classes);
    let mut columns = COLUMNS.to_vec();
    if classes {
        columns.extend(CLASS_COLUMNS);
    }
    page.0 + &columns.join(",") + "\n"
}

/// Comments, each text on one line.
struct Page(String);

impl Page {
    fn say(&mut self, text: &str) {
        self.0.push('#');
        if !text.is_empty() {
            self.0.extend([" ", &visible(text)]);
        }
        self.0.push('\n');
    }
}

/// The variables that use a list: `block.column`, label and phrase in one language.
fn variables<'a>(
    model: &'a Model,
    list: &'a CodeList,
) -> impl Iterator<Item = (String, &'a beraad_schema::describe::Variable)> {
    model.blocks.iter().flat_map(move |block| {
        let of_list = |variable: &beraad_schema::describe::Variable| {
            variable.code_list.as_ref() == Some(&list.id)
        };
        let variables = block.variables();
        variables
            .filter(move |(_, variable)| of_list(variable))
            .map(move |(column, variable)| (format!("{}.{}", block.id, column.name), variable))
    })
}

fn nl(page: &mut Page, model: &Model, list: &CodeList, classes: bool) {
    let deliberation = &model.deliberation;
    page.say(&format!(
        "Codelijst {} (beraadslaging {})",
        list.id, deliberation.number
    ));
    page.say("Gelieve onder de kopregel elke code te zetten die in de gegevens kan voorkomen, met haar betekenis:");
    page.say("één lijn per betekenis, en een eigen lijn voor elke periode waarin een code iets anders betekent.");
    for (name, variable) in variables(model, list) {
        page.say(&format!("Variabele {name}: {}", variable.label.nl));
        page.say(&format!(
            "  Zinsdeel van de beraadslaging: ‘{}’",
            variable.phrase.term
        ));
    }
    let known = list.published_codes().count();
    let labels = unpublished(list);
    match (known, labels.len()) {
        (0, 0) => page.say("Bekend: van deze lijst is niets gepubliceerd."),
        (0, _) => page.say("Bekend: deze labels, zonder hun code (neem het label letterlijk over):"),
        (known, 0) if list.is_reference_only() => page.say(&format!("Bekend: {known} codes van een lijst ter oriëntatie; niet of de gegevens die codes hebben.")),
        (known, 0) => page.say(&format!("Bekend: {known} codes zijn gepubliceerd; niet of dat alle codes zijn.")),
        (known, _) => page.say(&format!("Bekend: {known} codes zijn gepubliceerd, en deze labels zonder hun code (neem het label letterlijk over):")),
    }
    for label in labels {
        page.say(&format!("  {}", label.nl));
    }
    page.say("code: exact zoals in de gegevens, hoogstens 8 tekens, 01 is niet 1; \"\" voor de lege tekst.");
    page.say("nl, en, fr: de betekenis; nl of en is nodig. valid_from, valid_to: eerste en laatste dag, als 2013-01-31.");
    page.say("missing: unknown (onbekend), unspecified (niet opgegeven), not_applicable (niet van toepassing), of leeg.");
    page.say("source: de instelling, waar een code per instelling iets anders betekent. remark: wat verder van belang is.");
    if classes {
        page.say("lower, upper: de grenzen van de klasse, met een punt voor de decimalen; leeg waar er geen grens is.");
        page.say("closed: welke grens meetelt: left, right, both of unknown. unit: per wat. currency: EUR, BEF.");
    }
    page.say("Bewaar als CSV in UTF-8, met komma's of puntkomma's. Lijnen boven de kopregel die met # beginnen, mogen blijven.");
}

fn en(page: &mut Page, model: &Model, list: &CodeList, classes: bool) {
    let deliberation = &model.deliberation;
    page.say(&format!(
        "Code list {} (deliberation {})",
        list.id, deliberation.number
    ));
    page.say(
        "Please put below the header every code that may occur in the data, with its meaning:",
    );
    page.say("one line for each meaning, and a line of its own for each period in which a code means something else.");
    for (name, variable) in variables(model, list) {
        page.say(&format!("Variable {name}: {}", variable.label.en));
        page.say(&format!(
            "  Phrase of the deliberation: ‘{}’",
            variable.phrase.term
        ));
    }
    let known = list.published_codes().count();
    let labels = unpublished(list);
    match (known, labels.len()) {
        (0, 0) => page.say("Known: nothing of this list is published."),
        (0, _) => page.say("Known: these labels, without their code (copy the label as it is):"),
        (known, 0) if list.is_reference_only() => page.say(&format!("Known: {known} codes of a list for orientation; not whether the data have these codes.")),
        (known, 0) => page.say(&format!("Known: {known} codes are published; not whether these are all.")),
        (known, _) => page.say(&format!("Known: {known} codes are published, and these labels without their code (copy the label as it is):")),
    }
    for label in labels {
        page.say(&format!("  {}", label.en));
    }
    page.say(
        "code: exactly as in the data, at most 8 characters, 01 is not 1; \"\" for the empty text.",
    );
    page.say("nl, en, fr: the meaning; nl or en is needed. valid_from, valid_to: first and last day, as 2013-01-31.");
    page.say("missing: unknown, unspecified, not_applicable, or empty.");
    page.say("source: the institution, where a code has another meaning at each. remark: what else matters.");
    if classes {
        page.say("lower, upper: the bounds of the class, with a point before the decimals; empty where there is none.");
        page.say("closed: which bound is included: left, right, both or unknown. unit: of what. currency: EUR, BEF.");
    }
    page.say("Save as CSV in UTF-8, with commas or semicolons. Lines above the header that begin with # may stay.");
}

/// The labels of which no code is published.
fn unpublished(list: &CodeList) -> Vec<&beraad_schema::describe::Label> {
    let codes = list.codes.iter().filter(|code| code.code.is_none());
    codes
        .flat_map(|code| code.meanings.iter().map(|meaning| &meaning.label))
        .collect()
}
