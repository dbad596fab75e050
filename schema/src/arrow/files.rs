//! The rows of several files, one file after the other.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::file::FileError;
use super::written_with::{FileWarning, WrittenWith};
use crate::describe::{Model, visible};

/// A reader of the rows of one file; `parquet::Reader` and `ipc::Reader` implement it.
pub trait RowFile: Iterator<Item = Result<Self::Row, FileError>> + Sized {
    /// The row.
    type Row;
    /// The opened file, usually a [`std::fs::File`].
    type From;

    /// Opens a file that has this path. Columns that the file lacks are taken from folders of the path such as `year=2010`.
    ///
    /// # Errors
    /// If the file cannot be read, or has a schema that the block does not accept.
    fn try_new_at(from: Self::From, path: &Path) -> Result<Self, FileError>;

    /// Returns the model that the file was written with, by its metadata.
    fn written_with(&self) -> &WrittenWith;
}

/// The number of files whose errors are kept and shown.
const MAX_FILES_SHOWN: usize = 5;

/// The errors of one or more files: the first five, and the number of all.
#[derive(Debug)]
pub struct FilesError {
    first: Vec<(PathBuf, FileError)>,
    count: usize,
}

impl FilesError {
    /// The errors of the first five files that have one, each with the path of its file. The others are counted.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &FileError)> {
        self.first
            .iter()
            .map(|(path, error)| (path.as_path(), error))
    }

    /// The number of files that have an error.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The error of one file.
    pub(super) fn of_file(path: &Path, error: FileError) -> Self {
        Self {
            first: vec![(path.to_owned(), error)],
            count: 1,
        }
    }

    fn push(&mut self, path: &Path, error: FileError) {
        if self.first.len() < MAX_FILES_SHOWN {
            self.first.push((path.to_owned(), error));
        }
        self.count += 1;
    }
}

impl fmt::Display for FilesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (path, error)) in self.first.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{}: {error}", shown(path))?;
        }
        match self.count - self.first.len() {
            0 => Ok(()),
            1 => f.write_str("\n1 more file has errors"),
            more => write!(f, "\n{more} more files have errors"),
        }
    }
}

impl std::error::Error for FilesError {}

/// Returns a path as a message shows it.
fn shown(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// A warning about one or more files: see [`FileWarning`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilesWarning {
    /// The first of the files.
    pub path: PathBuf,
    /// The number of the files.
    pub count: usize,
    /// The warning about each of them.
    pub warning: FileWarning,
}

impl fmt::Display for FilesWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.path))?;
        match self.count - 1 {
            0 => {}
            1 => f.write_str(" and 1 more file")?,
            more => write!(f, " and {more} more files")?,
        }
        write!(f, ": {}", self.warning)
    }
}

/// An iterator over the rows of several files of one block, in the order of their paths.
///
/// A delivery is often one file for each year, or a folder of them whose names give a column:
/// `person_year/year=2010/part-0.parquet`. A column that a file lacks is taken from such a folder. [`data_files`] lists the
/// files of a folder.
///
/// `T` is the reader of one file. Its schema is validated when the iterator is created, so that an error in the last file is
/// known before the first row; one file is open at a time, so that any number of files can be read. After an error there are no more
/// rows.
///
/// ```no_run
/// # #[cfg(feature = "parquet")]
/// # fn example<PersonYear: beraad_schema::Block>() -> Result<(), Box<dyn std::error::Error>> {
/// use std::fs::File;
/// use std::path::Path;
///
/// use beraad_schema::arrow::{Files, data_files, parquet};
///
/// let paths = data_files(Path::new("delivery/person_year"), "parquet")?;
/// for row in Files::<parquet::Reader<PersonYear, File>, _>::try_new(paths, |path| File::open(path))? {
///     let row: PersonYear = row?;
/// }
/// # Ok(())
/// # }
/// ```
pub struct Files<T, O> {
    paths: std::vec::IntoIter<PathBuf>,
    open: O,
    /// Each model that a file was written with: the first such file, and their number.
    written_with: BTreeMap<WrittenWith, (PathBuf, usize)>,
    /// The file that is being read, with its path.
    current: Option<(PathBuf, T)>,
}

impl<T: RowFile, O: FnMut(&Path) -> io::Result<T::From>> Files<T, O> {
    /// Creates an iterator over the rows of the files with these paths, which `open` opens.
    ///
    /// # Errors
    /// [`FilesError`], if there are files that cannot be opened or that have a schema which the block does not accept.
    pub fn try_new(
        paths: impl IntoIterator<Item = PathBuf>,
        mut open: O,
    ) -> Result<Self, FilesError> {
        let paths: Vec<_> = paths.into_iter().collect();
        let mut errors = FilesError {
            first: Vec::new(),
            count: 0,
        };
        let mut written_with = BTreeMap::new();
        for path in &paths {
            match open_file::<T>(path, &mut open) {
                Ok(file) => {
                    let files = written_with.entry(file.written_with().clone());
                    files.or_insert_with(|| (path.clone(), 0)).1 += 1;
                }
                Err(error) => errors.push(path, error),
            }
        }
        if errors.count > 0 {
            return Err(errors);
        }
        Ok(Self {
            paths: paths.into_iter(),
            open,
            written_with,
            current: None,
        })
    }

    /// Compares the models that the files were written with with the model at hand. A warning about several files is returned
    /// once, with the first of them and their number.
    #[must_use]
    pub fn warnings(&self, model: &Model) -> Vec<FilesWarning> {
        let fingerprint = model.fingerprint();
        // Files with different fingerprints may have one warning.
        let mut warnings: BTreeMap<FileWarning, (&Path, usize)> = BTreeMap::new();
        for (written_with, (path, count)) in &self.written_with {
            if let Some(warning) = written_with.compare_with(model, &fingerprint) {
                let files = warnings.entry(warning).or_insert((path, 0));
                files.0 = files.0.min(path);
                files.1 += count;
            }
        }
        let warnings = warnings.into_iter();
        warnings
            .map(|(warning, (path, count))| FilesWarning {
                path: path.to_owned(),
                count,
                warning,
            })
            .collect()
    }

    /// Ends the iterator with the error of a file.
    fn fail(&mut self, path: PathBuf, error: FileError) -> FilesError {
        self.paths = Vec::new().into_iter();
        FilesError {
            first: vec![(path, error)],
            count: 1,
        }
    }
}

fn open_file<T: RowFile>(
    path: &Path,
    open: &mut impl FnMut(&Path) -> io::Result<T::From>,
) -> Result<T, FileError> {
    T::try_new_at(open(path).map_err(FileError::Io)?, path)
}

impl<T: RowFile, O: FnMut(&Path) -> io::Result<T::From>> Iterator for Files<T, O> {
    type Item = Result<T::Row, FilesError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some((path, rows)) = &mut self.current else {
                let path = self.paths.next()?;
                match open_file::<T>(&path, &mut self.open) {
                    Ok(rows) => self.current = Some((path, rows)),
                    Err(error) => return Some(Err(self.fail(path, error))),
                }
                continue;
            };
            match rows.next() {
                Some(Ok(row)) => return Some(Ok(row)),
                Some(Err(error)) => {
                    let path = path.clone();
                    self.current = None;
                    return Some(Err(self.fail(path, error)));
                }
                None => self.current = None,
            }
        }
    }
}

impl<T, O> fmt::Debug for Files<T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Files").finish_non_exhaustive()
    }
}

/// Lists the files of a folder and of the folders in it whose names end with `.` and this extension, sorted by their paths.
///
/// Files and folders whose names begin with `.` or `_` are left out: programs keep notes of their own in them.
///
/// # Errors
/// If a folder cannot be listed.
pub fn data_files(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_name().as_encoded_bytes().starts_with(b".")
                || entry.file_name().as_encoded_bytes().starts_with(b"_")
            {
                continue;
            }
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
