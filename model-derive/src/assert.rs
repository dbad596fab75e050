//! Type against text: what the compiler is to check, written at the fields.
//!
//! What is written names nothing of a field's type but items of `Value` (or of `Fields`), always at the same place: the
//! compiler then says once that a type is no value type, and keeps silent on what follows from it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;

use crate::ast::{BlockAst, FieldAst, FieldContent};
use crate::check::Authority;
use crate::describe::variant;
use crate::register::{Register, Term};
use crate::rule::Both;

/// The places of the first and the last token. A path from one to the other is underlined whole in a message.
pub(crate) fn ends(tokens: &impl ToTokens) -> (Span, Span) {
    let mut tokens = tokens.to_token_stream().into_iter();
    let first = tokens
        .next()
        .map_or_else(Span::call_site, |token| token.span());
    (first, tokens.last().map_or(first, |token| token.span()))
}

/// Arguments in parentheses that stand at the end of `tokens`, so that a call of a path there is underlined as the tokens.
pub(crate) fn at_end(tokens: &impl ToTokens, arguments: &TokenStream) -> TokenStream {
    let (_, last) = ends(tokens);
    quote_spanned!(last=> (#arguments))
}

/// `<Type as Trait>::item`, underlined as the type.
pub(crate) fn of_type(ty: &Type, name: &str, item: &str) -> TokenStream {
    let (first, last) = ends(ty);
    let (name, item) = (Ident::new(name, first), Ident::new(item, last));
    let mut path = quote_spanned!(first=> <#ty as __b::#name>);
    path.extend(quote_spanned!(last=> ::#item));
    path
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
    quote!(#[allow(dead_code)] const fn checks() { #(#fields)* } #rules)
}

fn check_field(
    block: &BlockAst,
    field: &FieldAst,
    term: Option<&Term>,
    register: &Register,
    authority: &Authority<'_>,
) -> TokenStream {
    let ty = &field.ty;
    let (first, last) = ends(ty);
    let mut checks = TokenStream::new();
    let mut holds = |subject: TokenStream, bound: TokenStream| {
        let mut path = quote_spanned!(first=> <#subject as __b::check::#bound>);
        path.extend(quote_spanned!(last=> ::HOLDS));
        checks.extend(quote!(let _ = #path;));
    };
    let (grain, form) = (of_type(ty, "Value", "Grain"), of_type(ty, "Value", "Form"));
    let delivered = |grain: &str| {
        let bound = Ident::new(
            match grain {
                "month" => "ByMonth",
                "quarter" => "ByQuarter",
                _ => "ByYear",
            },
            first,
        );
        quote!(#bound)
    };
    let of_role = |role: &str| {
        let role = variant(role);
        quote_spanned!(first=> FormOf<__b::check::role::#role>)
    };
    match (&field.content, authority.heading) {
        (FieldContent::Role(role), heading) => {
            holds(form, of_role(role));
            if let Some(heading) = heading {
                holds(grain, delivered(register.dates(heading, None)));
            }
        }
        (FieldContent::Variable(variable), heading) => {
            if let (Some(heading), Some(term)) = (heading, term) {
                holds(grain, delivered(register.dates(heading, Some(term))));
                if register.is_identifier(term) {
                    holds(form.clone(), quote_spanned!(first=> IsSerial));
                }
                if register.is_classed(heading, term) {
                    holds(form.clone(), quote_spanned!(first=> InClasses));
                }
            }
            if variable.null.is_some() {
                holds(ty.to_token_stream(), quote_spanned!(first=> MayBeEmpty));
            }
            let period = block.observation_period.as_ref().map(IdentExt::unraw);
            if period.is_some_and(|period| period == field.name) {
                holds(form, of_role("observation_period"));
            }
        }
        (FieldContent::Group { .. } | FieldContent::Broken, _) => {}
    }
    let named = match &field.content {
        FieldContent::Group { .. } => of_type(ty, "Fields", "PHRASES"),
        _ => of_type(ty, "Value", "NULLABLE"),
    };
    let codes = match &field.content {
        FieldContent::Variable(variable) => variable.codes.as_ref(),
        _ => None,
    };
    let codes = codes.map(|list| of_type(&path_type(list), "Codes", "ID"));
    let codes = codes.into_iter();
    quote!(let _ = #named; #(let _ = #codes;)* #checks)
}

/// A path as the type that it names.
pub(crate) fn path_type(path: &syn::Path) -> Type {
    Type::Path(syn::TypePath {
        attrs: Vec::new(),
        qself: None,
        path: path.clone(),
    })
}
