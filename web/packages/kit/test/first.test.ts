import { sessionFlag } from "@stakehouse/api/tenant";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { begin } from "../src/first";

const BASE = "/api/player/v1";
const pages = [
  { path: "^/games/", files: ["/game.js"], shell: "frame", house: [], open: ["/games/dice"], own: ["/me"] },
  {
    path: "^/$",
    files: ["/lobby.js", "/cards.js"],
    shell: "lobby",
    house: [],
    open: ["/games"],
    own: ["/me"],
  },
];

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/");
  document.head.innerHTML = "";
  document.body.innerHTML =
    '<div id="root"></div>' +
    ["lobby-open", "lobby-own", "frame-open"]
      .map((name) => `<template data-shell="${name}"><p>${name}</p></template>`)
      .join("");
  vi.stubGlobal("fetch", async () => new Response("{}"));
  vi.stubGlobal("Worker", class {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  globalThis.stakehouseAhead = undefined;
});

function drawn(): string | undefined {
  return document.getElementById("root")?.textContent;
}

it("draws the page for strangers, lets its parts load and asks for what it shows", () => {
  begin(BASE, pages, "/warm.js");
  expect(drawn()).toBe("lobby-open");
  expect([...document.head.querySelectorAll("link")].map((link) => link.getAttribute("href"))).toEqual([
    "/lobby.js",
    "/cards.js",
  ]);
  expect([...(globalThis.stakehouseAhead?.keys() ?? [])]).toEqual([`GET ${BASE}/games`]);
});

it("draws the page as its own person sees it where there is a session", () => {
  localStorage.setItem(sessionFlag(BASE), "1");
  begin(BASE, pages, "/warm.js");
  expect(drawn()).toBe("lobby-own");
});

it("draws the first page that the address is about", () => {
  history.replaceState(null, "", "/games/dice");
  begin(BASE, pages, "/warm.js");
  expect(drawn()).toBe("frame-open");
});

it("lets nobody press what does not answer yet", () => {
  begin(BASE, pages, "/warm.js");
  expect(document.getElementById("root")?.hasAttribute("inert")).toBe(true);
});

it("does not draw over the app", () => {
  document.getElementById("root")?.append("the app", document.createElement("main"));
  begin(BASE, pages, "/warm.js");
  expect(drawn()).toBe("the app");
});
