// The parts of D3 that the page uses, typed by hand: Debian packages D3 without types.

declare module "d3-scale" {
  export interface ContinuousScale {
    (value: number): number;
    invert(value: number): number;
    domain(): [number, number];
    domain(domain: readonly [number, number]): this;
    range(): [number, number];
    range(range: readonly [number, number]): this;
    nice(count?: number): this;
    clamp(clamp: boolean): this;
    ticks(count?: number): number[];
    copy(): this;
  }
  export function scaleLinear(): ContinuousScale;
}
