//! A list that is well-formed and implausible gives warnings, and no other list does.

use beraad_describe::{Language, ListStatus, Model, Period};
use beraad_register::{Finding, ListWarningKind, SuppliedLists, SupplyError, Template};
use proptest::prelude::*;

use super::{errors, lines, list, merged, read, small_model, warned};

#[test]
#[expect(clippy::too_many_lines, reason = "one case for each warning")]
fn every_warning_has_its_place_and_what_to_write_instead() {
    // Published are the codes `01` (`jeugd`, from 2012 `jeugd en strips`) and `9` of departments, and the label `Nederlands` without its code.
    let cases = [
        (
            "a code that lost its zero",
            "department.csv",
            "code,nl\n09,kinderen\n",
        ),
        (
            "another capital",
            "department.csv",
            "code,nl\nA,een\na,twee\n",
        ),
        (
            "the label of another code",
            "department.csv",
            "code,nl\n02,Jeugd\n",
        ),
        (
            "nearly the label of the code",
            "department.csv",
            "code,nl\n01,Jeugd.\n",
        ),
        (
            "nearly a label without its code",
            "language.csv",
            "code,nl\nNL,nederlands\n",
        ),
        (
            "a missing value",
            "department.csv",
            "code,nl,source\nNA,een,\n2,#N/A,\n3,drie,NULL\n",
        ),
        (
            "a spreadsheet",
            "department.csv",
            "code,nl\n1E+05,een\n3/04,twee\n12.0,drie\n#REF!,vier\n5,#NAAM?\n",
        ),
        (
            "another encoding",
            "department.csv",
            "code,nl\n2,carriÃ¨re\n3,caf\u{fffd}\n",
        ),
        (
            "open ends",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,1900-01-01,9999-12-31\n3,twee,2999-12-31,\n",
        ),
        (
            "periods that exclude their ends",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,2005-01-01,2010-01-01\n2,een,2010-01-01,2012-01-01\n",
        ),
        (
            "codes that replace each other",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,2005-01-01,2010-01-01\n3,twee,2010-01-01,\n",
        ),
        (
            "another label than the published one",
            "department.csv",
            "code,nl\n01,muziek\n9,zang\n",
        ),
        (
            "the label of a code and that of another language",
            "language.csv",
            "code,nl,en\nNL,Nederlands,French\nFR,Dutch,\n",
        ),
        (
            "swapped columns",
            "department.csv",
            "code,nl\nAntwerpen,02\nGent,03\n",
        ),
        (
            "a character that is not visible",
            "department.csv",
            "code,nl\n2,ken\u{ad}nis\n3,A\u{7}B\n",
        ),
        (
            "other encodings",
            "department.csv",
            "code,nl\n2,Co”rdinator\n3,Bouw &amp; hout\n4,Co?rdinator\n5,Carri\u{c3}re\n",
        ),
        (
            "other forms of a spreadsheet",
            "department.csv",
            "code,nl\n2,een\nWAAR,twee\n1:30,drie\n50%,vier\n2024-03,vijf\n123456789012345000,zes\n#NV,zeven\nTotaal,8\n",
        ),
        (
            "gaps of a few days",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,2005-01-01,2009-12-30\n2,twee,2010-01-01,\n3,drie,,2009-12-28\n3,vier,2010-01-01,\n",
        ),
        (
            "first days of programs",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,1970-01-01,2038-01-19\n",
        ),
        (
            "codes that look like a published one",
            "department.csv",
            "code,nl\nO1,muziek\n0 1,zang\n",
        ),
        (
            "an upper bound of nines, and another unit",
            "fine_class.csv",
            "code,nl,lower,upper,unit\n1,een,0,50,EUR\n2,twee,50,999999,dag\n",
        ),
        (
            "two spellings of a source",
            "department.csv",
            "code,nl,source\n2,een,NBB\n3,twee,nbb\n",
        ),
        (
            "a complete file without codes",
            "language.csv",
            "# complete: yes\ncode,nl\n",
        ),
        (
            "lines that are not codes",
            "department.csv",
            "code,nl\n#2,een\nTotaal,8\n",
        ),
        (
            "a confirmation that no warning is about",
            "department.csv",
            "# confirmed: NA, Aa\ncode,nl\nNA,een\n",
        ),
        (
            "years far outside",
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,1209-01-01,2112-06-01\n",
        ),
        (
            "a percentage far outside",
            "fine_class.csv",
            "code,nl,lower,upper,unit\n1,een,0,50000,%\n",
        ),
    ];
    let [mut english, mut dutch, mut french] = [const { String::new() }; 3];
    for (what, name, content) in cases {
        let lists = read(&[(name, content)]).unwrap_or_else(|errors| panic!("{what}: {errors}"));
        let found = lists.warnings();
        assert!(
            found.count > 0 && found.count == found.first.len(),
            "{what}"
        );
        for (shown, language) in [
            (&mut english, Language::EN),
            (&mut dutch, Language::NL),
            (&mut french, Language::FR),
        ] {
            shown.extend([what, "\n"]);
            for warning in &found.first {
                let mut warning = warning.clone();
                warning.file = name.into();
                shown.extend([warning.text(language), "\n".to_owned()]);
            }
            shown.push('\n');
        }
    }
    insta::assert_snapshot!("warnings", english);
    insta::assert_snapshot!("warnings_in_dutch", dutch);
    insta::assert_snapshot!("warnings_in_french", french);
}

#[test]
fn day_of_an_open_end_is_read_as_an_open_end() {
    let file = "code,nl,valid_from,valid_to\n2,een,1753-01-01,9999-12-31\n";
    let model = merged(&[("language.csv", file)]);
    let entry = list(&model, "language").find("2").expect("the code");
    assert_eq!(entry.meanings[0].period, Period::ALWAYS);
}

#[test]
fn errors_and_warnings_are_reported_together_in_the_order_of_lines() {
    let found = errors(&[
        (
            "department.csv",
            "code,nl,valid_from\n09,een,\n2,twee,x\nNA,drie,\n",
        ),
        ("language.csv", "code,nl\n1,caf\u{fffd}\n"),
    ]);
    let places = found.findings().into_iter().map(|finding| match finding {
        Finding::Error(error) => (finding.word(), error.line),
        Finding::Warning(warning) => (finding.word(), warning.line),
        other => panic!("{other}"),
    });
    let places = places.collect::<Vec<_>>();
    let expected = [
        ("warning", Some(2)),
        ("error", Some(3)),
        ("warning", Some(4)),
        ("warning", Some(2)),
    ];
    assert_eq!(places, expected);
    assert_eq!((found.count, found.warnings.count), (1, 3));
    let shown = found.to_string();
    assert_eq!(shown.matches("\nwarning: ").count(), 2, "{shown}");

    let strict = found.with_warnings_as_errors();
    assert_eq!((strict.count, strict.warnings.count), (4, 0));
    let lines: Vec<_> = strict.first.iter().map(|error| error.line).collect();
    assert_eq!(lines.len(), 4);
}

#[test]
fn warning_is_an_error_only_if_somebody_asks_for_it() {
    let implausible = [("department.csv", "code,nl\n09,een\n")];
    let lists = read(&implausible).expect("a warning");
    assert_eq!(lists.files().count(), 1, "the list is used");
    let Err(SupplyError::Lists(errors)) = lists.strict() else {
        panic!("an error");
    };
    assert_eq!((errors.count, errors.warnings.count), (1, 0));
    let plausible = read(&[("department.csv", "code,nl\n02,een\n")]).expect("no error");
    assert!(plausible.strict().is_ok());
}

#[test]
fn many_warnings_are_counted_and_the_first_are_shown() {
    let many = lines(50, |it| format!("{it},caf\u{fffd}{it}\n"));
    let lists = read(&[("language.csv", format!("code,nl\n{many}"))]).expect("warnings");
    let found = lists.warnings();
    assert_eq!((found.count, found.first.len()), (50, 20));
    assert_eq!(
        lists.more().as_deref(),
        Some("30 more warnings; fix these to see them")
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("language.csv");
    std::fs::write(file, format!("code,nl\n{many}")).expect("a file");
    let all = SuppliedLists::read_with_limit(folder.path(), &small_model(), 100);
    let all = all.expect("warnings");
    assert_eq!((all.warnings().first.len(), all.more()), (50, None));
    let Err(SupplyError::Lists(errors)) = all.strict() else {
        panic!("warnings are errors");
    };
    assert_eq!((errors.count, errors.first.len()), (50, 50));
    assert_eq!(errors.summary.valid["language"], 50);
    assert_eq!(
        lists.more_text(Language::NL).as_deref(),
        Some("nog 30 waarschuwingen; los eerst de bovenstaande op")
    );
    assert_eq!(
        lists.more_text(Language::FR).as_deref(),
        Some("encore 30 avertissements\u{a0}; corrigez d’abord ce qui précède")
    );
}

#[test]
fn files_of_systems_and_editors_are_skipped_and_named() {
    let name = "language.csv";
    let litter = [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$language.xlsx",
        ".~lock.language.csv#",
        "language.csv~",
        "._language.csv",
        "@eaDir",
        "Network Trash Folder",
        "language.csv:Zone.Identifier",
    ];
    let mut files: Vec<(&str, &[u8])> = litter
        .iter()
        .map(|name| (*name, b"\0\xff".as_slice()))
        .collect();
    files.push((name, b"code,nl\n1,een\n"));
    let lists = read(&files).expect("no error");
    assert_eq!(lists.files().count(), 1);
    let skipped: Vec<_> = lists
        .skipped()
        .iter()
        .map(|it| it.file.file_name().expect("a name").to_owned())
        .collect();
    assert_eq!(skipped.len(), litter.len());
    let texts = lists.skipped().iter().map(|it| it.text(Language::FR));
    let is_named = |text: String| text.contains("\u{a0}: ignoré, car c’est ");
    assert!(texts.into_iter().all(is_named));
    assert!(
        litter
            .iter()
            .all(|name| skipped.iter().any(|it| it == name))
    );
    // The marker of this program is not of interest to anybody.
    assert!(
        read(&[(SuppliedLists::MARKER, "")])
            .expect("no error")
            .skipped()
            .is_empty()
    );
}

#[test]
fn list_under_another_name_is_an_error_that_says_what_to_do() {
    for (name, fix) in [
        ("language.csv.txt", "rename it to `language.csv`"),
        ("language.txt", "rename it to `language.csv`"),
        ("language.csv.gz", "unpack it to `language.csv`"),
        (
            "language.ods",
            "save it there as a workbook `language.xlsx`",
        ),
        ("language (1).csv", "keep one of the files"),
        ("Copy of language.csv", "keep one of the files"),
        ("language - Kopie.csv", "keep one of the files"),
        ("language_v2.csv", "keep one of the files"),
        ("language.csv.bak", "an earlier state"),
        ("language.csv.crdownload", "not wholly on this computer"),
        (".language.csv.icloud", "not wholly on this computer"),
        (".language.csv", "hidden by the point"),
    ] {
        let found = errors(&[(name, "code,nl\n1,een\n")]).to_string();
        assert!(found.contains("the list `language`"), "{found}");
        assert!(found.contains(fix), "{found}");
    }
    for name in ["notes.txt", "languages (1).pdf", "x.csv"] {
        let found = errors(&[(name, "code,nl\n1,een\n")]).to_string();
        assert!(!found.contains("may be of the list"), "{found}");
    }
}

#[test]
fn code_of_old_list_and_codes_of_zeros_give_no_warning() {
    let open_end = [(2, ListWarningKind::OpenEnd)];
    for (file, expected) in [
        (
            "code,nl,valid_from,valid_to\n2,een,1900-01-01,1950-12-31\n",
            &[][..],
        ),
        (
            "code,nl,valid_from,valid_to\n2,een,1900-01-01,2010-12-31\n",
            &open_end,
        ),
        (
            "code,nl,valid_from,valid_to\n2,een,1900-01-01,\n",
            &open_end,
        ),
        ("code,nl\n0,geen\n00,onbekend\n", &[]),
    ] {
        assert_eq!(warned("department.csv", file), expected, "{file}");
    }
}

#[test]
fn extension_may_have_capitals() {
    let lists = read(&[("language.CSV", "code,nl\n1,een\n")]).expect("no error");
    assert_eq!(lists.files().count(), 1);
    let twice = errors(&[
        ("language.CSV", "code,nl\n1,een\n"),
        ("language.csv", "code,nl\n1,een\n"),
    ]);
    assert!(
        twice
            .to_string()
            .contains("duplicate file for the list `language`"),
        "{twice}"
    );
}

#[test]
fn complete_list_rejects_other_codes() {
    for (statement, is_complete) in [
        ("# complete: yes\n", true),
        ("# volledig: ja\n", true),
        ("complet;oui\n", true),
        ("# complete: no\n", false),
        ("", false),
    ] {
        for name in ["fine_class.csv", "language.csv", "department.csv"] {
            let id = name.trim_end_matches(".csv");
            let codes = if id == "department" {
                "01,jeugd\n9,onbekend\n"
            } else {
                "1,een\n"
            };
            let model = merged(&[(name, &format!("{statement}code,nl\n{codes}"))]);
            let list = list(&model, id);
            assert_eq!(
                list.rejects_unknown_codes(),
                is_complete,
                "{statement}{name}"
            );
            assert_eq!(
                list.supplied_by.as_ref().map(|it| it.complete),
                Some(is_complete)
            );
        }
    }
}

#[test]
fn supplied_meaning_names_its_file_also_with_its_own_source() {
    let model = merged(&[("fine_class.csv", "code,nl,source\n1,een,bank\n2,twee,\n")]);
    let meanings = list(&model, "fine_class")
        .codes
        .iter()
        .map(|code| &code.meanings[0]);
    let files: Vec<_> = meanings
        .map(|it| (it.source.as_deref(), it.supplied_by.as_deref()))
        .collect();
    assert_eq!(
        files,
        [
            (Some("bank"), Some("fine_class.csv")),
            (None, Some("fine_class.csv"))
        ]
    );
}

/// The published codes of a list, as a provider would send them back.
fn published(model: &Model, id: &str) -> String {
    let list = list(model, id);
    let mut file = "code,nl,en,fr,valid_from,valid_to,missing,source\n".to_owned();
    let quoted = |text: Option<&str>| {
        let text = text.map(|text| format!("\"{}\"", text.replace('"', "\"\"")));
        text.unwrap_or_default()
    };
    for (code, entry) in list.published_codes() {
        for meaning in &entry.meanings {
            let day = |day: Option<beraad_describe::Date>| {
                day.map(|it| it.to_string()).unwrap_or_default()
            };
            let text = |language| quoted(meaning.label.text(language));
            file.extend([
                format!(
                    "\"{code}\",{},{},{},",
                    text(Language::NL),
                    text(Language::EN),
                    text(Language::FR)
                ),
                format!("{},{},", day(meaning.period.from), day(meaning.period.to)),
                format!(
                    "{},",
                    meaning.missing.map(|it| it.to_string()).unwrap_or_default()
                ),
                quoted(meaning.source.as_deref()) + "\n",
            ]);
        }
    }
    file
}

#[test]
fn published_lists_and_templates_give_no_warning() {
    let model = small_model();
    for list in &model.code_lists {
        if list.published_codes().next().is_some() {
            let name = format!("{}.csv", list.id);
            assert_eq!(warned(&name, &published(&model, &list.id)), [], "{name}");
        }
        let template = Template::new(&model, list, ["a comment"]);
        assert_eq!(warned(&template.file_name, &template.text), []);
    }
    let department = list(&model, "department");
    assert_eq!(department.status, Some(ListStatus::Reference));
}

/// A list without anything implausible: codes of one length without zeros, labels of letters, periods of this century.
fn plausible_file() -> impl Strategy<Value = String> {
    let codes = prop_oneof![
        prop::collection::btree_set("[A-Z]{2,3}[1-9]", 1..20),
        prop::collection::btree_set("[1-9][0-9]{3}", 1..20),
        prop::collection::btree_set("[1-9][0-9]\\.[1-9][1-9]", 1..20),
    ];
    let line = (
        "[a-zéèëïüç]{3,12}( [a-zéèëïüç(),’/-]{2,9}){0,3}",
        0..3_i32,
        2001..2030_i32,
    );
    (codes, prop::collection::vec(line, 20), prop::bool::ANY).prop_map(
        |(codes, lines, is_belgian)| {
            let mut file = if is_belgian {
                "code;nl;valid_from;valid_to\n"
            } else {
                "code,nl,valid_from,valid_to\n"
            }
            .to_owned();
            for (index, (code, (label, kind, year))) in codes.into_iter().zip(lines).enumerate() {
                let day = |day: u32, month: u32, year: i32| {
                    if is_belgian {
                        format!("{day}/{month:02}/{year}")
                    } else {
                        format!("{year}-{month:02}-{day:02}")
                    }
                };
                let (from, to) = match kind {
                    0 => (day(1, 1, year), String::new()),
                    1 => (String::new(), day(31, 12, year)),
                    _ => (day(1, 1, year), day(31, 12, year + 3)),
                };
                let separator = if is_belgian { ";" } else { "," };
                // No program writes numbers into labels; here they keep labels apart.
                let label = format!("\"{label} {}\"", index + 1);
                file += &([code, label, from, to].join(separator) + "\n");
            }
            file
        },
    )
}

proptest! {
    #[test]
    fn plausible_list_gives_no_warning(file in plausible_file(), id in prop::sample::select(vec!["language", "fine_class", "department"])) {
        prop_assert_eq!(warned(&format!("{id}.csv"), &file), [], "{}", file);
    }
}
