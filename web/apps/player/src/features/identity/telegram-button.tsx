import { account } from "@stakehouse/api/account";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, toast } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { keepFlow } from "./telegram";

/** Which ways by Telegram this house offers. */
export const telegramQuery = {
  queryKey: ["telegram"],
  queryFn: account.telegramWays,
  staleTime: 5 * 60_000,
} as const;

/** Goes to Telegram to sign in, or to link the account that is signed in; nothing where the house has no bot. */
export function TelegramButton({ links = false }: { links?: boolean }) {
  const t = useT();
  const errorText = useErrorText();
  const { data } = useQuery(telegramQuery);
  const go = useMutation({
    mutationFn: account.telegramBegin,
    onSuccess: ({ url, flow }) => {
      keepFlow(sessionStorage, { flow, links });
      window.location.assign(url);
    },
    onError: (failure) => toast(errorText(failure), "danger"),
  });
  if (!data?.openid) return null;
  return (
    <Button
      variant="outline"
      size="lg"
      icon={<Send size={18} />}
      busy={go.isPending}
      onClick={() => go.mutate()}
    >
      {t(links ? "telegram.link" : "telegram.sign_in")}
    </Button>
  );
}
