//! The files of the codebook: how pages are divided into files, and links between them.
//!
//! Where a link leads is known only when all pages are divided, and the length of its address decides where a page is divided. So
//! a page is written as pieces with marks in the place of addresses; the pieces are divided as if every address were the longest
//! one; and then the addresses replace the marks, which makes no file larger.

use std::collections::BTreeMap;

use super::escape::text;
use crate::codebook::document::fragment;

/// The largest file in bytes. GitHub shows no Markdown above 512 KB, and is slow before that.
const MAX_BYTES: usize = 400_000;

/// The name of the index as a destination; no anchor is empty.
pub(super) const TOP: &str = "";

/// The mark around the anchor of a link. All text in a page is visible, so that it contains no such character.
const MARK: char = '\u{1}';

/// A Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// The path within the output folder.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A page that is being written, before it is divided into files.
pub(super) struct Draft {
    /// The path without `.md`.
    stem: String,
    title: String,
    pieces: Vec<Piece>,
}

/// A part of a page that is never divided.
#[derive(Default)]
struct Piece {
    /// The text before this piece in a file that begins with it, such as the head of its table.
    head: String,
    /// The anchor that the piece begins with.
    anchor: Option<String>,
    text: String,
}

impl Draft {
    pub(super) fn new(stem: String, title: String) -> Self {
        Self {
            stem,
            title,
            pieces: vec![Piece::default()],
        }
    }

    pub(super) fn stem(&self) -> &str {
        &self.stem
    }

    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Begins a piece; a file that begins with it starts with `head`.
    pub(super) fn begin_piece(&mut self, head: &str) {
        self.pieces.push(Piece {
            head: head.to_owned(),
            ..Piece::default()
        });
    }

    /// Names the current piece as the target of links to `anchor`.
    pub(super) fn anchor(&mut self, anchor: &str) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.anchor = Some(fragment(anchor));
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.text.push_str(text);
        }
    }

    /// The path of the file with this number, from 1.
    fn path(&self, number: usize) -> String {
        match number {
            1 => format!("{}.md", self.stem),
            _ => format!("{}-{number}.md", self.stem),
        }
    }
}

/// The destination of a link to an anchor, to be written between parentheses.
pub(super) fn destination(anchor: &str) -> String {
    format!("{MARK}{}{MARK}", fragment(anchor))
}

/// Divides pages into files. The first page is the index.
pub(super) fn lay_out(drafts: &[Draft]) -> Vec<Page> {
    let longest_stem = drafts.iter().map(|draft| draft.stem.len()).max();
    let longest = "../-99999.md#".len() + longest_stem.unwrap_or_default();
    let divided: Vec<Vec<std::ops::Range<usize>>> = drafts
        .iter()
        .map(|draft| divide(&draft.pieces, longest))
        .collect();
    let mut paths: BTreeMap<&str, String> = BTreeMap::new();
    if let Some(index) = drafts.first() {
        paths.insert(TOP, index.path(1));
    }
    for (draft, files) in drafts.iter().zip(&divided) {
        for (number, pieces) in (1..).zip(files) {
            for anchor in draft.pieces[pieces.clone()]
                .iter()
                .filter_map(|piece| piece.anchor.as_deref())
            {
                paths.insert(anchor, draft.path(number));
            }
        }
    }
    let mut pages = Vec::new();
    for (draft, files) in drafts.iter().zip(&divided) {
        for (number, pieces) in (1..).zip(files) {
            let path = draft.path(number);
            let pieces = &draft.pieces[pieces.clone()];
            let mut content = String::new();
            if number > 1 {
                content += &link_to_file(draft, &path, number - 1);
                content.push('\n');
                content += pieces.first().map_or("", |piece| &*piece.head);
            }
            for piece in pieces {
                content += &with_addresses(&piece.text, &path, &paths);
            }
            if number < files.len() {
                content.push('\n');
                content += &link_to_file(draft, &path, number + 1);
            }
            pages.push(Page {
                path,
                text: content,
            });
        }
    }
    pages
}

/// Divides pieces into files. A piece that is larger than a file has one of its own.
fn divide(pieces: &[Piece], longest_address: usize) -> Vec<std::ops::Range<usize>> {
    // Room for the links to the file before and after, which are added later.
    let reserved = 2 * (longest_address + 2_000);
    let mut files = Vec::new();
    let (mut start, mut size) = (0, reserved);
    for (index, piece) in pieces.iter().enumerate() {
        let marks = piece.text.matches(MARK).count() / 2;
        let length = piece.text.len() + marks * longest_address;
        if size + length > MAX_BYTES && index > start {
            files.push(start..index);
            (start, size) = (index, reserved + piece.head.len());
        }
        size += length;
    }
    files.push(start..pieces.len());
    files
}

/// A line with a link to another file of the same page.
fn link_to_file(draft: &Draft, from: &str, number: usize) -> String {
    // The title is a text of the model, which may be of any length.
    let title: String = draft.title.chars().take(200).collect();
    let to = address(from, &draft.path(number));
    format!("[{} ({number})]({to})\n", text(&title))
}

/// Replaces each mark by the address of its anchor, as seen from the file `path`.
fn with_addresses(marked: &str, path: &str, paths: &BTreeMap<&str, String>) -> String {
    let mut out = String::with_capacity(marked.len());
    // Text and anchors take turns, and text comes first.
    for (index, part) in marked.split(MARK).enumerate() {
        if index % 2 == 0 {
            out.push_str(part);
            continue;
        }
        // Without a path, the anchor is of no section of this document, and leads nowhere.
        let to = paths.get(part).map_or(path, |to| &**to);
        if to != path {
            out += &address(path, to);
        }
        if part != TOP {
            out.push('#');
            out += part;
        }
    }
    out
}

/// The address of a file, as seen from another one: both are in the output folder, or in a folder there.
fn address(from: &str, to: &str) -> String {
    match (from.rsplit_once('/'), to.rsplit_once('/')) {
        (Some((folder, _)), Some((other, name))) if folder == other => name.to_owned(),
        (Some(_), _) => format!("../{to}"),
        (None, _) => to.to_owned(),
    }
}
