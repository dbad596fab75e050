//! Changes of the whole model, of all kinds and at all places, are classified.

use beraad_evolve::testing::{Variant, variants};
use beraad_evolve::{Class, Diff};
use beraad_model::model;
use serde_json::Value;

/// The number of changed models.
const MODELS: usize = 500;

/// Returns the worst class of each of so many models that differ from the model by one of the changes.
fn classes<'v>(
    changes: impl Iterator<Item = &'v Variant>,
    json: &Value,
    count: usize,
) -> Vec<Class> {
    let models = changes.filter_map(|change| Some((change, change.of(model(), json)?)));
    let classes = models.take(count).map(|(change, changed)| {
        let findings = Diff::new(model(), &changed).findings;
        assert!(!findings.is_empty(), "{change:?}");
        for finding in &findings {
            assert_ne!(finding.rule.id, "M999", "{change:?}: {finding}");
        }
        findings[0].class()
    });
    classes.collect()
}

#[test]
fn five_hundred_changes_of_the_model_are_classified() {
    let json = serde_json::to_value(model()).unwrap();
    let variants = variants(&json);
    // Many changes do not give a model; the step spreads the others over the whole of it.
    let step = variants.len() / (3 * MODELS);
    let half = |first: usize| variants.iter().skip(first * step).step_by(2 * step);
    let classes: Vec<_> = std::thread::scope(|scope| {
        let threads =
            [half(0), half(1)].map(|half| scope.spawn(|| classes(half, &json, MODELS / 2)));
        let classes = threads.into_iter().map(|thread| thread.join().unwrap());
        classes.flatten().collect()
    });
    assert_eq!(classes.len(), MODELS);
    let all = [
        Class::Breaking,
        Class::Semantic,
        Class::Disclosure,
        Class::Risky,
        Class::Compatible,
        Class::Doc,
    ];
    for class in all {
        assert!(classes.contains(&class), "{class}: {classes:?}");
    }
}
