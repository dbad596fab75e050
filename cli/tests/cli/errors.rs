//! Errors: each is reported once, with what to write instead and with its exit code.

use crate::{Run, command, run};

#[track_caller]
fn assert_invalid(args: &[&str], sentences: &[&str]) -> Run {
    let run = run(args);
    assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
    assert_eq!(run.out, "", "{args:?}");
    let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in sentences {
        assert!(
            message.contains(sentence),
            "{args:?}: expected {sentence:?} in: {}",
            run.err
        );
    }
    run
}

#[test]
fn unknown_name_is_reported_with_the_nearest_name() {
    assert_invalid(
        &["show", "trajektory"],
        &["error: unknown block `trajektory`: did you mean `trajectory`?"],
    );
    assert_invalid(
        &["show", "trajectory.trajectory_strt_month"],
        &[
            "unknown variable `trajectory_strt_month` of block `trajectory`: did you mean `trajectory.trajectory_start_month`?",
        ],
    );
    assert_invalid(
        &["show", "trajektory.trajectory_start_month"],
        &["unknown block `trajektory`: did you mean `trajectory.trajectory_start_month`?"],
    );
    assert_invalid(
        &["show", "trajectory_start_month"],
        &[
            "unknown block `trajectory_start_month`, but there is a variable with that name: write `trajectory.trajectory_start_month`",
        ],
    );
    assert_invalid(
        &["show", "trajectory.notifications_per_month"],
        &["block `trajectory_month` has it: write `trajectory_month.notifications_per_month`"],
    );
    assert_invalid(
        &["generate", "--format", "arow", "--out", "x"],
        &["unknown format `arow`: did you mean `arrow`?"],
    );
    assert_invalid(
        &["generate", "--format", "R", "--out", "x"],
        &["unknown format `R`: did you mean `r`?"],
    );
    assert_invalid(
        &["show", "trajectory", "--lang", "de"],
        &["the model has no texts in `de`; expected `nl`, `en` or `fr`"],
    );
    assert_invalid(
        &["trace", "--format", "jsn"],
        &["a similar value exists: 'json'"],
    );
    assert_invalid(
        &["codebok", "--out", "x"],
        &["a similar subcommand exists: 'codebook'"],
    );
}

#[test]
fn unknown_name_without_a_near_one_is_reported_with_all_names() {
    let blocks: Vec<_> = beraad_model::model()
        .blocks
        .iter()
        .map(|it| format!("`{}`", it.id))
        .collect();
    assert_invalid(
        &["show", "zzz"],
        &[&format!("expected one of {}", blocks.join(", "))],
    );
    assert_invalid(&["show", ""], &["unknown block ``: expected one of `"]);
    assert_invalid(
        &["show", "trajectory."],
        &["unknown variable `` of block `trajectory`: expected one of `person`,"],
    );
    assert_invalid(
        &["show", "zzz.yyy"],
        &["unknown block `zzz`: expected one of `"],
    );
}

#[test]
fn all_unknown_names_are_reported_at_once_and_nothing_is_written() {
    let parent = tempfile::tempdir().expect("a folder");
    let out = parent.path().join("handout");
    let args = [
        "generate", "--format", "pdf", "--block", "foo", "--format", "arow", "--block", "pai",
        "--out",
    ];
    let run = run(args
        .iter()
        .map(std::ffi::OsStr::new)
        .chain([out.as_os_str()]));
    assert_eq!(run.code, Some(2));
    assert_eq!(run.err.matches("error: ").count(), 4, "{}", run.err);
    for name in ["`pdf`", "`foo`", "`arrow`", "`pay`"] {
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
    assert!(crate::files(parent.path()).is_empty());
}

#[test]
fn missing_argument_is_reported() {
    assert_invalid(&["codebook"], &["--out <DIR>"]);
    assert_invalid(&["generate", "--format", "arrow"], &["--out <DIR>"]);
    assert_invalid(
        &["codebook", "--out", ""],
        &["a value is required for '--out <DIR>'"],
    );
    assert_invalid(&["show"], &["<BLOCK[.VARIABLE]>"]);
    assert_invalid(
        &["show", "trajectory", "household"],
        &["unexpected argument 'household'"],
    );
    assert_invalid(&["blocks", "--full"], &["unexpected argument '--full'"]);
    assert_invalid(&[], &["Usage: beraad [OPTIONS] <COMMAND>", "Exit codes:"]);
}

/// An argument may come from a file name or a script: it must not move the cursor or colour the screen.
#[test]
fn terminal_executes_no_argument() {
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}\u{7}";
    let path = format!("{hostile}/x");
    for args in [
        &["show", hostile][..],
        &[hostile],
        &["show", "trajectory", "--lang", hostile],
        &[
            "generate", "--format", hostile, "--block", hostile, "--out", "x",
        ],
        &["codebook", "--out", &path],
    ] {
        let run = run(args);
        assert_ne!(run.code, Some(0), "{args:?}");
        assert!(run.err.contains("⟨U+001B⟩"), "{args:?}: {}", run.err);
        let text = format!("{}{}", run.out, run.err);
        let is_executed = |char: char| (char.is_control() && char != '\n') || char == '\u{202e}';
        assert!(!text.contains(is_executed), "{text:?}");
    }
}

#[cfg(unix)]
#[test]
fn argument_that_is_not_utf8_is_an_error() {
    use std::os::unix::ffi::OsStrExt;

    let argument = std::ffi::OsStr::from_bytes(b"traject\xff");
    let run = run(["show".as_ref(), argument]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.starts_with("error: "), "{}", run.err);
}

/// Closes the output as `beraad trace | head` does, but before anything is written.
#[test]
fn closed_output_is_not_an_error() {
    for (args, code) in [
        (&["trace"][..], 0),
        (&["trace", "--strict"], 0),
        (&["--help"], 0),
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = command()
            .args(args)
            .stdout(writer)
            .output()
            .expect("the binary starts");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {err}");
        assert!(!err.contains("error"), "{err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_an_error() {
    let full = std::fs::File::create("/dev/full").expect("the device");
    let output = command()
        .arg("blocks")
        .stdout(full)
        .output()
        .expect("the binary starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{err}");
    assert!(
        err.starts_with("error: cannot write to the standard output: "),
        "{err}"
    );
}

#[test]
fn readme_and_help_list_the_same_exit_codes() {
    let help = crate::printed(&["--help"]);
    let codes = help.split_once("Exit codes:\n").expect("exit codes").1;
    let readme = include_str!("../../README.md");
    let mut seen = 0;
    for line in codes.lines() {
        let (code, meaning) = line
            .trim()
            .split_once("  ")
            .expect("a code and its meaning");
        assert!(
            readme.contains(&format!("| {code} | {meaning} |")),
            "{line}"
        );
        seen += 1;
    }
    assert_eq!(seen, 4);
}
