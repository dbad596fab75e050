//! The annotations of a schema: what JSON Schema has no keyword for.

use serde::Serialize;

use super::Entries;
use crate::describe::{
    self, CodeEntry, Column, Label, Language, ListKind, ListStatus, MatchQuality, MeasurementLevel,
    OwnQuantity, Phrase, Representation, Role, SuppliedFile, Text, TypeCertainty, ValueType,
};

/// The annotations of a schema, by block and by column: see [`Schema::annotations`](super::Schema::annotations).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Annotations<'a> {
    #[serde(rename = "x-beraad")]
    pub(super) content: &'a BlockAnnotations,
    pub(super) properties: Entries<OfColumn<'a>>,
}

/// The annotations of a column, at the place of its schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct OfColumn<'a> {
    #[serde(rename = "x-beraad")]
    pub(super) content: &'a ColumnAnnotations,
}

/// Annotations, which are in the schema or apart from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub(super) struct Annotated<T> {
    pub(super) content: T,
    #[serde(skip)]
    pub(super) in_schema: bool,
}

impl<T> Annotated<T> {
    pub(super) fn apart(content: T) -> Self {
        Self {
            content,
            in_schema: false,
        }
    }

    pub(super) fn is_apart(&self) -> bool {
        !self.in_schema
    }
}

/// The annotations of a block.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct BlockAnnotations {
    pub(super) block: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fingerprint: Option<String>,
    pub(super) label: Label,
    pub(super) paragraph: Text,
    pub(super) heading: Text,
    pub(super) row_unit: Label,
}

/// The annotations of a column. `None` leaves the key out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ColumnAnnotations {
    kind: &'static str,
    pub(super) label: Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    /// The certainty of the meaning of an observation period.
    #[serde(skip_serializing_if = "Option::is_none")]
    period_certainty: Option<TypeCertainty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    /// The reason for a column that the decision does not name.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<OwnQuantity>,
    #[serde(flatten)]
    variable: Option<VariableAnnotations>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_list: Option<ListAnnotations>,
}

/// The annotations of a column that is a variable.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct VariableAnnotations {
    phrase: Phrase,
    certainty: TypeCertainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    match_quality: Option<MatchQuality>,
    measurement: MeasurementLevel,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    null_means: Option<Label>,
}

/// The annotations of a code list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ListAnnotations {
    id: Text,
    kind: ListKind,
    status: Option<ListStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplied: Option<SuppliedFile>,
    /// The known codes, each with its meanings and their periods. The schema has those of a closed list only, and without periods.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<CodeEntry>,
}

impl ColumnAnnotations {
    pub(super) fn new<'a>(
        column: &Column<'_>,
        list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        let item = column.value_type().item();
        let of = match item {
            ValueType::SerialNumber { of } => Some(of.clone()),
            _ => None,
        };
        let decimals = match (item, item.representation()) {
            (ValueType::Amount { decimals, .. }, _) => Some(*decimals),
            (_, Representation::Decimal { decimals, .. }) => Some(decimals),
            _ => None,
        };
        let variable = column.variable().map(|variable| VariableAnnotations {
            phrase: variable.phrase.clone(),
            certainty: variable.certainty,
            match_quality: variable.match_quality,
            measurement: variable.measurement,
            unit: variable.unit.clone(),
            null_means: variable.null_means.clone(),
        });
        Self {
            kind: column.value_type().kind().id(),
            label: column.label(),
            role: column.role(),
            period_certainty: column.period_certainty(),
            of,
            decimals,
            why: column.why().cloned(),
            currency: item.currency().map(|code| code.to_owned().into()),
            quantity: item.own_quantity().cloned(),
            variable,
            code_list: column.code_list().and_then(list).map(ListAnnotations::new),
        }
    }
}

impl ListAnnotations {
    pub(super) fn new(list: &describe::CodeList) -> Self {
        Self {
            id: list.id.clone(),
            kind: list.kind,
            status: list.status,
            supplied: list.supplied_by.clone(),
            codes: list.codes.clone(),
        }
    }
}

/// A code with its meaning.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct TitledConstant {
    pub(super) r#const: String,
    pub(super) title: String,
}

impl TitledConstant {
    pub(super) fn new(text: &str, entry: &CodeEntry) -> Self {
        // A code has one constant, since JSON Schema does not know periods: several meanings keep their periods in its title.
        let mut labels: Vec<&str> = Vec::new();
        let mut meanings = Vec::new();
        for meaning in &entry.meanings {
            let label = meaning.label.get(Language::EN);
            labels.extend((!labels.contains(&label)).then_some(label));
            meanings.push(format!("{label} ({})", meaning.period));
        }
        let title = match *labels {
            [label] => label.to_owned(),
            _ => meanings.join(" / "),
        };
        Self {
            r#const: text.to_owned(),
            title,
        }
    }
}
