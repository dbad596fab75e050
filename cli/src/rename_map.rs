//! A table of renames: the names of columns in the files of a provider.

use std::path::Path;

use beraad_delivery::Renames;
use beraad_schema::describe::{Model, excerpt, nearest};

use crate::error::Error;
use crate::text_file::read_text;

/// The header of the table.
const HEADER: [&str; 3] = ["block", "in_file", "column"];

/// Reads a table with the columns `block`, `in_file` and `column`. Without a block, the rename is of every block that has the column.
pub(crate) fn read(path: &Path, model: &Model) -> Result<Renames, Error> {
    let text = read_text(path, "save it as `CSV UTF-8`");
    let text = text.map_err(|error| Error::Input(vec![error]))?;
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut renames, mut errors) = (Renames::default(), Vec::new());
    let shown = path.display();
    match reader.headers() {
        Ok(header) if header.iter().eq(HEADER) => {}
        Ok(_) => errors.push(format!(
            "{shown}:1: expected the header `{}`",
            HEADER.join(",")
        )),
        Err(error) => errors.push(format!("{shown}: {error}")),
    }
    if errors.is_empty() {
        for record in reader.records() {
            let found = match record {
                Ok(record) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    add(&record, model, &mut renames)
                        .map_err(|error| format!("{shown}:{line}: {error}"))
                }
                Err(error) => Err(format!("{shown}: {error}")),
            };
            errors.extend(found.err());
        }
    }
    if errors.is_empty() {
        Ok(renames)
    } else {
        Err(Error::Input(errors))
    }
}

fn add(record: &csv::StringRecord, model: &Model, renames: &mut Renames) -> Result<(), String> {
    let [block, in_file, column] = [0, 1, 2].map(|place| record.get(place).unwrap_or_default());
    if record.len() != HEADER.len() || in_file.is_empty() || column.is_empty() {
        return Err(format!(
            "expected `{}`, of which the block may be empty",
            HEADER.join(",")
        ));
    }
    let blocks = || model.blocks.iter();
    let named = (!block.is_empty()).then_some(block);
    if let Some(block) = named
        && model.block(block).is_none()
    {
        let hint = nearest(block, blocks().map(|it| &*it.id));
        let hint = hint.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
        return Err(format!("unknown block `{}`{hint}", excerpt(block)));
    }
    let columns = blocks().filter(|it| named.is_none_or(|block| it.id == block));
    let columns = columns.flat_map(|block| block.columns().into_iter().map(|column| column.name));
    let columns: Vec<String> = columns.collect();
    if !columns.iter().any(|it| it == column) {
        let hint = nearest(column, columns.iter().map(String::as_str));
        let hint = hint.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
        return Err(format!("unknown column `{}`{hint}", excerpt(column)));
    }
    renames.add(named, in_file, column);
    Ok(())
}
