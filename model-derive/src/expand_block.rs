//! Writes out what a checked struct becomes: the description, `walk`, `read`, and what the compiler is to check.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::ast::{BlockAst, FieldAst, FieldContent, Identity, VariableAst, marker};
use crate::check::Authority;
use crate::ctxt::Ctxt;
use crate::describe::{option, variant};
use crate::register::{Register, Term};
use crate::rule::{self, Expanded};

/// The implementation of `Fields`, and of `Row` unless the struct is a part.
pub(crate) fn expand(
    cx: &Ctxt,
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
) -> TokenStream {
    let ident = &block.ident;
    let columns: Vec<_> = block.fields.iter().map(|field| &field.ident).collect();
    let rules: Vec<Expanded> = block
        .rules
        .iter()
        .filter_map(|rule| rule::expand(cx, rule, &columns))
        .collect();
    let fields = block
        .fields
        .iter()
        .zip(&authority.terms)
        .map(|(field, term)| describe_field(field, *term, register, authority));
    let checks = block
        .fields
        .iter()
        .zip(&authority.terms)
        .flat_map(|(field, term)| check_field(field, *term, register, authority));
    let walks = block
        .fields
        .iter()
        .map(|FieldAst { ident, ty, content }| match content {
            FieldContent::Group { .. } => {
                quote_spanned!(ty.span()=> walk.group(|row| &row.#ident);)
            }
            _ => quote_spanned!(ty.span()=> walk.field(|row| &row.#ident);),
        });
    let reads = block
        .fields
        .iter()
        .map(|FieldAst { ident, ty, content }| match content {
            FieldContent::Group { .. } => {
                quote_spanned!(ty.span()=> let #ident = <#ty as __b::Fields>::read(source)?;)
            }
            _ => quote_spanned!(ty.span()=> let #ident = source.column::<#ty>()?;),
        });
    let gets = block
        .fields
        .iter()
        .map(|FieldAst { ident, ty, content }| match content {
            FieldContent::Group { .. } => quote!(#ident: #ident(index)),
            _ => quote_spanned!(ty.span()=> #ident: __b::Get::get(&#ident, index)),
        });
    let lists = block.fields.iter().filter_map(|field| list_of(field));
    let groups = block
        .fields
        .iter()
        .filter(|field| matches!(field.content, FieldContent::Group { .. }))
        .map(|field| &field.ty);
    let row = (!block.part).then(|| expand_row(block, authority, &rules));
    let rule_checks = (!rules.is_empty()).then(|| {
        let checks = rules.iter().map(|rule| &rule.check);
        quote!(#[allow(dead_code)] fn rules(row: &#ident) { #(let _: __b::operand::Operand<__b::Flag> = #checks;)* })
    });
    let file = register.path.display().to_string();
    quote! {
        #[automatically_derived]
        const _: () = {
            use ::beraad_schema as __b;
            use __b::__private::Borrowed as __B;
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);
            #(#checks)*
            #rule_checks
            impl __b::Fields for #ident {
                const FIELDS: __b::List<__b::Field> = __B(&[#(#fields),*]);
                fn code_lists() -> ::std::vec::Vec<__b::CodeList> {
                    #[allow(unused_mut)]
                    let mut lists = __b::__private::code_lists(const { &[#(#lists),*] });
                    #(lists.extend(<#groups as __b::Fields>::code_lists());)*
                    lists
                }
                fn walk<W: __b::Walk<Self>>(walk: &mut W) { #(#walks)* }
                fn read<S: __b::Source>(source: &mut S) -> ::core::result::Result<impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<S>, S::Error> {
                    #(#reads)*
                    ::core::result::Result::Ok(move |index: ::core::primitive::usize| Self { #(#gets),* })
                }
            }
            #row
        };
    }
}

fn expand_row(block: &BlockAst, authority: &Authority<'_>, rules: &[Expanded]) -> TokenStream {
    let BlockAst {
        ident,
        id,
        valid,
        provenance,
        ..
    } = block;
    let (label, definition, row, unit_type) = (
        &block.label,
        &block.definition,
        &block.row,
        &block.unit_type,
    );
    let (Some(label), Some(definition), Some(row), Some(unit_type)) =
        (label, definition, row, unit_type)
    else {
        return TokenStream::new();
    };
    let heading = authority.heading;
    let (paragraph, title) = (heading.paragraph, &heading.title);
    let universe = option(block.universe.as_ref());
    let temporality = variant(block.temporality.unwrap_or_default());
    let identity = match &block.identity {
        Some(Identity::Key(columns)) => {
            let columns = columns.iter().map(ToString::to_string);
            quote!(__b::Identity::Key(__B(&[#(__B(#columns)),*])))
        }
        Some(Identity::NoKnownKey(why)) => quote!(__b::Identity::NoKnownKey(#why)),
        None => return TokenStream::new(),
    };
    let role = block
        .fields
        .iter()
        .find(|field| matches!(field.content, FieldContent::Role("observation_period")));
    let period = block
        .observation_period
        .as_ref()
        .or(role.map(|field| &field.ident));
    let period = option(
        period
            .map(|ident| ident.to_string())
            .map(|name| quote!(__B(#name))),
    );
    let rules = rules.iter().map(|rule| &rule.data);
    let name = ident.to_string();
    quote! {
        impl __b::Row for #ident {
            const BLOCK: __b::Block = __b::Block {
                id: __B(#id), label: #label, definition: #definition, paragraph: #paragraph, heading: __B(#title),
                row: #row, unit_type: #unit_type, universe: #universe, temporality: __b::Temporality::#temporality,
                identity: #identity, observation_period: #period, valid: #valid,
                fields: <Self as __b::Fields>::FIELDS, rules: __B(&[#(#rules),*]), #provenance, __more: ()
            };
            fn column_names() -> &'static [&'static ::core::primitive::str] {
                static NAMES: ::std::sync::OnceLock<::std::boxed::Box<[&'static ::core::primitive::str]>> = ::std::sync::OnceLock::new();
                NAMES.get_or_init(|| __b::__private::column_names(<Self as __b::Row>::block()))
            }
        }
        __b::__row_impls!(#ident, #name);
    }
}

fn describe_field(
    field: &FieldAst,
    term: Option<&Term>,
    register: &Register,
    authority: &Authority<'_>,
) -> TokenStream {
    let (ty, id) = (&field.ty, field.ident.to_string());
    match &field.content {
        FieldContent::Role(role) => {
            let role = variant(role);
            let value_type = quote_spanned!(ty.span()=> <#ty as __b::Value>::TYPE);
            let nullable = quote_spanned!(ty.span()=> <#ty as __b::Value>::NULLABLE);
            quote!(__b::Field::Role(__b::RoleColumn { id: __B(#id), role: __b::Role::#role, value_type: #value_type, nullable: #nullable, __more: () }))
        }
        FieldContent::Group { prefix, relative } => {
            let relative = option(relative.as_ref().map(|relative| quote!(__B(#relative))));
            quote!(__b::Field::Group(__b::Group { prefix: __B(#prefix), relative: #relative, fields: <#ty as __b::Fields>::FIELDS, __more: () }))
        }
        FieldContent::Variable(variable) => match term
            .and_then(|term| describe_variable(field, variable, term, register, authority))
        {
            Some(variable) => quote!(__b::Field::Variable(#variable)),
            None => TokenStream::new(),
        },
        FieldContent::Broken => TokenStream::new(),
    }
}

fn describe_variable(
    field: &FieldAst,
    variable: &VariableAst,
    term: &Term,
    register: &Register,
    authority: &Authority<'_>,
) -> Option<TokenStream> {
    let (ty, id) = (&field.ty, field.ident.to_string());
    let VariableAst {
        label,
        definition,
        matched,
        certainty,
        level,
        valid,
        provenance,
        ..
    } = variable;
    let (label, definition) = (label.as_ref()?, definition.as_ref()?);
    let (matched, certainty, level) = (
        variant((*matched)?),
        variant((*certainty)?),
        variant((*level)?),
    );
    let heading = authority.heading;
    let (paragraph, title, phrase) = (heading.paragraph, &heading.title, &term.term);
    let of = option(term.of.as_ref().map(|of| quote!(__B(#of))));
    let relative = option(
        variable
            .relative
            .as_ref()
            .map(|relative| quote!(__B(#relative))),
    );
    let dates = variant(register.dates(heading, Some(term)));
    let disputed = option(term.disputed.as_ref());
    let value_type = quote_spanned!(ty.span()=> <#ty as __b::Value>::TYPE);
    let nullable = quote_spanned!(ty.span()=> <#ty as __b::Value>::NULLABLE);
    let alternatives = variable.alternatives.iter().map(|word| variant(word));
    let labels = [
        &variable.null,
        &variable.universe,
        &variable.row,
        &variable.unit,
        &variable.range,
    ];
    let [null_means, universe, row, unit, range] = labels.map(|label| option(label.as_ref()));
    let code_list = match &variable.codes {
        Some(list) => {
            quote_spanned!(list.span()=> ::core::option::Option::Some(__b::__private::id_of::<#list>()))
        }
        None => {
            quote_spanned!(ty.span()=> __b::__private::list_id(const { &<#ty as __b::Value>::CODE_LIST }))
        }
    };
    Some(quote!(__b::Variable {
        id: __B(#id), label: #label, definition: #definition,
        phrase: __b::Phrase {
            paragraph: #paragraph, heading: __B(#title), term: __B(#phrase), of: #of, relative: #relative,
            dates: __b::Grain::#dates, disputed: #disputed, __more: ()
        },
        value_type: #value_type, certainty: __b::TypeCertainty::#certainty,
        alternatives: __B(&[#(__b::ValueKind::#alternatives),*]),
        nullable: #nullable, null_means: #null_means, universe: #universe, row: #row,
        level: __b::Level::#level, unit: #unit, range: #range, code_list: #code_list, valid: #valid,
        matched: __b::Match::#matched, #provenance, __more: ()
    }))
}

/// The code list of a field, as an expression of type `Option<CodeList>`.
fn list_of(field: &FieldAst) -> Option<TokenStream> {
    let ty = &field.ty;
    match &field.content {
        FieldContent::Variable(VariableAst {
            codes: Some(list), ..
        }) => Some(
            quote_spanned!(list.span()=> ::core::option::Option::Some(<#list as __b::Codes>::LIST)),
        ),
        FieldContent::Variable(_) => {
            Some(quote_spanned!(ty.span()=> <#ty as __b::Value>::CODE_LIST))
        }
        _ => None,
    }
}

/// Type against text: what the compiler is to check at the field.
fn check_field(
    field: &FieldAst,
    term: Option<&Term>,
    register: &Register,
    authority: &Authority<'_>,
) -> Vec<TokenStream> {
    let ty = &field.ty;
    let mut checks = Vec::new();
    let mut check = |name: &str, markers: TokenStream| {
        let name = Ident::new(name, ty.span());
        let call = quote_spanned!(ty.span()=> __b::check::#name::<#ty #markers>());
        checks.push(quote!(const _: () = #call;));
    };
    match (&field.content, term) {
        (FieldContent::Role(role), _) => {
            let role_marker = marker("role", role);
            check("has_role", quote!(, #role_marker));
            let grain = marker("by", register.dates(authority.heading, None));
            check("no_finer_than", quote!(, #grain));
        }
        (FieldContent::Variable(variable), Some(term)) => {
            let grain = marker("by", register.dates(authority.heading, Some(term)));
            check("no_finer_than", quote!(, #grain));
            if register.is_identifier(term) {
                check("is_serial_number", TokenStream::new());
            }
            if register.is_classed(authority.heading, term) {
                check("in_classes", TokenStream::new());
            }
            if variable.null.is_some() {
                check("may_be_empty", TokenStream::new());
            }
        }
        _ => {}
    }
    checks
}

/// An implementation for a struct with mistakes, so that one mistake does not bring others where the struct is used.
pub(crate) fn fallback(ident: &Ident) -> TokenStream {
    let name = ident.to_string();
    let id = crate::describe::snake_case(&name);
    let label = quote!(__b::Label { nl: __B(#name), en: __B(#name), fr: ::core::option::Option::None, __more: () });
    let body = quote! {
        impl __b::Fields for #ident {
            const FIELDS: __b::List<__b::Field> = __B(&[]);
            fn code_lists() -> ::std::vec::Vec<__b::CodeList> { ::std::vec::Vec::new() }
            fn walk<W: __b::Walk<Self>>(_: &mut W) {}
            fn read<S: __b::Source>(_: &mut S) -> ::core::result::Result<impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<S>, S::Error> {
                ::core::result::Result::Ok(|_: ::core::primitive::usize| ::core::unreachable!())
            }
        }
        impl __b::Row for #ident {
            const BLOCK: __b::Block = __b::Block {
                id: __B(#id), label: #label, definition: #label, paragraph: 0, heading: __B(""), row: #label, unit_type: #label,
                universe: ::core::option::Option::None, temporality: __b::Temporality::Fixed, identity: __b::Identity::Key(__B(&[])),
                observation_period: ::core::option::Option::None, valid: __b::Period::ALWAYS, fields: __B(&[]), rules: __B(&[]),
                origins: __B(&[]), evidence: __B(&[]), notes: __B(&[]), breaks: __B(&[]), __more: ()
            };
            fn column_names() -> &'static [&'static ::core::primitive::str] { &[] }
        }
        __b::__row_impls!(#ident, #name);
    };
    in_scope(&body)
}

/// Puts an implementation where the short names of this crate's output mean what they should.
pub(crate) fn in_scope(body: &impl ToTokens) -> TokenStream {
    quote! {
        #[automatically_derived]
        const _: () = {
            use ::beraad_schema as __b;
            use __b::__private::Borrowed as __B;
            #body
        };
    }
}
