//! The section "What changed": the changes from each kept version of the model to the next one, and to the model at hand.

use beraad_evolve::{Class, Difference, Finding, Section as Part};
use beraad_schema::describe::{Language, Text};

use super::changed_place::{is_of_selection, items_line, part};
use super::changed_value::{NOTHING, old_and_new};
use super::edition::Edition;
use crate::codebook::document::{
    Element, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
};
use crate::history::Step;
use crate::message;

/// The anchor of the section, which is also the beginning of the anchors of its versions.
const ANCHOR: &str = "what-changed";

/// The most lines in a cell. A change of every code of a list has one line for each code.
const MAX_LINES: usize = 12;

/// The section, also without an earlier version: a reader who looks for changes must not have to guess why there are none.
pub(super) fn section(edition: Edition<'_>) -> Section {
    let steps = edition.selection.steps();
    let sections: Vec<_> = steps
        .iter()
        .enumerate()
        // The first change has the number 1 in every later codebook.
        .filter_map(|(index, step)| step_section(edition, step, steps.len() - index))
        .collect();
    let text = if steps.is_empty() {
        message!("changes.no-version")
    } else if sections.is_empty() {
        message!("changes.elsewhere")
    } else {
        message!("changes.introduction")
    };
    Section {
        anchor: ANCHOR.into(),
        kind: SectionKind::General,
        title: edition.text(message!("changes")).into(),
        body: vec![Element::Paragraph(edition.text(text).into())],
        sections,
    }
}

/// The changes to one version; `None` if no part of this codebook changed.
fn step_section(edition: Edition<'_>, step: &Step, number: usize) -> Option<Section> {
    let (old, new) = (&step.diff.old_version, &step.diff.new_version);
    let findings = step.diff.findings.iter();
    let mut findings: Vec<_> = findings
        .filter(|finding| is_of_selection(edition, finding))
        .collect();
    if findings.is_empty() {
        return None;
    }
    // Stable: within a class, the order of the findings.
    findings.sort_by_key(|finding| std::cmp::Reverse(class_of(finding)));
    let wording = findings.partition_point(|finding| class_of(finding) > Class::Doc);
    let (changes, wording) = findings.split_at(wording);
    let semantic = changes
        .iter()
        .filter(|finding| class_of(finding) == Class::Semantic);
    let semantic = semantic.count();
    let day = step.kept.map(|day| day.to_string());
    let title = match &day {
        Some(day) => edition.text_with(
            message!("changes.version"),
            &[("version", new), ("day", day)],
        ),
        None => edition.text_with(message!("changes.at-hand"), &[("version", old)]),
    };
    let mut body = Vec::new();
    if semantic > 0 {
        let count = ("count", semantic.to_string().into());
        body.push(Element::Notice(
            edition.line(message!("changes.semantic"), [count]),
        ));
    }
    body.push(Element::Paragraph(edition.line(
        message!("changes.since"),
        [
            ("version", Inline::from(&**old)),
            ("count", findings.len().to_string().into()),
        ],
    )));
    let day = day.unwrap_or_else(|| edition.text(message!("changes.not-kept")).to_owned());
    let table = |findings: &[&Finding], caption: String| {
        let rows = findings.iter().map(|finding| row(edition, finding, &day));
        Element::Table(Table {
            kind: TableKind::Changes,
            caption,
            column_names: column_names(edition),
            rows: rows.collect(),
        })
    };
    if !changes.is_empty() {
        body.push(table(changes, title.clone()));
    }
    if !wording.is_empty() {
        let count = wording.len().to_string();
        let summary = edition.text_with(message!("changes.wording"), &[("count", &count)]);
        let caption = format!("{title} – {summary}");
        body.push(Element::Disclosure {
            summary,
            body: vec![table(wording, caption)],
        });
    }
    Some(Section {
        anchor: format!("{ANCHOR}/{number}"),
        kind: SectionKind::General,
        title,
        body,
        sections: Vec::new(),
    })
}

/// The worst class, or that of wording if a person has judged the change to be one.
fn class_of(finding: &Finding) -> Class {
    match &finding.accepted {
        Some(accepted) if accepted.editorial => Class::Doc,
        _ => finding.class(),
    }
}

fn column_names(edition: Edition<'_>) -> Vec<Text> {
    let names = [
        message!("changes.part"),
        message!("changed-item"),
        message!("changes.day"),
        message!("changes.from"),
        message!("changes.to"),
        message!("changes.cause"),
        message!("change-class"),
    ];
    names.map(|name| edition.text(name).into()).to_vec()
}

fn row(edition: Edition<'_>, finding: &Finding, day: &str) -> Vec<TableCell> {
    let [old, new] = values(edition, finding);
    vec![
        part(edition, &finding.section).into(),
        subject(edition, finding).into(),
        Span::Unbroken(day.to_owned()).into(),
        old.into(),
        new.into(),
        cause(edition, finding).into(),
        class(edition, finding).into(),
    ]
}

/// The variable, the code, or what else changed within the part.
fn subject(edition: Edition<'_>, finding: &Finding) -> Inline {
    let mut shown: Vec<Inline> = Vec::new();
    let skip = shared_items(finding);
    let is_one = is_about_one_item(finding);
    for difference in &finding.differences {
        let items = difference.items.get(skip..).unwrap_or_default();
        let items = if is_one {
            items
        } else {
            &items[..items.len().min(1)]
        };
        let line = items_line(edition, finding, items);
        if !line.0.is_empty() && !shown.contains(&line) {
            shown.push(line);
        }
    }
    lines(edition, shown)
}

/// Returns true if all differences are those of one item.
fn is_about_one_item(finding: &Finding) -> bool {
    let first = finding.differences.first();
    finding
        .differences
        .iter()
        .all(|difference| first.is_some_and(|first| first.items == difference.items))
}

/// The number of items at the start of each path that the column of parts has already.
fn shared_items(finding: &Finding) -> usize {
    let part = |difference: &Difference| difference.items.first().cloned();
    let first = finding.differences.first().and_then(part);
    let is_shared = finding
        .differences
        .iter()
        .all(|difference| part(difference) == first);
    match finding.section {
        Part::Model => 0,
        _ if is_shared => 1,
        _ => 0,
    }
}

/// The old and the new value of each difference. If there are several, each line begins with what it is about.
fn values(edition: Edition<'_>, finding: &Finding) -> [Inline; 2] {
    let mut cells = [Vec::new(), Vec::new()];
    let is_one = is_about_one_item(finding);
    let skip = shared_items(finding);
    let is_former_name = |it: &Difference| it.attribute.as_deref() == Some("renamed_from");
    let mut differences: Vec<_> = finding.differences.iter().collect();
    // The former name of a renamed part is also the old value of its name.
    if !differences.iter().all(|it| is_former_name(it)) {
        differences.retain(|it| !is_former_name(it));
    }
    for difference in &differences {
        for (cell, value) in cells.iter_mut().zip(old_and_new(edition, difference)) {
            let mut about = Inline::new();
            if differences.len() > 1 {
                if !is_one {
                    let items = difference.items.get(skip..).unwrap_or_default();
                    about = items_line(edition, finding, items);
                }
                if let Some(attribute) = &difference.attribute {
                    let attribute = Inline::new().code(&**attribute);
                    about = Inline::join(
                        [about, attribute].into_iter().filter(|it| !it.0.is_empty()),
                        ", ",
                    );
                }
            }
            if about.0.is_empty() {
                cell.push(value);
            } else {
                let line = [("name", about), ("value", value)];
                cell.push(edition.line(message!("changes.value"), line));
            }
        }
    }
    cells.map(|cell| lines(edition, cell))
}

/// One line below the other, and the number of those that are left out.
fn lines(edition: Edition<'_>, mut lines: Vec<Inline>) -> Inline {
    if lines.is_empty() {
        return NOTHING.into();
    }
    let more = lines.len().saturating_sub(MAX_LINES);
    lines.truncate(MAX_LINES);
    if more > 0 {
        let count = ("count", more.to_string().into());
        lines.push(edition.line(message!("changes.more"), [count]));
    }
    let mut all = Inline::new();
    for line in lines {
        if !all.0.is_empty() {
            all = all.with(Span::Break);
        }
        all = all.then(line);
    }
    all
}

/// The title of the rule, which is in English, and why a person accepted the change.
fn cause(edition: Edition<'_>, finding: &Finding) -> Inline {
    let mut line = edition.foreign(Language::EN, finding.rule.title);
    let Some(accepted) = &finding.accepted else {
        return line;
    };
    if let Some(decision) = &accepted.decision {
        let decision = ("decision", Inline::from(&**decision));
        line = line
            .with(Span::Break)
            .then(edition.line(message!("changes.decision"), [decision]));
    }
    let reason = ("reason", Inline::from(&*accepted.reason));
    line.with(Span::Break)
        .then(edition.line(message!("changes.reason"), [reason]))
}

/// The classes in words. A change of meaning is marked.
fn class(edition: Edition<'_>, finding: &Finding) -> Inline {
    if finding
        .accepted
        .as_ref()
        .is_some_and(|accepted| accepted.editorial)
    {
        return edition.text(message!("change-class.editorial")).into();
    }
    let words = finding.classes.iter().map(|class| match class {
        Class::Semantic => edition.marked(
            message!("change-class.semantic"),
            Mark::Caution,
            message!("change-class.semantic-mark"),
        ),
        Class::Breaking => edition.text(message!("change-class.breaking")).into(),
        Class::Disclosure => edition.text(message!("change-class.disclosure")).into(),
        Class::Risky => edition.text(message!("change-class.risky")).into(),
        Class::Compatible => edition.text(message!("change-class.compatible")).into(),
        Class::Doc => edition.text(message!("change-class.doc")).into(),
    });
    Inline::join(words, "; ")
}
