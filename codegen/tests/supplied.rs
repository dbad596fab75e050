//! Lists that come with the delivery: what is read, what is refused and with which words, and where it is seen.

mod common;
#[path = "supplied/written.rs"]
mod written;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use beraad_codegen::supplied::{self, Mistakes, SuppliedLists, SupplyError};
use beraad_codegen::text::{Entry, entry};
use beraad_codegen::{FORMATS, find};
use beraad_schema::describe::*;
use common::{emit, small_model, text};

/// Reads a folder with these files.
fn read<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Result<SuppliedLists, Mistakes> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    read_folder(folder.path())
}

fn read_folder(folder: &Path) -> Result<SuppliedLists, Mistakes> {
    supplied::read(folder, &small_model()).map_err(|error| match error {
        SupplyError::Mistakes(mut mistakes) => {
            for mistake in &mut mistakes.first {
                let name = mistake.file.file_name().expect("a name");
                mistake.file = name.into();
            }
            mistakes
        }
        other => panic!("{other}"),
    })
}

fn refused<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Mistakes {
    read(files).expect_err("a mistake")
}

/// The model with these files in it.
fn merged(files: &[(&str, &str)]) -> Model {
    let lists = read(files).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let mut model = small_model();
    lists.merge_into(&mut model);
    model
}

fn list<'a>(model: &'a Model, id: &str) -> &'a CodeList {
    model.code_list(id).expect("the list")
}

const CLASSES: &str = "code,nl,en,lower,upper,closed,valid_from,valid_to\n";

#[test]
fn every_mistake_says_where_it_is_and_what_to_write() {
    let class = |lines: &str| format!("{CLASSES}{lines}");
    let cases: Vec<(&str, &str, Vec<u8>)> = vec![
        ("an unknown list", "departmnt.csv", "code,nl\n".into()),
        ("a list like no other", "zzzzzzzz.csv", "code,nl\n".into()),
        ("no csv", "sex.xlsx", "PK".into()),
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
        ("a long code, and one that is not ASCII", "language.csv", "code,nl\n123456789,een\né,twee\n".into()),
        ("no label", "language.csv", "code,nl,en,fr\n1,,,un\n".into()),
        ("no day", "language.csv", "code,nl,valid_from\n1,een,1/1/2012\n2,twee,2013-02-30\n".into()),
        ("a period backwards", "language.csv", "code,nl,valid_from,valid_to\n1,een,2013-01-01,2012-12-31\n".into()),
        ("an unknown sort of missing", "language.csv", "code,nl,missing\n1,een,missing\n".into()),
        ("bounds of no classes", "language.csv", "code,nl,lower\n1,een,3\n".into()),
        ("two meanings", "language.csv", "code,nl,valid_from,valid_to\n1,een,,2011-12-31\n1,twee,2011-12-31,\n".into()),
        ("a line twice", "language.csv", "code,nl\n1,een\n1,een\n".into()),
        ("five mistakes", "language.csv", "code,nl,valid_from,missing\n1234567890,een,x,y\n2,,2012-01-01,\n\"\",leeg,2012-13-01,unknown\n".into()),
        ("an overlap, and a line that cannot be read", "fine_class.csv", class("1,a,,1,15,,,\n2,b,,16,3x,,,\n3,c,,40,50,,,\n4,d,,45,60,,,\n").into()),
        ("an unknown word", "fine_class.csv", class("1,a,,1,2,links,,\n").into()),
        ("a decimal comma", "fine_class.csv", class("1,a,,1,\"2,5\",,,\n").into()),
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
        ("the Dutch of a closed list, and other English", "sex.csv", "code,nl,en\nV,vrouw,female\n".into()),
    ];
    let mut told = String::new();
    for (what, name, content) in cases {
        let mistakes = refused(&[(name, content)]);
        assert_eq!(mistakes.count, mistakes.first.len(), "{what}");
        told.extend([what, "\n", &mistakes.to_string(), "\n\n"]);
    }
    insta::assert_snapshot!("mistakes", told);
}

#[test]
fn mistakes_of_all_files_are_told_at_once_and_the_others_counted() {
    // The lines of `sex.csv` are wrong in themselves, and so not held against the closed list.
    let many = lines(50, |line| format!("{line},x,1\n"));
    let mistakes = refused(&[
        ("language.csv", "code,nl\n1,a\n1,b\n".to_owned()),
        ("sex.csv", format!("code,nl,valid_to\n{many}")),
        ("zzz.txt", String::new()),
    ]);
    assert_eq!((mistakes.count, mistakes.first.len()), (52, 20));
    let shown = mistakes.to_string();
    assert!(
        shown.starts_with("language.csv:3: code `1` means `b` here and `a` in line 2"),
        "{shown}"
    );
    assert!(
        shown.contains("\nsex.csv:2: `valid_to`: `1` is no day"),
        "{shown}"
    );
    assert!(
        shown.ends_with("\n32 more mistakes, which show when these are mended"),
        "{shown}"
    );
}

#[test]
fn what_is_no_mistake_is_read() {
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
fn only_files_that_lie_in_the_folder_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join("lists");
    fs::create_dir_all(inside.join("language.csv")).expect("a folder");
    let outside = folder.path().join("secret.csv");
    fs::write(&outside, "code,nl\nM,man\n").expect("a file");
    std::os::unix::fs::symlink(&outside, inside.join("sex.csv")).expect("a link");
    let mistakes = read_folder(&inside).expect_err("mistakes");
    insta::assert_snapshot!(mistakes, @"
    language.csv: is a folder, and a folder of code lists holds `.csv` files alone; move it away
    sex.csv: is a symbolic link; put the file itself into the folder
    ");
    let error = supplied::read(&outside, &small_model()).expect_err("no folder");
    assert!(matches!(error, SupplyError::Folder { .. }));
}

/// That many lines.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    let lines: Vec<_> = (0..count).map(line).collect();
    lines.concat()
}

/// Bytes that are the same in every run and look like none.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..count).map(next).collect()
}

#[test]
fn ten_megabytes_of_rubbish_are_refused_at_once() {
    let ascii = |byte: u8| match byte % 40 {
        0 => b'\n',
        1 => b',',
        2 => b'"',
        byte => b' ' + byte,
    };
    let mut headed = b"code,nl\n".to_vec();
    headed.extend(noise(10_000_000).into_iter().map(ascii));
    let commas = [b"code,nl\nx".as_slice(), &vec![b','; 10_000_000]].concat();
    let same = lines(90_000, |it| format!("1,{it},2012-01-01\n"));
    let classes = lines(90_000, |it| format!("{it},a,,{it},,both,,\n"));
    for (what, name, content) in [
        ("bytes", "language.csv", noise(10_000_000)),
        ("letters", "language.csv", headed),
        ("one line", "language.csv", commas),
        (
            "empty names of columns",
            "language.csv",
            [vec![b','; 10_000_000].as_slice(), b"x"].concat(),
        ),
        (
            "quotes",
            "language.csv",
            [b"code,nl\n".as_slice(), &vec![b'"'; 9_999_999]].concat(),
        ),
        (
            "one code",
            "language.csv",
            format!("code,nl,valid_from\n{same}").into_bytes(),
        ),
        (
            "classes",
            "fine_class.csv",
            format!("{CLASSES}{classes}").into_bytes(),
        ),
        ("too large", "language.csv", vec![b'x'; 17_000_000]),
    ] {
        #[expect(clippy::disallowed_methods, reason = "what is measured is the time")]
        let start = Instant::now();
        let mistakes = refused(&[(name, content)]);
        println!("{what}: {:?}: {mistakes}", start.elapsed());
        assert!(mistakes.first.len() <= 20 && mistakes.count > 0, "{what}");
        assert!(mistakes.to_string().len() < 10_000, "{what}: {mistakes}");
        // Much more than it takes; a check that compares all with all takes longer.
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{what}: {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn a_published_code_stays_and_a_label_gets_its_code() {
    let before = small_model();
    let model = merged(&[
        (
            "language.csv",
            "code,nl,fr,valid_from\nNL,Nederlands,néerlandais,2005-01-01\nFR,Frans,,\n",
        ),
        (
            "department.csv",
            "code,nl\n1,\"jeugd\"\n02,volwassenen\n01,kinderen\n",
        ),
        ("sex.csv", "code,nl\nV,vrouw\n"),
    ]);
    let language = list(&model, "language");
    let told: Vec<_> = language
        .published_codes()
        .map(|(text, code)| {
            (
                text,
                &*code.meanings[0].label.nl,
                &*code.meanings[0].label.en,
            )
        })
        .collect();
    assert_eq!(
        told,
        [("NL", "Nederlands", "Dutch"), ("FR", "Frans", "Frans")]
    );
    assert_eq!(language.codes.len(), 2, "the label without a code is gone");
    assert_eq!(
        language.codes[0].meanings[0].label.fr.as_deref(),
        Some("néerlandais")
    );
    let supplied = language.supplied_by.as_ref().expect("a file");
    assert_eq!(
        (&*supplied.file, supplied.sha256.len()),
        ("language.csv", 64)
    );

    let (old, new) = (list(&before, "department"), list(&model, "department"));
    let (_, youth) = new.published_codes().next().expect("a code");
    let kept = &old.codes[0].meanings;
    assert_eq!(
        youth.meanings[..kept.len()],
        kept[..],
        "what is published stays"
    );
    let added = &youth.meanings[kept.len()..];
    let added: Vec<_> = added
        .iter()
        .map(|it| (&*it.label.nl, it.source.as_deref()))
        .collect();
    assert_eq!(
        added,
        [("kinderen", Some("department.csv"))],
        "and what differs says where it is from"
    );
    let source = |code: &str| {
        let code = new.find(code).expect("the code");
        code.meanings[0].source.as_deref()
    };
    assert_eq!(
        (source("02"), source("9")),
        (Some("department.csv"), None),
        "beside what is published, what came with the delivery is told apart"
    );
    let sources: Vec<_> = language
        .published_codes()
        .map(|(_, code)| code.meanings[0].source.as_deref())
        .collect();
    assert_eq!(sources, [Some("language.csv"); 2]);

    assert_eq!(list(&model, "sex").codes, list(&before, "sex").codes);
    for (old, new) in before.code_lists.iter().zip(model.code_lists.iter()) {
        assert_eq!(
            (old.kind, old.status, old.rejects_unknown_codes()),
            (new.kind, new.status, new.rejects_unknown_codes())
        );
    }
}

#[test]
fn a_period_that_reaches_further_than_the_published_one_is_kept() {
    let added = |lines: &str| {
        let file = format!("code,nl,valid_from,valid_to\n{lines}");
        let model = merged(&[("department.csv", &file)]);
        let old = small_model();
        let entry = |model: &Model| {
            let list = list(model, "department");
            list.find("01").expect("the code").clone()
        };
        let kept = entry(&old).meanings;
        let new = entry(&model).meanings;
        assert_eq!(new[..kept.len()], kept[..], "what is published stays");
        let added = new[kept.len()..].iter();
        added
            .map(|it| (it.period, it.source.as_deref().map(str::to_owned)))
            .collect::<Vec<_>>()
    };
    // Until 2011 the code means `jeugd`, by what is published, and from 2012 something else.
    let nothing = [
        "01,jeugd,,\n",
        "01,jeugd,2005-01-01,\n",
        "01,jeugd,2005-01-01,2011-12-31\n",
        "01,jeugd en strips,2012-01-01,2014-12-31\n",
    ];
    for lines in nothing {
        assert_eq!(added(lines), [], "{lines}");
    }
    let (from, to) = (Date::ymd(2005, 1, 1), Date::ymd(2013, 6, 30));
    assert_eq!(
        added("01,jeugd,2005-01-01,2013-06-30\n"),
        [(
            Period::new(Some(from), Some(to)),
            Some("department.csv".to_owned())
        )]
    );
    assert_eq!(added("01,jeugd en strips,2011-01-01,\n").len(), 1);
}

#[test]
fn a_supplied_list_is_seen_in_every_format() {
    let file = format!(
        "{CLASSES}K1,eerste <klasse>,first *class*,1,15,both,,\nK2,tweede,second,16,,left,,\n"
    );
    let model = merged(&[("fine_class.csv", &file)]);
    let hash = &list(&model, "fine_class")
        .supplied_by
        .as_ref()
        .expect("a file")
        .sha256;
    for format in FORMATS {
        let artefacts = emit(format, &model);
        let seen = |needle: &str| {
            artefacts.iter().any(|artefact| {
                artefact
                    .bytes
                    .windows(needle.len())
                    .any(|it| it == needle.as_bytes())
            })
        };
        for needle in ["K1", "K2", "second", "fine_class.csv", hash] {
            assert!(seen(needle), "{}: {needle}", format.id);
        }
    }
    let page = text(
        &emit(find("codebook_html").expect("a format"), &model),
        "index.html",
    );
    assert!(page.contains("≥ 1 and ≤ 15") && page.contains("≥ 1 en ≤ 15"));
    assert!(page.contains("eerste &lt;klasse&gt;") && !page.contains("<klasse>"));
    let block = model.block("loan").expect("a block");
    let shown = entry(&model, Entry::Column(block, "fine_class"), Language::En, 80);
    assert!(
        shown.contains("first *class*") && shown.contains("≥ 16"),
        "{shown}"
    );
    assert!(shown.contains("came with the delivery"), "{shown}");
}

#[test]
fn a_list_for_orientation_to_which_a_file_brought_codes_is_not_said_to_be_published_alone() {
    let shown = |model: &Model, language| {
        let block = model.block("loan").expect("a block");
        entry(model, Entry::Column(block, "department"), language, 400)
    };
    let model = merged(&[("department.csv", "code,nl\n02,volwassenen\n")]);
    let (before, after) = (small_model(), &model);
    assert!(shown(&before, Language::En).contains("not the list that is delivered"));
    let en = shown(after, Language::En);
    assert!(!en.contains("not the list that is delivered"), "{en}");
    for words in [
        "[for orientation, never rejects]: what is published of it is a reference standard",
        "volwassenen; by department.csv",
    ] {
        assert!(en.contains(words), "{words}: {en}");
    }
    let nl = shown(after, Language::Nl);
    assert!(!nl.contains("niet de geleverde lijst"), "{nl}");
}

#[test]
fn no_text_of_a_file_reaches_a_page_or_a_terminal_as_more_than_text() {
    let hostile = "<script>alert(1)</script>|`]( \u{1b}[2J\u{202e}";
    let quoted = hostile.replace('"', "\"\"");
    let file = format!(
        "code,nl,en,fr,source,remark,lower,unit\n<b>,\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\",1,\"{quoted}\"\n"
    );
    let model = merged(&[("fine_class.csv", &file)]);
    for (format, path) in [
        ("codebook_html", "index.html"),
        ("codebook_md", "codebook-nl.md"),
    ] {
        let page = text(&emit(find(format).expect("a format"), &model), path);
        assert!(page.contains("alert(1)"), "{format}");
        for bad in ["<script>alert", "<b>", "\u{1b}", "\u{202e}"] {
            let seen = page.find(bad).map(|at| &page[at..at + 60]);
            // In Markdown, code stands between backticks as it is.
            assert!(
                seen.is_none_or(|_| bad == "<b>" && page.contains("`<b>`")),
                "{format}: {seen:?}"
            );
        }
    }
    let block = model.block("loan").expect("a block");
    let shown = entry(&model, Entry::Column(block, "fine_class"), Language::En, 80);
    assert!(
        shown.contains("⟨U+001B⟩") && !shown.contains(['\u{1b}', '\u{202e}']),
        "{shown}"
    );
    // Nor does a message.
    let mistakes = refused(&[(
        "fine_class.csv",
        format!("code,nl,valid_from\n1,a,\u{1b}[2J{}\n", "x".repeat(9_000)),
    )]);
    let told = mistakes.to_string();
    assert!(
        told.contains("⟨U+001B⟩[2Jxxx") && told.len() < 300,
        "{told}"
    );
}

#[test]
fn a_folder_of_templates_supplies_nothing() {
    let model = small_model();
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("lists");
    let templates = supplied::templates(&model);
    let paths: Vec<_> = templates.iter().map(|it| &*it.path).collect();
    assert_eq!(paths, ["department.csv", "fine_class.csv", "language.csv"]);
    beraad_codegen::write_folder(&out, &templates).expect("a folder");
    assert!(read_folder(&out).expect("no mistake").is_empty());
    assert!(supplied::filled_in(&out).expect("a folder").is_empty());
    insta::assert_snapshot!("template", text(&templates, "fine_class.csv"));

    fs::write(out.join("language.csv"), "code,nl\nNL,Nederlands\n").expect("a file");
    assert_eq!(
        supplied::filled_in(&out).expect("a folder"),
        ["language.csv"]
    );
    let mut model = model;
    read_folder(&out)
        .expect("no mistake")
        .merge_into(&mut model);
    let paths: Vec<_> = supplied::templates(&model)
        .into_iter()
        .map(|it| it.path)
        .collect();
    assert_eq!(
        paths,
        ["department.csv", "fine_class.csv"],
        "a list that was supplied is open no more"
    );
}
