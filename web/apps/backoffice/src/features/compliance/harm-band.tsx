import type { HarmCase } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Badge, type Tone } from "@stakehouse/ui";

type Band = HarmCase["band"];

const TONES: Readonly<Record<Band, Tone>> = {
  green: "success",
  amber: "warning",
  red: "danger",
  black: "danger",
};

/** How grave it is, in a word with its score. */
export function BandBadge({ band, score }: { band: Band; score: number }) {
  const t = useT();
  return (
    <Badge tone={TONES[band]}>
      {t(`harm_band.${band}`)} · <span className="figures">{score}</span>
    </Badge>
  );
}

/** What was seen, one marker a line. */
export function Findings({ findings }: { findings: HarmCase["findings"] }) {
  return (
    <ul className="grid gap-2">
      {findings.map((finding) => (
        <li key={finding.marker} className="grid gap-0.5 rounded-lg border p-3 text-[0.8125rem]">
          <span className="flex items-center gap-2 font-medium">
            {finding.title}
            <span className="figures ml-auto text-muted-foreground text-xs">+{finding.points}</span>
          </span>
          <span className="text-muted-foreground">{finding.explanation}</span>
        </li>
      ))}
    </ul>
  );
}
