//! The physical fields of a block that is known by its row type.

use crate::physical::{PhysicalField, physical_fields};
use crate::row::Block;

/// The columns of the rows of `R`, with the code lists that `R` was compiled with.
pub(crate) fn physical_fields_of<R: Block>() -> Vec<PhysicalField> {
    let lists = R::code_lists();
    physical_fields(R::description(), |id| {
        lists.iter().copied().find(|list| list.id == id)
    })
}
