//! A thread that checks the parts of files, and encodes their rows.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, PoisonError};

use beraad_schema::arrow::FileError;

use super::encoder::{Encoded, Encoder};
use super::groups::{Group, Groups};
use super::repair::Repairs;
use crate::consumer::Consumer;
use crate::part::Part;
use crate::plan::BlockPlan;
use crate::tally::Tally;
use crate::worker::Worker;

/// A message to the thread that writes.
pub(super) enum Message {
    /// A file is about to be read.
    File(String),
    /// A group, by its number.
    Group(u64, Result<Encoded, FileError>),
}

/// The state that all threads share.
pub(super) struct Shared<'m> {
    encoder: Encoder<'m>,
    groups: Mutex<Groups>,
    /// True as soon as no further row will be written.
    is_over: AtomicBool,
    /// For each column, true if no row may lack its value; `None` if an error refuses the conversion.
    required: Option<Vec<bool>>,
}

impl<'m> Shared<'m> {
    pub(super) fn new(
        encoder: Encoder<'m>,
        plan: &BlockPlan<'_>,
        group_rows: usize,
        null_on_error: bool,
    ) -> Self {
        Self {
            is_over: AtomicBool::new(matches!(encoder, Encoder::Nothing)),
            encoder,
            groups: Mutex::new(Groups::new(group_rows)),
            required: null_on_error.then(|| {
                let columns = plan.block.columns().into_iter().enumerate();
                let is_key = |place| plan.key.as_ref().is_some_and(|key| key.contains(&place));
                let required = columns.map(|(place, column)| !column.nullable() || is_key(place));
                required.collect()
            }),
        }
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    fn send(&self, group: &Group, to: &SyncSender<Message>) {
        let encoded = match self.encoder.encode(group) {
            Ok(None) => return,
            Ok(Some(encoded)) => Ok(encoded),
            Err(error) => Err(error),
        };
        // The thread that writes has ended at an error.
        if to.send(Message::Group(group.number, encoded)).is_err() {
            self.is_over.store(true, Ordering::Relaxed);
        }
    }

    /// Encodes the last group.
    pub(super) fn finish(&self, to: &SyncSender<Message>) {
        let mut groups = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = groups.finish()
            && !self.is_over()
        {
            self.send(&group, to);
        }
    }
}

/// The work of one thread.
pub(super) struct ConvertingWorker<'p, 's> {
    pub(super) checks: Worker<'p>,
    pub(super) repairs: Repairs,
    plan: &'p BlockPlan<'p>,
    shared: &'s Shared<'p>,
    to: SyncSender<Message>,
}

impl<'p, 's> ConvertingWorker<'p, 's> {
    pub(super) fn new(
        plan: &'p BlockPlan<'p>,
        mut checks: Worker<'p>,
        shared: &'s Shared<'p>,
        to: SyncSender<Message>,
    ) -> Self {
        if shared.required.is_some() {
            checks.tally().record();
        }
        Self {
            checks,
            repairs: Repairs::default(),
            plan,
            shared,
            to,
        }
    }
}

impl Consumer for ConvertingWorker<'_, '_> {
    fn tally(&mut self) -> &mut Tally {
        self.checks.tally()
    }

    fn take(&mut self, part: Part, number: u64) {
        self.checks.examine(&part);
        let shared = self.shared;
        let found = self.checks.tally().take_recorded();
        if shared.is_over() {
            return;
        }
        let part = match &shared.required {
            Some(required) => self.repairs.repair(part, &found, self.plan, required),
            None if self.checks.tally().has_errors() => {
                shared.is_over.store(true, Ordering::Relaxed);
                return;
            }
            None => part,
        };
        let groups = shared.groups.lock();
        let groups = groups
            .unwrap_or_else(PoisonError::into_inner)
            .add(part, number);
        for group in groups {
            shared.send(&group, &self.to);
        }
    }
}
