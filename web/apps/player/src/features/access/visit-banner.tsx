import { api, player } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Button } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";

/** Says on every page that somebody sees the house as a member, until when, and how it ends. */
export default function VisitBanner() {
  const t = useT();
  const { data } = useQuery({ queryKey: ["visit"], queryFn: api.presentVisit });
  const end = useMutation({
    mutationFn: api.endVisit,
    onSettled: () => player.setTokens(null),
  });
  const visit = data?.visit;
  return (
    <section
      aria-label={t("visit.banner_title")}
      className="sticky top-0 z-40 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-warning-soft px-4 py-1.5 text-sm text-warning"
    >
      <Eye size={18} aria-hidden="true" />
      <p className="min-w-0 flex-1">
        <strong>{t("visit.banner_title")}</strong> {visit && t("visit.banner", { staff: visit.staff })}{" "}
        {visit && <Moment at={visit.expires_at} style="full" />}
      </p>
      <Button size="sm" variant="outline" busy={end.isPending} onClick={() => end.mutate()}>
        {t("visit.end")}
      </Button>
    </section>
  );
}
