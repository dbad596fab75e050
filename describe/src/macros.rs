//! Macros for descriptions that are constants, so that several variables can name them.

/// Creates a [`Note`](crate::Note) that can be a constant, for variables that share it.
///
/// Each key is a language: `nl`, `en`, or `fr_BE` for `fr-BE`.
///
/// ```
/// use beraad_describe::{Language, Note, note};
///
/// const MONTH_WITHOUT_DAY: Note = note! {
///     nl: "Geleverd per maand en jaar.",
///     en: "Delivered by month and year.",
/// };
/// assert_eq!(MONTH_WITHOUT_DAY.text.get(Language::EN), "Delivered by month and year.");
/// ```
#[macro_export]
macro_rules! note {
    ($($language:ident: $text:literal),+ $(,)?) => {
        $crate::__private::note($crate::__texts!($($language: $text),+))
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a note is written `note! { nl: \"..\", en: \"..\" }`")
    };
}

/// Creates a [`Subject`](crate::Subject) that can be a constant: the description of the units that serial numbers identify.
///
/// `name` is one unit in the singular, without an article. `definition` is optional: the definition of the column that
/// identifies the unit of a row, instead of the general one. Each of their keys is a language.
///
/// ```
/// use beraad_describe::{Language, Subject, subject};
///
/// const HOSPITAL: Subject = subject! {
///     id: "hospital",
///     name: { nl: "ziekenhuis", en: "hospital" },
///     definition: {
///         nl: "Het ziekenhuis waarover de rij gaat, als betekenisloos volgnummer.",
///         en: "The hospital that the row is about, as a meaningless serial number.",
///     },
/// };
/// assert_eq!(HOSPITAL.column_label().get(Language::NL), "Ziekenhuis (volgnummer)");
/// ```
#[macro_export]
macro_rules! subject {
    (
        id: $id:literal,
        name: { $($language:ident: $name:literal),+ $(,)? }
        $(, definition: { $($definition_language:ident: $definition:literal),+ $(,)? })?
        $(,)?
    ) => {
        $crate::__private::subject(
            $id,
            $crate::__texts!($($language: $name),+),
            $crate::__option!($($crate::__texts!($($definition_language: $definition),+))?),
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a subject is written `subject! { id: \"hospital\", name: { nl: \"..\", en: \"..\" } }`, and behind the name perhaps `definition: { nl: \"..\", en: \"..\" }`")
    };
}

/// Creates a [`GlossaryEntry`](crate::GlossaryEntry) that can be a constant.
///
/// `forms` are the abbreviations and words by which texts name the institution or the term. `explanation` is optional.
///
/// ```
/// use beraad_describe::{GlossaryEntry, Language, glossary_entry};
///
/// const EU: GlossaryEntry = glossary_entry! {
///     id: "eu",
///     forms: ["EU"],
///     name: { nl: "Europese Unie", en: "European Union" },
/// };
/// assert_eq!(EU.name.get(Language::EN), "European Union");
/// ```
#[macro_export]
macro_rules! glossary_entry {
    (
        id: $id:literal,
        forms: [$($form:literal),+ $(,)?],
        name: { $($language:ident: $name:literal),+ $(,)? }
        $(, explanation: { $($explanation_language:ident: $explanation:literal),+ $(,)? })?
        $(,)?
    ) => {
        $crate::__private::glossary_entry(
            $id,
            &[$($crate::__private::Text::Borrowed($form)),+],
            $crate::__texts!($($language: $name),+),
            $crate::__option!($($crate::__texts!($($explanation_language: $explanation),+))?),
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("an entry of the glossary is written `glossary_entry! { id: \"eu\", forms: [\"EU\"], name: { nl: \"..\", en: \"..\" } }`, and behind the name perhaps `explanation: { nl: \"..\", en: \"..\" }`")
    };
}

/// Creates a [`NumberQuantity`](crate::NumberQuantity) that a model declares, as a constant: an id in snake case, and the
/// name of a number of this quantity in each language.
///
/// The id must differ from the words for the kinds of values that every model has, such as `days`: such an id does not
/// compile in a constant.
///
/// ```
/// use beraad_describe::{Language, NumberQuantity, own_quantity};
///
/// const KILOMETRES: NumberQuantity = own_quantity! {
///     id: "kilometres",
///     nl: "aantal kilometer",
///     en: "number of kilometres",
/// };
/// assert_eq!(KILOMETRES.id(), "kilometres");
/// assert_eq!(KILOMETRES.own().unwrap().label().get(Language::NL), "aantal kilometer");
/// ```
#[macro_export]
macro_rules! own_quantity {
    (id: $id:literal, $($language:ident: $text:literal),+ $(,)?) => {
        $crate::__private::own_quantity($id, $crate::__texts!($($language: $text),+))
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a quantity is written `own_quantity! { id: \"..\", nl: \"..\", en: \"..\" }`")
    };
}

/// Creates a [`SeriesBreak`](crate::SeriesBreak) that can be a constant, for variables that share it.
///
/// `from` is a year, a quarter or a day (`"2006"`, `"2014-Q1"`, `"2013-05-01"`): another text does not compile in a
/// constant. `advice: { nl: "..", en: ".." }` may follow the texts.
///
/// ```
/// use beraad_describe::{SeriesBreak, series_break};
///
/// const NEW_REGISTER: SeriesBreak = series_break! {
///     from: "2006",
///     nl: "Vanaf 2006 de hele bevolking.",
///     en: "From 2006 the whole population.",
/// };
/// assert!(NEW_REGISTER.advice.is_none());
/// ```
#[macro_export]
macro_rules! series_break {
    (from: $from:literal, $($rest:tt)+) => {
        $crate::series_break! { @ $from, [] $($rest)+ }
    };
    (@ $from:literal, [$($language:ident: $text:literal,)+] $(advice: { $($advice_language:ident: $advice:literal),+ $(,)? } $(,)?)?) => {
        $crate::__private::series_break(
            $from,
            $crate::__texts!($($language: $text),+),
            $crate::__option!($($crate::__texts!($($advice_language: $advice),+))?),
        )
    };
    (@ $from:literal, [$($texts:tt)*] $language:ident: $text:literal $(, $($rest:tt)*)?) => {
        $crate::series_break! { @ $from, [$($texts)* $language: $text,] $($($rest)*)? }
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a break in series is written `series_break! { from: \"2012-01-01\", nl: \"..\", en: \"..\" }`, and behind it perhaps `advice: { nl: \"..\", en: \"..\" }`")
    };
}

/// Creates an [`Origin`](crate::Origin) that can be a constant, for variables that share it.
///
/// `abbreviation`, `stated_validity`, `stated_level` and `page` are optional.
///
/// ```
/// use beraad_describe::{Origin, origin};
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
        $(, stated_validity: $valid:literal)?
        $(, stated_level: $level:literal)?
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
        ::core::compile_error!("an origin is written `origin! { name: \"..\", institution: \"..\", file: \"..\" }`, with `abbreviation` behind `name` and `stated_validity`, `stated_level`, `page` behind `file` where they are known")
    };
}

/// Creates a [`Constraint`](crate::Constraint) that can be a constant, for `deliberation!`.
///
/// `severity` is `Error` or `Warning`. `applies_to` lists columns as `"block.column"`, or is `subject "person"` for every
/// column that refers to that subject. `reads`, `tolerates` and `condition` are optional.
///
/// ```
/// use beraad_describe::{Severity, Constraint, constraint};
///
/// const ADULT_READER: Constraint = constraint! {
///     id: "adult_reader",
///     severity: Error,
///     message: {
///         nl: "de lezer is volwassen in de maand van de uitlening",
///         en: "the reader is of age in the month of the loan",
///     },
///     applies_to: ["loan.loan_month"],
///     reads: ["reader.birth_year"],
///     tolerates: {
///         nl: "een jaar te jong, want van de geboortedag is enkel het jaar bekend",
///         en: "a year too young, since only the year of birth is known",
///     },
///     basis: "paragraph 1",
/// };
/// const KNOWN_READER: Constraint = constraint! {
///     id: "known_reader",
///     severity: Warning,
///     message: { nl: "elke lezer is gekend", en: "each reader is known" },
///     applies_to: subject "person",
///     reads: ["reader.person"],
///     condition: { row_exists in "reader" where { "person" = value } },
///     basis: "paragraph 2",
/// };
/// assert_eq!(KNOWN_READER.severity, Severity::Warning);
/// ```
#[macro_export]
macro_rules! constraint {
    (
        id: $id:literal,
        severity: $severity:ident,
        message: $message:tt,
        applies_to: [$($column:literal),+ $(,)?],
        $($rest:tt)*
    ) => {
        $crate::constraint! {
            @ $id, $severity, $message,
            $crate::AppliesTo::Columns($crate::List::Borrowed(const { &[$($crate::Text::Borrowed($column)),+] })),
            $($rest)*
        }
    };
    (
        id: $id:literal,
        severity: $severity:ident,
        message: $message:tt,
        applies_to: subject $subject:literal,
        $($rest:tt)*
    ) => {
        $crate::constraint! {
            @ $id, $severity, $message,
            $crate::AppliesTo::Subject($crate::Text::Borrowed($subject)),
            $($rest)*
        }
    };
    (
        // Both forms of `applies_to` arrive here, as an expression. The `@` keeps this arm apart from what a user
        // writes.
        @ $id:literal, $severity:ident, { $($language:ident: $message:literal),+ $(,)? }, $applies_to:expr,
        $(reads: [$($read:literal),+ $(,)?],)?
        $(tolerates: { $($tolerates_language:ident: $tolerates:literal),+ $(,)? },)?
        $(condition: $condition:tt,)?
        basis: $basis:literal
        $(,)?
    ) => {
        $crate::__private::constraint(
            $id,
            $crate::Severity::$severity,
            $crate::__texts!($($language: $message),+),
            $applies_to,
            // The block makes the list `'static`. The compiler does not promote it by itself, since a `Text` has a
            // destructor.
            const { &[$($($crate::Text::Borrowed($read)),+)?] },
            $crate::__option!($($crate::__texts!($($tolerates_language: $tolerates),+))?),
            $crate::__option!($($crate::__condition!($condition))?),
            $basis,
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a constraint is written `constraint! { id: \"..\", severity: Error, message: { nl: \"..\", en: \"..\" }, applies_to: [\"block.column\"], reads: [\"block.column\"], basis: \"..\" }`, with `Warning` for `Error`, `subject \"person\"` for the list, `tolerates: { nl: \"..\", en: \"..\" }` and `condition: { .. }` before `basis` where they are needed")
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __condition {
    ({
        row_exists in $block:literal where { $($column:literal = $to:tt $($of:literal)?),+ $(,)? }
        $(except { $($excepted:literal where $because:literal is $code:literal),+ $(,)? })?
    }) => {
        $crate::Condition::row_exists(
            $crate::Text::Borrowed($block),
            $crate::List::Borrowed(const {
                &[$($crate::Equal::new($crate::Text::Borrowed($column), $crate::__operand!($to $($of)?))),+]
            }),
            $crate::List::Borrowed(const {
                &[$($($crate::Exception::new(
                    $crate::Text::Borrowed($excepted),
                    $crate::Text::Borrowed($because),
                    $crate::Text::Borrowed($code),
                )),+)?]
            }),
        )
    };
    ({ none_of [$($column:literal),+ $(,)?] }) => {
        $crate::Condition::NoneOf($crate::List::Borrowed(const { &[$($crate::Text::Borrowed($column)),+] }))
    };
    ({ age since $birth:literal at $at:literal in $min:literal to $max:literal $(give or take $tolerance:literal)? }) => {
        $crate::Condition::age(
            $crate::Text::Borrowed($birth),
            $crate::Text::Borrowed($at),
            $min,
            $max,
            // Of two numbers the last one: without a tolerance it is 0.
            {
                let tolerance: &[u8] = &[0 $(, $tolerance)?];
                tolerance[tolerance.len() - 1]
            },
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a condition is written `{ row_exists in \"block\" where { \"column\" = value, \"column\" = column \"other\", \"column\" = true } }`, with `except { \"block.column\" where \"column\" is \"code\" }` if there are exceptions, or `{ none_of [\"column\"] }`, or `{ age since \"birth\" at \"year\" in 18 to 65 give or take 1 }`")
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __operand {
    (value) => {
        $crate::Operand::Constrained
    };
    (column $name:literal) => {
        $crate::Operand::Column($crate::Text::Borrowed($name))
    };
    ($flag:literal) => {
        $crate::Operand::Flag($flag)
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

#[doc(hidden)]
#[macro_export]
macro_rules! __texts {
    ($($language:ident: $text:literal),+) => {
        const {
            &[$((
                $crate::__private::language(::core::stringify!($language)),
                $crate::Text::Borrowed($text),
            )),+]
        }
    };
}
