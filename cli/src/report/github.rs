//! Findings as annotations of a GitHub workflow.

use std::fmt::Write;

use beraad_evolve::Class;

use super::{Comparison, Merged, merged, place};
use crate::source_place::RustSource;

/// Returns a workflow command for each finding: an error at or above the bar, otherwise a warning or a notice. An accepted one is a
/// notice. A finding about several old models has one command, since a workflow shows few of them.
pub(crate) fn github(comparisons: &[Comparison], bar: Class, source: &RustSource) -> String {
    let mut text = String::new();
    for Merged { finding, since } in merged(comparisons) {
        let command = match finding.class() {
            _ if finding.accepted.is_some() => "notice",
            class if class >= bar => "error",
            Class::Doc | Class::Compatible => "notice",
            _ => "warning",
        };
        let place = place(finding, source).map_or(String::new(), |place| {
            format!("file={},line={},", property(&place.file), place.line)
        });
        let mut title = format!("{} {}", finding.class(), finding.rule.id);
        // Writing to a string cannot fail.
        if comparisons.len() > 1 {
            let _ = write!(title, ", since {}", since.join(" and "));
        }
        let effects = finding.viewpoints.effects();
        let effects = effects.map_or(String::new(), |effects| format!(" ({effects})"));
        let message = format!(
            "{finding}{effects} [{}]. {}",
            finding.fingerprint, finding.remedy
        );
        let _ = writeln!(
            text,
            "::{command} {place}title={}::{}",
            property(&title),
            data(&message)
        );
    }
    text
}

/// Escapes the message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
