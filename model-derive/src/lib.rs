//! Derive macros that check structs against the text of the decision that authorises them.
//!
//! Use them through `beraad-schema`, which re-exports them next to the traits that they implement:
//! `use beraad_schema::{Block, CodeList, deliberation};`.
//!
//! * [`#[derive(Block)]`](macro@Block) makes a struct one kind of row. It reads the nearest `deliberation.toml` at or
//!   above the source file and reports every heading, phrase and relative that the decision does not contain, and every
//!   field whose type is finer than the decision allows.
//! * [`#[derive(CodeList)]`](macro@CodeList) makes an enum a code list.
//! * [`deliberation!`](macro@deliberation) assembles the model, and reports a phrase of the decision that no block
//!   carries out.
//!
//! All errors of a struct are reported in one compile, each at the code that causes it.
#![forbid(unsafe_code)]

// From the bottom up: a file imports only from files before it, its own modules and its parent. After the helpers come
// the stages: `ast` understands and keeps the spans, `against_decision`, `consistency` and `code_consistency` check,
// `expression` and `bounds` write what the compiler checks, `expand` writes the implementations and cannot fail.
mod files;
mod languages;
mod ctxt;
mod span;
mod text;
mod names;
mod attr;
mod scope;
mod label;
mod provenance;
mod register;
mod table;
mod ast;
mod against_decision;
mod consistency;
mod code_consistency;
mod expression;
mod bounds;
mod expand;
mod deliberation;
#[cfg(test)]
mod expansion_tests;

use std::rc::Rc;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, parse_macro_input};

use crate::ast::{BlockAst, CodeListAst};
use crate::ctxt::Ctxt;
use crate::languages::ModelLanguages;
use crate::register::Register;
use crate::scope::{Library, in_scope};

/// Makes a struct a block: one kind of row, in which each field is a column that a phrase of the decision authorises.
///
/// Implements the traits `Block` and `Fields` of `beraad-schema`, serde's `Serialize` and `Deserialize`, and
/// `schemars::JsonSchema` (with the feature `schemars` of `beraad-schema`). The struct has named fields and no generic
/// parameters, and implements `Clone`.
///
/// ```ignore
/// use beraad_schema::{Block, Count, Person, SerialNumber, Year};
///
/// /// The loans of one reader in one year.
/// ///
/// /// nl: De uitleningen van één lezer in één jaar.
/// #[derive(Block, Clone, Debug, PartialEq)]
/// #[block(
///     heading = "Uitleningen",
///     label(nl = "Uitleningen", en = "Loans"),
///     row_unit(nl = "één lezer in één jaar", en = "one reader in one year"),
///     analysis_unit(nl = "lezer", en = "reader"),
///     temporality = accumulated,
///     key(reader, year),
///     rule(late: late <= books, nl = "niet meer te laat dan geleend", en = "no more late than lent"),
/// )]
/// pub struct Loans {
///     #[block(role = subject)]
///     pub reader: SerialNumber<Person>,
///
///     #[block(role = observation_period)]
///     pub year: Year,
///
///     /// Number of books lent.
///     ///
///     /// nl: Aantal uitgeleende boeken.
///     #[variable(
///         label(nl = "Aantal boeken", en = "Number of books"),
///         term = "het aantal uitgeleende boeken",
///         match_quality = exact,
///         certainty = documented,
///         measurement = metric,
///     )]
///     pub books: Count,
///
///     /// Number of books returned late.
///     ///
///     /// nl: Aantal boeken dat te laat is teruggebracht.
///     #[variable(
///         label(nl = "Aantal te laat", en = "Number late"),
///         term = "het aantal te laat teruggebrachte boeken",
///         match_quality = none,
///         certainty = phrase,
///         measurement = metric,
///     )]
///     pub late: Option<Count>,
/// }
/// ```
///
/// # Values
/// A *text* is a string that contains more than white space. A *label* is a text in each language of `editions` in
/// `deliberation.toml`, and optionally in those of `other_languages`: `(nl = "..", en = "..", fr_BE = "..")`. A *day* is a
/// text of the form `"2013-01-31"`. A *word* is one of the words listed, without quotes. A *list* of a key means that the
/// key may be repeated.
///
/// # The doc comment
/// The doc comment of a block and of a variable is its definition in the codebook, which has a text in each language of
/// `editions`. A paragraph that starts with a language, such as `nl: `, is in that language. The other paragraphs are in
/// English, or in the first language of `editions` if no edition is English. Several paragraphs in one language are one text.
///
/// # `#[block(..)]` on the struct
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `crate` | path | where `beraad-schema` is, if not at `::beraad_schema`: `crate = other_name` for a dependency under another name, or a text, `crate = "facade::schema"`, for a re-export |
/// | `heading` | text, required | the title of the heading that the block carries out, as in `deliberation.toml` |
/// | `paragraph` | text | the number of the paragraph of that heading; required if several paragraphs have a heading with this title |
/// | `part` | no value | the struct holds columns for use within blocks; only `heading`, `paragraph`, `id` and `crate` can be used with it |
/// | `id` | text | the id of the block; if left out, the name of the struct in snake case. It has at most 64 lower case letters, digits and underscores, since files have its name |
/// | `label` | label, required | a short name, at most 80 bytes in each language |
/// | `row_unit` | label, required | what one row is |
/// | `analysis_unit` | label, required | the unit that a row describes |
/// | `temporality` | `fixed`, `status`, `accumulated` or `event`, required | how rows relate to time: never change; are the state on a day; add up over a period; are something that happens |
/// | `key(column, ..)` | names of columns | the columns that together occur once; each holds exactly one value |
/// | `no_known_key` | label | why no key is known. Either `key` or `no_known_key` is required |
/// | `universe` | label | whom or what the block is about |
/// | `renamed_from` | text, list | the name of the block in an earlier version of the model, so that a rename is not taken for another block |
/// | `deprecated` | label | why the block should not be used any more, and what to use instead |
/// | `valid(from, to)` | days, each may be left out | the period for which there are rows |
/// | `observation_period` | name of a column | the variable that holds the observation period, if no column has that role |
/// | `rule(name: expression, ..)` | see below, list | what holds within each row |
/// | `origin`, `evidence`, `note`, `series_break` | see below, list | where the block as a whole comes from |
/// | `guess` | text, list | what a draft guessed and nobody has checked: always an error |
///
/// # `#[variable(..)]` on a field: a column that a phrase authorises
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `label` | label, required | a short name, at most 80 bytes in each language |
/// | `term` | text, required | the phrase, as in `deliberation.toml` |
/// | `of` | text | the phrase that the term is nested in, if the decision nests it |
/// | `relative` | text | the person that the column is about, if it is not the person concerned |
/// | `match_quality` | `none`, `several`, `likely`, `exact_for_one_source` or `exact`; required where an `origin` is named | how sure it is which variable of the source is meant; `none` if none was found |
/// | `certainty` | `assumed`, `phrase` or `documented`, required | how sure the type of the column is |
/// | `alternatives(kind, ..)` | words for kinds of values: `year_month`, `code`, `count` .. | the types that it may turn out to have |
/// | `measurement` | `nominal`, `ordinal`, `metric` or `identifier`, required | the level of measurement; `identifier` for a serial number and for nothing else |
/// | `unit` | label | the unit of measurement |
/// | `range` | label | bounds in words; bounds in numbers are part of the type: `Count<0, 31>` |
/// | `universe` | label | to whom the variable applies |
/// | `renamed_from` | text, list | the name of the column in an earlier version of the model, without a prefix |
/// | `deprecated` | label | why the variable should not be used any more, and what to use instead |
/// | `source_unit` | label | what one row of its source is, if that differs from the block |
/// | `null` | label | what it means that a row has no value; the type is an `Option` or a `Vec` |
/// | `valid(from, to)` | days, each may be left out | the period in which the variable exists |
/// | `codes` | name of a code list | the code list of a column whose type does not name one |
/// | `origin`, `evidence`, `note`, `series_break` | see below, list | where the variable comes from |
/// | `guess` | text, list | what a draft guessed and nobody has checked: always an error |
///
/// # `#[block(..)]` on a field: any other column
/// | attribute | meaning |
/// | --- | --- |
/// | `role = subject` | the serial number of a unit that the row is about: `SerialNumber<Person>`, or that of any other subject. The label and the definition are those of the subject. A block may have several, each of another subject |
/// | `role = reference` | the serial number of another unit, which leads to rows about that unit |
/// | `role = technical` | a value that the text implies and does not name, such as the number of a stay, a rank or a wave: any type but a serial number |
/// | `renamed_from = ".."`, with any role | the name of the column in an earlier version of the model |
/// | `role = observation_period` | the month, quarter or year that the row is about; with `certainty = assumed`, its meaning in the delivery is assumed |
/// | `prefix = ".."`, and optionally `relative = ".."` | a struct of columns: one that derives `Block` with `part`. The names of its columns get the prefix; all are about the relative |
///
/// `role = reference` and `role = technical` also need `label`, a short name; `why`, a label with the reason for a column
/// that the decision does not name; and a doc comment, which is the definition. A date in a column with a role is at most
/// as precise as the heading allows.
///
/// # `rule(name: expression, nl = "..", en = "..", basis = "..")`
/// `name` is the id of the rule. `nl` and `en` are its message, which says what holds; `basis` is the fact behind it and may be
/// left out. The expression is made of columns by their name, constants (whole numbers such as `3` and `-5`, `true` and `false`, codes and dates by
/// their path: `Sex::Female`, `YearMonth::new(2013, 1)`), `== != < <= > >=`, `&& || !`, `+ -`, `.is_some()`,
/// `.is_none()`, `.len()`, `.is_empty()`, `.contains(..)`, `.year()`, `.quarter()`, `.month()` and `matches!(column, A | B)`. Columns are compared without regard
/// to `Option`: a rule in which a missing value decides is not violated.
///
/// # The page in rustdoc
/// The page of the struct has a table of its columns, at the constructor `new`: type, unit, the meaning of a missing value, key,
/// breaks, phrase and certainty, in the language of doc comments. The type is a link to the page of a code list, which has a table
/// of its codes. The texts of constants, such as `note = NOTE`, are only in `Block::description`.
///
/// # Where a block or a variable comes from
/// | key | value |
/// | --- | --- |
/// | `origin(..)` | `name`, `institution` and `file`, and optionally `abbreviation`, `stated_validity`, `stated_level` and `page`: texts |
/// | `evidence` | text: why that is believed |
/// | `note(nl, en)` | what a researcher must know |
/// | `series_break(from, nl, en, advice(nl, en))` | from when figures mean something else, and what; `from` is a text: a year, a quarter or a day (`"2006"`, `"2014-Q1"`, `"2013-05-01"`); `advice` may be left out |
///
/// Instead of `(..)`, `origin`, `note` and `series_break` take a constant that several variables share: `note = NOTE`. The
/// macros `origin!`, `note!` and `series_break!` of `beraad-schema` write such a constant.
#[proc_macro_derive(Block, attributes(block, variable))]
pub fn derive_block(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let register = Register::load(input.ident.span());
    expand_block(&input, register).into()
}

/// Makes an enum a code list: the codes that a column may hold, with their meanings.
///
/// An enum with a variant for each code is itself a type of a column, and a row holds no other code. An enum without
/// variants names a list: `Code<List>` is the type of a column, and its codes are in a table or come with the
/// delivery.
///
/// Implements the trait `CodeList` of `beraad-schema`. For an enum with variants, also `Display`, `FromStr`, serde's
/// `Serialize` and `Deserialize`, `TryFrom<&str>`, the constant `ALL`, and the method `as_str` (the stored text of the code).
/// The labels are in the model: `Model::codes_of`. Such an enum also derives `Clone`, `Debug` and `PartialEq`, as in the example.
///
/// ```ignore
/// use beraad_schema::CodeList;
///
/// /// Genres of books.
/// ///
/// /// nl: Genres van boeken.
/// #[derive(CodeList, Clone, Copy, Debug, PartialEq)]
/// #[codes(closed, status = delivered)]
/// pub enum Genre {
///     #[code("A", label(nl = "Avontuur", en = "Adventure"))]
///     Adventure,
///     #[code("P", alias = "PO", label(nl = "Poëzie", en = "Poetry"))]
///     Poetry,
/// }
///
/// assert_eq!(Genre::Poetry.as_str(), "P");
/// assert_eq!("PO".parse::<Genre>().unwrap(), Genre::Poetry);
/// ```
///
/// The doc comment of the enum is the definition of the list, with a text in each language as in `#[derive(Block)]`. A *text*, a
/// *label* and a *day* are written as there.
///
/// # `#[codes(..)]` on the enum
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `closed`, `open` or `supplied` | no value, one is required | all codes are known; some are known, or none is listed, as for the numbers of a public register; the list comes with the delivery |
/// | `status` | `delivered`, `reference` or `related` | how the published list relates to the column: the data use it; it is a standard, for reference only; it is the list of a similar variable, for reference only. Left out if nothing is published |
/// | `complete` | no value | the complete table was available |
/// | `searched` | no value | the list was looked for in public material; without codes, the codebook says that none was found there |
/// | `read_at` | `observation_period`, `event_date` or `not_checkable` | the date that decides what a code means; if left out, `observation_period` |
/// | `why` | label | why that date decides |
/// | `renamed_from` | text, list | the id of the list in an earlier version of the model |
/// | `deprecated` | label | why the list should not be used any more, and what to use instead |
/// | `standard` | text | the standard that the list follows |
/// | `page` | text | the public page that shows it |
/// | `table` | text | a CSV file with the codes, by its path from the folder of `deliberation.toml` |
/// | `length` | number, or text of the form `"3..=5"` | the number of characters that every code has |
/// | `pattern` | text | the pattern that every code matches: a small part of regular expressions, such as `"[A-Z][0-9]{2}(\\.[0-9])?"`; see `CodePattern` in `beraad-describe` |
/// | `id` | text | the id of the list; if left out, the name of the enum in snake case |
/// | `crate` | path | where `beraad-schema` is, as in `#[derive(Block)]` |
/// | `label` | label | what it lists; if left out, the label of the variable |
/// | `guess` | text, list | what a draft guessed and nobody has checked: always an error |
///
/// `length` and `pattern` are checked against the published codes while compiling, and against the codes of rows and of supplied
/// lists when these are read. A reference-only list rejects no code, so it has neither.
///
/// # `#[code("..", ..)]` on a variant
/// The text is the code as a row stores it: at most 32 printable ASCII characters, without a space before or after them.
///
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `label` | label, required | what the code means |
/// | `from`, `to` | days | the period in which it means that |
/// | `documented_from` | day | the first day of the file that documents the code, instead of a `from` that is not known |
/// | `alias` | text, list | another spelling of the code, which is read and never written |
/// | `missing` | `not_applicable`, `unknown`, `not_asked`, `refused`, `suppressed` or `unspecified` | the code means a missing value |
/// | `source` | text | the institution that gives the code this meaning, if several differ |
/// | `short` | label | a shorter label |
/// | `remark` | label | what else a researcher must know |
///
/// # A table
/// A CSV file with the columns `code`; one for each language of `editions` and `other_languages`, such as `nl`; `valid_from`,
/// `valid_to`, `documented_from`, `missing`, `source`, `aliases`; and one for each language of `editions` as in `short_nl` and in `remark_nl`.
/// There is one line for each meaning. A code that changes its meaning has a line for each period. An
/// empty field is left out; `""` in the column `code` is the empty code. Aliases are separated by `|`.
#[proc_macro_derive(CodeList, attributes(codes, code))]
pub fn derive_code_list(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let register = Register::load(input.ident.span());
    expand_code_list(&input, register).into()
}

/// Assembles the model of a decision: the function `model()`, with all blocks and code lists.
///
/// ```ignore
/// beraad_schema::deliberation! {
///     version = "0.1.0",
///     blocks = [Reader, Loans],
///     unmodelled = ["Bezoeken"],
///     constraints = [LOANS_HAVE_A_READER],
///     glossary = GLOSSARY,
/// }
/// ```
///
/// | key | value |
/// | --- | --- |
/// | `version` | text, required: the version of the model, such as `0.1.0` |
/// | `blocks` | types that derive `Block`, required: in the order of the codebook |
/// | `unmodelled` | titles of headings that have no block on purpose |
/// | `constraints` | constants written by `beraad_schema::constraint!`: what no single row can decide |
/// | `glossary` | a constant slice of entries written by `beraad_schema::glossary_entry!`: the institutions and terms of the texts |
/// | `crate` | where `beraad-schema` is, as in `#[derive(Block)]` |
///
/// It does not compile if a heading of `deliberation.toml` has no block and is not in `unmodelled`, if a phrase of a
/// heading with blocks has no variable, or if two blocks have the same id.
#[proc_macro]
pub fn deliberation(input: TokenStream) -> TokenStream {
    let register = Register::load(proc_macro2::Span::call_site());
    let cx = Ctxt::new(languages_of(&register));
    let input = deliberation::Input::from_tokens(&cx, input.into());
    let expanded = deliberation::expand(&cx, &input, register);
    // After an error in the input, `model()` is written as well: without it, each use of it would be another error.
    let mut tokens = cx.check().err().unwrap_or_default();
    tokens.extend(expanded);
    tokens.into()
}

/// Runs the stages for a block.
///
/// The checks for the compiler are part of the output even after an error, so that errors in attributes and in types show
/// in the same compile.
fn expand_block(
    input: &DeriveInput,
    register: syn::Result<Rc<Register>>,
) -> proc_macro2::TokenStream {
    let cx = Ctxt::new(languages_of(&register));
    let library = Library::of(&input.attrs, "block");
    let block = BlockAst::from_input(&cx, input);
    let register = cx.ok(register);
    // Without a struct or without a decision there is nothing to check; the errors are reported below.
    let (mut checks, mut expanded) = (None, None);
    if let Some((block, register)) = block.as_ref().zip(register.as_ref()) {
        consistency::check(&cx, block);
        let authority = against_decision::check(&cx, block, register);
        let rules = expression::write_rules(&cx, block);
        let tokens = bounds::write_checks(block, register, &authority, &rules);
        expanded = expand::expand_block(block, register, &authority, &rules, &tokens);
        checks = Some(tokens);
    }
    match (cx.check(), expanded) {
        (Ok(()), Some(expanded)) => in_scope(&library, &expanded),
        // The struct gets an implementation nevertheless: without one, each use of the struct would be another error.
        (errors, _) => {
            let mut tokens = errors.err().unwrap_or_default();
            let fallback = expand::fallback_block(input, block.as_ref(), checks.as_ref());
            tokens.extend(in_scope(&library, &fallback));
            tokens
        }
    }
}

/// Returns the languages of the labels of a model.
fn languages_of(register: &syn::Result<Rc<Register>>) -> ModelLanguages {
    match register {
        Ok(register) => ModelLanguages::of(&register.deliberation.languages),
        Err(_) => ModelLanguages::unknown(),
    }
}

/// Runs the stages for a code list.
fn expand_code_list(
    input: &DeriveInput,
    register: syn::Result<Rc<Register>>,
) -> proc_macro2::TokenStream {
    // A code list can be used without a decision, and then has any languages. A block or `deliberation!` reports what is
    // wrong with the register; a list reports it only if its codes are in a table, whose columns depend on the languages.
    let languages = languages_of(&register);
    let language = languages.of_docs;
    let cx = Ctxt::new(languages);
    let register = register.ok();
    let library = Library::of(&input.attrs, "codes");
    let list = CodeListAst::from_input(&cx, input);
    if let (Some(list), Data::Enum(data)) = (&list, &input.data) {
        code_consistency::check(&cx, list, data.variants.len());
    }
    match (cx.check(), list) {
        (Ok(()), Some(list)) => in_scope(
            &library,
            &expand::expand_code_list(&list, register.as_deref(), language),
        ),
        (errors, _) => {
            let mut tokens = errors.err().unwrap_or_default();
            let fallback = expand::fallback_code_list(input);
            tokens.extend(in_scope(&library, &fallback));
            tokens
        }
    }
}
