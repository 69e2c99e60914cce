import { api, type StaffJackpot } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money, Percent, QueryError } from "@stakehouse/kit";
import { Badge, EmptyState, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Gate } from "~/app/permissions";
import { useWord } from "~/app/word";

const REFETCH_MS = 5_000;
const BASIS_POINTS = 10_000;

/** The pools: what is in them, what feeds them, how they are won. */
export default function JackpotsPage() {
  return (
    <Gate permission="jackpots:view">
      <Jackpots />
    </Gate>
  );
}

function Jackpots() {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ["jackpots"],
    queryFn: api.jackpots,
    refetchInterval: REFETCH_MS,
  });
  return (
    <Page title={t("nav.jackpots")}>
      {error && !data && <QueryError error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <div className="empty">
          <EmptyState icon={<Sparkles size={22} />} title={t("jackpots.empty")}>
            {t("jackpots.empty_text")}
          </EmptyState>
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
        {data?.items.map((pool) => <Pool key={pool.id} pool={pool} />) ??
          (!error && <Skeleton className="h-64" />)}
      </div>
    </Page>
  );
}

function Pool({ pool }: { pool: StaffJackpot }) {
  const t = useT();
  const word = useWord();
  return (
    <section aria-label={pool.name} className="grid content-start gap-4 rounded-xl border p-5">
      <header className="flex items-center gap-3">
        <h2 className="font-semibold text-[0.9375rem]">{pool.name}</h2>
        <Badge tone="neutral" className="ml-auto">
          {word("level", pool.level)}
        </Badge>
      </header>
      <Money
        amount={pool.amount}
        currency={pool.currency}
        className="font-semibold text-3xl text-gold-text leading-9 tracking-tight"
      />
      <FactList
        items={[
          [t("jackpots.contribution"), <Percent key="share" value={pool.contribution_bp / BASIS_POINTS} />],
          [t("jackpots.seed"), <Money key="seed" amount={pool.seed_amount} currency={pool.currency} />],
          [t("jackpots.odds"), pool.odds_text],
          [
            t("jackpots.last_win"),
            pool.last_win ? (
              <span key="win">
                <Money amount={pool.last_win.amount} currency={pool.currency} />{" "}
                <span className="font-normal text-muted-foreground">
                  {pool.last_win.member_masked}, <Moment at={pool.last_win.at} />
                </span>
              </span>
            ) : (
              t("jackpots.never")
            ),
          ],
        ]}
      />
    </section>
  );
}
