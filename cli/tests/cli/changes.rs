//! `diff`, `version`, `rules` and `explain`: what changed between two versions of the model.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

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
            "block `unemployment_payment`\n  SEMANTIC V020 unemployment_payment.unemployment_benefit_class: the unit is"
        ),
        "{}",
        found.out
    );
    assert!(found.out.contains("\n  DISCLOSURE+COMPATIBLE V003 "));
    assert!(
        found
            .out
            .ends_with("From 0.1.0 to 0.1.0: 1 SEMANTIC, 1 DISCLOSURE. The next version: 0.2.0.\n"),
        "{}",
        found.out
    );
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
        "The models are equal (0.1.0, 0.1.0).\n"
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
    // What is accepted must be there.
    fs::write(&file, "[[change]]\nfingerprint = \"0123456789ab\"\nreason = \"x\"\n[[change]]\nfingerprint = \"y\"\nreason = \"\"\n").unwrap();
    let invalid = run(["diff", &old, "--accepted", file.to_str().unwrap()]);
    assert_eq!(invalid.code, Some(2));
    assert!(
        invalid.err.contains("is not a fingerprint") && invalid.err.contains("the reason is empty"),
        "{}",
        invalid.err
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
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert!(location["region"]["startLine"].as_u64().unwrap() > 1);
}

#[test]
fn revision_of_git_has_the_latest_version_there() {
    let folder = tempfile::tempdir().unwrap();
    let in_folder = |program: &mut Command| {
        program.current_dir(folder.path());
        Run::of(program.output().unwrap())
    };
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(args);
        let run = in_folder(&mut git);
        assert_eq!(run.code, Some(0), "{args:?}: {run:?}");
    };
    fs::create_dir(folder.path().join("versions")).unwrap();
    let kept = in_folder(command().args(["version", "new", "0.1.0", "--date", "2026-11-29"]));
    assert_eq!((kept.code, kept.err.as_str()), (Some(0), ""));
    let file = folder.path().join("versions/0.1.0.json");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"frozen\": \"2026-11-29\""));
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "Keep 0.1.0"]);
    let equal = in_folder(command().args(["diff", "HEAD"]));
    assert_eq!(
        (equal.code, equal.out.as_str()),
        (Some(0), "The models are equal (0.1.0, 0.1.0).\n")
    );
    let absent = in_folder(command().args(["diff", "HEAD~3"]));
    assert_eq!(absent.code, Some(2));
    assert!(
        absent
            .err
            .contains("`HEAD~3` is not `built-in`, a version in `versions`"),
        "{}",
        absent.err
    );

    // A kept version is never overwritten, and a change to its file is noticed.
    let again = in_folder(command().args(["version", "new", "0.1.0"]));
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("never overwritten"), "{}", again.err);
    let other = in_folder(command().args(["version", "new", "0.2.0"]));
    assert!(
        other
            .err
            .contains("the model says that it is version `0.1.0`"),
        "{}",
        other.err
    );
    fs::write(&file, text.replace("Persoon", "Mens")).unwrap();
    let changed = in_folder(command().args(["diff"]));
    assert_eq!(changed.code, Some(2));
    assert!(
        changed.err.contains("was changed after it was frozen"),
        "{}",
        changed.err
    );
    fs::write(&file, text.replace("\"format\": 1", "\"format\": 2")).unwrap();
    let later = in_folder(command().args(["diff", "0.1.0"]));
    assert!(
        later.err.contains("format 2 of kept versions"),
        "{}",
        later.err
    );
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
    assert!(unknown.err.contains("did you mean `V02"), "{}", unknown.err);
}
