import { api, type StaffRound } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, Field, Input, toast } from "@stakehouse/ui";
import { useMutation } from "@tanstack/react-query";
import { FileJson, FileSpreadsheet } from "lucide-react";
import { useCallback, useState } from "react";
import { saveFile } from "~/list/csv";
import { EmbeddedList } from "~/list/embedded-list";
import { useList } from "~/list/use-list";
import { useRoundColumns } from "./round-columns";

/** What a member played, newest first, and the records of a time as a file. */
export function MemberRounds({ memberId }: { memberId: string }) {
  const t = useT();
  const fetchPage = useCallback(
    (query: Record<string, string>) => api.memberRounds(memberId, query),
    [memberId],
  );
  const list = useList<StaffRound>(`rounds.${memberId}`, fetchPage);
  const columns = useRoundColumns().filter((column) => column.id !== "member");
  return (
    <div className="grid gap-4">
      <EmbeddedList
        caption={t("nav.rounds")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        link={(row) => ({ to: "/rounds/$id", params: { id: row.id } })}
        order={{ column: "created_at", direction: "descending" }}
        empty={t("member.no_rounds")}
      />
      <Records memberId={memberId} />
    </div>
  );
}

/** The days are those of the reader. */
function Records({ memberId }: { memberId: string }) {
  const t = useT();
  const errorText = useErrorText();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const fetchFile = useMutation({
    mutationFn: async (format: "csv" | "json") => {
      const query = {
        format,
        ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
        ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
      };
      saveFile(`rounds-${memberId}.${format}`, await api.roundsFile(memberId, query));
    },
    onError: (error) => toast(errorText(error), "danger"),
  });
  return (
    <section aria-label={t("rounds.records")} className="grid gap-3 rounded-xl border p-4">
      <h3 className="font-semibold text-sm">{t("rounds.records")}</h3>
      <p className="text-[0.8125rem] text-muted-foreground">{t("rounds.records_text")}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t("filter.from")}>
          <Input type="date" value={from} max={to || undefined} onChange={(e) => setFrom(e.target.value)} />
        </Field>
        <Field label={t("filter.to")}>
          <Input type="date" value={to} min={from || undefined} onChange={(e) => setTo(e.target.value)} />
        </Field>
        <Button
          variant="secondary"
          busy={fetchFile.isPending && fetchFile.variables === "csv"}
          icon={<FileSpreadsheet size={15} />}
          onClick={() => fetchFile.mutate("csv")}
        >
          {t("round.as_csv")}
        </Button>
        <Button
          variant="secondary"
          busy={fetchFile.isPending && fetchFile.variables === "json"}
          icon={<FileJson size={15} />}
          onClick={() => fetchFile.mutate("json")}
        >
          {t("round.as_json")}
        </Button>
      </div>
    </section>
  );
}
