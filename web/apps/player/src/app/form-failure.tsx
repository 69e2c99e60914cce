import { useT } from "@stakehouse/i18n";
import { Callout } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";

/** What the server said against the whole form. */
export function FormFailure({ failure }: { failure: { message: string; traceId: string | null } | null }) {
  const t = useT();
  if (!failure) return null;
  return (
    <div role="alert">
      <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure.message}>
        {failure.traceId && (
          <code className="text-muted-foreground text-xs">
            {t("state.error.trace", { id: failure.traceId })}
          </code>
        )}
      </Callout>
    </div>
  );
}
