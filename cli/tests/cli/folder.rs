//! The output folder: written as a whole or not at all, and never over files that `beraad` did not write.

use beraad_codegen::FORMATS;
use beraad_schema::describe::Retention;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::{Run, codebook, command, files, printed, run};

/// Returns a folder, and the path of a handout in it.
fn handout_path() -> (tempfile::TempDir, std::path::PathBuf) {
    let parent = tempfile::tempdir().expect("a folder");
    let handout = parent.path().join("handout");
    (parent, handout)
}

/// Writes the schema of one block instead of the handout.
fn one_schema(out: &Path) -> Run {
    let args = [
        "generate",
        "--format",
        "json_schema",
        "--block",
        "trajectory",
        "--out",
    ];
    run(args.iter().map(OsStr::new).chain([out.as_os_str()]))
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("the folder can be read");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

/// Returns the paths that result from the placeholders in a path of a format.
fn filled(path: &str) -> Vec<String> {
    let model = beraad_model::model();
    let languages = model.deliberation.languages.editions.iter();
    let placeholders = [
        (
            "<block>",
            model
                .blocks
                .iter()
                .map(|it| it.id.to_string())
                .collect::<Vec<_>>(),
        ),
        ("<language>", languages.map(ToString::to_string).collect()),
        (
            "<table>",
            [
                "awaited",
                "blocks",
                "breaks",
                "code_lists",
                "codes",
                "rules",
                "variables",
            ]
            .map(str::to_owned)
            .into(),
        ),
    ];
    let mut paths = vec![path.to_owned()];
    for (placeholder, names) in placeholders {
        let all = paths.into_iter().flat_map(|path| {
            if path.contains(placeholder) {
                names
                    .iter()
                    .map(|name| path.replace(placeholder, name))
                    .collect()
            } else {
                vec![path]
            }
        });
        paths = all.collect();
    }
    paths
}

#[test]
fn handout_contains_every_format_of_every_block() {
    let (_parent, handout) = handout_path();
    let run = codebook(&handout);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let files = files(&handout);
    let mut expected: Vec<String> = [".beraad", "README.md", "model.beraad.json"]
        .map(str::to_owned)
        .into();
    for path in FORMATS.iter().flat_map(|format| format.writes) {
        expected.extend(filled(path));
    }
    expected.sort();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
    assert!(
        run.out.starts_with(&format!(
            "Wrote {}: {} files, ",
            handout.display(),
            expected.len() - 1
        )),
        "{}",
        run.out
    );
    let deliberation = &beraad_model::model().deliberation;
    let Some(Retention::Until(until)) = deliberation.keep_until else {
        panic!("the decision states a day");
    };
    assert!(
        run.out
            .contains(&format!("must be destroyed after {until}")),
        "{}",
        run.out
    );
}

/// Returns the text between each `before` and the next `after`.
fn all_between<'t>(text: &'t str, before: &str, after: char) -> Vec<&'t str> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(after)?.0))
        .collect()
}

#[test]
fn markdown_pages_are_small_and_their_links_lead_to_an_anchor() {
    let (_parent, handout) = handout_path();
    codebook(&handout);
    let files = files(&handout);
    let pages = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "md"));
    let pages: Vec<_> = pages
        .map(|(path, content)| (&**path, std::str::from_utf8(content).expect("UTF-8")))
        .collect();
    let anchors: BTreeSet<_> = pages
        .iter()
        .flat_map(|(path, text)| {
            let of_page = all_between(text, "<a id=\"", '"').into_iter();
            of_page.map(move |anchor| format!("{path}#{anchor}"))
        })
        .collect();
    let mut links = 0;
    for (path, text) in &pages {
        assert!(text.len() < 500_000, "{path}: {} bytes", text.len());
        for url in all_between(text, "](", ')') {
            if url.starts_with("<http") {
                continue;
            }
            let folder = path
                .rsplit_once('/')
                .map(|(folder, _)| format!("{folder}/"));
            let target = match (url.strip_prefix("../"), &folder) {
                (Some(above), Some(_)) => above.to_owned(),
                _ if url.starts_with('#') => format!("{path}{url}"),
                _ => format!("{}{url}", folder.unwrap_or_default()),
            };
            let is_page = files.contains_key(&target) && !target.contains('#');
            assert!(is_page || anchors.contains(&target), "{path}: {url}");
            links += 1;
        }
    }
    assert!(links > 1_000, "{links}");
}

#[test]
fn same_model_gives_the_same_bytes() {
    let (_parent, handout) = handout_path();
    codebook(&handout);
    let first = files(&handout);
    let again = codebook(&handout);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.out.starts_with("Replaced "), "{}", again.out);
    assert!(first == files(&handout));
}

#[test]
fn generate_writes_only_the_chosen_formats_and_blocks() {
    let (_parent, out) = handout_path();
    let args = [
        "generate",
        "--format",
        "arrow",
        "--format",
        "json_schema",
        "--block",
        "pay",
        "--block",
        "trajectory",
        "--block",
        "pay",
        "--out",
    ];
    let ended = run(args.iter().map(OsStr::new).chain([out.as_os_str()]));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let expected = [
        ".beraad",
        "README.md",
        "annotations/pay.beraad.json",
        "annotations/trajectory.beraad.json",
        "arrow/pay.arrow",
        "arrow/pay.json",
        "arrow/trajectory.arrow",
        "arrow/trajectory.json",
        "json-schema/pay.schema.json",
        "json-schema/trajectory.schema.json",
        "model.beraad.json",
    ];
    assert_eq!(files(&out).into_keys().collect::<Vec<_>>(), expected);
    assert!(ended.out.contains(" 2 blocks, "), "{}", ended.out);
}

#[test]
fn generate_writes_only_the_chosen_variables_and_what_identifies_a_row() {
    let (_parent, out) = handout_path();
    let path = out.to_str().expect("a text");
    let variables = "unemployment_payment.compensation_category,profile.education_level";
    let args = [
        "generate",
        "--format",
        "tables_csv,r",
        "--variable",
        variables,
        "--out",
        path,
    ];
    printed(&args);
    let table = fs::read_to_string(out.join("tables/variables.csv")).expect("a table");
    assert_eq!(table.lines().count(), 7, "{table}");
    for name in [
        "profile,person",
        "profile,education_level",
        "unemployment_payment,quarter",
    ] {
        assert!(table.contains(&format!("\n{name},")), "{table}");
    }
    assert!(!table.contains("profile,driving_licence"), "{table}");
    let mut scripts = names(&out.join("r/nl"));
    scripts.retain(|name| !name.contains("_labelled"));
    assert_eq!(scripts, ["profile.R", "unemployment_payment.R"]);

    let wrong = [
        "generate",
        "--variable",
        "profile,profile.educationlevel,x.y",
        "--out",
        path,
    ];
    let ended = run(wrong.map(OsStr::new));
    assert_eq!((ended.code, &*ended.out), (Some(2), ""));
    let message = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "`profile` is a block: write `profile.VARIABLE`",
        "did you mean `profile.education_level`?",
        "unknown block `x`",
    ] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn generate_without_a_choice_writes_the_handout() {
    let (parent, handout) = handout_path();
    let all = parent.path().join("all");
    codebook(&handout);
    let ended = run(["generate".as_ref(), "--out".as_ref(), all.as_os_str()]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(files(&handout) == files(&all));
}

#[test]
fn folder_of_an_earlier_call_is_replaced_as_a_whole() {
    let (_parent, handout) = handout_path();
    assert_eq!(codebook(&handout).code, Some(0));
    assert_eq!(one_schema(&handout).code, Some(0));
    let left: Vec<_> = files(&handout).into_keys().collect();
    let expected = [
        ".beraad",
        "README.md",
        "annotations/trajectory.beraad.json",
        "json-schema/trajectory.schema.json",
        "model.beraad.json",
    ];
    assert_eq!(left, expected);
}

#[test]
fn empty_folder_is_used() {
    let (_parent, handout) = handout_path();
    fs::create_dir(&handout).expect("a folder");
    assert_eq!(codebook(&handout).code, Some(0));
    assert!(handout.join("index.html").is_file());
}

#[test]
fn foreign_folder_is_an_error_and_stays_unchanged() {
    let (parent, handout) = handout_path();
    fs::create_dir(&handout).expect("a folder");
    fs::write(handout.join("thesis.txt"), "three years of work").expect("a file");
    let before = files(parent.path());
    let run = codebook(&handout);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.starts_with("error: "), "{}", run.err);
    assert!(
        run.err.contains(".beraad"),
        "the error names the marker: {}",
        run.err
    );
    assert!(before == files(parent.path()));
}

#[test]
fn foreign_file_in_the_folder_is_reported_and_kept() {
    let (parent, handout) = handout_path();
    assert_eq!(codebook(&handout).code, Some(0));
    fs::write(handout.join("arrow/notes.txt"), "mine").expect("a file");
    let before = files(parent.path());
    let run = codebook(&handout);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.contains("arrow/notes.txt"), "{}", run.err);
    assert!(before == files(parent.path()));
}

#[test]
fn path_that_cannot_be_a_folder_is_an_error() {
    let (parent, handout) = handout_path();
    fs::write(&handout, "a file").expect("a file");
    for path in [
        handout.clone(),
        handout.join("in_a_file"),
        parent.path().join("no/such/parent"),
        parent.path().join(".."),
    ] {
        let run = codebook(&path);
        assert_eq!(
            (run.code, run.out.as_str()),
            (Some(3), ""),
            "{}",
            path.display()
        );
        assert!(run.err.starts_with("error: "), "{}", run.err);
    }
    assert_eq!(names(parent.path()), ["handout"]);
    assert_eq!(fs::read_to_string(&handout).expect("the file"), "a file");
}

/// Not even the administrator can create a folder there, so that the test works for every user.
#[cfg(target_os = "linux")]
#[test]
fn path_that_cannot_be_written_is_an_error() {
    let run = codebook(Path::new("/proc/handout"));
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(
        run.err.starts_with("error: cannot create `/proc/"),
        "{}",
        run.err
    );
}

/// Kills the binary at many moments while it writes the handout. The old folder or the new one must be there as a whole,
/// and the next call must clean up.
#[test]
fn killed_write_leaves_the_old_handout_or_the_new_one() {
    let (parent, handout) = handout_path();
    assert_eq!(codebook(&handout).code, Some(0));
    let new = files(&handout);
    let temporary = [
        parent.path().join(".handout.beraad-new"),
        parent.path().join(".handout.beraad-old"),
    ];
    let (mut unfinished, mut between) = (0, 0);
    for moment in 0..16 {
        let ended = one_schema(&handout);
        assert_eq!(
            ended.code,
            Some(0),
            "the next call cleans up: {}",
            ended.err
        );
        assert_eq!(names(parent.path()), ["handout"]);
        let old = files(&handout);

        let mut child = command()
            .args(["codebook".as_ref(), "--out".as_ref(), handout.as_os_str()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        while !temporary[0].exists() && child.try_wait().expect("the child's state").is_none() {
            std::hint::spin_loop();
        }
        std::thread::sleep(Duration::from_micros(300 * moment));
        child.kill().expect("the child can be killed");
        child.wait().expect("the child ends");

        unfinished += usize::from(temporary[0].exists());
        if handout.exists() {
            let found = files(&handout);
            assert!(
                found == old || found == new,
                "part of a folder: {:?}",
                found.keys()
            );
        } else {
            between += 1;
            assert!(
                files(&temporary[1]) == old,
                "the old folder is kept under its temporary name"
            );
        }
    }
    assert!(
        unfinished > 0,
        "every kill came too late ({between} between two renames)"
    );
    let ended = codebook(&handout);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(files(&handout) == new);
    assert_eq!(names(parent.path()), ["handout"]);
}
