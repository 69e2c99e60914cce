const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/YaBrowser\//, "Yandex Browser"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** The browser and the system a user agent names; what is unknown stays as it came. */
export function readDevice(agent: string): { browser: string; system: string | null; isPhone: boolean } {
  const named = (table: readonly [RegExp, string][]) => table.find(([mark]) => mark.test(agent))?.[1];
  return {
    browser: named(BROWSERS) ?? agent.slice(0, 40),
    system: named(SYSTEMS) ?? null,
    isPhone: /Mobile|iPhone|Android/.test(agent),
  };
}
