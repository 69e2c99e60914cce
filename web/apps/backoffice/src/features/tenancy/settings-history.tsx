import { houseApi, type Setting } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { Button } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Section } from "~/app/page";
import { changed, typed, type Value } from "./schema";

/** The versions of a category, newest first; each can be taken up again. */
export function History({
  setting,
  onRevert,
}: {
  setting: Setting;
  onRevert: (value: Value, version: number) => void;
}) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ["settings", setting.category, setting.version],
    queryFn: () => houseApi.settingHistory(setting.category),
  });
  const versions = data?.items ?? [];
  return (
    <Section title={t("settings.history")}>
      {versions.length === 0 && <p className="text-muted-foreground">{t("settings.no_history")}</p>}
      <ol className="grid gap-3">
        {versions.map((version, place) => {
          const earlier = (versions[place + 1]?.value ?? {}) as Value;
          return (
            <li key={version.version} className="grid gap-1 rounded-lg border p-4 text-sm">
              <p className="flex flex-wrap gap-2 font-medium">
                {t("settings.version", { version: String(version.version) })} · {version.changed_by}
                <Moment at={version.created_at} className="ml-auto text-muted-foreground" />
              </p>
              <p>{version.reason}</p>
              <p className="break-all text-muted-foreground">
                {changed(earlier, version.value as Value)
                  .map((name) => `${name}: ${typed((version.value as Value)[name])}`)
                  .join(", ")}
              </p>
              {version.version !== setting.version && (
                <div>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() => onRevert(version.value as Value, version.version)}
                  >
                    {t("settings.revert")}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
