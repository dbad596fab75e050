//! The model that a file was written with, by the metadata of its schema, compared with the model at hand.

use std::fmt;

use arrow_schema::Schema;

use crate::describe::{Model, excerpt_of};
use crate::physical::{
    BLOCK_FINGERPRINT_KEY, BLOCK_KEY, FINGERPRINT_KEY, MODEL_VERSION_KEY, model_metadata,
};

/// The maximum number of characters of a value that is kept; a fingerprint has 64.
const MAX_CHARS: usize = 128;

/// The model that a file or a record batch was written with, by its metadata.
///
/// Every part is a text of the file, which may be from another program: at most 128 characters are kept, made safe to print.
///
/// ```
/// use beraad_schema::arrow::{Schema, WrittenWith};
/// # use beraad_schema::describe::Model;
/// # fn example(schema: &Schema, model: &Model) {
///
/// for warning in WrittenWith::of_schema(schema).warnings(model) {
///     eprintln!("warning: {warning}");
/// }
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct WrittenWith {
    /// The id of the block (`beraad.block`).
    pub block: Option<String>,
    /// The version of the model (`beraad.model_version`).
    pub model_version: Option<String>,
    /// The fingerprint of the model (`beraad.fingerprint`).
    pub fingerprint: Option<String>,
    /// The fingerprint of the block and of the code lists that it uses (`beraad.block_fingerprint`).
    pub block_fingerprint: Option<String>,
}

impl WrittenWith {
    /// Reads the metadata of a schema. Metadata that are absent are `None`.
    #[must_use]
    pub fn of_schema(schema: &Schema) -> Self {
        let value = |key: &str| schema.metadata().get(key).map(|value| kept(value));
        Self {
            block: value(BLOCK_KEY),
            model_version: value(MODEL_VERSION_KEY),
            fingerprint: value(FINGERPRINT_KEY),
            block_fingerprint: value(BLOCK_FINGERPRINT_KEY),
        }
    }

    /// Compares the metadata with a model, which includes the code lists that were merged into it.
    ///
    /// A file without these metadata gives no warning.
    #[must_use]
    pub fn warnings(&self, model: &Model) -> Vec<FileWarning> {
        self.compare_with(model, &model.fingerprint())
            .into_iter()
            .collect()
    }

    /// As [`warnings`](Self::warnings), with the fingerprint of the model, which is a hash over all of it.
    pub(super) fn compare_with(&self, model: &Model, fingerprint: &str) -> Option<FileWarning> {
        let of_model = model_metadata(model, fingerprint);
        let differs = |found: &Option<String>, key: &str| {
            let expected = of_model.get(key).map(|value| kept(value));
            found.is_some() && *found != expected
        };
        let block = self.block_change(model);
        if differs(&self.model_version, MODEL_VERSION_KEY) {
            return Some(FileWarning::OtherVersion {
                expected: model.version.to_string(),
                found: self.model_version.clone().unwrap_or_default(),
                block,
            });
        }
        // A schema without the fingerprint of a model may have that of its block.
        let is_other = differs(&self.fingerprint, FINGERPRINT_KEY)
            || (self.fingerprint.is_none() && block == BlockChange::Changed);
        is_other.then(|| FileWarning::OtherFingerprint {
            version: model.version.to_string(),
            block,
        })
    }

    /// Compares the block of the file with the same block of a model.
    fn block_change(&self, model: &Model) -> BlockChange {
        let block = self.block.as_deref().and_then(|id| model.block(id));
        match (&self.block_fingerprint, block) {
            (Some(found), Some(block)) if *found == model.block_fingerprint(block) => {
                BlockChange::Unchanged
            }
            (Some(_), Some(_)) => BlockChange::Changed,
            _ => BlockChange::Unknown,
        }
    }
}

/// Returns the part of a value that is kept, safe to print.
fn kept(value: &str) -> String {
    excerpt_of(value, MAX_CHARS)
}

/// A difference between the model that a file was written with, and the model at hand. Its rows are read all the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FileWarning {
    /// The file was written with another version of the model.
    OtherVersion {
        /// The version of the model at hand.
        expected: String,
        /// The version in the file.
        found: String,
        /// The difference of the block itself.
        block: BlockChange,
    },
    /// The file was written with a model of the same version that has another fingerprint.
    OtherFingerprint {
        /// The version of the model at hand.
        version: String,
        /// The difference of the block itself.
        block: BlockChange,
    },
}

/// The difference between the block of a file, with the code lists that it uses, and that of the model at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockChange {
    /// They are the same: the model differs elsewhere.
    Unchanged,
    /// The block or one of its code lists differs.
    Changed,
    /// The file does not say, or the model has no such block.
    Unknown,
}

impl fmt::Display for FileWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let block = match self {
            Self::OtherVersion {
                expected,
                found,
                block,
            } => {
                write!(
                    f,
                    "the file was written with version `{found}` of the model, and this is version `{expected}`"
                )?;
                block
            }
            Self::OtherFingerprint { version, block } => {
                write!(
                    f,
                    "the file was written with another model of version `{version}`"
                )?;
                block
            }
        };
        f.write_str(match block {
            BlockChange::Unchanged => "; its block and code lists are the same in both",
            BlockChange::Changed | BlockChange::Unknown => {
                "; a code may mean something else: use the version of the model that the file names, and merge the code lists that \
                 came with the delivery"
            }
        })
    }
}
