//! The code list of a variable: sentences about the list, then its codes with their meanings.

use beraad_schema::describe::{
    AmountClassBounds, ClosedSide, CodeEntry, CodeForm, CodeList, Language, ListKind, ListStatus,
    Meaning, ReadAt, SuppliedFile, Text, Variable,
};

use super::edition::Edition;
use super::provenance::page_link;
use super::words;
use crate::codebook::document::{Element, Fact, Inline, Mark, Span, Table, TableCell, TableKind};

/// The fact about the code list of a variable; `None` if it has none.
pub(super) fn code_list_fact(edition: Edition<'_>, variable: &Variable) -> Option<Fact> {
    let id = variable.code_list.as_deref()?;
    let name = edition.pick("Codelijst", "Code list");
    let Some(list) = edition.selection.model.code_list(id) else {
        return Some(Fact::new(name, Inline::new().code(id)));
    };
    let mut body = vec![Element::Paragraph(summary(edition, variable, list))];
    if !list.codes.is_empty() {
        body.push(Element::Table(codes_table(edition, list)));
    }
    Some(Fact {
        name: name.into(),
        body,
    })
}

/// The properties of the list, one sentence for each.
fn summary(edition: Edition<'_>, variable: &Variable, list: &CodeList) -> Inline {
    let mut name = Inline::new().code(&*list.id);
    if let Some(label) = &list.label {
        name = name.text(" ").text(edition.label(label));
    }
    let definition = edition.foreign(Language::En, &list.definition);
    let mut sentences = vec![name.text(": ").then(definition)];
    sentences.push(kind_sentence(edition, variable, list));
    if let Some(file) = &list.supplied_by {
        sentences.push(supplied_file_sentence(edition, file));
    }
    if let Some(status) = list.status {
        sentences.push(status_sentence(edition, status, list.supplied_by.as_ref()));
    }
    if list.complete && list.kind != ListKind::Closed {
        let complete = edition.pick(
            "De volledige tabel was beschikbaar.",
            "The complete table was available.",
        );
        sentences.push(complete.into());
    }
    if let Some(form) = list.required_form() {
        sentences.push(form_sentence(edition, form));
    }
    if !list.codes.is_empty() {
        if !has_published_codes(list) {
            sentences.push(codes_not_published_sentence(edition));
        }
        sentences.push(read_at_sentences(edition, list));
    }
    if let Some(standard) = &list.standard {
        let word = edition.pick("Standaard", "Standard");
        sentences.push(format!("{word}: {standard}{}", full_stop(standard)).into());
    }
    if let Some(page) = &list.page {
        let source = Inline::from(edition.pick("Bron: ", "Source: "));
        sentences.push(source.with(page_link(edition, page)));
    }
    Inline::join(sentences, " ")
}

/// The full stop that `text` needs to be a sentence.
fn full_stop(text: &str) -> &'static str {
    if text.ends_with('.') { "" } else { "." }
}

fn kind_sentence(edition: Edition<'_>, variable: &Variable, list: &CodeList) -> Inline {
    let is_code = variable.value_type.code_list().is_some();
    match list.kind {
        ListKind::Closed if list.rejects_unknown_codes() && is_code => edition
            .pick(
                "Gesloten lijst: een andere code is een fout.",
                "Closed list: another code is an error.",
            )
            .into(),
        ListKind::Closed => edition.pick("Gesloten lijst.", "Closed list.").into(),
        ListKind::Open => edition
            .pick(
                "Open lijst: er kunnen andere codes voorkomen.",
                "Open list: other codes may occur.",
            )
            .into(),
        ListKind::Supplied => Inline::from(edition.pick("De lijst ", "The list "))
            .mark(
                Mark::Plain,
                match list.supplied_by {
                    None => edition.pick("komt met de levering", "comes with the delivery"),
                    Some(_) => edition.pick("kwam met de levering", "came with the delivery"),
                },
            )
            .text("."),
    }
}

/// Names the file that brought the codes, with its hash: a reader can compare it with the file at hand.
fn supplied_file_sentence(edition: Edition<'_>, supplied: &SuppliedFile) -> Inline {
    Inline::from(edition.pick("Codes ", "Codes "))
        .mark(
            Mark::Plain,
            edition.pick("geleverd met het bestand", "supplied with the file"),
        )
        .text(" ")
        .code(&*supplied.file)
        .text(" (SHA-256 ")
        .code(&*supplied.sha256)
        .text(").")
}

/// The relation of the list to the variable. If a file has added codes, it is that of the published part only.
fn status_sentence(
    edition: Edition<'_>,
    status: ListStatus,
    supplied_by: Option<&SuppliedFile>,
) -> Inline {
    let relation = match (status, supplied_by) {
        (ListStatus::Delivered, _) => {
            return edition
                .pick(
                    "Volgens de bron worden de gegevens met deze lijst geleverd.",
                    "According to the source, the data are delivered with this list.",
                )
                .into();
        }
        (ListStatus::Reference, None) => edition.pick(
            "de gepubliceerde lijst is een referentiestandaard, niet de geleverde lijst",
            "the published list is a reference standard, not the list that is delivered",
        ),
        (ListStatus::Reference, Some(_)) => edition.pick(
            "het gepubliceerde deel is een referentiestandaard, en bij elke betekenis uit de levering staat het bestand",
            "the published part is a reference standard, and each meaning that came with the delivery names its file",
        ),
        (ListStatus::Related, None) => edition.pick(
            "de gepubliceerde lijst is die van een verwante variabele, niet de geleverde lijst",
            "the published list is that of a related variable, not the list that is delivered",
        ),
        (ListStatus::Related, Some(_)) => edition.pick(
            "het gepubliceerde deel is de lijst van een verwante variabele, en bij elke betekenis uit de levering staat het bestand",
            "the published part is the list of a related variable, and each meaning that came with the delivery names its file",
        ),
    };
    Inline::new()
        .mark(
            Mark::Caution,
            edition.pick("lijst ter referentie", "reference-only list"),
        )
        .text(format!(": {relation}; "))
        .text(edition.pick("ze keurt nooit een code af.", "it never rejects a code."))
}

/// The length of the codes, and the pattern that they match.
fn form_sentence(edition: Edition<'_>, form: &CodeForm) -> Inline {
    let length = form.length_bounds().label();
    let name = edition.pick("Vorm van de codes", "Form of the codes");
    let line = Inline::from(format!("{name}: {}", edition.label(&length)));
    let line = match form.pattern() {
        None => line,
        Some(pattern) => line
            .text(edition.pick(" volgens het patroon ", " by the pattern "))
            .code(pattern.as_str()),
    };
    line.text(".")
}

/// Returns true if the stored text of any code is known. If not, the table has no column of codes.
fn has_published_codes(list: &CodeList) -> bool {
    list.published_codes().next().is_some()
}

fn codes_not_published_sentence(edition: Edition<'_>) -> Inline {
    Inline::new()
        .mark(
            Mark::Caution,
            edition.pick("codes niet gepubliceerd", "codes not published"),
        )
        .text(edition.pick(
            ": alleen de labels zijn bekend.",
            ": only the labels are known.",
        ))
}

/// The date that decides what a code means, and the reason.
fn read_at_sentences(edition: Edition<'_>, list: &CodeList) -> Inline {
    let text = match (list.read_at, &list.why) {
        (ReadAt::ObservationPeriod, _) => edition.pick(
            "De waarnemingsperiode van de rij bepaalt wat een code betekent.",
            "The observation period of the row decides what a code means.",
        ),
        (ReadAt::EventDate, _) => edition.pick(
            "De datum van de gebeurtenis bepaalt wat een code betekent.",
            "The date of the event decides what a code means.",
        ),
        (ReadAt::NotCheckable, Some(_)) => edition.pick(
            "De geldigheid van codes is niet na te gaan.",
            "The validity of codes cannot be checked.",
        ),
        (ReadAt::NotCheckable, None) => edition.pick(
            "De geldigheid van codes is niet na te gaan: de datum die bepaalt wat een code betekent, staat niet in de rij.",
            "The validity of codes cannot be checked: the row does not contain the date that decides what a code means.",
        ),
    };
    match &list.why {
        None => text.into(),
        Some(why) => {
            let why = edition.label(why);
            format!("{text} {why}{}", full_stop(why)).into()
        }
    }
}

/// One row for each meaning. A column that would be empty in every row is left out.
fn codes_table(edition: Edition<'_>, list: &CodeList) -> Table {
    let window = edition.window();
    let meanings = || list.codes.iter().flat_map(|code| code.meanings.iter());
    let has_codes = has_published_codes(list);
    let has_classes = meanings().any(|meaning| meaning.class.is_some());
    let has_periods = meanings().any(|meaning| !meaning.period.is_always());
    let columns = [
        (has_codes, edition.pick("Code", "Code")),
        (true, edition.pick("Betekenis", "Meaning")),
        (has_classes, edition.pick("Klasse", "Class")),
        (has_periods, edition.pick("Geldig", "Valid")),
    ];
    let mut rows = Vec::new();
    for code in &list.codes {
        for (index, meaning) in code.meanings.iter().enumerate() {
            let mut row = Vec::new();
            if has_codes && index == 0 {
                row.push(TableCell {
                    content: stored_text(edition, code),
                    row_span: code.meanings.len(),
                });
            }
            let is_outside_window = !meaning.period.overlaps(window);
            row.push(meaning_text(edition, meaning, is_outside_window).into());
            if has_classes {
                let bounds = meaning.class.as_ref();
                let bounds = bounds.map_or_else(Inline::new, |it| class_bounds(edition, it));
                row.push(bounds.into());
            }
            if has_periods {
                row.push(edition.period(meaning.period).into());
            }
            rows.push(row);
        }
    }
    Table {
        kind: TableKind::Codes,
        caption: format!("{} {}", edition.pick("Codes van", "Codes of"), list.id),
        column_names: columns
            .into_iter()
            .filter_map(|(is_shown, name)| is_shown.then_some(name.into()))
            .collect(),
        rows,
    }
}

/// The text that a row stores for the code, and the other spellings of it.
fn stored_text(edition: Edition<'_>, code: &CodeEntry) -> Inline {
    let quoted = |text: &str| match text {
        "" => Inline::from(edition.pick("(lege tekst)", "(empty text)")),
        text => Inline::new().code(text),
    };
    let mut line = match code.code.as_deref() {
        None => Inline::new().mark(
            Mark::Caution,
            edition.pick("code niet gepubliceerd", "code not published"),
        ),
        Some(text) => quoted(text),
    };
    if !code.aliases.is_empty() {
        let aliases = code.aliases.iter().map(|alias| quoted(alias));
        line = line
            .text(edition.pick(", ook ", ", also "))
            .then(Inline::join(aliases, ", "));
    }
    line
}

fn meaning_text(edition: Edition<'_>, meaning: &Meaning, is_outside_window: bool) -> Inline {
    let mut line = Inline::from(edition.label(&meaning.label));
    if let Some(french) = edition.french(&meaning.label) {
        line = line.text(" – ").then(french);
    }
    if let Some(short) = &meaning.short {
        line = line
            .text(edition.pick("; kort: ", "; short: "))
            .text(edition.label(short));
    }
    // A reader sees who gives the meaning: the institution, or else the file.
    if let Some(source) = meaning.source.as_ref().or(meaning.supplied_by.as_ref()) {
        line = line
            .text(edition.pick("; volgens ", "; according to "))
            .text(&**source);
    }
    if let Some(reason) = meaning.missing {
        line = line
            .text(" ")
            .mark(Mark::Plain, edition.in_language(words::missing(reason)));
    }
    if is_outside_window {
        let text = edition.pick(
            "buiten het waarnemingsvenster",
            "outside the observation window",
        );
        line = line.text(" ").mark(Mark::Caution, text);
    }
    if let Some(remark) = &meaning.remark {
        line = line.with(Span::Break).text(edition.label(remark));
    }
    line
}

/// The bounds of a class of amounts: `≥ 1 and < 15 EUR`.
fn class_bounds(edition: Edition<'_>, class: &AmountClassBounds) -> Inline {
    let and = edition.pick(" en ", " and ");
    // If it is unknown which bound belongs to the class, the words leave it open: `from 1 to 15 EUR`.
    let (at_least, at_most, between) = match class.closed {
        ClosedSide::Left => ("≥ ", "< ", and),
        ClosedSide::Right => ("> ", "≤ ", and),
        ClosedSide::Both => ("≥ ", "≤ ", and),
        ClosedSide::Unknown => (
            edition.pick("vanaf ", "from "),
            edition.pick("tot ", "to "),
            " ",
        ),
    };
    let lower = class
        .lower
        .as_ref()
        .map(|lower| format!("{at_least}{lower}"));
    let upper = class
        .upper
        .as_ref()
        .map(|upper| format!("{at_most}{upper}"));
    let bounds: Vec<_> = lower.into_iter().chain(upper).collect();
    let mut words: Vec<Text> = Vec::new();
    if !bounds.is_empty() {
        words.push(bounds.join(between).into());
    }
    words.extend(
        [&class.currency, &class.unit]
            .into_iter()
            .flatten()
            .cloned(),
    );
    let line = Inline::from(words.join(" "));
    if class.closed == ClosedSide::Unknown && !bounds.is_empty() {
        return line.text("; ").text(edition.pick(
            "welke grens meetelt is onbekend",
            "which bound is included is not known",
        ));
    }
    line
}
