//! The statement above the header of a supplied file that it has every code: `# complete: yes`.

use beraad_describe::nearest;

const COMPLETE: [&str; 3] = ["complete", "volledig", "complet"];
const YES: [&str; 3] = ["yes", "ja", "oui"];
const NO: [&str; 3] = ["no", "nee", "non"];

/// The statement of a line such as `# complete: yes`: true, false or nothing; the value if it is none of these words. `None` if the
/// line is about something else.
pub(super) fn completeness(line: &str) -> Option<Result<Option<bool>, &str>> {
    let (key, value) = key_and_value(line);
    if !is_word(COMPLETE, key) {
        return None;
    }
    let value = match value.strip_prefix([':', '=', '：']) {
        Some(value) => value,
        // A cell of its own, or a sentence that begins with the word.
        None if is_next_cell(line) || is_word(YES, value) || is_word(NO, value) => value,
        None => return None,
    };
    let value = value.trim_matches(|char: char| is_around_a_cell(char) || char == '.');
    Some(if value.is_empty() {
        Ok(None)
    } else if is_word(YES, value) {
        Ok(Some(true))
    } else if is_word(NO, value) {
        Ok(Some(false))
    } else {
        Err(value)
    })
}

/// The word of a line that states `yes` or `no` of something like `complete`, such as `compleet: ja`.
pub(super) fn misspelt_completeness(line: &str) -> Option<&str> {
    let (key, value) = key_and_value(line);
    let value = value.strip_prefix([':', '=', '：']).unwrap_or(value);
    let value = value.trim_matches(is_around_a_cell);
    let is_meant = !is_word(COMPLETE, key) && nearest(&key.to_lowercase(), COMPLETE).is_some();
    (is_meant && (is_word(YES, value) || is_word(NO, value))).then_some(key)
}

/// Returns true if the first word of a line is a cell, and another cell follows.
fn is_next_cell(line: &str) -> bool {
    let line = line.trim_start_matches(is_around_a_cell);
    let rest = line.trim_start_matches(char::is_alphabetic);
    let rest = rest.trim_start_matches('"');
    rest.starts_with([',', ';', '\t'])
}

fn is_word(words: [&str; 3], text: &str) -> bool {
    words.iter().any(|it| text.eq_ignore_ascii_case(it))
}

/// The first word of a line, and what follows it. The value may be in the next cell, and a spreadsheet adds separators and quotes.
fn key_and_value(line: &str) -> (&str, &str) {
    let line = line.trim_matches(is_around_a_cell);
    let end = line.find(|char: char| !char.is_alphabetic());
    let (key, value) = line.split_at(end.unwrap_or(line.len()));
    (key, value.trim_start_matches(is_around_a_cell))
}

fn is_around_a_cell(char: char) -> bool {
    // An apostrophe marks a text in a spreadsheet, and the others are not visible.
    let is_mark = matches!(char, '\'' | '\u{200b}' | '\u{feff}');
    is_mark || char.is_whitespace() || matches!(char, '"' | '#' | ';' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statement_that_a_list_is_complete_is_read_as_a_spreadsheet_writes_it() {
        for line in [
            "# complete: yes",
            "#Complete : YES.;;;",
            "\"# complete: yes\",,",
            "# complete:;yes;;",
            "complete;yes;",
            "# volledig: ja",
            "# complet = oui",
            "# complete：yes",
            "complete: yes\r",
            "'# complete: yes",
            "\u{200b}# complete: yes",
        ] {
            assert_eq!(completeness(line), Some(Ok(Some(true))), "{line}");
        }
        assert_eq!(completeness("# complete: no"), Some(Ok(Some(false))));
        assert_eq!(completeness("# complete:"), Some(Ok(None)));
        assert_eq!(completeness("# complete: maybe"), Some(Err("maybe")));
        assert_eq!(completeness("complete,JA.,,"), Some(Ok(Some(true))));
        assert_eq!(completeness("complete;x;;"), Some(Err("x")));
        assert_eq!(completeness("complete;;"), Some(Ok(None)));
        for line in [
            "# the list is complete: yes",
            "# complete lists only",
            "# completely: yes",
            "code,nl",
            "",
        ] {
            assert_eq!(completeness(line), None, "{line}");
        }
    }

    #[test]
    fn word_that_is_nearly_the_statement_is_recognised() {
        assert_eq!(misspelt_completeness("# compleet: ja"), Some("compleet"));
        assert_eq!(
            misspelt_completeness("# complète : oui;;"),
            Some("complète")
        );
        for line in [
            "# complete: yes",
            "# compleet: deze lijst",
            "# bijgewerkt: ja",
            "# complete",
        ] {
            assert_eq!(misspelt_completeness(line), None, "{line}");
        }
    }
}
