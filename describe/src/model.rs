//! The model: a decision, the blocks that carry it out, and their code lists.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::block::{Block, Column};
use crate::code_list::CodeList;
use crate::constraint::Constraint;
use crate::deliberation::{Deliberation, Heading, Term};
use crate::glossary::GlossaryEntry;
use crate::hash::Fingerprint;
use crate::language::Language;
use crate::quantity::OwnQuantity;
use crate::subject::Subject;
use crate::text::Text;
use crate::value_type::ValueType;

/// The number of the format in which this release stores a [`Model`] as JSON, and the only one that it reads.
///
/// It is the first key of the JSON: `"format": 1`. The number is provisional until versions of a model are frozen: until
/// then the format may still change without a new number.
pub const FORMAT_NUMBER: u32 = 1;

/// A model: the complete description of a decision and of the data that it authorises.
///
/// Every output format and every check of data reads a model and nothing else.
///
/// ```
/// use beraad_describe::Model;
///
/// /// Prints the blocks of each heading.
/// fn print(model: &Model) {
///     for heading in &model.deliberation.headings {
///         for block in model.blocks_of(heading) {
///             println!("{}: {}", heading.title, block.id);
///         }
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Model {
    /// Written first, so that a reader knows the format before it reads anything else.
    pub(crate) format: StoredFormat,
    /// The version of the model, such as `0.1.0`: the version of the meaning of the data, not of the Rust code.
    pub version: Text,
    /// The decision.
    pub deliberation: Deliberation,
    /// The blocks, in the order in which the text of the decision names their headings.
    pub blocks: Vec<Block>,
    /// The code lists, in the order in which the blocks name them.
    pub code_lists: Vec<CodeList>,
    /// The subjects of serial numbers, in the order in which the blocks name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// The constraints on several rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// The glossary, in the order in which a codebook shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<GlossaryEntry>,
}

impl Model {
    /// Creates a model without blocks.
    #[must_use]
    pub fn new(version: impl Into<Text>, deliberation: Deliberation) -> Self {
        Self {
            format: StoredFormat,
            version: version.into(),
            deliberation,
            blocks: Vec::new(),
            code_lists: Vec::new(),
            subjects: Vec::new(),
            constraints: Vec::new(),
            glossary: Vec::new(),
        }
    }

    /// Reads a model from JSON, as `serde_json` writes it.
    ///
    /// ```
    /// # use beraad_describe::{Date, Deliberation, Label, Language, Model, Window};
    /// # let title = Label::new([(Language::EN, "decision")]);
    /// # let deliberation = Deliberation::new("1", title, Date::ymd(2017, 3, 1), Window::of_years(2005, 2010));
    /// # let model = Model::new("0.1.0", deliberation);
    /// let json = serde_json::to_string(&model)?;
    /// assert!(json.starts_with(r#"{"format":1,"#));
    /// assert_eq!(Model::from_json(&json).unwrap(), model);
    ///
    /// let error = Model::from_json(r#"{ "format": 2 }"#).unwrap_err();
    /// assert_eq!(error.to_string(), "format 2 is not known; this release reads format 1");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ReadModelError::MissingFormat`] or [`ReadModelError::UnknownFormat`] if the JSON is not in the format
    /// [`FORMAT_NUMBER`]. Otherwise [`ReadModelError::Invalid`], with a line and a column, for text that is not a model:
    /// an unknown field is an error.
    pub fn from_json(json: &str) -> Result<Self, ReadModelError> {
        /// The format number, whatever else there is.
        #[derive(Deserialize)]
        struct Format {
            // Any value, so that a format that is not a number is reported as the first error has it.
            format: Option<serde_json::Value>,
        }
        serde_json::from_str(json).map_err(|error| {
            // Only a text that is not a model is read a second time: the number explains more than the first error.
            match serde_json::from_str(json) {
                Ok(Format { format: None }) => ReadModelError::MissingFormat,
                Ok(Format {
                    format: Some(format),
                }) => match format.as_u64() {
                    Some(found) if found != u64::from(FORMAT_NUMBER) => {
                        ReadModelError::UnknownFormat { found }
                    }
                    _ => ReadModelError::Invalid(error),
                },
                Err(_) => ReadModelError::Invalid(error),
            }
        })
    }

    /// Creates a model from its parts. A code list or a subject that occurs several times is kept once.
    ///
    /// # Panics
    /// If two different code lists, subjects, quantities or currencies have one id, if two entries of the glossary have one id
    /// or one form, or if a quantity has no label in an edition
    /// of the model. The first test of a model finds it.
    #[doc(hidden)]
    #[must_use]
    pub fn assemble<'a>(
        version: &'static str,
        deliberation: Deliberation,
        blocks: impl IntoIterator<Item = &'a Block>,
        lists: impl IntoIterator<Item = &'a CodeList>,
        all_subjects: impl IntoIterator<Item = &'a Subject>,
        constraints: Vec<Constraint>,
        glossary: Vec<GlossaryEntry>,
    ) -> Self {
        let blocks: Vec<Block> = blocks.into_iter().cloned().collect();
        check_numbers(&blocks, &deliberation.languages.editions);
        Self {
            blocks,
            code_lists: distinct(lists, "code lists", |list| &list.id),
            subjects: distinct(all_subjects, "subjects", |subject| &subject.id),
            constraints,
            glossary: checked_glossary(glossary),
            ..Self::new(version, deliberation)
        }
    }

    /// Returns the block with this id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// Returns the code list with this id.
    #[must_use]
    pub fn code_list(&self, id: &str) -> Option<&CodeList> {
        self.code_lists.iter().find(|list| list.id == id)
    }

    /// Returns the subject with this id.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.id == id)
    }

    /// Returns the constraints that apply to at least one column of `block`, in the order of the model.
    pub fn constraints_of<'a>(&'a self, block: &'a Block) -> impl Iterator<Item = &'a Constraint> {
        let holds = move |constraint: &&Constraint| constraint.columns_in(block).next().is_some();
        self.constraints.iter().filter(holds)
    }

    /// Returns the blocks that carry out `heading`, in the order of the model.
    pub fn blocks_of<'a>(&'a self, heading: &'a Heading) -> impl Iterator<Item = &'a Block> {
        self.blocks
            .iter()
            .filter(|block| block.paragraph == heading.paragraph && block.heading == heading.title)
    }

    /// Traces every phrase of the decision to the columns that carry it out.
    ///
    /// The entries are in the order of the text: one for each column, and one without a column for each phrase that no
    /// block carries out. A phrase that also applies to relatives has entries for each of them.
    #[must_use]
    pub fn trace(&self) -> Vec<Trace<'_>> {
        // The columns of each phrase, from one pass over the columns instead of one for each phrase.
        let mut columns: BTreeMap<_, Vec<(&Block, Column<'_>)>> = BTreeMap::new();
        for block in &self.blocks {
            for (column, variable) in block.variables() {
                let phrase = &variable.phrase;
                let key = (
                    &*phrase.paragraph,
                    &*phrase.heading,
                    &*phrase.term,
                    phrase.of.as_deref(),
                    column.relative(),
                );
                columns.entry(key).or_default().push((block, column));
            }
        }
        let mut rows = Vec::new();
        for heading in &self.deliberation.headings {
            for term in &heading.terms {
                let mut relatives: Vec<Option<&str>> = Vec::new();
                // The heading and the term may name the same relative.
                for relative in heading.relatives.iter().chain(&term.relatives) {
                    if !relatives.contains(&Some(relative)) {
                        relatives.push(Some(relative));
                    }
                }
                // `None` is the person concerned, to whom every phrase applies.
                for relative in std::iter::once(None).chain(relatives) {
                    let row = Trace {
                        heading,
                        term,
                        relative,
                        block: None,
                        column: None,
                    };
                    // What remains in the map at the end belongs to phrases that the decision does not have. A model
                    // that was compiled has no such columns.
                    let key = (
                        &*heading.paragraph,
                        &*heading.title,
                        &*term.term,
                        term.of.as_deref(),
                        relative,
                    );
                    match columns.remove(&key) {
                        None => rows.push(row),
                        Some(found) => {
                            rows.extend(found.into_iter().map(|(block, column)| Trace {
                                block: Some(block),
                                column: Some(column),
                                ..row.clone()
                            }));
                        }
                    }
                }
            }
        }
        rows
    }

    /// Returns the SHA-256 of the JSON of the model, as 64 hexadecimal digits.
    ///
    /// Equal models have equal fingerprints, and different models have different ones.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Fingerprint::default();
        // Neither the hash nor the serialisation of descriptions can fail; the order of fields and lists is fixed.
        let written = serde_json::to_writer(&mut hash, self);
        debug_assert!(written.is_ok());
        hash.finish()
    }

    /// Returns the SHA-256 of the JSON of a block and of the code lists that it uses, as 64 hexadecimal digits.
    ///
    /// It changes if and only if the block or one of these lists changes. Everything else in the model, such as another
    /// block or the version, leaves it as it is.
    #[must_use]
    pub fn block_fingerprint(&self, block: &Block) -> String {
        let mut hash = Fingerprint::default();
        let columns = block.columns();
        let used: BTreeSet<&str> = columns.iter().filter_map(Column::code_list).collect();
        let lists = used.into_iter().filter_map(|id| self.code_list(id));
        let content = BlockContent {
            block,
            code_lists: lists.collect(),
        };
        // As for the whole model: neither the hash nor the serialisation can fail.
        let written = serde_json::to_writer(&mut hash, &content);
        debug_assert!(written.is_ok());
        hash.finish()
    }
}

/// The parts of a model that the fingerprint of a block covers.
#[derive(Serialize)]
struct BlockContent<'a> {
    block: &'a Block,
    /// In the order of their ids.
    code_lists: Vec<&'a CodeList>,
}

/// Clones the parts of a model, each once.
///
/// # Panics
/// If two different parts have one id.
fn distinct<'a, T: Clone + PartialEq + 'a>(
    parts: impl IntoIterator<Item = &'a T>,
    name: &str,
    id: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut distinct: Vec<T> = Vec::new();
    for part in parts {
        match distinct.iter().find(|known| id(known) == id(part)) {
            None => distinct.push(part.clone()),
            Some(known) => assert!(known == part, "two {name} have the id `{}`", id(part)),
        }
    }
    distinct
}

/// Returns the glossary, in which no id and no form occurs twice.
fn checked_glossary(glossary: Vec<GlossaryEntry>) -> Vec<GlossaryEntry> {
    let (mut ids, mut forms) = (BTreeSet::new(), BTreeSet::new());
    for entry in &glossary {
        let id = &entry.id;
        assert!(ids.insert(id), "duplicate entry `{id}` in the glossary");
        for form in &*entry.forms {
            assert!(
                forms.insert(form),
                "duplicate form `{form}` in the glossary"
            );
        }
    }
    glossary
}

/// Checks the quantities and the currencies of the columns.
///
/// # Panics
/// If two of them have one id, or if a quantity that the model declares has no label in an edition.
fn check_numbers(blocks: &[Block], editions: &[Language]) {
    let columns: Vec<_> = blocks.iter().flat_map(Block::columns).collect();
    let types = || columns.iter().map(Column::value_type);
    let quantities = types().filter_map(ValueType::own_quantity);
    for quantity in distinct(quantities, "quantities", OwnQuantity::id) {
        for language in editions {
            let label = quantity.label().text(*language).unwrap_or_default();
            assert!(
                !label.is_empty(),
                "the quantity `{}` has no label in `{language}`, an edition of the model",
                quantity.id()
            );
        }
    }
    let currencies: Vec<_> = types()
        .filter_map(|value_type| {
            let ValueType::Amount {
                currency, decimals, ..
            } = value_type.item()
            else {
                return None;
            };
            Some((currency.clone(), *decimals))
        })
        .collect();
    distinct(&currencies, "currencies", |(code, _)| code);
}

/// A text that is not a stored [`Model`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadModelError {
    /// The JSON has no key `format`.
    #[error("missing format number; a stored model starts with `\"format\": {FORMAT_NUMBER}`")]
    MissingFormat,
    /// The JSON is in a format of another release.
    #[error("format {found} is not known; this release reads format {FORMAT_NUMBER}")]
    UnknownFormat {
        /// The number that the JSON states.
        found: u64,
    },
    /// The text is not JSON, or its JSON is not a model: an unknown field, a missing one, or an invalid value.
    #[error(transparent)]
    Invalid(serde_json::Error),
}

/// [`FORMAT_NUMBER`] in JSON: written as the number, and read only from that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StoredFormat;

impl Serialize for StoredFormat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(FORMAT_NUMBER)
    }
}

impl<'de> Deserialize<'de> for StoredFormat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = u64::deserialize(deserializer)?;
        if found == u64::from(FORMAT_NUMBER) {
            Ok(Self)
        } else {
            let error = ReadModelError::UnknownFormat { found };
            Err(de::Error::custom(error))
        }
    }
}

/// An entry of [`Model::trace`]: a phrase of the decision, and a column that carries it out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Trace<'a> {
    /// The heading.
    pub heading: &'a Heading,
    /// The term of the phrase.
    pub term: &'a Term,
    /// The relative of the person concerned to whom the phrase applies; `None` for the person concerned.
    pub relative: Option<&'a str>,
    /// The block with the column; `None` if no block carries out the phrase.
    pub block: Option<&'a Block>,
    /// The column; `None` if no block carries out the phrase.
    pub column: Option<Column<'a>>,
}
