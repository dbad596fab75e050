//! The register: every error is reported at its place, and what is written reads back equal.

#[path = "register/errors.rs"]
mod errors;
#[path = "register/large.rs"]
mod large;
#[path = "register/page.rs"]
mod page;
#[path = "register/quotations.rs"]
mod quotations;
#[path = "register/written.rs"]
mod written;

use beraad_describe::{Date, Deliberation, Grain, Label, Language, Retention, Window};
use beraad_register::{Register, Wording};

/// A register without errors.
const TEXT: &str = include_str!("deliberation.toml");

#[test]
fn register_without_errors_is_read_whole() {
    let register = Register::parse(TEXT).expect("no errors");
    let headings = &register.deliberation.headings;
    assert_eq!(register.deliberation.number, "99/001");
    assert_eq!(headings.len(), 4);
    assert_eq!(headings[2].label.text(Language::NL), Some("Schoolloopbaan"));
    assert_eq!(headings[2].label.text(Language::EN), Some("School career"));
    assert_eq!(headings[2].relatives[..], ["ouder"]);
    assert_eq!(headings[2].terms[2].relatives[..], ["grootouder"]);
    assert!(headings[2].terms[1].disputed.is_some());
    assert_eq!(headings[0].terms[7].of.as_deref(), Some("de verlenging"));
    let statement = &register.deliberation.statements[0];
    let topic = statement.topic.get(Language::EN);
    assert_eq!(
        (statement.paragraph.as_deref(), topic),
        (Some("1"), "Sample")
    );
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let read = |text: &str| Register::parse(text).expect("no errors");
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(read(&windows(TEXT)), read(TEXT));
    // Within a text of several lines too.
    let lines = TEXT.replace("\"Leesgezelschap\"", "\"\"\"\nLees-\ngezelschap\"\"\"");
    assert_ne!(lines, TEXT);
    assert_eq!(read(&windows(&lines)), read(&lines));
    let errors = |text: &str| {
        Register::parse(text)
            .expect_err("an unknown key")
            .to_string()
    };
    let invalid = TEXT.replace("recipient =", "recipent =");
    assert_eq!(errors(&windows(&invalid)), errors(&invalid));
}

#[test]
fn precision_is_that_of_the_term_else_of_the_paragraph() {
    let register = Register::parse(TEXT).expect("no errors");
    let school = &register.deliberation.headings[2];
    assert_eq!(register.deliberation.dates(school, None), Grain::Quarter);
    let of_term = |index: usize| {
        register
            .deliberation
            .dates(school, Some(&school.terms[index]))
    };
    assert_eq!((of_term(0), of_term(1)), (Grain::Quarter, Grain::Month));
}

#[test]
fn wording_decides_which_terms_are_classed_or_identifiers() {
    let register = Register::parse(TEXT).expect("no errors");
    let [loan, .., grant] = &*register.deliberation.headings else {
        panic!("there are four headings");
    };
    assert!(
        register.is_classed(grant, &grant.terms[0]),
        "by its heading"
    );
    assert!(register.is_classed(loan, &loan.terms[5]), "by its term");
    assert!(!register.is_classed(loan, &loan.terms[3]));
    assert!(register.is_identifier(&loan.terms[0]));
    assert!(!register.is_identifier(&loan.terms[1]));
}

#[test]
fn keys_that_may_be_left_out_are_left_out() {
    let (before, after) = TEXT.split_once("[wording]").expect("the wording");
    let (_, after) = after.split_once("[[paragraph]]").expect("a paragraph");
    let mut text = format!("{before}[[paragraph]]{after}");
    for line in [
        "other_languages = [\"fr\"]\n",
        "amended = [\"2021-03-01\"]\n",
        "last_year = 2015\n",
        "keep_until = \"2030-12-31\"\n",
        "provider = \"Bibliotheek\"\n",
        "dates = \"month\"\n",
    ] {
        assert_eq!(text.matches(line).count(), 1, "{line}");
        text = text.replace(line, "");
    }
    let register = Register::parse(&text).expect("no errors");
    let decision = &register.deliberation;
    assert_eq!(decision.languages.others, []);
    assert_eq!(decision.amended, []);
    assert_eq!(decision.window.to_string(), "2010-");
    assert_eq!(decision.keep_until, None);
    assert_eq!(decision.provider(&decision.headings[0]), None);
    assert_eq!(decision.dates(&decision.headings[0], None), Grain::Year);
    assert_eq!(register.wording, Wording::default());
}

/// The decision after `old` became `new` in a register without errors.
fn decision_with(old: &str, new: &str) -> Deliberation {
    assert_eq!(TEXT.matches(old).count(), 1, "`{old}` occurs once");
    let register = Register::parse(&TEXT.replace(old, new));
    register
        .unwrap_or_else(|errors| panic!("{errors}"))
        .deliberation
}

#[test]
fn window_is_read_in_each_of_its_forms() {
    let window = |keys: &str| {
        let years = "first_year = 2010\nlast_year = 2015\n";
        decision_with(years, keys).window
    };
    let day = Date::ymd;
    for (keys, from, to) in [
        ("first_year = 2010\n", day(2010, 1, 1), None),
        (
            "first_day = \"2010-03-01\"\nlast_day = \"2015-06-30\"\n",
            day(2010, 3, 1),
            Some(day(2015, 6, 30)),
        ),
        (
            "first_day = \"2010-03-01\"\nlast_year = 2010\n",
            day(2010, 3, 1),
            Some(day(2010, 12, 31)),
        ),
        (
            "first_year = 2010\nlast_day = \"2010-01-01\"\n",
            day(2010, 1, 1),
            Some(day(2010, 1, 1)),
        ),
        ("first_day = \"0010-01-01\"\n", day(10, 1, 1), None),
    ] {
        assert_eq!(window(keys), Window::Period { from, to }, "{keys}");
    }
    assert_eq!(
        window("years = [2010, 2011, 2015]\n"),
        Window::Years(vec![2010, 2011, 2015])
    );
}

#[test]
fn retention_is_a_day_or_a_label() {
    let keep_until = |value: &str| decision_with("\"2030-12-31\"", value).keep_until;
    assert_eq!(
        keep_until("\"2015-12-31\""),
        Some(Retention::Until(Date::ymd(2015, 12, 31)))
    );
    let words = [
        (Language::NL, "een jaar na ontvangst"),
        (Language::EN, "one year after receipt"),
    ];
    assert_eq!(
        keep_until("{ en = \"one year after receipt\", nl = \"een jaar na ontvangst\" }"),
        Some(Retention::Words(Label::new(words)))
    );
}

#[test]
fn language_tag_is_read_in_any_case() {
    let decision = decision_with(
        "other_languages = [\"fr\"]",
        "other_languages = [\"FR-be\"]",
    );
    assert_eq!(decision.languages.others, [Language::new("fr-BE")]);
    let topic = "topic = { nl = \"Steekproef\", en = \"Sample\" }";
    let upper = "topic = { NL = \"Steekproef\", En = \"Sample\" }";
    let topic = decision_with(topic, upper).statements[0].topic.clone();
    assert_eq!(topic.text(Language::NL), Some("Steekproef"));
}

#[test]
fn heading_says_what_differs_from_its_paragraph() {
    let decision = decision_with(
        "title = \"Bezoek\"",
        "title = \"Bezoek\"\nprovider = \"Stad\"\ndates = \"year\"\namounts = \"exact\"",
    );
    let [loan, visit, ..] = &*decision.headings else {
        panic!("there are four headings");
    };
    assert_eq!(decision.provider(loan), Some("Bibliotheek"));
    assert_eq!(decision.provider(visit), Some("Stad"));
    assert_eq!(decision.dates(visit, None), Grain::Year);
    assert!(decision.allows_exact_amounts(visit, &visit.terms[0]));
    assert!(!decision.allows_exact_amounts(loan, &loan.terms[0]));
}

#[test]
fn two_paragraphs_may_have_a_heading_with_one_title() {
    let decision = decision_with("title = \"Schoolloopbaan\"", "title = \"Uitlening\"");
    for (paragraph, label) in [("2", "Loan"), ("3", "School career")] {
        let heading = decision.heading(paragraph, "Uitlening");
        let heading = heading.expect("the heading");
        assert_eq!(heading.label.text(Language::EN), Some(label));
    }
}

#[test]
fn title_is_the_text_in_the_language_of_the_decision() {
    let decision = |language: &str| {
        let text = TEXT.replace("language = \"nl\"", &format!("language = \"{language}\""));
        let text = text.replace("title = \"Bezoek\"", "title = \"Visite\"\nnl = \"Bezoek\"");
        // The other headings need a text of their own too, unless their title is Dutch.
        text.replace("title = \"Uit", "nl = \"a\"\ntitle = \"Uit")
            .replace("title = \"School", "nl = \"a\"\ntitle = \"School")
    };
    for (language, french) in [("fr", Some("Visite")), ("de", None), ("nl", None)] {
        let register = Register::parse(&decision(language)).expect("no errors");
        let heading = register.deliberation.heading("2", "Visite");
        let label = &heading.expect("the heading").label;
        assert_eq!(label.text(Language::NL), Some("Bezoek"), "{language}");
        assert_eq!(label.text(Language::EN), Some("Visit"), "{language}");
        assert_eq!(label.text(Language::FR), french, "{language}");
        assert_eq!(label.text(Language::DE), None, "{language}");
    }
}
