//! The findings about several rows together, by simple searches.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use beraad_delivery::Report;
use beraad_schema::describe::{
    CalendarPeriod, Grain, ObservationPeriod, Representation, ValueType,
};

use super::clean::ONE_ACT;
use super::sheet::{Row, Sheet};

/// The block, the check and the column of a finding.
pub(crate) type Key = (String, String, Option<String>);

/// The content of a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) count: u64,
    /// All lines, of which a report names the first five.
    pub(crate) lines: BTreeSet<u64>,
    pub(crate) periods: BTreeMap<String, u64>,
}

/// Findings by their check and column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings(pub(crate) BTreeMap<Key, Content>);

impl Findings {
    /// Returns the findings of a report.
    pub(crate) fn of_report(report: &Report) -> Self {
        let findings = report.findings().map(|it| {
            let key = (it.block.clone(), it.check.id.to_owned(), it.column.clone());
            let content = Content {
                count: it.count,
                lines: it.lines.iter().map(|line| line.line).collect(),
                periods: it.periods.clone(),
            };
            (key, content)
        });
        Self(findings.collect())
    }

    /// Leaves the first five lines of each finding.
    pub(crate) fn with_first_lines(mut self) -> Self {
        for content in self.0.values_mut() {
            content.lines = content.lines.iter().copied().take(5).collect();
        }
        self
    }

    pub(crate) fn content(
        &mut self,
        sheet: &Sheet<'_>,
        check: &str,
        column: Option<usize>,
    ) -> &mut Content {
        let column = column.map(|it| sheet.columns[it].name.clone());
        let key = (sheet.block.id.to_string(), check.to_owned(), column);
        self.0.entry(key).or_default()
    }

    /// Adds a finding in a row.
    pub(crate) fn add_row(
        &mut self,
        sheet: &Sheet<'_>,
        check: &str,
        column: Option<usize>,
        row: usize,
    ) {
        let period = sheet.period(&sheet.rows[row]).map(|it| it.to_string());
        let is_read = sheet.rows[row].is_read();
        let content = self.content(sheet, check, column);
        content.count += 1;
        content.lines.insert(line(row));
        if let Some(period) = period.filter(|_| is_read) {
            *content.periods.entry(period).or_default() += 1;
        }
    }

    pub(crate) fn add_column(&mut self, sheet: &Sheet<'_>, check: &str, column: usize) {
        self.content(sheet, check, Some(column)).count += 1;
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (key, content) in other.0 {
            let own = self.0.entry(key).or_default();
            own.count += content.count;
            own.lines.extend(content.lines);
            for (period, rows) in content.periods {
                *own.periods.entry(period).or_default() += rows;
            }
        }
    }
}

/// Returns the line of a row: the header is line 1.
pub(crate) fn line(row: usize) -> u64 {
    row as u64 + 2
}

/// Returns the findings about the columns, periods and keys of a sheet as a whole.
pub(crate) fn of_sheet(sheet: &Sheet<'_>) -> Findings {
    let mut findings = Findings::default();
    duplicates(sheet, &mut findings);
    columns(sheet, &mut findings);
    periods(sheet, &mut findings);
    findings
}

fn read_rows<'s>(sheet: &'s Sheet<'_>) -> impl Iterator<Item = (usize, &'s Row)> {
    let rows = sheet.rows.iter().enumerate();
    rows.filter(|(_, row)| row.is_read())
}

fn duplicates(sheet: &Sheet<'_>, findings: &mut Findings) {
    let key = sheet.key();
    let check = if key.is_some() {
        "duplicate-key"
    } else {
        "duplicate-row"
    };
    let mut known = HashSet::new();
    for (index, row) in read_rows(sheet) {
        let is_compared = match &key {
            Some(key) => key.iter().all(|it| row.value(*it).is_some()),
            None => row.invalid.is_empty(),
        };
        let cells: Vec<&str> = match &key {
            Some(key) => key.iter().map(|it| &*row.cells[*it]).collect(),
            None => row.cells.iter().map(|it| &**it).collect(),
        };
        if is_compared && !known.insert(cells) {
            let content = findings.content(sheet, check, None);
            content.count += 1;
            content.lines.insert(line(index));
        }
    }
}

fn columns(sheet: &Sheet<'_>, findings: &mut Findings) {
    if read_rows(sheet).count() < 2 {
        return;
    }
    for (column, described) in sheet.columns.iter().enumerate() {
        let rows = || read_rows(sheet).map(|(_, row)| row);
        if rows().any(|row| row.invalid.contains(&column)) {
            continue;
        }
        let values: BTreeSet<_> = rows().filter_map(|row| row.value(column)).collect();
        let is_often_constant = Some(column) == sheet.observed
            || described.value_type().is_list()
            || described.value_type().representation() == Representation::Flag;
        if values.is_empty() {
            findings.add_column(sheet, "empty-column", column);
        } else if values.len() == 1 && !is_often_constant {
            findings.add_column(sheet, "constant-column", column);
        }
    }
}

fn periods(sheet: &Sheet<'_>, findings: &mut Findings) {
    let (Some(observed), Some(grain)) = (sheet.observed, sheet.grain()) else {
        return;
    };
    if grain == Grain::Day {
        return;
    }
    // The texts of periods of one precision are in the order of time.
    let mut rows: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for (_, row) in read_rows(sheet) {
        if let Some(period) = sheet.period(row) {
            rows.entry(period.to_string()).or_default().push(row);
        }
    }
    let is_valid = |text: &str| {
        let period = CalendarPeriod::parse(grain, text).expect("a period");
        sheet.is_within(sheet.block.valid, period)
    };
    // Rows outside the window are an error of their own.
    let is_allowed = |text: &&String| {
        let period = CalendarPeriod::parse(grain, text).ok();
        let observation = sheet.observation.as_ref();
        period
            .zip(observation)
            .is_none_or(|(period, observation)| observation.contains(period))
    };
    let allowed = rows.keys().filter(is_allowed);
    let allowed: Vec<_> = allowed.filter(|it| is_valid(it)).collect();
    if let (true, Some(first), Some(last)) = (allowed.len() >= 3, allowed.first(), allowed.last()) {
        let first = CalendarPeriod::parse(grain, first).ok();
        let all = std::iter::successors(first, |it| it.next()).map(|it| it.to_string());
        let between = all.take_while(|it| it < *last);
        let missing: Vec<_> = between.filter(|it| !rows.contains_key(it)).collect();
        if !missing.is_empty() && missing.len() < allowed.len() {
            let content = findings.content(sheet, "period-without-rows", Some(observed));
            content.count += missing.len() as u64;
            content
                .periods
                .extend(missing.into_iter().map(|it| (it, 0)));
        }
    }
    let number = rows.values().map(Vec::len).sum::<usize>();
    for column in 0..sheet.columns.len() {
        let has_value = |row: &&Row| row.value(column).is_some();
        let values = read_rows(sheet).filter(|(_, row)| has_value(row)).count();
        for (period, of_period) in &rows {
            let expected = of_period.len() * values;
            let parsed = CalendarPeriod::parse(grain, period).expect("a period");
            if !sheet.is_within(sheet.valid(column), parsed) {
                continue;
            }
            if !of_period.iter().any(has_value) && expected >= 10 * number {
                let content = findings.content(sheet, "period-without-values", Some(column));
                content.count += 1;
                content
                    .periods
                    .insert(period.clone(), of_period.len() as u64);
            }
        }
    }
}

/// Returns the findings about the constraints of the model.
pub(crate) fn of_constraints(sheets: &[Sheet<'_>]) -> Findings {
    let mut findings = Findings::default();
    let sheet = |id: &str| {
        sheets
            .iter()
            .find(|it| it.block.id == id)
            .expect("the block")
    };
    let cell = |sheet: &Sheet<'_>, row: &Row, name: &str| {
        row.value(sheet.position(name)).map(str::to_owned)
    };
    let (years, households) = (sheet("person_year"), sheet("household"));
    let mut persons = HashSet::new();
    let mut sample = HashSet::new();
    for (_, row) in read_rows(years) {
        let [person, year, is_sample] =
            ["person", "year", "is_sample_person"].map(|name| cell(years, row, name));
        persons.extend(person.clone());
        if is_sample.as_deref() == Some("true") {
            sample.extend(person.zip(year));
        }
    }
    for sheet in sheets {
        for (column, described) in sheet.columns.iter().enumerate() {
            let value_type = described.value_type();
            if !matches!(value_type, ValueType::SerialNumber { of } if of == "person") {
                continue;
            }
            for (index, row) in read_rows(sheet) {
                let is_collective = described.name == "reference_person_id"
                    && cell(sheet, row, "relation_to_reference_person").as_deref() == Some("20");
                if row.value(column).is_some_and(|it| !persons.contains(it)) && !is_collective {
                    findings.add_row(sheet, "constraint-violated", Some(column), index);
                }
            }
        }
    }
    for (sheet, name) in [
        (years, "civil_status"),
        (households, "children_birth_years"),
    ] {
        for (index, row) in read_rows(sheet) {
            let unit = cell(sheet, row, "person").zip(cell(sheet, row, "year"));
            let is_violated = unit.is_some_and(|it| !sample.contains(&it));
            if cell(sheet, row, name).is_some() && is_violated {
                findings.add_row(
                    sheet,
                    "constraint-violated",
                    Some(sheet.position(name)),
                    index,
                );
            }
        }
    }
    for (index, row) in read_rows(years) {
        let birth = row
            .value(years.position("birth_date"))
            .map(|it| it[..4].parse::<i64>());
        let year = years.period(row).map(|it| i64::from(it.first_day().year()));
        let age = year
            .zip(birth)
            .map(|(year, birth)| year - birth.expect("a year"));
        let is_sample = cell(years, row, "is_sample_person").as_deref() == Some("true");
        if is_sample && age.is_some_and(|age| !(17..=66).contains(&age)) {
            let column = years.position("is_sample_person");
            findings.add_row(years, "constraint-violated", Some(column), index);
        }
    }
    of_households(households, &mut findings);
    let activations = sheet("activation");
    for (index, row) in read_rows(activations) {
        let has_other = ["integration_type", "gpmi_type"]
            .iter()
            .any(|name| cell(activations, row, name).is_some());
        for name in ONE_ACT {
            let value = cell(activations, row, name);
            if has_other && value.is_some_and(|it| it != "false") {
                let column = activations.position(name);
                findings.add_row(activations, "constraint-unmet", Some(column), index);
            }
        }
    }
    findings
}

fn of_households(households: &Sheet<'_>, findings: &mut Findings) {
    let columns = [
        "person",
        "year",
        "reference_person_id",
        "partner_id",
        "relation_to_reference_person",
    ]
    .map(|name| households.position(name));
    let rows: Vec<_> = read_rows(households)
        .map(|(index, row)| (index, columns.map(|it| row.value(it))))
        .collect();
    let members = rows
        .iter()
        .map(|(_, [person, year, reference, ..])| [*person, *year, *reference]);
    let members: HashSet<_> = members.collect();
    let partners = rows
        .iter()
        .map(|(_, [person, year, reference, partner, _])| [*person, *year, *reference, *partner]);
    let partners: HashSet<_> = partners.collect();
    for (index, [person, year, reference, partner, relation]) in &rows {
        let is_known = year.is_some() && reference.is_some();
        if is_known
            && *relation != Some("20")
            && !members.contains(&[*reference, *year, *reference])
        {
            findings.add_row(households, "constraint-violated", Some(columns[2]), *index);
        }
        let is_known = is_known && partner.is_some() && person.is_some();
        if is_known && !partners.contains(&[*partner, *year, *reference, *person]) {
            findings.add_row(households, "constraint-unmet", Some(columns[3]), *index);
        }
    }
}
