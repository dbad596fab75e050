//! Writing of a whole file: the file is complete under its name, or it is as before.

use std::fs::File;
use std::path::Path;

use super::file::FileError;
use super::files::FilesError;

/// Writes a file that replaces the one at `path` when it is complete.
///
/// It is written beside it, under a hidden name, and is removed after an error.
///
/// # Errors
/// The error of `write`, or of the operating system, with the path.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&File) -> Result<(), FileError>,
) -> Result<(), FilesError> {
    try_replace(path, write).map_err(|error| FilesError::of_file(path, error))
}

fn try_replace(
    path: &Path,
    write: impl FnOnce(&File) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut options = tempfile::Builder::new();
    // The permissions of a file that a program creates, which the user's own settings limit.
    #[cfg(unix)]
    options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let new = options
        .prefix(".beraad-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(FileError::Io)?;
    write(new.as_file())?;
    new.as_file().sync_all().map_err(FileError::Io)?;
    new.persist(path)
        .map_err(|error| FileError::Io(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
        entries.map(|entry| name(entry.unwrap())).collect()
    }

    #[test]
    fn file_is_as_before_after_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("loans.parquet");
        fs::write(&path, "before").unwrap();
        let error = replace(&path, |mut file| {
            file.write_all(b"half of a").map_err(FileError::Io)?;
            Err(FileError::Io(std::io::Error::other("no space")))
        });
        let message = error.unwrap_err().to_string();
        assert!(message.contains("loans.parquet: "), "{message}");
        assert!(message.ends_with("no space"), "{message}");
        assert_eq!(fs::read(&path).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["loans.parquet"]);
    }

    #[test]
    fn complete_file_replaces_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("loans.parquet");
        fs::write(&path, "before").unwrap();
        let write = |mut file: &File| file.write_all(b"after").map_err(FileError::Io);
        replace(&path, write).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"after");
        assert_eq!(names(folder.path()), ["loans.parquet"]);
        // Others may read it as far as the settings of the user allow, as any file that a program creates.
        let created = folder.path().join("created");
        let permissions = |path: &Path| fs::metadata(path).unwrap().permissions();
        File::create(&created).unwrap();
        assert_eq!(permissions(&path), permissions(&created));
    }

    #[test]
    fn folder_that_does_not_exist_is_named() {
        let error = replace(Path::new("no/such/loans.parquet"), |_| Ok(())).unwrap_err();
        let message = error.to_string();
        assert!(message.starts_with("no/such/loans.parquet: "), "{message}");
    }
}
