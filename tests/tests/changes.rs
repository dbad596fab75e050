//! Changes of the whole model, of all kinds and at all places, are classified.

use std::collections::BTreeMap;

use beraad_evolve::testing::variants;
use beraad_evolve::{Class, Diff};
use beraad_model::model;

/// The number of changed models.
const MODELS: usize = 500;

#[test]
fn five_hundred_changes_of_the_model_are_classified() {
    let json = serde_json::to_value(model()).unwrap();
    let variants = variants(&json);
    // Many changes do not give a model; the step spreads the others over the whole of it.
    let step = variants.len() / (3 * MODELS);
    let changed = variants.iter().step_by(step.max(1));
    let changed = changed.filter_map(|variant| Some((variant, variant.of(model(), &json)?)));
    let mut classes: BTreeMap<Class, usize> = BTreeMap::new();
    let mut count = 0;
    for (variant, changed) in changed.take(MODELS) {
        let findings = Diff::new(model(), &changed).findings;
        assert!(!findings.is_empty(), "{variant:?}");
        for finding in &findings {
            assert_ne!(finding.rule.id, "M999", "{variant:?}: {finding}");
        }
        count += 1;
        *classes.entry(findings[0].class()).or_default() += 1;
    }
    assert_eq!(count, MODELS);
    let all = [
        Class::Breaking,
        Class::Semantic,
        Class::Disclosure,
        Class::Risky,
        Class::Compatible,
        Class::Doc,
    ];
    for class in all {
        assert!(classes.contains_key(&class), "{class}: {classes:?}");
    }
}
