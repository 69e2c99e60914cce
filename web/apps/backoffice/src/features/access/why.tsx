import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Badge, Popover, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";

/** Why one can or cannot: the roles, scopes, limits and exceptions that lead to the answer. */
export function Why({ permission, userId }: { permission: string; userId?: string }) {
  const t = useT();
  return (
    <Popover
      label={t("why.title")}
      trigger={t("why.ask")}
      triggerClassName="text-primary text-sm underline-offset-4 hover:underline"
      className="w-80 p-4 text-start"
    >
      <Path permission={permission} userId={userId} />
    </Popover>
  );
}

function Path({ permission, userId }: { permission: string; userId?: string }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ["why", permission, userId ?? null],
    queryFn: () => api.why(permission, userId),
  });
  if (!data) return <Skeleton className="h-20 w-full" />;
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">{data.description}</p>
      <ul className="grid gap-1.5">
        {data.steps.map((step) => (
          <li key={`${step.kind}${step.source}`} className="flex flex-wrap items-center gap-1.5">
            <Badge tone={data.allowed ? "success" : "danger"}>{t("why.step", { kind: step.kind })}</Badge>
            <span>{step.title}</span>
            {step.max_amount && <span>≤ {step.max_amount}</span>}
            {step.expires_at && <Moment at={step.expires_at} style="full" />}
          </li>
        ))}
      </ul>
      {!data.allowed && data.roles.length > 0 && (
        <p className="text-muted-foreground">{t("why.roles", { roles: data.roles.join(", ") })}</p>
      )}
    </div>
  );
}
