//! Checks of rows: rules with every operator, codes with periods, and the observation window.
//!
//! The structs belong to an invented decision in this folder, so that the derive handles every operator.

use std::fmt::Debug;

use beraad_schema::describe::Model;
use beraad_schema::{
    Block, CompiledRule, SerialNumber, ViolationKind, Year, YearMonth, YearQuarter, arbitrary,
};
use beraad_tests::rows;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};

mod forms;
mod invented;
mod plausible;

use invented::{Fines, Stay, Visit, VisitMonth, model};

fn visit(columns: &Json) -> Visit {
    let mut row = json!({ "person": 7, "year": 2010, "languages": [], "card_years": [] });
    for (name, value) in columns.as_object().unwrap() {
        row[name] = value.clone();
    }
    serde_json::from_value(row).unwrap()
}

/// Returns the ids of the violations of a row with these columns.
fn violations(columns: &Json) -> Vec<String> {
    violations_by(model(), columns)
}

fn violations_by(model: &Model, columns: &Json) -> Vec<String> {
    let violations = visit(columns).check(model);
    violations
        .iter()
        .map(|it| it.kind.id().to_owned())
        .collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn row_of_nulls_has_no_violations() {
    assert_eq!(violations(&json!({})), none());
}

#[test]
fn every_operator_finds_violations_and_accepts_valid_rows() {
    let cases = [
        (
            "months_in_order",
            json!({ "first_month": "2010-03", "last_month": "2010-02" }),
            json!({ "first_month": "2010-03", "last_month": "2010-03" }),
        ),
        (
            "months_in_order",
            json!({ "first_month": "2010-03", "last_month": "2009-12" }),
            json!({ "first_month": "2010-03" }),
        ),
        (
            "card_means_member",
            json!({ "had_card": true, "is_member": false }),
            json!({ "had_card": true, "is_member": null }),
        ),
        (
            "loans_among_visits",
            json!({ "visits": 2, "visits_with_loan": 3 }),
            json!({ "visits": 2, "visits_with_loan": 2 }),
        ),
        (
            "loans_among_visits",
            json!({ "visits": 20, "visits_with_loan": 9 }),
            json!({ "visits": 20, "visits_with_loan": 10 }),
        ),
        (
            "an_hour_a_visit",
            json!({ "visits": 3, "hours": 2.9999, "desk": "1" }),
            json!({ "visits": 3, "hours": 3, "desk": "1" }),
        ),
        (
            "not_all_are_poems",
            json!({ "genre": "P" }),
            json!({ "genre": "P", "visits": 1 }),
        ),
        (
            "two_desks",
            json!({ "desk": "3", "hours": 5 }),
            json!({ "desk": "2", "hours": 5 }),
        ),
        (
            "few_languages",
            json!({ "languages": ["nl", "fr", "de"] }),
            json!({ "languages": ["nl", "fr"] }),
        ),
        (
            "dutch_is_spoken",
            json!({ "languages": ["fr"] }),
            json!({ "languages": ["fr", "nl"] }),
        ),
        (
            "card_from_2006",
            json!({ "card_years": [2007, 2005] }),
            json!({ "card_years": [2007] }),
        ),
        (
            "not_alone",
            json!({ "companion": 7 }),
            json!({ "companion": 8 }),
        ),
        (
            "alias_in_a_rule",
            json!({ "desk": "nine" }),
            json!({ "desk": "8" }),
        ),
    ];
    for (rule, violates, passes) in cases {
        assert_eq!(violations(&violates), [rule], "{violates}");
        assert_eq!(violations(&passes), none(), "{passes}");
    }
}

/// Asserts that no random row violates a rule, and returns the number of rows for which each rule is true, not null.
fn rows_that_satisfy_each_rule<R: Block + Debug>(count: usize) -> Vec<(&'static str, usize)> {
    let rows = arbitrary::rows_from_seed::<R>(model(), 1).take(count);
    let values: Vec<_> = rows
        .inspect(|row| assert_eq!(row.check(model()), [], "{row:?}"))
        .map(|row| rows::values(&row))
        .collect();
    let counts = R::description().rules.iter().map(|rule| {
        let rule_of_row = CompiledRule::new(&rule.expression, R::column_names()).unwrap();
        let satisfied = values
            .iter()
            .filter(|row| rule_of_row.holds(row) == Some(true));
        (&*rule.id, satisfied.count())
    });
    counts.collect()
}

#[test]
fn random_rows_satisfy_rules_with_every_operator() {
    const ROWS: usize = 400;
    let counts = [
        rows_that_satisfy_each_rule::<Visit>(ROWS),
        rows_that_satisfy_each_rule::<Stay>(ROWS),
    ];
    for (rule, count) in counts.concat() {
        assert!(count > ROWS / 8, "{rule}: {count} of {ROWS}");
    }
    // The rows also cover the cases between which the rules leave a choice.
    let occurs = |case: &str, is_case: fn(&Visit) -> bool| {
        let rows = arbitrary::rows_from_seed::<Visit>(model(), 1).take(ROWS);
        let count = rows.filter(is_case).count();
        assert!(count > ROWS / 100, "{case}: {count} of {ROWS}");
    };
    occurs("a card of a member", |row| {
        row.had_card == Some(true) && row.is_member == Some(true)
    });
    occurs("two languages", |row| row.languages.len() == 2);
    occurs("no language", |row| row.languages.is_empty());
    occurs(
        "more hours than visits",
        |row| matches!((row.hours, row.visits), (Some(hours), Some(visits)) if hours.get() > f64::from(visits.get())),
    );
    occurs(
        "visits without a loan",
        |row| matches!((row.visits, row.visits_with_loan), (Some(all), Some(loan)) if all.get() > loan.get()),
    );
    occurs("a desk", |row| row.desk.is_some());
    occurs("a companion", |row| row.companion.is_some());
}

#[test]
fn repair_succeeds_for_nearly_every_row_with_many_rules() {
    fn rejected_rows<R: Block + Debug>() -> usize {
        let strategy = arbitrary::row::<R>(model());
        let config = Config {
            max_local_rejects: 0,
            failure_persistence: None,
            ..Config::default()
        };
        let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(config, random);
        (0..400)
            .filter(|_| strategy.new_tree(&mut runner).is_err())
            .count()
    }
    let (visits, stays) = (rejected_rows::<Visit>(), rejected_rows::<Stay>());
    assert!(visits <= 4, "{visits} of 400");
    assert!(stays <= 4, "{stays} of 400");
    assert_eq!(rejected_rows::<VisitMonth>(), 0);
    assert_eq!(rejected_rows::<Fines>(), 0);
}

#[test]
fn rules_are_described_as_they_are_written() {
    let rules: Vec<_> = Visit::description()
        .rules
        .iter()
        .map(|rule| rule.expression.to_string())
        .collect();
    assert_eq!(rules[0], "first_month <= last_month");
    assert_eq!(
        rules[5],
        r#"matches!(desk, Code::<Desk>::new("1") | Code::<Desk>::new("2")) || hours.is_none()"#
    );
    assert_eq!(
        rules[7],
        r#"languages.is_empty() || languages.contains(Code::<Language>::new("nl"))"#
    );
    assert_eq!(rules.len(), 11);
}

#[test]
fn violation_names_the_columns_that_it_is_about() {
    let found = visit(&json!({ "year": 2009, "visits": 20, "visits_with_loan": 9, "desk": "old" }))
        .check(model());
    let columns: Vec<_> = found.iter().map(|it| it.kind.columns()).collect();
    // The rule reads both columns twice.
    assert_eq!(columns, [&["visits_with_loan", "visits"][..], &["desk"]]);
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json[0]["column"], Json::Null);
    assert_eq!(json[0]["columns"], json!(["visits_with_loan", "visits"]));
    assert_eq!(json[1]["column"], "desk");
    assert_eq!(json[1]["columns"], json!(["desk"]));
}

#[test]
fn code_must_have_a_meaning_in_the_observation_period() {
    let too_early = json!({ "year": 2008, "genre": "A" });
    let found = visit(&too_early).check(model());
    let expected = ViolationKind::CodeWithoutMeaning {
        column: "genre".into(),
        list: "genre".into(),
    };
    assert_eq!(found[0].kind, expected);
    assert_eq!(found.len(), 1);
    assert_eq!(violations(&json!({ "year": 2010, "genre": "A" })), none());
    // The meaning begins on 1 January 2010, and the row of 2009 is the state at the midnight before.
    assert_eq!(violations(&json!({ "year": 2009, "genre": "A" })), none());
    // The meaning ended on 30 June 2008, so it was valid on some days of that year.
    assert_eq!(violations(&json!({ "year": 2008, "desk": "old" })), none());
    assert_eq!(
        violations(&json!({ "year": 2009, "desk": "old" })),
        ["code_without_meaning"]
    );
    assert_eq!(
        violations(&json!({ "year": 2009, "languages": ["nl", "old"] })),
        ["code_without_meaning"]
    );
}

#[test]
fn code_that_cannot_be_checked_is_not_a_violation() {
    for columns in [
        json!({ "weekly": "old" }),        // the list cannot be checked
        json!({ "other_desk": "old" }),    // the list belongs to a related variable
        json!({ "desk_at_start": "old" }), // the date of the event is not part of the description
        json!({ "desk": "unheard" }),      // the list is open
        json!({ "desk": "1" }),            // the meaning has no period
    ] {
        assert_eq!(violations(&columns), none(), "{columns}");
    }
}

#[test]
fn list_of_the_model_has_precedence_over_that_of_the_type() {
    let mut supplied = model().clone();
    for list in &mut supplied.code_lists {
        if list.id == "desk" {
            list.kind = beraad_schema::describe::ListKind::Closed;
        }
    }
    assert_eq!(
        violations_by(&supplied, &json!({ "desk": "unheard" })),
        ["unknown_code"]
    );
    supplied.code_lists = Vec::new();
    assert_eq!(
        violations_by(&supplied, &json!({ "year": 2009, "desk": "old" })),
        ["code_without_meaning"]
    );
}

#[test]
fn observation_period_must_be_in_the_window() {
    let outside = ["observation_period_in_window"];
    // A register year is the state on 31 December at 24:00, so the year 2004 contains the state on 1 January 2005.
    for year in [2004, 2005, 2016] {
        assert_eq!(violations(&json!({ "year": year })), none(), "{year}");
    }
    for year in [2003, 2017] {
        assert_eq!(violations(&json!({ "year": year })), outside, "{year}");
    }
    let violations_of_month = |month: YearMonth| {
        let person = SerialNumber::new(1);
        VisitMonth {
            person,
            month,
            desks: Vec::new(),
        }
        .check(model())
        .len()
    };
    let months = [(2004, 12), (2005, 1), (2016, 12), (2017, 1)]
        .map(|(year, month)| violations_of_month(YearMonth::new(year, month)));
    assert_eq!(months, [1, 0, 0, 1]);
    let violations_of_accumulated_year = |year| {
        Fines {
            person: SerialNumber::new(1),
            year,
            amount: None,
        }
        .check(model())
        .len()
    };
    assert_eq!(
        [2004, 2005, 2016, 2017].map(|year| violations_of_accumulated_year(Year::new(year))),
        [1, 0, 0, 1]
    );
    let observation = model()
        .deliberation
        .observation(Visit::description())
        .unwrap();
    assert!(!observation.contains(YearQuarter::new(2004, 4)));
    // Other dates of a row may be outside the window.
    assert_eq!(
        violations(&json!({ "first_month": "1990-01", "last_month": "2030-01" })),
        none()
    );
}

#[test]
fn violation_states_the_rule_and_contains_no_value() {
    let violations = visit(
        &json!({ "year": 2003, "first_month": "2010-03", "last_month": "2010-02", "desk": "new" }),
    )
    .check(model());
    let texts: Vec<_> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "visit.year: observation_period_in_window: the observation period lies within 2005-2016; or is 2004, whose state is that on 1 January 2005",
            "visit: months_in_order: rule months_in_order",
            "visit.desk: code_without_meaning: each code has a meaning in the list desk in the observation period",
        ]
    );
}
