//! Findings as SARIF 2.1.0, the format of static analysis results.

use std::collections::BTreeSet;

use beraad_evolve::{Class, Diff, RULES};
use serde_json::{Value, json};

use super::place;
use crate::source_place::RustSource;

/// Returns a log with one run: the rules that fired, and the findings.
pub(crate) fn sarif(diff: &Diff, source: &RustSource) -> Value {
    let fired: BTreeSet<_> = diff
        .findings
        .iter()
        .map(|finding| finding.rule.id)
        .collect();
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
    let results: Vec<_> = diff
        .findings
        .iter()
        .map(|finding| {
            let mut location = json!({
                "logicalLocations": [{ "fullyQualifiedName": finding.place }],
            });
            if let Some(place) = place(finding, source) {
                location["physicalLocation"] = json!({
                    "artifactLocation": { "uri": place.file },
                    "region": { "startLine": place.line },
                });
            }
            let mut result = json!({
                "ruleId": finding.rule.id,
                "level": level(finding.class()),
                "message": { "text": finding.to_string() },
                "locations": [location],
                "partialFingerprints": { "beraad/v1": finding.fingerprint },
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

fn level(class: Class) -> &'static str {
    match class {
        Class::Semantic | Class::Breaking | Class::Disclosure => "error",
        Class::Risky => "warning",
        Class::Compatible | Class::Doc => "note",
    }
}
