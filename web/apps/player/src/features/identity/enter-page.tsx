import { account } from "@stakehouse/api/account";
import { player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { buttonClass, Callout, Spinner } from "@stakehouse/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { AuthFrame } from "./auth-frame";
import { useEntry } from "./entry";

/** Where one arrives from another house: the pass behind `#` signs in, once. */
export default function EnterPage() {
  const t = useT();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<string | null>(null);
  const begun = useRef(false);

  const entry = useEntry({
    enter: async (tokens) => {
      player.setTokens(tokens);
      await navigate({ to: "/account", replace: true });
    },
    onBack: () => void navigate({ to: "/sign-in", replace: true }),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a pass counts once, so it is sent once.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const passcode = window.location.hash.slice(1);
    window.history.replaceState(window.history.state, "", "/enter");
    if (!passcode) {
      setFailure(t("houses.enter.nothing"));
      return;
    }
    entry
      .attempt(() => account.enterWithPass(passcode))
      .catch((error: unknown) => setFailure(errorText(error)));
  }, []);

  return (
    <AuthFrame
      title={t(failure === null ? "houses.enter" : "houses.enter.failed")}
      lead={failure === null && t("houses.enter.lead")}
      motto={t("identity.motto")}
    >
      {entry.notice}
      {entry.step}
      {failure === null && !entry.notice && !entry.step && (
        <div className="grid place-items-center py-10">
          <Spinner />
        </div>
      )}
      {failure !== null && (
        <div className="grid gap-4" role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure} />
          <Link to="/sign-in" className={buttonClass("outline")}>
            {t("forgot.back")}
          </Link>
        </div>
      )}
    </AuthFrame>
  );
}
