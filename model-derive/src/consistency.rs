//! Checks what the attributes of one block say against each other.

use std::collections::BTreeSet;

use syn::Ident;
use syn::ext::IdentExt;

use crate::ast::{BlockAst, FieldAst, FieldContent, IdentityAst};
use crate::ctxt::Ctxt;
use crate::names::{id_error, is_column_name};
use beraad_describe::{MAX_COLUMN_NAME_LEN, did_you_mean, one_of};

/// Checks what needs more than one attribute of a block.
pub(crate) fn check(cx: &Ctxt, block: &BlockAst) {
    check_column_names(cx, &block.fields);
    check_key(cx, block);
    check_observation_period(cx, block);
    check_rule_names(cx, block);
}

/// A column has a name that databases and statistical programs take without quotes, and that is not too long.
fn check_column_names(cx: &Ctxt, fields: &[FieldAst]) {
    for field in fields {
        let (name, span) = (&field.name, field.ident.span());
        if !is_column_name(name) {
            cx.error(span, format_args!("invalid column name `{name}`; expected lower case letters, digits and underscores, and a letter first"));
        }
        // The name of a group is not in the data; the compiler checks those of its columns, once it knows them.
        let (length, is_group) = (
            name.len(),
            matches!(field.content, FieldContent::Group { .. }),
        );
        if length > MAX_COLUMN_NAME_LEN && !is_group {
            cx.error(
                span,
                format_args!(
                    "the column name is {length} characters long; the limit is {MAX_COLUMN_NAME_LEN}, so that the names that formats derive from it stay within the 32 of Stata and SAS"
                ),
            );
        }
    }
}

/// The columns of a key are columns of the block.
fn check_key(cx: &Ctxt, block: &BlockAst) {
    if let Some(IdentityAst::Key(columns)) = &block.identity {
        for column in columns {
            check_is_column(cx, column, block);
        }
    }
}

/// A block has at most one observation period: a column of that role, or a variable that the block names.
fn check_observation_period(cx: &Ctxt, block: &BlockAst) {
    if let Some(column) = &block.observation_period {
        check_is_column(cx, column, block);
    }
    let columns = block.fields.iter();
    let of_role = columns
        .filter(|field| field.content.is_observation_period())
        .map(|field| &field.ident);
    for duplicate in of_role.chain(&block.observation_period).skip(1) {
        cx.error(
            duplicate.span(),
            "duplicate observation period; a block has at most one",
        );
    }
}

/// The name of a rule is its id within the block.
fn check_rule_names(cx: &Ctxt, block: &BlockAst) {
    let mut names = BTreeSet::new();
    for rule in &block.rules {
        if let Some(error) = id_error(&rule.name.unraw().to_string()) {
            cx.error(rule.name.span(), error);
        }
        if !names.insert(rule.name.to_string()) {
            cx.error(
                rule.name.span(),
                format_args!("duplicate rule name `{}`", rule.name),
            );
        }
    }
}

fn check_is_column(cx: &Ctxt, ident: &Ident, block: &BlockAst) {
    let name = ident.unraw().to_string();
    let names: Vec<_> = block.fields.iter().map(|field| &*field.name).collect();
    if !names.contains(&&*name) {
        report_unknown_column(cx, ident, &names);
    }
}

/// Reports a name that is none of the columns.
pub(crate) fn report_unknown_column(cx: &Ctxt, ident: &Ident, columns: &[&str]) {
    let name = ident.unraw().to_string();
    let hint = did_you_mean(&name, columns.iter().copied());
    cx.error(
        ident.span(),
        format_args!(
            "unknown column `{name}`; {hint}expected {}",
            one_of(columns)
        ),
    );
}
