//! The scope of generated code, and the path by which it names the library.

use proc_macro2::{TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, LitStr, Meta, Path};

use crate::attr::{Entries, EntryValue};
use crate::text::Text;

/// The key that names the library, as in serde.
const KEY: &str = "crate";

/// The path of `beraad_schema` in the user's crate.
///
/// A derive cannot use `$crate`. A crate that has the library under another name, or through a re-export, gives its path with
/// `crate = ".."`.
pub(crate) struct Library(Option<Path>);

impl Library {
    /// The library under its own name, or under the path that the attribute `name` gives.
    ///
    /// Only the tokens are looked at, since most attributes have no such key. [`take_library`] reports what is wrong with it.
    pub(crate) fn of(attributes: &[Attribute], name: &str) -> Self {
        let mut lists = attributes.iter().filter_map(|attribute| {
            let Meta::List(list) = &attribute.meta else {
                return None;
            };
            list.path.is_ident(name).then_some(&list.tokens)
        });
        Self(lists.find_map(|tokens| path_in(tokens.clone())))
    }

    pub(crate) fn at(path: Option<Path>) -> Self {
        Self(path)
    }

    /// Writes the item that names the library `__b`.
    pub(crate) fn import(&self) -> TokenStream {
        match &self.0 {
            None => quote!(
                use ::beraad_schema as __b;
            ),
            // All tokens have the span of the path, so that a path that leads nowhere is reported at it.
            Some(path) => quote_spanned!(path.span()=> use #path as __b;),
        }
    }

    /// Writes the path of an item of the library outside the scope in which it is `__b`.
    pub(crate) fn path_of(&self, item: &TokenStream) -> TokenStream {
        match &self.0 {
            None => quote!(::beraad_schema::#item),
            Some(path) => quote!(#path::#item),
        }
    }
}

/// Returns the value of the entry `crate = ..` of an attribute, if it is a path.
fn path_in(tokens: TokenStream) -> Option<Path> {
    let mut tokens = tokens.into_iter();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    while let Some(first) = tokens.next() {
        if is_comma(&first) {
            continue;
        }
        let is_key = matches!(&first, TokenTree::Ident(ident) if ident == KEY);
        // Up to the end of the entry. Commas within parentheses are in a group, which is one token.
        let rest: Vec<_> = tokens
            .by_ref()
            .take_while(|token| !is_comma(token))
            .collect();
        if is_key {
            // Without the `=`.
            let value: TokenStream = rest.into_iter().skip(1).collect();
            let text = syn::parse2::<Text>(value.clone()).ok();
            return match text {
                Some(text) => path_of_text(&text),
                None => syn::parse2(value).ok(),
            };
        }
    }
    None
}

/// Returns the path that a text contains, with the span of the text.
fn path_of_text(text: &Text) -> Option<Path> {
    LitStr::new(text.as_str(), text.span()).parse().ok()
}

/// Takes `crate = name` or `crate = "path::of::library"`. Its value is read by [`Library::of`]; here it is checked.
pub(crate) fn take_library(entries: &mut Entries<'_>) {
    let Some(entry) = entries.one(KEY) else {
        return;
    };
    let (span, is_path) = match &entry.value {
        EntryValue::Text(text) => (text.span(), path_of_text(text).is_some()),
        EntryValue::Expr(Expr::Path(_)) => return,
        _ => (entry.key.span(), false),
    };
    if !is_path {
        entries.cx().error(
            span,
            "expected the path of `beraad_schema` in this crate: `crate = other_name` or `crate = \"facade::schema\"`",
        );
    }
}

/// Wraps items in a scope in which `__b` names `beraad_schema`.
///
/// The anonymous constant keeps the name out of the user's module. All other paths in generated code are absolute
/// (`::core::..`), so that no name of the user can shadow them; where the user imports the same item, the compiler would
/// call such a path an unnecessary qualification.
pub(crate) fn in_scope(library: &Library, body: &TokenStream) -> TokenStream {
    if body.is_empty() {
        return TokenStream::new();
    }
    let import = library.import();
    quote! {
        #[automatically_derived]
        #[allow(unused_qualifications)]
        const _: () = {
            #import
            #body
        };
    }
}
