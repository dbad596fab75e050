//! The output folder is always the old one or the new one, and the files of others are never lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use beraad_codegen::{Artefact, MARKER, OutputError, OutputFolder, Summary};

fn write_folder(dir: &Path, artefacts: Vec<Artefact<'_>>) -> Result<Summary, OutputError> {
    OutputFolder::new(dir).write("pages", artefacts)
}

fn create_folder(dir: &Path, artefacts: Vec<Artefact<'_>>) -> Result<Summary, OutputError> {
    OutputFolder::new(dir).create(artefacts)
}

fn artefacts(of: &str) -> Vec<Artefact<'static>> {
    let file = |index| {
        Artefact::new(
            format!("part-{}/{index}.txt", index % 7),
            format!("{of} {index}"),
        )
    };
    (0..60).map(file).collect()
}

/// The texts of the files in a folder by their paths, without the marker.
fn content(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(dir)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                if name != MARKER {
                    found.insert(name, fs::read_to_string(&path).unwrap());
                }
            }
        }
    }
    found
}

fn expected(of: &str) -> BTreeMap<String, String> {
    let file = |artefact: Artefact<'_>| {
        let path = artefact.path.clone();
        (
            path,
            String::from_utf8(artefact.into_bytes().unwrap()).unwrap(),
        )
    };
    artefacts(of).into_iter().map(file).collect()
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn folder_is_written_and_then_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    let first = write_folder(&dir, artefacts("a")).unwrap();
    assert_eq!((first.files, first.replaced), (60, false));
    assert_eq!(content(&dir), expected("a"));
    let second = write_folder(&dir, artefacts("b").into_iter().take(3).collect()).unwrap();
    assert!(second.replaced);
    assert_eq!((second.bytes, second.sizes), (9, vec![3, 3, 3]));
    assert_eq!(
        content(&dir).len(),
        3,
        "files that are no longer written are deleted"
    );
    assert_eq!(names(parent.path()), ["out"], "nothing is left beside it");
}

#[test]
fn empty_folder_is_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    fs::create_dir(&dir).unwrap();
    write_folder(&dir, artefacts("a")).unwrap();
    assert_eq!(content(&dir), expected("a"));
}

#[test]
fn created_folder_was_new_or_empty_and_is_never_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let (new, empty) = (parent.path().join("new"), parent.path().join("empty"));
    fs::create_dir(&empty).unwrap();
    for dir in [&new, &empty] {
        let created = create_folder(dir, artefacts("a")).unwrap();
        assert_eq!((created.files, created.replaced), (60, false));
        assert_eq!(content(dir), expected("a"));
        assert!(!dir.join(MARKER).exists());
        let again = create_folder(dir, artefacts("b")).unwrap_err();
        assert!(matches!(again, OutputError::NotEmpty { .. }), "{again}");
        let replaced = write_folder(dir, artefacts("b")).unwrap_err();
        assert!(
            matches!(replaced, OutputError::NotOurs { .. }),
            "{replaced}"
        );
        assert_eq!(content(dir), expected("a"));
    }
    // Nor is a folder that `write_folder` wrote replaced.
    let ours = parent.path().join("ours");
    write_folder(&ours, artefacts("a")).unwrap();
    let error = create_folder(&ours, artefacts("b")).unwrap_err();
    assert!(matches!(error, OutputError::NotEmpty { .. }), "{error}");
    assert_eq!(content(&ours), expected("a"));
    let file = parent.path().join("file");
    fs::write(&file, "mine").unwrap();
    let error = create_folder(&file, artefacts("b")).unwrap_err();
    assert!(matches!(error, OutputError::NotAFolder { .. }), "{error}");
    assert_eq!(names(parent.path()), ["empty", "file", "new", "ours"]);
}

#[test]
fn folder_of_somebody_else_is_refused() {
    let parent = tempfile::tempdir().unwrap();
    fs::write(parent.path().join("thesis.txt"), "mine").unwrap();
    let error = write_folder(parent.path(), artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::NotOurs { .. }), "{error}");
    assert_eq!(names(parent.path()), ["thesis.txt"]);
    // A file with the name of the marker does not make the folder ours.
    fs::write(parent.path().join(MARKER), "my notes\nthesis.txt\n").unwrap();
    assert!(matches!(
        write_folder(parent.path(), artefacts("a")),
        Err(OutputError::NotOurs { .. })
    ));
}

#[test]
fn added_files_are_named_in_the_error() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    fs::write(dir.join("part-1/notes.txt"), "mine").unwrap();
    fs::create_dir(dir.join("figures")).unwrap();
    let error = write_folder(&dir, artefacts("b")).unwrap_err();
    let OutputError::OthersFiles { added, changed, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(added, &["part-1/notes.txt", "figures/"]);
    assert!(changed.is_empty());
    assert!(
        error.to_string().contains(
            "files that this program did not write, `part-1/notes.txt`, `figures/`: move them"
        ),
        "{error}"
    );
    let mut kept = expected("a");
    kept.insert("part-1/notes.txt".into(), "mine".into());
    assert_eq!(content(&dir), kept);
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn changed_files_are_the_users() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    // Of the same length, and with one bit changed.
    fs::write(dir.join("part-1/1.txt"), "a 0").unwrap();
    fs::write(dir.join("part-2/notes.txt"), "mine").unwrap();
    let before = content(&dir);
    let error = write_folder(&dir, artefacts("b")).unwrap_err();
    let OutputError::OthersFiles { added, changed, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(
        (&*added[0], &*changed[0]),
        ("part-2/notes.txt", "part-1/1.txt")
    );
    assert!(
        error
            .to_string()
            .contains("and files in it were changed since"),
        "{error}"
    );
    assert_eq!(content(&dir), before);
    // A file that was deleted is nobody's.
    fs::remove_file(dir.join("part-1/1.txt")).unwrap();
    fs::remove_file(dir.join("part-2/notes.txt")).unwrap();
    assert!(write_folder(&dir, artefacts("b")).unwrap().replaced);
}

#[test]
fn marker_can_be_checked_with_sha256sum() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, vec![Artefact::new("a/b.txt", "")]).unwrap();
    assert_eq!(
        fs::read_to_string(dir.join(MARKER)).unwrap(),
        "Written by beraad, which replaces this folder as a whole. Contents: pages. SHA-256 and path of each file:\n\
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/b.txt\n"
    );
}

#[test]
fn folder_with_other_contents_is_not_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    let error = OutputFolder::new(&dir)
        .write("templates", artefacts("b"))
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("contains pages, which would be replaced by templates"),
        "{error}"
    );
    assert_eq!(content(&dir), expected("a"));
}

#[cfg(unix)]
#[test]
fn pipe_in_place_of_the_marker_is_not_opened() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    fs::create_dir(&dir).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(dir.join(MARKER))
            .status()
            .unwrap()
            .success()
    );
    let error = write_folder(&dir, artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::NotOurs { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn lock_of_another_program_is_reported_and_waited_for() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    let lock = fs::File::open(parent.path()).unwrap();
    lock.lock().unwrap();
    let mut lock = Some(lock);
    let mut waits = Vec::new();
    let folder = OutputFolder::new(&dir).on_wait(|folder| {
        waits.push(folder.to_owned());
        lock.take();
    });
    folder.write("pages", artefacts("a")).unwrap();
    assert_eq!(waits, [parent.path()]);
    assert_eq!(content(&dir), expected("a"));
}

#[cfg(unix)]
#[test]
fn rights_of_an_older_folder_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o700)).unwrap();
    write_folder(&dir, artefacts("b")).unwrap();
    assert_eq!(dir.metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn path_in_a_message_is_on_one_line() {
    let parent = tempfile::tempdir().unwrap();
    let error = write_folder(&parent.path().join("a\nerror: b/out"), artefacts("a")).unwrap_err();
    assert!(error.to_string().contains("a⟨U+000A⟩error: b"), "{error}");
    let long = "x".repeat(250);
    let error = write_folder(&parent.path().join(long), artefacts("a")).unwrap_err();
    assert!(error.to_string().contains("at most 243 bytes"), "{error}");
}

#[test]
fn file_and_missing_parent_are_refused() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("out");
    fs::write(&file, "mine").unwrap();
    let error = write_folder(&file, artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::NotAFolder { .. }), "{error}");
    let error = write_folder(&file.join("below"), artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::NotAFolder { .. }), "{error}");
    let error = write_folder(&parent.path().join("no/out"), artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::NoParent { .. }), "{error}");
    assert!(matches!(
        write_folder(Path::new("/"), Vec::new()),
        Err(OutputError::NoName { .. })
    ));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn symbolic_link_is_neither_replaced_nor_followed() {
    let parent = tempfile::tempdir().unwrap();
    let (elsewhere, link) = (parent.path().join("elsewhere"), parent.path().join("link"));
    write_folder(&elsewhere, artefacts("a")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    let error = write_folder(&link, artefacts("b")).unwrap_err();
    assert!(matches!(error, OutputError::Symlink { .. }), "{error}");
    let nowhere = parent.path().join("nowhere");
    std::os::unix::fs::symlink("missing", &nowhere).unwrap();
    for path in [nowhere.clone(), nowhere.join("below")] {
        let error = write_folder(&path, artefacts("b")).unwrap_err();
        assert!(matches!(error, OutputError::DanglingLink { .. }), "{error}");
    }
    // A link in place of a folder of ours is not followed either.
    let dir = parent.path().join("out");
    write_folder(&dir, vec![Artefact::new("part-1/1.txt", "a")]).unwrap();
    fs::remove_dir_all(dir.join("part-1")).unwrap();
    std::os::unix::fs::symlink(elsewhere.join("part-1"), dir.join("part-1")).unwrap();
    let error = write_folder(&dir, artefacts("b")).unwrap_err();
    assert!(matches!(error, OutputError::OthersFiles { .. }), "{error}");
    assert_eq!(content(&elsewhere), expected("a"));
}

#[cfg(unix)]
#[test]
fn every_path_to_a_folder_means_that_folder() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    for (way, of) in [("out/../out", "b"), ("out/.", "c"), ("out/", "d")] {
        write_folder(&parent.path().join(way), artefacts(of)).unwrap();
        assert_eq!(content(&dir), expected(of), "{way}");
    }
    std::os::unix::fs::symlink("out", parent.path().join("link")).unwrap();
    let error = write_folder(&parent.path().join("link/"), artefacts("e")).unwrap_err();
    assert!(matches!(error, OutputError::Symlink { .. }), "{error}");
    assert_eq!(names(parent.path()), ["link", "out"]);
    assert_eq!(content(&dir), expected("d"));
}

#[cfg(target_os = "linux")]
#[test]
fn system_error_says_what_to_do() {
    // Even root cannot create a folder there.
    let error = write_folder(Path::new("/proc/out"), artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::System { .. }), "{error}");
    assert!(error.to_string().contains("write another path"), "{error}");
    let message = |action| {
        let (path, source) = (Path::new("out").to_owned(), std::io::Error::other("no"));
        OutputError::System {
            action,
            path,
            source,
        }
        .to_string()
    };
    let disk = "check that the disk has space";
    assert!(message("write").contains(disk));
    let read = message("read");
    assert!(
        read.contains("check that you may read it") && !read.contains(disk),
        "{read}"
    );
}

#[cfg(unix)]
#[test]
fn unwritable_parent_leaves_the_old_folder() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let may_write_anyway = fs::write(parent.path().join("probe"), "").is_ok();
    let written = write_folder(&dir, artefacts("b"));
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o755)).unwrap();
    if may_write_anyway {
        // Permissions do not apply to the superuser.
        written.unwrap();
    } else {
        assert!(matches!(written, Err(OutputError::System { .. })));
        assert_eq!(content(&dir), expected("a"));
    }
}

#[test]
fn path_out_of_the_folder_and_duplicate_path_are_refused() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    for path in [
        "../x", "/x", "a/../b", "a//b", "", ".", "a/", "c:\\x", "a\nb", MARKER,
    ] {
        let error = write_folder(&dir, vec![Artefact::new(path, "")]).unwrap_err();
        assert!(matches!(error, OutputError::Path { .. }), "{path}: {error}");
    }
    let duplicates = vec![Artefact::new("a/B", ""), Artefact::new("a/b", "")];
    assert!(matches!(
        write_folder(&dir, duplicates),
        Err(OutputError::Path { .. })
    ));
    assert_eq!(names(parent.path()), Vec::<String>::new());
}

#[test]
fn error_in_the_content_of_a_file_leaves_the_old_folder() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    write_folder(&dir, artefacts("a")).unwrap();
    let fails = Artefact::lazy("part-1/broken.txt", |out| {
        out.write_all(b"the first half")?;
        Err(std::io::Error::other("no second half"))
    });
    let error = write_folder(&dir, vec![fails]).unwrap_err();
    assert!(matches!(error, OutputError::Content { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "the content of `part-1/broken.txt` cannot be produced: no second half"
    );
    assert_eq!(content(&dir), expected("a"));
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn marker_cannot_list_files_outside_of_its_folder() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    fs::write(parent.path().join("thesis.txt"), "mine").unwrap();
    write_folder(&dir, artefacts("a")).unwrap();
    let marker = fs::read_to_string(dir.join(MARKER)).unwrap();
    fs::write(dir.join(MARKER), format!("{marker}../thesis.txt\n")).unwrap();
    write_folder(&dir, artefacts("b")).unwrap();
    assert_eq!(
        fs::read_to_string(parent.path().join("thesis.txt")).unwrap(),
        "mine"
    );
}

#[test]
fn next_call_restores_the_old_folder_after_a_kill_between_two_renames() {
    let parent = tempfile::tempdir().unwrap();
    let (dir, old) = (
        parent.path().join("out"),
        parent.path().join(".out.beraad-old"),
    );
    write_folder(&dir, artefacts("a")).unwrap();
    fs::rename(&dir, &old).unwrap();
    // This call fails because the old folder contains a file of somebody else.
    fs::write(old.join("notes.txt"), "mine").unwrap();
    let error = write_folder(&dir, artefacts("b")).unwrap_err();
    assert!(matches!(error, OutputError::InTheWay { .. }), "{error}");
    fs::remove_file(old.join("notes.txt")).unwrap();
    assert!(write_folder(&dir, artefacts("b")).unwrap().replaced);
    assert_eq!(content(&dir), expected("b"));
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn folder_of_somebody_else_under_a_temporary_name_is_kept() {
    let parent = tempfile::tempdir().unwrap();
    let new = parent.path().join(".out.beraad-new");
    fs::create_dir(&new).unwrap();
    fs::write(new.join("thesis.txt"), "mine").unwrap();
    let error = write_folder(&parent.path().join("out"), artefacts("a")).unwrap_err();
    assert!(matches!(error, OutputError::InTheWay { .. }), "{error}");
    assert_eq!(names(&new), ["thesis.txt"]);
}

const CHILD: &str = "BERAAD_TEST_WRITE_TO";

/// The child process of the next test: it writes the folder again and again until it is killed.
#[test]
#[ignore = "a child process of killed_write_leaves_a_complete_folder"]
fn child_that_writes_until_it_is_killed() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the parent process passes the path in the environment"
    )]
    let Some(dir) = std::env::var_os(CHILD) else {
        return;
    };
    for of in ["b", "c"].into_iter().cycle() {
        write_folder(Path::new(&dir), artefacts(of)).unwrap();
    }
}

#[test]
fn killed_write_leaves_a_complete_folder() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("out");
    let whole = ["a", "b", "c"].map(expected);
    let mut between = 0;
    for round in 0..24_u64 {
        write_folder(&dir, artefacts("a")).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "child_that_writes_until_it_is_killed",
                "--ignored",
            ])
            .env(CHILD, &dir)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(4_000 + 1_777 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        if dir.exists() {
            assert!(
                whole.contains(&content(&dir)),
                "round {round}: part of a folder"
            );
        } else {
            between += 1;
            let old = parent.path().join(".out.beraad-old");
            assert!(
                whole.contains(&content(&old)),
                "round {round}: the old folder is not whole"
            );
        }
        write_folder(&dir, artefacts("d")).unwrap();
        assert_eq!(content(&dir), expected("d"));
        assert_eq!(names(parent.path()), ["out"], "round {round}");
    }
    println!("killed between two renames: {between} times");
}
