//! The Markdown codebook of the small model, also with hostile texts.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{
    CodeEntry, Label, Language, Meaning, Model, Note, OwnQuantity, Term, ValueType,
};
use common::{File, codebook, emit, small_model, variable};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

fn pages(model: &Model) -> Vec<File> {
    emit(find_format(FORMATS, "codebook_md").unwrap(), model)
}

fn markdown(model: &Model, language: &str) -> String {
    codebook(&pages(model), language)
}

#[test]
fn english_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "en"));
}

#[test]
fn standard_that_is_a_sentence_ends_with_one_full_stop() {
    let mut model = small_model();
    for list in &mut model.code_lists {
        list.standard = list.standard.as_ref().map(|_| "Not confirmed.".into());
    }
    let page = markdown(&model, "en");
    assert!(page.contains("Standard: Not confirmed. "), "{page}");
}

#[test]
fn dutch_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "nl"));
}

#[test]
fn quotations_and_list_definitions_are_in_the_language_of_the_edition() {
    let mut model = small_model();
    model.deliberation.languages.editions = vec![Language::NL, Language::EN, Language::FR];
    let list = common::code_list(&mut model, "department");
    let definition = list.definition.clone();
    list.definition = definition.with(Language::FR, "Sections de la bibliothèque.");
    let quoted = [
        ("nl", "„de afdeling”", "Afdelingen van de bibliotheek."),
        ("en", "“de afdeling”", "Departments of the library."),
        (
            "fr",
            "«\u{a0}de afdeling\u{a0}»",
            "Sections de la bibliothèque.",
        ),
    ];
    for (language, phrase, definition) in quoted {
        let page = markdown(&model, language);
        assert!(page.contains(phrase), "{language}: {page}");
        assert!(page.contains(definition), "{language}: {page}");
    }
}

#[test]
fn title_of_a_heading_is_not_repeated_in_the_language_of_the_decision() {
    let mut model = small_model();
    model.deliberation.headings[0].relatives = vec!["partner".into()];
    let dutch = markdown(&model, "nl");
    assert!(!dutch.contains("In de tekst: „Uitleningen”"), "{dutch}");
    assert!(dutch.contains("Ook van: partner"), "{dutch}");
    let english = markdown(&model, "en");
    assert!(
        english.contains("In the text: “Uitleningen”, also for: partner"),
        "{english}"
    );
}

#[test]
fn amount_and_own_quantity_are_in_the_language_of_the_edition() {
    let mut model = small_model();
    model.deliberation.languages.editions = vec![Language::NL, Language::EN, Language::FR];
    let label = Label::new([
        (Language::NL, "aantal hoofdstukken"),
        (Language::EN, "number of chapters"),
    ]);
    let quantity = OwnQuantity::try_new("chapters", label).unwrap();
    variable(&mut model, "loan", "renewals").value_type = ValueType::Number {
        quantity: quantity.into(),
        min: 0,
        max: 40,
        decimals: 3,
    };
    variable(&mut model, "loan", "department").value_type = ValueType::Amount {
        currency: "EUR".into(),
        decimals: 2,
        min: 0,
        max: 10,
    };
    let page = |language| markdown(&model, language);
    let texts = [
        (
            "nl",
            [
                "geldbedrag in `EUR`, met hoogstens 2 decimalen",
                "aantal hoofdstukken, met hoogstens 3 decimalen",
            ],
        ),
        (
            "en",
            [
                "amount of money in `EUR`, with at most 2 decimals",
                "number of chapters, with at most 3 decimals",
            ],
        ),
        // There is no French name of the quantity.
        (
            "fr",
            [
                "montant en `EUR`, avec au maximum 2 décimales",
                "hoofdstukken",
            ],
        ),
    ];
    for (language, texts) in texts {
        let page = page(language);
        for text in texts {
            assert!(page.contains(text), "{language}: {text}\n{page}");
        }
    }
}

/// Returns true if a link leads to another place of the small model's codebook in English.
fn is_within_the_codebook(url: &str) -> bool {
    let (file, _) = url.split_once('#').unwrap_or((url, ""));
    let files = [
        "",
        "../codebook-en.md",
        "codebook-en/loan.md",
        "codebook-en/member.md",
        "loan.md",
        "member.md",
    ];
    files.contains(&file)
}

/// The text of a document, and the markup in it that does not come from the renderer.
fn parse(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut foreign = Vec::new();
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Text(it) | Event::Code(it) => text += &it,
            Event::Html(it) | Event::InlineHtml(it) => {
                let ours = it.starts_with("<a id=\"")
                    || &*it == "</a>"
                    || &*it == "<br>"
                    || it.trim() == "";
                if !ours {
                    foreign.push(it.to_string());
                }
            }
            Event::Start(Tag::Link { dest_url, .. })
                if !is_within_the_codebook(&dest_url)
                    && !dest_url.starts_with("https://example.org/") =>
            {
                foreign.push(dest_url.to_string());
            }
            Event::Start(Tag::Image { dest_url, .. }) => foreign.push(dest_url.to_string()),
            Event::Start(Tag::CodeBlock(_)) => foreign.push("code block".into()),
            Event::Start(Tag::Strikethrough) => foreign.push("struck text".into()),
            _ => {}
        }
    }
    (text, foreign)
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "](javascript:x)",
        "[a](http://evil.test)",
        "![i](x)",
        "`",
        "```",
        "|",
        "\\",
        "*",
        "**",
        "_",
        "~~",
        "&lt;",
        "&",
        "#",
        "# ",
        "- ",
        "1. ",
        "> ",
        "---",
        "\n",
        "\n\n",
        "    ",
        "<",
        ">",
        "http://evil.test",
        "www.evil.test",
        "a@b.test",
        "$x$",
        "a",
        " ",
        "é",
    ]);
    prop::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_text_stays_text(hostile in hostile()) {
        let mut model = small_model();
        let it = variable(&mut model, "loan", "department");
        it.label.set(Language::EN, format!("begin{hostile}end"));
        it.definition.set(Language::EN, hostile.clone());
        it.notes.push(Note::new(Label::new([(Language::EN, hostile.clone())])));
        let list = common::code_list(&mut model, "department");
        list.definition.set(Language::EN, hostile.clone());
        list.codes[0].meanings[0].label.set(Language::EN, hostile.clone());
        // The columns of each table, as a parser sees them.
        let columns = |markdown: &str| {
            let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
            let columns = events.filter_map(|event| match event {
                Event::Start(Tag::Table(columns)) => Some(columns.len()),
                _ => None,
            });
            columns.collect::<Vec<_>>()
        };
        let page = markdown(&model, "en");
        let (shown, foreign) = parse(&page);
        prop_assert!(foreign.is_empty(), "{foreign:?}");
        prop_assert_eq!(columns(&page), columns(&markdown(&small_model(), "en")));
        let folded = |text: &str| text.split_whitespace().collect::<String>();
        let expected = folded(&format!("begin{hostile}end"));
        prop_assert!(folded(&shown).contains(&expected), "{expected} is not in the page");
    }
}

/// The largest file that GitHub shows is a little larger.
const MAX_BYTES: usize = 500_000;

/// Asserts that each page is small enough, and that each link between pages leads to one anchor. Returns the number of links.
fn assert_pages(pages: &[File]) -> usize {
    let mut anchors = BTreeMap::new();
    let mut links = Vec::new();
    for (path, content) in pages {
        let markdown = std::str::from_utf8(content).unwrap();
        assert!(content.len() < MAX_BYTES, "{path}: {} bytes", content.len());
        anchors.entry((path.clone(), String::new())).or_insert(0);
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Html(it) | Event::InlineHtml(it) => {
                    if let Some(anchor) = it.strip_prefix("<a id=\"") {
                        let anchor = anchor.split('"').next().unwrap().to_owned();
                        *anchors.entry((path.clone(), anchor)).or_insert(0) += 1;
                    }
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    links.push((path.clone(), dest_url.to_string()));
                }
                _ => {}
            }
        }
    }
    let mut count = 0;
    for (path, url) in links {
        if url.starts_with("https://") {
            continue;
        }
        let (file, anchor) = url.split_once('#').unwrap_or((&url, ""));
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let target = match (file, file.strip_prefix("../"), folder) {
            ("", ..) => path.clone(),
            (_, Some(above), Some(_)) => above.to_owned(),
            (_, None, Some(folder)) => format!("{folder}/{file}"),
            (_, _, None) => file.to_owned(),
        };
        let found = anchors.get(&(target, anchor.to_owned()));
        let expected = usize::from(!anchor.is_empty());
        assert_eq!(found, Some(&expected), "{path}: {url}");
        count += 1;
    }
    count
}

#[test]
fn links_between_pages_lead_to_an_anchor() {
    let mut model = small_model();
    model.deliberation.languages.editions = vec![Language::NL, Language::EN, Language::FR];
    let pages = pages(&model);
    let paths: Vec<_> = pages.iter().map(|(path, _)| &**path).collect();
    assert_eq!(
        paths,
        ["nl", "en", "fr"]
            .map(|it| [
                format!("codebook-{it}.md"),
                format!("codebook-{it}/loan.md"),
                format!("codebook-{it}/member.md")
            ])
            .concat()
    );
    assert!(assert_pages(&pages) > 100);
}

/// A model with so many codes that a block takes several files, and so many phrases that the index does.
///
/// Its texts are random, of many lengths and with marks of Markdown.
fn large_model(codes: usize, phrases: usize) -> Model {
    let mut state = 47_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut random_text = move || -> String {
        let words = ["long", "a|b", "*", "[x]", "`", "meaning", "é", "<", "of"];
        let count = 1 + random(30);
        (0..count)
            .map(|_| words[random(words.len())])
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut model = small_model();
    let list = common::code_list(&mut model, "department");
    let code = |number| {
        let text = random_text();
        let label = Label::new([(Language::NL, text.clone()), (Language::EN, text)]);
        CodeEntry::new(format!("C{number}"), vec![Meaning::new(label)])
    };
    list.codes = (0..codes).map(code).collect();
    let terms = (0..phrases).map(|number| Term::new(format!("phrase {number}")));
    model.deliberation.headings[0].terms.extend(terms);
    model
}

#[test]
fn pages_of_a_large_model_are_small() {
    let (codes, phrases) = (6_000, 8_000);
    let pages = pages(&large_model(codes, phrases));
    assert!(assert_pages(&pages) > 50);
    for path in ["codebook-en-2.md", "codebook-en/loan-2.md"] {
        assert!(pages.iter().any(|(other, _)| other == path), "no {path}");
    }
    // Nothing is lost where a page is divided, and a table goes on as a table.
    let all = codebook(&pages, "en");
    let first_cells: BTreeSet<_> = all
        .lines()
        .filter_map(|line| line.split(" | ").next())
        .collect();
    for number in 0..codes {
        assert!(
            first_cells.contains(&*format!("| `C{number}`")),
            "C{number}"
        );
    }
    for number in 0..phrases {
        assert!(
            first_cells.contains(&*format!("| “phrase {number}”")),
            "phrase {number}"
        );
    }
    let (_, second) = pages
        .iter()
        .find(|(path, _)| path == "codebook-en/loan-2.md")
        .unwrap();
    let second = std::str::from_utf8(second).unwrap();
    let (head, _) = second.split_once("\n| `C").unwrap();
    assert!(head.ends_with('|') && head.contains("](loan.md)"), "{head}");
}
