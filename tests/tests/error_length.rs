//! The text of an error is short, whatever the file contains.

use std::fs;
use std::io::Cursor;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use arrow_array::{ArrayRef, Int8Array, RecordBatch, StringArray, new_null_array};
use arrow_ipc::writer::FileWriter;
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use beraad_model::{for_each_block, ksz, model, vdab};
use beraad_register::SuppliedLists;
use beraad_schema::arrow::{self, ipc, parquet};
use beraad_schema::{Block, RowResult, csv};
use bytes::Bytes;

/// The maximum length of an error text in bytes.
const MAX_BYTES: usize = 16_000;

/// The longest texts that a file may contain in a name: plain, and of characters that are shown as their numbers.
fn hostile_texts() -> [String; 3] {
    ["x", "\u{202e}", "\u{10ffff}\u{7}"].map(|text| text.repeat(30_000))
}

#[track_caller]
fn assert_short(input: &str, message: &str) {
    assert!(
        message.len() < MAX_BYTES,
        "{input}: {} bytes, {} lines: {}",
        message.len(),
        message.lines().count(),
        message.chars().take(400).collect::<String>()
    );
    assert!(!message.contains(['\u{202e}', '\u{7}']), "{input}");
}

/// Reads a batch as it is, and from files; returns the messages.
fn messages<R: Block>(batch: &RecordBatch) -> Vec<String> {
    let mut messages = Vec::new();
    messages.extend(
        arrow::from_batch::<R>(batch)
            .err()
            .map(|error| error.to_string()),
    );
    let mut writer = FileWriter::try_new(Vec::new(), batch.schema_ref()).unwrap();
    writer.write(batch).unwrap();
    let file = Cursor::new(writer.into_inner().unwrap());
    let read = ipc::Reader::<R, _>::try_new(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    messages.extend(read.err().map(|error| error.to_string()));
    // `parquet` does not write every type.
    if let Ok(mut writer) = ArrowWriter::try_new(Vec::new(), batch.schema(), None)
        && writer.write(batch).is_ok()
    {
        let file = Bytes::from(writer.into_inner().unwrap());
        let read =
            parquet::Reader::<R, _>::try_new(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        messages.extend(read.err().map(|error| error.to_string()));
    }
    messages
}

#[track_caller]
fn assert_short_errors<R: Block>(input: &str, batch: &RecordBatch) {
    let messages = messages::<R>(batch);
    assert!(!messages.is_empty(), "{input}: no error");
    for message in &messages {
        assert_short(input, message);
    }
}

fn batch_of(columns: Vec<(String, ArrayRef)>) -> RecordBatch {
    let fields = columns
        .iter()
        .map(|(name, array)| Field::new(name, array.data_type().clone(), true));
    let schema = Schema::new(fields.collect::<Vec<_>>());
    let arrays = columns.into_iter().map(|(_, array)| array);
    RecordBatch::try_new(Arc::new(schema), arrays.collect()).unwrap()
}

#[test]
fn unknown_columns_of_a_batch_are_counted() {
    let numbers: ArrayRef = Arc::new(Int8Array::from(vec![1]));
    for name in [String::new(), "person ".to_owned()]
        .into_iter()
        .chain(hostile_texts())
    {
        // Long names are only in a few columns, so that the test takes no time.
        let count = if name.len() > 100 { 30 } else { 50_000 };
        let unknown = (0..count).map(|index| (format!("{index}{name}"), Arc::clone(&numbers)));
        // With a known column too, since otherwise no name is shown.
        let known = [("person".to_owned(), Arc::clone(&numbers))];
        let batch = batch_of(known.into_iter().chain(unknown).collect());
        assert_short_errors::<vdab::TrajectoryMonth>("unknown columns", &batch);
        let message = arrow::from_batch::<vdab::TrajectoryMonth>(&batch)
            .unwrap_err()
            .to_string();
        assert!(
            message.contains(&format!("nor are {} more columns", count - 5)),
            "{message}"
        );
    }
}

#[test]
fn columns_of_hostile_types_and_values_give_short_errors() {
    let [plain, bidi, numbered] = hostile_texts();
    let fields = (0..2000).map(|index| Field::new(format!("{index}"), DataType::Int8, true));
    let long_struct = DataType::Struct(fields.collect::<Vec<_>>().into());
    let named_struct =
        |name: &str| DataType::Struct(vec![Field::new(name, DataType::Int8, true)].into());
    let zone = |zone: &str| DataType::Timestamp(TimeUnit::Second, Some(zone.into()));
    let mut types = vec![
        long_struct,
        named_struct(&plain),
        named_struct(&bidi),
        named_struct(&numbered),
    ];
    types.extend([&plain, &bidi, &numbered].map(|name| zone(name)));
    types.push(DataType::FixedSizeBinary(16));
    types.push(DataType::Int64);
    for data_type in types {
        // Every column of the blocks with most columns.
        fn all_columns<R: Block>(data_type: &DataType) {
            let columns = R::column_names().iter();
            let columns = columns.map(|name| ((*name).to_owned(), new_null_array(data_type, 1)));
            let batch = batch_of(columns.collect());
            assert_short_errors::<R>("types", &batch);
        }
        all_columns::<vdab::TrajectoryMonth>(&data_type);
        all_columns::<ksz::Household>(&data_type);
    }
    for text in hostile_texts() {
        fn all_columns<R: Block>(text: &str) {
            let values: ArrayRef = Arc::new(StringArray::from(vec![text; 2]));
            let columns = R::column_names().iter();
            let columns = columns.map(|name| ((*name).to_owned(), Arc::clone(&values)));
            assert_short_errors::<R>("values", &batch_of(columns.collect()));
        }
        all_columns::<vdab::TrajectoryMonth>(&text);
        all_columns::<vdab::Profile>(&text);
        all_columns::<ksz::Household>(&text);
    }
}

#[test]
fn metadata_give_short_errors() {
    let numbers: ArrayRef = Arc::new(Int8Array::from(vec![1]));
    let batch = batch_of(vec![("person".to_owned(), Arc::clone(&numbers))]);
    for text in hostile_texts() {
        for key in [
            "beraad.block",
            "beraad.deliberation",
            "pandas",
            "beraad.fingerprint",
        ] {
            let schema = batch.schema().as_ref().clone();
            let schema = schema.with_metadata(
                vec![(key.to_owned(), text.clone())]
                    .into_iter()
                    .collect::<arrow_schema::Metadata>(),
            );
            let batch = RecordBatch::try_new(Arc::new(schema), batch.columns().to_vec()).unwrap();
            assert_short_errors::<vdab::TrajectoryMonth>(key, &batch);
        }
        for key in ["beraad.kind", "beraad.currency"] {
            let field = batch.schema().field(0).clone();
            let field = field.with_metadata(
                vec![(key.to_owned(), text.clone())]
                    .into_iter()
                    .collect::<arrow_schema::Metadata>(),
            );
            let batch =
                RecordBatch::try_new(Arc::new(Schema::new(vec![field])), batch.columns().to_vec())
                    .unwrap();
            assert_short_errors::<vdab::TrajectoryMonth>(key, &batch);
        }
    }
}

#[test]
fn json_gives_short_errors() {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let many: Vec<_> = (0..50_000).map(|index| format!("\"k{index}\":1")).collect();
    let mut texts = vec![
        format!("{{{}}}", many.join(",")),
        "[".repeat(100_000),
        format!("{{\"person\":[{}1]}}", "1,".repeat(100_000)),
    ];
    for text in hostile_texts() {
        let text = quoted(&text);
        texts.push(format!("{{{text}:1}}"));
        texts.push(format!("{{{text}:1,{text}:1}}"));
        texts.push(text.clone());
        for column in ksz::Household::column_names()
            .iter()
            .chain(vdab::Profile::column_names())
        {
            texts.push(format!("{{\"{column}\":{text}}}"));
            texts.push(format!("{{\"{column}\":[{text}]}}"));
        }
    }
    texts.push(format!("{{\"person\":{}}}", "9".repeat(100_000)));
    for text in texts {
        let message = serde_json::from_str::<ksz::Household>(&text)
            .unwrap_err()
            .to_string();
        assert_short("JSON", &message);
        let message = serde_json::from_str::<vdab::Profile>(&text)
            .unwrap_err()
            .to_string();
        assert_short("JSON", &message);
    }
}

#[test]
fn csv_gives_short_errors() {
    let many: Vec<_> = (0..50_000).map(|index| format!("k{index}")).collect();
    let many = many.join(",");
    let header = ksz::Household::column_names().join(",");
    let mut files = vec![
        many.clone(),
        format!("person,{many}"),
        many.replace(',', ";"),
        format!("{header}\n{many}\n"),
    ];
    files.push(format!(
        "{header}\n{}\n",
        vec!["x"; ksz::Household::column_names().len()].join(",")
    ));
    for text in hostile_texts() {
        files.extend([
            text.clone(),
            format!("person,{text}"),
            format!("person,{text},{text}"),
            format!("sep={text}"),
            format!("{header}\n{text}\n"),
        ]);
        files.push(format!(
            "{header}\n{}\n",
            vec![&*text; ksz::Household::column_names().len()].join(",")
        ));
    }
    for file in files {
        let read = csv::Reader::<ksz::Household, _>::try_new(file.as_bytes());
        let read = read.and_then(Iterator::collect::<Result<Vec<_>, _>>);
        assert_short("CSV", &read.unwrap_err().to_string());
    }
}

#[test]
fn supplied_lists_give_short_errors() {
    let many: Vec<_> = (0..50_000).map(|index| format!("k{index}")).collect();
    let many = many.join(",");
    let mut files = vec![
        format!("{many}\n"),
        format!("code,nl,{many}\n"),
        format!("code,nl\n{many}\n"),
        format!("code,nl\n{}", "é,\n".repeat(50_000)),
    ];
    for text in hostile_texts() {
        let text = &text;
        for file in [
            "code,nl\n#,x\n",
            "code,#\n",
            "#\n",
            "# complete: #\ncode,nl\n",
            "# confirmed: #\ncode,nl\n1,x\n",
            "code,nl,valid_from\n1,x,#\n",
            "code,nl,missing\n1,#,#\n",
            "code,nl,source\n1,a,#\n1,b,#\n",
            "code,nl\n\"#\n",
        ] {
            files.push(file.replace('#', text));
        }
        let short: String = text.chars().take(30).collect();
        let lines = (0..1000)
            .map(|index| format!("{index}{short},{index}{short},{short},{short}\n"))
            .collect::<Vec<_>>()
            .concat();
        files.push(format!("code,nl,missing,valid_from\n{lines}"));
    }
    for content in files {
        let folder = tempfile::tempdir().unwrap();
        let list = model()
            .code_lists
            .iter()
            .find(|list| !list.rejects_unknown_codes())
            .unwrap();
        fs::write(folder.path().join(format!("{}.csv", list.id)), &content).unwrap();
        match SuppliedLists::read(folder.path(), model()) {
            Err(error) => assert_short("list", &error.to_string()),
            Ok(lists) => lists
                .findings()
                .iter()
                .for_each(|finding| assert_short("warning", &finding.to_string())),
        }
    }
    // Names of files, as long as a file system allows.
    let folder = tempfile::tempdir().unwrap();
    for index in 0..100 {
        fs::write(
            folder
                .path()
                .join(format!("{index}{}", "\u{202e}".repeat(80))),
            "",
        )
        .unwrap();
    }
    assert_short(
        "names",
        &SuppliedLists::read(folder.path(), model())
            .unwrap_err()
            .to_string(),
    );
}

#[test]
fn error_of_a_row_with_many_columns_is_short() {
    fn check<R: Block>() {
        let mut row = String::from("{");
        for name in R::column_names()
            .iter()
            .chain(&["", "inte", "naam", "datum", "x", "y"])
        {
            // A value that no column accepts.
            row += &format!("\"{name}\": [{{}}], ").repeat(50);
        }
        row.truncate(row.len() - 2);
        row.push('}');
        let RowResult(read) = serde_json::from_str::<RowResult<R>>(&row).unwrap();
        let Err(error) = read else {
            panic!("a valid row of {}", R::ID);
        };
        assert_short(R::ID, &error.to_string());
        let of_column = |name: &str| {
            let errors = error.errors().iter();
            errors
                .filter(|it| it.column.as_deref() == Some(name))
                .count()
        };
        assert_eq!(of_column(R::column_names()[0]), 2, "{error}");
    }
    for_each_block!(|B| check::<B>());
}
