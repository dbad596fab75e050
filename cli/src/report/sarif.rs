//! Findings as SARIF 2.1.0, the format of static analysis results.

use std::collections::BTreeSet;
use std::fmt::Write;

use beraad_evolve::{Class, Finding, RULES, Section};
use serde_json::{Value, json};

use super::{Comparison, Merged, merged, place};
use crate::source_place::RustSource;

/// Returns a log with one run: the rules that fired, and the findings. A finding about several old models is one result, since
/// programs that read the log identify a result by its fingerprint.
pub(crate) fn sarif(comparisons: &[Comparison], source: &RustSource) -> Value {
    let findings = merged(comparisons);
    let fired: BTreeSet<_> = findings.iter().map(|it| it.finding.rule.id).collect();
    let rules = RULES.iter().filter(|rule| fired.contains(rule.id));
    let rules: Vec<_> = rules
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": { "text": rule.title },
                "fullDescription": { "text": rule.why },
                "help": { "text": rule.remedy },
            })
        })
        .collect();
    let results: Vec<_> = findings
        .iter()
        .map(|Merged { finding, since }| {
            let mut location = json!({
                "logicalLocations": [{ "fullyQualifiedName": finding.place }],
            });
            if let Some(place) = place(finding, source) {
                location["physicalLocation"] = json!({
                    "artifactLocation": { "uri": uri(&place.file) },
                    "region": { "startLine": place.line },
                });
            } else if let Some(file) = file(finding, source) {
                location["physicalLocation"] = json!({ "artifactLocation": { "uri": uri(&file) } });
            }
            let mut result = json!({
                "ruleId": finding.rule.id,
                "level": level(finding.class()),
                "message": { "text": finding.to_string() },
                "locations": [location],
                "partialFingerprints": { "beraad/v1": finding.fingerprint },
                "properties": {
                    "classes": finding.classes,
                    "viewpoints": finding.viewpoints,
                    "since": since,
                },
            });
            if let Some(accepted) = &finding.accepted {
                result["suppressions"] = json!([{
                    "kind": "external",
                    "status": "accepted",
                    "justification": accepted.reason,
                }]);
            }
            result
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "beraad",
                    "version": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules,
                },
            },
            "results": results,
        }],
    })
}

/// Returns the file of a finding whose line is not known. GitHub refuses a log with a result that has no file.
fn file(finding: &Finding, source: &RustSource) -> Option<String> {
    let decision = match finding.section {
        Section::Decision => source.file_of_decision(),
        _ => None,
    };
    decision.or_else(|| source.file_of_model())
}

/// Returns a path as a relative or absolute reference to a URI.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

fn level(class: Class) -> &'static str {
    match class {
        Class::Semantic | Class::Breaking | Class::Disclosure => "error",
        Class::Risky => "warning",
        Class::Compatible | Class::Doc => "note",
    }
}
