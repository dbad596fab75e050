//! Each check finds its error, and finds nothing in a delivery without errors.

mod common;

use std::collections::BTreeSet;
use std::fs;

use beraad_delivery::{CHECKS, Delivery, Options, Report};
use beraad_schema::describe::{
    AppliesTo, CalendarPeriod, CodeForm, Condition, Date, Expr, Field, Grain, Identity, Label,
    Language, ListStatus, Literal, Model, Operator, Period, ReadAt, Rule, Severity, example_model,
};

/// The example model, with a block that has an observation period, a list whose codes have a form, and no column of several values.
fn model() -> Model {
    let mut json = serde_json::to_value(example_model()).unwrap();
    let renewals = &mut json["blocks"][0]["fields"][4]["variable"]["value_type"];
    renewals["quantity"] = "percentage".into();
    renewals["decimals"] = 1.into();
    let mut model: Model = serde_json::from_value(json).unwrap();
    let loan = &mut model.blocks[0];
    loan.observation_period = Some("loan_month".into());
    // Another column than that of the departments, whose codes have periods of their own.
    let Field::Variable(renewals) = &mut loan.fields[4] else {
        panic!("the fifth column is a variable");
    };
    renewals.valid = Period::new(None, Some(Date::ymd(2014, 12, 31)));
    let member = &mut model.blocks[1];
    member
        .fields
        .retain(|field| !matches!(field, Field::Variable(it) if it.id == "languages"));
    let list = |model: &mut Model, id: &str| {
        model
            .code_lists
            .iter()
            .position(|list| list.id == id)
            .expect("the list")
    };
    let department = list(&mut model, "department");
    let department = &mut model.code_lists[department];
    department.status = Some(ListStatus::Delivered);
    department.complete = false;
    department.read_at = ReadAt::ObservationPeriod;
    department
        .codes
        .retain(|code| code.code.as_deref() != Some("9") && code.code.as_deref() != Some(""));
    department.codes[0].meanings.remove(0);
    let mut other = department.codes[0].clone();
    other.code = Some("02".into());
    other.aliases.clear();
    let other_entry = other.clone();
    department.codes.push(other);
    department.form = Some(CodeForm::new("2".parse().ok(), None).expect("a form"));
    let fine_class = list(&mut model, "fine_class");
    for code in ["A", "B"] {
        let mut entry = other_entry.clone();
        entry.code = Some(code.into());
        entry.meanings[0].period = Period::ALWAYS;
        model.code_lists[fine_class].codes.push(entry);
    }
    // Each reader is a member, and brings a book back in three years.
    model.constraints[0].severity = Severity::Error;
    let mut other = model.constraints[0].clone();
    other.id = "short_loans".into();
    other.severity = Severity::Warning;
    other.applies_to = AppliesTo::Columns(vec!["loan.return_month".into()].into());
    let (from, to) = ("loan_month".into(), "return_month".into());
    other.condition = Some(Condition::age(from, to, 0, 2, 1));
    model.constraints.push(other);
    model
}

const LOANS: &str = "person,loan_month,return_month,department,renewals,fine_class\n\
    1,2012-03,2012-04,01,0,A\n\
    2,2013-01,,,1,\n\
    3,2014-11,2014-12,02,2,B\n";

const MEMBERS: &str = "person,year,sex,parent_1_sex\n1,2012,M,V\n2,2013,V,M\n2,2014,V,\n\
    3,2014,M,M\n4,2014,M,M\n";

/// Loans in each month of 2012 by each member, of which some are kept.
fn loans_of_a_year(keeps: impl Fn(u32, u32) -> bool) -> String {
    let mut text = format!("{}\n", LOANS.lines().next().unwrap());
    for month in 1..=12 {
        for row in (0..40).filter(|row| keeps(month, *row)) {
            let (person, class) = (row % 4 + 1, ["A", "B"][usize::try_from(row % 2).unwrap()]);
            let renewals = f64::from(row / 4) / 10.0;
            let department = if row % 4 < 2 { "01" } else { "02" };
            let row = [
                person.to_string(),
                format!("2012-{month:02},2012-{month:02},{department}"),
                renewals.to_string(),
                class.to_owned(),
            ];
            text += &row.join(",");
            text.push('\n');
        }
    }
    text
}

/// Returns a row without its class if it is of May.
fn without_class_in_may(row: &str) -> String {
    if row.contains(",2012-05,") {
        row.replace(['A', 'B'], "")
    } else {
        row.to_owned()
    }
}

fn check(loans: &str, members: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("loan.csv"), loans).unwrap();
    fs::write(folder.path().join("member.csv"), members).unwrap();
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    delivery.check(&Options::new()).unwrap()
}

/// The ids of the checks that found something, each with its column.
fn found(report: &Report) -> Vec<(&'static str, Option<String>)> {
    report
        .findings()
        .map(|it| (it.check.id, it.column.clone()))
        .collect()
}

#[test]
fn delivery_without_errors_has_no_findings() {
    let report = check(LOANS, MEMBERS);
    assert_eq!(
        found(&report),
        [],
        "{:?}",
        report.findings().collect::<Vec<_>>()
    );
    assert!(matches!(model().blocks[1].identity, Identity::Key(_)));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a line for each check")]
fn every_check_finds_its_error() {
    let loan = |row: &str| (format!("{LOANS}{row}\n"), MEMBERS.to_owned());
    let member = |row: &str| (LOANS.to_owned(), format!("{MEMBERS}{row}\n"));
    let header = LOANS.lines().next().unwrap();
    let cases = [
        (
            "unreadable-file",
            None,
            ("PK\u{3}\u{4}".to_owned(), MEMBERS.to_owned()),
        ),
        (
            "file-without-rows",
            None,
            (header.to_owned(), MEMBERS.to_owned()),
        ),
        (
            "invalid-header",
            None,
            (LOANS.replace("person", "number"), MEMBERS.to_owned()),
        ),
        ("invalid-record", None, loan("4,2012-05")),
        (
            "missing-value",
            Some("loan_month"),
            loan("4,,2012-06,01,1,A"),
        ),
        (
            "invalid-value",
            Some("return_month"),
            loan("4,2012-05,06/2012,01,1,A"),
        ),
        (
            "outside-bounds",
            Some("renewals"),
            loan("4,2012-05,2012-06,01,6,A"),
        ),
        (
            "too-many-decimals",
            Some("renewals"),
            loan("4,2012-05,2012-06,01,1.55,A"),
        ),
        ("outside-window", Some("year"), member("5,2019,M,V")),
        (
            "outside-validity",
            Some("loan_month"),
            loan("4,2010-05,2010-06,,1,A"),
        ),
        (
            "value-outside-validity",
            Some("renewals"),
            loan("4,2015-05,2015-06,,1,A"),
        ),
        ("unknown-code", Some("sex"), member("5,2014,X,V")),
        (
            "unlisted-code",
            Some("department"),
            loan("4,2012-05,2012-06,77,1,A"),
        ),
        (
            "code-form",
            Some("department"),
            loan("4,2012-05,2012-06,777,1,A"),
        ),
        (
            "missing-mark",
            Some("department"),
            loan("4,2012-05,2012-06,NA,1,A"),
        ),
        (
            "code-without-meaning",
            Some("department"),
            loan("4,2011-05,2011-06,01,1,A"),
        ),
        (
            "near-code",
            Some("fine_class"),
            loan("4,2012-05,2012-06,01,1,a"),
        ),
        (
            "implausible-date",
            Some("return_month"),
            loan("4,2014-05,9999-12,01,1,A"),
        ),
        (
            "period-without-rows",
            Some("loan_month"),
            (loans_of_a_year(|month, _| month != 5), MEMBERS.to_owned()),
        ),
        (
            "period-without-values",
            Some("fine_class"),
            (
                loans_of_a_year(|_, _| true)
                    .split_inclusive('\n')
                    .map(without_class_in_may)
                    .collect(),
                MEMBERS.to_owned(),
            ),
        ),
        ("rule-violated", None, loan("4,2012-05,2012-04,01,1,A")),
        (
            "constraint-violated",
            Some("person"),
            loan("5,2012-05,2012-06,01,1,A"),
        ),
        (
            "constraint-unmet",
            Some("return_month"),
            loan("4,2012-05,2016-06,01,1,A"),
        ),
        ("duplicate-key", None, member("2,2013,M,M")),
        ("duplicate-row", None, loan("2,2013-01,,,1,")),
        (
            "empty-column",
            Some("fine_class"),
            (
                LOANS.replace(",A", ",").replace(",B", ","),
                MEMBERS.to_owned(),
            ),
        ),
        (
            "constant-column",
            Some("fine_class"),
            (LOANS.replace(",B", ",A"), MEMBERS.to_owned()),
        ),
    ];
    let mut tested = BTreeSet::new();
    for (check_id, column, (loans, members)) in cases {
        let report = check(&loans, &members);
        let mut found = found(&report);
        // A return in the year 9999 is not in three years either.
        found.retain(|(id, _)| check_id != "implausible-date" || *id != "constraint-unmet");
        assert_eq!(found, [(check_id, column.map(str::to_owned))], "{check_id}");
        tested.insert(check_id);
    }
    let all: BTreeSet<_> = CHECKS.iter().map(|check| check.id).collect();
    assert_eq!(tested, all);
}

#[test]
fn period_in_which_no_value_is_allowed_has_no_finding() {
    let loans = loans_of_a_year(|_, _| true);
    let loans: String = loans
        .split_inclusive('\n')
        .map(without_class_in_may)
        .collect();
    let is_reported = |model: &Model| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("loan.csv"), &loans).unwrap();
        let delivery = Delivery::open(folder.path(), model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        found(&report).contains(&("period-without-values", Some("fine_class".to_owned())))
    };
    assert!(is_reported(&model()));
    // A rule about the presence of the value and the period, in either order.
    let may = CalendarPeriod::parse(Grain::Month, "2012-05").unwrap();
    let is_other = Expr::binary(
        Operator::NotEqual,
        Expr::column("loan_month"),
        Literal::Period(may).into(),
    );
    let is_null = Expr::is_null(Expr::column("fine_class"));
    let mut with_rule = model();
    let mut add_rule = |expression: Expr| {
        let message = Label::new([(Language::EN, "no class in May")]);
        let rules = &mut with_rule.blocks[0].rules;
        rules.truncate(1);
        rules.push(Rule::new("no_class_in_may", message, expression));
        is_reported(&with_rule)
    };
    let rule = Expr::binary(Operator::Or, is_null.clone(), is_other.clone());
    assert!(!add_rule(rule));
    // A rule about another column or about the value itself does not forbid all values.
    let other = Expr::is_null(Expr::column("department"));
    let rule = Expr::binary(Operator::Or, is_null.clone(), is_other.clone());
    assert!(add_rule(Expr::binary(Operator::Or, rule, other)));
    let is_a = Expr::binary(
        Operator::Equal,
        Expr::column("fine_class"),
        Literal::Code {
            list: "fine_class".into(),
            code: "A".into(),
        }
        .into(),
    );
    let rule = Expr::binary(Operator::Or, is_null, is_other);
    assert!(add_rule(Expr::binary(Operator::Or, rule, is_a)));
    // The period of the variable.
    let mut with_period = model();
    let Field::Variable(class) = &mut with_period.blocks[0].fields[5] else {
        panic!("the last column is a variable");
    };
    class.valid = Period::new(Some(Date::ymd(2012, 6, 1)), None);
    assert!(!is_reported(&with_period));
}

#[test]
fn duplicate_key_names_the_columns_of_the_key() {
    let report = check(LOANS, &format!("{MEMBERS}2,2013,M,M\n2,2013,M,M\n"));
    let finding = report.findings().next().unwrap();
    let detail = "another row has the same `person`, `year`".to_owned();
    assert_eq!(finding.details, [(detail, 2)].into());
}

#[test]
fn line_names_its_file_where_a_block_has_several() {
    let (header, rows) = LOANS.split_once('\n').unwrap();
    let folder = tempfile::tempdir().unwrap();
    let block = folder.path().join("loan");
    fs::create_dir(&block).unwrap();
    fs::write(block.join("1.csv"), LOANS).unwrap();
    fs::write(
        block.join("2.csv"),
        format!("{header}\n\n4,2012-05\n{rows}"),
    )
    .unwrap();
    fs::write(block.join("3.csv"), rows).unwrap();
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let lines = report.findings().map(|finding| {
        let lines: Vec<_> = finding.lines.iter().map(ToString::to_string).collect();
        (finding.check.id, lines.join(" "))
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            ("invalid-header", "loan/3.csv:1".to_owned()),
            ("invalid-record", "loan/2.csv:3".to_owned()),
            (
                "duplicate-row",
                "loan/2.csv:4 loan/2.csv:5 loan/2.csv:6".to_owned()
            ),
        ]
    );
}
