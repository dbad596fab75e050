//! A column of a block: all facts of its description, in the order in which readers ask for them.

use beraad_schema::describe::{
    Block, Column, Label, MatchQuality, Phrase, TypeCertainty, ValueType, Variable,
};

use super::code_list::{code_list_fact, flag_fact};
use super::edition::{Edition, column_anchor};
use super::provenance::{breaks_fact, evidence_disclosure, notes_fact, origin_lines};
use super::words;
use crate::codebook::document::{Element, Fact, Inline, Mark, Section, SectionKind, Span};
use crate::message;

pub(super) fn column_section(edition: Edition<'_>, block: &Block, column: &Column<'_>) -> Section {
    let (label, definition) = (column.label(), column.definition());
    let mut body = vec![Element::Lead(edition.label(&definition))];
    let kind = match column.variable() {
        None => {
            body.push(Element::Facts(role_facts(edition, block, column)));
            SectionKind::Role {
                column: column.name.clone(),
            }
        }
        Some(variable) => {
            body.push(Element::Facts(variable_facts(
                edition, block, column, variable,
            )));
            body.extend(evidence_disclosure(edition, &variable.evidence));
            SectionKind::Variable {
                column: column.name.clone(),
            }
        }
    };
    Section {
        anchor: column_anchor(&block.id, column),
        kind,
        title: edition.title(&label),
        body,
        sections: Vec::new(),
    }
}

fn role_facts(edition: Edition<'_>, block: &Block, column: &Column<'_>) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(
            edition.text(message!("type-of-values")),
            words::value_type(edition, column.value_type()),
        ),
        Fact::new(
            edition.text(message!("no-value")),
            no_value(edition, column, None),
        ),
    ];
    facts.extend(period_certainty(edition, block, column));
    facts.extend(column.why().map(|why| {
        let name = edition.text(message!("column-reason"));
        Fact::new(name, edition.label(why))
    }));
    facts.extend(code_list_fact(edition, block, column));
    facts
}

/// The fact that the meaning of an observation period in the delivery is assumed; `None` if it is not.
fn period_certainty(edition: Edition<'_>, block: &Block, column: &Column<'_>) -> Option<Fact> {
    match column.period_certainty()? {
        TypeCertainty::Phrase | TypeCertainty::Documented => return None,
        TypeCertainty::Assumed => {}
    }
    let observation = edition.deliberation().observation(block);
    let message = if observation.is_some_and(|it| it.is_year_end()) {
        message!("period-assumed.year-end")
    } else {
        message!("period-assumed.text")
    };
    let mark = message!("period-assumed.mark");
    let name = edition.text(message!("period-assumed"));
    Some(Fact::new(
        name,
        edition.marked(message, Mark::Caution, mark),
    ))
}

fn variable_facts(
    edition: Edition<'_>,
    block: &Block,
    column: &Column<'_>,
    variable: &Variable,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut push =
        |name, content: Option<Inline>| facts.extend(content.map(|it| Fact::new(name, it)));
    let label = |label: &Option<Label>| label.as_ref().map(|label| edition.label(label));
    push(
        edition.text(message!("phrase")),
        Some(phrase(edition, &variable.phrase, &variable.value_type)),
    );
    push(
        edition.text(message!("other-texts")),
        other_texts(edition, variable),
    );
    push(
        edition.text(message!("type-of-values")),
        Some(type_and_certainty(edition, variable)),
    );
    push(
        edition.text(message!("no-value")),
        Some(no_value(edition, column, Some(variable))),
    );
    push(
        edition.text(message!("universe")),
        label(&variable.universe),
    );
    push(
        edition.text(message!("source-unit")),
        label(&variable.source_unit),
    );
    push(
        edition.text(message!("measurement")),
        Some(edition.word(variable.measurement).into()),
    );
    push(edition.text(message!("unit")), label(&variable.unit));
    push(edition.text(message!("bounds")), bounds(edition, variable));
    push(edition.text(message!("range")), label(&variable.range));
    let valid = (!variable.valid.is_always()).then(|| edition.period(variable.valid));
    push(edition.text(message!("exists")), valid);
    facts.extend(flag_fact(edition, variable));
    facts.extend(code_list_fact(edition, block, column));
    facts.extend(notes_fact(edition, &variable.notes));
    facts.extend(breaks_fact(edition, &variable.breaks));
    facts.extend(Fact::from_items(
        edition.text(message!("source")),
        source_lines(edition, variable),
    ));
    facts
}

/// The phrase, with the precision of dates under it.
fn phrase(edition: Edition<'_>, phrase: &Phrase, value_type: &ValueType) -> Inline {
    let is_date = value_type.grain().is_some();
    let heading = edition.of_decision(&phrase.heading);
    let mut line = edition.line(
        message!("phrase.place"),
        [
            (
                "phrase",
                edition.quoted_term(&phrase.term, phrase.of.as_deref()),
            ),
            ("paragraph", edition.paragraph(&phrase.paragraph).into()),
            ("heading", heading),
        ],
    );
    if let Some(relative) = &phrase.relative {
        let relative = Inline::new().strong(&**relative);
        line = edition.line(
            message!("phrase.relative"),
            [("phrase", line), ("relative", relative)],
        );
    }
    if is_date || phrase.disputed.is_some() {
        let dates = edition.word(phrase.dates).into();
        line = edition.line(
            message!("phrase.dates"),
            [("phrase", line), ("dates", dates)],
        );
    }
    match &phrase.disputed {
        None => line,
        Some(why) => {
            let mark = edition.text(message!("disputed-precision.mark"));
            line.with(Span::Break).then(edition.line(
                message!("disputed-precision"),
                [
                    ("mark", Inline::new().mark(Mark::Caution, mark)),
                    ("why", edition.label(why)),
                ],
            ))
        }
    }
}

fn other_texts(edition: Edition<'_>, variable: &Variable) -> Option<Inline> {
    let labels = [&variable.label, &variable.definition].into_iter();
    let texts: Vec<_> = labels
        .flat_map(|label| edition.other_texts(label))
        .collect();
    (!texts.is_empty()).then(|| Inline::join(texts, " – "))
}

/// The type and its certainty, with the alternatives.
fn type_and_certainty(edition: Edition<'_>, variable: &Variable) -> Inline {
    let value_type = ("type", words::value_type(edition, &variable.value_type));
    let certainty = edition.word(variable.certainty);
    match variable.certainty {
        TypeCertainty::Phrase | TypeCertainty::Documented => {
            return edition.line(
                message!("type-of-values.certain"),
                [value_type, ("certainty", certainty.into())],
            );
        }
        TypeCertainty::Assumed => {}
    }
    let certainty = ("certainty", Inline::new().mark(Mark::Caution, certainty));
    let kinds = variable.alternatives.iter();
    let alternatives = kinds
        .map(|kind| edition.word(*kind).to_owned())
        .reduce(|options, last| {
            edition.text_with(
                message!("either"),
                &[("options", &options), ("last", &last)],
            )
        });
    match alternatives {
        None => edition.line(message!("type-of-values.assumed"), [value_type, certainty]),
        Some(alternatives) => edition.line(
            message!("type-of-values.alternatives"),
            [value_type, certainty, ("alternatives", alternatives.into())],
        ),
    }
}

/// The meaning of a row without a value, or that every row has one.
fn no_value(edition: Edition<'_>, column: &Column<'_>, variable: Option<&Variable>) -> Inline {
    let meaning = variable.and_then(|variable| variable.null_means.as_ref());
    let is_list = column.value_type().is_list();
    match meaning {
        Some(meaning) if is_list || column.nullable() => {
            let message = if is_list {
                message!("no-value.empty-list-means")
            } else {
                message!("no-value.means")
            };
            edition.line(message, [("meaning", edition.label(meaning))])
        }
        _ if is_list => edition.text(message!("no-value.empty-list")).into(),
        _ if column.nullable() => edition.text(message!("no-value.undocumented")).into(),
        _ => edition.text(message!("no-value.never")).into(),
    }
}

fn bounds(edition: Edition<'_>, variable: &Variable) -> Option<Inline> {
    let (min, max) = variable.value_type.documented_bounds();
    let (min, max) = (min.map(|it| it.to_string()), max.map(|it| it.to_string()));
    let text = match (&min, &max) {
        (None, None) => return None,
        (Some(min), None) => edition.text_with(message!("bounds.at-least"), &[("min", min)]),
        (None, Some(max)) => edition.text_with(message!("bounds.at-most"), &[("max", max)]),
        (Some(min), Some(max)) => {
            edition.text_with(message!("bounds.between"), &[("min", min), ("max", max)])
        }
    };
    Some(text.into())
}

/// The certainty of the match with a source, then one line for each variable that may be meant; empty if nobody looked.
fn source_lines(edition: Edition<'_>, variable: &Variable) -> Vec<Inline> {
    let match_quality = variable.match_quality.map(|match_quality| {
        let text = edition.word(match_quality);
        match match_quality {
            MatchQuality::Exact => text.into(),
            MatchQuality::None
            | MatchQuality::Several
            | MatchQuality::Likely
            | MatchQuality::ExactForOneSource => Inline::new().mark(Mark::Caution, text),
        }
    });
    let mut lines = Vec::from_iter(match_quality);
    lines.extend(origin_lines(edition, &variable.origins));
    lines
}
