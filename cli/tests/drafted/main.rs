//! `beraad draft`: the register and the crate that it writes for an invented decision.
//!
//! `crate/` contains them, without the marks that do not compile, and the compiler checks it as a module of this test. After a
//! change on purpose, write the files anew with `BERAAD_WRITE=1 cargo test -p beraad --test drafted`, and read the difference.

#[expect(unreachable_pub, reason = "the files are those of a crate of its own")]
#[path = "crate/src/lib.rs"]
mod drafted;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use beraad_register::Register;
use beraad_schema::describe::{Language, ValueKind};
use syn::Item;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafted")
}

fn beraad(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beraad"));
    let output = command.args(args).current_dir(dir).output();
    output.expect("the binary starts")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("the output is UTF-8")
}

/// Returns the text of every file in a folder, by its path.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(dir).expect("a path in the folder");
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            let content = std::fs::read_to_string(&path).expect("the file can be read");
            found.insert(parts.join("/"), content);
        }
    }
    found
}

/// The files that a drafted crate has from the templates of `beraad new`.
const SHARED: [&str; 7] = [
    ".gitignore",
    "Cargo.toml",
    "README.md",
    "src/main.rs",
    "tests/model.rs",
    "tests/snapshots/README.md",
    "versions/README.md",
];

/// Returns true for a line that does not compile before a person has removed it.
fn is_mark(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("guess = ") || line.starts_with("compile_error!(")
}

fn without_marks(text: &str) -> String {
    let lines = text.split_inclusive('\n').filter(|line| !is_mark(line));
    lines.collect()
}

/// Drafts the crate of a text, and returns its files.
fn crate_of(text: &str) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("decision.txt"), text).expect("the file can be written");
    let register = beraad(folder.path(), &["draft", "register", "decision.txt"]);
    assert_eq!(register.status.code(), Some(0), "{register:?}");
    let path = folder.path().join("deliberation.toml");
    std::fs::write(path, register.stdout).expect("the file can be written");
    let drafted = beraad(
        folder.path(),
        &["draft", "crate", "deliberation.toml", "--out", "model"],
    );
    assert_eq!(drafted.status.code(), Some(0), "{drafted:?}");
    files(&folder.path().join("model"))
}

#[test]
fn drafted_crate_is_the_one_that_compiles() {
    let decision = std::fs::read_to_string(here().join("decision.txt")).expect("a text");
    let mut found: BTreeMap<_, _> = crate_of(&decision)
        .into_iter()
        .map(|(path, text)| (path, without_marks(&text)))
        .collect();
    let manifest = &found["Cargo.toml"];
    assert!(manifest.starts_with("[package]\nname = \"model-2042-9\"\n"));
    assert!(manifest.contains(concat!(
        "\nberaad-schema = { version = \"",
        env!("CARGO_PKG_VERSION"),
        "\" }\n"
    )));
    assert!(manifest.ends_with("\n[workspace]\n"));
    // Not kept as files: a test builds what the templates become.
    found.retain(|path, _| !SHARED.contains(&&**path));
    let kept = here().join("crate");
    if std::env::var_os("BERAAD_WRITE").is_some() {
        std::fs::remove_dir_all(&kept).expect("the folder can be removed");
        for (path, text) in &found {
            let path = kept.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("the file can be written");
        }
    }
    let kept = files(&kept);
    let paths = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        paths(&found),
        paths(&kept),
        "run this test with BERAAD_WRITE=1"
    );
    for (path, text) in &found {
        assert_eq!(
            text, &kept[path],
            "{path}: run this test with BERAAD_WRITE=1"
        );
    }
}

#[test]
fn model_of_the_drafted_crate_has_the_terms_of_the_register() {
    let model = drafted::model();
    let register = Register::parse(include_str!("crate/deliberation.toml")).expect("a register");
    assert_eq!(model.deliberation, register.deliberation);
    assert!(model.trace().iter().all(|step| step.column.is_some()));
    let block = model.block("uitleningen").expect("the block of a heading");
    assert_eq!(block.rules.len(), 1, "the begin is not after the end");
    let partner = model.block("kaarten").expect("the block of a heading");
    assert_eq!(
        partner.rules.len(),
        2,
        "for the person concerned and for the partner"
    );
    let kinds = |id: &str| {
        let block = model.block(id).expect("the block of a heading");
        let kinds = block
            .variables()
            .map(|(_, variable)| variable.value_type.kind());
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(kinds("kaarten")[..2], [ValueKind::YearMonth; 2]);
    assert_eq!(
        kinds("lezers")[..2],
        [ValueKind::SerialNumber, ValueKind::List]
    );
}

#[test]
fn every_field_and_every_block_has_a_mark() {
    let decision = std::fs::read_to_string(here().join("decision.txt")).expect("a text");
    for (path, text) in crate_of(&decision) {
        if SHARED.contains(&&*path) {
            continue;
        }
        let attributes = text.matches("#[variable(").count() + text.matches("#[block(\n").count();
        let marks = text.lines().filter(|line| is_mark(line)).count();
        assert!(marks >= attributes, "{path}: {marks} marks");
    }
}

#[test]
fn text_that_is_not_translated_has_a_mark_in_every_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let register = include_str!("crate/deliberation.toml");
    let mut register = Register::parse(register).expect("a register");
    let decision = &mut register.deliberation;
    decision.languages.editions.push(Language::EN);
    let labels = [
        &mut decision.title,
        &mut decision.purpose,
        &mut decision.words.decision,
        &mut decision.words.paragraph,
    ];
    let headings = decision
        .headings
        .iter_mut()
        .map(|heading| &mut heading.label);
    for label in labels.into_iter().chain(headings) {
        label.set(Language::EN, "in English");
    }
    std::fs::write(folder.path().join("two.toml"), register.to_toml())
        .expect("the file can be written");
    let drafted = beraad(
        folder.path(),
        &["draft", "crate", "two.toml", "--out", "model"],
    );
    assert_eq!(drafted.status.code(), Some(0), "{drafted:?}");
    let files = files(&folder.path().join("model"));
    let list = &files["src/codes/soort.rs"];
    assert!(
        list.contains("/// nl: De soort.\n///\n/// en: De soort.\n")
            && list.contains("    guess = \"the texts in `en`"),
        "{list}"
    );
    let block = &files["src/kaarten.rs"];
    assert!(
        block.contains("/// nl: De soort.\n    ///\n    /// en: De soort.\n"),
        "{block}"
    );
    assert!(block.contains("guess = \"the texts in `en`"), "{block}");
}

#[test]
fn placeholder_in_the_register_does_not_compile() {
    let decision = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\nLezers: de naam, het jaar en de soort.\n";
    let files = crate_of(decision);
    let library = &files["src/lib.rs"];
    for key in [
        "number",
        "title",
        "dated",
        "committee",
        "recipient",
        "purpose",
        "first_year",
    ] {
        assert!(
            library.contains(&format!("compile_error!(\"`{key}` of")),
            "{key}: {library}"
        );
    }
}

#[test]
fn hostile_text_does_not_become_code() {
    let decision = "1. De bibliotheek zou de volgende gegevens van de lezers verstrekken.\n\n\
        Lezers \"] pub fn f() {} /* \u{202e}: de naam\"))] fn a() {} //, het jaar*/ \\\" \u{7}'''\u{2028}#[doc, de \u{202e}{}soort en het # fn.\n\n\
        Self: de type, de Self, de crate, de Option, de 1e code, de 日本, de 😀, de codes, de ''', de \"\"\" en de \\.\n";
    let files = crate_of(decision);
    for (path, text) in &files {
        if Path::new(path).extension().is_none_or(|it| it != "rs") {
            continue;
        }
        if SHARED.contains(&&**path) {
            continue;
        }
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        let is_expected = |item: &Item| {
            matches!(
                item,
                Item::Use(_) | Item::Struct(_) | Item::Enum(_) | Item::Mod(_) | Item::Macro(_)
            )
        };
        assert!(file.items.iter().all(is_expected), "{path}: {text}");
        assert!(!text.contains(['\u{202e}', '\u{7}', '\u{2028}']), "{path}");
    }
    let register = Register::parse(&files["deliberation.toml"]).expect("a register");
    assert_eq!(register.deliberation.headings.len(), 2);
}

#[test]
fn existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    std::fs::copy(
        here().join("crate/deliberation.toml"),
        dir.join("deliberation.toml"),
    )
    .expect("a copy");
    std::fs::create_dir(dir.join("src")).expect("a folder");
    std::fs::write(dir.join("src/lib.rs"), "// mine").expect("the file can be written");
    // The register itself is in the folder, and stays.
    let args = ["draft", "crate", "deliberation.toml", "--out", "."];
    let refused = beraad(dir, &args);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(refused.stderr).contains("exists and is never overwritten"));
    assert_eq!(files(dir).len(), 2, "nothing was written");
    std::fs::remove_file(dir.join("src/lib.rs")).expect("the file can be removed");
    assert_eq!(beraad(dir, &args).status.code(), Some(0));
    let before = files(dir);
    assert_eq!(beraad(dir, &args).status.code(), Some(3));
    assert_eq!(files(dir), before);
}

#[test]
fn invalid_input_is_reported_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let assert_invalid = |args: &[&str], expected: &str| {
        let output = beraad(dir, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let message = text(output.stderr);
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(message.contains(expected), "{args:?}: {message}");
        assert!(output.stdout.is_empty());
    };
    assert_invalid(
        &["draft", "register", "none.txt"],
        "error: cannot read `none.txt`",
    );
    std::fs::write(dir.join("scan.pdf"), b"%PDF-1.7\n\xff\xfe").expect("the file can be written");
    assert_invalid(
        &["draft", "register", "scan.pdf"],
        "error: `scan.pdf` is not text in UTF-8: save the decision, also that of a PDF, as plain text",
    );
    std::fs::write(dir.join("en.txt"), "The law applies.").expect("the file can be written");
    assert_invalid(
        &["draft", "register", "en.txt"],
        "error: en.txt: unknown language: expected a decision in Dutch or French",
    );
    std::fs::write(dir.join("bad.toml"), "[deliberation]\nnumber = 1\n")
        .expect("the file can be written");
    assert_invalid(
        &["draft", "crate", "bad.toml", "--out", "out"],
        "error: bad.toml:",
    );
    assert!(!dir.join("out").exists());
    let ok = here().join("crate/deliberation.toml");
    let ok = ok.to_str().expect("a path in UTF-8");
    let output = beraad(dir, &["draft", "crate", ok, "--out", "no/folder"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(!dir.join("no").exists());
}

#[test]
fn doubtful_places_are_on_the_standard_error() {
    let folder = here();
    let output = beraad(&folder, &["draft", "register", "decision.txt"]);
    let remarks = text(output.stderr);
    assert!(
        remarks.starts_with("1 paragraph, 3 headings, "),
        "{remarks}"
    );
    assert!(
        remarks.contains("\ndecision.txt:3: the title is in capitals"),
        "{remarks}"
    );
}

#[test]
fn drafted_crate_has_the_files_of_a_new_one() {
    let decision = std::fs::read_to_string(here().join("decision.txt")).expect("a text");
    let drafted = crate_of(&decision);
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["new", "loans", "--number", "2042/9", "--language", "nl"];
    let new = beraad(folder.path(), &args);
    assert_eq!(new.status.code(), Some(0), "{new:?}");
    for (path, text) in files(&folder.path().join("loans")) {
        assert!(drafted.contains_key(&path), "{path}");
        // The manifest and the README have texts of their own.
        if ["Cargo.toml", "README.md"].contains(&&*path) || !SHARED.contains(&&*path) {
            continue;
        }
        let text = text.replace("loans", "model-2042-9");
        let drafted = drafted[&path].replace("model_2042_9", "model-2042-9");
        assert_eq!(drafted, text, "{path}");
    }
}

#[test]
fn register_or_text_without_content_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let fails = |args: &[&str], expected: &str| {
        let output = beraad(dir, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
        let message = text(output.stderr);
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(message.contains(expected), "{args:?}: {message}");
        assert!(output.stdout.is_empty(), "{args:?}");
    };
    let register = include_str!("crate/deliberation.toml");
    let mut register = Register::parse(register).expect("a register");
    register.deliberation.headings = Vec::new();
    std::fs::write(dir.join("none.toml"), register.to_toml()).expect("the file can be written");
    std::fs::write(dir.join("full.txt"), "De tekst.").expect("the file can be written");
    std::fs::write(dir.join("empty.txt"), " \n\n").expect("the file can be written");
    let no_headings = "the register `none.toml` has no headings: write a `[[heading]]`";
    fails(
        &["draft", "crate", "none.toml", "--out", "model"],
        no_headings,
    );
    assert!(!dir.join("model").exists());
    fails(
        &["trace", "--text", "full.txt", "--register", "none.toml"],
        no_headings,
    );
    let empty = "the file `empty.txt` is empty";
    fails(&["draft", "register", "empty.txt"], empty);
    fails(
        &["trace", "--text", "empty.txt", "--register", "none.toml"],
        empty,
    );
    fails(
        &["draft", "register", "."],
        "`.` is a folder: write the path of a file",
    );
    fails(
        &[
            "draft",
            "crate",
            "none.toml",
            "--out",
            "model",
            "--beraad",
            ".",
        ],
        "`.` is not a copy of Beraad",
    );
}

#[test]
fn register_is_written_to_a_new_file_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    std::fs::copy(here().join("decision.txt"), dir.join("decision.txt")).expect("a copy");
    let args = [
        "draft",
        "register",
        "decision.txt",
        "--out",
        "deliberation.toml",
    ];
    let written = beraad(dir, &args);
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    assert_eq!(text(written.stdout), "Wrote deliberation.toml.\n");
    assert!(text(written.stderr).contains("1 paragraph, 3 headings"));
    let printed = beraad(dir, &["draft", "register", "decision.txt"]);
    let before = files(dir);
    assert_eq!(before["deliberation.toml"], text(printed.stdout));
    let refused = beraad(dir, &args);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(refused.stderr).contains("exists and is never overwritten"));
    assert_eq!(files(dir), before);
    let missing = [
        "draft",
        "register",
        "decision.txt",
        "--out",
        "no/deliberation.toml",
    ];
    let refused = beraad(dir, &missing);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(refused.stderr).contains("the parent folder `no` does not exist"));
}

#[test]
fn heading_without_letters_or_with_a_name_of_the_library_has_a_name_of_its_own() {
    let register = include_str!("crate/deliberation.toml");
    let mut register = Register::parse(register).expect("a register");
    let titles = ["???", "(1)", "beraad schema"];
    let headings = register.deliberation.headings.iter_mut();
    for (heading, title) in headings.zip(titles) {
        heading.title = title.into();
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("odd.toml"), register.to_toml())
        .expect("the file can be written");
    let drafted = beraad(
        folder.path(),
        &["draft", "crate", "odd.toml", "--out", "odd"],
    );
    assert_eq!(drafted.status.code(), Some(0), "{drafted:?}");
    let files = files(&folder.path().join("odd"));
    assert!(files["src/rows.rs"].contains("pub struct Rows {"));
    assert!(files["src/rows2.rs"].contains("pub struct Rows2 {"));
    let library = &files["src/lib.rs"];
    assert!(library.contains("pub mod beraad_schema;"), "{library}");
    assert!(
        library.contains("\n::beraad_schema::deliberation! {"),
        "{library}"
    );
}
