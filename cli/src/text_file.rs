//! Text files that a command reads.

use std::io::ErrorKind;
use std::path::Path;

/// Reads a text file that must not be empty. The error is the text to print; `remedy` says what to do with a file that is not text.
pub(crate) fn read_text(path: &Path, remedy: &str) -> Result<String, String> {
    let text = read_any_text(path, remedy)?;
    if text.trim().is_empty() {
        return Err(format!(
            "the file `{}` is empty: check that it was saved, or write the path of another file",
            path.display()
        ));
    }
    Ok(text)
}

/// Reads a text file that may be empty, as [`read_text`] does.
pub(crate) fn read_any_text(path: &Path, remedy: &str) -> Result<String, String> {
    let shown = path.display();
    std::fs::read_to_string(path).map_err(|error| match error.kind() {
        _ if path.is_dir() => format!("`{shown}` is a folder: write the path of a file"),
        ErrorKind::InvalidData => format!("`{shown}` is not text in UTF-8: {remedy}"),
        ErrorKind::NotFound if path.is_symlink() => {
            format!("`{shown}` is a symbolic link that leads nowhere: write the path of a file")
        }
        _ => format!("cannot read `{shown}`: {error}"),
    })
}
