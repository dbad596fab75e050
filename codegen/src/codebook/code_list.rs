//! The code list of a variable: what is known of it, then its codes with their meanings.

use beraad_schema::describe::SuppliedFile;
use beraad_schema::describe::{
    AmountClassBounds, ClosedSide, CodeEntry, CodeList, Language, ListKind, ListStatus, Meaning,
    ReadAt, Variable,
};

use super::variable::host;
use super::{Author, Cell, Element, Fact, Inline, Mark, Span, Table, TableKind, french, words};

pub(super) fn code_list(author: Author<'_>, variable: &Variable) -> Option<Fact> {
    let id = variable.code_list.as_deref()?;
    let name = author.say("Codelijst", "Code list");
    let Some(list) = author.selection.model.code_list(id) else {
        return Some(Fact::new(name, Inline::new().code(id)));
    };
    let mut body = vec![Element::Paragraph(about(author, variable, list))];
    if !list.codes.is_empty() {
        body.push(Element::Table(table(author, list)));
    }
    Some(Fact { name, body })
}

/// What is known of the list, sentence by sentence.
fn about(author: Author<'_>, variable: &Variable, list: &CodeList) -> Inline {
    let mut name = Inline::new().code(&*list.id);
    if let Some(label) = &list.label {
        name = name.text(" ").text(author.label(label));
    }
    let mut sentences = vec![name.text(": ").then(english(author, &list.definition))];
    sentences.push(kind(author, variable, list));
    sentences.extend(list.supplied_by.as_ref().map(|file| supplied(author, file)));
    sentences.extend(
        list.status
            .map(|role| role_words(author, role, list.supplied_by.is_some())),
    );
    if list.complete && list.kind != ListKind::Closed {
        let seen = author.say("Een volledige tabel is gezien.", "A whole table was seen.");
        sentences.push(seen.into());
    }
    if !list.codes.is_empty() {
        if !is_published(list) {
            sentences.push(unpublished(author));
        }
        sentences.push(read_at(author, list));
    }
    if let Some(standard) = &list.standard {
        let word = author.say("Standaard", "Standard");
        let end = if standard.ends_with('.') { "" } else { "." };
        sentences.push(format!("{word}: {standard}{end}").into());
    }
    if let Some(page) = &list.page {
        let page = Span::Link {
            text: format!("{} {}", author.say("pagina op", "page at"), host(page)),
            url: page.to_string(),
        };
        sentences.push(Inline::from(author.say("Bron: ", "Source: ")).with(page));
    }
    Inline::join(sentences, " ")
}

fn kind(author: Author<'_>, variable: &Variable, list: &CodeList) -> Inline {
    let is_code = variable.value_type.code_list().is_some();
    match list.kind {
        ListKind::Closed if list.rejects_unknown_codes() && is_code => author
            .say(
                "Gesloten lijst: een andere code is een fout.",
                "Closed list: another code is an error.",
            )
            .into(),
        ListKind::Closed => author.say("Gesloten lijst.", "Closed list.").into(),
        ListKind::Open => author
            .say(
                "Open lijst: er kunnen andere codes voorkomen.",
                "Open list: other codes may occur.",
            )
            .into(),
        ListKind::Supplied => Inline::from(author.say("De lijst ", "The list "))
            .mark(
                Mark::Plain,
                match list.supplied_by {
                    None => author.say("komt met de levering", "comes with the delivery"),
                    Some(_) => author.say("kwam met de levering", "came with the delivery"),
                },
            )
            .text("."),
        other => <&str>::from(other).into(),
    }
}

/// The file that brought the codes, so that a reader can hold it against the one at hand.
fn supplied(author: Author<'_>, supplied: &SuppliedFile) -> Inline {
    Inline::from(author.say("Codes ", "Codes "))
        .mark(
            Mark::Plain,
            author.say("geleverd met het bestand", "supplied with the file"),
        )
        .text(" ")
        .code(&*supplied.file)
        .text(" (SHA-256 ")
        .code(&*supplied.sha256)
        .text(").")
}

/// What the list is to the variable. Where a file brought codes as well, that is said of what is published alone.
fn role_words(author: Author<'_>, role: ListStatus, with_file: bool) -> Inline {
    let words = match role {
        ListStatus::Reference | ListStatus::Related if with_file => {
            author.words(words::published_part(role))
        }
        _ => author.words(words::list_role(role)),
    };
    if role == ListStatus::Delivered {
        let by = author.say("Volgens de bron: ", "By the source: ");
        return format!("{by}{words}.").into();
    }
    Inline::new()
        .mark(
            Mark::Caution,
            author.say(
                "ter oriëntatie, keurt nooit af",
                "for orientation, never rejects",
            ),
        )
        .text(format!(": {words}."))
}

/// Whether any stored code is known: the column of codes says nothing otherwise.
fn is_published(list: &CodeList) -> bool {
    list.published_codes().next().is_some()
}

fn unpublished(author: Author<'_>) -> Inline {
    Inline::new()
        .mark(
            Mark::Caution,
            author.say("codes niet gepubliceerd", "codes not published"),
        )
        .text(author.say(
            ": alleen de labels zijn bekend.",
            ": only the labels are known.",
        ))
}

fn read_at(author: Author<'_>, list: &CodeList) -> Inline {
    let text = match list.read_at {
        ReadAt::ObservationPeriod => author.say(
            "Codes worden gelezen op de waarnemingsperiode van de rij",
            "Codes are read at the observation period of the row",
        ),
        ReadAt::EventDate => author.say(
            "Codes worden gelezen op de datum van de gebeurtenis",
            "Codes are read at the date of the event",
        ),
        _ => author.say(
            "De geldigheid van codes is niet na te gaan: de rij bevat het moment niet",
            "The validity of codes cannot be checked: the row does not hold the moment",
        ),
    };
    match &list.why {
        None => format!("{text}.").into(),
        Some(why) => {
            let why = author.label(why);
            let end = if why.ends_with('.') { "" } else { "." };
            format!("{text}: {why}{end}").into()
        }
    }
}

/// One row a meaning. A column that is empty for every code is left out.
fn table(author: Author<'_>, list: &CodeList) -> Table {
    let window = author.window();
    let dated = list
        .codes
        .iter()
        .flat_map(|code| code.meanings.iter())
        .any(|meaning| !meaning.period.is_always());
    let published = is_published(list);
    let mut meanings = list.codes.iter().flat_map(|code| code.meanings.iter());
    let classed = meanings.any(|meaning| meaning.class.is_some());
    let head = [
        (published, author.say("Code", "Code")),
        (true, author.say("Betekenis", "Meaning")),
        (classed, author.say("Klasse", "Class")),
        (dated, author.say("Geldig", "Valid")),
    ];
    let head = head
        .into_iter()
        .filter_map(|(has, name)| has.then_some(name));
    let mut rows = Vec::new();
    for code in list.codes.iter() {
        for (index, meaning) in code.meanings.iter().enumerate() {
            let mut row = Vec::new();
            if published && index == 0 {
                row.push(Cell {
                    content: stored_text(author, code),
                    rows: code.meanings.len(),
                });
            }
            row.push(meaning_words(author, meaning, !meaning.period.overlaps(window)).into());
            if classed {
                let class = meaning.class.as_ref();
                row.push(
                    class
                        .map_or_else(Inline::new, |it| bounds(author, it))
                        .into(),
                );
            }
            if dated {
                row.push(author.period(meaning.period).into());
            }
            rows.push(row);
        }
    }
    Table {
        kind: TableKind::Codes,
        caption: format!("{} {}", author.say("Codes van", "Codes of"), list.id),
        head: head.collect(),
        rows,
    }
}

fn stored_text(author: Author<'_>, code: &CodeEntry) -> Inline {
    let shown = |text: &str| match text {
        "" => Inline::from(author.say("(lege tekst)", "(empty text)")),
        text => Inline::new().code(text),
    };
    let mut line = match code.code.as_deref() {
        None => Inline::new().mark(
            Mark::Caution,
            author.say("code niet gepubliceerd", "code not published"),
        ),
        Some(text) => shown(text),
    };
    if !code.aliases.is_empty() {
        let aliases = code.aliases.iter().map(|alias| shown(alias));
        line = line
            .text(author.say(", ook ", ", also "))
            .then(Inline::join(aliases, ", "));
    }
    line
}

fn meaning_words(author: Author<'_>, meaning: &Meaning, outside: bool) -> Inline {
    let mut line = Inline::from(author.label(&meaning.label));
    if let Some(french) = french(&meaning.label) {
        line = line.text(" – ").then(french);
    }
    if let Some(short) = &meaning.short {
        line = line
            .text(author.say("; kort: ", "; short: "))
            .text(author.label(short));
    }
    // A reader sees who gives the meaning: the institution, or else the file.
    if let Some(source) = meaning.source.as_ref().or(meaning.supplied_by.as_ref()) {
        line = line.text(author.say("; volgens ", "; by ")).text(&**source);
    }
    if let Some(sort) = meaning.missing {
        line = line
            .text(" ")
            .mark(Mark::Plain, author.words(words::missing(sort)));
    }
    if outside {
        let text = author.say(
            "buiten het waarnemingsvenster",
            "outside the observation window",
        );
        line = line.text(" ").mark(Mark::Caution, text);
    }
    if let Some(remark) = &meaning.remark {
        line = line.with(Span::Break).text(author.label(remark));
    }
    line
}

/// Between which amounts a class lies: `≥ 1 and < 15 EUR`.
fn bounds(author: Author<'_>, class: &AmountClassBounds) -> Inline {
    let (left, right) = match class.closed {
        ClosedSide::Left => ("≥ ", "< "),
        ClosedSide::Right => ("> ", "≤ "),
        ClosedSide::Both => ("≥ ", "≤ "),
        _ => (author.say("vanaf ", "from "), author.say("tot ", "to ")),
    };
    let lower = class.lower.as_ref().map(|lower| format!("{left}{lower}"));
    let upper = class.upper.as_ref().map(|upper| format!("{right}{upper}"));
    let and = match class.closed {
        ClosedSide::Unknown => " ",
        _ => author.say(" en ", " and "),
    };
    let bounds: Vec<_> = lower.into_iter().chain(upper).collect();
    let mut words: Vec<String> = Vec::new();
    if !bounds.is_empty() {
        words.push(bounds.join(and));
    }
    let of = [&class.currency, &class.unit];
    words.extend(of.into_iter().flatten().map(ToString::to_string));
    let unknown = class.closed == ClosedSide::Unknown && !bounds.is_empty();
    let line = Inline::from(words.join(" "));
    if unknown {
        let text = author.say(
            "welke grens meetelt is onbekend",
            "which bound is included is not known",
        );
        return line.text("; ").text(text);
    }
    line
}

fn english(author: Author<'_>, text: &str) -> Inline {
    match author.language {
        Language::En => text.into(),
        _ => Inline::of(Span::In(Language::En, text.to_owned())),
    }
}
