import type { Security } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Badge, Button, Card } from "@stakehouse/ui";
import { Mail, MessageSquare, Smartphone } from "lucide-react";
import type { ReactNode } from "react";
import { Moment } from "../moment";

export type Kind = "totp" | "sms" | "email";

const ICONS = { totp: Smartphone, sms: MessageSquare, email: Mail };

interface FactorCardProps {
  kind: Kind;
  security: Security;
  busy: boolean;
  onSetUp: () => void;
  onRemove: () => void;
}

/** A kind of second factor: set up since when, or the way to set it up. */
export function FactorCard({ kind, security, busy, onSetUp, onRemove }: FactorCardProps) {
  const t = useT();
  const Icon = ICONS[kind];
  const found = security.factors.find((factor) => factor.kind === kind);
  return (
    <Row
      icon={<Icon size={20} />}
      title={t(`security.${kind}`)}
      badge={found && <Badge tone="success">{t("security.on")}</Badge>}
    >
      <p className="text-muted-foreground text-sm">
        {found ? (
          <>
            {found.hint && `${found.hint} · `}
            {t("security.since")} <Moment at={found.since} style="date" />
          </>
        ) : (
          t(`security.${kind}.text`)
        )}
      </p>
      {found ? (
        <Button variant="outline" size="sm" onClick={onRemove}>
          {t("security.remove")}
        </Button>
      ) : (
        <Button size="sm" busy={busy} onClick={onSetUp}>
          {t("security.set_up")}
        </Button>
      )}
    </Row>
  );
}

interface RowProps {
  icon: ReactNode;
  title: string;
  badge?: ReactNode;
  children: ReactNode;
}

/** A card with an icon, a heading, a line of text and one act. */
export function Row({ icon, title, badge, children }: RowProps) {
  return (
    <section aria-label={title}>
      <Card className="flex gap-4 p-4">
        <span
          aria-hidden="true"
          className="grid size-11 shrink-0 place-items-center rounded-lg bg-primary-soft text-primary"
        >
          {icon}
        </span>
        <div className="grid min-w-0 flex-1 justify-items-start gap-2">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            {title} {badge}
          </h2>
          {children}
        </div>
      </Card>
    </section>
  );
}
