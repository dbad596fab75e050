//! A SAS script for each block: it reads the CSV file of the block, and labels it.

mod text;
mod reading;

use beraad_schema::describe::{Block, Column, Identity, Language, Period, Representation, visible};

use self::reading::{MAX_VALUE, conversion, format, is_text, last_day, width};
use self::text::{MAX_TEXT, SAS, code, day, format_name, number, quoted};
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::message;
use crate::messages::{Message, Messages, Piece, ProgramText};
use crate::packages::{
    self, Companion, SCRIPT_SUPPORT, companions, cut, distinct_labels, files, flag_labels, header,
    not_converted,
};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "sas",
    writes: &["sas/<language>/<block>.sas"],
    summary: ProgramText::of("sas"),
    support: SCRIPT_SUPPORT,
    write,
};

/// The maximum length of the label of a variable or of a data set, in bytes.
const MAX_LABEL: usize = 256;

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    Ok(files(
        selection,
        "sas",
        &[(".sas", |selection, block, language| {
            let mut script = Script::new(selection, block, language);
            script.write();
            script.text.into_bytes()
        })],
    ))
}

/// The companions of a column. Where a value may be missing, the empty text is the absence of a value and not a code.
fn companions_of(
    selection: &Selection<'_>,
    block: &Block,
    column: &Column<'_>,
    language: Language,
) -> Vec<Companion> {
    let mut companions = companions(selection, block, column, language);
    for companion in &mut companions {
        let codes = &mut companion.codes;
        codes.retain(|it| !it.code.is_empty() || !column.nullable());
    }
    companions
}

/// Returns a message as an error of the log.
fn error(message: &str) -> String {
    quoted(&format!("ERROR: {message}"))
}

/// Returns a part of a message in quotes, with the spaces at its ends.
fn quoted_as_it_is(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A check that is counted in the data step.
struct Check {
    violated: String,
    message: String,
}

/// The script of a block in a language.
struct Script<'s, 'a> {
    selection: &'s Selection<'a>,
    block: &'a Block,
    /// The columns of the file, of which some may not be kept.
    delivered: Vec<String>,
    columns: Vec<Column<'a>>,
    /// The companions of each column.
    companions: Vec<Vec<Companion>>,
    language: Language,
    preferred: Vec<Language>,
    /// The statements `format` of the data step.
    formats: Vec<String>,
    checks: Vec<Check>,
    text: String,
}

impl<'s, 'a> Script<'s, 'a> {
    fn new(selection: &'s Selection<'a>, block: &'a Block, language: Language) -> Self {
        let columns = block.columns();
        let companions = columns.iter().map(|column| {
            if is_text(column) && !column.value_type().is_list() {
                companions_of(selection, block, column, language)
            } else {
                Vec::new()
            }
        });
        Self {
            selection,
            block,
            delivered: selection.columns_of_file(block),
            companions: companions.collect(),
            columns,
            language,
            preferred: selection.model.deliberation.languages.preferred(language),
            formats: Vec::new(),
            checks: Vec::new(),
            text: String::new(),
        }
    }

    fn write(&mut self) {
        let written = format!("{}.sas7bdat", self.block.id);
        for line in header(self.selection, self.block, self.language, Some(&written)) {
            self.comment(&line);
        }
        self.line("options noquotelenmax;");
        self.line("libname beraad '.';");
        self.value_formats();
        self.utf_8();
        self.first_line();
        self.data_step();
        self.key();
        self.attributes();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, text: &str) {
        // Only `*/` ends a comment, and no macro is expanded in it.
        let text = visible(text).replace('/', "\u{2215}");
        self.line(&format!("/* {text} */"));
    }

    fn text_of(&self, message: Message, arguments: &[(&str, &str)]) -> String {
        Messages::of(self.language).with(message, arguments)
    }

    fn label(&self, column: &Column<'_>) -> String {
        let label = column.label();
        label.first_of(&self.preferred).1.to_owned()
    }

    /// The formats of codes, of their companions and of flags.
    fn value_formats(&mut self) {
        let mut values = Vec::new();
        let mut count = 0;
        for (column, companions) in self.columns.iter().zip(&self.companions) {
            let mut add = |column: &str, prefix: &str, lines: Vec<String>| {
                count += 1;
                let name = format!("{prefix}{}", format_name(count, column));
                self.formats.push(format!("{column} {name}."));
                values.push(format!("  value {name}\n    {};", lines.join("\n    ")));
            };
            if column.value_type().representation() == Representation::Flag {
                let labels = flag_labels(self.selection, column, self.language);
                let lines = (0..).zip(labels);
                let lines = lines.map(|(flag, label)| format!("{flag} = {}", quoted(&label)));
                add(&column.name, "", lines.collect());
            }
            for companion in companions {
                let labels = distinct_labels(companion, MAX_TEXT);
                let labels = labels.iter().map(|label| quoted(label));
                let labelled: Vec<_> = companion.codes.iter().zip(labels).collect();
                let line = |key: String, label: &str| format!("{key} = {label}");
                let of_numbers = labelled
                    .iter()
                    .map(|(code, label)| line(number(code), label));
                add(&companion.name, "", of_numbers.collect());
                // A code whose label depends on the period, or that has one in some periods only, shows itself.
                if !companion.reads_period() {
                    let of_codes = labelled.iter();
                    let of_codes = of_codes.map(|(it, label)| line(code(&it.code), label));
                    add(&column.name, "$", of_codes.collect());
                }
            }
        }
        if !values.is_empty() {
            self.line("");
            self.line("proc format;");
            self.line(&values.join("\n"));
            self.line("run;");
        }
    }

    /// The statement that opens the CSV file.
    fn infile(&self, options: &str) -> String {
        let file = quoted(&format!("{}.csv", self.block.id));
        format!("  infile {file} encoding='utf-8' lrecl=1048576 truncover {options};")
    }

    /// Reads the file byte by byte, without an encoding, and stops at the first one that is not in UTF-8: another reading would put
    /// a sign in its place.
    fn utf_8(&mut self) {
        let file = quoted(&format!("{}.csv", self.block.id));
        let message = self.put(
            message!("script-not-utf-8"),
            &[("line", "beraad_line +(-1)")],
        );
        self.line("");
        self.line("data _null_;");
        self.line(&format!("  infile {file} recfm=n;"));
        self.line("  input beraad_byte $char1. @@;");
        self.line("  retain beraad_line 1 beraad_more 0;");
        self.line("  beraad_rank = rank(beraad_byte);");
        self.stop_if(
            "(beraad_more > 0) ne (128 <= beraad_rank <= 191) or 192 <= beraad_rank <= 193 or beraad_rank > 244",
            &message,
        );
        self.line("  if beraad_more > 0 then beraad_more = beraad_more - 1;");
        self.line("  else if beraad_rank >= 240 then beraad_more = 3;");
        self.line("  else if beraad_rank >= 224 then beraad_more = 2;");
        self.line("  else if beraad_rank >= 194 then beraad_more = 1;");
        self.line("  if beraad_rank = 10 then beraad_line = beraad_line + 1;");
        self.line("run;");
    }

    /// Compares the names of the columns with the first line of the file, and looks if there is a second one.
    fn first_line(&mut self) {
        let names = self.delivered.clone();
        self.line("");
        self.line("data _null_;");
        self.line("  length beraad_line $ 32767;");
        self.line(&self.infile("obs=2 eof=beraad_eof"));
        self.line("  input beraad_line $char32767.;");
        self.line("  if _n_ = 2 then stop;");
        self.line("  beraad_line = compress(beraad_line, '220D'x);");
        if names.len() > 1 {
            let separator = self.text_of(message!("script-separator"), &[("found", "';'")]);
            let no_comma = "index(beraad_line, ',') = 0";
            let semicolon = format!("{no_comma} and index(beraad_line, ';') > 0");
            self.stop_if(&semicolon, &format!("put {};", error(&separator)));
            let separator = self.text_of(message!("script-separator.unknown"), &[]);
            self.stop_if(no_comma, &format!("put {};", error(&separator)));
        }
        for (number, name) in (1..).zip(&names) {
            let wrong = format!("scan(beraad_line, {number}, ',', 'm') ne {}", code(name));
            let place = number.to_string();
            let values = [("place", &*place), ("column", name)];
            let message = self.text_of(message!("script-other-column"), &values);
            self.stop_if(&wrong, &format!("put {};", error(&message)));
        }
        self.line("  beraad_fields = countw(beraad_line, ',', 'm');");
        self.stop_at_other_count("'1'");
        // `input` goes here if there is no line to read.
        self.line("  return;");
        self.line("  beraad_eof:");
        let empty = self.text_of(message!("script-empty-file"), &[]);
        self.stop_if("_n_ = 1", &format!("put {};", error(&empty)));
        let no_row = self.text_of(message!("script-no-row"), &[]);
        let no_row = quoted(&format!("NOTE: {no_row}"));
        self.line(&format!("  put {no_row};"));
        self.line("  stop;");
        self.line("run;");
    }

    /// Stops the script with a message if a condition is true; without a value, which is of a person.
    fn stop_if(&mut self, condition: &str, message: &str) {
        self.line(&format!("  if {condition} then do;"));
        self.line(&format!("    {message}"));
        self.line("    abort cancel;");
        self.line("  end;");
    }

    /// Stops at a line that is blank, or has more or fewer fields than the block has columns. The header is line 1.
    fn line_of_file(&mut self) {
        self.line("  beraad_line = _n_ + 1;");
        let blank = self.put(
            message!("script-blank-line"),
            &[("line", "beraad_line +(-1)")],
        );
        self.stop_if("missing(compress(_infile_, '0D'x))", &blank);
        let open = self.put(
            message!("script-open-quote"),
            &[("line", "beraad_line +(-1)")],
        );
        self.stop_if("mod(countc(_infile_, '\"'), 2) = 1", &open);
        // Without the texts in quotes, which may have commas.
        self.line("  beraad_fields = 1 + countc(prxchange('s/\"[^\"]*\"//', -1, _infile_), ',');");
        self.stop_at_other_count("beraad_line +(-1)");
    }

    /// Stops if `beraad_fields` is another number than that of the columns of the file.
    fn stop_at_other_count(&mut self, line: &str) {
        let expected = self.delivered.len().to_string();
        let as_text = quoted_as_it_is(&expected);
        let values = [
            ("line", line),
            ("found", "beraad_fields +(-1)"),
            ("expected", &as_text),
        ];
        let other = self.put(message!("script-field-count"), &values);
        self.stop_if(&format!("beraad_fields ne {expected}"), &other);
    }

    /// Returns the statement that writes a message as an error of the log. The values are parts of it.
    fn put(&self, message: Message, values: &[(&str, &str)]) -> String {
        let pieces = Messages::of(self.language).pieces(message, |_| None);
        let pieces = pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(quoted_as_it_is(text)),
            Piece::Placeholder(name) => {
                let value = values.iter().find(|(of, _)| of == name);
                value.map(|(_, value)| (*value).to_owned())
            }
        });
        let pieces: Vec<_> = pieces.collect();
        format!("put 'ERROR: ' {};", pieces.join(" "))
    }

    fn data_step(&mut self) {
        let label = self.block.label.first_of(&self.preferred).1;
        let label = quoted(&cut(&visible(label), MAX_LABEL));
        self.line("");
        self.line(&format!("data beraad.{} (label={label});", self.block.id));
        self.lengths();
        self.labels();
        self.read();
        for place in 0..self.columns.len() {
            self.convert(place);
        }
        for place in 0..self.columns.len() {
            for companion in self.companions[place].clone() {
                self.companion(place, &companion);
            }
        }
        self.add_checks();
        self.stop_at_end();
        self.count_checks();
        self.line("run;");
    }

    /// Declares the variables in their order, each companion after its column.
    fn lengths(&mut self) {
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            let length = if is_text(column) {
                format!("$ {}", width(self.selection, column))
            } else {
                "8".to_owned()
            };
            let mut line = format!("  length {} {length}", column.name);
            for companion in &self.companions[place] {
                line.extend([" ", &companion.name, " 8"]);
            }
            self.line(&format!("{line};"));
        }
        for (number, name) in (1..).zip(self.delivered.clone()) {
            let width = self.width_in_file(&name);
            self.line(&format!("  length beraad_{number} $ {width};"));
        }
        let first: Vec<_> = self.numbered("beraad_first");
        self.line(&format!("  retain {};", first.join(" ")));
    }

    fn labels(&mut self) {
        let mut lines = Vec::new();
        for (column, companions) in self.columns.iter().zip(&self.companions) {
            let mut add = |name: &str, label: &str| {
                let label = quoted(&cut(&visible(label), MAX_LABEL));
                lines.push(format!("  label {name} = {label};"));
            };
            let label = self.label(column);
            add(&column.name, &label);
            for companion in companions {
                match companion.period {
                    Some(period) => add(&companion.name, &format!("{label} ({period})")),
                    None => add(&companion.name, &label),
                }
            }
            if let Some(format) = format(column) {
                lines.push(format!("  format {} {format};", column.name));
            }
        }
        lines.extend(self.formats.iter().map(|it| format!("  format {it};")));
        self.line(&lines.join("\n"));
    }

    /// Reads all columns as texts. `$char` keeps a code that is one period, which another informat makes blank.
    fn read(&mut self) {
        self.line(&self.infile("dsd dlm=',' firstobs=2 end=beraad_end"));
        let columns = (1..).zip(&self.delivered);
        let inputs = columns.map(|(number, name)| {
            let width = self.width_in_file(name);
            format!("    beraad_{number} :$char{width}.")
        });
        let inputs: Vec<_> = inputs.collect();
        self.line(&format!("  input\n{}\n  ;", inputs.join("\n")));
        self.line_of_file();
        // A file of Windows has a carriage return before the end of the line.
        let last = format!("beraad_{}", self.delivered.len());
        self.line(&format!("  {last} = compress({last}, '0D'x);"));
    }

    /// Returns the width in which a column of the file is read: with room for one sign too many.
    fn width_in_file(&self, name: &str) -> usize {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.name == name);
        column.map_or(MAX_VALUE, |column| width(self.selection, column)) + 1
    }

    /// Returns the place of a column among those of the file, from 1.
    fn place_in_file(&self, column: &Column<'_>) -> usize {
        let mut names = self.delivered.iter();
        names.position(|name| **name == *column.name).unwrap_or(0) + 1
    }

    /// Returns the names of a variable for each column: the number is that of the column in the file.
    fn numbered(&self, name: &str) -> Vec<String> {
        let columns = self.columns.iter();
        columns
            .map(|column| format!("{name}_{}", self.place_in_file(column)))
            .collect()
    }

    /// Converts a column, and counts the rows in which that is impossible.
    fn convert(&mut self, place: usize) {
        let column = &self.columns[place];
        let number = self.place_in_file(column);
        let (name, from) = (column.name.clone(), format!("beraad_{number}"));
        let statements = conversion(column, &from);
        let failed = if is_text(column) {
            format!("length({from}) > {}", width(self.selection, column))
        } else {
            format!("missing({name}) and not missing({from})")
        };
        self.line(&format!("  {statements}"));
        self.line(&format!("  if {failed} then do;"));
        self.line(&format!("    beraad_wrong_{number} + 1;"));
        self.line(&format!(
            "    if beraad_wrong_{number} = 1 then beraad_first_{number} = beraad_line;"
        ));
        self.line("  end;");
    }

    /// Stops after the last row if a value could not be converted, with the number of rows and the first line of each column.
    fn stop_at_end(&mut self) {
        let messages = Messages::of(self.language);
        let first = quoted_as_it_is(&format!(
            ", {} ",
            messages.text(message!("script-first-line"))
        ));
        self.line("  if beraad_end then do;");
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            let number = self.place_in_file(column);
            let message = not_converted(messages, column, width(self.selection, column));
            let message = quoted_as_it_is(&format!("ERROR: {message}: "));
            self.line(&format!(
                "    if beraad_wrong_{number} > 0 then put {message} beraad_wrong_{number} +(-1) {first} beraad_first_{number};"
            ));
        }
        let wrong = self.numbered("beraad_wrong");
        self.line(&format!(
            "    if sum({}) > 0 then abort cancel;",
            wrong.join(", ")
        ));
        self.line("  end;");
    }

    fn companion(&mut self, place: usize, companion: &Companion) {
        let (column, name) = (self.columns[place].name.clone(), &*companion.name);
        let within = companion.period.and_then(|period| self.within(period));
        let sharing = companion.codes.iter().filter(|it| it.shares_label);
        let sharing: Vec<_> = sharing.map(|it| &*it.code).collect();
        if !sharing.is_empty() {
            let codes = [("codes", &*sharing.join(", "))];
            let text = self.text_of(message!("script-same-labels"), &codes);
            self.comment(&text);
        }
        for (periods, codes) in companion.groups() {
            let of_codes = self.within_one(periods);
            let conditions: Vec<_> = within.iter().chain(&of_codes).map(|it| &**it).collect();
            if !conditions.is_empty() {
                self.line(&format!("  if {} then do;", conditions.join(" and ")));
            }
            self.line(&format!("  select ({column});"));
            for labelled in codes {
                let (code, number) = (code(&labelled.code), number(labelled));
                self.line(&format!("    when ({code}) {name} = {number};"));
            }
            self.line("    otherwise;");
            self.line("  end;");
            if !conditions.is_empty() {
                self.line("  end;");
            }
        }
        let within = within.map_or_else(String::new, |within| format!(" and {within}"));
        self.checks.push(Check {
            violated: format!("{name} = . and not missing({column}){within}"),
            message: self.text_of(companion.unlabelled(), &[("column", &column)]),
        });
    }

    /// Returns the condition that the observation period of a row ends within one of some periods; `None` for all rows.
    fn within_one(&self, periods: &[Period]) -> Option<String> {
        let conditions = periods.iter().filter_map(|period| self.within(*period));
        let conditions: Vec<_> = conditions.collect();
        match &*conditions {
            [] => None,
            [condition] => Some(condition.clone()),
            _ => Some(format!("(({}))", conditions.join(") or ("))),
        }
    }

    /// Returns the condition that the observation period of a row ends within a period.
    fn within(&self, period: Period) -> Option<String> {
        let name = self.block.observation_period.as_deref()?;
        let last_day = last_day(&self.block.column(name)?)?;
        let from = period.from.map(|it| format!("{last_day} >= {}", day(it)));
        let to = period.to.map(|it| format!("{last_day} <= {}", day(it)));
        let known = format!("not missing({name})");
        let parts: Vec<_> = [Some(known), from, to].into_iter().flatten().collect();
        Some(parts.join(" and "))
    }

    /// Adds the checks of values that must exist, and of rules.
    fn add_checks(&mut self) {
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            if column.value_type().is_list() {
                continue;
            }
            let (name, is_nullable) = (column.name.clone(), column.nullable());
            let mut companions = self.companions[place].iter();
            let has_empty = companions.any(|it| it.codes.iter().any(|code| code.code.is_empty()));
            // The empty text is then a code.
            if !is_nullable && !has_empty {
                self.add_check(
                    message!("script-no-value"),
                    &name,
                    format!("missing({name})"),
                );
            }
        }
        for rule in packages::rules_of(self.selection, self.block) {
            let message = rule.message.first_of(&self.preferred).1.to_owned();
            if let Some(violated) = packages::translated(&rule, &SAS) {
                let message = self.text_of(message!("script-violates"), &[("rule", &message)]);
                self.checks.push(Check { violated, message });
            } else {
                let text = self.text_of(message!("script-rule-not-checked"), &[]);
                self.comment(&format!("{message} {text}"));
            }
        }
    }

    fn add_check(&mut self, message: Message, column: &str, violated: String) {
        let message = self.text_of(message, &[("column", column)]);
        self.checks.push(Check { violated, message });
    }

    /// Counts the rows that violate each check, and writes the numbers to the log after the last row.
    fn count_checks(&mut self) {
        let checks = std::mem::take(&mut self.checks);
        for (number, check) in (1..).zip(&checks) {
            self.line(&format!(
                "  if {} then beraad_check_{number} + 1;",
                check.violated
            ));
        }
        self.line("  if beraad_end then do;");
        for (number, check) in (1..).zip(&checks) {
            let message = quoted(&format!("NOTE: {}: ", check.message));
            self.line(&format!("    put {message} beraad_check_{number};"));
        }
        self.line("  end;");
        let texts = (1..=self.delivered.len()).map(|number| format!("beraad_{number}"));
        let lines = ["beraad_line", "beraad_fields"].map(str::to_owned);
        let wrong = self.numbered("beraad_wrong").into_iter();
        let first = self.numbered("beraad_first");
        let texts = texts.chain(lines).chain(wrong).chain(first);
        let counts = (1..=checks.len()).map(|number| format!("beraad_check_{number}"));
        let dropped: Vec<_> = texts.chain(counts).collect();
        self.line(&format!("  drop {};", dropped.join(" ")));
    }

    fn key(&mut self) {
        let Identity::Key(columns) = &self.block.identity else {
            return;
        };
        let names: Vec<_> = columns.iter().map(ToString::to_string).collect();
        let Some(last) = names.last() else {
            return;
        };
        let by = names.join(" ");
        let columns = names.join(", ");
        let message = self.text_of(message!("script-same-key"), &[("columns", &columns)]);
        let message = quoted(&format!("NOTE: {message}: "));
        self.line("");
        self.line(&format!(
            "proc sort data=beraad.{} (keep={by}) out=beraad_key;",
            self.block.id
        ));
        self.line(&format!("  by {by};"));
        self.line("run;");
        self.line("");
        self.line("data _null_;");
        self.line("  set beraad_key end=beraad_end;");
        self.line(&format!("  by {by};"));
        self.line(&format!(
            "  if not (first.{last} and last.{last}) then beraad_count + 1;"
        ));
        self.line(&format!("  if beraad_end then put {message} beraad_count;"));
        self.line("run;");
    }

    /// The definition and the phrase of each column, as attributes that the data set keeps.
    fn attributes(&mut self) {
        self.line("");
        self.line("proc datasets library=beraad nolist;");
        self.line(&format!("  modify {};", self.block.id));
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            let mut parts = Vec::new();
            let definition = column.definition();
            let definition = definition.first_of(&self.preferred).1;
            if !definition.is_empty() {
                parts.push(format!("definition={}", quoted(definition)));
            }
            if let Some(variable) = column.variable() {
                let phrase = variable.phrase.term.to_string();
                parts.push(format!("phrase={}", quoted(&phrase)));
            }
            if !parts.is_empty() {
                let line = format!(
                    "  xattr set var {} ({});",
                    column.name,
                    parts.join("\n    ")
                );
                self.line(&line);
            }
        }
        self.line("quit;");
    }
}
