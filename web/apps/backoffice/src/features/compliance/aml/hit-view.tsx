import type { AmlHit } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Badge, cx } from "@stakehouse/ui";
import { FactList } from "~/app/fact-list";
import { useWord } from "~/app/word";

const PERCENT = 100;
const STRONG = 0.93;

/** Both sides of a hit beside each other, and which word met which. */
export function HitView({ hit }: { hit: AmlHit }) {
  const t = useT();
  const { subject, entry, match } = hit;
  return (
    <div className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Side
          title={t("aml.side_member")}
          names={[subject.name]}
          chosen={match.left}
          births={subject.birth_date ? [subject.birth_date] : []}
          countries={[subject.country]}
        />
        <Side
          title={`${hit.list_title}, ${t("aml.version", { number: hit.list_version })}`}
          names={entry.names}
          chosen={match.right}
          births={entry.births}
          countries={entry.countries}
          more={[
            [t("aml.programs"), entry.programs.join(", ")],
            [t("aml.remark"), entry.remark],
          ]}
        />
      </div>
      <Explanation hit={hit} />
    </div>
  );
}

interface SideProps {
  title: string;
  names: readonly string[];
  chosen: string;
  births: readonly string[];
  countries: readonly string[];
  more?: readonly (readonly [string, string])[];
}

function Side({ title, names, chosen, births, countries, more = [] }: SideProps) {
  const t = useT();
  return (
    <section aria-label={title} className="grid content-start gap-3 rounded-xl border p-4">
      <h4 className="caps text-muted-foreground">{title}</h4>
      <ul className="grid gap-0.5">
        {names.map((name) => (
          <li
            key={name}
            dir="auto"
            className={cx("break-words", name === chosen ? "font-semibold" : "text-muted-foreground text-sm")}
          >
            {name}
          </li>
        ))}
      </ul>
      <FactList
        items={[
          [t("aml.born"), births.join(", ") || t("none")],
          [t("aml.country"), countries.join(", ") || t("none")],
          ...more.filter(([, value]) => value),
        ]}
      />
    </section>
  );
}

/** Why the score is what it is: word by word, then what else moved it. */
function Explanation({ hit: { match } }: { hit: AmlHit }) {
  const t = useT();
  const word = useWord();
  const score = Number(match.score);
  return (
    <section aria-label={t("aml.why")} className="grid gap-2 rounded-xl bg-muted p-4 text-[0.8125rem]">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={score >= STRONG ? "danger" : "warning"}>{percent(match.score)}</Badge>
        <span className="text-muted-foreground">
          {t("aml.names_alone", { score: percent(match.name_score) })}
        </span>
      </p>
      <ul className="grid gap-1">
        {match.pairings.map((pairing) => (
          <li key={`${pairing.left} ${pairing.right}`} className="flex flex-wrap gap-x-2">
            <span className="font-medium">
              {pairing.left || "—"} ↔ {pairing.right || "—"}
            </span>
            <span className="text-muted-foreground">
              {word("aml", pairing.how)}
              {pairing.how !== "left_over" && ` · ${percent(pairing.score)}`}
            </span>
          </li>
        ))}
        {match.modifiers.map((modifier) => (
          <li key={modifier.name} className="flex flex-wrap gap-x-2">
            <span className="font-medium">{word("aml", modifier.name)}</span>
            <span className="text-muted-foreground">
              {modifier.detail} · {modifier.points}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A share as a person reads it. */
export function percent(share: string): string {
  return `${Math.round(Number(share) * PERCENT)} %`;
}
