//! Rows with amounts, signed numbers, other decimals and a quantity of their own, in every format and back.
#![cfg(all(
    feature = "ipc",
    feature = "parquet",
    feature = "proptest",
    feature = "derive"
))]

use std::io::Cursor;
use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, Decimal128Array, Float64Array, Int32Array, Int64Array, RecordBatch,
};
use arrow_schema::{DataType, Field, Schema};
use beraad_schema::arrow;
use beraad_schema::currency::{Bef, Eur};
use beraad_schema::describe::{Model, NumberQuantity};
use beraad_schema::{
    Age, Amount, Block, Minutes, Person, QuantityType, Ratio, SerialNumber, Signed, Whole,
    arbitrary, deliberation, json_schema, own_quantity, quantity,
};
use bytes::Bytes;
use proptest::prelude::*;
use serde_json::json;

/// Kilometres.
#[derive(Debug)]
pub enum Kilometres {}

impl QuantityType for Kilometres {
    const QUANTITY: NumberQuantity = own_quantity! {
        id: "kilometres",
        nl: "aantal kilometer",
        en: "number of kilometres",
    };
}

macro_rules! wage {
    ($($field:ident: $type:ty,)*) => {
        /// One wage.
        ///
        /// nl: Eén loon.
        #[derive(Block, Clone, Debug, PartialEq)]
        #[block(
            heading = "Loon",
            label(nl = "Loon", en = "Wage"),
            row_unit(nl = "één loon", en = "one wage"),
            analysis_unit(nl = "loon", en = "wage"),
            temporality = event,
            no_known_key(nl = "er zijn meer lonen", en = "there are several wages"),
            rule(bonus_is_part: bonus <= euros, nl = "premie", en = "bonus"),
            rule(shift_and_delay: shift + delay <= 5, nl = "vertraging", en = "delay"),
            rule(delay_of_few_hours: any_delay >= -500, nl = "minuten", en = "minutes"),
            rule(weight_is_positive: weight > 0, nl = "gewicht", en = "weight"),
        )]
        pub struct Wage {
            /// The person.
            #[block(role = subject)]
            pub person: SerialNumber<Person>,
            $(
                /// Part of the wage.
                ///
                /// nl: Deel van het loon.
                #[variable(
                    label(nl = "Deel", en = "Part"), term = "het loon",
                    match_quality = none, certainty = phrase, measurement = metric,
                )]
                pub $field: $type,
            )*
        }
    };
}

wage! {
    euros: Amount<Eur>,
    bonus: Option<Amount<Eur, 0, 1_000>>,
    francs: Option<Amount<Bef>>,
    few_francs: Option<Amount<Bef, 0, 20_000>>,
    parts: Vec<Amount<Eur>>,
    delay: Option<Signed<quantity::Days, -31, 366>>,
    shift: Option<Signed<quantity::Days, -3, 3>>,
    any_delay: Option<Signed<quantity::Minutes>>,
    not_negative: Option<Signed<quantity::Weeks, 0, 52>>,
    age: Option<Age>,
    minutes: Option<Minutes<0, 1_440>>,
    weight: Option<Ratio<0, 999_999, 9>>,
    tenths: Option<Ratio<-100, 100, 1>>,
    distance: Option<Whole<Kilometres, 0, 1_000>>,
}

deliberation! {
    version = "1.0.0",
    blocks = [Wage],
}

fn rows(count: usize) -> Vec<Wage> {
    arbitrary::rows_from_seed(model(), 7).take(count).collect()
}

/// A batch of one column beside the required ones, which have one value.
fn foreign(name: &str, column: ArrayRef) -> Result<Vec<Wage>, String> {
    let batch = arrow::to_batch(&rows(column.len())).unwrap();
    let schema = batch.schema();
    let mut fields: Vec<Field> = schema
        .fields()
        .iter()
        .map(|field| (**field).clone())
        .collect();
    let index = schema.index_of(name).unwrap();
    fields[index] = Field::new(name, column.data_type().clone(), true);
    let mut columns = batch.columns().to_vec();
    columns[index] = column;
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap();
    arrow::from_batch::<Wage>(&batch).map_err(|error| error.to_string())
}

#[test]
fn column_has_the_smallest_type_that_holds_its_bounds() {
    let schema = arrow::schema_of::<Wage>();
    let types: Vec<_> = schema
        .fields()
        .iter()
        .skip(1)
        .map(|field| match field.data_type() {
            DataType::List(item) => item.data_type().clone(),
            other => other.clone(),
        })
        .collect();
    assert_eq!(
        types,
        [
            DataType::Decimal128(15, 2),
            DataType::Decimal128(15, 2),
            DataType::Int64,
            DataType::Int16,
            DataType::Decimal128(15, 2),
            DataType::Int16,
            DataType::Int8,
            DataType::Int32,
            DataType::UInt32,
            DataType::UInt32,
            DataType::UInt32,
            DataType::Decimal128(15, 9),
            DataType::Decimal128(15, 1),
            DataType::UInt32,
        ]
    );
}

#[test]
fn metadata_and_json_schema_have_the_currency_and_the_quantity() {
    let schema = arrow::schema_of::<Wage>();
    let metadata = |column: &str, key: &str| {
        let field = schema.field_with_name(column).unwrap();
        field.metadata().get(&format!("beraad.{key}")).cloned()
    };
    assert_eq!(metadata("euros", "kind").as_deref(), Some("amount"));
    assert_eq!(metadata("euros", "currency").as_deref(), Some("EUR"));
    assert_eq!(metadata("parts", "currency").as_deref(), Some("EUR"));
    assert_eq!(metadata("age", "currency"), None);
    assert_eq!(metadata("age", "kind").as_deref(), Some("years"));
    assert_eq!(
        metadata("distance", "kind").as_deref(),
        Some("own_quantity")
    );
    assert_eq!(
        metadata("distance", "quantity").as_deref(),
        Some("kilometres")
    );
    let label = metadata("distance", "quantity.label.nl");
    assert_eq!(label.as_deref(), Some("aantal kilometer"));

    let schema = json_schema::schema_of::<Wage>().annotated().to_value();
    let property = |column: &str| &schema["properties"][column];
    assert_eq!(property("euros")["type"], "number");
    assert_eq!(property("euros")["x-beraad"]["currency"], "EUR");
    assert_eq!(property("euros")["x-beraad"]["decimals"], 2);
    assert_eq!(property("few_francs")["type"], json!(["integer", "null"]));
    assert_eq!(property("few_francs")["maximum"], 20_000);
    assert_eq!(property("few_francs")["x-beraad"]["decimals"], 0);
    assert_eq!(property("delay")["minimum"], -31);
    assert_eq!(property("weight")["x-beraad"]["decimals"], 9);
    assert_eq!(
        property("distance")["x-beraad"]["quantity"],
        json!({ "id": "kilometres", "label": { "en": "number of kilometres", "nl": "aantal kilometer" } })
    );
}

#[test]
fn description_reads_back_from_its_json() {
    let json = serde_json::to_string(model()).unwrap();
    assert!(json.contains(
        r#""value_type":{"kind":"amount","currency":"EUR","decimals":2,"min":0,"max":1000}"#
    ));
    assert_eq!(&Model::from_json(&json).unwrap(), model());
}

#[test]
fn rows_survive_batches_and_files() {
    for count in [0, 1, 65, 300] {
        let rows = rows(count);
        let batch = arrow::to_batch(&rows).unwrap();
        assert_eq!(arrow::from_batch::<Wage>(&batch).unwrap(), rows);

        let mut writer = arrow::ipc::Writer::<Wage, _>::try_new(Vec::new(), model()).unwrap();
        writer.write(&rows).unwrap();
        let file = Cursor::new(writer.finish().unwrap());
        let read = arrow::ipc::Reader::<Wage, _>::try_new(file).unwrap();
        assert_eq!(read.collect::<Result<Vec<_>, _>>().unwrap(), rows);

        let mut writer = arrow::parquet::Writer::<Wage, _>::try_new(Vec::new(), model()).unwrap();
        writer.write(&rows).unwrap();
        let file = Bytes::from(writer.finish().unwrap());
        let read = arrow::parquet::Reader::<Wage, _>::try_new(file).unwrap();
        assert_eq!(read.collect::<Result<Vec<_>, _>>().unwrap(), rows);
    }
}

#[test]
fn numbers_of_other_programs_are_read_exactly() {
    let read = foreign("euros", Arc::new(Float64Array::from(vec![12.5, -0.05]))).unwrap();
    let cents: Vec<_> = read.iter().map(|row| row.euros.minor_units()).collect();
    assert_eq!(cents, [1_250, -5]);
    let read = foreign("francs", Arc::new(Int32Array::from(vec![40, -40]))).unwrap();
    assert_eq!(read[1].francs, Some(Amount::new(-40)));
    let read = foreign("delay", Arc::new(Int64Array::from(vec![Some(-31), None]))).unwrap();
    assert_eq!(
        [read[0].delay, read[1].delay],
        [Some(Signed::new(-31)), None]
    );
    let wide = Decimal128Array::from(vec![12_345_000])
        .with_precision_and_scale(20, 6)
        .unwrap();
    assert!(
        foreign("euros", Arc::new(wide.clone()))
            .unwrap_err()
            .contains("more than 2 decimals")
    );
    let read = foreign("weight", Arc::new(wide)).unwrap();
    assert_eq!(
        read[0].weight,
        Some(Ratio::try_from_units(12_345_000_000).unwrap())
    );
}

#[test]
fn invalid_number_is_reported_with_its_bounds() {
    let half_a_cent = foreign("euros", Arc::new(Float64Array::from(vec![0.0, 0.005])));
    assert!(half_a_cent.unwrap_err().contains("more than 2 decimals"));
    let large = foreign("delay", Arc::new(Int64Array::from(vec![367])));
    assert!(large.unwrap_err().contains("outside the bounds -31 to 366"));
    let half_a_franc = foreign("francs", Arc::new(Float64Array::from(vec![0.5])));
    assert!(half_a_franc.unwrap_err().contains("not whole"));
    let beyond = Decimal128Array::from(vec![i128::MAX])
        .with_precision_and_scale(38, 2)
        .unwrap();
    let beyond = foreign("euros", Arc::new(beyond));
    assert!(beyond.unwrap_err().contains("outside the bounds"));
}

#[test]
fn rule_compares_amounts_and_signed_numbers() {
    let violations = |columns: serde_json::Value| {
        let mut row = json!({ "person": 7, "euros": 10, "parts": [] });
        for (name, value) in columns.as_object().unwrap() {
            row[name] = value.clone();
        }
        let row: Wage = serde_json::from_value(row).unwrap();
        let violations = row.check(model());
        violations
            .iter()
            .map(|it| it.kind.id().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(
        violations(json!({ "bonus": 10, "delay": 7, "shift": -2, "weight": 0.000_000_001 }))
            .is_empty()
    );
    assert_eq!(violations(json!({ "bonus": 10.01 })), ["bonus_is_part"]);
    assert_eq!(
        violations(json!({ "delay": 7, "shift": -1 })),
        ["shift_and_delay"]
    );
    assert_eq!(violations(json!({ "weight": 0 })), ["weight_is_positive"]);
    assert!(violations(json!({ "any_delay": -500 })).is_empty());
    assert_eq!(
        violations(json!({ "any_delay": -501 })),
        ["delay_of_few_hours"]
    );
}

proptest! {
    #[test]
    fn random_row_is_valid_and_survives_json(row in arbitrary::row::<Wage>(model())) {
        prop_assert!(row.check(model()).is_empty());
        let json = serde_json::to_string(&row).unwrap();
        prop_assert_eq!(serde_json::from_str::<Wage>(&json).unwrap(), row);
    }
}
