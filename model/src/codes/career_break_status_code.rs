use crate::prelude::*;

/// Statuses of a person in career break or time credit. The sources do not document which status this is.
///
/// nl: Statuten van een persoon in loopbaanonderbreking of tijdskrediet. De bronnen documenteren niet welk statuut
/// bedoeld is.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum CareerBreakStatusCode {}
