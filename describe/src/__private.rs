//! Not public API: used by the macros of this crate and by the code that the derive macros generate.

use crate::label::{Label, Text};
use crate::period::Moment;
use crate::provenance::{Note, Origin, SeriesBreak};

/// A label of two texts. As [`note`], [`series_break`] and [`origin`], a call for the macros to write: the compiler has
/// less to check in it than in the struct written out.
#[must_use]
pub const fn label(nl: &'static str, en: &'static str) -> Label {
    Label {
        nl: Text::Borrowed(nl),
        en: Text::Borrowed(en),
        fr: None,
        __more: (),
    }
}

/// A note of two texts.
#[must_use]
pub const fn note(nl: &'static str, en: &'static str) -> Note {
    Note(label(nl, en))
}

/// A break in series, with what changes and what to do about it in Dutch and English.
#[must_use]
pub const fn series_break(
    from: &'static str,
    what: [&'static str; 2],
    advice: Option<[&'static str; 2]>,
) -> SeriesBreak {
    SeriesBreak {
        from: Moment::from_static(from),
        what: label(what[0], what[1]),
        advice: match advice {
            Some([nl, en]) => Some(label(nl, en)),
            None => None,
        },
        __more: (),
    }
}

/// An origin.
#[must_use]
pub const fn origin(
    name: &'static str,
    abbreviation: Option<&'static str>,
    institution: &'static str,
    file: &'static str,
    valid: Option<&'static str>,
    level: Option<&'static str>,
    page: Option<&'static str>,
) -> Origin {
    Origin {
        name: Text::Borrowed(name),
        abbreviation: text(abbreviation),
        institution: Text::Borrowed(institution),
        file: Text::Borrowed(file),
        stated_validity: text(valid),
        stated_level: text(level),
        page: text(page),
        __more: (),
    }
}

const fn text(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Text::Borrowed(text)),
        None => None,
    }
}
