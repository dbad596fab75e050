//! The rows of a block as texts, and the random numbers by which they are made.

use std::collections::BTreeSet;

use beraad_schema::csv::Dialect;
use beraad_schema::describe::{
    Block, CalendarPeriod, CodeEntry, CodeList, Column, Grain, Identity, Model, Observation,
    Period, ReadAt, Representation,
};

/// The sign between several values of a field.
pub(crate) const ITEM_SEPARATOR: char = '|';

/// Returns the dialect of the files.
pub(crate) fn dialect() -> Dialect {
    Dialect::new().item_separator(b'|')
}

/// The damage of a line that is not a row any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    SurplusField,
    MissingField,
    Quote,
    /// Bytes that are not in UTF-8, in this column. The line is still a row.
    NotUtf8(usize),
}

/// A row as texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<String>,
    /// The columns whose text is not a value.
    pub(crate) invalid: BTreeSet<usize>,
    pub(crate) damage: Option<Damage>,
}

impl Row {
    /// Returns true if the line is read as a row.
    pub(crate) fn is_read(&self) -> bool {
        matches!(self.damage, None | Some(Damage::NotUtf8(_)))
    }

    /// Returns the text of a cell that has a value.
    pub(crate) fn value(&self, column: usize) -> Option<&str> {
        let text = &*self.cells[column];
        (!text.is_empty() && !self.invalid.contains(&column)).then_some(text)
    }

    /// Returns the line of a CSV file.
    pub(crate) fn line(&self) -> Vec<u8> {
        let cells = self.cells.iter().enumerate().map(|(column, text)| {
            if self.damage == Some(Damage::NotUtf8(column)) {
                b"\xff\xfe".to_vec()
            } else if self.damage == Some(Damage::Quote) && column == 0 {
                b"\"1\"x".to_vec()
            } else if text.contains([',', '"']) {
                format!("\"{}\"", text.replace('"', "\"\"")).into_bytes()
            } else {
                text.clone().into_bytes()
            }
        });
        let mut cells: Vec<_> = cells.collect();
        match self.damage {
            Some(Damage::SurplusField) => cells.push(b"surplus".to_vec()),
            Some(Damage::MissingField) => {
                cells.pop();
            }
            Some(Damage::Quote | Damage::NotUtf8(_)) | None => {}
        }
        let mut line = cells.join(&b","[..]);
        line.push(b'\n');
        line
    }
}

/// The rows of a block.
#[derive(Clone)]
pub(crate) struct Sheet<'m> {
    pub(crate) model: &'m Model,
    pub(crate) block: &'m Block,
    pub(crate) columns: Vec<Column<'m>>,
    /// The position of the observation period.
    pub(crate) observed: Option<usize>,
    pub(crate) observation: Option<Observation>,
    pub(crate) rows: Vec<Row>,
}

impl<'m> Sheet<'m> {
    pub(crate) fn new(model: &'m Model, block: &'m Block) -> Self {
        let columns = block.columns();
        let observed = block.observation_period.as_deref();
        Self {
            model,
            block,
            observed: observed.and_then(|name| columns.iter().position(|it| it.name == name)),
            observation: model.deliberation.observation(block),
            columns,
            rows: Vec::new(),
        }
    }

    /// Returns true for this column of this block.
    pub(crate) fn is(&self, block: &str, column: usize, name: &str) -> bool {
        self.block.id == block && self.columns[column].name == name
    }

    /// Returns the position of a column.
    ///
    /// # Panics
    /// Panics if the block does not have it.
    pub(crate) fn position(&self, name: &str) -> usize {
        let mut columns = self.columns.iter();
        columns.position(|it| it.name == name).expect("the column")
    }

    /// Returns the positions of the columns of the key; `None` if no key is known.
    pub(crate) fn key(&self) -> Option<Vec<usize>> {
        match &self.block.identity {
            Identity::Key(key) => Some(key.iter().map(|name| self.position(name)).collect()),
            Identity::NoKnownKey(_) => None,
        }
    }

    /// Returns the precision of the observation periods.
    pub(crate) fn grain(&self) -> Option<Grain> {
        self.columns[self.observed?].value_type().grain()
    }

    /// Returns the list of a column of codes.
    pub(crate) fn list(&self, column: usize) -> Option<&'m CodeList> {
        let column = &self.columns[column];
        let is_code = matches!(
            column.value_type().item().representation(),
            Representation::Code { .. }
        );
        let list = column.code_list().filter(|_| is_code)?;
        self.model.code_list(list)
    }

    /// Returns true if the codes of a column are read in the observation period of the row.
    pub(crate) fn is_read_at_period(&self, column: usize) -> bool {
        let list = self.list(column);
        self.observed.is_some()
            && list.is_some_and(|it| {
                it.read_at == ReadAt::ObservationPeriod && !it.is_reference_only()
            })
    }

    /// Returns true if a code of the list may be in a row of this period.
    pub(crate) fn has_meaning(&self, entry: &CodeEntry, period: CalendarPeriod) -> bool {
        let observation = self.observation.as_ref().expect("an observation period");
        entry.meanings.is_empty() || entry.is_valid(observation.code_period(period))
    }

    /// Returns true if a period of the window has a day of a period of validity.
    pub(crate) fn is_within(&self, valid: Period, period: CalendarPeriod) -> bool {
        let observation = self.observation.as_ref().expect("an observation period");
        observation.code_period(period).overlaps(valid)
    }

    /// Returns true if a period of validity starts after the window.
    pub(crate) fn starts_late(&self, valid: Period) -> bool {
        let window = self.model.deliberation.window.span();
        valid.from > window.from
    }

    /// Returns the period for which the variable of a column exists.
    pub(crate) fn valid(&self, column: usize) -> Period {
        let variable = self.columns[column].variable();
        variable.map_or(Period::ALWAYS, |variable| variable.valid)
    }

    /// Returns the observation period of a row, if it has one.
    pub(crate) fn period(&self, row: &Row) -> Option<CalendarPeriod> {
        CalendarPeriod::parse(self.grain()?, row.value(self.observed?)?).ok()
    }

    /// Returns the number of a person in a row.
    pub(crate) fn person(&self, row: &Row) -> u64 {
        row.cells[self.position("person")]
            .parse()
            .expect("a number")
    }

    pub(crate) fn header(&self) -> Vec<&str> {
        self.columns.iter().map(|it| &*it.name).collect()
    }

    /// Returns the rows as a CSV file.
    pub(crate) fn csv(&self) -> Vec<u8> {
        let mut text = self.header().join(",").into_bytes();
        text.push(b'\n');
        text.extend(self.rows.iter().flat_map(Row::line));
        text
    }
}

/// Returns a number that follows from these two alone, and looks random.
pub(crate) fn hash(one: usize, other: usize) -> usize {
    let mut state = (one as u64) << 32 ^ other as u64;
    for _ in 0..2 {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^= state >> 31;
    }
    usize::try_from(state >> 33).expect("31 bits")
}
