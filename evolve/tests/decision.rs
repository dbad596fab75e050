//! The rules about the decision, the rules of rows, constraints, subjects and texts.

use beraad_describe::{
    Block, Date, Expr, Field, Grain, Heading, Label, Language, Literal, Model, NumberQuantity,
    Observation, Operator, Paragraph, Quantity, Retention, Rule, Severity, Term, ValueType, Window,
    Year, YearMonth, YearlyStates, example_model,
};
use beraad_evolve::{Class, Diff, Finding, Verdict};
use proptest::prelude::*;

/// Returns the findings of a change to the example model.
fn findings(old: impl Fn(&mut Model), new: impl Fn(&mut Model)) -> Vec<Finding> {
    let (mut before, mut after) = (example_model(), example_model());
    old(&mut before);
    old(&mut after);
    new(&mut after);
    Diff::new(&before, &after).findings
}

/// Returns the id and the worst class of each finding.
fn ids(findings: &[Finding]) -> Vec<(&'static str, Class)> {
    let ids = findings
        .iter()
        .map(|finding| (finding.rule.id, finding.class()));
    ids.collect()
}

fn unchanged(_: &mut Model) {}

fn rows(finding: &Finding) -> (Verdict, Verdict) {
    let viewpoints = finding.viewpoints;
    (
        viewpoints.old_data_in_new_model,
        viewpoints.new_data_in_old_model,
    )
}

fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).unwrap()
}

fn label(nl: &'static str, en: &'static str) -> Label {
    Label::new([(Language::NL, nl), (Language::EN, en)])
}

#[test]
fn window_that_moves_to_both_sides_is_extended() {
    let found = findings(unchanged, |model| {
        model.deliberation.window = Window::of_years(2008, 2017);
    });
    assert_eq!(ids(&found), [("D001", Class::Disclosure)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
    assert_eq!(found[0].message, "2010-2015 -> 2008-2017");
}

#[test]
fn window_that_gains_and_loses_years_is_moved() {
    let found = findings(unchanged, |model| {
        model.deliberation.window = Window::of_years(2012, 2017);
    });
    assert_eq!(ids(&found), [("D003", Class::Breaking)]);
    assert_eq!(found[0].classes, [Class::Breaking, Class::Disclosure]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::No));
}

/// Years are accepted as a whole, so that the rows of a block with years do not notice.
#[test]
fn window_that_grows_by_days_accepts_the_same_years() {
    let found = findings(unchanged, |model| {
        let (from, to) = (Date::ymd(2009, 7, 1), Some(Date::ymd(2015, 12, 31)));
        model.deliberation.window = Window::Period { from, to };
    });
    assert_eq!(ids(&found), [("D001", Class::Disclosure)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

/// A window that begins within a year does not accept the state at the end of the year before it.
#[test]
fn extended_window_may_lose_the_year_before_it() {
    let year_end = |model: &mut Model| {
        model.deliberation.paragraphs[1].yearly_states = Some(YearlyStates::YearEnd);
    };
    let found = findings(year_end, |model| {
        let (from, to) = (Date::ymd(2009, 7, 1), Some(Date::ymd(2015, 12, 31)));
        model.deliberation.window = Window::Period { from, to };
    });
    assert_eq!(ids(&found), [("D001", Class::Disclosure)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
}

#[test]
fn window_written_as_years_is_the_same_window() {
    let found = findings(unchanged, |model| {
        model.deliberation.window = Window::Years((2010..=2015).collect());
    });
    assert_eq!(ids(&found), [("D004", Class::Doc)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    let found = findings(unchanged, |model| {
        model.deliberation.window = Window::Years(vec![2010, 2012, 2015]);
    });
    assert_eq!(ids(&found), [("D002", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
}

#[test]
fn window_without_observation_periods_decides_about_no_row() {
    let found = findings(
        |model| model.blocks.truncate(1),
        |model| model.deliberation.window = Window::of_years(2012, 2013),
    );
    assert_eq!(ids(&found), [("D002", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

#[test]
fn yearly_state_of_another_day_moves_the_first_year() {
    let year_end = |model: &mut Model| {
        model.deliberation.paragraphs[1].yearly_states = Some(YearlyStates::YearEnd);
    };
    let found = findings(unchanged, year_end);
    assert_eq!(ids(&found), [("D027", Class::Semantic)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
    let found = findings(year_end, |model| {
        model.deliberation.headings[1].yearly_states = Some(YearlyStates::WithinYear);
    });
    assert_eq!(ids(&found), [("D027", Class::Semantic)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    // The paragraph of a block without yearly states.
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs[0].yearly_states = Some(YearlyStates::YearEnd);
    });
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

#[test]
fn block_under_another_heading_may_have_states_of_another_day() {
    let found = findings(
        |model| {
            let heading = Heading::new("3", "Jaareinde", label("Jaareinde", "End of the year"));
            model.deliberation.headings.push(heading);
            model.deliberation.headings[3].yearly_states = Some(YearlyStates::YearEnd);
        },
        |model| block(model, "member").heading = "Jaareinde".into(),
    );
    assert_eq!(ids(&found), [("T016", Class::Risky)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
}

#[test]
fn retention_is_a_disclosure_if_it_becomes_longer() {
    let until = |year| Some(Retention::Until(Date::ymd(year, 12, 31)));
    let words = || Some(Retention::Words(label("tien jaar", "ten years")));
    for (old, new, class) in [
        (until(2029), until(2030), Class::Disclosure),
        (until(2029), until(2028), Class::Doc),
        (until(2029), None, Class::Disclosure),
        (None, until(2029), Class::Doc),
        (until(2029), words(), Class::Risky),
        (words(), until(2029), Class::Risky),
        (words(), None, Class::Disclosure),
        (None, words(), Class::Doc),
    ] {
        let found = findings(
            |model| model.deliberation.keep_until = old.clone(),
            |model| model.deliberation.keep_until = new.clone(),
        );
        assert_eq!(ids(&found), [("V024", class)], "{old:?} {new:?}");
        assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    }
}

#[test]
fn precision_counts_where_it_is_stated_nearest_to_the_phrase() {
    let precision =
        |grain| move |model: &mut Model| model.deliberation.headings[0].terms[1].precision = grain;
    let found = findings(unchanged, precision(Some(Grain::Day)));
    assert_eq!(ids(&found), [("D022", Class::Disclosure)]);
    assert_eq!(found[0].message, "month -> day");
    let found = findings(unchanged, precision(Some(Grain::Year)));
    assert_eq!(ids(&found), [("D023", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    // The paragraph says the month too.
    let found = findings(unchanged, precision(None));
    assert_eq!(ids(&found), [("D028", Class::Doc)]);
    // From nothing, which is the year, to the year.
    let found = findings(
        |model| model.deliberation.paragraphs[0].dates = None,
        |model| model.deliberation.paragraphs[0].dates = Some(Grain::Year),
    );
    assert_eq!(ids(&found), [("D028", Class::Doc)]);
}

#[test]
fn paragraph_that_is_removed_takes_along_what_it_states() {
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs.truncate(1);
    });
    assert_eq!(ids(&found), [("D021", Class::Semantic)]);
    assert_eq!(
        found[0].message,
        "dates quarter -> year, provider \"Gemeente\" -> none"
    );
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs.push(Paragraph::new("9"));
    });
    assert_eq!(ids(&found), [("D020", Class::Doc)]);
}

#[test]
fn phrase_that_is_added_is_a_disclosure() {
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0]
            .terms
            .push(Term::new("de titel"));
    });
    assert_eq!(ids(&found), [("D031", Class::Disclosure)]);
    let found = findings(unchanged, |model| {
        let heading = Heading::new("3", "Leeg", label("Leeg", "Empty"));
        model.deliberation.headings.push(heading);
    });
    assert_eq!(ids(&found), [("D036", Class::Doc)]);
}

#[test]
fn phrase_with_other_capitals_is_the_same_phrase() {
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0].terms[0].term = "De datum van uitlening".into();
    });
    assert_eq!(ids(&found), [("D033", Class::Doc)]);
    // Another phrase is not.
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0].terms[0].term = "De dag van uitlening".into();
    });
    assert_eq!(
        ids(&found),
        [("D032", Class::Breaking), ("D031", Class::Disclosure)]
    );
}

#[test]
fn phrase_under_another_heading_may_have_other_properties() {
    let found = findings(unchanged, |model| {
        let term = model.deliberation.headings[1].terms.remove(1);
        model.deliberation.headings[0].terms.push(term);
    });
    assert_eq!(
        ids(&found),
        [("D032", Class::Breaking), ("D031", Class::Disclosure)]
    );
}

#[test]
fn relatives_of_a_heading_may_be_stated_by_each_of_its_phrases() {
    let found = findings(unchanged, |model| {
        let heading = &mut model.deliberation.headings[2];
        heading.relatives.clear();
        heading.terms[0].relatives.push("parent 1".into());
    });
    assert_eq!(ids(&found), [("D028", Class::Doc), ("D028", Class::Doc)]);
    let found = findings(unchanged, |model| {
        model.deliberation.headings[2].relatives = vec!["partner".into()];
    });
    assert_eq!(ids(&found), [("D029", Class::Breaking)]);
    assert_eq!(found[0].classes, [Class::Breaking, Class::Disclosure]);
}

#[test]
fn spelling_is_not_a_change_of_meaning() {
    let found = findings(unchanged, |model| {
        let decision = &mut model.deliberation;
        decision.purpose = label("Onderzoek naar lezen.", "Research into reading.");
        decision.recipient = Label::new([(Language::NL, "universiteit")]);
        decision.paragraphs[0].provider = Some("BIBLIOTHEEK".into());
        decision.statements[0].text = label("Enkel anoniem!", "anonymously only");
        model.constraints[0].message = label(
            "De lezer is lid in het jaar van de uitlening.",
            "The reader is a member in the year of the loan.",
        );
        model.subjects[0].name = label("Persoon", "Person").with(Language::FR, "Personne");
    });
    assert_eq!(ids(&found), [("M002", Class::Doc); 6]);
    let found = findings(unchanged, |model| {
        model.subjects[0].name = label("persoon", "person");
    });
    assert_eq!(ids(&found), [("M003", Class::Risky)]);
}

#[test]
fn severity_decides_about_deliveries() {
    let error = |model: &mut Model| model.constraints[0].severity = Severity::Error;
    let found = findings(unchanged, error);
    assert_eq!(ids(&found), [("K003", Class::Breaking)]);
    // Old rows may deviate, so that a check of a delivery rejects them.
    assert_eq!(rows(&found[0]), (Verdict::Undecided, Verdict::Yes));
    let without = |model: &mut Model| model.constraints[0].tolerates = None;
    assert_eq!(ids(&findings(unchanged, without)), [("K007", Class::Risky)]);
    assert_eq!(ids(&findings(error, without)), [("K007", Class::Breaking)]);
}

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

fn windows() -> impl Strategy<Value = Window> {
    let day = (2008..2013, 1_u32..=12, 1_u32..=28);
    let day = prop_oneof![
        day.prop_map(|(year, month, day)| Date::ymd(year, month, day)),
        (2008..2013).prop_map(|year| Date::ymd(year, 1, 1)),
        (2008..2013).prop_map(|year| Date::ymd(year, 12, 31)),
    ];
    let period = (day.clone(), proptest::option::of(day));
    prop_oneof![
        period.prop_map(|(from, to)| Window::Period { from, to }),
        proptest::collection::btree_set(2008_i16..2013, 1..4)
            .prop_map(|years| Window::Years(years.into_iter().collect())),
    ]
}

/// Sets the type of the observation periods of the members.
fn with_months(model: &mut Model) {
    for field in &mut block(model, "member").fields {
        if let Field::Role(role) = field
            && role.id == "year"
        {
            role.value_type = ValueType::YearMonth {};
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The verdicts about rows are those of trying each period.
    #[test]
    fn verdicts_about_the_window_are_true(
        old in windows(),
        new in windows(),
        is_by_month: bool,
        was_year_end: bool,
        is_year_end: bool,
    ) {
        let state = |is_year_end: bool| is_year_end.then_some(YearlyStates::YearEnd);
        let mut before = example_model();
        if is_by_month {
            with_months(&mut before);
        }
        let mut after = before.clone();
        before.deliberation.window = old;
        before.deliberation.paragraphs[1].yearly_states = state(was_year_end);
        after.deliberation.window = new;
        after.deliberation.paragraphs[1].yearly_states = state(is_year_end);
        let observation = |model: &Model| model.deliberation.observation(&model.blocks[1]).unwrap();
        let accepted = |observation: &Observation| -> Vec<bool> {
            if is_by_month {
                let months = (2000..2020).flat_map(|year| (1..=12).map(move |month| (year, month)));
                months.map(|(year, month)| observation.contains(YearMonth::new(year, month))).collect()
            } else {
                (2000..2020).map(|year| observation.contains(Year::new(year))).collect()
            }
        };
        let (old, new) = (accepted(&observation(&before)), accepted(&observation(&after)));
        let is_lost = old.iter().zip(&new).any(|(old, new)| *old && !new);
        let is_new = old.iter().zip(&new).any(|(old, new)| !old && *new);
        let verdict = |is_different| if is_different { Verdict::No } else { Verdict::Yes };
        for finding in Diff::new(&before, &after).findings {
            let (backward, forward) = rows(&finding);
            match finding.rule.id {
                "D001" | "D002" | "D003" | "D004" => {
                    // The codes of yearly states at midnight may be those of the next day.
                    prop_assert!(backward == verdict(is_lost) || was_year_end && !is_year_end);
                    prop_assert!(forward == verdict(is_new) || is_year_end && !was_year_end);
                    prop_assert!(backward != Verdict::Yes || !is_lost);
                    prop_assert!(forward != Verdict::Yes || !is_new);
                }
                id => prop_assert!(["D027", "D028"].contains(&id), "{id}"),
            }
        }
    }

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

/// Returns the variables of a block of the example model, outside groups.
fn variables(block: &mut Block) -> impl Iterator<Item = &mut beraad_describe::Variable> {
    block.fields.iter_mut().filter_map(|field| match field {
        Field::Variable(variable) => Some(&mut **variable),
        _ => None,
    })
}

/// Replaces a text wherever the JSON of the model has it, as a person would who corrects it.
fn replaced(from: &str, to: &str) -> impl Fn(&mut Model) {
    let (from, to) = (format!("{from:?}"), format!("{to:?}"));
    move |model| {
        let json = serde_json::to_string(model).unwrap();
        assert!(json.contains(&from), "{from}");
        *model = serde_json::from_str(&json.replace(&from, &to)).unwrap();
    }
}

#[test]
fn corrected_phrase_is_one_finding() {
    let corrected = replaced("het aantal verlengingen", "het aantal van de verlengingen");
    let found = findings(unchanged, &corrected);
    assert_eq!(ids(&found), [("D045", Class::Risky)], "{found:#?}");
    let other_case = replaced("het aantal verlengingen", "Het aantal verlengingen");
    assert_eq!(
        ids(&findings(unchanged, other_case)),
        [("D033", Class::Doc)]
    );
    // A phrase that allows more is not only another wording.
    let finer = |model: &mut Model| {
        corrected(model);
        for term in &mut model.deliberation.headings[0].terms {
            if term.term == "het aantal van de verlengingen" {
                term.precision = Some(Grain::Day);
            }
        }
    };
    let found = findings(unchanged, finer);
    assert!(
        ids(&found).contains(&("D031", Class::Disclosure)),
        "{found:#?}"
    );
}

#[test]
fn corrected_heading_is_one_finding() {
    // The title and the Dutch label have the same text.
    let found = findings(unchanged, replaced("Uitleningen", "Uitgeleende boeken"));
    assert_eq!(ids(&found), [("D038", Class::Risky)], "{found:#?}");
}

#[test]
fn precision_of_a_paragraph_is_one_finding() {
    let with_precision = |grain| {
        move |model: &mut Model| {
            model.deliberation.paragraphs[0].dates = Some(grain);
            for variable in variables(block(model, "loan")) {
                variable.phrase.dates = grain;
            }
        }
    };
    let (month, day) = (with_precision(Grain::Month), with_precision(Grain::Day));
    let found = findings(month, day);
    assert_eq!(ids(&found), [("D022", Class::Disclosure)], "{found:#?}");
    let found = findings(day, month);
    assert_eq!(ids(&found), [("D023", Class::Breaking)], "{found:#?}");
}

#[test]
fn unit_changes_with_its_quantity() {
    let of_unit = |quantity, unit: (&'static str, &'static str)| {
        move |model: &mut Model| {
            let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
            let renewals = renewals.unwrap();
            renewals.unit = Some(label(unit.0, unit.1));
            renewals.value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(quantity),
                min: 0,
                max: 5,
                decimals: 0,
            };
        }
    };
    let (weeks, days) = (
        of_unit(Quantity::Count, ("weken", "weeks")),
        of_unit(Quantity::Days, ("dagen", "days")),
    );
    let found = findings(weeks, days);
    assert_eq!(ids(&found), [("V021", Class::Semantic)], "{found:#?}");
    assert!(
        found[0].message.contains(r#"en "weeks" -> "days""#),
        "{found:#?}"
    );
}

#[test]
fn rule_that_only_names_a_renamed_column_is_part_of_the_rename() {
    let renamed = replaced("return_month", "month_of_return");
    let found = findings(unchanged, renamed);
    assert_eq!(ids(&found), [("V006", Class::Breaking)], "{found:#?}");
}

#[test]
fn bound_that_moves_with_a_narrower_one_is_part_of_it() {
    let with_bounds = |min, max| {
        move |model: &mut Model| {
            let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
            renewals.unwrap().value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min,
                max,
                decimals: 0,
            };
        }
    };
    let found = findings(with_bounds(1, 9), with_bounds(0, 5));
    assert_eq!(ids(&found), [("Y010", Class::Breaking)]);
    assert_eq!(found[0].message, "min 1 -> 0, max 9 -> 5");
}

#[test]
fn value_that_becomes_required_loses_its_meaning_of_null() {
    let optional = |model: &mut Model| {
        let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
        renewals.unwrap().null_means = Some(label("niet gekend", "not known"));
    };
    let required = |model: &mut Model| {
        let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
        let renewals = renewals.unwrap();
        (renewals.nullable, renewals.null_means) = (false, None);
    };
    let found = findings(optional, required);
    assert_eq!(ids(&found), [("V009", Class::Breaking)]);
    assert_eq!(found[0].message, r#"null meant "not known""#);
}
