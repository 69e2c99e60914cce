import { useT } from "@stakehouse/i18n";
import { Button, Card, Field, Input, Select, Tabs } from "@stakehouse/ui";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Page } from "~/app/page";
import { TransactionsTable } from "~/features/ledger/transactions-table";
import { GameOptions } from "~/features/play/rounds/game-options";
import { RoundsTable } from "~/features/play/rounds/rounds-table";

const route = getRouteApi("/member/history");

const KINDS = [
  "deposit",
  "withdrawal_hold",
  "withdrawal_capture",
  "withdrawal_release",
  "bet",
  "win",
  "jackpot_win",
  "adjustment",
] as const;
const STATUSES = ["open", "settled", "void"] as const;

/** Days chosen by people, as instants the server filters by: from its first to its last moment. */
function instant(day: string | undefined, time: string): string | undefined {
  return day ? new Date(`${day}T${time}`).toISOString() : undefined;
}

/** Everything that moved and everything that was played; what is looked at stands in the URL. */
export default function HistoryPage() {
  const t = useT();
  const navigate = useNavigate();
  const search = route.useSearch();
  const tab = search.tab === "rounds" ? "rounds" : "transactions";
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: "/history", search: { ...search, ...changed }, replace: true, resetScroll: false });
  const period = { from: instant(search.from, "00:00:00"), to: instant(search.to, "23:59:59.999") };
  const isFiltered = Boolean(search.kind || search.game || search.status || search.from || search.to);
  return (
    <Page title={t("nav.history")}>
      <Tabs
        label={t("nav.history")}
        value={tab}
        onChange={(next) =>
          void navigate({
            to: "/history",
            search: { tab: next === "rounds" ? next : undefined },
            replace: true,
          })
        }
        tabs={[
          { value: "transactions", label: t("history.transactions") },
          { value: "rounds", label: t("history.rounds") },
        ]}
      >
        <div className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-4 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]">
          {tab === "transactions" ? (
            <Field label={t("history.what")} className="max-sm:col-span-2 sm:col-span-2">
              <Select
                value={search.kind ?? ""}
                onChange={(event) => change({ kind: event.target.value || undefined })}
              >
                <option value="">{t("history.any")}</option>
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t("ledger.kind", { kind })}
                  </option>
                ))}
              </Select>
            </Field>
          ) : (
            <>
              <Field label={t("rounds.game")}>
                <Select
                  value={search.game ?? ""}
                  onChange={(event) => change({ game: event.target.value || undefined })}
                >
                  <option value="">{t("history.any")}</option>
                  <GameOptions />
                </Select>
              </Field>
              <Field label={t("rounds.status")}>
                <Select
                  value={search.status ?? ""}
                  onChange={(event) => change({ status: event.target.value || undefined })}
                >
                  <option value="">{t("history.any")}</option>
                  {STATUSES.map((status) => (
                    <option key={status} value={status}>
                      {t("rounds.status_of", { status })}
                    </option>
                  ))}
                </Select>
              </Field>
            </>
          )}
          <Field label={t("history.from")}>
            <Input
              type="date"
              value={search.from ?? ""}
              max={search.to}
              onChange={(event) => change({ from: event.target.value || undefined })}
            />
          </Field>
          <Field label={t("history.to")}>
            <Input
              type="date"
              value={search.to ?? ""}
              min={search.from}
              onChange={(event) => change({ to: event.target.value || undefined })}
            />
          </Field>
          {isFiltered && (
            <Button
              variant="ghost"
              className="h-12!"
              onClick={() => void navigate({ to: "/history", search: { tab: search.tab }, replace: true })}
            >
              {t("action.clear_filters")}
            </Button>
          )}
        </div>
        <Card className="p-2 sm:p-3">
          {tab === "transactions" ? (
            <TransactionsTable filter={{ kind: search.kind, ...period }} />
          ) : (
            <RoundsTable filter={{ game: search.game, status: search.status, ...period }} />
          )}
        </Card>
      </Tabs>
    </Page>
  );
}
