//! Finds and reads the code table of a list.

use std::path::Path;

use beraad_describe::Languages;
use beraad_register::CodeTable;

/// Reads a table. Each line of an error starts with `name` and the line of the table.
pub(crate) fn read(languages: &Languages, path: &Path, name: &str) -> Result<CodeTable, String> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        format!(
            "cannot read `{name}`: {error}; write its path from the folder of deliberation.toml"
        )
    })?;
    CodeTable::parse(&text, languages).map_err(|errors| {
        let lines: Vec<_> = errors
            .iter()
            .map(|error| format!("{name}:{error}"))
            .collect();
        lines.join("\n")
    })
}
