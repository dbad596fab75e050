use crate::prelude::*;

/// Codes that VDAB uses for the European recognition of a diploma.
///
/// nl: Codes die VDAB gebruikt voor de Europese erkenning van een diploma.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum DiplomaEuropeanRecognition {}
