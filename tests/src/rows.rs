//! Rows of any block, made from its description and a seed, in the form in which serde writes them.

use beraad_schema::{Block, CodeList, CodeText, DECIMALS, Model, ValueType, WHOLE_MAX};
use serde_json::{Map, Value as Json, json};

use crate::random::Random;

/// A row with all its columns.
#[must_use]
pub fn row(model: &Model, block: &Block, seed: u64) -> Map<String, Json> {
    let mut random = Random::new(seed);
    let columns = block.columns();
    columns
        .iter()
        .map(|column| {
            let value = if column.nullable() && random.one_in(4) {
                Json::Null
            } else {
                value(model, column.value_type(), &mut random)
            };
            (column.name.clone(), value)
        })
        .collect()
}

/// A value of a type.
#[must_use]
pub fn value(model: &Model, value_type: &ValueType, random: &mut Random) -> Json {
    match value_type {
        ValueType::YearMonth {} => {
            let (year, month) = (random.within(1000..=9999), random.within(1..=12));
            json!(format!("{year:04}-{month:02}"))
        }
        ValueType::YearQuarter {} => {
            let (year, quarter) = (random.within(1000..=9999), random.within(1..=4));
            json!(format!("{year:04}-Q{quarter}"))
        }
        ValueType::Year {} => json!(random.within(1000..=9999)),
        ValueType::SerialNumber { .. } => json!(random.within(1..=WHOLE_MAX)),
        ValueType::Flag {} => json!(random.one_in(2)),
        ValueType::Code { list } | ValueType::AmountClass { list } => {
            json!(code(model, list, random))
        }
        ValueType::Number {
            min,
            max,
            decimals: 0,
            ..
        } => json!(random.within(*min..=*max)),
        ValueType::Number { min, max, .. } => {
            let scale = 10_i64.pow(u32::from(DECIMALS));
            let number = random.within(min * scale..=max * scale);
            // As digits, so that no computation in doubles stands between the number and its JSON.
            let sign = if number < 0 { "-" } else { "" };
            let number = number.unsigned_abs();
            let (whole, rest) = (number / scale.unsigned_abs(), number % scale.unsigned_abs());
            let digits = format!(
                "{sign}{whole}.{rest:0width$}",
                width = usize::from(DECIMALS)
            );
            digits
                .parse::<f64>()
                .map_or(Json::Null, |number| json!(number))
        }
        ValueType::List { .. } => (0..random.within(0..=4))
            .map(|_| value(model, value_type.item(), random))
            .collect(),
        _ => Json::Null,
    }
}

/// A code that the list has, or one that it does not reject; never an alias, which would be written as another text.
fn code(model: &Model, id: &str, random: &mut Random) -> String {
    let list = model.code_list(id);
    let stored: Vec<_> = list
        .iter()
        .flat_map(|list| list.stored())
        .map(|(text, _)| text)
        .collect();
    let known = list.is_some_and(CodeList::rejects)
        || (list.is_some_and(|list| !list.is_orientation()) && random.one_in(2));
    if let Some(text) = random.pick(&stored).filter(|_| known) {
        return (*text).to_owned();
    }
    loop {
        let length = random.within(1..=i64::try_from(CodeText::MOST).unwrap_or(1));
        let text: String = (0..length)
            .filter_map(|_| u8::try_from(random.within(0x20..=0x7e)).ok())
            .map(char::from)
            .collect();
        if list.is_none_or(|list| list.find(&text).is_none()) {
            return text;
        }
    }
}
