//! Changes of the rules of rows.

use super::*;

fn compare(operator: Operator, column: &'static str, limit: i64) -> Expr {
    Expr::binary(
        operator,
        Expr::column(column),
        Literal::Number(limit).into(),
    )
}

fn renewals(operator: Operator, limit: i64) -> Expr {
    compare(operator, "renewals", limit)
}

/// Returns a change that gives the loans these conditions in addition to their own.
fn with(conditions: Vec<Expr>) -> impl Fn(&mut Model) {
    move |model| {
        let rules = &mut block(model, "loan").rules;
        rules.truncate(1);
        for (index, condition) in conditions.iter().enumerate() {
            let message = label("een voorwaarde", "a condition");
            rules.push(Rule::new(
                format!("rule_{index}"),
                message,
                condition.clone(),
            ));
        }
    }
}

#[test]
fn rule_is_tightened_or_loosened() {
    use Operator::{Less, LessOrEqual};
    let (few, fewer) = (renewals(LessOrEqual, 3), renewals(Less, 3));
    let found = findings(with(vec![few.clone()]), with(vec![fewer.clone()]));
    assert_eq!(ids(&found), [("R003", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    assert_eq!(found[0].message, "renewals <= 3 -> renewals < 3");
    let found = findings(with(vec![fewer]), with(vec![few]));
    assert_eq!(ids(&found), [("R004", Class::Compatible)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
}

#[test]
fn rule_that_follows_from_the_others_adds_nothing() {
    use Operator::LessOrEqual;
    let few = renewals(LessOrEqual, 2);
    let more = renewals(LessOrEqual, 4);
    let found = findings(with(vec![few.clone()]), with(vec![few, more.clone()]));
    assert_eq!(ids(&found), [("R001", Class::Compatible)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    let found = findings(unchanged, with(vec![more]));
    assert_eq!(ids(&found), [("R001", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
}

/// The column has no value above 5.
#[test]
fn rule_that_follows_from_the_type_adds_nothing() {
    let found = findings(unchanged, with(vec![renewals(Operator::LessOrEqual, 9)]));
    assert_eq!(ids(&found), [("R001", Class::Compatible)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

#[test]
fn rule_that_no_row_violates_may_be_undecided() {
    let month = || Expr::column("loan_month");
    let always = Expr::binary(Operator::LessOrEqual, month(), month());
    let found = findings(unchanged, with(vec![always]));
    assert_eq!(ids(&found), [("R001", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::Undecided, Verdict::Yes));
}

#[test]
fn months_that_may_not_be_equal_any_more_are_a_tightened_rule() {
    let found = findings(unchanged, |model| {
        let months = [Expr::column("return_month"), Expr::column("loan_month")];
        let [back, out] = months;
        block(model, "loan").rules[0].expression = Expr::binary(Operator::Greater, back, out);
    });
    assert_eq!(ids(&found), [("R003", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
}

#[test]
fn equal_months_are_in_order_too() {
    let (out, back) = (Expr::column("loan_month"), Expr::column("return_month"));
    let equal = |left: &Expr, right: &Expr| {
        let condition = Expr::binary(Operator::Equal, left.clone(), right.clone());
        move |model: &mut Model| block(model, "loan").rules[0].expression = condition.clone()
    };
    for condition in [equal(&out, &back), equal(&back, &out)] {
        let found = findings(unchanged, condition);
        assert_eq!(ids(&found), [("R003", Class::Breaking)]);
        assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    }
}

/// A rule about codes: the list of a stored code, and its alias.
#[test]
fn rule_about_codes_is_compared_by_its_options() {
    let sex = |codes: &[&'static str]| {
        let code = |code: &&'static str| Literal::Code {
            list: "sex".into(),
            code: (*code).into(),
        };
        let options = codes.iter().map(code).collect();
        let condition = Expr::one_of(Expr::column("sex"), options);
        move |model: &mut Model| {
            let message = label("een geslacht", "a sex");
            block(model, "member").rules = vec![Rule::new("sex", message, condition.clone())];
        }
    };
    let found = findings(sex(&["M", "V"]), sex(&["M"]));
    assert_eq!(ids(&found), [("R003", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    let found = findings(sex(&["M"]), sex(&["V"]));
    assert_eq!(ids(&found), [("R005", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::No));
    // `F` is stored as `V`.
    let found = findings(sex(&["F"]), sex(&["V"]));
    assert_eq!(ids(&found), [("R006", Class::Doc)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

/// The observation period of a row is within the window.
#[test]
fn rule_about_years_is_compared_within_the_window() {
    let from = |year| {
        move |model: &mut Model| {
            let year = Literal::from(Year::new(year));
            let condition =
                Expr::binary(Operator::GreaterOrEqual, Expr::column("year"), year.into());
            let message = label("niet vroeger", "not earlier");
            block(model, "member").rules = vec![Rule::new("late", message, condition)];
        }
    };
    let found = findings(from(2012), from(2013));
    assert_eq!(ids(&found), [("R003", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    let found = findings(from(2009), from(2010));
    assert_eq!(ids(&found), [("R006", Class::Doc)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

/// Old rows do not have the column, so that nothing in them violates the rule.
#[test]
fn rule_about_a_new_column_is_not_violated_by_old_rows() {
    let found = findings(
        |model| block(model, "loan").fields.truncate(3),
        |model| {
            let mut whole = example_model();
            block(model, "loan").fields = block(&mut whole, "loan").fields.clone();
            with(vec![renewals(Operator::LessOrEqual, 3)])(model);
        },
    );
    let rule = found.iter().find(|finding| finding.rule.id == "R001");
    assert_eq!(rows(rule.unwrap()), (Verdict::Undecided, Verdict::Yes));
}

#[test]
fn rule_with_another_id_is_the_same_rule() {
    let found = findings(unchanged, |model| {
        block(model, "loan").rules[0].id = "order".into();
    });
    assert_eq!(ids(&found), [("R009", Class::Risky)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

/// Conditions on the number of renewals.
fn conditions() -> impl Strategy<Value = Expr> {
    let operators = <Operator as strum::VariantArray>::VARIANTS;
    let comparison = (0..6_usize, -1_i64..7, any::<bool>());
    let comparison = comparison.prop_map(|(operator, limit, is_turned)| {
        let (column, limit) = (Expr::column("renewals"), Literal::Number(limit).into());
        let operator = operators[operator];
        if is_turned {
            Expr::binary(operator, limit, column)
        } else {
            Expr::binary(operator, column, limit)
        }
    });
    let options = proptest::collection::vec(-1_i64..7, 0..4).prop_map(|options| {
        let options = options.into_iter().map(Literal::Number).collect();
        Expr::one_of(Expr::column("renewals"), options)
    });
    let leaf = prop_oneof![
        4 => comparison,
        2 => options,
        1 => Just(Expr::is_null(Expr::column("renewals"))),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(Expr::not),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| Expr::binary(
                Operator::And,
                left,
                right
            )),
            (inner.clone(), inner).prop_map(|(left, right)| Expr::binary(
                Operator::Or,
                left,
                right
            )),
        ]
    })
}

/// Returns the truth of a condition for a number of renewals, as in SQL.
fn truth(condition: &Expr, renewals: Option<i64>) -> Option<bool> {
    let number = |expression: &Expr| match expression {
        Expr::Literal(Literal::Number(number)) => Some(*number),
        _ => renewals,
    };
    match condition {
        Expr::Not(operand) => truth(operand, renewals).map(|truth| !truth),
        Expr::IsNull(_) => Some(renewals.is_none()),
        Expr::OneOf { options, .. } if options.is_empty() => Some(false),
        Expr::OneOf { options, .. } => {
            let renewals = renewals?;
            Some(options.contains(&Literal::Number(renewals)))
        }
        Expr::Binary {
            operator,
            left,
            right,
        } => {
            if matches!(operator, Operator::And | Operator::Or) {
                let both = [truth(left, renewals), truth(right, renewals)];
                let decisive = *operator == Operator::Or;
                if both.contains(&Some(decisive)) {
                    return Some(decisive);
                }
                return (!both.contains(&None)).then_some(!decisive);
            }
            let (left, right) = (number(left)?, number(right)?);
            Some(match operator {
                Operator::Equal => left == right,
                Operator::NotEqual => left != right,
                Operator::Less => left < right,
                Operator::LessOrEqual => left <= right,
                Operator::Greater => left > right,
                _ => left >= right,
            })
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The verdicts about rules are those of trying each value, for rules about one number.
    #[test]
    fn verdicts_about_conditions_are_true(
        old in conditions(),
        new in conditions(),
        other in proptest::option::of(conditions()),
    ) {
        let all = |condition: &Expr| {
            let mut all = vec![condition.clone()];
            all.extend(other.clone());
            all
        };
        let (mut before, mut after) = (example_model(), example_model());
        with(all(&old))(&mut before);
        with(all(&new))(&mut after);
        let values = || (0..=5).map(Some).chain([None]);
        let is_valid = |condition: &Expr, value: Option<i64>| {
            let of_other = other.as_ref().and_then(|other| truth(other, value));
            truth(condition, value) != Some(false) && of_other != Some(false)
        };
        let is_lost = values().any(|it| is_valid(&old, it) && !is_valid(&new, it));
        let is_new = values().any(|it| is_valid(&new, it) && !is_valid(&old, it));
        let findings = Diff::new(&before, &after).findings;
        prop_assert_eq!(findings.is_empty(), old == new);
        for finding in findings {
            let (backward, forward) = rows(&finding);
            let verdicts = [(backward, is_lost), (forward, is_new)];
            for (verdict, is_different) in verdicts {
                // A row is found if there is one.
                prop_assert_eq!(verdict == Verdict::No, is_different, "{}: {}", finding.rule.id, finding.message);
            }
        }
    }
}
