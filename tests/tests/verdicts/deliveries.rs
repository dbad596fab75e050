//! Deliveries of several rows, checked as a whole: rows with the same key, and rows that contradict others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::num::NonZeroUsize;

use beraad_delivery::{Delivery, Options};
use beraad_schema::csv::Dialect;
use beraad_schema::describe::{Identity, Model};
use serde_json::Value;

use crate::{Random, Row};

/// The rows of each block.
pub(crate) type Rows = BTreeMap<String, Vec<Row>>;

/// The checks of several rows. What is wrong with a single row is found before.
const CHECKS: [&str; 2] = ["duplicate-key", "constraint-violated"];

/// The checks that a file of the deliveries below must pass: its rows are not read otherwise.
const UNREAD: [&str; 3] = ["invalid-header", "invalid-record", "unreadable-file"];

/// The most rows of a block in a delivery; few rows lack those that others need, and many repeat a key.
const SIZES: [usize; 4] = [2, 5, 12, 40];

/// Returns true if each of some deliveries of these rows that the first model accepts is accepted by the second one.
pub(crate) fn all_fit(of: &Model, into: &Model, rows: &Rows) -> bool {
    let mut random = Random::new();
    SIZES.iter().all(|size| {
        let some = rows.iter().map(|(block, rows)| {
            let some = (0..*size).map(|_| rows[random.below(rows.len())].clone());
            (block.clone(), some.collect())
        });
        let mut delivery: Rows = some.collect();
        leave_out_violations(of, &mut delivery);
        violations(into, &delivery).is_empty()
    })
}

/// Leaves out rows until the model accepts the delivery.
fn leave_out_violations(model: &Model, delivery: &mut Rows) {
    for (block, rows) in delivery.iter_mut() {
        if let Some(Identity::Key(key)) = model.block(block).map(|block| &block.identity) {
            let mut known = BTreeSet::new();
            rows.retain(|row| {
                let values = key.iter().map(|name| text(row.get(&**name)));
                known.insert(values.collect::<Vec<_>>())
            });
        }
    }
    loop {
        let found = violations(model, delivery);
        if found.is_empty() {
            return;
        }
        // Line 1 has the names of the columns.
        for (block, line) in found.iter().rev() {
            if let Some(rows) = delivery.get_mut(block) {
                rows.remove(*line - 2);
            }
        }
    }
}

/// Returns the first rows that violate a key or a constraint, each as the block and the line.
fn violations(model: &Model, delivery: &Rows) -> BTreeSet<(String, usize)> {
    let folder = tempfile::tempdir().unwrap();
    for (block, rows) in delivery {
        let file = folder.path().join(format!("{block}.csv"));
        fs::write(file, csv(model, block, rows)).unwrap();
    }
    let options = Options::new()
        .dialect(Dialect::new().item_separator(b'|'))
        .threads(NonZeroUsize::MIN);
    let delivery = Delivery::open(folder.path(), model).unwrap();
    let report = delivery.check(&options).unwrap();
    let mut violations = BTreeSet::new();
    for finding in report.findings() {
        assert!(!UNREAD.contains(&finding.check.id), "{finding:?}");
        if CHECKS.contains(&finding.check.id) {
            let lines = finding.lines.iter();
            let lines = lines.map(|line| usize::try_from(line.line).unwrap());
            violations.extend(lines.map(|line| (finding.block.clone(), line)));
        }
    }
    violations
}

/// Returns rows as a CSV file with the columns of a block; a row without a column has no value there.
fn csv(model: &Model, block: &str, rows: &[Row]) -> String {
    let columns = model.block(block).unwrap().columns();
    let names: Vec<_> = columns.iter().map(|column| &*column.name).collect();
    let mut csv = names.join(",") + "\n";
    for row in rows {
        let cells = names.iter().map(|name| text(row.get(*name)));
        let cells: Vec<_> = cells.map(|cell| format!("\"{cell}\"")).collect();
        writeln!(csv, "{}", cells.join(",")).unwrap();
    }
    csv
}

fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let items: Vec<_> = items.iter().map(|item| text(Some(item))).collect();
            items.join("|")
        }
        Some(other) => other.to_string(),
    }
}
