//! The file of a block: a struct with a field for each term of a heading.

use std::collections::BTreeSet;
use std::fmt::Write;

use beraad_register::Register;
use beraad_register::draft::{Guess, periods, without_article};
use beraad_schema::describe::{Heading, Quantity, Term, Text, ValueKind};

use super::names::Names;
use super::texts::{
    capitalised, comment, definition, label_entries, literal, sentences, short_label,
    translation_guess,
};

/// The width of a line of code, as rustfmt writes it.
const WIDTH: usize = 100;

/// A block as a draft writes it.
pub(crate) struct BlockDraft<'a> {
    register: &'a Register,
    heading: &'a Heading,
    /// The name of the struct.
    pub(crate) name: String,
    /// True if the crate has subjects of its own.
    own_subjects: bool,
    pub(crate) columns: Vec<Column<'a>>,
}

/// A field of a block.
pub(crate) struct Column<'a> {
    name: String,
    /// The place of the term under its heading.
    position: usize,
    term: &'a Term,
    relative: Option<&'a Text>,
    guess: Guess,
    /// The name of the code list, if the values are codes.
    list: Option<String>,
}

/// A code list that a draft declares, with what it lists.
pub(crate) struct ListDraft {
    pub(crate) name: String,
    pub(crate) definition: String,
}

impl<'a> BlockDraft<'a> {
    /// Plans the block of a heading, and the code lists of its columns.
    pub(crate) fn new(
        register: &'a Register,
        heading: &'a Heading,
        name: String,
        own_subjects: bool,
        list_names: &mut Names,
        lists: &mut Vec<ListDraft>,
    ) -> Self {
        let mut columns = Vec::new();
        let mut names = Names::default();
        names.snake("person", "person");
        for (position, term) in heading.terms.iter().enumerate() {
            let guess = Guess::of(register, heading, term);
            let phrase = without_article(register, &term.term);
            let list = matches!(guess.kind, ValueKind::Code | ValueKind::AmountClass).then(|| {
                let name = list_names.camel(phrase, "List");
                lists.push(ListDraft {
                    name: name.clone(),
                    definition: term.term.to_string(),
                });
                name
            });
            let relatives = heading.relatives.iter().chain(&term.relatives);
            let persons = std::iter::once(None).chain(relatives.map(Some));
            for relative in persons {
                let full = match relative {
                    Some(relative) => format!("{relative} {phrase}"),
                    None => phrase.to_owned(),
                };
                columns.push(Column {
                    name: names.snake(&full, "column"),
                    position,
                    term,
                    relative,
                    guess: guess.clone(),
                    list: list.clone(),
                });
            }
        }
        Self {
            register,
            heading,
            name,
            own_subjects,
            columns,
        }
    }

    /// Returns the names of the subjects of the block.
    pub(crate) fn subjects(&self) -> BTreeSet<&'static str> {
        let columns = self.columns.iter();
        let of_columns = columns.filter_map(Column::subject);
        std::iter::once("Person").chain(of_columns).collect()
    }

    /// Writes the file.
    pub(crate) fn to_rust(&self) -> String {
        let heading = self.heading;
        let mut text = format!(
            "//! {} (paragraph {}).\n\n",
            comment(&heading.title),
            comment(&heading.paragraph)
        );
        self.write_imports(&mut text);
        let title = format!("{}.", heading.title.trim_end_matches('.'));
        text.push_str(&definition(self.register, &title, ""));
        text.push_str("#[derive(Block, Clone, Debug, PartialEq)]\n#[block(\n");
        self.write_keys(&mut text);
        let _ = writeln!(text, ")]\npub struct {} {{", self.name);
        text.push_str("    /// The person that the row is about.\n    #[block(role = subject)]\n    pub person: SerialNumber<Person>,\n");
        for column in &self.columns {
            text.push('\n');
            self.write_column(column, &mut text);
        }
        text.push_str("}\n");
        text
    }

    fn write_imports(&self, text: &mut String) {
        let mut types = BTreeSet::from(["Block", "SerialNumber"]);
        types.extend(self.columns.iter().filter_map(Column::import));
        let subjects = self.subjects();
        if !self.own_subjects {
            types.extend(&subjects);
        }
        let _ = writeln!(text, "{}", import("beraad_schema", types));
        let lists: BTreeSet<_> = self
            .columns
            .iter()
            .filter_map(|column| column.list.as_deref())
            .collect();
        if !lists.is_empty() || self.own_subjects {
            text.push('\n');
        }
        if !lists.is_empty() {
            let _ = writeln!(text, "{}", import("super::codes", lists));
        }
        if self.own_subjects {
            let _ = writeln!(text, "{}", import("super::subjects", subjects));
        }
        text.push('\n');
    }

    fn write_keys(&self, text: &mut String) {
        let (register, heading) = (self.register, self.heading);
        let sentences = sentences(register.deliberation.languages.decision);
        let _ = writeln!(text, "    heading = {},", literal(&heading.title));
        let headings = register.deliberation.headings.iter();
        if headings
            .filter(|other| other.title == heading.title)
            .count()
            > 1
        {
            let _ = writeln!(text, "    paragraph = {},", literal(&heading.paragraph));
        }
        let (label, is_short) = short_label(&heading.title);
        let _ = writeln!(text, "    label({}),", label_entries(register, &label));
        let open = label_entries(register, sentences.to_be_determined);
        for key in ["row_unit", "analysis_unit"] {
            let _ = writeln!(text, "    {key}({open}),");
        }
        text.push_str("    temporality = event,\n");
        let _ = writeln!(text, "    no_known_key({open}),");
        text.push_str("    guess = \"`row_unit`, `analysis_unit`, `temporality` and `no_known_key`: a heading does not say what a row is\",\n");
        if is_short {
            text.push_str("    guess = \"`label` is cut: at most 80 bytes\",\n");
        }
        text.push_str(&translation_guess(&register.deliberation.languages, "    "));
        let mut names = Names::default();
        for (begin, end) in periods(register, heading) {
            for (begin, end) in self.pairs(begin, end) {
                let name = names.snake("begin not after end", "rule");
                let message = label_entries(register, sentences.begin_not_after_end);
                let _ = writeln!(
                    text,
                    "    rule(\n        {name}: {} <= {},\n        {message},\n    ),\n    guess = \"rule `{name}`: whether `{}` and `{}` are of one period\",",
                    begin.name, end.name, begin.name, end.name
                );
            }
        }
    }

    /// The columns of two terms that are about the same person and can be compared.
    fn pairs(&self, begin: usize, end: usize) -> Vec<(&Column<'a>, &Column<'a>)> {
        let of_term = |position: usize| {
            self.columns
                .iter()
                .filter(move |column| column.position == position)
        };
        let pairs = of_term(begin).flat_map(|begin| {
            let is_same = |end: &&Column<'_>| {
                let guess = |column: &Column<'_>| (column.guess.kind, column.guess.is_list);
                end.relative == begin.relative
                    && guess(end) == guess(begin)
                    && !end.guess.is_list
                    && end.is_date()
            };
            of_term(end)
                .filter(is_same)
                .map(move |end| (begin, end))
                .collect::<Vec<_>>()
        });
        pairs.collect()
    }

    fn write_column(&self, column: &Column<'_>, text: &mut String) {
        let register = self.register;
        let term = column.term;
        let phrase = match &term.of {
            Some(of) => format!("{} ({of})", term.term),
            None => term.term.to_string(),
        };
        let about = column
            .relative
            .map(|relative| format!(" ({relative})"))
            .unwrap_or_default();
        let sentence = format!("{}{about}.", capitalised(&phrase));
        text.push_str(&definition(register, &sentence, "    "));
        let label = capitalised(without_article(register, &phrase));
        let (label, is_short) = short_label(&format!("{label}{about}"));
        let _ = writeln!(
            text,
            "    #[variable(\n        label({}),\n        term = {},",
            label_entries(register, &label),
            literal(&term.term)
        );
        if let Some(of) = &term.of {
            let _ = writeln!(text, "        of = {},", literal(of));
        }
        if let Some(relative) = column.relative {
            let _ = writeln!(text, "        relative = {},", literal(relative));
        }
        let ty = column.type_name();
        let measurement = column.guess.measurement;
        let _ = writeln!(
            text,
            "        match_quality = none,\n        certainty = assumed,\n        measurement = {measurement},\n        guess = {},",
            literal(&format!(
                "`{ty}` and `{measurement}`: {}",
                column.guess.because
            ))
        );
        if is_short {
            text.push_str("        guess = \"`label` is cut: at most 80 bytes\",\n");
        }
        text.push_str(&translation_guess(
            &register.deliberation.languages,
            "        ",
        ));
        text.push_str("    )]\n");
        let line = format!("    pub {}: {ty},", column.name);
        if line.len() <= WIDTH {
            let _ = writeln!(text, "{line}");
        } else {
            let _ = writeln!(text, "    pub {}:\n        {ty},", column.name);
        }
    }
}

impl Column<'_> {
    fn is_date(&self) -> bool {
        matches!(
            self.guess.kind,
            ValueKind::Day | ValueKind::YearMonth | ValueKind::YearQuarter | ValueKind::Year
        )
    }

    /// The type of the field, such as `Option<Code<Sector>>`.
    fn type_name(&self) -> String {
        let name = kind_name(self.guess.kind);
        let list = self.list.as_deref().unwrap_or_default();
        let value = match self.guess.kind {
            ValueKind::SerialNumber => {
                format!("{name}<{}>", self.subject().unwrap_or_default())
            }
            ValueKind::Code | ValueKind::AmountClass => format!("{name}<{list}>"),
            _ => name.to_owned(),
        };
        let outer = if self.guess.is_list { "Vec" } else { "Option" };
        format!("{outer}<{value}>")
    }

    /// The type of `beraad_schema` that the type of the field names, without its subject.
    fn import(&self) -> Option<&'static str> {
        let name = kind_name(self.guess.kind);
        (name != "bool").then_some(name)
    }

    /// The subject of a serial number.
    fn subject(&self) -> Option<&'static str> {
        let subject = if self.guess.is_employer {
            "Employer"
        } else {
            "Person"
        };
        (self.guess.kind == ValueKind::SerialNumber).then_some(subject)
    }
}

/// The name of the Rust type of one value.
fn kind_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Day => "Day",
        ValueKind::YearMonth => "YearMonth",
        ValueKind::YearQuarter => "YearQuarter",
        ValueKind::Year => "Year",
        ValueKind::SerialNumber => "SerialNumber",
        ValueKind::Flag => "bool",
        // A guess is the kind of one value: `is_list` says that there are several.
        ValueKind::Code | ValueKind::List => "Code",
        ValueKind::AmountClass => "AmountClass",
        ValueKind::Amount | ValueKind::OwnQuantity => {
            unreachable!("a draft guesses no exact amount and no quantity of the model")
        }
        ValueKind::Number(quantity) => match quantity {
            Quantity::Count => "Count",
            Quantity::Days => "Days",
            Quantity::Weeks => "Weeks",
            Quantity::Months => "Months",
            Quantity::Hours => "Hours",
            Quantity::HoursPerWeek => "HoursPerWeek",
            Quantity::Percentage => "Percentage",
            Quantity::Ratio => "Ratio",
            Quantity::Years => "Years",
            Quantity::Minutes => "Minutes",
        },
    }
}

/// An import as rustfmt writes it: its last columns stay free.
fn import<'n>(path: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    if let [name] = *names {
        return format!("use {path}::{name};");
    }
    let line = format!("use {path}::{{{}}};", names.join(", "));
    if line.len() <= WIDTH - 2 {
        return line;
    }
    let mut text = format!("use {path}::{{");
    let mut width = WIDTH;
    for name in names {
        let length = name.len() + ", ".len();
        if width + length > WIDTH {
            text.push_str("\n   ");
            width = "   ".len();
        }
        let _ = write!(text, " {name},");
        width += length;
    }
    text + "\n};"
}
