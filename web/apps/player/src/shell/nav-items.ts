import { CircleUserRound, History, LayoutGrid, ShieldCheck, Wallet } from "lucide-react";

/** The places a person goes to all the time. */
export const navItems = [
  { to: "/", label: "nav.lobby", icon: LayoutGrid, member: false },
  { to: "/wallet", label: "nav.wallet", icon: Wallet, member: true },
  { to: "/history", label: "nav.history", icon: History, member: true },
  { to: "/fairness", label: "nav.fairness", icon: ShieldCheck, member: false },
  { to: "/account", label: "nav.account", icon: CircleUserRound, member: true },
] as const;
