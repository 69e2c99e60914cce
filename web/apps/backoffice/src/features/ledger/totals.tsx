import type { Member, MemberTotals } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { addAmounts, Money, negate } from "@stakehouse/kit";
import { Skeleton } from "@stakehouse/ui";
import { useState } from "react";

/** What went through a member's hands since joining, in one currency at a time. */
export function Totals({ member }: { member: Member | undefined }) {
  const t = useT();
  const [currency, setCurrency] = useState<string>();
  const all = member ? [member.totals, ...member.other_totals] : [];
  const shown = all.find((totals) => totals.currency === currency) ?? all[0];
  return (
    <div className="grid gap-2">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border bg-border lg:grid-cols-5">
        <Total label={t("member.deposited")} totals={shown} of={(totals) => totals.deposited} />
        <Total label={t("member.withdrawn")} totals={shown} of={(totals) => totals.withdrawn} />
        <Total label={t("column.wagered")} totals={shown} of={(totals) => totals.wagered} />
        <Total label={t("column.won")} totals={shown} of={(totals) => totals.won} />
        <Total
          label={t("member.result")}
          totals={shown}
          of={(totals) => addAmounts(totals.won, negate(totals.wagered))}
          signed
        />
      </dl>
      {all.length > 1 && (
        <div className="flex flex-wrap gap-1">
          {all.map((totals) => (
            <button
              key={totals.currency}
              type="button"
              aria-pressed={totals === shown}
              onClick={() => setCurrency(totals.currency)}
              className="min-h-7 rounded-full px-2.5 text-muted-foreground text-xs hover:bg-muted aria-pressed:bg-primary-soft aria-pressed:font-medium aria-pressed:text-primary"
            >
              {totals.currency}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface TotalProps {
  label: string;
  totals: MemberTotals | undefined;
  of: (totals: MemberTotals) => string;
  signed?: boolean;
}

function Total({ label, totals, of, signed = false }: TotalProps) {
  return (
    <div className="min-w-0 bg-card px-4 py-3 max-lg:last:col-span-2">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="mt-1 h-6">
        {totals ? (
          <Money
            amount={of(totals)}
            currency={totals.currency}
            signed={signed}
            toned={signed}
            className="font-semibold text-base"
          />
        ) : (
          <Skeleton className="h-5 w-24" />
        )}
      </dd>
    </div>
  );
}
