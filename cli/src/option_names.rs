//! The options of the command line in messages that name the methods of the library.

use beraad_delivery::{Comparison, FileReceipt, Report};

/// The methods of `Dialect`, each with the option that calls it.
const METHODS: [(&str, &str); 10] = [
    ("rename", "--rename"),
    ("ignore", "--ignore"),
    ("encoding", "--encoding"),
    ("notation", "--notation"),
    ("flags", "--flags"),
    ("missing", "--missing"),
    ("trim", "--trim"),
    ("decimal_comma", "--decimal-comma"),
    ("separator", "--separator"),
    ("item_separator", "--item-separator"),
];

/// Replaces the methods in a message by options: `Dialect::separator(b';')` by `--separator ';'`.
pub(crate) fn with_options(message: &str) -> String {
    let mut message = message.to_owned();
    for (method, option) in METHODS {
        let call = format!("Dialect::{method}");
        while let Some(start) = message.find(&call) {
            let end = start + call.len();
            let rest = &message[end..];
            let argument = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
            let (replaced, length) = match argument {
                Some((argument, _)) => {
                    (format!("{option} {}", value(argument)), argument.len() + 2)
                }
                None => (option.to_owned(), 0),
            };
            message.replace_range(start..end + length, &replaced);
        }
    }
    message
}

/// Returns an argument of a method as it is typed.
fn value(argument: &str) -> String {
    match argument {
        "WINDOWS_1252" => "windows-1252".to_owned(),
        "UTF_16LE" => "utf-16le".to_owned(),
        "UTF_16BE" => "utf-16be".to_owned(),
        r"b'\t'" => "tab".to_owned(),
        other => other.trim_start_matches('b').to_owned(),
    }
}

/// Replaces the methods in all details of a report.
pub(crate) fn name_options(report: &mut Report) {
    for unused in &mut report.unused_options {
        *unused = with_options(unused);
    }
    for block in &mut report.blocks {
        for finding in &mut block.findings {
            let details = std::mem::take(&mut finding.details);
            for (detail, count) in details {
                *finding.details.entry(with_options(&detail)).or_default() += count;
            }
        }
        name_options_of_files(&mut block.files);
    }
}

/// Replaces the methods in the reasons for which files were not read.
pub(crate) fn name_options_of_comparison(comparison: &mut Comparison) {
    for block in &mut comparison.blocks {
        name_options_of_files(&mut block.files.old);
        name_options_of_files(&mut block.files.new);
    }
}

fn name_options_of_files(files: &mut [FileReceipt]) {
    for file in files {
        file.unread = file.unread.as_deref().map(with_options);
    }
}

#[cfg(test)]
mod tests {
    use super::with_options;

    #[test]
    fn methods_become_options() {
        let cases = [
            ("set `Dialect::separator(b';')`", "set `--separator ';'`"),
            (
                "with `Dialect::rename` or `Dialect::ignore`, or leave it out",
                "with `--rename` or `--ignore`, or leave it out",
            ),
            (
                "set the encoding, such as `Dialect::encoding(WINDOWS_1252)`",
                "set the encoding, such as `--encoding windows-1252`",
            ),
            ("`Dialect::decimal_comma`", "`--decimal-comma`"),
            ("no method", "no method"),
        ];
        for (message, expected) in cases {
            assert_eq!(with_options(message), expected);
        }
    }
}
