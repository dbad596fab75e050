//! Notes, breaks and origins that stand at several blocks of the KSZ.

use crate::prelude::*;

pub(super) const CLASSES_SET_PER_REQUEST: Note = note! {
    nl: "De bedragen zijn in klassen geleverd. De KSZ bepaalt de klassen per aanvraag; de grenzen horen dus bij de levering en liggen niet vast.",
    en: "Amounts were delivered in classes. KSZ sets the classes per request, so the boundaries belong to the delivery and are not fixed.",
};

pub(super) const MONTH_OR_QUARTER: Note = note! {
    nl: "De term noemt een maand, maar paragraaf 4 geeft datums met kwartaal en jaar: de geleverde precisie kan het kwartaal zijn.",
    en: "The term names a month, but paragraph 4 gives dates by quarter and year: the delivered precision may be the quarter.",
};
