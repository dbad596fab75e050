//! The scope of generated code.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Wraps items in a scope in which `__b` names `beraad_schema`.
///
/// The anonymous constant keeps the name out of the user's module. All other paths in generated code are absolute
/// (`::core::..`), so that no name of the user can shadow them; where the user imports the same item, the compiler would
/// call such a path an unnecessary qualification.
pub(crate) fn in_scope(body: &impl ToTokens) -> TokenStream {
    quote! {
        #[automatically_derived]
        #[allow(unused_qualifications)]
        const _: () = {
            use ::beraad_schema as __b;
            #body
        };
    }
}
