//! What the forms of one thing say alike.

use super::*;

#[test]
fn both_forms_of_the_register_say_the_same() {
    let (mut matrix, mut register) = (Matrix::default(), Register::default());
    for pair in [None, Some((0, 3)), Some((7, 0)), Some((2, 3)), Some((6, 7))] {
        if let Some((mac, id)) = pair {
            matrix.register(Mac(mac), DeviceId(id));
            register.register(Mac(mac), DeviceId(id));
        }
        for one in 0..9 {
            assert_eq!(matrix.has_mac(Mac(one)), register.has_mac(Mac(one)), "{pair:?} {one}");
            assert_eq!(matrix.has_id(DeviceId(one)), register.has_id(DeviceId(one)), "{pair:?} {one}");
            for other in 0..9 {
                let [of_matrix, of_register] = [
                    matrix.has_pair(Mac(one), DeviceId(other)),
                    register.has_pair(Mac(one), DeviceId(other)),
                ];
                assert_eq!(of_matrix, of_register, "{pair:?} {one} {other}");
            }
        }
    }
    assert!(register.has_mac(Mac(6)) && !register.has_mac(Mac(3)));
}

#[test]
fn a_trail_tells_of_those_that_are_asked_for() {
    let mut trail: Vec<(u64, u32)> = Vec::new();
    let told = |trail: &Vec<(u64, u32)>, bits| {
        let mut causes = Vec::new();
        trail.causes(bits, &mut |cause| causes.push(cause));
        causes
    };
    trail.came(0b0011, 5);
    trail.came(0b0100, 6);
    assert_eq!(
        [told(&trail, 0b0001), told(&trail, 0b0100), told(&trail, 0b1000)],
        [vec![5], vec![6], vec![]]
    );
    assert_eq!(told(&trail, 0b0110), [5, 6]);
    trail.came(0b0010, 7);
    trail.went(0b0001);
    assert_eq!([told(&trail, 0b0011), told(&trail, 0b0111)], [vec![7], vec![6, 7]]);
}
