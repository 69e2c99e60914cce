import { createClient, type Tokens } from "./client";
import type { Intent } from "./intent";
import type * as T from "./player.types";

export type * from "./player.types";

/** The player's surface. */
export const player = createClient("/api/player/v1");

const { request } = player;
const anonymous = { anonymous: true };

/** Every call of the player's surface, named by what it is for. */
export const api = {
  tenant: () => request<T.Tenant>("GET", "/tenant", anonymous),

  register: (body: T.Registration) =>
    request<{ status: string }>("POST", "/auth/register", { body, ...anonymous }),
  resend: (email: string) =>
    request<{ status: string }>("POST", "/auth/resend", { body: { email }, ...anonymous }),
  confirm: (body: T.Confirmation) =>
    request<Tokens | T.SecondFactor>("POST", "/auth/confirm", { body, ...anonymous }),
  username: (name: string) =>
    request<{ username: string; is_free: boolean }>(
      "GET",
      `/auth/usernames/${encodeURIComponent(name)}`,
      anonymous,
    ),
  login: (body: { email: string; password: string }) =>
    request<Tokens | T.SecondFactor>("POST", "/auth/login", { body, ...anonymous }),
  logout: () => request<void>("POST", "/auth/logout"),

  me: () => request<T.Me>("GET", "/me"),
  askExclusion: (body: T.Plea) =>
    request<{ status: "received"; reference: string }>("POST", "/exclusion-requests", {
      body,
      anonymous: true,
    }),
  registration: () => request<{ details: boolean }>("GET", "/auth/registration", { anonymous: true }),
  setDetails: (body: T.Details) => request<T.Me>("PUT", "/me/details", { body }),
  setName: (first: string, last: string) =>
    request<T.Me>("PUT", "/me/name", { body: { first_name: first, last_name: last } }),

  wallet: () => request<T.Wallet>("GET", "/wallet"),
  transactions: (query: Query) => request<T.Page<T.Transaction>>("GET", "/transactions", { query }),

  paymentMethods: (direction: "deposit" | "withdrawal") =>
    request<{ items: T.PaymentMethod[] }>("GET", "/payment-methods", { query: { direction } }),
  deposit: (body: { amount: string; currency: string; method: string }, intent: Intent) =>
    request<T.Deposit>("POST", "/deposits", { body, intent }),
  deposits: (query: Query) => request<T.Page<T.Deposit>>("GET", "/deposits", { query }),
  depositById: (id: string) => request<T.Deposit>("GET", `/deposits/${id}`),
  eligibility: (currency: string) =>
    request<T.Eligibility>("GET", "/withdrawals/eligibility", { query: { currency } }),
  withdraw: (
    body: { amount: string; currency: string; method: string; destination: { account: string } },
    intent: Intent,
  ) => request<T.Withdrawal>("POST", "/withdrawals", { body, intent }),
  withdrawals: (query: Query) => request<T.Page<T.Withdrawal>>("GET", "/withdrawals", { query }),
  withdrawalById: (id: string) => request<T.Withdrawal>("GET", `/withdrawals/${id}`),
  cancelWithdrawal: (id: string, intent: Intent) =>
    request<T.Withdrawal>("POST", `/withdrawals/${id}/cancel`, { intent }),

  house: () => request<T.HouseRules>("GET", "/house", anonymous),
  games: (query: Query) => request<T.Page<T.Game>>("GET", "/games", { query }),
  game: (slug: string) => request<T.GameDetail>("GET", `/games/${slug}`),
  setFavourite: (slug: string, favourite: boolean) =>
    request<void>(favourite ? "PUT" : "DELETE", `/games/${slug}/favourite`),

  bet: (
    body: { game: string; currency: string; stake: string; choices: Record<string, unknown> },
    intent: Intent,
  ) => request<T.BetAnswer>("POST", "/bets", { body, intent }),
  step: (id: string, body: { action: string; choices?: Record<string, unknown> }, intent: Intent) =>
    request<T.BetAnswer>("POST", `/rounds/${id}/steps`, { body, intent }),
  round: (id: string) => request<T.Round>("GET", `/rounds/${id}`),
  rounds: (query: Query) => request<T.Page<T.Round>>("GET", "/rounds", { query }),

  fairness: () => request<T.FairnessState>("GET", "/fairness"),
  fairnessHistory: (query: Query) => request<T.Page<T.RevealedPair>>("GET", "/fairness/history", { query }),
  rotate: (body: { client_seed?: string; scheme?: string }) =>
    request<{ revealed: T.RevealedPair; current: T.FairnessState }>("POST", "/fairness/rotate", { body }),

  jackpots: () => request<{ items: T.Jackpot[] }>("GET", "/jackpots"),
  optIn: (id: string, opted_in: boolean) =>
    request<{ id: string; opted_in: boolean }>("PUT", `/jackpots/${id}/opt-in`, { body: { opted_in } }),

  kyc: () => request<T.Kyc>("GET", "/kyc"),
  announceDocument: (body: T.AnnounceDocument) =>
    request<T.AnnouncedDocument>("POST", "/kyc/documents", { body }),
  completeDocument: (id: string) => request<T.KycDocument>("POST", `/kyc/documents/${id}/complete`),
  kycLink: (id: string) => request<T.FileLink>("GET", `/kyc/documents/${id}/link`),
  submitKyc: (body: { full_name: string; address: string }) =>
    request<T.Kyc>("POST", "/kyc/submit", { body }),

  limits: () => request<{ items: T.Limit[] }>("GET", "/limits"),
  setLimit: (kind: string, period: string, body: T.LimitWish) =>
    request<T.Limit>("PUT", `/limits/${kind}/${period}`, { body }),
  confirmLimit: (kind: string, period: string, currency: string | null) =>
    request<T.Limit>("POST", `/limits/${kind}/${period}/confirm`, { query: { currency } }),
  dropPendingLimit: (kind: string, period: string, currency: string | null) =>
    request<void>("DELETE", `/limits/${kind}/${period}/pending`, { query: { currency } }),

  exclusion: () => request<T.Exclusion>("GET", "/exclusion"),
  askReturn: () => request<T.Exclusion>("POST", "/exclusion/return"),
  payoutSession: (ticket: string) =>
    request<Tokens>("POST", "/auth/payout-session", { body: { ticket }, ...anonymous }),
  playClock: () => request<T.PlayClock>("GET", "/play-clock"),
  answerRealityCheck: (answer: "continue" | "stop") =>
    request<T.PlayClock>("POST", "/reality-check", { body: { answer } }),
  chooseInterval: (minutes: number) => request<T.PlayClock>("PUT", "/reality-check", { body: { minutes } }),

  exclude: (body: T.Exclude) => request<T.Exclusion>("POST", "/exclusion", { body }),

  sessions: () => request<{ items: T.Session[] }>("GET", "/sessions"),
  endSession: (id: string) => request<void>("DELETE", `/sessions/${id}`),
  endOtherSessions: () => request<void>("DELETE", "/sessions"),

  openVisit: (code: string) => request<Tokens>("POST", "/auth/visit", { body: { code }, anonymous: true }),
  presentVisit: () => request<{ visit: T.Visit | null }>("GET", "/visits/present"),
  endVisit: () => request<void>("POST", "/visits/present/end"),
  visits: () => request<{ items: T.Visit[] }>("GET", "/visits"),
};

type Query = Record<string, string | number | boolean | null | undefined>;
