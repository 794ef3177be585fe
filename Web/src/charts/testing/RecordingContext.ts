export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stands for a canvas: remembers the rectangles that were filled. */
export class RecordingContext {
  readonly rectangles: Rectangle[] = [];
  fillStyle = "";

  fillRect(x: number, y: number, width: number, height: number): void {
    this.rectangles.push({ x, y, width, height });
  }

  /** The same object for code that draws. */
  get canvas2D(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }
}
