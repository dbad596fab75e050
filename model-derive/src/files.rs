//! Reads the files that the structs are checked against.

use std::fs::{File, metadata};
use std::io::Read;
use std::path::Path;

/// The largest file that is read, in bytes. It is the limit of a supplied code list as well.
const MAX_FILE_BYTES: u64 = beraad_register::SuppliedLists::MAX_FILE_BYTES;

/// Returns the text of a file, or the reason why there is none.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    // The kind of file is looked at before it is opened: opening a named pipe waits for a writer, and reading a device may
    // never end, so that the compiler would hang without a word.
    let kind = metadata(path).map_err(|error| error.to_string())?;
    if kind.is_dir() {
        return Err("it is a folder, expected a file".to_owned());
    }
    if !kind.is_file() {
        return Err("it is a device or a named pipe, expected a file".to_owned());
    }
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that a file without an end is refused too, whatever length it states.
    File::open(path)
        .and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let limit = MAX_FILE_BYTES / 1024 / 1024;
        return Err(format!("it is larger than {limit} MB"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..valid];
        let line = before.split(|byte| *byte == b'\n').count();
        format!("line {line} is not UTF-8; save the file as UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn folder_and_too_large_file_are_errors() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(
            read(folder.path()),
            Err("it is a folder, expected a file".to_owned())
        );
        let large = folder.path().join("large.csv");
        // The file has no contents on the disk, only a length.
        let file = File::create(&large).expect("a file");
        file.set_len(MAX_FILE_BYTES + 1).expect("a length");
        assert_eq!(read(&large), Err("it is larger than 16 MB".to_owned()));
        file.set_len(MAX_FILE_BYTES).expect("a length");
        assert_eq!(
            read(&large).map(|text| text.len() as u64),
            Ok(MAX_FILE_BYTES)
        );
    }

    #[cfg(unix)]
    #[test]
    fn device_is_an_error() {
        assert_eq!(
            read(Path::new("/dev/zero")),
            Err("it is a device or a named pipe, expected a file".to_owned())
        );
    }

    #[test]
    fn text_in_another_encoding_is_an_error_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("latin.csv");
        fs::write(&file, b"code,nl\n1,Po\xebzie\n").expect("a file");
        assert_eq!(
            read(&file),
            Err("line 2 is not UTF-8; save the file as UTF-8".to_owned())
        );
    }
}
