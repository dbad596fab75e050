//! Constants of the vocabulary that are written once and named by several variables.

/// A [`Note`](crate::Note) as a constant, for variables that share it.
///
/// ```
/// use beraad_schema::{Note, note};
///
/// const MONTH_WITHOUT_DAY: Note = note! {
///     nl: "Geleverd per maand en jaar.",
///     en: "Delivered by month and year.",
/// };
/// assert_eq!(MONTH_WITHOUT_DAY.0.en, "Delivered by month and year.");
/// ```
#[macro_export]
macro_rules! note {
    (nl: $nl:literal, en: $en:literal $(,)?) => {
        $crate::Note($crate::__label!($nl, $en))
    };
}

/// A [`SeriesBreak`](crate::SeriesBreak) as a constant, for variables that share it.
///
/// `from` is a year, a quarter or a day (`"2006"`, `"2014-Q1"`, `"2013-05-01"`); `todo_nl` and `todo_en` may be left out together.
///
/// ```
/// use beraad_schema::{SeriesBreak, series_break};
///
/// const NEW_REGISTER: SeriesBreak = series_break! {
///     from: "2006",
///     nl: "Vanaf 2006 de hele bevolking.",
///     en: "From 2006 the whole population.",
/// };
/// assert!(NEW_REGISTER.todo.is_none());
/// ```
#[macro_export]
macro_rules! series_break {
    (from: $from:literal, nl: $nl:literal, en: $en:literal $(, todo_nl: $todo_nl:literal, todo_en: $todo_en:literal)? $(,)?) => {
        $crate::SeriesBreak {
            from: {
                const { $crate::__private::require_moment($from) };
                $crate::Moment($crate::Text::Borrowed($from))
            },
            what: $crate::__label!($nl, $en),
            todo: $crate::__option!($($crate::__label!($todo_nl, $todo_en))?),
            __more: (),
        }
    };
}

/// An [`Origin`](crate::Origin) as a constant, for variables that share it; `abbreviation`, `valid`, `level` and `page` may be left out.
///
/// ```
/// use beraad_schema::{Origin, origin};
///
/// const REFERENCE_MONTH: Origin = origin! {
///     name: "Referentiemaand",
///     institution: "Bureau voor Statistiek",
///     file: "Maandbestand",
/// };
/// assert_eq!(REFERENCE_MONTH.page, None);
/// ```
#[macro_export]
macro_rules! origin {
    (
        name: $name:literal,
        $(abbreviation: $abbreviation:literal,)?
        institution: $institution:literal,
        file: $file:literal
        $(, valid: $valid:literal)?
        $(, level: $level:literal)?
        $(, page: $page:literal)?
        $(,)?
    ) => {
        $crate::Origin {
            name: $crate::Text::Borrowed($name),
            abbreviation: $crate::__option!($($crate::Text::Borrowed($abbreviation))?),
            institution: $crate::Text::Borrowed($institution),
            file: $crate::Text::Borrowed($file),
            valid: $crate::__option!($($crate::Text::Borrowed($valid))?),
            level: $crate::__option!($($crate::Text::Borrowed($level))?),
            page: $crate::__option!($($crate::Text::Borrowed($page))?),
            __more: (),
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __label {
    ($nl:expr, $en:expr) => {
        $crate::Label {
            nl: $crate::Text::Borrowed($nl),
            en: $crate::Text::Borrowed($en),
            fr: ::core::option::Option::None,
            __more: (),
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __option {
    () => {
        ::core::option::Option::None
    };
    ($value:expr) => {
        ::core::option::Option::Some($value)
    };
}
