import type { components } from "./generated/player.gen";
import { player } from "./player";

type Schemas = components["schemas"];

export type DepositPrompt = Schemas["DepositPromptOut"];
export type DepositPromptAnswer = Schemas["LimitAnswerBody"] | Schemas["NoLimitAnswerBody"];
export type PromptPeriod = Schemas["LimitAnswerBody"]["period"];
export type PromptSource = DepositPromptAnswer["source"];

const { request } = player;

/** The question for a deposit limit, which some laws want asked. */
export const promptApi = {
  show: (currency: string | null) =>
    request<DepositPrompt>("GET", "/deposit-limit-prompt", { query: { currency } }),
  answer: (body: DepositPromptAnswer) => request<DepositPrompt>("POST", "/deposit-limit-prompt", { body }),
};
