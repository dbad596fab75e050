//! `diff`, `version`, `rules` and `explain`: what changed between two versions of the model.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use beraad_evolve::KeptVersion;
use beraad_schema::describe::{CodeList, Date, Label, Language};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::history::{earlier_model, keep, write_codebook};
use crate::{Run, command, printed, run};

/// Writes a model that differs from the built-in one: another unit, a label, and a variable less.
fn old_model(folder: &Path) -> String {
    let mut model = serde_json::to_value(beraad_model::model()).unwrap();
    let blocks = model["blocks"].as_array_mut().unwrap();
    let payment = blocks
        .iter_mut()
        .find(|block| block["id"] == "unemployment_payment")
        .unwrap();
    let fields = payment["fields"].as_array_mut().unwrap();
    fields.pop();
    let class = fields
        .iter_mut()
        .find(|field| field["variable"]["id"] == "unemployment_benefit_class")
        .unwrap();
    class["variable"]["unit"] = json!({"nl": "BEF", "en": "BEF"});
    let path = folder.join("old.json");
    fs::write(&path, model.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The version of the built-in model.
fn built_in() -> &'static str {
    &beraad_model::model().version
}

fn json_of(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[test]
fn findings_are_grouped_worst_first_and_decide_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let old = old_model(folder.path());
    let found = run(["diff", &old]);
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(
        found.out.starts_with(
            "block `unemployment_payment`\n  SEMANTIC V020 unemployment_payment.unemployment_benefit_class: the unit"
        ),
        "{}",
        found.out
    );
    assert!(found.out.contains("\n  DISCLOSURE+COMPATIBLE V003 "));
    assert!(
        found
            .out
            .contains("\n    breaks: series\n    Add a variable with the new unit"),
        "{}",
        found.out
    );
    // Models with equal versions have the names of the command line in the summary.
    let summary = found.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let names = format!(
        "From {old} ({0}) to built-in ({0}): 1 SEMANTIC, 1 DISCLOSURE.",
        built_in()
    );
    assert!(summary.contains(&names), "{}", found.out);
    assert!(
        found
            .err
            .starts_with("no: 2 findings are of the class DISCLOSURE or worse")
    );
    assert!(found.out.lines().all(|line| line.chars().count() <= 80));
    // The other direction removes what this one adds.
    let removed = run(["diff", "built-in", &old]);
    assert!(removed.out.contains(" V001 "), "{}", removed.out);
    let semantic = run(["diff", &old, "--fail-on", "semantic"]);
    assert_eq!(semantic.code, Some(1));
    assert_eq!(
        printed(&["diff", "built-in"]),
        format!("The models are equal ({0}, {0}).\n", built_in())
    );
}

#[test]
fn accepted_findings_do_not_fail() {
    let folder = tempfile::tempdir().unwrap();
    let old = old_model(folder.path());
    let findings = json_of(&run(["diff", &old, "--format", "json"]));
    let fingerprints: Vec<_> = findings[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["fingerprint"].as_str().unwrap().to_owned())
        .collect();
    let file = folder.path().join("accepted.toml");
    let accept = |decision: &str, editorial: &str| {
        let [unit, added] = &fingerprints[..] else {
            panic!("{fingerprints:?}");
        };
        let text = format!(
            "[[change]]\nfingerprint = \"{unit}\"\nreason = \"the letter of 3 May\"\n{editorial}\n[[change]]\nfingerprint = \"{added}\"\nreason = \"new\"\n{decision}\n"
        );
        fs::write(&file, text).unwrap();
        run(["diff", &old, "--accepted", file.to_str().unwrap()])
    };
    let accepted = accept("decision = \"20/001\"", "");
    assert_eq!(accepted.code, Some(0), "{accepted:?}");
    assert!(accepted.out.contains("accepted: the letter of 3 May"));
    // More data need a decision.
    let refused = accept("", "");
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("name the decision that authorises it"),
        "{}",
        refused.err
    );
    // An empty decision authorises nothing.
    let refused = accept("decision = \" \"", "");
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("is empty; name the decision"),
        "{refused:?}"
    );
    // Every error of the file is reported at once.
    fs::write(&file, "[[change]]\nfingerprint = \"y\"\nreason = \"\"\n").unwrap();
    let invalid = run(["diff", &old, "--accepted", file.to_str().unwrap()]);
    assert_eq!(invalid.code, Some(2));
    assert!(
        invalid.err.contains("is not a fingerprint") && invalid.err.contains("the reason is empty"),
        "{}",
        invalid.err
    );
}

/// Keeps `0.0.1`, which has another unit, and accepts its change to the built-in model.
/// GitHub refuses a log with a result that has no file.
#[test]
fn each_result_in_sarif_has_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut model = beraad_model::model().clone();
    model.version = "0.0.1".into();
    model.deliberation.dated = Date::ymd(2001, 2, 3);
    let old = folder.path().join("old.json");
    fs::write(&old, serde_json::to_string(&model).unwrap()).unwrap();
    let (old, source) = (
        old.to_str().unwrap(),
        concat!(env!("CARGO_MANIFEST_DIR"), "/../model/src"),
    );
    let sarif = json_of(&run(["diff", old, "--format", "sarif", "--source", source]));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let files = results.iter().map(|result| {
        let location = &result["locations"][0]["physicalLocation"];
        let file = location["artifactLocation"]["uri"].as_str().unwrap();
        file.rsplit('/').next().unwrap()
    });
    let files: Vec<_> = files.collect();
    assert_eq!(files, ["deliberation.toml", "lib.rs"]);
}

#[test]
fn empty_file_accepts_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let old = old_model(folder.path());
    let accepted = folder.path().join("accepted.toml");
    fs::write(&accepted, "").unwrap();
    let found = run(["diff", &old, "--accepted", accepted.to_str().unwrap()]);
    assert_eq!(
        (found.code, &found.out),
        (Some(1), &run(["diff", &old]).out)
    );
}

#[test]
fn annotation_about_a_constraint_has_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut model = beraad_model::model().clone();
    let constraint = &mut model.constraints[0];
    constraint.basis = "paragraph 1".into();
    let old = folder.path().join("old.json");
    fs::write(&old, serde_json::to_string(&model).unwrap()).unwrap();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/src");
    let found = run([
        "diff",
        old.to_str().unwrap(),
        "--format",
        "github",
        "--source",
        source,
    ]);
    assert!(found.out.contains("constraints.rs,line="), "{}", found.out);
}

fn accept_the_unit(folder: &Path) -> String {
    keep(
        folder,
        "0.0.1",
        earlier_model("0.0.1"),
        Date::ymd(2026, 1, 10),
    );
    let versions = folder.to_str().unwrap();
    let found = json_of(&run(["diff", "--versions", versions, "--format", "json"]));
    let fingerprints: Vec<_> = found[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["fingerprint"].as_str().unwrap())
        .collect();
    let changes: Vec<_> = fingerprints
        .iter()
        .map(|it| format!("[[change]]\nfingerprint = \"{it}\"\nreason = \"the letter of 3 May\"\n"))
        .collect();
    fs::write(folder.join("accepted.toml"), changes.concat()).unwrap();
    versions.to_owned()
}

/// Keeps the built-in model as its version.
fn keep_built_in(folder: &Path) {
    let model = beraad_model::model().clone();
    let version = model.version.to_string();
    keep(folder, &version, model, Date::ymd(2026, 3, 2));
}

#[test]
fn accepted_change_stays_valid_after_the_next_version_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let versions = accept_the_unit(folder.path());
    let diff = |args: &[&str]| {
        let line = ["diff", "--versions", &versions];
        run(line.iter().chain(args))
    };
    let before = diff(&[]);
    assert_eq!((before.code, before.err.as_str()), (Some(0), ""));
    keep_built_in(folder.path());
    let built_in = built_in();
    for args in [
        &[][..],
        &["--all-versions"],
        &["0.0.1", built_in],
        &[built_in, "built-in"],
    ] {
        let after = diff(args);
        assert_eq!((after.code, after.err.as_str()), (Some(0), ""), "{args:?}");
    }
    // In the other direction it is another change, which nobody has accepted.
    let reverse = diff(&[built_in, "0.0.1"]);
    assert_eq!(reverse.code, Some(1));
    assert!(!reverse.err.contains("warning"), "{reverse:?}");
    // The codebook still has the reason.
    let out = folder.path().join("handout");
    assert_eq!(write_codebook(folder.path(), &out).code, Some(0));
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(page.contains("the letter of 3 May"));
}

#[test]
fn accepted_change_that_no_step_has_is_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let versions = accept_the_unit(folder.path());
    keep_built_in(folder.path());
    let file = folder.path().join("accepted.toml");
    let text = fs::read_to_string(&file).unwrap();
    let unknown = "[[change]]\nfingerprint = \"0123456789ab\"\nreason = \"x\"\n";
    fs::write(&file, text + unknown).unwrap();
    let warned = run(["diff", "--versions", &versions]);
    assert_eq!(warned.code, Some(0), "{warned:?}");
    let error = warned.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        error.starts_with("warning: `0123456789ab` is accepted, and is not a finding about two")
            && error.matches("warning").count() == 1,
        "{error}"
    );
    // Two files, without versions.
    let without = tempfile::tempdir().unwrap();
    let old = old_model(without.path());
    let accepted = file.to_str().unwrap();
    let warned = run([
        "diff",
        &old,
        &old,
        "--accepted",
        accepted,
        "--versions",
        "none",
    ]);
    assert_eq!(warned.code, Some(0), "{warned:?}");
    assert!(
        warned
            .err
            .contains("is accepted, and is not a finding about these two models"),
        "{warned:?}"
    );
}

#[test]
fn other_formats_have_every_finding_and_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let old = old_model(folder.path());
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/src");
    let format = |format| run(["diff", &old, "--format", format, "--source", source]);
    let markdown = format("markdown");
    assert_eq!(markdown.code, Some(1));
    assert_eq!(markdown.out.matches("\n| SEMANTIC").count(), 1);
    assert!(markdown.out.contains("| what changed | for whom |"));
    assert!(markdown.out.contains(" | breaks: "), "{}", markdown.out);
    let github = format("github").out;
    assert_eq!(github.lines().count(), 2);
    assert!(
        github.lines().all(|line| line.starts_with("::error file=")),
        "{github}"
    );
    assert!(github.contains("unemployment_payment.rs,line="), "{github}");
    let sarif = json_of(&format("sarif"));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert!(results[0]["properties"]["viewpoints"]["rust_api"].is_string());
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert!(location["region"]["startLine"].as_u64().unwrap() > 1);
}

#[test]
fn several_old_versions_are_one_document() {
    let folder = tempfile::tempdir().unwrap();
    for version in ["0.0.1", "0.0.2"] {
        keep(
            folder.path(),
            version,
            earlier_model(version),
            Date::ymd(2026, 1, 10),
        );
    }
    let versions = folder.path().to_str().unwrap();
    let format = |format| {
        run([
            "diff",
            "--all-versions",
            "--versions",
            versions,
            "--format",
            format,
        ])
    };
    let sarif = json_of(&format("sarif"));
    assert_eq!(sarif["runs"].as_array().unwrap().len(), 1);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let unit: Vec<_> = results
        .iter()
        .filter(|result| result["ruleId"] == "V020")
        .collect();
    assert_eq!(unit.len(), 1, "{results:?}");
    assert_eq!(unit[0]["properties"]["since"], json!(["0.0.1", "0.0.2"]));
    assert_eq!(json_of(&format("json")).as_array().unwrap().len(), 2);
    let github = format("github").out;
    let unit: Vec<_> = github
        .lines()
        .filter(|line| line.contains("V020"))
        .collect();
    assert_eq!(unit.len(), 1, "{github}");
    assert!(
        unit[0].contains("title=SEMANTIC V020%2C since 0.0.1 and 0.0.2::"),
        "{github}"
    );
    // A heading after an empty line is not part of the table before it.
    let markdown = format("markdown").out;
    assert!(markdown.starts_with(&format!(
        "## Changes of the model from 0.0.1 to {}\n",
        built_in()
    )));
    assert!(markdown.contains(&format!(
        "\n\n## Changes of the model from 0.0.2 to {}\n",
        built_in()
    )));
}

/// The built-in model is not written among the versions of a crate with a model of its own.
#[test]
fn version_of_another_decision_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut model = beraad_model::model().clone();
    model.version = "0.0.1".into();
    model.deliberation.number = "2042/7".into();
    model.deliberation.title = Label::new([(Language::NL, "Een andere beslissing")]);
    let json = KeptVersion::new(model, Date::ymd(2026, 11, 29)).to_json();
    fs::write(folder.path().join("0.0.1.json"), json).unwrap();
    let versions = folder.path().to_str().unwrap();
    let refused = run(["version", "new", built_in(), "--versions", versions]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(
        refused.err.contains("of decision 2042/7"),
        "{}",
        refused.err
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// A repository of git that keeps the built-in model as a version.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        fs::create_dir(repository.0.path().join("versions")).unwrap();
        let kept = repository.run(&["version", "new", built_in(), "--date", "2026-11-29"]);
        assert_eq!((kept.code, kept.err.as_str()), (Some(0), ""));
        for args in [
            &["init", "--quiet"][..],
            &["add", "."],
            &["commit", "--quiet", "--message", "Keep the model"],
        ] {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=x", "-c", "user.email=x@example.org"]);
            git.args(args).current_dir(repository.0.path());
            let run = Run::of(git.output().unwrap());
            assert_eq!(run.code, Some(0), "{args:?}: {run:?}");
        }
        repository
    }

    /// The file of the kept version.
    fn version(&self) -> PathBuf {
        self.0.path().join(format!("versions/{}.json", built_in()))
    }

    /// Runs the program in the top folder.
    fn run(&self, args: &[&str]) -> Run {
        run_in(self.0.path(), args)
    }

    /// Asserts that the program cannot do this, and that it says why in its own words.
    fn assert_refused(&self, args: &[&str], reason: &str) {
        let refused = self.run(args);
        assert_eq!(refused.code, Some(2), "{refused:?}");
        let words = refused.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(reason), "{reason}: {words}");
        assert!(!words.contains("fatal:"), "{words}");
    }
}

fn run_in(folder: &Path, args: &[&str]) -> Run {
    Run::of(command().args(args).current_dir(folder).output().unwrap())
}

#[test]
fn revision_of_git_has_the_latest_version_there() {
    let repository = Repository::new();
    let built_in = built_in();
    let equal = format!("The models are equal ({built_in}, {built_in}).\n");
    let file = format!("HEAD:versions/{built_in}.json");
    for side in ["HEAD", &file] {
        let found = repository.run(&["diff", side]);
        assert_eq!((found.code, &found.out), (Some(0), &equal), "{found:?}");
    }
    for (args, reason) in [
        (
            &["diff", "HEAD~3"][..],
            "`HEAD~3` is not `built-in`, a version in `versions`",
        ),
        (&["diff", "HEAD~3"], "no such revision"),
        (
            &["diff", "HEAD", "--versions", "other"],
            "does not have the folder",
        ),
        (&["diff", "versions"], "`versions` is a folder"),
        (
            &["diff", "HEAD:versions/9.0.0.json"],
            "git finds no such file; write `REVISION:PATH`",
        ),
        (&["diff", "HEAD:versions"], "git finds no such file"),
    ] {
        repository.assert_refused(args, reason);
    }
}

#[test]
fn versions_are_found_from_a_folder_within_the_crate() {
    let repository = Repository::new();
    let source = repository.0.path().join("src/deeper");
    fs::create_dir_all(&source).unwrap();
    for args in [&["diff"][..], &["diff", "HEAD"]] {
        let below = run_in(&source, args);
        assert_eq!(below.code, Some(0), "{below:?}");
    }
    // Another crate may have another model.
    fs::write(source.join("Cargo.toml"), "").unwrap();
    let other_crate = run_in(&source, &["diff"]);
    assert_eq!(other_crate.code, Some(2), "{other_crate:?}");
}

#[test]
fn kept_version_is_never_overwritten_and_a_change_to_its_file_is_noticed() {
    let repository = Repository::new();
    let built_in = built_in();
    repository.assert_refused(&["version", "new", built_in], "never overwritten");
    repository.assert_refused(
        &["version", "new", "9.0.0"],
        &format!("the model says that it is version `{built_in}`"),
    );
    let file = repository.version();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"frozen\": \"2026-11-29\""));
    fs::write(&file, text.replace("Persoon", "Mens")).unwrap();
    repository.assert_refused(&["diff"], "was changed after it was frozen");
    fs::write(&file, text.replace("\"format\": 1", "\"format\": 2")).unwrap();
    repository.assert_refused(&["diff", built_in], "format 2 of kept versions");
}

#[test]
fn documented_git_driver_shows_changed_added_and_removed_versions() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/changes.md");
    let docs = fs::read_to_string(docs).unwrap();
    let line = docs
        .lines()
        .find(|line| line.contains("git config diff.beraad.command"))
        .unwrap();
    let (_, driver) = line.split_once('\'').unwrap();
    let driver = driver.trim_end_matches('\'');
    let driver = driver.replace(
        "beraad diff",
        concat!(env!("CARGO_BIN_EXE_beraad"), " diff"),
    );
    let folder = tempfile::tempdir().unwrap();
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(args)
            .current_dir(folder.path());
        let run = Run::of(git.output().unwrap());
        assert_eq!(run.code, Some(0), "{args:?}: {run:?}");
        run.out
    };
    let versions = folder.path().join("model/versions");
    fs::create_dir_all(&versions).unwrap();
    for version in ["0.0.1", "0.0.2"] {
        keep(
            &versions,
            version,
            earlier_model(version),
            Date::ymd(2026, 1, 10),
        );
    }
    fs::write(
        folder.path().join(".gitattributes"),
        "model/versions/*.json diff=beraad\n",
    )
    .unwrap();
    git(&["init", "--quiet"]);
    git(&["config", "diff.beraad.command", &driver]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "Keep two versions"]);
    fs::remove_file(versions.join("0.0.1.json")).unwrap();
    let mut model = beraad_model::model().clone();
    model.version = "0.0.2".into();
    keep(&versions, "0.0.2", model.clone(), Date::ymd(2026, 1, 11));
    model.version = "0.0.3".into();
    keep(&versions, "0.0.3", model, Date::ymd(2026, 1, 12));
    git(&["add", "."]);
    let shown = git(&["diff", "--cached", "--ext-diff", "--no-renames"]);
    for part in [
        "removed version: model/versions/0.0.1.json",
        "SEMANTIC V020",
        "new version: model/versions/0.0.3.json",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn file_with_a_byte_order_mark_is_read_and_a_duplicate_name_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let json = serde_json::to_string(beraad_model::model()).unwrap();
    let path = folder.path().join("model.json");
    fs::write(&path, format!("\u{feff}{json}")).unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(
        printed(&["diff", path]),
        format!("The models are equal ({0}, {0}).\n", built_in())
    );
    let duplicate = |pointer: &str| {
        let mut model: Value = serde_json::from_str(&json).unwrap();
        let items = model.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
        items.push(items[0].clone());
        fs::write(path, model.to_string()).unwrap();
        let run = run(["diff", path]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{pointer}");
        run.err.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(duplicate("/blocks").contains("duplicate block `"));
    assert!(duplicate("/blocks/0/fields").contains("duplicate column `"));
    assert!(duplicate("/code_lists").contains("duplicate code list `"));
    let lists = beraad_model::model().code_lists.iter();
    let has_code = |list: &CodeList| list.codes.first().is_some_and(|it| it.code.is_some());
    let place = lists.clone().position(has_code).unwrap();
    let codes = format!("/code_lists/{place}/codes");
    assert!(duplicate(&codes).contains("duplicate code `"));
}

#[test]
fn rules_are_listed_and_explained() {
    let rules = serde_json::from_str::<Value>(&printed(&["rules", "--format", "json"])).unwrap();
    let rules = rules.as_array().unwrap();
    assert!(rules.len() > 80, "{}", rules.len());
    for rule in rules {
        let id = rule["id"].as_str().unwrap();
        let page = printed(&["explain", &id.to_lowercase()]);
        assert!(page.starts_with(&format!("{id}: ")), "{page}");
        if id != "M999" {
            assert!(page.contains("\nExample\n"), "{page}");
        }
    }
    let unknown = run(["explain", "V0200"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown
            .err
            .starts_with("error: unknown id `V0200`: did you mean `V02"),
        "{}",
        unknown.err
    );
    for id in ["X999", "V999"] {
        assert_eq!(
            run(["explain", id]).err,
            format!("error: unknown id `{id}`: `beraad rules` and `beraad explain` list all\n")
        );
    }
}
