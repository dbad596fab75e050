//! A Python module for each block: it reads the CSV file of the block with pandas or with polars, labels its codes, and checks its rows.
//!
//! The rows are checked by a class of `dataframely`, which is made for polars and says for each rule how many rows break it.
//! Nothing is imported before a function that needs it is called: one of the packages is enough.

mod literal;
mod rules;
mod labels;
mod class;

use beraad_schema::describe::{Block, CodeList, Column, Date, Grain, Language, Representation};

use self::literal::{dictionary, literal, text_literal};
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::{Messages, ProgramText};
use crate::packages::{SCRIPT_SUPPORT, files, header, limits, windows};
use crate::support::Carries::Partly;
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "python",
    writes: &["python/<language>/<block>.py"],
    summary: ProgramText::of("python"),
    support: Support {
        code_periods: Partly(ProgramText::of("python.code-periods")),
        ..SCRIPT_SUPPORT
    },
    write,
};

/// The functions of each module, which read the constants before them.
const RUNTIME: &str = include_str!("python/runtime.py");

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    Ok(files(
        selection,
        "python",
        &[(".py", |selection, block, language| {
            Module::new(selection, block, language).text().into_bytes()
        })],
    ))
}

/// The module of a block in a language.
struct Module<'s, 'a> {
    selection: &'s Selection<'a>,
    block: &'a Block,
    columns: Vec<Column<'a>>,
    language: Language,
    preferred: Vec<Language>,
}

impl<'s, 'a> Module<'s, 'a> {
    fn new(selection: &'s Selection<'a>, block: &'a Block, language: Language) -> Self {
        Self {
            selection,
            block,
            columns: block.columns(),
            language,
            preferred: selection.model.deliberation.languages.preferred(language),
        }
    }

    fn text(&self) -> String {
        let parts = [
            self.header(),
            self.kinds(),
            self.variables(),
            self.codes(),
            RUNTIME.to_owned(),
            self.schema(),
            self.class(),
        ];
        parts.concat()
    }

    fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    /// Returns the code list of a column whose values, or whose items, are codes.
    fn list(&self, column: &Column<'_>) -> Option<&'a CodeList> {
        self.selection
            .model
            .code_list(column.value_type().code_list()?)
    }

    /// A text in the first line, and no comment: a comment there could name an encoding of the file.
    fn header(&self) -> String {
        let lines = header(self.selection, self.block, self.language, None);
        format!(
            "{}\n\nfrom functools import cache\n\n",
            text_literal(&lines.join(". "))
        )
    }

    fn kinds(&self) -> String {
        let columns = || self.columns.iter();
        let each = |text: &dyn Fn(&Column<'_>) -> Option<String>| {
            let entries = columns().filter_map(|it| Some((literal(&it.name), text(it)?)));
            dictionary(entries.collect())
        };
        let kinds = each(&|it| Some(literal(kind(it))));
        let types = each(&|it| Some(literal(&pandas_type(it))));
        let decimals = each(&|it| match it.value_type().representation() {
            Representation::Decimal { decimals, .. } => Some(decimals.to_string()),
            _ => None,
        });
        let limits = each(&|it| {
            let limits = limits(it.value_type())?;
            Some(format!("({}, {})", limits.min, limits.max))
        });
        let delivered = self.selection.columns_of_file(self.block);
        let delivered: Vec<_> = delivered.iter().map(|it| literal(it)).collect();
        let delivered = delivered.join(", ");
        let block = literal(&self.block.id);
        let observation = self.block.observation_period.as_deref();
        let observation = observation.map_or_else(|| "None".to_owned(), literal);
        let windows = windows(self.selection, self.block).into_iter();
        let windows = windows.map(|window| {
            let day = |day: Option<Date>| {
                day.map_or_else(|| "None".to_owned(), |day| literal(&day.to_string()))
            };
            format!("({}, {})", day(window.from), day(window.to))
        });
        let windows = windows.collect::<Vec<_>>().join(", ");
        let deliberation = &self.selection.model.deliberation;
        let at_midnight = deliberation.observation(self.block);
        let at_midnight = at_midnight.is_some_and(|observation| observation.is_year_end());
        format!(
            "BLOCK = {block}\n\
             # The kinds of values.\n\
             KINDS = {kinds}\n\
             # The types of pandas.read_csv. Set keep_default_na=False and na_values=[\"\"] too: a code such as NA is a text.\n\
             DTYPES = {types}\n\
             # The numbers of decimals.\n\
             DECIMALS = {decimals}\n\
             # The smallest and the largest number.\n\
             LIMITS = {limits}\n\
             # The columns of the file.\n\
             FILE_COLUMNS = [{delivered}]\n\
             OBSERVATION_PERIOD = {observation}\n\
             # The first and the last day between which the observation periods are. None is an open end.\n\
             WINDOWS = [{windows}]\n\
             # True if a row holds the state at the end of its year, at midnight.\n\
             YEAR_END = {}\n",
            if at_midnight { "True" } else { "False" }
        )
    }

    /// The labels, the definitions and the phrases of the columns.
    fn variables(&self) -> String {
        let entries = self.columns.iter().map(|column| {
            let label = column.label();
            let definition = column.definition();
            let mut parts = vec![(
                literal("label"),
                text_literal(label.first_of(&self.preferred).1),
            )];
            let definition = definition.first_of(&self.preferred).1;
            if !definition.is_empty() {
                parts.push((literal("definition"), text_literal(definition)));
            }
            if let Some(variable) = column.variable() {
                let phrase = variable.phrase.term.to_string();
                parts.push((literal("phrase"), text_literal(&phrase)));
            }
            let parts: Vec<_> = parts
                .iter()
                .map(|(key, text)| format!("{key}: {text}"))
                .collect();
            (literal(&column.name), format!("{{{}}}", parts.join(", ")))
        });
        format!("VARIABLES = {}\n", dictionary(entries.collect()))
    }

    fn schema(&self) -> String {
        let types = self.columns.iter().map(|column| {
            let polars = polars_type(column);
            format!("            {}: pl.{polars},\n", literal(&column.name))
        });
        format!(
            "\n\ndef polars_schema():\n    \"\"\"Returns the types of `read_csv` in polars.\"\"\"\n    \
             import polars as pl\n\n    return pl.Schema(\n        {{\n{}        }}\n    )\n",
            types.collect::<String>()
        )
    }
}

/// Returns the kind of value of a column, by which `read_csv` converts it.
fn kind(column: &Column<'_>) -> &'static str {
    match column.value_type().representation() {
        Representation::Period(grain) => match grain {
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
        },
        Representation::Whole { .. } if column.value_type().grain() == Some(Grain::Year) => "year",
        Representation::Whole { .. } => "number",
        Representation::Decimal { .. } => "decimal",
        Representation::Flag => "flag",
        Representation::Code { .. } => "code",
        Representation::List { .. } => "list",
    }
}

fn pandas_type(column: &Column<'_>) -> String {
    match column.value_type().representation() {
        Representation::Period(grain) => match grain {
            Grain::Day => "period[D]",
            Grain::Month => "period[M]",
            Grain::Quarter => "period[Q-DEC]",
            Grain::Year => "Int16",
        }
        .to_owned(),
        Representation::Whole { size, .. } => format!("{size:?}"),
        Representation::Decimal { .. } => "Float64".to_owned(),
        Representation::Flag => "boolean".to_owned(),
        Representation::Code { .. } | Representation::List { .. } => "string".to_owned(),
    }
}

fn polars_type(column: &Column<'_>) -> String {
    match column.value_type().representation() {
        Representation::Period(Grain::Year) => "Int16".to_owned(),
        Representation::Period(_) => "Date".to_owned(),
        Representation::Whole { size, .. } => format!("{size:?}"),
        Representation::Decimal { decimals, .. } => format!("Decimal(15, {decimals})"),
        Representation::Flag => "Boolean".to_owned(),
        Representation::Code { .. } | Representation::List { .. } => "String".to_owned(),
    }
}
