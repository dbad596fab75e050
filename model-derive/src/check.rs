//! Text against text: what a struct says against what the decision says.

use std::collections::BTreeSet;

use syn::ext::IdentExt;

use crate::ast::{BlockAst, FieldAst, FieldContent, Identity, VariableAst};
use crate::ctxt::Ctxt;
use crate::describe::{LABEL_BYTES, Label};
use crate::register::{Heading, Register, Term};
use crate::text::Text;
use beraad_describe::{did_you_mean, one_of};

/// The longest name of a column: PostgreSQL's limit. A format with a shorter one abbreviates.
const NAME_LENGTH: usize = 63;

/// What the decision says of the fields of a struct.
pub(crate) struct Authority<'r> {
    /// `None` after a mistake.
    pub(crate) heading: Option<&'r Heading>,
    /// The term of each variable, in the order of the fields; `None` for a role, a group or a mistake.
    pub(crate) terms: Vec<Option<&'r Term>>,
}

/// Holds a block against the decision.
pub(crate) fn check<'r>(cx: &Ctxt, block: &BlockAst, register: &'r Register) -> Authority<'r> {
    let heading = block
        .heading
        .as_ref()
        .and_then(|title| find_heading(cx, title, register));
    check_label(cx, block.label.as_ref());
    check_columns(cx, block);
    let terms = block
        .fields
        .iter()
        .map(|field| check_field(cx, field, heading))
        .collect();
    Authority { heading, terms }
}

fn find_heading<'r>(cx: &Ctxt, title: &Text, register: &'r Register) -> Option<&'r Heading> {
    let wanted = title.value();
    let decision = &register.deliberation;
    let found = decision.heading(&wanted);
    if found.is_none() {
        let titles: Vec<_> = decision
            .headings
            .iter()
            .map(|heading| &*heading.title)
            .collect();
        let hint = did_you_mean(&wanted, titles.iter().copied());
        let number = &decision.number;
        cx.error(
            title.span(),
            format_args!(
                "decision {number} has no heading `{wanted}`; {hint}its headings are {}",
                one_of(&titles)
            ),
        );
    }
    found
}

fn check_field<'r>(cx: &Ctxt, field: &FieldAst, heading: Option<&'r Heading>) -> Option<&'r Term> {
    let name = &field.name;
    if name.len() > NAME_LENGTH {
        cx.error(
            field.ident.span(),
            format_args!(
                "the name has {} characters; a column has at most {}",
                name.len(),
                NAME_LENGTH
            ),
        );
    }
    match (&field.content, heading) {
        (FieldContent::Variable(variable), heading) => {
            check_label(cx, variable.label.as_ref());
            find_term(cx, variable, heading?)
        }
        (
            FieldContent::Group {
                relative: Some(relative),
                ..
            },
            Some(heading),
        ) => {
            check_relative(cx, relative, &heading.relatives, &heading.title);
            None
        }
        _ => None,
    }
}

fn find_term<'r>(cx: &Ctxt, variable: &VariableAst, heading: &'r Heading) -> Option<&'r Term> {
    let literal = variable.term.as_ref()?;
    let wanted = literal.value();
    let title = &heading.title;
    let same: Vec<&Term> = heading
        .terms
        .iter()
        .filter(|term| term.term == wanted)
        .collect();
    let said_of = variable.of.as_ref().map(Text::value);
    let term = match (&*same, &variable.of) {
        ([], _) => {
            let hint = did_you_mean(&wanted, heading.terms.iter().map(|term| &*term.term));
            let hint = if hint.is_empty() {
                "the terms are listed in deliberation.toml".to_owned()
            } else {
                hint.trim_end().to_owned()
            };
            cx.error(
                literal.span(),
                format_args!("heading `{title}` has no term `{wanted}`; {hint}"),
            );
            return None;
        }
        (same, of) => {
            match (
                same.iter()
                    .find(|term| term.of.as_deref() == said_of.as_deref()),
                of,
            ) {
                (Some(term), _) => *term,
                (None, Some(of)) => {
                    let known: Vec<_> = same.iter().filter_map(|term| term.of.as_deref()).collect();
                    let hint = did_you_mean(of.as_str(), known.iter().copied());
                    let expected = if known.is_empty() {
                        "it stands alone: leave `of` out".to_owned()
                    } else {
                        format!("{hint}expected {}", one_of(&known))
                    };
                    cx.error(
                        of.span(),
                        format_args!(
                            "the term `{wanted}` does not stand under `{}`; {expected}",
                            of.as_str()
                        ),
                    );
                    return None;
                }
                (None, None) => {
                    let known: Vec<_> = same.iter().filter_map(|term| term.of.as_deref()).collect();
                    cx.error(literal.span(), format_args!("the term `{wanted}` stands under another phrase; add `of = \"..\"`: {}", one_of(&known)));
                    return None;
                }
            }
        }
    };
    if let Some(relative) = &variable.relative {
        let allowed: Vec<_> = heading
            .relatives
            .iter()
            .chain(term.relatives.iter())
            .cloned()
            .collect();
        check_relative(cx, relative, &allowed, &term.term);
    }
    Some(term)
}

fn check_relative(cx: &Ctxt, relative: &Text, allowed: &[beraad_describe::Text], what: &str) {
    let wanted = relative.value();
    let allowed: Vec<_> = allowed.iter().map(|relative| &**relative).collect();
    if allowed.contains(&&*wanted) {
        return;
    }
    let expected = if allowed.is_empty() {
        "it extends it to nobody: leave `relative` out".to_owned()
    } else {
        format!(
            "{}expected {}",
            did_you_mean(&wanted, allowed.iter().copied()),
            one_of(&allowed)
        )
    };
    cx.error(
        relative.span(),
        format_args!("the decision does not extend `{what}` to `{wanted}`; {expected}"),
    );
}

fn check_label(cx: &Ctxt, label: Option<&Label>) {
    for (language, span, length) in label.iter().flat_map(|label| label.too_long(LABEL_BYTES)) {
        cx.error(span, format_args!("the label in `{language}` has {length} bytes; a label has at most {LABEL_BYTES} bytes, as Stata keeps"));
    }
}

/// What names columns of the block names columns that there are.
fn check_columns(cx: &Ctxt, block: &BlockAst) {
    let names: Vec<&str> = block.fields.iter().map(|field| &*field.name).collect();
    let known = |ident: &syn::Ident| {
        let name = ident.unraw().to_string();
        if !names.contains(&&*name) {
            let hint = did_you_mean(&name, names.iter().copied());
            cx.error(
                ident.span(),
                format_args!(
                    "there is no column `{name}`; {hint}expected {}",
                    one_of(&names)
                ),
            );
        }
    };
    if let Some(Identity::Key(columns)) = &block.identity {
        columns.iter().for_each(known);
    }
    block.observation_period.iter().for_each(known);
    let observed = block
        .fields
        .iter()
        .filter(|field| matches!(field.content, FieldContent::Role("observation_period")));
    let mut periods: Vec<_> = observed
        .map(|field| &field.ident)
        .chain(&block.observation_period)
        .collect();
    for second in periods.drain(..).skip(1) {
        cx.error(second.span(), "a block has one observation period");
    }
    let mut rules = BTreeSet::new();
    for rule in &block.rules {
        if !rules.insert(rule.name.to_string()) {
            cx.error(
                rule.name.span(),
                format_args!("two rules are named `{}`", rule.name),
            );
        }
    }
}
