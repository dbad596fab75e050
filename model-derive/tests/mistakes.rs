//! What the macros say to a person who made a mistake: one message for a mistake, at the place that caused it.
//!
//! Each `ui/<mistake>.rs` makes the mistake that it is named by, against the invented decision `ui/deliberation.toml`;
//! the file beside it holds what the compiler says. After a message has changed on purpose, write them anew with
//! `TRYBUILD=overwrite cargo test -p beraad-model-derive --test mistakes`, and read what changed as the person who made
//! the mistake.
//!
//! Compilers word their part of a message differently. `ui/rustc-version` names the one that the files were made with;
//! on any other the cases are built all the same, and must fail.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The folders of cases: a decision with mistakes, and no decision, need folders of their own.
const FOLDERS: [&str; 3] = [
    "tests/ui",
    "tests/ui/broken_deliberation",
    "tests/no_deliberation",
];

/// The cases with more than one error, and how many they have.
const MANY: [(&str, usize); 2] = [
    ("five_mistakes", 5),
    // The list stands at one struct, and the other refers to it.
    ("broken_deliberation_of_two_structs", 2),
];

/// The cases whose message shows the requirement itself, which is a bound of the vocabulary's own trait.
const SHOW_A_BOUND: [&str; 3] = [
    "block_without_clone",
    "code_list_without_clone",
    "code_list_without_debug",
];

/// Set where the cases of a copied folder need only fail.
const COPY: &str = "BERAAD_CASES_THAT_FAIL";

#[test]
fn mistakes_are_said_where_they_are_made() {
    let root = env::var_os(COPY).map(PathBuf::from);
    if root.is_none() && compiler() != include_str!("ui/rustc-version").trim() {
        return mistakes_only_fail();
    }
    let cases = trybuild::TestCases::new();
    for folder in FOLDERS {
        let folder = root.as_deref().unwrap_or(Path::new("")).join(folder);
        cases.compile_fail(folder.join("*.rs"));
    }
}

/// Runs the cases in a copy without their messages, which trybuild then writes instead of comparing them.
fn mistakes_only_fail() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes");
    if copy.exists() {
        fs::remove_dir_all(&copy).expect("the copy of an earlier run goes");
    }
    for folder in FOLDERS.into_iter().chain(["tests/ui/codelists"]) {
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
        .args(["--exact", "mistakes_are_said_where_they_are_made"])
        .env(COPY, &copy)
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("this test runs itself");
    assert!(status.success(), "a case did not fail to compile");
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("there is a compiler");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The files of a folder, without its folders.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of this package");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// The messages, by the names of their cases.
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
    assert!(messages().len() >= 30, "the messages were found");
}

#[test]
fn a_mistake_is_one_error() {
    for (name, message) in messages() {
        let many = MANY.iter().find(|(many, _)| *many == name);
        let expected = many.map_or(1, |(_, errors)| *errors);
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
fn a_message_stands_at_the_mistake_and_shows_no_code_of_the_checker() {
    for (name, message) in messages() {
        let at = message
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))
            .unwrap_or_default();
        assert!(at.contains(&format!("/{name}.rs:")), "{name}: {at}");
        let own = message.contains("$WORKSPACE/");
        let may = SHOW_A_BOUND.contains(&&*name);
        assert!(!own || may, "{name}:\n{message}");
        let machine = [env!("CARGO_MANIFEST_DIR"), "/home/", "/root/", "/tmp/"];
        assert!(
            !machine.iter().any(|path| message.contains(path)),
            "{name}:\n{message}"
        );
    }
}
