//! Derive macros that hold structs against the text of the decision that authorises them.
//!
//! `#[derive(Block)]` reads the nearest `deliberation.toml` at or above the source file, refuses what the decision does
//! not say, and gives the struct a constant description, a walk over its fields and a constructor. `#[derive(CodeList)]`
//! describes a code list. `deliberation!` puts the model together and refuses one that leaves out a phrase.
//!
//! Stages: `attr` and `ast` understand and keep the places, `check` holds text against text, `assert` has the
//! compiler hold types against text, `expand_block` writes out and cannot fail; `ctxt` collects all mistakes, so that one compile shows them all.
#![forbid(unsafe_code)]

mod assert;
mod ast;
mod attr;
mod check;
mod code_list;
mod ctxt;
mod deliberation;
mod describe;
mod expand_block;
mod json;
mod register;
mod rule;
mod table;
mod text;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

use crate::ast::BlockAst;
use crate::code_list::ListAst;
use crate::ctxt::Ctxt;
use crate::register::Register;

/// A struct as a block: one kind of row, each field a column that a phrase of the decision authorises.
///
/// Implements `Fields` and `Row` of `beraad-schema`, serde's `Serialize` and `Deserialize` (strict, by the described
/// types), and `schemars::JsonSchema`.
///
/// # On the struct: `#[block(..)]`
/// | key | value |
/// | --- | --- |
/// | `heading` | the title of the heading in `deliberation.toml` |
/// | `label(nl, en)`, `row(nl, en)`, `analysis_unit(nl, en)` | a short name; what one row is; the unit that it describes |
/// | `temporality` | `fixed`, `status`, `accumulated` or `event` |
/// | `key(column, ..)` or `no_known_key(nl, en)` | what tells one row from another, or why that is not known |
/// | `universe(nl, en)`, `valid(from, to)` | whom it is about; the period for which there are rows |
/// | `observation_period = column` | where a variable of the decision is the observation period |
/// | `rule(name: expression, nl, en, basis)` | what must hold within a row; repeated |
/// | `origin`, `evidence`, `note`, `series_break` | as for variables, of the block as a whole; repeated |
/// | `id` | the id, if it is not the struct's name in snake case |
/// | `part` | with `heading` alone: a struct of columns for use within blocks |
///
/// # On a field: `#[variable(..)]`
/// | key | value |
/// | --- | --- |
/// | `label(nl, en)` | a short name, at most 80 bytes |
/// | `term`, `of`, `relative` | the phrase; the phrase that it is nested in; the person besides the person concerned |
/// | `match_quality` | `exact`, `likely`, `several` or `none`: how sure it is which variable of the source is meant |
/// | `certainty`, `alternatives(kind, ..)` | `documented`, `phrase` or `assumed`: how sure the type is, and what else it may be |
/// | `level`, `unit(nl, en)`, `range(nl, en)` | `nominal`, `ordinal`, `metric` or `identifier`; the unit; bounds in words |
/// | `universe(nl, en)`, `row(nl, en)`, `null(nl, en)` | to whom it applies; its source's level; what no value means |
/// | `valid(from, to)` | the period in which it exists |
/// | `codes = List` | a code list on a field that is itself no code |
/// | `origin(..)`, `evidence = ".."`, `note(..)`, `series_break(..)` | repeated; the last two and `origin` also `= CONSTANT` |
///
/// The doc comment is the definition: in English, and in Dutch in a paragraph that starts with `nl: `.
///
/// # On a field that is no variable
/// `#[block(role = person | employer | reference_person | observation_period)]`, or `#[block(prefix = "..", relative = "..")]`
/// for a struct of columns that derives `Block` with `part`.
#[proc_macro_derive(Block, attributes(block, variable))]
pub fn derive_block(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let cx = Ctxt::new();
    let block = BlockAst::from_input(&cx, &input);
    let register = cx.ok(Register::load(input.ident.span()));
    let (mut checks, mut expanded) = (None, None);
    if let Some((block, register)) = block.as_ref().zip(register.as_ref()) {
        let authority = check::check(&cx, block, register);
        let rules = rule::expand(&cx, block);
        let checked = assert::checks(block, register, &authority, &rules);
        expanded = expand_block::expand(block, register, &authority, &rules, &checked);
        checks = Some(checked);
    }
    match (cx.check(), expanded) {
        (Ok(()), Some(expanded)) => expanded.into(),
        (mistakes, _) => {
            let mut tokens = mistakes.err().unwrap_or_default();
            tokens.extend(expand_block::fallback(&input, checks.as_ref()));
            tokens.into()
        }
    }
}

/// An enum as a code list: with a variant for each code of a closed list, or with none and a `table`, or supplied.
///
/// # On the enum: `#[codes(..)]`
/// | key | value |
/// | --- | --- |
/// | `closed`, `open` or `supplied` | what is known of the list |
/// | `role` | `delivered`, `reference` or `related`; left out where nothing is published |
/// | `complete` | a whole table was seen |
/// | `read_at`, `why(nl, en)` | `observation_period`, `event_date` or `not_checkable`, and why |
/// | `standard`, `page` | the standard that it follows; the public page that shows it |
/// | `table` | a CSV file beside `deliberation.toml`, one line a meaning |
/// | `id`, `label(nl, en)` | if they are not the enum's name in snake case, and the variable's label |
///
/// # On a variant: `#[code("01", ..)]`
/// `label(nl, en)`, `from`, `to`, `alias`, `missing`, `source`, `short(nl, en)`, `remark(nl, en)`.
#[proc_macro_derive(CodeList, attributes(codes, code))]
pub fn derive_code_list(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let cx = Ctxt::new();
    let list = ListAst::from_input(&cx, &input);
    match (cx.check(), list) {
        (Ok(()), Some(list)) => code_list::expand(&list).into(),
        (mistakes, _) => {
            let mut tokens = mistakes.err().unwrap_or_default();
            tokens.extend(code_list::fallback(&input));
            tokens.into()
        }
    }
}

/// The model: `deliberation! { version = "0.1.0", blocks = [..], unmodelled = ["heading", ..], constraints = [CONSTANT, ..] }`.
/// `unmodelled` and `constraints` may be left out; a constraint is a constant of `beraad_schema::constraint!`.
///
/// Writes out `model()`. A heading that has no block and is not named in `unmodelled`, a phrase
/// without a variable, and two blocks with one id do not compile.
#[proc_macro]
pub fn deliberation(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as deliberation::Input);
    let cx = Ctxt::new();
    let expanded = deliberation::expand(&cx, &input);
    let mut tokens = cx.check().err().unwrap_or_default();
    tokens.extend(expanded);
    tokens.into()
}
