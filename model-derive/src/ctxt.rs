//! Collects errors, so that one compile shows them all.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::languages::ModelLanguages;

/// The errors found so far, and what every stage must know: the languages of the model.
///
/// A stage reports an error here and goes on with what it can still understand; the macro asks once, at the end.
pub(crate) struct Ctxt {
    // `RefCell`: every stage shares one `&Ctxt`, and so do closures and the lists of entries that borrow it.
    // `Option`: `check` takes the list out, so that `drop` can see whether it was called. A context that is dropped
    // unchecked would lose errors silently: the macro would emit nothing, or code that is wrong in another place.
    errors: RefCell<Option<Vec<syn::Error>>>,
    languages: ModelLanguages,
}

impl Ctxt {
    pub(crate) fn new(languages: ModelLanguages) -> Self {
        Self {
            errors: RefCell::new(Some(Vec::new())),
            languages,
        }
    }

    /// Returns the languages in which labels are written.
    pub(crate) fn languages(&self) -> &ModelLanguages {
        &self.languages
    }

    /// Reports an error at some tokens, from the first to the last of them.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports an error at a span.
    pub(crate) fn error(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    fn push(&self, error: syn::Error) {
        if let Some(errors) = &mut *self.errors.borrow_mut() {
            errors.push(error);
        }
    }

    /// Returns the value, or reports the error and returns `None`.
    pub(crate) fn ok<T>(&self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Returns whether an error was reported.
    pub(crate) fn has_errors(&self) -> bool {
        let errors = self.errors.borrow();
        errors.as_ref().is_some_and(|errors| !errors.is_empty())
    }

    /// Returns all errors as `compile_error!`, or `Ok` if there are none.
    pub(crate) fn check(self) -> Result<(), TokenStream> {
        let errors = self.errors.take().unwrap_or_default();
        if errors.is_empty() {
            return Ok(());
        }
        Err(errors.iter().map(syn::Error::to_compile_error).collect())
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        // Not during a panic: a second one would abort rustc and hide the first.
        assert!(
            self.errors.get_mut().is_none() || std::thread::panicking(),
            "errors were collected and never reported"
        );
    }
}
