//! Codes that are probably a code of their list, written in another way.

use std::collections::BTreeMap;

use crate::describe::{CodeList, code_without_slips};

/// The published codes of a list, without what programs add, drop or change: leading zeros, `.0`, quotes and capitals.
///
/// ```
/// use beraad_schema::NearCodes;
/// use beraad_schema::describe::example_model;
///
/// let model = example_model();
/// let near = NearCodes::of_list(model.code_list("department").unwrap());
/// assert!(near.contain("001") && near.contain("1.0"));
/// assert!(!near.contain("10"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct NearCodes(BTreeMap<String, String>);

impl NearCodes {
    /// Takes the published codes of a list.
    #[must_use]
    pub fn of_list(list: &CodeList) -> Self {
        let codes = list.published_codes();
        let forms = codes.map(|(code, _)| (code_without_slips(code), code.to_owned()));
        // The empty code has nothing that a program could change.
        Self(forms.filter(|(form, _)| !form.is_empty()).collect())
    }

    /// Returns true if a code that its list does not have is nearly one that it has.
    #[must_use]
    pub fn contain(&self, code: &str) -> bool {
        self.nearest(code).is_some()
    }

    /// Returns the code of the list that a code is nearly; `None` if it is nearly none.
    #[must_use]
    pub fn nearest(&self, code: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&code_without_slips(code)).map(String::as_str)
    }
}
