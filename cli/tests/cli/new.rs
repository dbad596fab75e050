//! `new`: a crate that compiles, and never over files that exist.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use beraad_register::Register;

use crate::{Run, command, files, printed, run};

fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the workspace").to_owned()
}

/// Runs `new` for a folder, with further arguments.
fn new_crate(folder: &Path, args: &[&str]) -> Run {
    let output = command().arg("new").arg(folder).args(args).output();
    Run::of(output.expect("the binary starts"))
}

/// Writes a crate on the crates of this workspace into a folder.
fn write_crate(folder: &Path, args: &[&str]) {
    let workspace = workspace();
    let beraad = ["--beraad", workspace.to_str().expect("a path in UTF-8")];
    let run = new_crate(folder, &[args, &beraad].concat());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

/// Writes a crate into a temporary folder.
fn written(name: &str, args: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join(name);
    write_crate(&folder, args);
    (parent, folder)
}

/// Writes a crate into a folder that is the same in each run, so that the build folder does not grow.
fn written_to_build(name: &str, args: &[&str]) -> PathBuf {
    let parent = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-crates");
    let folder = parent.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the crate of an earlier run can be deleted");
    }
    fs::create_dir_all(&parent).expect("a folder");
    write_crate(&folder, args);
    folder
}

/// Returns the folder of the programs that are built: one of its own, since a crate here may have the name of one of the workspace.
fn build() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("new")
}

/// Returns the folder of what is built on the way: that of the workspace, which has the dependencies already. Cargo releases it before it
/// runs tests.
fn intermediate() -> &'static Path {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    folder.expect("the build folder")
}

/// Runs a command of Cargo in a crate, which must succeed without a network and without a warning.
fn cargo(folder: &Path, args: &[&str], variables: &[(&str, &str)]) {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .args(["--offline", "--color=never"])
        // As in the workspace, so that the dependencies are the same.
        .args(["--config", "profile.dev.package.sha2.opt-level=3"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", build())
        .env("CARGO_BUILD_BUILD_DIR", intermediate())
        // Without debug information and files for later changes, the dependencies are built in half the time.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("INSTA_UPDATE")
        .env_remove("BERAAD_WRITE")
        .envs(variables.iter().copied())
        .output();
    let run = Run::of(output.expect("cargo runs"));
    assert_eq!(run.code, Some(0), "{args:?}\n{}\n{}", run.out, run.err);
    assert!(!run.err.contains("warning: "), "{args:?}\n{}", run.err);
}

/// Checks that a crate compiles, and that its tests pass once its files are written.
fn assert_tests_pass(folder: &Path) {
    // The versions of the workspace, which are on this machine already.
    let lock = folder.join("Cargo.lock");
    fs::copy(workspace().join("Cargo.lock"), lock).expect("the workspace has a lock file");
    let writes = [("INSTA_UPDATE", "always"), ("BERAAD_WRITE", "1")];
    cargo(folder, &["test"], &writes);
    assert!(folder.join("versions/0.1.0.json").is_file());
    cargo(folder, &["test", "--test", "model"], &[]);
}

/// Writes the codebook with the program of a crate, and returns its page in each edition.
fn codebook(folder: &Path, package: &str, editions: &[&str]) -> Vec<String> {
    // The program that the tests built. `cargo run` would build the dependencies again, without the features of tests.
    let program = build().join("debug").join(package);
    let program = program.with_extension(std::env::consts::EXE_EXTENSION);
    let output = Command::new(program)
        .args(["codebook", "--out", "handout"])
        .current_dir(folder)
        .output();
    let run = Run::of(output.expect("the program starts"));
    assert_eq!((run.code, &*run.err), (Some(0), ""));
    let pages = editions.iter().map(|edition| {
        let page = folder.join(format!("handout/codebook-{edition}.md"));
        fs::read_to_string(page).expect("a page for each edition")
    });
    pages.collect()
}

/// Checks that a new crate compiles, that its tests pass, and that it writes the codebook.
fn assert_works(folder: &Path, editions: &[&str]) {
    assert_tests_pass(folder);
    assert!(folder.join("tests/snapshots/example.snap").is_file());
    let name = folder.file_name().expect("a name").to_string_lossy();
    let pages = codebook(folder, &name.to_lowercase(), editions);
    for (edition, page) in editions.iter().zip(pages) {
        let title = format!("TODO: the title of the decision ({edition})");
        assert!(page.contains(&title), "{page}");
    }
}

/// A register in German and French, whose headings are hard to name, with columns of every subject.
const HARD_TO_NAME: &str = r#"
[deliberation]
number = "2042/8"
language = "de"
editions = ["de", "fr-BE"]
title = { de = "Beschluss 2042/8", fr-BE = "Décision 2042/8" }
dated = "2042-03-01"
committee = "der Ausschuss"
recipient = "die Hochschule"
purpose = { de = "Forschung", fr-BE = "recherche" }
first_year = 2040
last_year = 2041

[words]
decision = { de = "Beschluss", fr-BE = "décision" }
paragraph = { de = "Absatz", fr-BE = "point" }

[wording]
identifier = ["die Nummer"]
classed = ["in Klassen"]

[[paragraph]]
number = "1"
"#;

fn register_that_is_hard_to_name() -> String {
    let mut register = HARD_TO_NAME.to_owned();
    let titles = ["???", "(1)", "beraad schema", "Subjects", "Con", "Core"];
    for (index, title) in titles.iter().enumerate() {
        let heading = format!(
            "\n[[heading]]\nparagraph = \"1\"\ntitle = \"{title}\"\nfr-BE = \"rubrique {index}\"\nterms = [\n  {{ term = \"die Nummer der Person\" }},\n  {{ term = \"die Art\" }},\n  {{ term = \"die Kosten in Klassen\" }},\n]\n"
        );
        register.push_str(&heading);
    }
    register
}

/// Drafts a crate on the crates of this workspace, and removes its marks.
fn drafted_to_build(name: &str, register: &str) -> PathBuf {
    let parent = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-crates");
    fs::create_dir_all(&parent).expect("a folder");
    let folder = parent.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the crate of an earlier run can be deleted");
    }
    let toml = parent.join(format!("{name}.toml"));
    fs::write(&toml, register).expect("the file can be written");
    let output = command()
        .args(["draft", "crate"])
        .arg(&toml)
        .arg("--out")
        .arg(&folder)
        .arg("--beraad")
        .arg(workspace())
        .output();
    let run = Run::of(output.expect("the binary starts"));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let marks = ["guess = ", "compile_error!("];
    let is_mark = |line: &str| marks.iter().any(|mark| line.trim_start().starts_with(mark));
    for (path, content) in files(&folder) {
        if !path.starts_with("src/") {
            continue;
        }
        let text = String::from_utf8(content).expect("a file in UTF-8");
        let kept = text.split_inclusive('\n').filter(|line| !is_mark(line));
        fs::write(folder.join(path), kept.collect::<String>()).expect("the file can be written");
    }
    folder
}

// One test, since the crates are built in one folder, for which Cargo would let a second test wait.
#[test]
fn crate_compiles_and_its_tests_pass() {
    let folder = written_to_build("besluit", &["--number", "2042/7", "--language", "nl"]);
    assert_works(&folder, &["nl"]);

    let hostile = "7\"\\[x] {0} \u{202e}*/";
    let folder = written_to_build("prets_2042", &["--number", hostile, "--language", "FR-be"]);
    assert_works(&folder, &["fr-BE"]);
    let toml = fs::read_to_string(folder.join("deliberation.toml")).expect("a register");
    let register = Register::parse(&toml).expect("a valid register");
    assert_eq!(register.deliberation.number, hostile);

    let args = [
        "--number",
        "7",
        "--language",
        "fr",
        "--edition",
        "nl",
        "--edition",
        "en",
    ];
    let folder = written_to_build("Library-Loans", &args);
    assert_works(&folder, &["nl", "en"]);

    let register = register_that_is_hard_to_name();
    let folder = drafted_to_build("hard-to-name", &register);
    assert_tests_pass(&folder);
    let pages = codebook(&folder, "model-2042-8", &["de", "fr-BE"]);
    for page in &pages {
        assert!(page.contains("die Art"), "{page}");
    }
}

#[test]
fn same_arguments_give_the_same_bytes() {
    let args = ["--number", "7", "--language", "nl"];
    let (_first, first) = written("loans", &args);
    let (_second, second) = written("loans", &args);
    assert_eq!(files(&first), files(&second));
}

#[test]
fn published_version_is_the_default() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("loans");
    let run = new_crate(&folder, &["--number", "7", "--language", "nl"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let version = format!("version = \"{}\"", env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest.matches(&version).count(), 4, "{manifest}");
    assert!(!manifest.contains("path ="), "{manifest}");
}

#[test]
fn existing_files_are_never_overwritten() {
    let args = ["--number", "7", "--language", "nl"];
    let (parent, folder) = written("loans", &args);
    let before = files(parent.path());
    let again = new_crate(&folder, &args);
    assert_eq!(again.code, Some(3), "{}", again.out);
    assert!(
        again.err.contains("exists and is not empty"),
        "{}",
        again.err
    );
    // Nor a folder that another command wrote, and would replace.
    let handout = parent.path().join("handout");
    assert_eq!(crate::codebook(&handout).code, Some(0));
    assert_eq!(new_crate(&handout, &args).code, Some(3));
    let missing = parent.path().join("missing/loans");
    assert_eq!(new_crate(&missing, &args).code, Some(3));
    fs::remove_dir_all(&handout).expect("the handout is there");
    assert_eq!(files(parent.path()), before);

    let empty = parent.path().join("empty");
    fs::create_dir(&empty).expect("a folder");
    assert_eq!(new_crate(&empty, &args).code, Some(0));
    let names: Vec<_> = files(parent.path())
        .into_keys()
        .filter(|name| name.contains(".beraad"))
        .collect();
    assert_eq!(names, [""; 0], "no marker and no unfinished folder is left");
}

#[test]
fn invalid_arguments_say_what_to_write_instead() {
    let folder = tempfile::tempdir().expect("a folder");
    let fails = |args: &[&str], expected: &[&str]| {
        let output = command()
            .arg("new")
            .args(args)
            .current_dir(&folder)
            .output();
        let run = Run::of(output.expect("the binary starts"));
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.out);
        // Lines are broken at the width of the output.
        let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in expected {
            assert!(message.contains(words), "{args:?}: {message}");
        }
    };
    fails(
        &["x", "--number", "7", "--language", "french"],
        &[
            "invalid language: expected a BCP 47 tag of a language and optionally a script and a region, such as `nl`",
        ],
    );
    fails(
        &["x", "--number", "7", "--language", "de-DE-1996"],
        &["a language and optionally a script and a region"],
    );
    fails(
        &["con", "--number", " 7\n8", "--language", "fr"],
        &[
            "Windows accepts no folder of this name",
            "spaces around it, a line break",
        ],
    );
    fails(
        &["2042", "--number", " ", "--language", "fr", "--beraad", "."],
        &[
            "`2042` is not a crate name",
            "such as `library-loans`",
            "such as `--number 2042/7`",
            "`.` is not a copy of Beraad",
        ],
    );
    fails(
        &[
            "x",
            "--number",
            "7",
            "--language",
            "fr",
            "--edition",
            "nl",
            "--edition",
            "NL",
        ],
        &["duplicate edition `nl`"],
    );
    assert!(files(folder.path()).is_empty());
}

#[test]
fn path_that_leads_to_no_folder_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), "").expect("the file can be written");
    let register = workspace().join("cli/tests/drafted/crate/deliberation.toml");
    let register = register.to_str().expect("a path in UTF-8");
    let fails = |path: &str, expected: &str| {
        let new = ["new", path, "--number", "7", "--language", "nl"];
        let draft = ["draft", "crate", register, "--out", path];
        for args in [&new[..], &draft] {
            let output = command().args(args).current_dir(&folder).output();
            let run = Run::of(output.expect("the binary starts"));
            assert_eq!(run.code, Some(3), "{args:?}: {}", run.err);
            let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(message.contains(expected), "{args:?}: {message}");
        }
    };
    fails("file/loans", "file` is a file, and not a folder");
    fails("file", "file` is a file, and not a folder");
    fails(
        "missing/loans",
        "the parent folder `missing` does not exist",
    );
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", folder.path().join("link")).expect("a link");
        let dangling = "link` is a symbolic link that leads nowhere";
        fails("link/loans", dangling);
        fails("link", dangling);
    }
}

#[test]
fn written_register_explains_every_key() {
    let (_parent, folder) = written("loans", &["--number", "7", "--language", "nl"]);
    let toml = fs::read_to_string(folder.join("deliberation.toml")).expect("a register");
    let mut explained: Vec<(String, String)> = Vec::new();
    let mut table = String::new();
    for line in toml.lines() {
        let code = line.strip_prefix("# ").unwrap_or(line);
        if code.starts_with('[') {
            table = code.trim_matches(['[', ']']).to_owned();
        } else if let Some((key, _)) = code.split_once(" = ") {
            let is_key = |key: &str| key.chars().all(|char| char == '_' || char.is_alphabetic());
            if is_key(key) {
                explained.push((table.clone(), key.to_owned()));
            }
        } else if let Some(term) = line.strip_prefix("#   ") {
            let key = term.split(' ').next().unwrap_or_default();
            explained.push(("terms".to_owned(), key.to_owned()));
        }
    }
    let mut missing = Vec::new();
    for (table, keys) in Register::KEYS {
        for key in keys.iter().filter(|_| !table.is_empty()) {
            let key = if key.contains(' ') { "nl" } else { key };
            if !explained.contains(&((*table).to_owned(), key.to_owned())) {
                missing.push(format!("{table}.{key}"));
            }
        }
    }
    assert!(missing.is_empty(), "not explained: {missing:?}");
}

/// The example of this repository has the files that the command writes. Those without texts of a decision are equal.
#[test]
fn example_has_the_layout_of_a_new_crate() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("library-loans");
    let run = new_crate(&folder, &["--number", "2042/7", "--language", "nl"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let example = workspace().join("examples/library-loans");
    for (path, content) in files(&folder) {
        // The workspace has one for all crates.
        if path == ".gitignore" {
            continue;
        }
        let of_example = fs::read(example.join(&path));
        let of_example = of_example.unwrap_or_else(|error| panic!("{path}: {error}"));
        let is_shared = [
            "src/main.rs",
            "tests/model.rs",
            "tests/snapshots/README.md",
            "versions/README.md",
        ]
        .contains(&&*path);
        if is_shared {
            assert!(of_example == content, "{path} differs from the template");
        }
    }
}

#[test]
fn readme_and_next_step_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = command()
        .args(["new", "loans", "--number", "7", "--language", "nl"])
        .current_dir(&folder)
        .output();
    let run = Run::of(output.expect("the binary starts"));
    insta::assert_snapshot!("new", run.out);
    assert!(printed(&["new", "--help"]).contains("--beraad"));
    assert_eq!(run_without_arguments().code, Some(2));
}

fn run_without_arguments() -> Run {
    run(["new"])
}
