//! Rows held against their description: rules of every sort, codes at their moment, the observation window.
//!
//! The struct is of an invented decision beside this file, so that each operator is met through the derive.

use std::fmt::Debug;

use beraad_schema::describe::Model;
use beraad_schema::{
    Block, CompiledRule, SerialNumber, ViolationKind, Year, YearMonth, YearQuarter, arbitrary,
};
use beraad_tests::rows;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};

mod invented;

use invented::{Fines, Stay, Visit, VisitMonth, model};

fn visit(columns: &Json) -> Visit {
    let mut row = json!({ "person": 7, "year": 2010, "languages": [], "card_years": [] });
    for (name, value) in columns.as_object().unwrap() {
        row[name] = value.clone();
    }
    serde_json::from_value(row).unwrap()
}

/// The ids of what is wrong with a row of these columns.
fn wrong(columns: &Json) -> Vec<String> {
    wrong_by(model(), columns)
}

fn wrong_by(model: &Model, columns: &Json) -> Vec<String> {
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
fn a_row_without_values_violates_nothing() {
    assert_eq!(wrong(&json!({})), none());
}

#[test]
fn each_operator_finds_its_violation_and_lets_the_rest_pass() {
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
        assert_eq!(wrong(&violates), [rule], "{violates}");
        assert_eq!(wrong(&passes), none(), "{passes}");
    }
}

/// How many of so many made-up rows are known to keep each rule; none breaks one.
fn kept<R: Block + Debug>(count: usize) -> Vec<(&'static str, usize)> {
    let made = arbitrary::rows_from_seed::<R>(model(), 1).take(count);
    let data: Vec<_> = made
        .inspect(|row| assert_eq!(row.check(model()), [], "{row:?}"))
        .map(|row| rows::data(&row))
        .collect();
    let times = R::description().rules.iter().map(|rule| {
        let condition = CompiledRule::new(&rule.expression, R::column_names()).unwrap();
        let known = data.iter().filter(|row| condition.holds(row) == Some(true));
        (&*rule.id, known.count())
    });
    times.collect()
}

#[test]
fn made_up_rows_keep_rules_with_every_operator() {
    const ROWS: usize = 400;
    for (rule, known) in [kept::<Visit>(ROWS), kept::<Stay>(ROWS)].concat() {
        assert!(known > ROWS / 8, "{rule}: {known} of {ROWS}");
    }
    // What the rules leave open is there as well.
    let occurs = |what: &str, is_so: fn(&Visit) -> bool| {
        let rows = arbitrary::rows_from_seed::<Visit>(model(), 1).take(ROWS);
        let times = rows.filter(is_so).count();
        assert!(times > ROWS / 100, "{what}: {times} of {ROWS}");
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
fn hardly_a_made_up_row_of_many_rules_is_made_in_vain() {
    fn refused<R: Block + Debug>() -> usize {
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
    assert!(refused::<Visit>() <= 4, "{} of 400", refused::<Visit>());
    assert!(refused::<Stay>() <= 4, "{} of 400", refused::<Stay>());
    assert_eq!(refused::<VisitMonth>(), 0);
    assert_eq!(refused::<Fines>(), 0);
}

#[test]
fn every_rule_of_the_block_has_its_case() {
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
fn a_code_is_read_at_the_observation_period() {
    let too_early = json!({ "year": 2008, "genre": "A" });
    let violations = visit(&too_early).check(model());
    let expected = ViolationKind::CodeWithoutMeaning {
        column: "genre".into(),
        list: "genre".into(),
    };
    assert_eq!(violations[0].kind, expected);
    assert_eq!(violations.len(), 1);
    assert_eq!(wrong(&json!({ "year": 2010, "genre": "A" })), none());
    // It starts on 1 January 2010, and the row of 2009 is about the midnight before.
    assert_eq!(wrong(&json!({ "year": 2009, "genre": "A" })), none());
    // It ended on 30 June 2008: on some day of that year it means something.
    assert_eq!(wrong(&json!({ "year": 2008, "desk": "old" })), none());
    assert_eq!(
        wrong(&json!({ "year": 2009, "desk": "old" })),
        ["code_without_meaning"]
    );
    assert_eq!(
        wrong(&json!({ "year": 2009, "languages": ["nl", "old"] })),
        ["code_without_meaning"]
    );
}

#[test]
fn what_cannot_be_checked_does_not_violate() {
    for columns in [
        json!({ "weekly": "old" }),        // not checkable
        json!({ "other_desk": "old" }),    // the list of a sister variable
        json!({ "desk_at_start": "old" }), // read at a date that is no part of the description
        json!({ "desk": "unheard" }),      // an open list
        json!({ "desk": "1" }),            // its meaning states no period
    ] {
        assert_eq!(wrong(&columns), none(), "{columns}");
    }
}

#[test]
fn a_list_of_the_model_comes_before_that_of_the_type() {
    let mut supplied = model().clone();
    for list in &mut supplied.code_lists {
        if list.id == "desk" {
            list.kind = beraad_schema::describe::ListKind::Closed;
        }
    }
    assert_eq!(
        wrong_by(&supplied, &json!({ "desk": "unheard" })),
        ["unknown_code"]
    );
    supplied.code_lists = Vec::new();
    assert_eq!(
        wrong_by(&supplied, &json!({ "year": 2009, "desk": "old" })),
        ["code_without_meaning"]
    );
}

#[test]
fn the_observation_period_lies_in_the_window() {
    let outside = ["observation_period_in_window"];
    // A register year is the state on 31 December at midnight: 2004 holds that of 1 January 2005.
    for year in [2004, 2005, 2016] {
        assert_eq!(wrong(&json!({ "year": year })), none(), "{year}");
    }
    for year in [2003, 2017] {
        assert_eq!(wrong(&json!({ "year": year })), outside, "{year}");
    }
    let month = |month: YearMonth| {
        let person = SerialNumber::new(1);
        VisitMonth {
            person,
            month,
            desks: Vec::new(),
        }
        .check(model())
        .len()
    };
    let months =
        [(2004, 12), (2005, 1), (2016, 12), (2017, 1)].map(|(y, m)| month(YearMonth::new(y, m)));
    assert_eq!(months, [1, 0, 0, 1]);
    let added_up = |year| {
        Fines {
            person: SerialNumber::new(1),
            year,
            amount: None,
        }
        .check(model())
        .len()
    };
    assert_eq!(
        [2004, 2005, 2016, 2017].map(|year| added_up(Year::new(year))),
        [1, 0, 0, 1]
    );
    let window = &model().deliberation;
    assert!(!window.observes(
        beraad_schema::describe::Temporality::Status,
        YearQuarter::new(2004, 4)
    ));
    // The dates themselves may lie outside.
    assert_eq!(
        wrong(&json!({ "first_month": "1990-01", "last_month": "2030-01" })),
        none()
    );
}

#[test]
fn a_violation_says_what_should_hold_and_no_value() {
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
            "visit.desk: code_without_meaning: each code has a meaning in the observation period by the list desk",
        ]
    );
}
