/** Starts the studio. */
import init from "./studio.js";

await init();
