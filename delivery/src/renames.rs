//! The names of columns in the files of a provider.

use std::collections::BTreeMap;

use beraad_schema::csv::Dialect;
use beraad_schema::describe::{Block, Column};

/// Columns that files have under another name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renames {
    /// The names of columns by the id of the block and the name in the file.
    of_blocks: BTreeMap<(String, String), String>,
    /// The names of columns by the name in the files of any block.
    of_all: BTreeMap<String, String>,
}

impl Renames {
    /// Reads the column with this name in the files of a block, or of all blocks, as a column of the block.
    pub fn add(&mut self, block: Option<&str>, in_file: &str, column: &str) {
        let (in_file, column) = (in_file.to_owned(), column.to_owned());
        match block {
            Some(block) => self.of_blocks.insert((block.to_owned(), in_file), column),
            None => self.of_all.insert(in_file, column),
        };
    }

    /// Returns the names of columns that no file has, of renames of all blocks and of those of these blocks. `has` returns true if a file of
    /// the block, or of any block, has the column.
    pub(crate) fn unused(
        &self,
        is_read: impl Fn(&str) -> bool,
        has: impl Fn(Option<&str>, &str) -> bool,
    ) -> Vec<&str> {
        let of_blocks = self.of_blocks.keys();
        let of_blocks =
            of_blocks.filter(|(block, in_file)| is_read(block) && !has(Some(block), in_file));
        let of_all = self.of_all.keys().filter(|in_file| !has(None, in_file));
        let of_blocks = of_blocks.map(|(_, in_file)| &**in_file);
        of_blocks.chain(of_all.map(String::as_str)).collect()
    }

    /// Returns the renames that apply to a file of a block with this header: those that were stated, and otherwise the abbreviations that
    /// the source has for its variables, in capitals or not.
    pub(crate) fn of_header<'n>(
        &self,
        block: &Block,
        header: impl Iterator<Item = &'n str>,
    ) -> BTreeMap<String, String> {
        let columns = block.columns();
        let header: Vec<_> = header.collect();
        let has = |name: &str| header.contains(&name);
        let mut renames = BTreeMap::new();
        for in_file in &header {
            let key = (block.id.to_string(), (*in_file).to_owned());
            let stated = self
                .of_blocks
                .get(&key)
                .or_else(|| self.of_all.get(*in_file));
            let is_column = columns.iter().any(|column| column.name == *in_file);
            let found = match stated {
                // A rename of all blocks may be of a column that this one does not have.
                Some(column) if self.of_blocks.contains_key(&key) || is_name(&columns, column) => {
                    Some(column.clone())
                }
                _ if is_column => None,
                _ => abbreviated(&columns, in_file).filter(|column| !has(column)),
            };
            if let Some(column) = found {
                renames.insert((*in_file).to_owned(), column);
            }
        }
        renames
    }
}

/// Returns a dialect with these renames.
pub(crate) fn renamed(mut dialect: Dialect, renames: &BTreeMap<String, String>) -> Dialect {
    for (in_file, column) in renames {
        dialect = dialect.rename(in_file, column);
    }
    dialect
}

fn is_name(columns: &[Column<'_>], name: &str) -> bool {
    columns.iter().any(|column| column.name == name)
}

/// Returns the column that the source abbreviates so; `None` if there are several.
fn abbreviated(columns: &[Column<'_>], in_file: &str) -> Option<String> {
    let mut found = columns.iter().filter(|column| {
        let origins = column.variable().map(|variable| &variable.origins);
        let mut abbreviations = origins
            .into_iter()
            .flatten()
            .filter_map(|it| it.abbreviation.as_ref());
        abbreviations.any(|abbreviation| abbreviation.eq_ignore_ascii_case(in_file))
    });
    let column = found.next()?;
    found.next().is_none().then(|| column.name.clone())
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::example_model;

    use super::*;

    fn of_header(renames: &Renames, names: &[&str]) -> Vec<(String, String)> {
        let model = example_model();
        let loan = model.block("loan").unwrap();
        let found = renames.of_header(loan, names.iter().copied());
        found.into_iter().collect()
    }

    #[test]
    fn stated_name_is_that_of_one_block_or_of_all() {
        let pair = |in_file: &str, column: &str| (in_file.to_owned(), column.to_owned());
        let mut renames = Renames::default();
        renames.add(None, "volgnr", "person");
        renames.add(None, "x", "a_column_of_another_block");
        renames.add(Some("loan"), "verleng", "renewals");
        renames.add(Some("member"), "renewals", "person");
        let found = of_header(&renames, &["volgnr", "verleng", "renewals", "x"]);
        assert_eq!(
            found,
            [pair("verleng", "renewals"), pair("volgnr", "person")]
        );
    }

    #[test]
    fn abbreviation_of_the_source_needs_no_rename() {
        let pair = |in_file: &str, column: &str| (in_file.to_owned(), column.to_owned());
        let none = Renames::default();
        let found = of_header(&none, &["dt", "person", "unknown"]);
        let model = example_model();
        let columns = model.block("loan").unwrap().columns();
        let column = abbreviated(&columns, "DT").expect("the column");
        assert_eq!(found, [pair("dt", &column)]);
        // The file has the column under its own name too.
        assert_eq!(of_header(&none, &["DT", &column]), []);
    }
}
