//! An SPSS script for each block: it reads the CSV file of the block, and labels it. It also runs in PSPP.
//!
//! SPSS has no command that stops a script on a condition of the data. So each pass over the file writes a script of its own, which
//! is then inserted: it stops, and erases itself, if a line failed. No value of the file is written into it.
//!
//! The first pass reads whole lines: SPSS fills rows with too few fields, and drops the fields of rows with too many. The second one
//! reads the fields.

mod syntax;
mod dialect;
mod lines;
mod columns;
mod checks;

use beraad_schema::describe::{Block, Language, Representation};

use self::checks::Check;
use self::syntax::{FILE_LABEL_MAX, comment, literal, name_of, quoted, quoted_within};
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::message;
use crate::messages::{Messages, ProgramText};
use crate::packages::{SCRIPT_SUPPORT, files, header, source};
use crate::retention::retention;
use crate::support::Carries::Carried;
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "spss",
    writes: &["spss/<language>/<block>.sps"],
    summary: ProgramText::of("spss"),
    support: Support {
        measurement: Carried,
        ..SCRIPT_SUPPORT
    },
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    Ok(files(
        selection,
        "spss",
        &[(".sps", |selection, block, language| {
            let mut script = Script::new(selection, block, language);
            script.write();
            script.text.into_bytes()
        })],
    ))
}

/// The script of a block in a language.
struct Script<'s, 'a> {
    selection: &'s Selection<'a>,
    block: &'a Block,
    language: Language,
    preferred: Vec<Language>,
    text: String,
    /// The variables of the file that is written, in their order.
    kept: Vec<String>,
    /// The variables that mark a value that cannot be converted.
    marks: Vec<String>,
    /// The checks of rows, which come after the labels.
    checks: Vec<Check>,
}

impl<'s, 'a> Script<'s, 'a> {
    fn new(selection: &'s Selection<'a>, block: &'a Block, language: Language) -> Self {
        Self {
            selection,
            block,
            language,
            preferred: selection.model.deliberation.languages.preferred(language),
            // The byte order mark, by which SPSS reads the script as UTF-8.
            text: "\u{feff}".to_owned(),
            kept: Vec::new(),
            marks: Vec::new(),
            checks: Vec::new(),
        }
    }

    fn write(&mut self) {
        let columns = self.block.columns();
        self.header();
        let delivered = self.selection.columns_of_file(self.block);
        self.lines_of_file(&delivered);
        self.import(&delivered);
        self.names(&delivered);
        for column in &columns {
            self.conversion(column);
        }
        self.stop();
        for column in &columns {
            self.line("");
            self.column(column);
        }
        self.line("");
        self.key();
        self.rules();
        self.show_checks();
        self.save();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, text: &str) {
        self.line(&comment(text));
    }

    fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    fn header(&mut self) {
        let written = format!("{}.sav", self.block.id);
        for line in header(self.selection, self.block, self.language, Some(&written)) {
            self.comment(&line);
        }
    }

    /// Reads all columns of the file as texts, and the line of names as a row: so a code keeps its zeros, and all can be checked.
    fn import(&mut self, delivered: &[String]) {
        self.open_file("UTF8", ",\" /QUALIFIER='\"'");
        for name in delivered {
            let width = self.width_of(name);
            self.line(&format!("  @{name} A{width}"));
        }
        self.line("  .");
        self.line("COMPUTE beraad_line = $CASENUM.");
        self.line("STRING beraad_part (A4).");
        // A scratch variable is 0 at first, and keeps its value from row to row.
        self.line("NUMERIC #other (F8.0).");
        self.line("NUMERIC beraad_year beraad_quarter beraad_month beraad_day (F4.0).");
    }

    /// Writes the start of a command that reads the file, up to its variables. `delimiters` ends its list of delimiters.
    fn open_file(&mut self, encoding: &str, delimiters: &str) {
        self.line(&format!(
            "GET DATA /TYPE=TXT /FILE=\"{}.csv\" /ENCODING=\"{encoding}\"",
            self.block.id
        ));
        self.line(&format!(
            "  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=1 /DELIMITERS=\"{delimiters}"
        ));
        self.line("  /VARIABLES=");
    }

    /// Returns the width in which a column of the file is read; one that is not kept is not looked at.
    fn width_of(&self, name: &str) -> usize {
        let column = self.block.column(name);
        column.map_or(syntax::FIELD_WIDTH, |column| syntax::width_in_file(&column))
    }

    /// Compares the names in the first line with the columns: SPSS itself takes them by their order.
    fn names(&mut self, delivered: &[String]) {
        self.line("DO IF (beraad_line = 1).");
        for (place, name) in delivered.iter().enumerate() {
            let number = (place + 1).to_string();
            let values = [("place", &*number), ("column", name)];
            let message = self
                .messages()
                .with(message!("script-other-column"), &values);
            let mut differs = format!("@{name} <> {}", literal(name));
            if place == 0 {
                // PSPP keeps the byte order mark of a file in the first name.
                let marked = literal(&format!("\u{feff}{name}"));
                differs = format!("{differs} AND @{name} <> {marked}");
            }
            self.line(&format!("DO IF (#other = 0 AND {differs})."));
            self.line("COMPUTE #other = 1.");
            self.line(&format!("PRINT /{}.", quoted_within(&message)));
            self.line("END IF.");
        }
        self.line("END IF.");
    }

    /// Reads the file, and stops if the names or a row failed.
    fn stop(&mut self) {
        let marks = std::mem::take(&mut self.marks);
        let file = self.check_file();
        self.line(&format!(
            "COMPUTE beraad_wrong = (SUM({}) > 0).",
            marks.join(",\n    ")
        ));
        self.line("COMPUTE #wrong = #wrong + beraad_wrong.");
        self.line("DO IF (beraad_line = 1 AND #other = 0).");
        self.line(&format!("WRITE OUTFILE={file} /\"* .\"."));
        self.line("END IF.");
        // The numbers of rows, and not their values.
        self.line("DO IF (beraad_wrong = 1 AND #wrong = 1).");
        let heading = self.messages().text(message!("script-violating-rows"));
        let heading = literal(&format!("ECHO {}.", quoted_within(heading)));
        self.line(&format!("WRITE OUTFILE={file}"));
        self.line(&format!("  /{heading}"));
        self.line("  /\"DESCRIPTIVES VARIABLES=\"");
        for mark in &marks {
            self.line(&format!("  /\"  {mark}\""));
        }
        self.line("  /\"  /STATISTICS=SUM.\".");
        self.line("END IF.");
        self.line("DO IF ((beraad_line = 1 AND #other = 1) OR (beraad_wrong = 1 AND #wrong = 1)).");
        self.write_stop();
        self.line("END IF.");
        self.line("EXECUTE.");
        self.insert_check();
        self.line("SELECT IF (beraad_line > 1).");
    }

    /// Returns the name of the script that a pass writes, as a string.
    fn check_file(&self) -> String {
        literal(&format!("{}.check.sps", self.block.id))
    }

    /// Writes the lines that stop the script into the script of a pass: an error stops it, and nothing else does.
    fn write_stop(&mut self) {
        let file = self.check_file();
        let stopped = self.messages().text(message!("script-stopped"));
        let stopped = format!("{}.csv: {stopped}", self.block.id);
        self.line(&format!("WRITE OUTFILE={file}"));
        self.line(&format!("  /{}", literal(&format!("ERASE FILE={file}."))));
        let stop = format!("GET FILE={}.", quoted_within(&stopped));
        self.line(&format!("  /{}.", literal(&stop)));
    }

    /// Runs the script that a pass wrote, and erases it if it did not stop.
    fn insert_check(&mut self) {
        let file = self.check_file();
        self.line(&format!("INSERT FILE={file} ERROR=STOP."));
        self.line(&format!("ERASE FILE={file}."));
    }

    fn save(&mut self) {
        let label = self.block.label.first_of(&self.preferred).1.to_owned();
        let retention = retention(&self.selection.model.deliberation, self.language);
        self.line(&format!("FILE LABEL {}.", quoted(&label, FILE_LABEL_MAX)));
        self.line("DATAFILE ATTRIBUTE ATTRIBUTE=");
        self.line(&format!(
            "  Label({})",
            quoted(&label, syntax::ATTRIBUTE_MAX)
        ));
        self.line(&format!(
            "  Source({})",
            quoted(
                &source(self.selection, self.block, self.language),
                syntax::ATTRIBUTE_MAX
            )
        ));
        self.line(&format!(
            "  Retention({}).",
            quoted(&retention, syntax::ATTRIBUTE_MAX)
        ));
        self.line(&format!(
            "SAVE OUTFILE={}",
            literal(&format!("{}.sav", self.block.id))
        ));
        let kept = self.kept.join("\n    ");
        self.line(&format!("  /KEEP={kept}"));
        self.line("  /COMPRESSED.");
        self.line("RESTORE.");
    }

    /// Returns true if a column is a text in SPSS: a code or a list.
    fn is_text(&self, name: &str) -> bool {
        self.block.column(name).is_some_and(|column| {
            matches!(
                column.value_type().representation(),
                Representation::Code { .. } | Representation::List { .. }
            )
        })
    }

    /// Returns the condition that a column has no value: a text is never missing in SPSS, but empty.
    fn is_missing(&self, name: &str) -> String {
        if self.is_text(name) {
            format!("{} = \"\"", name_of(name))
        } else {
            format!("MISSING({})", name_of(name))
        }
    }
}
