import { askAhead, type Questions } from "@stakehouse/api/ahead";
import { sessionFlag } from "@stakehouse/api/tenant";
import { startLocale } from "@stakehouse/i18n/start";
import { startLook } from "@stakehouse/ui/look";

/** What a page's first sight needs, written down by the build. */
export interface Ahead extends Questions {
  /** Which addresses it is about: a pattern of the path. */
  path: string;
  /** Its scripts and texts. */
  files: readonly string[];
  /** The name of the drawing that stands there until the app has come. */
  shell: string;
}

/** The drawings are made in this language; whoever reads another waits for the app. */
const DRAWN_IN = "en";

/**
 * All that the first script does, while the app itself is on its way: it puts on the look of the last visit, asks for
 * what the page will show, lets its parts load, and puts the drawing of the page where the app will be. The worker
 * `warm` meanwhile reads what the browser knows of languages; `tell` writes an answer into the drawing.
 */
export function begin(
  base: string,
  pages: readonly Ahead[],
  warm: string,
  tell?: (answer: unknown) => void,
): void {
  startLook();
  new Worker(warm, { name: navigator.language });
  const page = pages.find(({ path }) => new RegExp(path).test(location.pathname));
  if (!page) return;
  const told = askAhead(base, page);
  for (const file of page.files) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.crossOrigin = "";
    link.href = file;
    document.head.append(link);
  }
  if (startLocale() !== DRAWN_IN) return;
  if (tell) void told.then((answer) => answer && tell(answer));
  const who = localStorage.getItem(sessionFlag(base)) ? "own" : "open";
  if (!draw(`${page.shell}-${who}`)) addEventListener("DOMContentLoaded", () => draw(`${page.shell}-${who}`));
}

/** Puts a drawing in place, unless the app is there already; false while the document is not. */
function draw(name: string): boolean {
  const root = document.getElementById("root");
  const shell = document.querySelector<HTMLTemplateElement>(`template[data-shell="${name}"]`);
  if (!root || !shell) return false;
  if (root.childElementCount) return true;
  document.documentElement.dataset.arriving = "";
  // Nothing in a drawing answers yet, so nothing in it can be pressed in vain.
  root.setAttribute("inert", "");
  root.append(shell.content.cloneNode(true));
  return true;
}
