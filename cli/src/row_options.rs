//! The options of the commands that read rows of a delivery.

use std::path::PathBuf;

use beraad_delivery::{Delivery, DeliveryError, Options};
use beraad_schema::csv::{Dialect, Notation, encoding_rs};
use clap::Args;

use crate::command::Context;
use crate::error::Error;
use crate::names::find_block;
use crate::option_names::with_options;
use crate::rename_map;

/// The way in which the files of a delivery are written.
#[derive(Debug, Args)]
pub(crate) struct RowOptions {
    /// Block to read (repeatable, or several with commas; default: all that have a file)
    #[arg(long = "block", value_name = "BLOCK", value_delimiter = ',')]
    blocks: Vec<String>,
    /// Sign between two fields; `tab` is a tab
    #[arg(long, value_name = "SIGN", default_value = ",")]
    separator: String,
    /// Encoding of the files, such as `windows-1252` [default: UTF-8]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Numbers have a decimal comma
    #[arg(long)]
    decimal_comma: bool,
    /// Remove white space around each field
    #[arg(long)]
    trim: bool,
    /// Notation of days, months or quarters, such as `yyyyMM`, `yyyy'Q'Q` or `%tq` (repeatable)
    #[arg(long = "notation", value_name = "PATTERN")]
    notations: Vec<Notation>,
    /// Words for true and for false, such as `J,N`
    #[arg(long, value_name = "YES,NO")]
    flags: Option<String>,
    /// Text that means that there is no value, such as `NA` (repeatable)
    #[arg(long = "missing", value_name = "TEXT", allow_hyphen_values = true)]
    missing: Vec<String>,
    /// Sign between two values of one field, such as `|`, in a column of several values
    #[arg(long, value_name = "SIGN")]
    item_separator: Option<String>,
    /// Table `block,in_file,column` with the names of columns in the files; the abbreviations of the source are known
    #[arg(long, value_name = "MAP")]
    rename: Option<PathBuf>,
    /// Column of the files that is left out (repeatable, or several with commas)
    #[arg(long = "ignore", value_name = "COLUMN", value_delimiter = ',')]
    ignored: Vec<String>,
    /// Show texts that are not values, and codes that no list has: they may be about persons
    #[arg(long)]
    show_values: bool,
}

impl RowOptions {
    /// Returns the options, or all errors of the command line.
    pub(crate) fn options(&self, context: &Context<'_>) -> Result<Options, Error> {
        let mut errors = Vec::new();
        let mut dialect = Dialect::new();
        match (&*self.separator, self.separator.as_bytes()) {
            ("tab", _) => dialect = dialect.separator(b'\t'),
            (_, [sign]) => dialect = dialect.separator(*sign),
            (other, _) => errors.push(format!(
                "`{other}` cannot separate fields: write one sign such as `;`, or `tab`"
            )),
        }
        match self.item_separator.as_deref().map(str::as_bytes) {
            None => {}
            Some([sign]) => dialect = dialect.item_separator(*sign),
            Some(_) => errors.push(
                "`--item-separator` has another number of signs than one: write one such as `|`"
                    .to_owned(),
            ),
        }
        if let Some(name) = &self.encoding {
            match encoding_rs::Encoding::for_label(name.as_bytes()) {
                Some(encoding) => dialect = dialect.encoding(encoding),
                None => errors.push(format!(
                    "unknown encoding `{name}`: write one such as `windows-1252` or `utf-8`"
                )),
            }
        }
        if self.decimal_comma {
            dialect = dialect.decimal_comma();
        }
        if self.trim {
            dialect = dialect.trim();
        }
        for notation in &self.notations {
            dialect = dialect.notation(notation.clone());
        }
        if let Some(words) = &self.flags {
            match words.split_once(',') {
                Some((yes, no)) => dialect = dialect.flags(yes, no),
                None => errors.push(format!("`{words}` are not two words: write them as `J,N`")),
            }
        }
        for text in &self.missing {
            dialect = dialect.missing(text);
        }
        for column in &self.ignored {
            dialect = dialect.ignore(column);
        }
        // Of the options, and not of the first file that is read with them.
        let contradictions = dialect.check().err();
        errors.extend(contradictions.map(|error| with_options(&error.to_string())));
        let blocks = self.blocks.iter();
        errors.extend(blocks.filter_map(|id| find_block(context.model, id).err()));
        if !errors.is_empty() {
            return Err(Error::CommandLine(errors));
        }
        let mut options = Options::new().dialect(dialect);
        if let Some(map) = &self.rename {
            options = options.renames(rename_map::read(map, context.model)?);
        }
        if self.show_values {
            options = options.show_values();
        }
        if !self.blocks.is_empty() {
            options.blocks = Some(self.blocks.iter().cloned().collect());
        }
        Ok(options)
    }
}

impl RowOptions {
    /// Rejects a block that was asked for and has no file: nothing would be checked, without a word.
    pub(crate) fn require_files(&self, deliveries: &[&Delivery<'_>]) -> Result<(), Error> {
        let has_file = |block: &str| deliveries.iter().any(|it| it.has_file(block));
        let blocks = self.blocks.iter().filter(|block| !has_file(block));
        let errors: Vec<_> = blocks
            .map(|block| {
                format!(
                    "block `{block}` of `--block` has no file: add one such as `{block}.csv`, or leave the block out"
                )
            })
            .collect();
        if errors.is_empty() {
            Ok(())
        } else {
            Err(Error::Input(errors))
        }
    }
}

/// Returns the error of a delivery that cannot be read, with the options of the command line.
pub(crate) fn invalid(error: &DeliveryError) -> Error {
    Error::Input(
        with_options(&error.to_string())
            .lines()
            .map(str::to_owned)
            .collect(),
    )
}
