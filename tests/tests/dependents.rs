//! The work of a crate that depends on the model: it makes rows, finds repeated ones, reads labels, and has types of its own.

use std::collections::{BTreeSet, HashSet};

use beraad_model::codes::LiproPosition;
use beraad_model::ksz::{Household, Job, PersonYear};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{Identity, Language};
use beraad_schema::{
    Block, Code, Count, Datum, Person, SerialNumber, Year, YearQuarter, arbitrary, json_schema,
};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value as Json, json};

fn household() -> Household {
    Household::new(SerialNumber::new(1), Year::new(2010))
}

#[test]
fn row_is_made_of_what_always_has_a_value() {
    let mut row = household();
    row.lipro_position = Some(LiproPosition::Single);
    let json = serde_json::to_value(&row).unwrap();
    assert_eq!(json["person"], 1);
    assert_eq!(json["lipro_position"], "SING");
    assert!(row.check(model()).is_empty());
    let read: Household = serde_json::from_value(json!({
        "person": 1, "year": 2010, "children_birth_years": [], "lipro_position": "SING",
    }))
    .unwrap();
    assert_eq!(row, read);
    let person = PersonYear::new(SerialNumber::new(1), Year::new(2010));
    assert_eq!(person.sex, None);
}

#[test]
fn rows_with_one_key_are_found() {
    let mut seen = HashSet::new();
    let mut other = household();
    other.lipro_position = Some(LiproPosition::Single);
    let mut next = household();
    next.year = Year::new(2011);
    let rows = [household(), next, other];
    let repeated: Vec<bool> = rows
        .iter()
        .map(|row| !seen.insert(row.key().unwrap()))
        .collect();
    assert_eq!(repeated, [false, false, true]);
    let key = household().key().unwrap();
    assert_eq!(key.values()[0], Datum::Whole(1));
    assert_eq!(
        format!("{key:?}"),
        r#"RowKey{"person", "year"}"#,
        "no value of a person"
    );
    let distinct: HashSet<_> = rows.iter().collect();
    assert_eq!(distinct.len(), 3);
}

#[test]
fn key_has_the_columns_of_the_description() {
    fn check<R: Block + std::fmt::Debug>() {
        let rows = arbitrary::rows_from_seed::<R>(model(), 3).take(20);
        for row in rows {
            let Identity::Key(columns) = &R::description().identity else {
                assert_eq!(row.key(), None);
                continue;
            };
            let json = serde_json::to_value(&row).unwrap();
            let has_null = columns.iter().any(|column| json[&**column].is_null());
            match row.key() {
                None => assert!(has_null, "{}", R::ID),
                Some(key) => {
                    assert!(!has_null, "{}", R::ID);
                    assert!(
                        key.columns().eq(columns.iter().map(|column| &**column)),
                        "{}",
                        R::ID
                    );
                }
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn violation_is_written_as_json() {
    let mut row = household();
    row.year = Year::new(1990);
    let violations = serde_json::to_value(row.check(model())).unwrap();
    let violation = &violations[0];
    assert_eq!(violation["block"], "household");
    assert_eq!(violation["kind"], "observation_period_in_window");
    assert_eq!(violation["column"], "year");
    assert_eq!(violation["list"], Json::Null);
    assert!(violation["message"]["en"].is_string(), "{violation}");
}

#[test]
fn code_has_the_label_of_the_model_at_hand() {
    let positions = model().codes_of("household.lipro_position").unwrap();
    let label = |language| {
        let position = LiproPosition::Single.as_str();
        positions.label_at(position, Year::new(2010), language)
    };
    assert_eq!(label(Language::NL).as_deref(), Some("Alleenstaande"));
    assert_eq!(label(Language::EN).as_deref(), Some("Single person"));
    let ordered: BTreeSet<LiproPosition> = LiproPosition::ALL.iter().copied().collect();
    assert_eq!(ordered.len(), 12);
}

#[test]
fn struct_of_value_types_has_a_schema() {
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only the schema is used")]
    struct Query {
        person: SerialNumber<Person>,
        quarter: YearQuarter,
        year: Option<Year>,
        children: Count,
        position: LiproPosition,
        places: Vec<Code<beraad_model::codes::MunicipalityType>>,
    }
    let schema = schema_for!(Query).to_value();
    let of_block = json_schema::schema_of::<Household>().to_value();
    let property = |name: &str| schema["properties"][name].clone();
    assert_eq!(
        property("person")["maximum"],
        of_block["properties"]["person"]["maximum"]
    );
    assert_eq!(property("quarter")["pattern"], "^[1-9][0-9]{3}-Q[1-4]$");
    let of_job = json_schema::schema_of::<Job>().to_value();
    for key in ["type", "pattern", "minLength", "maxLength"] {
        assert_eq!(
            property("quarter")[key],
            of_job["properties"]["quarter"][key],
            "{key}"
        );
    }
    for key in ["minimum", "maximum"] {
        assert_eq!(
            property("year")[key],
            of_block["properties"]["year"][key],
            "{key}"
        );
    }
    assert_eq!(property("year")["type"], json!(["integer", "null"]));
    assert_eq!(property("children")["minimum"], 0);
    assert_eq!(
        property("position"),
        json!({ "$ref": "#/$defs/LiproPosition" })
    );
    let codes = &schema["$defs"]["LiproPosition"]["enum"];
    assert_eq!(codes.as_array().map(Vec::len), Some(12));
    assert_eq!(property("places")["items"]["type"], "string");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn ids_of_schemas_have_the_path_of_the_type_and_the_decision() {
    let id = Household::schema_id();
    assert!(id.starts_with("beraad_model::ksz::"), "{id}");
    assert!(
        id.ends_with(&format!("::Household of {}", model().deliberation.number)),
        "{id}"
    );
    let id = LiproPosition::schema_id();
    assert!(
        id.starts_with("beraad_model::codes::") && id.ends_with("::LiproPosition"),
        "{id}"
    );
    assert_ne!(Household::schema_id(), Trajectory::schema_id());
}
