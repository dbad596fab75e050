//! The values of a group while the row that contains it is read.

use std::any::Any;
use std::marker::PhantomData;

use super::Fields;

/// The values of a group, or nothing if none of its columns was read yet.
///
/// The type of the values is not named: a tuple that names `G::__Values` would report a type without columns a second time, at the
/// derive instead of the field.
pub struct GroupValues<G> {
    values: Option<Box<dyn Any>>,
    group: PhantomData<fn() -> G>,
}

impl<G> Default for GroupValues<G> {
    fn default() -> Self {
        Self {
            values: None,
            group: PhantomData,
        }
    }
}

impl<G: Fields> GroupValues<G> {
    pub(super) fn get_mut(&mut self) -> &mut G::__Values {
        let values = self
            .values
            .get_or_insert_with(|| Box::new(G::__no_values()));
        values.downcast_mut().expect("the values of this group")
    }

    pub(super) fn into_values(self) -> G::__Values {
        let Some(values) = self.values else {
            return G::__no_values();
        };
        *values.downcast().expect("the values of this group")
    }
}
