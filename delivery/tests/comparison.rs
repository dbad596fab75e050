//! Two deliveries compared: each difference is found with its number, as a simple comparison of texts finds it.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use beraad_delivery::{
    BlockComparison, CodeChange, Comparison, Delivery, DeliveryError, Options, Sides,
};
use common::{folder, model};
use proptest::prelude::*;
use serde_json::Value as Json;

const LOAN_HEADER: &str = "person,loan_month,return_month,department,renewals,fine_class";
const MEMBER_HEADER: &str = "person,year,sex,parent_1_sex";

type Rows = Vec<Vec<String>>;

fn csv(header: &str, rows: &[Vec<String>]) -> String {
    let lines = rows.iter().map(|row| row.join(","));
    let lines: Vec<_> = [header.to_owned()].into_iter().chain(lines).collect();
    lines.join("\n") + "\n"
}

fn compare_files(old: &[(&str, &str)], new: &[(&str, &str)], options: &Options) -> Comparison {
    let model = model();
    let (old, new) = (folder(old), folder(new));
    let old = Delivery::open(old.path(), &model).unwrap();
    let new = Delivery::open(new.path(), &model).unwrap();
    new.compare(&old, options).unwrap()
}

fn compare_rows(file: &str, header: &str, old: &Rows, new: &Rows) -> Comparison {
    let (old, new) = (csv(header, old), csv(header, new));
    let options = Options::new().threads(NonZeroUsize::new(3).unwrap());
    compare_files(&[(file, &old)], &[(file, &new)], &options)
}

fn rows(columns: [&'static [&'static str]; 4]) -> impl Strategy<Value = Rows> {
    let row = columns.map(|values| prop::sample::select(values).prop_map(str::to_owned));
    let row = row.prop_map(Vec::from);
    prop::collection::vec(row, 0..14)
}

/// Rows of members, some without a valid key.
fn members() -> impl Strategy<Value = Rows> {
    rows([
        &["1", "2", "3", "40000", "2147483620", "x"],
        &["2011", "2012", "2016"],
        &["M", "V", "", "Q", "R7"],
        &["M", "V", ""],
    ])
}

/// Rows of loans, which have no known key.
fn loans() -> impl Strategy<Value = Rows> {
    let rows = rows([
        &["1", "2"],
        &["2011-03", "2011-04"],
        &["", "2011-05"],
        &["01", "9", "", "77"],
    ]);
    rows.prop_map(|rows| {
        let with_rest = rows.into_iter().map(|mut row| {
            row.extend(["1".to_owned(), String::new()]);
            row
        });
        with_rest.collect()
    })
}

fn number_of<'r>(
    rows: &'r Rows,
    key: impl Fn(&'r [String]) -> Vec<String>,
) -> BTreeMap<Vec<String>, u64> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(key(row)).or_default() += 1;
    }
    counts
}

fn both<K: Ord + Clone>(old: &BTreeMap<K, u64>, new: &BTreeMap<K, u64>) -> BTreeMap<K, Sides<u64>> {
    let keys: BTreeSet<&K> = old.keys().chain(new.keys()).collect();
    let side = |counts: &BTreeMap<K, u64>, key: &K| counts.get(key).copied().unwrap_or_default();
    keys.into_iter()
        .map(|key| {
            let sides = Sides {
                old: side(old, key),
                new: side(new, key),
            };
            (key.clone(), sides)
        })
        .collect()
}

/// Compares the keys of members by their texts.
fn assert_keys(block: &BlockComparison, old: &Rows, new: &Rows) {
    let valid = |rows: &Rows| -> Rows {
        let with_key = rows.iter().filter(|row| row[0] != "x");
        with_key.cloned().collect()
    };
    let (old_valid, new_valid) = (valid(old), valid(new));
    let key = |row: &[String]| row[..2].to_vec();
    let counts = both(&number_of(&old_valid, key), &number_of(&new_valid, key));
    let keys = block.keys.as_ref().unwrap();
    let number =
        |is: fn(u64, u64) -> bool| counts.values().filter(|it| is(it.old, it.new)).count() as u64;
    assert_eq!(keys.gone, number(|old, new| (old, new) == (1, 0)));
    assert_eq!(keys.added, number(|old, new| (old, new) == (0, 1)));
    assert_eq!(keys.repeated.old, number(|old, _| old > 1));
    assert_eq!(keys.repeated.new, number(|_, new| new > 1));
    assert_eq!(keys.without_key.old, (old.len() - old_valid.len()) as u64);
    assert_eq!(keys.without_key.new, (new.len() - new_valid.len()) as u64);
    let find = |rows: &'_ Rows, key: &[String]| {
        rows.iter().find(|row| row[..2] == *key).unwrap()[2..].to_vec()
    };
    let (mut changed, mut unchanged, mut by_column) = (0, 0, [0, 0]);
    for (key, _) in counts.iter().filter(|(_, it)| (it.old, it.new) == (1, 1)) {
        let (old, new) = (find(&old_valid, key), find(&new_valid, key));
        for (count, (old, new)) in by_column.iter_mut().zip(old.iter().zip(&new)) {
            *count += u64::from(old != new);
        }
        if old == new {
            unchanged += 1;
        } else {
            changed += 1;
        }
    }
    assert_eq!((keys.changed, keys.unchanged), (changed, unchanged));
    let found: Vec<_> = block.columns.iter().map(|it| it.changed).collect();
    assert_eq!(found, [None, None, Some(by_column[0]), Some(by_column[1])]);
}

fn assert_periods(block: &BlockComparison, old: &Rows, new: &Rows) {
    let year = |row: &[String]| vec![row[1].clone()];
    let expected = both(&number_of(old, year), &number_of(new, year));
    let found = block
        .periods
        .iter()
        .map(|it| (vec![it.period.clone()], it.rows));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
}

fn assert_persons(block: &BlockComparison, old: &Rows, new: &Rows) {
    let persons = |rows: &Rows| -> BTreeSet<String> {
        let persons = rows.iter().map(|row| row[0].clone());
        persons.filter(|person| person != "x").collect()
    };
    let (old, new) = (persons(old), persons(new));
    let unit = &block.units[0];
    assert!(unit.is_own && unit.subject == "person");
    assert_eq!(unit.counts.units.old, old.len() as u64);
    assert_eq!(unit.counts.units.new, new.len() as u64);
    assert_eq!(unit.counts.gone, old.difference(&new).count() as u64);
    assert_eq!(unit.counts.added, new.difference(&old).count() as u64);
}

/// Compares the codes of a column by their texts. `shown` is the form of a text.
fn assert_codes(
    block: &BlockComparison,
    place: usize,
    old: &Rows,
    new: &Rows,
    shown: fn(&str) -> String,
) {
    let counts = |rows: &Rows| -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for row in rows.iter().filter(|row| !row[place].is_empty()) {
            *counts.entry(shown(&row[place])).or_default() += 1;
        }
        counts
    };
    let (old_counts, new_counts) = (counts(old), counts(new));
    let (old_total, new_total): (u64, u64) = (old_counts.values().sum(), new_counts.values().sum());
    let column = &block.columns[place];
    assert_eq!(column.without_value.old, old.len() as u64 - old_total);
    assert_eq!(column.without_value.new, new.len() as u64 - new_total);
    let codes = column.codes.as_ref().unwrap();
    assert_eq!(
        codes.values,
        Sides {
            old: old_total,
            new: new_total
        }
    );
    let found: BTreeMap<_, _> = codes
        .differences
        .iter()
        .map(|it| (it.code.clone(), it.change))
        .collect();
    let mut expected = BTreeMap::new();
    if old_total > 0 && new_total > 0 {
        for (code, count) in both(&old_counts, &new_counts) {
            let shift = (count.old * new_total).abs_diff(count.new * old_total);
            let change = match (count.old, count.new) {
                (0, _) => CodeChange::Appeared,
                (_, 0) => CodeChange::Vanished,
                _ if shift * 20 >= old_total * new_total => CodeChange::Shifted,
                _ => continue,
            };
            expected.insert(code, change);
        }
    }
    assert_eq!(found, expected);
}

/// Exchanges the two sides of a comparison in JSON.
fn mirrored(json: &Json) -> Json {
    let opposite = |text: &str| match text {
        "old" => "new".to_owned(),
        "new" => "old".to_owned(),
        "gone" => "added".to_owned(),
        "added" => "gone".to_owned(),
        "appeared" => "vanished".to_owned(),
        "vanished" => "appeared".to_owned(),
        other => other.to_owned(),
    };
    match json {
        Json::Object(map) => {
            let map = map
                .iter()
                .map(|(key, value)| (opposite(key), mirrored(value)));
            Json::Object(map.collect())
        }
        Json::Array(items) => items.iter().map(mirrored).collect(),
        Json::String(text) => Json::String(opposite(text)),
        other => other.clone(),
    }
}

fn assert_mirrored(one: &Comparison, other: &Comparison) {
    let json = |comparison| serde_json::to_value(comparison).unwrap();
    assert_eq!(mirrored(&json(one)), json(other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn differences_of_a_block_with_a_key_are_found(old in members(), new in members()) {
        let comparison = compare_rows("member.csv", MEMBER_HEADER, &old, &new);
        let block = &comparison.blocks[0];
        prop_assert_eq!(block.rows, Sides { old: old.len() as u64, new: new.len() as u64 });
        assert_keys(block, &old, &new);
        assert_periods(block, &old, &new);
        assert_persons(block, &old, &new);
        assert_codes(block, 2, &old, &new, |text| match text {
            "Q" => "A".to_owned(),
            "R7" => "A9".to_owned(),
            listed => listed.to_owned(),
        });
        assert_codes(block, 3, &old, &new, str::to_owned);
        let back = compare_rows("member.csv", MEMBER_HEADER, &new, &old);
        assert_mirrored(&comparison, &back);
    }

    #[test]
    fn differences_of_a_block_without_a_key_are_found(old in loans(), new in loans()) {
        let comparison = compare_rows("loan.csv", LOAN_HEADER, &old, &new);
        let block = &comparison.blocks[0];
        let whole = |row: &[String]| row.to_vec();
        let counts = both(&number_of(&old, whole), &number_of(&new, whole));
        let found = block.whole_rows.unwrap();
        prop_assert_eq!(found.gone, counts.values().map(|it| it.old.saturating_sub(it.new)).sum::<u64>());
        prop_assert_eq!(found.added, counts.values().map(|it| it.new.saturating_sub(it.old)).sum::<u64>());
        prop_assert_eq!(found.unchanged, counts.values().map(|it| it.old.min(it.new)).sum::<u64>());
        assert_persons(block, &old, &new);
        assert_mirrored(&comparison, &compare_rows("loan.csv", LOAN_HEADER, &new, &old));
    }

    #[test]
    fn delivery_has_no_differences_from_itself_in_another_order(rows in members(), loans in loans()) {
        let reversed = |rows: &Rows| -> Rows { rows.iter().rev().cloned().collect() };
        let (old_members, old_loans) = (csv(MEMBER_HEADER, &rows), csv(LOAN_HEADER, &loans));
        let (new_members, new_loans) = (csv(MEMBER_HEADER, &reversed(&rows)), csv(LOAN_HEADER, &reversed(&loans)));
        let comparison = compare_files(
            &[("member.csv", &old_members), ("loan.csv", &old_loans)],
            &[("member.csv", &new_members), ("loan.csv", &new_loans)],
            &Options::new(),
        );
        prop_assert!(!comparison.has_differences(), "{:?}", comparison);
    }
}

/// The number of rows of files with several parts.
const MANY: u64 = 90_000;

#[test]
fn differences_in_files_of_many_parts_are_counted() {
    let row = |person: u64| {
        let sex = if person.is_multiple_of(3) { "M" } else { "V" };
        vec![
            (person / 2 + 1).to_string(),
            (2011 + person % 2).to_string(),
            sex.to_owned(),
            String::new(),
        ]
    };
    let old: Rows = (0..MANY).map(row).collect();
    let new: Rows = (MANY / 10..MANY + 700)
        .map(|person| {
            let mut row = row(person);
            if person < MANY && person.is_multiple_of(10) {
                row[3] = "M".to_owned();
            }
            if person < MANY && person.is_multiple_of(100) {
                row[2] = String::new();
            }
            row
        })
        .collect();
    let text = csv(MEMBER_HEADER, &new);
    let (first, second) = text.split_at(text.len() / 2);
    let (end, start) = second.split_once('\n').unwrap();
    let (first, second) = (
        format!("{first}{end}\n"),
        format!("{MEMBER_HEADER}\n{start}"),
    );
    let comparison = compare_files(
        &[("member.csv", &csv(MEMBER_HEADER, &old))],
        &[("member/1.csv", &first), ("member/2.csv", &second)],
        &Options::new().threads(NonZeroUsize::new(4).unwrap()),
    );
    let block = &comparison.blocks[0];
    let keys = block.keys.as_ref().unwrap();
    let kept = MANY - MANY / 10;
    assert_eq!(
        (keys.gone, keys.added, keys.changed),
        (MANY / 10, 700, kept / 10)
    );
    assert_eq!(keys.unchanged, kept - kept / 10);
    let changed: Vec<_> = block.columns.iter().map(|it| it.changed).collect();
    assert_eq!(changed, [None, None, Some(kept / 100), Some(kept / 10)]);
    assert_eq!(block.units[0].counts.gone, MANY / 20);
    assert_eq!(block.units[0].counts.added, 350);
    let of_all = &comparison.subjects[0];
    assert_eq!(
        (of_all.subject.as_str(), of_all.counts),
        ("person", block.units[0].counts)
    );
}

#[test]
fn missing_and_empty_columns_and_blocks_are_named() {
    let comparison = compare_files(
        &[
            ("member.csv", "person,year,sex\n1,2011,M\n2,2011,V\n"),
            ("loan.csv", &format!("{LOAN_HEADER}\n1,2011-03,,01,2,\n")),
        ],
        &[(
            "member.csv",
            "person,year,sex,parent_1_sex\n1,2011,,M\n2,2011,,\n",
        )],
        &Options::new(),
    );
    let [loan, member] = &comparison.blocks[..] else {
        panic!("two blocks");
    };
    assert_eq!(
        loan.has_file(),
        Sides {
            old: true,
            new: false
        }
    );
    assert!(loan.has_differences() && loan.whole_rows.is_none());
    assert_eq!(
        (
            loan.units[0].counts.gone,
            comparison.subjects[0].counts.gone
        ),
        (1, 0)
    );
    let column = |name: &str| member.columns.iter().find(|it| it.column == name).unwrap();
    assert_eq!(
        column("parent_1_sex").is_in_file,
        Sides {
            old: false,
            new: true
        }
    );
    assert_eq!(
        column("sex").is_empty(member.rows),
        Sides {
            old: false,
            new: true
        }
    );
    assert_eq!(column("sex").changed, Some(2));
    assert!(column("sex").codes.as_ref().unwrap().differences.is_empty());
    // Its values would make each key another one.
    assert_eq!(column("parent_1_sex").changed, None);
}

#[test]
fn rows_are_compared_without_the_columns_of_one_delivery() {
    let comparison = compare_files(
        &[
            ("member.csv", "person,year,sex\n1,2011,M\n2,2011,V\n"),
            ("loan.csv", "person,loan_month\n1,2011-03\n2,2011-03\n"),
        ],
        &[
            (
                "member.csv",
                "person,year,sex,parent_1_sex\n1,2011,M,M\n2,2011,M,V\n",
            ),
            (
                "loan.csv",
                "person,loan_month,renewals\n1,2011-03,1\n2,2011-04,2\n",
            ),
        ],
        &Options::new(),
    );
    let [loan, member] = &comparison.blocks[..] else {
        panic!("two blocks");
    };
    let keys = member.keys.as_ref().unwrap();
    assert_eq!((keys.changed, keys.unchanged), (1, 1));
    let rows = loan.whole_rows.as_ref().unwrap();
    assert_eq!((rows.gone, rows.added, rows.unchanged), (1, 1, 1));
}

#[test]
fn unread_records_are_counted() {
    let new = "person,year,sex,parent_1_sex\n1,2011,M,M\n2,2011\n";
    let comparison = compare_files(
        &[("member.csv", "person,year\n1,2011\n")],
        &[("member.csv", new)],
        &Options::new(),
    );
    let block = &comparison.blocks[0];
    assert_eq!(block.unread_records, Sides { old: 0, new: 1 });
    assert_eq!(block.rows, Sides { old: 1, new: 1 });
}

#[test]
fn block_with_a_file_that_was_not_read_is_not_compared() {
    let members = format!("{MEMBER_HEADER}\n1,2011,M,M\n2,2011,V,M\n");
    let loans = format!("{LOAN_HEADER}\n1,2011-03,,01,2,\n");
    let unread = [
        ("member/2.csv", "number,year\n3,2011\n"),
        ("member/2.csv.gz", "x"),
        ("member/2.parquet", &*members),
    ];
    for (name, text) in unread {
        let whole = [("member/1.csv", &*members), ("loan.csv", &*loans)];
        let with_unread = [&whole[..], &[(name, text)]].concat();
        for is_old in [true, false] {
            let (old, new) = if is_old {
                (&with_unread[..], &whole[..])
            } else {
                (&whole[..], &with_unread[..])
            };
            let comparison = compare_files(old, new, &Options::new());
            let [loan, member] = &*comparison.blocks else {
                panic!("two blocks");
            };
            assert!(loan.is_compared() && !member.is_compared(), "{name}");
            assert_eq!(comparison.unread_files(), 1);
            let files = member.unread();
            let files = if is_old { files.old } else { files.new };
            assert_eq!(files[0].path, name);
            assert!(files[0].unread.is_some());
            // No person of the file is gone or new.
            assert!(!comparison.has_differences(), "{name}");
            let subjects = comparison.subjects.iter();
            assert!(
                subjects
                    .map(|it| it.counts.gone + it.counts.added)
                    .sum::<u64>()
                    == 0
            );
            assert!(member.keys.is_none() && member.units.is_empty());
        }
    }
}

#[test]
fn file_that_changes_while_it_is_read_is_an_error() {
    let model = model();
    let file = |sex: &str| format!("{MEMBER_HEADER}\n1,2011,{sex},M\n");
    let (old, new) = (
        folder(&[("member.csv", &file("M"))]),
        folder(&[("member.csv", &file("V"))]),
    );
    let path = old.path().join("member.csv");
    let old = Delivery::open(old.path(), &model).unwrap();
    let new = Delivery::open(new.path(), &model).unwrap();
    let mut read = Vec::new();
    let compared = new.compare_with_progress(&old, &Options::new(), |name| {
        read.push(name.to_owned());
        if read.len() == 2 {
            std::fs::write(&path, file("")).unwrap();
        }
    });
    assert_eq!(
        read,
        [
            "member.csv of the old delivery",
            "member.csv of the new delivery",
            "member.csv of the old delivery"
        ]
    );
    assert!(matches!(compared, Err(DeliveryError::Changed { .. })));
}
