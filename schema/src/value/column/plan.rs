//! Column plans: everything about a column that is known before any row.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_schema::FieldRef;

use crate::describe::{self, ValueType};
use crate::physical::PhysicalType;
use crate::value::{CodeText, ValueError};

/// The plan of a column.
pub struct ColumnPlan {
    pub(crate) name: &'static str,
    pub(crate) value_type: ValueType,
    pub(crate) physical_type: PhysicalType,
    /// The field of a single value: of a column of lists the field of an item, of any other column its own.
    pub(crate) item_field: FieldRef,
    /// The code list of the column, if it is closed.
    pub(crate) closed_list: Option<Arc<ClosedList>>,
    /// The code list of the column, if it is open and its codes have a form.
    pub(crate) formed_list: Option<&'static describe::CodeList>,
}

/// The codes of a closed list.
pub(crate) struct ClosedList {
    pub(crate) list: &'static describe::CodeList,
    pub(crate) texts: Vec<CodeText>,
    /// The texts as an Arrow array, which all dictionaries of the column share.
    pub(crate) array: ArrayRef,
}

impl ClosedList {
    pub(crate) fn new(list: &'static describe::CodeList) -> Self {
        // In the order of the list: the key of a code is its position.
        let array = StringArray::from_iter_values(list.published_codes().map(|(text, _)| text));
        // The compiler has checked the form of every code, so that no error is lost here.
        let texts = list
            .published_codes()
            .map(|(text, _)| CodeText::try_new(text));
        Self {
            list,
            texts: texts.collect::<Result<_, ValueError>>().unwrap_or_default(),
            array: Arc::new(array),
        }
    }
}
