//! The rules, each in a file of its own.

use crate::rule::Rule;

mod m999;
mod t001;
mod t002;
mod t003;
mod t004;
mod t005;
mod t006;
mod t007;
mod t008;
mod t009;
mod t010;
mod t011;
mod t012;
mod t013;
mod t014;
mod t015;
mod t016;
mod t017;
mod t018;
mod t019;
mod t020;
mod t021;
mod t022;
mod v001;
mod v002;
mod v003;
mod v004;
mod v005;
mod v006;
mod v007;
mod v008;
mod v009;
mod v010;
mod v011;
mod v012;
mod v013;
mod v014;
mod v015;
mod v016;
mod v017;
mod v018;
mod v019;
mod v020;
mod v021;
mod v022;
mod v025;
mod v026;
mod v027;
mod v028;
mod v030;
mod v031;
mod v032;
mod v033;
mod v034;
mod v035;
mod v036;
mod v037;
mod v038;
mod v039;
mod v040;
mod v041;
mod v042;
mod v043;
mod v044;
mod v045;
mod y001;
mod y002;
mod y003;
mod y004;
mod y005;
mod y006;
mod y007;
mod y009;
mod y010;
mod y014;
mod y015;
mod y016;
mod y017;
mod y018;

/// All rules, in the order in which they explain changes: those that need several changes come before those that need one.
pub static RULES: &[&Rule] = &[
    &t001::RULE,
    &t002::RULE,
    &t003::RULE,
    &v037::RULE,
    &v041::RULE,
    &t004::RULE,
    &t005::RULE,
    &v038::RULE,
    &t009::RULE,
    &t010::RULE,
    &v006::RULE,
    &v007::RULE,
    &t006::RULE,
    &t007::RULE,
    &t008::RULE,
    &t011::RULE,
    &t012::RULE,
    &t013::RULE,
    &t014::RULE,
    &t015::RULE,
    &t016::RULE,
    &t017::RULE,
    &t018::RULE,
    &t019::RULE,
    &t020::RULE,
    &t021::RULE,
    &t022::RULE,
    &v001::RULE,
    &v002::RULE,
    &v003::RULE,
    &v004::RULE,
    &v005::RULE,
    &v008::RULE,
    &v009::RULE,
    &v010::RULE,
    &v026::RULE,
    &v012::RULE,
    &v011::RULE,
    &v013::RULE,
    &v014::RULE,
    &v015::RULE,
    &v016::RULE,
    &v032::RULE,
    &v017::RULE,
    &v018::RULE,
    &v019::RULE,
    &v020::RULE,
    &v034::RULE,
    &v043::RULE,
    &v027::RULE,
    &v036::RULE,
    &v035::RULE,
    &v028::RULE,
    &v044::RULE,
    &v025::RULE,
    &v030::RULE,
    &v031::RULE,
    &v033::RULE,
    &v040::RULE,
    &v042::RULE,
    &v045::RULE,
    &y006::RULE,
    &y007::RULE,
    &y015::RULE,
    &y005::RULE,
    &y016::RULE,
    &y017::RULE,
    &y014::RULE,
    &v022::RULE,
    &v021::RULE,
    &y018::RULE,
    &y003::RULE,
    &y004::RULE,
    &y001::RULE,
    &y002::RULE,
    &y009::RULE,
    &y010::RULE,
    &v039::RULE,
    &m999::RULE,
];

/// Returns the rule with this id, in capitals or not.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.id.eq_ignore_ascii_case(id))
}
