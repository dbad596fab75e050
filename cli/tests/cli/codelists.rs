//! `codelists`, and the option `--codelists`: code lists that come with the delivery.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::{Run, files, printed, run};

/// Returns a temporary folder, and a folder in it with these files.
fn folder_of_lists(given: &[(&str, &str)]) -> (tempfile::TempDir, std::path::PathBuf) {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("lists");
    fs::create_dir(&folder).expect("a folder");
    for (name, content) in given {
        fs::write(folder.join(name), content).expect("a file");
    }
    (parent, folder)
}

const CLASSES: &str = "code;nl;en;lower;upper;closed;currency\n\
    1;tot en met 15;up to 15;0;15;both;EUR\n\
    2;16 tot en met 35;16 to 35;16;35;both;EUR\n";

/// Runs a command with the code lists of a folder.
fn run_with_lists(folder: &Path, args: &[&str]) -> Run {
    let args = args.iter().map(OsStr::new);
    run(args.chain(["--codelists".as_ref(), folder.as_os_str()]))
}

fn template(out: &Path) -> Run {
    run([
        "codelists".as_ref(),
        "template".as_ref(),
        "--out".as_ref(),
        out.as_os_str(),
    ])
}

#[test]
fn every_list_is_shown_with_its_state() {
    let shown = printed(&["codelists"]);
    for list in &beraad_model::model().code_lists {
        assert!(
            shown.contains(&format!("{}: {}", list.id, list.kind)),
            "{}",
            list.id
        );
    }
    insta::assert_snapshot!("codelists", shown);

    let (_parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    let shown = run_with_lists(&folder, &["codelists", "--format", "json"]);
    assert_eq!((shown.code, &*shown.err), (Some(0), ""));
    let rows: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    let rows = rows.as_array().expect("an array");
    assert_eq!(rows.len(), beraad_model::model().code_lists.len());
    let row = rows.iter().find(|row| row["id"] == "daily_wage_class");
    let row = row.expect("the list");
    assert_eq!(row["state"], "supplied");
    assert_eq!(row["codes"], 2);
    assert_eq!(row["file"], "daily_wage_class.csv");
    assert_eq!(row["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(
        row["variables"],
        serde_json::json!(["pay.daily_wage_class"])
    );
    assert_eq!(
        rows.iter().filter(|row| row["state"] == "supplied").count(),
        1
    );
}

#[test]
fn every_command_uses_the_supplied_lists() {
    let (parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    let shown = run_with_lists(&folder, &["show", "pay.daily_wage_class"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(shown.out.contains("≥ 16 and ≤ 35 EUR"), "{}", shown.out);
    for command in ["blocks", "formats", "trace", "codelists"] {
        let ended = run_with_lists(&folder, &[command]);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{command}");
    }
    let out = parent.path().join("handout");
    let path = out.to_str().expect("a text");
    let ended = run_with_lists(&folder, &["codebook", "--out", path]);
    assert_eq!((ended.code, &*ended.err), (Some(0), ""));
    assert!(
        ended
            .out
            .contains("Supplied code lists: daily_wage_class.csv."),
        "{}",
        ended.out
    );
    let written = files(&out);
    for file in [
        "index.html",
        "codebook-nl/pay.md",
        "codebook-en/pay.md",
        "arrow/pay.arrow",
        "arrow/pay.json",
        "annotations/pay.beraad.json",
    ] {
        let text = String::from_utf8_lossy(&written[file]);
        assert!(text.contains("daily_wage_class.csv"), "{file}: the file");
        assert!(text.contains("16 to"), "{file}: a label");
    }
    // The option can also be the first argument.
    let before = run([
        "--codelists".as_ref(),
        folder.as_os_str(),
        "show".as_ref(),
        "pay.daily_wage_class".as_ref(),
    ]);
    assert_eq!(before.out, shown.out);
}

#[test]
fn supplied_list_changes_only_the_files_of_the_blocks_that_use_it() {
    let (parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    let handout = |name: &str, run: &dyn Fn(&[&str]) -> Run| {
        let out = parent.path().join(name);
        let ended = run(&["codebook", "--out", out.to_str().expect("a text")]);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""));
        files(&out)
    };
    let before = handout("before", &|args| run(args.iter().map(OsStr::new)));
    let after = handout("after", &|args| run_with_lists(&folder, args));
    assert!(before.keys().eq(after.keys()));
    let changed = before
        .iter()
        .filter(|(path, content)| after[*path] != **content);
    let changed: Vec<_> = changed.map(|(path, _)| &**path).collect();
    // The list is of one variable of one block. The other files are those of the whole model.
    let of_the_model = [
        ".beraad",
        "README.md",
        "codebook-en.md",
        "codebook-nl.md",
        "codebook.xlsx",
        "croissant.json",
        "csv-metadata.json",
        "datapackage.json",
        "ddi/codebook-2.5.xml",
        "ddi/codebook-2.6.xml",
        "index.html",
        "model.beraad.json",
        "model.json",
        "tables-for-excel/awaited.csv",
        "tables-for-excel/code_lists.csv",
        "tables-for-excel/codes.csv",
        "tables/awaited.csv",
        "tables/code_lists.csv",
        "tables/codes.csv",
    ];
    let paths = before.keys().map(|path| &**path);
    let is_of_block = |path: &str| path.contains("/pay.") || path.contains("/pay_labelled.");
    let expected = paths.filter(|path| is_of_block(path) || of_the_model.contains(path));
    let expected: Vec<_> = expected.collect();
    assert!(expected.len() > of_the_model.len());
    assert_eq!(changed, expected);
}

#[test]
fn all_errors_are_reported_at_once_and_nothing_is_written() {
    let (parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    let out = parent.path().join("handout");
    let path = out.to_str().expect("a text");
    assert_eq!(
        run_with_lists(&folder, &["codebook", "--out", path]).code,
        Some(0)
    );
    fs::write(folder.join("daily_wage_clas.csv"), CLASSES).expect("a file");
    fs::write(
        folder.join("lea_employed.csv"),
        "code,nl\nX,\u{1b}[2J\n1,\n",
    )
    .expect("a file");
    fs::write(
        folder.join("gross_wage.csv"),
        "code,nl,lower,upper\n1,a,1,15\n2,b,10,35\n",
    )
    .expect("a file");
    let before = files(parent.path());
    for args in [
        &["codebook", "--out", path][..],
        &["generate", "--out", path],
        &["codelists", "template", "--out", path],
        &["blocks"],
        &["show", "pay"],
        &["trace"],
    ] {
        let ended = run_with_lists(&folder, args);
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{args:?}");
        assert_eq!(ended.err.matches("error: ").count(), 4, "{}", ended.err);
        let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
        for sentence in [
            "daily_wage_clas.csv: unknown code list `daily_wage_clas`; did you mean `daily_wage_class.csv`?",
            "gross_wage.csv:3: class `2` (10 to 35) and class `1` (1 to 15, line 2) overlap",
            "lea_employed.csv:2: unknown code `X` in the closed list `lea_employed`",
            "lea_employed.csv:3: missing label",
        ] {
            assert!(message.contains(sentence), "{sentence}: {message}");
        }
        assert!(!ended.err.contains('\u{1b}'));
        assert!(before == files(parent.path()), "{args:?}");
    }
}

/// An implausible list for a variable without published codes, and a file that a system left behind.
const IMPLAUSIBLE: [(&str, &str); 2] = [
    (
        "desired_work_regime.csv",
        "code,nl\n0101,Antwerpen\n101,Antwerpen\nNA,onbekend\n",
    ),
    ("Thumbs.db", "\0"),
];

#[test]
fn warnings_do_not_stop_a_command_unless_it_is_strict() {
    let (parent, folder) = folder_of_lists(&IMPLAUSIBLE);
    let ended = run_with_lists(&folder, &["show", "profile.desired_work_regime"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("Antwerpen"), "{}", ended.out);
    let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Thumbs.db: skipped, since it is a file of the operating system",
        "desired_work_regime.csv:3: code `101` differs from the code `0101` of line 2 only by leading zeros",
        "desired_work_regime.csv:4: code `NA` is the text by which programs write a missing value",
    ] {
        assert!(message.contains(sentence), "{sentence}: {message}");
    }
    assert_eq!(message.matches("warning: ").count(), 2, "{message}");
    assert_eq!(message.matches("note: ").count(), 1, "{message}");

    let out = parent.path().join("handout");
    let path = out.to_str().expect("a text");
    for args in [
        &["codebook", "--strict", "--out", path][..],
        &["--strict", "show", "profile.desired_work_regime"],
        &["trace", "--strict"],
    ] {
        let ended = run_with_lists(&folder, args);
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{args:?}");
        assert_eq!(ended.err.matches("error: ").count(), 2, "{}", ended.err);
    }
    assert!(!out.exists());
    let (_parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    let ended = run_with_lists(&folder, &["blocks", "--strict"]);
    assert_eq!((ended.code, &*ended.err), (Some(0), ""));
}

#[test]
fn errors_and_warnings_are_printed_together() {
    let lines = format!("{}1,een,twee\n", IMPLAUSIBLE[0].1);
    let (_parent, folder) = folder_of_lists(&[("desired_work_regime.csv", &lines)]);
    let kinds = |args: &[&str]| {
        let ended = run_with_lists(&folder, args);
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{}", ended.err);
        let lines = ended.err.lines();
        let words = lines
            .filter_map(|line| line.split_once(": "))
            .map(|line| line.0.to_owned());
        words
            .filter(|word| ["error", "warning"].contains(&&**word))
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&["blocks"]), ["warning", "warning", "error"]);
    assert_eq!(kinds(&["blocks", "--strict"]), ["error"; 3]);
}

#[test]
fn complete_list_is_shown_as_one_that_rejects_other_codes() {
    let (_parent, folder) = folder_of_lists(&[(
        "desired_work_regime.csv",
        "# complete: yes\ncode,nl,source\n0101,Antwerpen,office\n",
    )]);
    let shown = run_with_lists(&folder, &["show", "profile.desired_work_regime"]);
    assert_eq!((shown.code, &*shown.err), (Some(0), ""));
    let text = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("it has every code that occurs in the data: another code is an error"),
        "{text}"
    );
    assert!(
        text.contains("according to office; from the file desired_work_regime.csv"),
        "{text}"
    );
}

#[test]
fn unreadable_folder_is_an_error() {
    let (_parent, folder) = folder_of_lists(&[("sex.csv", "code,nl\n")]);
    for path in [folder.join("sex.csv"), folder.join("none"), "".into()] {
        let ended = run_with_lists(&path, &["blocks"]);
        assert_eq!(
            (ended.code, &*ended.out),
            (Some(2), ""),
            "{}",
            path.display()
        );
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
    }
}

#[test]
fn templates_without_codes_have_no_effect() {
    let (parent, _) = folder_of_lists(&[]);
    let out = parent.path().join("templates");
    let ended = template(&out);
    assert_eq!((ended.code, &*ended.err), (Some(0), ""));
    let written = files(&out);
    for list in &beraad_model::model().code_lists {
        let open = list.awaits_codes();
        assert_eq!(
            written.contains_key(&format!("{}.csv", list.id)),
            open,
            "{}",
            list.id
        );
    }
    assert_eq!(
        run_with_lists(&out, &["codelists"]).out,
        printed(&["codelists"])
    );
    assert_eq!(template(&out).code, Some(0), "templates can be replaced");

    fs::write(out.join("daily_wage_class.csv"), CLASSES).expect("a file");
    let before = files(parent.path());
    let ended = template(&out);
    assert_eq!((ended.code, &*ended.out), (Some(3), ""));
    let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        message.contains("files in it were changed since, `daily_wage_class.csv`: move them"),
        "{message}"
    );
    assert!(
        before == files(parent.path()),
        "the work of the provider is kept"
    );
    let handout = parent.path().join("handout");
    let ended = run_with_lists(
        &out,
        &["codebook", "--out", handout.to_str().expect("a text")],
    );
    assert_eq!(
        (ended.code, &*ended.err),
        (Some(0), ""),
        "the folder of templates is a folder of code lists"
    );
}

/// Each form in which a provider may have saved a template.
const COMPLETED: [&[u8]; 4] = [
    CLASSES.as_bytes(),
    // By a spreadsheet, with the line ends of an old Macintosh.
    b"# a comment\rcode,nl,en\r1,man,man\r",
    // Without comments and header.
    b"1,man",
    b"",
];

#[test]
fn no_command_overwrites_completed_lists() {
    let (parent, _) = folder_of_lists(&[]);
    let out = parent.path().join("lists");
    let path = out.to_str().expect("a text");
    for completed in COMPLETED {
        assert_eq!(template(&out).code, Some(0));
        fs::write(out.join("daily_wage_class.csv"), completed).expect("a file");
        let before = files(parent.path());
        for args in [
            &["codelists", "template", "--out", path][..],
            &["codebook", "--out", path],
            &["generate", "--out", path],
            &["generate", "--format", "arrow", "--out", path],
        ] {
            let ended = run(args.iter().map(OsStr::new));
            assert_eq!((ended.code, &*ended.out), (Some(3), ""), "{args:?}");
            let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                message.contains("files in it were changed since, `daily_wage_class.csv`: move"),
                "{message}"
            );
            assert!(before == files(parent.path()), "{args:?}");
        }
        fs::remove_file(out.join("daily_wage_class.csv")).expect("a file");
    }
}

#[test]
fn neither_templates_nor_a_codebook_replace_the_other() {
    let (parent, _) = folder_of_lists(&[]);
    let templates = parent.path().join("templates");
    let handout = parent.path().join("handout");
    let path = |folder: &Path| folder.to_str().expect("a text").to_owned();
    assert_eq!(template(&templates).code, Some(0));
    printed(&["codebook", "--out", &path(&handout)]);
    let before = files(parent.path());
    let ended = template(&handout);
    assert_eq!((ended.code, &*ended.out), (Some(3), ""));
    let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        message.contains("contains a codebook or schemas, which would be replaced by templates"),
        "{message}"
    );
    let ended = run(["codebook", "--out", &path(&templates)].map(OsStr::new));
    assert_eq!((ended.code, &*ended.out), (Some(3), ""));
    assert!(ended.err.contains("contains templates"), "{}", ended.err);
    assert!(before == files(parent.path()));
}

#[test]
fn templates_are_not_written_to_a_foreign_folder() {
    let (parent, folder) = folder_of_lists(&[("thesis.txt", "three years of work")]);
    let before = files(parent.path());
    let ended = template(&folder);
    assert_eq!((ended.code, &*ended.out), (Some(3), ""));
    assert!(ended.err.contains(".beraad"), "{}", ended.err);
    let ended = template(&folder.join("thesis.txt"));
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(before == files(parent.path()));
}

#[test]
fn format_option_cannot_be_used_with_template() {
    let (parent, _) = folder_of_lists(&[]);
    let out = parent.path().join("templates");
    let path = out.to_str().expect("a text");
    let ended = run(["codelists", "--format", "json", "template", "--out", path]);
    assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{}", ended.err);
    assert!(!out.exists());
}

/// Runs `codelists check` for a folder, with these further arguments.
fn check(folder: &Path, args: &[&str]) -> Run {
    let start = ["codelists".as_ref(), "check".as_ref(), folder.as_os_str()];
    run(start.into_iter().chain(args.iter().map(OsStr::new)))
}

#[test]
fn folder_is_checked_in_each_language() {
    let given = [
        (".DS_Store", ""),
        (
            "daily_wage_class.csv",
            "code;nl;lower;upper;closed\n1;tot 15;0;15;both\n2;15 tot 35;10;35;both\n3;meer;veel;;left\n",
        ),
        (
            "desired_employment.csv",
            "# complete: nearly\n# confirmd: NA\ncode,nl\n",
        ),
        (
            "driving_licence_type.csv",
            "code,nl,valid_from,valid_to\nzz,een,1/02/2012,\nyy,twee,2012-01-01,2011-12-31\n",
        ),
        (
            "gross_wage.csv",
            "code,nl,valid_from\nNA,een,1970-01-01\n02,caf\u{fffd},\n2,twee,\n",
        ),
        ("lea_employed.csv", "code,nl\nX,\u{1b}[2J\n1,\n1,x,y\n"),
        ("training_method.csv.txt", "code,nl\n1,een\n"),
        ("training_state.csv", "code,nl\n1,NULL\n2,#REF!\n"),
        ("training_status.csv", "code,nl\n1,een\n"),
    ];
    let (parent, folder) = folder_of_lists(&given);
    let before = files(parent.path());
    for language in ["en", "nl", "fr"] {
        let ended = check(&folder, &["--lang", language]);
        assert_eq!((ended.code, &*ended.err), (Some(1), ""), "{language}");
        assert!(ended.out.lines().all(|it| it.chars().count() <= 80));
        insta::assert_snapshot!(format!("check_{language}"), ended.out);
    }
    let belgian = check(&folder, &["--lang", "nl-BE"]);
    assert_eq!(
        belgian.out,
        check(&folder, &["--lang", "nl"]).out,
        "the region does not matter"
    );
    let default = check(&folder, &[]);
    let main = &beraad_model::model().deliberation.languages;
    let main = check(&folder, &["--lang", main.main_edition().as_str()]);
    assert_eq!(default.out, main.out);
    assert!(before == files(parent.path()), "nothing is written");
}

#[test]
fn check_shows_many_findings_and_counts_the_others() {
    let lines = (0..1_030).map(|line| format!("{line},\n"));
    let lines = format!("code,nl\n{}", lines.collect::<String>());
    let (_parent, folder) = folder_of_lists(&[("training_state.csv", &lines)]);
    let ended = check(&folder, &["--lang", "fr"]);
    assert_eq!((ended.code, &*ended.err), (Some(1), ""));
    assert_eq!(ended.out.matches("  erreur\u{a0}: ").count(), 1_000);
    let more = "\nencore 30 erreurs\u{a0}; corrigez d’abord ce qui précède\n";
    assert!(ended.out.contains(more), "the other errors are counted");
    assert!(ended.out.contains("Résultat\u{a0}: 1030 erreurs"));
}

#[test]
fn check_fails_only_if_a_person_must_act() {
    let (_parent, folder) = folder_of_lists(&[("daily_wage_class.csv", CLASSES)]);
    for args in [&["--lang", "fr"][..], &["--lang", "fr", "--strict"]] {
        let ended = check(&folder, args);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""));
        let start = "Sans erreur\u{a0}: 1 liste de codes avec 2 codes. Résultat\u{a0}: 0 erreur";
        assert!(ended.out.starts_with(start), "{}", ended.out);
    }
    fs::write(folder.join("gross_wage.csv"), "code,nl\n2,NULL\n").expect("a file");
    let ended = check(&folder, &["--lang", "nl"]);
    assert_eq!(ended.code, Some(0), "a warning: {}", ended.out);
    assert!(
        ended
            .out
            .contains("gross_wage.csv\n  waarschuwing: regel 2: "),
        "{}",
        ended.out
    );
    let ended = check(&folder, &["--lang", "nl", "--strict"]);
    assert_eq!((ended.code, &*ended.err), (Some(1), ""));
    let text = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("2 codelijsten met 3 codes. Gevonden: 0 fouten en 1 waarschuwing."),
        "{text}"
    );
    // A template supplies nothing, so that the list is still awaited.
    let awaited = |folder: &Path| {
        let ended = check(folder, &["--lang", "en"]);
        let line = ended.out.lines().last().expect("a summary").to_owned();
        let count = line.split(' ').next().expect("a number");
        count.parse::<usize>().expect("a number")
    };
    let count = awaited(&folder);
    fs::write(folder.join("training_state.csv"), "code,nl\n").expect("a file");
    assert_eq!(awaited(&folder), count);
    fs::write(folder.join("training_state.csv"), "code,nl\n1,een\n").expect("a file");
    assert_eq!(awaited(&folder), count - 1);
    fs::write(folder.join("training_state.csv"), "code,nl\n1,\n").expect("a file");
    assert_eq!(awaited(&folder), count - 1, "a file with errors is a file");
}

#[test]
fn check_of_a_folder_that_cannot_be_read_is_invalid_input() {
    let (parent, folder) = folder_of_lists(&[]);
    let missing = parent.path().join("missing");
    let ended = check(&missing, &["--lang", "nl"]);
    assert_eq!((ended.code, &*ended.out), (Some(2), ""));
    let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(message.contains("kan niet gelezen worden"), "{message}");
    let ended = check(&folder, &["--lang", "de"]);
    assert_eq!((ended.code, &*ended.out), (Some(2), ""));
    assert!(ended.err.contains("expected `nl`, `fr` or `en`"));
    let ended = run([
        "codelists".as_ref(),
        "--format".as_ref(),
        "json".as_ref(),
        "check".as_ref(),
        folder.as_os_str(),
    ]);
    assert_eq!((ended.code, &*ended.out), (Some(2), ""));
    assert!(ended.err.contains("`--format`"), "{}", ended.err);
}

/// Kills the binary while it writes templates: the folder must be absent or complete.
#[test]
fn killed_write_leaves_all_templates_or_none() {
    let (parent, _) = folder_of_lists(&[]);
    let whole = parent.path().join("whole");
    assert_eq!(template(&whole).code, Some(0));
    let whole = files(&whole);
    let out = parent.path().join("templates");
    let temporary = parent.path().join(".templates.beraad-new");
    let mut unfinished = 0;
    for moment in 0..12 {
        let mut child = crate::command()
            .args(["codelists", "template", "--out"])
            .arg(&out)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the binary starts");
        while !temporary.exists() && child.try_wait().expect("the child's state").is_none() {
            std::hint::spin_loop();
        }
        std::thread::sleep(std::time::Duration::from_micros(100 * moment));
        child.kill().expect("the child can be killed");
        child.wait().expect("the child ends");
        unfinished += usize::from(temporary.exists());
        if out.exists() {
            assert!(files(&out) == whole, "part of a folder");
        }
    }
    assert!(unfinished > 0, "every kill came too late");
    assert_eq!(template(&out).code, Some(0), "the next call cleans up");
    assert!(files(&out) == whole);
    assert!(!temporary.exists());
}
