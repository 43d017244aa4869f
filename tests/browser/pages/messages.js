/** Writes down what frames tell their page. */
window.messages = [];
addEventListener("message", ({ data }) => window.messages.push(data));
