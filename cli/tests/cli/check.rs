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
fn report_within_the_delivery_is_invalid() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path());
    let folder = format!("{delivery}/report");
    let ended = check(&[&delivery, "--report", &folder]);
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
