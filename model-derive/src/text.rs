//! Texts in attributes, each taken apart once.

use proc_macro2::{Literal, Span};
use syn::Lit;
use syn::parse::{Parse, ParseStream};

/// A text, with its place. `LitStr` takes the literal apart letter by letter when it is looked for, when it is read and
/// each time that its value is asked, which in a model full of texts was a third of the time of all macros.
pub(crate) struct Text {
    value: String,
    span: Span,
}

impl Text {
    /// The text that a literal is, unless it is something else.
    pub(crate) fn of(literal: &Literal) -> Option<Self> {
        let (written, span) = (literal.to_string(), literal.span());
        let plain = written
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        // Whatever is escaped has a backslash.
        let value = match plain.filter(|plain| !plain.as_bytes().contains(&b'\\')) {
            Some(plain) => plain.to_owned(),
            None => match Lit::new(literal.clone()) {
                Lit::Str(text) => text.value(),
                _ => return None,
            },
        };
        Some(Self { value, span })
    }

    /// The text that comes next, if one does.
    pub(crate) fn take(input: ParseStream<'_>) -> syn::Result<Option<Self>> {
        let next = input.cursor().literal();
        let text = next.and_then(|(literal, _)| Self::of(&literal));
        if text.is_some() {
            input.parse::<Literal>()?;
        }
        Ok(text)
    }

    pub(crate) fn value(&self) -> String {
        self.value.clone()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.value
    }

    pub(crate) fn span(&self) -> Span {
        self.span
    }
}

impl Parse for Text {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Self::take(input)?.ok_or_else(|| input.error("expected string literal"))
    }
}
