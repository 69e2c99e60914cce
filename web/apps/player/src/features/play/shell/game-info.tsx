import type { GameDetail } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { formatMoney, Percent } from "@stakehouse/kit";
import { Dialog, KeyValues } from "@stakehouse/ui";
import type { ReactNode } from "react";
import { useCurrency } from "~/app/currency";

interface GameInfoProps {
  game: GameDetail;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

function share(value: string): 1 | 100 {
  return Number(value) > 1 ? 100 : 1;
}

/** How the game goes and what it returns, in figures. */
export function GameInfo({ game, open, onClose, children }: GameInfoProps) {
  const t = useT();
  const { code } = useCurrency();
  return (
    <Dialog open={open} onClose={onClose} title={t("play.info")} shape="sheet">
      <div className="grid gap-5">
        <div className="grid gap-2.5 text-[0.9375rem] leading-relaxed">{children}</div>
        <KeyValues
          className="border-t pt-4"
          items={[
            [t("games.rtp"), <Percent key="rtp" value={game.rtp} of={share(game.rtp)} />],
            ...(game.hit_rate
              ? [
                  [
                    t("play.hit_rate"),
                    <Percent key="hit" value={game.hit_rate} of={share(game.hit_rate)} />,
                  ] as const,
                ]
              : []),
            ...(game.max_win ? [[t("play.max_win"), `${game.max_win}×`] as const] : []),
            [t("play.stakes"), `${formatMoney(game.min_stake, code)} – ${formatMoney(game.max_stake, code)}`],
          ]}
        />
        <p className="text-muted-foreground text-sm">{t("play.rtp_meaning")}</p>
      </div>
    </Dialog>
  );
}
