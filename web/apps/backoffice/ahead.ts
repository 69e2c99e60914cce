import type { PageAhead } from "../../vite.ahead.ts";

const house = ["/api/player/v1/tenant"];
const own = ["/me", "/dashboard"];

/** What the first sight of a page needs. Every page shows what waits, which the dashboard tells. */
export const ahead: readonly PageAhead[] = [
  {
    path: "^/backoffice/?$",
    shell: "frame",
    parts: ["features/reporting/dashboard-page.tsx", "features/reporting/day-chart.tsx"],
    house,
    open: [],
    own,
  },
  {
    path: "^/backoffice/(sign-in|join|forgot|enter|invitation)",
    shell: "bare",
    parts: [],
    house,
    open: [],
    own: [],
  },
  { path: "^/", shell: "frame", parts: [], house, open: [], own },
];
