//! What is wrong with supplied files: all of it counted, the first of it told.

use std::fmt;
use std::path::{Path, PathBuf};

use beraad_schema::describe::visible;

/// How many mistakes are told; the others are counted.
pub(super) const TOLD: usize = 20;

/// How many characters of a text from a file are shown.
const SHOWN: usize = 40;

/// Why a folder of code lists was not read. Nothing of it is used then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SupplyError {
    /// The folder cannot be read.
    #[error("`{}` cannot be read as a folder of code lists: {source}; write the path of a folder that holds `<list id>.csv` files", dir.display())]
    Folder {
        /// The folder.
        dir: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The files in it have mistakes.
    #[error("{0}")]
    Mistakes(Mistakes),
}

/// The mistakes in a folder of code lists, by file and line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mistakes {
    /// The first ones.
    pub first: Vec<Mistake>,
    /// How many there are in all.
    pub count: usize,
}

/// One mistake: where it is, what was expected, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mistake {
    /// The file, with the folder as it was named.
    pub file: PathBuf,
    /// The line; `None` where the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong, and what to write.
    pub says: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = visible(&self.file.display().to_string());
        match self.line {
            Some(line) => write!(f, "{file}:{line}: {}", self.says),
            None => write!(f, "{file}: {}", self.says),
        }
    }
}

/// One line each, and a last one for those that are only counted.
impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.first.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{mistake}")?;
        }
        match self.count.saturating_sub(self.first.len()) {
            0 => Ok(()),
            1 => f.write_str("\n1 more mistake, which shows when these are mended"),
            more => write!(
                f,
                "\n{more} more mistakes, which show when these are mended"
            ),
        }
    }
}

/// The mistakes of one file while it is read.
pub(super) struct Found {
    file: PathBuf,
    first: Vec<Mistake>,
    count: usize,
}

impl Found {
    pub(super) fn new(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            first: Vec::new(),
            count: 0,
        }
    }

    /// Counts a mistake. Its text is only made where it may be told: a file of rubbish has a million of them.
    pub(super) fn add(&mut self, line: impl Into<Option<usize>>, says: impl FnOnce() -> String) {
        self.count += 1;
        let line = line.into();
        let earlier = self.first.last().is_some_and(|last| line < last.line);
        if self.first.len() >= TOLD && !earlier {
            return;
        }
        let at = self.first.partition_point(|known| known.line <= line);
        let file = self.file.clone();
        let says = says();
        self.first.insert(at, Mistake { file, line, says });
        self.first.truncate(TOLD);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl Mistakes {
    /// The mistakes of all files, in their order; `None` if there is none.
    pub(super) fn of(files: impl IntoIterator<Item = Found>) -> Option<Self> {
        let mut all = Self {
            first: Vec::new(),
            count: 0,
        };
        for found in files {
            all.count += found.count;
            all.first.extend(found.first);
            all.first.truncate(TOLD);
        }
        (all.count > 0).then_some(all)
    }
}

/// A text of a file as a message may hold it: safe to print, and not longer than is needed to find it again.
pub(super) fn shown(text: &str) -> String {
    let mut start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    visible(&start)
}
