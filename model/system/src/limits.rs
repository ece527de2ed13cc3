//! How much fits into a world: fixed maxima, so that the state has no heap.

/// People: users, co-users and guardians.
pub const PEOPLE: usize = 3;
/// Phones; a person may have two.
pub const PHONES: usize = 3;
/// Televisions.
pub const TVS: usize = 2;
/// Holders of data: the vendor and five recipients.
pub const HOLDERS: usize = 6;
/// Commands that are open at one time.
pub const COMMANDS: usize = 3;
/// Records that are known at one time.
pub const RECORDS: usize = 4;
/// Lines of the web log that are filed; their numbers follow those of the records.
pub const LINES: usize = 2;
/// The number of the record as which data of an ecosystem company comes in.
pub const PASSED_ON: usize = RECORDS + LINES;
/// The number of what passes the intake as one stream and is not kept record by record.
pub const STREAM: usize = PASSED_ON + 1;
/// Withdrawals, reports and orders of the law that are open at one time.
pub const REQUESTS: usize = 3;
/// Members of staff.
pub const STAFF: usize = 2;
/// Messages of the command path in flight at one time.
pub const MESSAGES: usize = 4;
/// Categories of data in one scope.
pub const KINDS: usize = 8;
/// Versions of the terms.
pub const TERMS: u8 = 3;
/// Pairs of places between which there may be a safeguard.
pub const PAIRS: usize = 8;
/// Pairs of places the first of whose law may forbid that something goes to the second.
pub const BARRIERS: usize = 2;
