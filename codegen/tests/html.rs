//! The HTML codebook, parsed: it is well formed, loads nothing, and shows every text as text.

mod common;

use std::collections::BTreeSet;

use beraad_codegen::messages::Messages;
use beraad_codegen::{FORMATS, find_format, message};
use beraad_schema::describe::{Label, Language, Model, Note};
use common::page::{Parsed, parse};
use common::{emit, small_model, text};
use proptest::prelude::*;

fn page(model: &Model) -> String {
    text(
        &emit(find_format(FORMATS, "codebook_html").unwrap(), model),
        "index.html",
    )
}

#[test]
fn page_is_well_formed_and_its_references_have_targets() {
    let parsed = parse(&page(&small_model()));
    let ids = parsed.values("id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "duplicate id");
    for href in parsed.values("href") {
        match href.strip_prefix('#') {
            Some(id) => assert!(ids.contains(&id), "{href} has no target"),
            None => assert!(href.starts_with("https://example.org/"), "{href}"),
        }
    }
    for target in parsed.values("for") {
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn quotations_have_the_marks_of_the_other_formats() {
    let html = page(&small_model());
    for language in [Language::NL, Language::EN, Language::FR] {
        let quotation = Messages::of(language).with(message!("quotation"), &[("text", "|")]);
        let (open, close) = quotation.split_once('|').expect("a text between two marks");
        let mark = |mark: &str| mark.replace('\u{a0}', "\\a0");
        let rule = format!(
            ":lang({language}) > q {{ quotes: \"{}\" \"{}\"; }}",
            mark(open),
            mark(close)
        );
        assert!(html.contains(&rule), "{rule}");
    }
}

#[test]
fn page_loads_nothing() {
    let parsed = parse(&page(&small_model()));
    for attribute in [
        "src",
        "srcset",
        "action",
        "data",
        "poster",
        "style",
        "srcdoc",
        "background",
    ] {
        assert_eq!(parsed.values(attribute), Vec::<&str>::new(), "{attribute}");
    }
    for (name, attributes) in &parsed.elements {
        assert!(
            !matches!(&**name, "link" | "img" | "iframe" | "object" | "base"),
            "{name}"
        );
        assert!(
            !attributes.keys().any(|key| key.starts_with("on")),
            "{attributes:?}"
        );
    }
    let policy = parsed
        .values("content")
        .into_iter()
        .find(|it| it.starts_with("default-src"));
    let policy = policy.expect("a content security policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'sha256-"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
}

#[test]
fn both_languages_have_the_same_sections() {
    let parsed = parse(&page(&small_model()));
    let of = |language: &str| {
        let prefix = format!("{language}/");
        let ids = parsed.values("id").into_iter();
        ids.filter_map(|id| id.strip_prefix(&*prefix))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("nl"), of("en"));
    assert!(of("nl").contains(&"loan/department".to_owned()));
}

#[test]
fn heading_levels_are_not_skipped() {
    let parsed = parse(&page(&small_model()));
    let mut last = 0;
    for (name, _) in &parsed.elements {
        let level = match &**name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            "h4" => 4,
            _ => continue,
        };
        assert!(level <= last + 1, "{name} after h{last}");
        last = level;
    }
}

#[test]
fn page_shows_the_whole_description() {
    let shown = parse(&page(&small_model())).text;
    for text in [
        "Month of loan",
        "Mois du prêt",
        "The month in which the book was taken.",
        "de datum van uitlening",
        "follows from the words of the decision",
        "disputed precision: the phrase names a month",
        "possible; it means: not back yet",
        "possible; what it means is not documented",
        "books, not films",
        "assumed: may turn out to be: yes or no",
        "rarely more than 3",
        "at most 5",
        "code not found",
        "reference-only list",
        "comes with the delivery",
        "outside the observation window",
        "missing: not applicable",
        "01, also 1",
        "until 2011-12-31",
        "What to do: Compare with care.",
        "How sure is this?",
        "The page of the library names it.",
        "loan_month <= return_month",
        "no key is known",
        "The data must be destroyed after 2029-12-31.",
        "not modelled",
        "2 of 3 headings",
        "(empty text)",
    ] {
        assert!(shown.contains(text), "{text}");
    }
}

#[test]
fn only_web_addresses_become_links() {
    for url in [
        "javascript:alert(1)",
        "JAVASCRIPT://x/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.test",
        "https:evil",
        " https://a",
        "https://a\u{202e}b",
        "vbscript:x",
        "https://a b",
        "https://a\"b",
    ] {
        let mut model = small_model();
        common::variable(&mut model, "loan", "loan_month").origins[0].page = Some(url.into());
        common::code_list(&mut model, "department").page = Some(url.into());
        let parsed = parse(&page(&model));
        let links = parsed.values("href");
        assert!(
            links.iter().all(|href| href.starts_with('#')),
            "{url} is a link"
        );
        let md = common::codebook(
            &emit(find_format(FORMATS, "codebook_md").unwrap(), &model),
            "en",
        );
        assert!(!md.contains("](<"), "{url} is a link in Markdown");
    }
    let mut model = small_model();
    common::code_list(&mut model, "department").page = Some("HTTP://example.org/?a=1&b='2'".into());
    assert!(
        parse(&page(&model))
            .values("href")
            .contains(&"HTTP://example.org/?a=1&b='2'")
    );
}

#[test]
fn control_characters_are_made_visible() {
    let mut model = small_model();
    let list = &mut common::code_list(&mut model, "department").codes;
    list[0].meanings[0].label = Label::new([
        (Language::NL, "a\u{202e}b"),
        (Language::EN, "a\u{202e}b\u{2066}c\u{0}d"),
    ]);
    let page = page(&model);
    assert!(page.contains("a⟨U+202E⟩b⟨U+2066⟩c⟨U+0000⟩d"));
    assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{0}']));
}

/// The small model with a hostile text in place of many of its texts.
fn poisoned(hostile: &str) -> Model {
    let mut model = small_model();
    let it = common::variable(&mut model, "loan", "department");
    it.label = Label::new([
        (Language::NL, hostile.to_owned()),
        (Language::EN, hostile.to_owned()),
    ]);
    it.definition = it.label.clone();
    it.universe = Some(it.label.clone());
    it.phrase.term = hostile.to_owned().into();
    it.phrase.disputed = Some(it.label.clone());
    it.notes.push(Note::new(it.label.clone()));
    it.evidence.push(hostile.to_owned().into());
    it.id = hostile.to_owned().into();
    let origin = &mut common::variable(&mut model, "loan", "loan_month").origins[0];
    origin.name = hostile.to_owned().into();
    origin.page = Some(hostile.to_owned().into());
    let list = common::code_list(&mut model, "department");
    list.definition = Label::new([
        (Language::NL, hostile.to_owned()),
        (Language::EN, hostile.to_owned()),
    ]);
    let code = &mut list.codes[0];
    code.code = Some(hostile.to_owned().into());
    code.meanings[0].label = Label::new([
        (Language::NL, hostile.to_owned()),
        (Language::EN, hostile.to_owned()),
    ]);
    let heading = &mut model.deliberation.headings[2];
    heading.title = hostile.to_owned().into();
    heading.label = Label::new([
        (Language::NL, hostile.to_owned()),
        (Language::EN, hostile.to_owned()),
    ]);
    model.deliberation.title = Label::new([
        (Language::NL, hostile.to_owned()),
        (Language::EN, hostile.to_owned()),
    ]);
    model.deliberation.number = hostile.to_owned().into();
    model
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "</script><img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "\" onmouseover=\"x",
        "' autofocus onfocus='x",
        "</style>",
        "<!--",
        "-->",
        "]]>",
        "&lt;",
        "&#60;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "=",
        "/",
        "javascript:x",
        "\u{202e}",
        "\u{2069}",
        "\0",
        "\n",
        "\t",
        " ",
        "é",
        "𝒳",
        "{{x}}",
        "${x}",
        "</title>",
        "</main>",
        "</q>",
    ]);
    let any = prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => ".{0,8}"];
    prop::collection::vec(any, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_text_stays_text(hostile in hostile()) {
        let names = |parsed: &Parsed| parsed.elements.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let keys = |parsed: &Parsed| -> BTreeSet<String> {
            parsed.elements.iter().flat_map(|(_, attributes)| attributes.keys().cloned()).collect()
        };
        // The page has the same elements and attributes as with a harmless text.
        let (harmless, poisoned) = (parse(&page(&poisoned("harmless"))), parse(&page(&poisoned(&hostile))));
        if !hostile.is_empty() {
            prop_assert_eq!(names(&harmless), names(&poisoned));
        }
        prop_assert_eq!(keys(&harmless), keys(&poisoned));
    }
}
