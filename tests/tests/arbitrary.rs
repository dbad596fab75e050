//! Random rows of every block: serde, the JSON Schema and the rules accept them, they vary, and a seed always gives the same.

use std::collections::BTreeMap;
use std::fmt::Debug;

use beraad_model::ksz::{EmploymentLine, UnemploymentPayment, WorkQuarter};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{
    CodeEntry, Label, Language, Meaning, Model, NumberQuantity, PLAUSIBLE_MONTHS,
    PLAUSIBLE_PERCENTAGES, Period, Quantity, ReadAt, ValueType, Window,
};
use beraad_schema::{
    Block, CodeText, CompiledRule, Datum, YearQuarter, arbitrary, describe::SuppliedFile,
    json_schema,
};
use beraad_tests::rows;
use jsonschema::draft202012;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::{Value as Json, json};

/// The number of rows that are generated for each block.
const ROWS: usize = 300;

/// Returns a runner that generates the same rows in every run.
fn runner(config: Config) -> TestRunner {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, random)
}

fn assert_rows_are_valid<R: Block + PartialEq + Debug>(model: &Model) {
    let block = model.block(R::ID).unwrap();
    let validator = draft202012::new(&json_schema::schema(model, block).to_value()).unwrap();
    for row in arbitrary::rows_from_seed::<R>(model, 1).take(ROWS) {
        assert_eq!(row.check(model), [], "{row:?}");
        assert_eq!(row.warnings(model), [], "{row:?}");
        let json = serde_json::to_value(&row).unwrap();
        if let Err(error) = validator.validate(&json) {
            panic!("{json}: {error}");
        }
        assert_eq!(serde_json::from_value::<R>(json).unwrap(), row);
    }
}

#[test]
fn rows_are_valid() {
    fn check<R: Block + PartialEq + Debug>() {
        assert_rows_are_valid::<R>(model());
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_of_another_decision_are_valid() {
    assert_rows_are_valid::<library_loans::Loan>(library_loans::model());
    assert_rows_are_valid::<library_loans::Reader>(library_loans::model());
}

#[test]
fn repair_succeeds_for_nearly_every_row() {
    fn check<R: Block + Debug>() {
        let strategy = arbitrary::row::<R>(model());
        let mut runner = runner(Config {
            max_local_rejects: 0,
            failure_persistence: None,
            ..Config::default()
        });
        let rejected = (0..ROWS).filter(|_| strategy.new_tree(&mut runner).is_err());
        let rejected = rejected.count();
        assert!(
            rejected * 100 <= ROWS,
            "{}: {rejected} of {ROWS} rows are rejected",
            R::ID
        );
    }
    for_each_block!(|B| check::<B>());
}

/// The type with the bounds of the values that are plausible: random rows contain no other.
fn plausible(value_type: &ValueType) -> ValueType {
    let mut value_type = value_type.clone();
    if let ValueType::Number {
        quantity: NumberQuantity::BuiltIn(quantity),
        min,
        max,
        ..
    } = &mut value_type
    {
        let range = match quantity {
            Quantity::Months => PLAUSIBLE_MONTHS,
            Quantity::Percentage => PLAUSIBLE_PERCENTAGES,
            _ => return value_type,
        };
        *min = (*min).max(*range.start());
        *max = (*max).min(*range.end());
    }
    value_type
}

#[test]
fn every_column_contains_all_kinds_of_values() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows = rows::random::<R>(model(), ROWS);
        let values: Vec<_> = rows.iter().map(rows::values).collect();
        for (index, column) in R::description().columns().iter().enumerate() {
            let of_column = || values.iter().map(|row| &row[index]);
            let occurs = |kind: &str, is_of_kind: &dyn Fn(&Datum) -> bool| {
                let count = of_column().filter(|value| is_of_kind(value)).count();
                assert!(count > 0, "{}.{} is never {kind}", R::ID, column.name);
            };
            if column.nullable() {
                occurs("null", &|value| *value == Datum::Null);
                let present = of_column().filter(|value| **value != Datum::Null).count();
                assert!(
                    present > ROWS / 4,
                    "{}.{}: {present} values",
                    R::ID,
                    column.name
                );
            }
            match &plausible(column.value_type()) {
                ValueType::List { .. } => {
                    for length in [0, 1, 4] {
                        let has_length = |value: &Datum| matches!(value, Datum::List(items) if items.len() == length);
                        occurs(&format!("a list of {length}"), &has_length);
                    }
                }
                ValueType::Flag {} => {
                    occurs("true", &|value| *value == Datum::Flag(true));
                    occurs("false", &|value| *value == Datum::Flag(false));
                }
                ValueType::Number {
                    min,
                    max,
                    decimals: 0,
                    ..
                } => {
                    occurs("its minimum", &|value| *value == Datum::Whole(*min));
                    occurs("its maximum", &|value| *value == Datum::Whole(*max));
                }
                ValueType::Number { min, max, .. } => {
                    let scaled = |number: i64| Datum::Scaled {
                        units: number * 10_000,
                        decimals: 4,
                    };
                    occurs("its minimum", &|value| *value == scaled(*min));
                    occurs("its maximum", &|value| *value == scaled(*max));
                    let has_decimals = |value: &Datum| matches!(value, Datum::Scaled { units, .. } if units % 100 != 0);
                    occurs("a number with four decimals", &has_decimals);
                }
                ValueType::Code { list } | ValueType::AmountClass { list } => {
                    let list = model().code_list(list).unwrap();
                    let known = |value: &Datum| matches!(value, Datum::Code(text) if list.find(text.as_str()).is_some());
                    if list.published_codes().next().is_some() {
                        occurs("a known code", &known);
                    }
                    if !list.rejects_unknown_codes() {
                        let other = |value: &Datum| matches!(value, Datum::Code(text) if list.find(text.as_str()).is_none());
                        occurs("an unknown code", &other);
                    }
                }
                _ => {}
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn every_code_of_a_closed_list_occurs() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows = rows::random::<R>(model(), ROWS);
        let values: Vec<_> = rows.iter().map(rows::values).collect();
        for (index, column) in R::description().columns().iter().enumerate() {
            let list = column.value_type().code_list();
            let Some(list) = list.and_then(|id| model().code_list(id)) else {
                continue;
            };
            if !list.rejects_unknown_codes() || list.published_codes().count() > 20 {
                continue;
            }
            for (text, code) in list.published_codes() {
                let is_valid_in_window =
                    code.meanings.is_empty() || code.is_valid(model().deliberation.window.span());
                let expected = Datum::Code(CodeText::try_new(text).unwrap());
                let occurs = values.iter().any(|row| row[index] == expected);
                let unchecked = list.read_at != ReadAt::ObservationPeriod
                    || R::description().observation_period.is_none();
                assert_eq!(
                    occurs,
                    is_valid_in_window || unchecked,
                    "{}.{}: `{text}`",
                    R::ID,
                    column.name
                );
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

/// Returns the number of rows for which each rule of a block is true, not null.
fn rows_that_satisfy_each_rule<R: Block + Debug>(count: usize) -> BTreeMap<&'static str, usize> {
    let mut satisfied = BTreeMap::new();
    for row in arbitrary::rows_from_seed::<R>(model(), 1).take(count) {
        let values = rows::values(&row);
        for rule in &R::description().rules {
            let rule_of_row = CompiledRule::new(&rule.expression, R::column_names()).unwrap();
            let holds = rule_of_row.holds(&values);
            assert_ne!(holds, Some(false));
            *satisfied.entry(&*rule.id).or_default() += usize::from(holds == Some(true));
        }
    }
    satisfied
}

#[test]
fn rules_hold_for_values_and_not_only_for_nulls() {
    fn check<R: Block + Debug>() {
        for (rule, count) in rows_that_satisfy_each_rule::<R>(ROWS) {
            // Of two nullable values, both are present in nine of sixteen rows.
            assert!(count * 2 > ROWS, "{}: {rule}: {count} of {ROWS}", R::ID);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_cover_all_cases_that_a_rule_distinguishes() {
    let rows = || arbitrary::rows_from_seed::<Trajectory>(model(), 1).take(ROWS);
    let rows_with_order = |expected| {
        rows()
            .filter_map(|row| Some(row.trajectory_start_month.cmp(&row.trajectory_end_month?)))
            .filter(|order| *order == expected)
            .count()
    };
    assert!(rows_with_order(std::cmp::Ordering::Less) > ROWS / 4);
    assert!(rows_with_order(std::cmp::Ordering::Equal) > 0);

    let rows_with_other_jobs = |expected| {
        arbitrary::rows_from_seed::<WorkQuarter>(model(), 1)
            .take(ROWS)
            .filter(|row| match (row.total_job_count, row.wage_job_count) {
                (Some(all), Some(wage)) => all.get() - wage.get() == expected,
                _ => false,
            })
            .count()
    };
    assert!(rows_with_other_jobs(0) > ROWS / 10 && rows_with_other_jobs(1) > ROWS / 10);

    let early = arbitrary::rows_from_seed::<EmploymentLine>(model(), 1)
        .take(ROWS)
        .filter(|row| row.quarter < YearQuarter::new(2007, 1));
    assert!(
        early.count() > ROWS / 20,
        "the rule allows early quarters without an establishment"
    );
}

/// Returns the model with additional codes in each list that is not closed, as a supplied list would add them.
fn with_supplied_codes() -> Model {
    let code = |text: &'static str, period| {
        let mut meaning = Meaning::new(Label::new([
            (Language::NL, "zoals geleverd"),
            (Language::EN, "as supplied"),
        ]));
        meaning.period = period;
        CodeEntry::new(text, vec![meaning])
    };
    let before = Period::new(None, Some("1990-12-31".parse().unwrap()));
    let mut model = model().clone();
    for list in &mut model.code_lists {
        if list.rejects_unknown_codes() {
            continue;
        }
        // A text that is published already, as a code or as an alias, is not a new code.
        let new = [
            code("", Period::ALWAYS),
            code("!new", Period::ALWAYS),
            code("!old", before),
        ]
        .into_iter()
        .filter(|new| list.find(new.code.as_deref().unwrap()).is_none());
        let new: Vec<_> = new.collect();
        list.codes.extend(new);
        list.supplied_by = Some(SuppliedFile::new("list.csv", "00"));
    }
    model
}

#[test]
fn supplied_codes_occur_in_their_period_only_and_are_valid() {
    fn check<R: Block + PartialEq + Debug>() {
        let supplied = with_supplied_codes();
        assert_rows_are_valid::<R>(&supplied);
        let rows: Vec<_> = arbitrary::rows_from_seed::<R>(&supplied, 1)
            .take(ROWS)
            .collect();
        let values: Vec<_> = rows.iter().map(rows::values).collect();
        for (index, column) in R::description().columns().iter().enumerate() {
            let (ValueType::Code { list } | ValueType::AmountClass { list }) = column.value_type()
            else {
                continue;
            };
            let list = supplied.code_list(list).unwrap();
            if list.rejects_unknown_codes() || list.published_codes().count() > 20 {
                continue;
            }
            let occurs = |text: &str| {
                let code = Datum::Code(CodeText::try_new(text).unwrap());
                values.iter().any(|row| row[index] == code)
            };
            assert!(occurs("!new"), "{}.{}", R::ID, column.name);
            let has_empty = list.published_codes().any(|(text, _)| text.is_empty());
            assert_eq!(occurs(""), has_empty, "{}.{}", R::ID, column.name);
            let is_checked = list.read_at == ReadAt::ObservationPeriod
                && R::description().observation_period.is_some()
                && !list.is_reference_only();
            assert_eq!(occurs("!old"), !is_checked, "{}.{}", R::ID, column.name);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_and_schema_agree_on_the_empty_code() {
    fn check<R: Block + Debug>() {
        let supplied = with_supplied_codes();
        let block = supplied.block(R::ID).unwrap();
        let published = json_schema::schema_of::<R>().to_value();
        let schemas = [json_schema::schema(&supplied, block).to_value(), published]
            .map(|schema| draft202012::new(&schema).unwrap());
        let row = rows::complete_object::<R>(model(), 1);
        for column in R::description().columns() {
            let (ValueType::Code { list } | ValueType::AmountClass { list }) = column.value_type()
            else {
                continue;
            };
            let mut row = row.clone();
            row.insert(column.name.clone(), json!(""));
            let row = Json::Object(row);
            let list = model().code_list(list).unwrap();
            let is_accepted = !list.rejects_unknown_codes() || list.find("").is_some();
            for schema in &schemas {
                assert_eq!(schema.is_valid(&row), is_accepted, "{}", column.name);
            }
            assert_eq!(
                serde_json::from_value::<R>(row).is_ok(),
                is_accepted,
                "{}",
                column.name
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn seed_always_gives_the_same_rows() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows = || arbitrary::rows_from_seed::<R>(model(), 11);
        assert!(rows().take(20).eq(rows().take(20)));
        assert_eq!(
            arbitrary::from_seed::<R>(model(), 11),
            rows().next().unwrap()
        );
        assert!(
            rows()
                .take(20)
                .ne(arbitrary::rows_from_seed(model(), 12).take(20))
        );
    }
    for_each_block!(|B| check::<B>());
    // The snapshot shows a change of the rows of a seed, which belongs in the changelog.
    let row = arbitrary::from_seed::<UnemploymentPayment>(model(), 2017);
    insta::assert_snapshot!(serde_json::to_string_pretty(&row).unwrap(), @r#"
    {
      "person": 49,
      "quarter": "2008-Q1",
      "unemployment_benefit_class": null,
      "intervention_beneficiary": false,
      "status_before_activation": "!K)v'",
      "activation_working_time_pct": -3.5583,
      "award_conditions": "",
      "activation_start_month": "2011-09",
      "activation_end_month": "2013-12",
      "compensation_category": null,
      "unemployment_duration": 34,
      "lea_hours_worked": 9.69,
      "selection_method": "0g^BZ"
    }
    "#);
}

/// Returns the smallest row that fulfils a condition.
fn smallest<R: Block + Debug>(condition: impl Fn(&R) -> bool) -> Json {
    let mut runner = runner(Config {
        cases: 2000,
        failure_persistence: None,
        ..Config::default()
    });
    let found = runner.run(&arbitrary::row::<R>(model()), |row| {
        if condition(&row) {
            return Err(TestCaseError::fail("the condition is fulfilled"));
        }
        Ok(())
    });
    match found {
        Err(TestError::Fail(_, row)) => serde_json::to_value(row).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_shrink_to_the_smallest_case() {
    assert_eq!(
        smallest::<Trajectory>(|row| row.trajectory_end_month.is_some()),
        json!({
            "person": 1,
            "trajectory_start_month": "2005-01",
            "trajectory_end_month": "2005-01",
            "trajectory_executor": null,
            "service_need_assessment": null,
            "transmission_month": null,
            "vdab_office": null,
        })
    );
    let row = smallest::<WorkQuarter>(|row| row.total_job_count.is_some_and(|jobs| jobs.get() > 7));
    assert_eq!(row["total_job_count"], 8);
    assert_eq!(row["wage_job_count"], Json::Null);
    assert_eq!(row["quarter"], "2005-Q1");
}

#[test]
#[should_panic(expected = "there is no valid row of `unemployment_payment`: ")]
fn empty_window_panics_with_a_message() {
    let mut model = model().clone();
    model.deliberation.window = Window::of_years(2010, 2000);
    let _ = arbitrary::from_seed::<UnemploymentPayment>(&model, 1);
}
