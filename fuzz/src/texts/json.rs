//! Rows as JSON, each on a line.

use std::fmt::Debug;

use beraad_schema::{Block, RowResult};

use super::{SECRETS, checked_message};
use crate::fixed_rows;
use crate::seeds::Seed;

pub(super) fn seeds<R: Block + Debug>(block: u8) -> Vec<Seed> {
    let rows = fixed_rows::<R>(12);
    let lines = rows
        .iter()
        .map(|row| serde_json::to_string(row).expect("a row as JSON") + "\n");
    let lines: Vec<_> = lines.collect();
    let seeds = lines.chunks(4).enumerate().map(|(number, lines)| Seed {
        name: format!("{}-{number}", R::ID),
        input: [&[block], lines.concat().as_bytes()].concat(),
    });
    seeds.collect()
}

/// Reads each line as a row and as a [`RowResult`], and all lines as one array, and compares them.
pub(super) fn read<R: Block + Debug + PartialEq>(input: &[u8]) -> Result<String, String> {
    let may_repeat = has_secret_in_key(input);
    let lines: Vec<_> = input.split(|byte| *byte == b'\n').collect();
    let mut results = Vec::new();
    let mut outcome = String::new();
    let mut first_error = None;
    for line in &lines {
        match read_line::<R>(line, may_repeat) {
            Ok(result) => {
                match &result.0 {
                    Ok(row) => outcome += &serde_json::to_string(row).expect("a row as JSON"),
                    Err(error) => outcome += &error.to_string(),
                }
                results.push(result);
            }
            Err(message) => {
                first_error.get_or_insert(message);
            }
        }
    }
    if let Some(message) = first_error.filter(|_| results.len() + 1 < lines.len()) {
        return Err(message);
    }
    if results.len() == lines.len() {
        let delivery = [b"[", &lines.join(&b","[..])[..], b"]"].concat();
        let all: Vec<RowResult<R>> = serde_json::from_slice(&delivery).expect("lines of JSON");
        assert_eq!(all, results);
    }
    Ok(outcome)
}

fn read_line<R: Block + Debug + PartialEq>(
    line: &[u8],
    may_repeat: bool,
) -> Result<RowResult<R>, String> {
    let message = |error: serde_json::Error| checked_message(error.to_string(), may_repeat);
    let row = serde_json::from_slice::<R>(line).map_err(message);
    let result = serde_json::from_slice::<RowResult<R>>(line).map_err(message);
    match (&row, &result) {
        (Ok(row), Ok(RowResult(Ok(same)))) => {
            assert_eq!(row, same);
            let json = serde_json::to_value(row).expect("a row as JSON");
            let again: R = serde_json::from_value(json).expect("a row from its own JSON");
            assert_eq!(again, *row);
        }
        (Err(_), Ok(RowResult(Err(error)))) => {
            checked_message(error.to_string(), may_repeat);
            assert!(!error.errors().is_empty());
            for error in error.errors() {
                checked_message(error.to_string(), may_repeat);
            }
        }
        (Err(_), Err(_)) => {}
        (row, result) => panic!("the row is {row:?}, and its result is {result:?}"),
    }
    // In steps, as from a file.
    let from_reader = serde_json::from_reader::<_, RowResult<R>>(line).map_err(message);
    assert_eq!(from_reader.as_ref().ok(), result.as_ref().ok());
    result
}

/// Returns whether a name of a column has parts of values:
/// a text before a colon, or after a brace or a comma.
fn has_secret_in_key(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text).to_lowercase();
    let is_key = |(at, secret): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + secret.len()..]);
        let before = before
            .rsplit_once('"')
            .map_or("", |(before, _)| before.trim_end());
        let after = after
            .split_once('"')
            .map_or("", |(_, after)| after.trim_start());
        before.ends_with(['{', ',']) || after.starts_with(':')
    };
    SECRETS
        .iter()
        .any(|secret| text.match_indices(secret).any(is_key))
}
