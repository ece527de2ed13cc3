//! Making a failing sequence of actions small.

/// Removes actions for as long as `test` still fails the rest.
///
/// `test` says whether a sequence still shows what it is about (`true`: it still fails). It must
/// answer the same whenever it is asked the same, and must bear sequences that are not possible, to
/// which it answers `false`. If it does not fail `actions` themselves they are returned as they are.
///
/// First come large pieces (delta debugging, Zeller and Hildebrandt 2002), then single actions and
/// pairs of actions, until neither makes it smaller. The result is 1-minimal and even 2-minimal: it
/// fails, and without any one or two of its actions it does not. A result of n actions has cost at
/// least n + n(n-1)/2 tests.
pub fn shrink<A: Clone>(actions: &[A], mut test: impl FnMut(&[A]) -> bool) -> Vec<A> {
    let mut rest = actions.to_vec();
    if !test(&rest) {
        return rest;
    }
    remove_pieces(&mut rest, &mut test);
    while remove_singles(&mut rest, &mut test) || remove_pair(&mut rest, &mut test) {}
    rest
}

/// Removes pieces, half the sequence at first and then ever smaller, down to single actions.
fn remove_pieces<A: Clone>(rest: &mut Vec<A>, test: &mut impl FnMut(&[A]) -> bool) {
    let mut len = rest.len().div_ceil(2);
    while len > 0 {
        let mut start = 0;
        while start < rest.len() {
            let end = (start + len).min(rest.len());
            if !keep_without(rest, test, |at| (start..end).contains(&at)) {
                start = end;
            }
        }
        len /= 2;
    }
}

/// Removes single actions, last to first; whether any was removed.
fn remove_singles<A: Clone>(rest: &mut Vec<A>, test: &mut impl FnMut(&[A]) -> bool) -> bool {
    let mut removed = false;
    for gone in (0..rest.len()).rev() {
        removed |= keep_without(rest, test, |at| at == gone);
    }
    removed
}

/// Removes one pair of actions, such as one that opens something and one that closes it; whether
/// there was one to remove.
fn remove_pair<A: Clone>(rest: &mut Vec<A>, test: &mut impl FnMut(&[A]) -> bool) -> bool {
    let len = rest.len();
    let mut pairs = (0..len).flat_map(|one| (one + 1..len).map(move |two| (one, two)));
    pairs.any(|(one, two)| keep_without(rest, test, |at| at == one || at == two))
}

/// Removes the chosen places if the rest still fails.
fn keep_without<A: Clone>(
    rest: &mut Vec<A>,
    test: &mut impl FnMut(&[A]) -> bool,
    gone: impl Fn(usize) -> bool,
) -> bool {
    let fewer: Vec<A> =
        rest.iter().enumerate().filter(|(at, _)| !gone(*at)).map(|(_, action)| action.clone()).collect();
    let fails = test(&fewer);
    if fails {
        *rest = fewer;
    }
    fails
}
