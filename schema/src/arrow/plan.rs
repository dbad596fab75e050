//! What is known of the columns of a block before any row is seen: made once per block, and shared.

use std::any::TypeId;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use arrow_array::{ArrayRef, StringArray};
use arrow_schema::{FieldRef, SchemaRef};
use hashbrown::HashMap;

use super::schema::{field, schema_of};
use crate::describe::{self, ValueType};
use crate::physical::{PhysicalType, physical_fields_of};
use crate::row::Block;
use crate::value::{CodeText, ValueError};

/// The columns of a block.
pub(crate) struct Plan {
    pub(super) schema: SchemaRef,
    pub(super) columns: Vec<Planned>,
}

/// A column.
pub struct Planned {
    pub(super) name: &'static str,
    pub(super) value_type: ValueType,
    pub(super) physical: PhysicalType,
    /// The field of its values; of a list, that of an item.
    pub(super) item: FieldRef,
    /// Its code list, if that is closed.
    pub(super) closed: Option<Arc<Closed>>,
}

/// The codes of a closed list.
pub(super) struct Closed {
    pub(super) list: &'static describe::CodeList,
    pub(super) texts: Vec<CodeText>,
    /// The same as Arrow's text: what every dictionary of the column shares.
    pub(super) array: ArrayRef,
}

impl Plan {
    /// The plan of the rows of `R`.
    pub(super) fn of<R: Block>() -> &'static Self {
        static PLANS: LazyLock<RwLock<HashMap<TypeId, &'static Plan>>> =
            LazyLock::new(RwLock::default);

        let id = TypeId::of::<R>();
        let known = PLANS.read().ok().and_then(|plans| plans.get(&id).copied());
        known.unwrap_or_else(|| {
            // Another thread may have made the plan since; the one that comes first is kept. Plans are leaked, once per type.
            let mut plans = PLANS.write().unwrap_or_else(PoisonError::into_inner);
            plans
                .entry(id)
                .or_insert_with(|| Box::leak(Box::new(Self::new::<R>())))
        })
    }

    fn new<R: Block>() -> Self {
        let fields = physical_fields_of::<R>();
        let columns = R::description().columns();
        let lists = R::code_lists();
        let planned = R::column_names().iter().zip(fields).zip(columns);
        let planned = planned.map(|((name, physical), column)| {
            let list = column.value_type().item().code_list();
            let list = list.and_then(|id| lists.iter().find(|list| list.id == id));
            let item = match &physical.physical_type {
                PhysicalType::List(item) => item,
                _ => &physical,
            };
            let closed = list.filter(|list| list.rejects_unknown_codes());
            Planned {
                name,
                item: Arc::new(field(item)),
                value_type: column.value_type().clone(),
                closed: closed.map(|list| Arc::new(Closed::new(list))),
                physical: physical.physical_type,
            }
        });
        Self {
            columns: planned.collect(),
            schema: Arc::new(schema_of::<R>()),
        }
    }
}

impl Closed {
    fn new(list: &'static describe::CodeList) -> Self {
        let array = StringArray::from_iter_values(list.published_codes().map(|(text, _)| text));
        // Every text was held against the form of a code when the list was compiled.
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
