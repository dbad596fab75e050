//! Deliveries of three blocks, of any size, the same in every run. No row describes a plausible person.

mod child;
mod planted;
mod rows;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::{error, result};

use beraad_model::model;
use beraad_schema::Block;
use beraad_schema::arrow::parquet;
use serde::Serialize;

pub use self::child::{Run, check, convert, scan};
pub use self::planted::{Planted, planted_counts};
pub use self::rows::{Volumes, statuses, valid_payments};

/// A result with an error of any type.
pub type Result<T> = result::Result<T, Box<dyn error::Error>>;

/// The number of blocks in a delivery.
pub const BLOCKS: usize = 3;

/// The number of rows that are generated and written at a time.
const CHUNK_ROWS: usize = 50_000;

/// Writes a delivery of about `rows` rows as CSV to the folder `csv`, and as Parquet to the folder `parquet`, if one is given.
///
/// # Errors
/// Returns an error if a file cannot be written.
pub fn write(rows: usize, planted: Planted, csv: &Path, parquet: Option<&Path>) -> Result<()> {
    let each = rows / BLOCKS;
    for folder in [Some(csv), parquet].into_iter().flatten() {
        fs::create_dir_all(folder)?;
    }
    write_block(
        "unemployment_status",
        statuses(),
        each,
        planted,
        csv,
        parquet,
    )?;
    write_block(
        "unemployment_payment",
        valid_payments(),
        each,
        planted,
        csv,
        parquet,
    )?;
    write_block(
        "job_volume",
        Volumes::default(),
        each,
        planted,
        csv,
        parquet,
    )
}

fn write_block<R>(
    block: &str,
    mut generated: impl Iterator<Item = R>,
    rows: usize,
    planted: Planted,
    csv: &Path,
    parquet: Option<&Path>,
) -> Result<()>
where
    R: Block + Serialize + Clone + planted::Plant,
{
    let mut csv = BufWriter::new(File::create(csv.join(format!("{block}.csv")))?);
    let mut parquet = match parquet {
        Some(folder) => {
            let file = File::create(folder.join(format!("{block}.parquet")))?;
            Some(parquet::Writer::<R, _>::try_new(file, model())?)
        }
        None => None,
    };
    let mut chunk = Vec::with_capacity(CHUNK_ROWS);
    let mut written = 0;
    while written < rows {
        chunk.clear();
        for row in generated.by_ref().take(CHUNK_ROWS.min(rows - written)) {
            chunk.push(row);
        }
        let copy = chunk.clone();
        for (offset, row) in chunk.iter_mut().enumerate() {
            planted.in_row(written + offset, row, &copy[offset.saturating_sub(1)]);
        }
        write_csv(&mut csv, &chunk, written, planted)?;
        if let Some(parquet) = &mut parquet {
            parquet.write(&chunk)?;
        }
        written += chunk.len();
    }
    if let Some(parquet) = parquet {
        parquet.finish()?;
    }
    csv.flush()?;
    Ok(())
}

/// Writes rows as CSV; `first` is the position of the first one. The header comes before row 0.
fn write_csv<R>(to: &mut impl Write, rows: &[R], first: usize, planted: Planted) -> io::Result<()>
where
    R: Serialize + planted::Plant,
{
    let mut writer = csv::WriterBuilder::new()
        .has_headers(first == 0)
        .from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    let text = writer.into_inner().map_err(|error| error.into_error())?;
    if !planted.is_in_texts() {
        return to.write_all(&text);
    }
    let header = usize::from(first == 0);
    for (line, text) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match line.checked_sub(header) {
            Some(row) => planted.in_line::<R>(first + row, text, to)?,
            None => to.write_all(text)?,
        }
    }
    Ok(())
}
