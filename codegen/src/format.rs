//! A format: one record that states what it writes, what it carries of a model, and how.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::sync::{Arc, OnceLock};

use beraad_schema::describe::{Block, CodeList, Model, nearest};

use crate::artefact::Artefact;
use crate::history::{History, Step};
use crate::messages::ProgramText;
use crate::support::Support;

/// A format: a way to write a model.
///
/// Each of the formats of this crate is a constant in a file that is named after its id, and one line in
/// [`FORMATS`](crate::FORMATS). Any other crate can define a format in the same way: all fields are public, and the
/// record is written as a struct literal, so that no part of it is forgotten.
/// [`check_format`](crate::testing::check_format) tests one.
///
/// ```
/// use beraad_codegen::Carries::{Carried, Lost};
/// use beraad_codegen::{Artefact, EmitError, FORMATS, Format, Options, ProgramText, Selection, Support};
/// use beraad_schema::describe::Language;
///
/// const BLOCK_NAMES: Format = Format {
///     id: "block_names",
///     writes: &["blocks.txt"],
///     summary: ProgramText::Texts(&[("en", "the English names of the blocks")]),
///     support: Support {
///         labels: Lost, languages: Lost, definitions: Lost, phrases: Lost, value_types: Lost, certainty: Lost,
///         nulls: Lost, universe: Lost, keys: Lost, measurement: Lost, units: Lost, bounds: Lost, codes: Lost,
///         code_periods: Lost, missing_codes: Lost, validity: Lost, rules: Lost, provenance: Lost, evidence: Lost,
///         notes: Lost, breaks: Lost, glossary: Lost,
///     },
///     write,
/// };
///
/// fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
///     let blocks = selection.blocks.clone();
///     Ok(vec![Artefact::lazy("blocks.txt", move |out| {
///         blocks.iter().try_for_each(|block| writeln!(out, "{}", block.label.get(Language::EN)))
///     })])
/// }
///
/// // The codebook lists the formats that the options name.
/// let formats = [FORMATS, &[&BLOCK_NAMES]].concat();
/// let model = beraad_codegen::testing::small_model();
/// let artefacts = BLOCK_NAMES.emit(&model, &Options::new(&formats))?;
/// assert_eq!(artefacts.len(), 1);
/// # Ok::<(), EmitError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The id, as it is typed on a command line.
    pub id: &'static str,
    /// The paths of the files that it writes; `<block>` is replaced by the id of each block, `<language>` by each edition
    /// of the model, and `<table>` by the name of each table.
    pub writes: &'static [&'static str],
    /// A description in one line.
    pub summary: ProgramText,
    /// The features of a model that it carries, and those that it loses.
    pub support: Support,
    /// The function that writes it.
    pub write: WriteFormat,
}

/// The function that writes the selected blocks of a model in a format.
///
/// It reads nothing but the selection: the same selection gives the same artefacts, in the same order and byte for byte.
/// An error that needs the content of a file to be produced may also be returned when that file is written.
pub type WriteFormat = for<'a> fn(&Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError>;

impl Format {
    /// Writes the model in this format, or only the blocks that the options name.
    ///
    /// Two calls with the same model and options give the same artefacts, in the same order and byte for byte.
    ///
    /// # Errors
    /// If the options name a block that the model does not have, or the format cannot represent the model.
    pub fn emit<'a>(
        &self,
        model: &'a Model,
        options: &Options,
    ) -> Result<Vec<Artefact<'a>>, EmitError> {
        (self.write)(&Selection::new(model, options)?)
    }
}

/// Finds the format with the id `id` among `formats`.
///
/// # Errors
/// If there is none; the error suggests an id.
pub fn find_format(formats: &[&'static Format], id: &str) -> Result<&'static Format, EmitError> {
    let found = formats.iter().find(|format| format.id == id);
    found.copied().ok_or_else(|| {
        let known: Vec<_> = formats.iter().map(|format| format.id).collect();
        EmitError::UnknownFormat {
            id: id.to_owned(),
            // An id is short: of `R` and `r`, no letter is the same.
            help: help(&id.to_lowercase(), &known),
        }
    })
}

/// The blocks to write, the formats that the codebook lists, and the earlier versions that it compares.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The ids of the blocks to write; all blocks if `None`.
    pub blocks: Option<Vec<String>>,
    /// The formats that the codebook lists with what each of them carries.
    pub formats: Vec<&'static Format>,
    /// The earlier versions of the model, from which the codebook says what changed.
    pub history: History,
    /// The fingerprint of the whole model, if a [part](Model::part) of it is written.
    pub fingerprint_of_whole: Option<String>,
    /// The names of the columns of each block of the whole model, if a [part](Model::part) of it is written.
    pub columns_of_whole: BTreeMap<String, Vec<String>>,
}

impl Options {
    /// All blocks, without an earlier version; the codebook lists `formats`, which is usually [`FORMATS`](crate::FORMATS).
    #[must_use]
    pub fn new(formats: &[&'static Format]) -> Self {
        Self {
            blocks: None,
            formats: formats.to_vec(),
            history: History::none(),
            fingerprint_of_whole: None,
            columns_of_whole: BTreeMap::new(),
        }
    }

    /// For a [part](Model::part) of this model: the files state the fingerprint of the whole, and read the delivered files, which
    /// have all columns.
    #[must_use]
    pub fn for_part_of(mut self, whole: &Model) -> Self {
        self.fingerprint_of_whole = Some(whole.fingerprint());
        let blocks = whole.blocks.iter();
        self.columns_of_whole = blocks
            .map(|block| (block.id.to_string(), column_names(block)))
            .collect();
        self
    }

    /// With the earlier versions of the model.
    #[must_use]
    pub fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// Only the blocks with these ids.
    #[must_use]
    pub fn with_blocks(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.blocks = Some(ids.into_iter().map(Into::into).collect());
        self
    }
}

/// A model and the blocks of it that are written. It is checked once, for all formats.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Selection<'a> {
    /// The model.
    pub model: &'a Model,
    /// The blocks to write, in the order of the model and without duplicates.
    pub blocks: Vec<&'a Block>,
    /// The formats that the codebook lists.
    pub formats: Vec<&'static Format>,
    /// The earlier versions of the model.
    history: History,
    /// The columns of each block of the whole model, if `model` is a part of it.
    columns_of_whole: Arc<BTreeMap<String, Vec<String>>>,
    /// Computed at most once: artefacts that are written later hold a clone of the selection.
    fingerprint: Arc<OnceLock<String>>,
    /// Computed at most once, for all editions.
    steps: Arc<OnceLock<Vec<Step>>>,
}

impl<'a> Selection<'a> {
    /// The blocks of `model` that `options` name.
    ///
    /// # Errors
    /// If the options name a block that the model does not have.
    pub fn new(model: &'a Model, options: &Options) -> Result<Self, EmitError> {
        let mut selection = Self::all(model);
        selection.formats.clone_from(&options.formats);
        selection.history = options.history.clone();
        selection.columns_of_whole = Arc::new(options.columns_of_whole.clone());
        if let Some(fingerprint) = &options.fingerprint_of_whole {
            selection.fingerprint = Arc::new(OnceLock::from(fingerprint.clone()));
        }
        if let Some(ids) = &options.blocks {
            // Before the selection, in which an unknown id would just match nothing.
            if let Some(unknown) = ids.iter().find(|id| model.block(id).is_none()) {
                return Err(unknown_block(model, unknown));
            }
            let blocks = &mut selection.blocks;
            blocks.retain(|block| ids.iter().any(|id| *id == block.id));
        }
        Ok(selection)
    }

    /// All blocks of `model`, without a list of formats and without an earlier version.
    #[must_use]
    pub fn all(model: &'a Model) -> Self {
        Self {
            model,
            blocks: model.blocks.iter().collect(),
            formats: Vec::new(),
            history: History::none(),
            columns_of_whole: Arc::default(),
            fingerprint: Arc::default(),
            steps: Arc::default(),
        }
    }

    /// The fingerprint of the model, computed at the first call.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        self.fingerprint.get_or_init(|| self.model.fingerprint())
    }

    /// The changes from each earlier version to the next one, the newest first; computed at the first call.
    pub(crate) fn steps(&self) -> &[Step] {
        self.steps.get_or_init(|| self.history.steps(self.model))
    }

    /// Returns the code lists of the columns that are written, in the order of the model.
    #[must_use]
    pub fn code_lists(&self) -> Vec<&'a CodeList> {
        let columns = self.blocks.iter().flat_map(|block| block.columns());
        let used: BTreeSet<_> = columns.filter_map(|column| column.code_list()).collect();
        let lists = self.model.code_lists.iter();
        lists.filter(|list| used.contains(&*list.id)).collect()
    }

    /// Returns the institution that delivers a block, where the decision names it.
    #[must_use]
    pub fn provider(&self, block: &Block) -> Option<&'a str> {
        let deliberation = &self.model.deliberation;
        let heading = deliberation.heading(&block.paragraph, &block.heading)?;
        deliberation.provider(heading)
    }

    /// Returns the names of the columns that the delivered file of a block has, in their order: those of the block, also where
    /// only some of them are written.
    #[must_use]
    pub fn columns_of_file(&self, block: &Block) -> Vec<String> {
        let whole = self.columns_of_whole.get(&*block.id);
        whole.cloned().unwrap_or_else(|| column_names(block))
    }

    /// Returns true if all blocks of the model are written.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.blocks.len() == self.model.blocks.len()
    }

    /// Returns true if the block is written.
    #[must_use]
    pub fn has(&self, block: &Block) -> bool {
        self.blocks.iter().any(|chosen| chosen.id == block.id)
    }
}

fn column_names(block: &Block) -> Vec<String> {
    let columns = block.columns();
    columns.into_iter().map(|column| column.name).collect()
}

fn unknown_block(model: &Model, id: &str) -> EmitError {
    let known: Vec<_> = model.blocks.iter().map(|block| &*block.id).collect();
    EmitError::UnknownBlock {
        id: id.to_owned(),
        help: help(id, &known),
    }
}

/// Suggests what to write instead of `typed`: the nearest known name, otherwise all of them.
pub(crate) fn help(typed: &str, known: &[&str]) -> String {
    match nearest(typed, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.is_empty() => "there is none".to_owned(),
        None => format!("there are `{}`", known.join("`, `")),
    }
}

/// The reason why a model was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmitError {
    /// The options name a block that the model does not have.
    #[error("there is no block `{id}`: {help}")]
    UnknownBlock {
        /// The id that was asked for.
        id: String,
        /// A suggestion.
        help: String,
    },
    /// There is no format with this id.
    #[error("there is no format `{id}`: {help}")]
    UnknownFormat {
        /// The id that was asked for.
        id: String,
        /// A suggestion.
        help: String,
    },
    /// The format cannot represent the model.
    #[error("the model cannot be written as `{format}`")]
    Model {
        /// The id of the format.
        format: &'static str,
        /// The reason.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The format cannot represent a block.
    #[error("block `{block}` cannot be written as `{format}`")]
    Block {
        /// The id of the format.
        format: &'static str,
        /// The id of the block.
        block: String,
        /// The reason.
        source: Box<dyn Error + Send + Sync>,
    },
}
