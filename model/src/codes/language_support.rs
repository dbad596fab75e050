use crate::prelude::*;

/// Codes that VDAB uses for Dutch language support during workplace learning.
///
/// nl: Codes die VDAB gebruikt voor taalondersteuning Nederlands tijdens het werkplekleren.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum LanguageSupport {}
