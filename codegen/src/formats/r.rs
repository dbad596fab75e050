//! Two R scripts for each block, which read the CSV file of the block and label it: one in base R with factors, and one for the
//! package haven with labelled numbers.

mod text;

use beraad_schema::describe::{Block, CodeList, Column, Date, Grain, Identity, Language};

use self::text::{R, code, name, quoted, vector};
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::message;
use crate::messages::{Message, Messages, ProgramText};
use crate::packages::{
    self, Companion, LabelledCode, ReadAs, SCRIPT_SUPPORT, companions, cut, distinct_labels, files,
    flag_labels, flag_texts, header, not_converted, period_pattern, read_as,
};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "r",
    writes: &["r/<language>/<block>.R", "r/<language>/<block>_labelled.R"],
    summary: ProgramText::of("r"),
    support: SCRIPT_SUPPORT,
    write,
};

/// The functions that both scripts begin with, those of factors, and those of labelled numbers.
const FUNCTIONS: &str = include_str!("r/functions.R");
const FACTORS: &str = include_str!("r/factors.R");
const NUMBERS: &str = include_str!("r/numbers.R");

/// The tags of missing values, as in Stata.
const TAGS: &str = "abcdefghijklmnopqrstuvwxyz";

/// The kind of script: in base R, or for the package haven.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Base,
    Labelled,
}

impl Kind {
    /// The functions of a script that only this kind has.
    const fn functions(self) -> &'static str {
        match self {
            Self::Base => FACTORS,
            Self::Labelled => NUMBERS,
        }
    }

    /// The maximum length of the label of a column and of a code, in bytes: base R has none. The others are the limits of Stata for
    /// the first and of SPSS for the second, since haven writes files for both.
    const fn limits(self) -> (usize, usize) {
        match self {
            Self::Base => (usize::MAX, usize::MAX),
            Self::Labelled => (80, 120),
        }
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    Ok(files(
        selection,
        "r",
        &[
            (".R", |selection, block, language| {
                content(selection, block, language, Kind::Base)
            }),
            ("_labelled.R", |selection, block, language| {
                content(selection, block, language, Kind::Labelled)
            }),
        ],
    ))
}

fn content<'a>(
    selection: &Selection<'a>,
    block: &'a Block,
    language: Language,
    kind: Kind,
) -> Vec<u8> {
    let mut script = Script::new(selection, block, language, kind);
    script.write();
    script.text.into_bytes()
}

/// The script of a block in a language.
struct Script<'s, 'a> {
    selection: &'s Selection<'a>,
    block: &'a Block,
    /// The name of the data frame.
    rows: String,
    language: Language,
    preferred: Vec<Language>,
    kind: Kind,
    text: String,
}

impl<'s, 'a> Script<'s, 'a> {
    fn new(selection: &'s Selection<'a>, block: &'a Block, language: Language, kind: Kind) -> Self {
        Self {
            selection,
            block,
            rows: name(&block.id),
            language,
            preferred: selection.model.deliberation.languages.preferred(language),
            kind,
            text: String::new(),
        }
    }

    fn write(&mut self) {
        self.header();
        self.import();
        self.line("");
        for column in self.block.columns() {
            self.column(&column);
        }
        for column in self.block.columns() {
            self.code(&column);
        }
        self.describe();
        self.checks();
        self.save();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, text: &str) {
        let text = beraad_schema::describe::visible(text);
        self.line(&format!("# {text}"));
    }

    /// A message about a column, as a text of R.
    fn about(&self, message: Message, column: &str) -> String {
        quoted(&Messages::of(self.language).with(message, &[("column", column)]))
    }

    fn header(&mut self) {
        let written = match self.kind {
            Kind::Base => format!("{}.rds", self.block.id),
            Kind::Labelled => format!("{0}.dta, {0}.sav", self.block.id),
        };
        for line in header(self.selection, self.block, self.language, Some(&written)) {
            self.comment(&line);
        }
        self.line("");
        let utf_8 = Messages::of(self.language).text(message!("script-utf-8"));
        let utf_8 = quoted(utf_8);
        self.line(&format!(
            "if (!l10n_info()[[\"UTF-8\"]]) stop({utf_8}, call. = FALSE)"
        ));
        self.line("");
        self.text.push_str(FUNCTIONS);
        self.text.push_str(self.kind.functions());
    }

    /// Reads all columns as texts: so a code keeps its zeros, and each conversion below can be checked.
    fn import(&mut self) {
        let delivered = self.selection.columns_of_file(self.block);
        let delivered: Vec<_> = delivered.iter().map(|it| code(it)).collect();
        let kept = self.block.columns();
        let kept: Vec<_> = kept.iter().map(|it| code(&it.name)).collect();
        self.line("");
        self.line(&format!("{} <- beraad_read(", self.rows));
        self.line(&format!("  {},", quoted(&format!("{}.csv", self.block.id))));
        self.line(&format!("  {},", vector(&delivered)));
        self.line(&format!("  {},", vector(&kept)));
        let messages = vector(&self.file_messages());
        self.line(&format!("  {messages},"));
        let empty = self.block.columns();
        let empty = empty
            .iter()
            .filter(|column| has_empty_code(self.selection, column));
        let empty: Vec<_> = empty.map(|column| code(&column.name)).collect();
        self.line(&format!("  empty_codes = {}", vector(&empty)));
        self.line(")");
    }

    /// The messages about the file as a whole. The functions replace the names in braces.
    fn file_messages(&self) -> Vec<String> {
        let messages = Messages::of(self.language);
        let named = [
            ("empty_file", message!("script-empty-file")),
            ("separator", message!("script-separator")),
            ("no_comma", message!("script-separator.unknown")),
            ("found_column", message!("script-other-column.found")),
            ("other_column", message!("script-other-column")),
            ("missing_column", message!("script-other-column.missing")),
            ("field_count", message!("script-field-count")),
            ("blank_line", message!("script-blank-line")),
            ("not_utf_8", message!("script-not-utf-8")),
            ("no_row", message!("script-no-row")),
            ("open_quote", message!("script-open-quote")),
        ];
        let named = named.into_iter();
        named
            .map(|(name, message)| format!("{name} = {}", quoted(&messages.template(message))))
            .collect()
    }

    /// The column of a data frame.
    fn place(&self, column: &str) -> String {
        format!("{}[[\"{column}\"]]", self.rows)
    }

    /// Converts a column. A code and a list stay the texts that the file has.
    fn column(&mut self, column: &Column<'_>) {
        let place = self.place(&column.name);
        let messages = Messages::of(self.language);
        let message = not_converted(messages, column, usize::MAX);
        let first_line = messages.text(message!("script-first-line"));
        let message = quoted(&format!("{message}: {{rows}}, {first_line} {{line}}"));
        let value_type = column.value_type();
        match (read_as(value_type), value_type.grain()) {
            (ReadAs::List | ReadAs::Code(_), _) => {}
            (ReadAs::Flag, _) => self.flag(column, &message),
            (ReadAs::Number(_), Some(grain)) | (ReadAs::Period(grain), _) => {
                let (pattern, grain) = (anchored(period_pattern(grain)), grain_name(grain));
                self.line(&format!(
                    "{place} <- beraad_period({place}, \"{grain}\", {pattern}, {message})"
                ));
            }
            (ReadAs::Number(limits), None) => {
                let (min, max) = (limits.min, limits.max);
                let pattern = anchored(&limits.pattern());
                self.line(&format!(
                    "{place} <- beraad_number({place}, {pattern}, {min}, {max}, {message})"
                ));
            }
        }
    }

    fn flag(&mut self, column: &Column<'_>, message: &str) {
        let place = self.place(&column.name);
        let [no, yes] = flag_texts().map(|texts| vector(&texts.map(quoted)));
        self.line(&format!(
            "{place} <- beraad_flag({place}, {no}, {yes}, {message})"
        ));
        let [no, yes] = flag_labels(self.selection, column, self.language)
            .map(|label| quoted(&cut(&label, self.kind.limits().1)));
        match self.kind {
            Kind::Base => self.line(&format!(
                "attr({place}, \"labels\") <- setNames(c(FALSE, TRUE), c({no}, {yes}))"
            )),
            Kind::Labelled => self.line(&format!(
                "{place} <- haven::labelled(as.numeric({place}), labels = setNames(c(0, 1), c({no}, {yes})))"
            )),
        }
    }

    /// The companions of a column of codes.
    fn code(&mut self, column: &Column<'_>) {
        if column.value_type().is_list() {
            return;
        }
        for companion in self.companions(column) {
            self.companion(column, &companion);
        }
    }

    fn companions(&self, column: &Column<'_>) -> Vec<Companion> {
        let mut companions = companions(self.selection, self.block, column, self.language);
        for companion in &mut companions {
            let codes = &mut companion.codes;
            codes.retain(|it| !it.code.is_empty() || !column.nullable());
        }
        companions
    }

    fn companion(&mut self, column: &Column<'_>, companion: &Companion) {
        let (place, codes) = (self.place(&companion.name), self.place(&column.name));
        let labels = distinct_labels(companion, self.kind.limits().1);
        let labels: Vec<_> = labels.iter().map(|label| quoted(label)).collect();
        let within = self.within(companion);
        let message = self.about(companion.unlabelled(), &column.name);
        self.line("");
        self.same_labels(companion);
        let function = match self.kind {
            Kind::Base => "beraad_factor",
            Kind::Labelled => "beraad_numbers",
        };
        self.line(&format!("{place} <- {function}("));
        self.line(&format!("  {codes},"));
        let known = companion.codes.iter().zip(&labels);
        let known = known.map(|(known, label)| match self.kind {
            Kind::Base => format!("{}, {label}, {}", code(&known.code), reason(known)),
            Kind::Labelled => format!("{}, {}, {label}", code(&known.code), number(known)),
        });
        let known: Vec<_> = known.collect();
        self.line(&format!("  c(\n    {}\n  ),", known.join(",\n    ")));
        self.line(&format!("  {within},"));
        match self.labelled_rows(column, companion) {
            Some(labelled) => {
                self.line(&format!("  {message},"));
                self.line(&labelled);
            }
            None => self.line(&format!("  {message}")),
        }
        self.line(")");
        let label = column.label();
        let label = label.first_of(&self.preferred).1;
        let label = match companion.period {
            Some(period) => format!("{label} ({period})"),
            None => label.to_owned(),
        };
        let label = quoted(&cut(&label, self.kind.limits().0));
        self.line(&format!("{place} <- beraad_describe({place}, {label})"));
    }

    fn same_labels(&mut self, companion: &Companion) {
        let sharing = companion.codes.iter().filter(|it| it.shares_label);
        let codes: Vec<_> = sharing.map(|it| &*it.code).collect();
        if !codes.is_empty() {
            let codes = codes.join(", ");
            let text = Messages::of(self.language)
                .with(message!("script-same-labels"), &[("codes", &codes)]);
            self.comment(&text);
        }
    }

    /// The observation period, and its grain, as arguments.
    fn observation(&self) -> Option<String> {
        let name = self.block.observation_period.as_deref()?;
        let grain = self.block.column(name)?.value_type().grain()?;
        Some(format!("{}, \"{}\"", self.place(name), grain_name(grain)))
    }

    /// The rows to which a companion applies.
    fn within(&self, companion: &Companion) -> String {
        let condition = || {
            let period = companion.period?;
            let (from, to) = (day(period.from), day(period.to));
            Some(format!(
                "beraad_ends_within({}, {from}, {to})",
                self.observation()?
            ))
        };
        condition().unwrap_or_else(|| "TRUE".to_owned())
    }

    /// The rows in which the codes of a companion have their labels, as an argument; `None` for all rows.
    fn labelled_rows(&self, column: &Column<'_>, companion: &Companion) -> Option<String> {
        let limits = companion.codes.iter().flat_map(|labelled| {
            let code = code(&labelled.code);
            let periods = labelled.periods.iter();
            periods.map(move |it| format!("{code}, {}, {}", day(it.from), day(it.to)))
        });
        let limits: Vec<_> = limits.collect();
        if limits.is_empty() {
            return None;
        }
        Some(format!(
            "  beraad_in_period(\n    {},\n    {},\n    c(\n      {}\n    )\n  )",
            self.place(&column.name),
            self.observation()?,
            limits.join(",\n      ")
        ))
    }

    /// Sets the attributes of the columns last: a conversion drops them.
    fn describe(&mut self) {
        self.line("");
        for column in self.block.columns() {
            let place = self.place(&column.name);
            let label = column.label();
            let label = cut(label.first_of(&self.preferred).1, self.kind.limits().0);
            let mut items = vec![quoted(&label)];
            let definition = column.definition();
            let definition = definition.first_of(&self.preferred).1;
            if !definition.is_empty() {
                items.push(format!("definition = {}", quoted(definition)));
            }
            if let Some(variable) = column.variable() {
                let phrase = variable.phrase.term.to_string();
                items.push(format!("phrase = {}", quoted(&phrase)));
            }
            self.line(&format!("{place} <- beraad_describe("));
            self.line(&format!("  {place},\n  {}", items.join(",\n  ")));
            self.line(")");
        }
        let label = self.block.label.first_of(&self.preferred).1.to_owned();
        let label = quoted(&cut(&label, self.kind.limits().0));
        self.line(&format!("attr({}, \"label\") <- {label}", self.rows));
    }

    /// Prints the number of rows without a value, and of those that violate the key or a rule.
    fn checks(&mut self) {
        self.line("");
        for column in self.block.columns() {
            self.column_checks(&column);
        }
        if let Identity::Key(columns) = &self.block.identity {
            let names: Vec<_> = columns.iter().map(|it| code(it)).collect();
            let columns: Vec<_> = columns.iter().map(ToString::to_string).collect();
            let message = Messages::of(self.language).with(
                message!("script-same-key"),
                &[("columns", &columns.join(", "))],
            );
            let key = format!("{}[{}]", self.rows, vector(&names));
            self.line(&format!(
                "beraad_check({}, duplicated({key}) | duplicated({key}, fromLast = TRUE))",
                quoted(&message),
            ));
        }
        for rule in packages::rules_of(self.selection, self.block) {
            let message = rule.message.first_of(&self.preferred).1.to_owned();
            if let Some(violated) = packages::translated(&rule, &R) {
                let message = Messages::of(self.language)
                    .with(message!("script-violates"), &[("rule", &message)]);
                self.check(&quoted(&message), &violated);
            } else {
                let text = Messages::of(self.language).text(message!("script-rule-not-checked"));
                self.comment(&format!("{message} {text}"));
            }
        }
    }

    fn check(&mut self, message: &str, violated: &str) {
        let line = format!("beraad_check({message}, with({}, {violated}))", self.rows);
        self.line(&line);
    }

    fn column_checks(&mut self, column: &Column<'_>) {
        if column.value_type().is_list() {
            return;
        }
        let shown = name(&column.name);
        if !column.nullable() {
            let message = self.about(message!("script-no-value"), &column.name);
            self.check(&message, &format!("is.na({shown})"));
        }
    }

    fn save(&mut self) {
        self.line("");
        let (rows, id) = (self.rows.clone(), &self.block.id);
        if self.kind == Kind::Base {
            self.line(&format!("saveRDS({rows}, \"{id}.rds\")"));
            return;
        }
        self.line(&format!("haven::write_dta({rows}, \"{id}.dta\")"));
        self.line(&format!("beraad_spss <- {rows}"));
        for column in self.block.columns() {
            if column.value_type().is_list() {
                continue;
            }
            for companion in self.companions(&column) {
                self.for_spss(&companion);
            }
        }
        self.line(&format!("haven::write_sav(beraad_spss, \"{id}.sav\")"));
    }

    fn for_spss(&mut self, companion: &Companion) {
        let tagged = companion.codes.iter().filter_map(|it| {
            let tag = tag(it.missing?.0)?;
            Some(format!("{tag} = {}", it.number))
        });
        let tagged: Vec<_> = tagged.collect();
        if !tagged.is_empty() {
            let place = format!("beraad_spss[[\"{}\"]]", companion.name);
            let tagged = vector(&tagged);
            self.line(&format!("{place} <- beraad_for_spss({place}, {tagged})"));
        }
    }
}

/// A day as a text of R; `NA` for an open end.
fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "NA".to_owned(), |day| format!("\"{day}\""))
}

const fn grain_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "day",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
    }
}

fn tag(place: usize) -> Option<char> {
    TAGS.chars().nth(place)
}

/// The number of a code as a text: a missing code has a tag as long as there are tags.
fn number(code: &LabelledCode) -> String {
    match code.missing.and_then(|(place, _)| tag(place)) {
        Some(tag) => format!("\".{tag}\""),
        None => format!("\"{}\"", code.number),
    }
}

/// The reason why a code is a missing value, as a text; `NA` if it is none.
fn reason(code: &LabelledCode) -> String {
    code.missing.map_or_else(
        || "NA".to_owned(),
        |(_, reason)| quoted(&reason.to_string()),
    )
}

/// Returns a pattern of the whole text, as a text of R.
fn anchored(pattern: &str) -> String {
    format!("\"^{pattern}$\"")
}

/// Returns true if the empty text is a code of the column. Where a value may be missing, it is the absence of a value.
fn has_empty_code(selection: &Selection<'_>, column: &Column<'_>) -> bool {
    let list = column.value_type().code_list();
    let list = list.and_then(|id| selection.model.code_list(id));
    let mut codes = list.into_iter().flat_map(CodeList::published_codes);
    !column.nullable() && codes.any(|(code, _)| code.is_empty())
}
