//! Blocks: kinds of row, with their columns.

use serde::{Deserialize, Serialize};

use crate::label::Label;
use crate::language::Language;
use crate::period::Period;
use crate::provenance::{Note, Origin, SeriesBreak, TypeCertainty};
use crate::rule::Rule;
use crate::subject::Subject;
use crate::text::Text;
use crate::value_type::ValueType;
use crate::variable::Variable;

vocabulary_enum! {
    /// The relation of the rows of a block to time.
    pub enum Temporality {
        /// The row holds facts that never change.
        Fixed,
        /// The row holds the state on one day: the last day of its observation period.
        Status,
        /// The row holds amounts or counts that were added up over its observation period.
        Accumulated,
        /// The row is an event: it has a start and an end, or happens at one moment.
        Event,
    }
}

/// The identity of a row: how it differs from every other row of its block.
///
/// ```
/// use beraad_describe::{Block, Identity};
///
/// /// Returns the names of the columns of the key; none if no key is known.
/// fn key(block: &Block) -> Vec<&str> {
///     match &block.identity {
///         Identity::Key(columns) => columns.iter().map(|name| &**name).collect(),
///         Identity::NoKnownKey(_) => Vec::new(),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// No two rows have the same values in these columns. The names include the prefixes of groups.
    Key(Vec<Text>),
    /// No set of columns is known that identifies a row, for the reason that the label gives. Uniqueness is not checked.
    NoKnownKey(Label),
}

vocabulary_enum! {
    /// The purpose of a column that the text of the decision implies and does not name.
    pub enum Role {
        /// The serial number of a unit that the row is about: a person, an employer, a hospital.
        Subject,
        /// The serial number of another unit, such as the reference person of a household. It leads to rows about that
        /// unit.
        Reference,
        /// A value that belongs to the form of the data, such as the number of a stay, a rank or a wave.
        Technical,
        /// The month, quarter or year that the row is about.
        ObservationPeriod,
    }
}

/// A column that the text of the decision implies: the number of a person or of another unit, an observation period, a rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RoleColumn {
    /// The name of the column, without the prefix of its group.
    pub id: Text,
    /// The names under which earlier versions of the model had the column, the latest one first, so that a rename is not taken for a removed and an added column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed_from: Vec<Text>,
    /// The purpose of the column.
    pub role: Role,
    /// A short name. A column for the subject of the row has that of the subject:
    /// [`Subject::column_label`](crate::Subject::column_label).
    pub label: Label,
    /// The definition: one or more sentences.
    pub definition: Label,
    /// The reason for a column that the decision does not name. `None` for the subject and the observation period of a row,
    /// which need no reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Label>,
    /// The type of the values.
    pub value_type: ValueType,
    /// True if a row may have no value.
    pub nullable: bool,
    /// The certainty that the delivery writes in the column what its definition says, where it was considered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<TypeCertainty>,
}

impl RoleColumn {
    /// Creates a column that always has a value, with an empty definition and without a reason. Set the fields that differ.
    #[must_use]
    pub fn new(id: impl Into<Text>, role: Role, label: Label, value_type: ValueType) -> Self {
        Self {
            id: id.into(),
            renamed_from: Vec::new(),
            role,
            definition: label.map(|_, _| String::new()),
            label,
            why: None,
            value_type,
            nullable: false,
            certainty: None,
        }
    }

    /// Creates the column with the serial number of the unit that the row is about. It always has a value.
    #[must_use]
    pub fn subject(id: impl Into<Text>, subject: &Subject) -> Self {
        let of = subject.id.clone();
        let value_type = ValueType::SerialNumber { of };
        Self {
            definition: subject.column_definition(),
            ..Self::new(id, Role::Subject, subject.column_label(), value_type)
        }
    }

    /// Creates the column with the observation period of the row. It always has a value.
    #[must_use]
    pub fn observation_period(id: impl Into<Text>, value_type: ValueType) -> Self {
        let label = Label::new([
            (Language::NL, "Observatieperiode"),
            (Language::EN, "Observation period"),
            (Language::FR, "Période d’observation"),
        ]);
        let definition = Label::new([
            (
                Language::NL,
                "De periode waarover de rij gaat; een toestand is die op de laatste dag ervan.",
            ),
            (
                Language::EN,
                "The period that the row is about; a state is that of its last day.",
            ),
            (
                Language::FR,
                "La période que la ligne décrit\u{a0}; une situation est celle de son dernier jour.",
            ),
        ]);
        Self {
            definition,
            ..Self::new(id, Role::ObservationPeriod, label, value_type)
        }
    }
}

/// A group of columns that a struct of its own declares.
///
/// The group is not a column itself: its columns are in the row, with a prefix before their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Group {
    /// The prefix, with an underscore at its end where one is wanted.
    pub prefix: Text,
    /// The relative of the person concerned whom the columns describe, such as `partner`; `None` if they describe the
    /// person concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Text>,
    /// The columns, with names without the prefix.
    pub fields: Vec<Field>,
}

impl Group {
    /// Creates a group of columns that describe the person concerned.
    #[must_use]
    pub fn new(prefix: impl Into<Text>, fields: Vec<Field>) -> Self {
        Self {
            prefix: prefix.into(),
            relative: None,
            fields,
        }
    }
}

/// A field of the struct that declares a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A column that the text of the decision implies.
    Role(RoleColumn),
    /// A column that the decision authorises. Boxed, since it is much larger than the other fields.
    Variable(Box<Variable>),
    /// Columns that a struct of their own declares.
    Group(Group),
}

/// A block: one kind of row, which a Rust struct declares.
///
/// A block carries out a heading of the decision, alone or with other blocks. Read its columns with
/// [`columns`](Self::columns), which flattens groups.
///
/// ```
/// use beraad_describe::{Block, Field, Grain, Label, Language, Phrase, ValueType, Variable};
///
/// let label = |text| Label::new([(Language::EN, text)]);
/// let phrase = Phrase::new("1", "Visits", "the number of visits", Grain::Month);
/// let visits = Variable::new("visits", label("Visits"), phrase, ValueType::Flag {});
/// let mut block = Block::new("visit", label("Visit"));
/// block.fields = vec![Field::Variable(Box::new(visits))];
///
/// let column = block.column("visits").unwrap();
/// assert_eq!(column.label().get(Language::EN), "Visits");
/// assert!(block.column("visit").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Block {
    /// The id in snake case, unique in the model. Output files are named after it.
    pub id: Text,
    /// The names under which earlier versions of the model had the block, the latest one first, so that a rename is not taken for a removed and an added block.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed_from: Vec<Text>,
    /// The reason not to use the block any more, and what to use instead; `None` if it is not deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Label>,
    /// A short name.
    pub label: Label,
    /// The definition: one or more sentences about the rows.
    pub definition: Label,
    /// The number of the paragraph of the decision.
    pub paragraph: Text,
    /// The title of the heading that the block carries out, as in [`Heading::title`](crate::Heading::title).
    pub heading: Text,
    /// A description of one row, such as "one loan of one book".
    pub row_unit: Label,
    /// The unit of analysis: the kind of unit that a row describes, such as a person.
    pub analysis_unit: Label,
    /// The universe: the persons or units for which there are rows, where a source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<Label>,
    /// The relation of the rows to time.
    pub temporality: Temporality,
    /// The identity of a row.
    pub identity: Identity,
    /// The name of the column that holds the observation period, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation_period: Option<Text>,
    /// The period for which rows exist; [`Period::ALWAYS`] if no source states one.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub valid: Period,
    /// The columns, with groups as they are declared.
    pub fields: Vec<Field>,
    /// The rules that every row follows.
    pub rules: Vec<Rule>,
    /// The origins of the block as a whole.
    pub origins: Vec<Origin>,
    /// The arguments for the origins and everything else that is not in the decision, in English.
    pub evidence: Vec<Text>,
    /// Remarks for researchers on the block as a whole.
    pub notes: Vec<Note>,
    /// Breaks in series of the block as a whole.
    pub breaks: Vec<SeriesBreak>,
}

impl Block {
    /// Creates a block without columns.
    ///
    /// Its texts other than `label` are empty, its rows never change and have no known key. Set the fields that
    /// differ.
    #[must_use]
    pub fn new(id: impl Into<Text>, label: Label) -> Self {
        let empty = || label.map(|_, _| String::new());
        Self {
            id: id.into(),
            renamed_from: Vec::new(),
            deprecated: None,
            definition: empty(),
            paragraph: "".into(),
            heading: "".into(),
            row_unit: empty(),
            analysis_unit: empty(),
            universe: None,
            temporality: Temporality::Fixed,
            identity: Identity::NoKnownKey(empty()),
            label,
            observation_period: None,
            valid: Period::ALWAYS,
            fields: Vec::new(),
            rules: Vec::new(),
            origins: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            breaks: Vec::new(),
        }
    }

    /// Returns the columns in the order of declaration, with groups flattened.
    ///
    /// It makes a new list on every call: keep the list if you need it again.
    #[must_use]
    pub fn columns(&self) -> Vec<Column<'_>> {
        let mut columns = Vec::with_capacity(self.fields.len());
        flatten(&self.fields, "", None, &mut columns);
        columns
    }

    /// Returns the column with this name, which includes the prefixes of its groups.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<Column<'_>> {
        self.columns()
            .into_iter()
            .find(|column| column.name == name)
    }

    /// Returns the columns that are variables, each with its variable, in the order of declaration.
    pub fn variables(&self) -> impl Iterator<Item = (Column<'_>, &Variable)> {
        self.columns()
            .into_iter()
            .filter_map(|column| Some((column.clone(), column.variable()?)))
    }
}

/// Appends the columns of `fields`, with `prefix` before their names.
pub(crate) fn flatten<'a>(
    fields: &'a [Field],
    prefix: &str,
    relative: Option<&'a str>,
    columns: &mut Vec<Column<'a>>,
) {
    for field in fields {
        let content = match field {
            Field::Role(role) => Content::Role(role),
            Field::Variable(variable) => Content::Variable(variable),
            Field::Group(group) => {
                // The innermost group that names a relative decides.
                let relative = group.relative.as_deref().or(relative);
                flatten(
                    &group.fields,
                    &format!("{prefix}{}", group.prefix),
                    relative,
                    columns,
                );
                continue;
            }
        };
        let id = match content {
            Content::Role(role) => &role.id,
            Content::Variable(variable) => &variable.id,
        };
        columns.push(Column {
            name: format!("{prefix}{id}"),
            relative,
            content,
        });
    }
}

/// A column of a block: a variable, or a column with a role.
///
/// ```
/// use beraad_describe::{Block, Language};
///
/// /// Prints the name, the label and the kind of each column.
/// fn print(block: &Block) {
///     for column in block.columns() {
///         let kind = column.value_type().kind();
///         println!("{}: {} ({kind})", column.name, column.label().get(Language::EN));
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// The name in a row, which includes the prefixes of groups.
    pub name: String,
    relative: Option<&'a str>,
    content: Content<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content<'a> {
    Role(&'a RoleColumn),
    Variable(&'a Variable),
}

impl<'a> Column<'a> {
    /// Returns the variable, or `None` if the column has a role.
    #[must_use]
    pub fn variable(&self) -> Option<&'a Variable> {
        match self.content {
            Content::Variable(variable) => Some(variable),
            Content::Role(_) => None,
        }
    }

    /// Returns the role, or `None` if the column is a variable.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        match self.content {
            Content::Role(column) => Some(column.role),
            Content::Variable(_) => None,
        }
    }

    /// Returns the names that the column had in earlier versions of the model, without the prefixes of groups, the latest one first.
    #[must_use]
    pub fn renamed_from(&self) -> &'a [Text] {
        match self.content {
            Content::Role(column) => &column.renamed_from,
            Content::Variable(variable) => &variable.renamed_from,
        }
    }

    /// Returns the names that the column had in earlier versions of the model, with the prefixes of its groups, the latest one first.
    pub fn former_names(&self) -> impl Iterator<Item = String> + use<'a> {
        let id = match self.content {
            Content::Role(column) => &column.id,
            Content::Variable(variable) => &variable.id,
        };
        let prefix = self.name.strip_suffix(&**id).unwrap_or_default().to_owned();
        let former = self.renamed_from().iter();
        former.map(move |name| format!("{prefix}{name}"))
    }

    /// Returns the reason for a column that the decision does not name, if it has one.
    #[must_use]
    pub fn why(&self) -> Option<&'a Label> {
        match self.content {
            Content::Role(column) => column.why.as_ref(),
            Content::Variable(_) => None,
        }
    }

    /// Returns the certainty of the meaning of an observation period, if it was considered; `None` for other columns.
    #[must_use]
    pub fn period_certainty(&self) -> Option<TypeCertainty> {
        match self.content {
            Content::Role(column) => column.certainty,
            Content::Variable(_) => None,
        }
    }

    /// Returns the id of the code list that explains the values; `None` if there is none.
    #[must_use]
    pub fn code_list(&self) -> Option<&'a str> {
        match self.content {
            Content::Role(column) => column.value_type.code_list(),
            Content::Variable(variable) => variable.code_list.as_deref(),
        }
    }

    /// Returns the type of the values in the column.
    #[must_use]
    pub fn value_type(&self) -> &'a ValueType {
        match self.content {
            Content::Role(column) => &column.value_type,
            Content::Variable(variable) => &variable.value_type,
        }
    }

    /// Returns true if a row may have no value.
    #[must_use]
    pub fn nullable(&self) -> bool {
        match self.content {
            Content::Role(column) => column.nullable,
            Content::Variable(variable) => variable.nullable,
        }
    }

    /// Returns the short name of the column.
    #[must_use]
    pub fn label(&self) -> Label {
        match self.content {
            Content::Role(column) => column.label.clone(),
            Content::Variable(variable) => variable.label.clone(),
        }
    }

    /// Returns the definition of the column.
    #[must_use]
    pub fn definition(&self) -> Label {
        match self.content {
            Content::Role(column) => column.definition.clone(),
            Content::Variable(variable) => variable.definition.clone(),
        }
    }

    /// Returns the relative of the person concerned whom the column describes, such as `partner`: the one that its phrase
    /// names, otherwise that of its innermost group.
    #[must_use]
    pub fn relative(&self) -> Option<&'a str> {
        self.variable()
            .and_then(|variable| variable.phrase.relative.as_deref())
            .or(self.relative)
    }
}
