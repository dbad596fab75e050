//! Messages about the files of a folder.

/// A message about the files of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FolderMessage {
    /// The folder cannot be read.
    Unreadable {
        /// The folder.
        dir: String,
        /// The error of the operating system.
        error: String,
    },
    /// The folder has too many files.
    TooManyFiles {
        /// The folder.
        dir: String,
        /// The limit.
        max: usize,
    },
    /// Two files are for one list.
    DuplicateFile {
        /// The id of the list.
        list: String,
        /// The name of the other file.
        other: String,
    },
    /// The files have too many lines together.
    TooManyLines {
        /// The limit.
        max: usize,
        /// The lines of the files before this one.
        lines_before: usize,
        /// The lines of this file.
        lines: usize,
        /// The number of files after this one.
        files_after: usize,
    },
    /// The files have too many bytes together.
    TooManyBytes {
        /// The limit.
        megabytes: u64,
        /// The bytes of the files before this one.
        bytes_before: u64,
        /// The bytes that this file may have.
        bytes_left: u64,
        /// The number of files after this one.
        files_after: usize,
    },
    /// The system does not say what the file is.
    UnreadableEntry {
        /// The error of the operating system.
        error: String,
    },
    /// The file cannot be read.
    UnreadableFile {
        /// The error of the operating system.
        error: String,
    },
    /// The file has too many bytes.
    FileTooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// The file is a symbolic link.
    SymbolicLink,
    /// The file contains a list, and does not have its name.
    Disguised {
        /// The id of the list.
        list: String,
        /// The advice on the file.
        advice: FileAdvice,
    },
    /// A folder is among the files.
    Folder,
    /// A file does not contain a list.
    OtherFile,
    /// No list has this id, and one has a similar id.
    MisspeltList {
        /// The id of the list.
        list: String,
        /// The text that was probably meant.
        meant: String,
    },
    /// No list has this id.
    UnknownList {
        /// The id of the list.
        list: String,
        /// The values that are expected.
        known: Vec<String>,
    },
    /// None of many lists has this id.
    UnknownListOfMany {
        /// The id of the list.
        list: String,
    },
    /// The file was not read.
    Skipped {
        /// The kind of the file.
        litter: Litter,
    },
    /// The file is in UTF-16.
    Utf16,
    /// The file is probably in UTF-16.
    ProbablyUtf16,
    /// The file is a workbook or another packed file.
    Packed,
    /// The file is partly in UTF-8.
    MixedEncodings {
        /// The byte.
        byte: u8,
        /// The number of bytes before it.
        offset: usize,
    },
    /// The file is not in UTF-8.
    InvalidUtf8 {
        /// The byte.
        byte: u8,
        /// The number of bytes before it.
        offset: usize,
    },
    /// The file is in another encoding.
    OtherEncoding {
        /// The byte.
        byte: u8,
        /// The number of bytes before it.
        offset: usize,
        /// The name of the encoding.
        encoding: String,
        /// The word that contains the byte.
        word: String,
    },
    /// The file is in one of several encodings.
    SeveralEncodings {
        /// The byte.
        byte: u8,
        /// The number of bytes before it.
        offset: usize,
        /// The word that contains the byte, with the name of each encoding.
        readings: Vec<(String, String)>,
    },
}

/// The advice on a file that contains a list and does not have its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileAdvice {
    /// The file is not wholly on this computer.
    Download,
    /// The file is packed.
    Unpack,
    /// The file is of a spreadsheet.
    SaveFromSpreadsheet,
    /// The file is of another program.
    SaveFromProgram,
    /// The file is probably an earlier state of the list.
    MoveEarlierState,
    /// The file has another extension.
    Rename,
    /// The file is hidden.
    RenameHidden,
    /// The file is a copy.
    KeepOne,
}

/// The kind of a file that a system or an editor left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Litter {
    /// A file of the operating system.
    System,
    /// The lock file of a program that has the list open.
    Lock,
    /// The copy of an editor.
    Copy,
    /// A hidden file.
    Hidden,
}
