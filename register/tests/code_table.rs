//! Code tables: every error is reported with its line, and what is written reads back equal.

use std::fs;
use std::path::Path;

use beraad_describe::*;
use beraad_register::{CodeTable, Errors, LocatedCode, check_codes};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

/// The languages of the tables here: Dutch and English editions, and French.
fn languages() -> Languages {
    let mut languages = Languages::new(Language::NL, [Language::NL, Language::EN]);
    languages.others = vec![Language::FR];
    languages
}

fn header() -> String {
    CodeTable::columns(&languages()).join(",")
}

fn parse(text: &str) -> Result<CodeTable, Errors> {
    CodeTable::parse(text, &languages())
}

/// The errors in a table with these lines below its header.
fn errors(lines: &str) -> Vec<String> {
    let errors = parse(&format!("{}\n{lines}", header())).err();
    let errors = errors.into_iter().flatten();
    errors.map(|error| error.to_string()).collect()
}

/// A line whose first fields are these.
fn line(start: &str) -> String {
    let missing = CodeTable::columns(&languages()).len() - start.split(',').count();
    format!("{start}{}\n", ",".repeat(missing))
}

#[test]
fn another_header_is_the_only_error() {
    for text in ["", "code,nl,en\n1,a,b\n", "\"code\n"] {
        let errors = parse(text).expect_err("an error");
        assert_eq!(
            errors.to_string(),
            "1: invalid header; expected `code,nl,en,fr,valid_from,valid_to,documented_from,missing,source,aliases,short_nl,short_en,remark_nl,remark_en`"
        );
    }
}

#[test]
fn every_invalid_line_is_reported() {
    let lines = [
        line("1,a,b"),
        "2,a\n".to_owned(),
        line("3,a,"),
        line("4,,"),
        line("5,a,b,,2012,2013-02-30"),
        line("6,a,b,,2013-01-01,2012-12-31"),
        line("7,a,b,,,,,unknwn"),
        line("8,a,b,,,,,,,,kort"),
        line("9,a,b,,,,,,,,,,,remark"),
        line("9,a,b,,2012-01-01,,2013-01-01"),
        line("9,a,b,,,2012-12-31,2013-01-01"),
        line("9,a,b,,,,2013"),
        "10,\"a\n".to_owned(),
    ];
    assert_eq!(
        errors(&lines.concat()),
        [
            "3: expected 14 fields, found 2",
            "4: missing label in `en`",
            "5: missing label; write `nl` and `en`",
            "6: invalid day `2012` in `valid_from`; expected the form `2013-01-31`",
            "6: invalid day `2013-02-30` in `valid_to`; expected the form `2013-01-31`",
            "7: `valid_to` 2012-12-31 is before `valid_from` 2013-01-01",
            "8: unknown value `unknwn` in `missing`; expected `not_applicable`, `unknown`, `not_asked`, `refused`, `suppressed` or `unspecified`",
            "9: missing text in `short_en`; write it in every language, or in none",
            "10: missing text in `remark_nl`; write it in every language, or in none",
            "11: `documented_from` cannot be used with `valid_from`; write the first day of the code, or that of the file that documents it",
            "12: `valid_to` 2012-12-31 is before `documented_from` 2013-01-01",
            "13: invalid day `2013` in `documented_from`; expected the form `2013-01-31`",
            "14: quote that is never closed; close it, and double each quote within a quoted field",
        ]
    );
}

/// A text that is a character longer than a code.
const TOO_LONG: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[test]
fn errors_between_lines_are_reported() {
    assert_eq!(
        errors(
            &[
                line(&format!("{TOO_LONG},a,b")),
                line("é,a,b"),
                line(&format!("3,a,b,,,,,,,{TOO_LONG}B")),
                line("\" 4\",a,b"),
                line("5,a,b,,,,,,,50 ")
            ]
            .concat()
        ),
        [
            "2: invalid code `AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`: expected at most 32 printable ASCII characters",
            "3: invalid code `é`: expected at most 32 printable ASCII characters",
            "4: invalid code `AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB`: expected at most 32 printable ASCII characters",
            "5: invalid code ` 4`: expected no space before or after it",
            "6: invalid code `50 `: expected no space before or after it",
        ]
    );
    assert_eq!(
        errors(
            &[
                line("A,a,b"),
                line("P,a,b,,,,,,,A|B"),
                line("Q,a,b,,,,,,,B")
            ]
            .concat()
        ),
        [
            "3: duplicate alias `A`; it already means another code of this list",
            "4: duplicate alias `B`; it already means another code of this list",
        ]
    );
    assert_eq!(
        errors(
            &[
                line("A,a,b,,,2011-12-31"),
                line("B,a,b"),
                line("A,c,d,,2011-07-01")
            ]
            .concat()
        ),
        [
            "4: code `A` means `d` and `b` (line 2) in overlapping periods; write a period or a source for each"
        ]
    );
    assert_eq!(
        errors(&[line("A,a,b"), line("A,c,b")].concat()),
        [
            "3: code `A` means `c` and `a` (line 2) in overlapping periods; write a period or a source for each"
        ]
    );
}

#[test]
fn valid_lines_bring_no_error() {
    for lines in [
        String::new(),
        line("\"\",leeg,empty"),
        [line("A,a,b,,,2011-12-31"), line("A,c,d,,2012-01-01")].concat(),
        [line("A,a,b,,,,,,one"), line("A,c,d,,,,,,two")].concat(),
        [line(",a,b"), line(",c,d")].concat(),
    ] {
        assert_eq!(errors(&lines), [""; 0], "{lines}");
    }
}

#[test]
fn lines_of_one_code_are_its_meanings() {
    let lines = [
        line("1,a,b,,,2011-12-31,,,,01|001"),
        line("2,\"e\nf\",g"),
        line("1,c,d,fr,2012-01-01,,,unknown,,01|0001"),
        line("3,a,b,,,2021-03-31,2017-01-01"),
    ];
    let text = header() + "\r\n" + &lines.concat().replace('\n', "\r\n");
    let table = parse(&text).expect("no errors");
    let [first, second, third] = &*table.codes else {
        panic!("there are three codes");
    };
    assert_eq!((&*first.lines, &*second.lines), (&[2, 5][..], &[3][..]));
    assert_eq!(first.entry.aliases[..], ["01", "001", "0001"]);
    let meaning = &first.entry.meanings[1];
    assert_eq!(meaning.label.text(Language::FR), Some("fr"));
    assert_eq!(meaning.missing, Some(MissingReason::Unknown));
    assert_eq!(meaning.period.from, Some(Date::ymd(2012, 1, 1)));
    assert_eq!(second.entry.meanings[0].label.get(Language::NL), "e\r\nf");
    let documented = &third.entry.meanings[0];
    assert_eq!(documented.documented_from, Some(Date::ymd(2017, 1, 1)));
    // The day only dates the file: the code is valid on every earlier day.
    assert!(documented.holds_on(Date::ymd(2005, 1, 1)));
    assert!(!documented.holds_on(Date::ymd(2021, 4, 1)));
}

#[test]
fn duplicate_code_of_a_list_without_lines_is_reported() {
    let code = |text: &'static str| LocatedCode::from(CodeEntry::new(text, Vec::new()));
    let errors = check_codes(&[code("A"), code("B"), code("A")]);
    let [error] = &*errors else {
        panic!("one error: {errors:?}");
    };
    assert_eq!((error.code, error.line), (2, None));
    assert_eq!(
        error.message,
        "duplicate code `A`; if its meaning changes, use a `table`"
    );
}

fn sorted_lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<_> = text.split_inclusive('\n').collect();
    lines.sort_unstable();
    lines
}

#[test]
fn every_table_of_the_model_reads_back_equal_with_the_same_lines() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/codelists");
    let mut files = 0;
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a table");
        let table = parse(&text).unwrap_or_else(|errors| panic!("{}:{errors}", path.display()));
        let codes = table.into_entries();
        let written = CodeTable::to_csv(&codes, &languages()).expect("codes of a table");
        let read = parse(&written).expect("no errors");
        assert_eq!(read.into_entries(), codes, "{}", path.display());
        // Lines of one code need not follow one another in the file.
        assert_eq!(
            sorted_lines(&written),
            sorted_lines(&text),
            "{}",
            path.display()
        );
        files += 1;
    }
    assert!(files >= 40, "the tables were found");
}

fn text() -> impl Strategy<Value = String> {
    "[a-zé\",;|\n\r ]{0,8}"
}

fn label() -> impl Strategy<Value = Label> {
    (text(), text(), option::weighted(0.2, text())).prop_map(|(nl, en, fr)| {
        let label = Label::new([(Language::NL, nl), (Language::EN, en)]);
        match fr {
            Some(fr) => label.with(Language::FR, fr),
            None => label,
        }
    })
}

fn meaning() -> impl Strategy<Value = Meaning> {
    let day = || (0..20_000).prop_map(Date::from_epoch_days);
    let period = (option::of(day()), option::of(day()));
    let missing = prop_oneof![
        Just(MissingReason::Unknown),
        Just(MissingReason::NotApplicable)
    ];
    let class = option::weighted(0.1, Just(AmountClassBounds::default()));
    let texts = (
        option::of(text()),
        label(),
        option::of(label()),
        option::of(label()),
    );
    let documented_from = option::weighted(0.3, day());
    (period, documented_from, texts, option::of(missing), class).prop_map(
        |((from, to), documented_from, (source, label, short, remark), missing, class)| {
            let mut meaning = Meaning::new(label);
            meaning.period = Period::new(from, to);
            meaning.documented_from = documented_from;
            meaning.source = source.map(Into::into);
            meaning.short = short;
            meaning.missing = missing;
            meaning.remark = remark;
            meaning.class = class;
            meaning
        },
    )
}

/// A code as a description may contain it, also one that no table can express.
fn code(name: String) -> impl Strategy<Value = CodeEntry> {
    let aliases = vec("[A-Z|]{1,2}", 0..2);
    let is_published = prop::bool::weighted(0.8);
    (aliases, vec(meaning(), 0..3), is_published).prop_map(
        move |(aliases, meanings, is_published)| {
            let mut entry = CodeEntry::unpublished(meanings);
            entry.code = is_published.then(|| name.clone().into());
            entry.aliases = aliases.into_iter().map(Text::from).collect();
            entry
        },
    )
}

fn codes() -> impl Strategy<Value = Vec<CodeEntry>> {
    let names = btree_set("([!-~]([ -~]?[!-~])?)?", 1..6);
    names.prop_flat_map(|names| names.into_iter().map(code).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn codes_that_can_be_written_read_back_equal(codes in codes()) {
        let located: Vec<_> = codes.iter().cloned().map(LocatedCode::from).collect();
        let is_valid = check_codes(&located).is_empty();
        if let (true, Ok(csv)) = (is_valid, CodeTable::to_csv(&codes, &languages())) {
            let table = parse(&csv).unwrap_or_else(|errors| panic!("{errors}\n{csv}"));
            prop_assert_eq!(table.into_entries(), codes, "{}", csv);
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "(code|nl|[,\"\r\n#0-9-]){0,60}") {
        let _ = parse(&text);
        let _ = errors(&text);
    }
}

#[test]
fn what_a_table_cannot_express_is_not_written() {
    let code = CodeEntry::new(
        "A",
        vec![Meaning::new(Label::new([
            (Language::NL, "a"),
            (Language::EN, "b"),
        ]))],
    );
    assert!(CodeTable::to_csv(std::slice::from_ref(&code), &languages()).is_ok());
    let refused = |change: &dyn Fn(&mut CodeEntry, Meaning)| {
        let mut changed = code.clone();
        change(&mut changed, code.meanings[0].clone());
        let error = CodeTable::to_csv(&[changed], &languages()).expect_err("an error");
        error.to_string()
    };
    assert_eq!(
        refused(&|code, _| code.aliases.push("a|b".into())),
        "the code `A` cannot be written to a code table: an alias contains `|`"
    );
    assert_eq!(
        refused(&|code, _| code.meanings.clear()),
        "the code `A` cannot be written to a code table: it has no meaning"
    );
    let class = Some(AmountClassBounds::default());
    assert_eq!(
        refused(&|code, mut meaning| {
            meaning.class.clone_from(&class);
            code.meanings = vec![meaning];
        }),
        "the code `A` cannot be written to a code table: it is a class of amounts"
    );
    assert_eq!(
        refused(&|code, meaning| {
            code.code = None;
            code.meanings.push(meaning);
        }),
        "the code `` cannot be written to a code table: it is not published, and has several meanings"
    );
    let cannot = |change: &dyn Fn(&mut Meaning)| {
        let error = refused(&|code, mut meaning| {
            change(&mut meaning);
            code.meanings = vec![meaning];
        });
        let (_, reason) = error.split_once(": ").expect("a reason");
        reason.to_owned()
    };
    let french = || Label::new([(Language::FR, "c")]);
    assert_eq!(
        cannot(&|meaning| meaning.label.set(Language::DE, "d")),
        "its label is in another language than those of the model"
    );
    assert_eq!(
        cannot(&|meaning| meaning.short = Some(meaning.label.clone().with(Language::FR, "c"))),
        "a short text or a remark is in a language that is not an edition"
    );
    assert_eq!(
        cannot(&|meaning| meaning.label = french()),
        "a text is missing or empty"
    );
    let dutch = Label::new([(Language::NL, "a")]);
    assert_eq!(
        cannot(&|meaning| meaning.remark = Some(dutch.clone())),
        "a text is missing or empty"
    );
    assert_eq!(
        cannot(&|meaning| {
            meaning.period = Period::new(Some(Date::ymd(2012, 1, 1)), None);
            meaning.documented_from = Some(Date::ymd(2013, 1, 1));
        }),
        "`documented_from` is beside a start, or after the end"
    );
}

#[test]
fn columns_are_those_of_the_languages_of_the_model() {
    let mut languages = Languages::new(Language::FR, ["fr-BE", "en"].map(Language::new));
    languages.others = vec![Language::new("sr-Latn")];
    let header = "code,fr-BE,en,sr-Latn,valid_from,valid_to,documented_from,missing,source,aliases,short_fr-BE,short_en,remark_fr-BE,remark_en";
    assert_eq!(CodeTable::columns(&languages).join(","), header);
    let csv = format!(
        "{header}\nA,adultes,adults,,,,,,,,ad.,ad.,,\nJ,jeunesse,youth,omladina,,,,,,,,,,\n"
    );
    let table = CodeTable::parse(&csv, &languages).expect("no errors");
    let codes = table.into_entries();
    let label = &codes[1].meanings[0].label;
    let texts: Vec<_> = label.iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["youth", "jeunesse", "omladina"]);
    assert_eq!(CodeTable::to_csv(&codes, &languages).expect("a table"), csv);
    let errors = CodeTable::parse(&format!("{header}\nA,,adults,,,,,,,,,,,\n"), &languages);
    let errors = errors.expect_err("an error").to_string();
    assert_eq!(errors, "2: missing label in `fr-BE`");
}

#[test]
fn table_of_one_edition_needs_no_other_text() {
    let languages = Languages::new(Language::NL, [Language::FR]);
    let header = CodeTable::columns(&languages).join(",");
    let parse = |line: &str| CodeTable::parse(&format!("{header}\n{line}\n"), &languages);
    let table = parse("A,adultes,,,,,,,ad.,").expect("no errors");
    let short = table.codes[0].entry.meanings[0].short.clone();
    assert_eq!(short, Some(Label::new([(Language::FR, "ad.")])));
    let errors = parse("A,,,,,,,,,").expect_err("an error");
    assert_eq!(errors.to_string(), "2: missing label; write `fr`");
}
