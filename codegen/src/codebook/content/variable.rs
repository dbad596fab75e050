//! A column of a block: all facts of its description, in the order in which readers ask for them.

use beraad_schema::describe::{
    Block, Column, Label, Language, MatchQuality, Phrase, TypeCertainty, ValueType, Variable,
};

use super::code_list::code_list_fact;
use super::edition::{Edition, column_anchor};
use super::provenance::{breaks_fact, evidence_disclosure, notes_fact, origin_lines};
use super::words;
use crate::codebook::document::{Element, Fact, Inline, Mark, Section, SectionKind, Span};

pub(super) fn column_section(edition: Edition<'_>, block: &Block, column: &Column<'_>) -> Section {
    let (label, definition) = (column.label(), column.definition());
    let mut body = vec![Element::Lead(edition.label(&definition).into())];
    let kind = match column.variable() {
        None => {
            body.push(Element::Facts(role_facts(edition, column)));
            SectionKind::Role {
                column: column.name.clone(),
            }
        }
        Some(variable) => {
            body.push(Element::Facts(variable_facts(edition, column, variable)));
            body.extend(evidence_disclosure(edition, &variable.evidence));
            SectionKind::Variable {
                column: column.name.clone(),
            }
        }
    };
    Section {
        anchor: column_anchor(&block.id, column),
        kind,
        title: edition.label(&label).to_owned(),
        body,
        sections: Vec::new(),
    }
}

fn role_facts(edition: Edition<'_>, column: &Column<'_>) -> Vec<Fact> {
    vec![
        Fact::new(
            edition.pick("Soort waarde", "Type"),
            words::value_type(edition, column.value_type()),
        ),
        Fact::new(
            edition.pick("Geen waarde", "No value"),
            no_value(edition, column, None),
        ),
    ]
}

fn variable_facts(edition: Edition<'_>, column: &Column<'_>, variable: &Variable) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut push =
        |name, content: Option<Inline>| facts.extend(content.map(|it| Fact::new(name, it)));
    let label = |label: &Option<Label>| {
        label
            .as_ref()
            .map(|label| Inline::from(edition.label(label)))
    };
    push(
        edition.pick("Zinsdeel", "Phrase"),
        Some(phrase(edition, &variable.phrase, &variable.value_type)),
    );
    push(
        edition.pick("Frans", "French"),
        french_texts(edition, variable),
    );
    push(
        edition.pick("Soort waarde", "Type"),
        Some(type_and_certainty(edition, variable)),
    );
    push(
        edition.pick("Geen waarde", "No value"),
        Some(no_value(edition, column, Some(variable))),
    );
    push(
        edition.pick("Populatie", "Universe"),
        label(&variable.universe),
    );
    push(
        edition.pick("Eenheid in de bron", "Unit in the source"),
        label(&variable.source_unit),
    );
    let measurement = edition.in_language(words::measurement(variable.measurement));
    push(
        edition.pick("Meetniveau", "Measurement"),
        Some(measurement.into()),
    );
    push(edition.pick("Meeteenheid", "Unit"), label(&variable.unit));
    push(edition.pick("Grenzen", "Bounds"), bounds(edition, variable));
    push(edition.pick("Bereik", "Range"), label(&variable.range));
    let valid = (!variable.valid.is_always()).then(|| edition.period(variable.valid));
    push(edition.pick("Bestaat", "Exists"), valid);
    facts.extend(code_list_fact(edition, variable));
    facts.extend(notes_fact(edition, &variable.notes));
    facts.extend(breaks_fact(edition, &variable.breaks));
    facts.extend(Fact::from_items(
        edition.pick("Bron", "Source"),
        source_lines(edition, variable),
    ));
    facts
}

/// The phrase, with the precision of dates under it.
fn phrase(edition: Edition<'_>, phrase: &Phrase, value_type: &ValueType) -> Inline {
    let is_date = value_type.grain().is_some();
    let mut line = Inline::from(Span::Quote(phrase.term.to_string()));
    if let Some(of) = &phrase.of {
        line = line
            .text(edition.pick(" van ", " of "))
            .with(Span::Quote(of.to_string()));
    }
    line = line.text(format!(
        " ({} {}, {} ",
        edition.pick("paragraaf", "paragraph"),
        phrase.paragraph,
        edition.pick("rubriek", "heading"),
    ));
    line = line
        .with(Span::InLanguage(Language::Nl, phrase.heading.to_string()))
        .text(")");
    if let Some(relative) = &phrase.relative {
        line = line
            .text(edition.pick(", van ", ", of "))
            .strong(&**relative);
    }
    if is_date || phrase.disputed.is_some() {
        let grain = phrase.dates.label();
        line = line
            .text(edition.pick("; datums per ", "; dates by "))
            .text(edition.label(&grain));
    }
    match &phrase.disputed {
        None => line,
        Some(why) => line
            .with(Span::Break)
            .mark(
                Mark::Caution,
                edition.pick("betwiste precisie", "disputed precision"),
            )
            .text(": ")
            .text(edition.label(why)),
    }
}

fn french_texts(edition: Edition<'_>, variable: &Variable) -> Option<Inline> {
    let labels = [&variable.label, &variable.definition].into_iter();
    let texts: Vec<_> = labels.filter_map(|label| edition.french(label)).collect();
    (!texts.is_empty()).then(|| Inline::join(texts, " – "))
}

/// The type and its certainty, with the alternatives.
fn type_and_certainty(edition: Edition<'_>, variable: &Variable) -> Inline {
    let line = words::value_type(edition, &variable.value_type).text(" – ");
    let certainty = edition.in_language(words::certainty(variable.certainty));
    match variable.certainty {
        TypeCertainty::Phrase | TypeCertainty::Documented => return line.text(certainty),
        TypeCertainty::Assumed => {}
    }
    let line = line.mark(Mark::Caution, certainty);
    if variable.alternatives.is_empty() {
        return line.text(edition.pick(
            ": niet gedocumenteerd, en de beraadslaging zegt het niet",
            ": not documented, and the deliberation does not say",
        ));
    }
    let alternatives: Vec<_> = variable
        .alternatives
        .iter()
        .map(|kind| edition.label(&kind.label()).to_owned())
        .collect();
    line.text(edition.pick(": kan ook blijken te zijn: ", ": may turn out to be: "))
        .text(alternatives.join(edition.pick(" of ", " or ")))
}

/// The meaning of a row without a value, or that every row has one.
fn no_value(edition: Edition<'_>, column: &Column<'_>, variable: Option<&Variable>) -> Inline {
    let meaning = variable.and_then(|variable| variable.null_means.as_ref());
    // A list is never null: its missing value is the empty list.
    if column.value_type().is_list() {
        let line =
            Inline::from(edition.pick("een lege lijst is mogelijk", "the list may be empty"));
        return match meaning {
            Some(meaning) => line.text(": ").text(edition.label(meaning)),
            None => line,
        };
    }
    if !column.nullable() {
        return edition
            .pick("elke rij heeft een waarde", "every row has a value")
            .into();
    }
    match meaning {
        Some(meaning) => Inline::from(edition.pick("mogelijk; betekent: ", "possible; it means: "))
            .text(edition.label(meaning)),
        None => edition
            .pick(
                "mogelijk; wat het betekent, is niet gedocumenteerd",
                "possible; what it means is not documented",
            )
            .into(),
    }
}

fn bounds(edition: Edition<'_>, variable: &Variable) -> Option<Inline> {
    let text = match variable.value_type.documented_bounds() {
        (None, None) => return None,
        (Some(min), None) => format!("{} {min}", edition.pick("minstens", "at least")),
        (None, Some(max)) => format!("{} {max}", edition.pick("hoogstens", "at most")),
        (Some(min), Some(max)) => {
            let (from, to) = (
                edition.pick("van", "from"),
                edition.pick("tot en met", "to"),
            );
            format!("{from} {min} {to} {max}")
        }
    };
    Some(text.into())
}

/// The certainty of the match with a source, then one line for each variable that may be meant.
fn source_lines(edition: Edition<'_>, variable: &Variable) -> Vec<Inline> {
    let text = edition.in_language(words::match_quality(variable.match_quality));
    let match_quality = match variable.match_quality {
        MatchQuality::Exact => text.into(),
        MatchQuality::None | MatchQuality::Several | MatchQuality::Likely => {
            Inline::new().mark(Mark::Caution, text)
        }
    };
    let mut lines = vec![match_quality];
    lines.extend(origin_lines(edition, &variable.origins));
    lines
}
