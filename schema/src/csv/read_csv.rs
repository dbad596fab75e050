//! A whole CSV file to rows.

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::dialect::Dialect;
use super::error::CsvError;
use crate::describe::{Model, visible};
use crate::row::{Block, Checks};

/// The number of errors that are kept: a file may have one in each of millions of rows.
const MAX_ERRORS: usize = 100;

/// Reading of a whole CSV file. Each row type of a block has it.
///
/// The values are read as those of a check of a delivery, and each row is checked against the model. For a file that does not fit into
/// memory, or to go on after an error, use [`Dialect::reader`].
pub trait ReadCsv: Block {
    /// Reads all rows of a file, and checks them.
    ///
    /// ```no_run
    /// # fn example<Pay: beraad_schema::Block>(model: &beraad_schema::describe::Model) -> Result<(), beraad_schema::csv::CsvFileError> {
    /// use beraad_schema::csv::{Dialect, ReadCsv};
    ///
    /// let dialect = Dialect::new().separator(b';').decimal_comma();
    /// let rows = Pay::read_csv("pay.csv", model, &dialect)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// If the file cannot be read, its header is not valid, or a row is not valid: all errors at once.
    fn read_csv(
        path: impl AsRef<Path>,
        model: &Model,
        dialect: &Dialect,
    ) -> Result<Vec<Self>, CsvFileError> {
        let path = path.as_ref();
        read(path, model, dialect).map_err(|(errors, omitted)| CsvFileError {
            path: path.to_owned(),
            errors,
            omitted,
        })
    }
}

impl<R: Block> ReadCsv for R {}

/// The errors of a CSV file: one line for each, which begins with the path.
#[derive(Debug)]
#[non_exhaustive]
pub struct CsvFileError {
    /// The file.
    pub path: PathBuf,
    /// The first errors, at most 100.
    pub errors: Vec<CsvError>,
    /// The number of other invalid rows.
    pub omitted: u64,
}

impl fmt::Display for CsvFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display().to_string();
        let path = visible(&path);
        for (place, error) in self.errors.iter().enumerate() {
            let line_end = if place == 0 { "" } else { "\n" };
            write!(f, "{line_end}{path}: {error}")?;
        }
        if self.omitted > 0 {
            write!(f, "\n{path}: and {} more invalid rows", self.omitted)?;
        }
        Ok(())
    }
}

impl std::error::Error for CsvFileError {}

/// Reads all rows; the errors are the first ones, and the number of the others.
fn read<R: Block>(
    path: &Path,
    model: &Model,
    dialect: &Dialect,
) -> Result<Vec<R>, (Vec<CsvError>, u64)> {
    let alone = |error: CsvError| (vec![error], 0);
    let file = File::open(path).map_err(|error| alone(CsvError::Csv(error.into())))?;
    let mut reader = dialect.reader::<R, _>(file).map_err(alone)?;
    let checks = Checks::new(model);
    let (mut rows, mut errors, mut omitted) = (Vec::new(), Vec::new(), 0);
    while let Some(row) = reader.next() {
        match row.and_then(|row| reader.check(&checks, row)) {
            Ok(row) if errors.is_empty() => rows.push(row),
            Ok(_) => {}
            Err(error) => {
                // The valid rows are of no use any more.
                rows = Vec::new();
                if errors.len() < MAX_ERRORS {
                    errors.push(error);
                } else {
                    omitted += 1;
                }
            }
        }
    }
    if errors.is_empty() {
        Ok(rows)
    } else {
        Err((errors, omitted))
    }
}
