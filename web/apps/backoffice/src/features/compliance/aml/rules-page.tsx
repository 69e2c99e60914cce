import { api, type MonitoringKind, type MonitoringRule } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError, useErrorText } from "@stakehouse/kit";
import {
  Badge,
  Button,
  Dialog,
  Field,
  Input,
  Select,
  Skeleton,
  Switch,
  Textarea,
  toast,
} from "@stakehouse/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { FactList } from "~/app/fact-list";
import { Page } from "~/app/page";
import { Gate, useCan } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import { Severity } from "./cases-page";
import { TriedRule } from "./tried-rule";

const SEVERITIES = ["low", "medium", "high"];
const TRIED_DAYS = 30;

/** What payments and sign-ins are watched for, as data of the tenant. */
export default function RulesPage() {
  return (
    <Gate permission="aml:view">
      <Rules />
    </Gate>
  );
}

function Rules() {
  const t = useT();
  const can = useCan();
  const [editing, setEditing] = useState<MonitoringRule | null>(null);
  const found = useQuery({ queryKey: ["monitoring-rules"], queryFn: () => api.monitoringRules() });
  const kindOf = (rule: MonitoringRule) => found.data?.kinds.find((kind) => kind.kind === rule.kind);
  const edited = editing && kindOf(editing);
  return (
    <Page title={t("nav.monitoring")}>
      <p className="max-w-prose text-muted-foreground text-sm">{t("aml.rules_text")}</p>
      {found.error && !found.data ? (
        <QueryError error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ul className="grid gap-3 lg:grid-cols-2">
          {found.data.rules.map((rule) => (
            <li key={rule.id} className="grid content-start gap-3 rounded-xl border p-4">
              <div className="flex flex-wrap items-center gap-2">
                <h2 className="font-semibold text-[0.9375rem]">{rule.title}</h2>
                <Severity row={rule} />
                <span className="ml-auto">
                  <State group="aml" value={rule.is_on ? "on" : "off"} />
                </span>
              </div>
              <p className="text-[0.8125rem] text-muted-foreground">{kindOf(rule)?.description}</p>
              <FactList
                items={fieldsOf(kindOf(rule)).map((field) => [
                  field.title,
                  String(rule.parameters[field.name] ?? "") || t("none"),
                ])}
              />
              <div className="flex items-center gap-2">
                <Badge>{t("aml.version", { number: rule.version })}</Badge>
                <Button size="sm" variant="secondary" className="ml-auto" onClick={() => setEditing(rule)}>
                  {t(can("aml:configure") ? "aml.edit" : "aml.dry_run")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
      {editing && edited && (
        <RuleDialog key={editing.id} rule={editing} kind={edited} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}

interface ParameterField {
  name: string;
  title: string;
  isNumber: boolean;
  options: string[] | null;
}

/** The parameters of a kind, read from its schema. */
function fieldsOf(kind: MonitoringKind | undefined): ParameterField[] {
  const properties = (kind?.parameters.properties ?? {}) as Record<string, Record<string, unknown>>;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    title: String(schema.title ?? name),
    isNumber: schema.type === "integer",
    options: Array.isArray(schema.enum) ? schema.enum.map(String) : null,
  }));
}

function RuleDialog({
  rule,
  kind,
  onClose,
}: {
  rule: MonitoringRule;
  kind: MonitoringKind;
  onClose: () => void;
}) {
  const t = useT();
  const word = useWord();
  const can = useCan();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const fields = fieldsOf(kind);
  const [draft, setDraft] = useState(rule);
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name }) => [name, String(rule.parameters[name] ?? "")])),
  );
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const parameters = () =>
    Object.fromEntries(
      fields.map(({ name, isNumber }) => [name, isNumber ? Number(values[name]) : (values[name] ?? "")]),
    );
  const tried = useMutation({
    mutationFn: () => api.dryRun(rule.kind, parameters(), TRIED_DAYS),
    onError: (failure) => toast(errorText(failure), "danger"),
  });
  const save = useMutation({
    mutationFn: () =>
      api.changeRule(rule.id, {
        title: draft.title,
        is_on: draft.is_on,
        severity: draft.severity,
        is_blocking: draft.is_blocking,
        parameters: parameters(),
        reason: reason.trim(),
        version: rule.version,
      }),
    onSuccess: () => {
      toast(t("aml.rule_saved"), "success");
      onClose();
    },
    onError: (failure) => setError(errorText(failure)),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["monitoring-rules"] }),
  });

  function send(event: FormEvent) {
    event.preventDefault();
    if (reason.trim().length < 3) setError(t("reason.needed"));
    else save.mutate();
  }

  return (
    <Dialog open onClose={onClose} title={rule.title} shape="side" className="w-[min(40rem,100vw)]!">
      <form onSubmit={send} className="grid gap-4">
        <p className="text-muted-foreground text-sm">{kind.description}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map((field) => (
            <Field key={field.name} label={field.title}>
              {field.options ? (
                <Select
                  value={values[field.name]}
                  onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
                >
                  {field.options.map((option) => (
                    <option key={option} value={option}>
                      {word("aml", option)}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  inputMode={field.isNumber ? "numeric" : "decimal"}
                  value={values[field.name]}
                  onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label={t("aml.severity")}>
            <Select
              value={draft.severity}
              onChange={(event) =>
                setDraft({ ...draft, severity: event.target.value as MonitoringRule["severity"] })
              }
            >
              {SEVERITIES.map((value) => (
                <option key={value} value={value}>
                  {word("aml", value)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Switch
          checked={draft.is_on}
          onChange={(is_on) => setDraft({ ...draft, is_on })}
          label={t("aml.rule_on")}
        />
        <Switch
          checked={draft.is_blocking}
          onChange={(is_blocking) => setDraft({ ...draft, is_blocking })}
          label={t("aml.rule_blocks")}
          hint={t("aml.rule_blocks_hint")}
        />
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" busy={tried.isPending} onClick={() => tried.mutate()}>
            {t("aml.dry_run")}
          </Button>
        </div>
        {tried.data && <TriedRule run={tried.data} />}
        {can("aml:configure") && (
          <>
            <Field label={t("reason.label")} error={error}>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(event) => {
                  setReason(event.target.value);
                  setError(null);
                }}
              />
            </Field>
            <div>
              <Button type="submit" busy={save.isPending}>
                {t("aml.rule_save")}
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}
