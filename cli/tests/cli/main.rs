//! The binary as it is used: what it prints, what it writes, and how it ends.

mod codelists;
mod errors;
mod folder;
mod shown;
mod trace;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The end of a run.
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
            err: String::from_utf8(output.stderr).expect("the complaints are UTF-8"),
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

/// What the binary prints, where it is to end well.
fn printed(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
    run.out
}

/// Runs `codebook` into a folder.
fn codebook(out: &Path) -> Run {
    run(["codebook".as_ref(), "--out".as_ref(), out.as_os_str()])
}

/// Every file in a folder with its content, by path, `/` between folders.
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
