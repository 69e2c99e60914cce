import { api } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { buttonClass, Card, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Page } from "~/app/page";
import { receiptOf } from "../fairness/receipt";
import { VerifyPanel } from "../fairness/verify-panel";
import { RoundSummary } from "./round-summary";

const route = getRouteApi("/member/rounds/$id");

/** One round for good: what happened, and its proof computed here. */
export default function RoundPage() {
  const t = useT();
  const { id } = route.useParams();
  const round = useQuery({ queryKey: ["rounds", id], queryFn: () => api.round(id) });
  const slug = round.data?.game;
  const game = useQuery({
    queryKey: ["game-config", slug],
    queryFn: () => api.game(slug ?? ""),
    enabled: slug !== undefined,
  });
  return (
    <Page
      title={game.data ? t("rounds.of", { game: game.data.title }) : t("rounds.title")}
      narrow
      aside={
        slug && (
          <Link to="/games/$slug" params={{ slug }} className={buttonClass("outline", "sm")}>
            {t("rounds.to_game")}
          </Link>
        )
      }
    >
      {round.error && !round.data && <QueryError error={round.error} onRetry={() => void round.refetch()} />}
      {round.isPending && <Skeleton className="h-96 rounded-xl" />}
      {round.data && (
        <Card className="p-5">
          <RoundSummary round={round.data} />
        </Card>
      )}
      {round.data && game.data && (
        <VerifyPanel receipt={receiptOf(round.data, game.data)} isOpen={round.data.status === "open"} />
      )}
    </Page>
  );
}
