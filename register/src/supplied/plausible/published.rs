//! The published part of a list, for look-ups.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::{CodeEntry, CodeList, Label, Language, Meaning};

use super::fold::folded;
use super::near::Typos;
use crate::supplied::line::SuppliedMeaning;

/// A published meaning, and the entry of its code.
type Known<'a> = (&'a CodeEntry, &'a Meaning);

/// The codes and labels of a list without the file.
pub(super) struct Published<'a> {
    pub(super) list: &'a CodeList,
    /// The entry with each code or alias.
    entries: BTreeMap<&'a str, &'a CodeEntry>,
    /// The meanings with each label, in its folded form.
    labels: BTreeMap<Language, BTreeMap<String, Vec<Known<'a>>>>,
    /// The labels as they are.
    exact_labels: BTreeSet<&'a str>,
    /// The meanings without a code, by labels with a typo.
    typos: BTreeMap<Language, Typos<&'a Meaning>>,
}

impl<'a> Published<'a> {
    pub(super) fn of(list: &'a CodeList) -> Self {
        let mut published = Self {
            list,
            entries: BTreeMap::new(),
            labels: BTreeMap::new(),
            exact_labels: BTreeSet::new(),
            typos: BTreeMap::new(),
        };
        for entry in &list.codes {
            let code = entry.code.as_deref();
            // As in `CodeList::find`: an alias of a label without a code leads nowhere.
            let aliases = entry.aliases.iter().filter(|_| code.is_some());
            for alias in aliases {
                published.entries.entry(alias).or_insert(entry);
            }
            for meaning in &entry.meanings {
                let short = meaning.short.iter().flat_map(Label::iter);
                let texts = meaning.label.iter();
                published
                    .exact_labels
                    .extend(texts.chain(short).map(|(_, text)| text));
                for (language, text) in meaning.label.iter() {
                    let text = folded(text);
                    if code.is_none() {
                        let typos = published.typos.entry(language).or_insert_with(Typos::new);
                        typos.add(&text, meaning);
                    }
                    let labels = published.labels.entry(language).or_default();
                    labels.entry(text).or_default().push((entry, meaning));
                }
            }
        }
        // A text is the code of that text before it is an alias.
        for (code, entry) in list.published_codes() {
            published.entries.insert(code, entry);
        }
        published
    }

    /// The languages of the published labels.
    pub(super) fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.labels.keys().copied()
    }

    /// The published entry of a code or an alias.
    pub(super) fn entry(&self, code: &str) -> Option<&'a CodeEntry> {
        self.entries.get(code).copied()
    }

    /// The published meanings whose label in a language has this folded form.
    pub(super) fn with_label(&self, language: Language, folded: &str) -> &[Known<'a>] {
        let labels = self.labels.get(&language);
        let found = labels.and_then(|labels| labels.get(folded));
        found.map_or(&[], Vec::as_slice)
    }

    /// The published meanings without a code whose label in a language has this folded form, apart from a typo.
    pub(super) fn with_label_apart_from_typo(
        &self,
        language: Language,
        folded: &str,
    ) -> Vec<&'a Meaning> {
        let typos = self.typos.get(&language);
        typos.map_or_else(Vec::new, |typos| typos.meant_by(folded).collect())
    }

    /// Returns whether a text is a published label, letter by letter.
    pub(super) fn has_label(&self, text: &str) -> bool {
        self.exact_labels.contains(text)
    }

    /// The first line of each code that is not published, with its code.
    pub(super) fn new_codes<'l>(&self, lines: &'l [SuppliedMeaning]) -> Vec<&'l SuppliedMeaning> {
        let mut seen = BTreeSet::new();
        lines
            .iter()
            .filter(|line| self.entry(&line.code).is_none() && seen.insert(&*line.code))
            .collect()
    }
}
