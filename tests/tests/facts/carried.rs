//! Comparison of the model with each fact of the research notes.

use std::fmt;
use std::path::Path;

use beraad_schema::describe::{
    Block, CodeEntry, CodeList, Column, Label, Language, ListKind, Model, Note, Origin,
    SeriesBreak, Text, ValueType, Variable,
};

use super::{Entry, File};

/// The files of the headings, in the order of the decision's text.
const FILES: [&str; 18] = [
    "vdab_profile",
    "vdab_trajectory",
    "vdab_training",
    "vdab_workplace_learning",
    "ksz_person",
    "ksz_household",
    "ksz_work",
    "ksz_wages",
    "ksz_child_benefit",
    "ksz_career_break",
    "ksz_education",
    "ksz_unemployment",
    "ksz_living_wage",
    "ksz_activation",
    "ksz_exit",
    "ksz_invalidity",
    "ksz_cross_border",
    "ksz_residence",
];

/// The number of facts that were compared with the model.
#[derive(Default)]
pub(crate) struct Counts {
    terms: usize,
    variables: usize,
    columns: usize,
    umbrellas: usize,
    codes: usize,
    outside_window: usize,
    label_only: usize,
    notes: usize,
    breaks: usize,
    evidence: usize,
    origins: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            terms,
            variables,
            columns,
            umbrellas,
            codes,
            outside_window,
            label_only,
            notes,
            breaks,
            evidence,
            origins,
        } = self;
        write!(
            f,
            "{terms} terms, {variables} variables in {columns} columns, {umbrellas} umbrellas, "
        )?;
        let in_use = codes - outside_window - label_only;
        write!(
            f,
            "{codes} codes ({in_use} in use, {outside_window} outside the window, {label_only} as label only), {notes} notes, "
        )?;
        write!(
            f,
            "{breaks} breaks, {evidence} lines of evidence, {origins} origins"
        )
    }
}

/// Compares the model with all facts, and returns the number of facts.
///
/// # Panics
/// Panics at the first fact that the model does not contain, and at the first variable for which there are no facts.
pub(crate) fn assert_same(model: &Model) -> Counts {
    let mut counts = Counts::default();
    for file in FILES {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("conformance/facts/{file}.json"));
        let file: File = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let paragraph = file.paragraph.to_string();
        let heading = model.deliberation.heading(&paragraph, &file.heading);
        let heading = heading.unwrap();
        let blocks: Vec<&Block> = model.blocks_of(heading).collect();
        let mut without_facts: Vec<String> = blocks
            .iter()
            .flat_map(|block| block.variables().map(|(column, _)| column.name))
            .collect();
        for entry in &file.variables {
            if entry.role.as_deref() == Some("umbrella") {
                assert_umbrella(entry, &blocks, &mut counts);
                continue;
            }
            let found: Vec<_> = blocks
                .iter()
                .flat_map(|block| block.variables().map(move |(column, _)| (*block, column)))
                .filter(|(_, column)| is_described_by(column, &entry.id))
                .collect();
            assert!(
                !found.is_empty(),
                "missing variable `{}` under `{}`",
                entry.id,
                file.heading
            );
            for (block, column) in &found {
                assert_variable(entry, model, block, column);
                without_facts.retain(|name| *name != column.name);
            }
            counts.columns += found.len();
            counts.variables += 1;
            count(entry, &mut counts);
        }
        assert!(
            without_facts.is_empty(),
            "variables without facts: {without_facts:?}"
        );
        counts.terms += heading.terms.len();
    }
    counts
}

/// Returns `true` if an entry describes a column: by its name, or as the column of one of several relatives. The facts have
/// one entry for both parents, and one for the four grandparents.
fn is_described_by(column: &Column<'_>, id: &str) -> bool {
    let of_relatives = id.strip_suffix("s").and_then(|id| id.split_once("_of_"));
    match (of_relatives, column.relative()) {
        (Some((variable, relative)), Some(number)) if number.starts_with(relative) => {
            column.name == format!("{variable}_{}", number.replace(' ', "_"))
        }
        _ => column.name == id,
    }
}

/// Compares an umbrella entry, which is not a variable itself, with the block that has its text.
fn assert_umbrella(entry: &Entry, blocks: &[&Block], counts: &mut Counts) {
    let definition = both(&entry.definition_nl, &entry.definition_en);
    let Some(block) = blocks.iter().find(|block| block.definition == definition) else {
        panic!("missing block for `{}`", entry.id);
    };
    assert_eq!(block.notes, notes(entry), "notes of {}", entry.id);
    assert_sources(entry, &block.origins, &block.evidence, &block.breaks);
    count(entry, counts);
    counts.umbrellas += 1;
}

fn assert_variable(entry: &Entry, model: &Model, block: &Block, column: &Column<'_>) {
    let id = &entry.id;
    let Some(variable) = column.variable() else {
        panic!("{id} is a role");
    };
    let register = entry.register.as_ref().unwrap();
    assert_eq!(variable.phrase.term, register.term, "term of {id}");
    assert_eq!(
        variable.phrase.of.as_deref(),
        register.of.as_deref(),
        "`of` of {id}"
    );
    let (nl, en) = (dutch(&variable.label), english_of(&variable.label));
    // The facts have one label for all relatives. The label of a column adds which relative it is about.
    let is_label = |label: &str, fact: &str| {
        label == fact || (column.name != *id && label.starts_with(&format!("{fact}: ")))
    };
    assert!(is_label(nl, &entry.label_nl), "label of {id}: {nl}");
    assert!(is_label(en, &entry.label_en), "label of {id}: {en}");
    assert_eq!(
        variable.definition,
        both(&entry.definition_nl, &entry.definition_en),
        "definition of {id}"
    );
    assert!(
        // The model may be more careful than the notes, and never surer.
        variable
            .match_quality
            .is_some_and(|quality| quality <= entry.r#match),
        "the match of {id} is better than in the facts"
    );
    assert!(
        variable.certainty <= entry.type_certainty,
        "the type of {id} is more certain than in the facts"
    );
    let alternatives: Vec<String> = variable
        .alternatives
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        alternatives, entry.type_alternatives,
        "alternatives of {id}"
    );
    assert_eq!(
        variable.value_type.item().kind().to_string(),
        entry.value_type,
        "type of {id}"
    );
    assert_eq!(
        variable.measurement.to_string(),
        entry.level,
        "level of {id}"
    );
    assert_eq!(
        english(variable.unit.as_ref()),
        entry.unit.as_deref(),
        "unit of {id}"
    );
    assert_range(variable, entry.range.as_deref());
    // A universe that all variables of a block share is written once, at the block.
    let universe = variable.universe.as_ref().or(block.universe.as_ref());
    assert_eq!(
        english(universe),
        entry.applies_to.as_deref(),
        "universe of {id}"
    );
    match (&entry.row_level, english(variable.source_unit.as_ref())) {
        (Some(fact), Some(unit)) => assert_eq!(unit, fact, "source unit of {id}"),
        (None, unit) => assert_eq!(unit, Some("not documented"), "source unit of {id}"),
        // The block describes the row in its own words.
        (Some(_), None) => {}
    }
    assert_null_and_notes(entry, variable);
    assert_sources(
        entry,
        &variable.origins,
        &variable.evidence,
        &variable.breaks,
    );
    match variable.code_list.as_deref() {
        None => assert!(
            entry.list_kind == "none" && entry.codes.is_empty(),
            "missing code list of {id}"
        ),
        Some(list) => assert_code_list(entry, model.code_list(list).unwrap()),
    }
}

/// Compares the meaning of null and the notes. A variable with several values is an empty list instead of null, so that the
/// meaning of an empty list is a note after the notes of the facts.
fn assert_null_and_notes(entry: &Entry, variable: &Variable) {
    let (id, notes) = (&entry.id, notes(entry));
    let null = entry.null_means_nl.clone().zip(entry.null_means_en.clone());
    let null = null.map(|(nl, en)| both(&nl, &en));
    if !variable.value_type.is_list() {
        assert_eq!(variable.null_means, null, "meaning of null for {id}");
        assert_eq!(variable.notes, notes, "notes of {id}");
        return;
    }
    assert_eq!(variable.null_means, None, "{id} is never null");
    assert_eq!(variable.notes[..notes.len()], notes, "notes of {id}");
    let further = &variable.notes[notes.len()..];
    assert_eq!(
        further.len(),
        usize::from(null.is_some()),
        "further notes of {id}"
    );
    if let (Some(null), [Note { text: note, .. }]) = (null, further) {
        assert!(
            dutch(note)
                .to_lowercase()
                .contains(&dutch(&null).to_lowercase()),
            "meaning of an empty list for {id}"
        );
        assert!(
            english_of(note)
                .to_lowercase()
                .contains(&english_of(&null).to_lowercase()),
            "meaning of an empty list for {id}"
        );
    }
}

fn notes(entry: &Entry) -> Vec<Note> {
    let notes = entry.notes.iter();
    notes
        .map(|note| Note::new(both(&note.nl, &note.en)))
        .collect()
}

fn assert_sources(entry: &Entry, origins: &[Origin], evidence: &[Text], breaks: &[SeriesBreak]) {
    let id = &entry.id;
    assert_eq!(evidence, entry.evidence, "evidence of {id}");
    assert_eq!(origins.len(), entry.dwh.len(), "origins of {id}");
    for (origin, fact) in origins.iter().zip(&entry.dwh) {
        assert_eq!(origin.name, fact.name, "{id}");
        assert_eq!(
            origin.abbreviation.as_deref(),
            stated(fact.abbr.as_ref()),
            "{id}"
        );
        assert_eq!(origin.institution, fact.institution, "{id}");
        assert_eq!(origin.file, fact.source, "{id}");
        assert_eq!(
            origin.stated_validity.as_deref(),
            stated(fact.valid.as_ref()),
            "{id}"
        );
        assert_eq!(
            origin.stated_level.as_deref(),
            stated(fact.level.as_ref()),
            "{id}"
        );
        assert_eq!(origin.page.as_deref(), stated(fact.url.as_ref()), "{id}");
    }
    assert_eq!(breaks.len(), entry.breaks.len(), "breaks of {id}");
    for (series_break, fact) in breaks.iter().zip(&entry.breaks) {
        assert_eq!(series_break.from.as_str(), fact.date, "{id}");
        assert_eq!(
            series_break.what,
            both(&fact.what_nl, &fact.what_en),
            "{id}"
        );
        let advice = fact.advice_nl.clone().zip(fact.advice_en.clone());
        assert_eq!(
            series_break.advice,
            advice.map(|(nl, en)| both(&nl, &en)),
            "{id}"
        );
    }
}

fn assert_code_list(entry: &Entry, list: &CodeList) {
    let id = &entry.id;
    if entry.list_kind == "none" {
        // The variable has no list of its own. The list beside it is for reference only, or has no codes.
        assert!(
            list.is_reference_only() || list.codes.is_empty(),
            "list of {id}"
        );
        assert_ne!(list.kind, ListKind::Closed, "list of {id}");
    } else {
        assert_eq!(list.kind.to_string(), entry.list_kind, "list of {id}");
    }
    assert_eq!(
        list.status.map(|status| status.to_string()),
        entry.codes_role,
        "status of the list of {id}"
    );
    assert_eq!(list.complete, entry.codes_complete, "list of {id}");
    assert_eq!(
        list.read_at.to_string(),
        entry.codes_read_at,
        "list of {id}"
    );
    assert_eq!(
        english(list.why.as_ref()),
        entry.codes_read_at_why.as_deref(),
        "list of {id}"
    );
    assert_eq!(
        list.page.as_deref(),
        entry.codes_url.as_deref(),
        "list of {id}"
    );
    assert_eq!(
        list.standard.as_deref(),
        entry.codes_standard.as_deref(),
        "list of {id}"
    );
    let meanings: usize = list.codes.iter().map(|code| code.meanings.len()).sum();
    assert_eq!(meanings, entry.codes.len(), "meanings in the list of {id}");
    for fact in &entry.codes {
        let code = list.codes.iter().find(|code| {
            code.code.as_deref() == fact.code.as_deref()
                && code.meanings.iter().any(|meaning| {
                    meaning.label == label_of(fact)
                        && meaning.period.from.map(|day| day.to_string()) == fact.valid_from
                        && meaning.period.to.map(|day| day.to_string()) == fact.valid_to
                        && meaning.documented_from.map(|day| day.to_string())
                            == fact.documented_from
                        && meaning.missing.map(|sort| sort.to_string()) == fact.missing
                        && meaning.source.as_deref() == fact.source.as_deref()
                        && meaning.short == label(fact.short_nl.as_ref(), fact.short_en.as_ref())
                        && meaning.remark == label(fact.remark_nl.as_ref(), fact.remark_en.as_ref())
                })
        });
        let Some(code) = code else {
            panic!(
                "{id}: missing code {:?} `{}` with its period and remarks",
                fact.code, fact.nl
            );
        };
        for alias in &fact.aliases {
            assert!(
                code.aliases.iter().any(|known| known == alias),
                "{id}: missing alias `{alias}`"
            );
        }
    }
    let aliases = |codes: &[CodeEntry]| codes.iter().map(|code| code.aliases.len()).sum::<usize>();
    let facts: usize = entry.codes.iter().map(|code| code.aliases.len()).sum();
    assert_eq!(aliases(&list.codes), facts, "aliases in the list of {id}");
}

fn label(nl: Option<&String>, en: Option<&String>) -> Option<Label> {
    Some(both(nl?, en?))
}

/// Returns the label of a code. The titles of an official classification have a French text too.
fn label_of(fact: &super::Meaning) -> Label {
    let label = both(&fact.nl, &fact.en);
    match &fact.fr {
        Some(fr) => label.with(Language::FR, fr.clone()),
        None => label,
    }
}

/// Returns the label with these texts in Dutch and English.
fn both(nl: &str, en: &str) -> Label {
    Label::new([(Language::NL, nl.to_owned()), (Language::EN, en.to_owned())])
}

fn dutch(label: &Label) -> &str {
    label.text(Language::NL).unwrap()
}

fn english(label: Option<&Label>) -> Option<&str> {
    label.map(english_of)
}

fn english_of(label: &Label) -> &str {
    label.text(Language::EN).unwrap()
}

/// Returns the text of a fact, or `None` if the fact is missing or an empty text.
fn stated(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}

/// Compares the range. Numeric bounds are those of the value type. The model has any other range as a text, except that of a
/// flag (0 and 1), which its type implies.
fn assert_range(variable: &Variable, fact: Option<&str>) {
    let id = &variable.id;
    let (lower, upper) = variable.value_type.documented_bounds();
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let bounds = fact
        .and_then(|fact| fact.split_once(".."))
        .filter(|(lower, upper)| is_number(lower) && is_number(upper));
    match (bounds, variable.value_type.item()) {
        (Some((fact_lower, fact_upper)), ValueType::Number { min, .. }) => {
            assert_eq!(
                *min,
                fact_lower.parse::<i64>().unwrap(),
                "lower bound of {id}"
            );
            assert_eq!(upper, fact_upper.parse::<i64>().ok(), "upper bound of {id}");
        }
        (Some(("0", "1")), ValueType::Flag {}) => {}
        _ => {
            assert_eq!(english(variable.range.as_ref()), fact, "range of {id}");
            assert_eq!((lower, upper), (None, None), "bounds of {id}");
        }
    }
}

fn count(entry: &Entry, counts: &mut Counts) {
    counts.codes += entry.codes.len();
    let label_only = entry.codes.iter().filter(|code| code.code.is_none());
    counts.label_only += label_only.count();
    let outside = |code: &&super::Meaning| code.code.is_some() && code.outside_window;
    counts.outside_window += entry.codes.iter().filter(outside).count();
    counts.notes += entry.notes.len();
    counts.breaks += entry.breaks.len();
    counts.evidence += entry.evidence.len();
    counts.origins += entry.dwh.len();
}
