//! The messages about versions name the program of this crate, whose model is the right one.

use std::panic;
use std::process::Command;

use beraad_evolve::testing;
use library_loans::model;

#[test]
fn test_of_the_version_names_the_program_of_this_crate() {
    let folder = tempfile::tempdir().unwrap();
    let check = || testing::assert_version(model(), folder.path());
    let error = panic::catch_unwind(panic::AssertUnwindSafe(check)).unwrap_err();
    let message = error.downcast_ref::<String>().unwrap();
    let command = format!("`cargo run -- version new {}`", model().version);
    assert!(message.contains(&command), "{message}");
}

#[test]
fn comparison_without_a_version_names_the_program_of_this_crate() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_library-loans"));
    let output = program.args(["diff", "--versions"]).arg(folder.path());
    let error = String::from_utf8(output.output().unwrap().stderr).unwrap();
    let words: Vec<_> = error.split_whitespace().collect();
    let command = format!("`library-loans version new {}`", model().version);
    assert!(words.join(" ").contains(&command), "{error}");
}
