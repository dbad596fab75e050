//! Checks of rows. They are shown as counts, and each row has the number of checks that it violates, by which it can be filtered.

use beraad_schema::describe::Identity;

use super::Script;
use super::dialect::{SPSS, with_empty_texts};
use super::syntax::{VARIABLE_LABEL_MAX, name_of, quoted};
use crate::message;
use crate::packages;

/// The name of the variable that has the number of checks that a row violates.
const VIOLATIONS: &str = "beraad_violations";

/// A check of a row.
pub(super) struct Check {
    /// The condition that a row violates it, which is never unknown.
    pub(super) violated: String,
    /// The words for such rows.
    pub(super) label: String,
}

impl Script<'_, '_> {
    pub(super) fn check(&mut self, violated: String, label: String) {
        self.checks.push(Check { violated, label });
    }

    /// Counts the rows with the same key. PSPP sorts no rows for a count that is added to them, and would count runs of rows.
    pub(super) fn key(&mut self) {
        let Identity::Key(columns) = &self.block.identity else {
            return;
        };
        let names: Vec<_> = columns.iter().map(|column| name_of(column)).collect();
        self.line(&format!("SORT CASES BY {}.", names.join(" ")));
        self.line("AGGREGATE OUTFILE=* MODE=ADDVARIABLES /PRESORTED");
        self.line(&format!("  /BREAK={}", names.join(" ")));
        self.line("  /beraad_rows=N.");
        self.line("SORT CASES BY beraad_line.");
        let label = self.messages().with(
            message!("script-same-key"),
            &[("columns", &columns.join(", "))],
        );
        self.check("beraad_rows > 1".to_owned(), label);
    }

    pub(super) fn rules(&mut self) {
        for rule in packages::rules_of(self.selection, self.block) {
            let message = rule.message.first_of(&self.preferred).1.to_owned();
            if let Some(violated) = packages::violation(&rule) {
                let violated = with_empty_texts(violated, &|name| self.is_text(name));
                let label = self
                    .messages()
                    .with(message!("script-violates"), &[("rule", &message)]);
                self.check(SPSS.print(&violated), label);
            } else {
                self.comment(&message);
                let text = self.messages().text(message!("script-rule-not-checked"));
                self.comment(text);
            }
        }
    }

    /// Computes the checks, and shows the number of rows that violate each of them.
    pub(super) fn show_checks(&mut self) {
        let checks = std::mem::take(&mut self.checks);
        if checks.is_empty() {
            return;
        }
        let mut names = Vec::new();
        for (number, check) in (1..).zip(&checks) {
            let name = format!("beraad_check_{number}");
            self.line(&format!("COMPUTE {name} = ({}).", check.violated));
            let label = quoted(&check.label, VARIABLE_LABEL_MAX);
            self.line(&format!("VARIABLE LABELS {name} {label}."));
            names.push(name);
        }
        let names = names.join("\n    ");
        self.line(&format!(
            "COMPUTE {VIOLATIONS} = SUM({}).",
            names.replace('\n', ",\n")
        ));
        let text = self.messages().text(message!("script-violations"));
        self.line(&format!(
            "VARIABLE LABELS {VIOLATIONS} {}.",
            quoted(text, VARIABLE_LABEL_MAX)
        ));
        self.line(&format!("FORMATS {VIOLATIONS} (F4.0)."));
        self.line(&format!("VARIABLE LEVEL {VIOLATIONS} (SCALE)."));
        let text = self.messages().text(message!("script-violating-rows"));
        self.line(&format!("ECHO {}.", quoted(text, VARIABLE_LABEL_MAX)));
        self.line(&format!(
            "DESCRIPTIVES VARIABLES={names}\n  /STATISTICS=SUM."
        ));
        self.kept.push(VIOLATIONS.to_owned());
    }
}
