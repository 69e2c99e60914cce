export { AreaChart } from "./area-chart";
export { type Band, bandsBetween, type Point } from "./band";
export { type AmountLine, BandChart } from "./band-chart";
export { Sparkline } from "./sparkline";
