//! Shares on the page.

/// Returns a share in per cent. Only nothing is `0 %`, and only everything is `100 %`.
pub(super) fn percent(part: u64, whole: u64) -> String {
    let per_thousand = u128::from(part) * 1000 / u128::from(whole.max(1));
    match per_thousand {
        _ if part >= whole => "100 %".to_owned(),
        0 if part > 0 => "< 0.1 %".to_owned(),
        _ => format!("{}.{} %", per_thousand / 10, per_thousand % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn share_is_rounded_down_and_not_to_nothing() {
        assert_eq!(percent(1, 3), "33.3 %");
        assert_eq!(percent(1, 1_000_000), "< 0.1 %");
        assert_eq!(percent(999_999, 1_000_000), "99.9 %");
        assert_eq!(percent(3, 3), "100 %");
        assert_eq!(percent(0, 3), "0.0 %");
        assert_eq!(percent(u64::MAX, u64::MAX), "100 %");
    }
}
