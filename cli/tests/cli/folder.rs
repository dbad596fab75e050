//! The folder that is written: whole or not at all, and never somebody else's.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::{Run, codebook, command, files, run};

/// A folder, and the path of a handout in it.
fn place() -> (tempfile::TempDir, std::path::PathBuf) {
    let parent = tempfile::tempdir().expect("a folder");
    let handout = parent.path().join("handout");
    (parent, handout)
}

/// Writes something smaller than the handout.
fn small(out: &Path) -> Run {
    let args = [
        "generate",
        "--format",
        "json_schema",
        "--block",
        "trajectory",
        "--out",
    ];
    run(args
        .iter()
        .map(std::ffi::OsStr::new)
        .chain([out.as_os_str()]))
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

#[test]
fn the_handout_holds_the_codebook_and_every_format_of_every_block() {
    let (_parent, handout) = place();
    let run = codebook(&handout);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let files = files(&handout);
    let mut expected = vec![
        ".beraad".to_owned(),
        "index.html".into(),
        "codebook-nl.md".into(),
        "codebook-en.md".into(),
    ];
    for block in beraad_model::model().blocks.iter() {
        expected.push(format!("arrow/{}.arrow", block.id));
        expected.push(format!("arrow/{}.json", block.id));
        expected.push(format!("json-schema/{}.schema.json", block.id));
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
    let until = beraad_model::model().deliberation.keep_until;
    assert!(
        run.out
            .contains(&format!("must be destroyed after {until}")),
        "{}",
        run.out
    );
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let (_parent, handout) = place();
    codebook(&handout);
    let first = files(&handout);
    let again = codebook(&handout);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.out.starts_with("Replaced "), "{}", again.out);
    assert!(first == files(&handout));
}

#[test]
fn generate_writes_what_is_chosen_and_nothing_else() {
    let (_parent, out) = place();
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
    let ended = run(args
        .iter()
        .map(std::ffi::OsStr::new)
        .chain([out.as_os_str()]));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let expected = [
        ".beraad",
        "arrow/pay.arrow",
        "arrow/pay.json",
        "arrow/trajectory.arrow",
        "arrow/trajectory.json",
        "json-schema/pay.schema.json",
        "json-schema/trajectory.schema.json",
    ];
    assert_eq!(files(&out).into_keys().collect::<Vec<_>>(), expected);
    assert!(ended.out.contains(" 2 blocks, "), "{}", ended.out);
}

#[test]
fn generate_without_a_choice_writes_what_codebook_writes() {
    let (parent, handout) = place();
    let all = parent.path().join("all");
    codebook(&handout);
    let ended = run(["generate".as_ref(), "--out".as_ref(), all.as_os_str()]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(files(&handout) == files(&all));
}

#[test]
fn a_folder_of_ours_is_replaced_as_a_whole() {
    let (_parent, handout) = place();
    assert_eq!(codebook(&handout).code, Some(0));
    assert_eq!(small(&handout).code, Some(0));
    let left: Vec<_> = files(&handout).into_keys().collect();
    assert_eq!(left, [".beraad", "json-schema/trajectory.schema.json"]);
}

#[test]
fn an_empty_folder_is_taken() {
    let (_parent, handout) = place();
    fs::create_dir(&handout).expect("a folder");
    assert_eq!(codebook(&handout).code, Some(0));
    assert!(handout.join("index.html").is_file());
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_as_it_was() {
    let (parent, handout) = place();
    fs::create_dir(&handout).expect("a folder");
    fs::write(handout.join("thesis.txt"), "three years of work").expect("a file");
    let before = files(parent.path());
    let run = codebook(&handout);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.starts_with("error: "), "{}", run.err);
    assert!(
        run.err.contains(".beraad"),
        "it says how it tells: {}",
        run.err
    );
    assert!(before == files(parent.path()));
}

#[test]
fn a_file_that_somebody_put_into_our_folder_is_named_and_kept() {
    let (parent, handout) = place();
    assert_eq!(codebook(&handout).code, Some(0));
    fs::write(handout.join("arrow/notes.txt"), "mine").expect("a file");
    let before = files(parent.path());
    let run = codebook(&handout);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.contains("arrow/notes.txt"), "{}", run.err);
    assert!(before == files(parent.path()));
}

#[test]
fn a_place_that_is_no_folder_is_refused() {
    let (parent, handout) = place();
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

/// Not even the administrator can make a folder there, so that the test holds for everyone.
#[cfg(target_os = "linux")]
#[test]
fn a_place_that_cannot_be_written_is_told() {
    let run = codebook(Path::new("/proc/handout"));
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(
        run.err.starts_with("error: cannot create `/proc/"),
        "{}",
        run.err
    );
}

/// Kills the binary while it writes the handout, at many moments: the old folder is there, or the new one, whole; and
/// the next call puts right whatever is left beside it.
#[test]
fn a_killed_write_leaves_the_old_handout() {
    let (parent, handout) = place();
    assert_eq!(codebook(&handout).code, Some(0));
    let new = files(&handout);
    let beside = [
        parent.path().join(".handout.beraad-new"),
        parent.path().join(".handout.beraad-old"),
    ];
    let (mut unfinished, mut between) = (0, 0);
    for moment in 0..16 {
        let ended = small(&handout);
        assert_eq!(
            ended.code,
            Some(0),
            "what a kill left is put right: {}",
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
        while !beside[0].exists() && child.try_wait().expect("the child's state").is_none() {
            std::hint::spin_loop();
        }
        std::thread::sleep(Duration::from_micros(300 * moment));
        child.kill().expect("the child can be killed");
        child.wait().expect("the child ends");

        unfinished += usize::from(beside[0].exists());
        if handout.exists() {
            let found = files(&handout);
            assert!(
                found == old || found == new,
                "a part of a folder: {:?}",
                found.keys()
            );
        } else {
            between += 1;
            assert!(
                files(&beside[1]) == old,
                "the old folder waits beside its place"
            );
        }
    }
    assert!(
        unfinished > 0,
        "no kill came in time ({between} between two renames)"
    );
    let ended = codebook(&handout);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(files(&handout) == new);
    assert_eq!(names(parent.path()), ["handout"]);
}
