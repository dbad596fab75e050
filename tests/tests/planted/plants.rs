//! Errors in single rows.

use beraad_schema::describe::{
    CodeEntry, CodeForm, CodeList, Grain, Representation, ValueType, is_missing_mark,
};

use super::clean::{ONE_ACT, code_choices, orders};
use super::sheet::{Damage, Row, Sheet};

/// An error in a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plant {
    /// The new texts of cells.
    pub(crate) edits: Vec<(usize, String)>,
    /// True if the text of the column of the error is not a value.
    pub(crate) is_invalid: bool,
    pub(crate) damage: Option<Damage>,
    /// True if the error is a copy of the row at the end of the file.
    pub(crate) is_copy: bool,
    /// The findings of other checks that follow from the error, each with its column.
    pub(crate) implied: Vec<(&'static str, Option<&'static str>)>,
}

impl Plant {
    fn new(edits: impl Into<Vec<(usize, String)>>) -> Self {
        Self {
            edits: edits.into(),
            ..Self::default()
        }
    }

    fn invalid(column: usize, text: impl Into<String>) -> Self {
        Self {
            is_invalid: true,
            ..Self::new([(column, text.into())])
        }
    }

    fn damage(damage: Damage) -> Self {
        Self {
            damage: Some(damage),
            ..Self::default()
        }
    }
}

/// Returns the error for a row, which is one of several variants; `None` if this row cannot have it.
type Make<'m> = Box<dyn Fn(&Sheet<'m>, &Row, usize) -> Option<Plant> + 'm>;

/// A kind of errors.
pub(crate) struct Kind<'m> {
    pub(crate) check: &'static str,
    /// The column that the finding names.
    pub(crate) column: Option<usize>,
    pub(crate) make: Make<'m>,
}

/// The kinds of errors of a block.
struct Kinds<'m>(Vec<Kind<'m>>);

impl<'m> Kinds<'m> {
    fn add(
        &mut self,
        check: &'static str,
        column: impl Into<Option<usize>>,
        make: impl Fn(&Sheet<'m>, &Row, usize) -> Option<Plant> + 'm,
    ) {
        self.0.push(Kind {
            check,
            column: column.into(),
            make: Box::new(make),
        });
    }

    /// Adds texts that are not values.
    fn add_texts(&mut self, check: &'static str, column: usize, texts: Vec<String>) {
        if !texts.is_empty() {
            self.add(check, column, move |_, _, variant| {
                Some(Plant::invalid(column, &*texts[variant % texts.len()]))
            });
        }
    }

    /// Adds texts that are values of the type of the column.
    fn add_codes(&mut self, check: &'static str, column: usize, texts: Vec<String>) {
        if !texts.is_empty() {
            self.add(check, column, move |_, _, variant| {
                Some(Plant::new([(column, texts[variant % texts.len()].clone())]))
            });
        }
    }
}

/// Returns the kinds of errors that a row of the block can have.
pub(crate) fn kinds<'m>(sheet: &Sheet<'m>) -> Vec<Kind<'m>> {
    let mut kinds = Kinds(Vec::new());
    for column in 0..sheet.columns.len() {
        of_texts(sheet, column, &mut kinds);
        of_dates(sheet, column, &mut kinds);
        of_codes(sheet, column, &mut kinds);
    }
    kinds.add("invalid-record", None, |_, _, variant| {
        let damage = [Damage::SurplusField, Damage::MissingField, Damage::Quote];
        Some(Plant::damage(damage[variant % 3]))
    });
    let last = sheet.columns.len() - 1;
    kinds.add("invalid-record", last, move |_, _, _| {
        Some(Plant {
            is_invalid: true,
            ..Plant::damage(Damage::NotUtf8(last))
        })
    });
    let check = if sheet.key().is_some() {
        "duplicate-key"
    } else {
        "duplicate-row"
    };
    kinds.add(check, None, |_, _, _| {
        Some(Plant {
            is_copy: true,
            ..Plant::default()
        })
    });
    of_rules(sheet, &mut kinds);
    of_constraints(sheet, &mut kinds);
    kinds.0
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|it| (*it).to_owned()).collect()
}

/// Adds texts that are not values of the type of a column.
fn of_texts<'m>(sheet: &Sheet<'m>, column: usize, kinds: &mut Kinds<'m>) {
    let described = &sheet.columns[column];
    let value_type = described.value_type();
    if !described.nullable() && !value_type.is_list() {
        kinds.add_texts("missing-value", column, texts(&[""]));
    }
    let (mut invalid, mut outside, mut decimals) = (Vec::new(), Vec::new(), Vec::new());
    match value_type.item().representation() {
        Representation::Period(grain) => {
            invalid = texts(match grain {
                Grain::Month => &[
                    "2016-13", "2016-00", "2016/03", "201603", "2016-Q1", "x", "NA",
                ],
                Grain::Quarter => &["2016-Q5", "2016-Q0", "2016Q1", "2016-03", "2016", "q1", "."],
                Grain::Year | Grain::Day => &["2015-02-29", "17/03/2016", "20160317", "x"],
            });
        }
        Representation::Whole { min, max, .. } => {
            invalid = texts(&["x", "1e", "NA", "-", "1 000", "true", "0x10"]);
            outside = vec![(min - 1).to_string(), (max + 1).to_string()];
            outside.push("99999999999999999999999".to_owned());
            // A number that is not a year is not a date.
            if *value_type.item() == (ValueType::Year {}) {
                invalid.append(&mut outside);
                invalid.extend(texts(&["16", "2016-03"]));
            }
        }
        Representation::Decimal { min, max, .. } => {
            invalid = texts(&["x", "1.5.2", "1 000", "NA", "50%", "--1"]);
            outside = vec![
                (min - 1).to_string(),
                (max + 1).to_string(),
                format!("{max}.5"),
            ];
            decimals = texts(&["0.12345", "1.55555", "33.333333333", "0.00001"]);
        }
        Representation::Flag => {
            invalid = texts(&["2", "yes", "J", "-1", "x", "NA"]);
        }
        Representation::Code { .. } => {
            invalid = vec![
                "é".to_owned(),
                " 1".to_owned(),
                "1".repeat(33),
                "1 ".to_owned(),
            ];
        }
        Representation::List { .. } => {}
    }
    if value_type.is_list() {
        let valid = match value_type.item().representation() {
            Representation::Code { .. } => "K1",
            _ => "2010",
        };
        let with_valid = invalid.iter().map(|text| format!("{valid}|{text}"));
        let with_valid: Vec<_> = with_valid.collect();
        invalid.extend(with_valid);
    }
    kinds.add_texts("invalid-value", column, invalid);
    kinds.add_texts("outside-bounds", column, outside);
    kinds.add_texts("too-many-decimals", column, decimals);
}

/// The number of years by which a row is moved to leave the window of twelve years, and the year before.
const YEARS_OUTSIDE: i32 = 13;

/// Adds dates that are not plausible, and periods outside the window.
fn of_dates<'m>(sheet: &Sheet<'m>, column: usize, kinds: &mut Kinds<'m>) {
    let value_type = sheet.columns[column].value_type();
    let Some(grain) = value_type.grain() else {
        return;
    };
    if Some(column) == sheet.observed {
        kinds.add("outside-window", column, move |sheet, row, variant| {
            let text = &row.cells[column];
            let year: i32 = text[..4].parse().ok()?;
            let is_later = variant % 2 == 0;
            let year = if is_later {
                year + YEARS_OUTSIDE
            } else {
                year - YEARS_OUTSIDE
            };
            let mut edits = vec![(column, format!("{year}{}", &text[4..]))];
            // Codes may have no meaning then, and no household has other rows then.
            for other in 0..sheet.columns.len() {
                if sheet.is_read_at_period(other)
                    || sheet.is("household", other, "reference_person_id")
                    || sheet.is("employment_line", other, "establishment_nace_code")
                {
                    edits.push((other, String::new()));
                }
            }
            Some(Plant::new(edits))
        });
        of_validity(sheet, column, kinds);
        return;
    }
    kinds.add("implausible-date", column, move |sheet, _, variant| {
        let order = orders(sheet)
            .into_iter()
            .find(|(left, right)| [*left, *right].contains(&column));
        let years = match order {
            // An end that is early would be before the start.
            Some((_, right)) if right == column => [2101, 9999],
            Some((left, _)) if sheet.columns[left].name == "cohabitation_start_date" => {
                [2150, 9999]
            }
            _ => [1849, 9999],
        };
        let year = years[variant % 2];
        let text = match grain {
            Grain::Year => year.to_string(),
            Grain::Quarter => format!("{year}-Q4"),
            Grain::Month => format!("{year}-12"),
            Grain::Day => format!("{year}-12-31"),
        };
        let text = match variant % 3 {
            _ if !sheet.columns[column].value_type().is_list() => text,
            0 => format!("2010|{text}"),
            // A row with two such dates is one row.
            1 => format!("1700|{text}"),
            _ => text,
        };
        let mut edits = vec![(column, text)];
        if let Some((left, right)) = order
            && left == column
        {
            edits.push((right, String::new()));
        }
        Some(Plant::new(edits))
    });
}

/// Adds rows of periods for which the block has no rows. `observed` is the column of the observation period.
fn of_validity<'m>(sheet: &Sheet<'m>, observed: usize, kinds: &mut Kinds<'m>) {
    if !sheet.starts_late(sheet.block.valid) {
        return;
    }
    kinds.add("outside-validity", observed, move |sheet, row, _| {
        // The clean rows are of the last five years of twelve, and a person has one row in each year.
        let year: i32 = row.cells[observed].parse().ok()?;
        let mut edits = vec![(observed, (year - 5).to_string())];
        for other in 0..sheet.columns.len() {
            if sheet.is_read_at_period(other) {
                edits.push((other, String::new()));
            }
        }
        Some(Plant::new(edits))
    });
}

/// Adds codes that the list of a column does not have, or not in the period.
fn of_codes<'m>(sheet: &Sheet<'m>, column: usize, kinds: &mut Kinds<'m>) {
    let Some(list) = sheet.list(column) else {
        return;
    };
    if list.rejects_unknown_codes() {
        let mut codes = texts(&["~~", "XYZ", "777777", "NA"]);
        codes.extend(near_codes(list));
        kinds.add_codes("unknown-code", column, codes);
    } else {
        let mut marks = texts(&["NA", "na", "NULL", "nan", "n/a", "None", "#N/A"]);
        marks.retain(|it| list.find(it).is_none());
        if sheet.columns[column].value_type().is_list() {
            let valid = code_choices(sheet, column, None);
            marks.push(format!("{}|NA", valid[0]));
            marks.push("NA|NULL".to_owned());
        }
        kinds.add_codes("missing-mark", column, marks);
        if !list.is_reference_only() {
            of_open_list(column, list, kinds);
        }
    }
    if sheet.is_read_at_period(column) {
        kinds.add(
            "code-without-meaning",
            column,
            move |sheet, row, variant| {
                let period = sheet.period(row)?;
                let codes = list
                    .published_codes()
                    .filter(|(code, entry)| !code.is_empty() && !sheet.has_meaning(entry, period));
                let codes: Vec<_> = codes.map(|(code, _)| code).collect();
                let code = codes.get(variant % codes.len().max(1))?;
                Some(Plant::new([(column, (*code).to_owned())]))
            },
        );
    }
}

fn of_open_list(column: usize, list: &CodeList, kinds: &mut Kinds<'_>) {
    let form = list.form.as_ref();
    let has_form = |text: &str| form.is_none_or(|form: &CodeForm| form.accepts(text));
    let is_other = |text: &String| list.find(text).is_none() && !is_missing_mark(text);
    let candidates = near_codes(list);
    let near: Vec<_> = candidates
        .iter()
        .filter(|it| is_other(it) && has_form(it))
        .cloned()
        .collect();
    kinds.add_codes("near-code", column, near);
    let others = (0..90).map(|number| format!("{}", 10 + number));
    let others = others.chain((0..20).map(|number| format!("ZX{number}Q")));
    let others: Vec<_> = others
        .filter(|it| is_other(it) && is_far(list, it))
        .collect();
    if list.published_codes().next().is_some() {
        let unlisted = others.iter().filter(|it| has_form(it)).cloned();
        kinds.add_codes("unlisted-code", column, unlisted.collect());
    }
    let misshapen = others.iter().chain(&candidates);
    let misshapen = misshapen.filter(|it| is_other(it) && !has_form(it));
    kinds.add_codes("code-form", column, misshapen.cloned().collect());
}

/// Returns texts that differ from a published code by a leading zero or by their case.
fn near_codes(list: &CodeList) -> Vec<String> {
    let near = |(code, _): (&str, &CodeEntry)| {
        let is_number = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
        if is_number {
            let mut near = vec![format!("0{code}"), format!("00{code}")];
            near.extend(code.strip_prefix('0').map(str::to_owned));
            near
        } else {
            vec![code.to_lowercase(), code.to_uppercase()]
        }
    };
    let near = list.published_codes().flat_map(near);
    let mut near: Vec<_> = near
        .filter(|it| !it.is_empty() && list.find(it).is_none())
        .collect();
    near.sort();
    near.dedup();
    near
}

/// Returns true if no published code differs from a text by zeros or case only.
fn is_far(list: &CodeList, text: &str) -> bool {
    let digits = |text: &str| text.parse::<u64>().ok();
    let mut codes = list.published_codes();
    codes.all(|(code, _)| {
        !code.eq_ignore_ascii_case(text) && digits(code).is_none_or(|it| digits(text) != Some(it))
    })
}

/// Adds rows that violate a rule.
fn of_rules<'m>(sheet: &Sheet<'m>, kinds: &mut Kinds<'m>) {
    for rule in &*sheet.block.rules {
        let id = &*rule.id;
        match id {
            "months_in_order" | "quarters_in_order" => {
                let &[(left, right)] = &*orders(sheet) else {
                    panic!("{}: one order", sheet.block.id);
                };
                let is_month = id == "months_in_order";
                kinds.add("rule-violated", None, move |_, _, variant| {
                    let (part, next) = (1 + variant % 3, 2 + variant % 3);
                    let year = 2003 + variant % 10;
                    let date = |part| {
                        if is_month {
                            format!("{year}-{part:02}")
                        } else {
                            format!("{year}-Q{part}")
                        }
                    };
                    Some(Plant::new([(left, date(next)), (right, date(part))]))
                });
            }
            "not_before_2000" => {
                let [start, end] = ["cohabitation_start_date", "cohabitation_end_date"]
                    .map(|it| sheet.position(it));
                kinds.add("rule-violated", None, move |_, _, variant| {
                    let date = format!("{}-Q4", 1999 - variant % 20);
                    Some(Plant::new([(start, date), (end, String::new())]))
                });
            }
            "one_self_employed_activity" => {
                let [wage, total] =
                    ["wage_job_count", "total_job_count"].map(|it| sheet.position(it));
                kinds.add("rule-violated", None, move |_, _, variant| {
                    let jobs = [(3, 2), (3, 5), (0, 2), (1, 40)][variant % 4];
                    let edits = [(wage, jobs.0.to_string()), (total, jobs.1.to_string())];
                    Some(Plant::new(edits))
                });
            }
            "establishment_from_2007" => {
                const CODE: &str = "establishment_nace_code";
                let [code, quarter] = [CODE, "quarter"].map(|it| sheet.position(it));
                // The rule and the period of the variable say the same here: each error is also one of the other check.
                for (check, column, implied) in [
                    (
                        "rule-violated",
                        None,
                        ("value-outside-validity", Some(CODE)),
                    ),
                    (
                        "value-outside-validity",
                        Some(code),
                        ("rule-violated", None),
                    ),
                ] {
                    kinds.add(check, column, move |sheet, row, variant| {
                        let codes = code_choices(sheet, code, None);
                        let is_before = *row.cells[quarter] < *"2007-Q1";
                        is_before.then(|| Plant {
                            implied: vec![implied],
                            ..Plant::new([(code, codes[variant % codes.len()].clone())])
                        })
                    });
                }
            }
            _ => panic!(
                "no error is planted for the rule `{id}` of `{}`",
                sheet.block.id
            ),
        }
    }
}

/// Adds rows that contradict other rows.
fn of_constraints<'m>(sheet: &Sheet<'m>, kinds: &mut Kinds<'m>) {
    let block = &*sheet.block.id;
    let is_person_year = block == "person_year";
    for (column, described) in sheet.columns.iter().enumerate() {
        let value_type = described.value_type();
        let is_person = matches!(value_type, ValueType::SerialNumber { of } if of == "person");
        if !is_person || is_person_year {
            continue;
        }
        let implied = match &*described.name {
            "reference_person_id" => vec![("constraint-violated", Some("reference_person_id"))],
            "partner_id" => vec![("constraint-unmet", Some("partner_id"))],
            _ => Vec::new(),
        };
        kinds.add("constraint-violated", column, move |_, _, variant| {
            Some(Plant {
                implied: implied.clone(),
                ..Plant::new([(column, (1_000 + variant).to_string())])
            })
        });
    }
    match block {
        "person_year" => {
            let [status, flag, birth] =
                ["civil_status", "is_sample_person", "birth_date"].map(|it| sheet.position(it));
            kinds.add("constraint-violated", status, move |sheet, row, variant| {
                let codes = code_choices(sheet, status, None);
                let edits = [(status, codes[variant % codes.len()].clone())];
                (row.cells[flag] == "false").then(|| Plant::new(edits))
            });
            kinds.add("constraint-violated", flag, move |_, row, variant| {
                let birth_date = ["1935-Q1", "2000-Q2", "1900-Q3"][variant % 3].to_owned();
                let edits = [(flag, "true".to_owned()), (birth, birth_date)];
                (row.cells[flag] == "false").then(|| Plant::new(edits))
            });
        }
        "household" => {
            let [children, reference, partner] =
                ["children_birth_years", "reference_person_id", "partner_id"]
                    .map(|it| sheet.position(it));
            kinds.add(
                "constraint-violated",
                children,
                move |sheet, row, variant| {
                    let years = format!("{}", 1990 + variant % 20);
                    let is_sample = sheet.person(row) % 2 == 1;
                    (!is_sample).then(|| Plant::new([(children, years)]))
                },
            );
            let before = |sheet: &Sheet<'_>, row: &Row| (sheet.person(row) - 1).to_string();
            kinds.add("constraint-violated", reference, move |sheet, row, _| {
                Some(Plant::new([(reference, before(sheet, row))]))
            });
            kinds.add("constraint-unmet", partner, move |sheet, row, _| {
                Some(Plant::new([(partner, before(sheet, row))]))
            });
        }
        "activation" => {
            let other = sheet.position("integration_type");
            for column in ONE_ACT.map(|it| sheet.position(it)) {
                kinds.add("constraint-unmet", column, move |sheet, row, variant| {
                    if row.cells[other].is_empty() {
                        return None;
                    }
                    let value_type = sheet.columns[column].value_type();
                    let text = if value_type.representation() == Representation::Flag {
                        "true".to_owned()
                    } else {
                        let codes = code_choices(sheet, column, sheet.period(row));
                        codes[variant % codes.len()].clone()
                    };
                    Some(Plant::new([(column, text)]))
                });
            }
        }
        _ => {}
    }
}

/// Returns true if no other row depends on what is changed in this one.
fn is_safe(sheet: &Sheet<'_>, row: &Row, kind: &Kind<'_>) -> bool {
    let name = kind.column.map(|it| &*sheet.columns[it].name);
    let person = || sheet.person(row) % 4;
    match (&*sheet.block.id, kind.check, name) {
        (_, "duplicate-key" | "duplicate-row", _) => true,
        ("person_year" | "household", "constraint-violated", _) => person() == 0,
        ("person_year", _, Some("civil_status"))
        | ("household", _, Some("children_birth_years")) => person() == 3,
        ("person_year" | "household", ..) => person() == 0,
        ("employment_line", check, Some("establishment_nace_code")) => {
            check == "value-outside-validity" || *row.cells[sheet.position("quarter")] >= *"2007-Q1"
        }
        _ => true,
    }
}

/// Returns the columns that are emptied, so that a value in this column meets the constraint about one act.
fn columns_of_other_act(sheet: &Sheet<'_>, column: usize) -> &'static [&'static str] {
    let name = &*sheet.columns[column].name;
    if &*sheet.block.id != "activation" {
        &[]
    } else if ["integration_type", "gpmi_type"].contains(&name) {
        &ONE_ACT
    } else if ONE_ACT.contains(&name) {
        &["integration_type", "gpmi_type"]
    } else {
        &[]
    }
}

/// Returns the row with the error; `None` if the row cannot have it.
pub(crate) fn planted<'m>(
    sheet: &Sheet<'m>,
    row: &Row,
    kind: &Kind<'m>,
    variant: usize,
) -> Option<(Row, Plant)> {
    if !is_safe(sheet, row, kind) {
        return None;
    }
    let plant = (kind.make)(sheet, row, variant)?;
    let mut row = row.clone();
    row.damage = plant.damage;
    if plant.is_invalid {
        row.invalid.extend(kind.column);
    }
    if let Some(column) = kind
        .column
        .filter(|_| !kind.check.starts_with("constraint-"))
    {
        for name in columns_of_other_act(sheet, column) {
            row.cells[sheet.position(name)].clear();
        }
    }
    for (column, text) in &plant.edits {
        row.cells[*column].clone_from(text);
    }
    Some((row, plant))
}
