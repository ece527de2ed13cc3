//! README shows what the commands print.

use super::Desk;
use std::path::Path;

#[test]
fn what_is_shown_is_what_is_printed() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let text = std::fs::read_to_string(readme).expect("it is there");
    let desk = Desk::new();
    let mut shown = 0;
    for part in text.split("<!-- printed by: ").skip(1) {
        let (arguments, rest) = part.split_once(" -->\n\n```\n").expect("a block of text follows");
        let (block, _) = rest.split_once("```\n\n<!-- end -->").expect("it has an end");
        let ran = desk.run(&arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.err, "", "{arguments}");
        assert!(ran.out.contains(block), "{arguments} prints\n{}\nand README shows\n{block}", ran.out);
        shown += 1;
    }
    assert!(shown >= 2, "README shows {shown} blocks");
}
