import type { Tokens } from "./client";
import { player } from "./player";
import type * as T from "./player.types";

const { request } = player;
const anonymous = { anonymous: true };

/** The calls about one's own sign-in and data; apart from the others, because few pages need them. */
export const account = {
  forgotPassword: (email: string) =>
    request<{ status: string }>("POST", "/auth/password/forgot", { body: { email }, ...anonymous }),
  resetPassword: (body: { email: string; code: string; password: string }) =>
    request<void>("POST", "/auth/password/reset", { body, ...anonymous }),
  telegramWays: () => request<T.TelegramWays>("GET", "/auth/telegram", anonymous),
  telegramSignIn: (body: { kind: "mini_app" | "widget"; data: string }) =>
    request<T.TelegramOutcome>("POST", "/auth/telegram", { body, ...anonymous }),
  telegramBegin: () => request<{ url: string; flow: string }>("POST", "/auth/telegram/openid", anonymous),
  telegramFinish: (body: T.TelegramProof) =>
    request<T.TelegramOutcome>("POST", "/auth/telegram/openid/finish", { body, ...anonymous }),
  telegramRegister: (body: T.TelegramRegistration) =>
    request<{ status: string }>("POST", "/auth/telegram/register", { body, ...anonymous }),
  enterWithPass: (passcode: string) =>
    request<Tokens | T.SecondFactor>("POST", "/auth/pass", { body: { passcode }, ...anonymous }),
  changePassword: (body: { password: string; new_password: string }) =>
    request<void>("PUT", "/me/password", { body }),
  changeEmail: (body: { email: string; password: string }) =>
    request<{ status: string }>("POST", "/me/email", { body }),
  confirmEmail: (code: string) => request<{ email: string }>("POST", "/me/email/confirm", { body: { code } }),
  telegramLink: () => request<T.TelegramLink>("GET", "/me/telegram"),
  linkTelegram: (body: T.TelegramProof) => request<T.TelegramLink>("PUT", "/me/telegram/openid", { body }),
  unlinkTelegram: () => request<void>("DELETE", "/me/telegram"),
  houses: () => request<{ items: T.House[] }>("GET", "/me/houses"),
  passTo: (house: string) => request<{ passcode: string }>("POST", "/me/houses/pass", { body: { house } }),
  exports: () => request<{ items: T.DataExport[] }>("GET", "/me/exports"),
  askForExport: () => request<T.DataExport>("POST", "/me/exports"),
  exportLink: (id: string) => request<{ url: string }>("POST", `/me/exports/${id}/link`),
  closing: () => request<T.Departure>("GET", "/me/closing"),
  closeAccount: (password: string) =>
    request<void>("POST", "/me/closing", { body: { password, accept_losses: true } }),
};
