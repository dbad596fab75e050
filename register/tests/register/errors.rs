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
            "12:1: unknown key `recipent`; did you mean `recipient`? expected `number`, `language`, `editions`, `other_languages`, `title`, `dated`, `amended`, `committee`, `recipient`, `purpose`, `first_year`, `last_year`, `first_day`, `last_day`, `years` or `keep_until`"
        ]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "term = [{ term = \"het bedrag\" }]"
        ),
        [
            "80:1: unknown key `term`; did you mean `terms`? expected `paragraph`, `title`, `nl`, `en`, `fr`, `provider`, `dates`, `amounts`, `yearly_states`, `relatives` or `terms`"
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
        ["56:1: missing key `title`"]
    );
}

#[test]
fn missing_language_is_reported_at_its_label() {
    assert_eq!(
        errors(", en = \"examples; no other purpose\" }", " }"),
        ["13:11: missing key `en`"]
    );
    assert_eq!(
        errors(
            "purpose = { nl = \"voorbeelden; geen ander doel\", en = \"examples; no other purpose\" }",
            "purpose.nl = \"voorbeelden\""
        ),
        ["13:1: missing key `en`"],
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
                "14:14: invalid value of `first_year`: expected an integer from 1000 to 9999, found {found}"
            )]
        );
    }
    assert_eq!(
        errors("\"2020-02-29\"", "\"2021-02-29\""),
        [
            "9:9: invalid value of `dated`: expected a day in quotes, such as \"2017-07-04\", found the string \"2021-02-29\""
        ]
    );
    assert_eq!(
        errors("\"2020-02-29\"", "2020-02-29"),
        [
            "9:9: invalid value of `dated`: expected a day in quotes, such as \"2017-07-04\", found a datetime"
        ]
    );
    assert_eq!(
        errors("[\"2021-03-01\"]", "[\"2021-03-01\", \"March 2021\"]"),
        [
            "10:26: invalid item of `amended`: expected a day in quotes, such as \"2017-07-04\", found the string \"March 2021\""
        ]
    );
    assert_eq!(
        errors("[\"ouder\"]", "\"ouder\""),
        [
            "69:13: invalid value of `relatives`: expected an array of texts, found the string \"ouder\""
        ]
    );
    assert_eq!(
        errors(
            "purpose = { nl = \"voorbeelden; geen ander doel\", en = \"examples; no other purpose\" }",
            "purpose = \"voorbeelden\""
        ),
        [
            "13:11: invalid value of `purpose`: expected a table with a text for each language, found the string \"voorbeelden\""
        ]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = \"het bedrag\""
        ),
        [
            "80:9: invalid value of `terms`: expected an array of tables, found the string \"het bedrag\""
        ]
    );
    assert_eq!(
        errors(
            "terms = [{ term = \"het bedrag\" }]",
            "terms = [\"het bedrag\"]"
        ),
        ["80:10: invalid item of `terms`: expected a table, found the string \"het bedrag\""]
    );
    assert_eq!(
        errors(
            "[wording]\nclassed = [\"in klassen\"]\nidentifier = [\"identificatienummer\"]",
            "[[wording]]"
        ),
        ["22:1: invalid value of `wording`: expected a table, found an array"]
    );
}

#[test]
fn unknown_precision_is_reported_with_those_that_exist() {
    assert_eq!(
        errors("dates = \"quarter\"", "dates = \"week\""),
        [
            "34:9: invalid value of `dates`: expected `year`, `quarter`, `month` or `day`, found the string \"week\""
        ]
    );
    assert_eq!(
        errors("precision = \"month\"", "precision = \"week\""),
        [
            "72:50: invalid value of `precision`: expected `year`, `quarter`, `month` or `day`, found the string \"week\""
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
        ["62:5: duplicate term `de bezochte afdeling`"]
    );
    assert_eq!(
        errors("title = \"Bezoek\"", "title = \"Uitlening\""),
        ["56:1: duplicate heading `Uitlening` in paragraph `2`"]
    );
}

#[test]
fn heading_without_terms_is_reported() {
    for none in ["", "terms = []"] {
        assert_eq!(
            errors("terms = [{ term = \"het bedrag\" }]", none),
            ["76:1: a heading has at least one term; write `terms = [{ term = \"..\" }]`"]
        );
    }
}

#[test]
fn heading_of_an_unknown_paragraph_is_reported() {
    assert_eq!(
        errors("number = \"2\"\n", "number = \"1\"\n"),
        [
            "41:1: unknown paragraph `2`; write a `[[paragraph]]` with this number",
            "56:1: unknown paragraph `2`; write a `[[paragraph]]` with this number"
        ],
        "both headings lose their paragraph"
    );
    assert_eq!(
        errors("number = \"2\"\nprovider", "number = \"3\"\nprovider"),
        [
            "31:1: duplicate paragraph `3`",
            "41:1: unknown paragraph `2`; write a `[[paragraph]]` with this number",
            "56:1: unknown paragraph `2`; write a `[[paragraph]]` with this number"
        ]
    );
    assert_eq!(
        errors("dates = \"month\"", "dates = \"week\"").len(),
        1,
        "a heading of an invalid paragraph brings no further error"
    );
}

#[test]
fn window_that_ends_too_early_is_reported() {
    assert_eq!(
        errors("last_year = 2015", "last_year = 2009"),
        ["15:13: `last_year` is before `first_year`"]
    );
    assert_eq!(
        errors("\"2030-12-31\"", "\"2015-12-30\""),
        ["16:14: `keep_until` 2015-12-30 is before the end of the observation window, 2015-12-31"]
    );
    for allowed in ["", "last_year = 2010", "last_year = 2030"] {
        assert_eq!(errors("last_year = 2015", allowed), [""; 0]);
    }
}

#[test]
fn empty_words_of_the_wording_are_reported() {
    assert_eq!(
        errors("[\"in klassen\"]", "[\"in klassen\", \" \"]"),
        [
            "23:26: invalid item of `classed`: expected a text that is not empty, found the string \" \""
        ]
    );
    assert_eq!(
        errors("[\"identificatienummer\"]", "[\"\"]"),
        [
            "24:15: invalid item of `identifier`: expected a text that is not empty, found the string \"\""
        ]
    );
}

#[test]
fn errors_everywhere_are_reported_at_once_in_the_order_of_the_text() {
    let text = TEXT
        .replace("number = \"99/001\"", "number = 99")
        .replace("dates = \"quarter\"", "dates = \"week\"")
        .replace("en = \"Visit\"\n", "");
    let errors = Register::parse(&text).expect_err("three errors");
    let lines: Vec<_> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [4, 34, 56]);
    assert_eq!(errors.to_string().lines().count(), 3);
}

#[test]
fn message_shows_the_start_of_a_value_and_no_control_character() {
    let long = format!("dates = \"\\u001b{}\"", "x".repeat(1000));
    let found = errors("dates = \"quarter\"", &long);
    assert!(found[0].contains("⟨U+001B⟩xxx"), "{found:?}");
    assert!(found[0].len() < 200, "{found:?}");
}

#[test]
fn missing_or_duplicate_languages_of_the_model_are_reported() {
    let editions = "editions = [\"nl\", \"en\"]";
    for (none, position) in [("", "3:1"), ("editions = []", "6:12")] {
        assert_eq!(
            errors(editions, none),
            [format!(
                "{position}: a model has at least one edition; write `editions = [\"nl\", \"en\"]`"
            )]
        );
    }
    assert_eq!(
        errors(editions, "edition = [\"nl\"]"),
        [
            "6:1: unknown key `edition`; did you mean `editions`? expected `number`, `language`, `editions`, `other_languages`, `title`, `dated`, `amended`, `committee`, `recipient`, `purpose`, `first_year`, `last_year`, `first_day`, `last_day`, `years` or `keep_until`"
        ]
    );
    assert_eq!(
        errors(editions, "editions = [\"nl\", \"en\", \"NL\"]"),
        ["6:25: duplicate language `nl`"]
    );
    assert_eq!(
        errors(editions, "editions = [\"nl\", \"english\"]"),
        [
            "6:19: invalid item of `editions`: expected a language tag in quotes, such as \"nl\" or \"fr-BE\", found the string \"english\""
        ]
    );
    assert_eq!(
        errors(
            "other_languages = [\"fr\"]",
            "other_languages = [\"fr\", \"en\"]"
        ),
        ["7:19: duplicate language `en`: it is in `editions`"]
    );
    assert_eq!(
        errors("language = \"nl\"\n", ""),
        ["3:1: missing key `language`"]
    );
    assert_eq!(
        errors("language = \"nl\"", "language = \"dutch\""),
        [
            "5:12: invalid value of `language`: expected a language tag in quotes, such as \"nl\" or \"fr-BE\", found the string \"dutch\""
        ]
    );
    assert_eq!(
        errors(editions, "editions = \"nl\""),
        [
            "6:12: invalid value of `editions`: expected an array of languages, found the string \"nl\""
        ]
    );
}

#[test]
fn text_in_an_undeclared_language_is_reported() {
    let topic = "topic = { nl = \"Steekproef\", en = \"Sample\" }";
    let with = |text: &str| topic.replace(" }", &format!(", {text} }}"));
    assert_eq!(errors(topic, &with("fr = \"Échantillon\"")), [""; 0]);
    assert_eq!(
        errors(topic, &with("de = \"Stichprobe\"")),
        ["38:45: unknown language `de`; `de` is not in `editions` or `other_languages`"]
    );
    assert_eq!(
        errors(topic, &with("french = \"Échantillon\"")),
        ["38:45: unknown language `french`; expected `nl`, `en` or `fr`"]
    );
    assert_eq!(
        errors(topic, &with("EN = \"Sample\"")),
        ["38:30: duplicate language `en`"]
    );
    assert_eq!(
        errors("en = \"Visit\"", "en = \"Visit\"\nde = \"Besuch\""),
        [
            "60:1: unknown key `de`; expected `paragraph`, `title`, `nl`, `en`, `fr`, `provider`, `dates`, `amounts`, `yearly_states`, `relatives` or `terms`"
        ]
    );
    assert_eq!(
        errors("en = \"Visit\"", "en = \"Visit\"\nEN = \"Visit\""),
        ["59:1: duplicate language `en`"]
    );
    let declared = TEXT.replace("\"fr\"", "\"sr-Latn\"");
    let misspelt = declared.replace(topic, &with("sr-Latm = \"Uzorak\""));
    let errors = Register::parse(&misspelt).expect_err("an error");
    assert_eq!(
        errors.to_string(),
        "38:45: unknown language `sr-Latm`; did you mean `sr-Latn`? `sr-Latm` is not in `editions` or `other_languages`"
    );
}

#[test]
fn heading_without_a_text_in_an_edition_is_reported() {
    assert_eq!(errors("en = \"Visit\"\n", ""), ["56:1: missing key `en`"]);
    assert_eq!(
        errors("en = \"Visit\"", "en = \" \""),
        ["59:6: invalid value of `en`: expected a text that is not empty, found the string \" \""]
    );
    let french = TEXT.replace("language = \"nl\"", "language = \"fr\"");
    let errors = Register::parse(&french).expect_err("errors");
    let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "41:1: missing key `nl`",
            "56:1: missing key `nl`",
            "65:1: missing key `nl`",
            "76:1: missing key `nl`"
        ],
        "each title is French then"
    );
}

#[test]
fn keys_of_a_window_that_exclude_each_other_are_reported() {
    let keys = "first_year = 2010\nlast_year = 2015\n";
    let window = |keys_of_window: &str| errors(keys, keys_of_window);
    assert_eq!(
        window("first_year = 2010\nlast_year = 2015\nlast_day = \"2015-06-30\"\n"),
        ["16:12: `last_day` cannot be used with `last_year`"]
    );
    assert_eq!(
        window("first_year = 2010\nfirst_day = \"2010-03-01\"\nlast_year = 2015\n"),
        ["15:13: `first_day` cannot be used with `first_year`"]
    );
    assert_eq!(
        window("years = [2010]\nlast_year = 2015\n"),
        ["15:13: `last_year` cannot be used with `years`"]
    );
    assert_eq!(
        window("last_year = 2015\n"),
        ["3:1: missing key `first_year`, `first_day` or `years`"]
    );
    assert_eq!(
        window(""),
        ["3:1: missing key `first_year`, `first_day` or `years`"]
    );
    assert_eq!(
        window("first_day = \"2010-03-01\"\nlast_day = \"2010-02-28\"\n"),
        ["15:12: `last_day` is before `first_day`"]
    );
    assert_eq!(
        window("first_day = \"2010-03-01\"\nlast_year = 2009\n"),
        ["15:13: `last_year` is before `first_day`"]
    );
}

#[test]
fn years_that_are_not_ascending_are_reported() {
    let years = |years: &str| {
        errors(
            "first_year = 2010\nlast_year = 2015\n",
            &format!("years = {years}\n"),
        )
    };
    assert_eq!(
        years("[2010, 2012, 2011, 2013]"),
        ["14:22: year 2011 of `years` is not after 2012; write the years in ascending order"]
    );
    assert_eq!(
        years("[2010, 2010]"),
        ["14:16: year 2010 of `years` is not after 2010; write the years in ascending order"]
    );
    assert_eq!(years("[]"), ["14:9: `years` is empty"]);
    assert_eq!(
        years("[2010, \"2011\", 20]"),
        [
            "14:16: invalid item of `years`: expected an integer from 1000 to 9999, found the string \"2011\"",
            "14:24: invalid item of `years`: expected an integer from 1000 to 9999, found an integer"
        ]
    );
    assert_eq!(
        years("2010"),
        ["14:9: invalid value of `years`: expected an array of years, found an integer"]
    );
}

#[test]
fn invalid_retention_is_reported() {
    let retention = |value: &str| errors("\"2030-12-31\"", value);
    assert_eq!(
        retention("\"one year after receipt\""),
        [
            "16:14: invalid value of `keep_until`: expected a day in quotes, such as \"2017-07-04\", or a label, found the string \"one year after receipt\""
        ]
    );
    assert_eq!(
        retention("{ nl = \"een jaar na ontvangst\" }"),
        ["16:14: missing key `en`"]
    );
    assert_eq!(
        retention("2030"),
        [
            "16:14: invalid value of `keep_until`: expected a day in quotes, such as \"2017-07-04\", or a label, found an integer"
        ]
    );
    let years = "first_year = 2010\nlast_year = 2015\nkeep_until = \"2030-12-31\"";
    assert_eq!(
        errors(years, "years = [2010, 2012]\nkeep_until = \"2012-06-30\""),
        ["15:14: `keep_until` 2012-06-30 is before the end of the observation window, 2012-12-31"]
    );
    assert_eq!(
        errors(
            years,
            "first_day = \"2010-03-01\"\nlast_day = \"2012-06-30\"\nkeep_until = \"2012-06-29\""
        ),
        ["16:14: `keep_until` 2012-06-29 is before the end of the observation window, 2012-06-30"]
    );
    let open = "first_year = 2010\nkeep_until = \"2009-01-01\"";
    assert_eq!(
        errors(years, open),
        [
            "15:14: `keep_until` 2009-01-01 is before the beginning of the observation window, 2010-01-01"
        ]
    );
}

#[test]
fn paragraph_that_is_an_integer_is_reported() {
    let found = errors("number = \"2\"", "number = 2");
    assert_eq!(
        &*found[0],
        "27:10: invalid value of `number`: expected a text that is not empty, found an integer"
    );
    assert_eq!(
        errors("paragraph = \"1\"", "paragraph = 1"),
        [
            "37:13: invalid value of `paragraph`: expected a text that is not empty, found an integer"
        ]
    );
}

#[test]
fn unknown_form_of_amounts_is_reported() {
    assert_eq!(
        errors(
            "dates = \"quarter\"",
            "dates = \"quarter\"\namounts = \"rounded\""
        ),
        [
            "35:11: invalid value of `amounts`: expected `classes` or `exact`, found the string \"rounded\""
        ]
    );
}

#[test]
fn missing_words_are_reported() {
    let words = "[words]\ndecision = { nl = \"beslissing\", en = \"decision\" }\nparagraph = { nl = \"punt\", en = \"paragraph\" }\n";
    assert_eq!(errors(words, ""), ["1:1: missing key `words`"]);
    assert_eq!(
        errors(
            "decision = { nl = \"beslissing\", en = \"decision\" }\n",
            ""
        ),
        ["18:1: missing key `decision`"]
    );
}
