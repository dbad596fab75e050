//! The window, the languages and the providers of a decision.

use beraad_describe::{
    Amounts, Block, Date, Deliberation, Field, Grain, Heading, Label, Language, Languages,
    Observation, Paragraph, Role, RoleColumn, Temporality, Term, ValueType, Window, Year,
    YearMonth, YearQuarter, YearlyStates,
};

fn label(text: &'static str) -> Label {
    Label::new([(Language::EN, text)])
}

fn day(year: i32, month: u32, day: u32) -> Date {
    Date::ymd(year, month, day)
}

fn period(from: Date, to: Option<Date>) -> Window {
    Window::Period { from, to }
}

#[test]
fn window_of_a_period_contains_the_days_between_its_ends() {
    let window = period(day(2005, 3, 1), Some(day(2016, 6, 30)));
    assert!(window.contains(day(2005, 3, 1), day(2016, 6, 30)));
    assert!(!window.contains(day(2005, 2, 28), day(2016, 6, 30)));
    assert!(!window.contains(day(2005, 3, 1), day(2016, 7, 1)));
    assert_eq!(
        (window.first_year(), window.last_year()),
        (2005, Some(2016))
    );
    assert!(!window.is_of_whole_years());
}

#[test]
fn window_without_an_end_contains_every_later_day() {
    let window = period(day(2005, 1, 1), None);
    assert!(window.contains(day(2005, 1, 1), day(9999, 12, 31)));
    assert!(!window.contains(day(2004, 12, 31), day(2005, 1, 1)));
    assert_eq!((window.first_year(), window.last_year()), (2005, None));
    assert!(window.is_of_whole_years());
}

#[test]
fn window_of_single_years_does_not_contain_the_years_between_them() {
    let window = Window::Years(vec![2005, 2006, 2010]);
    assert!(window.contains(day(2005, 1, 1), day(2006, 12, 31)));
    assert!(window.contains(day(2010, 4, 1), day(2010, 6, 30)));
    for year in [2004, 2007, 2009, 2011] {
        assert!(!window.contains(day(year, 1, 1), day(year, 1, 1)), "{year}");
    }
    assert!(!window.contains(day(2006, 1, 1), day(2010, 12, 31)));
    let span = window.span();
    assert_eq!(
        (span.from, span.to),
        (Some(day(2005, 1, 1)), Some(day(2010, 12, 31)))
    );
    assert_eq!(
        (window.first_year(), window.last_year()),
        (2005, Some(2010))
    );
    assert!(window.is_of_whole_years());
}

#[test]
fn window_is_shown_as_years_if_it_begins_and_ends_with_one() {
    for (window, shown) in [
        (Window::of_years(2005, 2016), "2005-2016"),
        (period(day(2005, 1, 1), None), "2005-"),
        (period(day(2005, 3, 1), None), "2005-03-01/"),
        (
            period(day(2005, 1, 1), Some(day(2016, 6, 30))),
            "2005-01-01/2016-06-30",
        ),
        (Window::Years(vec![2005, 2010]), "2005, 2010"),
        (Window::Years(vec![2005]), "2005"),
    ] {
        assert_eq!(window.to_string(), shown);
    }
}

/// A decision with one paragraph and one heading, and a block under it whose observation period has this type.
fn observation(
    window: &Window,
    states: Option<YearlyStates>,
    temporality: Temporality,
    value_type: ValueType,
) -> Observation {
    let mut decision = Deliberation::new("1", label("decision"), day(2017, 3, 1), window.clone());
    let mut paragraph = Paragraph::new("2");
    paragraph.yearly_states = states;
    decision.paragraphs = vec![paragraph];
    decision.headings = vec![Heading::new("2", "Visits", label("visits"))];
    let mut block = Block::new("visit", label("visit"));
    block.paragraph = "2".into();
    block.heading = "Visits".into();
    block.temporality = temporality;
    block.observation_period = Some("period".into());
    let role = Role::ObservationPeriod;
    block.fields = vec![Field::Role(RoleColumn::new(
        "period",
        role,
        label("period"),
        value_type,
    ))];
    decision.observation(&block).unwrap()
}

#[test]
fn period_is_observed_if_the_window_contains_it() {
    let contains_year = |window: &Window, states, temporality, year| {
        let observation = observation(window, states, temporality, ValueType::Year {});
        observation.contains(Year::new(year))
    };
    let single = Window::Years(vec![2005, 2010]);
    let open = period(day(2005, 1, 1), None);
    for (window, year, expected) in [
        (&single, 2005, true),
        (&single, 2007, false),
        (&single, 2010, true),
        (&open, 2004, false),
        (&open, 2050, true),
    ] {
        let found = contains_year(window, None, Temporality::Event, year);
        assert_eq!(found, expected, "{window} {year}");
    }
    let from_march = period(day(2005, 3, 1), Some(day(2005, 6, 15)));
    let months = observation(
        &from_march,
        None,
        Temporality::Event,
        ValueType::YearMonth {},
    );
    let contains_month = |month| months.contains(YearMonth::new(2005, month));
    assert_eq!([2, 3, 5, 6].map(contains_month), [false, true, true, false]);
}

#[test]
fn state_at_the_end_of_the_year_before_the_window_is_observed_if_stated() {
    let window = Window::of_years(2005, 2016);
    let contains = |states, temporality, year| {
        observation(&window, states, temporality, ValueType::Year {}).contains(Year::new(year))
    };
    let year_end = Some(YearlyStates::YearEnd);
    assert!(contains(year_end, Temporality::Status, 2004));
    assert!(!contains(year_end, Temporality::Status, 2003));
    assert!(!contains(year_end, Temporality::Accumulated, 2004));
    for states in [None, Some(YearlyStates::WithinYear)] {
        assert!(!contains(states, Temporality::Status, 2004));
    }
    // The state at the end of 2004 is not that on the first day of this window.
    let from_march = period(day(2005, 3, 1), Some(day(2016, 12, 31)));
    let years = observation(
        &from_march,
        year_end,
        Temporality::Status,
        ValueType::Year {},
    );
    assert!(!years.contains(Year::new(2004)));
    let quarters = observation(
        &window,
        year_end,
        Temporality::Status,
        ValueType::YearQuarter {},
    );
    assert!(!quarters.is_year_end());
    assert!(!quarters.contains(YearQuarter::new(2004, 4)));
}

#[test]
fn language_that_is_asked_for_is_preferred() {
    let tag = Language::new;
    let mut languages = Languages::new(Language::FR, [Language::NL, Language::EN, Language::FR]);
    languages.others = vec![Language::DE];
    let [nl, en, fr, de] = [Language::NL, Language::EN, Language::FR, Language::DE];
    assert_eq!(languages.preferred(en), [en, fr, nl, de]);
    assert_eq!(languages.preferred(fr), [fr, nl, en, de]);
    assert_eq!(
        languages.preferred(tag("nl-BE")),
        [tag("nl-BE"), nl, fr, en, de]
    );
    assert_eq!(languages.preferred(tag("it")), [tag("it"), fr, nl, en, de]);
    assert_eq!(languages.all().collect::<Vec<_>>(), [nl, en, fr, de]);
}

#[test]
fn main_edition_is_the_english_one_or_else_the_first() {
    let main = |editions: &[Language]| Languages::new(Language::DE, editions).main_edition();
    let british = Language::new("en-GB");
    assert_eq!(main(&[Language::NL, Language::EN]), Language::EN);
    assert_eq!(main(&[Language::NL, british]), british);
    assert_eq!(main(&[Language::FR, Language::NL]), Language::FR);
    assert_eq!(main(&[]), Language::DE);
}

/// A decision whose first paragraph states everything, and whose second paragraph states nothing.
fn decision() -> Deliberation {
    let window = Window::of_years(2005, 2010);
    let mut decision = Deliberation::new("1", label("decision"), day(2017, 3, 1), window);
    let mut first = Paragraph::new("3, 1°");
    first.provider = Some("Library".into());
    first.dates = Some(Grain::Quarter);
    first.amounts = Some(Amounts::Exact);
    decision.paragraphs = vec![first, Paragraph::new("4")];
    decision
}

#[test]
fn heading_says_what_its_paragraph_says_unless_it_says_something_else() {
    let decision = decision();
    let mut heading = Heading::new("3, 1°", "Loans", label("loans"));
    let mut term = Term::new("the fine");
    assert_eq!(decision.provider(&heading), Some("Library"));
    assert_eq!(decision.dates(&heading, None), Grain::Quarter);
    assert_eq!(decision.dates(&heading, Some(&term)), Grain::Quarter);
    assert!(decision.allows_exact_amounts(&heading, &term));

    heading.provider = Some("Town".into());
    heading.dates = Some(Grain::Year);
    heading.amounts = Some(Amounts::Classes);
    assert_eq!(decision.provider(&heading), Some("Town"));
    assert_eq!(decision.dates(&heading, Some(&term)), Grain::Year);
    assert!(!decision.allows_exact_amounts(&heading, &term));

    term.precision = Some(Grain::Month);
    term.amounts = Some(Amounts::Exact);
    assert_eq!(decision.dates(&heading, Some(&term)), Grain::Month);
    assert_eq!(decision.dates(&heading, None), Grain::Year);
    assert!(decision.allows_exact_amounts(&heading, &term));
}

#[test]
fn what_nothing_states_is_not_allowed() {
    let decision = decision();
    let term = Term::new("the fine");
    for paragraph in ["4", "5"] {
        let heading = Heading::new(paragraph, "Visits", label("visits"));
        assert_eq!(decision.provider(&heading), None);
        assert_eq!(decision.dates(&heading, Some(&term)), Grain::Year);
        assert!(!decision.allows_exact_amounts(&heading, &term));
    }
}

#[test]
fn heading_is_found_in_its_paragraph() {
    let mut decision = decision();
    for (paragraph, text) in [("3, 1°", "of the library"), ("4", "of the town")] {
        let heading = Heading::new(paragraph, "Loans", label(text));
        decision.headings.push(heading);
    }
    let found = |paragraph, title| {
        let heading = decision.heading(paragraph, title)?;
        heading.label.text(Language::EN)
    };
    assert_eq!(found("3, 1°", "Loans"), Some("of the library"));
    assert_eq!(found("4", "Loans"), Some("of the town"));
    assert_eq!(found("4", "Visits"), None);
}

#[test]
fn new_decision_has_an_edition_in_each_language_of_its_title() {
    let title = Label::new([(Language::NL, "besluit"), (Language::FR, "arrêté")]);
    let decision = Deliberation::new("1", title, day(2017, 3, 1), Window::of_years(2005, 2010));
    assert_eq!(decision.languages.decision, Language::FR);
    assert_eq!(decision.languages.editions, [Language::FR, Language::NL]);
    assert_eq!(decision.words.paragraph.text(Language::NL), Some("punt"));
    assert_eq!(decision.words.decision.text(Language::FR), Some("décision"));
    assert_eq!(decision.keep_until, None);
}
