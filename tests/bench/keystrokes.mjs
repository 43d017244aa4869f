/** What stands in a field after each key of a Korean keyboard. */

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
/** Letters that take two keys, by the first of them. */
const FIRST_KEYS = {
  ㅘ: "ㅗ", ㅙ: "ㅗ", ㅚ: "ㅗ", ㅝ: "ㅜ", ㅞ: "ㅜ", ㅟ: "ㅜ", ㅢ: "ㅡ",
  ㄳ: "ㄱ", ㄵ: "ㄴ", ㄶ: "ㄴ", ㄺ: "ㄹ", ㄻ: "ㄹ", ㄼ: "ㄹ", ㄽ: "ㄹ", ㄾ: "ㄹ", ㄿ: "ㄹ", ㅀ: "ㄹ", ㅄ: "ㅂ",
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
  for (const [position, character] of [...word].entries()) {
    const letters = split(character);
    if (!letters) {
      texts.push(before + character);
    } else {
      const { initial, vowel, final } = letters;
      const partial = (vowel, final = "") => before + join(initial, vowel, final);
      // Alone only at the beginning; later it came as the end of the syllable before.
      if (!borrowed(word, position)) texts.push(before + initial);
      if (FIRST_KEYS[vowel]) texts.push(partial(FIRST_KEYS[vowel]));
      texts.push(partial(vowel));
      if (FIRST_KEYS[final]) texts.push(partial(vowel, FIRST_KEYS[final]));
      if (final) texts.push(partial(vowel, final));
      if (borrowed(word, position + 1)) texts.push(partial(vowel, split([...word][position + 1]).initial));
    }
    before += character;
  }
  return texts;
}

/** Whether the first consonant of a syllable looks like the end of the one before while it is typed. */
function borrowed(word, position) {
  const [before, letters] = [split([...word][position - 1] ?? ""), split([...word][position] ?? "")];
  return Boolean(before && letters) && before.final === "" && FINALS.includes(letters.initial);
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
