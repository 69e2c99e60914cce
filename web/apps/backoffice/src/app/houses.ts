import { type House, ownApi } from "@stakehouse/api/own";
import { staff } from "@stakehouse/api/staff";
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";

export const FACE = "/backoffice";

/** The houses whose staff one is on. */
export const housesQuery = queryOptions({
  queryKey: ["own-houses"],
  queryFn: ownApi.houses,
  enabled: () => staff.signedIn(),
  staleTime: 5 * 60_000,
});

/** Goes to another of one's houses with a pass that it takes once; there one is asked what it asks anybody. */
export function useGoTo() {
  const { data } = useQuery(housesQuery);
  const here = data?.items.find((house) => house.current)?.slug;
  return useMutation({
    mutationFn: async (house: House) => {
      const { passcode } = await ownApi.passTo(house.slug);
      const { entryOf } = await import("@stakehouse/api/entry");
      return entryOf(window.location, house, FACE, here)?.(passcode);
    },
    onSuccess: (place) => place && window.location.assign(place),
  });
}
