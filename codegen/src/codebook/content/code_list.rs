//! The code list of a column: sentences about the list, then its codes with their meanings.

use beraad_schema::describe::{
    AmountClassBounds, Block, ClosedSide, CodeEntry, CodeForm, CodeList, Column, ListKind,
    ListStatus, Meaning, ReadAt, SuppliedFile, Text, ValueType, Variable,
};

use super::edition::Edition;
use super::provenance::page_link;
use crate::codebook::document::{Element, Fact, Inline, Mark, Span, Table, TableCell, TableKind};
use crate::message;
use crate::messages::capitalised;

/// The fact about the code list of a column; `None` if it has none.
pub(super) fn code_list_fact(
    edition: Edition<'_>,
    block: &Block,
    column: &Column<'_>,
) -> Option<Fact> {
    let id = column.code_list()?;
    let name = edition.text(message!("code-list"));
    let Some(list) = edition.selection.model.code_list(id) else {
        return Some(Fact::new(name, Inline::new().code(id)));
    };
    let mut body = vec![Element::Paragraph(summary(edition, block, column, list))];
    if !list.codes.is_empty() {
        body.push(Element::Table(codes_table(edition, list)));
    }
    Some(Fact {
        name: name.into(),
        body,
    })
}

/// The fact about the form in which the source of a flag writes it; `None` for other variables.
pub(super) fn flag_fact(edition: Edition<'_>, variable: &Variable) -> Option<Fact> {
    if !matches!(variable.value_type.item(), ValueType::Flag {}) {
        return None;
    }
    let list = variable.code_list.as_deref();
    let list = list.and_then(|id| edition.selection.model.code_list(id));
    let entries = list.and_then(CodeList::flag_entries);
    let label_of = |entry: &CodeEntry| {
        let meaning = entry.meanings.first();
        meaning.map_or_else(Inline::new, |meaning| edition.label(&meaning.label))
    };
    let written = match entries {
        Some([no, yes]) => edition.line(
            message!("flag-written-as.stated"),
            [("no", label_of(no)), ("yes", label_of(yes))],
        ),
        None => edition.text(message!("flag-written-as.assumed")).into(),
    };
    let name = edition.text(message!("flag-written-as"));
    Some(Fact::new(name, written))
}

/// The properties of the list, one sentence for each.
fn summary(edition: Edition<'_>, block: &Block, column: &Column<'_>, list: &CodeList) -> Inline {
    let id = ("list", Inline::new().code(&*list.id));
    let definition = ("definition", edition.label(&list.definition));
    let mut sentences = vec![match &list.label {
        None => edition.line(message!("code-list.name"), [id, definition]),
        Some(label) => {
            let label = ("label", edition.label(label));
            edition.line(
                message!("code-list.name-with-label"),
                [id, label, definition],
            )
        }
    }];
    // An open list of which the provider supplied all codes is not open in this delivery.
    if list.kind != ListKind::Open || !list.is_completely_supplied() {
        sentences.push(kind_sentence(edition, column, list));
    }
    if let Some(file) = &list.supplied_by {
        sentences.push(supplied_file_sentence(edition, file));
    }
    if list.is_completely_supplied() {
        sentences.push(edition.text(message!("completely-supplied-list")).into());
    }
    if let Some(status) = list.status {
        sentences.push(status_sentence(edition, status, list.supplied_by.as_ref()));
    }
    if list.complete && list.kind != ListKind::Closed {
        sentences.push(edition.text(message!("complete-list")).into());
    }
    if list.searched && list.codes.is_empty() {
        let sentence = message!("no-list-found.sentence");
        let found = edition.text(message!("no-list-found"));
        sentences.push(edition.line(sentence, [("found", capitalised(found).into())]));
    }
    if let Some(form) = list.required_form() {
        sentences.push(form_sentence(edition, form));
    }
    if !list.codes.is_empty() {
        if !has_published_codes(list) {
            let message = message!("codes-not-published");
            let mark = message!("codes-not-published.mark");
            sentences.push(edition.marked(message, Mark::Caution, mark));
        }
        sentences.extend(read_at_sentences(edition, block, list));
    }
    if let Some(standard) = &list.standard {
        let standard = format!("{standard}{}", full_stop(standard));
        let sentence = edition.text_with(message!("list-standard"), &[("standard", &standard)]);
        sentences.push(sentence.into());
    }
    if let Some(page) = &list.page {
        let page = page_link(edition, page);
        sentences.push(edition.line(message!("list-page"), [("page", page.into())]));
    }
    Inline::join(sentences, " ")
}

/// The full stop that `text` needs to be a sentence.
fn full_stop(text: &str) -> &'static str {
    if text.ends_with('.') { "" } else { "." }
}

fn kind_sentence(edition: Edition<'_>, column: &Column<'_>, list: &CodeList) -> Inline {
    let is_code = column.value_type().code_list().is_some();
    match (list.kind, &list.supplied_by) {
        (ListKind::Closed, _) if list.rejects_unknown_codes() && is_code => {
            edition.text(message!("closed-list.rejects")).into()
        }
        (ListKind::Closed, _) => edition.text(message!("closed-list")).into(),
        (ListKind::Open, _) if list.is_unlisted() => {
            edition.text(message!("open-list.without-codes")).into()
        }
        (ListKind::Open, _) => edition.text(message!("open-list")).into(),
        (ListKind::Supplied, None) => edition.marked(
            message!("awaited-list"),
            Mark::Plain,
            message!("awaited-list.mark"),
        ),
        (ListKind::Supplied, Some(_)) => edition.marked(
            message!("supplied-list"),
            Mark::Plain,
            message!("supplied-list.mark"),
        ),
    }
}

/// Names the file that brought the codes, with its hash: a reader can compare it with the file at hand.
fn supplied_file_sentence(edition: Edition<'_>, supplied: &SuppliedFile) -> Inline {
    let mark = edition.text(message!("supplied-file.mark"));
    edition.line(
        message!("supplied-file"),
        [
            ("mark", Inline::new().mark(Mark::Plain, mark)),
            ("file", Inline::new().code(&*supplied.file)),
            ("sha256", Inline::new().code(&*supplied.sha256)),
        ],
    )
}

/// The relation of the list to the variable. If a file has added codes, it is that of the published part only.
fn status_sentence(
    edition: Edition<'_>,
    status: ListStatus,
    supplied_by: Option<&SuppliedFile>,
) -> Inline {
    let message = match (status, supplied_by) {
        (ListStatus::Delivered, _) => return edition.text(message!("delivered-list")).into(),
        (ListStatus::Reference, None) => message!("reference-only-list.reference"),
        (ListStatus::Reference, Some(_)) => message!("reference-only-list.reference-supplied"),
        (ListStatus::Related, None) => message!("reference-only-list.related"),
        (ListStatus::Related, Some(_)) => message!("reference-only-list.related-supplied"),
    };
    edition.marked(message, Mark::Caution, message!("reference-only-list"))
}

/// The length of the codes, and the pattern that they match.
fn form_sentence(edition: Edition<'_>, form: &CodeForm) -> Inline {
    let length = ("length", edition.label(&form.length_bounds().label()));
    match form.pattern() {
        None => edition.line(message!("code-form"), [length]),
        Some(pattern) => {
            let pattern = Inline::new().code(pattern.as_str());
            edition.line(
                message!("code-form.pattern"),
                [length, ("pattern", pattern)],
            )
        }
    }
}

/// Returns true if the stored text of any code is known. If not, the table has no column of codes.
fn has_published_codes(list: &CodeList) -> bool {
    list.published_codes().next().is_some()
}

/// The date that decides what a code means, and the reason.
///
/// The rows of a block without an observation period have no such date. If no code changes its meaning, none is needed.
fn read_at_sentences(edition: Edition<'_>, block: &Block, list: &CodeList) -> Option<Inline> {
    let read_at = match list.read_at {
        ReadAt::ObservationPeriod if block.observation_period.is_none() => {
            let mut meanings = list.codes.iter().flat_map(|code| code.meanings.iter());
            if meanings.all(|meaning| meaning.period.is_always()) {
                return None;
            }
            ReadAt::NotCheckable
        }
        read_at => read_at,
    };
    let text = edition.text(match (read_at, &list.why) {
        (ReadAt::ObservationPeriod, _) => message!("read-at-observation-period"),
        (ReadAt::EventDate, _) => message!("read-at-event-date"),
        (ReadAt::NotCheckable, Some(_)) => message!("read-at-not-checkable.explained"),
        (ReadAt::NotCheckable, None) => message!("read-at-not-checkable"),
    });
    Some(match &list.why {
        None => text.into(),
        Some(why) => {
            let stop = full_stop(&edition.title(why));
            let why = edition.label(why);
            Inline::from(format!("{text} ")).then(why).text(stop)
        }
    })
}

/// One row for each meaning. A column that would be empty in every row is left out.
fn codes_table(edition: Edition<'_>, list: &CodeList) -> Table {
    let window = edition.window();
    let meanings = || list.codes.iter().flat_map(|code| code.meanings.iter());
    let has_codes = has_published_codes(list);
    let has_classes = meanings().any(|meaning| meaning.class.is_some());
    let has_periods =
        meanings().any(|meaning| !meaning.period.is_always() || meaning.documented_from.is_some());
    let columns = [
        (has_codes, edition.text(message!("code"))),
        (true, edition.text(message!("meaning"))),
        (has_classes, edition.text(message!("class"))),
        (has_periods, edition.text(message!("valid"))),
    ];
    let mut rows = Vec::new();
    for code in &list.codes {
        for (index, meaning) in code.meanings.iter().enumerate() {
            let mut row = Vec::new();
            // One cell spans the rows of all meanings, which leave it out. Without published codes there is no such
            // column.
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
                row.push(validity(edition, meaning).into());
            }
            rows.push(row);
        }
    }
    Table {
        kind: TableKind::Codes,
        caption: edition.text_with(message!("codes-of"), &[("list", &list.id)]),
        column_names: columns
            .into_iter()
            .filter_map(|(is_shown, name)| is_shown.then_some(name.into()))
            .collect(),
        rows,
    }
}

/// The period of a meaning, or the first day of the file that documents it, with what that day says.
fn validity(edition: Edition<'_>, meaning: &Meaning) -> Inline {
    let period = edition.period(meaning.period);
    let Some(day) = meaning.documented_from else {
        return period;
    };
    let line = if meaning.period.is_always() {
        Inline::new()
    } else {
        period.with(Span::Break)
    };
    let day = Span::Unbroken(day.to_string());
    line.then(edition.line(message!("documented-from"), [("from", day.into())]))
}

/// The text that a row stores for the code, and the other spellings of it.
fn stored_text(edition: Edition<'_>, code: &CodeEntry) -> Inline {
    let quoted = |text: &str| match text {
        "" => Inline::from(edition.text(message!("code.empty"))),
        text => Inline::new().code(text),
    };
    let line = match code.code.as_deref() {
        None => Inline::new().mark(Mark::Caution, edition.text(message!("code.not-published"))),
        Some(text) => quoted(text),
    };
    if code.aliases.is_empty() {
        return line;
    }
    let aliases = code.aliases.iter().map(|alias| quoted(alias));
    let aliases = Inline::join(aliases, ", ");
    edition.line(
        message!("code.aliases"),
        [("code", line), ("aliases", aliases)],
    )
}

fn meaning_text(edition: Edition<'_>, meaning: &Meaning, is_outside_window: bool) -> Inline {
    let mut line = edition.label(&meaning.label);
    for other in edition.other_texts(&meaning.label) {
        line = line.text(" – ").then(other);
    }
    if let Some(short) = &meaning.short {
        let short = edition.label(short);
        line = edition.line(
            message!("meaning.short"),
            [("meaning", line), ("short", short)],
        );
    }
    // A reader sees who gives the meaning: the institution, and the file.
    if let Some(source) = &meaning.source {
        let source = (&**source).into();
        line = edition.line(
            message!("meaning.source"),
            [("meaning", line), ("source", source)],
        );
    }
    if let Some(file) = &meaning.supplied_by {
        let file = (&**file).into();
        line = edition.line(
            message!("meaning.file"),
            [("meaning", line), ("file", file)],
        );
    }
    if let Some(reason) = meaning.missing {
        line = line.text(" ").mark(Mark::Plain, edition.word(reason));
    }
    if is_outside_window {
        let text = edition.text(message!("meaning.outside-window"));
        line = line.text(" ").mark(Mark::Caution, text);
    }
    if let Some(remark) = &meaning.remark {
        line = line.with(Span::Break).then(edition.label(remark));
    }
    line
}

/// The bounds of a class of amounts: `≥ 1 and < 15 EUR`.
fn class_bounds(edition: Edition<'_>, class: &AmountClassBounds) -> Inline {
    let (lower, upper) = (class.lower.as_deref(), class.upper.as_deref());
    let bounds = match class.closed {
        ClosedSide::Left => between(edition, [("≥", lower), ("<", upper)]),
        ClosedSide::Right => between(edition, [(">", lower), ("≤", upper)]),
        ClosedSide::Both => between(edition, [("≥", lower), ("≤", upper)]),
        // The words leave open which bound belongs to the class: `from 1 to 15 EUR`.
        ClosedSide::Unknown => match (lower, upper) {
            (None, None) => None,
            (Some(lower), None) => {
                Some(edition.text_with(message!("class.from"), &[("lower", lower)]))
            }
            (None, Some(upper)) => {
                Some(edition.text_with(message!("class.to"), &[("upper", upper)]))
            }
            (Some(lower), Some(upper)) => Some(edition.text_with(
                message!("class.from-to"),
                &[("lower", lower), ("upper", upper)],
            )),
        },
    };
    let has_bounds = bounds.is_some();
    let mut words: Vec<Text> = bounds.into_iter().map(Text::from).collect();
    words.extend(
        [&class.currency, &class.unit]
            .into_iter()
            .flatten()
            .cloned(),
    );
    let line = Inline::from(words.join(" "));
    if class.closed == ClosedSide::Unknown && has_bounds {
        return edition.line(message!("class.unknown"), [("bounds", line)]);
    }
    line
}

/// The lower and the upper bound, each after its sign; `None` if the class has neither.
fn between(edition: Edition<'_>, bounds: [(&str, Option<&str>); 2]) -> Option<String> {
    let [lower, upper] = bounds.map(|(sign, bound)| Some(format!("{sign} {}", bound?)));
    match (lower, upper) {
        (Some(lower), Some(upper)) => Some(edition.text_with(
            message!("class.between"),
            &[("lower", &lower), ("upper", &upper)],
        )),
        (lower, upper) => lower.or(upper),
    }
}
