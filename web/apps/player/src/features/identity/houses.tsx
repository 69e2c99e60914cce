import { account } from "@stakehouse/api/account";
import { entryOf } from "@stakehouse/api/entry";
import type { House } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Badge, Button, Card, toast } from "@stakehouse/ui";
import { useMutation, useQuery } from "@tanstack/react-query";

/** The houses one has an account in, and the way to the others; nothing for who knows only this one. */
export function Houses() {
  const t = useT();
  const errorText = useErrorText();
  const { data } = useQuery({ queryKey: ["houses"], queryFn: account.houses });
  const go = useMutation({
    mutationFn: async (house: House) => {
      const { passcode } = await account.passTo(house.slug);
      return placeOf(house)?.(passcode);
    },
    onSuccess: (place) => place && window.location.assign(place),
    onError: (failure) => toast(errorText(failure), "danger"),
  });
  if (!data || data.items.length < 2) return null;
  return (
    <Card className="grid grid-cols-1 gap-3 p-5">
      <h2 className="font-semibold">{t("houses.title")}</h2>
      <ul className="grid gap-2">
        {data.items.map((house) => (
          <li key={house.slug} className="flex flex-wrap items-center justify-between gap-3">
            <span className="font-medium">{house.name}</span>
            {house.current ? (
              <Badge tone="success">{t("houses.here")}</Badge>
            ) : (
              placeOf(house) && (
                <Button
                  variant="outline"
                  size="sm"
                  busy={go.isPending && go.variables.slug === house.slug}
                  onClick={() => go.mutate(house)}
                >
                  {t("houses.go", { name: house.name })}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function placeOf(house: House) {
  return entryOf(window.location, house, "");
}
