//! The project is written in plain English: certain unclear phrases do not occur.
//!
//! The test reads code, comments, messages and documents. It skips the text of the decision, labels and the definitions of
//! variables, whose words come from their sources.

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use beraad_tests::{files, workspace};
use regex::Regex;

/// Phrases, each with the words to write instead. An identifier counts as words: `is_no_list` is "is no list".
const PHRASES: [(&str, &str); 22] = [
    (
        r"(?<fine>there )?\b(is|are|was|were) no (?<fine_too>longer\b)?[a-z]*",
        "`is not a ..`, `is not valid`, `invalid` (`there is no ..` is fine)",
    ),
    (r"\bstands\b", "`is in`, `is at`, `comes from`, `applies`"),
    (
        r"\b(told|tells?)\b",
        "`says`, `reports`, `contains`, with an actor",
    ),
    (
        r"\b(is|are|was) said\b|\bsa(id|ys) so\b",
        "`says`, `reports`, `contains`, with an actor",
    ),
    (r"\bsaid twice\b|\bsays the same\b", "`duplicate`"),
    (
        r"\b(held|holds|hold) (\S+ ){0,3}against\b",
        "`checked against`",
    ),
    (r"\bmend(s|ed|ing)?\b", "`fix`, `repair`"),
    (r"\bprogrammes?\b", "`program`"),
    (r"\bstands? on\b", "`builds on`, `depends on`"),
    (
        r"\bmade[ -]up\b|\b(makes?|making) (rows )?up\b",
        "`random rows`, `generated rows`",
    ),
    (r"\b(takes?|taken|taking) in\b", "`merge`, `load`"),
    (r"\bfilled[ -]in\b", "`completed`"),
    (r"\blists? for orientation\b", "`reference-only list`"),
    (
        r"\bmistakes?\b",
        "`error` (of input, of code), `violation` (of a rule by a row)",
    ),
    (
        r"\b(faults?|complaints?)\b",
        "`error` (of input, of code), `violation` (of a rule by a row)",
    ),
    (r"\bbesides\b", "`other than`, `and also`, `in addition`"),
    (r"\bwhoever\b", "name the actor"),
    (r"\blest\b", "`so that .. not`"),
    (
        r"\b(files?|schemas?|batch(es)?|types?|readers?|writers?|pages?|columns?|arrays?) of (arrow|parquet|csv|ipc)\b",
        "a compound: `an Arrow file`",
    ),
    (r"\bno sound (file|batch)\b", "`not a valid Arrow file`"),
    (
        r"^\s*//[/!]\s*(what|whether|how|why|the same)\b",
        "a noun phrase or a third-person verb at the start of a doc comment",
    ),
    (
        r"\bof no matter\b|\bno matter whether\b",
        "a positive sentence",
    ),
];

static PATTERNS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    let compiled = |(pattern, instead): (&str, &'static str)| {
        (Regex::new(pattern).expect("a pattern"), instead)
    };
    PHRASES.map(compiled).into()
});

/// A string literal.
static TEXTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#""(?:[^"\\]|\\.)*""#).expect("a pattern"));

/// Files in which a phrase is allowed, with the reason. There are at most five.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Returns `true` for a file whose words come from elsewhere: the decision, the research notes, code tables, snapshots.
fn is_quoted(path: &str) -> bool {
    let data = ["tests/conformance/", "model/codelists/", "model/versions/"];
    // What the commands and the compiler write, such as the handout of the README.
    let ignored = include_str!("../../.gitignore").lines();
    let mut ignored = ignored.filter_map(|line| line.strip_prefix('/'));
    ignored.any(|folder| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    }) || data
        .iter()
        .any(|folder| path.starts_with(folder) || path.contains(&format!("/{folder}")))
        || Path::new(path).extension().is_some_and(|it| it == "snap")
        || path == "tests/tests/language.rs"
}

/// Returns the words of a line without those that come from sources, in lower case.
fn own_words(path: &str, line: &str) -> String {
    let is_model = path.starts_with("model/src/") || path.starts_with("examples/");
    let mut line = line.to_owned();
    // Only the comments of a register are ours: the rest is the text of the decision.
    if path.ends_with("deliberation.toml") && !line.starts_with('#') {
        return String::new();
    }
    if is_model {
        // A doc comment on a variable is its definition, and the texts in attributes are labels, notes and evidence.
        if line.trim_start().starts_with("///") {
            return String::new();
        }
        line = TEXTS.replace_all(&line, "\"\"").into_owned();
    }
    line.to_lowercase().replace('_', " ")
}

/// Returns every phrase in a text, with its line and the words to write instead.
fn findings(path: &str, text: &str) -> Vec<(usize, String, &'static str)> {
    let is_doc = |line: &str| {
        let line = line.trim_start();
        line.starts_with("///") || line.starts_with("//!")
    };
    let mut found = Vec::new();
    let mut before = "";
    for (number, line) in text.lines().enumerate() {
        let words = own_words(path, line);
        for (pattern, instead) in PATTERNS.iter() {
            let start_of_doc = pattern.as_str().starts_with('^');
            // Only the first line of a doc comment: a later one may begin with any word of a sentence.
            if start_of_doc && (!is_doc(line) || is_doc(before)) {
                continue;
            }
            for phrase in pattern.captures_iter(&words) {
                let is_fine = ["fine", "fine_too"]
                    .iter()
                    .any(|name| phrase.name(name).is_some());
                if !is_fine {
                    found.push((number + 1, phrase[0].trim().to_owned(), *instead));
                }
            }
        }
        before = line;
    }
    found
}

#[test]
fn unclear_phrases_do_not_occur() {
    let root = workspace();
    let mut all = Vec::new();
    files(&root, &mut all);
    files(&root.join(".ci"), &mut all);
    let mut report = String::new();
    let mut excepted = 0;
    for file in all {
        let path = file.strip_prefix(&root).expect("a file of the workspace");
        let path = path.to_str().expect("a name in UTF-8").replace('\\', "/");
        let extension = Path::new(&path).extension().and_then(|it| it.to_str());
        let is_read = matches!(
            extension,
            Some("rs" | "md" | "toml" | "py" | "js" | "css" | "stderr")
        ) || [".ci/run", "codegen/messages/en.ftl"].contains(&&*path);
        if is_quoted(&path) || !is_read {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a text");
        for (line, phrase, instead) in findings(&path, &text) {
            let is_exception = |it: &&(&str, &str, &str)| it.0 == path && it.1 == phrase;
            if EXCEPTIONS.iter().any(|it| is_exception(&it)) {
                excepted += 1;
            } else {
                let _ = writeln!(report, "{path}:{line}: `{phrase}`; write {instead}");
            }
        }
    }
    assert!(
        EXCEPTIONS.len() <= 5 && excepted >= EXCEPTIONS.len(),
        "at most five exceptions, each in use"
    );
    let count = report.lines().count();
    assert!(
        report.is_empty(),
        "{count} phrases are not plain English:\n{report}"
    );
}

#[test]
fn phrase_is_found_in_comment_identifier_and_message() {
    let found = |text: &str| {
        findings("x.rs", text)
            .into_iter()
            .map(|it| it.1)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("let is_no_list = 1;"), ["is no list"]);
    assert_eq!(found("// There is no list."), [""; 0]);
    assert_eq!(
        found("/// Whether it holds.\n/// Whether it is the second line."),
        ["/// whether"]
    );
    assert_eq!(found("\"`x` is no code\""), ["is no code"]);
    assert_eq!(found("/// A file of Arrow is read."), ["file of arrow"]);
    assert_eq!(
        findings(
            "model/src/ksz/x.rs",
            "en = \"The file is no longer kept.\","
        ),
        []
    );
}
