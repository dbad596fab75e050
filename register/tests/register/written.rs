//! A written register reads back equal.

use std::path::Path;

use beraad_describe::*;
use beraad_register::{Register, Wording};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::TEXT;

/// Any text that the format allows: not only of white space, with whatever a string of TOML must escape.
fn text() -> impl Strategy<Value = String> {
    let short = "[ a-zé\"'\\\\,=#\\[\\]{}\n\t\r\u{0}\u{7f}\u{202e}]{0,12}[a-z\"']";
    let long = vec(short, 1..30).prop_map(|texts| texts.join(" "));
    prop_oneof![short, long, any::<String>()]
        .prop_filter("a text that is not empty", |text| !text.trim().is_empty())
}

fn label() -> impl Strategy<Value = Label> {
    (text(), text(), option::of(text())).prop_map(|(nl, en, fr)| {
        let mut label = Label::new(nl, en);
        label.fr = fr.map(Into::into);
        label
    })
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    vec(text().prop_map(Text::from), 0..3)
}

fn day() -> impl Strategy<Value = Date> {
    let days = Date::ymd(0, 1, 1).to_epoch_days()..=Date::ymd(9999, 12, 31).to_epoch_days();
    days.prop_map(Date::from_epoch_days)
}

fn grain() -> impl Strategy<Value = Grain> {
    prop_oneof![Just(Grain::Year), Just(Grain::Quarter), Just(Grain::Month)]
}

fn term(index: usize) -> impl Strategy<Value = Term> {
    let parts = (
        text(),
        option::of(text()),
        texts(),
        option::of(grain()),
        option::of(label()),
    );
    parts.prop_map(move |(term, of, relatives, precision, disputed)| {
        // The number keeps terms apart.
        let mut term = Term::new(format!("{term}{index}"));
        term.of = of.map(Into::into);
        term.relatives = relatives;
        term.precision = precision;
        term.disputed = disputed;
        term
    })
}

fn heading(index: usize, paragraphs: u8) -> impl Strategy<Value = Heading> {
    let terms = (1..5_usize).prop_flat_map(|count| (0..count).map(term).collect::<Vec<_>>());
    let parts = (
        0..paragraphs,
        text(),
        label(),
        any::<bool>(),
        texts(),
        terms,
    );
    parts.prop_map(
        move |(paragraph, title, mut label, dutch, relatives, terms)| {
            let title = Text::from(format!("{title}{index}"));
            if dutch {
                label.nl.clone_from(&title);
            }
            let mut heading = Heading::new(paragraph, title, label);
            heading.relatives = relatives;
            heading.terms = terms;
            heading
        },
    )
}

fn headings(paragraphs: u8) -> impl Strategy<Value = Vec<Heading>> {
    let most = if paragraphs == 0 { 0 } else { 3_usize };
    (0..=most).prop_flat_map(move |count| {
        let headings = (0..count).map(|index| heading(index, paragraphs));
        headings.collect::<Vec<_>>()
    })
}

fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    vec((text(), grain()), 0..4).prop_map(|paragraphs| {
        let numbered = (0..).zip(paragraphs);
        numbered
            .map(|(number, (provider, dates))| Paragraph::new(number, provider, dates))
            .collect()
    })
}

fn statement() -> impl Strategy<Value = Statement> {
    (any::<u8>(), label(), label())
        .prop_map(|(paragraph, topic, text)| Statement::new(paragraph, topic, text))
}

prop_compose! {
    fn deliberation()(
        paragraphs in paragraphs(),
    )(
        (number, title, dated, amended) in (text(), label(), day(), vec(day(), 0..3)),
        (committee, recipient, purpose) in (text(), text(), label()),
        (year, length, keep) in (1000..=9999_i16, 0..40_i16, 0..10_000_i32),
        statements in vec(statement(), 0..3),
        headings in headings(u8::try_from(paragraphs.len()).expect("a few")),
        paragraphs in Just(paragraphs),
    ) -> Deliberation {
        let last_year = year.saturating_add(length).min(9999);
        let end = Date::ymd(last_year.into(), 12, 31).to_epoch_days();
        let last_day = Date::ymd(9999, 12, 31).to_epoch_days();
        let mut decision = Deliberation::new(number, title, dated, year, last_year);
        decision.amended = amended;
        decision.committee = committee.into();
        decision.recipient = recipient.into();
        decision.purpose = purpose;
        decision.keep_until = Date::from_epoch_days(last_day.min(end + keep));
        decision.paragraphs = paragraphs;
        decision.statements = statements;
        decision.headings = headings;
        decision
    }
}

prop_compose! {
    fn register()(
        deliberation in deliberation(),
        classed in vec(text(), 0..3),
        identifier in vec(text(), 0..3),
    ) -> Register {
        Register { deliberation, wording: Wording { classed, identifier } }
    }
}

/// Asserts that the text of a register reads back as the same register, which writes the same text.
fn assert_reads_back(register: &Register) {
    let text = register.to_toml();
    let read = Register::parse(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
    assert_eq!(read, *register, "{text}");
    assert_eq!(read.to_toml(), text, "the bytes are stable");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_register_reads_back_equal(register in register()) {
        assert_reads_back(&register);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "([a-z_]{1,12}|[\\[\\]{}=\"\n., 0-9-]){0,80}") {
        let _ = Register::parse(&text);
        let _ = Register::parse(&format!("{TEXT}{text}"));
    }
}

#[test]
fn every_register_of_the_workspace_reads_back_equal() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for file in [
        "model/deliberation.toml",
        "examples/library-loans/deliberation.toml",
        "register/tests/deliberation.toml",
    ] {
        let text = std::fs::read_to_string(workspace.join(file)).expect(file);
        let register = Register::parse(&text).unwrap_or_else(|errors| panic!("{file}:{errors}"));
        assert_reads_back(&register);
    }
}

#[test]
fn short_label_is_one_line_and_a_long_one_is_folded() {
    let mut register = Register::parse(TEXT).expect("no errors");
    let sentence = "A sentence with \"quotes\" and a \\ in it. ".repeat(6);
    register.deliberation.purpose = Label::new("kort", sentence.trim_end().to_owned());
    assert_reads_back(&register);
    insta::assert_snapshot!(register.to_toml());
}
