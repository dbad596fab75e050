//! Errors of a register are reported with their positions.

use beraad_register::Register;

use super::TEXT;

/// The errors after `old` became `new` in a register without errors.
fn errors(old: &str, new: &str) -> Vec<String> {
    assert_eq!(TEXT.matches(old).count(), 1, "`{old}` occurs once");
    let errors = Register::parse(&TEXT.replace(old, new)).err();
    let errors = errors.into_iter().flatten();
    errors.map(|error| error.to_string()).collect()
}

#[test]
fn every_syntax_error_is_reported_at_its_place() {
    let found = errors("number = \"99/001\"", "number = ");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("4:"), "{found:?}");
    let found = errors("number = \"99/001\"", "number = \nextra = x");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn unknown_key_is_reported_once_although_the_right_one_is_missing() {
    assert_eq!(
        errors(
            "recipient = \"Leesgezelschap\"",
            "recipent = \"Leesgezelschap\""
        ),
        [
            "9:1: unknown key `recipent`; did you mean `recipient`? expected `number`, `title`, `dated`, `amended`, `committee`, `recipient`, `purpose`, `first_year`, `last_year` or `keep_until`"
        ]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "term = [{ term = \"het bedrag\" }]"
        ),
        [
            "73:1: unknown key `term`; did you mean `terms`? expected `paragraph`, `title`, `nl`, `en`, `fr`, `relatives` or `terms`"
        ]
    );
}

#[test]
fn missing_key_is_reported_at_its_table() {
    assert_eq!(
        errors("recipient = \"Leesgezelschap\"\n", ""),
        ["3:1: missing key `recipient`"]
    );
    assert_eq!(
        errors("title = \"Bezoek\"\n", ""),
        ["49:1: missing key `title`"]
    );
}

#[test]
fn missing_language_is_reported_at_its_label() {
    assert_eq!(
        errors(", en = \"examples; no other purpose\" }", " }"),
        ["10:11: missing key `en`"]
    );
    assert_eq!(
        errors(
            "purpose = { nl = \"voorbeelden; geen ander doel\", en = \"examples; no other purpose\" }",
            "purpose.nl = \"voorbeelden\""
        ),
        ["10:1: missing key `en`"],
        "also where the label is written as dotted keys"
    );
}

#[test]
fn value_of_another_type_is_reported_at_the_value() {
    assert_eq!(
        errors("number = \"99/001\"", "number = 99"),
        ["4:10: invalid value of `number`: expected a text that is not empty, found an integer"]
    );
    assert_eq!(
        errors("number = \"99/001\"", "number = \" \""),
        [
            "4:10: invalid value of `number`: expected a text that is not empty, found the string \" \""
        ]
    );
    for (year, found) in [
        ("40000", "an integer"),
        ("-5", "an integer"),
        ("2010.0", "a float"),
    ] {
        assert_eq!(
            errors("first_year = 2010", &format!("first_year = {year}")),
            [format!(
                "11:14: invalid value of `first_year`: expected an integer from 1000 to 9999, found {found}"
            )]
        );
    }
    assert_eq!(
        errors("\"2020-02-29\"", "\"2021-02-29\""),
        [
            "6:9: invalid value of `dated`: expected a day in quotes, such as \"2017-07-04\", found the string \"2021-02-29\""
        ]
    );
    assert_eq!(
        errors("\"2020-02-29\"", "2020-02-29"),
        [
            "6:9: invalid value of `dated`: expected a day in quotes, such as \"2017-07-04\", found a datetime"
        ]
    );
    assert_eq!(
        errors("[\"2021-03-01\"]", "[\"2021-03-01\", \"March 2021\"]"),
        [
            "7:26: invalid item of `amended`: expected a day in quotes, such as \"2017-07-04\", found the string \"March 2021\""
        ]
    );
    assert_eq!(
        errors("[\"ouder\"]", "\"ouder\""),
        [
            "62:13: invalid value of `relatives`: expected an array of texts, found the string \"ouder\""
        ]
    );
    assert_eq!(
        errors(
            "purpose = { nl = \"voorbeelden; geen ander doel\", en = \"examples; no other purpose\" }",
            "purpose = \"voorbeelden\""
        ),
        ["10:11: invalid value of `purpose`: expected a table, found the string \"voorbeelden\""]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = \"het bedrag\""
        ),
        [
            "73:9: invalid value of `terms`: expected an array of tables, found the string \"het bedrag\""
        ]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = [\"het bedrag\"]"
        ),
        ["73:10: invalid item of `terms`: expected a table, found the string \"het bedrag\""]
    );
    assert_eq!(
        errors(
            "[wording]\nclassed = [\"in klassen\"]\nidentifier = [\"identificatienummer\"]",
            "[[wording]]"
        ),
        ["15:1: invalid value of `wording`: expected a table, found an array"]
    );
}

#[test]
fn unknown_precision_is_reported_with_those_that_exist() {
    assert_eq!(
        errors("dates = \"quarter\"", "dates = \"day\""),
        [
            "27:9: invalid value of `dates`: expected `year`, `quarter` or `month`, found the string \"day\""
        ]
    );
    assert_eq!(
        errors("precision = \"month\"", "precision = \"week\""),
        [
            "65:50: invalid value of `precision`: expected `year`, `quarter` or `month`, found the string \"week\""
        ]
    );
}

#[test]
fn duplicate_heading_or_term_is_reported() {
    assert_eq!(
        errors(
            "{ term = \"het aantal bezoeken\" }",
            "{ term = \"de bezochte afdeling\" }"
        ),
        ["55:5: duplicate term `de bezochte afdeling`"]
    );
    assert_eq!(
        errors("title = \"Bezoek\"", "title = \"Uitlening\""),
        ["49:1: duplicate heading `Uitlening`"]
    );
}

#[test]
fn heading_without_terms_is_reported() {
    for none in ["", "terms = []"] {
        assert_eq!(
            errors("terms = [{ term = \"het bedrag\" }]", none),
            ["69:1: a heading has at least one term; write `terms = [{ term = \"..\" }]`"]
        );
    }
}

#[test]
fn heading_of_an_unknown_paragraph_is_reported() {
    assert_eq!(
        errors("number = 2\n", "number = 1\n"),
        [
            "34:1: unknown paragraph 2; write a `[[paragraph]]` with this number",
            "49:1: unknown paragraph 2; write a `[[paragraph]]` with this number",
        ],
        "both headings lose their paragraph"
    );
    assert_eq!(
        errors("number = 2\nprovider", "number = 3\nprovider"),
        [
            "24:1: duplicate paragraph 3",
            "34:1: unknown paragraph 2; write a `[[paragraph]]` with this number",
            "49:1: unknown paragraph 2; write a `[[paragraph]]` with this number",
        ]
    );
    assert_eq!(
        errors("provider = \"Bibliotheek\"\n", "").len(),
        1,
        "a heading of an invalid paragraph brings no further error"
    );
}

#[test]
fn window_that_ends_too_early_is_reported() {
    assert_eq!(
        errors("last_year = 2015", "last_year = 2009"),
        ["12:13: `last_year` 2009 is before `first_year` 2010"]
    );
    assert_eq!(
        errors("\"2030-12-31\"", "\"2015-12-30\""),
        ["13:14: `keep_until` 2015-12-30 is before the end of `last_year` 2015"]
    );
    for allowed in ["last_year = 2010", "last_year = 2030"] {
        assert_eq!(errors("last_year = 2015", allowed), [""; 0]);
    }
}

#[test]
fn empty_words_of_the_wording_are_reported() {
    assert_eq!(
        errors("[\"in klassen\"]", "[\"in klassen\", \" \"]"),
        [
            "16:26: invalid item of `classed`: expected a text that is not empty, found the string \" \""
        ]
    );
    assert_eq!(
        errors("[\"identificatienummer\"]", "[\"\"]"),
        [
            "17:15: invalid item of `identifier`: expected a text that is not empty, found the string \"\""
        ]
    );
}

#[test]
fn errors_everywhere_are_reported_at_once_in_the_order_of_the_text() {
    let text = TEXT
        .replace("number = \"99/001\"", "number = 99")
        .replace("dates = \"quarter\"", "dates = \"day\"")
        .replace("en = \"Visit\"\n", "");
    let errors = Register::parse(&text).expect_err("three errors");
    let lines: Vec<_> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [4, 27, 49]);
    assert_eq!(errors.to_string().lines().count(), 3);
}

#[test]
fn message_shows_the_start_of_a_value_and_no_control_character() {
    let long = format!("dates = \"\\u001b{}\"", "x".repeat(1000));
    let found = errors("dates = \"quarter\"", &long);
    assert!(found[0].contains("⟨U+001B⟩xxx"), "{found:?}");
    assert!(found[0].len() < 200, "{found:?}");
}
