//! The blocks that a delivery has files of, prepared together: constraints read rows of several.

use std::collections::BTreeMap;

use beraad_schema::describe::{Block, Model};

use crate::block_file::BlockFile;
use crate::constraint_rows::{self, KnownByBlock};
use crate::constraints::{Constraints, Probe};
use crate::error::DeliveryError;
use crate::options::Options;
use crate::plan::BlockPlan;

/// The plans of blocks, with their constraints and the rows that these demand.
pub(crate) struct BlockPlans<'m> {
    pub(crate) plans: Vec<BlockPlan<'m>>,
    pub(crate) constraints: Constraints<'m>,
    known: KnownByBlock<'m>,
}

/// The constraints of one block.
#[derive(Clone, Copy)]
pub(crate) struct BlockConstraints<'p> {
    pub(crate) probes: &'p [Probe<'p>],
    /// The rows that they demand.
    pub(crate) known: &'p KnownByBlock<'p>,
}

impl<'m> BlockPlans<'m> {
    /// Prepares these blocks, of which each has files, and reads the rows that their constraints demand.
    pub(crate) fn new(
        model: &'m Model,
        blocks: impl Iterator<Item = &'m Block>,
        files: &BTreeMap<String, Vec<BlockFile>>,
        options: &Options,
        progress: impl FnMut(&str),
    ) -> Result<Self, DeliveryError> {
        let plans: Vec<_> = blocks.map(|block| BlockPlan::new(model, block)).collect();
        let mut constraints = Constraints::new(model, &plans, |block| files.contains_key(block));
        let known = constraint_rows::collect(&mut constraints, model, files, options, progress)?;
        Ok(Self {
            plans,
            constraints,
            known,
        })
    }

    /// Returns the constraints of a block.
    pub(crate) fn constraints_of(&self, block: &str) -> BlockConstraints<'_> {
        let probes = self.constraints.probes.get(block);
        BlockConstraints {
            probes: probes.map_or(&[], Vec::as_slice),
            known: &self.known,
        }
    }
}
