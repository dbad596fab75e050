//! Reads the codes of a column by a model: with the codes of a delivery, and on the days that decide in each row.

use std::borrow::Cow;

use crate::block::{Block, Column};
use crate::calendar::ObservationPeriod;
use crate::code_index::CodeIndex;
use crate::code_list::{CodeEntry, CodeList, Meaning, MissingReason, ReadAt};
use crate::language::Language;
use crate::model::Model;
use crate::observation::Observation;
use crate::period::{Date, Period};

impl Model {
    /// Returns the block and the column of a path such as `loans.kind`; `None` if there is no such block or column.
    #[must_use]
    pub fn column(&self, path: &str) -> Option<(&Block, Column<'_>)> {
        let (block, column) = path.split_once('.')?;
        let block = self.block(block)?;
        Some((block, block.column(column)?))
    }

    /// Returns the code list of a column, with the codes of a delivery that were merged into this model; `None` if the column
    /// does not contain codes.
    #[must_use]
    pub fn list_of(&self, column: &Column<'_>) -> Option<&CodeList> {
        self.code_list(column.code_list()?)
    }

    /// Returns the codes of the column with a path such as `loans.kind`, to look up many of them; `None` if there is no such
    /// column, or it does not contain codes.
    #[must_use]
    pub fn codes_of(&self, path: &str) -> Option<ColumnCodes<'_>> {
        let (block, column) = self.column(path)?;
        Some(ColumnCodes {
            index: CodeIndex::new(self.list_of(&column)?),
            observation: self.deliberation.observation(block),
        })
    }
}

/// The codes of a column in a model: what a code of a row means, from [`Model::codes_of`].
///
/// ```
/// use beraad_describe::{Language, Year};
///
/// # use beraad_describe::{Block, CodeEntry, CodeList, Date, Deliberation, Field, Label, ListKind, Meaning, Model, Role, RoleColumn, ValueType, Window};
/// # let label = |en: &'static str| Label::new([(Language::EN, en)]);
/// # let decision = Deliberation::new("99/001", label("decision"), Date::ymd(2017, 6, 6), Window::of_years(2005, 2013));
/// # let mut model = Model::new("1.0.0", decision);
/// # let mut block = Block::new("loans", label("Loans"));
/// # let code = ValueType::Code { list: "kind".into() };
/// # block.fields = vec![Field::Role(RoleColumn::new("kind", Role::Technical, label("Kind"), code))];
/// # model.blocks.push(block);
/// # let mut list = CodeList::new("kind", label("Kinds of books."), ListKind::Open);
/// # list.codes.push(CodeEntry::new("2", vec![Meaning::new(label("comics"))]));
/// # model.code_lists.push(list);
/// let kinds = model.codes_of("loans.kind").expect("a column of codes");
/// let label = kinds.label_at("2", Year::new(2011), Language::EN);
/// assert_eq!(label.as_deref(), Some("comics"));
/// ```
#[derive(Clone, Debug)]
pub struct ColumnCodes<'m> {
    index: CodeIndex<'m>,
    observation: Option<Observation>,
}

impl ColumnCodes<'_> {
    /// Returns the code list.
    #[must_use]
    pub fn list(&self) -> &CodeList {
        self.index.list()
    }

    /// Returns the entry of a code or of an alias; `None` if the list does not have it.
    #[must_use]
    pub fn entry(&self, code: &str) -> Option<&CodeEntry> {
        self.index.find(code)
    }

    /// Returns the meanings that a code may have in a row with this observation period: several if sources differ, none if the
    /// list does not have the code or the code is not valid then.
    ///
    /// These are the meanings on the last day of the period, or otherwise those during it. In a row that holds
    /// the state at the end of its year, the codes may be those of the next day too, as
    /// [`Observation::code_period`] says. In a list whose codes are not read at the observation period
    /// ([`CodeList::read_at`]), the period does not decide, and all meanings are returned; [`meanings_on`](Self::meanings_on)
    /// takes the date of the event.
    #[must_use]
    pub fn meanings_at(&self, code: &str, observed: impl ObservationPeriod) -> Vec<&Meaning> {
        let Some(entry) = self.entry(code) else {
            return Vec::new();
        };
        if self.list().read_at != ReadAt::ObservationPeriod {
            return entry.meanings.iter().collect();
        }
        let observation = self.observation.as_ref();
        let Some(observation) = observation.filter(|observation| observation.is_year_end()) else {
            return entry.meanings_at(observed.period());
        };
        // Both sides of midnight.
        let midnight = Period::new(Some(observed.last_day()), Some(observed.next_day()));
        let meanings = entry.meanings.iter();
        let then: Vec<_> = meanings
            .filter(|meaning| meaning.period.overlaps(midnight))
            .collect();
        if then.is_empty() {
            entry.meanings_at(observation.code_period(observed))
        } else {
            then
        }
    }

    /// Returns the meanings of a code on a day, for a list that is read at the date of an event.
    #[must_use]
    pub fn meanings_on(&self, code: &str, day: Date) -> Vec<&Meaning> {
        let meanings = self.entry(code).map(|entry| &*entry.meanings);
        let meanings = meanings.unwrap_or_default().iter();
        meanings.filter(|meaning| meaning.holds_on(day)).collect()
    }

    /// Returns the label of a code in a row with this observation period, in one language: that of
    /// [`meanings_at`](Self::meanings_at). Different labels are joined by ` / `.
    #[must_use]
    pub fn label_at(
        &self,
        code: &str,
        observed: impl ObservationPeriod,
        language: Language,
    ) -> Option<Cow<'_, str>> {
        let meanings = self.meanings_at(code, observed);
        let mut labels: Vec<&str> = Vec::new();
        for meaning in meanings {
            let label = meaning.label.get(language);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        match *labels {
            [] => None,
            [label] => Some(Cow::Borrowed(label)),
            _ => Some(Cow::Owned(labels.join(" / "))),
        }
    }

    /// Returns the reason why a code is a missing value in a row with this observation period; `None` if it is a value, also if
    /// only one of several sources calls it missing.
    #[must_use]
    pub fn missing_at(
        &self,
        code: &str,
        observed: impl ObservationPeriod,
    ) -> Option<MissingReason> {
        let meanings = self.meanings_at(code, observed);
        let mut reasons = meanings.iter().map(|meaning| meaning.missing);
        let first = reasons.next()??;
        reasons.all(|reason| reason.is_some()).then_some(first)
    }
}
