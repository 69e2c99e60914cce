import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, Dialog } from "@stakehouse/ui";
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Column } from "./columns";
import { collect, saveFile, toCsv } from "./csv";
import type { Filters, Page } from "./use-list";

const ROWS_A_FETCH = "200";
const ROWS_MOST = 20_000;

interface ExportDialogProps<Row> {
  name: string;
  columns: readonly Column<Row>[];
  filters: Filters;
  fetchPage: (query: Filters & { limit?: string }, signal?: AbortSignal) => Promise<Page<Row>>;
  onClose: () => void;
}

type State =
  | { at: "ready" }
  | { at: "working"; rows: number }
  | { at: "done"; rows: number; isWhole: boolean }
  | { at: "failed"; text: string };

/** Writes what matches into a CSV file, with the count as it goes. */
export default function ExportDialog<Row>({
  name,
  columns,
  filters,
  fetchPage,
  onClose,
}: ExportDialogProps<Row>) {
  const t = useT();
  const errorText = useErrorText();
  const [state, setState] = useState<State>({ at: "ready" });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function run() {
    const control = new AbortController();
    abort.current = control;
    setState({ at: "working", rows: 0 });
    try {
      const { rows, isWhole } = await collect<Row>({
        fetchPage: (cursor) =>
          fetchPage({ ...filters, limit: ROWS_A_FETCH, ...(cursor ? { cursor } : {}) }, control.signal),
        most: ROWS_MOST,
        onProgress: (count) => setState({ at: "working", rows: count }),
        signal: control.signal,
      });
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`${name}-${day}.csv`, new Blob([toCsv(columns, rows)], { type: "text/csv" }));
      setState({ at: "done", rows: rows.length, isWhole });
    } catch (error) {
      if (!control.signal.aborted) setState({ at: "failed", text: errorText(error) });
    }
  }

  const narrowed = Object.keys(filters).length > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("export.title")}
      footer={
        state.at === "done" ? (
          <Button onClick={onClose}>{t("action.close")}</Button>
        ) : (
          <>
            <Button variant="ghost" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button icon={<Download size={16} />} busy={state.at === "working"} onClick={run} data-autofocus>
              {t("export.run")}
            </Button>
          </>
        )
      }
    >
      <p>{t(narrowed ? "export.matching" : "export.all", { most: ROWS_MOST })}</p>
      <p className="mt-2 text-muted-foreground">{t("export.format")}</p>
      <p role="status" className="figures mt-4 min-h-5 font-medium">
        {state.at === "working" && t("export.working", { rows: state.rows })}
        {state.at === "done" && t(state.isWhole ? "export.done" : "export.cut", { rows: state.rows })}
        {state.at === "failed" && <span className="text-danger">{state.text}</span>}
      </p>
    </Dialog>
  );
}
