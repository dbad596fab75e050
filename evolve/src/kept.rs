//! Kept versions of a model: files that are written once and read by every later release.

use beraad_describe::{Date, FORMAT_NUMBER, Model, ReadModelError};
use serde::{Deserialize, Serialize};

use crate::duplicates::duplicates;
use crate::references::unknown_references;
use crate::sorted::Sorted;

/// A version of a model as it was on the day on which it was frozen.
///
/// Its JSON is canonical: the keys of each object are sorted, so that equal versions have equal bytes.
///
/// ```
/// use beraad_describe::{Date, example_model};
/// use beraad_evolve::KeptVersion;
///
/// let kept = KeptVersion::new(example_model(), Date::ymd(2026, 11, 29));
/// let json = kept.to_json();
/// assert_eq!(KeptVersion::from_json(&json)?, kept);
/// assert!(KeptVersion::from_json(&json.replace("Loan", "Lend")).is_err());
/// # Ok::<(), beraad_evolve::ReadVersionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeptVersion {
    /// The day on which the version was frozen.
    pub frozen: Date,
    /// The model.
    pub model: Model,
}

/// The content of a file of a version.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Content {
    /// The number of the format of kept versions.
    #[cfg_attr(feature = "schemas", schemars(range(min = FORMAT_NUMBER, max = FORMAT_NUMBER)))]
    format: u32,
    /// The day on which the version was kept.
    frozen: Date,
    /// The SHA-256 of the JSON of the model.
    fingerprint: String,
    /// The model.
    model: Model,
}

/// The reason why a file is not a kept version.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadVersionError {
    /// The file is in a format that this release does not know.
    #[error(
        "the file is in format {found} of kept versions, and this release reads format {FORMAT_NUMBER}; use a later release"
    )]
    UnknownFormat {
        /// The number in the file.
        found: u64,
    },
    /// The file is not JSON, such as one of which the end is missing.
    #[error("invalid JSON: {0}; was the file saved as a whole?")]
    Syntax(#[source] serde_json::Error),
    /// The file is not a kept version.
    #[error("not a kept version of a model, as `beraad version new` writes it: {0}")]
    Invalid(#[from] serde_json::Error),
    /// The model in the file is not valid.
    #[error("not a model: {0}")]
    InvalidModel(#[from] ReadModelError),
    /// Names occur twice in the model, or lead nowhere; all of them at once.
    #[error("invalid model: {}", .0.join("; "))]
    InvalidNames(Vec<String>),
    /// The file was changed after it was frozen.
    #[error(
        "the file was changed after it was frozen: its model has the fingerprint {found}, and the file states {stated}; restore it from \
         version control"
    )]
    Changed {
        /// The fingerprint of the model in the file.
        found: String,
        /// The fingerprint that the file states.
        stated: String,
    },
}

impl KeptVersion {
    /// Creates a version that was frozen on a day.
    #[must_use]
    pub fn new(model: Model, frozen: Date) -> Self {
        Self { frozen, model }
    }

    /// Returns the canonical JSON of the file of the version.
    #[must_use]
    pub fn to_json(&self) -> String {
        let content = Content {
            format: FORMAT_NUMBER,
            frozen: self.frozen,
            fingerprint: self.model.fingerprint(),
            model: self.model.clone(),
        };
        // The description of a model has a form in JSON in any case.
        let value = serde_json::to_value(content).unwrap_or_default();
        let json = serde_json::to_string_pretty(&Sorted(&value));
        json.unwrap_or_default() + "\n"
    }

    /// Reads the file of a version.
    ///
    /// # Errors
    /// If the text is not the file of a version in format 1, was changed after it was frozen, or has a name twice or one that leads nowhere.
    pub fn from_json(json: &str) -> Result<Self, ReadVersionError> {
        /// The number of the format, whatever else there is.
        #[derive(Deserialize)]
        struct Format {
            format: Option<u64>,
        }
        let json = without_byte_order_mark(json);
        let content: Content = match serde_json::from_str(json) {
            Ok(content) => content,
            Err(error) => {
                let format = serde_json::from_str(json).ok();
                let format = format.and_then(|Format { format }| format);
                return Err(match format {
                    Some(found) if found != u64::from(FORMAT_NUMBER) => {
                        ReadVersionError::UnknownFormat { found }
                    }
                    _ => ReadVersionError::Invalid(error),
                });
            }
        };
        if content.format != FORMAT_NUMBER {
            return Err(ReadVersionError::UnknownFormat {
                found: content.format.into(),
            });
        }
        let found = content.model.fingerprint();
        if found != content.fingerprint {
            return Err(ReadVersionError::Changed {
                found,
                stated: content.fingerprint,
            });
        }
        Ok(Self {
            frozen: content.frozen,
            model: sound(content.model)?,
        })
    }
}

/// Reads a model: the file of a kept version, or a model as JSON.
///
/// # Errors
/// As [`KeptVersion::from_json`]; [`ReadVersionError::InvalidModel`] for a text that is neither.
pub fn read_model(json: &str) -> Result<Model, ReadVersionError> {
    /// The part that only a kept version has.
    #[derive(Deserialize)]
    struct Frozen {
        frozen: Option<serde_json::Value>,
    }
    let json = without_byte_order_mark(json);
    match serde_json::from_str(json) {
        Ok(Frozen { frozen: Some(_) }) => Ok(KeptVersion::from_json(json)?.model),
        // Such as a file of which the end is missing.
        Err(error) if error.is_syntax() || error.is_eof() => Err(ReadVersionError::Syntax(error)),
        Ok(Frozen { frozen: None }) | Err(_) => sound(Model::from_json(json)?),
    }
}

/// Returns a text without the byte order mark that some editors write at its start.
fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Returns a model of which every name occurs once and leads to something.
fn sound(model: Model) -> Result<Model, ReadVersionError> {
    let mut errors = duplicates(&model);
    errors.extend(unknown_references(&model));
    if errors.is_empty() {
        Ok(model)
    } else {
        Err(ReadVersionError::InvalidNames(errors))
    }
}

/// Returns the numbers of a version of three numbers, such as `0.2.0`, by which versions are ordered; `None` for another text.
#[must_use]
pub fn version_numbers(version: &str) -> Option<[u64; 3]> {
    let numbers: Result<Vec<u64>, _> = version.split('.').map(str::parse).collect();
    numbers.ok()?.try_into().ok()
}

/// Returns the versions whose files are among these names, from the first to the latest. Other files, such as a README, are left out.
///
/// ```
/// use beraad_evolve::versions_of_files;
///
/// let versions = versions_of_files(["0.10.0.json", "README.md", "0.9.0.json"]);
/// assert_eq!(versions, ["0.9.0", "0.10.0"]);
/// ```
#[must_use]
pub fn versions_of_files<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Vec<String> {
    let names = names.into_iter();
    let mut versions: Vec<_> = names
        .filter_map(|name| {
            let version = name.as_ref().strip_suffix(".json")?;
            Some((version_numbers(version)?, version.to_owned()))
        })
        .collect();
    versions.sort();
    versions.into_iter().map(|(_, version)| version).collect()
}
