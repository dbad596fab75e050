//! The codes that a column may hold.

use crate::describe::{self, CodeForm, CodeIndex, Period};
use crate::row::{NearCodes, code_violation};
use crate::value::{CodeText, Datum};

/// The codes of the list of a column.
#[derive(Debug)]
pub(super) struct CodeChoices {
    index: CodeIndex<'static>,
    /// The published codes that the type of the column accepts too.
    codes: Vec<CodeText>,
    /// The form that the type of the column requires.
    type_form: Option<CodeForm>,
    near_codes: NearCodes,
}

impl CodeChoices {
    /// Creates the choices of a column from the list of the model. `type_list` is the list that the column's type was
    /// compiled with: the type rejects what it does not have, also if the list of the model has more codes.
    ///
    /// Returns `None` if the list is open and has neither codes nor a form, so that any text is as good as another.
    pub(super) fn new(
        list: &describe::CodeList,
        type_list: Option<&describe::CodeList>,
    ) -> Option<Self> {
        let type_index = type_list.map(CodeIndex::new);
        let type_accepts = |text: &str| {
            type_index
                .as_ref()
                .is_none_or(|index| match index.find(text) {
                    _ if index.list().is_reference_only() => true,
                    None => !index.list().rejects_unknown_codes(),
                    // Not an alias: the type would replace it, and the row would differ from what was drawn.
                    Some(entry) => entry.code.as_deref() == Some(text),
                })
        };
        let codes = list.published_codes();
        let codes = codes.filter(|(text, _)| type_accepts(text));
        let codes: Vec<_> = codes
            .filter_map(|(text, _)| CodeText::try_new(text).ok())
            .collect();
        // A closed list without codes stays: it has no valid code at all, and must not look like a column that accepts
        // any text.
        let type_form = type_list.and_then(describe::CodeList::required_form);
        let has_form = type_form.is_some() || list.required_form().is_some();
        (list.rejects_unknown_codes() || !codes.is_empty() || has_form).then(|| Self {
            index: CodeIndex::of_owned(list.clone()),
            near_codes: NearCodes::of_list(list),
            codes,
            type_form: type_form.cloned(),
        })
    }

    /// Returns the form of the codes that are not published, if there is one.
    pub(super) fn form(&self) -> Option<&CodeForm> {
        self.index
            .list()
            .required_form()
            .or(self.type_form.as_ref())
    }

    /// Returns whether the column may hold the text, in a row whose codes are read in `code_period`.
    pub(super) fn accepts(&self, text: CodeText, code_period: Option<Period>) -> bool {
        let form = self.type_form.as_ref();
        if !form.is_none_or(|form| form.accepts(text.as_str())) {
            return false;
        }
        code_violation(&self.index, code_period, &Datum::Code(text)).is_none()
    }

    /// Returns the published codes that are valid in `code_period`.
    pub(super) fn valid_codes(&self, code_period: Option<Period>) -> Vec<CodeText> {
        let codes = self.codes.iter().copied();
        codes
            .filter(|text| self.accepts(*text, code_period))
            .collect()
    }

    /// Chooses a code that is valid in `code_period`: if `is_published`, the published code that `index` selects, otherwise
    /// `other_text`, if the list is open and does not have it. `None` if there is no such code.
    pub(super) fn choose(
        &self,
        is_published: bool,
        index: u32,
        other_text: CodeText,
        code_period: Option<Period>,
    ) -> Option<CodeText> {
        // A text that the list has may be an alias, or a code of another period.
        let accepts_other = !self.index.list().rejects_unknown_codes()
            && (self.index.list().is_reference_only()
                || self.index.find(other_text.as_str()).is_none())
            && self.accepts(other_text, code_period);
        // Nearly a code of the list: a warning.
        let is_near = self.index.find(other_text.as_str()).is_none()
            && self.near_codes.contain(other_text.as_str());
        if accepts_other && !is_near && !is_published {
            return Some(other_text);
        }
        let codes = self.valid_codes(code_period);
        if codes.is_empty() {
            return accepts_other.then_some(other_text);
        }
        Some(codes[index as usize % codes.len()])
    }
}
