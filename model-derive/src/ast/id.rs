//! The id of a block or a code list.

use syn::Ident;

use crate::attr::Entries;
use crate::ctxt::Ctxt;
use crate::names::{id_error, snake_case};

/// Takes `id = ".."`; if it is left out, the id is the name of the type in snake case.
pub(super) fn id(cx: &Ctxt, entries: &mut Entries<'_>, type_name: &Ident) -> String {
    if let Some(id) = entries.text("id") {
        if let Some(error) = id_error(id.as_str()) {
            cx.error(id.span(), error);
        }
        return id.value();
    }
    let id = snake_case(&type_name.to_string());
    if let Some(error) = id_error(&id) {
        cx.error(
            type_name.span(),
            format_args!("{error}; write `id = \"..\"`, or rename the type"),
        );
    }
    id
}
