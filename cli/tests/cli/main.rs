//! The binary as users see it: its output, the files that it writes, and its exit code.

mod changes;
mod check;
mod codelists;
mod convert;
mod errors;
mod folder;
mod history;
mod new;
mod shown;
mod trace;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The result of a run.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("the errors are UTF-8"),
        }
    }
}

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_beraad"))
}

/// Runs the binary with these arguments.
fn run<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
    Run::of(command().args(args).output().expect("the binary starts"))
}

/// Returns the output of a run that must succeed.
fn printed(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
    run.out
}

/// The names of all commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let list = help
        .split_once("Commands:\n")
        .expect("a list of commands")
        .1;
    let list = list.split_once("\n\n").expect("an empty line").0;
    list.lines()
        .filter_map(|line| line.strip_prefix("  "))
        // The further lines of a description are indented more.
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Writes the handout to the folder `out`.
fn codebook(out: &Path) -> Run {
    run(["codebook".as_ref(), "--out".as_ref(), out.as_os_str()])
}

/// Returns the content of every file in a folder, by path, with `/` between folders.
fn files(dir: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(dir.join(&folder)).expect("the folder can be read") {
            let entry = entry.expect("the folder can be read");
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                let content = std::fs::read(entry.path()).expect("the file can be read");
                found.insert(parts.join("/"), content);
            }
        }
    }
    found
}
