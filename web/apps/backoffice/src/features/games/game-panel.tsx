import type { StaffGame } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Money, Percent } from "@stakehouse/kit";
import { buttonClass, CopyText, Dialog } from "@stakehouse/ui";
import { Link } from "@tanstack/react-router";
import { FactList } from "~/app/fact-list";
import { Section } from "~/app/page";
import { humanize, useWord } from "~/app/word";

/** A game's exact figures under each fairness scheme, to the last digit. */
export function GamePanel({ game, onClose }: { game: StaffGame; onClose: () => void }) {
  const t = useT();
  const word = useWord();
  return (
    <Dialog open onClose={onClose} title={game.title} shape="side" className="w-[min(38rem,100vw)]!">
      <div className="grid gap-6">
        <FactList
          items={[
            [t("column.engine"), word("engine", game.engine)],
            [t("column.rtp"), <Percent key="rtp" value={game.rtp} of={100} digits={4} />],
            [t("column.hit_rate"), <Percent key="hits" value={game.hit_rate} of={100} digits={4} />],
            [t("games.max_multiplier"), `${game.max_multiplier}×`],
            [t("games.version"), String(game.config_version)],
            [t("games.config_hash"), <CopyText key="hash" text={game.config_hash} cut={10} />],
          ]}
        />
        {game.certificates.map((certificate) => (
          <Section key={certificate.scheme} title={t("games.certificate", { scheme: certificate.scheme })}>
            <div className="overflow-hidden rounded-xl border">
              <table className="w-full text-[0.8125rem]">
                <caption className="sr-only">
                  {t("games.certificate", { scheme: certificate.scheme })}
                </caption>
                <thead>
                  <tr className="text-muted-foreground text-xs">
                    <th scope="col" className="h-9 px-3.5 text-start font-medium">
                      {t("games.way")}
                    </th>
                    <th scope="col" className="h-9 px-3.5 text-end font-medium">
                      {t("column.rtp")}
                    </th>
                    <th scope="col" className="h-9 px-3.5 text-end font-medium">
                      {t("games.exact")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {certificate.ways.map((way) => (
                    <tr key={way.way}>
                      <th scope="row" className="h-9 border-t px-3.5 text-start font-normal">
                        {humanize(way.way)}
                      </th>
                      <td className="h-9 border-t px-3.5 text-end">
                        <Percent value={way.rtp} of={100} digits={4} />
                      </td>
                      <td
                        className="figures h-9 max-w-56 truncate border-t px-3.5 text-end text-muted-foreground"
                        title={way.rtp_exact}
                      >
                        {way.rtp_exact}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
        ))}
        <Section title={t("games.limits")}>
          <FactList
            items={game.limits.map((limit) => [
              limit.currency,
              <span key={limit.currency}>
                <Money amount={limit.min_stake} currency={limit.currency} /> –{" "}
                <Money amount={limit.max_stake} currency={limit.currency} />
                <span className="text-muted-foreground">
                  {" "}
                  {t("games.pays_most")} <Money amount={limit.max_payout} currency={limit.currency} />
                </span>
              </span>,
            ])}
          />
        </Section>
        <Link
          to="/rounds"
          search={{ game: game.slug }}
          className={buttonClass("outline", "sm", "justify-self-start")}
        >
          {t("dashboard.rounds_of", { game: game.title })}
        </Link>
      </div>
    </Dialog>
  );
}
