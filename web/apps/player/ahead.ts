import type { PageAhead } from "../../vite.ahead.ts";

const house = ["/api/player/v1/tenant"];
const own = ["/me", "/wallet"];
const games = ["dice", "limbo", "roulette", "slots", "mines"];

/** What the first sight of a page needs. Every page shows whose house it is and what one has. */
export const ahead: readonly PageAhead[] = [
  {
    path: "^/$",
    shell: "lobby",
    parts: ["pages/lobby.tsx"],
    house,
    open: ["/jackpots", "/games"],
    told: "/jackpots",
    own,
  },
  ...games.map((game) => ({
    path: `^/games/${game}$`,
    shell: "frame",
    parts: [
      "features/play/game-page.tsx",
      "shell/reality-check.tsx",
      "shell/stop-now.tsx",
      `features/play/${game}/${game}-game.tsx`,
      "locales/play/en.po",
      "locales/care/en.po",
    ],
    house: [...house, "/api/player/v1/house"],
    open: [`/games/${game}`],
    own: [...own, "/play-clock"],
  })),
  {
    path: "^/wallet$",
    shell: "frame",
    parts: ["pages/wallet.tsx", "locales/cashier/en.po", "locales/play/en.po"],
    house,
    open: [],
    own: [...own, "/transactions?limit=6", "/deposits?limit=10", "/withdrawals?limit=10"],
  },
  ...["sign-in", "register"].map((page) => ({
    path: `^/${page}$`,
    shell: "frame",
    parts: [`features/identity/${page}-page.tsx`, "locales/account/en.po"],
    house,
    open: [],
    own,
  })),
  { path: "^/", shell: "frame", parts: [], house, open: [], own },
];
