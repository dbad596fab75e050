//! The problems of a label, in words.

use beraad_describe::{Language, excerpt};

use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;

/// The words by which a file confirms that its codes have other meanings than those of a reference-only list.
const OWN_MEANINGS: &str = "own meanings";

/// A label in a line.
pub(super) struct Place<'a> {
    pub(super) line: &'a SuppliedMeaning,
    pub(super) language: Language,
    pub(super) text: &'a str,
}

/// An implausible label.
pub(super) enum Problem {
    /// It nearly equals the published one, of a code or without one.
    Near {
        difference: &'static str,
        published: String,
        has_code: bool,
    },
    /// It is the label of this code.
    OfOtherCode(String),
    /// It is the published label in another language than that of its column.
    OtherLanguage { of: Language, published: String },
    /// It is another one than the published one.
    Contradiction(String),
}

impl Problem {
    pub(super) fn report(self, place: &Place<'_>, report: &mut Report) {
        let kind = match &self {
            Self::Near { .. } => ListWarningKind::NearLabel,
            Self::OfOtherCode(_) => ListWarningKind::LabelOfOtherCode,
            Self::OtherLanguage { .. } => ListWarningKind::OtherLanguage,
            Self::Contradiction(_) => ListWarningKind::ContradictsPublished,
        };
        report.warning(place.line.line, kind, place.text, || {
            let label = format!("label `{}` in `{}`", excerpt(place.text), place.language);
            let code = excerpt(&place.line.code);
            match self {
                Self::Near {
                    difference,
                    published,
                    has_code,
                } => {
                    let published = excerpt(&published);
                    let state = if has_code {
                        ""
                    } else {
                        ", whose code is not published"
                    };
                    format!("{label} differs only by {difference} from the published label `{published}`{state}; copy the published label letter by letter, so that both are one meaning")
                }
                Self::OfOtherCode(other) => {
                    let other = excerpt(&other);
                    format!("code `{code}` has the {label}, which is the published label of code `{other}` in this period; check the code, and write another label if both exist")
                }
                Self::OtherLanguage { of, published } => {
                    let published = excerpt(&published);
                    format!("code `{code}` has the {label}, which is the published label in `{of}`; write it in the column `{of}`, and `{published}` or nothing here")
                }
                Self::Contradiction(published) => {
                    let published = excerpt(&published);
                    format!("code `{code}` has the {label}, and its published label is `{published}`; check the code, copy the published label if both mean the same, or write `valid_from` and `valid_to` if the code has another meaning in another period")
                }
            }
        });
    }
}

/// Reports the labels that contradict a reference-only list, in one warning: the data may have codes of their own, and then most
/// labels do.
pub(super) fn report_of_reference(labels: &[(String, Place<'_>)], report: &mut Report) {
    let Some((published, place)) = labels.first() else {
        return;
    };
    let kind = ListWarningKind::ContradictsPublished;
    report.warning(place.line.line, kind, OWN_MEANINGS, || {
        let (code, text) = (excerpt(&place.line.code), excerpt(place.text));
        let (published, language) = (excerpt(published), place.language);
        let others = match labels.len() - 1 {
            0 => String::new(),
            1 => " (1 other line differs too)".to_owned(),
            others => format!(" ({others} other lines differ too)"),
        };
        format!("code `{code}` has the label `{text}` in `{language}`, and its label in the published reference list is `{published}`{others}; check the code, and copy the published label if both mean the same")
    });
}
