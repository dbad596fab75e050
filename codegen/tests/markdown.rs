//! The Markdown codebook of the small model, and Markdown of hostile texts.

mod common;

use beraad_codegen::find;
use common::{emit, small_model, text, variable};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

fn markdown(model: &beraad_schema::describe::Model, path: &str) -> String {
    text(&emit(find("codebook_md").unwrap(), model), path)
}

#[test]
fn the_english_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "codebook-en.md"));
}

#[test]
fn a_standard_that_is_a_sentence_ends_with_one_full_stop() {
    let mut model = small_model();
    for list in &mut model.code_lists {
        list.standard = list.standard.as_ref().map(|_| "Not confirmed.".into());
    }
    let page = markdown(&model, "codebook-en.md");
    assert!(page.contains("Standard: Not confirmed. "), "{page}");
}

#[test]
fn the_dutch_codebook() {
    insta::assert_snapshot!(markdown(&small_model(), "codebook-nl.md"));
}

/// The text of a document, and whatever in it is markup that only a text of the model could have made.
fn read(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut alien = Vec::new();
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
                    alien.push(it.to_string());
                }
            }
            Event::Start(Tag::Link { dest_url, .. })
                if !dest_url.starts_with('#') && !dest_url.starts_with("https://example.org/") =>
            {
                alien.push(dest_url.to_string());
            }
            Event::Start(Tag::Image { dest_url, .. }) => alien.push(dest_url.to_string()),
            Event::Start(Tag::CodeBlock(_)) => alien.push("code block".into()),
            Event::Start(Tag::Strikethrough) => alien.push("struck text".into()),
            _ => {}
        }
    }
    (text, alien)
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
    fn a_text_of_the_model_stays_text(hostile in hostile()) {
        let mut model = small_model();
        let it = variable(&mut model, "loan", "department");
        it.label.en = format!("begin{hostile}end").into();
        it.definition.en = hostile.clone().into();
        it.notes.push(beraad_schema::describe::Note::new(beraad_schema::describe::Label::new("n", hostile.clone())));
        let list = &mut common::code_list(&mut model, "department").codes;
        list[0].meanings[0].label.en = hostile.clone().into();
        let columns = |markdown: &str| markdown.lines().filter(|line| line.starts_with("| ---")).count();
        let page = markdown(&model, "codebook-en.md");
        let (shown, alien) = read(&page);
        prop_assert!(alien.is_empty(), "{alien:?}");
        prop_assert_eq!(columns(&page), columns(&markdown(&small_model(), "codebook-en.md")));
        let folded = |text: &str| text.split_whitespace().collect::<String>();
        let expected = folded(&format!("begin{hostile}end"));
        prop_assert!(folded(&shown).contains(&expected), "{expected} is not in the page");
    }
}
