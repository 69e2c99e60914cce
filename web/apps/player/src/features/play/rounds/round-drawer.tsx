import type { Round } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { buttonClass, Dialog } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { RoundSummary } from "./round-summary";

/** A round at a glance over the game, with the way to its page and its proof. */
export function RoundDrawer({ round, onClose }: { round: Round | null; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      open={round !== null}
      onClose={onClose}
      title={t("rounds.title")}
      shape="sheet"
      footer={
        round && (
          <Link to="/rounds/$id" params={{ id: round.id }} className={buttonClass("primary")}>
            <ShieldCheck size={18} aria-hidden="true" />
            {t("rounds.verify")}
          </Link>
        )
      }
    >
      {round && <RoundSummary round={round} />}
    </Dialog>
  );
}
