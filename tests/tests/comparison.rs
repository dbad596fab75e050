//! A comparison of deliveries of every block finds the planted differences, and none between a CSV file and a Parquet file of the same rows.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;

use beraad_delivery::{BlockComparison, Delivery, Options};
use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::arrow::parquet;
use beraad_schema::describe::{Identity, Representation};
use beraad_tests::rows;
use serde_json::Value as Json;

/// The number of rows of a block.
const ROWS: usize = 300;

fn compare(old: (&str, &[u8]), new: (&str, &[u8])) -> BlockComparison {
    let folders = [old, new].map(|(name, content)| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), content).unwrap();
        folder
    });
    let [old, new] = folders
        .each_ref()
        .map(|folder| Delivery::open(folder.path(), model()).unwrap());
    let mut comparison = new.compare(&old, &Options::new()).unwrap();
    comparison.blocks.remove(0)
}

fn has_lists<R: Block>() -> bool {
    let columns = R::description().columns();
    columns.iter().any(|column| {
        let representation = column.value_type().representation();
        matches!(representation, Representation::List { .. })
    })
}

/// Random rows as CSV texts.
fn texts<R: Block + Debug>() -> (Vec<R>, Vec<Vec<String>>) {
    let mut rows = rows::random::<R>(model(), ROWS);
    // A CSV file has no form for an empty code.
    rows.retain(|row| !serde_json::to_string(row).unwrap().contains(":\"\""));
    let texts = rows.iter().map(|row| {
        let row = serde_json::to_value(row).unwrap();
        let cells = R::column_names().iter().map(|name| match &row[*name] {
            Json::Null => String::new(),
            Json::String(text) => text.clone(),
            other => other.to_string(),
        });
        cells.collect()
    });
    let texts = texts.collect();
    (rows, texts)
}

fn csv<R: Block>(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = R::column_names().join(",") + "\n";
    for row in rows {
        let cells = row.iter().map(|cell| match &**cell {
            "" => String::new(),
            text => format!("\"{}\"", text.replace('"', "\"\"")),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    text.into_bytes()
}

#[test]
fn rows_in_two_formats_have_no_differences() {
    fn check<R: Block + Debug>() {
        let (rows, texts) = texts::<R>();
        let parquet_file = |rows: &[R]| {
            let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
            writer.write(rows).unwrap();
            writer.finish().unwrap()
        };
        let file = parquet_file(&rows);
        let (name, other_name) = (format!("{}.parquet", R::ID), format!("{}.csv", R::ID));
        let old = if has_lists::<R>() {
            (&*name, file.clone())
        } else {
            (&*other_name, csv::<R>(&texts))
        };
        let block = compare((old.0, &old.1), (&name, &file));
        assert!(!block.has_differences(), "{block:?}");
        let compared = match (&block.keys, &block.whole_rows) {
            (Some(keys), None) => keys.unchanged + keys.repeated.old,
            (None, Some(rows)) => rows.unchanged,
            other => panic!("{other:?}"),
        };
        assert!(compared > 0);
        let fewer = parquet_file(&rows[1..]);
        assert!(compare((old.0, &old.1), (&name, &fewer)).has_differences());
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn changed_values_of_every_column_are_counted() {
    /// Counts the rows of each key, and keeps one of them.
    fn by_key<'r>(
        rows: &'r [Vec<String>],
        key: &[usize],
    ) -> BTreeMap<Vec<&'r str>, Vec<&'r [String]>> {
        let mut by_key: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows {
            let values: Vec<&str> = key.iter().map(|place| &*row[*place]).collect();
            by_key.entry(values).or_default().push(&**row);
        }
        by_key
    }
    fn check<R: Block + Debug>(columns_seen: &mut usize) {
        let block = R::description();
        let Identity::Key(names) = &block.identity else {
            return;
        };
        if has_lists::<R>() {
            return;
        }
        let columns = R::column_names();
        let place = |name: &str| columns.iter().position(|it| *it == name).unwrap();
        let key: Vec<_> = names.iter().map(|name| place(name)).collect();
        let (_, old) = texts::<R>();
        let mut new = old[ROWS / 10..].to_vec();
        // Each fifth row has the value of another row in one of its columns, or the same one.
        for row in (0..new.len()).step_by(5) {
            let column = row / 5 % columns.len();
            if !key.contains(&column) {
                new[row][column] = old[row * 7 % old.len()][column].clone();
            }
        }
        let (old_rows, new_rows) = (by_key(&old, &key), by_key(&new, &key));
        let (mut gone, mut changed) = (0, 0);
        let mut by_column = vec![0; columns.len()];
        for (key, rows) in old_rows.iter().filter(|(_, rows)| rows.len() == 1) {
            match new_rows.get(key).map(Vec::as_slice) {
                None => gone += 1,
                Some([row]) => {
                    changed += u64::from(*row != rows[0]);
                    for (count, (old, new)) in by_column.iter_mut().zip(rows[0].iter().zip(*row)) {
                        *count += u64::from(old != new);
                    }
                }
                Some(_) => {}
            }
        }
        let name = format!("{}.csv", R::ID);
        let block = compare((&name, &csv::<R>(&old)), (&name, &csv::<R>(&new)));
        let keys = block.keys.as_ref().unwrap();
        assert_eq!(
            (keys.gone, keys.added, keys.changed),
            (gone, 0, changed),
            "{}",
            R::ID
        );
        for (column, count) in block.columns.iter().zip(by_column) {
            assert_eq!(
                column.changed.unwrap_or_default(),
                count,
                "{}",
                column.column
            );
            *columns_seen += usize::from(count > 0);
        }
    }
    let mut columns_seen = 0;
    for_each_block!(|B| check::<B>(&mut columns_seen));
    assert!(columns_seen > 20, "{columns_seen}");
}
