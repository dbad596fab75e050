//! The rules, each in a file of its own.

use crate::rule::Rule;

mod a001;
mod a002;
mod a003;
mod a004;
mod a005;
mod a006;
mod a008;
mod a009;
mod a010;
mod c001;
mod c002;
mod c004;
mod c005;
mod c006;
mod c007;
mod c008;
mod c009;
mod c010;
mod c011;
mod c012;
mod c014;
mod c015;
mod c017;
mod c018;
mod c019;
mod c020;
mod c021;
mod c022;
mod c023;
mod c024;
mod c025;
mod c026;
mod c027;
mod c028;
mod c029;
mod c030;
mod c031;
mod c032;
mod c033;
mod c034;
mod c035;
mod c036;
mod c037;
mod c038;
mod c039;
mod c040;
mod c041;
mod c042;
mod c043;
mod c044;
mod c045;
mod c046;
mod c047;
mod c048;
mod c049;
mod d001;
mod d002;
mod d003;
mod d004;
mod d005;
mod d006;
mod d007;
mod d008;
mod d009;
mod d010;
mod d011;
mod d012;
mod d013;
mod d014;
mod d015;
mod d016;
mod d017;
mod d018;
mod d020;
mod d021;
mod d022;
mod d023;
mod d024;
mod d025;
mod d026;
mod d027;
mod d028;
mod d029;
mod d030;
mod d031;
mod d032;
mod d033;
mod d034;
mod d035;
mod d036;
mod d037;
mod d038;
mod d039;
mod d040;
mod d041;
mod d042;
mod d043;
mod d044;
mod d045;
mod g001;
mod g002;
mod g003;
mod k001;
mod k002;
mod k003;
mod k004;
mod k005;
mod k006;
mod k007;
mod k008;
mod k009;
mod k010;
mod k011;
mod m001;
mod m002;
mod m003;
mod m004;
mod m999;
mod r001;
mod r002;
mod r003;
mod r004;
mod r005;
mod r006;
mod r007;
mod r008;
mod r009;
mod s001;
mod s002;
mod s003;
mod s004;
mod s005;
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
mod t023;
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
mod v024;
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
mod y011;
mod y014;
mod y015;
mod y016;
mod y017;
mod y018;

/// All rules, in the order in which they explain changes: those that need several changes come before those that need one.
pub static RULES: &[&Rule] = &[
    // Phrases and headings of the decision, which columns and blocks repeat.
    &d034::RULE,
    &d033::RULE,
    &d045::RULE,
    &d038::RULE,
    &d039::RULE,
    &d022::RULE,
    &d023::RULE,
    &d035::RULE,
    // Blocks and columns.
    &t001::RULE,
    &t023::RULE,
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
    &v020::RULE,
    &y003::RULE,
    &y004::RULE,
    &y001::RULE,
    &y002::RULE,
    &y009::RULE,
    &y010::RULE,
    // Code lists and classes of amounts.
    &c027::RULE,
    &c028::RULE,
    // A column that uses a part of a divided list uses the same codes.
    &v039::RULE,
    &c024::RULE,
    &c044::RULE,
    &c026::RULE,
    &c025::RULE,
    &c032::RULE,
    &c033::RULE,
    &c011::RULE,
    &c010::RULE,
    &a010::RULE,
    &a008::RULE,
    &a009::RULE,
    &a002::RULE,
    &a003::RULE,
    &a004::RULE,
    &a001::RULE,
    &a005::RULE,
    &a006::RULE,
    &c014::RULE,
    &c015::RULE,
    &c048::RULE,
    &c036::RULE,
    &c034::RULE,
    &c012::RULE,
    &c005::RULE,
    &c007::RULE,
    &c006::RULE,
    &c018::RULE,
    &c023::RULE,
    &c009::RULE,
    &c047::RULE,
    &c001::RULE,
    &c002::RULE,
    &c004::RULE,
    &c008::RULE,
    &c017::RULE,
    &c049::RULE,
    &c039::RULE,
    &c040::RULE,
    &c042::RULE,
    &c045::RULE,
    &c046::RULE,
    &c021::RULE,
    &c029::RULE,
    &c030::RULE,
    &c019::RULE,
    &c020::RULE,
    &c035::RULE,
    &c022::RULE,
    &c037::RULE,
    &c038::RULE,
    &c041::RULE,
    &c043::RULE,
    &y011::RULE,
    &c031::RULE,
    &r009::RULE,
    &k010::RULE,
    &k011::RULE,
    &s005::RULE,
    &d028::RULE,
    &m002::RULE,
    &m003::RULE,
    &m004::RULE,
    &d001::RULE,
    &d002::RULE,
    &d003::RULE,
    &d004::RULE,
    &d005::RULE,
    &d006::RULE,
    &d007::RULE,
    &d008::RULE,
    &d009::RULE,
    &d010::RULE,
    &d011::RULE,
    &d012::RULE,
    &d013::RULE,
    &d014::RULE,
    &d015::RULE,
    &d016::RULE,
    &d017::RULE,
    &d018::RULE,
    &d020::RULE,
    &d021::RULE,
    &d024::RULE,
    &d025::RULE,
    &d026::RULE,
    &d027::RULE,
    &d029::RULE,
    &d030::RULE,
    &d031::RULE,
    &d032::RULE,
    &d036::RULE,
    &d037::RULE,
    &d040::RULE,
    &d041::RULE,
    &d042::RULE,
    &d043::RULE,
    &d044::RULE,
    &g001::RULE,
    &g002::RULE,
    &g003::RULE,
    &k001::RULE,
    &k002::RULE,
    &k003::RULE,
    &k004::RULE,
    &k005::RULE,
    &k006::RULE,
    &k007::RULE,
    &k008::RULE,
    &k009::RULE,
    &m001::RULE,
    &r001::RULE,
    &r002::RULE,
    &r003::RULE,
    &r004::RULE,
    &r005::RULE,
    &r006::RULE,
    &r007::RULE,
    &r008::RULE,
    &s001::RULE,
    &s002::RULE,
    &s003::RULE,
    &s004::RULE,
    &v024::RULE,
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
