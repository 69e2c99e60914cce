import { useT } from "@stakehouse/i18n";
import { readDevice } from "@stakehouse/kit/device";

/** A browser and its system in words; hovering shows what the browser said of itself. */
export function Device({ agent, className }: { agent: string; className?: string }) {
  const t = useT();
  if (!agent) return <span className={className}>{t("none")}</span>;
  const { browser, system } = readDevice(agent);
  return (
    <span className={className} title={agent}>
      {system ? t("device.on", { browser, system }) : browser}
    </span>
  );
}
