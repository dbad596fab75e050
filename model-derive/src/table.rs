//! Finds and reads the code table of a list.

use std::path::Path;

use beraad_describe::{Languages, excerpt, is_windows_device};
use beraad_register::CodeTable;

use crate::files;

/// Reads a table. Each line of an error starts with `name` and the line of the table.
pub(crate) fn read(languages: &Languages, path: &Path, name: &str) -> Result<CodeTable, String> {
    let advice = "write the path of a CSV file within the folder of deliberation.toml, with `/` between folders";
    if !name.split('/').all(is_name_on_every_system) {
        let name = excerpt(name);
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

/// Returns true for the name of a file or folder that every system accepts, and that leads to no other folder.
///
/// An absolute path is right on one machine only, a path with `..` names a file that is not in the package, and `\\` separates
/// folders on Windows only, where a name cannot have the other signs either, and cannot end with a dot or a space.
fn is_name_on_every_system(name: &str) -> bool {
    let is_sign = |char: char| char.is_control() || "\\:*?\"<>|".contains(char);
    !name.is_empty()
        && !name.contains(is_sign)
        && !name.ends_with(['.', ' '])
        && !is_windows_device(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_within_the_folder_is_valid_on_every_system() {
        let is_valid = |path: &str| path.split('/').all(is_name_on_every_system);
        for path in [
            "genre.csv",
            "codelists/genre.csv",
            "a b/é..x.csv",
            ".lists/a",
        ] {
            assert!(is_valid(path), "{path}");
        }
        for path in [
            "",
            "/genre.csv",
            "//server/genre.csv",
            "C:/genre.csv",
            "../genre.csv",
            "codelists/../../genre.csv",
            "codelists/../genre.csv",
            "./genre.csv",
            "codelists//genre.csv",
            "codelists/",
            "codelists\\genre.csv",
            "genre?.csv",
            "genre.csv ",
            "nul",
            "con/genre.csv",
            "codelists/AUX.csv",
            "genre\n.csv",
        ] {
            assert!(!is_valid(path), "{path}");
        }
    }
}
