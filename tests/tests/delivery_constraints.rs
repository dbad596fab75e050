//! A check of a delivery finds the rows that violate the constraints of the model, as a simple search in all rows does.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use beraad_delivery::{Delivery, Options, Report};
use beraad_model::ksz::{Activation, Household, PersonYear};
use beraad_model::model;
use beraad_schema::Block;
use beraad_schema::arrow::parquet;
use beraad_schema::csv::Dialect;
use beraad_tests::rows::{self, Object};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

/// The number of rows of each block.
const ROWS: usize = 400;

/// The rows of a block as JSON, about few persons and years, so that rows are related.
fn related_rows<R: Block + Debug>(seed: u64) -> Vec<Object> {
    let mut random = seed;
    let mut next = move |count: u64| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % count
    };
    let rows = rows::objects_from_seed::<R>(model(), seed).take(ROWS);
    rows.map(|mut row| {
        for (name, value) in &mut row {
            *value = match &**name {
                "person" | "reference_person_id" => json!(1 + next(9)),
                "partner_id" if next(2) == 0 => json!(1 + next(9)),
                "year" => json!(2005 + next(3)),
                "relation_to_reference_person" if next(3) == 0 => json!("20"),
                "birth_date" => json!(format!("{}-Q{}", 1936 + next(54), 1 + next(4))),
                "integration_type" | "gpmi_type" if next(2) == 0 => Json::Null,
                _ => continue,
            };
        }
        row
    })
    .collect()
}

fn write<R: Block + DeserializeOwned>(rows: &[Object], folder: &Path) {
    let rows: Vec<R> = rows
        .iter()
        .map(|row| serde_json::from_value(Json::Object(row.clone())).unwrap())
        .collect();
    let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows).unwrap();
    fs::write(
        folder.join(format!("{}.parquet", R::ID)),
        writer.finish().unwrap(),
    )
    .unwrap();
}

/// The number of rows that violate each constraint, by the constrained column.
type Counts = BTreeMap<(String, String), u64>;

fn found(report: &Report) -> Counts {
    let mut counts = Counts::new();
    for finding in report.findings() {
        if !finding.check.id.starts_with("constraint-") {
            continue;
        }
        let column = finding.column.as_deref().unwrap_or_default();
        let details: u64 = finding.details.values().sum();
        for (constraint, count) in &finding.details {
            let column = format!("{}.{column}", finding.block);
            counts.insert((constraint.clone(), column), *count);
        }
        // Details are of the first hundred findings of each thread.
        assert_eq!(details + finding.without_detail, finding.count);
    }
    counts
}

fn is_true(row: &Object, name: &str) -> bool {
    row[name] == json!(true)
}

fn has(row: &Object, name: &str) -> bool {
    match &row[name] {
        Json::Null => false,
        Json::Bool(flag) => *flag,
        Json::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// Returns the counts that a search in all rows finds.
fn expected(persons: &[Object], households: &[Object], activations: &[Object]) -> Counts {
    let mut counts = Counts::new();
    let mut add = |constraint: &str, column: &str, is_violated: bool| {
        if is_violated {
            let key = (constraint.to_owned(), column.to_owned());
            *counts.entry(key).or_default() += 1;
        }
    };
    let is_sample = |row: &Object| {
        persons.iter().any(|it| {
            it["person"] == row["person"]
                && it["year"] == row["year"]
                && is_true(it, "is_sample_person")
        })
    };
    let is_known = |number: &Json| persons.iter().any(|it| it["person"] == *number);
    let year_of = |value: &Json| match value {
        Json::Number(year) => year.as_i64(),
        Json::String(text) => text[..4].parse().ok(),
        _ => None,
    };
    for row in persons {
        let column = "person_year.civil_status";
        let is_violated = has(row, "civil_status") && !is_sample(row);
        add("sample_person_only", column, is_violated);
        let age = year_of(&row["year"])
            .zip(year_of(&row["birth_date"]))
            .map(|(at, birth)| at - birth);
        add(
            "sample_person_aged_18_to_65",
            "person_year.is_sample_person",
            is_true(row, "is_sample_person") && age.is_some_and(|age| !(17..=66).contains(&age)),
        );
    }
    for row in households {
        let column = "household.children_birth_years";
        let is_violated = has(row, "children_birth_years") && !is_sample(row);
        add("sample_person_only", column, is_violated);
        let reference = &row["reference_person_id"];
        let is_family = row["relation_to_reference_person"] != json!("20");
        let column = "household.reference_person_id";
        let is_violated = is_family && !reference.is_null() && !is_known(reference);
        add("person_is_known", column, is_violated);
        let is_member = households.iter().any(|it| {
            it["person"] == *reference
                && it["year"] == row["year"]
                && it["reference_person_id"] == *reference
        });
        add(
            "reference_person_in_household",
            column,
            is_family && !reference.is_null() && !is_member,
        );
        let partner = &row["partner_id"];
        let column = "household.partner_id";
        let is_violated = !partner.is_null() && !is_known(partner);
        add("person_is_known", column, is_violated);
        let is_mutual = households.iter().any(|it| {
            it["person"] == *partner
                && it["year"] == row["year"]
                && it["reference_person_id"] == row["reference_person_id"]
                && it["partner_id"] == row["person"]
        });
        let is_violated = !partner.is_null() && !reference.is_null() && !is_mutual;
        add("partner_is_mutual", column, is_violated);
    }
    for (block, rows) in [
        ("person_year", persons),
        ("household", households),
        ("activation", activations),
    ] {
        for row in rows {
            let is_violated = !is_known(&row["person"]);
            add("person_is_known", &format!("{block}.person"), is_violated);
        }
    }
    for row in activations {
        for column in [
            "art60_accepted",
            "art60_conditions_met",
            "art60_job_type",
            "art60_work_schedule",
            "art61_accepted",
        ] {
            let others = has(row, "integration_type") || has(row, "gpmi_type");
            let is_violated = has(row, column) && others;
            add("one_act", &format!("activation.{column}"), is_violated);
        }
    }
    counts
}

#[test]
fn constraints_are_computed_over_all_files() {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for seed in 1..=4 {
        let mut persons = related_rows::<PersonYear>(seed);
        persons.retain(|row| row["person"] != json!(4) && row["person"] != json!(7));
        let households = related_rows::<Household>(seed + 10);
        let activations = related_rows::<Activation>(seed + 20);
        let folder = tempfile::tempdir().unwrap();
        write::<PersonYear>(&persons, folder.path());
        write::<Household>(&households, folder.path());
        write::<Activation>(&activations, folder.path());
        let delivery = Delivery::open(folder.path(), model()).unwrap();
        let threads = NonZeroUsize::new(1 + usize::try_from(seed % 2).unwrap()).unwrap();
        let report = delivery.check(&Options::new().threads(threads)).unwrap();
        assert_eq!(report.constraints_not_computed, []);
        let mut expected = expected(&persons, &households, &activations);
        // Of many findings not all have a detail; their number is compared by check and column.
        let found_of = |counts: &Counts, constraint: &str, column: &str| {
            let key = (constraint.to_owned(), column.to_owned());
            counts.get(&key).copied().unwrap_or_default()
        };
        let mut all: BTreeMap<(String, &str), u64> = BTreeMap::new();
        for ((constraint, column), count) in &expected {
            let is_warning = matches!(&**constraint, "partner_is_mutual" | "one_act");
            let check = if is_warning {
                "constraint-unmet"
            } else {
                "constraint-violated"
            };
            *all.entry((column.clone(), check)).or_default() += count;
            *seen.entry(constraint.clone()).or_default() += count;
        }
        let reported = report
            .findings()
            .filter(|it| it.check.id.starts_with("constraint-"));
        let reported = reported.map(|it| {
            let column = it.column.as_deref().unwrap_or_default();
            ((format!("{}.{column}", it.block), it.check.id), it.count)
        });
        assert_eq!(reported.collect::<BTreeMap<_, _>>(), all);
        let found = found(&report);
        expected.retain(|(constraint, column), count| {
            found_of(&found, constraint, column) > 0 || *count == 0
        });
        assert_eq!(
            expected.keys().collect::<Vec<_>>(),
            found.keys().collect::<Vec<_>>()
        );
    }
    for constraint in &model().constraints {
        assert!(seen.contains_key(&*constraint.id), "{}", constraint.id);
    }
}

#[test]
fn constraint_without_its_rows_is_named() {
    let folder = tempfile::tempdir().unwrap();
    write::<Activation>(&related_rows::<Activation>(1), folder.path());
    let delivery = Delivery::open(folder.path(), model()).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let [not_computed] = &*report.constraints_not_computed else {
        panic!("{:?}", report.constraints_not_computed);
    };
    assert_eq!(not_computed.constraint, "person_is_known");
    assert_eq!(not_computed.block, "activation");
    assert_eq!(not_computed.reason, "block `person_year` has no file");
    let activation = &report.blocks[0];
    assert!(activation.not_run.contains(&"constraint-violated"));
}

/// The findings about constraints in a folder with these rows.
fn found_in(persons: &str, households: &str) -> Counts {
    let folder = tempfile::tempdir().unwrap();
    let persons = format!("person,year,is_sample_person,birth_date,civil_status\n{persons}");
    let households = format!(
        "person,year,reference_person_id,partner_id,relation_to_reference_person,children_birth_years\n{households}"
    );
    for (name, text) in [("person_year.csv", persons), ("household.csv", households)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let delivery = Delivery::open(folder.path(), model()).unwrap();
    let dialect = Dialect::new().item_separator(b'|');
    let report = delivery.check(&Options::new().dialect(dialect)).unwrap();
    assert!(report.findings().any(|it| it.check.id == "invalid-value"));
    assert!(report.findings().all(|it| it.check.id != "invalid-header"));
    found(&report)
}

#[test]
fn row_with_an_unreadable_cell_violates_no_constraint() {
    let persons = "1,2010,true,1970-Q1,\n2,2010,true,1971-Q1,\n";
    let households = "1,2010,1,2,01,1999\n2,2010,1,1,02,1999\n";
    // The person of the sample is known, but not whether she is of the sample, or in which year.
    for persons in [
        persons.replace("1,2010,true", "1,2010,J"),
        persons.replace("1,2010", "1,20x0"),
        persons.replace("1,2010,true", "1,20x0,J"),
    ] {
        assert_eq!(found_in(&persons, households), Counts::new(), "{persons}");
    }
    for households in [
        // The household of the reference person, and the partner of the partner.
        households.replace("1,2010,1,2,01", "1,20x0,1,2,01"),
        households.replace("1,2010,1,2,01", "1,2010,x,2,01"),
        households.replace("1,2010,1,2,01", "1,2010,1,x,01"),
        // The exception of collective households.
        households
            .replace("2,2010,1,1,02", "2,2010,77,,\u{e9}")
            .replace("1,2010,1,2", "1,2010,1,"),
    ] {
        let mut found = found_in(persons, &households);
        // No person has the number 77.
        found.retain(|(constraint, _), _| constraint != "person_is_known");
        assert_eq!(found, Counts::new(), "{households}");
    }
    // A row that contradicts the readable cells of such a row is still an error.
    let other = persons.replace("1,2010,true", "3,2010,J");
    assert!(!found_in(&other, households).is_empty());
}
