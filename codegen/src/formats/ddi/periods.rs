//! Periods: each of their days is a `timePrd` of the study, and elements refer to it by its id.

use std::collections::BTreeSet;
use std::io;

use beraad_schema::describe::{Date, Period};

use super::xml::Xml;
use crate::format::Selection;

/// The first and last days of all periods that elements refer to.
pub(super) struct Days {
    first: BTreeSet<Date>,
    last: BTreeSet<Date>,
}

impl Days {
    /// Collects the days of blocks, variables and codes.
    pub(super) fn of(selection: &Selection<'_>) -> Self {
        let lists = selection.code_lists().into_iter();
        let meanings = lists
            .flat_map(|list| &list.codes)
            .flat_map(|code| &code.meanings);
        let blocks = selection.blocks.iter();
        let of_blocks = blocks.flat_map(|block| {
            let variables = block.variables().map(|(_, variable)| variable.valid);
            [block.valid].into_iter().chain(variables)
        });
        let periods = meanings.map(|meaning| meaning.period).chain(of_blocks);
        let periods: Vec<_> = periods.collect();
        Self {
            first: periods.iter().filter_map(|period| period.from).collect(),
            last: periods.iter().filter_map(|period| period.to).collect(),
        }
    }

    pub(super) fn write(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        for (days, event) in [(&self.first, "start"), (&self.last, "end")] {
            for day in days {
                let (id, date) = (id(event, *day), day.to_string());
                let attributes = [("ID", &*id), ("event", event), ("date", &date)];
                xml.text("timePrd", &attributes, &date)?;
            }
        }
        Ok(())
    }
}

/// Returns the ids of the days of a period, as the attribute `sdatrefs` has them; `None` for a period without stated days.
pub(super) fn references(period: Period) -> Option<String> {
    let first = period.from.map(|day| id("start", day));
    let last = period.to.map(|day| id("end", day));
    let ids: Vec<_> = first.into_iter().chain(last).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn id(event: &str, day: Date) -> String {
    format!("{event}.{day}")
}
