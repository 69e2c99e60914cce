import type { Member } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment } from "@stakehouse/kit";
import { CopyText } from "@stakehouse/ui";
import { useCountryName } from "~/app/country";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { State } from "~/app/state";

/** Who the member is, as the house knows it. */
export function Facts({ member }: { member: Member }) {
  const t = useT();
  const countryName = useCountryName();
  return (
    <Section title={t("member.identity")}>
      <FactList
        items={[
          [t("column.kyc"), <State key="kyc" group="kyc" value={member.kyc_status} />],
          [t("member.birth_date"), <BirthDate key="birth" date={member.birth_date} />],
          [t("column.country"), countryName(member.country)],
          [t("column.currency"), member.currency],
          [t("member.locale"), member.locale],
          [t("member.time_zone"), member.time_zone],
          [t("column.joined"), <Moment key="joined" at={member.created_at} style="date" />],
          [t("column.last_sign_in"), <Moment key="seen" at={member.last_sign_in_at} />],
          [t("column.id"), <CopyText key="id" text={member.id} cut={6} />],
        ]}
      />
    </Section>
  );
}

/** A birthday has no zone: it is read as it stands. */
function BirthDate({ date }: { date: string }) {
  const t = useT();
  const born = new Date(`${date}T00:00:00Z`);
  const now = new Date();
  const turned =
    now.getUTCMonth() > born.getUTCMonth() ||
    (now.getUTCMonth() === born.getUTCMonth() && now.getUTCDate() >= born.getUTCDate());
  const age = now.getUTCFullYear() - born.getUTCFullYear() - (turned ? 0 : 1);
  return (
    <span>
      <time dateTime={date}>{date}</time>{" "}
      <span className="text-muted-foreground">({t("member.age", { age })})</span>
    </span>
  );
}
