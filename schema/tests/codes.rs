//! Codes and amount classes: their text, their lists, their aliases.

use std::sync::LazyLock;

use beraad_schema::describe::{CodeEntry, CodeForm, Label, Language, ListKind, ListStatus};
use beraad_schema::{AmountClass, Code, CodeList, CodeText, ValueError, describe};
use proptest::prelude::*;
use serde_json::json;

fn definition() -> Label {
    Label::new([(Language::EN, "A list for tests.")])
}

macro_rules! list {
    ($name:ident, $kind:ident, $role:expr, [$($code:expr => [$($alias:literal),*]),*]) => {
        #[derive(Debug)]
        enum $name {}

        impl CodeList for $name {
            const ID: &'static str = stringify!($name);

            fn description() -> &'static describe::CodeList {
                static LIST: LazyLock<describe::CodeList> = LazyLock::new(|| {
                    let mut list = describe::CodeList::new(stringify!($name), definition(), ListKind::$kind);
                    list.status = $role;
                    list.codes = vec![$({
                        let mut entry = CodeEntry::unpublished(Vec::new());
                        entry.code = $code.map(describe::Text::Borrowed);
                        entry.aliases = vec![$($alias.into()),*];
                        entry
                    }),*];
                    list
                });
                &LIST
            }
        }
    };
}

list!(Closed, Closed, Some(ListStatus::Delivered), [Some("01") => [], Some("1") => ["one", "I"], Some("MAR+") => []]);
list!(Open, Open, Some(ListStatus::Delivered), [Some("01") => ["x"], Some(".") => [""], None::<&str> => ["unpublished"]]);
list!(WithEmpty, Closed, None, [Some("") => [], Some("0") => ["x"]]);
list!(Supplied, Supplied, None, []);
list!(Reference, Closed, Some(ListStatus::Reference), [Some("01") => ["x"]]);

/// Texts that are longer than a code at most, most of them printable ASCII.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,8}",
        "[ -~]{7,11}",
        "[0-9A-C ]{9,34}",
        "[a-z0-9é\u{0}\n\u{7f}·]{0,8}",
        "[a-z0-9é\u{0}\n\u{7f}·]{9,34}",
        Just("01".into()),
        Just("1".into()),
        Just("x".into()),
        Just("one".into()),
        Just(".".into()),
        Just(String::new()),
    ]
}

fn is_code(text: &str) -> bool {
    text.len() <= 32
        && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        && text.trim_matches(' ') == text
}

fn read<L: CodeList>(text: &str) -> Option<String> {
    let code = text.parse::<Code<L>>().ok()?;
    Some(code.as_str().to_owned())
}

proptest! {
    #[test]
    fn code_is_up_to_32_printable_characters_without_surrounding_spaces(text in any_text()) {
        let code = CodeText::try_new(&text);
        prop_assert_eq!(code.is_ok(), is_code(&text));
        match code {
            Ok(code) => prop_assert_eq!(code.as_str(), &text),
            Err(ValueError::CodeTooLong { found, max }) => prop_assert!(found == text.len() && found > max && max == 32),
            Err(ValueError::Form { .. }) => prop_assert!(text.len() <= 32),
            Err(ValueError::SurroundingSpace) => prop_assert!(text.len() <= 32 && text.trim_matches(' ') != text),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn supplied_list_accepts_every_code(text in any_text()) {
        let expected = is_code(&text).then(|| text.clone());
        prop_assert_eq!(read::<Supplied>(&text), expected.clone());
        prop_assert_eq!(read::<Reference>(&text), expected, "a reference-only list neither rejects nor renames");
    }

    #[test]
    fn open_list_resolves_its_aliases(text in any_text()) {
        let expected = match &*text {
            "x" => Some("01".to_owned()),
            "" => Some(".".to_owned()),
            text => is_code(text).then(|| text.to_owned()),
        };
        prop_assert_eq!(read::<Open>(&text), expected);
    }

    #[test]
    fn closed_list_accepts_only_its_codes_and_aliases(text in any_text()) {
        let expected = match &*text {
            "one" | "I" | "1" => Some("1"),
            "01" => Some("01"),
            "MAR+" => Some("MAR+"),
            _ => None,
        };
        prop_assert_eq!(read::<Closed>(&text), expected.map(str::to_owned));
        let expected = match &*text {
            "" => Some(""),
            "0" | "x" => Some("0"),
            _ => None,
        };
        prop_assert_eq!(read::<WithEmpty>(&text), expected.map(str::to_owned));
    }

    #[test]
    fn amount_class_is_read_like_a_code(text in any_text()) {
        prop_assert_eq!(
            text.parse::<AmountClass<Open>>().map(|class| class.to_string()).ok(),
            read::<Open>(&text)
        );
        prop_assert_eq!(
            serde_json::from_value::<AmountClass<Closed>>(json!(text)).is_ok(),
            read::<Closed>(&text).is_some()
        );
    }

    #[test]
    fn code_round_trips_through_text_and_json(text in any_text()) {
        let Ok(code) = text.parse::<Code<Open>>() else { return Ok(()) };
        prop_assert_eq!(code.to_string().parse(), Ok(code));
        prop_assert_eq!(Code::try_from(code.as_str()), Ok(code));
        prop_assert_eq!(Code::try_new(code.as_str()), Ok(code));
        prop_assert_eq!(json!(code), json!(code.as_str()));
        prop_assert_eq!(serde_json::from_value::<Code<Open>>(json!(code)).unwrap(), code);
        prop_assert_eq!(serde_json::from_value::<Code<Open>>(json!(text)).unwrap(), code);
        let list: Vec<Code<Open>> = serde_json::from_value(json!([text, code])).unwrap();
        prop_assert_eq!(list, [code, code]);
    }

    #[test]
    fn order_is_that_of_the_texts(a in any_text(), b in any_text()) {
        if !is_code(&a) || !is_code(&b) {
            return Ok(());
        }
        let [x, y] = [&a, &b].map(|text| text.parse::<Code<Supplied>>().unwrap());
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!(x == y, a == b);
        prop_assert_eq!(CodeText::new(&a).cmp(&CodeText::new(&b)), a.cmp(&b));
    }
}

#[test]
fn number_is_never_a_code() {
    for json in [json!(1), json!(1.0), json!(true), json!(null), json!(["1"])] {
        assert!(
            serde_json::from_value::<Code<Closed>>(json.clone()).is_err(),
            "{json}"
        );
    }
}

#[test]
#[should_panic(expected = "not a code: a code of 33 bytes; codes have at most 32")]
fn text_that_is_not_a_code_panics() {
    let _ = Code::<Supplied>::new(&"1".repeat(33));
}

/// A code is as large as before it could have more than eight characters.
#[test]
fn code_takes_eight_bytes_whatever_its_length() {
    assert_eq!(size_of::<Code<Open>>(), 8);
    assert_eq!(size_of::<Option<Code<Open>>>(), 9);
    let siret: Code<Supplied> = "73282932000074".parse().unwrap();
    let copied = siret;
    assert_eq!((siret.as_str(), copied), ("73282932000074", siret));
}

#[test]
fn long_code_is_the_same_in_every_thread() {
    let threads = (0..4).map(|thread| {
        std::thread::spawn(move || {
            let numbers = (0..2_000).map(|number| (number * 7 + thread * 500) % 2_000);
            let codes = numbers.map(|number| CodeText::new(&format!("{number:014}")));
            codes.collect::<std::collections::HashSet<_>>()
        })
    });
    let sets: Vec<_> = threads.map(|thread| thread.join().unwrap()).collect();
    assert!(sets.iter().all(|set| set.len() == 2_000 && *set == sets[0]));
}

#[test]
fn space_before_or_after_a_code_is_an_error_in_every_list() {
    for text in [" 01", "01 ", " ", " 1"] {
        let errors = [
            text.parse::<Code<Closed>>().unwrap_err(),
            text.parse::<Code<Open>>().unwrap_err(),
            text.parse::<Code<Supplied>>().unwrap_err(),
            text.parse::<Code<Reference>>().unwrap_err(),
        ];
        assert!(
            errors
                .iter()
                .all(|error| *error == ValueError::SurroundingSpace),
            "{errors:?}"
        );
        let error = serde_json::from_value::<Code<Open>>(json!(text)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a code with a space before or after it; write it without the space"
        );
    }
    assert!("SW1A 1AA".parse::<Code<Open>>().is_ok());
}

#[derive(Debug)]
enum Formed {}

impl CodeList for Formed {
    const ID: &'static str = "formed";

    fn description() -> &'static describe::CodeList {
        static LIST: LazyLock<describe::CodeList> = LazyLock::new(|| {
            let mut list = describe::CodeList::new("formed", definition(), ListKind::Supplied);
            let pattern = "[0-9]{9}[0-9A-Z]{5}".parse().unwrap();
            list.form = Some(CodeForm::new(None, Some(pattern)).unwrap());
            list
        });
        &LIST
    }
}

#[test]
fn code_of_another_form_than_the_list_declares_is_an_error() {
    assert_eq!(
        read::<Formed>("73282932000074").as_deref(),
        Some("73282932000074")
    );
    for text in ["", "7328293200007", "a3282932000074", "732829320000744"] {
        let error = text.parse::<Code<Formed>>().unwrap_err();
        let message = "not of the form of the codes of the list `formed`, expected 14 characters that match `[0-9]{9}[0-9A-Z]{5}`";
        assert_eq!(error.to_string(), message, "{text}");
    }
}
