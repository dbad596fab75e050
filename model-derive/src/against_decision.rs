//! Checks what a block says against what the decision says: its heading, its terms, its relatives.

use crate::ast::{BlockAst, FieldContent, VariableAst};
use crate::ctxt::Ctxt;
use crate::register::Register;
use crate::text::Text;
use beraad_describe::{Heading, Term, did_you_mean, one_of};

/// The parts of the decision that a block and its fields refer to.
pub(crate) struct Authority<'r> {
    /// `None` if an error was reported.
    pub(crate) heading: Option<&'r Heading>,
    /// The term of each variable, in the order of the fields; `None` for a role or a group, or if an error was reported.
    pub(crate) terms: Vec<Option<&'r Term>>,
}

/// Finds the phrases of the decision that a block names, and reports those that the decision does not contain.
pub(crate) fn check<'r>(cx: &Ctxt, block: &BlockAst, register: &'r Register) -> Authority<'r> {
    let title = block.heading.as_ref();
    let heading =
        title.and_then(|title| find_heading(cx, title, block.paragraph.as_ref(), register));
    let fields = block.fields.iter();
    let terms = fields
        .map(|field| match &field.content {
            // `?` leaves the closure only. Without a heading there are no terms to search: each field gives `None`, and
            // the unknown heading stays the only error.
            FieldContent::Variable(variable) => check_variable(cx, variable, heading?),
            FieldContent::Group { relative, .. } => {
                check_group(cx, relative.as_ref()?, heading?);
                None
            }
            FieldContent::Role(_) | FieldContent::Invalid => None,
        })
        .collect();
    Authority { heading, terms }
}

/// The title of a heading is written exactly as in the decision. If several paragraphs have a heading with this title, the
/// block names the paragraph as well.
fn find_heading<'r>(
    cx: &Ctxt,
    title: &Text,
    paragraph: Option<&Text>,
    register: &'r Register,
) -> Option<&'r Heading> {
    let deliberation = &register.deliberation;
    let headings = deliberation.headings.iter();
    let same: Vec<_> = headings
        .filter(|heading| heading.title == title.as_str())
        .collect();
    if same.is_empty() {
        let headings = deliberation.headings.iter();
        let titles: Vec<_> = headings.map(|heading| &*heading.title).collect();
        cx.error(
            title.span(),
            format_args!(
                "unknown heading `{}` in decision {}; {}expected {}",
                title.as_str(),
                deliberation.number,
                did_you_mean(title.as_str(), titles.iter().copied()),
                one_of(&titles)
            ),
        );
        return None;
    }
    let numbers: Vec<_> = same.iter().map(|heading| &*heading.paragraph).collect();
    let Some(paragraph) = paragraph else {
        if same.len() > 1 {
            cx.error(
                title.span(),
                format_args!(
                    "several paragraphs have a heading `{}`; add `paragraph = \"..\"`: {}",
                    title.as_str(),
                    one_of(&numbers)
                ),
            );
            return None;
        }
        return same.first().copied();
    };
    let found = same
        .iter()
        .find(|heading| heading.paragraph == paragraph.as_str());
    if found.is_none() {
        cx.error(
            paragraph.span(),
            format_args!(
                "paragraph `{}` has no heading `{}`; expected {}",
                paragraph.as_str(),
                title.as_str(),
                one_of(&numbers)
            ),
        );
    }
    found.copied()
}

/// A group may be about a relative for whom the heading as a whole holds.
fn check_group(cx: &Ctxt, relative: &Text, heading: &Heading) {
    let allowed: Vec<_> = heading.relatives.iter().map(|text| &**text).collect();
    check_relative(cx, relative, &allowed, &heading.title);
}

/// A variable names a term of the heading, and perhaps a relative for whom the heading or the term holds.
fn check_variable<'r>(cx: &Ctxt, variable: &VariableAst, heading: &'r Heading) -> Option<&'r Term> {
    let term = find_term(cx, variable, heading)?;
    // The decision extends a phrase to relatives either for all terms of a heading, or for one term.
    if let Some(relative) = &variable.relative {
        let allowed = heading.relatives.iter().chain(&*term.relatives);
        let allowed: Vec<_> = allowed.map(|text| &**text).collect();
        check_relative(cx, relative, &allowed, &term.term);
    }
    Some(term)
}

/// A term is written exactly as in the decision, and with the phrase that it is nested in, if any.
fn find_term<'r>(cx: &Ctxt, variable: &VariableAst, heading: &'r Heading) -> Option<&'r Term> {
    let literal = variable.term.as_ref()?;
    let (wanted, of) = (literal.as_str(), variable.of.as_ref());
    let terms = heading.terms.iter();
    // Letter by letter: the decision is a legal text, and a phrase that only resembles one authorises nothing.
    let same: Vec<&Term> = terms.filter(|term| term.term == wanted).collect();
    if same.is_empty() {
        report_unknown_term(cx, literal, heading);
        return None;
    }
    // The decision may use the same term more than once under a heading: "the reason" of a refusal, and of an extension.
    // `of` says which one is meant. A term that is not nested has no `of`, also if it is the only one, so that each
    // phrase is written in one way.
    let wanted_of = of.map(Text::as_str);
    let found = same.iter().find(|term| term.of.as_deref() == wanted_of);
    if found.is_none() {
        let nested_in: Vec<_> = same.iter().filter_map(|term| term.of.as_deref()).collect();
        match of {
            Some(of) => report_wrong_of(cx, of, wanted, &nested_in),
            // Every term with these words has an `of` (the search above would have found one without), so `nested_in`
            // is not empty.
            None => cx.error(
                literal.span(),
                format_args!(
                    "missing key `of` for the term `{wanted}`; add `of = \"..\"`: {}",
                    one_of(&nested_in)
                ),
            ),
        }
    }
    found.copied()
}

fn report_unknown_term(cx: &Ctxt, literal: &Text, heading: &Heading) {
    let wanted = literal.as_str();
    let hint = did_you_mean(wanted, heading.terms.iter().map(|term| &*term.term));
    let hint = match hint.trim_end() {
        "" => "deliberation.toml lists the terms",
        hint => hint,
    };
    cx.error(
        literal.span(),
        format_args!(
            "unknown term `{wanted}` under heading `{}`; {hint}",
            heading.title
        ),
    );
}

fn report_wrong_of(cx: &Ctxt, of: &Text, term: &str, nested_in: &[&str]) {
    if nested_in.is_empty() {
        cx.error(
            of.span(),
            format_args!("`of` cannot be used with the term `{term}`, which is not nested in another phrase; leave `of` out"),
        );
        return;
    }
    let wanted = of.as_str();
    cx.error(
        of.span(),
        format_args!(
            "the term `{term}` is not nested in `{wanted}`; {}expected {}",
            did_you_mean(wanted, nested_in.iter().copied()),
            one_of(nested_in)
        ),
    );
}

/// A relative is one of those to whom the decision extends `phrase`.
fn check_relative(cx: &Ctxt, relative: &Text, allowed: &[&str], phrase: &str) {
    let wanted = relative.as_str();
    if allowed.contains(&wanted) {
        return;
    }
    let message = if allowed.is_empty() {
        format!("the decision does not extend `{phrase}` to anyone; leave `relative` out")
    } else {
        format!(
            "the decision does not extend `{phrase}` to `{wanted}`; {}expected {}",
            did_you_mean(wanted, allowed.iter().copied()),
            one_of(allowed)
        )
    };
    cx.error(relative.span(), message);
}
