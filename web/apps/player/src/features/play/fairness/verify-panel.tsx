import { useT } from "@stakehouse/i18n";
import { Button, buttonClass, Callout, Card, CopyText } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { type Checked, check } from "./check";
import type { Receipt } from "./receipt";
import { VerdictView } from "./verdict-view";

/** Computes a round again in this browser and compares it with the record. */
export function VerifyPanel({ receipt, isOpen = false }: { receipt: Receipt; isOpen?: boolean }) {
  const t = useT();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);

  async function run(): Promise<void> {
    setBusy(true);
    setChecked(await check(receipt));
    setBusy(false);
  }

  return (
    <Card className="grid gap-4 p-5">
      <header className="flex items-center gap-3">
        <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-primary-soft text-primary">
          <ShieldCheck size={22} aria-hidden="true" />
        </span>
        <div>
          <h2 className="display text-2xl">{t("verify.title")}</h2>
          <p className="text-muted-foreground text-sm">{t("verify.here")}</p>
        </div>
      </header>
      {!receipt.server_seed ? (
        <Callout title={t("verify.waiting.title")}>
          <p>{t(isOpen ? "verify.waiting.open" : "verify.waiting.body")}</p>
          {!isOpen && (
            <Link to="/fairness" className={buttonClass("outline", "sm", "mt-2")}>
              {t("verify.waiting.rotate")}
            </Link>
          )}
        </Callout>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button icon={<ShieldCheck size={18} />} busy={busy} onClick={() => void run()}>
            {t("rounds.verify")}
          </Button>
          <span className="text-muted-foreground text-sm">
            {t("verify.receipt")} <CopyText text={JSON.stringify(receipt)} cut={8} />
          </span>
        </div>
      )}
      {checked && <VerdictView checked={checked} />}
    </Card>
  );
}
