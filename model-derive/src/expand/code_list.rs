//! The implementations for a code list: `CodeList`, and for an enum with variants `Scalar` and serde.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields};

use super::docs;
use crate::ast::{CodeListAst, TableAst};
use crate::register::Register;
use beraad_describe::{CodeList, Label, Language, ListKind};

/// Writes the implementations for an enum. `language` is that of its documentation.
pub(crate) fn expand_code_list(
    list: &CodeListAst,
    register: Option<&Register>,
    language: Language,
) -> TokenStream {
    let docs = docs::attributes(&docs::of_list(list, language));
    if list.variants.is_empty() {
        return impl_code_list(list, register, Some(&docs));
    }
    let code_list = impl_code_list(list, register, None);
    let (enum_impl, scalar) = (impl_enum(list, &docs), impl_scalar(list));
    let ident = &list.ident;
    let name = ident.unraw().to_string();
    quote! {
        #code_list
        #enum_impl
        #scalar
        __b::__code_impls!(#ident, #name);
    }
}

fn impl_code_list(
    list: &CodeListAst,
    register: Option<&Register>,
    docs: Option<&TokenStream>,
) -> TokenStream {
    let (ident, id) = (&list.ident, &list.id);
    let text = serde_json::to_string(&describe(list)).expect("descriptions serialize to JSON");
    // Makes the compiler build the enum again when the languages of the register change, or the table.
    let register = register.map(|register| {
        let path = register.path.display().to_string();
        quote!(
            let _ = ::core::include_bytes!(#path);
        )
    });
    let table = list.table.as_ref().map(|TableAst { path, .. }| {
        quote!(
            let _ = ::core::include_bytes!(#path);
        )
    });
    quote! {
        #docs
        impl __b::CodeList for #ident {
            const ID: &'static ::core::primitive::str = #id;
            fn description() -> &'static __b::describe::CodeList {
                #register
                #table
                static LIST: __b::__private::ListText = __b::__private::ListText::new(#text);
                LIST.list()
            }
        }
    }
}

fn describe(list: &CodeListAst) -> CodeList {
    let codes = list.codes.iter();
    // A list without a definition was reported, and its description is never read.
    let definition = list.definition.clone();
    let definition = definition.unwrap_or_else(|| Label::new([(Language::EN, "")]));
    let kind = list.kind.unwrap_or(ListKind::Open);
    let mut described = CodeList::new(list.id.clone(), definition, kind);
    described
        .renamed_from
        .clone_from(&list.lineage.renamed_from);
    described.deprecated.clone_from(&list.lineage.deprecated);
    described.label.clone_from(&list.label);
    described.status = list.status;
    described.complete = list.is_complete;
    described.searched = list.is_searched;
    described.read_at = list.read_at;
    described.why.clone_from(&list.why);
    described.standard = list.standard.clone().map(Into::into);
    described.page = list.page.clone().map(Into::into);
    described.form = list.form.as_ref().map(|(_, form)| form.clone());
    described.codes = codes.map(|code| code.code.entry.clone()).collect();
    described
}

/// Writes the methods of an enum with variants.
///
/// The hidden ones take the enum by reference: an enum that is not `Copy` gets no message about generated code.
fn impl_enum(list: &CodeListAst, docs: &TokenStream) -> TokenStream {
    let CodeListAst {
        ident, variants, ..
    } = list;
    let codes = list.codes.iter();
    // A variant always has a code, so the texts are at the positions of their variants.
    let texts = codes.filter_map(|code| code.code.entry.code.as_deref());
    // An enum with more variants was reported.
    let positions = (0..=u8::MAX).take(variants.len());
    quote! {
        #docs
        impl #ident {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// Returns the stored text of the code.
            #[must_use]
            pub const fn as_str(&self) -> &'static ::core::primitive::str {
                const TEXTS: &[&::core::primitive::str] = &[#(#texts),*];
                TEXTS[Self::__place(self) as ::core::primitive::usize]
            }
            const fn __place(&self) -> ::core::primitive::u8 {
                match self { #(Self::#variants => #positions),* }
            }
            fn __nth(position: ::core::primitive::usize) -> ::core::result::Result<Self, __b::ValueError> {
                __b::__private::nth([#(Self::#variants),*], <Self as __b::CodeList>::description(), position)
            }
        }
    }
}

/// Writes what makes an enum with variants a value type that rules can name.
fn impl_scalar(list: &CodeListAst) -> TokenStream {
    let (ident, id) = (&list.ident, &list.id);
    quote! {
        impl __b::Scalar for #ident {
            const TYPE: __b::describe::ValueType = __b::describe::ValueType::Code { list: __b::describe::Text::Borrowed(#id) };
            type Kind = Self;
            type Grain = __b::__private::grain::Undated;
            type Form = __b::__private::form::Classed;
            type Stored = __b::__private::Position;
            fn code_list() -> ::core::option::Option<&'static __b::describe::CodeList> { ::core::option::Option::Some(<Self as __b::CodeList>::description()) }
            fn datum(&self) -> __b::Datum { __b::__private::code_datum(Self::as_str(self)) }
            fn from_datum(datum: __b::Datum) -> ::core::result::Result<Self, __b::ValueError> {
                Self::__nth(__b::__private::position(&datum, <Self as __b::CodeList>::description())?)
            }
        }
        impl __b::__private::Positioned for #ident {
            #[inline]
            fn position(&self) -> ::core::primitive::u8 { Self::__place(self) }
        }
        impl __b::__private::operand::Constant for #ident {
            type Kind = Self;
            fn literal(&self) -> __b::describe::Literal {
                __b::describe::Literal::Code { list: __b::describe::Text::Borrowed(#id), code: __b::describe::Text::Borrowed(Self::as_str(self)) }
            }
        }
    }
}

/// Writes implementations for an enum with errors, so that one error does not cause others where the list is used.
pub(crate) fn fallback_code_list(input: &DeriveInput) -> TokenStream {
    let Data::Enum(data) = &input.data else {
        return TokenStream::new();
    };
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let is_unit = |variant: &&syn::Variant| matches!(variant.fields, Fields::Unit);
    let variants: Vec<_> = data.variants.iter().filter(is_unit).collect();
    if variants.len() == data.variants.len() {
        return expand_code_list(
            &CodeListAst::placeholder(input, &variants),
            None,
            Language::EN,
        );
    }
    // The methods of an enum match on all variants, and a variant with fields does not match: only the list is left.
    let ident = &input.ident;
    quote! {
        impl __b::CodeList for #ident {
            const ID: &'static ::core::primitive::str = "";
            fn description() -> &'static __b::describe::CodeList { ::core::unreachable!() }
        }
    }
}
