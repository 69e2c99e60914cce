import { account } from "@stakehouse/api/account";
import { player, type TelegramOutcome } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { buttonClass, Callout, Spinner } from "@stakehouse/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { AuthFrame } from "./auth-frame";
import { useEntry } from "./entry";
import { readReturn, takeFlow } from "./telegram";
import { TelegramRegistration, type Ticket } from "./telegram-registration";

type Stage = { at: "asking" } | { at: "failed"; message: string } | { at: "new"; ticket: Ticket };

/** Where Telegram brings people back: signs in, links, or lets somebody new register. */
export default function TelegramPage() {
  const t = useT();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [stage, setStage] = useState<Stage>({ at: "asking" });
  const begun = useRef(false);

  const entry = useEntry({
    enter: async (tokens) => {
      player.setTokens(tokens);
      await navigate({ to: "/", replace: true });
    },
    onBack: () => void navigate({ to: "/sign-in", replace: true }),
  });

  async function settle(ask: () => Promise<TelegramOutcome>): Promise<void> {
    await entry.attempt(async () => {
      const outcome = await ask();
      if (!("registration" in outcome)) return outcome;
      setStage({ at: "new", ticket: outcome.registration });
      return null;
    });
  }

  async function come(): Promise<void> {
    const back = readReturn(window.location);
    const flow = takeFlow(sessionStorage);
    // What Telegram signed counts once and is nobody else's business: it leaves the address bar at once.
    window.history.replaceState(window.history.state, "", "/sign-in/telegram");
    if (!back) {
      setStage({ at: "failed", message: t("telegram.error.nothing") });
      return;
    }
    const links = player.signedIn() && (flow?.links ?? false);
    if (back.kind !== "openid") {
      await settle(() => account.telegramSignIn(back));
      return;
    }
    if (!flow) {
      setStage({ at: "failed", message: t("telegram.error.nothing") });
      return;
    }
    const proof = { flow: flow.flow, state: back.state, code: back.code };
    if (links) {
      await account.linkTelegram(proof);
      await navigate({ to: "/account/sign-in", replace: true });
      return;
    }
    await settle(() => account.telegramFinish(proof));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was signed counts once, so it is sent once.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    come().catch((error: unknown) => setStage({ at: "failed", message: errorText(error) }));
  }, []);

  if (stage.at === "new") return <TelegramRegistration ticket={stage.ticket} />;
  return (
    <AuthFrame title={t("telegram.title")} lead={t("telegram.lead")} motto={t("identity.motto")}>
      {entry.notice}
      {entry.step}
      {stage.at === "asking" && !entry.notice && !entry.step && (
        <div className="grid place-items-center py-10">
          <Spinner />
        </div>
      )}
      {stage.at === "failed" && (
        <div className="grid gap-4" role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={stage.message} />
          <Link to="/sign-in" className={buttonClass("outline")}>
            {t("telegram.back")}
          </Link>
        </div>
      )}
    </AuthFrame>
  );
}
