//! Writes out what a checked struct becomes: the description, `walk`, `read`, and what the compiler is to check.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::ast::{BlockAst, FieldAst, FieldContent, Identity, VariableAst, marker};
use crate::check::Authority;
use crate::ctxt::Ctxt;
use crate::describe::Constants;
use crate::json::{Object, Raw, ToJson};
use crate::register::{Register, Term};
use crate::rule::{self, Both};

/// The implementation of `Fields`, and of `Row` unless the struct is a part.
pub(crate) fn expand(
    cx: &Ctxt,
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
) -> TokenStream {
    let ident = &block.ident;
    let columns: Vec<_> = block.fields.iter().map(|field| &field.ident).collect();
    let rules: Vec<Both> = block
        .rules
        .iter()
        .filter_map(|rule| rule::expand(cx, rule, &columns))
        .collect();
    let with_terms = || block.fields.iter().zip(&authority.terms);

    let mut constants = Constants::default();
    let fields: Vec<_> = with_terms()
        .map(|(field, term)| {
            Raw(describe_field(
                field,
                *term,
                register,
                authority,
                &mut constants,
            ))
        })
        .collect();
    let phrases = with_terms().filter_map(|(field, term)| phrase(field, *term));
    let checks =
        with_terms().flat_map(|(field, term)| check_field(field, *term, register, authority));
    let walks = block
        .fields
        .iter()
        .map(|FieldAst { ident, ty, content }| match content {
            FieldContent::Group { .. } => {
                quote_spanned!(ty.span()=> walk.group(|row| &row.#ident);)
            }
            _ => quote_spanned!(ty.span()=> walk.field(|row| &row.#ident);),
        });
    let reads = block.fields.iter().map(|FieldAst { ident, ty, content }| match content {
        FieldContent::Group { .. } => quote_spanned!(ty.span()=> let mut #ident = <#ty as __b::Fields>::read(source)?.into_iter();),
        _ => quote_spanned!(ty.span()=> let #ident = source.column::<#ty>()?;),
    });
    let gets = block
        .fields
        .iter()
        .map(|FieldAst { ident, ty, content }| match content {
            FieldContent::Group { .. } => quote!(#ident: __b::__private::next(&mut #ident)),
            _ => quote_spanned!(ty.span()=> #ident: __b::Get::get(&#ident, index)),
        });
    let types = block.fields.iter().filter_map(typed);
    let rule_checks = (!rules.is_empty()).then(|| {
        let checks = rules.iter().map(|rule| &rule.check);
        quote!(#[allow(dead_code)] fn rules(row: &#ident) { #(let _: __b::operand::Operand<__b::Flag> = #checks;)* })
    });

    let description = match describe_block(block, authority, &fields, &mut constants) {
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
            quote!(<Self as __b::Row>::block().fields.to_vec()),
            Some(expand_row(block, authority, &draft)),
        )
    };
    let file = register.path.display().to_string();
    in_scope(&quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);
        #[allow(dead_code)]
        const fn checks() { #(#checks)* }
        #rule_checks
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[#(#phrases),*];
            fn types() -> ::std::vec::Vec<__b::__private::Typed> { ::std::vec::Vec::from([#(#types),*]) }
            fn fields() -> ::std::vec::Vec<__b::Field> { #described }
            fn walk<W: __b::Walk<Self>>(walk: &mut W) { #(#walks)* }
            fn read<S: __b::Source>(source: &mut S) -> ::core::result::Result<::std::vec::Vec<Self>, S::Error> {
                #(#reads)*
                ::core::result::Result::Ok(__b::__private::rows(source, |index| Self { #(#gets),* }))
            }
        }
        #row
    })
}

/// What is known of a field from its type alone.
fn typed(field: &FieldAst) -> Option<TokenStream> {
    let ty = &field.ty;
    match &field.content {
        FieldContent::Role(_) => Some(quote_spanned!(ty.span()=> __b::__private::role::<#ty>())),
        FieldContent::Variable(VariableAst {
            codes: Some(list), ..
        }) => {
            let list = quote_spanned!(list.span()=> #list);
            Some(quote_spanned!(ty.span()=> __b::__private::coded::<#ty, #list>()))
        }
        FieldContent::Variable(_) => {
            Some(quote_spanned!(ty.span()=> __b::__private::variable::<#ty>()))
        }
        FieldContent::Group { .. } => {
            Some(quote_spanned!(ty.span()=> __b::__private::group::<#ty>()))
        }
        FieldContent::Broken => None,
    }
}

fn expand_row(block: &BlockAst, authority: &Authority<'_>, draft: &TokenStream) -> TokenStream {
    let BlockAst { ident, id, .. } = block;
    let (paragraph, title) = (authority.heading.paragraph, &authority.heading.title);
    let name = ident.to_string();
    quote! {
        impl __b::Row for #ident {
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
    authority: &Authority<'_>,
    fields: &Vec<Raw>,
    constants: &mut Constants,
) -> Option<Object> {
    let identity = match block.identity.as_ref()? {
        Identity::Key(columns) => Object::new().put(
            "key",
            &columns.iter().map(ToString::to_string).collect::<Vec<_>>(),
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
        .map(ToString::to_string);
    let description = Object::new()
        .put("id", &block.id)
        .put("label", block.label.as_ref()?)
        .put("definition", block.definition.as_ref()?)
        .put("paragraph", &authority.heading.paragraph)
        .put("heading", &authority.heading.title)
        .put("row", block.row.as_ref()?)
        .put("unit_type", block.unit_type.as_ref()?)
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
    authority: &Authority<'_>,
    constants: &mut Constants,
) -> String {
    let id = field.ident.to_string();
    let (kind, description) = match &field.content {
        FieldContent::Role(role) => (
            "role",
            Some(Object::new().put("id", &id).put("role", *role)),
        ),
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
                describe_variable(&id, variable, term, register, authority, constants)
            });
            ("variable", description)
        }
        FieldContent::Broken => ("broken", None),
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
    authority: &Authority<'_>,
    constants: &mut Constants,
) -> Option<Object> {
    let heading = authority.heading;
    let phrase = Object::new()
        .put("paragraph", &heading.paragraph)
        .put("heading", &heading.title)
        .put("term", &term.term)
        .put_some("of", term.of.as_ref())
        .put_some("relative", variable.relative.as_ref())
        .put("dates", register.dates(heading, Some(term)))
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
        .put_some("row", variable.row.as_ref())
        .put("level", variable.level?)
        .put_some("unit", variable.unit.as_ref())
        .put_some("range", variable.range.as_ref())
        .put("valid", &variable.valid)
        .put("matched", variable.matched?);
    Some(variable.provenance.describe(description, constants))
}

/// The phrase that a field carries out, for the compiler.
fn phrase(field: &FieldAst, term: Option<&Term>) -> Option<TokenStream> {
    let ty = &field.ty;
    let text =
        |text: &Option<syn::LitStr>| text.as_ref().map(syn::LitStr::value).unwrap_or_default();
    match &field.content {
        FieldContent::Variable(variable) => {
            let (Term { term, of, .. }, relative) = (term?, text(&variable.relative));
            let of = of.as_deref().unwrap_or_default();
            Some(quote!(__b::__private::Carried::Phrase(#term, #of, #relative)))
        }
        FieldContent::Group { relative, .. } => {
            let relative = text(relative);
            Some(
                quote_spanned!(ty.span()=> __b::__private::Carried::Group(#relative, <#ty as __b::Fields>::PHRASES)),
            )
        }
        FieldContent::Role(_) | FieldContent::Broken => None,
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
        checks.push(quote_spanned!(ty.span()=> __b::__private::#name::<#ty #markers>();));
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
    in_scope(&quote! {
        impl __b::Fields for #ident {
            const PHRASES: &'static [__b::__private::Carried] = &[];
            fn types() -> ::std::vec::Vec<__b::__private::Typed> { ::core::unreachable!() }
            fn fields() -> ::std::vec::Vec<__b::Field> { ::core::unreachable!() }
            fn walk<W: __b::Walk<Self>>(_: &mut W) {}
            fn read<S: __b::Source>(_: &mut S) -> ::core::result::Result<::std::vec::Vec<Self>, S::Error> { ::core::unreachable!() }
        }
        impl __b::Row for #ident {
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
