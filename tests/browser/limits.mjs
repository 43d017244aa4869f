/** What a driver cannot do. Asked for that, it throws: no test passes because nobody could look. */
export const limits_of = (driver) => (what) => () => {
  throw new Error(`${driver} cannot ${what}`);
};

/** What the console of a page tells that nobody can listen to. */
export const unheard = (address) => `UNHEARD ${address}`;
