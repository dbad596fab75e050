//! The messages in English: errors of files and lines.

mod warnings;

use super::{
    Amounts, CodeMessage, DescribedLine, FileAdvice, FindingWord, FolderMessage, LabelMessage,
    LayoutMessage, LineMessage, LinesMessage, Litter, PeriodMessage, Place, Texts, WorkbookMessage,
    alternatives, named,
};

pub(super) struct English;

impl Texts for English {
    fn folder(&self, message: &FolderMessage) -> String {
        folder(message)
    }

    fn layout(&self, message: &LayoutMessage) -> String {
        layout(message)
    }

    fn line(&self, message: &LineMessage) -> String {
        line(message)
    }

    fn lines(&self, message: &LinesMessage) -> String {
        lines(message)
    }

    fn code(&self, message: &CodeMessage) -> String {
        warnings::code(message)
    }

    fn label(&self, message: &LabelMessage) -> String {
        warnings::label(message)
    }

    fn period(&self, message: &PeriodMessage) -> String {
        warnings::period(message)
    }

    fn workbook(&self, message: &WorkbookMessage) -> String {
        match message {
            WorkbookMessage::Unreadable { error } => format!(
                "not a workbook that can be read: {error}; save it as a workbook (`.xlsx`) without a password"
            ),
            WorkbookMessage::TooManyParts { max } => format!(
                "the workbook has more than {max} parts; copy the sheets into a new workbook"
            ),
            WorkbookMessage::TooLarge { max } => format!(
                "the workbook is larger than {max} MB once it is unpacked; leave out lists and codes that do not occur in the data"
            ),
            WorkbookMessage::UnreadableSheet { error } => {
                format!("the sheet cannot be read: {error}; save the workbook again")
            }
            WorkbookMessage::UnknownSheet { meant: Some(meant) } => {
                format!("no code list has the name of the sheet; did you mean `{meant}`?")
            }
            WorkbookMessage::UnknownSheet { meant: None } => {
                "no code list has the name of the sheet; name it as the list, or remove it"
                    .to_owned()
            }
            WorkbookMessage::MergedCells { first, last } => format!(
                "the cells from column {first} to column {last} are merged; write a value in each cell, and unmerge them"
            ),
            WorkbookMessage::TooMuchText { max } => format!(
                "the sheet has more than {max} MB of text; write only the list of codes, one row for each meaning"
            ),
            WorkbookMessage::CellFarBelow { max } => format!(
                "a cell far below the list has a value, and a list has at most {max} rows; remove it"
            ),
            WorkbookMessage::CellFarRight { column } => {
                format!("a cell of column {column} has a value, far right of the list; remove it")
            }
            WorkbookMessage::StruckThrough { cells } => format!(
                "the text is struck through in {cells}, and is read as valid; if the code is no longer used, write its last day in `valid_to`, or remove the row; otherwise remove the strikethrough"
            ),
            WorkbookMessage::PartlyStruckThrough { cells } => format!(
                "a part of the text is struck through in {cells}, and is read as well; delete that part, or remove the strikethrough"
            ),
            WorkbookMessage::WhiteText { cells } => format!(
                "the text is white in {cells}, and is read as valid; remove the row if its code is not meant; otherwise give the text another colour"
            ),
            WorkbookMessage::HiddenRows { first, last } if first == last => {
                "the row is hidden, by hand, by a filter or by an outline, and is read as valid; show it, and remove it if it is not meant".to_owned()
            }
            WorkbookMessage::HiddenRows { first, last } => format!(
                "the rows {first} to {last} are hidden, by hand, by a filter or by an outline, and are read as valid; show them, and remove those that are not meant"
            ),
            WorkbookMessage::HiddenSheet => {
                "the sheet is hidden, and its codes are read as valid; show the sheet, and remove it if its codes are not meant".to_owned()
            }
            WorkbookMessage::FormattedNumber { cell, format, read } => format!(
                "cell {cell} has the number format `{format}`, so that it shows another text than `{read}`, which is read; write the text as it is meant, in a cell that is formatted as text"
            ),
            WorkbookMessage::FormulaWithoutValue { cell, more } => {
                let others = match more {
                    0 => String::new(),
                    more => format!(" (and {more} more)"),
                };
                format!(
                    "cell {cell}{others} has a formula without a stored value; open the workbook in a spreadsheet program and save it again, or replace the formulas by their values"
                )
            }
            WorkbookMessage::LineBreakInCode { cell, code } => format!(
                "the code in cell {cell} has a line break, as in `{code}` at the space; write the code exactly as in the data, and one code in each row"
            ),
        }
    }

    fn confirmable(&self, message: &str, value: &str) -> String {
        format!(
            "{message}; if it is right, write `# confirmed: {value}` in a line above the header"
        )
    }

    fn unused_confirmation(&self, value: &str) -> String {
        format!(
            "`{value}` is confirmed, and no warning is about it; copy the value from the warning letter by letter, or remove it from the line"
        )
    }

    fn placed(&self, file: &str, place: Place, text: &str) -> String {
        match place {
            Place {
                sheet: None,
                line: Some(line),
            } => format!("{file}:{line}: {text}"),
            Place {
                sheet: None,
                line: None,
            } => format!("{file}: {text}"),
            place => format!("{file}, {}", self.in_line(place, text)),
        }
    }

    fn in_line(&self, place: Place, text: &str) -> String {
        match (place.sheet, place.line) {
            (None, None) => text.to_owned(),
            (None, Some(line)) => format!("line {line}: {text}"),
            (Some(sheet), None) => format!("sheet {sheet}: {text}"),
            (Some(sheet), Some(row)) => format!("sheet {sheet}, row {row}: {text}"),
        }
    }

    fn skipped(&self, kind: &str) -> String {
        format!("skipped, since it is {kind}")
    }

    fn word(&self, word: FindingWord) -> &'static str {
        match word {
            FindingWord::Note => "note",
            FindingWord::Error => "error",
            FindingWord::Warning => "warning",
        }
    }

    fn with_word(&self, word: FindingWord, text: &str) -> String {
        format!("{}: {text}", self.word(word))
    }

    fn more(&self, errors: usize, warnings: usize) -> String {
        let counted = |count: usize, word: &str| match count {
            0 => None,
            1 => Some(format!("1 more {word}")),
            count => Some(format!("{count} more {word}s")),
        };
        let parts = [counted(errors, "error"), counted(warnings, "warning")];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let them = if errors + warnings == 1 { "it" } else { "them" };
        format!("{}; fix these to see {them}", parts.join(", "))
    }
}

fn folder(message: &FolderMessage) -> String {
    match message {
        FolderMessage::Unreadable { dir, error } => format!(
            "cannot read `{dir}` as a folder of code lists: {error}; write the path of a folder that contains `<list id>.csv` files"
        ),
        FolderMessage::TooManyFiles { dir, max } => format!(
            "`{dir}` contains more than {max} files, of which none was read; write the path of a folder that contains only `<list id>.csv` files"
        ),
        FolderMessage::DuplicateFile { list, other } => format!(
            "duplicate file for the list `{list}`, beside `{other}`; move one of them away"
        ),
        FolderMessage::TooManyLines {
            max,
            lines_before,
            lines,
            files_after,
        } => format!(
            "the files of the folder have together more than {max} lines: {lines_before} in the files before this one, and {lines} in this one; {}",
            not_read(*files_after)
        ),
        FolderMessage::TooManyBytes {
            megabytes,
            bytes_before,
            bytes_left,
            files_after,
        } => format!(
            "the files of the folder have together more than {megabytes} MB: {bytes_before} bytes in the files before this one, and more than {bytes_left} in this one; {}",
            not_read(*files_after)
        ),
        FolderMessage::UnreadableEntry { error } => format!("cannot read the file: {error}"),
        FolderMessage::UnreadableFile { error } => {
            format!("cannot read the file: {error}; check its permissions")
        }
        FolderMessage::FileTooLarge { megabytes } => format!(
            "the file is larger than {megabytes} MB; write only the list of codes, one line for each meaning"
        ),
        FolderMessage::SymbolicLink => {
            "symbolic link; put the file itself into the folder".to_owned()
        }
        FolderMessage::Disguised { list, advice } => format!(
            "expected only workbooks (`.xlsx`) and files `<list id>.csv`, found a file that may be of the list `{list}`; {}",
            self::advice(*advice, list)
        ),
        FolderMessage::Folder => {
            "expected only workbooks (`.xlsx`) and files `<list id>.csv`, found a folder; move it away".to_owned()
        }
        FolderMessage::OtherFile => {
            "expected only workbooks (`.xlsx`) and files `<list id>.csv`, found another file; move it away, or save it in one of these forms".to_owned()
        }
        FolderMessage::MisspeltList { list, meant } => {
            format!("unknown code list `{list}`; did you mean `{meant}.csv`?")
        }
        FolderMessage::UnknownList { list, known } => {
            format!("unknown code list `{list}`; expected {}", one_of(known))
        }
        FolderMessage::UnknownListOfMany { list } => format!(
            "unknown code list `{list}`; the command `codelists` lists all code lists"
        ),
        FolderMessage::Skipped { litter } => self::litter(*litter).to_owned(),
        FolderMessage::Utf16 => {
            "the file is in UTF-16; save it as UTF-8 (in a spreadsheet: `CSV UTF-8`)".to_owned()
        }
        FolderMessage::ProbablyUtf16 => {
            "the file is probably in UTF-16; save it as UTF-8 (in a spreadsheet: `CSV UTF-8`)"
                .to_owned()
        }
        FolderMessage::Packed => {
            "the file is a spreadsheet or another packed file under the name of a CSV file; open it in a spreadsheet, and save it as `CSV UTF-8`".to_owned()
        }
        FolderMessage::MixedEncodings { byte, offset } => format!(
            "byte {byte:02X} at offset {offset} is not UTF-8, and letters before it are: two files in different encodings were put together; save each as UTF-8 first"
        ),
        FolderMessage::InvalidUtf8 { byte, offset } => {
            format!("invalid UTF-8: byte {byte:02X} at offset {offset}; {SAVE_AS_UTF8}")
        }
        FolderMessage::OtherEncoding {
            byte,
            offset,
            encoding,
            word,
        } => format!(
            "the file is not in UTF-8, but probably in {encoding}, in which byte {byte:02X} at offset {offset} belongs to `{word}`; {SAVE_AS_UTF8}"
        ),
        FolderMessage::SeveralEncodings {
            byte,
            offset,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(word, encoding)| format!("`{word}` in {encoding}"))
                .collect();
            format!(
                "the file is not in UTF-8: byte {byte:02X} at offset {offset} belongs to {}; open the file in the right one, and {SAVE_AS_UTF8}",
                readings.join(" or ")
            )
        }
    }
}

const SAVE_AS_UTF8: &str = "save the file as UTF-8 (in a spreadsheet: `CSV UTF-8`)";

/// The files that were not read since a limit was reached.
fn not_read(files_after: usize) -> String {
    let files = match files_after {
        0 => "it was not read".to_owned(),
        1 => "it and the file after it were not read".to_owned(),
        more => format!("it and the {more} files after it were not read"),
    };
    format!("{files}; leave out lists and codes that do not occur in the data")
}

fn advice(advice: FileAdvice, list: &str) -> String {
    match advice {
        FileAdvice::Download => {
            "the file is not wholly on this computer; wait for its download, or copy it again"
                .to_owned()
        }
        FileAdvice::Unpack => format!("the file is packed; unpack it to `{list}.csv`"),
        FileAdvice::SaveFromSpreadsheet => format!(
            "the file is of a spreadsheet; save it there as a workbook `{list}.xlsx`, or as `CSV UTF-8` under the name `{list}.csv`"
        ),
        FileAdvice::SaveFromProgram => format!(
            "the file is of another program; save it there as CSV in UTF-8, under the name `{list}.csv`"
        ),
        FileAdvice::MoveEarlierState => format!(
            "the file is probably an earlier state of the list; move it away, or rename it to `{list}.csv` if it is the right one"
        ),
        FileAdvice::Rename => format!("rename it to `{list}.csv`"),
        FileAdvice::RenameHidden => {
            format!("the file is hidden by the point at its start; rename it to `{list}.csv`")
        }
        FileAdvice::KeepOne => format!("keep one of the files, under the name `{list}.csv`"),
    }
}

fn litter(kind: Litter) -> &'static str {
    match kind {
        Litter::System => "a file of the operating system",
        Litter::Lock => "the lock file of a program that has the list open",
        Litter::Copy => "the copy of an editor",
        Litter::Hidden => "a hidden file",
    }
}

fn layout(message: &LayoutMessage) -> String {
    match message {
        LayoutMessage::MissingHeader { header, list } => {
            format!("missing header; write `{header}` above the codes of `{list}`")
        }
        LayoutMessage::NotAHeader { line, header } => format!(
            "expected a header, found `{line}`; write `{header}` above this line, or in its place if it has the names of the columns"
        ),
        LayoutMessage::HeaderInOneCell { separator } => {
            let sign = match separator {
                '\t' => "a tab".to_owned(),
                sign => format!("`{sign}`"),
            };
            format!(
                "the header is in one cell, its names separated by {sign}; in the spreadsheet, write each name of the header and each value below it in a cell of its own, and save the file again"
            )
        }
        LayoutMessage::MisspeltCompleteness { found } => {
            format!("unknown statement `{found}`; did you mean `complete`?")
        }
        LayoutMessage::MisspeltConfirmation { found } => {
            format!("unknown statement `{found}`; did you mean `confirmed`?")
        }
        LayoutMessage::AboveHeader { text } => format!(
            "the line `{text}` is above the header; write `#` before it if it is a comment, or move it below the header if it is a code"
        ),
        LayoutMessage::OppositeCompleteness { line } => format!(
            "line {line} says of the list whether it is complete, and this line says the opposite; remove one of them"
        ),
        LayoutMessage::UnknownCompleteness { found } => format!(
            "unknown value `{found}` of `complete`; write `yes` if the file contains every code that occurs in the data, otherwise `no`"
        ),
        LayoutMessage::InvalidCsv { error } => error.to_string(),
        LayoutMessage::InvalidHeader { error } => format!("invalid header: {error}"),
        LayoutMessage::MisspeltColumn { column, meant } => {
            format!("unknown column `{column}`; did you mean `{meant}`?")
        }
        LayoutMessage::UnknownColumn { column, known } => {
            format!("unknown column `{column}`; expected {}", one_of(known))
        }
        LayoutMessage::DuplicateColumn { column } => format!("duplicate column `{column}`"),
        LayoutMessage::MissingCodeColumn { example } => format!(
            "missing column `code`; the first line that is not a comment is the header, such as `{example}`"
        ),
        LayoutMessage::MissingLabelColumn { languages } => {
            format!("missing column for labels; expected {}", one_of(languages))
        }
        LayoutMessage::TooManyRows { max } => {
            format!("more than {max} lines below the header; the rest of the file was not read")
        }
    }
}

fn line(message: &LineMessage) -> String {
    match message {
        LineMessage::LabelWithoutCode { label } => format!(
            "the label `{label}` does not have a code yet; write its code, or remove the row if the data do not have it"
        ),
        LineMessage::CommentBelowHeader => {
            "comment below the header; move it above the header, or remove it".to_owned()
        }
        LineMessage::FieldCount {
            expected,
            found,
            separator,
        } => {
            let separator = match separator {
                '\t' => "tab".to_owned(),
                separator => separator.to_string(),
            };
            format!(
                "expected {expected} fields as in the header, found {found}; put a text that contains `{separator}` in quotes, and write a `{separator}` for each empty field"
            )
        }
        LineMessage::UnnamedColumn { text } => format!(
            "`{text}` is in a column without a name; write its name into the header, or remove the text"
        ),
        LineMessage::MissingCode => {
            "missing code; write the stored text, or `\"\"` if that is the empty text".to_owned()
        }
        LineMessage::InvalidCode { code, error, other } => {
            let other = other.map(|char| format!("; it contains U+{:04X}", u32::from(char)));
            format!(
                "invalid code `{code}`: {error}, exactly as in the data{}",
                other.unwrap_or_default()
            )
        }
        LineMessage::OtherForm { code, form, list } => format!(
            "invalid code `{code}`: expected {form}, the form of the codes of `{list}`; if the data contain this code, the model must be changed first"
        ),
        LineMessage::MissingLabel { languages } => format!(
            "missing label; write the meaning of the code in {}",
            one_of(languages)
        ),
        LineMessage::PeriodBackwards { from, to } => format!(
            "`valid_to` {to} is before `valid_from` {from}; write the first and the last day on which the code has this meaning"
        ),
        LineMessage::InvalidDay { text, column } => format!(
            "invalid day `{text}` in `{column}`; write it in the form `2013-01-31` (in a spreadsheet, format the cells as text first), or nothing if it is not known"
        ),
        LineMessage::AmbiguousDay {
            text,
            column,
            one,
            other,
            lines,
        } => {
            let cause = match lines {
                None => "no other day of the file shows which".to_owned(),
                Some((first, second)) => format!("lines {first} and {second} show both orders"),
            };
            format!(
                "ambiguous day `{text}` in `{column}`: it is {one} or {other}, and {cause}; write it in the form `2013-01-31` (in a spreadsheet, format the cells as text first)"
            )
        }
        LineMessage::UnknownWord {
            text,
            column,
            known,
        } => format!(
            "unknown value `{text}` in `{column}`; expected {}, or nothing",
            one_of(known)
        ),
        LineMessage::InvalidNumber { text, column } => format!(
            "invalid number `{text}` in `{column}`; write digits, at most 15 and 6 decimals, such as `1239.47`, or nothing if the class has no such bound"
        ),
        LineMessage::AmbiguousNumber {
            text,
            column,
            one,
            other,
            whole,
        } => format!(
            "ambiguous number `{text}` in `{column}`: it is {one} or {other}, and no other number of the file shows which; write `{whole}` or `{text}0` (in a spreadsheet, format the cells as text first)"
        ),
        LineMessage::OtherDecimalSign { text, column, line } => format!(
            "number `{text}` in `{column}` has another decimal sign than line {line}; write all decimals of a file with a point, or all with a comma"
        ),
        LineMessage::NotAmountClasses { column } => format!(
            "`{column}` cannot be used in this list, since it is not a list of amount classes; leave the columns of bounds empty, or remove them"
        ),
        LineMessage::InvalidCurrency { text } => {
            format!("invalid currency `{text}`; expected three capital letters, such as `EUR`")
        }
        LineMessage::BoundsBackwards { lower, upper } => {
            format!("`lower` {lower} is above `upper` {upper}; write the smaller amount as `lower`")
        }
        LineMessage::EmptyClass { lower, upper } => format!(
            "the class from {lower} to {upper} contains no amount, since only one of its bounds belongs to it; write `both` as `closed`"
        ),
    }
}

fn lines(message: &LinesMessage) -> String {
    match message {
        LinesMessage::DuplicateLine { line } => format!("duplicates line {line}; remove it"),
        LinesMessage::MeaningsOnLastDay {
            code,
            here,
            there,
            line,
            first,
            before,
        } => format!(
            "code `{code}` means {} here and {} in line {line}, both on the last day of the period in line {first}; `valid_to` is the last day on which a code has its meaning: write {before} there if that is meant",
            described(here),
            described(there)
        ),
        LinesMessage::Meanings {
            code,
            here,
            there,
            line,
        } => format!(
            "code `{code}` means {} here and {} in line {line}, in overlapping periods; write `valid_from` and `valid_to`, or a `source`, for each",
            described(here),
            described(there)
        ),
        LinesMessage::Overlap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "class `{code}` ({}) and class `{other}` ({}, line {line}) overlap; fix a bound or `closed`, or write `valid_from` and `valid_to` for each",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::Gap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "class `{code}` ({}) and class `{other}` ({}, line {line}) leave a gap; fix a bound or `closed`, or add the class between them",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::UnknownCode {
            code,
            list,
            known,
            more,
        } => format!(
            "unknown code `{code}` in the closed list `{list}`; expected one of {}; if the data contain `{code}`, the model must be changed first",
            some_of(known, *more)
        ),
        LinesMessage::OtherMeaning {
            code,
            list,
            known,
            more,
            found,
        } => format!(
            "code `{code}` of the closed list `{list}` means {}, not {}; write the published label, or have the model changed first",
            some_of(known, *more),
            described(found)
        ),
    }
}

fn described(line: &DescribedLine) -> String {
    let label = &line.label;
    match &line.amounts {
        None => format!("`{label}`"),
        Some(amounts) => format!("`{label}` ({})", self::amounts(amounts)),
    }
}

fn amounts(amounts: &Amounts) -> String {
    match (&amounts.lower, &amounts.upper) {
        (Some(lower), Some(upper)) => format!("{lower} to {upper}"),
        (Some(lower), None) => format!("from {lower}"),
        (None, Some(upper)) => format!("to {upper}"),
        (None, None) => String::new(),
    }
}

fn one_of(values: &[String]) -> String {
    alternatives(values, "or", "nothing here")
}

fn some_of(values: &[String], more: usize) -> String {
    named(values, more, |more| format!("and {more} more"))
}
