//! Notes, breaks and origins that several blocks of VDAB share.

use crate::prelude::*;

pub(super) const LABELS_WITHOUT_CODES: Note = note! {
    nl: "VDAB publiceert de labels; de codes uit zijn bestand werden in openbare bronnen niet gevonden: ze zijn niet bekend tot VDAB zijn codetabel levert.",
    en: "The labels are published, the codes in VDAB's file were not found in public material: they are unknown until VDAB delivers its code table.",
};

pub(super) const OCCUPATION_CLUSTER_SECTORS: Origin = origin! {
    name: "Sectorindeling beroepenclusters",
    institution: "VDAB",
    file: "VDAB extranet (Arbeidsmarktverkenner)",
    page: "https://extranet.vdab.be/home/ook-voor-jou/arbeidsmarktverkenner/sectorindeling-beroepenclusters",
};

pub(super) const CLASSIFICATION_UNDECIDED: Note = note! {
    nl: "Niet beslist is welke indeling bedoeld is: de zes beroepenclusters van het sectorale sturingsmodel van VDAB of de beroepenvelden en beroepsgroepen van Arvastat. De twee getoonde labels horen bij de zes beroepenclusters.",
    en: "It is undecided which classification is meant: the six occupation clusters of VDAB's sectoral steering model or the occupational fields and groups of Arvastat. The two labels shown belong to the six occupation clusters.",
};

pub(super) const CLUSTERS_DESCRIBED_LATER: Note = note! {
    nl: "De indeling in zes clusters is beschreven na de observatieperiode; of zij achteraf aan 2005-2016 is toegekend, is niet bekend.",
    en: "The division into six clusters was described after the observation period; whether it was assigned to 2005-2016 afterwards is not known.",
};

pub(super) const MONTH_WITHOUT_DAY: Note = note! {
    nl: "Geleverd per maand en jaar (punt 3 van de beraadslaging). De dag ontbreekt: een begin en een einde in dezelfde maand zijn niet te ordenen.",
    en: "Delivered by month and year (paragraph 3 of the deliberation). The day is missing: a start and an end in the same month cannot be put in order.",
};
