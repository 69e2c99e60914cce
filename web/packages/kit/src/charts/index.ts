export { AreaChart } from "./area-chart";
export { Sparkline } from "./sparkline";
