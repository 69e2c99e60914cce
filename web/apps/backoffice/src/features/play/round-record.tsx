import { api, type RoundRecord as Recorded } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money, QueryError } from "@stakehouse/kit";
import { Button, CopyText, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileJson, FileSpreadsheet } from "lucide-react";
import { Device } from "~/app/device";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { saveFile, toCsv } from "~/list/csv";

/** What a regulator asks of a round beyond its drawing: funds, pools, place, session, paytable. */
export function RoundRecord({ id }: { id: string }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ["round-record", id],
    queryFn: () => api.roundRecord(id),
  });
  return (
    <Section title={t("round.record")}>
      {data ? (
        <>
          <Fields record={data} />
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              variant="secondary"
              icon={<FileSpreadsheet size={15} />}
              onClick={() => saveFile(`round-${id}.csv`, asCsv(data))}
            >
              {t("round.as_csv")}
            </Button>
            <Button
              size="sm"
              variant="secondary"
              icon={<FileJson size={15} />}
              onClick={() => saveFile(`round-${id}.json`, asJson(data))}
            >
              {t("round.as_json")}
            </Button>
          </div>
        </>
      ) : error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-80 w-full" />
      )}
    </Section>
  );
}

function Fields({ record }: { record: Recorded }) {
  const t = useT();
  const money = (amount: string) => <Money amount={amount} currency={record.currency} />;
  return (
    <FactList
      className="rounded-xl border p-4"
      items={[
        [t("round.funds_at_start"), money(record.funds_at_start)],
        [t("round.funds_at_end"), money(record.funds_at_end)],
        [t("round.wagered"), money(record.wagered)],
        [t("round.wagered_incentive"), money(record.wagered_incentive)],
        [t("round.won"), money(record.won)],
        [t("round.won_jackpot"), money(record.won_jackpot)],
        [t("round.contributions"), money(record.jackpot_contributions)],
        [t("round.purchases"), money(record.purchases)],
        [t("round.fees"), money(record.fees)],
        [t("round.denomination"), money(record.denomination)],
        [t("round.paytable"), record.paytable],
        [
          t("round.paytable_hash"),
          record.paytable_hash ? (
            <CopyText key="hash" text={record.paytable_hash} cut={10} />
          ) : (
            t("round.no_longer_held")
          ),
        ],
        [
          t("round.sessions"),
          record.sessions.length === 0 ? (
            t("none")
          ) : (
            <ul key="sessions" className="grid gap-1">
              {record.sessions.map((session) => (
                <li key={session.id} className="break-words">
                  <Link
                    to="/members/$id"
                    params={{ id: record.player_id }}
                    search={{ tab: "sessions", session: session.id }}
                    className="font-medium text-primary underline"
                  >
                    {session.address}
                  </Link>{" "}
                  · <Device agent={session.device} />
                </li>
              ))}
            </ul>
          ),
        ],
        [t("round.advice"), record.advice ?? t("none")],
      ]}
    />
  );
}

function asJson(record: Recorded): Blob {
  return new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" });
}

function asCsv(record: Recorded): Blob {
  const columns = (Object.keys(record) as (keyof Recorded)[]).map((name) => ({
    id: name,
    header: name,
    cell: () => null,
    text: (row: Recorded) => plain(row[name]),
  }));
  return new Blob([toCsv(columns, [record])], { type: "text/csv;charset=utf-8" });
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
