/** The shapes of the staff's surface, field by field as the contract states them. */

import type {
  Account,
  Exclusion,
  Limit,
  Page,
  Payment,
  Round,
  SecondFactor,
  Session,
  Transaction,
} from "./player.types";

export type { Account, Exclusion, Limit, Page, Payment, Round, SecondFactor, Session, Transaction };

export interface StaffMe {
  user_id: string;
  email: string;
  name: string;
  tenant: string;
  roles: string[];
  permissions: string[];
}

export interface HouseTenant {
  slug: string;
  name: string;
  currencies: { code: string; scale: number; kind: string }[];
  default_currency: string;
  branding: { hue: number; chroma: string; radius: number; name: string };
}

export interface DayFigures {
  wagered: string;
  won: string;
  ggr: string;
  bets: number;
  deposits: string;
  withdrawals: string;
  active_members: number;
  new_members: number;
}

export interface HourFigures {
  at: string;
  wagered: string;
  won: string;
  ggr: string;
  bets: number;
}

export interface TopGame {
  game: string;
  title: string;
  bets: number;
  wagered: string;
  ggr: string;
  rtp: string | null;
}

export interface Dashboard {
  as_of: string;
  currency: string;
  today: DayFigures;
  last_week: DayFigures;
  queues: { withdrawals_waiting: number; withdrawals_amount: string; approvals_waiting: number };
  series: HourFigures[];
  top_games: TopGame[];
}

export interface MemberItem {
  id: string;
  username: string;
  email: string;
  country: string;
  currency: string;
  standing: string;
  kyc_status: string;
  balance: string;
  created_at: string;
  last_sign_in_at: string | null;
}

export interface MemberDetail extends MemberItem {
  user_id: string;
  birth_date: string;
  locale: string;
  accounts: Account[];
  limits: Limit[];
  exclusion: Exclusion["active"];
  sessions: Session[];
  totals: { deposited: string; withdrawn: string; wagered: string; won: string };
}

export interface RiskCheck {
  code: string;
  passed: boolean;
  detail: string;
}

export interface DecisionStep {
  status: string;
  at: string;
  actor: string | null;
  reason: string | null;
}

export interface WithdrawalCase {
  id: string;
  member: { id: string; username: string; email: string; country: string };
  amount: string;
  currency: string;
  method: string;
  destination_masked: string;
  status: string;
  requested_at: string;
  risk: { checks: RiskCheck[] };
  steps: DecisionStep[];
}

export interface DepositItem extends Payment {
  member?: { id: string; username: string; email: string; country: string };
}

export interface StaffRound extends Round {
  member?: { id: string; username: string };
  member_id?: string;
  engine?: string;
  config?: Record<string, unknown>;
}

export interface Adjustment {
  member_id: string;
  account_kind: string;
  currency: string;
  amount: string;
  reason: string;
}

export interface Approval {
  id: string;
  kind: string;
  summary: string;
  maker: { id: string; name: string };
  amount: string | null;
  currency: string | null;
  member_id: string | null;
  reason: string;
  status: string;
  created_at: string;
  expires_at: string;
  content_hash: string;
}

export type Fields = Record<string, unknown>;

export interface AuditItem {
  id: string;
  at: string;
  actor: { kind: string; id: string | null; name: string };
  action: string;
  resource: { kind: string; id: string };
  reason: string;
  before: Fields | null;
  after: Fields | null;
  address: string;
  request_id: string;
}

export interface LedgerCheck {
  ok: boolean;
  tenants: { tenant: string; currency: string; sum: string; accounts: number; transfers: number }[];
  findings: { check: string; id: string; detail: string }[];
}

export interface Seal {
  journal: string;
  seq: number;
  first: string;
  last: string;
  rows: number;
  root: string;
  seal: string;
  created_at: string;
}

export interface StaffGame {
  slug: string;
  title: string;
  engine: string;
  category: string;
  rtp: string;
  min_stake: string;
  max_stake: string;
  currencies: string[];
  status?: string;
}

export interface StaffJackpot {
  id: string;
  name: string;
  level: string;
  currency: string;
  amount: string;
  contribution_bp: number;
  funding: string;
  odds_text: string;
  members_opted_in?: number;
  last_win: { amount: string; at: string; member_masked: string } | null;
}

export interface Role {
  role: string;
  title: string;
  permissions: string[];
}
