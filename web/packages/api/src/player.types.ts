/** The shapes of the player's surface, field by field as the contract states them. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Currency {
  code: string;
  scale: number;
  kind: string;
}

export interface Tenant {
  slug: string;
  name: string;
  currencies: Currency[];
  languages: string[];
  features: { gaming: boolean; loyalty: boolean };
  branding: { hue: number; chroma: string; radius: number; name: string };
  minimum_age: number;
  blocked_countries: string[];
  default_currency: string;
  support_email: string;
}

export interface Me {
  user_id: string;
  member_id: string;
  tenant: string;
  username: string;
  email: string;
  country: string;
  birth_date: string;
  currency: string;
  locale: string;
  kyc_status: string;
  standing: string;
  created_at: string;
  last_sign_in_at: string | null;
}

export interface Account {
  kind: string;
  currency: string;
  balance: string;
}

export interface Wallet {
  accounts: Account[];
}

export interface Transaction {
  id: string;
  kind: string;
  amount: string;
  currency: string;
  balance_after: string;
  status: string;
  reference: string | null;
  created_at: string;
}

export interface PaymentMethod {
  method: string;
  title: string;
  direction: "deposit" | "withdrawal";
  currencies: string[];
  min_amount: string;
  max_amount: string;
  fee: string;
  expected_time: string;
}

export interface PaymentStep {
  status: string;
  at: string;
  reason: string | null;
}

export interface Payment {
  id: string;
  status: string;
  amount: string;
  currency: string;
  method: string;
  reference: string | null;
  created_at: string;
  updated_at: string;
  redirect_url?: string | null;
  instructions?: string | null;
  steps?: PaymentStep[];
}

export interface Eligibility {
  currency: string;
  available: string;
  locked: string;
  min_amount: string;
  max_amount: string;
  allowed: boolean;
  reasons: { code: string; detail: string }[];
}

export interface Game {
  slug: string;
  title: string;
  engine: string;
  category: string;
  rtp: string;
  min_stake: string;
  max_stake: string;
  currencies: string[];
  favourite?: boolean;
}

export interface GameDetail extends Game {
  config: Record<string, unknown>;
  rules: string;
  hit_rate: string | null;
  max_win: string | null;
  volatility?: string | null;
  open_round: Round | null;
  favourite: boolean;
}

export interface Fairness {
  scheme: string;
  server_seed_hash: string;
  client_seed: string;
  nonce: number;
  server_seed?: string | null;
}

export interface RoundStep {
  action: string;
  choices: Record<string, unknown> | null;
  outcome: Record<string, unknown> | null;
  at: string;
}

export interface Round {
  id: string;
  game: string;
  currency: string;
  stake: string;
  payout: string;
  multiplier: string;
  choices: Record<string, unknown>;
  outcome: Record<string, unknown> | null;
  status: "open" | "settled" | "void";
  fairness: Fairness;
  steps: RoundStep[];
  actions: string[];
  jackpot_wins: { jackpot: string; level: string; amount: string }[];
  created_at: string;
  settled_at: string | null;
}

export interface BetAnswer {
  round: Round;
  wallet: { main: string; bonus: string };
}

export interface FairnessState {
  scheme: string;
  server_seed_hash: string;
  next_server_seed_hash: string;
  client_seed: string;
  nonce: number;
}

export interface RevealedPair {
  server_seed: string;
  server_seed_hash: string;
  client_seed: string;
  scheme: string;
  rounds: number;
  started_at: string;
  revealed_at: string;
}

export interface Jackpot {
  id: string;
  name: string;
  level: string;
  currency: string;
  amount: string;
  contribution_bp: number;
  funding: string;
  opted_in: boolean;
  odds_text: string;
  last_win: { amount: string; at: string; member_masked: string } | null;
}

export type LimitKind = "deposit" | "loss" | "wager";
export type LimitPeriod = "day" | "week" | "month";

export interface Limit {
  kind: LimitKind;
  period: LimitPeriod;
  currency?: string;
  value: string | null;
  used: string;
  pending_value: string | null;
  pending_from: string | null;
}

export interface Exclusion {
  active: { kind: "time_out" | "self_exclusion"; from: string; until: string | null } | null;
}

export interface Session {
  id: string;
  device: string;
  address: string;
  created_at: string;
  last_seen_at: string;
  current: boolean;
}

export interface Registration {
  email: string;
  password: string;
  username: string;
  birth_date: string;
  country: string;
  currency?: string;
  locale?: string;
  accept_terms: true;
}

export interface SecondFactor {
  second_factor: { challenge: string; methods: string[] };
}
