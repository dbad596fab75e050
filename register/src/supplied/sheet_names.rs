//! The names of sheets: those of lists, as far as a sheet can have them.

use beraad_describe::{CodeList, Model};

/// The name of the first sheet of a template, which has no list.
pub(super) const READ_ME: &str = "read-me";

/// The number of characters that the name of a sheet may have.
const MAX_CHARS: usize = 31;

/// The name of the sheet of each list of a model.
pub(super) struct SheetNames<'m> {
    names: Vec<(String, &'m CodeList)>,
}

impl<'m> SheetNames<'m> {
    /// The names of all lists: their ids, of which one that is too long is cut and numbered.
    pub(super) fn of(model: &'m Model) -> Self {
        let mut names: Vec<(String, &CodeList)> = Vec::new();
        for list in &model.code_lists {
            let mut name = list.id.to_string();
            let mut number = 1;
            while name.chars().count() > MAX_CHARS || names.iter().any(|it| it.0 == name) {
                let mark = format!("~{number}");
                let kept = list.id.chars().take(MAX_CHARS - mark.len());
                name = kept.collect::<String>() + &mark;
                number += 1;
            }
            names.push((name, list));
        }
        Self { names }
    }

    /// The list of a sheet. A spreadsheet does not distinguish capitals in names of sheets.
    pub(super) fn list(&self, name: &str) -> Option<&'m CodeList> {
        let name = name.trim();
        let mut names = self.names.iter();
        let (_, list) = names.find(|(known, list)| {
            known.eq_ignore_ascii_case(name) || list.id.eq_ignore_ascii_case(name)
        })?;
        Some(list)
    }

    /// The name of the sheet of a list.
    pub(super) fn of_list(&self, id: &str) -> Option<&str> {
        let mut names = self.names.iter();
        let (name, _) = names.find(|(_, list)| list.id == id)?;
        Some(name)
    }

    /// All names.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| &**name)
    }
}
