//! A file of record batches, in any format: read by one thread and converted to columns by others.

use std::collections::BTreeMap;
use std::fs::File;
use std::sync::Arc;

use beraad_schema::arrow::arrow_schema::{Field, Schema, SchemaRef};
use beraad_schema::arrow::{BatchColumns, FileError, RecordBatch};
use beraad_schema::describe::{excerpt, nearest};

use crate::batch_part;
use crate::block_file::{Before, BlockFile, FileRead};
use crate::checks::INVALID_HEADER;
use crate::consumer::Consumer;
use crate::hand_out::hand_out;
use crate::hashed_file::HashedFile;
use crate::options::Options;
use crate::path_values::{PathColumns, PathValues};
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;
use crate::tally::Place;
use crate::unread_file;

/// Reads a file that `open` opens, and hands its rows to the consumers, each of which has a thread. A file that cannot be read is a finding.
pub(crate) fn read<B, C: Consumer>(
    file: &BlockFile,
    before: Before,
    plan: &BlockPlan<'_>,
    options: &Options,
    consumers: &mut [C],
    open: impl FnOnce(File) -> Result<(SchemaRef, B), FileError>,
) -> FileRead
where
    B: Iterator<Item = Result<RecordBatch, FileError>>,
{
    let BlockFile { path, name } = file;
    let opened = HashedFile::open(path).and_then(HashedFile::finish);
    let opened = opened.and_then(|hashed| Ok((hashed, File::open(path)?)));
    let ((bytes, sha256), opened) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            let reason = unread_file::reason_of_io(path, &error);
            unread_file::report(file, before, &reason, 0, consumers);
            return unread_file::nothing_read(file, reason);
        }
    };
    let receipt = FileReceipt {
        path: name.to_owned(),
        bytes,
        sha256,
        rows: 0,
        renamed: BTreeMap::new(),
        ignored: Vec::new(),
        unread: None,
    };
    let mut read = FileRead {
        receipt,
        // A file of which no row was read has a place all the same, for the error of its columns.
        lines: 1,
        parts: 0,
        columns: None,
    };
    let (schema, batches) = match open(opened) {
        Ok(opened) => opened,
        Err(error) => {
            let reason = unread_file::reason_of_batches(path, &error);
            unread_file::report(file, before, &reason, 0, consumers);
            read.receipt.unread = Some(reason);
            return read;
        }
    };
    let columns = BatchColumns::of_block(plan.model, plan.block);
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let ignored = names.clone().filter(|it| options.dialect.ignores(it));
    read.receipt.ignored = ignored.map(str::to_owned).collect();
    let renamed = options.renames.of_header(plan.block, names);
    let schema = with_names(&schema, &renamed);
    let has = |name: &str| schema.column_with_name(name).is_some();
    let path_columns = PathColumns::of_file(file, plan, options, |name| {
        has(name) || renamed.contains_key(name)
    });
    read.receipt.renamed = renamed;
    read.receipt.renamed.extend(path_columns.renamed.clone());
    read.receipt.ignored.extend(path_columns.ignored.clone());
    let in_file: Vec<_> = plan
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| has(&column.name) || path_columns.has(place))
        .collect();
    let mut errors = errors_of_schema(&schema, &columns, &path_columns, plan, options);
    let path_values = path_columns.read(plan, options, None);
    let path_values = path_values.unwrap_or_else(|of_path| {
        errors.extend(of_path);
        PathValues::default()
    });
    if !errors.is_empty() {
        read.receipt.unread = Some(errors.join("\n"));
        for error in errors {
            let place = Place {
                line: before.lines + 1,
                period: None,
            };
            let tally = consumers[0].tally();
            tally.add_named(&INVALID_HEADER, None, place, &error);
        }
        return read;
    }
    let reading = Reading {
        schema: &schema,
        columns: &columns,
        path_values: &path_values,
        plan,
    };
    let (rows, parts, ended) = run(batches, &reading, before, consumers);
    read.receipt.rows = rows;
    read.lines = rows.max(1);
    read.parts = parts;
    if let Err(error) = ended {
        let reason = unread_file::reason_of_batches(path, &error);
        unread_file::report(file, before, &reason, rows, consumers);
        read.receipt.unread = Some(reason);
        return read;
    }
    read.columns = Some(in_file);
    if rows == 0 {
        unread_file::report_without_rows(file, before, plan, consumers);
    }
    read
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

/// Returns the schema of a record batch in which columns have their names in the block. A reader may replace the type of a column.
fn names_of_batch(batch: &RecordBatch, names: &Arc<Schema>) -> Arc<Schema> {
    let fields = batch.schema_ref().fields();
    let is_equal =
        |(field, named): (&Arc<Field>, &Arc<Field>)| field.data_type() == named.data_type();
    if fields.iter().zip(names.fields()).all(is_equal) {
        return Arc::clone(names);
    }
    let fields = fields.iter().zip(names.fields());
    let fields =
        fields.map(|(field, named)| Arc::new(field.as_ref().clone().with_name(named.name())));
    let fields: Vec<_> = fields.collect();
    Arc::new(Schema::new_with_metadata(fields, names.metadata().clone()))
}

/// Returns the errors of the columns, and of a file of another decision or block.
fn errors_of_schema(
    schema: &Arc<Schema>,
    columns: &BatchColumns,
    path_columns: &PathColumns,
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
        if !path_columns.has(place)
            && let Err(kind) = columns.read(&empty, place)
        {
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

/// The state that all record batches of a file share.
struct Reading<'r> {
    schema: &'r Arc<Schema>,
    columns: &'r BatchColumns,
    path_values: &'r PathValues,
    plan: &'r BlockPlan<'r>,
}

/// Hands the record batches of a file to the consumers. The result is the number of rows and of batches, and the error at which they end.
fn run<C: Consumer>(
    batches: impl Iterator<Item = Result<RecordBatch, FileError>>,
    reading: &Reading<'_>,
    before: Before,
    consumers: &mut [C],
) -> (u64, u64, Result<(), FileError>) {
    let Reading {
        schema,
        columns,
        path_values,
        plan,
    } = *reading;
    let take = |(batch, before): (RecordBatch, Before), consumer: &mut C| {
        let first_row = before.lines + 1;
        let tally = consumer.tally();
        let part = batch_part::read(&batch, first_row, columns, path_values, plan, tally);
        consumer.take(part, before.parts);
    };
    hand_out(consumers, take, |send| {
        let mut next = before;
        let named = batches.map(|batch| {
            let batch = batch?;
            let names = names_of_batch(&batch, schema);
            Ok(batch.with_schema(names)?)
        });
        let mut ended = Ok(());
        for batch in named {
            let batch = match batch {
                Ok(batch) => batch,
                Err(error) => {
                    ended = Err(error);
                    break;
                }
            };
            let rows = batch.num_rows() as u64;
            if !send((batch, next)) {
                break;
            }
            next.lines += rows;
            next.parts += 1;
        }
        (next.lines - before.lines, next.parts - before.parts, ended)
    })
}
