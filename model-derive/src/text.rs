//! String literals in attributes.

use proc_macro2::{Literal, Span};
use syn::Lit;
use syn::parse::{Parse, ParseStream};

/// A string literal, with its span.
///
/// It replaces `syn::LitStr`, which unescapes the literal letter by letter when it is parsed and again each time
/// that its value is read: in a model full of texts, a third of the time of all macros.
pub(crate) struct Text {
    value: String,
    span: Span,
}

impl Text {
    /// Returns the text of a literal, or `None` if it is not a string literal.
    pub(crate) fn from_literal(literal: &Literal) -> Option<Self> {
        let (source, span) = (literal.to_string(), literal.span());
        let inner = source
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        // Every escape contains a backslash: without one, the source is the value. Raw strings start with `r`.
        let value = match inner.filter(|inner| !inner.as_bytes().contains(&b'\\')) {
            Some(plain) => plain.to_owned(),
            None => match Lit::new(literal.clone()) {
                Lit::Str(text) => text.value(),
                _ => return None,
            },
        };
        Some(Self { value, span })
    }

    /// Parses a string literal if the next token is one.
    pub(crate) fn parse_optional(input: ParseStream<'_>) -> syn::Result<Option<Self>> {
        let next = input.cursor().literal();
        // The literal is looked at before it is taken: a number stays in the input, and the caller parses it as an
        // expression.
        let text = next.and_then(|(literal, _)| Self::from_literal(&literal));
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
        Self::parse_optional(input)?.ok_or_else(|| input.error("expected string literal"))
    }
}
