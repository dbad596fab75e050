//! Findings as Markdown, for the comment of a pull request.

use std::fmt::Write;

use beraad_evolve::Diff;
use beraad_schema::describe::visible;

/// Returns a heading and a table for each part of the model.
pub(crate) fn markdown(diff: &Diff) -> String {
    let mut text = format!(
        "## Changes of the model from {} to {}\n",
        escaped(&diff.old_version),
        escaped(&diff.new_version)
    );
    if diff.findings.is_empty() {
        text += "\nThe models are equal.\n";
    }
    for (section, findings) in diff.sections() {
        let section = section.to_string();
        let section = section.replace('`', "");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n### {}\n", escaped(&section));
        text += "| class | rule | what changed | what to do | fingerprint |\n| --- | --- | --- | --- | --- |\n";
        for finding in findings {
            let classes: Vec<_> = finding.classes.iter().map(ToString::to_string).collect();
            let accepted = match &finding.accepted {
                Some(accepted) => format!(" (accepted: {})", escaped(&accepted.reason)),
                None => String::new(),
            };
            let message = match finding.message.as_str() {
                "" => String::new(),
                message => format!(": {}", escaped(message)),
            };
            let _ = writeln!(
                text,
                "| {} | {} | {}: {}{message}{accepted} | {} | `{}` |",
                classes.join(", "),
                finding.rule.id,
                escaped(&finding.place),
                finding.rule.title,
                escaped(finding.rule.remedy),
                finding.fingerprint,
            );
        }
    }
    text
}

/// Escapes what Markdown would read as markup or as the end of a cell.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in visible(text).chars() {
        if "\\`*_{}[]<>()#!|~&@".contains(sign) {
            // A sign as a number is text in every dialect of Markdown and in HTML.
            let _ = write!(escaped, "&#{};", u32::from(sign));
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_model_is_not_markup() {
        assert_eq!(escaped("a | <b> @c"), "a &#124; &#60;b&#62; &#64;c");
        assert_eq!(escaped("a\nb"), "a b");
    }
}
