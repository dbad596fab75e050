//! Made-up rows of every block: valid by serde, by the JSON Schema and by their own rules; of all sorts; the same for a seed.

use std::collections::BTreeMap;
use std::fmt::Debug;

use beraad_model::ksz::{EmploymentLine, UnemploymentPayment, WorkQuarter};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{CodeEntry, Label, Meaning, Model, Period, ReadAt, ValueType};
use beraad_schema::{
    Block, CodeText, CompiledRule, Datum, YearQuarter, arbitrary, describe::SuppliedFile,
    json_schema,
};
use beraad_tests::rows;
use jsonschema::draft202012;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::{Value as Json, json};

/// Rows of each block that are made.
const ROWS: usize = 300;

/// A runner that draws the same every time.
fn runner(config: Config) -> TestRunner {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, random)
}

fn are_valid<R: Block + PartialEq + Debug>(model: &Model) {
    let block = model.block(R::ID).unwrap();
    let validator = draft202012::new(&json_schema::schema(model, block).to_value()).unwrap();
    for row in arbitrary::rows_from_seed::<R>(model, 1).take(ROWS) {
        assert_eq!(row.check(model), [], "{row:?}");
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
        are_valid::<R>(model());
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_of_another_decision_are_valid() {
    are_valid::<library_loans::Loan>(library_loans::model());
    are_valid::<library_loans::Reader>(library_loans::model());
}

#[test]
fn few_rows_are_made_in_vain() {
    fn check<R: Block + Debug>() {
        let strategy = arbitrary::row::<R>(model());
        let mut runner = runner(Config {
            max_local_rejects: 0,
            failure_persistence: None,
            ..Config::default()
        });
        let refused = (0..ROWS).filter(|_| strategy.new_tree(&mut runner).is_err());
        let refused = refused.count();
        assert!(refused * 100 <= ROWS, "{}: {refused} of {ROWS}", R::ID);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn every_column_holds_all_sorts_of_values() {
    fn check<R: Block + PartialEq + Debug>() {
        let made = rows::made::<R>(model(), ROWS);
        let data: Vec<_> = made.iter().map(rows::data).collect();
        for (at, column) in R::description().columns().iter().enumerate() {
            let of_column = || data.iter().map(|row| &row[at]);
            let occurs = |what: &str, is_so: &dyn Fn(&Datum) -> bool| {
                let times = of_column().filter(|value| is_so(value)).count();
                assert!(times > 0, "{}.{} is never {what}", R::ID, column.name);
            };
            if column.nullable() {
                occurs("null", &|value| *value == Datum::Null);
                let held = of_column().filter(|value| **value != Datum::Null).count();
                assert!(held > ROWS / 4, "{}.{}: {held}", R::ID, column.name);
            }
            match column.value_type() {
                ValueType::List { .. } => {
                    for length in [0, 1, 4] {
                        let is_so = |value: &Datum| matches!(value, Datum::List(items) if items.len() == length);
                        occurs(&format!("{length} long"), &is_so);
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
                    occurs("its least", &|value| *value == Datum::Whole(*min));
                    occurs("its most", &|value| *value == Datum::Whole(*max));
                }
                ValueType::Number { min, max, .. } => {
                    let scaled = |number: i64| Datum::Scaled(number * 10_000);
                    occurs("its least", &|value| *value == scaled(*min));
                    occurs("its most", &|value| *value == scaled(*max));
                    let has_decimals =
                        |value: &Datum| matches!(value, Datum::Scaled(it) if it % 100 != 0);
                    occurs("of four decimals", &has_decimals);
                }
                ValueType::Code { list } | ValueType::AmountClass { list } => {
                    let list = model().code_list(list).unwrap();
                    let known = |value: &Datum| matches!(value, Datum::Code(text) if list.find(text.as_str()).is_some());
                    if list.published_codes().next().is_some() {
                        occurs("a known code", &known);
                    }
                    if !list.rejects_unknown_codes() {
                        let other = |value: &Datum| matches!(value, Datum::Code(text) if list.find(text.as_str()).is_none());
                        occurs("another text", &other);
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
        let made = rows::made::<R>(model(), ROWS);
        let data: Vec<_> = made.iter().map(rows::data).collect();
        for (at, column) in R::description().columns().iter().enumerate() {
            let list = column.value_type().code_list();
            let Some(list) = list.and_then(|id| model().code_list(id)) else {
                continue;
            };
            if !list.rejects_unknown_codes() || list.published_codes().count() > 20 {
                continue;
            }
            for (text, code) in list.published_codes() {
                let ever = code.meanings.is_empty() || code.is_valid(model().deliberation.window());
                let wanted = Datum::Code(CodeText::try_new(text).unwrap());
                let occurs = data.iter().any(|row| row[at] == wanted);
                let unchecked = list.read_at != ReadAt::ObservationPeriod
                    || R::description().observation_period.is_none();
                assert_eq!(
                    occurs,
                    ever || unchecked,
                    "{}.{}: `{text}`",
                    R::ID,
                    column.name
                );
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

/// How often each rule of a block is known to hold.
fn rules_that_hold<R: Block + Debug>(count: usize) -> BTreeMap<&'static str, usize> {
    let mut times = BTreeMap::new();
    for row in arbitrary::rows_from_seed::<R>(model(), 1).take(count) {
        let data = rows::data(&row);
        for rule in &R::description().rules {
            let condition = CompiledRule::new(&rule.expression, R::column_names()).unwrap();
            let holds = condition.holds(&data);
            assert_ne!(holds, Some(false));
            *times.entry(&*rule.id).or_default() += usize::from(holds == Some(true));
        }
    }
    times
}

#[test]
fn rules_are_kept_with_values_and_not_only_by_leaving_them_out() {
    fn check<R: Block + Debug>() {
        for (rule, times) in rules_that_hold::<R>(ROWS) {
            // Two values that may be null are both there in nine of sixteen rows.
            assert!(times * 2 > ROWS, "{}: {rule}: {times} of {ROWS}", R::ID);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_lie_on_both_sides_of_what_a_rule_tells_apart() {
    let rows = || arbitrary::rows_from_seed::<Trajectory>(model(), 1).take(ROWS);
    let order = |wanted| {
        rows()
            .filter_map(|row| Some(row.trajectory_start_month.cmp(&row.trajectory_end_month?)))
            .filter(|order| *order == wanted)
            .count()
    };
    assert!(order(std::cmp::Ordering::Less) > ROWS / 4);
    assert!(order(std::cmp::Ordering::Equal) > 0);

    let jobs = |wanted| {
        arbitrary::rows_from_seed::<WorkQuarter>(model(), 1)
            .take(ROWS)
            .filter(|row| match (row.total_job_count, row.wage_job_count) {
                (Some(all), Some(wage)) => all.get() - wage.get() == wanted,
                _ => false,
            })
            .count()
    };
    assert!(jobs(0) > ROWS / 10 && jobs(1) > ROWS / 10);

    let early = arbitrary::rows_from_seed::<EmploymentLine>(model(), 1)
        .take(ROWS)
        .filter(|row| row.quarter < YearQuarter::new(2007, 1));
    assert!(
        early.count() > ROWS / 20,
        "the rule allows them, without the establishment"
    );
}

/// The model with codes in each list that is not closed, as if they had been supplied.
fn with_supplied_codes() -> Model {
    let code = |text: &'static str, period| {
        let mut meaning = Meaning::new(Label::new("zoals geleverd", "as supplied"));
        meaning.period = period;
        CodeEntry::new(text, vec![meaning])
    };
    let before = Period::new(None, Some("1990-12-31".parse().unwrap()));
    let mut model = model().clone();
    for list in &mut model.code_lists {
        if list.rejects_unknown_codes() {
            continue;
        }
        // A text that is published already, perhaps as an alias, is no new code.
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
fn codes_of_a_supplied_list_are_used_at_their_time_and_taken_by_all() {
    fn check<R: Block + PartialEq + Debug>() {
        let supplied = with_supplied_codes();
        are_valid::<R>(&supplied);
        let made: Vec<_> = arbitrary::rows_from_seed::<R>(&supplied, 1)
            .take(ROWS)
            .collect();
        let data: Vec<_> = made.iter().map(rows::data).collect();
        for (at, column) in R::description().columns().iter().enumerate() {
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
                data.iter().any(|row| row[at] == code)
            };
            assert!(occurs("!new"), "{}.{}", R::ID, column.name);
            let has_empty = list.published_codes().any(|(text, _)| text.is_empty());
            assert_eq!(occurs(""), has_empty, "{}.{}", R::ID, column.name);
            let checked = list.read_at == ReadAt::ObservationPeriod
                && R::description().observation_period.is_some()
                && !list.is_reference_only();
            assert_eq!(occurs("!old"), !checked, "{}.{}", R::ID, column.name);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn the_empty_text_is_taken_by_serde_and_schema_alike() {
    fn check<R: Block + Debug>() {
        let supplied = with_supplied_codes();
        let block = supplied.block(R::ID).unwrap();
        let published = json_schema::schema_of::<R>();
        let schemas = [json_schema::schema(&supplied, block), published]
            .map(|schema| draft202012::new(&schema.to_value()).unwrap());
        let row = rows::full::<R>(model(), 1);
        for column in R::description().columns() {
            let (ValueType::Code { list } | ValueType::AmountClass { list }) = column.value_type()
            else {
                continue;
            };
            let mut row = row.clone();
            row.insert(column.name.clone(), json!(""));
            let row = Json::Object(row);
            let list = model().code_list(list).unwrap();
            let taken = !list.rejects_unknown_codes() || list.find("").is_some();
            for schema in &schemas {
                assert_eq!(schema.is_valid(&row), taken, "{}", column.name);
            }
            assert_eq!(
                serde_json::from_value::<R>(row).is_ok(),
                taken,
                "{}",
                column.name
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_seed_gives_one_row_for_good() {
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
    // Kept, so that a change of what a seed gives is seen, and told in the change log.
    let row = arbitrary::from_seed::<UnemploymentPayment>(model(), 2017);
    insta::assert_snapshot!(serde_json::to_string_pretty(&row).unwrap(), @r#"
    {
      "person": 95,
      "quarter": "2008-Q1",
      "unemployment_benefit_class": null,
      "intervention_beneficiary": false,
      "status_before_activation": null,
      "activation_working_time_percentage": -18.79,
      "award_conditions": null,
      "activation_start_month": null,
      "activation_end_month": null,
      "compensation_category": "1",
      "unemployment_duration": null,
      "lea_hours_worked": null,
      "selection_method": null
    }
    "#);
}

/// The smallest row for which something is so.
fn smallest<R: Block + Debug>(is_so: impl Fn(&R) -> bool) -> Json {
    let mut runner = runner(Config {
        cases: 2000,
        failure_persistence: None,
        ..Config::default()
    });
    let found = runner.run(&arbitrary::row::<R>(model()), |row| {
        if is_so(&row) {
            return Err(TestCaseError::fail("so it is"));
        }
        Ok(())
    });
    match found {
        Err(TestError::Fail(_, row)) => serde_json::to_value(row).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_shrink_to_what_matters() {
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
fn a_window_without_a_year_is_said_to_have_no_rows() {
    let mut model = model().clone();
    model.deliberation.first_year = 2010;
    model.deliberation.last_year = 2000;
    let _ = arbitrary::from_seed::<UnemploymentPayment>(&model, 1);
}
