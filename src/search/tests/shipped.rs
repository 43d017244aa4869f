use super::*;
use crate::bundle::library;

fn white_paper() -> Index {
    Index::new(library().report("white-paper-2022").expect("it is shipped"))
}

#[test]
fn readers_find_what_they_ask_for() {
    let index = white_paper();
    for query in ["마스크", "QR체크인", "qr 체크인", "소상공인", "구뽀", "잔여백신", "ㅈㄴㅂㅅ", "aktmzm", "카카오맵 마스크", "small", "2020", "876103773", "8억", "43억 1300만원"] {
        println!("{query}: {}", found(&index, query));
    }
}
