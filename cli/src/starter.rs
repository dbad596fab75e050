//! The files of a new crate for another decision, from the templates in the folder `new/` of this package. A drafted crate has
//! them as well, except for the register and the model.
//!
//! A template contains placeholders between `@@` and `@@`: a name, such as `@@package@@`, or a form and a text, such as
//! `@@toml: the title@@`, which becomes the text in each edition.

use std::path::{Path, PathBuf};

use beraad_codegen::Artefact;
use beraad_codegen::messages::capitalised;
use beraad_register::toml_string;
use beraad_schema::describe::{Language, Languages, visible};

/// The path of each file, and its template.
const TEMPLATES: &[(&str, &str)] = &[
    (".gitignore", include_str!("../new/gitignore")),
    // Not named `Cargo.toml`: Cargo leaves a folder with such a file out of the package that contains it.
    ("Cargo.toml", include_str!("../new/manifest.toml")),
    ("README.md", include_str!("../new/README.md")),
    (
        "deliberation.toml",
        include_str!("../new/deliberation.toml"),
    ),
    ("src/lib.rs", include_str!("../new/src/lib.rs")),
    ("src/main.rs", include_str!("../new/src/main.rs")),
    ("tests/model.rs", include_str!("../new/tests/model.rs")),
    (
        "tests/snapshots/README.md",
        include_str!("../new/tests/snapshots/README.md"),
    ),
    (
        "versions/README.md",
        include_str!("../new/versions/README.md"),
    ),
];

/// The templates that a drafted crate does not have: it has a register, and a model of its own.
const NOT_IN_A_DRAFT: [&str; 2] = ["deliberation.toml", "src/lib.rs"];

/// The template of a subject.
const SUBJECT: &str = include_str!("../new/subject.rs");

/// The packages that the new crate depends on, with their folders in the workspace of Beraad.
const DEPENDENCIES: [(&str, &str); 3] = [
    ("beraad", "cli"),
    ("beraad-schema", "schema"),
    ("beraad-evolve", "evolve"),
];

/// The page that documents each key of `deliberation.toml`.
const PAGE: &str = concat!(
    env!("CARGO_PKG_REPOSITORY"),
    "/blob/main/docs/deliberation-toml.md"
);

/// The properties of the new crate.
pub(crate) struct Starter {
    /// A valid crate name.
    pub(crate) package: String,
    /// The number of the decision, which is any text.
    pub(crate) number: String,
    pub(crate) languages: Languages,
    /// The workspace of Beraad; `None` if the dependencies come from a registry.
    pub(crate) workspace: Option<Workspace>,
    pub(crate) origin: Origin,
}

/// The register of the new crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// An example, which a person replaces.
    Example,
    /// That of the decision, from which the model is drafted.
    Register,
}

/// The folder of the workspace of Beraad, as an absolute path in UTF-8.
pub(crate) struct Workspace(String);

impl Workspace {
    /// Finds the workspace of Beraad in a folder. The error is the text to print.
    pub(crate) fn in_folder(folder: &Path) -> Result<Self, String> {
        let shown = folder.display();
        let has_all = DEPENDENCIES
            .iter()
            .all(|(_, subfolder)| folder.join(subfolder).join("Cargo.toml").is_file());
        if !has_all {
            return Err(format!(
                "`{shown}` is not a copy of Beraad: write the path of the folder that contains `cli`, `schema` and `tests`, or leave `--beraad` out"
            ));
        }
        // Cargo reads a relative path from the new crate, and the command line from the current folder.
        let absolute = std::fs::canonicalize(folder)
            .map_err(|error| format!("cannot read `{shown}`: {error}"))?;
        let path = absolute
            .to_str()
            .ok_or_else(|| format!("the path `{shown}` is not UTF-8, which Cargo cannot read"))?;
        Ok(Self(path.to_owned()))
    }
}

impl Starter {
    /// Returns the files of the new crate.
    pub(crate) fn files(&self) -> Vec<Artefact<'static>> {
        let files = TEMPLATES.iter();
        files
            .map(|(path, template)| Artefact::new(*path, self.completed(template)))
            .collect()
    }

    /// Returns the files that a drafted crate shares with a new one, each with its path.
    pub(crate) fn files_of_draft(&self) -> impl Iterator<Item = (&'static str, String)> {
        let files = TEMPLATES.iter();
        let files = files.filter(|(path, _)| !NOT_IN_A_DRAFT.contains(path));
        files.map(|(path, template)| (*path, self.completed(template)))
    }

    /// Returns the declaration of a subject with this English name in lower case. Its names are to be replaced.
    pub(crate) fn own_subject(&self, name: &str) -> String {
        let names = self.label("subject", name, "");
        let values = [
            ("@@subject-type@@", &*capitalised(name)),
            ("@@subject-names@@", &names),
            ("@@subject@@", name),
        ];
        let completed = |text: String, (placeholder, value)| text.replace(placeholder, value);
        values.into_iter().fold(SUBJECT.to_owned(), completed)
    }

    /// Returns a template with a text in place of each placeholder.
    fn completed(&self, template: &str) -> String {
        let mut completed = String::new();
        // Every second part is a placeholder.
        for (index, part) in template.split("@@").enumerate() {
            if index % 2 == 0 {
                completed.push_str(part);
                continue;
            }
            let line_start = completed.rfind('\n').map_or(0, |newline| newline + 1);
            let indent = completed[line_start..].to_owned();
            completed.push_str(&self.value(part, &indent));
        }
        completed
    }

    /// Returns the text for a placeholder, in a line that begins with `indent`.
    fn value(&self, placeholder: &str, indent: &str) -> String {
        if let Some((form, text)) = placeholder.split_once(": ") {
            return self.label(form, text, indent);
        }
        let Languages {
            decision, editions, ..
        } = &self.languages;
        match placeholder {
            "package" => self.package.clone(),
            "crate" => self.package.replace('-', "_"),
            "rust-version" => env!("CARGO_PKG_RUST_VERSION").to_owned(),
            "description" => toml_string(&format!("Decision {} as Rust types", self.number)),
            "number" => toml_string(&self.number),
            "number-rust" => format!("{:?}", self.number),
            "number-text" => visible(&self.number),
            "language" => decision.to_string(),
            "editions" => {
                let tags = editions.iter().map(|edition| toml_string(edition.as_str()));
                tags.collect::<Vec<_>>().join(", ")
            }
            "page" => PAGE.to_owned(),
            "steps" => self.completed(match self.origin {
                Origin::Example => include_str!("../new/steps.md"),
                Origin::Register => include_str!("../new/steps-of-draft.md"),
            }),
            "own-person" => self.own_subject("person"),
            // The language of the decision has the title already.
            "heading" => {
                let others = editions.iter().filter(|edition| *edition != decision);
                let titles =
                    others.map(|edition| format!("{edition} = {}", todo("title", *edition)));
                let titles = titles.collect::<Vec<_>>().join("\n");
                if titles.is_empty() {
                    format!("# {decision} = {}", todo("title", *decision))
                } else {
                    titles
                }
            }
            _ => self.dependency(placeholder),
        }
    }

    /// Returns a text in each edition.
    fn label(&self, form: &str, text: &str, indent: &str) -> String {
        let editions = self.languages.editions.iter();
        let texts = |separator: &str, has_identifiers: bool| {
            let texts = editions.clone().map(|edition| {
                let mut key = edition.to_string();
                if has_identifiers {
                    key = key.replace('-', "_");
                }
                format!("{key}{separator}{}", todo(text, *edition))
            });
            texts.collect::<Vec<_>>().join(", ")
        };
        match form {
            "toml" => texts(" = ", false),
            "attribute" => texts(" = ", true),
            "subject" => texts(": ", true),
            "docs" => {
                // A paragraph in this language needs no tag.
                let main = self.languages.main_edition();
                let mut paragraphs = vec![format!("/// TODO: {text} ({main}).")];
                for edition in editions.filter(|edition| **edition != main) {
                    paragraphs.push("///".to_owned());
                    paragraphs.push(format!("/// {edition}: TODO: {text} ({edition})."));
                }
                paragraphs.join(&format!("\n{indent}"))
            }
            _ => panic!("unknown form `{form}` of a placeholder"),
        }
    }

    /// Returns the source of a dependency, as entries of its table.
    fn dependency(&self, package: &str) -> String {
        let dependency = DEPENDENCIES.iter().find(|(name, _)| *name == package);
        let (_, folder) = dependency.unwrap_or_else(|| panic!("unknown placeholder `{package}`"));
        match &self.workspace {
            None => format!("version = {}", toml_string(env!("CARGO_PKG_VERSION"))),
            Some(Workspace(path)) => {
                let path = PathBuf::from(path).join(folder);
                format!("path = {}", toml_string(&path.to_string_lossy()))
            }
        }
    }
}

/// A text to replace, as a literal of TOML and of Rust.
fn todo(text: &str, language: Language) -> String {
    format!("\"TODO: {text} ({language})\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starter(number: &str, editions: &[Language]) -> Starter {
        Starter {
            package: "library-loans".into(),
            number: number.into(),
            languages: Languages::new(Language::FR, editions),
            workspace: None,
            origin: Origin::Example,
        }
    }

    #[test]
    fn every_placeholder_is_completed() {
        let one = starter("1", &[Language::FR]);
        let two = starter("1", &[Language::new("sr-Latn"), Language::EN]);
        for starter in [one, two] {
            for (path, template) in TEMPLATES {
                let text = starter.completed(template);
                assert!(!text.contains("@@"), "{path}");
            }
        }
    }

    #[test]
    fn number_is_escaped_in_each_file() {
        let number = "7\"\\\n\u{202e}\"]\n[x]";
        let starter = starter(number, &[Language::FR]);
        assert_eq!(
            starter.value("number", ""),
            r#""7\"\\\n\U0000202E\"]\n[x]""#
        );
        assert_eq!(
            starter.value("number-rust", ""),
            r#""7\"\\\n\u{202e}\"]\n[x]""#
        );
        assert_eq!(starter.value("number-text", ""), "7\"\\ ⟨U+202E⟩\"] [x]");
    }

    #[test]
    fn label_has_a_text_in_each_edition() {
        let starter = starter("1", &[Language::new("fr-BE"), Language::EN]);
        assert_eq!(
            starter.value("toml: title", ""),
            r#"fr-BE = "TODO: title (fr-BE)", en = "TODO: title (en)""#
        );
        assert_eq!(
            starter.value("attribute: title", ""),
            r#"fr_BE = "TODO: title (fr-BE)", en = "TODO: title (en)""#
        );
        assert_eq!(
            starter.value("docs: title", "  "),
            "/// TODO: title (en).\n  ///\n  /// fr-BE: TODO: title (fr-BE)."
        );
    }
}
