import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beginsSequence, findShortcut, isTyping, KeyReader, type ShortcutGroup } from "~/app/keys";
import { moveRow } from "~/list/rows";

function press(key: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean }> = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

function group(title: string, ...keys: string[]): ShortcutGroup {
  return { title, shortcuts: keys.map((name) => ({ keys: name, label: name, run: vi.fn() })) };
}

describe("the reader of keys", () => {
  it("reads a letter, and Ctrl or ⌘ with one", () => {
    const reader = new KeyReader();
    expect(reader.read(press("J"), 0)).toEqual(["j"]);
    expect(reader.read(press("k", { ctrlKey: true }), 0)).toEqual(["mod+k"]);
    expect(reader.read(press("k", { metaKey: true }), 0)).toEqual(["mod+k"]);
  });

  it("puts a held first key before the second, once", () => {
    const reader = new KeyReader();
    reader.hold(press("g"), 1000);
    expect(reader.read(press("d"), 1500)).toEqual(["g d", "d"]);
    expect(reader.read(press("d"), 1600)).toEqual(["d"]);
  });

  it("forgets a first key after a moment", () => {
    const reader = new KeyReader();
    reader.hold(press("g"), 1000);
    expect(reader.read(press("d"), 2300)).toEqual(["d"]);
  });
});

describe("the shortcuts in force", () => {
  it("prefer the sequence, then the group that came last", () => {
    const [shell, page] = [group("shell", "g a", "a"), group("page", "a")];
    expect(findShortcut([shell, page], ["g a", "a"])).toBe(shell.shortcuts[0]);
    expect(findShortcut([shell, page], ["a"])).toBe(page.shortcuts[0]);
    expect(findShortcut([shell, page], ["x"])).toBeNull();
  });

  it("know which keys begin a sequence", () => {
    expect(beginsSequence([group("shell", "g d")], "g")).toBe(true);
    expect(beginsSequence([group("shell", "g d")], "d")).toBe(false);
  });
});

describe("typing", () => {
  it("is where letters are text, and nowhere else", () => {
    const made = (html: string) => {
      document.body.innerHTML = html;
      return document.body.firstElementChild;
    };
    expect(isTyping(made("<input>"))).toBe(true);
    expect(isTyping(made("<textarea></textarea>"))).toBe(true);
    expect(isTyping(made("<select></select>"))).toBe(true);
    expect(isTyping(made('<input type="checkbox">'))).toBe(false);
    expect(isTyping(made("<button></button>"))).toBe(false);
  });
});

describe("moving through rows", () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = vi.fn();
    document.body.innerHTML = `<table><tbody>${["a", "b", "c"]
      .map((id) => `<tr><td><a href="#" id="${id}" data-row-link>x</a></td></tr>`)
      .join("")}</tbody></table>`;
  });
  afterEach(() => {
    document.body.innerHTML = "";
  });

  it("enters at the first row downwards and at the last upwards", () => {
    moveRow(document, 1);
    expect(document.activeElement?.id).toBe("a");
    (document.activeElement as HTMLElement).blur();
    moveRow(document, -1);
    expect(document.activeElement?.id).toBe("c");
  });

  it("goes row by row and stops at the ends", () => {
    const walked = [1, 1, 1, 1, -1, -1, -1].map((step) => {
      moveRow(document, step as 1 | -1);
      return document.activeElement?.id;
    });
    expect(walked).toEqual(["a", "b", "c", "c", "b", "a", "a"]);
  });
});
