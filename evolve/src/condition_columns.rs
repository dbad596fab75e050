//! The columns that the condition of a constraint names.

use serde_json::Value;

/// A receiver of the names of a condition, which may replace them.
pub(crate) trait Names {
    /// Receives the name of a column of this block.
    fn column(&mut self, block: &str, name: &mut Value);

    /// Receives the id of a block.
    fn block(&mut self, id: &mut Value);
}

/// Hands the names in a condition to `names`. `own` has the blocks of the constrained columns, by their old ids.
pub(crate) fn visit(condition: &mut Value, own: &[String], names: &mut impl Names) {
    let mut of_row = |name: &mut Value| {
        let before = name.clone();
        for block in own {
            names.column(block, name);
            if *name != before {
                return;
            }
        }
    };
    if let Some(columns) = condition.get_mut("none_of").and_then(Value::as_array_mut) {
        columns.iter_mut().for_each(&mut of_row);
    }
    for part in ["birth", "at"] {
        if let Some(name) = condition.get_mut("age").and_then(|age| age.get_mut(part)) {
            of_row(name);
        }
    }
    let Some(row) = condition.get_mut("row_exists") else {
        return;
    };
    let block = row["block"].as_str().unwrap_or_default().to_owned();
    for equal in items_mut(row, "equal") {
        if let Some(own) = equal["to"].get_mut("column") {
            of_row(own);
        }
    }
    for exception in items_mut(row, "except") {
        let path = exception["column"]
            .as_str()
            .and_then(|it| it.split_once('.'));
        let Some((of, column)) = path.map(|(of, column)| (of.to_owned(), Value::from(column)))
        else {
            continue;
        };
        let mut id = Value::from(of.as_str());
        let mut column = column;
        names.column(&of, &mut exception["because"]);
        names.column(&of, &mut column);
        names.block(&mut id);
        if let (Some(id), Some(column)) = (id.as_str(), column.as_str()) {
            exception["column"] = format!("{id}.{column}").into();
        }
    }
    for equal in items_mut(row, "equal") {
        names.column(&block, &mut equal["column"]);
    }
    names.block(&mut row["block"]);
}

fn items_mut<'v>(row: &'v mut Value, name: &str) -> impl Iterator<Item = &'v mut Value> {
    let items = row.get_mut(name).and_then(Value::as_array_mut);
    items.into_iter().flatten()
}
