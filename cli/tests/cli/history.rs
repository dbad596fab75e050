//! The codebook's section on what changed since each kept version.

use std::fs;
use std::path::Path;

use beraad_evolve::KeptVersion;
use beraad_schema::describe::{Date, Field, Label, Language, Model};

use crate::{Run, codebook, run};

/// Keeps a version in a folder.
pub(crate) fn keep(folder: &Path, version: &str, model: Model, day: Date) {
    let json = KeptVersion::new(model, day).to_json();
    fs::write(folder.join(format!("{version}.json")), json).unwrap();
}

/// The built-in model with another version and the unit of a variable in weeks.
pub(crate) fn earlier_model(version: &str) -> Model {
    let mut model = beraad_model::model().clone();
    model.version = version.to_owned().into();
    let fields = model.blocks.iter_mut().flat_map(|block| &mut block.fields);
    let mut variables = fields.filter_map(|field| match field {
        Field::Variable(variable) => Some(variable),
        Field::Role(_) | Field::Group(_) => None,
    });
    let variable = variables.find(|variable| variable.unit.is_some()).unwrap();
    variable.unit = Some(Label::new([
        (Language::NL, "weken"),
        (Language::EN, "weeks"),
    ]));
    model
}

pub(crate) fn write_codebook(versions: &Path, out: &Path) -> Run {
    let [versions, out] = [versions, out].map(|path| path.to_str().unwrap());
    run(["codebook", "--versions", versions, "--out", out])
}

#[test]
fn codebook_says_what_changed_since_each_kept_version() {
    let folder = tempfile::tempdir().unwrap();
    keep(
        folder.path(),
        "0.0.1",
        earlier_model("0.0.1"),
        Date::ymd(2026, 1, 10),
    );
    let built_in = beraad_model::model().clone();
    keep(
        folder.path(),
        &built_in.version.clone(),
        built_in,
        Date::ymd(2026, 3, 2),
    );
    let out = folder.path().join("handout");
    let written = write_codebook(folder.path(), &out);
    assert_eq!((written.code, written.err.as_str()), (Some(0), ""));
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    let version = &beraad_model::model().version;
    let heading = format!("<h3>Version {version}, kept on 2026-03-02</h3>");
    assert!(page.contains(&heading), "{heading}");
    assert!(page.contains("<td>weeks</td>"));
    assert!(page.contains("the unit changed"));
    // The latest version is the built-in model.
    assert!(!page.contains("compared with version"));
    let markdown = fs::read_to_string(out.join("codebook-en.md")).unwrap();
    assert!(markdown.contains("| weeks |"));
}

#[test]
fn generate_writes_the_same_codebook_and_reads_no_version_for_other_formats() {
    let folder = tempfile::tempdir().unwrap();
    let versions = folder.path().to_str().unwrap();
    keep(
        folder.path(),
        "0.0.1",
        earlier_model("0.0.1"),
        Date::ymd(2026, 1, 10),
    );
    let (handout, page) = (folder.path().join("handout"), folder.path().join("page"));
    write_codebook(folder.path(), &handout);
    let to = page.to_str().unwrap();
    let html = [
        "generate",
        "--format",
        "codebook_html",
        "--versions",
        versions,
        "--out",
        to,
    ];
    assert_eq!(run(html).code, Some(0));
    let read = |folder: &Path| fs::read(folder.join("index.html")).unwrap();
    assert!(read(&handout) == read(&page));
    fs::write(folder.path().join("0.0.2.json"), "{}").unwrap();
    let schemas = [
        "generate",
        "--format",
        "json_schema",
        "--versions",
        versions,
        "--out",
        to,
    ];
    assert_eq!(run(schemas).code, Some(0));
}

#[test]
fn codebook_reports_every_unreadable_version_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("0.0.1.json"), "{}").unwrap();
    keep(
        folder.path(),
        "0.0.3",
        earlier_model("0.0.2"),
        Date::ymd(2026, 1, 10),
    );
    fs::write(
        folder.path().join("accepted.toml"),
        "[[change]]\nfingerprint = \"x\"\nreason = \"y\"\n",
    )
    .unwrap();
    let out = folder.path().join("handout");
    let failed = write_codebook(folder.path(), &out);
    assert_eq!(failed.code, Some(2), "{failed:?}");
    let error = failed.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "0.0.1.json`: not a kept version of a model",
        "0.0.3.json` is version `0.0.2` of the model: rename it",
        "accepted.toml`: change 1: `x` is not a fingerprint",
    ] {
        assert!(error.contains(part), "{part}: {error}");
    }
    assert!(!out.exists());
    let missing = folder.path().join("missing");
    let failed = write_codebook(&missing, &out);
    assert_eq!(failed.code, Some(2), "{failed:?}");
    assert!(
        failed.err.contains("cannot read the folder of versions"),
        "{failed:?}"
    );
}

#[test]
fn codebook_without_an_earlier_version_has_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("handout");
    // The tests run in a folder without versions.
    let written = codebook(&out);
    assert_eq!(written.code, Some(0));
    assert!(
        written
            .out
            .contains("There is no folder `model/versions` or `versions` here"),
        "{written:?}"
    );
    let sentence = "<p>No earlier version of the model is known.</p>";
    let page = || fs::read_to_string(out.join("index.html")).unwrap();
    assert!(page().contains(sentence));
    // Only the version that the built-in model is.
    let versions = folder.path().join("versions");
    fs::create_dir(&versions).unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/versions");
    let latest = format!("{}.json", beraad_model::model().version);
    fs::copy(kept.join(&latest), versions.join(&latest)).unwrap();
    assert_eq!(write_codebook(&versions, &out).code, Some(0));
    assert!(page().contains(sentence));
}
