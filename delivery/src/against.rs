//! The comparison of a block of two deliveries.
//!
//! The old delivery is read first, and what is needed of its rows is kept as hashes. The rows of the new delivery are looked up as they are
//! read. If rows changed, both are read again to find the columns in which they did.

mod number_set;
mod row_hashes;
mod key_match;
mod row_match;
mod cell_match;
mod code_counts;
mod contents;

use std::collections::BTreeMap;

use beraad_schema::describe::CalendarPeriod;

use self::cell_match::CellMatch;
use self::contents::{ColumnContents, Contents};
use self::key_match::{KeyColumns, KeyCounts, OldKeys};
use self::number_set::NumberSet;
use self::row_hashes::SortedHashes;
use self::row_match::OldRows;
use crate::block_file::{BlockFile, FileRead};
use crate::block_files;
use crate::checks::INVALID_RECORD;
use crate::comparison::{
    BlockComparison, CodeComparison, ColumnComparison, KeyComparison, PeriodComparison,
    RowComparison, Sides, SubjectComparison, UnitComparison, UnitCounts,
};
use crate::consumer::Consumer;
use crate::error::DeliveryError;
use crate::options::Options;
use crate::part::Part;
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;
use crate::tally::Tally;

/// A use of the rows of a part, by several threads at once.
type Take<'a> = &'a (dyn Fn(&Part) + Sync);

/// The files of a block of both deliveries, and the way to read them.
pub(crate) struct BlockInput<'a> {
    pub(crate) plan: &'a BlockPlan<'a>,
    pub(crate) files: Sides<&'a [BlockFile]>,
    pub(crate) options: &'a Options,
}

/// The units of each subject, in all blocks so far.
#[derive(Default)]
pub(crate) struct Subjects {
    numbers: BTreeMap<String, Sides<NumberSet>>,
}

/// The taker of the rows of one thread.
struct Taker<'t, 'p> {
    tally: Tally,
    /// The contents; `None` if the files were read before.
    contents: Option<Contents<'p>>,
    take: Take<'t>,
}

impl Consumer for Taker<'_, '_> {
    fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    fn take(&mut self, part: Part, _: u64) {
        if let Some(contents) = &mut self.contents {
            contents.add(&part);
        }
        (self.take)(&part);
    }
}

/// The contents of the files of a block of one delivery.
struct BlockContents<'a> {
    contents: Contents<'a>,
    reads: Vec<FileRead>,
    unread_records: u64,
}

/// The rows of a block of both deliveries, matched.
struct Matched<'a> {
    sides: Sides<BlockContents<'a>>,
    keys: Option<KeyComparison>,
    whole_rows: Option<RowComparison>,
    /// The number of changed rows of each compared column that is not of the key.
    changed_cells: BTreeMap<usize, u64>,
}

/// Compares the files of a block. `progress` is called with the path of each file before it is read.
pub(crate) fn compare(
    input: &BlockInput<'_>,
    subjects: &mut Subjects,
    progress: &mut dyn FnMut(&str),
) -> Result<BlockComparison, DeliveryError> {
    let plan = input.plan;
    let columns: Vec<_> = (0..plan.columns.len()).collect();
    let matched = if input.files.old.is_empty() || input.files.new.is_empty() {
        Matched::of_one(
            input.read_old(&|_| {}, progress)?,
            input.read_new(&|_| {}, progress)?,
        )
    } else {
        match &plan.key {
            Some(key) => input.match_keys(key, &columns, progress)?,
            None => input.match_rows(&columns, progress)?,
        }
    };
    let sides = &matched.sides;
    if sides.old.unread_files() + sides.new.unread_files() > 0 {
        return Ok(not_compared(plan, matched.sides));
    }
    Ok(block_comparison(plan, matched, subjects))
}

impl<'a> Matched<'a> {
    /// Returns the contents alone.
    fn of_one(old: BlockContents<'a>, new: BlockContents<'a>) -> Self {
        Self {
            sides: Sides { old, new },
            keys: None,
            whole_rows: None,
            changed_cells: BTreeMap::new(),
        }
    }
}

impl<'a> BlockInput<'a> {
    /// Matches rows by their key. A column that only one delivery has would make each row another one: then both deliveries are read again
    /// without it.
    fn match_keys(
        &self,
        key: &[usize],
        compared: &[usize],
        progress: &mut dyn FnMut(&str),
    ) -> Result<Matched<'a>, DeliveryError> {
        let others = compared.iter().copied().filter(|it| !key.contains(it));
        let columns = KeyColumns {
            key: key.to_owned(),
            others: others.collect(),
        };
        let old_keys = OldKeys::new(&columns);
        let old = self.read_old(&|part| old_keys.add(part), progress)?;
        let matched = old_keys.finish(self.options.threads);
        let new = self.read_new(&|part| matched.add(part), progress)?;
        let (counts, changed) = matched.finish(self.options.threads);
        if old.unread_files() + new.unread_files() > 0 {
            return Ok(Matched::of_one(old, new));
        }
        if let Some(common) = common_columns(compared, &old, &new) {
            return self.match_keys(key, &common, progress);
        }
        let reads = Sides {
            old: &*old.reads,
            new: &*new.reads,
        };
        let cells = self.changed_cells(&columns, &changed, reads, progress)?;
        Ok(Matched {
            keys: Some(key_comparison(self.plan, key, counts)),
            changed_cells: columns.others.iter().copied().zip(cells).collect(),
            ..Matched::of_one(old, new)
        })
    }

    /// Matches whole rows, as [`match_keys`](Self::match_keys).
    fn match_rows(
        &self,
        compared: &[usize],
        progress: &mut dyn FnMut(&str),
    ) -> Result<Matched<'a>, DeliveryError> {
        let old_rows = OldRows::new(compared.to_owned());
        let old = self.read_old(&|part| old_rows.add(part), progress)?;
        let matched = old_rows.finish(self.options.threads);
        let new = self.read_new(&|part| matched.add(part), progress)?;
        let counts = matched.finish();
        if old.unread_files() + new.unread_files() == 0
            && let Some(common) = common_columns(compared, &old, &new)
        {
            return self.match_rows(&common, progress);
        }
        Ok(Matched {
            whole_rows: Some(RowComparison {
                gone: counts.gone,
                added: counts.added,
                unchanged: counts.unchanged,
            }),
            ..Matched::of_one(old, new)
        })
    }

    fn read_old(
        &self,
        take: Take<'_>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<BlockContents<'a>, DeliveryError> {
        self.read(self.files.old, "old", take, progress)
    }

    fn read_new(
        &self,
        take: Take<'_>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<BlockContents<'a>, DeliveryError> {
        self.read(self.files.new, "new", take, progress)
    }

    fn read(
        &self,
        files: &[BlockFile],
        side: &str,
        take: Take<'_>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<BlockContents<'a>, DeliveryError> {
        let show_values = self.options.show_values;
        let contents = || Contents::new(self.plan, show_values);
        let (mut takers, reads) =
            self.read_with(files, side, take, progress, || Some(contents()))?;
        let mut all = BlockContents {
            contents: contents(),
            reads,
            unread_records: 0,
        };
        let mut tally = Tally::default();
        for taker in &mut takers {
            if let Some(contents) = taker.contents.take() {
                all.contents.merge(contents);
            }
            tally.merge(std::mem::take(&mut taker.tally));
        }
        let groups = tally.into_groups();
        let records = groups
            .iter()
            // A text of a column that is not in UTF-8 is in a row that was read.
            .filter(|group| *group.check == INVALID_RECORD && group.column.is_none());
        all.unread_records = records.map(|group| group.count).sum();
        Ok(all)
    }

    fn read_with<'t, 'p>(
        &self,
        files: &[BlockFile],
        side: &str,
        take: Take<'t>,
        progress: &mut dyn FnMut(&str),
        contents: impl Fn() -> Option<Contents<'p>>,
    ) -> Result<(Vec<Taker<'t, 'p>>, Vec<FileRead>), DeliveryError> {
        let mut takers: Vec<_> = (0..self.options.threads.get())
            .map(|_| Taker {
                tally: Tally::default(),
                contents: contents(),
                take,
            })
            .collect();
        let reads = block_files::read(files, self.plan, self.options, &mut takers, |file| {
            progress(&format!("{file} of the {side} delivery"));
        })?;
        Ok((takers, reads))
    }

    /// Reads the files again, and returns the number of changed rows of each column that is not of the key.
    fn changed_cells(
        &self,
        columns: &KeyColumns,
        changed: &SortedHashes,
        reads: Sides<&[FileRead]>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Vec<u64>, DeliveryError> {
        let mut counts = vec![0; columns.others.len()];
        if changed.buckets.iter().all(|it| it.entries.is_empty()) {
            return Ok(counts);
        }
        for group in cell_match::groups(changed, self.plan, columns) {
            let cells = CellMatch::new(changed, self.plan, columns, group);
            let keep = |part: &Part| cells.keep(part);
            self.read_again(self.files.old, reads.old, "old", &keep, progress)?;
            let compare = |part: &Part| cells.compare(part);
            self.read_again(self.files.new, reads.new, "new", &compare, progress)?;
            for (count, of_group) in counts.iter_mut().zip(cells.finish()) {
                *count += of_group;
            }
        }
        Ok(counts)
    }

    fn read_again(
        &self,
        files: &[BlockFile],
        before: &[FileRead],
        side: &str,
        take: Take<'_>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<(), DeliveryError> {
        let (_, reads) = self.read_with(files, side, take, progress, || None)?;
        for ((read, before), file) in reads.iter().zip(before).zip(files) {
            if read.receipt.sha256 != before.receipt.sha256 {
                return Err(DeliveryError::Changed {
                    path: file.path.clone(),
                });
            }
        }
        Ok(())
    }
}

impl BlockContents<'_> {
    fn unread_files(&self) -> u64 {
        let files = self.reads.iter().map(|read| &read.receipt);
        files.filter(|file| file.unread.is_some()).count() as u64
    }

    fn has_column(&self, column: usize) -> bool {
        let columns = self.reads.iter().filter_map(|read| read.columns.as_ref());
        columns.into_iter().any(|columns| columns[column])
    }
}

impl Subjects {
    /// Adds the numbers of a column, and returns how many there are.
    fn add(&mut self, subject: &str, numbers: &Sides<NumberSet>) -> UnitCounts {
        let all = self.numbers.entry(subject.to_owned()).or_default();
        all.old.merge(&numbers.old);
        all.new.merge(&numbers.new);
        unit_counts(numbers)
    }

    /// Returns the number of units of each subject.
    pub(crate) fn finish(self) -> Vec<SubjectComparison> {
        let numbers = self.numbers.into_iter();
        numbers
            .map(|(subject, numbers)| SubjectComparison {
                subject,
                counts: unit_counts(&numbers),
            })
            .collect()
    }
}

/// Returns the compared columns without those that only one delivery has; `None` if there are none of these.
fn common_columns(
    compared: &[usize],
    old: &BlockContents<'_>,
    new: &BlockContents<'_>,
) -> Option<Vec<usize>> {
    let is_common = |column: &usize| old.has_column(*column) == new.has_column(*column);
    let common: Vec<_> = compared.iter().copied().filter(is_common).collect();
    (common.len() < compared.len()).then_some(common)
}

fn unit_counts(numbers: &Sides<NumberSet>) -> UnitCounts {
    let units = numbers.map(NumberSet::len);
    let common = numbers.old.len_of_common(&numbers.new);
    UnitCounts {
        units,
        gone: units.old - common,
        added: units.new - common,
    }
}

fn key_comparison(plan: &BlockPlan<'_>, key: &[usize], counts: KeyCounts) -> KeyComparison {
    let names = key.iter().map(|place| plan.columns[*place].name.clone());
    KeyComparison {
        columns: names.collect(),
        gone: counts.gone,
        added: counts.added,
        changed: counts.changed,
        unchanged: counts.unchanged,
        repeated: counts.repeated,
        without_key: counts.without_key,
    }
}

/// Returns the comparison of a block with a file that was not read: its rows are not gone, and units of it are not either.
fn not_compared(plan: &BlockPlan<'_>, sides: Sides<BlockContents<'_>>) -> BlockComparison {
    let rows = sides.map(|side| side.contents.rows);
    let unread_files = sides.map(BlockContents::unread_files);
    let unread_records = sides.map(|side| side.unread_records);
    BlockComparison {
        block: plan.block.id.to_string(),
        files: Sides {
            old: receipts(sides.old.reads),
            new: receipts(sides.new.reads),
        },
        rows,
        unread_files,
        unread_records,
        periods: Vec::new(),
        units: Vec::new(),
        columns: Vec::new(),
        keys: None,
        whole_rows: None,
    }
}

fn receipts(reads: Vec<FileRead>) -> Vec<FileReceipt> {
    reads.into_iter().map(|read| read.receipt).collect()
}

fn block_comparison(
    plan: &BlockPlan<'_>,
    matched: Matched<'_>,
    subjects: &mut Subjects,
) -> BlockComparison {
    let Matched {
        sides,
        keys,
        whole_rows,
        changed_cells,
    } = matched;
    let is_in_file: Vec<_> = (0..plan.columns.len())
        .map(|place| sides.map(|side| side.has_column(place)))
        .collect();
    let rows = sides.map(|side| side.contents.rows);
    let unread_files = sides.map(BlockContents::unread_files);
    let unread_records = sides.map(|side| side.unread_records);
    let periods = periods(plan, &sides.map(|side| &side.contents));
    let Sides { old, new } = sides;
    let files = Sides {
        old: receipts(old.reads),
        new: receipts(new.reads),
    };
    let (mut units, mut columns) = (Vec::new(), Vec::new());
    let contents = old.contents.columns.into_iter().zip(new.contents.columns);
    for (place, (old, new)) in contents.enumerate() {
        let contents = Sides { old, new };
        units.extend(unit_comparison(plan, place, &contents, subjects));
        columns.push(ColumnComparison {
            column: plan.columns[place].name.clone(),
            is_in_file: is_in_file[place],
            without_value: contents.map(|it| it.nulls),
            invalid: contents.map(|it| it.invalid),
            changed: changed_cells.get(&place).copied(),
            codes: code_comparison(plan, place, contents),
        });
    }
    BlockComparison {
        block: plan.block.id.to_string(),
        files,
        rows,
        unread_files,
        unread_records,
        periods,
        units,
        columns,
        keys,
        whole_rows,
    }
}

fn unit_comparison(
    plan: &BlockPlan<'_>,
    place: usize,
    contents: &Sides<ColumnContents>,
    subjects: &mut Subjects,
) -> Option<UnitComparison> {
    let name = &plan.columns[place].name;
    let mut foreign_keys = plan.block.foreign_keys();
    let foreign_key = foreign_keys.find(|key| key.column.name == *name)?;
    let numbers = Sides {
        old: contents.old.numbers.clone()?,
        new: contents.new.numbers.clone()?,
    };
    Some(UnitComparison {
        column: name.clone(),
        subject: foreign_key.subject.to_owned(),
        is_own: foreign_key.own,
        counts: subjects.add(foreign_key.subject, &numbers),
    })
}

fn code_comparison(
    plan: &BlockPlan<'_>,
    place: usize,
    contents: Sides<ColumnContents>,
) -> Option<CodeComparison> {
    let list = plan.columns[place].codes.as_ref();
    let list = list.map(|codes| codes.list().id.to_string());
    Some(code_counts::compare(
        list,
        contents.old.codes?,
        contents.new.codes?,
    ))
}

/// Returns the rows of each period that either delivery has.
fn periods(plan: &BlockPlan<'_>, contents: &Sides<&Contents<'_>>) -> Vec<PeriodComparison> {
    let mut rows: BTreeMap<i64, Sides<u64>> = BTreeMap::new();
    for (day, count) in &contents.old.periods {
        rows.entry(*day).or_default().old = *count;
    }
    for (day, count) in &contents.new.periods {
        rows.entry(*day).or_default().new = *count;
    }
    let period = |day: i64| {
        let period = plan.grain().and_then(|grain| period_of(grain, day));
        period.as_ref().map(CalendarPeriod::to_string)
    };
    rows.into_iter()
        .filter_map(|(day, rows)| {
            let period = period(day)?;
            Some(PeriodComparison { period, rows })
        })
        .collect()
}
