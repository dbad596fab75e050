//! The Markdown codebook of the small model, also with hostile texts.

mod common;

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{Label, Language, Model, Note, OwnQuantity, ValueType};
use common::{emit, small_model, text, variable};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

fn markdown(model: &Model, path: &str) -> String {
    text(
        &emit(find_format(FORMATS, "codebook_md").unwrap(), model),
        path,
    )
}

#[test]
fn english_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "codebook-en.md"));
}

#[test]
fn standard_that_is_a_sentence_ends_with_one_full_stop() {
    let mut model = small_model();
    for list in &mut model.code_lists {
        list.standard = list.standard.as_ref().map(|_| "Not confirmed.".into());
    }
    let page = markdown(&model, "codebook-en.md");
    assert!(page.contains("Standard: Not confirmed. "), "{page}");
}

#[test]
fn dutch_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "codebook-nl.md"));
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
        let page = markdown(&model, &format!("codebook-{language}.md"));
        assert!(page.contains(phrase), "{language}: {page}");
        assert!(page.contains(definition), "{language}: {page}");
    }
}

#[test]
fn title_of_a_heading_is_not_repeated_in_the_language_of_the_decision() {
    let mut model = small_model();
    model.deliberation.headings[0].relatives = vec!["partner".into()];
    let dutch = markdown(&model, "codebook-nl.md");
    assert!(!dutch.contains("In de tekst: „Uitleningen”"), "{dutch}");
    assert!(dutch.contains("Ook van: partner"), "{dutch}");
    let english = markdown(&model, "codebook-en.md");
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
    let page = |language| markdown(&model, &format!("codebook-{language}.md"));
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
                if !dest_url.starts_with('#') && !dest_url.starts_with("https://example.org/") =>
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
        let columns = |markdown: &str| markdown.lines().filter(|line| line.starts_with("| ---")).count();
        let page = markdown(&model, "codebook-en.md");
        let (shown, foreign) = parse(&page);
        prop_assert!(foreign.is_empty(), "{foreign:?}");
        prop_assert_eq!(columns(&page), columns(&markdown(&small_model(), "codebook-en.md")));
        let folded = |text: &str| text.split_whitespace().collect::<String>();
        let expected = folded(&format!("begin{hostile}end"));
        prop_assert!(folded(&shown).contains(&expected), "{expected} is not in the page");
    }
}
