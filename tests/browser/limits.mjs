/** What a driver cannot do. Asked for that, it throws: no test passes because nobody could look. */
export const limits_of = (driver) => (what) => () => {
  throw new Error(`${driver} cannot ${what}`);
};

/** What only Chromium's own protocol has words for; `cannot` speaks for the driver of another engine. */
export const beyond_webdriver = (cannot) => ({
  clipboard: cannot("refuse the clipboard"),
  downloads: cannot("keep downloads"),
  see_as_printed: cannot("show the page as printed"),
  print: cannot("print"),
  holdings: cannot("measure what a page retains"),
  magnify: cannot("magnify a screen"),
  touch: cannot("pretend a touch screen"),
  tap: cannot("touch a screen"),
});

/** The message that stands for the console of a page where it cannot be read. */
export const no_console = (address) => `NO CONSOLE ${address}`;
