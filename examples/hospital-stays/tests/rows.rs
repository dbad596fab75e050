//! Rows of every block: they read back equal from every form, and serde and JSON Schema accept the same rows.

use std::fmt::Debug;
use std::io::Cursor;

use beraad_schema::arrow::{self, ipc, parquet};
use beraad_schema::describe::{Language, ValueType};
use beraad_schema::{Block, Code, Day, arbitrary, json_schema};
use beraad_tests::{csv, invalid, rows};
use bytes::Bytes;
use hospital_stays::{Bill, HospitalYear, Patient, Stay, for_each_block, model};
use jsonschema::draft202012;
use serde_json::{Value as Json, json};

/// The number of random rows of each block.
const ROWS: usize = 200;

/// The French texts of the violations of a row.
fn french<R: Block>(row: &R) -> Vec<String> {
    let violations = row.check(model());
    let messages = violations
        .iter()
        .map(|violation| violation.message.get(Language::FR));
    messages.map(str::to_owned).collect()
}

fn has_lists<R: Block>() -> bool {
    let columns = R::description().columns();
    columns.iter().any(|column| column.value_type().is_list())
}

#[test]
fn rows_read_back_equal_from_json() {
    fn check<R: Block + PartialEq + Debug>() {
        for row in rows::random::<R>(model(), ROWS) {
            let text = serde_json::to_string(&row).unwrap();
            assert_eq!(serde_json::from_str::<R>(&text).unwrap(), row, "{text}");
            let tree = serde_json::to_value(&row).unwrap();
            assert_eq!(serde_json::from_value::<R>(tree).unwrap(), row, "{text}");
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_read_back_equal_from_csv() {
    fn check<R: Block + PartialEq + Debug>() -> bool {
        if has_lists::<R>() {
            return false;
        }
        let rows: Vec<R> = rows::random(model(), ROWS);
        let text = csv::to_string(&rows);
        let expected: Vec<R> = rows.iter().map(csv::as_read_back).collect();
        assert_eq!(csv::from_str::<R>(&text).unwrap(), expected);
        true
    }
    let mut checked = Vec::new();
    for_each_block!(|B| checked.push(check::<B>()));
    assert_eq!(
        checked,
        [false, false, true, true],
        "bills and patients have no lists"
    );
}

#[test]
fn rows_read_back_equal_from_arrow_batches() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows: Vec<R> = rows::random(model(), ROWS);
        let batch = arrow::to_batch(&rows).unwrap();
        assert_eq!(arrow::from_batch::<R>(&batch).unwrap(), rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_read_back_equal_from_arrow_files() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows: Vec<R> = rows::random(model(), ROWS);
        let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
        for chunk in rows.chunks(70) {
            writer.write(chunk).unwrap();
        }
        let file = Cursor::new(writer.finish().unwrap());
        let read: Result<Vec<R>, _> = ipc::Reader::<R, _>::try_new(file).unwrap().collect();
        assert_eq!(read.unwrap(), rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_read_back_equal_from_parquet_files() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows: Vec<R> = rows::random(model(), ROWS);
        let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
        for chunk in rows.chunks(70) {
            writer.write(chunk).unwrap();
        }
        let file = Bytes::from(writer.finish().unwrap());
        let read: Result<Vec<R>, _> = parquet::Reader::<R, _>::try_new(file).unwrap().collect();
        assert_eq!(read.unwrap(), rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_and_schema_accept_the_same_rows() {
    fn check<R: Block + Debug>() {
        let schema = json_schema::schema_of::<R>().to_value();
        draft202012::meta::validate(&schema).unwrap();
        let validator = draft202012::new(&schema).unwrap();
        for object in rows::objects_from_seed::<R>(model(), 1).take(ROWS) {
            let json = Json::Object(object);
            let row: R = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(serde_json::to_value(&row).unwrap(), json);
            assert!(validator.is_valid(&json), "{json}");
        }
        let complete = rows::complete_object::<R>(model(), 7);
        for column in R::description().columns() {
            for (reason, value) in invalid::values(model(), &column) {
                let mut row = complete.clone();
                row.insert(column.name.clone(), value);
                let row = Json::Object(row);
                let column = &column.name;
                assert!(!validator.is_valid(&row), "{reason} as `{column}`: {row}");
                assert!(
                    serde_json::from_value::<R>(row).is_err(),
                    "{reason} as `{column}`"
                );
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn random_rows_contain_each_shape() {
    let stays: Vec<Stay> = rows::random(model(), ROWS);
    let lengths = |length: usize| {
        let mut stays = stays.iter();
        stays.any(|stay| stay.associated_diagnoses.len() == length)
    };
    assert!(lengths(0) && lengths(2) && !lengths(6));
    assert!(
        stays
            .iter()
            .any(|stay| stay.weight_change.is_some_and(|grams| grams.get() < 0))
    );
    assert!(stays.iter().any(|stay| {
        stay.stay_weight
            .is_some_and(|weight| weight.units() % 10 != 0)
    }));
    let bills: Vec<Bill> = rows::random(model(), ROWS);
    assert!(bills.iter().any(|bill| {
        bill.out_of_pocket
            .is_some_and(|rest| rest.minor_units() % 100 != 0)
    }));
    let hospitals: Vec<HospitalYear> = rows::random(model(), ROWS);
    let mut sirets = hospitals.iter().filter_map(|hospital| hospital.siret);
    assert!(sirets.all(|siret| siret.as_str().len() == 14));
}

#[test]
fn public_identifier_has_its_form_in_every_reader() {
    let hospital =
        |siret: &str| json!({ "hospital": 1, "year": 2042, "siret": siret, "activities": [] });
    let row: HospitalYear = serde_json::from_value(hospital("00000000000074")).unwrap();
    assert_eq!(row.siret.unwrap().as_str(), "00000000000074");
    for siret in ["732829320", "7328293200007A", "732829320000740"] {
        let error = serde_json::from_value::<HospitalYear>(hospital(siret)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "column `siret`: not of the form of the codes of the list `siret`, expected 14 characters that match `[0-9]{14}`"
        );
    }
    // A public number is a code, and never a serial number.
    let siret = HospitalYear::description()
        .columns()
        .into_iter()
        .find(|column| column.name == "siret");
    assert!(matches!(siret.unwrap().value_type(), ValueType::Code { list } if list == "siret"));
}

#[test]
fn six_diagnoses_violate_a_rule() {
    let stay = |count: usize| -> Stay {
        let codes: Vec<_> = (0..count).map(|number| format!("J4{number}")).collect();
        let row = json!({ "patient": 1, "hospital": 1, "stay_number": 1, "admission": "2042-03-01", "associated_diagnoses": codes });
        serde_json::from_value(row).unwrap()
    };
    assert!(stay(5).check(model()).is_empty());
    let violations: Vec<_> = stay(6)
        .check(model())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        violations,
        ["stay: at_most_five_diagnoses: a stay has at most five associated diagnoses"]
    );
}

#[test]
fn violations_name_the_rule_in_both_languages() {
    let row = json!({
        "patient": 1, "hospital": 1, "stay_number": 1, "admission": "2042-03-02", "discharge": "2042-03-01",
        "transfer_hospital": 2, "discharge_mode": "8", "main_diagnosis": "J45.1", "associated_diagnoses": ["J45.1"],
    });
    let stay: Stay = serde_json::from_value(row).unwrap();
    assert_eq!(
        french(&stay),
        [
            "la sortie n’a pas lieu avant l’entrée",
            "le diagnostic principal n’est pas parmi les diagnostics associés",
            "seul un transfert a un établissement de transfert",
        ]
    );
    let bill = json!({
        "hospital": 1, "stay_number": 1, "bill_month": "2042-03", "billed": 100.5, "reimbursed": 100.25, "out_of_pocket": 0.26,
    });
    let bill: Bill = serde_json::from_value(bill).unwrap();
    let violations: Vec<_> = bill
        .check(model())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        violations,
        [
            "bill: out_of_pocket_is_the_rest: what the patient pays is the amount billed minus the amount reimbursed"
        ]
    );
}

#[test]
fn violations_of_codes_and_of_the_window_have_a_french_text() {
    let patient = |year: i32, answer: &str| -> Patient {
        let row =
            json!({ "patient": 1, "year": year, "birth_year": 2000, "tobacco_answer": answer });
        serde_json::from_value(row).unwrap()
    };
    for answer in ["1", "7", "8", "9", "99", "S"] {
        assert!(patient(2043, answer).check(model()).is_empty(), "{answer}");
    }
    assert!(
        patient(9000, "3").check(model()).is_empty(),
        "the window has no end"
    );
    let outside = "la période d’observation ne commence pas avant 2041-07-01";
    assert_eq!(
        french(&patient(2043, "3")),
        [
            "chaque code a une signification dans la liste tobacco_answer pendant la période d’observation"
        ]
    );
    let mut row = patient(2039, "1");
    assert_eq!(french(&row), [outside]);
    row.tobacco_answer = Some(Code::new("5"));
    assert_eq!(
        french(&row),
        [outside, "chaque code figure dans la liste tobacco_answer"]
    );
    let mut hospital = arbitrary::from_seed::<HospitalYear>(model(), 1);
    hospital.siret = Some(Code::new("732829320"));
    assert_eq!(
        french(&hospital),
        [
            "chaque code a la forme des codes de la liste siret\u{a0}: 14 caractères selon le modèle `[0-9]{14}`"
        ]
    );
}

#[test]
fn state_of_the_year_before_needs_a_window_that_begins_with_a_year() {
    // The window begins on 1 July 2041, so the state on 31 December 2040 is not that of its first day.
    let hospital = |year: i32| -> HospitalYear {
        let row = json!({ "hospital": 1, "year": year, "finess": "2A0000018", "activities": [] });
        serde_json::from_value(row).unwrap()
    };
    assert!(hospital(2042).check(model()).is_empty());
    assert_eq!(
        french(&hospital(2040)),
        ["la période d’observation ne commence pas avant 2041-07-01"]
    );
}

#[test]
fn schema_accepts_exactly_the_days_of_the_calendar() {
    let schema = json_schema::schema_of::<Stay>().to_value();
    let validator = draft202012::new(&schema["properties"]["admission"]).unwrap();
    for year in [
        0, 999, 1000, 1200, 1900, 1904, 1996, 2000, 2015, 2016, 2042, 2044, 2100, 2400, 9999,
    ] {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let is_day = text.parse::<Day>().is_ok();
                assert_eq!(validator.is_valid(&json!(text)), is_day, "{text}");
            }
        }
    }
}
