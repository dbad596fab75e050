//! Spans: where the compiler reports an error in generated code.
//!
//! rustc reports an error in a path or a call at the whole expression: from the span of its first token to the span of
//! its last one. Generated code has no place of its own, so this module gives every path that may fail the spans of the
//! code that the user wrote: the first token of the path gets the span of the first token of a field's type, the last
//! token gets that of the last. A message about `<Option<f64> as Value>::Grain` then underlines `Option<f64>` at the
//! field and shows nothing of the generated code. (A `Span` that covers several tokens, `Span::join`, needs nightly.)

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// Tokens of the user, with the spans of the first and the last of them.
pub(crate) struct SpannedTokens {
    tokens: TokenStream,
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl SpannedTokens {
    pub(crate) fn new(tokens: &impl ToTokens) -> Self {
        let tokens = tokens.to_token_stream();
        // `syn::spanned::Spanned` gives one span, but on a stable compiler it covers the first token only.
        let mut spans = tokens.clone().into_iter().map(|token| token.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        let last = spans.last().unwrap_or(first);
        Self {
            tokens,
            first,
            last,
        }
    }

    /// Returns the path `__b::<segments>`, reported at these tokens.
    pub(crate) fn path<const N: usize>(&self, segments: [&str; N]) -> TokenStream {
        let mut path = quote_spanned!(self.first=> __b);
        for (at, segment) in segments.into_iter().enumerate() {
            // rustc takes the start of a report from the first segment and its end from the last one.
            let span = if at + 1 < N { self.first } else { self.last };
            let segment = Ident::new(segment, span);
            path.extend(quote_spanned!(span=> ::#segment));
        }
        path
    }

    /// Returns `<Self as __b::Trait>::item` for these tokens as the type, reported at them.
    ///
    /// The checks and the generated functions name a field's type in this one form only. If the type does not
    /// implement the trait, every such path fails with the same error at the same place, and rustc reports it once.
    pub(crate) fn item_of(&self, name: &str, item: &str) -> TokenStream {
        let (name, item) = (Ident::new(name, self.first), Ident::new(item, self.last));
        let mut path = quote_spanned!(self.first=> <#self as __b::#name>);
        path.extend(quote_spanned!(self.last=> ::#item));
        path
    }

    /// Returns arguments in parentheses that have the span of the last token.
    ///
    /// A call ends with its parentheses: with their usual span, a report about the call would run from the tokens here
    /// to the name of the derive.
    pub(crate) fn arguments(&self, arguments: &TokenStream) -> TokenStream {
        quote_spanned!(self.last=> (#arguments))
    }
}

impl ToTokens for SpannedTokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Returns a name that no column can have: an argument of a function, not visible to the user's code.
pub(crate) fn hidden(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
