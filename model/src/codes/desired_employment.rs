use crate::prelude::*;

/// Occupations that a jobseeker can desire.
///
/// nl: Beroepen die een werkzoekende kan wensen.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "Competent (afgeleid van ROMEv3), daarvoor CO.BR.A (afgeleid van ROME); VDAB-beroepensjablooncodes",
    page = "https://arvastat.vdab.be/help/arvastat_help_nwwzber.html"
)]
pub enum DesiredEmployment {}
