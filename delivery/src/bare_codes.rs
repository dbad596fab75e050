//! Codes without leading zeros, capitals and spaces around them.

use beraad_schema::describe::CodeList;
use hashbrown::HashSet;

/// The codes of a list without what does not count.
#[derive(Debug, Default)]
pub(crate) struct BareCodes(HashSet<String>);

impl BareCodes {
    pub(crate) fn of(list: &CodeList) -> Self {
        Self(list.published_codes().map(|(code, _)| bare(code)).collect())
    }

    /// Returns true if a text, which is not a code of the list, nearly is one.
    pub(crate) fn has_near(&self, text: &str) -> bool {
        self.0.contains(&bare(text))
    }
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
