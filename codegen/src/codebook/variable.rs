//! A column of a block: everything that the description holds, in the order in which it is asked for.

use beraad_schema::describe::{
    Block, Column, Language, MatchQuality, Note, Origin, Phrase, SeriesBreak, Text, TypeCertainty,
    ValueType, Variable,
};

use super::code_list::code_list;
use super::{Author, Element, Fact, Inline, Kind, Mark, Section, Span, anchor, french, words};

pub(super) fn column_section(author: Author<'_>, block: &Block, column: &Column<'_>) -> Section {
    let (label, definition) = (column.label(), column.definition());
    let mut body = vec![Element::Lead(author.label(&definition).into())];
    let kind = match column.variable() {
        None => {
            body.push(Element::Facts(role_facts(author, column)));
            Kind::Role {
                column: column.name.clone(),
            }
        }
        Some(variable) => {
            body.push(Element::Facts(facts(author, column, variable)));
            body.extend(evidence(author, &variable.evidence));
            Kind::Variable {
                column: column.name.clone(),
            }
        }
    };
    Section {
        anchor: anchor(&block.id, column),
        kind,
        title: author.label(&label).to_owned(),
        body,
        sections: Vec::new(),
    }
}

fn role_facts(author: Author<'_>, column: &Column<'_>) -> Vec<Fact> {
    vec![
        Fact::new(
            author.say("Soort waarde", "Type"),
            words::value_type(author, column.value_type()),
        ),
        Fact::new(
            author.say("Geen waarde", "No value"),
            nullable(author, column, None),
        ),
    ]
}

fn facts(author: Author<'_>, column: &Column<'_>, variable: &Variable) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut fact =
        |name, content: Option<Inline>| facts.extend(content.map(|it| Fact::new(name, it)));
    let label = |label: &Option<beraad_schema::describe::Label>| {
        label.as_ref().map(|it| author.label(it).into())
    };
    fact(
        author.say("Zinsdeel", "Phrase"),
        Some(phrase(author, &variable.phrase, &variable.value_type)),
    );
    fact(author.say("Frans", "French"), in_french(variable));
    fact(
        author.say("Soort waarde", "Type"),
        Some(typed(author, variable)),
    );
    let null = nullable(author, column, Some(variable));
    fact(author.say("Geen waarde", "No value"), Some(null));
    fact(
        author.say("Van toepassing op", "Applies to"),
        label(&variable.universe),
    );
    fact(
        author.say("Niveau in de bron", "Level in the source"),
        label(&variable.source_unit),
    );
    let level = author.words(words::level(variable.measurement));
    fact(author.say("Meetniveau", "Measured as"), Some(level.into()));
    fact(author.say("Eenheid", "Unit"), label(&variable.unit));
    fact(author.say("Grenzen", "Bounds"), bounds(author, variable));
    fact(author.say("Bereik", "Range"), label(&variable.range));
    let exists = (!variable.valid.is_always()).then(|| author.period(variable.valid));
    fact(author.say("Bestaat", "Exists"), exists);
    facts.extend(code_list(author, variable));
    facts.extend(notes(author, &variable.notes));
    facts.extend(breaks(author, &variable.breaks));
    facts.extend(Fact::list(
        author.say("Bron", "Source"),
        sources(author, variable),
    ));
    facts
}

/// The phrase, and how precise a date under it may be.
fn phrase(author: Author<'_>, phrase: &Phrase, value_type: &ValueType) -> Inline {
    let is_date = matches!(
        value_type.item(),
        ValueType::YearMonth {} | ValueType::YearQuarter {} | ValueType::Year {}
    );
    let mut line = Inline::of(Span::Quote(phrase.term.to_string()));
    if let Some(of) = &phrase.of {
        line = line
            .text(author.say(" van ", " of "))
            .with(Span::Quote(of.to_string()));
    }
    line = line.text(format!(
        " ({} {}, {} ",
        author.say("paragraaf", "paragraph"),
        phrase.paragraph,
        author.say("rubriek", "heading"),
    ));
    line = line
        .with(Span::In(Language::Nl, phrase.heading.to_string()))
        .text(")");
    if let Some(relative) = &phrase.relative {
        line = line.text(author.say(", van ", ", of ")).strong(&**relative);
    }
    let grain = phrase.dates.label();
    if is_date || phrase.disputed.is_some() {
        line = line
            .text(author.say("; datums per ", "; dates by "))
            .text(author.label(&grain));
    }
    match &phrase.disputed {
        None => line,
        Some(why) => line
            .with(Span::Break)
            .mark(
                Mark::Caution,
                author.say("betwiste precisie", "disputed precision"),
            )
            .text(": ")
            .text(author.label(why)),
    }
}

fn in_french(variable: &Variable) -> Option<Inline> {
    let texts = [&variable.label, &variable.definition];
    let texts: Vec<_> = texts.into_iter().filter_map(french).collect();
    (!texts.is_empty()).then(|| Inline::join(texts, " – "))
}

/// The type and how sure it is, the alternatives said plainly.
fn typed(author: Author<'_>, variable: &Variable) -> Inline {
    let line = words::value_type(author, &variable.value_type).text(" – ");
    let certainty = author.words(words::certainty(variable.certainty));
    if variable.certainty != TypeCertainty::Assumed {
        return line.text(certainty);
    }
    let line = line.mark(Mark::Caution, certainty);
    if variable.alternatives.is_empty() {
        return line.text(author.say(
            ": niet gedocumenteerd, en de beraadslaging zegt het niet",
            ": not documented, and the deliberation does not say",
        ));
    }
    let alternatives: Vec<_> = variable
        .alternatives
        .iter()
        .map(|kind| author.label(&kind.label()).to_owned())
        .collect();
    line.text(author.say(": kan ook blijken te zijn: ", ": may turn out to be: "))
        .text(alternatives.join(author.say(" of ", " or ")))
}

fn nullable(author: Author<'_>, column: &Column<'_>, variable: Option<&Variable>) -> Inline {
    if column.value_type().is_list() {
        let line = author.say("een lege lijst is mogelijk", "the list may be empty");
        return match variable.and_then(|variable| variable.null_means.as_ref()) {
            Some(means) => Inline::from(line).text(": ").text(author.label(means)),
            None => line.into(),
        };
    }
    if !column.nullable() {
        return author
            .say("elke rij heeft een waarde", "every row has a value")
            .into();
    }
    match variable.and_then(|variable| variable.null_means.as_ref()) {
        Some(means) => Inline::from(author.say("mogelijk; betekent: ", "possible; it means: "))
            .text(author.label(means)),
        None => author
            .say(
                "mogelijk; wat het betekent, is niet gedocumenteerd",
                "possible; what it means is not documented",
            )
            .into(),
    }
}

fn bounds(author: Author<'_>, variable: &Variable) -> Option<Inline> {
    let (min, max) = variable.value_type.documented_bounds();
    let text = match (min, max) {
        (None, None) => return None,
        (Some(min), None) => format!("{} {min}", author.say("minstens", "at least")),
        (None, Some(max)) => format!("{} {max}", author.say("hoogstens", "at most")),
        (Some(min), Some(max)) => {
            let (from, to) = (author.say("van", "from"), author.say("tot en met", "to"));
            format!("{from} {min} {to} {max}")
        }
    };
    Some(text.into())
}

/// What was found of the variable in its source: how sure that is, then the candidates.
fn sources(author: Author<'_>, variable: &Variable) -> Vec<Inline> {
    let found = author.words(words::match_quality(variable.match_quality));
    let first = if variable.match_quality == MatchQuality::Exact {
        found.into()
    } else {
        Inline::new().mark(Mark::Caution, found)
    };
    let mut lines = vec![first];
    lines.extend(origins(author, &variable.origins));
    lines
}

pub(super) fn origins(author: Author<'_>, origins: &[Origin]) -> Vec<Inline> {
    origins.iter().map(|it| origin(author, it)).collect()
}

fn origin(author: Author<'_>, origin: &Origin) -> Inline {
    let mut line = Inline::new().strong(&*origin.name);
    if let Some(abbreviation) = &origin.abbreviation {
        line = line.text(" (").code(&**abbreviation).text(")");
    }
    line = line
        .text(format!(", {}, ", origin.institution))
        .text(author.say("bestand ", "file "))
        .text(&*origin.file);
    if let Some(valid) = &origin.stated_validity {
        line = line
            .text(author.say("; in de bron: ", "; in the source: "))
            .text(&**valid);
    }
    if let Some(level) = &origin.stated_level {
        line = line
            .text(author.say(
                "; meetniveau volgens de bron: ",
                "; level of measurement by the source: ",
            ))
            .text(&**level);
    }
    match &origin.page {
        None => line,
        Some(page) => line.text("; ").with(Span::Link {
            text: format!("{} {}", author.say("pagina op", "page at"), host(page)),
            url: page.to_string(),
        }),
    }
}

/// The host of an address, by which a reader knows whose page it is.
pub(super) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

pub(super) fn notes(author: Author<'_>, notes: &[Note]) -> Option<Fact> {
    let lines = notes.iter().map(|note| author.label(&note.text).into());
    Fact::list(author.say("Opmerkingen", "Notes"), lines.collect())
}

pub(super) fn breaks(author: Author<'_>, breaks: &[SeriesBreak]) -> Option<Fact> {
    let lines = breaks.iter().map(|it| {
        let line = Inline::new()
            .strong(it.from.as_str())
            .text(" – ")
            .text(author.label(&it.what));
        match &it.advice {
            None => line,
            Some(advice) => line
                .with(Span::Break)
                .strong(author.say("Wat te doen: ", "What to do: "))
                .text(author.label(advice)),
        }
    });
    Fact::list(
        author.say("Breuken in de reeks", "Breaks in series"),
        lines.collect(),
    )
}

pub(super) fn evidence(author: Author<'_>, evidence: &[Text]) -> Option<Element> {
    if evidence.is_empty() {
        return None;
    }
    let line = |text: &Text| match author.language {
        Language::En => Inline::from(&**text),
        _ => Inline::of(Span::In(Language::En, text.to_string())),
    };
    Some(Element::Disclosure {
        summary: author.say("Hoe zeker is dit?", "How sure is this?").into(),
        body: vec![Element::List(evidence.iter().map(line).collect())],
    })
}
