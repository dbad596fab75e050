//! Templates: files for the lists that a provider still has to send, with a header that explains what to fill in.

use std::fs;
use std::io;
use std::path::Path;

use beraad_describe::{CodeList, Label, Language, ListKind, Model, Variable, visible};

use super::header::{CLASS_COLUMNS, columns};
use super::is_of_amount_classes;
use crate::csv::Lines;

/// A file for a code list that the provider of the data still has to send.
///
/// It contains comments in Dutch and English that explain what to fill in, and the header. A folder of templates is valid as
/// [`SuppliedLists`](super::SuppliedLists), and supplies nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Template {
    /// The name of the file: `<list id>.csv`.
    pub file_name: String,
    /// The contents of the file.
    pub text: String,
}

impl Template {
    /// The templates for all lists of a model that need one, in the order of the lists.
    #[must_use]
    pub fn all_for(model: &Model) -> Vec<Self> {
        let lists = model
            .code_lists
            .iter()
            .filter(|list| Self::is_needed_for(list));
        let template = |list: &CodeList| Self {
            file_name: format!("{}.csv", list.id),
            text: text(model, list),
        };
        lists.map(template).collect()
    }

    /// Returns whether the provider still has to send a list: it comes with the delivery, or not all of its codes are known.
    #[must_use]
    pub fn is_needed_for(list: &CodeList) -> bool {
        let lacks_codes = || !list.complete || list.codes.iter().any(|code| code.code.is_none());
        let is_incomplete = match list.kind {
            ListKind::Supplied => true,
            ListKind::Open => lacks_codes(),
            ListKind::Closed => false,
        };
        list.supplied_by.is_none() && is_incomplete
    }

    /// The names of the completed files in a folder, sorted: the `.csv` files that contain more than comments and a header.
    /// None if there is no such folder.
    ///
    /// A template that somebody has begun to fill in must not be replaced by an empty one.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read.
    pub fn completed_files_in(dir: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(dir) {
            Err(error) if is_missing_folder(&error) => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry?;
            let is_file = entry.file_type()?.is_file();
            if is_file && is_csv(&entry.path()) && is_completed(&fs::read(entry.path())?) {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Returns whether there is no folder, or a file instead: the caller reports that when it writes the folder.
fn is_missing_folder(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn is_csv(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

/// Returns whether a file contains a line below its header; also if it cannot be read as text, since somebody changed it then.
fn is_completed(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes);
    text.map_or(true, |text| Lines::from_header(text).count() > 1)
}

fn text(model: &Model, list: &CodeList) -> String {
    let is_of_amount_classes = is_of_amount_classes(model, list);
    let mut comments = Comments(String::new());
    comments.dutch(model, list, is_of_amount_classes);
    comments.line("");
    comments.english(model, list, is_of_amount_classes);
    let mut columns = columns(&model.deliberation.languages);
    if is_of_amount_classes {
        columns.extend(CLASS_COLUMNS.map(str::to_owned));
    }
    comments.0 + &columns.join(",") + "\n"
}

/// The comments above the header.
struct Comments(String);

impl Comments {
    fn line(&mut self, text: &str) {
        self.0.push('#');
        if !text.is_empty() {
            self.0.extend([" ", &visible(text)]);
        }
        self.0.push('\n');
    }

    fn dutch(&mut self, model: &Model, list: &CodeList, is_of_amount_classes: bool) {
        let deliberation = &model.deliberation;
        self.line(&format!(
            "Codelijst {} (beraadslaging {})",
            list.id, deliberation.number
        ));
        self.line("Schrijf onder de kopregel elke code die in de gegevens kan voorkomen, met haar betekenis:");
        self.line("één regel per betekenis, en een aparte regel voor elke periode waarin een code iets anders betekent.");
        for (name, variable) in variables(model, list) {
            self.line(&format!(
                "Variabele {name}: {}",
                variable.label.get(Language::NL)
            ));
            self.line(&format!(
                "  Zinsdeel van de beraadslaging: ‘{}’",
                variable.phrase.term
            ));
        }
        let known = list.published_codes().count();
        let labels = unpublished(list);
        match (known, labels.len()) {
            (0, 0) => self.line("Bekend: van deze lijst is geen code gepubliceerd."),
            (0, _) => self.line("Bekend: deze labels, zonder hun code (neem het label letterlijk over):"),
            (known, 0) if list.is_reference_only() => self.line(&format!("Bekend: {known} codes van een lijst die enkel ter referentie dient; het is niet bekend of de gegevens die codes bevatten.")),
            (known, 0) => self.line(&format!("Bekend: {known} codes zijn gepubliceerd; het is niet bekend of dat alle codes zijn.")),
            (known, _) => self.line(&format!("Bekend: {known} codes zijn gepubliceerd, en deze labels zonder hun code (neem het label letterlijk over):")),
        }
        for label in labels {
            self.line(&format!("  {}", label.get(Language::NL)));
        }
        self.line("code: exact zoals in de gegevens, hoogstens 8 tekens, 01 is niet 1; \"\" voor de lege tekst.");
        let meaning = match &*tags(model) {
            [tag] => format!("{tag}: de betekenis."),
            tags => format!("{}: de betekenis, in minstens één taal.", tags.join(", ")),
        };
        self.line(&format!(
            "{meaning} valid_from, valid_to: eerste en laatste dag, zoals 2013-01-31."
        ));
        self.line("missing: unknown (onbekend), unspecified (niet opgegeven), not_applicable (niet van toepassing), of leeg.");
        self.line("source: de instelling, als een code per instelling iets anders betekent. remark: andere informatie.");
        if is_of_amount_classes {
            self.line("lower, upper: de grenzen van de klasse, met een punt voor de decimalen; leeg als er geen grens is.");
            self.line("closed: de grenzen die tot de klasse behoren: left, right, both of unknown. unit: waarvoor het bedrag is. currency: EUR, BEF.");
        }
        self.line("Bewaar als CSV in UTF-8, met komma's of puntkomma's. Regels boven de kopregel die met # beginnen, mogen blijven staan.");
    }

    fn english(&mut self, model: &Model, list: &CodeList, is_of_amount_classes: bool) {
        let deliberation = &model.deliberation;
        self.line(&format!(
            "Code list {} (deliberation {})",
            list.id, deliberation.number
        ));
        self.line("Please write every code that may occur in the data below the header, with its meaning:");
        self.line("one line for each meaning, and a separate line for each period in which a code means something else.");
        for (name, variable) in variables(model, list) {
            self.line(&format!(
                "Variable {name}: {}",
                variable.label.get(Language::EN)
            ));
            self.line(&format!(
                "  Phrase of the deliberation: ‘{}’",
                variable.phrase.term
            ));
        }
        let known = list.published_codes().count();
        let labels = unpublished(list);
        match (known, labels.len()) {
            (0, 0) => self.line("Known: no code of this list is published."),
            (0, _) => self.line("Known: these labels, without their code (copy the label as it is):"),
            (known, 0) if list.is_reference_only() => self.line(&format!("Known: {known} codes of a reference-only list; it is not known whether the data contain these codes.")),
            (known, 0) => self.line(&format!("Known: {known} codes are published; it is not known whether these are all.")),
            (known, _) => self.line(&format!("Known: {known} codes are published, and these labels without their code (copy the label as it is):")),
        }
        for label in labels {
            self.line(&format!("  {}", label.get(Language::EN)));
        }
        self.line("code: exactly as in the data, at most 8 characters, 01 is not 1; \"\" for the empty text.");
        let meaning = match &*tags(model) {
            [tag] => format!("{tag}: the meaning."),
            tags => format!(
                "{}: the meaning, in at least one language.",
                tags.join(", ")
            ),
        };
        self.line(&format!(
            "{meaning} valid_from, valid_to: first and last day, such as 2013-01-31."
        ));
        self.line("missing: unknown, unspecified, not_applicable, or empty.");
        self.line("source: the institution, if a code has another meaning in each. remark: other information.");
        if is_of_amount_classes {
            self.line("lower, upper: the bounds of the class, with a point before the decimals; empty if there is no such bound.");
            self.line("closed: the bounds that belong to the class: left, right, both or unknown. unit: what the amount is for. currency: EUR, BEF.");
        }
        self.line("Save as CSV in UTF-8, with commas or semicolons. Lines above the header that begin with # may stay.");
    }
}

/// The languages of a model, as the columns for labels are named.
fn tags(model: &Model) -> Vec<String> {
    let languages = model.deliberation.languages.all();
    languages.map(|language| language.to_string()).collect()
}

/// The variables that use a list, each with its name `block.column`.
fn variables<'a>(
    model: &'a Model,
    list: &'a CodeList,
) -> impl Iterator<Item = (String, &'a Variable)> {
    model.blocks.iter().flat_map(move |block| {
        let variables = block.variables();
        variables
            .filter(move |(_, variable)| variable.code_list.as_ref() == Some(&list.id))
            .map(move |(column, variable)| (format!("{}.{}", block.id, column.name), variable))
    })
}

/// The labels whose code is not published.
fn unpublished(list: &CodeList) -> Vec<&Label> {
    let codes = list.codes.iter().filter(|code| code.code.is_none());
    codes
        .flat_map(|code| code.meanings.iter().map(|meaning| &meaning.label))
        .collect()
}
