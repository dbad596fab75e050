//! Type against text: what the compiler is to check, written at the fields.
//!
//! What is written names nothing of a field's type but items of `Value` (or of `Fields`), always at the same place: the
//! compiler then says once that a type is no value type, and keeps silent on what follows from it.

use beraad_describe::Grain;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use crate::ast::{BlockAst, FieldAst, FieldContent, Identity};
use crate::check::Authority;
use crate::describe::variant;
use crate::register::{Register, Term};
use crate::rule::Both;

/// Tokens, with the places of the first and the last of them. A path from one to the other is underlined whole in a message.
pub(crate) struct Placed {
    tokens: TokenStream,
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Placed {
    pub(crate) fn new(tokens: &impl ToTokens) -> Self {
        let tokens = tokens.to_token_stream();
        let mut places = tokens.clone().into_iter().map(|token| token.span());
        let first = places.next().unwrap_or_else(Span::call_site);
        let last = places.last().unwrap_or(first);
        Self {
            tokens,
            first,
            last,
        }
    }

    /// Arguments in parentheses that stand at the end, so that a call of a path there is underlined as the tokens.
    pub(crate) fn at_end(&self, arguments: &TokenStream) -> TokenStream {
        quote_spanned!(self.last=> (#arguments))
    }

    /// `<Type as Trait>::item`, underlined as the type.
    pub(crate) fn of_type(&self, name: &str, item: &str) -> TokenStream {
        let (name, item) = (Ident::new(name, self.first), Ident::new(item, self.last));
        let mut path = quote_spanned!(self.first=> <#self as __b::#name>);
        path.extend(quote_spanned!(self.last=> ::#item));
        path
    }
}

impl ToTokens for Placed {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// What the compiler is to check of all fields and rules, whether the struct has other mistakes or not.
pub(crate) fn checks(
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
    rules: &[Both],
) -> TokenStream {
    let fields = block
        .fields
        .iter()
        .zip(&authority.terms)
        .map(|(field, term)| check_field(block, field, *term, register, authority));
    let rules = (!rules.is_empty()).then(|| {
        let checks = rules.iter().map(|rule| &rule.check);
        quote!(#[allow(dead_code)] fn rules() { #(#checks)* })
    });
    let key = check_key(block);
    let types = block.fields.iter().filter_map(check_values);
    quote!(#[allow(dead_code)] const fn checks() { #(#fields)* #key } #(#types)* #rules)
}

/// That the type of a variable has values. A constant for each, so that one compile shows all that have none.
///
/// Only bounds leave a type without values, and they are numbers in the type; behind an alias they fail when rows are built.
fn check_values(field: &FieldAst) -> Option<TokenStream> {
    let FieldContent::Variable(_) = field.content else {
        return None;
    };
    let has_bounds = |token| matches!(token, TokenTree::Literal(_) | TokenTree::Group(_));
    if !field.ty.to_token_stream().into_iter().any(has_bounds) {
        return None;
    }
    let (first, last) = (field.ty.first, field.ty.last);
    let mut check = quote_spanned!(first=> __b::check);
    check.extend(quote_spanned!(last=> ::has_values));
    let mistake = field.ty.of_type("Value", "__MISTAKE");
    let argument = field.ty.at_end(&mistake);
    Some(quote!(const _: () = #check #argument;))
}

/// That each column of the key always has one value, said where the key names it.
fn check_key(block: &BlockAst) -> TokenStream {
    let Some(Identity::Key(columns)) = &block.identity else {
        return TokenStream::new();
    };
    let checks = columns.iter().filter_map(|column| {
        let name = column.unraw().to_string();
        let field = block.fields.iter().find(|field| field.name == name)?;
        let is_column = matches!(
            field.content,
            FieldContent::Role(_) | FieldContent::Variable(_)
        );
        let cell = field.ty.of_type("Value", "Cell");
        // Named at the place in `key(..)`, where the message then stands.
        let named = Ident::new("__Cell", column.span());
        let holds = quote_spanned!(column.span()=> <#named as __b::check::InKey>::HOLDS);
        is_column.then(|| quote!({ type #named = #cell; let _ = #holds; }))
    });
    checks.collect()
}

fn check_field(
    block: &BlockAst,
    field: &FieldAst,
    term: Option<&Term>,
    register: &Register,
    authority: &Authority<'_>,
) -> TokenStream {
    let ty = &field.ty;
    let (first, last) = (ty.first, ty.last);
    let mut checks = TokenStream::new();
    // Whether a check has named the grain of the type, and so that it is a value type.
    let mut is_named = false;
    let mut holds = |subject: TokenStream, bound: TokenStream| {
        let mut path = quote_spanned!(first=> <#subject as __b::check::#bound>);
        path.extend(quote_spanned!(last=> ::HOLDS));
        checks.extend(quote!(let _ = #path;));
    };
    let (grain, form) = (ty.of_type("Value", "Grain"), ty.of_type("Value", "Form"));
    let delivered = |grain| match grain {
        // No value type is finer.
        Grain::Month => None,
        Grain::Quarter => Some(quote_spanned!(first=> ByQuarter)),
        Grain::Year => Some(quote_spanned!(first=> ByYear)),
    };
    let of_role = |role: &str| {
        let role = variant(role);
        quote_spanned!(first=> FormOf<__b::check::role::#role>)
    };
    match (&field.content, authority.heading) {
        (FieldContent::Role(role), heading) => {
            holds(form, of_role(role));
            let bound = heading.and_then(|heading| delivered(register.dates(heading, None)));
            if let Some(bound) = bound {
                is_named = true;
                holds(grain, bound);
            }
        }
        (FieldContent::Variable(variable), heading) => {
            if let (Some(heading), Some(term)) = (heading, term) {
                if let Some(bound) = delivered(register.dates(heading, Some(term))) {
                    is_named = true;
                    holds(grain, bound);
                }
                if register.is_identifier(term) {
                    holds(form.clone(), quote_spanned!(first=> IsSerial));
                }
                if register.is_classed(heading, term) {
                    holds(form.clone(), quote_spanned!(first=> InClasses));
                }
            }
            if variable.level.is_some_and(|level| level != "identifier") {
                holds(form.clone(), quote_spanned!(first=> NoIdentifier));
            }
            if variable.null.is_some() {
                holds(ty.to_token_stream(), quote_spanned!(first=> MayBeEmpty));
            }
            let period = block.observation_period.as_ref().map(IdentExt::unraw);
            if period.is_some_and(|period| period == field.name) {
                holds(form, of_role("observation_period"));
            }
        }
        (FieldContent::Group { .. } | FieldContent::Invalid, _) => {}
    }
    let named = match &field.content {
        FieldContent::Group { .. } => Some(ty.of_type("Fields", "PHRASES")),
        _ if is_named => None,
        _ => Some(ty.of_type("Value", "NULLABLE")),
    };
    let named = named.into_iter();
    let codes = match &field.content {
        FieldContent::Variable(variable) => variable.codes.as_ref(),
        _ => None,
    };
    let codes = codes.map(|list| Placed::new(list).of_type("CodeList", "ID"));
    let codes = codes.into_iter();
    quote!(#(let _ = #named;)* #(let _ = #codes;)* #checks)
}
