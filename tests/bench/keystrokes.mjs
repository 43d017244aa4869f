/** What stands in a field after each key of a Korean keyboard. */

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
/** Letters that take two keys. */
const KEYS = {
  ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ",
  ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ",
  ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ",
};
const FIRST_SYLLABLE = "가".codePointAt(0);
const LAST_SYLLABLE = "힣".codePointAt(0);

/**
 * The texts of a word on its way: 마스 is ㅁ, 마, 맛, 마스, for the keyboard takes a consonant for
 * the end of a syllable until a vowel follows.
 */
export function keystrokes(word) {
  const texts = [];
  let before = "";
  const syllables = [...word].map((character) => ({ character, ...split(character) }));
  for (const [position, syllable] of syllables.entries()) {
    const { character, initial, vowel, final } = syllable;
    const next = syllables[position + 1];
    if (!initial) {
      texts.push(before + character);
    } else {
      const show = (vowel, final = "") => texts.push(before + join(initial, vowel, final));
      if (!taken(syllables[position - 1], syllable)) texts.push(before + initial);
      if (KEYS[vowel]) show(KEYS[vowel][0]);
      show(vowel);
      if (KEYS[final]) show(vowel, KEYS[final][0]);
      if (final) show(vowel, final);
      if (taken(syllable, next)) show(vowel, taken(syllable, next));
    }
    before += character;
  }
  return texts;
}

/** What a syllable ends with as long as the first consonant of the next one is taken for a part of it. */
function taken(syllable, next) {
  if (!syllable?.initial || !next?.initial) return undefined;
  const keys = syllable.final + next.initial;
  const final = syllable.final ? Object.keys(KEYS).find((letter) => KEYS[letter] === keys) : keys;
  return FINALS.includes(final) ? final : undefined;
}

function split(character) {
  const code = character.codePointAt(0);
  if (!(code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)) return undefined;
  const index = code - FIRST_SYLLABLE;
  return {
    initial: INITIALS[Math.floor(index / 588)],
    vowel: VOWELS[Math.floor((index % 588) / 28)],
    final: FINALS[index % 28],
  };
}

function join(initial, vowel, final) {
  const index = (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final);
  return String.fromCodePoint(FIRST_SYLLABLE + index);
}
