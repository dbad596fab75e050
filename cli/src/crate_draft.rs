//! A crate with the model of a decision, drafted from its register.
//!
//! Every heading becomes a struct, every term a field, and every list of codes an empty list that comes with the delivery. What
//! is guessed carries a mark that does not compile (`guess = ".."`, `compile_error!`), so that a person looks at each of them.
//! All texts of the register are escaped: none becomes code.

mod names;
mod texts;
mod block;

use std::fmt::Write;

use beraad_register::Register;
use beraad_register::draft::is_placeholder;
use beraad_schema::describe::{self, Deliberation};
use beraad_schema::{Employer, Person, Subject as _};

use self::block::{BlockDraft, ListDraft};
use self::names::{Names, module_of};
use self::texts::{capitalised, comment, definition, literal, translation_guess};
use crate::crate_name::MAX_LEN;
use crate::new_files::NewFile;
use crate::starter::{Origin, Starter, Workspace};

/// A drafted crate.
pub(crate) struct CrateDraft {
    /// The files, without `deliberation.toml`.
    pub(crate) files: Vec<NewFile>,
    pub(crate) blocks: usize,
    pub(crate) columns: usize,
    pub(crate) lists: usize,
    /// The number of marks that do not compile.
    pub(crate) marks: usize,
}

impl CrateDraft {
    /// Drafts the crate of a register.
    ///
    /// Its dependencies are those of a copy of Beraad, if there is one.
    pub(crate) fn new(register: &Register, workspace: Option<Workspace>) -> Self {
        let (mut names, mut lists) = (Names::default(), Vec::new());
        let decision = &register.deliberation;
        let own_subjects = needs_own_subjects(decision);
        let headings = decision.headings.iter();
        let mut block_names = Vec::new();
        for heading in headings.clone() {
            // What is in brackets explains the title, and is not part of the name.
            let title = heading.title.split('(').next().unwrap_or_default();
            block_names.push(names.camel(title, "Rows"));
        }
        // Blocks and lists share their names, since a block imports its lists.
        let blocks = headings.zip(block_names).map(|(heading, name)| {
            BlockDraft::new(
                register,
                heading,
                name,
                own_subjects,
                &mut names,
                &mut lists,
            )
        });
        let blocks: Vec<_> = blocks.collect();
        let starter = Starter {
            package: package(decision),
            number: decision.number.to_string(),
            languages: decision.languages.clone(),
            workspace,
            origin: Origin::Register,
        };
        let shared = starter.files_of_draft();
        let mut files: Vec<_> = shared.map(|(path, text)| file(path, text)).collect();
        files.push(file("src/lib.rs", library(decision, &blocks, own_subjects)));
        if own_subjects {
            files.push(file("src/subjects.rs", subjects(&starter, &blocks)));
        }
        for block in &blocks {
            files.push(file(
                &format!("src/{}.rs", module_of(&block.name)),
                block.to_rust(),
            ));
        }
        files.push(file("src/codes/mod.rs", code_module(&lists)));
        for list in &lists {
            let path = format!("src/codes/{}.rs", module_of(&list.name));
            files.push(file(&path, code_list(register, list)));
        }
        let lines = files.iter().flat_map(|file| file.text.lines());
        let is_mark = |line: &&str| {
            let line = line.trim_start();
            line.starts_with("guess = ") || line.starts_with("compile_error!(")
        };
        Self {
            blocks: blocks.len(),
            columns: blocks.iter().map(|block| block.columns.len()).sum(),
            lists: lists.len(),
            marks: lines.filter(is_mark).count(),
            files,
        }
    }
}

fn file(path: &str, text: String) -> NewFile {
    NewFile {
        path: path.to_owned(),
        text,
    }
}

/// Returns the name of the crate: `model`, and the number of the decision.
fn package(decision: &Deliberation) -> String {
    let number = if is_placeholder(&decision.number) {
        ""
    } else {
        &*decision.number
    };
    let parts = number.split(|char: char| !char.is_ascii_alphanumeric());
    let mut name = "model".to_owned();
    for part in parts.filter(|part| !part.is_empty()) {
        if name.len() + 1 + part.len() <= MAX_LEN {
            name.extend(["-", &part.to_ascii_lowercase()]);
        }
    }
    name
}

/// The subjects that the library has, each with its English name and its type.
const SUBJECTS: [(&str, &str, describe::Subject); 2] = [
    ("person", "Person", Person::DESCRIPTION),
    ("employer", "Employer", Employer::DESCRIPTION),
];

/// Returns true if the subjects of the library have no texts in an edition, so that the crate needs its own.
fn needs_own_subjects(decision: &Deliberation) -> bool {
    let mut editions = decision.languages.editions.iter();
    editions.any(|edition| {
        SUBJECTS.iter().any(|(_, _, subject)| {
            let definition = subject.definition.as_ref();
            let mut labels = std::iter::once(&subject.name).chain(definition);
            labels.any(|label| label.text(*edition).is_none())
        })
    })
}

/// Writes the module of the subjects that the blocks use.
fn subjects(starter: &Starter, blocks: &[BlockDraft<'_>]) -> String {
    let mut text = "//! The units that rows are about.\n\nuse beraad_schema::{Subject, describe, subject};\n\n".to_owned();
    let editions = &starter.languages.editions;
    let editions: Vec<_> = editions.iter().map(|tag| format!("`{tag}`")).collect();
    for (name, type_name, _) in &SUBJECTS {
        if !blocks
            .iter()
            .any(|block| block.subjects().contains(type_name))
        {
            continue;
        }
        let message = format!(
            "the name of `{type_name}` in {}: write it, then remove this line",
            editions.join(" and ")
        );
        let _ = writeln!(text, "compile_error!({});", literal(&message));
        let _ = writeln!(text, "{}", starter.own_subject(name));
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

fn library(decision: &Deliberation, blocks: &[BlockDraft<'_>], own_subjects: bool) -> String {
    let title = decision.title.get(decision.languages.decision);
    let mut text = format!(
        "//! {}.\n//!\n\
         //! A draft: every `guess = \"..\"` and every `compile_error!` is for a person to check against the decision, to correct, and\n\
         //! to remove. The compiler names the line of each. A heading can wait: remove its block from `blocks`, and write its title\n\
         //! into `unmodelled`.\n\
         #![forbid(unsafe_code)]\n\n",
        comment(title).trim_end_matches('.')
    );
    // In the order in which rustfmt would put them.
    let mut modules: Vec<_> = blocks.iter().map(|block| module_of(&block.name)).collect();
    modules.push("codes".to_owned());
    modules.extend(own_subjects.then(|| "subjects".to_owned()));
    modules.sort_by_key(|module| sort_key(module));
    for module in modules {
        let _ = writeln!(text, "pub mod {module};");
    }
    text.push('\n');
    for key in missing_keys(decision) {
        let message = format!(
            "`{key}` of deliberation.toml was not found in the text: write it there, then remove this line"
        );
        let _ = writeln!(text, "compile_error!({});", literal(&message));
    }
    text.push_str("::beraad_schema::deliberation! {\n    version = \"0.1.0\",\n    blocks = [\n");
    for block in blocks {
        let _ = writeln!(text, "        {}::{},", module_of(&block.name), block.name);
    }
    text.push_str("    ],\n    unmodelled = [],\n}\n");
    text
}

/// Returns a key by which modules are in the order of rustfmt: an underscore comes before letters and digits.
fn sort_key(module: &str) -> String {
    module.replace('_', " ")
}

/// Returns the keys of `[deliberation]` that a draft of the register could not find.
fn missing_keys(decision: &Deliberation) -> Vec<&'static str> {
    // A draft writes the year 1000 for a day that it does not find.
    const NOT_FOUND: i32 = 1000;
    let language = decision.languages.decision;
    let keys = [
        ("number", is_placeholder(&decision.number)),
        ("title", is_placeholder(decision.title.get(language))),
        ("dated", decision.dated.year() == NOT_FOUND),
        (
            "committee",
            is_placeholder(decision.committee.get(language)),
        ),
        (
            "recipient",
            is_placeholder(decision.recipient.get(language)),
        ),
        ("purpose", is_placeholder(decision.purpose.get(language))),
        ("first_year", decision.window.first_year() == NOT_FOUND),
    ];
    let missing = keys.into_iter().filter(|(_, is_missing)| *is_missing);
    missing.map(|(key, _)| key).collect()
}

fn code_module(lists: &[ListDraft]) -> String {
    let mut text = "//! The code lists. Each is empty: its codes come with the delivery, unless something is published about it.\n\n".to_owned();
    let mut modules: Vec<_> = lists
        .iter()
        .map(|list| (module_of(&list.name), &list.name))
        .collect();
    modules.sort_by_key(|(module, _)| sort_key(module));
    for (module, _) in &modules {
        let _ = writeln!(text, "mod {module};");
    }
    text.push('\n');
    for (module, name) in &modules {
        let _ = writeln!(text, "pub use {module}::{name};");
    }
    text
}

fn code_list(register: &Register, list: &ListDraft) -> String {
    let languages = &register.deliberation.languages;
    let sentence = format!("{}.", capitalised(&list.definition).trim_end_matches('.'));
    let definition = definition(register, &sentence, "");
    let guess = translation_guess(languages, "    ");
    let keys = if guess.is_empty() {
        "supplied".to_owned()
    } else {
        format!("\n    supplied,\n{guess}")
    };
    format!(
        "use beraad_schema::CodeList;\n\n{definition}#[derive(CodeList)]\n#[codes({keys})]\npub enum {} {{}}\n",
        list.name
    )
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::{
        Date, Grain, Heading, Label, Language, Languages, Paragraph, Term, Text, Window,
    };
    use proptest::prelude::*;

    use super::*;

    /// Phrases that are hard to write as Rust, beside any text.
    fn phrases() -> impl Strategy<Value = String> {
        const HARD: &[&str] = &[
            "\" )] fn f() {} //",
            "*/",
            "\\",
            "\n//",
            "\r",
            "\u{202e}x",
            "\u{2028}",
            "nl: x",
            "de type",
            "Self",
            "crate",
            "60",
            "é",
            "de begindatum",
            "de einddatum",
            "het bedrag (in klassen)",
            "de Option",
            "'''",
            "\u{0}",
            "😀",
            "de ßtraße",
            "ǅ",
        ];
        prop_oneof![
            prop::sample::select(HARD).prop_map(str::to_owned),
            any::<String>(),
            // Longer than a label and a name.
            prop::collection::vec(prop::sample::select(HARD), 5..30)
                .prop_map(|parts| parts.concat()),
        ]
    }

    fn registers() -> impl Strategy<Value = Register> {
        let term = (
            phrases(),
            prop::option::of(phrases()),
            prop::collection::vec(phrases(), 0..2),
        );
        let heading = (phrases(), prop::collection::vec(term, 0..5));
        (phrases(), prop::collection::vec(heading, 0..4)).prop_map(|(number, headings)| {
            let label = |text: &str| {
                Label::new([
                    (Language::NL, text.to_owned()),
                    (Language::EN, text.to_owned()),
                ])
            };
            let mut decision = Deliberation::new(
                number.clone(),
                label(&number),
                Date::ymd(2042, 1, 1),
                Window::of_years(2040, 2041),
            );
            decision.languages = Languages::new(Language::NL, [Language::NL, Language::EN]);
            let mut paragraph = Paragraph::new("1");
            paragraph.dates = Some(Grain::Month);
            decision.paragraphs.push(paragraph);
            for (title, terms) in headings {
                let mut heading = Heading::new("1", title.clone(), label(&title));
                for (phrase, of, relatives) in terms {
                    let mut term = Term::new(phrase);
                    term.of = of.map(Text::from);
                    term.relatives = relatives.into_iter().map(Text::from).collect();
                    heading.terms.push(term);
                }
                decision.headings.push(heading);
            }
            Register {
                deliberation: decision,
                wording: beraad_register::Wording::default(),
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn crate_of_any_register_is_rust(register in registers()) {
            let draft = CrateDraft::new(&register, None);
            let mut paths = std::collections::BTreeSet::new();
            for file in &draft.files {
                prop_assert!(paths.insert(file.path.to_lowercase()), "two files are {}", file.path);
                let path = std::path::Path::new(&file.path);
                // Written from templates, without a text of the register.
                if ["src/main.rs", "tests/model.rs"].contains(&&*file.path) {
                    continue;
                }
                if path.extension().is_none_or(|it| it != "rs") {
                    continue;
                }
                let parsed = syn::parse_file(&file.text);
                prop_assert!(parsed.is_ok(), "{}: {:?}\n{}", file.path, parsed.err(), file.text);
                for item in parsed.into_iter().flat_map(|file| file.items) {
                    let is_expected = matches!(item, syn::Item::Use(_) | syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Mod(_) | syn::Item::Macro(_));
                    prop_assert!(is_expected, "{}", file.text);
                }
            }
            prop_assert_eq!(draft.files, CrateDraft::new(&register, None).files);
        }
    }
}
