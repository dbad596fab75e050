//! Cases that need a package of their own: edits of files that a macro reads, files that are not files, and the library under
//! another name.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// A crate outside of the workspace, which depends on the crates of the workspace by path.
struct Package {
    folder: tempfile::TempDir,
}

const SOURCE: &str = r#"
use beraad_schema::{Block, CodeList};

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
pub struct Visit {
    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Aantal bezoeken", en = "Number of visits"),
        term = "het aantal bezoeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub visits: beraad_schema::Count,
}

/// Departments.
///
/// nl: Afdelingen.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/good.csv")]
pub enum Department {}
"#;

impl Package {
    /// Each test has a name of its own: cargo takes packages of one name, in two folders, for one package of the shared target
    /// folder.
    fn new(name: &str) -> Self {
        Self::with_library(name, "beraad-schema", SOURCE)
    }

    /// A package in which the library has another name.
    fn with_library(name: &str, library: &str, source: &str) -> Self {
        let this = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = this.parent().expect("this package lies in its workspace");
        let folder = tempfile::tempdir().expect("a folder");
        let package = Self { folder };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n\
             {library} = {{ package = \"beraad-schema\", path = '{}', default-features = false, features = [\"derive\"] }}\n\n[workspace]\n",
            workspace.join("schema").display(),
        );
        package.write("Cargo.toml", &manifest);
        package.write("src/lib.rs", source);
        // The versions of the workspace, which are on this machine already: the test has no network.
        let lock = workspace.join("Cargo.lock");
        fs::copy(lock, package.path("Cargo.lock")).expect("the workspace has a lock file");
        for file in ["deliberation.toml", "codelists/good.csv"] {
            let text =
                fs::read_to_string(this.join("tests/ui").join(file)).expect("a file of the cases");
            package.write(file, &text);
        }
        package
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Replaces `old` by `new` in a file while `then` runs.
    fn with<T>(&self, file: &str, old: &str, new: &str, then: impl FnOnce() -> T) -> T {
        let text = fs::read_to_string(self.path(file)).expect("a file of the package");
        assert!(text.contains(old), "`{old}` is in {file}");
        self.write(file, &text.replace(old, new));
        let result = then();
        self.write(file, &text);
        result
    }

    /// Checks the package in the build folder of the workspace, which has most dependencies already. Cargo releases it before it runs
    /// tests.
    fn check(&self) -> Output {
        Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["check", "--offline", "--color=never"])
            .current_dir(self.folder.path())
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR"))
                    .parent()
                    .expect("the build folder"),
            )
            .output()
            .expect("cargo runs")
    }
}

/// Checks that the package compiled, and returns what Cargo printed.
#[track_caller]
fn assert_compiles(output: &Output) -> String {
    let stderr = stderr(output);
    assert!(output.status.success(), "{stderr}");
    stderr
}

/// Checks that the package did not compile, and that a message contains a text.
#[track_caller]
fn assert_fails(output: &Output, text: &str) {
    let stderr = stderr(output);
    assert!(!output.status.success(), "it compiles: {stderr}");
    assert!(stderr.contains(text), "expected `{text}` in: {stderr}");
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn edit_of_a_file_that_a_macro_reads_is_built_again() {
    let package = Package::new("tracked");
    assert_compiles(&package.check());
    let again = assert_compiles(&package.check());
    assert!(
        !again.contains("Checking tracked"),
        "nothing changed: {again}"
    );

    let term = package.with(
        "deliberation.toml",
        "het aantal bezoeken",
        "het aantal lezers",
        || package.check(),
    );
    assert_fails(&term, "unknown term `het aantal bezoeken`");
    assert_compiles(&package.check());

    let table = package.with("codelists/good.csv", "Poetry", "", || package.check());
    assert_fails(&table, "codelists/good.csv:3: ");
    assert_compiles(&package.check());

    let languages = package.with(
        "deliberation.toml",
        "other_languages = [\"fr\"]",
        "other_languages = []",
        || package.check(),
    );
    assert_fails(&languages, "codelists/good.csv:1: invalid header");
}

#[cfg(unix)]
#[test]
fn pipe_or_folder_in_place_of_a_file_is_an_error() {
    let package = Package::new("without_files");
    // `cargo` itself must not wait for the pipe either, so the pipe gets there in place of a file that was built.
    let make_pipe = |file: &str| {
        fs::remove_file(package.path(file)).expect("a file to replace");
        let made = Command::new("mkfifo").arg(package.path(file)).status();
        assert!(made.expect("mkfifo runs").success());
    };
    for file in ["codelists/good.csv", "deliberation.toml"] {
        make_pipe(file);
        let error =
            format!("cannot read `{file}`: it is a device or a named pipe, expected a file");
        assert_fails(&package.check(), &error);
    }
    fs::remove_file(package.path("deliberation.toml")).expect("the pipe");
    fs::create_dir(package.path("deliberation.toml")).expect("a folder");
    assert_fails(
        &package.check(),
        "cannot read `deliberation.toml`: it is a folder, expected a file",
    );
}

/// Uses the library as `shelf`, and as `crate::facade::schema`. Nothing is at `::beraad_schema`.
const SOURCE_WITH_ANOTHER_NAME: &str = r#"
pub mod facade {
    pub use shelf as schema;
}

use shelf::{Block, Code, CodeList, Count, deliberation};

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    crate = shelf,
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
    rule(several: visits >= 0, nl = "geen negatief aantal", en = "no negative number"),
)]
pub struct Visit {
    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Aantal bezoeken", en = "Number of visits"),
        term = "het aantal bezoeken",
        certainty = phrase,
        measurement = metric,
    )]
    pub visits: Count,

    #[block(prefix = "visited_")]
    pub part: Visited,
}

/// Columns within a block.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(heading = "Bezoek", part, crate = "crate::facade::schema")]
pub struct Visited {
    /// Department.
    ///
    /// nl: Afdeling.
    #[variable(
        label(nl = "Afdeling", en = "Department"),
        term = "de bezochte afdeling",
        certainty = phrase,
        measurement = nominal,
    )]
    pub department: Code<Department>,
}

/// Departments.
///
/// nl: Afdelingen.
#[derive(CodeList)]
#[codes(open, crate = "shelf", status = delivered, table = "codelists/good.csv")]
pub enum Department {}

/// Genres.
///
/// nl: Genres.
#[derive(CodeList, Clone, Debug, PartialEq)]
#[codes(closed, status = delivered, crate = "facade::schema")]
pub enum Genre {
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

deliberation! {
    crate = "crate::facade::schema",
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

pub fn columns() -> usize {
    let _: fn(&Visit) -> Vec<shelf::Violation> = |visit| visit.check(model());
    Genre::Poetry.as_str().len() + Visit::column_names().len()
}
"#;

#[test]
fn library_under_another_name_is_found_by_its_path() {
    let package = Package::with_library("renamed", "shelf", SOURCE_WITH_ANOTHER_NAME);
    let built = assert_compiles(&package.check());
    assert!(!built.contains("warning"), "{built}");
    // Each of the five paths is needed: without one of them, the derive finds no library.
    for path in [
        "    crate = shelf,\n",
        ", crate = \"crate::facade::schema\")]\npub struct",
        " crate = \"shelf\",",
        ", crate = \"facade::schema\"",
        "    crate = \"crate::facade::schema\",\n",
    ] {
        let kept = if path.ends_with("struct") {
            ")]\npub struct"
        } else {
            ""
        };
        let without = package.with("src/lib.rs", path, kept, || package.check());
        assert_fails(&without, "`beraad_schema`");
    }
}
