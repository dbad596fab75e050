//! Every message has a text in every language, with every value.

mod errors;
mod warnings;

use std::collections::BTreeSet;

use beraad_describe::{CodeForm, Language};

use self::errors::{of_folder, of_layout, of_line, of_lines, of_workbook};
use self::warnings::{of_code, of_label, of_period};
use super::*;

/// A value that no text contains by itself.
fn v(name: &str) -> String {
    format!("<{name}>")
}

fn form() -> CodeForm {
    CodeForm::new("3".parse().ok(), None).expect("a form")
}

fn described(label: &str) -> DescribedLine {
    DescribedLine {
        label: v(label),
        amounts: Some(amounts(label)),
    }
}

fn amounts(name: &str) -> Amounts {
    Amounts {
        lower: Some(v(&format!("{name} lower"))),
        upper: Some(v(&format!("{name} upper"))),
    }
}

/// Each message, with each word that it may contain.
fn messages() -> Vec<ListMessage> {
    let mut messages: Vec<ListMessage> = Vec::new();
    messages.extend(of_folder().into_iter().map(ListMessage::from));
    messages.extend(of_layout().into_iter().map(ListMessage::from));
    messages.extend(of_line().into_iter().map(ListMessage::from));
    messages.extend(of_lines().into_iter().map(ListMessage::from));
    messages.extend(of_code().into_iter().map(ListMessage::from));
    messages.extend(of_label().into_iter().map(ListMessage::from));
    messages.extend(of_period().into_iter().map(ListMessage::from));
    messages.extend(of_workbook().into_iter().map(ListMessage::from));
    messages.push(ListMessage::Confirmable {
        message: Box::new(LineMessage::MissingCode.into()),
        value: v("value"),
    });
    messages.push(ListMessage::UnusedConfirmation { value: v("value") });
    messages
}

/// The values in a text: those in angle brackets, in backticks, days and numbers.
fn values(text: &str) -> BTreeSet<String> {
    let marked = text
        .split('<')
        .skip(1)
        .filter_map(|it| it.split('>').next());
    let quoted = text.split('`').skip(1).step_by(2);
    let numbers = text.split(|char: char| !char.is_ascii_hexdigit() && !"+-.U".contains(char));
    let numbers = numbers.map(|it| it.trim_matches(['-', '.']));
    let numbers = numbers.filter(|it| it.bytes().any(|byte| byte.is_ascii_digit()));
    let values = marked.chain(quoted).chain(numbers);
    values.map(str::to_owned).collect()
}

/// The keyword in a language that has this meaning in English.
fn keyword(value: &str, language: Language) -> String {
    let is_dutch = language == Language::NL;
    let translated = match value {
        "yes" if is_dutch => "ja",
        "yes" => "oui",
        "no" if is_dutch => "nee",
        "no" => "non",
        "# confirmed: own meanings" if is_dutch => "# bevestigd: eigen betekenissen",
        "# confirmed: own meanings" => "# confirmé: significations propres",
        "# confirmed: complete" if is_dutch => "# bevestigd: volledig",
        "# confirmed: complete" => "# confirmé: complet",
        value if is_dutch => return value.replace("# confirmed:", "# bevestigd:"),
        value => return value.replace("# confirmed:", "# confirmé:"),
    };
    translated.to_owned()
}

#[test]
fn every_message_is_in_the_list_of_the_tests() {
    let sources = [
        include_str!("folder.rs"),
        include_str!("layout.rs"),
        include_str!("line.rs"),
        include_str!("lines.rs"),
        include_str!("code.rs"),
        include_str!("label.rs"),
        include_str!("period.rs"),
        include_str!("workbook.rs"),
    ];
    let mut declared = 0;
    for source in sources {
        let lines = source
            .lines()
            .skip_while(|line| !line.starts_with("pub enum"));
        let variants = lines.take_while(|line| *line != "}");
        let variants = variants.filter(|line| {
            let start = line.strip_prefix("    ").unwrap_or_default();
            start.starts_with(|char: char| char.is_ascii_uppercase())
        });
        declared += variants.count();
    }
    let name = |message: &ListMessage| {
        let text = format!("{message:?}");
        let end = text.find([' ', ')']).unwrap_or(text.len());
        text[..end].to_owned()
    };
    let tested: BTreeSet<_> = messages().iter().map(name).collect();
    // The two messages of the outer enum.
    assert_eq!(tested.len(), declared + 2);
}

#[test]
fn every_language_shows_every_value() {
    for message in messages() {
        let english = message.text(Language::EN);
        assert_eq!(english, message.to_string());
        for language in [Language::NL, Language::FR] {
            let text = message.text(language);
            assert_ne!(text, english, "{message:?}");
            let found = values(&text);
            for value in values(&english) {
                let value = keyword(&value, language);
                assert!(found.contains(&value), "{value}\n{english}\n{text}");
            }
        }
    }
}

#[test]
fn no_language_has_words_of_another_one() {
    // Words that are in nearly every sentence of one language and in none of the others.
    let english = [
        "the", "of", "is", "and", "write", "with", "without", "which", "file", "line", "by", "has",
    ];
    let of_both = ["of", "is"];
    for message in messages() {
        for language in [Language::NL, Language::FR] {
            let text = message.text(language);
            let mut prose = text.split('`').step_by(2);
            let is_english = |word: &str| {
                let is_dutch_too = language == Language::NL && of_both.contains(&word);
                english.contains(&word) && !is_dutch_too
            };
            let found =
                prose.find(|it| it.split(|char: char| !char.is_alphabetic()).any(is_english));
            assert_eq!(found, None, "{text}");
        }
    }
}

#[test]
fn french_has_no_break_spaces_before_its_signs() {
    for message in messages() {
        let text = message.text(Language::FR);
        for prose in text.split('`').step_by(2) {
            let mut before = ' ';
            let mut chars = prose.chars().peekable();
            while let Some(char) = chars.next() {
                let is_sign = ";?!".contains(char) || (char == ':' && chars.peek() == Some(&' '));
                assert!(!is_sign || before == '\u{a0}', "{text}");
                assert!(char != '\'', "{text}");
                before = char;
            }
        }
    }
}

#[test]
fn text_is_one_sentence_without_a_full_stop() {
    for message in messages() {
        for language in [Language::EN, Language::NL, Language::FR] {
            let text = message.text(language);
            assert!(!text.contains("  ") && !text.ends_with('.'), "{text}");
            let is_small = |char: char| !char.is_uppercase();
            assert!(text.starts_with(is_small), "{text}");
        }
    }
}

#[test]
fn region_of_a_language_does_not_matter() {
    let message = ListMessage::from(LineMessage::MissingCode);
    let belgian = Language::new("nl-BE");
    assert_eq!(message.text(belgian), message.text(Language::NL));
    assert_eq!(message.text(Language::DE), message.text(Language::EN));
}
