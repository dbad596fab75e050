//! The compiler messages of the macros: one for each error, at the code that causes it.
//!
//! Each `ui/<case>.rs` contains the error that it is named after, checked against the invented decision
//! `ui/deliberation.toml`; the file beside it holds what the compiler prints. Struct definitions that many cases need are in
//! `ui/shared/`. After a message has changed on purpose, write the files anew with
//! `TRYBUILD=overwrite cargo test -p beraad-model-derive --test compile_fail`, and read the difference as the person who
//! made the error.
//!
//! Compilers word their part of a message differently. `ui/rustc-version` names the compiler that wrote the files. With
//! any other, the cases are still built, and must fail.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The folders of cases: a decision with errors, another decision, and no decision, need folders of their own.
const FOLDERS: [&str; 5] = [
    "tests/ui",
    "tests/ui/broken_deliberation",
    "tests/ui/equal_titles",
    "tests/ui/quantities",
    "tests/no_deliberation",
];

/// The folders of files that cases read or include.
const SHARED_FOLDERS: [&str; 3] = [
    "tests/ui/codelists",
    "tests/ui/shared",
    "tests/ui/quantities/shared",
];

/// The cases with more than one error, and their number of errors.
const WITH_SEVERAL_ERRORS: [(&str, usize); 5] = [
    ("five_errors", 5),
    ("model_errors", 5),
    ("renamed_from_invalid", 3),
    ("unchecked_guess", 3),
    // One struct gets the list of errors, and the other refers to it.
    ("broken_deliberation_of_two_structs", 2),
];

/// The cases whose message shows a bound of a trait of `beraad-schema`, because the bound is what is missing.
const SHOWING_A_BOUND: [&str; 3] = [
    "block_without_clone",
    "code_list_without_clone",
    "code_list_without_debug",
];

/// Names a copied folder whose cases must only fail.
const COPY: &str = "BERAAD_CASES_THAT_FAIL";

#[test]
fn each_case_fails_with_its_message() {
    let root = env::var_os(COPY).map(PathBuf::from);
    // In the copy there are no messages to compare, so that the compiler does not matter.
    if root.is_none() && compiler() != include_str!("ui/rustc-version").trim() {
        return each_case_only_fails();
    }
    let cases = trybuild::TestCases::new();
    for folder in FOLDERS {
        let folder = root.as_deref().unwrap_or(Path::new("")).join(folder);
        cases.compile_fail(folder.join("*.rs"));
    }
}

/// Runs the cases in a copy without their messages, which trybuild then writes instead of comparing them.
fn each_case_only_fails() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_fail");
    if copy.exists() {
        fs::remove_dir_all(&copy).expect("the copy of an earlier run can be removed");
    }
    for folder in FOLDERS.into_iter().chain(SHARED_FOLDERS) {
        fs::create_dir_all(copy.join(folder)).expect("a folder for the copy");
        for file in files(folder) {
            if file
                .extension()
                .is_none_or(|extension| extension != "stderr")
            {
                fs::copy(&file, copy.join(&file)).expect("a copy of a case");
            }
        }
    }
    let status = Command::new(env::current_exe().expect("this test knows its own file"))
        // In a process of its own, since the variables of the environment are those of a process: another test may run
        // beside this one.
        .args(["--exact", "each_case_fails_with_its_message"])
        .env(COPY, &copy)
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("this test can run itself");
    assert!(status.success(), "a case compiled");
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("there is a compiler");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Returns the files of a folder, without its folders.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of this package");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// Returns the messages, by the names of their cases.
fn messages() -> Vec<(String, String)> {
    let files = FOLDERS.into_iter().flat_map(files);
    files
        .filter(|file| {
            file.extension()
                .is_some_and(|extension| extension == "stderr")
        })
        .map(|file| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&file).expect("a message is text");
            (name.into_owned(), text)
        })
        .collect()
}

#[test]
fn every_case_has_a_message_and_every_message_a_case() {
    let files: Vec<_> = FOLDERS.into_iter().flat_map(files).collect();
    for file in &files {
        let other = match file.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => "stderr",
            Some("stderr") => "rs",
            _ => continue,
        };
        let other = file.with_extension(other);
        assert!(files.contains(&other), "{} is missing", other.display());
    }
    assert!(messages().len() >= 172, "some messages were not found");
}

#[test]
fn each_case_has_one_error_and_no_warning() {
    for (name, message) in messages() {
        let several = WITH_SEVERAL_ERRORS.iter().find(|(case, _)| *case == name);
        let expected = several.map_or(1, |(_, errors)| *errors);
        let errors = message
            .lines()
            .filter(|line| line.starts_with("error"))
            .count();
        assert_eq!(errors, expected, "{name}:\n{message}");
        assert!(
            !message.lines().any(|line| line.starts_with("warning")),
            "{name}:\n{message}"
        );
    }
}

#[test]
fn each_message_is_at_the_error_and_shows_no_generated_code() {
    for (name, message) in messages() {
        let at = message
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))
            .unwrap_or_default();
        assert!(at.contains(&format!("/{name}.rs:")), "{name}: {at}");
        let shows_workspace = message.contains("$WORKSPACE/");
        let may_show_it = SHOWING_A_BOUND.contains(&&*name);
        assert!(!shows_workspace || may_show_it, "{name}:\n{message}");
        let machine = [env!("CARGO_MANIFEST_DIR"), "/home/", "/root/", "/tmp/"];
        assert!(
            !machine.iter().any(|path| message.contains(path)),
            "{name}:\n{message}"
        );
    }
}
