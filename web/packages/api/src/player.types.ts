import type { Tokens } from "./client";
import type { components } from "./generated/player.gen";

type Schemas = components["schemas"];

/** A request that somebody else be kept out. */
export interface Plea {
  asked_by: "court" | "authority" | "family" | "other";
  name: string;
  email: string;
  first_name: string;
  last_name: string;
  birth_date?: string;
  known_as: string;
  reason: string;
  locale: string;
}

/** By what a national register knows a person. */
export interface Details {
  first_name: string;
  last_name: string;
  postcode: string;
  phone?: string;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export type Kyc = Schemas["KycOut"];
export type KycRequirement = Schemas["RequirementOut"];
export type KycDocument = Schemas["DocumentOut"];
export type AnnounceDocument = Schemas["AnnounceBody"];
export type AnnouncedDocument = Schemas["AnnouncedOut"];
export type FileLink = Schemas["LinkOut"];

export type HouseRules = Schemas["HouseRulesAnswer"];
export type Tenant = Schemas["TenantAnswer"];
export type Me = Schemas["MeAnswer"];
export type Account = Schemas["AccountOut"];
export type Wallet = Schemas["WalletOut"];
export type Transaction = Schemas["TransactionOut"];
export type Game = Schemas["GameOut"];
export type GameDetail = Omit<Schemas["GameDetailOut"], "open_round"> & { open_round: Round | null };
export type Round = Omit<Schemas["RoundOut"], "outcome" | "choices"> & {
  /** By engine; each game's page reads its own. */
  outcome: Record<string, unknown> | null;
  choices: Record<string, unknown>;
};
export type BetAnswer = Omit<Schemas["BetOut"], "round"> & { round: Round };
export type FairnessState = Schemas["FairnessOut"];
export type RevealedPair = Schemas["RevealedOut"];
export type Jackpot = Schemas["JackpotOut"];
export type Limit = Schemas["LimitOut"];
export type LimitKind = Limit["kind"];
export type LimitPeriod = Limit["period"];
export type Exclusion = Schemas["ExclusionOut"];
export type PlayClock = Schemas["PlayClockOut"];
export type LimitWish = Schemas["LimitBody"];
export type Exclude = Schemas["TimeOutBody"] | Schemas["SelfExclusionBody"];
export type Session = Schemas["SessionAnswer"];
export type Visit = Schemas["VisitAnswer"];
export type Registration = Schemas["RegisterBody"];
export type Confirmation = Schemas["ConfirmBody"];

export type PaymentMethod = Schemas["MethodAnswer"];
export type PaymentStep = Schemas["StepAnswer"];
export type Deposit = Schemas["DepositAnswer"];
export type Withdrawal = Schemas["WithdrawalAnswer"];
export type Eligibility = Schemas["EligibilityAnswer"];

export type Security = Schemas["SecurityAnswer"];
export type AddedFactor = Schemas["AddedAnswer"];
export type AuthenticatorKey = Schemas["KeyAnswer"];
/** A question to be answered by one of the methods; the same at both faces. */
export type Challenge = Schemas["ChallengeAnswer"];

/** What login answers where a second factor is asked for. */
export interface SecondFactor {
  second_factor: Challenge;
}

export type TelegramWays = Schemas["TelegramWaysAnswer"];
export type TelegramProof = Schemas["OpenIdBody"];
export type TelegramRegistration = Schemas["TelegramRegisterBody"];
export type TelegramLink = Schemas["TelegramLinkAnswer"];
export type TelegramOutcome = Tokens | SecondFactor | Schemas["RegistrationNeededAnswer"];
export type House = Schemas["HouseAnswer"];
export type DataExport = Schemas["ExportAnswer"];
export type Departure = Schemas["DepartureAnswer"];
