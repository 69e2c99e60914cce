import type { ApiClient, Tokens } from "@stakehouse/api";
import type { AddedFactor, AuthenticatorKey, Challenge, Security } from "@stakehouse/api/player";

/** An answer to a challenge: the method and what it asks for. */
export interface Reply {
  challenge: string;
  method: string;
  code?: string;
  password?: string;
  passkey?: Record<string, unknown>;
}

/** The calls about second factors; both faces have the same. */
export function securityCalls({ request }: Pick<ApiClient, "request">) {
  const post = <T>(path: string, body?: unknown) => request<T>("POST", path, { body });
  const open = <T>(path: string, body?: unknown) => request<T>("POST", path, { body, anonymous: true });
  return {
    security: () => request<Security>("GET", "/security"),
    beginApp: () => post<AuthenticatorKey>("/security/totp"),
    confirmApp: (code: string) => post<AddedFactor>("/security/totp/confirm", { code }),
    addEmail: () => post<AddedFactor>("/security/email"),
    beginPhone: (phone: string) => post<Challenge>("/security/sms", { phone }),
    confirmPhone: (challenge: string, code: string) =>
      post<AddedFactor>("/security/sms/confirm", { challenge, code }),
    removeFactor: (kind: string) => request<void>("DELETE", `/security/factors/${kind}`),
    renewCodes: () => post<{ recovery_codes: string[] }>("/security/recovery-codes"),
    beginPasskey: () => post<Challenge>("/security/passkeys/options"),
    addPasskey: (challenge: string, name: string, passkey: unknown) =>
      post<AddedFactor>("/security/passkeys", { challenge, name, passkey }),
    renamePasskey: (id: string, name: string) =>
      request<void>("PATCH", `/security/passkeys/${id}`, { body: { name } }),
    removePasskey: (id: string) => request<void>("DELETE", `/security/passkeys/${id}`),
    endOthers: () => post<{ sessions_ended: number }>("/security/end-other-sessions"),

    send: (challenge: string, method: string) =>
      open<{ sent_to: string }>("/auth/second-factor/send", { challenge, method }),
    finishSignIn: (reply: Reply) => open<Tokens>("/auth/second-factor", reply),
    startPasskeySignIn: () => open<Challenge>("/auth/passkey/options"),
    finishPasskeySignIn: (challenge: string, passkey: unknown) =>
      open<Tokens>("/auth/passkey", { challenge, passkey }),
    startStepUp: () => post<Challenge>("/auth/step-up"),
    answerStepUp: (reply: Reply) => post<{ stepped_up_until: string }>("/auth/step-up/answer", reply),
  };
}

export type SecurityCalls = ReturnType<typeof securityCalls>;
