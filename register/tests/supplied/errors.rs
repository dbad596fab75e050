//! Errors of supplied files are reported with their lines.

use std::fs;

use beraad_describe::{CodeForm, Language};
use beraad_register::{SuppliedLists, SupplyError};

use super::{CLASSES, errors, lines, read, read_folder, small_model};

#[test]
fn every_error_has_its_place_and_what_to_write_instead() {
    let class = |lines: &str| format!("{CLASSES}{lines}");
    let cases: Vec<(&str, &str, Vec<u8>)> = vec![
        ("an unknown list", "departmnt.csv", "code,nl\n".into()),
        ("a list like no other", "zzzzzzzz.csv", "code,nl\n".into()),
        ("no csv", "sex.ods", "PK".into()),
        ("no header", "sex.csv", "# only a comment\n".into()),
        ("a header without a code", "sex.csv", "M,man\n".into()),
        ("a column twice", "sex.csv", "code,nl,nl\n".into()),
        ("a misspelt column", "language.csv", "code,nl,valid_form\n".into()),
        ("another encoding", "language.csv", b"code,nl\n1,een\n2,caf\xe9\n".to_vec()),
        ("UTF-16", "language.csv", b"\xff\xfec\0o\0".to_vec()),
        ("a quote that never closes", "language.csv", "code,nl\n1,\"een\n".into()),
        ("a quote within", "language.csv", "code,nl\n1,e\"en\n2,twee\n".into()),
        ("text behind a quote", "language.csv", "code,nl\n1,\"een\" x\n".into()),
        ("an old line end", "language.csv", "code,nl\n1,een\r2,twee\n".into()),
        ("too few and too many fields", "language.csv", "code;nl;en\n1;een\n2;a;b;c\n".into()),
        ("no code", "language.csv", "code,nl\n,een\n".into()),
        ("a long code, and one that is not ASCII", "language.csv", format!("code,nl\n{},een\né,twee\n", "1".repeat(33)).into()),
        ("a space before or after a code", "language.csv", "code,nl\n 1,een\n2 ,twee\n\"3 4\",drie\n".into()),
        ("no label", "language.csv", "code,nl,en,fr\n1,,,\n2,,,deux\n".into()),
        ("no column for labels", "language.csv", "code,source\n1,A\n".into()),
        ("a column in another language", "language.csv", "code,nl,de\n1,een,eins\n".into()),
        ("no day", "language.csv", "code,nl,valid_from\n1,een,1/1/2012\n2,twee,2013-02-30\n".into()),
        ("a period backwards", "language.csv", "code,nl,valid_from,valid_to\n1,een,2013-01-01,2012-12-31\n".into()),
        ("an unknown sort of missing", "language.csv", "code,nl,missing\n1,een,missing\n".into()),
        ("bounds of no classes", "language.csv", "code,nl,lower\n1,een,3\n".into()),
        ("two meanings", "language.csv", "code,nl,valid_from,valid_to\n1,een,,2011-12-31\n1,twee,2011-12-31,\n".into()),
        ("a line twice", "language.csv", "code,nl\n1,een\n1,een\n".into()),
        ("five errors", "language.csv", "code,nl,valid_from,missing\n12345678901234567890123456789012345,een,x,y\n2,,2012-01-01,\n\"\",leeg,2012-13-01,unknown\n".into()),
        ("an overlap, and a line that cannot be read", "fine_class.csv", class("1,a,,1,15,,,\n2,b,,16,3x,,,\n3,c,,40,50,,,\n4,d,,45,60,,,\n").into()),
        ("an unknown word", "fine_class.csv", class("1,a,,1,2,links,,\n").into()),
        ("a number with two readings", "fine_class.csv", class("1,a,,1,\"2,500\",,,\n").into()),
        ("a number with two readings in a file with semicolons", "fine_class.csv", "code;nl;lower\n1;a;1.239\n".into()),
        ("two decimal signs", "fine_class.csv", "code;nl;lower;upper\n1;a;1,5;2,5\n2;b;2.5;3\n".into()),
        ("a day with two readings", "language.csv", "code;nl;valid_from\n1;een;1/02/2012\n".into()),
        ("two orders of day and month", "language.csv", "code;nl;valid_from;valid_to\n1;een;31/12/2011;\n2;twee;12/31/2011;1/02/2012\n".into()),
        ("a line above the header", "language.csv", "1,een\ncode,nl\n2,twee\n".into()),
        ("a header in one cell", "language.csv", "code,nl,en;;\n1,een,one;;\n".into()),
        ("an old line end in a comment", "language.csv", "# a comment\rcode,nl\r1,\"een\ntwee\"\r".into()),
        ("bytes of no text", "language.csv", b"code,nl\n1,\xe9\x00\n".to_vec()),
        ("two statements on completeness", "language.csv", "# complete: yes\n# volledig: nee\ncode,nl\n".into()),
        ("an unknown statement on completeness", "language.csv", "# complete: nearly\ncode,nl\n".into()),
        ("periods that exclude their ends", "language.csv", "code,nl,valid_from,valid_to\n1,een,2005-01-01,2010-01-01\n1,twee,2010-01-01,\n".into()),
        ("lower above upper", "fine_class.csv", class("1,a,,3,2,,,\n").into()),
        ("a class of nothing", "fine_class.csv", class("1,a,,3,3,left,,\n").into()),
        ("a currency in words", "fine_class.csv", "code,nl,lower,currency\n1,a,3,euro\n".into()),
        ("a gap", "fine_class.csv", class("1,a,,1,15,both,,\n2,b,,17,35,both,,\n").into()),
        ("a bound of neither", "fine_class.csv", class("1,a,,1,15,left,,\n2,b,,15,35,right,,\n").into()),
        ("the last whole number left out", "fine_class.csv", class("1,a,,1,15,left,,\n2,b,,16,35,left,,\n").into()),
        ("a bound of both", "fine_class.csv", class("1,a,,1,15,both,,\n2,b,,15,35,both,,\n").into()),
        ("an overlap", "fine_class.csv", class("2,b,,10,35,,,\n1,a,,1,15,,,\n").into()),
        ("two without end", "fine_class.csv", class("1,a,,1,,left,,\n2,b,,10,,left,,\n").into()),
        ("an overlap for a day", "fine_class.csv", class("1,a,,1,15,,,2011-12-31\n2,b,,1,20,,2011-12-31,\n").into()),
        ("a gap from 2012", "fine_class.csv", class("1,a,,1,15,both,,\n2,b,,16,20,both,,2011-12-31\n3,c,,21,30,both,,\n").into()),
        ("other bounds of a code", "fine_class.csv", class("1,a,,1,15,,,\n1,a,,16,30,,,\n").into()),
        ("a code that a closed list does not have", "sex.csv", "code,nl\nX,anders\n".into()),
        ("a code of a closed list with another label", "sex.csv", "code,en\nM,woman\n".into()),
        ("the French of a closed list, and other Dutch", "sex.csv", "code,fr,nl\nV,femme,dame\n".into()),
        ("the Dutch of a closed list, and other English", "sex.csv", "code,nl,en\nV,vrouw,female\n".into()),
    ];
    let [mut english, mut dutch, mut french] = [const { String::new() }; 3];
    for (what, name, content) in cases {
        let errors = errors(&[(name, content)]);
        assert_eq!(errors.count, errors.first.len(), "{what}");
        english.extend([what, "\n", &errors.to_string(), "\n\n"]);
        dutch.extend([what, "\n", &errors.text(Language::NL), "\n\n"]);
        french.extend([what, "\n", &errors.text(Language::FR), "\n\n"]);
    }
    insta::assert_snapshot!("errors", english);
    insta::assert_snapshot!("errors_in_dutch", dutch);
    insta::assert_snapshot!("errors_in_french", french);
}

#[test]
fn code_of_another_form_than_the_list_declares_is_an_error() {
    let mut model = small_model();
    let mut lists = model.code_lists.iter_mut();
    let language = lists.find(|list| list.id == "language").expect("a list");
    // A reference-only list rejects no code.
    language.status = None;
    let pattern = "[a-z]{2}(-[A-Z]{2})?".parse().expect("a pattern");
    language.form = Some(CodeForm::new(None, Some(pattern)).expect("a form"));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("language.csv");
    let errors = |lines: &str| {
        fs::write(&file, format!("code,nl\n{lines}")).expect("a file");
        match SuppliedLists::read(folder.path(), &model) {
            Ok(_) => Vec::new(),
            Err(SupplyError::Lists(errors)) => {
                let errors = errors.first.into_iter();
                errors
                    .map(|error| (error.line, error.message.to_string()))
                    .collect()
            }
            Err(other) => panic!("{other}"),
        }
    };
    assert!(errors("nl,Nederlands\nnl-BE,Vlaams\n").is_empty());
    let message = |code: &str| {
        format!(
            "invalid code `{code}`: expected 2 to 5 characters that match `[a-z]{{2}}(-[A-Z]{{2}})?`, the form of the codes of `language`; if the data contain this code, the model must be changed first"
        )
    };
    assert_eq!(
        errors("nl,Nederlands\nNL,Nederlands\nnl-B,Vlaams\n"),
        [(Some(3), message("NL")), (Some(4), message("nl-B"))]
    );
}

#[test]
fn errors_of_all_files_are_counted_and_the_first_are_shown() {
    // The lines of `sex.csv` are invalid in themselves, and so not checked against the closed list.
    let many = lines(50, |line| format!("{line},x,1\n"));
    let errors = errors(&[
        ("language.csv", "code,nl\n1,a\n1,b\n".to_owned()),
        ("sex.csv", format!("code,nl,valid_to\n{many}")),
        ("zzz.txt", String::new()),
    ]);
    assert_eq!((errors.count, errors.first.len()), (52, 20));
    let shown = errors.to_string();
    assert!(
        shown.starts_with("language.csv:3: code `1` means `b` here and `a` in line 2"),
        "{shown}"
    );
    assert!(
        shown.contains("\nsex.csv:2: invalid day `1` in `valid_to`"),
        "{shown}"
    );
    assert!(
        shown.ends_with("\n32 more errors; fix these to see them"),
        "{shown}"
    );
}

#[test]
fn valid_file_is_read() {
    let right = [
        (
            "whole numbers",
            "1,a,,1,15,both,,\n2,b,,16,35,both,,\n3,c,,36,,left,,\n",
        ),
        ("cents", "1,a,,0,999.99,,,\n2,b,,1000,1999.99,,,\n"),
        (
            "one bound belongs to one class",
            "1,a,,0,15,left,,\n2,b,,15,35,left,,\n",
        ),
        (
            "nobody says which bound belongs to which",
            "1,a,,,15,,,\n2,b,,15,35,unknown,,\n",
        ),
        ("below and above", "1,a,,,15,right,,\n2,b,,15,,right,,\n"),
        (
            "other classes from 2012",
            "1,a,,1,15,,,2011-12-31\n2,b,,1,20,,2012-01-01,\n",
        ),
        (
            "one code, two periods",
            "1,a,,1,15,,,2011-12-31\n1,b,,1,20,,2012-01-01,\n",
        ),
        ("without bounds", "1,a,,,,,,\n2,b,,,,,,\n"),
        (
            "a class of one amount",
            "1,a,,0,0,both,,\n2,b,,0,9,right,,\n",
        ),
        ("negative amounts", "1,a,,-10,-1,both,,\n2,b,,0,9,both,,\n"),
    ];
    for (what, lines) in right {
        let lists = read(&[("fine_class.csv", format!("{CLASSES}{lines}"))]);
        assert_eq!(lists.expect(what).files().count(), 1, "{what}");
    }
    for (what, name, content) in [
        (
            "two sources",
            "language.csv",
            "code,nl,source\n1,een,A\n1,twee,B\n",
        ),
        ("the empty code", "language.csv", "code,nl\n\"\",leeg\n"),
        (
            "lines of a spreadsheet",
            "language.csv",
            "code;nl;;\r\n1;een;;\r\n;;;\r\n",
        ),
        (
            "a closed list as it is",
            "sex.csv",
            "code,nl\nM,man\nV,vrouw\n",
        ),
        (
            "a closed list in a language that it does not have",
            "sex.csv",
            "code,fr\nM,homme\n",
        ),
        (
            "a label in one language each",
            "language.csv",
            "code,nl,en,fr\n1,een,,\n2,,two,\n3,,,trois\n",
        ),
        ("an alias of a closed list", "sex.csv", "code,nl\nF,vrouw\n"),
        (
            "an orientation list with other codes",
            "department.csv",
            "code,nl\n77,nieuw\n",
        ),
    ] {
        let lists = read(&[(name, content)]);
        assert_eq!(lists.expect(what).files().count(), 1, "{what}");
    }
}

#[cfg(unix)]
#[test]
fn only_files_in_the_folder_itself_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join("lists");
    fs::create_dir_all(inside.join("language.csv")).expect("a folder");
    let outside = folder.path().join("secret.csv");
    fs::write(&outside, "code,nl\nM,man\n").expect("a file");
    std::os::unix::fs::symlink(&outside, inside.join("sex.csv")).expect("a link");
    let errors = read_folder(&inside).expect_err("errors");
    insta::assert_snapshot!(errors, @"
    language.csv: expected only workbooks (`.xlsx`) and files `<list id>.csv`, found a folder; move it away
    sex.csv: symbolic link; put the file itself into the folder
    ");
    let error = SuppliedLists::read(&outside, &small_model()).expect_err("no folder");
    assert!(matches!(error, SupplyError::Folder { .. }));
}

#[test]
fn message_shows_the_start_of_a_text_and_no_control_character() {
    let errors = errors(&[(
        "fine_class.csv",
        format!("code,nl,valid_from\n1,a,\u{1b}[2J{}\n", "x".repeat(9_000)),
    )]);
    let shown = errors.to_string();
    assert!(
        shown.contains("⟨U+001B⟩[2Jxxx") && shown.len() < 300,
        "{shown}"
    );
}

#[test]
fn file_that_is_not_csv_is_named_for_what_it_is() {
    let utf16: Vec<u8> = "code,nl\n1,één\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    for (content, expected) in [
        (&b"PK\x03\x04\x14\0\x06\0"[..], "save it as `CSV UTF-8`"),
        (&utf16, "the file is probably in UTF-16"),
    ] {
        let found = errors(&[("language.csv", content)]);
        assert_eq!(found.count, 1, "{found}");
        assert!(found.to_string().contains(expected), "{found}");
    }
}

#[test]
fn character_that_looks_like_another_one_is_named() {
    let found = errors(&[("language.csv", "code,nl\n\u{412},een\n2\u{ad},twee\n")]).to_string();
    assert!(found.contains("it contains U+0412"), "{found}");
    assert!(found.contains("it contains U+00AD"), "{found}");
}
