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
        $crate::__private::note($nl, $en)
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a note is written `note! { nl: \"..\", en: \"..\" }`")
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
        $crate::__private::series_break(
            $crate::__private::moment($from),
            [$nl, $en],
            $crate::__option!($([$todo_nl, $todo_en])?),
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a break in series is written `series_break! { from: \"2012-01-01\", nl: \"..\", en: \"..\" }`, and behind it perhaps `todo_nl: \"..\", todo_en: \"..\"`")
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
        $crate::__private::origin(
            $name,
            $crate::__option!($($abbreviation)?),
            $institution,
            $file,
            $crate::__option!($($valid)?),
            $crate::__option!($($level)?),
            $crate::__option!($($page)?),
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("an origin is written `origin! { name: \"..\", institution: \"..\", file: \"..\" }`, with `abbreviation` behind `name` and `valid`, `level`, `page` behind `file` where they are known")
    };
}

/// A [`Predicate`](crate::Predicate) as a constant, for `deliberation!`.
///
/// `force` is `Rule` or `Expectation`; `applies_to` lists columns as `"block.column"`, or is `references "person"`: every
/// column that refers to that subject. `reads` may be left out, and `tolerates_nl` and `tolerates_en` together.
///
/// ```
/// use beraad_schema::{Force, Predicate, predicate};
///
/// const ADULT_READER: Predicate = predicate! {
///     id: "adult_reader",
///     force: Rule,
///     nl: "de lezer is volwassen in de maand van de uitlening",
///     en: "the reader is of age in the month of the loan",
///     applies_to: ["loan.loan_month"],
///     reads: ["reader.birth_year"],
///     tolerates_nl: "een jaar te jong, want van de geboortedag is enkel het jaar bekend",
///     tolerates_en: "a year too young, since only the year of birth is known",
///     cites: "paragraph 1",
/// };
/// const KNOWN_READER: Predicate = predicate! {
///     id: "known_reader",
///     force: Expectation,
///     nl: "elke lezer is gekend",
///     en: "each reader is known",
///     applies_to: references "person",
///     cites: "paragraph 2",
/// };
/// assert_eq!(KNOWN_READER.force, Force::Expectation);
/// ```
#[macro_export]
macro_rules! predicate {
    (
        id: $id:literal,
        force: $force:ident,
        nl: $nl:literal,
        en: $en:literal,
        applies_to: [$($column:literal),+ $(,)?],
        $($rest:tt)*
    ) => {
        $crate::predicate! {
            @ $id, $force, $nl, $en,
            $crate::AppliesTo::Columns($crate::List::Borrowed(&[$($crate::Text::Borrowed($column)),+])),
            $($rest)*
        }
    };
    (
        id: $id:literal,
        force: $force:ident,
        nl: $nl:literal,
        en: $en:literal,
        applies_to: references $subject:literal,
        $($rest:tt)*
    ) => {
        $crate::predicate! {
            @ $id, $force, $nl, $en,
            $crate::AppliesTo::References($crate::Text::Borrowed($subject)),
            $($rest)*
        }
    };
    (
        @ $id:literal, $force:ident, $nl:literal, $en:literal, $applies_to:expr,
        $(reads: [$($read:literal),+ $(,)?],)?
        $(tolerates_nl: $tolerates_nl:literal, tolerates_en: $tolerates_en:literal,)?
        cites: $cites:literal
        $(,)?
    ) => {
        $crate::Predicate {
            id: $crate::Text::Borrowed($id),
            force: $crate::Force::$force,
            says: $crate::__label!($nl, $en),
            applies_to: $applies_to,
            reads: $crate::List::Borrowed(&[$($($crate::Text::Borrowed($read)),+)?]),
            tolerates: $crate::__option!($($crate::__label!($tolerates_nl, $tolerates_en))?),
            cites: $crate::Text::Borrowed($cites),
            __more: (),
        }
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a predicate is written `predicate! { id: \"..\", force: Rule, nl: \"..\", en: \"..\", applies_to: [\"block.column\"], reads: [\"block.column\"], cites: \"..\" }`, with `Expectation` for `Rule`, `references \"person\"` for the list, and `tolerates_nl: \"..\", tolerates_en: \"..\"` before `cites` where they are needed")
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __label {
    ($nl:expr, $en:expr) => {
        $crate::__private::label($nl, $en)
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
