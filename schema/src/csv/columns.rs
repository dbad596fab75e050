//! The columns that a CSV file of a block should have.

use std::borrow::Cow;

use crate::describe::{self, CodeList, Model, Text, ValueType};
use crate::row::Block;

/// The columns of a block: of a row type, or of a description alone.
pub(super) struct BlockColumns<'a> {
    /// The id of the block.
    pub(super) id: Text,
    pub(super) columns: Vec<BlockColumn<'a>>,
}

/// A column of a block.
pub(super) struct BlockColumn<'a> {
    pub(super) name: Text,
    pub(super) value_type: Cow<'a, ValueType>,
    /// True if null is allowed.
    pub(super) nullable: bool,
    /// The code list of the values, as far as it is known.
    pub(super) list: Option<&'a CodeList>,
}

impl<'a> BlockColumns<'a> {
    /// Returns the columns of a row type, with the code lists that were compiled.
    pub(super) fn of_rows<R: Block>() -> Self {
        let lists = R::code_lists();
        let columns = R::described().columns.iter();
        let columns = columns.map(|column| {
            let list = column.value_type.code_list();
            BlockColumn {
                name: Text::Borrowed(column.name),
                value_type: Cow::Borrowed(&column.value_type),
                nullable: column.nullable,
                list: list.and_then(|id| lists.iter().copied().find(|list| list.id == id)),
            }
        });
        Self {
            id: Text::Borrowed(R::ID),
            columns: columns.collect(),
        }
    }

    /// Returns the columns of a block of a model.
    pub(super) fn of_model(block: &'a describe::Block, model: &'a Model) -> Self {
        let columns = block.columns().into_iter();
        let columns = columns.map(|column| BlockColumn {
            value_type: Cow::Borrowed(column.value_type()),
            nullable: column.nullable(),
            list: column.code_list().and_then(|id| model.code_list(id)),
            name: Text::Owned(column.name),
        });
        Self {
            id: block.id.clone(),
            columns: columns.collect(),
        }
    }

    /// Returns the names of the columns.
    pub(super) fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|column| &*column.name).collect()
    }
}
