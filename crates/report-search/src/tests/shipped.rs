use super::*;
use report_bundle::library;

/// The white paper, or the story.
fn shipped(report: &str) -> Index {
    Index::new(library().report(report).expect("it is shipped"))
}

#[test]
fn readers_of_the_white_paper_find_what_they_ask_for() {
    let index = shipped("white-paper-2022");
    for (query, first) in [
        ("마스크", "public-masks"),
        ("마스크를", "public-masks"),
        ("ㅁㅅㅋ", "public-masks"),
        ("마스ㅋ", "public-masks"),
        ("aktmzm", "public-masks"),
        ("mask", "public-masks"),
        ("카카오맵 마스크 2020", "public-masks"),
        ("QR체크인", "qr-check-in"),
        ("qr 체크인", "qr-check-in"),
        ("qr", "qr-check-in"),
        ("잔여백신", "unused-vaccine"),
        ("잔여 백신", "unused-vaccine"),
        ("잔여배", "unused-vaccine"),
        ("ㅈㄴㅂㅅ", "unused-vaccine"),
        ("특채널 메시지", "unused-vaccine"),
        ("876103773", "unused-vaccine"),
        ("8억 7610만 3773회", "unused-vaccine"),
        ("43억1300만원", "unused-vaccine"),
        ("구뽀", "gubbi-chatbot"),
        ("구삐", "gubbi-chatbot"),
        ("OECD", "oecd"),
        ("small shops", "pay-small-shops"),
        ("온라인개학", "ebs-live"),
        ("ㅡㅁㄴㅏ", "public-masks"),
        ("286만뷰 이상", "fan-meetings"),
        ("286만회 이상", "fan-meetings"),
        ("2년이 넘게", "safe-workplace"),
        ("at least 2,860,000 views", "fan-meetings"),
        ("500점대", "mid-credit-loans"),
        ("2개월 미만", "self-check-chatbot"),
        ("추산 43억 1300만원", "unused-vaccine"),
        ("kakao map mask", "public-masks"),
        ("KakaoMap masks", "public-masks"),
        ("kakao bank loans", "mid-credit-loans"),
        ("leftover vaccine", "unused-vaccine"),
        ("항불안제", "healing-sound"),
    ] {
        let found = found(&index, query);
        assert_eq!(found.split(' ').next(), Some(first), "{query}: {found}");
    }
    assert!(found(&index, "소상공인").split(' ').any(|card| card == "pay-small-shops"));
    for query in ["ㅁㄴㅇㄹ", "asdf", "select * from", "왕뚜껑", "19191919", "없는말"] {
        assert_eq!(found(&index, query), "", "{query}");
    }
}

#[test]
fn readers_of_the_story_find_what_they_ask_for() {
    let index = shipped("story-2021");
    for (query, first) in [
        ("잔여백신", "leftover-vaccine"),
        ("ㅈㄴㅂㅅ", "leftover-vaccine"),
        ("QR 체크인", "qr-checkin"),
        ("카카오 맵", "mask-map"),
        ("kakaomap", "mask-map"),
        ("100만 명 이상", "fundraising"),
        ("100만명 이상", "fundraising"),
        ("at least 1,000,000 people", "fundraising"),
    ] {
        let found = found(&index, query);
        assert_eq!(found.split(' ').next(), Some(first), "{query}: {found}");
    }
}

#[test]
fn the_headline_of_a_part_is_found_in_all_its_forms() {
    let index = shipped("white-paper-2022");
    for query in [
        "2297309797",
        "2,297,309,797",
        "22억",
        "22억 9730만",
        "22억9730만9797회",
        "22.9억",
        "2.3 billion",
    ] {
        let results = search(&index, query);
        let ids: Vec<_> =
            results.cards.iter().map(|card| index.report().cards[*card as usize].id).collect();
        assert!(ids.contains(&"public-masks"), "{query}: {ids:?}");
    }
}

#[test]
fn every_card_is_found_first_by_its_whole_title() {
    for report in &library().reports {
        let index = Index::new(report);
        for card in &report.cards {
            for title in [card.title.ko, card.title.en] {
                let found = found(&index, title);
                assert_eq!(found.split(' ').next(), Some(card.id), "{title}");
            }
        }
    }
}

#[test]
fn every_printed_number_is_found() {
    for report in &library().reports {
        let index = Index::new(report);
        for card in &report.cards {
            for figure in &card.figures {
                let found = found(&index, figure.value.as_str());
                assert!(found.split(' ').any(|id| id == card.id), "{} {found}", figure.value);
                for printed in figure
                    .printed
                    .iter()
                    .filter(|printed| printed.starts_with(|c: char| c.is_ascii_digit()))
                {
                    let number = printed.split(' ').next().unwrap_or(printed);
                    let found = super::found(&index, number);
                    assert!(
                        found.split(' ').any(|id| id == card.id),
                        "{printed} of {}: {found}",
                        card.id
                    );
                }
            }
        }
    }
}
