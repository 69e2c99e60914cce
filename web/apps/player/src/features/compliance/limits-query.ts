import { api } from "@stakehouse/api/player";
import { queryOptions } from "@tanstack/react-query";

export const limitsQuery = queryOptions({ queryKey: ["limits"], queryFn: api.limits });
