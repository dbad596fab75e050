//! A Parquet file, read by one thread and checked by others.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use beraad_schema::arrow::arrow_schema::Schema;
use beraad_schema::arrow::parquet::BatchReader;
use beraad_schema::arrow::{BatchColumns, FileError, RecordBatch};
use beraad_schema::describe::{excerpt, nearest};

use crate::batch_part;
use crate::checks::INVALID_HEADER;
use crate::error::DeliveryError;
use crate::hashed_file::HashedFile;
use crate::options::Options;
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;
use crate::tally::Place;
use crate::worker::{Worker, rows_of};

/// Reads a file and checks its rows. The workers are those of the block, one for each thread.
pub(crate) fn check(
    path: &Path,
    name: &str,
    plan: &BlockPlan<'_>,
    options: &Options,
    workers: &mut [Worker],
) -> Result<FileReceipt, DeliveryError> {
    let refused = |source| DeliveryError::Read {
        path: path.to_owned(),
        source,
    };
    let damaged = |source| DeliveryError::Arrow {
        path: path.to_owned(),
        source,
    };
    let (bytes, sha256) = HashedFile::open(path)
        .and_then(HashedFile::finish)
        .map_err(refused)?;
    let rows_before = rows_of(workers);
    let batches = BatchReader::try_new(File::open(path).map_err(refused)?).map_err(damaged)?;
    let columns = BatchColumns::of_block(plan.model, plan.block);
    let names = batches
        .schema()
        .fields()
        .iter()
        .map(|field| field.name().as_str());
    let renamed = options.renames.of_header(plan.block, names);
    let schema = with_names(batches.schema(), &renamed);
    let errors = errors_of_schema(&schema, &columns, plan, options);
    if errors.is_empty() {
        run(batches, &schema, &columns, plan, options, workers).map_err(damaged)?;
    }
    for error in errors {
        let place = Place {
            line: 0,
            period: None,
        };
        workers[0].tally.add(&INVALID_HEADER, None, place, || error);
    }
    Ok(FileReceipt {
        path: name.to_owned(),
        bytes,
        sha256,
        rows: rows_of(workers) - rows_before,
        renamed,
    })
}

/// Returns a schema in which columns have their names in the block.
fn with_names(schema: &Schema, renamed: &BTreeMap<String, String>) -> Arc<Schema> {
    let fields = schema
        .fields()
        .iter()
        .map(|field| match renamed.get(field.name()) {
            Some(name) => Arc::new(field.as_ref().clone().with_name(name)),
            None => Arc::clone(field),
        });
    let fields: Vec<_> = fields.collect();
    Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone()))
}

/// Returns the errors of the columns, and of a file of another decision or block.
fn errors_of_schema(
    schema: &Arc<Schema>,
    columns: &BatchColumns,
    plan: &BlockPlan<'_>,
    options: &Options,
) -> Vec<String> {
    let mut errors = Vec::new();
    let decision = &plan.model.deliberation.number;
    for (key, expected) in [
        ("beraad.deliberation", decision),
        ("beraad.block", &plan.block.id),
    ] {
        if let Some(found) = schema.metadata().get(key)
            && **found != **expected
        {
            errors.push(format!(
                "by its metadata (`{key}`) the file has rows of `{}`, not of `{expected}`",
                excerpt(found)
            ));
        }
    }
    let empty = RecordBatch::new_empty(Arc::clone(schema));
    for (place, column) in plan.columns.iter().enumerate() {
        if let Err(kind) = columns.read(&empty, place) {
            errors.push(format!("column `{}`: {kind}", column.name));
        }
    }
    let known = |name: &str| plan.columns.iter().any(|column| column.name == name);
    for field in schema.fields() {
        let name = field.name();
        // The index of a frame of pandas, which counts its rows.
        let is_index = name == "__index_level_0__";
        if known(name) || is_index || options.dialect.ignores(name) {
            continue;
        }
        let names = plan.columns.iter().map(|column| &*column.name);
        let hint = match nearest(name, names) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "rename it, or ignore it".to_owned(),
        };
        errors.push(format!("unknown column `{}`; {hint}", excerpt(name)));
    }
    errors
}

/// Hands the record batches of a file to the workers.
fn run(
    batches: BatchReader,
    schema: &Arc<Schema>,
    columns: &BatchColumns,
    plan: &BlockPlan<'_>,
    options: &Options,
    workers: &mut [Worker],
) -> Result<(), FileError> {
    let (sender, receiver) = mpsc::sync_channel::<(RecordBatch, u64)>(workers.len() * 2);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for worker in workers.iter_mut() {
            let receiver = &receiver;
            scope.spawn(move || {
                loop {
                    let next = receiver
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .recv();
                    let Ok((batch, first_row)) = next else { return };
                    let part =
                        batch_part::read(&batch, first_row, columns, plan, &mut worker.tally);
                    worker.check(plan, &part, options.show_values);
                }
            });
        }
        // Dropped at the end of this closure, also after an error: then the workers end.
        let sender = sender;
        let mut first_row = 1;
        for batch in batches {
            let batch = batch?;
            let rows = batch.num_rows() as u64;
            let batch = batch.with_schema(Arc::clone(schema))?;
            if sender.send((batch, first_row)).is_err() {
                break;
            }
            first_row += rows;
        }
        Ok(())
    })
}
