import type { Tokens } from "./client";
import type { components } from "./generated/staff.gen";
import type { SecondFactor } from "./player.types";
import { staff } from "./staff";

type Schemas = components["schemas"];

export type OwnSession = Schemas["SessionAnswer"];
export type House = Schemas["HouseAnswer"];
export type TelegramBot = Schemas["BotAnswer"];
export type TelegramBotChange = Schemas["BotBody"];

const { request } = staff;

/** The calls about one's own way in, lost factors of others, and the house's Telegram bot. */
export const ownApi = {
  sessions: () => request<{ items: OwnSession[] }>("GET", "/me/sessions"),
  endSession: (id: string) => request<void>("DELETE", `/me/sessions/${id}`),
  endOtherSessions: () => request<void>("DELETE", "/me/sessions"),
  changePassword: (password: string, next: string) =>
    request<void>("PUT", "/me/password", { body: { password, new_password: next } }),
  forgotPassword: (email: string) =>
    request<void>("POST", "/auth/password/forgot", { body: { email }, anonymous: true }),
  resetPassword: (email: string, code: string, password: string) =>
    request<void>("POST", "/auth/password/reset", { body: { email, code, password }, anonymous: true }),

  houses: () => request<{ items: House[] }>("GET", "/me/houses"),
  passTo: (house: string) => request<{ passcode: string }>("POST", "/me/houses/pass", { body: { house } }),
  enterWithPass: (passcode: string) =>
    request<Tokens | SecondFactor>("POST", "/auth/pass", { body: { passcode }, anonymous: true }),

  resetFactorsOf: (whose: "members" | "staff", id: string, reason: string) =>
    request<{ id: string }>("POST", `/${whose}/${id}/reset-factors`, { body: { reason } }),

  endImpersonation: (id: string) => request<void>("POST", `/impersonations/${id}/end`),

  telegramBot: () => request<TelegramBot>("GET", "/telegram-bot"),
  setTelegramBot: (body: TelegramBotChange) => request<TelegramBot>("PUT", "/telegram-bot", { body }),
  removeTelegramBot: (reason: string) => request<void>("POST", "/telegram-bot/remove", { body: { reason } }),
};
