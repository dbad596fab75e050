//! Reads a folder of supplied lists.

use std::fs::{self, DirEntry, File};
use std::io::{self, Read as _};
use std::path::Path;

use beraad_describe::{CodeList, Languages, Model, SuppliedFile, excerpt, nearest};

use super::disguise::disguised;
use super::error::{Report, Reports, SupplyError};
use super::header::{Header, all_columns, columns};
use super::layout::{Sheet, sheet, with_line_feeds};
use super::line::SuppliedMeaning;
use super::litter::litter;
#[cfg(feature = "workbook")]
use super::message::WorkbookMessage;
use super::message::{FolderMessage, LayoutMessage, LineMessage};
use super::not_utf8;
#[cfg(feature = "workbook")]
use super::sheet_names::{READ_ME, SheetNames};
#[cfg(feature = "workbook")]
use super::warning::ListWarningKind;
use super::warning::SkippedFile;
#[cfg(feature = "workbook")]
use super::workbook::Workbook;
use super::{SuppliedList, SuppliedLists, check, code_counts, is_of_amount_classes, plausible};

/// The lists of a folder, or the errors in all of its files, of which so many are shown.
pub(super) fn folder(
    dir: &Path,
    model: &Model,
    max_shown: usize,
) -> Result<SuppliedLists, SupplyError> {
    let failed = |source| SupplyError::Folder {
        dir: dir.to_owned(),
        source,
    };
    let entries = fs::read_dir(dir).map_err(failed)?;
    // One more than is allowed, so that a folder of any number of files is not listed to its end.
    let entries = entries.take(SuppliedLists::MAX_FILES + 1);
    let mut entries = entries.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    if entries.len() > SuppliedLists::MAX_FILES {
        return Err(SupplyError::TooManyFiles {
            dir: dir.to_owned(),
        });
    }
    // The system lists a folder in any order, on which no message may depend.
    entries.sort_by_key(DirEntry::file_name);
    let (mut lists, mut skipped) = (Vec::<SuppliedList>::new(), Vec::new());
    let mut reports = Reports::new(max_shown);
    let mut totals = Totals::default();
    let mut entries = entries.into_iter();
    while let Some(entry) = entries.next() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name == SuppliedLists::MARKER {
            continue;
        }
        if let Some(reason) = litter(&name) {
            skipped.push(SkippedFile {
                file: entry.path(),
                reason: FolderMessage::Skipped { litter: reason }.into(),
            });
            continue;
        }
        let report = reports.of_file(&entry.path());
        for (list, mut report) in lists_of(&entry, model, &mut totals, entries.len(), report) {
            if let Some(list) = list {
                // `sex.csv` and `sex.CSV`, on a system that distinguishes them, or a sheet of a workbook.
                match lists.iter().find(|known| known.id == list.id) {
                    None => lists.push(list),
                    Some(known) => report.error(None, || FolderMessage::DuplicateFile {
                        other: excerpt(&known.file.file),
                        list: list.id,
                    }),
                }
            }
            reports.add(report);
        }
        if totals.are_exceeded {
            break;
        }
    }
    match reports.into_warnings(skipped, || code_counts(&lists)) {
        Ok((warnings, skipped)) => Ok(SuppliedLists {
            lists,
            warnings,
            skipped,
        }),
        Err(errors) => Err(SupplyError::Lists(errors)),
    }
}

/// The bytes and lines of the files that were read, together.
#[derive(Default)]
struct Totals {
    bytes: u64,
    lines: usize,
    /// True if a file has more than is left. Nothing is read after that.
    are_exceeded: bool,
}

impl Totals {
    /// The number of bytes that the next file may still have.
    fn bytes_left(&self) -> u64 {
        SuppliedLists::MAX_TOTAL_BYTES - self.bytes
    }

    /// Adds the lines of a file; `None` if there are more than are left.
    fn add_lines(&mut self, text: &str, files_after: usize, report: &mut Report) -> Option<()> {
        // Of a file with more lines no more are read.
        let lines = text.lines().count().min(SuppliedLists::MAX_LINES);
        if self.lines + lines > SuppliedLists::MAX_TOTAL_LINES {
            let lines_before = self.lines;
            self.exceed(report, || FolderMessage::TooManyLines {
                max: SuppliedLists::MAX_TOTAL_LINES,
                lines_before,
                lines,
                files_after,
            });
            return None;
        }
        self.lines += lines;
        Some(())
    }

    fn exceed(&mut self, report: &mut Report, message: impl FnOnce() -> FolderMessage) {
        self.are_exceeded = true;
        report.error(None, message);
    }
}

/// The lists of a file, each with what there is to report about it; `None` if it contains no codes, or errors.
fn lists_of(
    entry: &DirEntry,
    model: &Model,
    totals: &mut Totals,
    files_after: usize,
    mut report: Report,
) -> Vec<(Option<SuppliedList>, Report)> {
    let name = entry.file_name().to_string_lossy().into_owned();
    #[cfg(feature = "workbook")]
    if is_workbook(&name) && is_file(entry, &mut report) {
        return sheets(entry, &name, model, totals, files_after, report);
    }
    let list = file(entry, &name, model, totals, files_after, &mut report);
    vec![(list, report)]
}

/// The list in a file.
fn file(
    entry: &DirEntry,
    name: &str,
    model: &Model,
    totals: &mut Totals,
    files_after: usize,
    report: &mut Report,
) -> Option<SuppliedList> {
    let list = list_of(entry, name, model, report)?;
    let bytes = bytes(entry, totals, files_after, report)?;
    let text = text(&bytes, report)?;
    let text = with_line_feeds(text);
    totals.add_lines(&text, files_after, report)?;
    list_in(
        &text,
        list,
        model,
        SuppliedFile::from_bytes(name.to_owned(), &bytes),
        report,
    )
}

/// The list in a text, which is that of a file or of a sheet.
fn list_in(
    text: &str,
    list: &CodeList,
    model: &Model,
    mut file: SuppliedFile,
    report: &mut Report,
) -> Option<SuppliedList> {
    let languages = &model.deliberation.languages;
    let columns = all_columns(languages);
    let columns: Vec<_> = columns.iter().map(String::as_str).collect();
    let sheet = sheet(text, &columns, SuppliedLists::MAX_LINES, report);
    if sheet.is_none() && report.is_empty() {
        report.error(None, || LayoutMessage::MissingHeader {
            header: columns_of_template(languages),
            list: list.id.to_string(),
        });
    }
    let sheet = sheet?;
    let complete = sheet.complete;
    let is_of_classes = is_of_amount_classes(model, list);
    let meanings = meanings(sheet, list, languages, is_of_classes, report);
    check::check(list, &meanings, report);
    plausible::check(list, &meanings, complete, last_year(model), report);
    // An error hides warnings, so that a value may be confirmed that no warning is about yet.
    if report.is_empty() {
        report.add_unused_confirmations();
    }
    if meanings.is_empty() || !report.is_empty() {
        return None;
    }
    file.complete = complete.is_some();
    Some(SuppliedList {
        id: list.id.to_string(),
        file,
        meanings,
    })
}

#[cfg(feature = "workbook")]
fn is_workbook(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|it| it.eq_ignore_ascii_case("xlsx") || it.eq_ignore_ascii_case("xlsm"))
}

/// The lists in the sheets of a workbook.
#[cfg(feature = "workbook")]
fn sheets(
    entry: &DirEntry,
    name: &str,
    model: &Model,
    totals: &mut Totals,
    files_after: usize,
    mut report: Report,
) -> Vec<(Option<SuppliedList>, Report)> {
    let Some(bytes) = bytes(entry, totals, files_after, &mut report) else {
        return vec![(None, report)];
    };
    let most = usize::try_from(SuppliedLists::MAX_FILE_BYTES).unwrap_or(usize::MAX);
    let workbook = match Workbook::read(&bytes, most) {
        Ok(workbook) => workbook,
        Err(error) => {
            report.error(None, || error);
            return vec![(None, report)];
        }
    };
    let names = SheetNames::of(model);
    let only = (workbook.sheets.len() == 1).then(|| stem(name));
    let mut lists = Vec::new();
    for sheet in workbook.sheets {
        if sheet.name == READ_ME {
            continue;
        }
        let mut report = report.of_sheet(&sheet.name);
        let list = names.list(&sheet.name).or_else(|| model.code_list(only?));
        let Some(list) = list else {
            report.error(None, || WorkbookMessage::UnknownSheet {
                meant: nearest(&sheet.name, names.all()).map(str::to_owned),
            });
            lists.push((None, report));
            continue;
        };
        let file = SuppliedFile::from_bytes(name.to_owned(), &bytes);
        let list = match sheet.text {
            Ok(text) => {
                for finding in sheet.findings {
                    let (row, message) = (finding.row, finding.message);
                    match finding.kind {
                        Some(kind) => report.warning_of_form(Some(row), kind, message),
                        None => report.error(row, || message),
                    }
                }
                let list = totals
                    .add_lines(&text, files_after, &mut report)
                    .and_then(|()| list_in(&text, list, model, file, &mut report));
                // The template of a list that nobody has completed may be hidden.
                if sheet.is_hidden && list.is_some() {
                    let message = WorkbookMessage::HiddenSheet;
                    report.warning_of_form(None, ListWarningKind::Hidden, message);
                }
                list
            }
            Err(invalid) => {
                report.error(invalid.row, || invalid.message);
                None
            }
        };
        lists.push((list, report));
        if totals.are_exceeded {
            break;
        }
    }
    if lists.is_empty() {
        lists.push((None, report));
    }
    lists
}

#[cfg(feature = "workbook")]
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The last year of the data of a decision, as far as it states one.
fn last_year(model: &Model) -> i32 {
    let decision = &model.deliberation;
    let last = decision.window.last_year();
    last.map_or(decision.dated.year(), |last| {
        last.max(decision.dated.year())
    })
}

fn columns_of_template(languages: &Languages) -> String {
    columns(languages).join(",")
}

/// Returns true if an entry is a file or a folder; a link to one is an error.
fn is_file(entry: &DirEntry, report: &mut Report) -> bool {
    // The type of the entry itself: a link is not followed.
    match entry.file_type() {
        // It may point to any place. The file that the codebook names must be the one in the folder.
        Ok(kind) if kind.is_symlink() => report.error(None, || FolderMessage::SymbolicLink),
        Ok(kind) => return kind.is_file(),
        Err(error) => report.error(None, || FolderMessage::UnreadableEntry {
            error: error.to_string(),
        }),
    }
    false
}

/// The list that a file is named after.
fn list_of<'a>(
    entry: &DirEntry,
    name: &str,
    model: &'a Model,
    report: &mut Report,
) -> Option<&'a CodeList> {
    let is_file = is_file(entry, report);
    if !report.is_empty() {
        return None;
    }
    let is_list = |id: &str| model.code_list(id).is_some();
    let disguised = disguised(name, model).filter(|_| is_file);
    if let Some((id, advice)) =
        disguised.filter(|_| !name.strip_suffix(".csv").is_some_and(is_list))
    {
        report.error(None, || FolderMessage::Disguised {
            list: id.to_owned(),
            advice,
        });
        return None;
    }
    let id = name.rsplit_once('.').filter(|_| is_file);
    let id = id.filter(|(_, extension)| extension.eq_ignore_ascii_case("csv"));
    let id = id.map(|(id, _)| id);
    let Some(id) = id else {
        report.error(None, || {
            if entry.path().is_dir() {
                FolderMessage::Folder
            } else {
                FolderMessage::OtherFile
            }
        });
        return None;
    };
    let list = model.code_list(id);
    if list.is_none() {
        report.error(None, || {
            let known: Vec<_> = model.code_lists.iter().map(|list| &*list.id).collect();
            let list = excerpt(id);
            match nearest(id, known.iter().copied()) {
                Some(meant) => FolderMessage::MisspeltList {
                    list,
                    meant: meant.to_owned(),
                },
                None if known.len() <= 8 => FolderMessage::UnknownList {
                    list,
                    known: known.into_iter().map(str::to_owned).collect(),
                },
                None => FolderMessage::UnknownListOfMany { list },
            }
        });
    }
    list
}

fn bytes(
    entry: &DirEntry,
    totals: &mut Totals,
    files_after: usize,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let max_bytes = SuppliedLists::MAX_FILE_BYTES.min(totals.bytes_left());
    let read = File::open(entry.path()).and_then(|file| {
        // One byte more than is allowed, so that a file that grows meanwhile is refused too.
        file.take(max_bytes + 1).read_to_end(&mut bytes)
    });
    if let Err(error) = read {
        report.error(None, || FolderMessage::UnreadableFile {
            error: error.to_string(),
        });
        return None;
    }
    if bytes.len() as u64 > SuppliedLists::MAX_FILE_BYTES {
        report.error(None, || FolderMessage::FileTooLarge {
            megabytes: SuppliedLists::MAX_FILE_BYTES / 1024 / 1024,
        });
        return None;
    }
    if bytes.len() as u64 > max_bytes {
        let bytes_before = totals.bytes;
        totals.exceed(report, || FolderMessage::TooManyBytes {
            megabytes: SuppliedLists::MAX_TOTAL_BYTES / 1024 / 1024,
            bytes_before,
            bytes_left: max_bytes,
            files_after,
        });
        return None;
    }
    totals.bytes += bytes.len() as u64;
    Some(bytes)
}

/// The bytes as text, or an error at the first byte that is not UTF-8.
fn text<'a>(bytes: &'a [u8], report: &mut Report) -> Option<&'a str> {
    // Before the check of UTF-8, which would name the first byte and not the cause.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        report.error(1, || FolderMessage::Utf16);
        return None;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        report.error(1, || FolderMessage::Packed);
        return None;
    }
    // UTF-16 without its mark: every other byte of a line in Latin letters is 0.
    let start = &bytes[..bytes.len().min(100)];
    if start.split(|byte| *byte == 0).count() > start.len() / 3 + 1 {
        report.error(1, || FolderMessage::ProbablyUtf16);
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let (before, rest) = bytes.split_at(error.valid_up_to());
            let line = before.split(|byte| *byte == b'\n').count();
            let byte = rest.first().copied().unwrap_or_default();
            let offset = before.len();
            let is_mixed = !before.is_ascii();
            report.error(line, || {
                if is_mixed {
                    return FolderMessage::MixedEncodings { byte, offset };
                }
                let readings = not_utf8::readings(bytes, offset);
                match &*readings {
                    [] => FolderMessage::InvalidUtf8 { byte, offset },
                    [(name, word)] => FolderMessage::OtherEncoding {
                        byte,
                        offset,
                        encoding: (*name).to_owned(),
                        word: excerpt(word),
                    },
                    several => {
                        let several = several.iter();
                        FolderMessage::SeveralEncodings {
                            byte,
                            offset,
                            readings: several
                                .map(|(name, word)| (excerpt(word), (*name).to_owned()))
                                .collect(),
                        }
                    }
                }
            });
            None
        }
    }
}

/// The meanings in the lines that are valid.
fn meanings(
    sheet: Sheet,
    list: &CodeList,
    languages: &Languages,
    is_of_amount_classes: bool,
    report: &mut Report,
) -> Vec<SuppliedMeaning> {
    let mut meanings = Vec::new();
    let (line, fields) = sheet.header;
    let header = match fields {
        Err(error) => {
            report.error(line, || LayoutMessage::InvalidHeader { error });
            None
        }
        Ok(fields) => Header::read(line, &fields, sheet.separator, languages, report),
    };
    let Some(header) = header else {
        return meanings;
    };
    let style = header.style(&sheet.rows);
    let mut not_completed = Vec::new();
    for (index, (line, fields)) in sheet.rows.into_iter().enumerate() {
        if index >= SuppliedLists::MAX_LINES {
            report.error(line, || LayoutMessage::TooManyRows {
                max: SuppliedLists::MAX_LINES,
            });
            break;
        }
        match fields {
            Err(error) => report.error(line, || LayoutMessage::InvalidCsv { error }),
            // A spreadsheet leaves such lines behind.
            Ok(fields) if fields.iter().all(|field| field.exact().is_none()) => {}
            Ok(fields) => {
                if let Some(label) = header.label_to_complete(&fields, list) {
                    not_completed.push((line, label.to_owned()));
                    continue;
                }
                let meaning =
                    header.meaning(line, &fields, list, &style, is_of_amount_classes, report);
                meanings.extend(meaning);
            }
        }
    }
    // Without any code, it is a template that nobody has completed.
    if !meanings.is_empty() {
        for (line, label) in not_completed {
            report.error(line, || LineMessage::LabelWithoutCode {
                label: excerpt(&label),
            });
        }
    }
    meanings
}
