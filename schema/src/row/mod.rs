//! Rows: what `#[derive(Block)]` gives a struct, without any format.

mod const_message;
mod column_names;
mod coverage;
mod compiled_rule;
mod field_type;
mod column;
mod described;
mod draft;
mod data;
mod group_values;
mod key;
mod row_error;
pub(crate) mod foreign_names;
mod near_codes;
mod violation;
mod validate;
mod plausible;

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use self::column::{Get, RowSource, Source, Value, Walk};
pub use self::column_names::{ColumnNames, column_names};
pub use self::compiled_rule::{CompiledRule, NoSuchColumn};
pub use self::coverage::{BlockRef, Carried, HeadingRef, TermRef, coverage};
#[cfg(feature = "proptest")]
pub(crate) use self::data::row_from_data;
pub(crate) use self::data::{built, values_in_order};
pub(crate) use self::described::DescribedColumn;
pub use self::described::{Described, deliberation, fields};
pub use self::draft::Draft;
pub use self::field_type::FieldType;
pub use self::group_values::GroupValues;
pub use self::key::RowKey;
pub use self::near_codes::NearCodes;
#[cfg(feature = "proptest")]
pub(crate) use self::plausible::plausible_bounds;
pub use self::plausible::{RowWarning, RowWarningKind};
pub use self::row_error::{FieldError, FieldErrorKind, RowError};
pub use self::validate::Checks;
#[cfg(feature = "proptest")]
pub(crate) use self::validate::code_violation;
pub use self::violation::{Violation, ViolationKind};
use crate::describe::{self, Field, Model};

/// A struct of columns: its description, its getters and its constructor.
///
/// `#[derive(Block)]` implements it; formats and readers are written once over it.
///
/// Only the derive implements it, since its hidden items depend on the version. A generic function takes it where parts of blocks
/// are meant too:
///
/// ```
/// use beraad_schema::Fields;
///
/// /// Returns the ids of the code lists of a struct, each once.
/// fn lists_of<F: Fields>() -> Vec<&'static str> {
///     let mut ids: Vec<_> = F::code_lists().into_iter().map(|list| &*list.id).collect();
///     ids.sort_unstable();
///     ids.dedup();
///     ids
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a struct of columns",
    label = "does not derive `Block`",
    note = "a struct of columns for use within blocks has `#[derive(Block)]` and `#[block(heading = \"..\", part)]`"
)]
pub trait Fields: Sized + 'static {
    /// The phrases of the decision that the columns carry out, for the compiler.
    #[doc(hidden)]
    const PHRASES: &'static [Carried];

    /// The names of the columns of a part, for the compiler. A block has none: no other struct contains it.
    #[doc(hidden)]
    const NAMES: &'static [ColumnNames] = &[ColumnNames::Block];

    /// The types of the fields.
    #[doc(hidden)]
    fn types() -> Vec<FieldType>;

    /// The descriptions of the fields, in declaration order.
    fn fields() -> Vec<Field>;

    /// The code lists of the columns, in declaration order. A list that several columns use is returned for each of them.
    #[must_use]
    fn code_lists() -> Vec<&'static describe::CodeList> {
        Self::types()
            .into_iter()
            .flat_map(FieldType::into_code_lists)
            .collect()
    }

    /// The subjects of the serial numbers, in declaration order. A subject that several columns refer to is returned for
    /// each of them.
    #[must_use]
    fn subjects() -> Vec<&'static describe::Subject> {
        Self::types()
            .into_iter()
            .flat_map(FieldType::into_subjects)
            .collect()
    }

    /// Calls [`Walk::field`] for each column in declaration order; the columns of a group are visited in its place.
    fn walk<W: Walk<Self>>(walk: &mut W);

    /// Reads each column from `source` in declaration order, and returns [`Source::rows`] rows.
    ///
    /// # Errors
    /// The error of the source about the first column that it cannot read.
    fn read<S: Source>(source: &mut S) -> Result<Vec<Self>, S::Error> {
        let row = Self::__reader(source)?;
        Ok((0..source.rows()).map(row).collect())
    }

    /// Reads each column from `source` in declaration order, and returns a function that builds the row at an index.
    ///
    /// # Errors
    /// The error of the source about the first column that it cannot read.
    #[doc(hidden)]
    fn __reader<S: Source>(
        source: &mut S,
    ) -> Result<impl Fn(usize) -> Self + use<Self, S>, S::Error>;

    /// The values of a struct while it is read in any order.
    #[doc(hidden)]
    type __Values: 'static;

    /// The number of columns.
    #[doc(hidden)]
    const __COLUMNS: usize;

    /// The values before the first one is read.
    #[doc(hidden)]
    fn __no_values() -> Self::__Values;

    /// Reads the value of the column with this number, from 0.
    ///
    /// # Errors
    /// The error of the source.
    #[doc(hidden)]
    fn __read_value<S: RowSource>(
        values: &mut Self::__Values,
        column: usize,
        source: &mut S,
    ) -> Result<(), S::Error>;

    /// Builds the struct from its values; `None` if a value is absent that is never null.
    #[doc(hidden)]
    fn __from_values(values: Self::__Values) -> Option<Self>;

    // The following functions are methods of this trait for the sake of messages, as those of `Value` are.

    /// Visits the columns as those of a struct within the row `R`.
    #[doc(hidden)]
    fn __walk<R: 'static, W: Walk<R>>(walk: &mut W, get: impl Fn(&R) -> &Self + Copy) {
        Self::walk(&mut WithinRow {
            outer: walk,
            get,
            row: PhantomData::<fn(&R)>,
        });
    }

    /// Reads the value of the column with this number, from 0, within a group.
    ///
    /// # Errors
    /// The error of the source.
    #[doc(hidden)]
    fn __read_within_group<S: RowSource>(
        values: &mut GroupValues<Self>,
        column: usize,
        source: &mut S,
    ) -> Result<(), S::Error> {
        Self::__read_value(values.get_mut(), column, source)
    }

    /// Builds a group from its values; `None` if a value is absent that is never null.
    #[doc(hidden)]
    #[must_use]
    fn __from_group_values(values: GroupValues<Self>) -> Option<Self> {
        Self::__from_values(values.into_values())
    }

    /// The type of a field that holds this struct.
    #[doc(hidden)]
    #[must_use]
    fn __typed() -> FieldType {
        FieldType::Group(Self::fields(), Self::code_lists(), Self::subjects())
    }
}

/// A row of a block. `#[derive(Block)]` implements it, together with serde and `schemars::JsonSchema`.
///
/// ```
/// use std::collections::HashSet;
///
/// use beraad_schema::Block;
///
/// /// Returns the number of rows whose key occurs in an earlier row.
/// fn duplicates<R: Block>(rows: &[R]) -> usize {
///     let mut keys = HashSet::new();
///     rows.iter().filter_map(R::key).filter(|key| !keys.insert(key.clone())).count()
/// }
///
/// /// Prints the columns of a block with their units.
/// fn print_units<R: Block>() {
///     for (column, variable) in R::description().variables() {
///         if let Some(unit) = &variable.unit {
///             println!("{}.{}: {unit:?}", R::ID, column.name);
///         }
///     }
/// }
/// ```
///
/// # Rows within a struct of one's own
/// A row is a value in serde as any other, so a struct can have a field `row: R`. Do not write `#[serde(flatten)] row: R`. Serde
/// then collects all fields before the row reads its own, which has two consequences. A column that the block does not have is not
/// reported, since it could be a field of the struct. And in CSV, serde turns every text of digits, such as a serial number or the
/// code `01`, into a number before the row can say what it expects: the row is refused.
///
/// Write the row as a field instead. A CSV file has no fields within fields: read it with `csv::Reader` (feature `csv`), which also
/// validates the header, and read other columns from a file of their own.
///
/// ```
/// use beraad_schema::Block;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// #[serde(bound = "R: Block")]
/// struct Delivered<R: Block> {
///     received: String,
///     row: R,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a block",
    label = "does not derive `Block`, or is a `part` of blocks",
    note = "a block is a struct with `#[derive(Block)]` and without `part`"
)]
pub trait Block: Fields + Clone + Serialize + DeserializeOwned {
    /// The id of the block: `trajectory`.
    const ID: &'static str;

    /// The number of the paragraph of the decision that names the variables of the block.
    const PARAGRAPH: &'static str;

    /// The title of the heading of the decision that the block carries out.
    const HEADING: &'static str;

    /// The number of the decision that authorises the data.
    const DECISION: &'static str;

    /// The reference that `deliberation!` compares with the decision. A constant of this trait, so that a type that is not a block gets
    /// one message.
    #[doc(hidden)]
    const __REF: BlockRef = BlockRef {
        id: Self::ID,
        paragraph: Self::PARAGRAPH,
        heading: Self::HEADING,
        phrases: Self::PHRASES,
    };

    /// The description and what is derived from it, made once per type.
    #[doc(hidden)]
    fn described() -> &'static Described;

    /// The description of the block.
    #[must_use]
    fn description() -> &'static describe::Block {
        &Self::described().block
    }

    /// The names of the columns in declaration order; the columns of a group have the prefix of the group.
    #[must_use]
    fn column_names() -> &'static [&'static str] {
        &Self::described().names
    }

    /// Returns the key of the row; `None` if no key of the block is known, or a value of it is null.
    #[must_use]
    fn key(&self) -> Option<RowKey> {
        RowKey::of(self)
    }

    /// Checks one row against its description, and returns the violations.
    ///
    /// A violation is a rule of the block that is false, a code that its list rejects or that has no meaning in the
    /// observation period, a code that is a mark of a missing value such as `NA`, or an observation period outside the window of
    /// the decision.
    ///
    /// Unknown is never a violation: a rule with a null in it, a code in a row without an observation period, another
    /// unpublished code of an open list. To check many rows, use [`Checks`], which looks up the lists once.
    #[must_use]
    fn check(&self, model: &Model) -> Vec<Violation> {
        Checks::new(model).check(self)
    }

    /// Returns what is implausible in one row, although its description accepts it: see [`Checks::warnings`].
    #[must_use]
    fn warnings(&self, model: &Model) -> Vec<RowWarning> {
        Checks::new(model).warnings(self)
    }
}

/// A visitor over a struct within a row: it composes the getters of the row and of the struct.
struct WithinRow<'a, W, G, R> {
    outer: &'a mut W,
    get: G,
    row: PhantomData<R>,
}

impl<W, G, R, N> Walk<N> for WithinRow<'_, W, G, fn(&R)>
where
    W: Walk<R>,
    G: Fn(&R) -> &N + Copy,
    R: 'static,
    N: 'static,
{
    fn field<T: Value>(&mut self, get: impl Fn(&N) -> &T + Copy) {
        let outer = self.get;
        self.outer.field(move |row: &R| get(outer(row)));
    }
}
