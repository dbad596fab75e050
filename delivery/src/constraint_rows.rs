//! The rows that constraints demand, and the rows that do not meet them.

use std::collections::BTreeMap;

use beraad_schema::describe::{Model, Severity};

use crate::block_file::BlockFile;
use crate::block_files;
use crate::checks::{CONSTRAINT_UNMET, CONSTRAINT_VIOLATED, INVALID_HEADER, UNREADABLE_FILE};
use crate::constraints::{Constraints, Probe};
use crate::error::DeliveryError;
use crate::known_rows::{Collector, Hashes, KnownSet};
use crate::options::Options;
use crate::part::Part;
use crate::plan::BlockPlan;
use crate::tally::Tally;

/// The rows that constraints demand, by the id of their block.
pub(crate) type KnownByBlock<'m> = BTreeMap<&'m str, Vec<KnownSet>>;

/// Reads the rows that constraints demand, of the columns that they compare alone. A constraint whose rows cannot be read is removed.
pub(crate) fn collect<'m>(
    constraints: &mut Constraints<'m>,
    model: &'m Model,
    files: &BTreeMap<String, Vec<BlockFile>>,
    options: &Options,
    mut progress: impl FnMut(&str),
) -> Result<KnownByBlock<'m>, DeliveryError> {
    let mut known = KnownByBlock::new();
    for (id, sets) in &constraints.sets {
        let (Some(files), Some(block)) = (files.get(*id), model.block(id)) else {
            continue;
        };
        let mut plan = BlockPlan::new(model, block);
        let columns = sets.iter().flat_map(|set| {
            let flags = set.flags.iter().map(|(column, _)| *column);
            set.columns.iter().copied().chain(flags)
        });
        plan.read_only(columns);
        let threads = 0..options.threads.get();
        let mut collectors: Vec<_> = threads.map(|_| Collector::new(sets)).collect();
        block_files::read(files, &plan, options, &mut collectors, &mut progress)?;
        let mut hashes = vec![Hashes::default(); sets.len()];
        let mut is_readable = true;
        for collector in collectors {
            let groups = collector.tally.into_groups();
            is_readable &= groups
                .iter()
                .all(|group| ![&INVALID_HEADER, &UNREADABLE_FILE].contains(&group.check));
            for (all, own) in hashes.iter_mut().zip(collector.hashes) {
                all.merge(own);
            }
        }
        if is_readable {
            let sets = hashes.into_iter().map(KnownSet::new);
            known.insert(id, sets.collect());
        }
    }
    let unreadable = constraints
        .sets
        .keys()
        .filter(|it| !known.contains_key(*it));
    for block in unreadable.copied().collect::<Vec<_>>() {
        let reason = format!("the columns of block `{block}` cannot be read");
        constraints.remove_those_with_rows_of(block, &reason);
    }
    Ok(known)
}

/// Finds the rows that do not meet a constraint.
pub(crate) fn run(
    probes: &[Probe<'_>],
    known: &KnownByBlock<'_>,
    plan: &BlockPlan<'_>,
    part: &Part,
    tally: &mut Tally,
) {
    for probe in probes {
        let check = match probe.constraint.severity {
            Severity::Error => &CONSTRAINT_VIOLATED,
            Severity::Warning => &CONSTRAINT_UNMET,
        };
        for row in probe.violating_rows(part, known) {
            let place = part.place(plan, row);
            tally.add_named(check, Some(probe.column()), place, &probe.constraint.id);
        }
    }
}
