//! Verdicts and classes of changes that look harmless, or like others.

use beraad_describe::{
    AppliesTo, Block, CodeEntry, CodeForm, CodeLength, Condition, Constraint, Date, Expr, Field,
    Identity, Label, Language, Literal, Meaning, Model, NumberQuantity, Operator, Period, Quantity,
    Rule, Severity, Text, ValueType, Variable, example_model,
};
use beraad_evolve::{Class, Diff, Finding, Verdict};

fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).unwrap()
}

fn renewals(model: &mut Model) -> &mut Variable {
    let fields = block(model, "loan").fields.iter_mut();
    let mut variables = fields.filter_map(|field| match field {
        Field::Variable(variable) => Some(variable),
        _ => None,
    });
    variables
        .find(|variable| variable.id == "renewals")
        .unwrap()
}

fn sex(model: &mut Model) -> &mut Meaning {
    let mut lists = model.code_lists.iter_mut();
    let list = lists.find(|list| list.id == "sex").unwrap();
    &mut list.codes[0].meanings[0]
}

fn label(text: &'static str) -> Label {
    Label::new([(Language::EN, text), (Language::NL, text)])
}

/// Returns the only finding of a change to the example model that a first change prepares.
#[track_caller]
fn finding(prepare: impl Fn(&mut Model), change: impl Fn(&mut Model)) -> Finding {
    let mut old = example_model();
    prepare(&mut old);
    let mut new = old.clone();
    change(&mut new);
    let mut findings = Diff::new(&old, &new).findings;
    assert_eq!(findings.len(), 1, "{findings:#?}");
    findings.remove(0)
}

#[test]
fn capitals_of_a_unit_are_part_of_its_meaning() {
    let unit =
        |text: &'static str| move |model: &mut Model| renewals(model).unit = Some(label(text));
    for (old, new) in [("mGy", "MGy"), ("m", "M"), ("Mb per day", "MB per day")] {
        let found = finding(unit(old), unit(new));
        assert_eq!(
            (found.rule.id, found.class()),
            ("V020", Class::Semantic),
            "{old} {new}"
        );
    }
    // Whole words are spelled differently.
    let found = finding(unit("Renewals per month"), unit("renewals per month"));
    assert_eq!((found.rule.id, found.class()), ("V012", Class::Doc));
}

#[test]
fn replaced_column_of_a_key_decides_nothing_about_new_data() {
    let key = |names: [&'static str; 2]| {
        move |model: &mut Model| {
            let names: Vec<Text> = names.into_iter().map(Into::into).collect();
            block(model, "member").identity = Identity::Key(names);
        }
    };
    let found = finding(key(["person", "year"]), key(["sex", "year"]));
    let verdicts = found.viewpoints;
    assert_eq!(found.rule.id, "T006");
    assert_eq!(verdicts.old_data_in_new_model, Verdict::Undecided);
    assert_eq!(verdicts.new_data_in_old_model, Verdict::Undecided);
    assert_eq!(found.class(), Class::Semantic);
}

/// The constraint on the ages of members, with this severity.
fn add_constraint(model: &mut Model, severity: Severity, limits: [u8; 3]) {
    let columns = AppliesTo::Columns(vec!["member.person".into()].into());
    let mut constraint = Constraint::new("age", severity, label("an age"), columns, "paragraph 2");
    let [min, max, tolerance] = limits;
    let condition = Condition::age("birth_year".into(), "year".into(), min, max, tolerance);
    constraint.condition = Some(condition);
    model.constraints.push(constraint);
}

/// The class and the verdicts about old and new data of a change of the constraint.
fn of_constraint(
    old: (Severity, [u8; 3]),
    new: Option<(Severity, [u8; 3])>,
) -> (Class, Verdict, Verdict) {
    let found = finding(
        |model| add_constraint(model, old.0, old.1),
        |model| {
            model.constraints.pop();
            if let Some((severity, limits)) = new {
                add_constraint(model, severity, limits);
            }
        },
    );
    let it = found.viewpoints;
    (
        found.class(),
        it.old_data_in_new_model,
        it.new_data_in_old_model,
    )
}

#[test]
fn looser_constraint_may_accept_data_that_the_old_one_rejects() {
    use Severity::{Error, Warning};
    use Verdict::{Undecided, Yes};
    let ages = [18, 65, 1];
    let looser = (Class::Compatible, Yes, Undecided);
    assert_eq!(of_constraint((Error, ages), None), looser);
    assert_eq!(of_constraint((Error, ages), Some((Warning, ages))), looser);
    assert_eq!(
        of_constraint((Error, ages), Some((Error, [16, 65, 1]))),
        looser
    );
    assert_eq!(
        of_constraint((Error, ages), Some((Error, [18, 65, 2]))),
        looser
    );
    let stricter = (Class::Breaking, Undecided, Yes);
    assert_eq!(
        of_constraint((Error, ages), Some((Error, [18, 65, 0]))),
        stricter
    );
    let other = (Class::Breaking, Undecided, Undecided);
    assert_eq!(
        of_constraint((Error, ages), Some((Error, [16, 60, 1]))),
        other
    );
    // A warning rejects nothing.
    let warning = (Class::Compatible, Yes, Yes);
    assert_eq!(of_constraint((Warning, ages), None), warning);
}

#[test]
fn code_that_ended_before_the_window_is_removed() {
    // The window of the example begins in 2010.
    let end = |day: Date| move |model: &mut Model| sex(model).period = Period::new(None, Some(day));
    let during = finding(|_| {}, end(Date::ymd(2014, 12, 31)));
    assert_eq!((during.rule.id, during.class()), ("C005", Class::Risky));
    let before = finding(|_| {}, end(Date::ymd(2004, 12, 31)));
    assert_eq!((before.rule.id, before.class()), ("C005", Class::Breaking));
    assert_ne!(before.remedy, during.remedy);
}

#[test]
fn removal_that_was_announced_is_not_to_be_announced() {
    let unchanged = |model: &mut Model| drop(model.constraints.drain(..));
    let deprecated = |model: &mut Model| {
        unchanged(model);
        block(model, "loan").deprecated = Some(label("no longer"));
    };
    let remove = |model: &mut Model| model.blocks.retain(|block| block.id != "loan");
    let found = finding(unchanged, remove);
    assert_eq!((found.rule.id, found.class()), ("T001", Class::Breaking));
    let found = finding(deprecated, remove);
    assert_eq!((found.rule.id, found.class()), ("T001", Class::Risky));
    assert!(!found.remedy.contains("deprecated"), "{}", found.remedy);
}

#[test]
fn exchanged_labels_keep_their_fingerprint_in_another_order() {
    let codes = |model: &mut Model| -> Vec<CodeEntry> {
        let mut lists = model.code_lists.iter_mut();
        let list = lists.find(|list| list.id == "sex").unwrap();
        std::mem::take(&mut list.codes)
    };
    let fingerprint = |is_reversed: bool| {
        let old = example_model();
        let mut new = old.clone();
        let mut all = codes(&mut new);
        let labels: Vec<_> = all
            .iter()
            .map(|code| code.meanings[0].label.clone())
            .collect();
        for (code, label) in all.iter_mut().zip(labels.into_iter().rev()) {
            code.meanings[0].label = label;
        }
        if is_reversed {
            all.reverse();
        }
        let mut lists = new.code_lists.iter_mut();
        lists.find(|list| list.id == "sex").unwrap().codes = all;
        let findings = Diff::new(&old, &new).findings.into_iter();
        let mut swaps = findings.filter(|finding| finding.rule.id == "C010");
        swaps.next().unwrap().fingerprint
    };
    assert_eq!(fingerprint(false), fingerprint(true));
}

/// A check that may reject rows that it accepted is BREAKING, whichever check it is: only the data decide whether it does.
#[test]
fn checks_that_may_reject_old_rows_are_of_one_class() {
    let key = |names: &[&'static str]| {
        let names = names.iter().map(|name| (*name).into());
        Identity::Key(names.collect())
    };
    let unknown = || Identity::NoKnownKey(label("not known"));
    let with = |identity: Identity| {
        move |model: &mut Model| block(model, "member").identity = identity.clone()
    };
    let known = finding(with(unknown()), with(key(&["person", "year"])));
    let shorter = finding(with(key(&["person", "year"])), with(key(&["person"])));
    let constraint = finding(
        |_| {},
        |model| add_constraint(model, Severity::Error, [18, 65, 1]),
    );
    for (found, id) in [(known, "T017"), (shorter, "T006"), (constraint, "K001")] {
        assert_eq!((found.rule.id, found.class()), (id, Class::Breaking));
        let verdict = found.viewpoints.old_data_in_new_model;
        assert_eq!(verdict, Verdict::Undecided, "{id}");
    }
}

/// Gives loans a rule about the renewals.
fn with_rule(condition: Expr) -> impl Fn(&mut Model) {
    move |model| {
        let rule = Rule::new("few", label("few renewals"), condition.clone());
        block(model, "loan").rules = vec![rule];
    }
}

fn compared(operator: Operator, limit: i64) -> Expr {
    Expr::binary(
        operator,
        Expr::column("renewals"),
        Literal::Number(limit).into(),
    )
}

#[test]
fn limits_of_whole_numbers_are_compared_as_numbers() {
    use Operator::{Greater, GreaterOrEqual, Less, LessOrEqual};
    for (old, new) in [
        (compared(LessOrEqual, 3), compared(Less, 4)),
        (compared(Greater, 1), compared(GreaterOrEqual, 2)),
        (Expr::not(compared(LessOrEqual, 3)), compared(Greater, 3)),
    ] {
        let found = finding(with_rule(old.clone()), with_rule(new.clone()));
        assert_eq!((found.rule.id, found.class()), ("R006", Class::Doc));
        let found = finding(with_rule(new), with_rule(old));
        assert_eq!((found.rule.id, found.class()), ("R006", Class::Doc));
    }
    let tightened = finding(
        with_rule(compared(LessOrEqual, 3)),
        with_rule(compared(Less, 3)),
    );
    assert_eq!(tightened.rule.id, "R003");
    // Between two whole numbers there are others.
    let decimals = |model: &mut Model| {
        renewals(model).value_type = ValueType::Number {
            quantity: NumberQuantity::BuiltIn(Quantity::Count),
            min: 0,
            max: 5,
            decimals: 2,
        };
    };
    let with_decimals = |condition: Expr| {
        move |model: &mut Model| {
            decimals(model);
            with_rule(condition.clone())(model);
        }
    };
    let found = finding(
        with_decimals(compared(LessOrEqual, 3)),
        with_decimals(compared(Less, 4)),
    );
    assert_eq!((found.rule.id, found.class()), ("R004", Class::Compatible));
}

/// The two sides of a message `old -> new`.
fn sides(message: &str) -> (&str, &str) {
    let (old, new) = message.split_once(" -> ").unwrap();
    (old, new.rsplit_once(": ").map_or(new, |(new, _)| new))
}

#[test]
fn values_that_differ_never_look_equal() {
    // The codes of two lists, which a condition names by the texts alone.
    let code = |list: &'static str| {
        let code = Literal::Code {
            list: list.into(),
            code: "01".into(),
        };
        Expr::binary(Operator::Equal, Expr::column("department"), code.into())
    };
    let found = finding(with_rule(code("department")), with_rule(code("sex")));
    let (old, new) = sides(&found.message);
    assert_ne!(old, new, "{}", found.message);
    // A length that follows from the pattern.
    let form = |length| {
        move |model: &mut Model| {
            let mut lists = model.code_lists.iter_mut();
            let list = lists.find(|list| list.id == "fine_class").unwrap();
            list.form = CodeForm::new(length, Some("[0-9]{2}".parse().unwrap())).ok();
        }
    };
    let found = finding(form(None), form(CodeLength::new(2, 2)));
    let (old, new) = found.message.split_once(" -> ").unwrap();
    assert_ne!(
        Some(old),
        new.strip_suffix(": no row is affected"),
        "{}",
        found.message
    );
    // Columns that exchange their names: each side has the names of its model.
    let condition = || {
        Expr::binary(
            Operator::LessOrEqual,
            Expr::column("loan_month"),
            Expr::column("return_month"),
        )
    };
    let old = example_model();
    let mut new = old.clone();
    for field in &mut block(&mut new, "loan").fields {
        if let Field::Variable(variable) = field {
            let name = match &*variable.id {
                "loan_month" => "return_month",
                "return_month" => "loan_month",
                _ => continue,
            };
            variable.renamed_from = vec![variable.id.clone()];
            variable.id = name.into();
        }
    }
    with_rule(condition())(&mut new);
    let mut old = old;
    with_rule(condition())(&mut old);
    let findings = Diff::new(&old, &new).findings;
    let found = findings.iter().find(|it| it.rule.id == "R005").unwrap();
    assert_ne!(sides(&found.message).0, sides(&found.message).1);
}
