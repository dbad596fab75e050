//! The record set of a code list: each meaning of a code is a record. Two meanings are never in one label.

use std::collections::BTreeMap;

use beraad_schema::describe::{CodeEntry, CodeList, Label, Language, Meaning, Text};

use super::{Field, RecordSet, SuppliedList, list_id};

/// Returns the record set of a list, with the records themselves.
pub(super) fn codes(list: &CodeList, languages: &[Language]) -> RecordSet {
    let id = list_id(list);
    let meanings = list
        .codes
        .iter()
        .flat_map(|entry| entry.meanings.iter().map(move |meaning| (entry, meaning)));
    let records: Vec<_> = meanings
        .map(|(entry, meaning)| record(entry, meaning, languages))
        .collect();
    // All records of a set have the same fields: those that at least one of them needs.
    let has_value = |name: &String| {
        let mut cells = records.iter().filter_map(|record| record.get(name));
        name == "code" || cells.any(Option::is_some)
    };
    let names = records.first().into_iter().flat_map(BTreeMap::keys);
    let names: Vec<_> = names.filter(|name| has_value(name)).collect();
    let fields = names.iter().map(|name| Field {
        kind: "cr:Field",
        id: format!("{id}/{name}"),
        name: Label::new([(Language::EN, (*name).clone())]),
        description: None,
        data_type: "sc:Text",
        source: None,
        value_reference: None,
    });
    let data = records.iter().map(|record| {
        let cells = names.iter();
        let cells = cells.map(|name| (format!("{id}/{name}"), record[*name].clone()));
        cells.collect()
    });
    RecordSet {
        kind: "cr:RecordSet",
        name: list.label.as_ref().unwrap_or(&list.definition).clone(),
        description: list.definition.clone(),
        supplied: list.supplied_by.as_ref().map(|file| SuppliedList {
            kind: "sc:MediaObject",
            name: file.file.to_string(),
            sha256: file.sha256.to_string(),
        }),
        key: Vec::new(),
        field: fields.collect(),
        data: data.collect(),
        id,
    }
}

/// The cells of a record, under the names that they have in the tables.
fn record(
    entry: &CodeEntry,
    meaning: &Meaning,
    languages: &[Language],
) -> BTreeMap<String, Option<String>> {
    let text = |text: Option<&Text>| text.map(ToString::to_string);
    let class = meaning.class.as_ref();
    let aliases = entry.aliases.join("; ");
    let facts = [
        ("code", text(entry.code.as_ref())),
        ("aliases", Some(aliases).filter(|it| !it.is_empty())),
        ("valid_from", meaning.period.from.map(|day| day.to_string())),
        ("valid_to", meaning.period.to.map(|day| day.to_string())),
        (
            "documented_from",
            meaning.documented_from.map(|day| day.to_string()),
        ),
        ("source", text(meaning.source.as_ref())),
        ("missing", meaning.missing.map(|reason| reason.to_string())),
        ("supplied_by", text(meaning.supplied_by.as_ref())),
        ("class_lower", text(class.and_then(|it| it.lower.as_ref()))),
        ("class_upper", text(class.and_then(|it| it.upper.as_ref()))),
        ("class_closed", class.map(|it| it.closed.to_string())),
        ("class_unit", text(class.and_then(|it| it.unit.as_ref()))),
        (
            "class_currency",
            text(class.and_then(|it| it.currency.as_ref())),
        ),
    ];
    let labels = [
        ("label", Some(&meaning.label)),
        ("short_label", meaning.short.as_ref()),
        ("remark", meaning.remark.as_ref()),
    ];
    let labels = labels.into_iter().flat_map(|(name, label)| {
        languages.iter().map(move |&language| {
            let text = label.and_then(|label| label.text(language));
            (format!("{name}_{language}"), text.map(str::to_owned))
        })
    });
    let facts = facts
        .into_iter()
        .map(|(name, fact)| (name.to_owned(), fact));
    facts.chain(labels).collect()
}
