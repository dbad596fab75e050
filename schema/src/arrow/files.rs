//! The rows of several files, one file after the other.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::file::FileError;

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
}

/// The errors of several files.
#[derive(Debug)]
pub struct FilesError(Vec<(PathBuf, FileError)>);

impl FilesError {
    /// The errors, each with the path of its file.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &FileError)> {
        self.0.iter().map(|(path, error)| (path.as_path(), error))
    }
}

impl fmt::Display for FilesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (path, error)) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{}: {error}", path.display())?;
        }
        Ok(())
    }
}

impl std::error::Error for FilesError {}

/// An iterator over the rows of several files of one block, in the order of their paths.
///
/// A delivery is often one file for each year, or a folder of them whose names give a column:
/// `person_year/year=2010/part-0.parquet`. A column that a file lacks is taken from such a folder. [`data_files`] lists the
/// files of a folder.
///
/// `T` is the reader of one file. Its schema is validated when the iterator is created, so that an error in the last file is
/// known before the first row; one file is open at a time. After an error there are no more rows.
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
    /// The file that is being read, with its path.
    current: Option<(PathBuf, T)>,
}

impl<T: RowFile, O: FnMut(&Path) -> io::Result<T::From>> Files<T, O> {
    /// Creates an iterator over the rows of the files with these paths, which `open` opens.
    ///
    /// # Errors
    /// [`FilesError`], with every file that cannot be opened or that has a schema which the block does not accept.
    pub fn try_new(
        paths: impl IntoIterator<Item = PathBuf>,
        mut open: O,
    ) -> Result<Self, FilesError> {
        let paths: Vec<_> = paths.into_iter().collect();
        let errors: Vec<_> = paths
            .iter()
            .filter_map(|path| Some((path.clone(), open_file::<T>(path, &mut open).err()?)))
            .collect();
        if !errors.is_empty() {
            return Err(FilesError(errors));
        }
        Ok(Self {
            paths: paths.into_iter(),
            open,
            current: None,
        })
    }

    /// Ends the iterator with the error of a file.
    fn fail(&mut self, path: PathBuf, error: FileError) -> FilesError {
        self.paths = Vec::new().into_iter();
        FilesError(vec![(path, error)])
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
