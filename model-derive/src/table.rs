//! Finds and reads the code table of a list.

use std::path::Path;

use beraad_describe::Languages;
use beraad_register::CodeTable;

use crate::files;

/// Reads a table. Each line of an error starts with `name` and the line of the table.
pub(crate) fn read(languages: &Languages, path: &Path, name: &str) -> Result<CodeTable, String> {
    let advice = "write the path of a CSV file from the folder of deliberation.toml, with `/` between folders";
    // An absolute path is right on one machine only, and `\\` separates folders on Windows only.
    if Path::new(name).has_root() || name.contains(['\\', ':']) {
        return Err(format!("invalid path `{name}` of a table; {advice}"));
    }
    let text =
        files::read(path).map_err(|error| format!("cannot read `{name}`: {error}; {advice}"))?;
    CodeTable::parse(&text, languages).map_err(|errors| {
        let lines: Vec<_> = errors
            .iter()
            .map(|error| format!("{name}:{error}"))
            .collect();
        lines.join("\n")
    })
}
