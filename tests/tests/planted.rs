//! Errors are planted in deliveries without an error, and each is found by its check.

#[path = "planted/clean.rs"]
mod clean;
#[path = "planted/expected.rs"]
mod expected;
#[path = "planted/plants.rs"]
mod plants;
#[path = "planted/possible.rs"]
mod possible;
#[path = "planted/sheet.rs"]
mod sheet;
#[path = "planted/supplied.rs"]
mod supplied;
#[path = "planted/typed.rs"]
mod typed;
#[path = "planted/whole.rs"]
mod whole;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::num::NonZeroUsize;

use beraad_delivery::{CHECKS, Check, Delivery, Options, Report};
use beraad_model::model;
use beraad_schema::describe::Model;

use self::expected::Findings;
use self::plants::{Kind, Plant};
use self::sheet::{Row, Sheet, dialect, hash};

/// The findings that data without an error have, since only one code of the list is published.
const CLEAN: [(&str, &str, &str); 1] = [("job", "constant-column", "job_importance_order")];

/// The number of deliveries with errors in single rows.
const ROUNDS: usize = 6;

/// The number of such deliveries for the model with supplied lists, which has the same errors and those in their codes.
const ROUNDS_OF_SUPPLIED: usize = 2;

/// The number of errors in the rows of a block in a delivery.
const PER_ROUND: usize = 170;

/// The number of errors by their block and check.
type Numbers = BTreeMap<(String, &'static str), usize>;

/// Checks a delivery of these rows.
fn check(sheets: &[Sheet<'_>], threads: usize) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for sheet in sheets {
        let path = folder.path().join(format!("{}.csv", sheet.block.id));
        fs::write(path, sheet.csv()).unwrap();
    }
    let delivery = Delivery::open(folder.path(), sheets[0].model).unwrap();
    let options = Options::new().dialect(dialect());
    let threads = NonZeroUsize::new(threads).unwrap();
    delivery.check(&options.threads(threads)).unwrap()
}

/// Returns the findings of data without an error.
fn clean_findings(sheets: &[Sheet<'_>]) -> Findings {
    let mut findings = Findings::default();
    for (block, check, column) in CLEAN {
        let sheet = sheets.iter().find(|it| it.block.id == block).unwrap();
        findings.add_column(sheet, check, sheet.position(column));
    }
    findings
}

/// Returns true for a finding that data without an error have.
fn is_clean((block, check, column): &expected::Key) -> bool {
    let column = column.as_deref().unwrap_or_default();
    CLEAN.contains(&(&**block, &**check, column))
}

/// Compares all findings, and names those that differ.
fn assert_found(report: &Report, expected: Findings, name: &str) {
    let found = Findings::of_report(report).0;
    let expected = expected.with_first_lines().0;
    let keys = found.keys().chain(expected.keys());
    let differing = keys.filter(|key| found.get(*key) != expected.get(*key));
    let differing = differing.map(|key| {
        let (found, expected) = (found.get(key), expected.get(key));
        format!("{key:?}\n  found    {found:?}\n  expected {expected:?}\n")
    });
    let differing: std::collections::BTreeSet<_> = differing.collect();
    let differing: Vec<_> = differing.into_iter().collect();
    assert!(differing.is_empty(), "{name}\n{}", differing.join(""));
}

/// Errors in the rows of a block, which are planted one after the other.
struct Planting<'m> {
    kinds: Vec<Kind<'m>>,
    next: usize,
}

/// An error in a row of a sheet.
struct Planted {
    kind: usize,
    row: usize,
    plant: Plant,
}

impl<'m> Planting<'m> {
    /// Plants errors in some rows, and adds copies of others.
    fn plant(&mut self, sheet: &mut Sheet<'m>, round: usize) -> Vec<Planted> {
        // Rows of one period are not next to each other, so that no period loses all values of a column.
        let mut free: Vec<_> = (0..sheet.rows.len()).collect();
        free.sort_by_key(|row| hash(*row, 2_000 + round));
        // A row without a key may become a copy of another row by chance.
        let mut known: HashSet<_> = sheet.rows.iter().map(|it| it.cells.clone()).collect();
        let (mut planted, mut copies): (Vec<Planted>, Vec<Row>) = (Vec::new(), Vec::new());
        for _ in 0..PER_ROUND {
            let (kind, variant) = (self.next % self.kinds.len(), self.next / self.kinds.len());
            self.next += 1;
            let found = free.iter().enumerate().find_map(|(place, row)| {
                let planted = plants::planted(sheet, &sheet.rows[*row], &self.kinds[kind], variant);
                let (row, plant) = planted?;
                let is_other = plant.is_invalid || plant.edits.is_empty();
                let is_new = is_other || known.insert(row.cells.clone());
                is_new.then_some((place, row, plant))
            });
            let Some((place, row, plant)) = found else {
                continue;
            };
            let mut at = free.remove(place);
            if plant.is_copy {
                at = sheet.rows.len() + copies.len();
                copies.push(row);
            } else {
                sheet.rows[at] = row;
            }
            planted.push(Planted {
                kind,
                row: at,
                plant,
            });
        }
        sheet.rows.extend(copies);
        planted
    }
}

/// Asserts that errors which a row type finds are errors of the row by its type, and that the other rows are valid.
fn assert_invalid_by_type(sheet: &Sheet<'_>, kinds: &[Kind<'_>], planted: &[Planted]) {
    let rows: Vec<_> = planted
        .iter()
        .map(|it| sheet.rows[it.row].clone())
        .collect();
    let errors = typed::errors(sheet, &rows);
    let mut differing = Vec::new();
    for ((planted, row), (errors, warnings)) in planted.iter().zip(&rows).zip(errors) {
        let kind = &kinds[planted.kind];
        let column = kind.column.map(|it| sheet.columns[it].name.clone());
        let mut expected = typed::RowErrors::new();
        if typed::TYPED.contains(&kind.check) {
            let column = column.clone().filter(|_| kind.check != "rule-violated");
            expected.insert((kind.check, column));
        }
        let implied = planted.plant.implied.iter();
        let implied = implied.filter(|(check, _)| typed::TYPED.contains(check));
        expected.extend(implied.map(|(check, column)| (*check, column.map(str::to_owned))));
        let is_warned = ["near-code", "implausible-date"].contains(&kind.check);
        if errors != expected || (is_warned && warnings == 0) {
            differing.push(format!("{expected:?} {errors:?} {row:?}"));
        }
    }
    assert!(
        differing.is_empty(),
        "{}\n{}",
        sheet.block.id,
        differing.join("\n")
    );
}

/// Plants errors in single rows of all blocks, and asserts that exactly these are found.
fn plant_in_rows(model: &Model, rounds: usize, numbers: &mut Numbers) {
    let clean = clean::sheets(model);
    let mut plantings: Vec<_> = clean
        .iter()
        .map(|sheet| Planting {
            kinds: plants::kinds(sheet),
            next: 0,
        })
        .collect();
    for round in 0..rounds {
        let mut sheets = clean.clone();
        let mut expected = Findings::default();
        for (sheet, planting) in sheets.iter_mut().zip(&mut plantings) {
            let planted = planting.plant(sheet, round);
            assert_invalid_by_type(sheet, &planting.kinds, &planted);
            for Planted { kind, row, plant } in &planted {
                let kind = &planting.kinds[*kind];
                *numbers
                    .entry((sheet.block.id.to_string(), kind.check))
                    .or_default() += 1;
                if plant.is_copy {
                    let content = expected.content(sheet, kind.check, None);
                    content.count += 1;
                    content.lines.insert(expected::line(*row));
                    continue;
                }
                expected.add_row(sheet, kind.check, kind.column, *row);
                for (check, column) in &plant.implied {
                    let column = column.map(|it| sheet.position(it));
                    expected.add_row(sheet, check, column, *row);
                }
            }
            // The periods outside the window have rows too, and so the periods between may have none.
            let implied = expected::of_sheet(sheet);
            for (key, content) in implied.0 {
                if is_clean(&key) {
                    expected.0.insert(key, content);
                } else if key.1 == "period-without-rows" {
                    assert!(
                        planted
                            .iter()
                            .any(|it| planting.kinds[it.kind].check == "outside-window")
                    );
                    expected.0.insert(key, content);
                } else {
                    assert_eq!(expected.0.get(&key), Some(&content), "{key:?}");
                }
            }
        }
        // A simple search in all rows has the same findings about constraints.
        let mut constraints = expected.clone();
        constraints
            .0
            .retain(|(_, check, _), _| check.starts_with("constraint-"));
        assert_eq!(constraints, expected::of_constraints(&sheets));
        let report = check(&sheets, 1 + round % 2);
        assert_eq!(report.constraints_not_computed, []);
        assert_found(&report, expected, &format!("round {round}"));
    }
}

#[test]
fn delivery_without_errors_has_no_finding() {
    let sheets = clean::sheets(model());
    let report = check(&sheets, 2);
    assert_eq!(report.constraints_not_computed, []);
    assert_found(&report, clean_findings(&sheets), "no error");
    let naive = sheets.iter().fold(Findings::default(), |mut all, sheet| {
        all.extend(expected::of_sheet(sheet));
        all
    });
    assert_eq!(naive, clean_findings(&sheets));
    assert_eq!(expected::of_constraints(&sheets), Findings::default());
}

/// Plants errors of columns and periods as a whole, and asserts that exactly these are found.
fn plant_in_sheets(model: &Model, numbers: &mut Numbers) {
    for change in &whole::CHANGES {
        for variant in 0..whole::VARIANTS {
            let mut sheets = clean::sheets(model);
            for sheet in &mut sheets {
                let places = (change.apply)(sheet, variant);
                let number = whole::found_by_search(sheet, change, &places);
                if number > 0 {
                    let key = (sheet.block.id.to_string(), change.check);
                    *numbers.entry(key).or_default() += number;
                }
            }
            let expected = whole::expected(&sheets);
            for key in expected.0.keys() {
                let check = &*key.1;
                let is_expected =
                    check == change.check || change.implied.contains(&check) || is_clean(key);
                assert!(is_expected, "{key:?} after {}", change.check);
            }
            let report = check(&sheets, 1 + variant);
            assert_eq!(report.constraints_not_computed, []);
            assert_found(&report, expected, &format!("{} {variant}", change.check));
        }
    }
}

/// Plants invalid headers, each in a file of its own, and asserts that these alone are found.
fn plant_headers(model: &Model, numbers: &mut Numbers) {
    let sheets = clean::sheets(model);
    let folder = tempfile::tempdir().unwrap();
    let mut expected = Vec::new();
    for sheet in &sheets {
        let block = folder.path().join(&*sheet.block.id);
        fs::create_dir(&block).unwrap();
        let headers = whole::invalid_headers(sheet);
        for (place, header) in headers.iter().enumerate() {
            assert!(
                !typed::is_header(sheet, header),
                "{}",
                String::from_utf8_lossy(header)
            );
            let rows = sheet.rows.iter().take(3).flat_map(Row::line);
            let text: Vec<_> = header.iter().copied().chain(rows).collect();
            fs::write(block.join(format!("{place:02}.csv")), text).unwrap();
        }
        let lines: Vec<_> = (0..5)
            .map(|place| format!("{}/{place:02}.csv:1", sheet.block.id))
            .collect();
        expected.push((
            sheet.block.id.to_string(),
            "invalid-header",
            headers.len() as u64,
            lines,
        ));
        numbers.insert(
            (sheet.block.id.to_string(), "invalid-header"),
            headers.len(),
        );
    }
    let delivery = Delivery::open(folder.path(), model).unwrap();
    let report = delivery.check(&Options::new().dialect(dialect())).unwrap();
    let found = report.findings().map(|it| {
        let lines = it.lines.iter().map(ToString::to_string).collect();
        (it.block.clone(), it.check.id, it.count, lines)
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
    assert_eq!(report.rows(), 0);
}

/// Plants files that cannot be read, and files without rows, and asserts that these alone are found.
fn plant_files(model: &Model, numbers: &mut Numbers) {
    let sheets = clean::sheets(model);
    let folder = tempfile::tempdir().unwrap();
    let mut expected = Vec::new();
    for sheet in &sheets {
        let block = folder.path().join(&*sheet.block.id);
        fs::create_dir(&block).unwrap();
        let (unreadable, empty) = whole::files_without_rows(sheet);
        for (name, bytes) in unreadable.iter().chain(&empty) {
            fs::write(block.join(name), bytes).unwrap();
        }
        for (check, files) in [
            ("unreadable-file", unreadable),
            ("file-without-rows", empty),
        ] {
            expected.push((sheet.block.id.to_string(), check, files.len() as u64));
            numbers.insert((sheet.block.id.to_string(), check), files.len());
        }
    }
    let delivery = Delivery::open(folder.path(), model).unwrap();
    let report = delivery.check(&Options::new().dialect(dialect())).unwrap();
    let found = report
        .findings()
        .map(|it| (it.block.clone(), it.check.id, it.count));
    assert_eq!(found.collect::<Vec<_>>(), expected);
    assert_eq!(report.rows(), 0);
}

/// Asserts that errors were planted for a check in a block if the model says that they are possible, and only then.
fn assert_complete(model: &Model, checks: &[&'static Check], numbers: &Numbers) {
    for sheet in clean::sheets(model) {
        for check in checks {
            let number = numbers.get(&(sheet.block.id.to_string(), check.id));
            assert_eq!(
                number.is_some(),
                possible::is_possible(&sheet, check.id),
                "{} {}",
                sheet.block.id,
                check.id
            );
        }
    }
}

/// Returns the numbers as a table: the checks, each with its blocks.
fn table(model: &Model, numbers: &Numbers) -> String {
    let of_check = |check: &&Check| {
        let number = |block: &str| numbers.get(&(block.to_owned(), check.id)).copied();
        let blocks = model.blocks.iter().filter_map(|block| {
            let number = number(&block.id)?;
            Some(format!("\n  {}: {number}", block.id))
        });
        let blocks: Vec<_> = blocks.collect();
        let total = model.blocks.iter().filter_map(|block| number(&block.id));
        format!("{}: {}{}", check.id, total.sum::<usize>(), blocks.concat())
    };
    let checks: Vec<_> = CHECKS.iter().map(of_check).collect();
    checks.join("\n")
}

#[test]
fn each_planted_error_is_found_by_its_check() {
    let mut numbers = Numbers::new();
    plant_in_rows(model(), ROUNDS, &mut numbers);
    plant_in_sheets(model(), &mut numbers);
    plant_headers(model(), &mut numbers);
    plant_files(model(), &mut numbers);
    assert_complete(model(), CHECKS, &numbers);
    insta::assert_snapshot!(table(model(), &numbers));
}

#[test]
fn each_planted_error_is_found_with_supplied_lists() {
    let model = supplied::model_with_lists(model());
    let sheets = clean::sheets(&model);
    assert_found(&check(&sheets, 1), clean_findings(&sheets), "no error");
    let mut numbers = Numbers::new();
    plant_in_rows(&model, ROUNDS_OF_SUPPLIED, &mut numbers);
    let is_of_whole = |check: &Check| {
        let mut changes = whole::CHANGES.iter();
        ["unreadable-file", "invalid-header", "file-without-rows"].contains(&check.id)
            || changes.any(|change| change.check == check.id)
    };
    let mut of_rows = CHECKS.to_vec();
    of_rows.retain(|check| !is_of_whole(check));
    assert_complete(&model, &of_rows, &numbers);
    insta::assert_snapshot!(table(&model, &numbers));
}
