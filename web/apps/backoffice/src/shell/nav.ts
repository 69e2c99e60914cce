import type { Dashboard } from "@stakehouse/api/staff";
import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Building2,
  Dices,
  FileArchive,
  Gauge,
  Gavel,
  Globe,
  HeartHandshake,
  KeyRound,
  ListChecks,
  type LucideIcon,
  MessageSquareWarning,
  Radar,
  Scale,
  ScanFace,
  ScrollText,
  Settings2,
  ShieldAlert,
  Siren,
  Sparkles,
  SquareStack,
  UserRoundCheck,
  Users,
  UsersRound,
} from "lucide-react";
import type { Permission } from "~/app/permissions";
import type { PlainId } from "~/app/word";

export interface NavItem {
  to: string;
  label: PlainId;
  icon: LucideIcon;
  permission: Permission;
  /** The second key after `g`. */
  key: string;
  /** How many things wait there. */
  waiting?: (queues: Dashboard["queues"]) => number;
}

interface NavGroup {
  label: PlainId;
  items: readonly NavItem[];
}

/** All places of the face, as the sidebar, the palette and the keyboard know them. */
export const navGroups: readonly NavGroup[] = [
  {
    label: "nav.group.today",
    items: [
      { to: "/", label: "nav.dashboard", icon: Gauge, permission: "dashboard:view", key: "d" },
      {
        to: "/withdrawals",
        label: "nav.withdrawals",
        icon: ArrowUpFromLine,
        permission: "payments:view",
        key: "w",
        waiting: (queues) => queues.withdrawals_waiting,
      },
      { to: "/kyc", label: "nav.kyc", icon: ScanFace, permission: "kyc:view", key: "k" },
      {
        to: "/approvals",
        label: "nav.approvals",
        icon: UserRoundCheck,
        permission: "approvals:view",
        key: "p",
        waiting: (queues) => queues.approvals_waiting,
      },
      {
        to: "/complaints",
        label: "nav.complaints",
        icon: MessageSquareWarning,
        permission: "support:view",
        key: "c",
      },
      {
        to: "/exclusion-requests",
        label: "nav.requests",
        icon: HeartHandshake,
        permission: "members:view",
        key: "q",
      },
      { to: "/harm", label: "nav.harm", icon: HeartHandshake, permission: "harm:view", key: "h" },
    ],
  },
  {
    label: "nav.group.house",
    items: [
      { to: "/members", label: "nav.members", icon: Users, permission: "members:view", key: "m" },
      {
        to: "/deposits",
        label: "nav.deposits",
        icon: ArrowDownToLine,
        permission: "payments:view",
        key: "e",
      },
      { to: "/rounds", label: "nav.rounds", icon: SquareStack, permission: "rounds:view", key: "r" },
      { to: "/games", label: "nav.games", icon: Dices, permission: "games:view", key: "g" },
      { to: "/jackpots", label: "nav.jackpots", icon: Sparkles, permission: "jackpots:view", key: "j" },
    ],
  },
  {
    label: "nav.group.proof",
    items: [
      { to: "/aml-cases", label: "nav.aml_cases", icon: ShieldAlert, permission: "aml:view", key: "i" },
      { to: "/watchlists", label: "nav.watchlists", icon: ListChecks, permission: "aml:view", key: "x" },
      { to: "/monitoring", label: "nav.monitoring", icon: Radar, permission: "aml:view", key: "n" },
      { to: "/ledger", label: "nav.ledger", icon: Scale, permission: "ledger:view", key: "l" },
      { to: "/audit", label: "nav.audit", icon: ScrollText, permission: "audit:view", key: "a" },
      { to: "/evidence", label: "nav.evidence", icon: FileArchive, permission: "evidence:view", key: "v" },
      { to: "/team", label: "nav.team", icon: UsersRound, permission: "team:view", key: "t" },
      {
        to: "/significant-events",
        label: "nav.significant",
        icon: Siren,
        permission: "significant:view",
        key: "f",
      },
      {
        to: "/settings/jurisdiction",
        label: "nav.jurisdiction",
        icon: Gavel,
        permission: "settings:view",
        key: "y",
      },
      { to: "/roles", label: "nav.roles", icon: KeyRound, permission: "team:view", key: "o" },
    ],
  },
  {
    label: "nav.group.setup",
    items: [
      { to: "/settings", label: "nav.settings", icon: Settings2, permission: "settings:view", key: "s" },
      { to: "/registers", label: "nav.registers", icon: ShieldAlert, permission: "settings:view", key: "n" },
      { to: "/hosts", label: "nav.hosts", icon: Globe, permission: "settings:view", key: "b" },
      { to: "/tenants", label: "nav.tenants", icon: Building2, permission: "tenants:view", key: "u" },
    ],
  },
];

export const navItems: readonly NavItem[] = navGroups.flatMap((group) => group.items);
