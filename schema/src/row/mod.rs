//! Rows: what `#[derive(Block)]` gives a struct, and nothing that knows a format.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::__private::{BlockRef, Carried, Described, Typed};
use crate::describe::{self, Field, Model};
use crate::value::Value;
use crate::violation::{Checks, Violation};

/// A struct of columns: its description, its getters and its constructor.
///
/// Implemented by `#[derive(Block)]`; formats and readers are written once over it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct of columns",
    label = "does not derive `Block`",
    note = "a struct of columns for use within blocks is one with `#[derive(Block)]` and `#[block(heading = \"..\", part)]`"
)]
pub trait Fields: Sized + 'static {
    /// The phrases that its columns carry out, for the compiler.
    #[doc(hidden)]
    const PHRASES: &'static [Carried];

    /// What the types of its fields say.
    #[doc(hidden)]
    fn types() -> Vec<Typed>;

    /// The description of the fields, in their order.
    fn fields() -> Vec<Field>;

    /// The code lists that its columns name, in their order.
    #[must_use]
    fn code_lists() -> Vec<&'static describe::CodeList> {
        Self::types()
            .into_iter()
            .flat_map(Typed::into_code_lists)
            .collect()
    }

    /// Shows every column to `walk`, in their order.
    fn walk<W: Walk<Self>>(walk: &mut W);

    /// Takes every column from `source`, in their order, and makes the rows.
    ///
    /// # Errors
    /// What the source says of a column that it cannot give.
    fn read<S: Source>(source: &mut S) -> Result<Vec<Self>, S::Error>;

    /// Shows the columns to `walk` as those of a struct within the row `R`. A method of this trait for the sake of
    /// messages, as `Value::__walk` is.
    #[doc(hidden)]
    fn __walk<R: 'static, W: Walk<R>>(walk: &mut W, get: impl Fn(&R) -> &Self + Copy) {
        walk.group(get);
    }

    /// Takes the columns of a struct within a row from `source`, and returns what makes its next value.
    ///
    /// # Errors
    /// What the source says of a column that it cannot give.
    #[doc(hidden)]
    fn __next<S: Source>(source: &mut S) -> Result<impl FnMut() -> Self + use<Self, S>, S::Error> {
        let mut rows = Self::read(source)?.into_iter();
        Ok(move || crate::__private::next(&mut rows))
    }

    /// What its columns say of their types, as a field of another struct.
    #[doc(hidden)]
    #[must_use]
    fn __typed() -> Typed {
        Typed::Group(Self::fields(), Self::code_lists())
    }
}

/// A row of a block. Implemented by `#[derive(Block)]`, which also implements serde and `schemars::JsonSchema`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no block",
    label = "does not derive `Block`, or is a `part` of blocks",
    note = "a block is a struct with `#[derive(Block)]` and without `part`"
)]
pub trait Block: Fields + Clone + Serialize + DeserializeOwned {
    /// The id of the block.
    const ID: &'static str;

    /// The paragraph of the decision and the title of the heading.
    const HEADING: (u8, &'static str);

    /// What `deliberation!` holds against the decision. A constant of this trait, so that a type that is no block gets
    /// one message.
    #[doc(hidden)]
    const __REF: BlockRef = BlockRef {
        id: Self::ID,
        heading: Self::HEADING,
        phrases: Self::PHRASES,
    };

    #[doc(hidden)]
    fn described() -> &'static Described;

    /// The description of the block.
    #[must_use]
    fn description() -> &'static describe::Block {
        &Self::described().block
    }

    /// The names of the columns, groups flattened.
    #[must_use]
    fn column_names() -> &'static [&'static str] {
        &Self::described().names
    }

    /// What is wrong with the row: a rule of the block that is false, a code that its list rejects or that means nothing
    /// in the observation period, an observation period outside the window of the decision.
    ///
    /// What is unknown is not wrong: a rule with a null in it, a code whose moment the row does not hold, a code of an
    /// open list that nobody published. For many rows, [`Checks`] looks the lists up once.
    #[must_use]
    fn check(&self, model: &Model) -> Vec<Violation> {
        Checks::new(model).check(self)
    }

    /// The rows as one batch of Arrow; many rows become many batches with [`Batches`](crate::arrow::Batches).
    ///
    /// # Errors
    /// As [`Batches::push`](crate::arrow::Batches::push).
    #[cfg(feature = "arrow")]
    fn to_batch(rows: &[Self]) -> Result<arrow_array::RecordBatch, crate::arrow::BatchError> {
        crate::arrow::to_batch(rows)
    }

    /// The rows of a batch of Arrow, which may have been written by others; see [`arrow`](mod@crate::arrow) for what is
    /// taken. [`Rows`](crate::arrow::Rows) gives them one by one.
    ///
    /// # Errors
    /// [`BatchError`](crate::arrow::BatchError), with everything that is wrong with every column.
    #[cfg(feature = "arrow")]
    fn from_batch(batch: &arrow_array::RecordBatch) -> Result<Vec<Self>, crate::arrow::BatchError> {
        crate::arrow::Rows::open(batch).map(crate::arrow::Rows::into_vec)
    }
}

/// What is shown the columns of a struct.
pub trait Walk<R> {
    /// One column, by its getter.
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy);

    /// A struct of columns within the row, by its getter.
    fn group<N: Fields>(&mut self, get: impl Fn(&R) -> &N + Copy)
    where
        Self: Sized,
        R: 'static,
    {
        N::walk(&mut Within {
            outer: self,
            get,
            row: std::marker::PhantomData::<fn(&R)>,
        });
    }
}

/// A walk over a struct within a row.
struct Within<'a, W, G, R> {
    outer: &'a mut W,
    get: G,
    row: std::marker::PhantomData<R>,
}

impl<W, G, R, N> Walk<N> for Within<'_, W, G, fn(&R)>
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

/// Where the columns of rows come from, one after the other.
pub trait Source {
    /// Why a column cannot be given.
    type Error;
    /// A column of values of one type.
    type Column<T: Value>: Get<T>;

    /// The number of rows.
    fn rows(&self) -> usize;

    /// The next column.
    ///
    /// # Errors
    /// If it is missing, or holds what the type does not.
    fn column<T: Value>(&mut self) -> Result<Self::Column<T>, Self::Error>;
}

/// A column of values.
pub trait Get<T> {
    /// The value of the row at `index`.
    fn get(&self, index: usize) -> T;
}
