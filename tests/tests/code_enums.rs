//! An enum of codes can use the derives of strum in addition to `CodeList`.

use beraad_schema::CodeList;
use strum::{EnumCount, IntoEnumIterator, VariantArray};

/// Ways to travel.
///
/// nl: Manieren om te reizen.
#[derive(
    CodeList,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    strum::EnumCount,
    strum::EnumIter,
    strum::VariantArray,
)]
#[codes(closed, status = delivered, complete)]
enum Travel {
    /// On foot.
    #[code("01", label(nl = "te voet", en = "on foot"), alias = "F")]
    Foot,
    /// By bicycle.
    #[code("1", label(nl = "met de fiets", en = "by bicycle"))]
    Bicycle,
}

#[test]
fn strum_lists_all_codes() {
    assert_eq!(Travel::VARIANTS, Travel::ALL);
    assert!(Travel::iter().eq(Travel::ALL.iter().copied()));
    assert_eq!(Travel::COUNT, Travel::description().codes.len());
}

#[test]
fn strum_does_not_change_the_texts_of_codes() {
    for (travel, (code, _)) in Travel::iter().zip(Travel::description().published_codes()) {
        assert_eq!(travel.as_str(), code);
        assert_eq!(travel.to_string(), code);
        assert_eq!(code.parse(), Ok(travel));
    }
    assert_eq!("F".parse(), Ok(Travel::Foot), "an alias is accepted");
    assert!(
        "foot".parse::<Travel>().is_err(),
        "the name of a variant is rejected"
    );
}
