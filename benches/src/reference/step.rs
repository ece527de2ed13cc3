//! The step function: a state in 43 bits of a word, 20 actions for each of two people, and one for time.
const CS: u64 = 1 << 0;
const CM: u64 = 1 << 1;
const MINOR: u64 = 1 << 2;
const SVS: u64 = 1 << 3;
const SVM: u64 = 1 << 4;
const RECP: u64 = 1 << 5;
const RECS: u64 = 1 << 6;
const T0: u64 = 1 << 7;
const T1: u64 = 1 << 8;
const RET1: u64 = 1 << 9; // 2 bits
const RETM: u64 = 3 << 9;
const MCMD: u64 = 1 << 11;
const MCOL: u64 = 1 << 12;
const MSYNC: u64 = 1 << 13;
const MSH0: u64 = 1 << 14;
const MSH1: u64 = 1 << 15;
const MWD: u64 = 1 << 16;
const MPG: u64 = 1 << 17;
const UM: u64 = (1 << 20) - 1;
const MSGS: u64 = 0x7f << 11;
const MSGS2: u64 = MSGS | (MSGS << 20);
const TVSH: u32 = 40; // 2 bits: 0 none, 1 user0, 2 user1
const TVM: u64 = 3 << 40;
const ON: u64 = 1 << 42;
const NACT: u8 = 20; // per user
/// How many actions there are.
pub(crate) const ACTIONS: u8 = 41;
/// How many messages may be in flight.
#[inline(always)]
fn cap() -> u32 {
    2
}

/// One action on one user's lane. `u` = lane bits, `s` = whole state. Returns new whole state.
#[inline(always)]
pub(crate) fn step(s: u64, a: u8) -> Option<u64> {
    if a == 40 {
        // Tick: decrement every non-zero retention counter
        let r = s & (RETM | (RETM << 20));
        if r == 0 {
            return None;
        }
        let mut t = s;
        if s & RETM != 0 {
            t -= RET1;
        }
        if s & (RETM << 20) != 0 {
            t -= RET1 << 20;
        }
        return Some(t);
    }
    let i = (a >= NACT) as u32;
    let k = a - (i as u8) * NACT;
    let sh = i * 20;
    let u = (s >> sh) & UM;
    let has = |m: u64| u & m != 0;
    let room = (s & MSGS2).count_ones() < cap();
    let me = (i as u64 + 1) << TVSH;
    let mut n = u;
    let mut g = s & !(UM << sh);
    match k {
        0 => {
            if has(CS) || has(MINOR) || has(MWD) {
                return None;
            }
            n |= CS;
        }
        1 => {
            if has(CM) || !has(CS) || has(MINOR) {
                return None;
            }
            n |= CM;
        }
        2 => {
            if !has(CS) || has(MWD) || !room {
                return None;
            }
            n &= !(CS | CM);
            n |= MWD;
        }
        3 => {
            if !has(CM) || has(MSYNC) || !room {
                return None;
            }
            n &= !CM;
            n |= MSYNC;
        }
        4 => {
            if has(MINOR) || has(MWD) || !room {
                return None;
            }
            n &= !(CS | CM);
            n |= MINOR | MWD;
        }
        5 => {
            if s & TVM != 0 || !has(CS) {
                return None;
            }
            g |= me;
        }
        6 => {
            if s & TVM != me {
                return None;
            }
            g &= !(TVM | ON);
        }
        7 => {
            if s & TVM != me || !has(CS) || has(MCMD) || !room {
                return None;
            }
            n |= MCMD;
        }
        8 => {
            if !has(MCMD) {
                return None;
            }
            n &= !MCMD;
            g ^= ON;
            if has(CS) {
                n |= RECP;
            }
        }
        9 => {
            if !has(RECP) || !has(CS) || has(MCOL) || !room {
                return None;
            }
            n &= !RECP;
            n |= MCOL;
        }
        10 => {
            if !has(MCOL) {
                return None;
            }
            n &= !MCOL;
            if has(SVS) {
                n |= RECS | RETM;
            }
        }
        11 => {
            if !has(RECS) || !has(SVS) || has(MSH0) || has(T0) || has(MPG) || !room {
                return None;
            }
            n |= MSH0;
        }
        12 => {
            if !has(RECS) || !has(SVM) || has(MSH1) || has(T1) || has(MPG) || !room {
                return None;
            }
            n |= MSH1;
        }
        13 => {
            if !has(MSH0) {
                return None;
            }
            n &= !MSH0;
            n |= T0;
        }
        14 => {
            if !has(MSH1) {
                return None;
            }
            n &= !MSH1;
            n |= T1;
        }
        15 => {
            if !has(MWD) {
                return None;
            }
            n &= !(MWD | SVS | SVM | RECS | RETM);
            if u & (T0 | T1 | MSH0 | MSH1) != 0 {
                n |= MPG;
            }
        }
        16 => {
            if !has(MPG) || has(MSH0) || has(MSH1) {
                return None;
            }
            n &= !(MPG | T0 | T1);
        }
        17 => {
            if !has(RECS) || u & RETM != 0 {
                return None;
            }
            n &= !RECS;
            if u & (T0 | T1 | MSH0 | MSH1) != 0 {
                n |= MPG;
            }
        }
        18 => {
            if (u & (CS | CM)) == ((u & (SVS | SVM)) >> 3) || has(MSYNC) || has(MWD) || !room {
                return None;
            }
            n |= MSYNC;
        }
        19 => {
            if !has(MSYNC) {
                return None;
            }
            n &= !MSYNC;
            if !has(MWD) {
                n = (n & !(SVS | SVM)) | ((u & (CS | CM)) << 3);
                if !has(CM) && u & (T1 | MSH1) != 0 {
                    n |= MPG;
                }
            }
        }
        _ => return None,
    }
    Some(g | (n << sh))
}
#[inline(always)]
fn lane_inv(u: u64) -> u8 {
    let has = |m: u64| u & m != 0;
    let mut v = 0;
    if has(MINOR) && has(RECS) && !has(MWD) {
        v |= 1;
    }
    if has(SVM) && !has(CM) && !has(MSYNC) && !has(MWD) {
        v |= 2;
    }
    if !has(RECS) && u & RETM != 0 {
        v |= 4;
    }
    if u & (T1 | MSH1) != 0 && !has(SVM) && !has(MPG) {
        v |= 8;
    }
    v
}
/// What is wrong in a state: no bit set where nothing is.
#[inline(always)]
pub(crate) fn invariant(s: u64) -> u8 {
    lane_inv(s & UM) | lane_inv((s >> 20) & UM)
}
