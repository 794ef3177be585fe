import { scaleLinear } from "d3-scale";
import type { ContinuousScale } from "d3-scale";

export type { ContinuousScale };
export { scaleLinear };
