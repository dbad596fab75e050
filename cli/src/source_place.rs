//! The places of blocks, columns and code lists in the Rust source of a model.

use std::fs;
use std::path::{Path, PathBuf};

use heck::ToUpperCamelCase;

/// The Rust files of a model, as far as they can be read.
pub(crate) struct RustSource {
    files: Vec<(PathBuf, String)>,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The path with slashes, as it was given.
    pub(crate) file: String,
    /// From 1.
    pub(crate) line: usize,
}

impl RustSource {
    /// Reads all Rust files of a folder. A folder that cannot be read has none.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                // A link may lead to a folder that contains it.
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(path),
                    Ok(kind) if kind.is_file() && path.extension().is_some_and(|it| it == "rs") => {
                        if let Ok(text) = fs::read_to_string(&path) {
                            files.push((path, text));
                        }
                    }
                    _ => {}
                }
            }
        }
        files.sort();
        Self { files }
    }

    /// Returns the place of the struct or enum with this id, or of one of its fields.
    pub(crate) fn place(&self, id: &str, field: Option<&str>) -> Option<Place> {
        let name = id.to_upper_camel_case();
        self.files.iter().find_map(|(path, text)| {
            let mut lines = text.lines().enumerate();
            let declares = |line: &str| {
                ["pub struct ", "pub enum "].iter().any(|word| {
                    line.trim_start()
                        .strip_prefix(word)
                        .and_then(|rest| rest.strip_prefix(name.as_str()))
                        .is_some_and(|rest| {
                            !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_')
                        })
                })
            };
            let (item, _) = lines.find(|(_, line)| declares(line))?;
            let of_field = field.and_then(|field| {
                let mut fields = lines.take_while(|(_, line)| !line.starts_with('}'));
                let start = format!("pub {field}:");
                fields.find(|(_, line)| line.trim_start().starts_with(&start))
            });
            let line = of_field.map_or(item, |(line, _)| line) + 1;
            Some(Place {
                file: path.to_string_lossy().replace('\\', "/"),
                line,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn struct_and_field_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).unwrap();
        let text = "//! Doc.\npub struct LoanList;\n#[derive(Block)]\npub struct Loan {\n    /// Doc.\n    pub books: Count,\n}\n";
        fs::write(inner.join("loan.rs"), text).unwrap();
        let source = RustSource::read(folder.path());
        let line = |id, field| source.place(id, field).map(|place| place.line);
        assert_eq!(line("loan", None), Some(4));
        assert_eq!(line("loan", Some("books")), Some(6));
        // A column of a group is declared elsewhere: the place is that of the block.
        assert_eq!(line("loan", Some("other")), Some(4));
        assert_eq!(line("loan_list", None), Some(2));
        assert_eq!(line("member", None), None);
        assert!(RustSource::read(Path::new("absent")).files.is_empty());
    }
}
