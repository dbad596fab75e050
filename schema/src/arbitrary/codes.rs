//! The codes that a column may hold at a moment.

use crate::describe::{self, Period};
use crate::row::code_violation;
use crate::value::{CodeText, Datum};

/// The codes of a column.
#[derive(Debug)]
pub(super) struct Codes {
    list: describe::CodeList,
    /// Those that the type of the column takes as well.
    texts: Vec<CodeText>,
}

impl Codes {
    /// The codes of a list that the list of the type, `own`, takes too; `None` if nothing is known of the list.
    pub(super) fn of(list: &describe::CodeList, own: Option<&describe::CodeList>) -> Option<Self> {
        let taken = |text: &str| {
            own.is_none_or(|own| match own.find(text) {
                _ if own.is_reference_only() => true,
                None => !own.rejects_unknown_codes(),
                Some(code) => code.code.as_deref() == Some(text),
            })
        };
        let texts = list.published_codes().filter(|(text, _)| taken(text));
        let texts: Vec<_> = texts
            .filter_map(|(text, _)| CodeText::try_new(text).ok())
            .collect();
        (list.rejects_unknown_codes() || !texts.is_empty()).then(|| Self {
            list: list.clone(),
            texts,
        })
    }

    /// Whether the text is a code, and has a meaning at a moment where that is asked.
    pub(super) fn may_be(&self, text: CodeText, moment: Option<Period>) -> bool {
        self.list.is_reference_only()
            || code_violation(&self.list, moment, &Datum::Code(text)).is_none()
    }

    /// The codes of the list at a moment.
    pub(super) fn valid(&self, moment: Option<Period>) -> Vec<CodeText> {
        let texts = self.texts.iter().copied();
        texts.filter(|text| self.may_be(*text, moment)).collect()
    }

    /// One of the codes at a moment, the one `at` this place; or `free`, where that may be and none is `known` or wanted.
    pub(super) fn choose(
        &self,
        known: bool,
        at: u32,
        free: CodeText,
        moment: Option<Period>,
    ) -> Option<CodeText> {
        // A text that the list knows is no other text, but perhaps an alias, or a code of another time.
        let is_free = !self.list.rejects_unknown_codes()
            && (self.list.is_reference_only() || self.list.find(free.as_str()).is_none());
        if is_free && !known {
            return Some(free);
        }
        let valid = self.valid(moment);
        if valid.is_empty() {
            return is_free.then_some(free);
        }
        Some(valid[at as usize % valid.len()])
    }
}
