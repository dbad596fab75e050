//! Plans: everything about the columns of a block that is known before any row, computed once per block.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use arrow_schema::SchemaRef;

use super::schema::{schema_of, to_field};
use crate::block_fields::physical_fields_of;
use crate::physical::PhysicalType;
use crate::row::Block;
use crate::schema_options::SchemaOptions;
use crate::value::column::{ClosedList, ColumnPlan};

/// The plan of a block.
pub(super) struct BlockPlan {
    pub(super) schema: SchemaRef,
    pub(super) columns: Vec<ColumnPlan>,
}

impl BlockPlan {
    /// Returns the plan of the rows of `R`. It is computed at the first call and kept until the program ends.
    pub(super) fn of_block<R: Block>() -> &'static Self {
        // A static within a generic function is shared by all `R`, hence the map. Plans are leaked: there is one for
        // each block.
        static PLANS: RwLock<BTreeMap<TypeId, &BlockPlan>> = RwLock::new(BTreeMap::new());

        let id = TypeId::of::<R>();
        let plans = PLANS.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(plan) = plans.get(&id) {
            return plan;
        }
        drop(plans);
        // Another thread may have added the plan between the two locks; `entry` then keeps the first one.
        let mut plans = PLANS.write().unwrap_or_else(PoisonError::into_inner);
        plans
            .entry(id)
            .or_insert_with(|| Box::leak(Box::new(Self::new::<R>())))
    }

    fn new<R: Block>() -> Self {
        let fields = physical_fields_of::<R>();
        let columns = R::description().columns();
        let lists = R::code_lists();
        let columns =
            R::column_names()
                .iter()
                .zip(fields)
                .zip(columns)
                .map(|((name, physical), column)| {
                    let list = column.value_type().item().code_list();
                    let list = list.and_then(|id| lists.iter().find(|list| list.id == id));
                    let item = match &physical.physical_type {
                        PhysicalType::List(item) => item,
                        _ => &physical,
                    };
                    let formed_list = list.filter(|list| list.required_form().is_some());
                    let closed_list = list.filter(|list| list.rejects_unknown_codes());
                    ColumnPlan {
                        name,
                        item_field: Arc::new(to_field(item, SchemaOptions::default())),
                        value_type: column.value_type().clone(),
                        formed_list: formed_list.copied(),
                        closed_list: closed_list.map(|list| Arc::new(ClosedList::new(list))),
                        physical_type: physical.physical_type,
                    }
                });
        Self {
            columns: columns.collect(),
            schema: Arc::new(schema_of::<R>()),
        }
    }
}
