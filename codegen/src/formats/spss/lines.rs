//! The lines of the file: none is blank, and each has as many fields as the block has columns.

use super::Script;
use super::syntax::{LINE_MAX, literal, quoted_within};
use crate::message;
use crate::messages::{Message, Piece};

/// The number of lines that are reported.
const SHOWN_LINES: usize = 10;

impl Script<'_, '_> {
    /// Reads each line as one text, and stops if one of them fails or the file is empty.
    ///
    /// A row without text comes after the lines, so that something can be written after the last one, and for an empty file.
    pub(super) fn lines_of_file(&mut self, delivered: &[String]) {
        let widths = delivered.iter().map(|name| self.width_of(name).max(64) + 1);
        // Each byte that is not of ASCII is read as a sign of two bytes.
        let width = (2 * widths.sum::<usize>()).clamp(1_000, LINE_MAX);
        let last = literal(&format!("{}.check.sav", self.block.id));
        self.line("PRESERVE.");
        // A loop has at most so many rounds: one for each text in quotation marks.
        self.line("SET DECIMAL=DOT MXLOOPS=40000.");
        self.line("DATA LIST LIST NOTABLE /beraad_line.");
        self.line("BEGIN DATA");
        self.line("0");
        self.line("END DATA.");
        self.line(&format!("SAVE OUTFILE={last}."));
        // One field up to the end of the line: no other delimiter than a tab is the same in SPSS and PSPP.
        self.open_file("iso8859-1", "\\t\"");
        self.line(&format!("  beraad_row A{width}"));
        self.line("  .");
        // The number of a case counts the selected ones only.
        self.line("COMPUTE #line = #line + 1.");
        self.line("COMPUTE beraad_line = #line.");
        self.line("STRING beraad_text (A250).");
        self.line(&format!("STRING beraad_rest (A{}).", width + 2));
        self.utf_8(width);
        self.count_fields();
        self.report_line(delivered);
        self.line("SELECT IF (beraad_line <= 2 OR beraad_text <> \"\").");
        self.line(&format!(
            "ADD FILES FILE=* /FILE={last} /KEEP=beraad_line beraad_text."
        ));
        self.write_messages();
        self.line("EXECUTE.");
        self.line(&format!("ERASE FILE={last}."));
        self.insert_check();
    }

    /// Looks for a byte that is not in UTF-8: where a file is read as UTF-8, a question mark takes its place.
    ///
    /// Each byte has become a sign of its own, of two bytes if it is not of ASCII: the first one is 194 or 195.
    fn utf_8(&mut self, width: usize) {
        for line in [
            "STRING #signs (A2).",
            "COMPUTE #signs = CONCAT(SUBSTR(\"\u{bb}\", 1, 1), SUBSTR(\"\u{e9}\", 1, 1)).",
            "COMPUTE #invalid = 0.",
            "COMPUTE #more = 0.",
            "COMPUTE beraad_rest = CONCAT(\"|\", RTRIM(beraad_row), \"|\").",
            "COMPUTE #at = INDEX(beraad_rest, #signs, 1).",
            "LOOP IF (#at > 0 AND #invalid = 0).",
            "COMPUTE #byte = NUMBER(SUBSTR(beraad_rest, #at + 1, 1), PIB1)",
            "    + 64 * (NUMBER(SUBSTR(beraad_rest, #at, 1), PIB1) - 194).",
            // The bytes of one sign follow each other.
            "DO IF (#more > 0 AND #at > 1).",
            "COMPUTE #invalid = 1.",
            "ELSE IF (RANGE(#byte, 128, 191)).",
            "COMPUTE #invalid = (#more = 0).",
            "COMPUTE #more = #more - 1.",
            "ELSE.",
            "COMPUTE #invalid = (#more > 0 OR NOT RANGE(#byte, 194, 244)).",
            "COMPUTE #more = 1 + (#byte >= 224) + (#byte >= 240).",
            "END IF.",
            "COMPUTE beraad_rest = SUBSTR(beraad_rest, #at + 2).",
            "COMPUTE #at = INDEX(beraad_rest, #signs, 1).",
            "END LOOP.",
        ] {
            self.line(line);
        }
        // A line that is longer than the text may end within a sign.
        self.line(&format!(
            "IF (#more > 0 AND LENGTH(RTRIM(beraad_row)) < {}) #invalid = 1.",
            width - 1
        ));
    }

    /// Counts the commas outside of quotation marks.
    fn count_fields(&mut self) {
        // The signs around the line keep spaces at its end, and give each part before a quotation mark a length.
        self.line("COMPUTE beraad_rest = CONCAT(\"|\", RTRIM(beraad_row), \"|\").");
        self.line("COMPUTE #open = INDEX(beraad_rest, '\"').");
        self.line("COMPUTE #unclosed = 0.");
        self.line("LOOP IF (#open > 0).");
        self.line("COMPUTE #close = INDEX(SUBSTR(beraad_rest, #open + 1), '\"').");
        self.line("IF (#close = 0) #unclosed = 1.");
        self.line("COMPUTE beraad_rest = CONCAT(SUBSTR(beraad_rest, 1, #open - 1),");
        self.line("    SUBSTR(beraad_rest, #open + #close + 1)).");
        self.line("COMPUTE #open = INDEX(beraad_rest, '\"').");
        self.line("END LOOP.");
        self.line("COMPUTE beraad_fields = 1 + LENGTH(RTRIM(beraad_rest))");
        self.line("    - LENGTH(RTRIM(REPLACE(beraad_rest, \",\", \"\"))).");
    }

    /// Computes the message of a line that fails.
    fn report_line(&mut self, delivered: &[String]) {
        let expected = delivered.len().to_string();
        let computed = |text: String| format!("COMPUTE beraad_text =\n    {text}.");
        let number = |name: &str| format!("LTRIM(STRING({name}, F10.0))");
        let values = [
            ("line", number("beraad_line")),
            ("found", number("beraad_fields")),
            ("expected", literal(&expected)),
        ];
        self.line("DO IF (beraad_row = \"\").");
        let blank = self.echo(message!("script-blank-line"), &values[..1]);
        self.line(&computed(blank));
        self.line("ELSE IF (#invalid = 1).");
        let invalid = self.echo(message!("script-not-utf-8"), &values[..1]);
        self.line(&computed(invalid));
        if delivered.len() > 1 {
            self.line(
                "ELSE IF (beraad_line = 1 AND beraad_fields = 1 AND INDEX(beraad_row, \";\") > 0).",
            );
            let found = [("found", literal("';'"))];
            let separator = self.echo(message!("script-separator"), &found);
            self.line(&computed(separator));
            self.line("ELSE IF (beraad_line = 1 AND beraad_fields = 1).");
            let separator = self.echo(message!("script-separator.unknown"), &[]);
            self.line(&computed(separator));
        }
        self.line("ELSE IF (#unclosed = 1).");
        let open = self.echo(message!("script-open-quote"), &values[..1]);
        self.line(&computed(open));
        self.line(&format!("ELSE IF (beraad_fields <> {expected})."));
        let count = self.echo(message!("script-field-count"), &values);
        self.line(&computed(count));
        self.line("END IF.");
    }

    /// Returns the command that shows a message, as an expression. The values are expressions.
    fn echo(&self, message: Message, values: &[(&str, String)]) -> String {
        let mut parts = vec![literal("ECHO \"")];
        for piece in &*self.messages().pieces(message, |_| None) {
            parts.extend(match piece {
                Piece::Text(text) => Some(literal(&text.replace('"', "\u{201d}"))),
                Piece::Placeholder(name) => {
                    let value = values.iter().find(|(of, _)| of == name);
                    value.map(|(_, value)| value.clone())
                }
            });
        }
        parts.push(literal("\"."));
        format!("CONCAT({})", parts.join(",\n    "))
    }

    /// Writes the script that shows the messages of the first lines that failed, and stops if there are any.
    fn write_messages(&mut self) {
        let file = self.check_file();
        self.line("COMPUTE beraad_empty = ($CASENUM = 1 AND beraad_line = 0).");
        self.line("DO IF (beraad_text <> \"\" OR beraad_empty = 1).");
        self.line("COMPUTE #failed = #failed + 1.");
        self.line("END IF.");
        self.line(&format!(
            "DO IF (beraad_text <> \"\" AND #failed <= {SHOWN_LINES})."
        ));
        self.line(&format!("WRITE OUTFILE={file} /beraad_text."));
        self.line("ELSE IF (beraad_empty = 1).");
        let empty = self.messages().text(message!("script-empty-file"));
        let empty = literal(&format!("ECHO {}.", quoted_within(empty)));
        self.line(&format!("WRITE OUTFILE={file} /{empty}."));
        self.line("END IF.");
        self.line("DO IF (beraad_line > 1).");
        self.line("COMPUTE #rows = 1.");
        self.line("END IF.");
        self.line("DO IF (beraad_line = 0 AND #failed = 0 AND #rows = 0).");
        let no_row = self.messages().text(message!("script-no-row"));
        let no_row = literal(&format!("ECHO {}.", quoted_within(no_row)));
        self.line(&format!("WRITE OUTFILE={file} /{no_row}."));
        self.line("ELSE IF (beraad_line = 0 AND #failed = 0).");
        self.line(&format!("WRITE OUTFILE={file} /\"* .\"."));
        self.line("ELSE IF (beraad_line = 0).");
        self.write_stop();
        self.line("END IF.");
    }
}
