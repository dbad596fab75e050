//! The problems of a label.

use beraad_describe::{Language, excerpt};

use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{LabelDifference, LabelMessage};
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
        difference: LabelDifference,
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
            let (label, language) = (excerpt(place.text), place.language);
            let code = excerpt(&place.line.code);
            match self {
                Self::Near {
                    difference,
                    published,
                    has_code,
                } => LabelMessage::Near {
                    label,
                    language,
                    published: excerpt(&published),
                    difference,
                    has_code,
                },
                Self::OfOtherCode(other) => LabelMessage::OfOtherCode {
                    code,
                    label,
                    language,
                    other: excerpt(&other),
                },
                Self::OtherLanguage { of, published } => LabelMessage::OtherLanguage {
                    code,
                    label,
                    language,
                    of,
                    published: excerpt(&published),
                },
                Self::Contradiction(published) => LabelMessage::Contradiction {
                    code,
                    label,
                    language,
                    published: excerpt(&published),
                },
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
        LabelMessage::ReferenceContradiction {
            code: excerpt(&place.line.code),
            label: excerpt(place.text),
            language: place.language,
            published: excerpt(published),
            others: labels.len() - 1,
        }
    });
}
