//! Labels that a statistical package cuts.

use beraad_describe::{PACKAGE_LABEL_BYTES, excerpt};

use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LabelMessage;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        let mut texts = line.meaning.label.iter();
        let is_long = |text: &str| text.len() > PACKAGE_LABEL_BYTES && !published.has_label(text);
        if let Some((language, text)) = texts.find(|(_, text)| is_long(text)) {
            report.warning(line.line, ListWarningKind::LongLabel, text, || {
                LabelMessage::Long {
                    text: excerpt(text),
                    language,
                    bytes: text.len(),
                    max: PACKAGE_LABEL_BYTES,
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    #[test]
    fn label_is_measured_in_bytes() {
        let (fits, long) = ("é".repeat(60), "é".repeat(61));
        let lines = lines(&[("1", &fits), ("2", &long)]);
        let found = warned(&list(&[]), |published, report| {
            check(published, &lines, report);
        });
        assert_eq!(found, [(3, ListWarningKind::LongLabel)]);
        let published = list(&[(Some("2"), &long)]);
        let found = warned(&published, |published, report| {
            check(published, &lines, report);
        });
        assert_eq!(found, []);
    }
}
