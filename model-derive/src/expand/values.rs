//! The items of `Fields` by which a row is read in any order: the tuple of its values so far, and the functions that read and take them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;

use crate::ast::{BlockAst, FieldAst};
use crate::span::hidden;

/// An element of the tuple: the value of a field.
struct Element<'a> {
    field: &'a FieldAst,
    index: Index,
}

impl Element<'_> {
    /// Writes the type of the value, which is absent until it is read.
    fn value_type(&self) -> TokenStream {
        let ty = &self.field.ty;
        if self.field.is_group() {
            quote!(__b::__private::GroupValues<#ty>)
        } else {
            quote!(::core::option::Option<#ty>)
        }
    }

    /// Writes the call that reads the value of a column; a group needs its index.
    fn read(&self) -> TokenStream {
        let [values, column, source] = ["values", "column", "source"].map(hidden);
        let Self { field, index } = self;
        let (name, column) = if field.is_group() {
            ("__read_within_group", Some(quote!(#column,)))
        } else {
            ("__read_value", None)
        };
        let read = field.ty.item_of(field.trait_name(), name);
        let arguments = quote!(&mut #values.#index, #column #source);
        let arguments = field.ty.arguments(&arguments);
        quote!(#read #arguments)
    }

    /// Writes the field of the complete struct.
    fn take(&self) -> TokenStream {
        let values = hidden("values");
        let Self { field, index } = self;
        let name = if field.is_group() {
            "__from_group_values"
        } else {
            "__value_or_null"
        };
        let (ident, take) = (&field.ident, field.ty.item_of(field.trait_name(), name));
        let arguments = field.ty.arguments(&quote!(#values.#index));
        quote!(#ident: #take #arguments?)
    }
}

/// Writes the items.
pub(super) fn values(block: &BlockAst) -> TokenStream {
    let all = block.fields.iter().enumerate();
    let all: Vec<_> = all
        .map(|(index, field)| Element {
            field,
            index: Index::from(index),
        })
        .collect();
    let types = all.iter().map(Element::value_type);
    let absent = all
        .iter()
        .map(|_| quote!(::core::default::Default::default()));
    let takes = all.iter().map(Element::take);
    let (count, read) = (count(&all), read(&all));
    let [values, column, source] = ["values", "column", "source"].map(hidden);
    quote! {
        type __Values = (#(#types,)*);
        const __COLUMNS: ::core::primitive::usize = #count;
        fn __no_values() -> Self::__Values { (#(#absent,)*) }
        #[inline]
        fn __read_value<__S: __b::__private::RowSource>(
            #values: &mut Self::__Values,
            #column: ::core::primitive::usize,
            #source: &mut __S,
        ) -> ::core::result::Result<(), __S::Error> {
            #read
        }
        #[inline]
        fn __from_values(#values: Self::__Values) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self { #(#takes),* })
        }
    }
}

/// Writes the number of columns.
fn count(elements: &[Element<'_>]) -> TokenStream {
    let is_group = |element: &&Element<'_>| element.field.is_group();
    let (groups, columns): (Vec<_>, Vec<_>) = elements.iter().partition(is_group);
    let columns = (!columns.is_empty() || groups.is_empty()).then_some(columns.len());
    let columns = columns.into_iter().map(|count| quote!(#count));
    let groups = groups.iter();
    let groups = groups.map(|group| group.field.ty.item_of("Fields", "__COLUMNS"));
    let terms = columns.chain(groups);
    quote!(#(#terms)+*)
}

/// Writes the code that reads the value of `column`, whose number is counted from the first of these fields.
fn read(elements: &[Element<'_>]) -> TokenStream {
    let column = hidden("column");
    let is_column = |element: &&Element<'_>| !element.field.is_group();
    let own = match elements.iter().take_while(is_column).count() {
        0 if elements.is_empty() => return quote!(::core::result::Result::Ok(())),
        0 => 1,
        columns => columns,
    };
    let (own, rest) = elements.split_at(own);
    let own_count = count(own);
    let mut read_rest = read(rest);
    if !rest.is_empty() {
        read_rest = quote! {
            let #column = #column - #own_count;
            #read_rest
        };
    }
    if let [group] = own
        && group.field.is_group()
    {
        let read = group.read();
        return quote!(if #column < #own_count { #read } else { #read_rest });
    }
    let arms = own.iter().enumerate().map(|(number, element)| {
        let read = element.read();
        quote!(#number => #read,)
    });
    quote!(match #column { #(#arms)* _ => { #read_rest } })
}
