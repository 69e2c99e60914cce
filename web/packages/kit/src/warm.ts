import { moneyText, percentFormat } from "./formats";

/**
 * A worker of its own, begun by the first script: what the browser knows of languages and currencies is read once for
 * the whole process and takes a slow telephone a quarter of a second. Here nobody waits for it.
 */
const language = self.name || "en";

moneyText(language, "0.00", "EUR");
percentFormat(language, 2).format(0);
new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");
new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(0);
globalThis.close();
