//! The verdicts of `beraad-evolve` about data are true: rows are made for the old and the new model, and read and checked by the
//! other one.
//!
//! The rows are data, since the models are not compiled: JSON Schema decides about columns, types and bounds, and the rules, codes and
//! observation periods are checked with the parts of the library that check rows. Keys and constraints are checked in deliveries of
//! several rows. Each rule has a pair of models; a verdict `yes` is wrong if one valid row or delivery is refused by the other model,
//! and `no` if none is.

mod deliveries;
mod pairs;

use std::collections::BTreeMap;

use beraad_evolve::testing::variants;
use beraad_evolve::{Diff, RULES, Verdict, read_model};
use beraad_schema::describe::{
    Block, CalendarPeriod, CodeIndex, Grain, Model, ReadAt, Representation, ValueType,
    example_model, is_missing_mark,
};
use beraad_schema::{CodeText, CompiledRule, Datum, json_schema};
use serde_json::{Map, Value, json};

/// A row of a block: JSON values by column.
type Row = Map<String, Value>;

/// The number of random rows of a block, in addition to those that differ from the first valid one in a single value.
const RANDOM_ROWS: usize = 150;

/// The number of rows of a block that is the same in both models, for deliveries.
const ROWS_OF_SAME_BLOCK: usize = 40;

/// One of so many changes of the example model is compared.
const STEP: usize = 7;

/// The checks of the rows of one block of a model.
struct Checker<'m> {
    model: &'m Model,
    block: &'m Block,
    schema: jsonschema::Validator,
    rules: Vec<CompiledRule>,
    columns: Vec<(String, &'m ValueType, bool)>,
}

impl<'m> Checker<'m> {
    fn new(model: &'m Model, block: &'m Block) -> Self {
        let schema = json_schema::schema(model, block).to_value();
        let columns = block.columns().into_iter();
        let columns: Vec<_> = columns
            .map(|column| (column.name.clone(), column.value_type(), column.nullable()))
            .collect();
        let names: Vec<_> = columns.iter().map(|(name, ..)| name.as_str()).collect();
        let rules = block.rules.iter();
        let rules = rules.filter_map(|rule| CompiledRule::new(&rule.expression, &names).ok());
        Self {
            schema: jsonschema::validator_for(&schema).expect("a JSON Schema"),
            rules: rules.collect(),
            model,
            block,
            columns,
        }
    }

    /// Returns whether a row is read and violates nothing.
    fn accepts(&self, row: &Row) -> bool {
        if !self.schema.is_valid(&Value::Object(row.clone())) {
            return false;
        }
        let data = self.columns.iter();
        let data: Vec<_> = data
            .map(|(name, value_type, _)| datum(value_type, row.get(name).unwrap_or(&Value::Null)))
            .collect();
        let observed = self.block.observation_period.as_deref();
        let observed = observed.and_then(|name| {
            let place = self
                .columns
                .iter()
                .position(|(column, ..)| column == name)?;
            match &data[place] {
                Datum::Period(period) => Some(*period),
                _ => None,
            }
        });
        let observation = self.model.deliberation.observation(self.block);
        let is_in_window = match (&observation, observed) {
            (Some(observation), Some(period)) => observation.contains(period),
            _ => true,
        };
        let period = observation
            .zip(observed)
            .map(|(it, period)| it.code_period(period));
        let has_valid_codes = self
            .columns
            .iter()
            .zip(&data)
            .all(|((_, value_type, _), value)| {
                let list = value_type
                    .code_list()
                    .and_then(|id| self.model.code_list(id));
                let Some(list) = list else { return true };
                let index = CodeIndex::new(list);
                codes(value).into_iter().all(|code| match index.find(code) {
                    None => {
                        !list.rejects_unknown_codes()
                            && !is_missing_mark(code)
                            && list.required_form().is_none_or(|form| form.accepts(code))
                    }
                    Some(entry) => {
                        let is_read_then =
                            list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only();
                        let period = period.filter(|_| is_read_then);
                        entry.meanings.is_empty()
                            || period.is_none_or(|period| entry.is_valid(period))
                    }
                })
            });
        is_in_window
            && has_valid_codes
            && self
                .rules
                .iter()
                .all(|rule| rule.holds(&data) != Some(false))
    }

    /// Returns valid rows: random ones, and variants of them with one other value.
    fn rows(&self, other: &Model) -> Vec<Row> {
        let mut rows = self.random_rows(other, RANDOM_ROWS);
        let values = self.values_by_column(other);
        for base in rows.clone().iter().take(3) {
            for (name, values) in &values {
                for value in values {
                    let mut row = base.clone();
                    row.insert((*name).to_owned(), value.clone());
                    if self.accepts(&row) {
                        rows.push(row);
                    }
                }
            }
        }
        rows
    }

    /// Returns so many valid rows, if they are found.
    fn random_rows(&self, other: &Model, count: usize) -> Vec<Row> {
        let mut random = Random::new();
        let values = self.values_by_column(other);
        let mut rows: Vec<Row> = Vec::new();
        for _ in 0..count * 10 {
            let row: Row = values
                .iter()
                .map(|(name, values)| {
                    (
                        (*name).to_owned(),
                        values[random.below(values.len())].clone(),
                    )
                })
                .collect();
            if rows.len() < count && self.accepts(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn values_by_column(&self, other: &Model) -> BTreeMap<&str, Vec<Value>> {
        let values = self.columns.iter().map(|(name, value_type, nullable)| {
            let mut values = self.values(value_type, other);
            if *nullable {
                values.push(Value::Null);
            }
            (name.as_str(), values)
        });
        values.collect()
    }

    /// Returns values of a type: the bounds, some between them, and the codes of both models.
    fn values(&self, value_type: &ValueType, other: &Model) -> Vec<Value> {
        match value_type.representation() {
            Representation::Period(grain) => {
                let years = 2008..=2018;
                let texts = years.flat_map(|year| match grain {
                    Grain::Year => vec![year.to_string()],
                    Grain::Quarter => vec![format!("{year}-Q1"), format!("{year}-Q4")],
                    Grain::Month => vec![
                        format!("{year}-01"),
                        format!("{year}-06"),
                        format!("{year}-12"),
                    ],
                    Grain::Day => vec![format!("{year}-01-01"), format!("{year}-12-31")],
                });
                texts.map(Value::from).collect()
            }
            Representation::Whole { .. } if *value_type == (ValueType::Year {}) => {
                (2008..=2018).map(Value::from).collect()
            }
            Representation::Whole { min, max, .. } => {
                let near = (min..=max).take(12).chain([max - 1, max]);
                near.filter(|it| (min..=max).contains(it))
                    .map(Value::from)
                    .collect()
            }
            Representation::Decimal { min, max, decimals } => {
                let step = 10_f64.powi(-i32::from(decimals));
                #[expect(clippy::cast_precision_loss, reason = "small bounds of examples")]
                let bounds = [min as f64, max as f64, (min + max) as f64 / 2.0 + step];
                bounds.map(|number| json!(number)).into()
            }
            Representation::Flag => vec![json!(true), json!(false)],
            Representation::Code { list } => {
                let lists = [self.model.code_list(list), other.code_list(list)];
                let codes = lists.into_iter().flatten().flat_map(|list| &list.codes);
                let texts = codes.flat_map(|entry| entry.code.iter().chain(&entry.aliases));
                let mut values: Vec<_> = texts.map(|text| Value::from(&**text)).collect();
                // Codes that no list has, of several forms.
                values.extend(["Q9", "q", "123", "ABCDE"].map(Value::from));
                values
            }
            Representation::List { item } => {
                let items = self.values(item, other);
                let single = items.iter().map(|item| json!([item]));
                let pair = json!([items[0], items[items.len() - 1]]);
                single.chain([json!([]), pair]).collect()
            }
        }
    }
}

/// Random numbers that are the same on every run (xorshift).
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

/// Returns a valid JSON value as data.
fn datum(value_type: &ValueType, value: &Value) -> Datum {
    match (value_type.representation(), value) {
        (Representation::Period(grain), Value::String(text)) => {
            CalendarPeriod::parse(grain, text).map_or(Datum::Null, Datum::Period)
        }
        (Representation::Whole { .. }, value) if *value_type == (ValueType::Year {}) => {
            CalendarPeriod::parse(Grain::Year, &value.to_string())
                .map_or(Datum::Null, Datum::Period)
        }
        (Representation::Whole { .. }, value) => value.as_i64().map_or(Datum::Null, Datum::Whole),
        (Representation::Decimal { decimals, .. }, value) => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the schema has checked the bounds"
            )]
            let units = |number: f64| (number * 10_f64.powi(i32::from(decimals))).round() as i64;
            let units = value.as_f64().map(units);
            units.map_or(Datum::Null, |units| Datum::Scaled { units, decimals })
        }
        (Representation::Flag, Value::Bool(flag)) => Datum::Flag(*flag),
        (Representation::Code { .. }, Value::String(text)) => {
            CodeText::try_new(text).map_or(Datum::Null, Datum::Code)
        }
        (Representation::List { item }, Value::Array(items)) => {
            Datum::List(items.iter().map(|value| datum(item, value)).collect())
        }
        _ => Datum::Null,
    }
}

fn codes(value: &Datum) -> Vec<&str> {
    match value {
        Datum::Code(text) => vec![text.as_str()],
        Datum::List(items) => items.iter().flat_map(codes).collect(),
        _ => Vec::new(),
    }
}

/// Returns whether valid data of one model are valid in the other one: each row, and each delivery of several rows. `None` if a block has
/// no valid row, and so no data.
fn all_fit(of: &Model, into: &Model) -> Option<bool> {
    let mut fit = true;
    let mut all = deliveries::Rows::new();
    for block in &of.blocks {
        let Some(other) = into.block(&block.id) else {
            fit = false;
            continue;
        };
        let is_same = block == other
            && of.code_lists == into.code_lists
            && of.deliberation == into.deliberation;
        let checker = Checker::new(of, block);
        let rows = if is_same {
            checker.random_rows(into, ROWS_OF_SAME_BLOCK)
        } else {
            checker.rows(into)
        };
        if rows.is_empty() {
            return None;
        }
        if !is_same {
            let others = Checker::new(into, other);
            fit &= rows.iter().all(|row| others.accepts(row));
        }
        all.insert(block.id.to_string(), rows);
    }
    Some(fit && deliveries::all_fit(of, into, &all))
}

/// Compares the decided verdicts about data with what reading and checking data does; returns their number.
fn compare(name: &str, old: &Model, new: &Model, wrong: &mut Vec<String>) -> usize {
    let fit = [all_fit(old, new), all_fit(new, old)];
    compare_both_ways(name, [old, new], fit, wrong)
}

/// Compares the verdicts about the changes from the first model to the second one, and about those back. `fit` says whether the data of
/// the first model are valid in the second one, and those of the second model in the first one.
fn compare_both_ways(
    name: &str,
    [old, new]: [&Model; 2],
    fit: [Option<bool>; 2],
    wrong: &mut Vec<String>,
) -> usize {
    let there = compare_verdicts(name, &Diff::new(old, new), fit, wrong);
    let (name, fit) = (format!("{name}, back"), [fit[1], fit[0]]);
    there + compare_verdicts(&name, &Diff::new(new, old), fit, wrong)
}

/// Compares the verdicts of one comparison.
fn compare_verdicts(
    name: &str,
    diff: &Diff,
    fit: [Option<bool>; 2],
    wrong: &mut Vec<String>,
) -> usize {
    let views: Vec<_> = diff.findings.iter().map(|it| it.viewpoints).collect();
    let together =
        |verdicts: &mut dyn Iterator<Item = Verdict>| verdicts.fold(Verdict::Yes, Verdict::and);
    let verdicts = [
        together(&mut views.iter().map(|it| it.old_data_in_new_model)),
        together(&mut views.iter().map(|it| it.new_data_in_old_model)),
    ];
    let directions = ["old data in the new model", "new data in the old model"];
    let mut decided = 0;
    for ((direction, verdict), is_so) in directions.into_iter().zip(verdicts).zip(fit) {
        let Some(is_so) = is_so.filter(|_| verdict != Verdict::Undecided) else {
            continue;
        };
        decided += 1;
        if is_so != (verdict == Verdict::Yes) {
            let rules: Vec<_> = diff.findings.iter().map(|it| it.rule.id).collect();
            wrong.push(format!(
                "{name} ({rules:?}), {direction}: {verdict}, but {is_so}"
            ));
        }
    }
    decided
}

#[test]
fn verdicts_about_data_are_true_for_the_example_of_each_rule() {
    let mut wrong = Vec::new();
    let mut decided = 0;
    for rule in RULES {
        let (old, new) = rule.example_models();
        decided += compare(rule.id, &old, &new, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(decided > 200, "{decided} verdicts are decided");
}

#[test]
fn verdicts_about_data_are_true_for_changes_of_keys_and_constraints() {
    let mut wrong = Vec::new();
    for pair in pairs::all() {
        let [old, new] = pair.models();
        // The deliveries must show how the models differ: verdicts are not compared with too few data.
        let fit = [all_fit(&old, &new), all_fit(&new, &old)];
        assert_eq!(fit, pair.fit.map(Some), "{}", pair.name);
        compare_both_ways(pair.name, [&old, &new], fit, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn has_all_lists(model: &Model) -> bool {
    let mut columns = model.blocks.iter().flat_map(Block::columns);
    columns.all(|column| {
        let lists = [column.code_list(), column.value_type().code_list()];
        let mut lists = lists.into_iter().flatten();
        lists.all(|id| model.code_list(id).is_some())
    })
}

/// Every seventh change of one place of the example model: a prime number, so that all kinds of changes occur.
#[test]
fn verdicts_about_data_are_true_for_other_models() {
    let model = example_model();
    let json = serde_json::to_value(&model).unwrap();
    let mut wrong = Vec::new();
    let mut decided = 0;
    for variant in variants(&json).iter().step_by(STEP) {
        let other = variant.of(&model, &json);
        // A model that names two things alike is refused where it is read, and one without a list of its columns is not compared.
        let other = other.filter(|other| {
            let is_read = read_model(&serde_json::to_string(other).unwrap()).is_ok();
            is_read && has_all_lists(other)
        });
        if let Some(other) = other {
            decided += compare(&format!("{variant:?}"), &model, &other, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(decided > 200, "{decided} verdicts are decided");
}
