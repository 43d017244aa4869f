/** Random numbers that are the same in every run: splitmix64 (Steele, Lea and Flood, 2014). */

const u64 = (value) => BigInt.asUintN(64, value);

export class Chance {
  #state;

  /** The stream with this number. */
  constructor(stream) {
    this.#state = u64(BigInt(stream) * 0xd1342543de82ef95n);
  }

  /** An integer from 0 to below `end`, which is not 0. */
  below(end) {
    this.#state = u64(this.#state + 0x9e3779b97f4a7c15n);
    let bits = this.#state;
    bits = u64((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
    bits = u64((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
    bits ^= bits >> 31n;
    return Number((bits * BigInt(end)) >> 64n);
  }

  oneOf(list) {
    return list[this.below(list.length)];
  }
}
