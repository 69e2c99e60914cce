import { api, type StaffPerson } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Button, Field, Input, Select } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { permissionsQuery, rolesQuery } from "~/app/queries";
import { useAct } from "./use-act";

const REASON_LETTERS = 3;
const KINDS = ["tenant", "restaurant", "downline"] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Kind = (typeof KINDS)[number];

/** Gives a role: for the whole house or one part of it, for good or until a moment. */
export function GrantForm({ person }: { person: StaffPerson }) {
  const t = useT();
  const { act, busy } = useAct();
  const { data: roles } = useQuery(rolesQuery);
  const [role, setRole] = useState("support");
  const [until, setUntil] = useState("");
  const [kind, setKind] = useState<Kind>("tenant");
  const [id, setId] = useState("");
  const isWhole = kind === "tenant";
  return (
    <div className="grid gap-3 rounded-lg bg-muted/50 p-3 sm:grid-cols-2">
      <Field label={t("team.role")}>
        <Select compact value={role} onChange={(event) => setRole(event.target.value)}>
          {roles?.items.map((each) => (
            <option key={each.role} value={each.role}>
              {each.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("team.ends")}>
        <Input type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
      </Field>
      <Field label={t("team.where")}>
        <Select compact value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t("team.scope", { kind: each })}
            </option>
          ))}
        </Select>
      </Field>
      {!isWhole && (
        <Field label={t("team.where_id")} hint={t("team.where_hint", { kind })}>
          <Input
            value={id}
            maxLength={36}
            className="font-mono text-xs"
            onChange={(event) => setId(event.target.value)}
          />
        </Field>
      )}
      <Button
        size="sm"
        className="justify-self-start sm:col-span-2"
        busy={busy}
        disabled={!isWhole && !ID.test(id.trim())}
        onClick={() =>
          act(
            () =>
              api.grantRole(person.user_id, {
                role,
                scope: { kind, id: isWhole ? null : id.trim() },
                expires_at: until ? new Date(until).toISOString() : null,
                reason: "",
              }),
            t("team.granted"),
          )
        }
      >
        {t("team.grant")}
      </Button>
    </div>
  );
}

/** Gives one permission, or keeps it from the person. */
export function OverrideForm({ person }: { person: StaffPerson }) {
  const t = useT();
  const { act, busy } = useAct();
  const { data: catalogue } = useQuery(permissionsQuery);
  const [permission, setPermission] = useState("members:view");
  const [effect, setEffect] = useState<"allow" | "deny">("deny");
  const [reason, setReason] = useState("");
  return (
    <div className="grid gap-3 rounded-lg bg-muted/50 p-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("team.effect")}>
          <Select
            compact
            value={effect}
            onChange={(event) => setEffect(event.target.value === "allow" ? "allow" : "deny")}
          >
            <option value="deny">{t("team.deny")}</option>
            <option value="allow">{t("team.allow")}</option>
          </Select>
        </Field>
        <Field label={t("roles.permission")}>
          <Select compact value={permission} onChange={(event) => setPermission(event.target.value)}>
            {catalogue?.items.map((each) => (
              <option key={each.permission}>{each.permission}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t("reason.label")}>
        <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button
        size="sm"
        className="justify-self-start"
        busy={busy}
        disabled={reason.trim().length < REASON_LETTERS}
        onClick={() =>
          act(
            () => api.setOverride(person.user_id, { permission, effect, reason: reason.trim() }),
            t("team.exception_made"),
          )
        }
      >
        {t("team.make_exception")}
      </Button>
    </div>
  );
}
