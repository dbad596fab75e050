//! A written register reads back equal.

use std::path::Path;

use beraad_describe::*;
use beraad_register::{Register, Wording};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::{option, sample};

use super::TEXT;

/// Any text that the format allows: not only of white space, with whatever a string of TOML must escape.
fn text() -> impl Strategy<Value = String> {
    let short = "[ a-zé\"'\\\\,=#\\[\\]{}\n\t\r\u{0}\u{7f}\u{202e}]{0,12}[a-z\"']";
    let long = vec(short, 1..30).prop_map(|texts| texts.join(" "));
    prop_oneof![short, long, any::<String>()]
        .prop_filter("a text that is not empty", |text| !text.trim().is_empty())
}

/// The languages of a model: one to three editions, and further ones.
fn languages() -> impl Strategy<Value = Languages> {
    let all = ["nl", "en", "fr-BE", "de", "sr-Latn"].map(Language::new);
    let shuffled = Just(all.to_vec()).prop_shuffle();
    (
        sample::select(all.to_vec()),
        shuffled,
        1..4_usize,
        0..3_usize,
    )
        .prop_map(|(decision, all, editions, others)| {
            let mut languages = Languages::new(decision, &all[..editions]);
            languages.others = all[editions..(editions + others).min(all.len())].to_vec();
            languages
        })
}

/// A name: a label, or a text in the language of the decision only.
fn name(languages: &Languages) -> impl Strategy<Value = Label> + use<> {
    let decision = languages.decision;
    let text = text().prop_map(move |text| Label::new([(decision, text)]));
    prop_oneof![label(languages), text]
}

/// A label with a text in every edition, and perhaps in other languages of the model.
fn label(languages: &Languages) -> impl Strategy<Value = Label> + use<> {
    let required = languages.editions.iter();
    let required = required.map(|language| (Just(*language), text().prop_map(Some).boxed()));
    let others = languages.others.iter();
    let others = others.map(|language| (Just(*language), option::of(text()).boxed()));
    let texts: Vec<_> = required.chain(others).collect();
    texts.prop_map(|texts| {
        let texts = texts.into_iter();
        Label::new(texts.filter_map(|(language, text)| Some((language, text?))))
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

fn amounts() -> impl Strategy<Value = Option<Amounts>> {
    option::of(prop_oneof![Just(Amounts::Exact), Just(Amounts::Classes)])
}

/// A year that a key for a year allows.
fn year() -> impl Strategy<Value = i16> {
    1000..=9999_i16
}

fn window() -> impl Strategy<Value = Window> {
    let first_day = prop_oneof![
        3 => day(),
        1 => year().prop_map(|year| Date::ymd(year.into(), 1, 1)),
        1 => (0..1000).prop_map(|year| Date::ymd(year, 1, 1)),
    ];
    let last = Date::ymd(9999, 12, 31);
    let period =
        (first_day, option::of((0..20_000_i32, any::<bool>()))).prop_map(move |(from, length)| {
            let to = length.map(|(days, is_year)| {
                let to = Date::from_epoch_days(from.to_epoch_days() + days).min(last);
                let end_of_year = Date::ymd(to.year(), 12, 31);
                if is_year { end_of_year } else { to }
            });
            Window::Period { from, to }
        });
    let years =
        btree_set(year(), 1..4).prop_map(|years| Window::Years(years.into_iter().collect()));
    prop_oneof![2 => period, 1 => years]
}

/// A day on which the window has ended, or has begun if it has no end; or words.
fn retention(
    languages: &Languages,
    window: &Window,
) -> impl Strategy<Value = Option<Retention>> + use<> {
    let last = Date::ymd(9999, 12, 31).to_epoch_days();
    let Period { from, to } = window.span();
    let end = to.or(from).map_or(0, Date::to_epoch_days);
    let day = (0..10_000_i32).prop_map(move |days| Date::from_epoch_days(last.min(end + days)));
    option::of(prop_oneof![
        day.prop_map(Retention::Until),
        label(languages).prop_map(Retention::Words),
    ])
}

fn term(index: usize, languages: &Languages) -> impl Strategy<Value = Term> + use<> {
    let parts = (
        text(),
        option::of(text()),
        texts(),
        option::of(grain()),
        option::of(label(languages)),
        amounts(),
    );
    parts.prop_map(move |(term, of, relatives, precision, disputed, amounts)| {
        // The number keeps terms apart.
        let mut term = Term::new(format!("{term}{index}"));
        term.of = of.map(Into::into);
        term.relatives = relatives;
        term.precision = precision;
        term.disputed = disputed;
        term.amounts = amounts;
        term
    })
}

/// The headings of these paragraphs. Two paragraphs may have headings with one title.
fn headings(
    paragraphs: &[Paragraph],
    languages: &Languages,
) -> impl Strategy<Value = Vec<Heading>> + use<> {
    let titles = vec(text(), 2);
    let numbers: Vec<_> = paragraphs.iter().map(|it| it.number.clone()).collect();
    let languages = languages.clone();
    titles.prop_flat_map(move |titles| {
        let of_paragraph = |number: &Text| {
            let titles = titles.iter().enumerate();
            let headings: Vec<_> = titles
                .map(|(index, title)| {
                    // The number keeps the headings of a paragraph apart.
                    let title = Text::from(format!("{title}{index}"));
                    option::of(heading(number.clone(), title, &languages))
                })
                .collect();
            headings
        };
        let headings: Vec<_> = numbers.iter().flat_map(of_paragraph).collect();
        headings.prop_map(|headings| headings.into_iter().flatten().collect())
    })
}

fn heading(
    paragraph: Text,
    title: Text,
    languages: &Languages,
) -> impl Strategy<Value = Heading> + use<> {
    let all = languages.clone();
    let terms = (1..4_usize)
        .prop_flat_map(move |count| (0..count).map(|at| term(at, &all)).collect::<Vec<_>>());
    let delivery = (option::of(text()), option::of(grain()), amounts());
    let parts = (label(languages), any::<bool>(), delivery, texts(), terms);
    let languages = languages.clone();
    parts.prop_map(
        move |(mut label, is_title, (provider, dates, amounts), relatives, terms)| {
            // A label without a text in the language of the decision has the title, if that language is declared.
            let decision = languages.decision;
            let lacks_text = label.text(decision).is_none();
            if languages.all().any(|it| it == decision) && (is_title || lacks_text) {
                label.set(decision, title.clone());
            }
            let mut heading = Heading::new(paragraph.clone(), title.clone(), label);
            heading.provider = provider.map(Into::into);
            heading.dates = dates;
            heading.amounts = amounts;
            heading.relatives = relatives;
            heading.terms = terms;
            heading
        },
    )
}

fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    let parts = (text(), option::of(text()), option::of(grain()), amounts());
    vec(parts, 0..4).prop_map(|paragraphs| {
        let numbered = paragraphs.into_iter().enumerate();
        let paragraph =
            |(index, (number, provider, dates, amounts)): (usize, (_, Option<_>, _, _))| {
                // The index keeps paragraphs apart.
                let number: String = number;
                let mut paragraph = Paragraph::new(format!("{number}{index}"));
                paragraph.provider = provider.map(|provider: String| provider.into());
                paragraph.dates = dates;
                paragraph.amounts = amounts;
                paragraph
            };
        numbered.map(paragraph).collect()
    })
}

fn statement(languages: &Languages) -> impl Strategy<Value = Statement> + use<> {
    (option::of(text()), label(languages), label(languages))
        .prop_map(|(paragraph, topic, text)| Statement::new(paragraph.map(Text::from), topic, text))
}

prop_compose! {
    fn deliberation()(
        languages in languages(),
        window in window(),
        paragraphs in paragraphs(),
    )(
        (number, title, dated, amended) in (text(), label(&languages), day(), vec(day(), 0..3)),
        (committee, recipient, purpose) in (name(&languages), name(&languages), label(&languages)),
        (kind, part) in (label(&languages), label(&languages)),
        keep_until in retention(&languages, &window),
        statements in vec(statement(&languages), 0..3),
        headings in headings(&paragraphs, &languages),
        languages in Just(languages),
        window in Just(window),
        paragraphs in Just(paragraphs),
    ) -> Deliberation {
        let mut decision = Deliberation::new(number, title, dated, window);
        decision.languages = languages;
        decision.words = Words::new(kind, part);
        decision.amended = amended;
        decision.committee = committee;
        decision.recipient = recipient;
        decision.purpose = purpose;
        decision.keep_until = keep_until;
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
        "examples/hospital-stays/deliberation.toml",
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
    let long = Text::from(sentence.trim_end().to_owned());
    let purpose = [(Language::EN, long), (Language::NL, "kort".into())];
    register.deliberation.purpose = Label::new(purpose);
    assert_reads_back(&register);
    insta::assert_snapshot!(register.to_toml());
}
