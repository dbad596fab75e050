//! Tests for formats, also for those that another crate defines.
//!
//! ```no_run
//! # const MY_FORMAT: beraad_codegen::Format = *beraad_codegen::FORMATS[0];
//! # #[cfg(any())]
//! #[test]
//! fn my_format_keeps_its_promises() {
//!     let broken = beraad_codegen::testing::check_format(&MY_FORMAT);
//!     assert!(broken.is_empty(), "{}", broken.join("\n"));
//! }
//! ```

mod changes;

use std::collections::BTreeSet;

use beraad_schema::describe::{Language, Model, example_model};

use self::changes::changes;
use crate::artefact::Artefact;
use crate::format::{Format, Options};
use crate::support::{Carries, Feature};
use crate::tables::TABLES;

/// Returns a small model of an invented decision, which uses every feature of the description types: [`example_model`].
#[must_use]
pub fn small_model() -> Model {
    example_model()
}

/// Checks what every format promises, and returns a message for each promise that is broken.
///
/// - It writes the paths that [`Format::writes`] names, and only those.
/// - The same model gives the same bytes.
/// - It writes the selected blocks only.
/// - [`Format::support`] is right in both directions. The check changes one property of the small model at a time. A
///   change to a feature that is carried must change the output; a change to a feature that is lost must not; and of a
///   feature that is partly carried, some changes must and some must not.
#[must_use]
pub fn check_format(format: &'static Format) -> Vec<String> {
    let mut broken = Vec::new();
    let options = Options::new(&[format]);
    match broken_promises(format, &options) {
        Ok(messages) => broken.extend(messages),
        Err(error) => broken.push(format!("the small model cannot be written: {error}")),
    }
    broken
        .into_iter()
        .map(|message| format!("{}: {message}", format.id))
        .collect()
}

/// The number of hexadecimal digits of a fingerprint.
const FINGERPRINT_LENGTH: usize = 64;

/// A path and the content of the file.
type File = (String, Vec<u8>);

type BoxError = Box<dyn std::error::Error>;

fn broken_promises(format: &Format, options: &Options) -> Result<Vec<String>, BoxError> {
    let model = small_model();
    let mut broken = Vec::new();
    let files = emit(format, &model, options)?;
    broken.extend(wrong_paths(format, &model, &files));
    if emit(format, &small_model(), options)? != files {
        broken.push("the same model gives different bytes".to_owned());
    }
    if let [first, .., last] = &*model.blocks {
        let only_last = options.clone().with_blocks([&*last.id]);
        let mut paths = emit(format, &model, &only_last)?.into_iter();
        if let Some((path, _)) = paths.find(|(path, _)| path.contains(&*first.id)) {
            broken.push(format!(
                "writes `{path}`, although block `{}` is not selected",
                first.id
            ));
        }
    }
    for &feature in Feature::ALL {
        broken.extend(wrong_support(format, options, &model, feature)?);
    }
    Ok(broken)
}

fn emit(format: &Format, model: &Model, options: &Options) -> Result<Vec<File>, BoxError> {
    let file = |artefact: Artefact<'_>| Ok((artefact.path.clone(), artefact.into_bytes()?));
    format.emit(model, options)?.into_iter().map(file).collect()
}

/// Compares the paths that were written with those that the format names.
fn wrong_paths(format: &Format, model: &Model, files: &[File]) -> Option<String> {
    let languages = model.deliberation.languages.editions.iter();
    let languages: Vec<_> = languages.map(Language::as_str).collect();
    let blocks: Vec<_> = model.blocks.iter().map(|block| &*block.id).collect();
    let each = |paths: Vec<String>, placeholder: &str, names: &[&str]| -> Vec<String> {
        let fill = |path: String| {
            if !path.contains(placeholder) {
                return vec![path];
            }
            let filled = names.iter().map(|name| path.replace(placeholder, name));
            filled.collect()
        };
        paths.into_iter().flat_map(fill).collect()
    };
    let named = format
        .writes
        .iter()
        .map(|path| (*path).to_owned())
        .collect();
    let tables: Vec<_> = TABLES.iter().map(|table| table.id).collect();
    let named = each(each(named, "<language>", &languages), "<block>", &blocks);
    let mut named = each(named, "<table>", &tables);
    let mut written: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    named.sort();
    written.sort();
    (named != written).then(|| format!("names the paths {named:?}, but writes {written:?}"))
}

/// Compares what the format says about a feature with the effect of each change to that feature.
fn wrong_support(
    format: &Format,
    options: &Options,
    model: &Model,
    feature: Feature,
) -> Result<Option<String>, BoxError> {
    let before = emit_without_fingerprints(format, model, options)?;
    let (mut carried, mut lost) = (Vec::new(), Vec::new());
    for (name, apply) in changes(feature) {
        let mut changed = model.clone();
        apply(&mut changed);
        // A change that changes nothing would count as lost in every format, and prove nothing.
        assert_ne!(*model, changed, "{feature:?}, {name}: changes nothing");
        if emit_without_fingerprints(format, &changed, options)? == before {
            lost.push(name);
        } else {
            carried.push(name);
        }
    }
    let support = format.support.get(feature);
    let is_right = match support {
        Carries::Carried => lost.is_empty(),
        Carries::Lost => carried.is_empty(),
        Carries::Partly(_) => !lost.is_empty() && !carried.is_empty(),
    };
    Ok((!is_right).then(|| {
        format!("{feature:?} is {support:?}, but {carried:?} are carried and {lost:?} are lost")
    }))
}

/// The output with the fingerprints of the model and its blocks blanked out, which any change to a part changes.
fn emit_without_fingerprints(
    format: &Format,
    model: &Model,
    options: &Options,
) -> Result<Vec<File>, BoxError> {
    // Of the changed model: each of the two outputs contains its own.
    let of_blocks = model.blocks.iter();
    let of_blocks = of_blocks.map(|block| model.block_fingerprint(block).into_bytes());
    let fingerprints: BTreeSet<_> = of_blocks
        .chain([model.fingerprint().into_bytes()])
        .collect();
    let mut files = emit(format, model, options)?;
    for (_, bytes) in &mut files {
        for at in 0..bytes.len() {
            let end = at + FINGERPRINT_LENGTH;
            if bytes
                .get(at..end)
                .is_some_and(|digits| fingerprints.contains(digits))
            {
                bytes[at..end].fill(b'-');
            }
        }
    }
    Ok(files)
}
