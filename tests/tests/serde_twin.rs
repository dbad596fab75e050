//! Comparison of the serde implementations of blocks with those that serde's own derive generates for the same fields.

use std::fmt::Debug;

use beraad_model::codes::{
    AwardConditions, CompensationCategory, LiproPosition, RelationToReferencePerson,
    SelectionMethod, ServiceNeedAssessment, Sex, StatusBeforeActivation, TrajectoryExecutor,
    UnemploymentBenefitClass, VdabOffice,
};
use beraad_model::ksz::{Household, UnemploymentPayment};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::{
    AmountClass, Block, Code, Count, Hours, Months, Percentage, Person, SerialNumber, Year,
    YearMonth, YearQuarter,
};
use beraad_tests::rows::Object;
use beraad_tests::{csv, invalid, rows};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TrajectoryTwin {
    person: SerialNumber<Person>,
    trajectory_start_month: YearMonth,
    trajectory_end_month: Option<YearMonth>,
    trajectory_executor: Option<Code<TrajectoryExecutor>>,
    service_need_assessment: Option<Code<ServiceNeedAssessment>>,
    transmission_month: Option<YearMonth>,
    vdab_office: Option<Code<VdabOffice>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HouseholdTwin {
    person: SerialNumber<Person>,
    year: Year,
    reference_person_id: Option<SerialNumber<Person>>,
    reference_person_sex: Option<Code<Sex>>,
    household_size: Option<Count>,
    relation_to_reference_person: Option<Code<RelationToReferencePerson>>,
    partner_id: Option<SerialNumber<Person>>,
    lipro_position: Option<LiproPosition>,
    children_birth_years: Vec<Year>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnemploymentPaymentTwin {
    person: SerialNumber<Person>,
    quarter: YearQuarter,
    unemployment_benefit_class: Option<AmountClass<UnemploymentBenefitClass>>,
    intervention_beneficiary: Option<bool>,
    status_before_activation: Option<Code<StatusBeforeActivation>>,
    activation_working_time_pct: Option<Percentage>,
    award_conditions: Option<Code<AwardConditions>>,
    activation_start_month: Option<YearMonth>,
    activation_end_month: Option<YearMonth>,
    compensation_category: Option<Code<CompensationCategory>>,
    unemployment_duration: Option<Months<1>>,
    lea_hours_worked: Option<Hours<0>>,
    selection_method: Option<Code<SelectionMethod>>,
}

/// Returns random rows as JSON texts, with the columns in the order of the block.
fn json_texts<R: Block + Debug>(count: usize) -> impl Iterator<Item = String> {
    let rows = rows::random::<R>(model(), count).into_iter();
    rows.map(|row| serde_json::to_string(&row).unwrap())
}

fn assert_same_json<R: Block + Debug, Twin: Serialize + DeserializeOwned>() {
    let model = model();
    for text in json_texts::<R>(60) {
        let twin: Twin = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&twin).unwrap(), text);
        // Both implementations accept and reject the same values.
        let row: Object = serde_json::from_str(&text).unwrap();
        for column in R::description().columns() {
            let mut values = vec![
                None,
                Some(json!(null)),
                Some(json!(3.0)),
                Some(json!(0.1)),
                Some(json!(0.00001)),
            ];
            values.extend(
                invalid::values(model, &column)
                    .into_iter()
                    .map(|(_, value)| Some(value)),
            );
            for value in values {
                let mut row = row.clone();
                match &value {
                    Some(value) => row.insert(column.name.clone(), value.clone()),
                    None => row.remove(&column.name),
                };
                let row = serde_json::to_string(&row).unwrap();
                let (ours, theirs) = (
                    serde_json::from_str::<R>(&row),
                    serde_json::from_str::<Twin>(&row),
                );
                assert_eq!(ours.is_ok(), theirs.is_ok(), "{} = {value:?}", column.name);
                // The messages differ on purpose: serde's repeat the value.
                if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
                    assert_eq!(
                        serde_json::to_string(&ours).unwrap(),
                        serde_json::to_string(&theirs).unwrap()
                    );
                }
            }
        }
    }
}

#[test]
fn json_equals_that_of_derived_structs() {
    assert_same_json::<Trajectory, TrajectoryTwin>();
    assert_same_json::<Household, HouseholdTwin>();
    assert_same_json::<UnemploymentPayment, UnemploymentPaymentTwin>();
}

fn assert_same_csv<R: Block + PartialEq + Debug, Twin: Serialize + DeserializeOwned>() {
    let rows: Vec<R> = rows::random(model(), 300);
    let twins = json_texts::<R>(300).map(|row| serde_json::from_str(&row).unwrap());
    let twins: Vec<Twin> = twins.collect();
    let text = csv::to_string(&rows);
    assert_eq!(text, csv::to_string(&twins));
    let read = csv::from_str::<R>(&text).unwrap();
    for (read, row) in read.iter().zip(&rows) {
        assert_eq!(*read, csv::as_read_back(row));
    }
    assert_eq!(csv::to_string(&csv::from_str::<Twin>(&text).unwrap()), text);
}

#[test]
fn csv_equals_that_of_derived_structs() {
    assert_same_csv::<Trajectory, TrajectoryTwin>();
    assert_same_csv::<UnemploymentPayment, UnemploymentPaymentTwin>();
}

/// A text and numbers that no message contains unless it repeats a value.
const MARKER: &str = "Xq7Zw9";
const NUMBERS: [&str; 4] = [
    "918273645546",
    "-918273645546",
    "918273645546.5",
    "9.182736455461e300",
];

#[test]
fn messages_never_contain_the_value() {
    fn check<R: Block + Debug>() {
        let row = rows::complete_object::<R>(model(), 7);
        let texts = [
            MARKER,
            "Xq7Zw9, expected Xq7Zw9",
            "Xq7Zw9\"`'",
            "Xq7Zw9Xq7Zw9",
            "Xq7Zw9 at line 1",
        ];
        let mut values: Vec<String> = texts.iter().map(|text| json!(text).to_string()).collect();
        values.extend(NUMBERS.map(str::to_owned));
        let lists: Vec<_> = values.iter().map(|value| format!("[{value}]")).collect();
        values.extend(lists);
        values.push(format!("{{\"{MARKER}\":\"{MARKER}\"}}"));
        let assert_no_value = |message: String| {
            assert!(
                !message.contains(MARKER) && !message.contains("918273645"),
                "{message}"
            );
            message
        };
        for column in R::description().columns() {
            for value in &values {
                let mut row = row.clone();
                let marked: Json = serde_json::from_str(value).unwrap();
                row.insert(column.name.clone(), marked);
                let text = serde_json::to_string(&row).unwrap();
                let from_text = serde_json::from_str::<R>(&text).err();
                // A tree of values has other code in serde_json than a text, and other messages.
                let from_tree = serde_json::from_value::<R>(Json::Object(row)).err();
                assert_eq!(from_text.is_some(), from_tree.is_some());
                for error in [from_text, from_tree].into_iter().flatten() {
                    let message = assert_no_value(error.to_string());
                    assert!(
                        message.contains(&format!("column `{}`", column.name)),
                        "the message does not name the column: {message}"
                    );
                }
            }
        }
        for value in values.iter().filter(|value| !value.starts_with('{')) {
            // The value instead of a row. Objects are excluded: a message contains the name of an unknown column, which is
            // not a value.
            assert_no_value(serde_json::from_str::<R>(value).err().unwrap().to_string());
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn messages_on_csv_never_contain_the_value() {
    let columns = Trajectory::column_names().join(",");
    for marked in 0..Trajectory::column_names().len() {
        for value in [MARKER, "918273645546", "918273645546.5"] {
            let fields: Vec<_> = (0..Trajectory::column_names().len())
                .map(|index| match index {
                    _ if index == marked => value,
                    0 => "1",
                    1 => "2010-01",
                    _ => "",
                })
                .collect();
            let read = csv::from_str::<Trajectory>(&format!("{columns}\n{}\n", fields.join(",")));
            let Err(error) = read else {
                // A code of a supplied list may be any short text.
                assert!([3, 4, 6].contains(&marked));
                continue;
            };
            let message = error.to_string();
            assert!(
                !message.contains(MARKER) && !message.contains("918273645"),
                "{message}"
            );
        }
    }
}

#[test]
fn messages_of_value_types_never_contain_the_value() {
    fn check<T: DeserializeOwned>() {
        for value in [
            json!(MARKER),
            json!(918_273_645_546.5),
            json!([MARKER]),
            json!({ MARKER: 1 }),
        ] {
            for error in [
                serde_json::from_value::<T>(value.clone()).err(),
                serde_json::from_str::<T>(&value.to_string()).err(),
            ] {
                let message = error.unwrap().to_string();
                assert!(
                    !message.contains(MARKER) && !message.contains("918273645"),
                    "{message}"
                );
            }
        }
    }
    check::<YearMonth>();
    check::<YearQuarter>();
    check::<Year>();
    check::<SerialNumber<Person>>();
    check::<Count>();
    check::<Percentage>();
    check::<LiproPosition>();
}

#[test]
fn messages_contain_the_position_and_the_expected_form() {
    let message = |json: &str| {
        serde_json::from_str::<Trajectory>(json)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        message(r#"{"person": "1987-03-04"}"#),
        "column `person`: expected serial number, found a text; write digits, with a decimal point where there are decimals, and nothing else at line 1 column 24"
    );
    assert_eq!(
        message(r#"{"person": 1, "trajectory_start_month": "2016-03-04"}"#),
        "column `trajectory_start_month`: not of the form `2016-03` at line 1 column 53"
    );
    assert_eq!(
        message("17"),
        "invalid type: integer, expected a row of `trajectory` at line 1 column 2"
    );
    assert_eq!(
        message("{"),
        "EOF while parsing an object at line 1 column 1",
        "errors in the JSON itself come from serde_json"
    );
}
