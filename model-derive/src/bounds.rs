//! Writes what the compiler must check: that the type of each field can hold what the decision delivers.
//!
//! The macro sees the type of a field as tokens: `Lent` may be an alias of `YearMonth`. Only the compiler can check it, so
//! each requirement is a trait of `beraad_schema::check`, and a check names the associated constant `HOLDS` of that trait.
//!
//! * Constants of traits, and not bounds of functions: rustc reports an unproven `<T as Trait>::HOLDS` at the path, which
//!   has the spans of the field, with the message of `#[diagnostic::on_unimplemented]`. For a bound of a function it would
//!   also show the function, which is generated code.
//! * The checks are in a function that is never called: it is type-checked, and costs nothing at run time.
//! * The bounds are on associated types of `Value` (`Grain`, `Form`) and not on the type itself. If a type is not a value
//!   type, every check of the field fails at the same path `<T as Value>`, which rustc reports once.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use crate::against_decision::Authority;
use crate::ast::{BlockAst, FieldAst, FieldContent, IdentityAst, VariableAst};
use crate::expression::Written;
use crate::register::Register;
use crate::span::SpannedTokens;
use beraad_describe::{Grain, Heading, Language, MeasurementLevel, Role, Term};

/// Writes the checks of all fields and rules. They are part of the output also if the struct has other errors, so that one
/// compile shows both.
pub(crate) fn write_checks(
    block: &BlockAst,
    register: &Register,
    authority: &Authority<'_>,
    rules: &[Written],
) -> TokenStream {
    let fields = block.fields.iter().zip(&authority.terms);
    let fields = fields.map(|(field, term)| {
        let source = authority.heading.map(|heading| Source {
            register,
            heading,
            term: *term,
        });
        check_field(block, field, source.as_ref())
    });
    // Rules call functions that are not `const`, and so are checked in a function of their own.
    let key = check_key(block);
    let values = block.fields.iter().filter_map(check_has_values);
    let days = block.fields.iter().zip(&authority.terms);
    let days = days.filter_map(|(field, term)| {
        let source = Source {
            register,
            heading: authority.heading?,
            term: *term,
        };
        check_has_no_days(field, &source)
    });
    let subjects = check_subjects(block, register);
    let rules = (!rules.is_empty()).then(|| {
        let checks = rules.iter().map(|rule| &rule.check);
        quote!(#[allow(dead_code)] fn rules() { #(#checks)* })
    });
    quote!(#[allow(dead_code)] const fn checks() { #(#fields)* #key } #(#values)* #(#days)* #subjects #rules)
}

/// The parts of the decision that a field refers to.
struct Source<'a> {
    register: &'a Register,
    heading: &'a Heading,
    /// `None` for a role.
    term: Option<&'a Term>,
}

/// The checks of one field.
struct FieldChecks<'a> {
    ty: &'a SpannedTokens,
    tokens: TokenStream,
    /// True if a check has proved already that the type is a value type.
    names_value: bool,
}

impl FieldChecks<'_> {
    /// Requires `<subject as bound>`.
    fn require(&mut self, subject: &TokenStream, bound: &TokenStream) {
        // `let _ = <..>::HOLDS;` makes rustc prove the bound and nothing else: the constant is `()`. The path is written
        // here and not by `item_of`, because its subject may be an associated type of the field's type.
        let (first, last) = (self.ty.first, self.ty.last);
        let mut path = quote_spanned!(first=> <#subject as __b::__private::field::#bound>);
        path.extend(quote_spanned!(last=> ::HOLDS));
        self.tokens.extend(quote!(let _ = #path;));
    }

    fn require_of_grain(&mut self, bound: &str, line: u32) {
        let (grain, bound) = (
            self.ty.item_of("Value", "Grain"),
            self.bound_at(bound, line),
        );
        self.require(&grain, &bound);
        self.names_value = true;
    }

    fn require_of_form(&mut self, bound: &TokenStream) {
        let form = self.ty.item_of("Value", "Form");
        self.require(&form, bound);
    }

    fn bound(&self, name: &str) -> TokenStream {
        Ident::new(name, self.ty.first).into_token_stream()
    }

    /// A bound whose message names a line of the register.
    fn bound_at(&self, name: &str, line: u32) -> TokenStream {
        let name = self.bound(name);
        quote_spanned!(self.ty.first=> #name<#line>)
    }

    /// Dates are not finer than the decision delivers them.
    fn require_grain(&mut self, source: &Source<'_>) {
        let Source {
            register,
            heading,
            term,
        } = *source;
        let line = register.line_of(heading, term);
        match register.deliberation.dates(heading, term) {
            // No value type has a finer date than a day. For months, `check_has_no_days` checks it: a bound on `Grain` would
            // report a type that is not a value type twice.
            Grain::Day | Grain::Month => {}
            Grain::Quarter => self.require_of_grain("ByQuarter", line),
            Grain::Year => self.require_of_grain("ByYear", line),
        }
    }

    /// The type is one of those for a role.
    fn require_role(&mut self, role: Role) {
        let bound = match role {
            Role::Subject | Role::Reference => "IdentifiesUnit",
            Role::Technical => "IsTechnical",
            Role::ObservationPeriod => "IsPeriod",
        };
        self.require_of_form(&self.bound(bound));
    }

    /// The type fits the words of the phrase.
    fn require_wording(&mut self, source: &Source<'_>, term: &Term) {
        let Source {
            register, heading, ..
        } = source;
        if register.is_identifier(term) {
            self.require_of_form(&self.bound("IsSerial"));
        }
        if register.is_classed(heading, term) {
            self.require_of_form(&self.bound("InClasses"));
        } else if !register.deliberation.allows_exact_amounts(heading, term) {
            let line = register.line_of(heading, Some(term));
            self.require_of_form(&self.bound_at("NoExactAmount", line));
        }
    }

    /// The type fits what the attribute says about the variable.
    fn require_description(&mut self, variable: &VariableAst) {
        let measurement = variable.measurement;
        if measurement.is_some_and(|level| level != MeasurementLevel::Identifier) {
            self.require_of_form(&self.bound("NoIdentifier"));
        }
        if variable.null.is_some() {
            self.require(&self.ty.to_token_stream(), &self.bound("MayBeEmpty"));
        }
    }
}

fn check_field(block: &BlockAst, field: &FieldAst, source: Option<&Source<'_>>) -> TokenStream {
    let mut checks = FieldChecks {
        ty: &field.ty,
        tokens: TokenStream::new(),
        names_value: false,
    };
    let mut codes = None;
    match &field.content {
        FieldContent::Role(column) => {
            checks.require_role(column.role);
            if let Some(source) = source {
                // No phrase names a column with a role, so the precision is that of the paragraph.
                checks.require_grain(source);
            }
        }
        FieldContent::Variable(variable) => {
            if let Some(source) = source
                && let Some(term) = source.term
            {
                checks.require_grain(source);
                checks.require_wording(source, term);
            }
            checks.require_description(variable);
            // The variable that the block names as its observation period has the same requirement as a column with
            // that role.
            let period = block.observation_period.as_ref().map(IdentExt::unraw);
            if period.is_some_and(|period| period == field.name) {
                checks.require_role(Role::ObservationPeriod);
            }
            codes = variable.codes.as_ref();
        }
        FieldContent::Group { .. } | FieldContent::Invalid => {}
    }
    // A field without any bound on its grain must still be of a value type, and a group of a struct of columns. A check
    // of the grain names the trait already.
    let trait_item = match &field.content {
        FieldContent::Group { .. } => Some(field.ty.item_of("Fields", "PHRASES")),
        _ if checks.names_value => None,
        _ => Some(field.ty.item_of("Value", "NULLABLE")),
    };
    let codes = codes.map(|list| SpannedTokens::new(list).item_of("CodeList", "ID"));
    let (items, tokens) = (trait_item.iter().chain(&codes), checks.tokens);
    quote!(#(let _ = #items;)* #tokens)
}

/// Writes the checks that each subject has its texts in every edition, and that no two columns identify the row's unit of one
/// subject.
///
/// Each check is a constant of its own, as those of [`check_has_values`] are.
fn check_subjects(block: &BlockAst, register: &Register) -> TokenStream {
    let is_subject = |field: &FieldAst| matches!(&field.content, FieldContent::Role(it) if it.role == Role::Subject);
    // Only a serial number has the measurement level `identifier`.
    let has_serial_number = |field: &FieldAst| match &field.content {
        FieldContent::Role(column) => matches!(column.role, Role::Subject | Role::Reference),
        FieldContent::Variable(variable) => {
            variable.measurement == Some(MeasurementLevel::Identifier)
        }
        FieldContent::Group { .. } | FieldContent::Invalid => false,
    };
    let subject_of = |field: &FieldAst| field.ty.item_of("Value", "__SUBJECT");
    let editions = register.deliberation.languages.editions.iter();
    let editions = editions.map(Language::as_str);
    let editions = quote!(&[#(__b::describe::Language::new(#editions)),*]);
    let texts = block.fields.iter().filter(|field| has_serial_number(field));
    let texts = texts.map(|field| {
        let (check, subject) = (
            field.ty.path(["__private", "check_subject"]),
            subject_of(field),
        );
        let arguments = field.ty.arguments(&quote!(#subject, #editions));
        quote!(const _: () = #check #arguments;)
    });
    let subjects: Vec<_> = block.fields.iter().filter(|it| is_subject(it)).collect();
    let distinct = subjects.iter().enumerate().flat_map(|(index, field)| {
        subjects[..index].iter().map(|other| {
            let check = field.ty.path(["__private", "check_distinct_subjects"]);
            let (other, subject) = (subject_of(other), subject_of(field));
            let arguments = field.ty.arguments(&quote!(#other, #subject));
            quote!(const _: () = #check #arguments;)
        })
    });
    quote!(#(#texts)* #(#distinct)*)
}

/// Writes the check that the type of a column has values at all.
///
/// Only numbers with bounds can have none: `Count<5, 2>`. Such a type is a literal or a block in the tokens; behind an
/// alias the error comes when the first row is built. Each check is a constant of its own, since rustc reports the
/// first panic in a constant only.
fn check_has_values(field: &FieldAst) -> Option<TokenStream> {
    let (FieldContent::Variable(_) | FieldContent::Role(_)) = field.content else {
        return None;
    };
    let is_bound = |token| matches!(token, TokenTree::Literal(_) | TokenTree::Group(_));
    if !field.ty.to_token_stream().into_iter().any(is_bound) {
        return None;
    }
    let function = field.ty.path(["__private", "has_values"]);
    let error = field.ty.item_of("Value", "__ERROR");
    let arguments = field.ty.arguments(&error);
    Some(quote!(const _: () = #function #arguments;))
}

/// Writes the check that the values of a column are not days, where the decision delivers dates by month.
///
/// It is a constant with a message of its own, which names the line of the register that would have to allow days.
fn check_has_no_days(field: &FieldAst, source: &Source<'_>) -> Option<TokenStream> {
    let Source {
        register,
        heading,
        term,
    } = *source;
    let is_column = match field.content {
        FieldContent::Role(_) => true,
        FieldContent::Variable(_) => term.is_some(),
        FieldContent::Group { .. } | FieldContent::Invalid => false,
    };
    if !is_column || register.deliberation.dates(heading, term) != Grain::Month {
        return None;
    }
    let message = format!(
        "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`; line {} of deliberation.toml would have to allow days",
        register.line_of(heading, term)
    );
    let function = field.ty.path(["__private", "no_days"]);
    let is_day = field.ty.item_of("Value", "__IS_DAY");
    let arguments = field.ty.arguments(&quote!(#is_day, #message));
    Some(quote!(const _: () = #function #arguments;))
}

/// Writes the check that a column of the key always has one value, reported where the key names the column.
///
/// The type alias moves the report: it takes the cardinality of the field's type, and its name has the span of the column in
/// `key(..)`.
fn check_key(block: &BlockAst) -> TokenStream {
    let Some(IdentityAst::Key(columns)) = &block.identity else {
        return TokenStream::new();
    };
    let checks = columns.iter().filter_map(|column| {
        let name = column.unraw().to_string();
        // A name that is not a column was reported by `consistency`.
        let field = block.fields.iter().find(|field| field.name == name)?;
        let is_column = matches!(
            field.content,
            FieldContent::Role(_) | FieldContent::Variable(_)
        );
        let cardinality = field.ty.item_of("Value", "Cardinality");
        let alias = Ident::new("__Cardinality", column.span());
        let holds = quote_spanned!(column.span()=> <#alias as __b::__private::field::InKey>::HOLDS);
        // The braces give each alias a scope of its own, as all of them have the same name.
        is_column.then(|| quote!({ type #alias = #cardinality; let _ = #holds; }))
    });
    checks.collect()
}
