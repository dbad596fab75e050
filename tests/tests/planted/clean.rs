//! A delivery of all blocks without an error.

use beraad_schema::describe::{
    Block, CalendarPeriod, CodeEntry, Expr, Grain, Model, Operator, Representation, ValueType,
};

use super::sheet::{ITEM_SEPARATOR, Row, Sheet, hash};

/// The number of rows of each block: 16 in each of 48 quarters or months, and 64 in each of 12 years.
pub(crate) const ROWS: usize = 768;

/// The number of persons.
pub(crate) const PERSONS: usize = 64;

/// The number of rows of a period with a value in a column that cannot have one in another period. In that period no value is remarkable
/// if at least ten are expected.
const SPARSE_ROWS: usize = 4;

/// Returns the rows of all blocks.
pub(crate) fn sheets(model: &Model) -> Vec<Sheet<'_>> {
    let blocks = model.blocks.iter();
    blocks.map(|block| sheet(model, block)).collect()
}

/// Returns the observation periods of a block for which rows exist, in order.
pub(crate) fn periods(sheet: &Sheet<'_>) -> Vec<CalendarPeriod> {
    let Some(grain) = sheet.grain() else {
        return Vec::new();
    };
    let (first, count) = match grain {
        Grain::Year => ("2005", 12),
        Grain::Quarter => ("2005-Q1", 48),
        Grain::Month => ("2011-01", 48),
        Grain::Day => ("2011-01-01", 48),
    };
    let first = CalendarPeriod::parse(grain, first).ok();
    let periods = std::iter::successors(first, |it| it.next()).take(count);
    let exists = |period: &CalendarPeriod| sheet.is_within(sheet.block.valid, *period);
    periods.filter(exists).collect()
}

fn sheet<'m>(model: &'m Model, block: &'m Block) -> Sheet<'m> {
    let mut sheet = Sheet::new(model, block);
    let periods = periods(&sheet);
    let number_of_periods = if periods.is_empty() {
        ROWS / PERSONS
    } else {
        periods.len()
    };
    let is_sparse: Vec<_> = (0..sheet.columns.len())
        .map(|column| is_sparse(&sheet, column, &periods))
        .collect();
    let mut known = std::collections::BTreeSet::new();
    for index in 0..ROWS.min(number_of_periods * PERSONS) {
        let (unit, period) = (index / number_of_periods, index % number_of_periods);
        let mut row = Row::default();
        for (column, is_sparse) in is_sparse.iter().enumerate() {
            let place = Place {
                index,
                unit,
                period: periods.get(period).copied(),
                column,
            };
            let is_left_out = sheet.columns[column].nullable()
                && (hash(index, column).is_multiple_of(8) || (*is_sparse && unit >= SPARSE_ROWS));
            row.cells.push(if is_left_out {
                String::new()
            } else {
                value(&sheet, &place)
            });
        }
        relate(&sheet, &mut row, unit);
        keep_rules(&sheet, &mut row);
        if known.insert(row.cells.clone()) {
            sheet.rows.push(row);
        }
    }
    sheet
}

/// A cell of a sheet.
struct Place {
    index: usize,
    /// The position of the row in its period.
    unit: usize,
    period: Option<CalendarPeriod>,
    column: usize,
}

/// Returns true if a column cannot have a value in each period.
fn is_sparse(sheet: &Sheet<'_>, column: usize, periods: &[CalendarPeriod]) -> bool {
    sheet.list(column).is_some()
        && periods
            .iter()
            .any(|it| code_choices(sheet, column, Some(*it)).is_empty())
}

/// Returns the codes of a column that are valid in a period.
pub(crate) fn code_choices(
    sheet: &Sheet<'_>,
    column: usize,
    period: Option<CalendarPeriod>,
) -> Vec<String> {
    let list = sheet.list(column).expect("a list");
    let period = period.filter(|_| sheet.is_read_at_period(column));
    let is_valid = |entry: &CodeEntry| period.is_none_or(|period| sheet.has_meaning(entry, period));
    let published = list.published_codes();
    let mut codes: Vec<_> = published
        // CSV has no form for an empty code.
        .filter(|(code, entry)| !code.is_empty() && is_valid(entry))
        .map(|(code, _)| code.to_owned())
        .collect();
    // The delivery brings the codes.
    if list.published_codes().next().is_none() {
        codes.extend((1..20).map(|number| format!("K{number}")));
    }
    codes
}

fn value(sheet: &Sheet<'_>, place: &Place) -> String {
    let column = &sheet.columns[place.column];
    if Some(place.column) == sheet.observed {
        return place.period.expect("a period").to_string();
    }
    let random = hash(place.index, 1_000 + place.column);
    if !column.value_type().is_list() {
        return single_value(sheet, place, random);
    }
    let mut items: Vec<_> = (0..random % 4)
        .map(|item| single_value(sheet, place, hash(random, item)))
        .collect();
    items.sort();
    items.dedup();
    items.join(&ITEM_SEPARATOR.to_string())
}

fn single_value(sheet: &Sheet<'_>, place: &Place, random: usize) -> String {
    let value_type = sheet.columns[place.column].value_type().item();
    if let Some(grain) = value_type.grain() {
        let year = 2001 + random % 15;
        let part = random / 15;
        return match grain {
            Grain::Year => year.to_string(),
            Grain::Quarter => format!("{year}-Q{}", 1 + part % 4),
            Grain::Month => format!("{year}-{:02}", 1 + part % 12),
            Grain::Day => format!("{year}-{:02}-{:02}", 1 + part % 12, 1 + part % 28),
        };
    }
    if matches!(value_type, ValueType::SerialNumber { of } if of == "person") {
        return person(place).to_string();
    }
    match value_type.representation() {
        Representation::Whole { min, .. } => {
            (min.max(0) + i64::try_from(random % 500).expect("small")).to_string()
        }
        Representation::Decimal { .. } => format!("{}.{}", random % 100, 1 + random / 100 % 9),
        Representation::Flag => random.is_multiple_of(2).to_string(),
        Representation::Code { .. } => {
            let choices = code_choices(sheet, place.column, place.period);
            choices
                .get(random % choices.len().max(1))
                .cloned()
                .unwrap_or_default()
        }
        Representation::Period(_) | Representation::List { .. } => unreachable!("see above"),
    }
}

/// Returns the number of the person that a row is about: one row in each period, or several rows in a block without periods.
fn person(place: &Place) -> usize {
    if place.period.is_some() {
        1 + place.unit
    } else {
        1 + place.index % PERSONS
    }
}

/// Relates the rows, so that the constraints hold.
///
/// Four persons are a household: the reference person, the partner, and two others. Persons with odd numbers are of the sample. No row refers
/// to a row of the fourth person.
fn relate(sheet: &Sheet<'_>, row: &mut Row, unit: usize) {
    let person = 1 + unit;
    let is_sample = person % 2 == 1;
    let mut set = |name: &str, text: String| row.cells[sheet.position(name)] = text;
    match &*sheet.block.id {
        "person_year" => {
            set("is_sample_person", is_sample.to_string());
            let quarter = format!("{}-Q{}", 1955 + person % 25, 1 + person % 4);
            set("birth_date", quarter);
            if !is_sample {
                set("civil_status", String::new());
            }
        }
        "household" => {
            let reference = person - (person - 1) % 4;
            set("reference_person_id", reference.to_string());
            let partner = match person % 4 {
                1 => (person + 1).to_string(),
                2 => (person - 1).to_string(),
                _ => String::new(),
            };
            set("partner_id", partner);
            set(
                "relation_to_reference_person",
                format!("0{}", 1 + person % 3),
            );
            if !is_sample {
                set("children_birth_years", String::new());
            }
        }
        "activation" if unit.is_multiple_of(2) => {
            set("integration_type", String::new());
            set("gpmi_type", String::new());
        }
        "activation" => {
            for name in ONE_ACT {
                set(name, String::new());
            }
        }
        _ => {}
    }
}

/// The columns of a row of an activation measure that are completed for one act only.
pub(crate) const ONE_ACT: [&str; 5] = [
    "art60_accepted",
    "art60_conditions_met",
    "art60_job_type",
    "art60_work_schedule",
    "art61_accepted",
];

/// Changes a row so that it keeps the rules of its block.
fn keep_rules(sheet: &Sheet<'_>, row: &mut Row) {
    for (left, right) in orders(sheet) {
        if !row.cells[right].is_empty() && row.cells[left] > row.cells[right] {
            row.cells.swap(left, right);
        }
    }
    match &*sheet.block.id {
        "work_quarter" => {
            let [wage, total] = ["wage_job_count", "total_job_count"].map(|it| sheet.position(it));
            if let Ok(jobs) = row.cells[wage].parse::<usize>()
                && !row.cells[total].is_empty()
            {
                row.cells[total] = (jobs + jobs % 2).to_string();
            }
        }
        "employment_line" => {
            let [code, quarter] =
                ["establishment_nace_code", "quarter"].map(|it| sheet.position(it));
            if *row.cells[quarter] < *"2007-Q1" {
                row.cells[code].clear();
            }
        }
        _ => {}
    }
}

/// Returns the positions of two dates of which the first is not after the second.
pub(crate) fn orders(sheet: &Sheet<'_>) -> Vec<(usize, usize)> {
    let orders = sheet.block.rules.iter().filter_map(|rule| {
        let Expr::Binary {
            operator: Operator::LessOrEqual,
            left,
            right,
        } = &rule.expression
        else {
            return None;
        };
        match (&**left, &**right) {
            (Expr::Column(left), Expr::Column(right)) => {
                Some((sheet.position(left), sheet.position(right)))
            }
            _ => None,
        }
    });
    orders.collect()
}
