//! Changes of the observation window.

use super::*;

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
}
