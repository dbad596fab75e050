//! The implementations for a block: `Fields`, and `Block` unless the struct is a part.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::DeriveInput;
use syn::ext::IdentExt;

use super::description::{Constants, Describer, NamedConstants};
use super::docs;
use super::values::values;
use crate::against_decision::Authority;
use crate::ast::{BlockAst, FieldAst, FieldContent, VariableAst};
use crate::expression::Written;
use crate::names::snake_case;
use crate::register::{Register, check_editions, relative_key, term_key};
use crate::span::{SpannedTokens, hidden};
use crate::text::Text;
use beraad_describe::{Heading, Term};

/// Writes the implementations for a struct; `None` if a part of it was reported as an error.
pub(crate) fn expand_block(
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
    rules: &[Written],
    checks: &TokenStream,
) -> Option<TokenStream> {
    // Here and below, `None` means that an error was reported: the fallback is written instead.
    let heading = authority.heading?;
    let (draft, constants) = draft(block, register, heading, authority, rules)?;
    let (fields, block_impl) = if block.is_part {
        (quote!(#draft.fields::<Self>()), None)
    } else {
        let fields = quote!(__b::__private::fields::<Self>());
        (fields, Some(impl_block(block, register, heading, &draft)))
    };
    // `include_bytes!` makes cargo build the struct again when the file changes. The function of `proc_macro` for that is
    // unstable.
    let (ident, file) = (&block.ident, register.path.display().to_string());
    let terms = block.fields.iter().zip(&authority.terms);
    let phrases = terms.filter_map(|(field, term)| phrase(field, *term));
    let types = block.fields.iter().filter_map(field_type);
    let docs = docs::attributes(&docs::of_block(block, register, heading, authority));
    let (walk, reader, new) = (walk(block), reader(block), new(block, &docs));
    let values = values(block);
    let (names, names_check) = names(block);
    let constants = constant_lists(&constants, register);
    Some(quote! {
        #checks
        #constants
        #names_check
        #new
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[#(#phrases),*];
            #names
            fn types() -> ::std::vec::Vec<__b::__private::FieldType> {
                let _ = ::core::include_bytes!(#file);
                ::std::vec![#(#types),*]
            }
            fn fields() -> ::std::vec::Vec<__b::describe::Field> { #fields }
            #walk
            #reader
            #values
        }
        #block_impl
    })
}

/// Writes the lists of the constants that the description names, and the check of their texts.
fn constant_lists(constants: &Constants, register: &Register) -> TokenStream {
    let list = |name: &str, type_name: &str, constants: &NamedConstants| {
        let (name, type_name) = (format_ident!("{name}"), format_ident!("{type_name}"));
        let paths = &constants.paths;
        (!paths.is_empty())
            .then(|| quote!(const #name: &[__b::describe::#type_name] = &[#(#paths),*];))
    };
    let Constants {
        origins,
        notes,
        breaks,
    } = constants;
    let lists = [
        list(ORIGINS, "Origin", origins),
        list(NOTES, "Note", notes),
        list(BREAKS, "SeriesBreak", breaks),
    ];
    let checks = check_editions(
        &[
            (NOTES, "check_note", &notes.paths),
            (BREAKS, "check_series_break", &breaks.paths),
        ],
        &register.deliberation.languages,
    );
    quote!(#(#lists)* #checks)
}

/// Writes the description, for `Draft` to complete.
fn draft(
    block: &BlockAst,
    register: &Register,
    heading: &Heading,
    authority: &Authority<'_>,
    rules: &[Written],
) -> Option<(TokenStream, Constants)> {
    let mut describer = Describer {
        register,
        heading,
        constants: Constants::default(),
    };
    let text = if block.is_part {
        let fields = describer.fields(block, authority)?;
        describer.constants.text_of(fields)
    } else {
        let block = describer.block(block, authority)?;
        describer.constants.text_of(block)
    };
    let constants = describer.constants;
    let list = |name: &str, constants: &NamedConstants| {
        let name = (!constants.paths.is_empty()).then(|| format_ident!("{name}"));
        name.map_or_else(|| quote!(&[]), |name| quote!(#name))
    };
    let origins = list(ORIGINS, &constants.origins);
    let (notes, breaks) = (
        list(NOTES, &constants.notes),
        list(BREAKS, &constants.breaks),
    );
    // In the order of the rules in `text`: `Draft` puts the first expression into the first rule. An expression with
    // an error is missing here, but then the fallback is written instead of this.
    let expressions = rules.iter().map(|rule| &rule.data);
    let draft = quote!(__b::__private::Draft {
        text: #text,
        origins: #origins,
        notes: #notes,
        breaks: #breaks,
        expressions: ::std::vec![#(#expressions),*],
    });
    Some((draft, constants))
}

/// The names of the lists of constants in the output.
const ORIGINS: &str = "__ORIGINS";
const NOTES: &str = "__NOTES";
const BREAKS: &str = "__BREAKS";

/// Writes `Fields::walk`, which shows each column to a visitor.
fn walk(block: &BlockAst) -> TokenStream {
    let [walk, row] = ["walk", "row"].map(hidden);
    let steps = block.fields.iter().map(|field| {
        let (ident, step) = (&field.ident, field.ty.item_of(field.trait_name(), "__walk"));
        let arguments = field.ty.arguments(&quote!(#walk, |#row| &#row.#ident));
        quote!(#step #arguments;)
    });
    quote!(fn walk<__W: __b::Walk<Self>>(#walk: &mut __W) { #(#steps)* })
}

/// Writes `Fields::__reader`, which takes each column from a source, and returns the function that builds a row.
fn reader(block: &BlockAst) -> TokenStream {
    // Every column is taken, and its values are validated, before the first row is built. A group takes its own columns, and its
    // function builds the part of each row.
    let [source, index] = ["source", "index"].map(hidden);
    // The columns have the span of their type, so that a report about one is at the field.
    let columns: Vec<_> = (0..)
        .zip(&block.fields)
        .map(|(place, field)| Ident::new(&format!("__value_{place}"), field.ty.first))
        .collect();
    let takes = block.fields.iter().zip(&columns).map(|(field, column)| {
        let arguments = field.ty.arguments(&quote!(#source));
        if field.is_group() {
            let reader = field.ty.item_of("Fields", "__reader");
            let or_error = quote_spanned!(field.ty.last=> ?);
            quote!(let #column = #reader #arguments #or_error;)
        } else {
            let take = field.ty.item_of("Value", "__column");
            // Not `?`: its conversion of errors takes the compiler a third of the time of the whole function.
            quote!(let #column = match #take #arguments {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };)
        }
    });
    let values = block.fields.iter().zip(&columns).map(|(field, column)| {
        let ident = &field.ident;
        if field.is_group() {
            let arguments = field.ty.arguments(&quote!(#index));
            quote!(#ident: #column #arguments)
        } else {
            let get = field.ty.item_of("Value", "__get");
            let arguments = field.ty.arguments(&quote!(&#column, #index));
            quote!(#ident: #get::<__S> #arguments)
        }
    });
    quote! {
        fn __reader<__S: __b::Source>(#source: &mut __S) -> ::core::result::Result<impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<__S>, __S::Error> {
            #(#takes)*
            ::core::result::Result::Ok(move |#index: ::core::primitive::usize| Self { #(#values),* })
        }
    }
}

/// Writes the constructor, which takes the fields that always have a value, and the documentation of the columns.
fn new(block: &BlockAst, docs: &TokenStream) -> TokenStream {
    let BlockAst {
        ident, visibility, ..
    } = block;
    let fields = || block.fields.iter();
    let arguments = fields().filter(|field| !field.may_be_empty).map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#ident: #ty)
    });
    let values = fields().map(|field| {
        let ident = &field.ident;
        if field.may_be_empty {
            quote!(#ident: ::core::default::Default::default())
        } else {
            quote!(#ident)
        }
    });
    quote! {
        #docs
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #ident {
            /// Creates a row from the columns that always have a value, in declaration order. All others are empty: set them
            /// in the result.
            #[must_use]
            #visibility fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

/// Writes what the type of a field says about its column.
fn field_type(field: &FieldAst) -> Option<TokenStream> {
    let ty = &field.ty;
    let (path, list) = match &field.content {
        FieldContent::Role(_) => (ty.item_of("Value", "__role"), None),
        FieldContent::Variable(VariableAst {
            codes: Some(list), ..
        }) => {
            let list = SpannedTokens::new(list).item_of("CodeList", "description");
            (ty.item_of("Value", "__coded"), Some(quote!(#list())))
        }
        FieldContent::Variable(_) => (ty.item_of("Value", "__variable"), None),
        FieldContent::Group { .. } => (ty.item_of("Fields", "__typed"), None),
        FieldContent::Invalid => return None,
    };
    let arguments = ty.arguments(&list.unwrap_or_default());
    Some(quote!(#path #arguments))
}

/// Writes the names of the columns of a part, for the blocks that contain it; or the check of a block that contains parts.
fn names(block: &BlockAst) -> (Option<TokenStream>, Option<TokenStream>) {
    let name = |field: &FieldAst| match &field.content {
        FieldContent::Group { prefix, .. } => {
            let names = field.ty.item_of("Fields", "NAMES");
            let prefix = prefix.as_str();
            quote!(__b::__private::ColumnNames::Group(#prefix, #names))
        }
        FieldContent::Role(_) | FieldContent::Variable(_) | FieldContent::Invalid => {
            let name = &field.name;
            quote!(__b::__private::ColumnNames::Column(#name))
        }
    };
    let names = block.fields.iter().map(name);
    if block.is_part {
        let names = quote!(const NAMES: &'static [__b::__private::ColumnNames] = &[#(#names),*];);
        return (Some(names), None);
    }
    // One check for each group, at its prefix.
    let fields = block.fields.iter().enumerate();
    let checks: Vec<_> = fields
        .filter_map(|(index, field)| {
            let FieldContent::Group { prefix, .. } = &field.content else {
                return None;
            };
            let check =
                quote_spanned!(prefix.span()=> __b::__private::column_names(__NAMES, #index));
            Some(quote!(const _: () = #check;))
        })
        .collect();
    let check = (!checks.is_empty()).then(|| {
        quote! {
            const __NAMES: &[__b::__private::ColumnNames] = &[#(#names),*];
            #(#checks)*
        }
    });
    (None, check)
}

/// Writes the phrase that a field carries out, for the check that a model leaves out none.
fn phrase(field: &FieldAst, term: Option<&Term>) -> Option<TokenStream> {
    // Phrases are compared by number: comparing texts while compiling took a fifth of the time of a whole model.
    let key_of = |relative: &Option<Text>| {
        let relative = relative.as_ref();
        relative.map_or(0, |relative| relative_key(relative.as_str()))
    };
    match &field.content {
        FieldContent::Variable(variable) => {
            let (term, relative) = (term_key(term?), key_of(&variable.relative));
            Some(quote!(__b::__private::Carried::Phrase(#term, #relative)))
        }
        FieldContent::Group { relative, .. } => {
            let phrases = field.ty.item_of("Fields", "PHRASES");
            let relative = key_of(relative);
            Some(quote!(__b::__private::Carried::Group(#relative, #phrases)))
        }
        FieldContent::Role(_) | FieldContent::Invalid => None,
    }
}

fn impl_block(
    block: &BlockAst,
    register: &Register,
    heading: &Heading,
    draft: &TokenStream,
) -> TokenStream {
    let number = &register.deliberation.number;
    let BlockAst { ident, id, .. } = block;
    let (paragraph, title) = (&heading.paragraph, &heading.title);
    let name = ident.unraw().to_string();
    quote! {
        impl __b::Block for #ident {
            const ID: &'static ::core::primitive::str = #id;
            const PARAGRAPH: &'static ::core::primitive::str = #paragraph;
            const HEADING: &'static ::core::primitive::str = #title;
            const DECISION: &'static ::core::primitive::str = #number;
            // Parsed once, when it is first asked for.
            fn described() -> &'static __b::__private::Described {
                static BLOCK: ::std::sync::LazyLock<__b::__private::Described> = ::std::sync::LazyLock::new(|| #draft.block::<#ident>());
                &BLOCK
            }
        }
        __b::__row_impls!(#ident, #name, #number);
    }
}

/// Writes implementations for a struct with errors, so that one error does not cause others where the struct is used, and
/// the checks that the compiler can still do.
pub(crate) fn fallback_block(
    input: &DeriveInput,
    block: Option<&BlockAst>,
    checks: Option<&TokenStream>,
) -> TokenStream {
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let name = ident.unraw().to_string();
    let id = snake_case(&name);
    // A part is not asked for the supertraits of `Block`, such as `Clone`.
    let is_part = block.is_some_and(|block| block.is_part);
    let block_impl = (!is_part).then(|| {
        quote! {
            impl __b::Block for #ident {
                const ID: &'static ::core::primitive::str = #id;
                const PARAGRAPH: &'static ::core::primitive::str = "";
                const HEADING: &'static ::core::primitive::str = "";
                const DECISION: &'static ::core::primitive::str = "";
                fn described() -> &'static __b::__private::Described { ::core::unreachable!() }
            }
            __b::__row_impls!(#ident, #name, "");
        }
    });
    // The bodies are never run: the struct has an error, so its crate does not compile. They only have to
    // type-check.
    quote! {
        #checks
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[];
            // Not the default, which would be reported where the struct is a group.
            const NAMES: &'static [__b::__private::ColumnNames] = &[];
            fn types() -> ::std::vec::Vec<__b::__private::FieldType> { ::core::unreachable!() }
            fn fields() -> ::std::vec::Vec<__b::describe::Field> { ::core::unreachable!() }
            fn walk<__W: __b::Walk<Self>>(_: &mut __W) {}
            fn __reader<__S: __b::Source>(_: &mut __S) -> ::core::result::Result<impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<__S>, __S::Error> {
                ::core::result::Result::Ok(|_| ::core::unreachable!())
            }
            type __Values = ();
            fn __no_values() {}
            const __COLUMNS: ::core::primitive::usize = 0;
            fn __read_value<__S: __b::__private::RowSource>(_: &mut (), _: ::core::primitive::usize, _: &mut __S) -> ::core::result::Result<(), __S::Error> {
                ::core::result::Result::Ok(())
            }
            fn __from_values(_: ()) -> ::core::option::Option<Self> { ::core::option::Option::None }
        }
        #block_impl
    }
}
