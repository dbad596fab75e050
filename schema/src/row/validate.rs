//! The checks of one row against its description: its observation period, its rules, its codes.

use std::marker::PhantomData;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use super::Block;
use super::data::row_to_data;
use super::near_codes::NearCodes;
use super::violation::{Violation, ViolationKind};
use crate::describe::{
    self, CodeForm, CodeIndex, Label, Language, Model, Observation, Period, ReadAt, Text,
    ValueType, is_missing_mark,
};
use crate::value::Datum;

/// The checks of the rows of the block `R`, by a model; what is the same for all rows is looked up once.
///
/// To check a single row, use [`Block::check`].
///
/// ```
/// use beraad_schema::describe::Model;
/// use beraad_schema::{Block, Checks};
///
/// /// Counts the rows that violate a rule, a code list or the window.
/// fn count_invalid<R: Block>(rows: &[R], model: &Model) -> usize {
///     let checks = Checks::new(model);
///     rows.iter().filter(|row| !checks.check(*row).is_empty()).count()
/// }
/// ```
#[derive(Debug)]
pub struct Checks<'m, R> {
    observation: Option<Observation>,
    codes: Vec<CodeColumn<'m>>,
    value_types: Vec<ValueType>,
    /// The calendar years of the observation window.
    window: Option<RangeInclusive<i32>>,
    row: PhantomData<fn(&R)>,
}

/// A column whose codes are checked.
#[derive(Debug)]
pub(super) struct CodeColumn<'m> {
    pub(super) index: usize,
    pub(super) codes: CodeIndex<'m>,
    /// False if the list rejects no code, except a mark of a missing value.
    can_reject: bool,
    /// Made at the first code that the list does not have.
    near_codes: OnceLock<NearCodes>,
}

impl CodeColumn<'_> {
    /// Returns whether a code that the list does not have is nearly one that it has.
    pub(super) fn is_near_code(&self, code: &str) -> bool {
        let near_codes = self
            .near_codes
            .get_or_init(|| NearCodes::of_list(self.codes.list()));
        near_codes.contain(code)
    }
}

impl<'m, R: Block> Checks<'m, R> {
    /// Prepares checks by the code lists and the observation window of a model.
    ///
    /// For a list that the model does not have, the list that the row type was compiled with is used.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let compiled_lists = R::code_lists();
        let find_list = |id: &str| {
            let compiled = || compiled_lists.iter().copied().find(|list| list.id == id);
            model.code_list(id).or_else(compiled)
        };
        let columns = &R::described().columns;
        let value_types = columns.iter().map(|column| column.value_type.clone());
        let value_types = value_types.collect();
        let codes = columns.iter().enumerate().filter_map(|(index, column)| {
            let list = find_list(column.value_type.code_list()?)?;
            // A list that can report nothing costs no look-up in any row, unless the code looks like a missing value.
            let published_can_reject =
                list.read_at == ReadAt::ObservationPeriod || list.form.is_some();
            let can_reject =
                list.rejects_unknown_codes() || (published_can_reject && !list.is_reference_only());
            Some(CodeColumn {
                index,
                codes: CodeIndex::new(list),
                can_reject,
                near_codes: OnceLock::new(),
            })
        });
        let window = &model.deliberation.window;
        Self {
            value_types,
            window: window.last_year().map(|last| window.first_year()..=last),
            observation: model.deliberation.observation(R::description()),
            codes: codes.collect(),
            row: PhantomData,
        }
    }

    /// Checks a row, and returns its violations: the observation period first, then rules, then codes, in the order of the
    /// description.
    #[must_use]
    pub fn check(&self, row: &R) -> Vec<Violation> {
        let described = R::described();
        let block = &described.block;
        let values = row_to_data(row);
        let observed = described.observation_period.map(|index| {
            let name = Text::Borrowed(described.names[index]);
            (name, &values[index])
        });
        let mut violations = Vec::new();
        let mut report = |kind, message| violations.push(Violation::new(R::ID, kind, message));

        if let Some((column, Datum::Period(period))) = &observed
            && let Some(observation) = &self.observation
            && !observation.contains(*period)
        {
            let column = column.clone();
            report(
                ViolationKind::OutsideWindow { column },
                observation.message(),
            );
        }
        for (rule, compiled) in block.rules.iter().zip(&described.rules) {
            if compiled.holds(&values) == Some(false) {
                let (id, columns) = (rule.id.clone(), rule.expression.columns());
                report(ViolationKind::Rule { id, columns }, rule.message.clone());
            }
        }
        // A row without an observation period, or with a null there, says nothing about when its codes are read: only
        // unknown codes of closed lists are reported.
        let period = match (observed, &self.observation) {
            (Some((_, Datum::Period(period))), Some(observation)) => {
                Some(observation.code_period(*period))
            }
            _ => None,
        };
        for CodeColumn {
            index,
            codes,
            can_reject,
            ..
        } in &self.codes
        {
            let value = &values[*index];
            if !can_reject && !has_missing_mark(value) {
                continue;
            }
            let column = Text::Borrowed(described.names[*index]);
            if let Some(violation) = code_violation(codes, period, value) {
                let (kind, message) = violation.report(column, codes.list());
                report(kind, message);
            }
        }
        violations
    }
}

impl<R> Checks<'_, R> {
    /// The types of the columns, in declaration order.
    pub(super) fn value_types(&self) -> &[ValueType] {
        &self.value_types
    }

    /// The columns of codes, in declaration order.
    pub(super) fn code_columns(&self) -> &[CodeColumn<'_>] {
        &self.codes
    }

    /// The calendar years of the observation window, if it has an end.
    pub(super) fn window(&self) -> Option<&RangeInclusive<i32>> {
        self.window.as_ref()
    }
}

fn has_missing_mark(value: &Datum) -> bool {
    match value {
        Datum::List(items) => items.iter().any(has_missing_mark),
        Datum::Code(text) => is_missing_mark(text.as_str()),
        _ => false,
    }
}

/// A violation by a code of a column.
pub(crate) enum CodeViolation<'a> {
    Unknown,
    Form(&'a CodeForm),
    MissingValueMark,
    WithoutMeaning,
}

impl CodeViolation<'_> {
    /// Returns the kind of the violation, and the rule in words.
    fn report(self, column: Text, list: &describe::CodeList) -> (ViolationKind, Label) {
        let id = list.id.clone();
        match self {
            Self::Unknown => {
                let message = Label::new([
                    (Language::NL, format!("elke code staat in de lijst {id}")),
                    (Language::EN, format!("each code is in the list {id}")),
                    (
                        Language::FR,
                        format!("chaque code figure dans la liste {id}"),
                    ),
                ]);
                (ViolationKind::UnknownCode { column, list: id }, message)
            }
            Self::Form(form) => {
                let message = form.label().map(|language, form| match language {
                    Language::NL => {
                        format!("elke code heeft de vorm van de codes van de lijst {id}: {form}")
                    }
                    Language::FR => {
                        format!("chaque code a la forme des codes de la liste {id}\u{a0}: {form}")
                    }
                    _ => format!("each code has the form of the codes of the list {id}: {form}"),
                });
                (ViolationKind::InvalidCodeForm { column, list: id }, message)
            }
            Self::MissingValueMark => {
                let message = Label::new([
                    (
                        Language::NL,
                        format!(
                            "een code is geen teken voor een ontbrekende waarde, zoals NA, tenzij de lijst {id} het bevat; laat de waarde leeg"
                        ),
                    ),
                    (
                        Language::EN,
                        format!(
                            "a code is not a mark of a missing value, such as NA, unless the list {id} has it; leave out the value"
                        ),
                    ),
                    (
                        Language::FR,
                        format!(
                            "un code n’est pas une marque de valeur manquante, comme NA, sauf si la liste {id} la contient\u{a0}; laissez la valeur vide"
                        ),
                    ),
                ]);
                (
                    ViolationKind::MissingValueMark { column, list: id },
                    message,
                )
            }
            Self::WithoutMeaning => {
                let message = Label::new([
                    (
                        Language::NL,
                        format!(
                            "elke code heeft in de observatieperiode een betekenis in de lijst {id}"
                        ),
                    ),
                    (
                        Language::EN,
                        format!(
                            "each code has a meaning in the list {id} in the observation period"
                        ),
                    ),
                    (
                        Language::FR,
                        format!(
                            "chaque code a une signification dans la liste {id} pendant la période d’observation"
                        ),
                    ),
                ]);
                (
                    ViolationKind::CodeWithoutMeaning { column, list: id },
                    message,
                )
            }
        }
    }
}

/// The violation by the first invalid code of a column; further ones are not reported.
///
/// `period` contains the days on which the codes of the row can be read; `None` if the row does not say.
pub(crate) fn code_violation<'a>(
    codes: &'a CodeIndex<'_>,
    period: Option<Period>,
    value: &Datum,
) -> Option<CodeViolation<'a>> {
    let list = codes.list();
    match value {
        Datum::List(items) => items
            .iter()
            .find_map(|item| code_violation(codes, period, item)),
        Datum::Code(text) => match codes.find(text.as_str()) {
            None if list.rejects_unknown_codes() => Some(CodeViolation::Unknown),
            None if is_missing_mark(text.as_str()) => Some(CodeViolation::MissingValueMark),
            // The compiler has checked the form of the published codes.
            None => {
                let form = list.required_form()?;
                (!form.accepts(text.as_str())).then_some(CodeViolation::Form(form))
            }
            Some(entry) => {
                // A reference-only list that the provider completed rejects the codes that neither has, and no other.
                let is_read_then =
                    list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only();
                let period = period.filter(|_| is_read_then)?;
                // If no meaning is published, the code may be valid at any time.
                let is_meaningless = !entry.meanings.is_empty() && !entry.is_valid(period);
                is_meaningless.then_some(CodeViolation::WithoutMeaning)
            }
        },
        Datum::Null
        | Datum::Flag(_)
        | Datum::Whole(_)
        | Datum::Scaled { .. }
        | Datum::Period(_) => None,
    }
}
