//! `check` and `explain` of a check.

use std::path::Path;

use super::{Run, files, printed, run};

/// Writes a delivery with one error: a row with a repeated key.
fn delivery(parent: &Path) -> String {
    let folder = parent.join("delivery");
    std::fs::create_dir(&folder).expect("a folder");
    let text = "person,death_date\n18,2010-Q2\n19,20103\n";
    std::fs::write(folder.join("death.csv"), text).expect("the file is written");
    folder.display().to_string()
}

fn check(args: &[&str]) -> Run {
    run([&["check"], args].concat())
}

#[test]
fn report_is_a_folder_that_a_later_call_replaces() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let folder = parent.path().join("report");
    let shown = folder.display().to_string();
    let args = [&*delivery, "--report", &shown, "--date", "2026-11-29"];
    let first = check(&args);
    assert_eq!(first.code, Some(1), "{}", first.err);
    assert!(first.out.contains("Wrote "), "{}", first.out);
    let written = files(&folder);
    let names: Vec<_> = written.keys().map(String::as_str).collect();
    assert_eq!(names, [".beraad", "report.html", "report.json"]);
    // The same bytes, and the same JSON as on the standard output.
    let second = check(&args);
    assert!(second.out.contains("Replaced "), "{}", second.out);
    assert_eq!(files(&folder), written);
    let json = check(&[&*delivery, "--format", "json", "--date", "2026-11-29"]);
    assert_eq!(json.out.as_bytes(), written["report.json"]);
    let both = check(&[&args[..], &["--format", "json"]].concat());
    assert_eq!(both.out, json.out);
    // A file of somebody else is not overwritten.
    std::fs::write(folder.join("notes.txt"), "mine").expect("the file is written");
    let third = check(&args);
    assert_eq!(third.code, Some(3), "{}", third.err);
    assert_eq!(files(&folder).len(), 4);
}

#[test]
fn options_that_contradict_each_other_are_errors_of_the_command_line() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let ended = check(&[&delivery, "--flags", "J,J", "--separator", ";"]);
    assert_eq!(ended.code, Some(2));
    let expected = "`--flags` needs two different words";
    assert!(ended.err.contains(expected), "{}", ended.err);
    assert!(!ended.err.contains("death.csv"), "{}", ended.err);
}

#[test]
fn text_of_a_missing_value_may_begin_with_a_hyphen() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("delivery");
    std::fs::create_dir(&folder).expect("a folder");
    let text = "person,death_date\n18,2010-Q2\n19,-9\n";
    std::fs::write(folder.join("death.csv"), text).expect("the file is written");
    let delivery = folder.display().to_string();
    let ended = check(&[&delivery, "--missing", "-9"]);
    assert!(ended.out.contains("0 errors"), "{}", ended.out);
}

#[test]
fn report_within_the_delivery_is_invalid() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let folder = format!("{delivery}/report");
    let ended = check(&[&delivery, "--report", &folder]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("is in the delivery"), "{}", ended.err);
}

/// Writes an earlier delivery, with other errors than the new one.
fn earlier(parent: &Path) -> String {
    let folder = parent.join("earlier");
    std::fs::create_dir(&folder).expect("a folder");
    let text = "person,death_date\n17,2009-Q1\n18,2010-Q2\n20,x\n21,x\n";
    std::fs::write(folder.join("death.csv"), text).expect("the file is written");
    folder.display().to_string()
}

#[test]
fn comparison_is_beside_the_report() {
    let parent = tempfile::tempdir().expect("a folder");
    let (delivery, earlier) = (delivery(parent.path()), earlier(parent.path()));
    let folder = parent.path().join("report");
    let shown = folder.display().to_string();
    let day = ["--date", "2026-11-29"];
    let args = [&[&*delivery, "--against", &earlier][..], &day].concat();
    let ended = check(&[&args[..], &["--report", &shown]].concat());
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.out.contains("4 -> 2 rows (-2)"), "{}", ended.out);
    assert!(ended.out.contains("comparison.html"), "{}", ended.out);
    let written = files(&folder);
    let names: Vec<_> = written.keys().map(String::as_str).collect();
    let all = [
        ".beraad",
        "comparison.html",
        "comparison.json",
        "report.html",
        "report.json",
    ];
    assert_eq!(names, all);
    // The output in JSON is one object with both.
    let json = check(&[&args[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    for part in ["report", "comparison"] {
        let file = &written[&format!("{part}.json")];
        let file: serde_json::Value = serde_json::from_slice(file).expect("JSON");
        assert_eq!(json[part], file);
    }
    // A report without a comparison does not keep the one of an earlier call.
    check(&[&*delivery, "--report", &shown]);
    assert_eq!(files(&folder).len(), 3);
}

#[test]
fn exit_code_is_that_of_the_checks_of_the_new_delivery() {
    let parent = tempfile::tempdir().expect("a folder");
    let earlier = earlier(parent.path());
    let new = parent.path().join("new");
    std::fs::create_dir(&new).expect("a folder");
    let text = "person,death_date\n18,2010-Q3\n";
    std::fs::write(new.join("death.csv"), text).expect("the file is written");
    let ended = check(&[&new.display().to_string(), "--against", &earlier]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(
        ended.out.contains("differences in 1 block"),
        "{}",
        ended.out
    );
}

#[test]
fn unread_file_of_either_delivery_leaves_the_comparison_incomplete() {
    let parent = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let folder = parent.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("death.csv"), text).expect("the file is written");
        folder.display().to_string()
    };
    let whole = write("whole", "person,death_date\n18,2010-Q3\n");
    let headless = write("headless", "number,death_date\n18,2010-Q3\n");
    let packed = write("packed", "PK\u{3}\u{4}");
    for (new, old) in [
        (&whole, &headless),
        (&headless, &whole),
        (&whole, &packed),
        (&packed, &whole),
    ] {
        let ended = check(&[new, "--against", old]);
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        let side = if *new == whole { "old" } else { "new" };
        let named = format!("death.csv of the {side} delivery:");
        assert!(ended.out.contains(&named), "{}", ended.out);
        assert!(!ended.out.contains("gone,"), "{}", ended.out);
        assert!(
            ended.err.contains("1 file could not be read"),
            "{}",
            ended.err
        );
    }
    // The methods of the library are options here.
    let ended = check(&[&whole, "--against", &headless]);
    assert!(
        ended.out.contains("--rename") && !ended.out.contains("Dialect"),
        "{}",
        ended.out
    );
}

#[test]
fn unreadable_file_is_reported_and_the_others_are_checked() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("delivery");
    std::fs::create_dir(&folder).expect("a folder");
    for (name, text) in [
        ("death.csv", "person,death_date\n18,2010-Q3\n"),
        ("pay.csv.gz", "cut off"),
    ] {
        std::fs::write(folder.join(name), text).expect("the file is written");
    }
    let delivery = folder.display().to_string();
    let report = parent.path().join("report");
    let ended = check(&[&delivery, "--report", &report.display().to_string()]);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(ended.out.contains("error unreadable-file"), "{}", ended.out);
    assert!(
        ended.out.contains("death (death.csv): 1 row"),
        "{}",
        ended.out
    );
    assert!(report.join("report.html").is_file());
    let out = parent.path().join("out").display().to_string();
    let ended = run(["convert", &delivery, "--to", "csv", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(!Path::new(&out).exists());
}

#[test]
fn invalid_path_of_the_old_delivery_is_reported_before_the_checks() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let missing = parent.path().join("missing").display().to_string();
    let ended = check(&[&delivery, "--against", &missing]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.contains("missing"), "{}", ended.err);
    let earlier = earlier(parent.path());
    let folder = format!("{earlier}/report");
    let ended = check(&[&delivery, "--against", &earlier, "--report", &folder]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("is in the delivery"), "{}", ended.err);
}

#[test]
fn check_is_explained_by_its_id() {
    insta::assert_snapshot!(printed(&["explain", "unknown-code"]));
    let unknown = run(["explain", "unknwn-code"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown.err.contains("did you mean `unknown-code`?"),
        "{}",
        unknown.err
    );
}

#[test]
fn all_checks_constraints_and_rules_are_listed_and_explained() {
    let list = printed(&["explain"]);
    insta::assert_snapshot!(list);
    for check in beraad_delivery::CHECKS {
        assert!(list.contains(check.id), "{}", check.id);
    }
    insta::assert_snapshot!(
        "constraint_and_rule",
        [
            "partner_is_mutual",
            "SAMPLE_PERSON_ONLY",
            "establishment_from_2007"
        ]
        .map(|id| printed(&["explain", id]))
        .join("----\n")
    );
    for constraint in &beraad_model::model().constraints {
        let text = printed(&["explain", &constraint.id]);
        let mut words = constraint.basis.split(' ');
        assert!(text.contains(words.next().expect("a word")), "{text}");
    }
    let unknown = run(["explain", "partner_is_mutal"]);
    assert!(
        unknown.err.contains("`partner_is_mutual`?"),
        "{}",
        unknown.err
    );
}

#[test]
fn missing_parent_of_the_report_is_reported_before_the_check() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let report = parent.path().join("missing/report").display().to_string();
    let ended = check(&[&delivery, "--report", &report]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(3), ""));
    assert!(
        ended.err.contains("does not exist: create it"),
        "{}",
        ended.err
    );
}

#[test]
fn option_about_a_column_that_no_file_has_is_a_warning() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("delivery");
    std::fs::create_dir(&folder).expect("a folder");
    let text = "volgnr,death_date,remark\n18,2010-Q2,x\n";
    std::fs::write(folder.join("death.csv"), text).expect("the file is written");
    let map = parent.path().join("map.csv");
    let names = "block,in_file,column\ndeath,volgnr,person\n,nr,person\ndeath,datum,death_date\npay,x,person\n";
    std::fs::write(&map, names).expect("the file is written");
    let [folder, map] = [folder, map].map(|it| it.display().to_string());
    let args = [&*folder, "--rename", &map, "--ignore", "remark,remrak"];
    let ended = check(&args);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let words: Vec<_> = ended.out.split_whitespace().collect();
    let text = words.join(" ");
    for expected in [
        "Warning: no file has the column `remrak` that `--ignore` leaves out",
        "Warning: no file has the column `nr` that `--rename` gives another name",
        "Warning: no file has the column `datum` that `--rename` gives another name",
    ] {
        assert!(text.contains(expected), "{text}");
    }
    assert_eq!(text.matches("Warning: ").count(), 3, "{text}");
}

#[test]
fn block_that_was_asked_for_and_has_no_file_is_an_error() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let out = parent.path().join("out").display().to_string();
    for args in [
        &["check", &delivery, "--block", "pay,death"][..],
        &[
            "convert", &delivery, "--block", "pay", "--to", "csv", "--out", &out,
        ],
    ] {
        let ended = run(args);
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{}", ended.err);
        assert!(
            ended.err.contains("block `pay` of `--block` has no file"),
            "{}",
            ended.err
        );
    }
}
