use crate::prelude::*;

/// Classes of municipalities by number of inhabitants.
///
/// nl: Klassen van gemeenten naar aantal inwoners.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum MunicipalitySize {}
