//! `near-code`: a code that its list does not have differs from a listed one by zeros, case or spaces only.

use beraad_schema::describe::CodeList;

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "near-code",
    title: "a code that its list does not have is nearly a listed one",
    severity: Severity::Warning,
    why: "The code differs from a listed one by leading zeros, capitals or spaces only. Spreadsheets remove leading zeros.",
    remedy: "Correct the code, or ask the provider whether both exist.",
};

/// Returns the listed code that a text nearly is.
pub(super) fn nearly<'l>(list: &'l CodeList, text: &str) -> Option<&'l str> {
    let bare = bare(text);
    let mut codes = list.published_codes().map(|(code, _)| code);
    codes.find(|code| *code != text && self::bare(code) == bare)
}

/// Returns a code without what a spreadsheet or a keyboard changes.
fn bare(code: &str) -> String {
    let code = code.trim().to_lowercase();
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    match code.trim_start_matches('0') {
        "" if !code.is_empty() => "0".to_owned(),
        digits if is_number => digits.to_owned(),
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn zeros_case_and_spaces_do_not_count() {
        for (one, other) in [("1", "01"), ("0", "00"), ("a1", "A1 ")] {
            assert_eq!(bare(one), bare(other));
        }
        for (one, other) in [("1", "10"), ("0a", "a"), ("", "0")] {
            assert_ne!(bare(one), bare(other));
        }
    }
}
