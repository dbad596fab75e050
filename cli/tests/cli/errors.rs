//! What is wrong is said once each, with what to write instead, and with its exit code.

use crate::{Run, command, run};

#[track_caller]
fn wrong(args: &[&str], said: &[&str]) -> Run {
    let run = run(args);
    assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
    assert_eq!(run.out, "", "{args:?}");
    let told = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in said {
        assert!(
            told.contains(sentence),
            "{args:?}: expected {sentence:?} in: {}",
            run.err
        );
    }
    run
}

#[test]
fn a_name_that_is_unknown_is_answered_with_the_one_that_was_meant() {
    wrong(
        &["show", "trajektory"],
        &["error: there is no block `trajektory`: did you mean `trajectory`?"],
    );
    wrong(
        &["show", "trajectory.trajectory_strt_month"],
        &[
            "block `trajectory` has no variable `trajectory_strt_month`: did you mean `trajectory.trajectory_start_month`?",
        ],
    );
    wrong(
        &["show", "trajektory.trajectory_start_month"],
        &["there is no block `trajektory`: did you mean `trajectory.trajectory_start_month`?"],
    );
    wrong(
        &["show", "trajectory_start_month"],
        &[
            "no block `trajectory_start_month`, but a variable of that name: write `trajectory.trajectory_start_month`",
        ],
    );
    wrong(
        &["show", "trajectory.notifications_per_month"],
        &["block `trajectory_month` does: write `trajectory_month.notifications_per_month`"],
    );
    wrong(
        &["generate", "--format", "arow", "--out", "x"],
        &["there is no format `arow`: did you mean `arrow`?"],
    );
    wrong(
        &["show", "trajectory", "--lang", "fr"],
        &["[possible values: nl, en]"],
    );
    wrong(
        &["trace", "--format", "jsn"],
        &["a similar value exists: 'json'"],
    );
    wrong(
        &["codebok", "--out", "x"],
        &["a similar subcommand exists: 'codebook'"],
    );
}

#[test]
fn a_name_that_is_like_no_other_is_answered_with_all() {
    let blocks: Vec<_> = beraad_model::model()
        .blocks
        .iter()
        .map(|it| format!("`{}`", it.id))
        .collect();
    wrong(
        &["show", "zzz"],
        &[&format!("there are {}", blocks.join(", "))],
    );
    wrong(&["show", ""], &["there is no block ``: there are `"]);
    wrong(
        &["show", "trajectory."],
        &["block `trajectory` has no variable ``: there are `person`,"],
    );
    wrong(
        &["show", "zzz.yyy"],
        &["there is no block `zzz`: there are `"],
    );
}

#[test]
fn several_mistakes_are_told_at_once_and_nothing_is_written() {
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
fn a_command_line_that_lacks_something_says_what() {
    wrong(&["codebook"], &["--out <DIR>"]);
    wrong(&["generate", "--format", "arrow"], &["--out <DIR>"]);
    wrong(
        &["codebook", "--out", ""],
        &["a value is required for '--out <DIR>'"],
    );
    wrong(&["show"], &["<BLOCK[.VARIABLE]>"]);
    wrong(
        &["show", "trajectory", "household"],
        &["unexpected argument 'household'"],
    );
    wrong(&["blocks", "--strict"], &["unexpected argument '--strict'"]);
    wrong(&[], &["Usage: beraad [OPTIONS] <COMMAND>", "Exit codes:"]);
}

/// An argument may come from a file name or a script: it must not move the cursor or colour the screen.
#[test]
fn nothing_that_is_typed_commands_the_terminal() {
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
        let told = format!("{}{}", run.out, run.err);
        let bad = |char: char| (char.is_control() && char != '\n') || char == '\u{202e}';
        assert!(!told.contains(bad), "{told:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_no_panic() {
    use std::os::unix::ffi::OsStrExt;

    let argument = std::ffi::OsStr::from_bytes(b"traject\xff");
    let run = run(["show".as_ref(), argument]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.starts_with("error: "), "{}", run.err);
}

/// As `beraad trace | head` does, but surely before anything is written.
#[test]
fn a_reader_that_has_gone_is_no_failure() {
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
fn a_full_disk_behind_the_output_is_told() {
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
fn the_readme_tells_the_same_exit_codes_as_the_help() {
    let help = crate::printed(&["--help"]);
    let codes = help.split_once("Exit codes:\n").expect("exit codes").1;
    let readme = include_str!("../../README.md");
    let mut seen = 0;
    for line in codes.lines() {
        let (code, says) = line
            .trim()
            .split_once("  ")
            .expect("a code and what it says");
        assert!(readme.contains(&format!("| {code} | {says} |")), "{line}");
        seen += 1;
    }
    assert_eq!(seen, 4);
}
