//! The documentation of a block or a code list for rustdoc: what the attributes and the tables say, on the page of the type.
//!
//! A derive cannot change the documentation of a field. It can document an `impl` block, which rustdoc shows on the same page.
//! The text is one literal behind `cfg(doc)`, so that a build without rustdoc does no more than skip it.
//!
//! A derive sees one type at a time. The codes of a column are on the page of its list, to which the type in the table is a link.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericArgument, Path, PathArguments, Type};

use crate::against_decision::Authority;
use crate::ast::{
    BlockAst, CodeListAst, FieldAst, FieldContent, IdentityAst, RoleAst, VariableAst,
};
use crate::provenance::{InlineOrConst, Provenance};
use crate::register::Register;
use beraad_describe::{
    CodeEntry, Heading, Label, Language, ListKind, ListStatus, Meaning, Period, Role, SeriesBreak,
    Term, visible, visible_code,
};

/// The most meanings of codes that the documentation of a list shows.
const MAX_MEANINGS: usize = 60;

/// Writes the attributes that document an `impl` block, for rustdoc only.
///
/// The text links to types that may be private, and a link that leads nowhere must not be a warning of the user's crate.
pub(super) fn attributes(text: &str) -> TokenStream {
    quote!(#[cfg_attr(doc, doc = #text, allow(rustdoc::all))])
}

/// Returns the documentation of the columns of a block or a part.
pub(super) fn of_block(
    block: &BlockAst,
    register: &Register,
    heading: &Heading,
    authority: &Authority<'_>,
) -> String {
    let language = register.deliberation.languages.main_edition();
    let writer = Writer { language };
    let mut text = if block.is_part {
        "Columns for use within blocks.".to_owned()
    } else {
        format!("The columns of the block `{}`.", block.id)
    };
    let number = escape(&register.deliberation.number);
    let (paragraph, title) = (escape(&heading.paragraph), escape(&heading.title));
    // The parts of the first paragraph, each a sentence.
    let mut facts = vec![format!(
        "Heading “{title}”, paragraph {paragraph} of decision {number}"
    )];
    if let Some(unit) = &block.row_unit {
        facts.push(format!("One row: {}", writer.text(unit)));
    }
    match &block.identity {
        Some(IdentityAst::Key(columns)) => {
            let names: Vec<_> = columns.iter().map(|name| format!("`{name}`")).collect();
            facts.push(format!("Key: {}", names.join(", ")));
        }
        Some(IdentityAst::NoKnownKey(why)) => {
            facts.push(format!("No known key: {}", writer.text(why)));
        }
        None => {}
    }
    if let Some(universe) = &block.universe {
        facts.push(format!("Universe: {}", writer.text(universe)));
    }
    facts.extend(period(block.valid).map(|period| format!("Rows exist {period}")));
    facts.extend(writer.breaks(&block.provenance));
    for fact in facts {
        // A label may end with a full stop of its own.
        let _ = write!(text, " {}.", fact.trim_end_matches('.'));
    }
    text.push_str("\n\n| column | contents | phrase of the decision |\n| --- | --- | --- |\n");
    for (field, term) in block.fields.iter().zip(&authority.terms) {
        let [column, contents, phrase] = writer.column(block, field, *term);
        let _ = writeln!(text, "| {column} | {contents} | {phrase} |");
    }
    text.push_str("\nThe page of a code list has its codes. `description()` has all texts, also those of shared breaks and notes, in every language.");
    text
}

/// Returns the documentation of the codes of a list.
pub(super) fn of_list(list: &CodeListAst, language: Language) -> String {
    let writer = Writer { language };
    let mut facts = vec![format!("The codes of the list `{}`", list.id)];
    match list.kind {
        Some(ListKind::Closed) => facts.push("No other code occurs".to_owned()),
        Some(ListKind::Open) => facts.push("Other codes may occur".to_owned()),
        Some(ListKind::Supplied) => facts.push("The list comes with the delivery".to_owned()),
        None => {}
    }
    match list.status {
        Some(ListStatus::Delivered) | None => {}
        Some(ListStatus::Reference) => {
            facts.push("A standard, for reference only: it rejects no code".to_owned());
        }
        Some(ListStatus::Related) => {
            facts.push(
                "The list of a similar variable, for reference only: it rejects no code".to_owned(),
            );
        }
    }
    if let Some(standard) = &list.standard {
        facts.push(format!("Standard: {}", escape(standard)));
    }
    if let Some(page) = &list.page {
        facts.push(format!("Page: {}", link(page)));
    }
    let mut text = String::new();
    for fact in facts {
        let _ = write!(text, "{}. ", fact.trim_end_matches('.'));
    }
    let meanings: Vec<_> = list
        .codes
        .iter()
        .flat_map(|code| {
            let entry = &code.code.entry;
            entry.meanings.iter().map(move |meaning| (entry, meaning))
        })
        .collect();
    if meanings.is_empty() {
        text.push_str("No code is listed here.");
        return text;
    }
    text.push_str("\n\n| code | meaning | remarks |\n| --- | --- | --- |\n");
    for (entry, meaning) in meanings.iter().take(MAX_MEANINGS) {
        let code = entry.code.as_deref().map_or_else(String::new, code_span);
        let label = writer.text(&meaning.label);
        let remarks = writer.remarks(entry, meaning);
        let _ = writeln!(text, "| {code} | {label} | {remarks} |");
    }
    let more = meanings.len().saturating_sub(MAX_MEANINGS);
    if more > 0 {
        let _ = write!(
            text,
            "\nand {more} more: `{}::description()` has all of them.",
            list.ident
        );
    }
    text
}

/// Writes texts in the main language of the model.
struct Writer {
    language: Language,
}

impl Writer {
    fn text(&self, label: &Label) -> String {
        escape(label.get(self.language))
    }

    /// Returns the name, the contents and the phrase of a column.
    fn column(&self, block: &BlockAst, field: &FieldAst, term: Option<&Term>) -> [String; 3] {
        let name = &field.name;
        let mut names = vec![format!("`{name}`"), type_link(field)];
        if let Some(IdentityAst::Key(columns)) = &block.identity
            && columns.iter().any(|column| column == &field.ident)
        {
            names.push("key".to_owned());
        }
        if block.observation_period.as_ref() == Some(&field.ident) {
            names.push("observation period".to_owned());
        }
        let (contents, phrase) = match &field.content {
            FieldContent::Role(column) => (self.role(column), Vec::new()),
            FieldContent::Group { prefix, relative } => {
                names[0] = format!("`{}..`", prefix.as_str());
                let relative = relative.as_ref().map(|text| about(text.as_str()));
                let contents = "the columns of this struct, each with the prefix".to_owned();
                (vec![contents], relative.into_iter().collect())
            }
            FieldContent::Variable(variable) => (self.variable(variable), phrase(variable, term)),
            FieldContent::Invalid => (Vec::new(), Vec::new()),
        };
        [names, contents, phrase].map(|lines| lines.join("<br>"))
    }

    fn role(&self, column: &RoleAst) -> Vec<String> {
        let mut lines = vec![match column.role {
            Role::Subject => "the subject of the row".to_owned(),
            Role::ObservationPeriod => "the observation period".to_owned(),
            Role::Reference => "a reference to another unit".to_owned(),
            Role::Technical => "a value that the text implies".to_owned(),
        }];
        if let Some(texts) = &column.texts {
            lines.extend(texts.label.as_ref().map(|label| self.text(label)));
            lines.extend(
                texts
                    .why
                    .as_ref()
                    .map(|why| format!("why: {}", self.text(why))),
            );
        }
        lines.extend(
            column
                .certainty
                .map(|certainty| format!("certainty: {certainty}")),
        );
        lines
    }

    fn variable(&self, variable: &VariableAst) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(variable.label.as_ref().map(|label| self.text(label)));
        for (name, label) in [
            ("unit", &variable.unit),
            ("range", &variable.range),
            ("no value", &variable.null),
            ("universe", &variable.universe),
        ] {
            lines.extend(
                label
                    .as_ref()
                    .map(|label| format!("{name}: {}", self.text(label))),
            );
        }
        if let Some(codes) = &variable.codes {
            let path = path_text(codes);
            lines.push(format!("codes: [`{path}`]({path})"));
        }
        lines.extend(period(variable.valid).map(|period| format!("exists {period}")));
        lines.extend(self.breaks(&variable.provenance));
        lines
    }

    /// Returns the breaks in series. The text of a constant is known to the compiler only.
    fn breaks(&self, provenance: &Provenance) -> Vec<String> {
        let (mut lines, mut constants) = (Vec::new(), Vec::new());
        for item in &provenance.breaks {
            match item {
                InlineOrConst::Inline(SeriesBreak { from, what, .. }) => {
                    let (from, what) = (escape(from.as_str()), self.text(what));
                    lines.push(format!("break in {from}: {what}"));
                }
                // Not a link: most such constants are private.
                InlineOrConst::Const(path) => constants.push(format!("`{}`", path_text(path))),
            }
        }
        if !constants.is_empty() {
            lines.push(format!("breaks: {}", constants.join(", ")));
        }
        lines
    }

    /// Returns what else is known of the meaning of a code.
    fn remarks(&self, entry: &CodeEntry, meaning: &Meaning) -> String {
        let mut lines = Vec::new();
        lines.extend(period(meaning.period));
        if let Some(day) = meaning.documented_from {
            lines.push(format!("documented from {day}"));
        }
        if let Some(source) = &meaning.source {
            lines.push(format!("by {}", escape(source)));
        }
        if let Some(missing) = meaning.missing {
            lines.push(format!("missing value: {}", escape(missing.into())));
        }
        let aliases: Vec<_> = entry.aliases.iter().map(|alias| code_span(alias)).collect();
        if !aliases.is_empty() {
            lines.push(format!("also {}", aliases.join(", ")));
        }
        lines.extend(meaning.remark.as_ref().map(|remark| self.text(remark)));
        lines.join("<br>")
    }
}

/// Returns the phrase that authorises a variable, and how sure its type is.
fn phrase(variable: &VariableAst, term: Option<&Term>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(term) = term {
        let of = term.of.as_ref();
        let of = of.map_or_else(String::new, |of| format!(" of “{}”", escape(of)));
        lines.push(format!("“{}”{of}", escape(&term.term)));
    }
    lines.extend(variable.relative.as_ref().map(|text| about(text.as_str())));
    lines.extend(
        variable
            .certainty
            .map(|certainty| format!("certainty of the type: {certainty}")),
    );
    lines
}

fn about(relative: &str) -> String {
    format!("about “{}”", escape(relative))
}

fn period(period: Period) -> Option<String> {
    match (period.from, period.to) {
        (Some(from), Some(to)) => Some(format!("from {from} to {to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("to {to}")),
        (None, None) => None,
    }
}

/// Returns the type of a field as a link to its innermost type: the list in `Option<Code<List>>`.
fn type_link(field: &FieldAst) -> String {
    let shown = code_span(&compact(&field.ty.to_token_stream()));
    match syn::parse2::<Type>(field.ty.to_token_stream())
        .ok()
        .as_ref()
        .and_then(innermost)
    {
        Some(path) => format!("[{shown}]({})", path_text(path)),
        None => shown,
    }
}

/// Returns the path of the last type argument, and of its last type argument, until there is none.
fn innermost(ty: &Type) -> Option<&Path> {
    let Type::Path(path) = ty else { return None };
    let arguments = path.path.segments.last().map(|segment| &segment.arguments);
    if let Some(PathArguments::AngleBracketed(arguments)) = arguments {
        let types = arguments.args.iter().filter_map(|argument| match argument {
            GenericArgument::Type(ty) => innermost(ty),
            _ => None,
        });
        if let Some(inner) = types.last() {
            return Some(inner);
        }
    }
    Some(&path.path)
}

/// Returns a path without the arguments of its segments.
fn path_text(path: &Path) -> String {
    let segments = path.segments.iter();
    let names: Vec<_> = segments.map(|segment| segment.ident.to_string()).collect();
    names.join("::")
}

/// Returns tokens as a person writes a type.
fn compact(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    // Tokens are printed with spaces between them, in a way that differs between compilers.
    text.split(", ")
        .map(|part| part.split_whitespace().collect::<String>())
        .collect::<Vec<_>>()
        .join(", ")
        .replace(" ,", ",")
}

/// Returns a text in which nothing is Markdown or HTML, on one line.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in visible(text).chars() {
        // Every punctuation character may be escaped in Markdown. With `<` and `&` escaped, nothing is HTML.
        if letter.is_ascii_punctuation() && !",.;:()/%?!'\"".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped.trim().to_owned()
}

/// Returns a text as code within a table.
fn code_span(text: &str) -> String {
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    // A table ends a cell at `|` in code as well.
    let text = visible_code(text).replace('|', "\\|");
    if text.contains('`') {
        // A fence that is longer than every fence in the text.
        let fence = "`".repeat(text.len() + 1);
        format!("{fence} {text} {fence}")
    } else {
        format!("`{text}`")
    }
}

/// Returns an address as a link, or another text as it is.
fn link(page: &str) -> String {
    let is_address = ["https://", "http://"]
        .iter()
        .any(|start| page.starts_with(start));
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"<>\\|".contains(letter);
    if is_address && page.chars().all(is_plain) {
        format!("<{page}>")
    } else {
        escape(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_neither_markdown_nor_html() {
        assert_eq!(
            escape("<b>a|b</b> [x](y) *z* `c` &amp;\n\n# d"),
            "\\<b\\>a\\|b\\</b\\> \\[x\\](y) \\*z\\* \\`c\\` \\&amp; \\# d"
        );
        assert_eq!(code_span("a|`"), "````` a\\|` `````");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(link("https://a.be/x_y"), "<https://a.be/x_y>");
    }

    #[test]
    fn type_is_a_link_to_its_innermost_type() {
        for (ty, link) in [
            ("Option<Code<Genre>>", "Genre"),
            ("Vec<codes::Genre>", "codes::Genre"),
            ("Count<0, 31>", "Count"),
            ("SerialNumber<Person>", "Person"),
        ] {
            let ty: Type = syn::parse_str(ty).expect("a type");
            assert_eq!(innermost(&ty).map(path_text).as_deref(), Some(link));
        }
        let tokens = "Option < Count < 0 , 31 > >".parse().expect("tokens");
        assert_eq!(compact(&tokens), "Option<Count<0, 31>>");
    }
}
