//! Forms of codes: what a pattern matches is what a regular expression matches, and what is generated matches.

use beraad_describe::{CodeForm, CodeLength, CodePattern, CodeTextError};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use regex::Regex;

/// Patterns of few characters, so that random texts often match.
fn any_pattern() -> impl Strategy<Value = String> {
    let atom = || {
        let atoms = [
            "a",
            "b",
            "-",
            " ",
            "&",
            "\\.",
            "\\{",
            "\\\\",
            "[ab]",
            "[a-c]",
            "[0-9a]",
            "[\\-b]",
            "[&~#]",
            "[\\^\\]\\[]",
        ];
        prop::sample::select(atoms.map(str::to_owned).to_vec())
    };
    let count = prop_oneof![
        4 => Just(String::new()),
        1 => Just("?".to_owned()),
        1 => (1..4_u8).prop_map(|count| format!("{{{count}}}")),
        1 => (0..3_u8, 1..3_u8).prop_map(|(min, more)| format!("{{{min},{}}}", min + more)),
    ];
    atom().prop_recursive(4, 24, 4, move |pattern| {
        let group = pattern.prop_map(|pattern| format!("({pattern})"));
        let repeated = (prop_oneof![2 => atom(), 1 => group], count.clone());
        let repeated = repeated.prop_map(|(element, count)| element + &count);
        let sequence = prop::collection::vec(repeated, 1..4).prop_map(|parts| parts.concat());
        prop::collection::vec(sequence, 1..3).prop_map(|parts| parts.join("|"))
    })
}

fn regex(pattern: &CodePattern) -> Regex {
    Regex::new(&format!("^(?:{pattern})$")).expect("a pattern is a regular expression")
}

/// Choices from random numbers; 0 when they run out.
fn choices(numbers: &[u32]) -> impl FnMut(usize) -> usize {
    let mut numbers = numbers.iter();
    move |count| numbers.next().map_or(0, |number| *number as usize % count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn pattern_matches_what_the_regular_expression_matches(text in any_pattern(), codes in prop::collection::vec("[abc0.& -]{0,7}", 8)) {
        let Ok(pattern) = text.parse::<CodePattern>() else { return Ok(()) };
        let regex = regex(&pattern);
        for code in codes {
            prop_assert_eq!(pattern.matches(&code), regex.is_match(&code), "{} and {:?}", pattern, code);
        }
    }

    #[test]
    fn generated_code_matches(text in any_pattern(), min in 0..6_usize, more in 0..9_usize, numbers in prop::collection::vec(any::<u32>(), 80)) {
        let Ok(pattern) = text.parse::<CodePattern>() else { return Ok(()) };
        let regex = regex(&pattern);
        let Ok(form) = CodeForm::new(CodeLength::new(min, min + more), Some(pattern)) else { return Ok(()) };
        let Some(code) = form.code(&mut choices(&numbers)) else { return Ok(()) };
        prop_assert!(regex.is_match(&code), "{} and {:?}", form, code);
        prop_assert!(form.accepts(&code), "{} and {:?}", form, code);
        prop_assert!(form.length_bounds().contains(code.len()));
        prop_assert_eq!(CodeTextError::of(&code), None);
    }

    #[test]
    fn generated_code_has_the_length(min in 0..33_usize, max in 1..33_usize, numbers in prop::collection::vec(any::<u32>(), 80)) {
        let Some(length) = CodeLength::new(min, max) else { return Ok(()) };
        let form = CodeForm::new(Some(length), None).unwrap();
        let code = form.code(&mut choices(&numbers)).expect("characters other than a space");
        prop_assert!(length.contains(code.len()));
        prop_assert_eq!(CodeTextError::of(&code), None);
    }

    #[test]
    fn form_reads_back_from_json_equal(text in any_pattern(), max in 1..33_usize) {
        let Ok(pattern) = text.parse::<CodePattern>() else { return Ok(()) };
        for length in [None, CodeLength::new(0, max)] {
            let Ok(form) = CodeForm::new(length, Some(pattern.clone())) else { continue };
            let json = serde_json::to_string(&form).unwrap();
            prop_assert_eq!(serde_json::from_str::<CodeForm>(&json).unwrap(), form);
        }
    }

    #[test]
    fn any_text_is_a_pattern_or_an_error(text in "[ -~é]{0,20}") {
        if let Ok(pattern) = text.parse::<CodePattern>() {
            let _ = regex(&pattern);
        }
    }
}

#[test]
fn most_patterns_of_the_strategy_are_valid() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut text = || any_pattern().new_tree(&mut runner).unwrap().current();
    let valid = (0..500).filter(|_| text().parse::<CodePattern>().is_ok());
    assert!(valid.count() > 400);
}

#[test]
fn codes_in_use_have_their_form() {
    for (pattern, yes, no) in [
        ("[0-9]{14}", "73282932000074", "7328293200007"),
        ("[EW]01[0-9]{6}", "E01000001", "S01000001"),
        ("[A-Z][0-9]{2}(\\.[0-9]{1,2})?", "J45.1", "J451"),
        (
            "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}",
            "SW1A 1AA",
            "SW1A1AA",
        ),
        ("2A|2B|[0-9]{2}", "2A", "2C"),
    ] {
        let pattern: CodePattern = pattern.parse().unwrap();
        assert!(pattern.matches(yes) && !pattern.matches(no), "{pattern}");
        assert!(!pattern.matches(&format!("{yes}\n")), "the whole text");
    }
}

#[test]
fn invalid_pattern_is_reported_with_what_to_write() {
    for (pattern, message) in [
        (
            "",
            "nothing to match at character 1; write `?` behind what may be missing",
        ),
        (
            "a|",
            "nothing to match at character 3; write `?` behind what may be missing",
        ),
        (
            "[0-9]*",
            "`*` at character 6 has no upper bound; write `{0,5}`",
        ),
        (
            "A.",
            "`.` at character 2 means any character; write which ones, such as `[0-9A-Z]`, or `\\.` for the character",
        ),
        (
            "^A",
            "`^` at character 1: a pattern describes the whole code, remove it",
        ),
        (
            "a{2}?",
            "`?` at character 5 repeats nothing; write it once, behind what it repeats",
        ),
        (
            "a{2,}",
            "invalid repetition at character 2; write `{3}` or `{2,5}`, with at most 32",
        ),
        (
            "a{3,2}",
            "invalid repetition at character 2; write `{3}` or `{2,5}`, with at most 32",
        ),
        ("[]", "`[` at character 1 contains no characters"),
        (
            "[^a]",
            "`^` at character 2 within a class; write `\\^` for the character",
        ),
        ("[b-a]", "the range `b-a` ends before it starts"),
        (
            "[a&&b]",
            "duplicate character `&` within a class, before character 5",
        ),
        (
            "[a-",
            "`]` at character 3 within a class; write `\\]` for the character",
        ),
        (
            "[a",
            "`[` at character 1 is never closed; write `\\[` for the character",
        ),
        (
            "(a",
            "`(` at character 1 is never closed; write `\\(` for the character",
        ),
        (
            "a)",
            "`)` at character 2 closes no group; write `\\)` for the character",
        ),
        (
            "\\d",
            "`\\` at character 1 must precede one of `\\ . + * ? ( ) [ ] { } | ^ $`",
        ),
        (
            "a{20}b{20}",
            "what matches has more than 32 characters, the most that a code has",
        ),
        (
            "é",
            "character 1 is not a printable character of ASCII, which no code has",
        ),
        (
            "(((((a)))))",
            "more than 4 groups within each other at character 5",
        ),
    ] {
        let error = pattern.parse::<CodePattern>().unwrap_err();
        assert_eq!(error.to_string(), message, "{pattern}");
    }
    let error = "a?".repeat(65).parse::<CodePattern>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a pattern of 130 bytes; patterns have at most 128"
    );
}

#[test]
fn form_that_no_code_has_is_an_error() {
    let form = |length: &str, pattern: &str| {
        let error = CodeForm::new(length.parse().ok(), pattern.parse().ok()).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        form("3", "[0-9]{4}"),
        "no code matches the pattern and has 3 characters"
    );
    assert_eq!(form("", "[0-9] "), "no code matches the pattern");
    assert_eq!(
        form("", ""),
        "a form without a length and without a pattern; write at least one of them"
    );
    let either: CodePattern = "[ A]".parse().unwrap();
    assert!(CodeForm::new(None, Some(either)).is_ok());
}

#[test]
fn length_is_a_number_or_a_range() {
    for (text, shown) in [
        ("14", "14 characters"),
        ("3..=5", "3 to 5 characters"),
        ("1", "1 character"),
        ("0..=32", "0 to 32 characters"),
    ] {
        assert_eq!(text.parse::<CodeLength>().unwrap().to_string(), shown);
    }
    for text in [
        "",
        "0",
        "33",
        "5..=3",
        "3..5",
        "..=5",
        "+3",
        "a",
        "3..=",
        "3..=5..=6",
    ] {
        assert!(text.parse::<CodeLength>().is_err(), "{text}");
    }
    assert!(serde_json::from_str::<CodeLength>("{\"min\":5,\"max\":3}").is_err());
}
