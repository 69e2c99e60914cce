import { houseApi } from "@stakehouse/api/house";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError } from "@stakehouse/kit";
import { Badge, Callout, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, TimerOff } from "lucide-react";
import { Section } from "~/app/page";

const ANSWERS = { on: "danger", off: "success", former: "neutral", silent: "warning" } as const;
const CAUSES = ["registration", "sign_in", "marketing"] as const;

/** What national registers said about a member; nothing where the house asks none and never did. */
export function MemberRegister({ memberId }: { memberId: string }) {
  const t = useT();
  const about = useQuery({
    queryKey: ["member-register", memberId],
    queryFn: () => houseApi.memberRegister(memberId),
  });
  const { data } = about;
  if (about.error && !data) return <QueryError error={about.error} onRetry={() => void about.refetch()} />;
  if (!data) return <Skeleton className="h-20 w-full" />;
  if (!data.is_asked && data.answers.length === 0) return null;
  return (
    <Section title={t("member.register")}>
      <div className="grid gap-3">
        {data.listed_since && (
          <Callout tone="warning" icon={<TimerOff size={18} />} title={t("exclusion.national_register")}>
            {t("member.register_listed")} <Moment at={data.listed_since} style="full" />
          </Callout>
        )}
        {!data.has_details && (
          <Callout tone="warning" icon={<CircleAlert size={18} />} title={t("member.register_details")} />
        )}
        {data.answers.length === 0 && (
          <p className="text-muted-foreground text-sm">{t("member.register_none")}</p>
        )}
        <ol className="grid gap-2">
          {data.answers.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border p-3 text-[0.8125rem]"
            >
              <Badge tone={ANSWERS[answerOf(one.answer)]}>
                {t(`register.answer.${answerOf(one.answer)}`)}
              </Badge>
              <span>{t(`register.cause.${causeOf(one.cause)}`)}</span>
              {one.reference && (
                <span className="break-all text-muted-foreground">
                  {t("register.reference", { reference: one.reference })}
                </span>
              )}
              <Moment at={one.asked_at} className="ml-auto text-muted-foreground text-xs" />
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}

function answerOf(answer: string): keyof typeof ANSWERS {
  return answer in ANSWERS ? (answer as keyof typeof ANSWERS) : "silent";
}

function causeOf(cause: string): (typeof CAUSES)[number] {
  return CAUSES.find((one) => one === cause) ?? "sign_in";
}
