//! `convert`: a folder of typed files, whole or not at all.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{Run, command, files, run};

/// Writes a delivery of so many rows.
fn delivery(parent: &Path, rows: usize) -> String {
    let folder = parent.join("delivery");
    std::fs::create_dir(&folder).expect("a folder");
    let mut text = "person,death_date\n".to_owned();
    for person in 1..=rows {
        let _ = writeln!(text, "{person},2010-Q{}", 1 + person % 4);
    }
    std::fs::write(folder.join("death.csv"), text).expect("the file is written");
    folder.display().to_string()
}

fn convert(delivery: &str, to: &str, out: &Path) -> Run {
    run([
        "convert",
        delivery,
        "--to",
        to,
        "--out",
        &out.display().to_string(),
    ])
}

#[test]
fn folder_of_typed_files_is_replaced_as_a_whole() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path(), 10);
    let out = parent.path().join("typed");
    let first = convert(&delivery, "csv", &out);
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert!(
        first.out.contains("10 rows of 1 block: 0 errors"),
        "{}",
        first.out
    );
    assert!(first.out.contains("death.csv"), "{}", first.out);
    let written = files(&out);
    let names: Vec<_> = written.keys().map(String::as_str).collect();
    assert_eq!(names, [".beraad", "death.csv", "receipt.json"]);
    // The result is a delivery, and can be converted again, but not onto itself.
    let again = convert(
        &out.display().to_string(),
        "csv",
        &parent.path().join("again"),
    );
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_eq!(
        files(&parent.path().join("again"))["death.csv"],
        written["death.csv"]
    );
    let itself = convert(&out.display().to_string(), "parquet", &out);
    assert_eq!(itself.code, Some(2), "{}", itself.err);
    assert!(itself.err.contains("is in the delivery"), "{}", itself.err);
    let second = convert(&delivery, "parquet", &out);
    assert!(second.out.contains("Replaced "), "{}", second.out);
    let names: Vec<_> = files(&out).into_keys().collect();
    assert_eq!(names, [".beraad", "death.parquet", "receipt.json"]);
    // A file of somebody else is not overwritten.
    std::fs::write(out.join("notes.txt"), "mine").expect("the file is written");
    let third = convert(&delivery, "csv", &out);
    assert_eq!(third.code, Some(3), "{}", third.err);
    assert_eq!(files(&out).len(), 4);
}

#[test]
fn error_leaves_the_older_folder_as_it_was() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path(), 3);
    let out = parent.path().join("typed");
    assert_eq!(convert(&delivery, "arrow", &out).code, Some(0));
    let written = files(&out);
    let text = "person,death_date\n1,2010-Q1\nx,2010-Q2\n3,20103\n";
    std::fs::write(parent.path().join("delivery/death.csv"), text).expect("the file is written");
    let refused = convert(&delivery, "arrow", &out);
    assert_eq!(refused.code, Some(1), "{}", refused.err);
    assert!(
        refused.err.contains("nothing was written"),
        "{}",
        refused.err
    );
    // The report is that of a check.
    let check = run(["check", &delivery]);
    assert_eq!(refused.out.trim(), check.out.trim());
    assert_eq!(files(&out), written);
    let folders = std::fs::read_dir(parent.path()).expect("the folder can be read");
    assert_eq!(folders.count(), 2);
    let shown = out.display().to_string();
    let repaired = run([
        "convert",
        &delivery,
        "--to",
        "csv",
        "--out",
        &shown,
        "--null-on-error",
    ]);
    assert_eq!(repaired.code, Some(0), "{}", repaired.err);
    assert!(repaired.out.contains("left out"), "{}", repaired.out);
}

#[test]
#[cfg(unix)]
fn killed_call_leaves_a_whole_folder_and_the_next_one_cleans_up() {
    let parent = tempfile::tempdir().expect("a folder");
    let delivery = delivery(parent.path(), 20_000);
    let out = parent.path().join("typed");
    assert_eq!(convert(&delivery, "csv", &out).code, Some(0));
    let csv = files(&out);
    let start = Instant::now();
    assert_eq!(convert(&delivery, "arrow", &out).code, Some(0));
    let lasts = start.elapsed();
    let arrow = files(&out);
    for sixth in 0..=6_u32 {
        let args = ["convert", &delivery, "--to", "csv", "--out"];
        let mut running = command();
        let running = running
            .args(args)
            .arg(&out)
            .stdout(std::process::Stdio::null());
        let mut running = running.spawn().expect("the binary starts");
        std::thread::sleep(lasts * sixth / 6 + Duration::from_millis(1));
        running.kill().expect("it can be killed");
        running.wait().expect("it ends");
        if out.exists() {
            let found = files(&out);
            assert!(found == csv || found == arrow, "{sixth}");
        }
        // The folder may be beside its place; the next call puts it back before anything else.
        assert_eq!(convert(&delivery, "arrow", &out).code, Some(0));
        assert!(files(&out) == arrow);
        let entries = std::fs::read_dir(parent.path()).expect("the folder can be read");
        assert_eq!(entries.count(), 2, "nothing is left beside the folder");
    }
}
