//! The marker: the file that makes a folder ours, and lists what we wrote in it.
//!
//! ```text
//! Written by beraad, which replaces this folder as a whole. Contents: handout. SHA-256 and path of each file:
//! e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  json-schema/pay.schema.json
//! ```
//!
//! From the second line on, this is what `sha256sum` writes and checks. While the files are being written, the marker
//! lists their paths only.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The name of the marker.
pub const MARKER: &str = ".beraad";

/// The beginning of every marker. A folder whose marker begins differently is left alone.
const CLAIM: &str = "Written by beraad, which replaces this folder as a whole. Contents: ";
const LIST: &str = ". SHA-256 and path of each file:";

/// The text of a marker, as fields.
pub(super) struct Marker {
    /// A noun for what the folder contains, such as `handout`.
    pub(super) contents: String,
    /// The hash of each file by its path; `None` while the file is being written.
    pub(super) files: BTreeMap<String, Option<String>>,
}

impl Marker {
    pub(super) fn text(&self) -> String {
        let mut text = format!("{CLAIM}{}{LIST}\n", self.contents);
        for (path, hash) in &self.files {
            if let Some(hash) = hash {
                text.extend([hash, "  "]);
            }
            text.extend([path, "\n"]);
        }
        text
    }

    /// Reads the marker of a folder; `None` if there is no marker, or it is not ours.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        Self::parse(&text_of_marker(folder)?)
    }

    fn parse(text: &str) -> Option<Self> {
        let (first, rest) = text.split_once('\n')?;
        let contents = first.strip_prefix(CLAIM)?.strip_suffix(LIST)?;
        let file = |line: &str| {
            let (path, hash) = match line.split_once("  ") {
                Some((hash, path)) if is_hash(hash) => (path, Some(hash.to_owned())),
                _ => (line, None),
            };
            // The marker is a file that anybody can edit: a path that leads elsewhere is not in the list of what may be
            // deleted.
            is_inside(path).then(|| (path.to_owned(), hash))
        };
        Some(Self {
            contents: contents.to_owned(),
            files: rest.lines().filter_map(file).collect(),
        })
    }

    /// Returns true if the folder has a marker whose first line was not written completely.
    pub(super) fn is_barely_started(folder: &Path) -> bool {
        let is_start = |text: String| text.starts_with(CLAIM) || CLAIM.starts_with(&text);
        text_of_marker(folder).is_some_and(|text| !text.contains('\n') && is_start(text))
    }
}

/// The text of the file with the name of the marker. Anything else of this name, such as a pipe, is not opened.
fn text_of_marker(folder: &Path) -> Option<String> {
    let path = folder.join(MARKER);
    let is_file = fs::symlink_metadata(&path).ok()?.is_file();
    is_file.then(|| fs::read_to_string(path).ok()).flatten()
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Returns true if a path stays within its folder on every system, and is not that of the marker.
pub(super) fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.contains(|char: char| char.is_control() || "\\:*?\"<>|".contains(char))
    };
    path != MARKER && path.split('/').all(is_plain)
}
