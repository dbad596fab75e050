//! Names of files that contain a list and do not have its name: `sex.csv.txt`, `sex (1).csv`.

use beraad_describe::Model;

use super::message::FileAdvice;

/// The list that a file is probably of, and what to do with the file; `None` if the name is not that of a list.
pub(super) fn disguised<'a>(name: &str, model: &'a Model) -> Option<(&'a str, FileAdvice)> {
    let lower = name.to_ascii_lowercase();
    let start = lower.trim_start_matches('.');
    let ids = model.code_lists.iter().map(|list| &*list.id);
    // The longest one: the id of one list may begin with that of another.
    let of_start = ids
        .clone()
        .filter(|id| start.starts_with(&id.to_ascii_lowercase()));
    let of_start = of_start.max_by_key(|id| id.len());
    let rest = of_start.map(|id| &start[id.len()..]);
    if let Some((id, rest)) = of_start.zip(rest) {
        if let Some(advice) = advice_on_extension(rest, lower.starts_with('.')) {
            return Some((id, advice));
        }
        if is_mark_of_a_copy(rest) {
            return Some((id, FileAdvice::KeepOne));
        }
    }
    let stem = start.strip_suffix(".csv")?;
    let is_copy = |id: &&str| {
        let id = id.to_ascii_lowercase();
        let before = stem.strip_suffix(&id);
        before.is_some_and(|before| before.starts_with("cop") || before.starts_with("kopie"))
    };
    let id = ids.clone().filter(is_copy).max_by_key(|id| id.len())?;
    Some((id, FileAdvice::KeepOne))
}

/// Returns the advice on a file that has the name of a list, and behind it these extensions.
fn advice_on_extension(rest: &str, is_hidden: bool) -> Option<FileAdvice> {
    let last = rest.strip_prefix('.')?.rsplit('.').next()?;
    let advice = match last {
        "icloud" | "crdownload" | "part" | "partial" | "download" | "filepart" => {
            FileAdvice::Download
        }
        "gz" | "zip" | "7z" | "bz2" | "xz" | "rar" | "tar" => FileAdvice::Unpack,
        "xlsx" | "xls" | "xlsm" | "xlsb" | "ods" | "numbers" => FileAdvice::SaveFromSpreadsheet,
        "sav" | "dta" | "sas7bdat" | "rds" | "rdata" | "parquet" | "arrow" | "feather" | "json" => {
            FileAdvice::SaveFromProgram
        }
        "bak" | "old" | "orig" | "tmp" | "temp" | "backup" => FileAdvice::MoveEarlierState,
        "txt" | "tsv" | "tab" | "dat" | "text" => FileAdvice::Rename,
        "csv" if is_hidden && rest == ".csv" => FileAdvice::RenameHidden,
        _ => return None,
    };
    Some(advice)
}

/// ` (1).csv`, ` - Kopie.csv`, `_v2.csv`.
fn is_mark_of_a_copy(rest: &str) -> bool {
    let Some(mark) = rest.strip_suffix(".csv") else {
        return false;
    };
    let words = mark.trim_matches(|char: char| " -_()".contains(char));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_version = words.strip_prefix('v').is_some_and(is_number);
    let starts = ["cop", "kopie", "final", "def", "new", "nieuw", "old", "oud"];
    let is_word = starts.iter().any(|start| words.starts_with(start));
    mark.len() > words.len() && (is_number(words) || is_version || is_word)
}
