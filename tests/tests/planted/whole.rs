//! Errors of a file, a column or a period as a whole.

use std::collections::BTreeSet;

use beraad_schema::describe::{Representation, ValueType};

use super::clean;
use super::expected::{self, Findings};
use super::sheet::Sheet;

/// The columns that others need, for the constraint about sample persons: they are emptied together.
const OF_SAMPLE: [(&str, &str); 3] = [
    ("person_year", "is_sample_person"),
    ("person_year", "civil_status"),
    ("household", "children_birth_years"),
];

/// A change of sheets, with the check that finds it.
pub(crate) struct Change {
    pub(crate) check: &'static str,
    /// The checks that find what follows from the change.
    pub(crate) implied: &'static [&'static str],
    /// Changes a sheet, and returns the columns, or the periods of each column, in which the error is.
    pub(crate) apply: fn(&mut Sheet<'_>, usize) -> BTreeSet<Place>,
}

/// A column, and a period if the error is in one.
pub(crate) type Place = (usize, Option<String>);

/// The changes. Each is made several times, with another number.
pub(crate) const CHANGES: [Change; 5] = [
    Change {
        check: "empty-column",
        // Rows without a key may be equal now.
        implied: &["duplicate-row"],
        apply: empty_columns,
    },
    Change {
        check: "constant-column",
        // The one code may not be valid in all periods.
        implied: &["duplicate-row", "period-without-values"],
        apply: constant_columns,
    },
    Change {
        check: "constant-column",
        // A person may have no value of a column.
        implied: &["empty-column"],
        apply: one_person,
    },
    Change {
        check: "period-without-rows",
        implied: &[],
        apply: remove_periods,
    },
    Change {
        check: "period-without-values",
        implied: &["duplicate-row"],
        apply: empty_periods,
    },
];

/// The number of times that each change is made.
pub(crate) const VARIANTS: usize = 2;

fn is_optional(sheet: &Sheet<'_>, column: usize) -> bool {
    let described = &sheet.columns[column];
    described.nullable() || described.value_type().is_list()
}

fn is_of_sample(sheet: &Sheet<'_>, column: usize) -> bool {
    let mut columns = OF_SAMPLE.iter();
    columns.any(|(block, name)| sheet.is(block, column, name))
}

/// Empties every second column.
fn empty_columns(sheet: &mut Sheet<'_>, variant: usize) -> BTreeSet<Place> {
    let columns = (0..sheet.columns.len()).filter(|column| {
        let is_chosen = if is_of_sample(sheet, *column) {
            variant == 0
        } else {
            column % VARIANTS == variant
        };
        is_chosen && is_optional(sheet, *column)
    });
    let columns: Vec<_> = columns.collect();
    for row in &mut sheet.rows {
        for column in &columns {
            row.cells[*column].clear();
        }
    }
    columns.into_iter().map(|it| (it, None)).collect()
}

/// Writes one value in every second column, wherever the row has a value and the value is valid.
fn constant_columns(sheet: &mut Sheet<'_>, variant: usize) -> BTreeSet<Place> {
    let key = sheet.key().unwrap_or_default();
    let mut changed = BTreeSet::new();
    for column in 0..sheet.columns.len() {
        let value_type = sheet.columns[column].value_type();
        let is_person = matches!(value_type, ValueType::SerialNumber { of } if of == "person");
        let is_related = is_person && &*sheet.block.id == "household";
        let is_left_out = column % VARIANTS != variant
            || key.contains(&column)
            || is_related
            || Some(column) == sheet.observed
            || value_type.is_list()
            || value_type.representation() == Representation::Flag
            // One value of them is already constant, and the other follows from a rule.
            || sheet.is("job", column, "job_importance_order")
            || sheet.is("work_quarter", column, "total_job_count");
        if is_left_out {
            continue;
        }
        let mut values: Vec<_> = sheet
            .rows
            .iter()
            .filter_map(|row| row.value(column))
            .collect();
        values.sort_unstable();
        let is_end = clean::orders(sheet)
            .iter()
            .any(|(_, right)| *right == column);
        // A start that is early, an end that is late, and a code that is valid in most periods.
        let value = if sheet.is_read_at_period(column) {
            let count = |value: &str| values.iter().filter(|it| **it == value).count();
            values.iter().max_by_key(|it| count(it))
        } else if is_end {
            values.last()
        } else {
            values.first()
        };
        let value = (*value.expect("a value")).to_owned();
        change_to(sheet, column, &value);
        changed.insert((column, None));
    }
    changed
}

fn change_to(sheet: &mut Sheet<'_>, column: usize, value: &str) {
    let valid: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| {
            let period = sheet
                .period(row)
                .filter(|_| sheet.is_read_at_period(column));
            period.is_none_or(|period| {
                clean::code_choices(sheet, column, Some(period)).contains(&value.to_owned())
            })
        })
        .collect();
    let total = sheet
        .is("work_quarter", column, "wage_job_count")
        .then(|| sheet.position("total_job_count"));
    for (row, is_valid) in sheet.rows.iter_mut().zip(valid) {
        if row.cells[column].is_empty() {
            continue;
        }
        row.cells[column] = if is_valid {
            value.to_owned()
        } else {
            String::new()
        };
        if let Some(total) = total.filter(|it| !row.cells[*it].is_empty()) {
            let jobs: usize = value.parse().expect("a number");
            row.cells[total] = (jobs + row.cells[total].len() % 2).to_string();
        }
    }
}

/// Keeps the rows of one person, where a person has one row in each period. The persons of all blocks are in one of them.
fn one_person(sheet: &mut Sheet<'_>, variant: usize) -> BTreeSet<Place> {
    if sheet.key().is_none() || &*sheet.block.id == "person_year" {
        return BTreeSet::new();
    }
    let person = sheet.position("person");
    let number = (1 + 4 * variant).to_string();
    sheet.rows.retain(|row| row.cells[person] == number);
    if &*sheet.block.id == "household" {
        let partner = sheet.position("partner_id");
        for row in &mut sheet.rows {
            row.cells[partner].clear();
        }
    }
    BTreeSet::from([(person, None)])
}

/// Removes the rows of some periods between others.
fn remove_periods(sheet: &mut Sheet<'_>, variant: usize) -> BTreeSet<Place> {
    let Some(observed) = sheet.observed else {
        return BTreeSet::new();
    };
    let periods = clean::periods(sheet);
    // The same years in each block of years, since rows need rows of the same year.
    let between = periods[..periods.len() - 1].iter().enumerate().skip(1);
    let removed = between.filter(|(place, _)| place % 4 == variant || place % 7 == variant);
    let removed: BTreeSet<_> = removed.map(|(_, period)| period.to_string()).collect();
    sheet
        .rows
        .retain(|row| !removed.contains(&row.cells[observed]));
    let removed = removed.into_iter();
    removed.map(|period| (observed, Some(period))).collect()
}

/// Empties each column in some periods, if enough rows have a value in others.
fn empty_periods(sheet: &mut Sheet<'_>, variant: usize) -> BTreeSet<Place> {
    let Some(observed) = sheet.observed else {
        return BTreeSet::new();
    };
    let mut emptied = BTreeSet::new();
    let periods = clean::periods(sheet);
    for column in 0..sheet.columns.len() {
        // Without it, persons of the sample would not be known.
        let is_needed = sheet.is("person_year", column, "is_sample_person");
        if is_needed || !is_optional(sheet, column) {
            continue;
        }
        let of_column: BTreeSet<_> = (0..periods.len() / 8)
            .map(|place| (place * 8 + column + variant * 3) % periods.len())
            .chain([(column + 5) % periods.len()])
            .map(|place| periods[place].to_string())
            .collect();
        for row in &mut sheet.rows {
            if of_column.contains(&row.cells[observed]) {
                row.cells[column].clear();
            }
        }
        emptied.extend(of_column.into_iter().map(|it| (column, Some(it))));
    }
    emptied
}

/// Returns the errors that are really there, by a simple search: a column of few values may miss them in a period.
pub(crate) fn found_by_search(
    sheet: &Sheet<'_>,
    change: &Change,
    places: &BTreeSet<Place>,
) -> usize {
    let findings = expected::of_sheet(sheet);
    let is_there = |(column, period): &Place| {
        let column = &sheet.columns[*column].name;
        let key = (
            sheet.block.id.to_string(),
            change.check.to_owned(),
            Some(column.clone()),
        );
        let content = findings.0.get(&key);
        content.is_some_and(|content| {
            period
                .as_ref()
                .is_none_or(|it| content.periods.contains_key(it))
        })
    };
    let is_few = change.check == "period-without-values";
    let number = places.iter().filter(|it| is_there(it)).count();
    assert!(
        is_few || number == places.len(),
        "{} {}",
        sheet.block.id,
        change.check
    );
    number
}

/// Returns first lines that are not a header of a block.
pub(crate) fn invalid_headers(sheet: &Sheet<'_>) -> Vec<Vec<u8>> {
    let names = sheet.header();
    let mut headers = Vec::new();
    for place in 0..names.len() {
        let mut renamed = names.clone();
        renamed[place] = "another_name";
        headers.push(renamed.clone());
        // A column that may be empty may be absent.
        if !sheet.columns[place].nullable() {
            let mut missing = names.clone();
            missing.remove(place);
            headers.push(missing);
        }
        let mut surplus = names.clone();
        surplus.insert(place, "another_name");
        headers.push(surplus);
        let mut duplicate = names.clone();
        duplicate.push(names[place]);
        headers.push(duplicate);
    }
    let header = |names: Vec<&str>| (names.join(",") + "\n").into_bytes();
    let mut headers: Vec<_> = headers.into_iter().map(header).collect();
    headers.push(Vec::new());
    // A row where the header should be.
    headers.push(sheet.rows[0].line());
    headers
}

/// The names of files, each with its bytes.
pub(crate) type Files = Vec<(&'static str, Vec<u8>)>;

/// Returns files that cannot be read, and files without rows.
pub(crate) fn files_without_rows(sheet: &Sheet<'_>) -> (Files, Files) {
    let text = sheet.csv();
    let header = (sheet.header().join(",") + "\n").into_bytes();
    let unreadable = vec![
        ("1.parquet", text.clone()),
        ("2.arrow", b"PAR1\x15\x04PAR1".to_vec()),
        ("3.csv", b"PK\x03\x04\x14\0\x06\0".to_vec()),
        ("4.csv.gz", text.clone()),
        ("5.csv.zst", text),
        ("6.csv.gz", b"\x1f\x8b\x08\0\0\0".to_vec()),
    ];
    (unreadable, vec![("7.csv", header)])
}

/// Returns the expected findings of sheets with a change.
pub(crate) fn expected(sheets: &[Sheet<'_>]) -> Findings {
    let mut findings = Findings::default();
    for sheet in sheets {
        findings.extend(expected::of_sheet(sheet));
    }
    findings.extend(expected::of_constraints(sheets));
    findings
}
