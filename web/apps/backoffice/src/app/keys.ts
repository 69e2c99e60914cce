import { hearers } from "@stakehouse/ui";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { storedNow, useStored } from "./stored";

/** One act of the keyboard: `j`, `?`, `g d` (one after the other) or `mod+k` (Ctrl, on Apple ⌘). */
export interface Shortcut {
  keys: string;
  /** What it does, for the sheet of shortcuts. */
  label: string;
  run: () => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
  /** Acts of an open dialog, in force there; letters mean nothing else while one stands open. */
  inDialog?: boolean;
}

const SEQUENCE_MS = 1200;
const SINGLE_KEYS = "single-keys";

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** Turns presses into the names of shortcuts; remembers a first key for a moment. */
export class KeyReader {
  private held: string | null = null;
  private heldAt = 0;

  /** The names a press may stand for, the longer first. `now` is in milliseconds. */
  read(press: Press, now: number): string[] {
    const name = nameOf(press);
    const held = now - this.heldAt < SEQUENCE_MS ? this.held : null;
    this.held = null;
    return held ? [`${held} ${name}`, name] : [name];
  }

  /** Keeps a press as the first of two. */
  hold(press: Press, now: number): void {
    this.held = nameOf(press);
    this.heldAt = now;
  }
}

function nameOf(press: Press): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.ctrlKey || press.metaKey ? `mod+${key}` : key;
}

/** The shortcut a press means among the groups in force; the newest group wins. */
export function findShortcut(groups: readonly ShortcutGroup[], names: readonly string[]): Shortcut | null {
  for (const name of names)
    for (const group of [...groups].reverse()) {
      const found = group.shortcuts.find((shortcut) => shortcut.keys === name);
      if (found) return found;
    }
  return null;
}

/** Whether a press begins a sequence that some group knows. */
export function beginsSequence(groups: readonly ShortcutGroup[], name: string): boolean {
  return groups.some((group) => group.shortcuts.some((shortcut) => shortcut.keys.startsWith(`${name} `)));
}

/** Whether the focus is where letters are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

let groups: readonly ShortcutGroup[] = [];
const { watch, tell } = hearers();
const reader = new KeyReader();

function put(next: readonly ShortcutGroup[]): void {
  groups = next;
  tell();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const combined = event.ctrlKey || event.metaKey;
  const dialogs = document.querySelectorAll("dialog[open]").length;
  // A dialog on top of another has no letters: it asks something.
  const inForce = combined || dialogs === 0 ? groups : groups.filter((group) => group.inDialog);
  if (!combined) {
    if (isTyping(event.target) || dialogs > 1) return;
    if (!storedNow(SINGLE_KEYS, true)) return;
  }
  const now = performance.now();
  const names = reader.read(event, now);
  const found = findShortcut(inForce, names);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (beginsSequence(inForce, names.at(-1) ?? "")) reader.hold(event, now);
}

/** Listens once for the whole face; answers how to stop. */
export function startKeys(): () => void {
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}

/** Puts a group of shortcuts in force while the component stands; `inDialog` if that is a dialog's content. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], inDialog = false): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join("\n");
  useEffect(() => {
    // Runs go through the ref, so that a new closure needs no new registration.
    const group: ShortcutGroup = {
      title,
      inDialog,
      shortcuts: names
        .split("\n")
        .filter(Boolean)
        .map((line, at) => {
          const [keys = "", label = ""] = line.split("\t");
          return { keys, label, run: () => latest.current[at]?.run() };
        }),
    };
    put([...groups, group]);
    return () => put(groups.filter((other) => other !== group));
  }, [title, names, inDialog]);
}

/** The groups in force, oldest first. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(watch, groupsNow, groupsNow);
}

function groupsNow(): readonly ShortcutGroup[] {
  return groups;
}

/** Whether single letters act; people who dictate or have a tremor switch them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  return useStored(SINGLE_KEYS, true);
}

/** How a key is written on the caps of this device. */
export function keyCaps(keys: string): string[] {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return keys
    .split(/[ +]/)
    .map((part) => (part === "mod" ? (apple ? "⌘" : "Ctrl") : part.length === 1 ? part.toUpperCase() : part));
}
