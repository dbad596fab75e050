//! Occupation clusters of VDAB. Two of the six labels are known.

use crate::prelude::*;

/// Groups of related occupations in VDAB's classification by cluster.
///
/// nl: Groepen van verwante beroepen in de clusterindeling van VDAB.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/desired_occupation_cluster.csv",
    standard = "VDAB-beroepenclusters (6)",
    page = "https://extranet.vdab.be/home/ook-voor-jou/arbeidsmarktverkenner/sectorindeling-beroepenclusters",
)]
pub enum DesiredOccupationCluster {}
