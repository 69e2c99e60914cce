import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Hand } from "lucide-react";

const DAY_MS = 24 * 3_600_000;

/** One tap, and there is no play for a day; it asks nothing, and nobody can take it back. */
export default function StopNow() {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const stop = useMutation({
    mutationFn: () => api.exclude({ kind: "time_out", until: new Date(Date.now() + DAY_MS).toISOString() }),
    onSuccess: () => toast(t("break.done"), "success"),
    onError: (error) => toast(errorText(error), "danger"),
    // Whatever is asked next finds the session over, and the page says so.
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <section
      aria-label={t("break.stop_now")}
      className="mx-auto grid w-full max-w-6xl justify-items-center gap-2 px-4 pb-4 text-center text-sm sm:px-6"
    >
      <Button
        size="sm"
        variant="outline"
        busy={stop.isPending}
        icon={<Hand size={16} />}
        onClick={() => stop.mutate()}
      >
        {t("break.stop_now")}
      </Button>
      <p className="text-muted-foreground">{t("break.stop_now.text")}</p>
    </section>
  );
}
