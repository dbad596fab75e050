//! DDI-Codebook: the description of the study, its files and its variables for archives, in the two versions that they read.

mod xml;
mod periods;
mod study;
mod blocks;
mod categories;
mod variables;

use std::io::{self, Write};

use self::periods::Days;
use self::xml::Xml;
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;
use crate::support::Carries::Carried;
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "ddi",
    writes: &["ddi/codebook-2.5.xml", "ddi/codebook-2.6.xml"],
    summary: ProgramText::of("ddi"),
    // The standard has no element for many of these: they are notes, whose `type` names them.
    support: Support {
        labels: Carried,
        languages: Carried,
        definitions: Carried,
        phrases: Carried,
        value_types: Carried,
        certainty: Carried,
        nulls: Carried,
        universe: Carried,
        keys: Carried,
        measurement: Carried,
        units: Carried,
        bounds: Carried,
        codes: Carried,
        code_periods: Carried,
        missing_codes: Carried,
        validity: Carried,
        rules: Carried,
        provenance: Carried,
        evidence: Carried,
        notes: Carried,
        breaks: Carried,
        glossary: Carried,
    },
    write,
};

/// A version of the standard.
#[derive(Clone, Copy, Debug)]
struct Version {
    number: &'static str,
    namespace: &'static str,
}

const VERSIONS: [Version; 2] = [
    Version {
        number: "2.5",
        namespace: "ddi:codebook:2_5",
    },
    Version {
        number: "2.6",
        namespace: "ddi:codebook:2_6",
    },
];

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let artefacts = VERSIONS.map(|version| {
        let selection = selection.clone();
        let path = format!("ddi/codebook-{}.xml", version.number);
        Artefact::lazy(path, move |out| codebook(&selection, version, out))
    });
    Ok(artefacts.into())
}

fn codebook(selection: &Selection<'_>, version: Version, out: &mut dyn Write) -> io::Result<()> {
    let days = Days::of(selection);
    let main = selection.model.deliberation.languages.main_edition();
    let mut xml = Xml::new(out)?;
    xml.open(
        "codeBook",
        &[
            ("xmlns", version.namespace),
            ("version", version.number),
            ("xml:lang", main.as_str()),
        ],
    )?;
    study::write(&mut xml, selection, &days)?;
    blocks::write_files(&mut xml, selection)?;
    xml.open("dataDscr", &[])?;
    blocks::write_groups(&mut xml, selection)?;
    for block in &selection.blocks {
        for column in block.columns() {
            variables::write(&mut xml, selection, block, &column)?;
        }
    }
    blocks::write_constraints(&mut xml, selection)?;
    xml.close("dataDscr")?;
    xml.close("codeBook")?;
    xml.end()
}
