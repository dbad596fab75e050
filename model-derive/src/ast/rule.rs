//! `rule(name: expression, nl = "..", en = "..", basis = "..")`, with a text in each edition of the model.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Token};

use crate::attr::{Entries, Entry, EntryValue};
use crate::ctxt::Ctxt;
use crate::label::inline_label;
use beraad_describe::Label;

/// The message for an expression that a rule cannot contain.
pub(crate) const SUPPORTED_EXPRESSIONS: &str = "unsupported expression in a rule; expected columns, codes and dates by their path, whole numbers, true and false, `== != < <= > >=`, `&& || !`, \
     `+ -`, `.is_some()`, `.is_none()`, `.len()`, `.is_empty()`, `.contains(..)`, `.year()`, `.quarter()`, `.month()` and `matches!(column, A | B)`";

/// The message for a rule of another form.
fn form(cx: &Ctxt) -> String {
    let example = cx.languages().example();
    format!("expected a named rule: `rule(name: expression, {example})`")
}

pub(crate) struct RuleAst {
    pub(crate) name: Ident,
    pub(crate) message: Option<Label>,
    pub(crate) basis: Option<String>,
    pub(crate) expression: Expr,
}

impl RuleAst {
    pub(crate) fn from_entry(cx: &Ctxt, entry: Entry) -> Option<Self> {
        let EntryValue::Tokens(tokens) = entry.value else {
            cx.error(entry.key.span(), form(cx));
            return None;
        };
        let parse = |input: ParseStream<'_>| parse(cx, input);
        let parsed = parse.parse2(tokens).map_err(clarify);
        // After an error in the expression, the keys behind it are not read: nobody knows where the expression was
        // meant to end.
        let (name, expression, rest) = cx.ok(parsed)?;
        let mut entries = Entries::of_tokens(cx, name.span(), rest);
        let message = inline_label(&mut entries);
        let basis = entries.text("basis").map(|basis| basis.value());
        entries.finish();
        Some(Self {
            name,
            message,
            basis,
            expression,
        })
    }
}

/// Parses `name: expression`, and returns the entries after it unparsed.
fn parse(cx: &Ctxt, input: ParseStream<'_>) -> syn::Result<(Ident, Expr, TokenStream)> {
    let name = input.parse::<Ident>()?;
    input
        .parse::<Token![:]>()
        .map_err(|error| syn::Error::new(error.span(), form(cx)))?;
    let expression = input.parse::<Expr>()?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((name, expression, input.parse()?))
}

/// Replaces syn's message about an expression that it parses only with its feature `full`: a rule cannot contain one.
fn clarify(error: syn::Error) -> syn::Error {
    if error.to_string().starts_with("unsupported expression") {
        syn::Error::new(error.span(), SUPPORTED_EXPRESSIONS)
    } else {
        error
    }
}
