//! The verdicts about rows: they are those of a check of each code of both models, in each year of the window.

use std::collections::BTreeSet;

use beraad_describe::{
    CodeEntry, CodeForm, CodeList, ListKind, ListStatus, Model, Period, ReadAt, SuppliedFile, Year,
    example_model, is_missing_mark,
};
use beraad_evolve::{Diff, Finding, RULES, Section, Verdict};

use crate::{codes, list, meaning};

/// Returns true if a row of a column may have the text, with a period in which its codes may be read.
fn accepts(list: &CodeList, text: &str, period: Option<Period>) -> bool {
    let form = list.required_form();
    let known = list.find(text);
    let stored = known.and_then(|code| code.code.as_deref()).unwrap_or(text);
    if form.is_some_and(|form| !form.accepts(stored)) {
        return false;
    }
    match (known, period) {
        (None, _) => !list.rejects_unknown_codes() && !is_missing_mark(text),
        (Some(code), Some(period))
            if list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only() =>
        {
            code.meanings.is_empty() || code.is_valid(period)
        }
        (Some(_), _) => true,
    }
}

/// Returns true if a row of the first model, with one code in one column, is not valid in the second one.
fn loses_rows(from: &Model, to: &Model) -> bool {
    for block in &from.blocks {
        let periods: Vec<_> = match from.deliberation.observation(block) {
            None => vec![None],
            Some(observation) => {
                let years = (2009..=2016).map(Year::new);
                let years = years.filter(|year| observation.contains(*year));
                years
                    .map(|year| Some(observation.code_period(year)))
                    .collect()
            }
        };
        for column in block.columns() {
            let there = to
                .block(&block.id)
                .and_then(|block| block.column(&column.name));
            let Some((old, new)) = from
                .list_of(&column)
                .zip(there.and_then(|column| to.list_of(&column)))
            else {
                continue;
            };
            let codes = old.codes.iter().chain(&new.codes);
            let texts = codes.flat_map(|code| code.aliases.iter().chain(&code.code));
            let mut texts: BTreeSet<&str> = texts.map(|text| &**text).collect();
            texts.extend(["NA", "?", "Q", "QQ", "zz", "zzz", "zzzz", "zzzzzzz"]);
            for text in texts {
                for period in &periods {
                    if accepts(old, text, *period) && !accepts(new, text, *period) {
                        return true;
                    }
                }
            }
        }
    }
    false
}

#[track_caller]
fn assert_verdicts_are_true(name: &str, old: &Model, new: &Model) {
    let findings = Diff::new(old, new).findings;
    let unexplained = findings.iter().find(|finding| {
        finding.rule.id == "M999" && matches!(finding.section, Section::CodeList(_))
    });
    assert_eq!(unexplained, None, "{name}");
    let is_about_lists =
        |finding: &&Finding| finding.rule.id.starts_with(['A', 'C']) || finding.rule.id == "Y011";
    let findings: Vec<_> = findings.iter().filter(is_about_lists).collect();
    for (direction, verdict, is_lost) in [
        (
            "old data",
            (|finding| finding.viewpoints.old_data_in_new_model) as fn(&Finding) -> Verdict,
            loses_rows(old, new),
        ),
        (
            "new data",
            |finding| finding.viewpoints.new_data_in_old_model,
            loses_rows(new, old),
        ),
    ] {
        let verdicts: Vec<_> = findings
            .iter()
            .map(|finding| (finding.rule.id, verdict(finding)))
            .collect();
        let has = |wanted| verdicts.iter().any(|(_, verdict)| *verdict == wanted);
        let is_true = match (has(Verdict::No), has(Verdict::Undecided)) {
            (true, _) => is_lost,
            (false, true) => true,
            (false, false) => !is_lost,
        };
        assert!(
            is_true,
            "{name}, {direction}, lost: {is_lost}, {verdicts:?}"
        );
    }
    // Each difference is explained once.
    let mut differences = BTreeSet::new();
    for finding in &findings {
        for difference in &finding.differences {
            assert!(
                differences.insert(format!("{difference:?}")),
                "{name}: {difference:?}"
            );
        }
    }
}

#[test]
fn verdicts_about_rows_are_true() {
    let rules: Vec<_> = RULES
        .iter()
        .filter(|rule| rule.id.starts_with(['A', 'C']) || rule.id == "Y011")
        .collect();
    assert!(rules.len() > 50);
    let examples: Vec<_> = rules.iter().map(|rule| rule.example_models()).collect();
    for (index, rule) in rules.iter().enumerate() {
        let (old, new) = &examples[index];
        assert_verdicts_are_true(rule.id, old, new);
        assert_verdicts_are_true(&format!("{} in reverse", rule.id), new, old);
        // Several changes at once.
        for step in [1, 5, 11] {
            let other = (index + step) % rules.len();
            let name = format!("{} and {}", rule.id, rules[other].id);
            assert_verdicts_are_true(&name, new, &examples[other].1);
        }
    }
}

/// A change of a code list.
type Edit = fn(&mut CodeList);

/// Changes of what a list accepts, of which any two may come together.
const EDITS: &[(&str, Edit)] = &[
    ("nothing", |_| {}),
    ("open", |list| list.kind = ListKind::Open),
    ("closed", |list| list.kind = ListKind::Closed),
    ("supplied", |list| list.kind = ListKind::Supplied),
    ("reference", |list| {
        list.status = Some(ListStatus::Reference);
    }),
    ("related", |list| list.status = Some(ListStatus::Related)),
    ("no status", |list| list.status = None),
    ("event date", |list| list.read_at = ReadAt::EventDate),
    ("not checkable", |list| list.read_at = ReadAt::NotCheckable),
    ("length 1", |list| list.form = form(Some("1"), None)),
    ("length 1 to 2", |list| {
        list.form = form(Some("1..=2"), None);
    }),
    ("letter", |list| list.form = form(None, Some("[A-Z]"))),
    ("letters", |list| list.form = form(None, Some("[A-Z]{1,2}"))),
    ("file", |list| {
        list.supplied_by = Some(SuppliedFile::from_bytes("codes.csv", b"code"));
    }),
    ("complete file", |list| {
        let mut file = SuppliedFile::from_bytes("codes.csv", b"code");
        file.complete = true;
        list.supplied_by = Some(file);
    }),
    ("without the first", |list| {
        list.codes.remove(0);
    }),
    ("without all", |list| list.codes.clear()),
    ("one more", |list| {
        list.codes.extend(codes(&[("X", "andere", "other")]));
    }),
    ("one more from 2013", |list| {
        let meaning = meaning("andere", "other", Some(2013), None);
        list.codes.push(CodeEntry::new("X", vec![meaning]));
    }),
    ("one more with the label of a word", |list| {
        list.codes
            .extend(codes(&[("NA", "man of vrouw", "man or woman")]));
    }),
    ("first until 2012", |list| {
        for code in &mut list.codes[..1] {
            code.meanings = vec![meaning("man", "man", None, Some(2012))];
        }
    }),
    ("first from 2012", |list| {
        for code in &mut list.codes[..1] {
            code.meanings = vec![meaning("man", "man", Some(2012), None)];
        }
    }),
    ("first in two periods", |list| {
        for code in &mut list.codes[..1] {
            code.meanings = vec![
                meaning("man", "man", None, Some(2011)),
                meaning("andere", "other", Some(2013), None),
            ];
        }
    }),
    ("first after the window", |list| {
        for code in &mut list.codes[..1] {
            code.meanings = vec![meaning("man", "man", Some(2017), None)];
        }
    }),
    ("first without a meaning", |list| {
        for code in &mut list.codes[..1] {
            code.meanings.clear();
        }
    }),
    ("first with another text", |list| {
        for code in &mut list.codes[..1] {
            code.code = Some("01".into());
        }
    }),
    ("first without a text", |list| {
        for code in &mut list.codes[..1] {
            code.code = None;
        }
    }),
    ("first with an alias", |list| {
        for code in &mut list.codes[..1] {
            code.aliases = vec!["m".into()];
        }
    }),
    ("last without its alias", |list| {
        if let Some(code) = list.codes.last_mut() {
            code.aliases.clear();
        }
    }),
    ("in reverse", |list| list.codes.reverse()),
];

fn form(length: Option<&str>, pattern: Option<&str>) -> Option<CodeForm> {
    let length = length.map(|length| length.parse().unwrap());
    let pattern = pattern.map(|pattern| pattern.parse().unwrap());
    CodeForm::new(length, pattern).ok()
}

#[test]
fn verdicts_about_rows_are_true_for_any_two_changes() {
    let in_both = list(&mut example_model(), "sex").codes.clone();
    // The values of one list are read by year, and those of the other one at no date.
    let mut compared = 0;
    for (id, block) in [("sex", "member"), ("fine_class", "loan")] {
        let mut base = example_model();
        list(&mut base, "fine_class").codes.clone_from(&in_both);
        // Without what does not matter here, for speed.
        base.blocks.retain(|it| it.id == block);
        base.code_lists.retain(|list| list.id == id);
        base.constraints.clear();
        base.glossary.clear();
        let models: Vec<_> = EDITS
            .iter()
            .map(|(_, edit)| {
                let mut model = base.clone();
                edit(list(&mut model, id));
                model
            })
            .collect();
        for ((first, _), old) in EDITS.iter().zip(&models) {
            for ((second, _), new) in EDITS.iter().zip(&models) {
                assert_verdicts_are_true(&format!("{id}: {first} -> {second}"), old, new);
                compared += 1;
            }
            // Also on top of the change, so that one difference has consequences for another one.
            for (second, further) in EDITS {
                let mut new = old.clone();
                if id == "sex" && second != first && !list(&mut new, id).codes.is_empty() {
                    further(list(&mut new, id));
                    assert_verdicts_are_true(&format!("{id}: {first}, then {second}"), old, &new);
                }
            }
        }
    }
    assert_eq!(compared, 2 * EDITS.len() * EDITS.len());
}
