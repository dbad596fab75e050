//! The claims of the model about its own certainty: each needs what it claims, and ignorance is worded as such.

use std::collections::BTreeSet;

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_model::model;
use beraad_schema::describe::{Label, Language, ListKind, MatchQuality, Model, Variable};

fn variables(model: &Model) -> impl Iterator<Item = (String, &Variable)> {
    let blocks = model.blocks.iter();
    blocks.flat_map(|block| {
        let named = move |name: String| format!("{}.{name}", block.id);
        let variables = block.variables();
        variables.map(move |(column, variable)| (named(column.name), variable))
    })
}

/// Returns the variables that claim an exact match without a page that describes the variable.
fn exact_without_a_page(model: &Model) -> Vec<String> {
    let is_exact = |variable: &Variable| {
        let exact = [MatchQuality::Exact, MatchQuality::ExactForOneSource];
        variable.match_quality.is_some_and(|it| exact.contains(&it))
    };
    // An origin whose name is in brackets is a file, of which the page of the variable was not seen.
    let has_page = |variable: &Variable| {
        let mut origins = variable.origins.iter();
        origins.any(|origin| origin.page.is_some() && !origin.name.starts_with('('))
    };
    let claimed = variables(model).filter(|(_, variable)| is_exact(variable));
    let without = claimed.filter(|(_, variable)| !has_page(variable));
    without.map(|(name, _)| name).collect()
}

#[test]
fn exact_match_has_the_page_of_a_variable() {
    assert_eq!(exact_without_a_page(model()), [""; 0]);
    // The check finds an exact match whose origin is a file only.
    let mut changed = model().clone();
    for field in &mut changed
        .blocks
        .iter_mut()
        .find(|it| it.id == "death")
        .unwrap()
        .fields
    {
        if let beraad_schema::describe::Field::Variable(variable) = field {
            variable.match_quality = Some(MatchQuality::Exact);
        }
    }
    assert_eq!(exact_without_a_page(&changed), ["death.death_date"]);
}

#[test]
fn match_that_is_exact_for_one_source_names_the_source() {
    let mut found = Vec::new();
    for (name, variable) in variables(model()) {
        if variable.match_quality == Some(MatchQuality::ExactForOneSource) {
            let evidence = &variable.evidence[0];
            assert!(evidence.starts_with("Exact for the "), "{name}: {evidence}");
            assert!(evidence.contains("was not seen"), "{name}: {evidence}");
            found.push(name);
        }
    }
    assert_eq!(
        found,
        [
            "job.employee_class",
            "job.apprenticeship_type",
            "job_volume.part_time_percentage",
            "pay.ordinary_gross_pay_quarter",
            "pay.average_gross_daily_wage",
            "unemployment_sanction.planned_exclusion_duration",
        ]
    );
}

/// Returns the meanings with one end of a period for which nothing says why the other is missing.
///
/// A page states the end of a period that goes on as `∞`, and the codebook says what a missing end means. A start that is
/// missing has no such sign: it has a remark, or the day from which a file documents the code.
fn half_periods(model: &Model) -> Vec<String> {
    let mut found = Vec::new();
    for list in &model.code_lists {
        for code in &list.codes {
            for meaning in &code.meanings {
                let has_end_only = meaning.period.to.is_some() && meaning.period.from.is_none();
                let is_explained = meaning.documented_from.is_some() || meaning.remark.is_some();
                if has_end_only && !is_explained {
                    let code = code.code.as_deref().unwrap_or("(no code)");
                    found.push(format!("{} {code}", list.id));
                }
            }
        }
    }
    found
}

#[test]
fn period_with_one_end_says_why_the_other_is_missing() {
    assert_eq!(half_periods(model()), [""; 0]);
    let mut changed = model().clone();
    let mut lists = changed.code_lists.iter_mut();
    let list = lists.find(|it| it.id == "apprenticeship_type").unwrap();
    for meaning in list.codes.iter_mut().flat_map(|code| &mut code.meanings) {
        meaning.documented_from = None;
    }
    assert_eq!(half_periods(&changed), ["apprenticeship_type 2"]);
    for language in [Language::NL, Language::EN] {
        let text = Messages::of(language).text(message!("reading-validity.text"));
        assert!(text.contains(match language {
            Language::NL => "Staat bij een periode geen begin of einde, dan is het niet bekend",
            _ => "If the start or end of a period is not stated",
        }));
    }
}

#[test]
fn day_that_only_dates_a_file_never_makes_a_code_invalid() {
    let mut lists = BTreeSet::new();
    for list in &model().code_lists {
        for meaning in list.codes.iter().flat_map(|code| &code.meanings) {
            if let Some(day) = meaning.documented_from {
                assert_eq!(meaning.period.from, None, "{}", list.id);
                assert!(day > beraad_schema::describe::Date::ymd(2005, 1, 1));
                lists.insert(&*list.id);
            }
        }
    }
    let expected = [
        "apprenticeship_type",
        "employee_code",
        "employee_key_number",
        "employer_size_code",
        "legal_cohabitation_event",
        "residence_reason",
    ];
    assert_eq!(lists.into_iter().collect::<Vec<_>>(), expected);
}

/// Returns every text of the blocks, the code lists and the statements in one language.
fn texts(language: Language) -> Vec<String> {
    fn collect(value: &serde_json::Value, tag: &str, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    match value {
                        serde_json::Value::String(text) if key == tag => texts.push(text.clone()),
                        other => collect(other, tag, texts),
                    }
                }
            }
            serde_json::Value::Array(items) => {
                for item in items {
                    collect(item, tag, texts);
                }
            }
            _ => {}
        }
    }
    let json = serde_json::to_value(model()).unwrap();
    let mut texts = Vec::new();
    collect(&json, language.as_str(), &mut texts);
    texts
}

#[test]
fn what_was_not_found_is_not_called_unpublished() {
    for (language, unpublished, begins) in [
        (
            Language::NL,
            ["niet gepubliceerd", "ongepubliceerd"],
            "in openbare bronnen werd geen",
        ),
        (
            Language::EN,
            ["not published", "unpublished"],
            "no list was found in",
        ),
    ] {
        let not_found = Messages::of(language).text(message!("no-list-found"));
        let mut found = 0;
        for text in texts(language) {
            for words in unpublished {
                assert!(!text.contains(words), "{text}");
            }
            if text.contains(begins) {
                // The notes have the words of the catalogue, which the templates and the codebook use too. A list of
                // which only a part was found has a word between.
                let is_whole = text.contains(not_found);
                assert!(
                    is_whole || text.contains("volledige lijst gevonden"),
                    "{text}"
                );
                found += usize::from(is_whole);
            }
        }
        println!("{found} notes in `{language}` say that no list was found");
        assert!(found >= 30, "{found}");
    }
    for text in variables(model()).flat_map(|(_, variable)| &variable.evidence) {
        assert!(!text.contains("not published"), "{text}");
    }
    // A list without codes is not known, in the codebook and in its template.
    let lists = model().code_lists.iter();
    let empty = lists.filter(|list| list.kind == ListKind::Supplied && list.codes.is_empty());
    println!("{} lists without codes", empty.count());
}

#[test]
fn no_label_of_a_code_is_half_a_word() {
    for list in &model().code_lists {
        for meaning in list.codes.iter().flat_map(|code| &code.meanings) {
            for (_, text) in meaning.label.iter() {
                assert!(
                    !text.contains('…') && !text.contains("..."),
                    "{}: {text}",
                    list.id
                );
            }
        }
    }
}

/// Names of the data that look like abbreviations.
const NAMES_OF_THE_DATA: [&str; 1] = ["PMP"];

#[test]
fn every_abbreviation_of_labels_and_definitions_is_in_the_glossary() {
    let model = model();
    let mut forms: Vec<&str> = Vec::new();
    for entry in &model.glossary {
        forms.extend(entry.forms.iter().map(|form| &**form));
    }
    // The longest form first: `POD MI` is one abbreviation.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let is_abbreviation = |word: &str| word.chars().filter(|char| char.is_uppercase()).count() > 1;
    let mut missing = BTreeSet::new();
    let mut check = |label: &Label| {
        for (_, text) in label.iter() {
            let mut text = text.to_owned();
            for form in &forms {
                text = text.replace(form, "");
            }
            let words = text.split(|char: char| !(char.is_alphanumeric() || char == '_'));
            let words = words.filter(|word| is_abbreviation(word) && !word.contains('_'));
            missing.extend(words.map(str::to_owned));
        }
    };
    for block in &model.blocks {
        check(&block.label);
        check(&block.definition);
        for column in block.columns() {
            check(&column.label());
            check(&column.definition());
        }
    }
    for name in NAMES_OF_THE_DATA {
        assert!(missing.remove(name), "`{name}` does not occur any more");
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn every_form_of_the_glossary_occurs() {
    let mut model = model().clone();
    let glossary = std::mem::take(&mut model.glossary);
    let json = serde_json::to_string(&model).unwrap();
    for entry in &glossary {
        for form in &*entry.forms {
            assert!(json.contains(&**form), "`{form}` does not occur");
        }
    }
    println!("{} entries", glossary.len());
}
