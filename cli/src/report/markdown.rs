//! Findings as Markdown, for the comment of a pull request.

use std::fmt::Write;

use beraad_schema::describe::visible;

use super::Comparison;

/// Returns a page with a heading for each comparison, and a table for each part of the model.
pub(crate) fn markdown(comparisons: &[Comparison]) -> String {
    let pages: Vec<_> = comparisons.iter().map(of_comparison).collect();
    pages.join("\n")
}

fn of_comparison(comparison: &Comparison) -> String {
    let diff = &comparison.diff;
    let [old, new] = comparison.names();
    let mut text = format!(
        "## Changes of the model from {} to {}\n",
        escaped(&old),
        escaped(&new)
    );
    if diff.findings.is_empty() {
        text += "\nThe models are equal.\n";
    }
    for (section, findings) in diff.sections() {
        let section = section.to_string();
        let section = section.replace('`', "");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n### {}\n", escaped(&section));
        text += "| class | rule | what changed | for whom | what to do | fingerprint |\n| --- | --- | --- | --- | --- | --- |\n";
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
                "| {} | {} | {}: {}{message}{accepted} | {} | {} | `{}` |",
                classes.join(", "),
                finding.rule.id,
                escaped(&finding.place),
                finding.rule.title,
                finding.viewpoints.effects().unwrap_or_default(),
                escaped(finding.remedy),
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
