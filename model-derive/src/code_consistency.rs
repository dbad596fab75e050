//! Checks what one code list says against itself.

use crate::ast::{CodeAst, CodeListAst};
use crate::ctxt::Ctxt;
use beraad_describe::{ListKind, ListStatus};
use beraad_register::{LocatedCode, check_codes, check_form};

/// The most variants of an enum of codes: Arrow stores its values as one byte each.
const MAX_VARIANTS: usize = 256;

/// Checks a code list.
pub(crate) fn check(cx: &Ctxt, list: &CodeListAst, variants: usize) {
    // The codes of a table were checked when it was read.
    // The number of variants in the source, not of codes: where every variant has an error, `list.codes` is empty,
    // and a message about missing codes would be one too many.
    if variants > 0 {
        check_enum(cx, list, variants);
        check_variants(cx, list);
    } else {
        check_closed_without_codes(cx, list);
    }
    check_unpublished(cx, list);
    check_code_form(cx, list);
}

/// An enum with variants can hold its own codes and no others, and each is one byte.
fn check_enum(cx: &Ctxt, list: &CodeListAst, variants: usize) {
    let span = list.ident.span();
    if let Some(kind @ (ListKind::Open | ListKind::Supplied)) = list.kind {
        cx.error(span, format_args!("`{kind}` cannot be used on an enum with variants: other codes may occur, and no variant names them; use a `table`"));
    }
    if let Some(status @ (ListStatus::Reference | ListStatus::Related)) = list.status {
        cx.error(span, format_args!("`status = {status}` cannot be used on an enum with variants: a reference-only list rejects no code; use a `table`, or `status = delivered`"));
    }
    if variants > MAX_VARIANTS {
        cx.error(
            span,
            format_args!("an enum of codes has at most {MAX_VARIANTS} variants, found {variants}; use a `table`"),
        );
    }
}

/// The codes of variants are checked together, as those of a table are when it is read.
fn check_variants(cx: &Ctxt, list: &CodeListAst) {
    for error in check_codes(&located_codes(list)) {
        cx.error(list.codes[error.code].span, error.message);
    }
}

fn located_codes(list: &CodeListAst) -> Vec<LocatedCode> {
    list.codes.iter().map(|code| code.code.clone()).collect()
}

/// Every published code has the form that the list declares, and a reference-only list declares none.
fn check_code_form(cx: &Ctxt, list: &CodeListAst) {
    let Some((span, form)) = &list.form else {
        return;
    };
    if let Some(status @ (ListStatus::Reference | ListStatus::Related)) = list.status {
        cx.error(*span, format_args!("`length` and `pattern` cannot be used with `status = {status}`: a reference-only list rejects no code"));
        return;
    }
    for error in check_form(&located_codes(list), form) {
        let place = list.table.as_ref().zip(error.line);
        let place = place.map(|(table, line)| format!("{}:{line}: ", table.name));
        let message = error.message;
        cx.error(
            list.codes[error.code].span,
            format_args!(
                "{}{message}, the form of the codes of this list",
                place.unwrap_or_default()
            ),
        );
    }
}

/// A closed list rejects every other code, so it must have codes.
fn check_closed_without_codes(cx: &Ctxt, list: &CodeListAst) {
    if list.kind == Some(ListKind::Closed) && list.table.is_none() {
        cx.error(list.ident.span(), "missing codes of a closed list; write variants or a `table`, or `supplied` if the list comes with the delivery");
    }
}

/// In a closed list, the stored text of every code is published.
fn check_unpublished(cx: &Ctxt, list: &CodeListAst) {
    if list.kind != Some(ListKind::Closed) {
        return;
    }
    let table = list.table.as_ref().map_or("", |table| &*table.name);
    for CodeAst { span, code } in &list.codes {
        if code.entry.code.is_none() {
            let line = code.lines.first().copied().unwrap_or_default();
            cx.error(*span, format_args!("{table}:{line}: missing code in a closed list; write the code, or `open` if it is not published"));
        }
    }
}
