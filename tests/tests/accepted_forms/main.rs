//! The stored forms that each kind of value accepts, in every format, as the page `docs/accepted-forms.md`.
//!
//! Every line of the page is the outcome of a read: a value in a JSON text, a field of a CSV file, a column of a Parquet file
//! and of an Arrow file. To write the page anew, run `BERAAD_WRITE=1 cargo test -p beraad-tests --test accepted_forms`.

mod block;
mod cases;

use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::{Field, Schema};
use beraad_schema::{Block, arrow};
use beraad_tests::{csv, workspace};
use bytes::Bytes;
use serde_json::Value as Json;

use block::{Form, Lists};
use cases::{Case, Kind, Stored};

/// Reads a value in a column of a block: the value that was read as JSON, or the message without the name of the column.
fn read<R: Block>(column: &str, stored: &Stored) -> Result<Json, String> {
    let row = match stored {
        Stored::Json(text) => {
            let row = format!(r#"{{ "person": 1, "{column}": {text} }}"#);
            serde_json::from_str::<R>(&row).map_err(|error| error.to_string())
        }
        Stored::Csv(field) => {
            // In quotes, since a field may have a comma.
            let file = format!("person,{column}\n1,\"{field}\"\n");
            csv::from_str::<R>(&file)
                .map(|mut rows| rows.remove(0))
                .map_err(|error| error.to_string())
        }
        Stored::Arrow { field, array, .. } => read_column(column, field, array),
    };
    row.map(|row| serde_json::to_value(row).unwrap()[column].clone())
        .map_err(|message| without_place(column, &message))
}

/// Reads a column of a record batch, of a Parquet file and of an Arrow file, which must give the same.
fn read_column<R: Block>(column: &str, field: &Field, array: &ArrayRef) -> Result<R, String> {
    let person: ArrayRef = Arc::new(UInt32Array::from(vec![1]));
    let fields = vec![
        Field::new("person", person.data_type().clone(), true),
        field.clone().with_name(column),
    ];
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(schema, vec![person, array.clone()]).unwrap();
    let first = |rows: Result<Vec<R>, String>| {
        rows.map(|mut rows| serde_json::to_value(rows.remove(0)).unwrap())
    };
    let of_batch = arrow::from_batch::<R>(&batch).map_err(|error| error.to_string());
    let expected = first(of_batch);

    let mut file = arrow_ipc::writer::FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    file.write(&batch).unwrap();
    let file = Cursor::new(file.into_inner().unwrap());
    let of_arrow = arrow::ipc::Reader::<R, _>::try_new(file)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| error.to_string());
    assert_eq!(first(of_arrow), expected, "{column}: {field}");

    let mut file = Vec::new();
    let mut writer = parquet::arrow::ArrowWriter::try_new(&mut file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let of_parquet = arrow::parquet::Reader::<R, _>::try_new(Bytes::from(file))
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| error.to_string());
    assert_eq!(first(of_parquet), expected, "{column}: {field}");
    let row = arrow::from_batch::<R>(&batch).map_err(|error| error.to_string())?;
    Ok(row.into_iter().next().unwrap())
}

/// Removes what a message says of the place: block, column, line, row.
fn without_place(column: &str, message: &str) -> String {
    let name = format!("column `{column}`: ");
    let line = message.lines().find(|line| line.contains(&name));
    let message = line.map_or(message, |line| line.split_once(&name).unwrap().1);
    let message = message.strip_prefix("row 0: ").unwrap_or(message);
    let message = message.split(" at line ").next().unwrap();
    message.replace(&format!(" in column `{column}`"), "")
}

/// Reads a value of the block that has the column.
fn read_kind(column: &str, stored: &Stored) -> Result<Json, String> {
    if Lists::column_names().contains(&column) {
        read::<Lists>(column, stored)
    } else {
        read::<Form>(column, stored)
    }
}

/// Returns the outcome in words.
fn outcome(result: &Result<Json, String>) -> String {
    match result {
        Ok(Json::Null) => "no value".to_owned(),
        Ok(value) => format!("`{value}`"),
        Err(message) => format!("error: {message}"),
    }
}

#[test]
fn every_form_has_the_outcome_of_its_kind() {
    for Kind { column, cases, .. } in cases::kinds() {
        for Case { stored, expected } in cases {
            let result = read_kind(column, &stored);
            let value = result.as_ref().ok();
            assert_eq!(value, expected.as_ref(), "{column}: {stored}: {result:?}");
        }
    }
}

#[test]
fn page_lists_every_form() {
    let mut page = String::from(
        "# Accepted forms\n\n\
         The forms in which a value of each kind is accepted, and what the message of a refusal says. Each line was read by \
         the test `accepted_forms`, which writes this page. Parquet and Arrow files have the same outcome.\n\n\
         Nothing is rounded, cut off or guessed: a form is accepted if it can mean one value only.\n",
    );
    for Kind {
        column,
        title,
        cases,
    } in cases::kinds()
    {
        write!(
            page,
            "\n## {title}\n\n| format | stored as | read as |\n| --- | --- | --- |\n"
        )
        .unwrap();
        for Case { stored, .. } in cases {
            let outcome = outcome(&read_kind(column, &stored)).replace('|', "\\|");
            writeln!(page, "| {} | {stored} | {outcome} |", stored.format()).unwrap();
        }
    }
    let file = workspace().join("docs/accepted-forms.md");
    if std::env::var_os("BERAAD_WRITE").is_some() {
        std::fs::write(&file, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(
        page, kept,
        "run with BERAAD_WRITE=1, and read the difference"
    );
}

#[test]
fn every_kind_of_value_has_its_forms() {
    let columns = |names: &[&'static str]| names[1..].to_vec();
    let expected = [
        columns(Form::column_names()),
        columns(Lists::column_names()),
    ];
    let kinds: Vec<_> = cases::kinds().iter().map(|kind| kind.column).collect();
    assert_eq!(kinds, expected.concat());
}
