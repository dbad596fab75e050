//! Finds many texts in one code list.

use std::borrow::Cow;

use crate::code_list::{CodeEntry, CodeList};

/// The texts of a code list in order, to find many codes in it: a look-up takes time that grows with the logarithm of the
/// number of codes, and that of [`CodeList::find`] with the number.
///
/// ```
/// use beraad_describe::{CodeEntry, CodeIndex, CodeList, Label, Language, ListKind};
///
/// let mut list = CodeList::new("sex", Label::new([(Language::EN, "Sex.")]), ListKind::Open);
/// list.codes = vec![CodeEntry::new("1", Vec::new()), CodeEntry::new("2", Vec::new())];
/// let index = CodeIndex::new(&list);
/// assert_eq!(index.find("2"), list.find("2"));
/// assert!(index.find("3").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct CodeIndex<'a> {
    list: Cow<'a, CodeList>,
    /// Each text once, in the order of the texts.
    order: Vec<Position>,
}

/// The place of a text in a list.
#[derive(Clone, Copy, Debug)]
struct Position {
    entry: usize,
    /// The position among the aliases of the entry; `None` for its code.
    alias: Option<usize>,
}

impl Position {
    fn text(self, list: &CodeList) -> &str {
        let entry = &list.codes[self.entry];
        match self.alias {
            None => entry.code.as_deref().unwrap_or_default(),
            Some(alias) => &entry.aliases[alias],
        }
    }
}

impl<'a> CodeIndex<'a> {
    /// Creates the index of a list.
    #[must_use]
    pub fn new(list: &'a CodeList) -> Self {
        Self::of(Cow::Borrowed(list))
    }

    /// Creates the index of a list that it keeps.
    #[must_use]
    pub fn of_owned(list: CodeList) -> CodeIndex<'static> {
        CodeIndex::of(Cow::Owned(list))
    }

    fn of(list: Cow<'a, CodeList>) -> Self {
        let mut order = Vec::with_capacity(list.codes.len());
        for (entry, code) in list.codes.iter().enumerate() {
            // As in `CodeList::find`: an unpublished code has neither a text nor an alias.
            if code.code.is_some() {
                order.push(Position { entry, alias: None });
                let aliases = 0..code.aliases.len();
                order.extend(aliases.map(|alias| Position {
                    entry,
                    alias: Some(alias),
                }));
            }
        }
        // A text is the code of that text before it is an alias of another one; `None` is the smallest. The sort is stable.
        order.sort_by_key(|position| (position.text(&list), position.alias.is_some()));
        order.dedup_by_key(|position| position.text(&list));
        Self { list, order }
    }

    /// Returns the list.
    #[must_use]
    pub fn list(&self) -> &CodeList {
        &self.list
    }

    /// Returns the entry that [`CodeList::find`] returns.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&CodeEntry> {
        let found = self
            .order
            .binary_search_by(|position| position.text(&self.list).cmp(text));
        Some(&self.list.codes[self.order[found.ok()?].entry])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::Label;
    use crate::{Language, ListKind};

    #[test]
    fn index_finds_what_the_list_finds() {
        let entry = |code: Option<&str>, aliases: &[&str]| {
            let mut entry = CodeEntry::unpublished(Vec::new());
            entry.code = code.map(|code| code.to_owned().into());
            entry.aliases = aliases.iter().map(|it| (*it).to_owned().into()).collect();
            entry
        };
        let definition = Label::new([(Language::EN, "Codes for a test.")]);
        let mut list = CodeList::new("list", definition, ListKind::Open);
        list.codes = vec![
            entry(Some("b"), &["a", "x", ""]),
            entry(None, &["n"]),
            entry(Some("a"), &["x", "c"]),
            entry(Some("c"), &[]),
        ];
        let index = CodeIndex::new(&list);
        for text in ["", "a", "b", "c", "d", "n", "x", "xx"] {
            assert_eq!(index.find(text), list.find(text), "{text}");
        }
        list.codes.clear();
        assert!(CodeIndex::of_owned(list).find("").is_none());
    }
}
