import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

type Options = Record<string, unknown>;

/** Asks the browser for the signature of a passkey; null when the person or the browser gave up. */
export async function signWithPasskey(options: Options): Promise<Record<string, unknown> | null> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON })
    .then((answer) => ({ ...answer }))
    .catch(() => null);
}

/** Asks the browser to make a passkey; null when the person or the browser gave up. */
export async function makePasskey(options: Options): Promise<Record<string, unknown> | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON })
    .then((answer) => ({ ...answer }))
    .catch(() => null);
}
