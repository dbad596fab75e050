//! The kept versions of a model, and the models that a command compares.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use beraad_codegen::History;
use beraad_evolve::{Accepted, Diff, KeptVersion, read_model, version_numbers, versions_of_files};
use beraad_schema::describe::{Model, excerpt, visible};

use crate::text_file::{read_any_text, read_text};

/// The word for the model of the program itself.
pub(crate) const BUILT_IN: &str = "built-in";

/// The folders in which versions are looked for, if none is given: in a workspace with a model, and in the crate of a model.
pub(crate) const FOLDERS: [&str; 2] = ["model/versions", "versions"];

/// The advice about a file of a version that is not text.
const REMEDY: &str = "restore it from version control";

/// Returns the folder of the versions: the given one, or the first of the usual ones that exists.
pub(crate) fn folder(given: Option<&Path>) -> PathBuf {
    let found = || {
        let places = places().into_iter();
        let mut usual = places.flat_map(|place| FOLDERS.map(|folder| place.join(folder)));
        usual.find(|folder| folder.is_dir())
    };
    given.map_or_else(
        || found().unwrap_or_else(|| PathBuf::from(FOLDERS[0])),
        Path::to_owned,
    )
}

/// Returns the paths from the current folder to itself and to those above it, up to that of the crate or of the repository that contains
/// it. The folder above a crate may have the versions of another model.
fn places() -> Vec<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    let mut places = vec![PathBuf::new()];
    for folder in here.ancestors() {
        if folder.join("Cargo.toml").exists() || folder.join(".git").exists() {
            return places;
        }
        places.push(places[places.len() - 1].join(".."));
    }
    vec![PathBuf::new()]
}

/// Returns the versions in a folder, from the first to the latest. Other files, such as a README, are left out.
pub(crate) fn versions(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| {
        format!(
            "cannot read the folder of versions `{}`: {error}; create it, or name another one with `--versions`",
            folder.display()
        )
    })?;
    let names = entries.flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    Ok(versions_of_files(names))
}

/// Reads all versions in a folder, with the changes that are accepted there; `None` if no folder is given and none of the usual ones
/// exists. The errors of all files are reported at once.
pub(crate) fn history(given: Option<&Path>) -> Result<Option<History>, Vec<String>> {
    let folder = folder(given);
    if given.is_none() && !folder.is_dir() {
        return Ok(None);
    }
    let (kept, mut errors) = kept_versions(&folder).map_err(|error| vec![error])?;
    let accepted = accepted(None, &folder).unwrap_or_else(|all| {
        errors.extend(all);
        Accepted::default()
    });
    if errors.is_empty() {
        Ok(Some(History::new(kept, accepted)))
    } else {
        Err(errors)
    }
}

/// Reads all versions in a folder, and returns those that can be read with the errors of the others.
fn kept_versions(folder: &Path) -> Result<(Vec<KeptVersion>, Vec<String>), String> {
    let (mut kept, mut errors) = (Vec::new(), Vec::new());
    for name in &versions(folder)? {
        match kept_version(folder, name) {
            Ok(version) => kept.push(version),
            Err(error) => errors.push(error),
        }
    }
    Ok((kept, errors))
}

/// Compares each version in a folder with the next one, and the latest one with `model`. A folder that does not exist has no step; `None` if
/// a version cannot be read.
pub(crate) fn steps(folder: &Path, model: &Model) -> Option<Vec<Diff>> {
    if !folder.is_dir() {
        return Some(Vec::new());
    }
    let (kept, errors) = kept_versions(folder).ok()?;
    let history = History::new(kept, Accepted::default());
    errors.is_empty().then(|| history.diffs(model))
}

/// Reads a version in a folder.
pub(crate) fn kept_version(folder: &Path, name: &str) -> Result<KeptVersion, String> {
    let path = folder.join(format!("{name}.json"));
    let shown = path.display();
    let json = read_text(&path, REMEDY)?;
    let version = KeptVersion::from_json(&json).map_err(|error| format!("`{shown}`: {error}"))?;
    let found = &version.model.version;
    if *found == name {
        Ok(version)
    } else {
        Err(format!(
            "`{shown}` is version `{}` of the model: rename it, or restore it from version control",
            excerpt(found)
        ))
    }
}

/// Reads the accepted changes: those of the given file, or of `accepted.toml` in the folder of versions if it is there.
pub(crate) fn accepted(given: Option<&Path>, folder: &Path) -> Result<Accepted, Vec<String>> {
    let usual = folder.join("accepted.toml");
    let path = match given {
        Some(path) => path,
        None if usual.is_file() => &usual,
        None => return Ok(Accepted::default()),
    };
    // An empty file accepts nothing.
    let text = read_any_text(path, "save it in UTF-8").map_err(|error| vec![error])?;
    Accepted::from_toml(&text).map_err(|errors| {
        let path = path.display();
        let errors = errors.0.iter();
        errors.map(|error| format!("`{path}`: {error}")).collect()
    })
}

/// Reads one of the two models that are compared: the built-in one, a version, a file, the latest version in a revision of git, or a file
/// in a revision (`HEAD~3:model/versions/0.1.0.json`).
pub(crate) fn model(side: &str, folder: &Path, built_in: &Model) -> Result<Model, String> {
    if side == BUILT_IN {
        return Ok(built_in.clone());
    }
    if version_numbers(side).is_some() {
        return of_file(&folder.join(format!("{side}.json")));
    }
    let path = Path::new(side);
    let is_json = path.extension().is_some_and(|it| it == "json");
    if path.is_dir() {
        // A revision may have the name of a folder.
        let folder_error = || {
            format!(
                "`{side}` is a folder: write the path of a file, or name the folder of versions with `--versions`"
            )
        };
        return of_revision(side, folder).map_err(|_| folder_error());
    }
    if !path.exists() && side.contains(':') {
        return of_file_in_revision(side);
    }
    if path.exists() || is_json {
        return of_file(path);
    }
    of_revision(side, folder)
}

fn of_file(path: &Path) -> Result<Model, String> {
    let shown = path.display();
    let json = read_text(path, REMEDY)?;
    read_model(&json).map_err(|error| format!("`{shown}`: {error}"))
}

/// Reads a file in a revision of git, as git writes its path: from the top of the repository, or from this folder if it begins with `./`.
fn of_file_in_revision(side: &str) -> Result<Model, String> {
    let shown = visible(side);
    let error = |reason: &str| format!("`{shown}` is not a file in a revision of git: {reason}");
    if side.starts_with('-') {
        return Err(error("it is not a name of a revision"));
    }
    let json = git(&["cat-file", "blob", side]).map_err(|reason| error(&reason))?;
    let json = json.ok_or_else(|| {
        error("git finds no such file; write `REVISION:PATH`, with the path from the top of the repository")
    })?;
    read_model(&json).map_err(|error| format!("`{shown}`: {error}"))
}

/// Reads the latest version in the folder, as it is in a revision of git.
fn of_revision(revision: &str, folder: &Path) -> Result<Model, String> {
    let error = |reason: &str| {
        format!(
            "`{}` is not `{BUILT_IN}`, a version in `{}`, a file, or a revision of git with a version: {reason}",
            visible(revision),
            folder.display()
        )
    };
    if revision.is_empty() || revision.starts_with('-') {
        return Err(error("it is not a name of a revision"));
    }
    let path = folder.to_string_lossy().replace('\\', "/");
    let git = |arguments: &[&str]| git(arguments).map_err(|reason| error(&reason));
    if git(&["rev-parse", "--git-dir"])?.is_none() {
        return Err(error("this folder is not in a repository of git"));
    }
    let tree = format!("{revision}^{{tree}}");
    let verify = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &tree,
    ];
    if git(&verify)?.is_none() {
        return Err(error("there is no such file, and no such revision"));
    }
    // A path that begins with `./` is read from the current folder, which may be within the repository.
    let tree = format!("{revision}:./{path}/");
    let names = git(&["ls-tree", "--full-tree", "--name-only", &tree])?
        .ok_or_else(|| error("the revision does not have the folder of versions"))?;
    let versions = versions_of_files(names.lines());
    let latest = versions
        .last()
        .ok_or_else(|| error("the folder has no version there"))?;
    let latest = format!("{latest}.json");
    let json = git(&["show", &format!("{tree}{latest}")])?
        .ok_or_else(|| error("git cannot show the latest version"))?;
    read_model(&json).map_err(|reason| format!("`{}:{path}/{latest}`: {reason}", visible(revision)))
}

/// Runs git and returns what it prints; `None` if git reports an error, whose text is about git and not about versions.
fn git(arguments: &[&str]) -> Result<Option<String>, String> {
    let output = Command::new("git").args(arguments).output();
    let output = output.map_err(|error| format!("cannot run git: {error}"))?;
    if !output.status.success() {
        return Ok(None);
    }
    let text = String::from_utf8(output.stdout);
    text.map(Some)
        .map_err(|_| "it is not text in UTF-8".to_owned())
}
