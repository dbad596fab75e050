//! Writes out what a checked struct becomes: the description, `walk` and `read`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::DeriveInput;
use syn::ext::IdentExt;

use crate::assert::Placed;
use crate::ast::{BlockAst, FieldAst, FieldContent, Identity, VariableAst};
use crate::check::Authority;
use crate::describe::Constants;
use crate::json::{Object, Raw, ToJson};
use crate::register::{self, Heading, Register, Term};
use crate::rule::Both;
use crate::text::Text;

/// The implementation of `Fields`, and of `Row` unless the struct is a part; `None` after a mistake.
pub(crate) fn expand(
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
    rules: &[Both],
    checks: &TokenStream,
) -> Option<TokenStream> {
    let ident = &block.ident;
    let heading = authority.heading?;
    let with_terms = || block.fields.iter().zip(&authority.terms);

    let mut constants = Constants::default();
    let fields: Vec<_> = with_terms()
        .map(|(field, term)| {
            Raw(describe_field(
                field,
                *term,
                register,
                heading,
                &mut constants,
            ))
        })
        .collect();
    let phrases = with_terms().filter_map(|(field, term)| phrase(field, *term));
    // The names of arguments and of what is read are kept apart from those of columns, which can be the same.
    let [walk, row, source, index] =
        ["walk", "row", "source", "index"].map(|name| Ident::new(name, Span::mixed_site()));
    let walks = block.fields.iter().map(|field| {
        let (ident, step) = (&field.ident, field.ty.of_type(trait_of(field), "__walk"));
        let arguments = field.ty.at_end(&quote!(#walk, |#row| &#row.#ident));
        quote!(#step #arguments;)
    });
    let values: Vec<_> = (0..)
        .zip(&block.fields)
        .map(|(place, field)| Ident::new(&format!("__value_{place}"), field.ty.first))
        .collect();
    let reads = block.fields.iter().zip(&values).map(|(field, value)| {
        let argument = field.ty.at_end(&quote!(#source));
        let or_error = quote_spanned!(field.ty.last=> ?);
        if let FieldContent::Group { .. } = field.content {
            let read = field.ty.of_type("Fields", "__next");
            quote!(let mut #value = #read #argument #or_error;)
        } else {
            let read = field.ty.of_type("Value", "__column");
            // Not `?`: the conversion of errors that it brings takes the compiler a third of the time of all of `read`.
            quote!(let #value = match #read #argument {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };)
        }
    });
    let gets = block.fields.iter().zip(&values).map(|(field, value)| {
        let ident = &field.ident;
        if let FieldContent::Group { .. } = field.content {
            let argument = field.ty.at_end(&TokenStream::new());
            quote!(#ident: #value #argument)
        } else {
            let get = field.ty.of_type("Value", "__get");
            let arguments = field.ty.at_end(&quote!(&#value, #index));
            quote!(#ident: #get::<__S> #arguments)
        }
    });
    let types = block.fields.iter().filter_map(typed);
    let description = match describe_block(block, heading, &fields, &mut constants) {
        Some(description) => description.to_json(),
        None => fields.to_json(),
    };
    let Constants {
        origins,
        notes,
        breaks,
    } = &constants;
    let expressions = rules.iter().map(|rule| &rule.data);
    let draft = quote!(__b::__private::Draft {
        text: #description,
        origins: &[#(#origins),*],
        notes: &[#(#notes),*],
        breaks: &[#(#breaks),*],
        expressions: ::std::vec![#(#expressions),*],
    });
    let (described, row) = if block.part {
        (quote!(#draft.fields::<Self>()), None)
    } else {
        (
            quote!(__b::__private::fields::<Self>()),
            Some(expand_row(block, heading, &draft)),
        )
    };
    let file = register.path.display().to_string();
    Some(in_scope(&quote! {
        #checks
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[#(#phrases),*];
            fn types() -> ::std::vec::Vec<__b::__private::Typed> {
                let _ = ::core::include_bytes!(#file);
                ::std::vec![#(#types),*]
            }
            fn fields() -> ::std::vec::Vec<__b::describe::Field> { #described }
            fn walk<__W: __b::Walk<Self>>(#walk: &mut __W) { #(#walks)* }
            fn read<__S: __b::Source>(#source: &mut __S) -> ::core::result::Result<::std::vec::Vec<Self>, __S::Error> {
                #(#reads)*
                ::core::result::Result::Ok(__b::__private::rows(#source, |#index| Self { #(#gets),* }))
            }
        }
        #row
    }))
}

/// The trait that describes, walks and reads a field.
fn trait_of(field: &FieldAst) -> &'static str {
    match field.content {
        FieldContent::Group { .. } => "Fields",
        _ => "Value",
    }
}

/// What is known of a field from its type alone.
fn typed(field: &FieldAst) -> Option<TokenStream> {
    let ty = &field.ty;
    let (path, list) = match &field.content {
        FieldContent::Role(_) => (ty.of_type("Value", "__role"), None),
        FieldContent::Variable(VariableAst {
            codes: Some(list), ..
        }) => {
            let list = Placed::new(list).of_type("CodeList", "description");
            (ty.of_type("Value", "__coded"), Some(quote!(#list())))
        }
        FieldContent::Variable(_) => (ty.of_type("Value", "__variable"), None),
        FieldContent::Group { .. } => (ty.of_type("Fields", "__typed"), None),
        FieldContent::Invalid => return None,
    };
    let arguments = ty.at_end(&list.unwrap_or_default());
    Some(quote!(#path #arguments))
}

fn expand_row(block: &BlockAst, heading: &Heading, draft: &TokenStream) -> TokenStream {
    let BlockAst { ident, id, .. } = block;
    let (paragraph, title) = (heading.paragraph, &heading.title);
    let name = ident.unraw().to_string();
    quote! {
        impl __b::Block for #ident {
            const ID: &'static ::core::primitive::str = #id;
            const HEADING: (::core::primitive::u8, &'static ::core::primitive::str) = (#paragraph, #title);
            fn described() -> &'static __b::__private::Described {
                static BLOCK: ::std::sync::LazyLock<__b::__private::Described> = ::std::sync::LazyLock::new(|| #draft.block::<#ident>());
                &BLOCK
            }
        }
        __b::__row_impls!(#ident, #name);
    }
}

/// The description of a block; `None` for a part, which is a list of fields.
fn describe_block(
    block: &BlockAst,
    heading: &Heading,
    fields: &Vec<Raw>,
    constants: &mut Constants,
) -> Option<Object> {
    let identity = match block.identity.as_ref()? {
        Identity::Key(columns) => Object::new().put(
            "key",
            &columns
                .iter()
                .map(|column| column.unraw().to_string())
                .collect::<Vec<_>>(),
        ),
        Identity::NoKnownKey(why) => Object::new().put("no_known_key", why),
    };
    let role = block
        .fields
        .iter()
        .find(|field| matches!(field.content, FieldContent::Role("observation_period")));
    let period = block
        .observation_period
        .as_ref()
        .or(role.map(|field| &field.ident))
        .map(|ident| ident.unraw().to_string());
    let description = Object::new()
        .put("id", &block.id)
        .put("label", block.label.as_ref()?)
        .put("definition", block.definition.as_ref()?)
        .put("paragraph", &heading.paragraph)
        .put("heading", &heading.title)
        .put("row_unit", block.row.as_ref()?)
        .put("analysis_unit", block.analysis_unit.as_ref()?)
        .put_some("universe", block.universe.as_ref())
        .put("temporality", block.temporality?)
        .put("identity", &identity)
        .put_some("observation_period", period.as_ref())
        .put("valid", &block.valid)
        .put("fields", fields)
        .put("rules", &block.rules);
    Some(block.provenance.describe(description, constants))
}

fn describe_field(
    field: &FieldAst,
    term: Option<&Term>,
    register: &Register,
    heading: &Heading,
    constants: &mut Constants,
) -> String {
    let id = &field.name;
    let (kind, description) = match &field.content {
        FieldContent::Role(role) => ("role", Some(Object::new().put("id", id).put("role", *role))),
        FieldContent::Group { prefix, relative } => (
            "group",
            Some(
                Object::new()
                    .put("prefix", prefix)
                    .put_some("relative", relative.as_ref()),
            ),
        ),
        FieldContent::Variable(variable) => {
            let description = term.and_then(|term| {
                describe_variable(id, variable, term, register, heading, constants)
            });
            ("variable", description)
        }
        FieldContent::Invalid => ("broken", None),
    };
    Object::new()
        .put(kind, &description.unwrap_or_default())
        .to_json()
}

fn describe_variable(
    id: &str,
    variable: &VariableAst,
    term: &Term,
    register: &Register,
    heading: &Heading,
    constants: &mut Constants,
) -> Option<Object> {
    let phrase = Object::new()
        .put("paragraph", &heading.paragraph)
        .put("heading", &heading.title)
        .put("term", &term.term)
        .put_some("of", term.of.as_ref())
        .put_some("relative", variable.relative.as_ref())
        .put("dates", &register.dates(heading, Some(term)))
        .put_some("disputed", term.disputed.as_ref());
    let description = Object::new()
        .put("id", id)
        .put("label", variable.label.as_ref()?)
        .put("definition", variable.definition.as_ref()?)
        .put("phrase", &phrase)
        .put("certainty", variable.certainty?)
        .put("alternatives", &variable.alternatives)
        .put_some("null_means", variable.null.as_ref())
        .put_some("universe", variable.universe.as_ref())
        .put_some("source_unit", variable.row.as_ref())
        .put("measurement", variable.level?)
        .put_some("unit", variable.unit.as_ref())
        .put_some("range", variable.range.as_ref())
        .put("valid", &variable.valid)
        .put("match_quality", variable.match_quality?);
    Some(variable.provenance.describe(description, constants))
}

/// The phrase that a field carries out, for the compiler.
fn phrase(field: &FieldAst, term: Option<&Term>) -> Option<TokenStream> {
    let ty = &field.ty;
    let relative = |text: &Option<Text>| {
        text.as_ref()
            .map_or(0, |text| register::relative_key(text.as_str()))
    };
    match &field.content {
        FieldContent::Variable(variable) => {
            let (term, relative) = (register::term_key(term?), relative(&variable.relative));
            Some(quote!(__b::__private::Carried::Phrase(#term, #relative)))
        }
        FieldContent::Group { relative: text, .. } => {
            let (relative, phrases) = (relative(text), ty.of_type("Fields", "PHRASES"));
            Some(quote!(__b::__private::Carried::Group(#relative, #phrases)))
        }
        FieldContent::Role(_) | FieldContent::Invalid => None,
    }
}

/// An implementation for a struct with mistakes, so that one mistake does not bring others where the struct is used;
/// with it, what the compiler is to check.
pub(crate) fn fallback(input: &DeriveInput, checks: Option<&TokenStream>) -> TokenStream {
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let name = ident.unraw().to_string();
    let id = crate::describe::snake_case(&name);
    in_scope(&quote! {
        #checks
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[];
            fn types() -> ::std::vec::Vec<__b::__private::Typed> { ::core::unreachable!() }
            fn fields() -> ::std::vec::Vec<__b::describe::Field> { ::core::unreachable!() }
            fn walk<__W: __b::Walk<Self>>(_: &mut __W) {}
            fn read<__S: __b::Source>(_: &mut __S) -> ::core::result::Result<::std::vec::Vec<Self>, __S::Error> { ::core::unreachable!() }
        }
        impl __b::Block for #ident {
            const ID: &'static ::core::primitive::str = #id;
            const HEADING: (::core::primitive::u8, &'static ::core::primitive::str) = (0, "");
            fn described() -> &'static __b::__private::Described { ::core::unreachable!() }
        }
        __b::__row_impls!(#ident, #name);
    })
}

/// Puts an implementation where `__b` is the vocabulary.
pub(crate) fn in_scope(body: &impl ToTokens) -> TokenStream {
    quote! {
        #[automatically_derived]
        const _: () = {
            use ::beraad_schema as __b;
            #body
        };
    }
}
