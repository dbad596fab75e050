//! What is said of a file with mistakes, and where.

use super::*;

const TEXT: &str = include_str!("../../../tests/ui/deliberation.toml");

/// The mistakes after `old` became `new` in a text without any.
fn mistakes(old: &str, new: &str) -> Vec<String> {
    assert_eq!(TEXT.matches(old).count(), 1, "`{old}` stands there once");
    let text = TEXT.replace(old, new);
    let mistakes = register(Path::new("deliberation.toml"), &text).err();
    mistakes
        .into_iter()
        .flatten()
        .map(|mistake| mistake.to_string())
        .collect()
}

#[test]
fn a_text_without_mistakes_is_read_whole() {
    let register = register(Path::new("folder/deliberation.toml"), TEXT).expect("no mistakes");
    assert_eq!(register.number, "99/001");
    assert_eq!(register.path, Path::new("folder/deliberation.toml"));
    assert_eq!(register.headings.len(), 4);
    let school = &register.headings[2];
    assert_eq!(register.dates(school, None), "quarter");
    assert_eq!(register.dates(school, Some(&school.terms[0])), "quarter");
    assert_eq!(register.dates(school, Some(&school.terms[1])), "month");
    assert!(school.terms[1].disputed.is_some());
    assert_eq!(school.relatives, ["ouder"]);
    assert_eq!(school.terms[2].relatives, ["grootouder"]);
    let grant = &register.headings[3];
    assert!(
        register.is_classed(grant, &grant.terms[0]),
        "the heading says so"
    );
    let loan = &register.headings[0];
    assert!(
        register.is_classed(loan, &loan.terms[5]),
        "the term says so"
    );
    assert!(!register.is_classed(loan, &loan.terms[3]));
    assert!(register.is_identifier(&loan.terms[0]));
    assert!(!register.is_identifier(&loan.terms[1]));
}

#[test]
fn what_is_not_toml_is_said_at_its_place() {
    let found = mistakes("number = \"99/001\"", "number = ");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("4:"), "{found:?}");
}

#[test]
fn an_unknown_key_is_said_once_though_the_right_one_is_missing() {
    assert_eq!(
        mistakes(
            "recipient = \"Leesgezelschap\"",
            "recipent = \"Leesgezelschap\""
        ),
        [
            "9:1: unknown key `recipent`; did you mean `recipient`? expected `number`, `title`, `dated`, `amended`, `committee`, `recipient`, `purpose`, `first_year`, `last_year` or `keep_until`"
        ]
    );
}

#[test]
fn a_missing_key_is_said_at_its_table() {
    assert_eq!(
        mistakes("recipient = \"Leesgezelschap\"\n", ""),
        ["3:1: `recipient` is missing here"]
    );
    assert_eq!(
        mistakes("title = \"Bezoek\"\n", ""),
        ["49:1: `title` is missing here"]
    );
}

#[test]
fn a_missing_language_is_said_at_its_text() {
    assert_eq!(
        mistakes(", en = \"examples; no other purpose\" }", " }"),
        ["10:11: `en` is missing here"]
    );
}

#[test]
fn a_value_of_another_type_is_said_at_the_value() {
    assert_eq!(
        mistakes("number = \"99/001\"", "number = 99"),
        ["4:10: `number` is a text that is not empty"]
    );
    assert_eq!(
        mistakes("first_year = 2010", "first_year = 40000"),
        ["11:14: `first_year` is a small whole number"]
    );
    assert_eq!(
        mistakes("\"2020-02-29\"", "\"2021-02-29\""),
        ["6:9: `dated` is a day, in quotes: \"2017-07-04\""]
    );
    assert_eq!(
        mistakes("[\"2021-03-01\"]", "[\"March 2021\"]"),
        ["7:11: `amended` is a list of days, in quotes: [\"2017-12-05\"]"]
    );
    assert_eq!(
        mistakes("[\"ouder\"]", "\"ouder\""),
        ["62:13: `relatives` is a list of texts that are not empty"]
    );
    assert_eq!(
        mistakes(
            "purpose = { nl = \"voorbeelden; geen ander doel\", en = \"examples; no other purpose\" }",
            "purpose = \"voorbeelden\""
        ),
        ["10:11: `purpose` is a table"]
    );
    assert_eq!(
        mistakes(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = \"het bedrag\""
        ),
        ["73:9: `terms` is a list of tables"]
    );
    assert_eq!(
        mistakes(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = [\"het bedrag\"]"
        ),
        ["73:10: `terms` holds tables"]
    );
}

#[test]
fn a_precision_is_one_of_the_known_ones() {
    assert_eq!(
        mistakes("dates = \"quarter\"", "dates = \"day\""),
        ["27:9: `dates` is `year`, `quarter` or `month`"]
    );
    assert_eq!(
        mistakes("precision = \"month\"", "precision = \"week\""),
        ["65:50: `precision` is `year`, `quarter` or `month`"]
    );
}

#[test]
fn headings_and_terms_stand_once_and_under_a_known_paragraph() {
    assert_eq!(
        mistakes(
            "{ term = \"het aantal bezoeken\" }",
            "{ term = \"de bezochte afdeling\" }"
        ),
        ["55:5: the term `de bezochte afdeling` stands here twice"]
    );
    assert_eq!(
        mistakes("title = \"Bezoek\"", "title = \"Uitlening\""),
        ["49:1: two headings have the title `Uitlening`"]
    );
    assert_eq!(
        mistakes("number = 2\n", "number = 1\n").len(),
        2,
        "both its headings lose their paragraph"
    );
    assert_eq!(
        mistakes("terms = [{ term = \"het bedrag\" }]", ""),
        ["69:1: a heading has `terms`"]
    );
}

#[test]
fn the_years_follow_one_another_and_the_data_is_kept_until_their_end() {
    assert_eq!(
        mistakes("last_year = 2015", "last_year = 2009"),
        ["12:13: `last_year` is before `first_year`, which is 2010"]
    );
    assert_eq!(
        mistakes("\"2030-12-31\"", "\"2015-12-30\""),
        ["13:14: `keep_until` is before the end of `last_year`, which is 2015"]
    );
    for allowed in ["last_year = 2010", "last_year = 2030"] {
        assert_eq!(mistakes("last_year = 2015", allowed), [""; 0]);
    }
}

#[test]
fn the_words_of_the_wording_are_not_empty() {
    assert_eq!(
        mistakes("[\"in klassen\"]", "[\"in klassen\", \" \"]"),
        ["16:11: `classed` is a list of texts that are not empty"]
    );
    assert_eq!(
        mistakes("[\"identificatienummer\"]", "[\"\"]"),
        ["17:14: `identifier` is a list of texts that are not empty"]
    );
}

#[test]
fn a_paragraph_has_a_number_of_its_own() {
    assert_eq!(
        mistakes("number = 2\nprovider", "number = 3\nprovider"),
        [
            "24:1: two paragraphs have the number 3",
            "34:1: there is no `[[paragraph]]` with the number 2",
            "49:1: there is no `[[paragraph]]` with the number 2",
        ]
    );
}
