//! An SPSS script for each block: it reads the CSV file of the block, and labels it. It also runs in PSPP.
//!
//! SPSS has no command that stops a script on a condition of the data. So the first pass over the file writes a script of its own
//! with a line for each failure, which is then inserted: it stops if there was one. No value of the file is written into it.

mod syntax;
mod dialect;
mod columns;
mod checks;

use beraad_schema::describe::{Block, Column, Language, Representation};

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

/// A command that does nothing, as a string: the script of failures has at least one line.
const NOTHING: &str = "\"* .\"";

/// Returns the command that shows a message, as a string.
fn shown(message: &str) -> String {
    literal(&format!("ECHO {}.", quoted_within(message)))
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
            checks: Vec::new(),
        }
    }

    fn write(&mut self) {
        let columns = self.block.columns();
        self.header();
        self.import(&columns);
        self.names(&columns);
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

    /// Reads all columns as texts, and the line of names as a row: so a code keeps its zeros, and all can be checked.
    fn import(&mut self, columns: &[Column<'_>]) {
        self.line("PRESERVE.");
        self.line("SET DECIMAL=DOT.");
        self.line(&format!(
            "GET DATA /TYPE=TXT /FILE=\"{}.csv\" /ENCODING=\"UTF8\"",
            self.block.id
        ));
        self.line(
            "  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=1 /DELIMITERS=\",\" /QUALIFIER='\"'",
        );
        self.line("  /VARIABLES=");
        for column in columns {
            self.line(&format!(
                "  @{} A{}",
                column.name,
                syntax::width_in_file(column)
            ));
        }
        self.line("  .");
        self.line("COMPUTE beraad_line = $CASENUM.");
        self.line("STRING beraad_text beraad_stop (A250).");
    }

    /// Compares the names in the first line with the columns: SPSS itself takes them by their order.
    fn names(&mut self, columns: &[Column<'_>]) {
        self.line("DO IF (beraad_line = 1).");
        self.line(&format!("COMPUTE beraad_text = {NOTHING}."));
        for (place, column) in columns.iter().enumerate() {
            let name = &*column.name;
            let message = self
                .messages()
                .with(message!("script-other-column"), &[("column", name)]);
            let mut differs = format!("@{name} <> {}", literal(name));
            if place == 0 {
                // PSPP keeps the byte order mark of a file in the first name.
                let marked = literal(&format!("\u{feff}{name}"));
                differs = format!("{differs} AND @{name} <> {marked}");
            }
            self.line(&format!(
                "IF (beraad_text = {NOTHING} AND {differs}) beraad_text =\n    {}.",
                shown(&message)
            ));
        }
        self.line("END IF.");
    }

    /// Reads the file, and stops if a row failed.
    fn stop(&mut self) {
        let file = literal(&format!("{}.check.sps", self.block.id));
        self.line("COMPUTE beraad_stop = \"COMPUTE the script stops here.\".");
        self.line(&format!(
            "IF (beraad_text = {NOTHING}) beraad_stop = {NOTHING}."
        ));
        self.line("DO IF (beraad_text <> \"\").");
        self.line(&format!("WRITE OUTFILE={file} /beraad_text /beraad_stop."));
        self.line("END IF.");
        self.line("EXECUTE.");
        self.line(&format!("INSERT FILE={file} ERROR=STOP."));
        self.line(&format!("ERASE FILE={file}."));
        self.line("SELECT IF (beraad_line > 1).");
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
