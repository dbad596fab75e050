//! The places of blocks, columns, code lists and codes in the source of a model.

use std::fs;
use std::path::{Path, PathBuf};

use heck::ToUpperCamelCase;

/// The Rust files of a model, as far as they can be read.
pub(crate) struct RustSource {
    folder: PathBuf,
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
        let root = folder.to_owned();
        let mut folders = vec![root.clone()];
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
        Self {
            folder: root,
            files,
        }
    }

    /// Returns the place of the struct or enum with this id, or of one of its fields.
    pub(crate) fn place(&self, id: &str, field: Option<&str>) -> Option<Place> {
        let (path, text, item) = self.item(id)?;
        let of_field = field.and_then(|field| {
            let start = format!("pub {field}:");
            let mut fields = body(text, item);
            fields.find(|(_, line)| line.trim_start().starts_with(&start))
        });
        Some(Place::new(
            path,
            of_field.map_or(item, |(line, _)| line) + 1,
        ))
    }

    /// Returns the place of a code: the variant of the enum of its list, or the row in the table of codes that the enum names. Of
    /// several rows, that of the meaning with this name, such as `2012-01-01..`.
    pub(crate) fn place_of_code(
        &self,
        list: &str,
        code: &str,
        meaning: Option<&str>,
    ) -> Option<Place> {
        let (path, text, item) = self.item(list)?;
        match table_of(text, item) {
            Some(table) => {
                // The path is relative to the crate, in which the file of the enum is somewhere.
                let mut folders = path.ancestors().skip(1);
                let table = folders.find_map(|folder| {
                    let table = folder.join(&table);
                    table.is_file().then_some(table)
                })?;
                let line = row_of_code(&fs::read(&table).ok()?, code, meaning)?;
                Some(Place::new(&table, line))
            }
            None => Some(Place::new(path, variant_of_code(text, item, code)? + 1)),
        }
    }

    /// Returns the path of the file with the decision, beside the folder of the source.
    pub(crate) fn file_of_decision(&self) -> Option<String> {
        let path = self.folder.with_file_name("deliberation.toml");
        path.is_file().then(|| with_slashes(&path))
    }

    /// Returns the path of the file with the model as a whole: `lib.rs`, or the first file.
    pub(crate) fn file_of_model(&self) -> Option<String> {
        let library = self.folder.join("lib.rs");
        let mut paths = self.files.iter().map(|(path, _)| path);
        let path = paths
            .clone()
            .find(|path| **path == library)
            .or_else(|| paths.next());
        path.map(|path| with_slashes(path))
    }

    /// Returns the place of the id in the declaration of a constraint.
    pub(crate) fn place_of_constraint(&self, id: &str) -> Option<Place> {
        let id = format!("id: \"{id}\",");
        self.files.iter().find_map(|(path, text)| {
            let mut lines = text.lines().zip(text.lines().skip(1));
            // The id is the first field, in the layout of rustfmt.
            let declaration = lines
                .position(|(line, next)| line.ends_with("constraint! {") && next.trim() == id)?;
            Some(Place::new(path, declaration + 2))
        })
    }

    /// Returns the file and the line, from 0, of the struct or enum with this id.
    fn item(&self, id: &str) -> Option<(&Path, &str, usize)> {
        let name = id.to_upper_camel_case();
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
        self.files.iter().find_map(|(path, text)| {
            let item = text.lines().position(declares)?;
            Some((path.as_path(), text.as_str(), item))
        })
    }
}

impl Place {
    fn new(path: &Path, line: usize) -> Self {
        Self {
            file: with_slashes(path),
            line,
        }
    }
}

fn with_slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Returns the lines of an item after its first one, with their numbers from 0.
fn body(text: &str, item: usize) -> impl Iterator<Item = (usize, &str)> {
    let is_empty = text.lines().nth(item).is_some_and(|it| it.ends_with('}'));
    let lines = text.lines().enumerate().skip(item + 1);
    lines.take_while(move |(_, line)| !is_empty && !line.starts_with('}'))
}

/// Returns the path of the table of codes that the attributes above an enum name.
fn table_of(text: &str, item: usize) -> Option<String> {
    let lines: Vec<_> = text.lines().take(item).collect();
    let attributes = lines.iter().rev();
    // An item begins after an empty line.
    let mut attributes = attributes.take_while(|line| !line.trim().is_empty());
    attributes.find_map(|line| {
        let (_, table) = line.split_once("table = \"")?;
        Some(table.split_once('"')?.0.to_owned())
    })
}

/// Returns the line, from 0, of the variant of an enum with this code, in the layout of rustfmt: ``#[code("P", ..)]``, also over several
/// lines.
fn variant_of_code(text: &str, item: usize, code: &str) -> Option<usize> {
    let code = format!("\"{code}\"");
    let mut lines = body(text, item).map(|(index, line)| (index, line.trim()));
    while let Some((_, line)) = lines.next() {
        let Some(arguments) = line.strip_prefix("#[code(") else {
            continue;
        };
        let (first, mut last) = match arguments {
            "" => lines.next().map(|(_, line)| (line, line))?,
            arguments => (arguments, arguments),
        };
        let is_wanted = first.starts_with(&code);
        while !last.ends_with(")]") {
            last = lines.next()?.1;
        }
        if is_wanted {
            let variant = lines.find(|(_, line)| line.starts_with(char::is_alphabetic));
            return variant.map(|(index, _)| index);
        }
    }
    None
}

/// Returns the line, from 1, of a row of a table of codes.
fn row_of_code(table: &[u8], code: &str, meaning: Option<&str>) -> Option<usize> {
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().ok()?.clone();
    let column = |name: &str| {
        header
            .iter()
            .position(|it| it.trim_start_matches('\u{feff}') == name)
    };
    let (code_column, from, to) = (column("code")?, column("valid_from"), column("valid_to"));
    let mut first = None;
    for row in reader.records() {
        let row = row.ok()?;
        let cell = |column: Option<usize>| column.and_then(|it| row.get(it)).unwrap_or_default();
        if cell(Some(code_column)) != code {
            continue;
        }
        let line = usize::try_from(row.position()?.line()).ok()?;
        let period = format!("{}..{}", cell(from), cell(to));
        if meaning.is_some_and(|meaning| meaning.starts_with(&period)) {
            return Some(line);
        }
        first = first.or(Some(line));
    }
    first
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

    #[test]
    fn constraint_is_found_by_its_id() {
        let folder = tempfile::tempdir().unwrap();
        let text = "/// Doc.\npub const KNOWN: Constraint = constraint! {\n    id: \"is_known\",\n    severity: Error,\n};\n";
        fs::write(folder.path().join("constraints.rs"), text).unwrap();
        let source = RustSource::read(folder.path());
        let line = |id| source.place_of_constraint(id).map(|place| place.line);
        assert_eq!(line("is_known"), Some(3));
        assert_eq!(line("known"), None);
    }

    #[test]
    fn code_is_found_as_a_variant_or_as_a_row_of_its_table() {
        let folder = tempfile::tempdir().unwrap();
        let (source, tables) = (folder.path().join("src"), folder.path().join("codelists"));
        fs::create_dir(&source).unwrap();
        fs::create_dir(&tables).unwrap();
        let genre = "#[codes(closed)]\npub enum Genre {\n    /// Poetry.\n    #[code(\"P\", label(en = \"Poetry\"))]\n    Poetry,\n    #[code(\n        \"F\",\n        label(en = \"Fiction\")\n    )]\n    #[allow(dead_code)]\n    Fiction,\n}\n\n#[codes(\n    open,\n    table = \"codelists/town.csv\",\n)]\npub enum Town {}\n";
        fs::write(source.join("codes.rs"), genre).unwrap();
        let town =
            "code,en,valid_from,valid_to\n1,\"a\nb\",,\n2,old,,2011-12-31\n2,new,2012-01-01,\n";
        fs::write(tables.join("town.csv"), town).unwrap();
        let source = RustSource::read(&source);
        let line = |list, code, meaning| {
            let place = source.place_of_code(list, code, meaning)?;
            let file = place.file.rsplit('/').next()?.to_owned();
            Some((file, place.line))
        };
        let rust = |line| Some(("codes.rs".to_owned(), line));
        let table = |line| Some(("town.csv".to_owned(), line));
        assert_eq!(line("genre", "P", None), rust(5));
        assert_eq!(line("genre", "F", None), rust(11));
        // A removed code is not there.
        assert_eq!(line("genre", "label", None), None);
        assert_eq!(line("town", "1", Some("at all times")), table(2));
        assert_eq!(line("town", "2", Some("2012-01-01..")), table(5));
        assert_eq!(line("town", "2", None), table(4));
        assert_eq!(line("town", "3", None), None);
    }
}
