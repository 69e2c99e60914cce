import { useT } from "@stakehouse/i18n";
import { formatMoney } from "@stakehouse/kit";
import { Button, cx } from "@stakehouse/ui";
import type { ReactNode } from "react";
import { useSignedIn } from "~/app/session";
import type { Stake } from "./use-stake";

interface BetPanelProps {
  stake: Stake;
  /** The amount the button will bet when it is not the stake field's (the sum of chips on a table). */
  total?: string;
  busy: boolean;
  /** What the button says where there is no amount yet. */
  idleLabel?: string;
  /** Keeps the panel in sight at the bottom of a phone, for boards longer than the screen. */
  sticky?: boolean;
  /** No bet can be placed now, whatever the amount. */
  blocked?: boolean;
  failure: string | null;
  onBet: (amount: string) => void;
  /** Replaces the bet button, in the middle of a round. */
  action?: ReactNode;
  hideAmount?: boolean;
  children?: ReactNode;
}

/** Where the next bet is set and placed; the same in every game. */
export function BetPanel(props: BetPanelProps) {
  const { stake, total, busy, blocked = false, failure, onBet, action, hideAmount = false, children } = props;
  const { idleLabel, sticky = false } = props;
  const t = useT();
  const signedIn = useSignedIn();
  const amount = hideAmount ? total : stake.amount;
  const label = amount ? formatMoney(amount, stake.currency) : "";
  return (
    <form
      className={cx(
        "grid content-start gap-4 rounded-2xl border bg-card p-4 shadow-card sm:p-5",
        sticky && "max-lg:gap-3 max-lg:p-3 max-lg:shadow-float",
      )}
      onSubmit={(event) => {
        event.preventDefault();
        if (amount && !busy && !blocked) onBet(amount);
      }}
    >
      {!hideAmount && <AmountField stake={stake} disabled={busy || Boolean(action)} />}
      {children}
      {action ? (
        <div className="max-lg:order-first">{action}</div>
      ) : (
        <Button
          type="submit"
          size="lg"
          busy={busy}
          disabled={!amount || blocked}
          className={cx("h-14! text-lg!", !sticky && "max-lg:order-first")}
        >
          {signedIn
            ? amount
              ? t("play.bet", { amount: label })
              : (idleLabel ?? t("play.amount"))
            : t("play.sign_in")}
        </Button>
      )}
      {failure && (
        <p
          role="alert"
          className="rounded-lg bg-danger-soft px-3 py-2.5 text-danger text-sm max-lg:order-first"
        >
          {failure}
        </p>
      )}
    </form>
  );
}

export function AmountField({ stake, disabled }: { stake: Stake; disabled: boolean }) {
  const t = useT();
  const wrong = stake.typed !== "" && !stake.amount;
  const steps = [
    { text: "½", name: t("play.half"), act: stake.halve },
    { text: "2×", name: t("play.double"), act: stake.double },
    { text: t("play.min"), name: null, act: stake.min },
    { text: t("play.max"), name: null, act: stake.max },
  ];
  return (
    <div className="grid gap-1.5">
      <label htmlFor="stake" className="flex justify-between text-sm">
        <span className="font-medium">{t("play.amount")}</span>
        <span className={cx("text-xs", wrong ? "text-danger" : "text-muted-foreground")}>
          {formatMoney(stake.low, stake.currency)} – {formatMoney(stake.high, stake.currency)}
        </span>
      </label>
      <div
        className={cx(
          "grid h-13 grid-cols-[auto_1fr_auto] items-center overflow-hidden rounded-lg border border-input bg-background",
          "focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-2",
        )}
      >
        <span aria-hidden="true" className="pl-3.5 text-muted-foreground text-sm max-[22rem]:hidden">
          {stake.currency}
        </span>
        <input
          id="stake"
          inputMode="decimal"
          autoComplete="off"
          value={stake.typed}
          disabled={disabled}
          aria-invalid={wrong || undefined}
          onChange={(event) => stake.setTyped(event.target.value)}
          className="figures h-full min-w-0 bg-transparent px-2.5 font-semibold text-lg outline-none disabled:opacity-70"
        />
        <span className="flex h-full items-center gap-1 pr-1.5">
          {steps.map(({ text, name, act }) => (
            <button
              key={text}
              type="button"
              disabled={disabled}
              onClick={act}
              className="h-10 min-w-10 rounded-md max-[22rem]:min-w-8 max-[22rem]:px-1.5! bg-muted px-2 font-semibold text-muted-foreground text-sm transition-colors hover:bg-border hover:text-foreground disabled:opacity-60"
            >
              {text}
              {name && <span className="sr-only"> ({name})</span>}
            </button>
          ))}
        </span>
      </div>
      {!stake.isAffordable && <p className="text-danger text-sm">{t("play.too_much")}</p>}
    </div>
  );
}
