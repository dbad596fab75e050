//! A struct that derives `Block`.

use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Token, Visibility};

use super::field::FieldAst;
use super::id::id;
use super::lineage::Lineage;
use super::rule::RuleAst;
use crate::attr::Entries;
use crate::ctxt::Ctxt;
use crate::label::{Docs, label, of_entry, required_label, required_short_label};
use crate::names::id_error;
use crate::provenance::{Provenance, valid};
use crate::scope::take_library;
use crate::text::Text;
use beraad_describe::{Label, Period, Temporality};

/// A block, or a part: a struct of columns for use within blocks, which has only a heading and fields.
pub(crate) struct BlockAst {
    pub(crate) ident: Ident,
    /// The visibility of the constructor: that of the struct, unless a field is less visible.
    pub(crate) visibility: Visibility,
    pub(crate) id: String,
    pub(crate) heading: Option<Text>,
    /// The paragraph of the heading, if the block names it.
    pub(crate) paragraph: Option<Text>,
    pub(crate) is_part: bool,
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) row_unit: Option<Label>,
    pub(crate) analysis_unit: Option<Label>,
    pub(crate) lineage: Lineage,
    pub(crate) universe: Option<Label>,
    pub(crate) temporality: Option<Temporality>,
    pub(crate) identity: Option<IdentityAst>,
    pub(crate) observation_period: Option<Ident>,
    pub(crate) valid: Period,
    pub(crate) rules: Vec<RuleAst>,
    pub(crate) provenance: Provenance,
    pub(crate) fields: Vec<FieldAst>,
}

/// `key(column, ..)` or `no_known_key(nl = "..", en = "..")`.
pub(crate) enum IdentityAst {
    Key(Vec<Ident>),
    NoKnownKey(Label),
}

impl BlockAst {
    pub(crate) fn from_input(cx: &Ctxt, input: &DeriveInput) -> Option<Self> {
        // Only these two end the reading: without fields there are no columns, and without the attribute no key is
        // known.
        let fields = named_fields(cx, input)?;
        let attribute = block_attribute(cx, input)?;
        // From here on, an error leaves a hole in the result instead of ending it, so that the fields are still checked.
        let mut entries = Entries::of_attribute(cx, attribute);
        entries.report_guesses();
        let heading = entries.required_text("heading");
        // Before the other keys, since it decides which of them are asked for.
        let paragraph = entries.text("paragraph");
        let is_part = entries.flag("part").is_some();
        let id = id(cx, &mut entries, &input.ident);
        let mut block = Self {
            ident: input.ident.clone(),
            visibility: if are_public(fields) {
                input.vis.clone()
            } else {
                Visibility::Inherited
            },
            id,
            heading,
            paragraph,
            is_part,
            label: None,
            definition: None,
            row_unit: None,
            analysis_unit: None,
            universe: None,
            temporality: None,
            identity: None,
            observation_period: None,
            lineage: Lineage::default(),
            valid: Period::ALWAYS,
            rules: Vec::new(),
            provenance: Provenance::default(),
            fields: fields
                .iter()
                .filter_map(|field| FieldAst::from_field(cx, field))
                .collect(),
        };
        // The keys that a part does not ask for are unknown keys of a part.
        if !is_part {
            block.read_description(cx, input, &mut entries);
        }
        take_library(&mut entries);
        entries.finish();
        Some(block)
    }

    /// Reads what a block has and a part has not.
    fn read_description(&mut self, cx: &Ctxt, input: &DeriveInput, entries: &mut Entries<'_>) {
        self.label = required_short_label(entries);
        self.definition =
            Docs::read(cx, &input.attrs).definition(cx, input.ident.span(), "this block");
        self.row_unit = required_label(entries, "row_unit");
        self.analysis_unit = required_label(entries, "analysis_unit");
        self.lineage = Lineage::take(entries, &self.id, id_error);
        self.universe = label(entries, "universe");
        self.temporality = entries.required_word("temporality");
        self.identity = identity(cx, entries);
        self.observation_period = entries.path("observation_period").and_then(|path| {
            let column = path.get_ident().cloned();
            if column.is_none() {
                cx.error_at(
                    &path,
                    "expected the name of a column: `observation_period = year`",
                );
            }
            column
        });
        self.valid = valid(entries);
        let rules = entries.all("rule").into_iter();
        self.rules = rules
            .filter_map(|entry| RuleAst::from_entry(cx, entry))
            .collect();
        self.provenance = Provenance::take(entries);
    }
}

/// Returns true if every field is visible to everybody.
fn are_public<'a>(fields: impl IntoIterator<Item = &'a syn::Field>) -> bool {
    let mut fields = fields.into_iter();
    fields.all(|field| matches!(field.vis, Visibility::Public(_)))
}

/// Returns the fields of a struct that can be a block.
fn named_fields<'i>(
    cx: &Ctxt,
    input: &'i DeriveInput,
) -> Option<&'i Punctuated<syn::Field, Token![,]>> {
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => &fields.named,
            Fields::Unnamed(_) | Fields::Unit => {
                cx.error(
                    input.ident.span(),
                    "`Block` can only be derived for a struct with named fields, one for each column",
                );
                return None;
            }
        },
        Data::Enum(_) | Data::Union(_) => {
            cx.error(
                input.ident.span(),
                "`Block` can only be derived for a struct; an enum of codes derives `CodeList`",
            );
            return None;
        }
    };
    if !input.generics.params.is_empty() {
        cx.error_at(
            &input.generics,
            "a block cannot have generic parameters: its columns are those of one decision",
        );
        return None;
    }
    Some(fields)
}

/// Returns the attribute `#[block(..)]` of a struct.
fn block_attribute<'i>(cx: &Ctxt, input: &'i DeriveInput) -> Option<&'i Attribute> {
    let is_block = |attribute: &&Attribute| attribute.path().is_ident("block");
    let mut attributes = input.attrs.iter().filter(is_block);
    let first = attributes.next();
    if first.is_none() {
        cx.error(
            input.ident.span(),
            "missing heading of the decision; write `#[block(heading = \"..\", ..)]`",
        );
    }
    for duplicate in attributes {
        cx.error_at(
            duplicate,
            "duplicate attribute `block`; write all keys in one",
        );
    }
    first
}

fn identity(cx: &Ctxt, entries: &mut Entries<'_>) -> Option<IdentityAst> {
    match (entries.one("key"), entries.one("no_known_key")) {
        (Some(key), None) => {
            let span = key.key.span();
            let columns = key.idents(cx)?;
            if columns.is_empty() {
                cx.error(
                    span,
                    "a key needs at least one column: `key(person, quarter)`",
                );
            }
            Some(IdentityAst::Key(columns))
        }
        (None, Some(why)) => of_entry(cx, why).map(IdentityAst::NoKnownKey),
        (Some(_), Some(why)) => {
            cx.error(why.key.span(), "`no_known_key` cannot be used with `key`");
            None
        }
        (None, None) => {
            entries.missing(
                &["key", "no_known_key"],
                format!(
                    "key(person, quarter)`, or if no key is known `no_known_key({})",
                    entries.cx().languages().example()
                ),
            );
            None
        }
    }
}
