import { api, type WatchlistVersion } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, Callout, Dialog, Field, Input, Select, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ReasonDialog } from "~/app/reason-dialog";
import { HitView } from "./hit-view";

const FORMATS = ["opensanctions_csv", "ftm_json", "ofac_xml", "ofac_csv"] as const;

/** How a list was written. */
export type WatchlistFormat = (typeof FORMATS)[number];

/** Sends a file, which becomes the next version of a list. */
export function LoadDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState("");
  const [format, setFormat] = useState<string>(FORMATS[0]);
  const [error, setError] = useState<string | null>(null);
  const load = useMutation({
    mutationFn: (given: File) => {
      const code = title
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 40);
      return api.loadWatchlist({ code, title: title.trim(), format, file_name: given.name }, given);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["watchlists"] });
      toast(t("aml.load_begun"), "success");
      onClose();
    },
    onError: (failure) => setError(errorText(failure)),
  });

  function send(event: FormEvent) {
    event.preventDefault();
    if (load.isPending) return;
    if (!file || title.trim().length < 2) setError(t("aml.load_needed"));
    else load.mutate(file);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("aml.load")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" form="load-list" busy={load.isPending}>
            {t("aml.load")}
          </Button>
        </>
      }
    >
      <form id="load-list" onSubmit={send} className="grid gap-4">
        <p>{t("aml.load_effect")}</p>
        <Field label={t("aml.title")} hint={t("aml.title_hint")}>
          <Input value={title} maxLength={40} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label={t("aml.format")}>
          <Select value={format} onChange={(event) => setFormat(event.target.value)}>
            {FORMATS.map((value) => (
              <option key={value} value={value}>
                {t(`aml.format.${value}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("aml.file")} error={error}>
          <input
            type="file"
            accept=".csv,.json,.jsonl,.xml,.zip"
            className="min-h-11 w-full text-sm"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setError(null);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}

/** Puts a version in force. */
export function ActivateDialog({ version, onClose }: { version: WatchlistVersion; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const activate = useMutation({
    mutationFn: (reason: string) => api.activateWatchlist(version.id, reason),
    onSuccess: () => {
      toast(t("aml.activated"), "success");
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ["watchlists"] }),
  });
  return (
    <ReasonDialog
      title={t("aml.activate_title", { title: version.title, number: version.number })}
      confirm={t("aml.activate")}
      onClose={onClose}
      onSend={(reason) => activate.mutateAsync(reason)}
    >
      <p>{t("aml.activate_effect")}</p>
      {version.removed > version.entries && (
        <Callout tone="warning" title={t("aml.many_removed", { count: version.removed })} />
      )}
    </ReasonDialog>
  );
}

/** Searches the lists for a name, without any member. */
export function TryDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const [name, setName] = useState("");
  const [born, setBorn] = useState("");
  const search = useMutation({ mutationFn: () => api.tryName(name.trim(), born || null) });
  return (
    <Dialog open onClose={onClose} title={t("aml.try")} shape="side" className="w-[min(46rem,100vw)]!">
      <form
        className="grid items-end gap-4 sm:grid-cols-[1fr_11rem_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim().length > 1) search.mutate();
        }}
      >
        <Field label={t("aml.name")}>
          <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t("aml.born")}>
          <Input type="date" value={born} onChange={(event) => setBorn(event.target.value)} />
        </Field>
        <Button type="submit" busy={search.isPending}>
          {t("aml.try_submit")}
        </Button>
      </form>
      <div role="status" className="mt-5 grid gap-5">
        {search.error && <p className="text-danger">{errorText(search.error)}</p>}
        {search.data && (
          <p className="text-muted-foreground text-sm">
            {t("aml.tried", { hits: search.data.hits.length, count: search.data.candidates })}
          </p>
        )}
        {search.data?.hits.map((hit) => (
          <HitView key={`${hit.list_title} ${hit.entry.ref}`} hit={hit} />
        ))}
      </div>
    </Dialog>
  );
}
