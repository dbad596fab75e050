//! Codes that are probably a code of their list, written in another way.

use std::collections::BTreeSet;

use crate::describe::{CodeList, code_without_slips};

/// The published codes of a list, without what programs add, drop or change.
#[derive(Clone, Debug)]
pub(crate) struct NearCodes(BTreeSet<String>);

impl NearCodes {
    pub(crate) fn of_list(list: &CodeList) -> Self {
        let codes = list.published_codes();
        let forms = codes.map(|(code, _)| code_without_slips(code));
        // The empty code has nothing that a program could change.
        Self(forms.filter(|form| !form.is_empty()).collect())
    }

    /// Returns whether a code that its list does not have is nearly one that it has.
    pub(crate) fn contain(&self, code: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&code_without_slips(code))
    }
}
