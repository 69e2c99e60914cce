import type { ApiClient, Tokens } from "@stakehouse/api";
import type { Challenge } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Button } from "@stakehouse/ui";
import { type Reply, securityCalls } from "./calls";
import { ChallengeForm } from "./challenge-form";
import { signWithPasskey } from "./passkey";

interface SecondStepProps {
  client: ApiClient;
  challenge: Challenge;
  onTokens: (tokens: Tokens) => Promise<void>;
  /** Takes a refusal that this form has no word for; true if it was taken. */
  onRefused?: (error: unknown) => boolean;
  onBack: () => void;
}

/** The second step of a sign-in. */
export default function SecondStep({ client, challenge, onTokens, onRefused, onBack }: SecondStepProps) {
  const t = useT();
  const calls = securityCalls(client);

  async function finish(reply: Reply) {
    try {
      await onTokens(await calls.finishSignIn(reply));
    } catch (error) {
      if (!onRefused?.(error)) throw error;
    }
  }

  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{t("security.sign_in.title")}</h2>
        <p className="text-muted-foreground">{t("security.sign_in.lead")}</p>
      </div>
      <ChallengeForm challenge={challenge} calls={calls} onReply={finish} />
      <Button variant="ghost" onClick={onBack}>
        {t("security.back")}
      </Button>
    </div>
  );
}

/** Signs in with nothing but a passkey; null when the person or the browser gave up. */
export async function signInWithPasskey(client: ApiClient): Promise<Tokens | null> {
  const calls = securityCalls(client);
  const asked = await calls.startPasskeySignIn();
  const signed = asked.passkey ? await signWithPasskey(asked.passkey) : null;
  return signed && (await calls.finishPasskeySignIn(asked.challenge, signed));
}
