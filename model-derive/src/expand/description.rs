//! The description of a block, as far as the macro knows it.
//!
//! It is one text of JSON in the binary and not a constant of nested structs, which takes the compiler ten times as long.
//! The text is a complete description, but four things are known at run time only, and `Draft` in `beraad-schema`
//! puts them in:
//!
//! * the type of each column, whether it is nullable, and its code list: only the compiler knows what a field's type
//!   is. The text has a placeholder.
//! * the label and the definition of a column that identifies the subject of the row: they follow from its type as well.
//! * the expressions of rules, which may name constants. The text has a placeholder.
//! * origins, notes and breaks that are constants. The text leaves them out, and [`Constants`] says where they belong.

use serde::Serialize;
use syn::Path;
use syn::ext::IdentExt;

use crate::against_decision::Authority;
use crate::ast::{BlockAst, FieldAst, FieldContent, IdentityAst, RoleAst, RuleAst, VariableAst};
use crate::provenance::{InlineOrConst, Provenance};
use crate::register::Register;
use beraad_describe::{
    Block, Expr, Field, Group, Heading, Identity, Label, Language, Literal, Note, Origin, Phrase,
    Role, RoleColumn, Rule, SeriesBreak, Term, Text, ValueType, Variable,
};

/// The constants that a description names.
#[derive(Default)]
pub(super) struct Constants {
    pub(super) origins: NamedConstants,
    pub(super) notes: NamedConstants,
    pub(super) breaks: NamedConstants,
}

/// The constants of one kind, and where each belongs.
///
/// Each constant is named once in the output, however many variables name it: one of another type is one error, and the
/// compiler evaluates it once for each struct.
#[derive(Default)]
pub(super) struct NamedConstants {
    pub(super) paths: Vec<Path>,
    /// The index of the field, or `None` for the block as a whole; the position in the list that the constant belongs to; and
    /// the index of the constant in `paths`.
    places: Vec<(Option<usize>, usize, usize)>,
}

impl NamedConstants {
    fn push(&mut self, path: &Path, field: Option<usize>, position: usize) {
        let known = self.paths.iter().position(|known| is_same(known, path));
        let index = known.unwrap_or_else(|| {
            self.paths.push(path.clone());
            self.paths.len() - 1
        });
        self.places.push((field, position, index));
    }
}

/// Returns true if two paths of constants are written the same.
fn is_same(path: &Path, other: &Path) -> bool {
    let segments = || path.segments.iter().zip(&other.segments);
    path.leading_colon.is_some() == other.leading_colon.is_some()
        && path.segments.len() == other.segments.len()
        // Paths with arguments, as in `<T as Trait>::NOTE`, cannot be compared here: each counts as another constant.
        && segments().all(|(a, b)| a.ident == b.ident && a.arguments.is_none() && b.arguments.is_none())
}

/// The text from which `Draft` makes a description: the description, and the places of its constants.
#[derive(Serialize)]
pub(super) struct DraftText<'a, T> {
    description: T,
    origins: &'a [(Option<usize>, usize, usize)],
    notes: &'a [(Option<usize>, usize, usize)],
    breaks: &'a [(Option<usize>, usize, usize)],
}

impl Constants {
    /// Returns the text of a description that names these constants.
    pub(super) fn text_of<T: Serialize>(&self, description: T) -> String {
        let text = DraftText {
            description,
            origins: &self.origins.places,
            notes: &self.notes.places,
            breaks: &self.breaks.places,
        };
        serde_json::to_string(&text).expect("descriptions serialize to JSON")
    }
}

/// Describes one block, and collects the constants that its description names.
pub(super) struct Describer<'a> {
    pub(super) register: &'a Register,
    pub(super) heading: &'a Heading,
    pub(super) constants: Constants,
}

/// The lists that a block and a variable share.
struct DescribedProvenance {
    origins: Vec<Origin>,
    evidence: Vec<Text>,
    notes: Vec<Note>,
    breaks: Vec<SeriesBreak>,
}

impl Describer<'_> {
    /// Returns the description of a block; `None` if a part of it was reported as an error.
    pub(super) fn block(&mut self, block: &BlockAst, authority: &Authority<'_>) -> Option<Block> {
        let provenance = self.provenance(&block.provenance, None);
        let mut described = Block::new(block.id.clone(), block.label.clone()?);
        described.definition = block.definition.clone()?;
        described.paragraph.clone_from(&self.heading.paragraph);
        described.heading.clone_from(&self.heading.title);
        described.row_unit = block.row_unit.clone()?;
        described.analysis_unit = block.analysis_unit.clone()?;
        described
            .renamed_from
            .clone_from(&block.lineage.renamed_from);
        described.deprecated.clone_from(&block.lineage.deprecated);
        described.universe.clone_from(&block.universe);
        described.temporality = block.temporality?;
        described.identity = identity(block.identity.as_ref()?);
        described.observation_period = observation_period(block);
        described.valid = block.valid;
        described.fields = self.fields(block, authority)?;
        described.rules = block.rules.iter().map(rule).collect::<Option<_>>()?;
        described.origins = provenance.origins;
        described.evidence = provenance.evidence;
        described.notes = provenance.notes;
        described.breaks = provenance.breaks;
        Some(described)
    }

    /// Returns the descriptions of the fields; `None` if a part of one was reported as an error.
    pub(super) fn fields(
        &mut self,
        block: &BlockAst,
        authority: &Authority<'_>,
    ) -> Option<Vec<Field>> {
        let fields = block.fields.iter().zip(&authority.terms).enumerate();
        fields
            .map(|(index, (field, term))| self.field(index, field, *term))
            .collect()
    }

    fn field(&mut self, index: usize, field: &FieldAst, term: Option<&Term>) -> Option<Field> {
        match &field.content {
            FieldContent::Role(column) => role_column(field, column).map(Field::Role),
            FieldContent::Group { prefix, relative } => {
                let mut group = Group::new(prefix.value(), Vec::new());
                group.relative = relative.as_ref().map(|text| text.value().into());
                Some(Field::Group(group))
            }
            FieldContent::Variable(variable) => {
                let variable = self.variable(index, &field.name, variable, term?)?;
                Some(Field::Variable(Box::new(variable)))
            }
            FieldContent::Invalid => None,
        }
    }

    fn variable(
        &mut self,
        index: usize,
        name: &str,
        variable: &VariableAst,
        term: &Term,
    ) -> Option<Variable> {
        let (label, phrase) = (variable.label.clone()?, self.phrase(variable, term));
        let mut described = Variable::new(name.to_owned(), label, phrase, placeholder_type());
        described.definition = variable.definition.clone()?;
        described.certainty = variable.certainty?;
        described.alternatives.clone_from(&variable.alternatives);
        described.null_means.clone_from(&variable.null);
        described
            .renamed_from
            .clone_from(&variable.lineage.renamed_from);
        described
            .deprecated
            .clone_from(&variable.lineage.deprecated);
        described.universe.clone_from(&variable.universe);
        described.source_unit.clone_from(&variable.source_unit);
        described.measurement = variable.measurement?;
        described.unit.clone_from(&variable.unit);
        described.range.clone_from(&variable.range);
        described.valid = variable.valid;
        described.match_quality = variable.match_quality;
        let provenance = self.provenance(&variable.provenance, Some(index));
        described.origins = provenance.origins;
        described.evidence = provenance.evidence;
        described.notes = provenance.notes;
        described.breaks = provenance.breaks;
        Some(described)
    }

    fn phrase(&self, variable: &VariableAst, term: &Term) -> Phrase {
        let (paragraph, heading) = (self.heading.paragraph.clone(), self.heading.title.clone());
        let dates = self.register.deliberation.dates(self.heading, Some(term));
        let mut phrase = Phrase::new(paragraph, heading, term.term.clone(), dates);
        phrase.of.clone_from(&term.of);
        phrase.relative = variable.relative.as_ref().map(|text| text.value().into());
        phrase.disputed.clone_from(&term.disputed);
        phrase
    }

    fn provenance(&mut self, provenance: &Provenance, field: Option<usize>) -> DescribedProvenance {
        let constants = &mut self.constants;
        let evidence = provenance.evidence.iter();
        DescribedProvenance {
            origins: inline(&provenance.origins, |path, position| {
                constants.origins.push(path, field, position);
            }),
            evidence: evidence.map(|text| text.clone().into()).collect(),
            notes: inline(&provenance.notes, |path, position| {
                constants.notes.push(path, field, position);
            }),
            breaks: inline(&provenance.breaks, |path, position| {
                constants.breaks.push(path, field, position);
            }),
        }
    }
}

/// Returns the items that are written in the attribute, and calls `add` for those that are constants.
fn inline<T: Clone>(items: &[InlineOrConst<T>], mut add: impl FnMut(&Path, usize)) -> Vec<T> {
    let mut inline = Vec::new();
    // The position counts inline items too, and rises: `Draft` inserts the constants in this order, so that each
    // lands where the attribute names it.
    for (position, item) in items.iter().enumerate() {
        match item {
            InlineOrConst::Inline(value) => inline.push(value.clone()),
            InlineOrConst::Const(path) => add(path, position),
        }
    }
    inline
}

fn identity(identity: &IdentityAst) -> Identity {
    match identity {
        IdentityAst::Key(columns) => Identity::Key(
            columns
                .iter()
                .map(|column| column.unraw().to_string().into())
                .collect(),
        ),
        IdentityAst::NoKnownKey(why) => Identity::NoKnownKey(why.clone()),
    }
}

/// Returns the name of the column that holds the observation period: the one that the block names, or that of the role.
fn observation_period(block: &BlockAst) -> Option<Text> {
    let is_role = |field: &&FieldAst| field.content.is_observation_period();
    let of_role = || block.fields.iter().find(is_role).map(|field| &field.ident);
    let column = block.observation_period.as_ref().or_else(of_role)?;
    Some(column.unraw().to_string().into())
}

/// Returns the description of a column with a role; `None` if a part of it was reported as an error.
fn role_column(field: &FieldAst, column: &RoleAst) -> Option<RoleColumn> {
    let mut described = role_column_without_lineage(field, column)?;
    described.renamed_from.clone_from(&column.renamed_from);
    Some(described)
}

fn role_column_without_lineage(field: &FieldAst, column: &RoleAst) -> Option<RoleColumn> {
    let id = field.name.clone();
    let Some(texts) = &column.texts else {
        return Some(match column.role {
            Role::ObservationPeriod => {
                let mut described = RoleColumn::observation_period(id, placeholder_type());
                described.certainty = column.certainty;
                described
            }
            Role::Subject | Role::Reference | Role::Technical => {
                RoleColumn::new(id, column.role, placeholder_label(), placeholder_type())
            }
        });
    };
    let label = texts.label.clone()?;
    let mut described = RoleColumn::new(id, column.role, label, placeholder_type());
    described.definition = texts.definition.clone()?;
    described.why = Some(texts.why.clone()?);
    Some(described)
}

fn rule(rule: &RuleAst) -> Option<Rule> {
    let id = rule.name.unraw().to_string();
    let mut described = Rule::new(id, rule.message.clone()?, placeholder_expression());
    described.basis = rule.basis.clone().map(Into::into);
    Some(described)
}

/// The texts of a column that identifies the subject, until `Draft` replaces them by those of the subject.
fn placeholder_label() -> Label {
    Label::new([(Language::EN, "")])
}

/// A type, until `Draft` replaces it by that of the field.
fn placeholder_type() -> ValueType {
    ValueType::Flag {}
}

/// An expression, until `Draft` replaces it by that of the rule.
fn placeholder_expression() -> Expr {
    Expr::Literal(Literal::Flag(true))
}
