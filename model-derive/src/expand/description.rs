//! The description of a block, as far as the macro knows it.
//!
//! It is one text of JSON in the binary and not a constant of nested structs, which takes the compiler ten times as long.
//! The text is a complete description, but three things are known at run time only, and `Draft` in `beraad-schema`
//! puts them in:
//!
//! * the type of each column, whether it is nullable, and its code list: only the compiler knows what a field's type
//!   is. The text has a placeholder.
//! * the expressions of rules, which may name constants. The text has a placeholder.
//! * origins, notes and breaks that are constants. The text leaves them out, and [`Constants`] says where they belong.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, Path};

use crate::against_decision::Authority;
use crate::ast::{BlockAst, FieldAst, FieldContent, IdentityAst, RuleAst, VariableAst};
use crate::provenance::{InlineOrConst, Provenance};
use crate::register::Register;
use crate::span::SpannedTokens;
use beraad_describe::{
    Block, Expr, Field, Group, Heading, Identity, Literal, Note, Origin, Phrase, Role, RoleColumn,
    Rule, SeriesBreak, Term, Text, ValueType, Variable,
};

/// The names of the lists of constants that are checked.
pub(super) const NOTES: &str = "__NOTES";
pub(super) const BREAKS: &str = "__BREAKS";

/// The constants that a description names, each with its place: the index of its field, or `None` for the block as a
/// whole, and its position in the list.
#[derive(Default)]
pub(super) struct Constants {
    pub(super) origins: Vec<TokenStream>,
    pub(super) notes: CheckedConstants,
    pub(super) breaks: CheckedConstants,
}

/// Constants with texts. They are in a list of their own, in which the compiler checks their texts: each constant is named
/// there only, so that one of another type is one error.
#[derive(Default)]
pub(super) struct CheckedConstants {
    pub(super) paths: Vec<Path>,
    /// The place of each constant, and its reference to the list.
    pub(super) places: Vec<TokenStream>,
}

impl CheckedConstants {
    fn push(&mut self, list: &str, path: &Path, field: Option<usize>, position: usize) {
        // With the span of the constant, so that a note about an invalid one is not at the derive macro.
        let span = SpannedTokens::new(path).first;
        let (list, index) = (Ident::new(list, span), self.paths.len());
        let item = quote_spanned!(span=> &#list[#index]);
        let place = constant(&item, field, position);
        self.places.push(place);
        self.paths.push(path.clone());
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
            FieldContent::Role(role) => {
                let column = RoleColumn::new(field.name.clone(), *role, placeholder_type());
                Some(Field::Role(column))
            }
            FieldContent::Group { prefix, relative } => {
                let mut group = Group::new(prefix.clone(), Vec::new());
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
        described.universe.clone_from(&variable.universe);
        described.source_unit.clone_from(&variable.source_unit);
        described.measurement = variable.measurement?;
        described.unit.clone_from(&variable.unit);
        described.range.clone_from(&variable.range);
        described.valid = variable.valid;
        described.match_quality = variable.match_quality?;
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
                let origin = constant(&quote!(#path), field, position);
                constants.origins.push(origin);
            }),
            evidence: evidence.map(|text| text.clone().into()).collect(),
            notes: inline(&provenance.notes, |path, position| {
                constants.notes.push(NOTES, path, field, position);
            }),
            breaks: inline(&provenance.breaks, |path, position| {
                constants.breaks.push(BREAKS, path, field, position);
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

fn constant(value: &TokenStream, field: Option<usize>, position: usize) -> TokenStream {
    let field = if let Some(index) = field {
        quote!(::core::option::Option::Some(#index))
    } else {
        quote!(::core::option::Option::None)
    };
    quote!((#field, #position, #value))
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
    let is_role =
        |field: &&FieldAst| matches!(field.content, FieldContent::Role(Role::ObservationPeriod));
    let of_role = || block.fields.iter().find(is_role).map(|field| &field.ident);
    let column = block.observation_period.as_ref().or_else(of_role)?;
    Some(column.unraw().to_string().into())
}

fn rule(rule: &RuleAst) -> Option<Rule> {
    let id = rule.name.unraw().to_string();
    let mut described = Rule::new(id, rule.message.clone()?, placeholder_expression());
    described.basis = rule.basis.clone().map(Into::into);
    Some(described)
}

/// A type, until `Draft` replaces it by that of the field.
fn placeholder_type() -> ValueType {
    ValueType::Flag {}
}

/// An expression, until `Draft` replaces it by that of the rule.
fn placeholder_expression() -> Expr {
    Expr::Literal(Literal::Flag(true))
}
